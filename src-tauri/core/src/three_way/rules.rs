//! Sheet, file and sample held against each other, and what that lets through. Pure.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use super::file_side::{FileSide, file_side};
use super::sheet_side::{Aspect, SheetRow, sheet_rows};
use crate::accounts::Signature;
use crate::files::FileHash;
use crate::measures::Millimetres;
use crate::orders::Specification;
use crate::preflight::FileSaid;
use crate::samples::Registered;
use crate::typed;

/// What somebody says who holds a sample against the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ThreeWayAnswer")]
pub enum Answer {
    /// 一致.
    Agrees,
    /// Other than the sheet: the value is said.
    Differs,
    /// 样本不含: this sample does not show it, as a colour swatch shows no P数.
    NotShown,
    /// An answer that was a slip is taken back.
    TakenBack,
}

impl Answer {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::NotShown => "not_shown",
            Self::TakenBack => "taken_back",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Agrees, Self::Differs, Self::NotShown, Self::TakenBack]
            .into_iter()
            .find(|answer| answer.code() == code)
    }
}

/// An answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    /// Of which row.
    pub(crate) path: String,
    /// What.
    pub(crate) answer: Answer,
    /// The value that differs; else empty.
    pub(crate) said: String,
    /// The hash of what it was said of.
    pub(crate) held_against: String,
    /// When (UTC).
    pub(crate) at: String,
    /// Who.
    pub(crate) by: String,
    /// Their account.
    pub(crate) account: i64,
}

/// A difference somebody let pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passed {
    /// Of which row.
    pub(crate) path: String,
    /// The hash of exactly that difference.
    pub(crate) difference: String,
    /// Why.
    pub(crate) reason: String,
    /// Who stands for it.
    pub(crate) signature: Signature,
}

/// How the sample's side of a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ThreeWaySample")]
pub enum SampleStand {
    /// There is no sample.
    NotAsked,
    /// Nobody has looked.
    Open,
    /// What was looked at has changed since.
    Stale,
    /// 一致.
    Agrees,
    /// Other than the sheet.
    Differs,
    /// 样本不含.
    NotShown,
}

/// One row with its three sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ComparedRow {
    pub(crate) sheet: SheetRow,
    pub(crate) file: FileSide,
    pub(crate) sample: SampleStand,
    /// The latest answer, be it for something else; none while there is none, or it was taken back.
    pub(crate) answered: Option<Answered>,
    /// Who let exactly this difference pass.
    pub(crate) passed: Option<Passed>,
    /// The hash of the sheet's side and the samples: what an answer is given over.
    pub(crate) held_against: String,
}

impl ComparedRow {
    /// Whether sample or file are other than the sheet.
    pub(crate) fn differs(&self) -> bool {
        self.sample == SampleStand::Differs || !self.file.differs().is_empty()
    }

    /// What the sample says otherwise; empty where it does not.
    fn sample_differs(&self) -> &str {
        match (&self.answered, self.sample) {
            (Some(answered), SampleStand::Differs) => &answered.said,
            _ => "",
        }
    }

    /// SHA-256 of exactly this difference: what is let pass.
    pub(crate) fn difference(&self) -> String {
        hash(
            "docket three way difference 1\n",
            [
                self.held_against.as_str(),
                self.file.differs(),
                self.sample_differs(),
            ],
        )
    }

    /// `内文·P数 任务书 120 P，样本 118 P`.
    pub(crate) fn printed(&self) -> String {
        let mut words = format!("{} 任务书 {}", self.sheet.label(), self.sheet.text);
        for (side, text) in [
            ("文件", self.file.differs()),
            ("样本", self.sample_differs()),
        ] {
            if !text.is_empty() {
                words.push_str(&format!("，{side} {text}"));
            }
        }
        words
    }
}

/// An order with its three sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Compared {
    pub(crate) rows: Vec<ComparedRow>,
    /// The samples that are held against the sheet.
    pub(crate) samples: Vec<String>,
}

impl Compared {
    /// Rows nobody has answered.
    pub(crate) fn open(&self) -> impl Iterator<Item = &ComparedRow> {
        self.of(SampleStand::Open)
    }

    /// Rows that were answered over something else.
    pub(crate) fn stale(&self) -> impl Iterator<Item = &ComparedRow> {
        self.of(SampleStand::Stale)
    }

    /// Differences nobody let pass.
    pub(crate) fn differences(&self) -> impl Iterator<Item = &ComparedRow> {
        let held = |row: &&ComparedRow| row.differs() && row.passed.is_none();
        self.rows.iter().filter(held)
    }

    /// Differences somebody let pass.
    pub(crate) fn passed(&self) -> impl Iterator<Item = (&ComparedRow, &Passed)> {
        let rows = self.rows.iter().filter(|row| row.differs());
        rows.filter_map(|row| Some((row, row.passed.as_ref()?)))
    }

