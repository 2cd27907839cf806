//! What keeps the task sheet and the prepress folder back (S-4.1.4b, S-4.1.4c). Pure.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Finding, FindingKind, Severity};

/// What came of speaking with the customer about findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PreflightOutcome")]
pub enum Outcome {
    /// 按原样印: the customer wants it printed as it is.
    AsIs,
    /// 换文件: the customer sends another file; until it is here nothing is settled.
    NewFile,
}

impl Outcome {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AsIs => "as_is",
            Self::NewFile => "new_file",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::AsIs, Self::NewFile]
            .into_iter()
            .find(|outcome| outcome.code() == code)
    }
}

/// How a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PreflightStanding")]
pub enum Standing {
    /// Good to know, and nothing more.
    Hint,
    /// The customer was not spoken to.
    Open,
    /// The customer was spoken to and sends another file.
    NewFile,
    /// The customer wants it printed as it is.
    AsIs,
    /// 放行: somebody who may stands for it.
    Waived,
}

impl Standing {
    /// Whether nothing came of it yet that settles it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::NewFile)
    }
}

/// How a finding stands after what the customer said of it, the latest last.
#[must_use]
pub(super) fn standing(severity: Severity, outcomes: &[Outcome], waived: bool) -> Standing {
    if severity == Severity::Hint {
        return Standing::Hint;
    }
    match outcomes.last() {
        _ if waived => Standing::Waived,
        None => Standing::Open,
        Some(Outcome::NewFile) => Standing::NewFile,
        Some(Outcome::AsIs) => Standing::AsIs,
    }
}

/// Whether a finding keeps the task sheet back: an 错误 until it is settled, a 警告 where the house says so, a 提示 never.
#[must_use]
pub(super) fn keeps_back(severity: Severity, standing: Standing, warnings_block: bool) -> bool {
    standing.is_open()
        && match severity {
            Severity::Error => true,
            Severity::Warning => warnings_block,
            Severity::Hint => false,
        }
}

/// Whether a file was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PreflightLooked")]
pub enum Looked {
    /// It waits for its turn.
    Waiting,
    /// Somebody called it off.
    CalledOff,
    /// The program cannot look into it: somebody has to.
    ByHand,
    /// Somebody looked by hand, and held it against what is no longer ordered.
    Stale,
    /// It was looked at, against what is ordered now.
    Done,
}

/// A finding and how it stands, for the gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stood<'a> {
    pub(super) finding: &'a Finding,
    pub(super) standing: Standing,
}

/// A file, for the gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gated<'a> {
    pub(super) file: i64,
    pub(super) component: &'a str,
    pub(super) name: &'a str,
    pub(super) looked: Looked,
    pub(super) findings: Vec<Stood<'a>>,
}

/// What keeps the task sheet back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PreflightBlock {
    /// Files nobody and nothing looked at.
    Unseen {
        /// Their names.
        names: Vec<String>,
    },
    /// Files somebody has to look at by hand, or again.
    ByHand {
        /// Their names.
        names: Vec<String>,
    },
    /// 错误 that are not settled.
    Errors {
        /// How many.
        count: usize,
    },
    /// 警告 that are not settled.
    Warnings {
        /// How many.
        count: usize,
        /// Whether the house lets them keep the sheet back.
        blocks: bool,
    },
}

/// What keeps the task sheet back, and the 警告 that only warn.
#[must_use]
pub(super) fn blocks(files: &[Gated<'_>], warnings_block: bool) -> Vec<PreflightBlock> {
    let named = |looked: &[Looked]| -> Vec<String> {
        files
            .iter()
            .filter(|file| looked.contains(&file.looked))
            .map(|file| file.name.to_owned())
            .collect()
    };
    let open = |severity: Severity| {
        let findings = files.iter().flat_map(|file| &file.findings);
        findings
            .filter(|stood| stood.finding.severity == severity && stood.standing.is_open())
            .count()
    };
    let mut found = Vec::new();
    let unseen = named(&[Looked::Waiting, Looked::CalledOff]);
    if !unseen.is_empty() {
        found.push(PreflightBlock::Unseen { names: unseen });
    }
    let by_hand = named(&[Looked::ByHand, Looked::Stale]);
    if !by_hand.is_empty() {
        found.push(PreflightBlock::ByHand { names: by_hand });
    }
    let errors = open(Severity::Error);
    if errors > 0 {
        found.push(PreflightBlock::Errors { count: errors });
    }
    let warnings = open(Severity::Warning);
    if warnings > 0 {
        found.push(PreflightBlock::Warnings {
            count: warnings,
            blocks: warnings_block,
        });
    }
    found
}

/// What may be filed into the prepress folder (S-4.1.4c).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sound {
    /// Files that were looked at, with nothing open that keeps the sheet back.
    pub(crate) files: BTreeSet<i64>,
    /// Components whose files bring another P数 than ordered, and nobody said that it is to be so.
    pub(crate) short: BTreeSet<String>,
}

