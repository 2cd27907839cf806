//! What a pattern must hold so that no number is ever given twice.

use super::pattern::ResetCycle;

/// The longest pattern.
const LONGEST: usize = 60;

/// Why a pattern will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// Too long, a brace that is not closed, or a piece nobody knows.
    Unreadable,
    /// Not exactly one running value.
    NotOneValue,
    /// No desk letter.
    NoDeskLetter,
    /// Two periods of its cycle would give the same numbers.
    NoPeriod,
}

impl PatternFault {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "series_pattern_unreadable",
            Self::NotOneValue => "series_needs_one_value",
            Self::NoDeskLetter => "series_needs_desk_letter",
            Self::NoPeriod => "series_needs_its_period",
        }
    }
}

/// Why a pattern will not do; none where it will.
///
/// It has one running value, the desk's letter (two desks on separate files never print the same number), and whatever
/// tells two periods of its cycle apart.
#[must_use]
pub fn complaint(pattern: &str, cycle: ResetCycle) -> Option<PatternFault> {
    let pieces = pieces(pattern);
    let has = |name: &str| pieces.iter().any(|piece| piece == name);
    let year = has("YYYY") || has("YY");
    let told_apart = match cycle {
        ResetCycle::Never => true,
        ResetCycle::Year => year,
        ResetCycle::Month => year && has("MM"),
        ResetCycle::Day => year && has("MM") && has("DD"),
    };
    let values = pieces.iter().filter(|piece| is_value(piece)).count();
    let known = |piece: &String| {
        is_value(piece) || ["YYYY", "YY", "MM", "DD", "D"].contains(&piece.as_str())
    };
    if pattern.chars().count() > LONGEST
        || !pieces.iter().all(known)
        || pattern.chars().any(char::is_control)
    {
        Some(PatternFault::Unreadable)
    } else if values != 1 {
        Some(PatternFault::NotOneValue)
    } else if !has("D") {
        Some(PatternFault::NoDeskLetter)
    } else if told_apart {
        None
    } else {
        Some(PatternFault::NoPeriod)
    }
}

fn is_value(piece: &str) -> bool {
    !piece.is_empty() && piece.bytes().all(|digit| digit == b'0')
}

/// What stands in the braces of a pattern; a brace that is never closed makes a piece nobody knows.
fn pieces(pattern: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = pattern;
    while let Some((_, after)) = rest.split_once('{') {
        let (piece, after) = after.split_once('}').unwrap_or(("{", ""));
        pieces.push(piece.to_owned());
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_f1_22_a_pattern_never_gives_a_number_twice() {
        let table = [
            ("OD-{YYYY}-{D}{000000}", ResetCycle::Year, None),
            ("K-{D}{0000}", ResetCycle::Never, None),
            ("{YY}{MM}-{D}{000}", ResetCycle::Month, None),
            ("{YY}{MM}{DD}-{D}{000}", ResetCycle::Day, None),
            (
                "OD-{D}{000000}",
                ResetCycle::Year,
                Some(PatternFault::NoPeriod),
            ),
            (
                "OD-{YYYY}-{D}{000000}",
                ResetCycle::Month,
                Some(PatternFault::NoPeriod),
            ),
            (
                "OD-{YYYY}{MM}-{D}{000}",
                ResetCycle::Day,
                Some(PatternFault::NoPeriod),
            ),
            (
                "OD-{YYYY}-{000000}",
                ResetCycle::Year,
                Some(PatternFault::NoDeskLetter),
            ),
            (
                "OD-{YYYY}-{D}",
                ResetCycle::Year,
                Some(PatternFault::NotOneValue),
            ),
            (
                "{D}{00}-{00}",
                ResetCycle::Never,
                Some(PatternFault::NotOneValue),
            ),
            (
                "{D}{00}{WEEK}",
                ResetCycle::Never,
                Some(PatternFault::Unreadable),
            ),
            ("{D}{00", ResetCycle::Never, Some(PatternFault::Unreadable)),
            ("", ResetCycle::Never, Some(PatternFault::NotOneValue)),
        ];
        for (pattern, cycle, wanted) in table {
            assert_eq!(complaint(pattern, cycle), wanted, "{pattern} {cycle:?}");
        }
    }
}
