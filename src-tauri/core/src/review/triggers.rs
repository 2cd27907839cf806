//! Which orders are reviewed before their task sheet is issued: S-4.3.1 C and D. A, B and E join with the issues
//! that build what they ask about.

use crate::measures::Fen;
use crate::orders::Specification;
use crate::settings::HouseRules;

/// What of an order decides whether it is reviewed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TriggerFacts {
    /// 产品类型 is 画册.
    pub album: bool,
    /// 装订 is 精装.
    pub case_bound: bool,
    /// The whole order, tax included; `None` while price or quantity is not known.
    pub amount: Option<Fen>,
}

impl From<&Specification> for TriggerFacts {
    fn from(specification: &Specification) -> Self {
        Self {
            album: specification.is_album(),
            case_bound: specification.is_case_bound(),
            amount: specification.amount(),
        }
    }
}

/// Why an order is reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// S-4.3.1C: a case-bound album, or case binding at all where the house says so.
    CaseBound,
    /// S-4.3.1D: more than this amount.
    Amount {
        /// What the order comes to.
        amount: Fen,
        /// Strictly above which the house reviews.
        above: Fen,
    },
}

impl Trigger {
    /// The letter of its clause.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CaseBound => "C",
            Self::Amount { .. } => "D",
        }
    }

    /// As the review form prints it.
    #[must_use]
    pub fn printed(self) -> String {
        match self {
            Self::CaseBound => "C 精装".to_owned(),
            Self::Amount { amount, above } => format!("D 金额 {amount} 元超过 {above} 元"),
        }
    }
}

/// Decides why an order is reviewed, by the `rules` in force on its order date; empty: it need not be.
#[must_use]
pub fn triggers(facts: &TriggerFacts, rules: &HouseRules) -> Vec<Trigger> {
    let counts = facts.case_bound && (facts.album || rules.review_every_case_bound);
    let by_binding = (rules.review_case_bound && counts).then_some(Trigger::CaseBound);
    let by_amount = facts
        .amount
        .zip(rules.review_amount_above)
        .and_then(|(amount, above)| (amount > above).then_some(Trigger::Amount { amount, above }));
    by_binding.into_iter().chain(by_amount).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comes_to(fen: Option<i64>) -> TriggerFacts {
        TriggerFacts {
            amount: fen.map(Fen),
            ..TriggerFacts::default()
        }
    }

    #[test]
    fn clause_s_4_3_1c_case_binding_is_reviewed() {
        let every = HouseRules::default();
        let albums = HouseRules {
            review_every_case_bound: false,
            ..HouseRules::default()
        };
        let off = HouseRules {
            review_case_bound: false,
            ..HouseRules::default()
        };
        // 画册, 精装, by default (all 精装), albums only
        let table = [
            (true, true, true, true),
            (false, true, true, false),
            (true, false, false, false),
            (false, false, false, false),
        ];
        for (album, case_bound, by_default, albums_only) in table {
            let facts = TriggerFacts {
                album,
                case_bound,
                amount: None,
            };
            let answer = |rules| triggers(&facts, rules) == [Trigger::CaseBound];
            assert_eq!(answer(&every), by_default, "{facts:?}, every");
            assert_eq!(answer(&albums), albums_only, "{facts:?}, albums");
            assert!(!answer(&off), "{facts:?}, switched off");
        }
    }

    #[test]
    fn clause_s_4_3_1d_more_than_fifty_thousand_yuan_is_reviewed() {
        let rules = HouseRules::default();
        // FIELDS.md: 50,000.00 → no D; 50,000.01 → D.
        for (fen, reviewed) in [
            (0, false),
            (4_999_999, false),
            (5_000_000, false),
            (5_000_001, true),
            (i64::MAX, true),
        ] {
            assert_eq!(
                triggers(&comes_to(Some(fen)), &rules).len() == 1,
                reviewed,
                "{fen} fen"
            );
        }
        assert_eq!(
            triggers(&comes_to(None), &rules),
            [],
            "without a price there is nothing above it"
        );
        let strict = HouseRules {
            review_amount_above: Some(Fen(1_000_000)),
            ..HouseRules::default()
        };
        assert_eq!(
            triggers(&comes_to(Some(1_000_001)), &strict),
            [Trigger::Amount {
                amount: Fen(1_000_001),
                above: Fen(1_000_000)
            }]
        );
        let off = HouseRules {
            review_amount_above: None,
            ..HouseRules::default()
        };
        assert_eq!(triggers(&comes_to(Some(i64::MAX)), &off), []);
    }

    #[test]
    fn clause_s_4_3_1_both_triggers_stand_side_by_side() {
        let both = triggers(
            &TriggerFacts {
                album: true,
                case_bound: true,
                amount: Some(Fen(8_640_000)),
            },
            &HouseRules::default(),
        );
        assert_eq!(
            both.iter()
                .map(|trigger| trigger.code())
                .collect::<Vec<_>>(),
            ["C", "D"]
        );
        assert_eq!(
            both.iter()
                .map(|trigger| trigger.printed())
                .collect::<Vec<_>>(),
            ["C 精装", "D 金额 86,400.00 元超过 50,000.00 元"]
        );
    }
}
