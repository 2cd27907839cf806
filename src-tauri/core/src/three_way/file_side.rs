//! What the files say of a row, by what 预检 read of them and found. Its rules are asked, not told anew. Pure.

use super::sheet_side::{Aspect, SheetRow};
use crate::files::Counts;
use crate::preflight::wire::WaiverView;
use crate::preflight::{FileSaid, Finding, FindingKind, Seen};

/// What the files of a component say of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileSide {
    /// No file can say that: how a book is bound.
    NotAsked,
    /// Nothing is printed on it, so that it needs no file.
    NotNeeded,
    /// It has no file.
    Missing,
    /// The file is for all of the order: which of it belongs to this component nobody has said.
    Whole,
    /// 预检 has not looked yet.
    Unseen,
    /// Somebody looks at it by hand: the program cannot say.
    ByHand,
    /// It was read, and says nothing of it.
    Silent,
    /// As the sheet; the value where it is one.
    Agrees(String),
    /// Other than the sheet.
    Differs(String),
    /// Other than the sheet, and whoever may let it pass already when it was preflighted (S-4.1.4b).
    Passed {
        /// What it says.
        text: String,
        /// Who let it pass, and why.
        waiver: WaiverView,
    },
}

impl FileSide {
    /// What the file says otherwise; empty where it does not.
    pub(crate) fn differs(&self) -> &str {
        match self {
            Self::Differs(text) => text,
            _ => "",
        }
    }
}

/// What the files of an order say of `row`.
pub(super) fn file_side(row: &SheetRow, said: &[FileSaid]) -> FileSide {
    if row.component.is_empty() {
        return FileSide::NotAsked;
    }
    let own: Vec<&FileSaid> = said
        .iter()
        .filter(|file| file.component == row.component)
        .collect();
    if own.is_empty() {
        return match said.iter().any(|file| file.component.is_empty()) {
            _ if !row.printed => FileSide::NotNeeded,
            true => FileSide::Whole,
            false => FileSide::Missing,
        };
    }
    let differs: Vec<(String, &Option<WaiverView>)> = own
        .iter()
        .flat_map(|file| &file.findings)
        .filter_map(|(finding, waiver)| Some((difference(row.aspect, finding)?, waiver)))
        .collect();
    if let Some((_, first)) = differs.first() {
        let texts: Vec<&str> = differs.iter().map(|(text, _)| text.as_str()).collect();
        let text = texts.join("；");
        let all = differs.iter().all(|(_, waiver)| waiver.is_some());
        return match (*first).clone().filter(|_| all) {
            Some(waiver) => FileSide::Passed { text, waiver },
            None => FileSide::Differs(text),
        };
    }
    let brought = own.iter().find_map(|file| file.brought);
    if row.aspect == Aspect::Pages
        && let Some(pages) = brought
    {
        return FileSide::Agrees(format!("{pages} P"));
    }
    if own.iter().any(|file| file.seen == Seen::Waiting) {
        return FileSide::Unseen;
    }
    if own.iter().any(|file| file.seen == Seen::ByHand) {
        return FileSide::ByHand;
    }
    match row.aspect {
        Aspect::Size => FileSide::Agrees(sizes(&own)),
        // Which inks they are is read where it is shown.
        Aspect::Colours => FileSide::Agrees(String::new()),
        Aspect::Finishing => finishing(&own),
        Aspect::Pages | Aspect::Binding => FileSide::Silent,
    }
}

/// What a finding says otherwise of the thing that is compared. How a page lies, and what a spot is called, is nothing of it.
fn difference(aspect: Aspect, finding: &Finding) -> Option<String> {
    let fact = |name: &str| finding.params.get(name).cloned().unwrap_or_default();
    match (aspect, finding.kind) {
        (Aspect::Size, FindingKind::PageSize) => Some(format!("{} mm", fact("measured"))),
        (Aspect::Size, FindingKind::NotASpread) => Some(format!("单页 {} mm", fact("measured"))),
        (Aspect::Colours, FindingKind::TooManyInks | FindingKind::FewerInks) => {
            Some(format!("普色 {} 色", fact("measured")))
        }
        (Aspect::Colours, FindingKind::SpotNotOrdered) => Some(format!("多专色 {}", fact("names"))),
        (Aspect::Colours, FindingKind::SpotMissing) => Some(format!("没有专色 {}", fact("wanted"))),
        (Aspect::Pages, FindingKind::PageCount) => Some(format!("{} P", fact("measured"))),
        (Aspect::Finishing, FindingKind::FinishingNotOrdered) => Some(fact("names")),
        _ => None,
    }
}

/// The sizes of their pages, each once.
fn sizes(files: &[&FileSaid]) -> String {
    let mut told: Vec<String> = Vec::new();
    for file in files {
        let how = match file.counts {
            Counts::Single => "",
            Counts::Spread => "（跨页）",
            Counts::Cover => "（展开）",
        };
        let assumed = file
            .findings
            .iter()
            .any(|(finding, _)| finding.kind == FindingKind::TrimAssumed);
        let how = if assumed { "（含出血）" } else { how };
        for size in &file.trims {
            let size = format!("{size} mm{how}");
            if !told.contains(&size) {
                told.push(size);
            }
        }
    }
    told.join("、")
}

/// The spots that stand for a step of finishing that is ordered.
fn finishing(files: &[&FileSaid]) -> FileSide {
    let named: Vec<String> = files
        .iter()
        .flat_map(|file| &file.findings)
        .filter(|(finding, _)| finding.kind == FindingKind::SpotOfFinishing)
        .filter_map(|(finding, _)| finding.params.get("names").cloned())
        .collect();
    if named.is_empty() {
        FileSide::Silent
    } else {
        FileSide::Agrees(named.join("、"))
    }
}