    /// Whether sample or file say anything at all.
    pub(crate) fn says_anything(&self) -> bool {
        let says = |row: &ComparedRow| {
            row.sample != SampleStand::NotAsked
                || matches!(
                    row.file,
                    FileSide::Agrees(_) | FileSide::Differs(_) | FileSide::Passed { .. }
                )
        };
        self.rows.iter().any(says)
    }

    /// The latest answer that counts.
    pub(crate) fn latest(&self) -> Option<&Answered> {
        let answered = self
            .rows
            .iter()
            .filter(|row| !matches!(row.sample, SampleStand::Open | SampleStand::Stale))
            .filter_map(|row| row.answered.as_ref());
        answered.max_by(|one, other| one.at.cmp(&other.at))
    }

    fn of(&self, stand: SampleStand) -> impl Iterator<Item = &ComparedRow> {
        self.rows.iter().filter(move |row| row.sample == stand)
    }
}

/// Holds the sheet against the samples in use, by their numbers, and against what `said` tells of the files. Sizes that differ by
/// no more than `tolerance` are the same. Answers and passes stand from the earliest to the latest.
pub(crate) fn compare(
    specification: &Specification,
    tolerance: Millimetres,
    samples: &[String],
    said: &[FileSaid],
    answers: &[Answered],
    passes: &[Passed],
) -> Compared {
    let mut samples = samples.to_vec();
    samples.sort_unstable();
    let row = |sheet: SheetRow| {
        let told = [sheet.path.as_str(), sheet.text.as_str()];
        let samples = samples.iter().map(String::as_str);
        let held_against = hash(
            "docket three way answer 1\n",
            told.into_iter().chain(samples),
        );
        let answered = answers
            .iter()
            .rfind(|answered| answered.path == sheet.path)
            .filter(|answered| answered.answer != Answer::TakenBack)
            .cloned();
        let sample = match &answered {
            None => SampleStand::Open,
            Some(answered) if answered.held_against != held_against => SampleStand::Stale,
            Some(answered) => stand(answered, &sheet, tolerance),
        };
        let mut row = ComparedRow {
            file: file_side(&sheet, said),
            sheet,
            sample,
            answered,
            passed: None,
            held_against,
        };
        let difference = row.difference();
        row.passed = passes
            .iter()
            .rfind(|passed| passed.path == row.sheet.path && passed.difference == difference)
            .cloned();
        row
    };
    let mut rows: Vec<ComparedRow> = sheet_rows(specification).into_iter().map(row).collect();
    if samples.is_empty() {
        for row in &mut rows {
            (row.sample, row.answered) = (SampleStand::NotAsked, None);
        }
    }
    Compared { rows, samples }
}

/// Where an answer leaves the sample's side: what was typed may be as ordered after all.
fn stand(answered: &Answered, sheet: &SheetRow, tolerance: Millimetres) -> SampleStand {
    match answered.answer {
        Answer::Agrees => SampleStand::Agrees,
        Answer::NotShown => SampleStand::NotShown,
        Answer::TakenBack => SampleStand::Open,
        Answer::Differs if is_same(&answered.said, sheet, tolerance) => SampleStand::Agrees,
        Answer::Differs => SampleStand::Differs,
    }
}

/// Whether what was measured on a sample is what the sheet says.
fn is_same(said: &str, sheet: &SheetRow, tolerance: Millimetres) -> bool {
    let near = |one: Millimetres, other: Millimetres| (one.0 - other.0).abs() <= tolerance.0;
    let plain = |text: &str| -> String {
        let letters = text
            .chars()
            .filter(|letter| letter.is_alphanumeric() || *letter == '+');
        letters.flat_map(char::to_lowercase).collect()
    };
    match (sheet.aspect, sheet.size, typed::size(said)) {
        (Aspect::Size, Some(wanted), Ok(measured)) => {
            near(measured.width, wanted.width) && near(measured.height, wanted.height)
        }
        (Aspect::Pages, ..) => {
            let figure = |text: &str| plain(text).trim_end_matches('p').to_owned();
            figure(said) == figure(&sheet.text)
        }
        _ => plain(said) == plain(&sheet.text),
    }
}

/// The numbers of those samples that are held against the sheet: all that belong to the order.
pub(crate) fn samples_in_use(samples: &[Registered]) -> Vec<String> {
    samples
        .iter()
        .filter(|sample| !sample.out)
        .map(|sample| sample.number.clone())
        .collect()
}

/// SHA-256 over texts, in hexadecimal.
pub(super) fn hash<'a>(what: &str, parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut digest = Sha256::new_with_prefix(what.as_bytes());
    for part in parts {
        // The length in front keeps two texts from being read as one.
        digest.update(format!("{}\n{part}\n", part.len()));
    }
    FileHash::finished(digest).into()
}