/// What may be filed of these files.
#[must_use]
pub(super) fn sound_of(files: &[Gated<'_>], warnings_block: bool) -> Sound {
    let mut sound = Sound::default();
    for file in files {
        let held: Vec<&Stood<'_>> = file
            .findings
            .iter()
            .filter(|stood| keeps_back(stood.finding.severity, stood.standing, warnings_block))
            .collect();
        if file.looked == Looked::Done && held.is_empty() {
            sound.files.insert(file.file);
        }
        let counts = |stood: &&Stood<'_>| stood.finding.kind == FindingKind::PageCount;
        if file.looked != Looked::Done || held.iter().any(counts) {
            sound.short.insert(file.component.to_owned());
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspector::press::Pages;

    const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Hint];

    #[test]
    fn clause_s_4_1_4b_a_finding_is_settled_by_the_customers_yes_or_a_waiver_alone() {
        use Outcome::{AsIs, NewFile};
        // outcomes, waived → how it stands
        let table: [(&[Outcome], bool, Standing); 6] = [
            (&[], false, Standing::Open),
            (&[NewFile], false, Standing::NewFile),
            (&[AsIs], false, Standing::AsIs),
            // The customer thought better of it.
            (&[AsIs, NewFile], false, Standing::NewFile),
            (&[NewFile, AsIs], false, Standing::AsIs),
            (&[NewFile], true, Standing::Waived),
        ];
        for (outcomes, waived, expected) in table {
            for severity in [Severity::Error, Severity::Warning] {
                assert_eq!(
                    standing(severity, outcomes, waived),
                    expected,
                    "{outcomes:?}"
                );
            }
            assert_eq!(standing(Severity::Hint, outcomes, waived), Standing::Hint);
        }
    }

    #[test]
    fn clause_s_4_1_4b_errors_block_warnings_where_the_house_says_so_and_hints_never() {
        let open = [Standing::Open, Standing::NewFile];
        let settled = [Standing::AsIs, Standing::Waived, Standing::Hint];
        for standing in open {
            for blocks in [false, true] {
                let told = SEVERITIES.map(|severity| keeps_back(severity, standing, blocks));
                assert_eq!(told, [true, blocks, false], "{standing:?}");
            }
        }
        for standing in settled {
            assert_eq!(
                SEVERITIES.map(|severity| keeps_back(severity, standing, true)),
                [false; 3],
                "{standing:?}"
            );
        }
    }

    fn finding(kind: FindingKind, severity: Severity) -> Finding {
        Finding::new(kind, severity, Pages::default())
    }

    fn gated<'a>(looked: Looked, findings: &'a [(Finding, Standing)]) -> Gated<'a> {
        Gated {
            file: 7,
            component: "c1",
            name: "封面.pdf",
            looked,
            findings: findings
                .iter()
                .map(|(finding, standing)| Stood {
                    finding,
                    standing: *standing,
                })
                .collect(),
        }
    }

    #[test]
    fn clause_s_4_1_4c_a_file_is_filed_once_it_was_looked_at_and_nothing_is_left_open() {
        let error = finding(FindingKind::Image, Severity::Error);
        let count = finding(FindingKind::PageCount, Severity::Error);
        let warning = finding(FindingKind::Rgb, Severity::Warning);
        // looked, finding, how it stands → filed, short; and with warnings that block: filed
        let table = [
            (Looked::Waiting, None, false, true, false),
            (Looked::CalledOff, None, false, true, false),
            (Looked::ByHand, None, false, true, false),
            (Looked::Stale, None, false, true, false),
            (Looked::Done, None, true, false, true),
            (
                Looked::Done,
                Some((&error, Standing::Open)),
                false,
                false,
                false,
            ),
            (
                Looked::Done,
                Some((&error, Standing::NewFile)),
                false,
                false,
                false,
            ),
            (
                Looked::Done,
                Some((&error, Standing::AsIs)),
                true,
                false,
                true,
            ),
            (
                Looked::Done,
                Some((&error, Standing::Waived)),
                true,
                false,
                true,
            ),
            (
                Looked::Done,
                Some((&warning, Standing::Open)),
                true,
                false,
                false,
            ),
            (
                Looked::Done,
                Some((&count, Standing::Open)),
                false,
                true,
                false,
            ),
            (
                Looked::Done,
                Some((&count, Standing::AsIs)),
                true,
                false,
                true,
            ),
        ];
        for (looked, found, filed, short, filed_strictly) in table {
            let findings: Vec<(Finding, Standing)> = found
                .map(|(finding, standing)| (finding.clone(), standing))
                .into_iter()
                .collect();
            let files = [gated(looked, &findings)];
            let sound = sound_of(&files, false);
            assert_eq!(sound.files.contains(&7), filed, "{looked:?} {found:?}");
            assert_eq!(sound.short.contains("c1"), short, "{looked:?} {found:?}");
            let strictly = sound_of(&files, true);
            assert_eq!(
                strictly.files.contains(&7),
                filed_strictly,
                "{looked:?} {found:?}"
            );
        }
    }

    #[test]
    fn clause_s_4_1_4b_each_thing_that_keeps_the_sheet_back_is_told_apart() {
        let names = || vec!["封面.pdf".to_owned()];
        for (looked, block) in [
            (Looked::Waiting, PreflightBlock::Unseen { names: names() }),
            (Looked::CalledOff, PreflightBlock::Unseen { names: names() }),
            (Looked::ByHand, PreflightBlock::ByHand { names: names() }),
            (Looked::Stale, PreflightBlock::ByHand { names: names() }),
        ] {
            assert_eq!(blocks(&[gated(looked, &[])], false), [block]);
        }
        assert_eq!(blocks(&[gated(Looked::Done, &[])], true), []);
        let findings = [
            (finding(FindingKind::Image, Severity::Error), Standing::Open),
            (
                finding(FindingKind::FontMissing, Severity::Error),
                Standing::NewFile,
            ),
            (finding(FindingKind::Bleed, Severity::Error), Standing::AsIs),
            (finding(FindingKind::Rgb, Severity::Warning), Standing::Open),
            (finding(FindingKind::Layers, Severity::Hint), Standing::Hint),
        ];
        for strict in [false, true] {
            let expected = [
                PreflightBlock::Errors { count: 2 },
                PreflightBlock::Warnings {
                    count: 1,
                    blocks: strict,
                },
            ];
            assert_eq!(blocks(&[gated(Looked::Done, &findings)], strict), expected);
        }
    }
}
