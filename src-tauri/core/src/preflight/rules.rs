//! The rules of 预检, one after the other.

use super::{
    Finding, FindingKind as Kind, Ordered, Severity, Thresholds, colours, contents, sizes,
};
use crate::inspector::press::{Pages, PressFacts, Unread};
use crate::inspector::{PageFacts, Reason};

/// All that is known of a file, and what it is held against.
pub(super) struct Case<'a> {
    pub(super) pages: &'a [PageFacts],
    pub(super) press: &'a PressFacts,
    pub(super) ordered: &'a Ordered,
    pub(super) thresholds: &'a Thresholds,
}

/// What is wrong with a file, worst first, each kind once a severity.
#[must_use]
pub fn findings(
    pages: &[PageFacts],
    press: &PressFacts,
    ordered: &Ordered,
    thresholds: &Thresholds,
) -> Vec<Finding> {
    let case = Case {
        pages,
        press,
        ordered,
        thresholds,
    };
    let mut found = Vec::new();
    unread(&case, &mut found);
    sizes::check(&case, &mut found);
    colours::check(&case, &mut found);
    contents::check(&case, &mut found);
    found.sort_by_key(|finding| (finding.severity, finding.kind));
    found
}

/// The one finding about a file that could not be read at all.
#[must_use]
pub fn unreadable(reason: &Reason) -> Finding {
    let mut finding = Finding::new(Kind::Unreadable, Severity::Error, Pages::default())
        .with("reason", reason.code());
    for (name, value) in reason.params() {
        finding = finding.with(name, value);
    }
    finding
}

/// The pages with a fact, and their numbers.
impl Case<'_> {
    pub(super) fn pages_where(
        &self,
        holds: impl Fn(&crate::inspector::press::PagePress) -> bool,
    ) -> Pages {
        (1..)
            .zip(&self.press.pages)
            .filter(|(_, page)| holds(page))
            .map(|(number, _)| number)
            .collect()
    }

    /// The boxes of page `number`, from 1.
    pub(super) fn page(&self, number: u32) -> Option<&PageFacts> {
        self.pages
            .get(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}

/// Why a page of a broken file was not read.
pub(super) const DAMAGED: &str = "damaged";

/// A page that was not read cannot be called sound; where it is damaged it will not print either.
fn unread(case: &Case<'_>, found: &mut Vec<Finding>) {
    for (why, code, severity) in [
        (Unread::Damaged, DAMAGED, Severity::Error),
        (Unread::TooLarge, "too_large", Severity::Warning),
        (Unread::TooManySteps, "too_many_steps", Severity::Warning),
        (Unread::OutOfTime, "out_of_time", Severity::Warning),
    ] {
        let pages = case.pages_where(|page| page.unread == Some(why));
        if pages.first().is_some() {
            found.push(Finding::new(Kind::PageUnread, severity, pages).with("reason", code));
        }
    }
}
