//! What is kept of the helper process's answer beside a received file.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::FileRefusal;
use crate::inspector::{FileKind, Inspected, InspectorRefusal, PageFacts, Reason, Stated};
use crate::measures::{Millimetres, Size};

/// The most runs of like pages kept; a file that changes its page size more often is told by its first ones.
pub(crate) const MOST_RUNS: usize = 200;

/// So much wider than half the widest, in tenths of a millimetre, a page may be that counts as one of two.
const HAIR: u32 = 20;

/// A received file as it was looked into once, on receipt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Examined {
    /// What its content is.
    pub kind: FileKind,
    /// Its name claims another kind.
    pub name_lies: bool,
    /// How many pages, where they could be counted.
    pub pages: Option<u32>,
    /// Pages of like size and boxes, each run by its first.
    pub runs: Vec<PageRun>,
    /// Why it was received without being read.
    pub unread: Option<Reason>,
    /// What a file without PDF pages says of itself; unknown of what was received before that was asked.
    #[serde(default)]
    pub stated: Option<Stated>,
}

/// The first of a run of pages with the same boxes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageRun {
    /// Its number, from 1.
    pub page: u32,
    /// Its boxes.
    pub facts: PageFacts,
}

impl Examined {
    /// Sizes of the pages as they are trimmed, each once, in the order of the pages.
    pub(super) fn trims(&self) -> Vec<Size> {
        let mut trims: Vec<Size> = Vec::new();
        for run in &self.runs {
            let size = Size {
                width: Millimetres(i64::from(run.facts.trim_width)),
                height: Millimetres(i64::from(run.facts.trim_height)),
            };
            if !trims.contains(&size) {
                trims.push(size);
            }
        }
        trims
    }

    /// How many pages are half as wide as the widest, or narrower still.
    pub(super) fn narrow_pages(&self) -> u32 {
        let widest = self.runs.iter().map(|run| run.facts.trim_width).max();
        let narrow = |run: &PageRun| {
            // Twice a page and a spine make the widest.
            widest.is_some_and(|widest| run.facts.trim_width <= widest / 2 + HAIR)
        };
        let ends = self.runs.iter().skip(1).map(|run| run.page);
        let ends = ends.chain([self.pages.unwrap_or_default().saturating_add(1)]);
        self.runs
            .iter()
            .zip(ends)
            .filter(|(run, _)| narrow(run))
            .map(|(run, end)| end.saturating_sub(run.page))
            .sum()
    }

    /// The same file, its pages counted by now: it took too long when it was received.
    #[must_use]
    pub(crate) fn counted(&self, pages: Vec<PageFacts>) -> Self {
        Self {
            pages: Some(u32::try_from(pages.len()).unwrap_or(u32::MAX)),
            runs: runs(pages),
            unread: None,
            ..self.clone()
        }
    }

    /// Decides what the helper process's `answer` means for a file called `name`.
    ///
    /// # Errors
    /// When it is of no use to anybody, with what to ask the customer for; or when it should be tried again.
    pub fn from_answer(
        answer: Result<Inspected, InspectorRefusal>,
        name: &str,
    ) -> Result<Self, FileRefusal> {
        match answer {
            Ok(inspected)
                if inspected.kind == FileKind::Unknown
                    && inspected.kind.belies(Path::new(name)) =>
            {
                Err(FileRefusal::NotWhatItsNameSays {
                    name: name.to_owned(),
                })
            }
            Ok(inspected) => {
                let pages = inspected.pdf.map(|pdf| pdf.pages);
                Ok(Self {
                    kind: inspected.kind,
                    name_lies: inspected.kind.belies(Path::new(name)),
                    pages: pages
                        .as_ref()
                        .map(|pages| u32::try_from(pages.len()).unwrap_or(u32::MAX)),
                    runs: runs(pages.unwrap_or_default()),
                    unread: None,
                    stated: inspected.stated,
                })
            }
            Err(InspectorRefusal { reason, kind }) => {
                // What costs too much may be read by eye; what is locked or broken is the customer's all the same, and what
                // was said to the customer about it stands beside it (S-4.1.4b).
                let customers = matches!(
                    reason,
                    Reason::TooSlow { .. }
                        | Reason::TooBig { .. }
                        | Reason::TooManyPages { .. }
                        | Reason::Crashed
                        | Reason::Encrypted
                        | Reason::NoPages
                        | Reason::Damaged(_)
                );
                if !customers {
                    return Err(FileRefusal::Unusable {
                        name: name.to_owned(),
                        reason,
                    });
                }
                let kind = kind.unwrap_or(FileKind::Unknown);
                let name_lies = kind.belies(Path::new(name));
                Ok(Self {
                    kind,
                    name_lies,
                    pages: None,
                    runs: Vec::new(),
                    unread: Some(reason),
                    stated: None,
                })
            }
        }
    }
}

