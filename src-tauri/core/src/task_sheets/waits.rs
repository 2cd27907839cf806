//! What of a check list waits for somebody now: stored with the order, so that 今日 never evaluates a check list (F2-04.2).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CheckLine;
use crate::accounts::{Power, Role};
use crate::error::Failure;
use crate::review::Department;

/// A line of the check list that is somebody's turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    /// What it says, for the window's words.
    pub code: String,
    /// Facts for the words.
    pub params: BTreeMap<String, String>,
    /// Whose turn it is: one role for each line.
    pub who: Role,
    /// The step of the rail where it is mended.
    pub step: u8,
    /// The field to land on, where it is a field.
    pub path: Option<String>,
}

impl Waiting {
    fn of(line: &CheckLine) -> Self {
        let params = line.params.iter();
        Self {
            code: line.code.to_owned(),
            params: params
                .map(|(name, fact)| ((*name).to_owned(), fact.clone()))
                .collect(),
            who: line.who,
            step: line.step,
            path: line.path.clone(),
        }
    }

    /// The signature or act it waits for; none where it is the assistant's.
    #[must_use]
    pub fn power(&self) -> Option<Power> {
        let department = || {
            let said = self.params.get("department")?;
            Department::from_code(said)
        };
        match self.code.as_str() {
            "check" | "check_stale" => Some(Power::SignCheck),
            "effect_approval" | "effect_approval_stale" => Some(Power::SignEffect),
            "regular_product" => Some(Power::MarkRegular),
            "deposit" => Some(Power::RecordReceipt),
            "review_opinion_missing" | "review_opinion_stale" => {
                department().map(Department::power)
            }
            "quality_reviewed" => Some(Power::OpineQuality),
            "three_way_differs" => Some(Power::SignDifferences),
            "review_declined" => Some(Power::SignDecline),
            _ => None,
        }
    }

    /// Whether a department is asked, which may answer while other things are still to be done.
    fn is_opinion(&self) -> bool {
        matches!(
            self.code.as_str(),
            "review_opinion_missing" | "review_opinion_stale" | "quality_reviewed"
        )
    }
}

/// What of a check list waits for somebody now: of the assistant's lines the first; of the others' those before which nothing is
/// left for the assistant to do, and every opinion of a review that was begun.
#[must_use]
pub fn waits(lines: &[CheckLine]) -> Vec<Waiting> {
    let mut found: Vec<Waiting> = Vec::new();
    let mut hers = false;
    for line in lines.iter().filter(|line| !line.ok) {
        let line = Waiting::of(line);
        let turn = match line.who {
            Role::SalesAssistant => !std::mem::replace(&mut hers, true),
            _ => !hers || line.is_opinion(),
        };
        if turn {
            found.push(line);
        }
    }
    found
}

/// What waits once a line of the assistant's is red that was not: whatever stands behind it waits no longer.
#[must_use]
pub(super) fn waits_with(before: Vec<Waiting>, line: &CheckLine) -> Vec<Waiting> {
    let hers = |line: &Waiting| line.who == Role::SalesAssistant;
    if before
        .iter()
        .any(|waiting| hers(waiting) && waiting.step < line.step)
    {
        return before;
    }
    let (mut found, behind): (Vec<_>, Vec<_>) = before
        .into_iter()
        .partition(|waiting| waiting.step < line.step);
    found.push(Waiting::of(line));
    found.extend(behind.into_iter().filter(Waiting::is_opinion));
    found
}

/// As it is stored.
///
/// # Errors
/// Never, as far as is known.
pub(super) fn stored(waits: &[Waiting]) -> Result<String, Failure> {
    serde_json::to_string(waits).map_err(|_| Failure::UnknownValue {
        what: "orders.waits",
        value: waits.len().to_string(),
    })
}

/// Reads what is stored.
///
/// # Errors
/// When it is something else.
pub(crate) fn from_stored(text: &str) -> Result<Vec<Waiting>, Failure> {
    serde_json::from_str(text).map_err(|_| Failure::UnknownValue {
        what: "orders.waits",
        value: text.chars().take(80).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn red(code: &'static str, step: u8) -> CheckLine {
        CheckLine::red(code, "S-4.4.1", step)
    }

    fn codes(found: &[Waiting]) -> Vec<&str> {
        found.iter().map(|waiting| waiting.code.as_str()).collect()
    }

    fn opinion(department: Department) -> CheckLine {
        red("review_opinion_missing", 4)
            .with("department", department.code())
            .by(department.role())
    }

    #[test]
    fn clause_f2_04_2_each_waits_when_what_comes_before_is_done() {
        let green = CheckLine::green("starred_fields", "S-4.4.1", 1);
        let all = [
            green.clone(),
            red("read_back", 1),
            red("verified", 1),
            red("deposit", 1),
            red("sample_missing", 3),
            opinion(Department::Production),
            opinion(Department::Quality),
            red("effect_approval", 5),
            red("check", 5),
        ];
        assert_eq!(
            codes(&waits(&all)),
            [
                "read_back",
                "review_opinion_missing",
                "review_opinion_missing"
            ]
        );
        let signers = [green.clone(), red("effect_approval", 5), red("check", 5)];
        assert_eq!(codes(&waits(&signers)), ["effect_approval", "check"]);
        let behind = [
            green,
            red("deposit", 1),
            red("sample_missing", 3),
            red("check", 5),
        ];
        assert_eq!(codes(&waits(&behind)), ["deposit", "sample_missing"]);
        assert!(waits(&[]).is_empty());
    }

    #[test]
    fn clause_s_4_2_2_a_sample_that_is_asked_now_waits_as_the_whole_list_says() {
        let sample = red("sample_missing", 3);
        for others in [
            vec![],
            vec![red("read_back", 1), red("check", 5)],
            vec![red("deposit", 1), red("check", 5)],
            vec![red("position_missing", 3), red("check", 5)],
            vec![opinion(Department::Quality), red("effect_approval", 5)],
            vec![
                red("files_missing", 2),
                opinion(Department::Production),
                red("check", 5),
            ],
        ] {
            let mut whole = others.clone();
            let place = others.iter().take_while(|line| line.step < 3).count();
            whole.insert(place, sample.clone());
            assert_eq!(
                waits_with(waits(&others), &sample),
                waits(&whole),
                "{others:?}"
            );
        }
    }

    #[test]
    fn clause_f2_04_2_every_line_that_is_not_the_assistants_names_who_may_give_it() {
        let supervised = red("three_way_differs", 5).by(Role::SalesSupervisor);
        assert_eq!(
            Waiting::of(&supervised).power(),
            Some(Power::SignDifferences)
        );
        for code in [
            "check",
            "check_stale",
            "effect_approval",
            "effect_approval_stale",
            "regular_product",
            "deposit",
            "review_declined",
        ] {
            let line = Waiting::of(&red(code, 5));
            let power = line.power().map(Power::roles).unwrap_or_default();
            assert!(power.contains(&line.who), "{code}: {power:?}");
        }
        for department in Department::ALL {
            let line = Waiting::of(&opinion(department));
            assert!(
                line.power()
                    .is_some_and(|power| power.roles().contains(&line.who)),
                "{department:?}"
            );
        }
    }
}