/// Folds pages with the same boxes into runs.
fn runs(pages: Vec<PageFacts>) -> Vec<PageRun> {
    let mut runs: Vec<PageRun> = Vec::new();
    for (page, facts) in (1..).zip(pages) {
        if runs.last().is_none_or(|run| run.facts != facts) {
            runs.push(PageRun { page, facts });
        }
        if runs.len() == MOST_RUNS {
            break;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use crate::inspector::{Damage, PageBox, PdfFacts};

    fn page(width: f64) -> PageFacts {
        let sheet = PageBox {
            left: 0.0,
            bottom: 0.0,
            right: width,
            top: 800.0,
        };
        PageFacts {
            media: sheet,
            crop: sheet,
            bleed: sheet,
            trim: sheet,
            bleed_stated: false,
            trim_stated: false,
            rotate: 0,
            user_unit: 1.0,
            trim_width: 1,
            trim_height: 1,
        }
    }

    fn inspected(kind: FileKind, pages: Option<Vec<PageFacts>>) -> Inspected {
        let pdf = pages.map(|pages| PdfFacts {
            version: "1.7".to_owned(),
            mended: false,
            pages,
        });
        Inspected {
            kind,
            name_lies: false,
            size: 1,
            pdf,
            stated: None,
        }
    }

    #[test]
    fn clause_s_4_1_1b_like_pages_are_told_once() {
        let pages = vec![page(500.0), page(500.0), page(600.0), page(500.0)];
        let examined =
            Examined::from_answer(Ok(inspected(FileKind::Pdf, Some(pages))), "内文.pdf").unwrap();
        assert_eq!(examined.pages, Some(4));
        assert_eq!(
            examined.runs.iter().map(|run| run.page).collect::<Vec<_>>(),
            [1, 3, 4]
        );
        let restless = (0..1_000)
            .map(|turn| page(500.0 + f64::from(turn % 2)))
            .collect();
        let examined =
            Examined::from_answer(Ok(inspected(FileKind::Pdf, Some(restless))), "内文.pdf")
                .unwrap();
        assert_eq!((examined.pages, examined.runs.len()), (Some(1_000), 200));
    }

    #[test]
    fn clause_s_4_1_1b_the_format_is_told_by_the_content() {
        // content, name, received?, does the name lie?
        let table = [
            (FileKind::Pdf, "封面.pdf", Some(false)),
            (FileKind::Cdr, "封面.cdr", Some(false)),
            (FileKind::Jpeg, "封面.pdf", Some(true)),
            (FileKind::Unknown, "说明.docx", Some(false)),
            (FileKind::Unknown, "封面.pdf", None),
            (FileKind::Unknown, "封面.CDR", None),
        ];
        for (kind, name, expected) in table {
            let answer = Examined::from_answer(Ok(inspected(kind, None)), name);
            assert_eq!(
                answer.ok().map(|examined| examined.name_lies),
                expected,
                "{kind:?} as {name}"
            );
        }
    }

    #[test]
    fn clause_s_4_1_4b_a_file_that_costs_too_much_or_is_locked_or_broken_is_received_unread() {
        let answer = |reason: Reason| {
            let refusal = InspectorRefusal {
                reason,
                kind: Some(FileKind::Pdf),
            };
            Examined::from_answer(Err(refusal), "内文.pdf")
        };
        for reason in [
            Reason::EmptyFile,
            Reason::NotReadable,
            Reason::FileTooBig { limit_mb: 2_000 },
            Reason::Busy,
        ] {
            let refused = Err(FileRefusal::Unusable {
                name: "内文.pdf".to_owned(),
                reason: reason.clone(),
            });
            assert_eq!(answer(reason), refused);
        }
        for reason in [
            Reason::TooSlow { limit_ms: 1 },
            Reason::TooBig { limit_mb: 1 },
            Reason::Crashed,
            Reason::Encrypted,
            Reason::NoPages,
            Reason::Damaged(Damage::CutShort),
        ] {
            let examined = answer(reason.clone()).unwrap();
            assert_eq!((examined.pages, examined.unread), (None, Some(reason)));
        }
    }
}
