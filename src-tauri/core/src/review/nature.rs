//! 订单性质: 常规 or 非常规 (F5-d1, F5-d2). Pure.
//!
//! The desk proposes: 常规 is what was made for this customer before and differs in nothing that is worked on. A person decides
//! otherwise, with the reasons of F5-d2 or with why it is 常规 all the same. An order nobody has decided about goes by S-4.3.1 alone,
//! which wins: what hits nothing there goes straight to the sheet.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::ReviewRefusal;
use crate::files::FileHash;
use crate::orders::{OF_ONE_RUN, Record, Row, Specification};

/// What kind of review an order asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "OrderNature")]
pub enum Nature {
    /// 常规 (F5-d1)
    Routine,
    /// 非常规 (F5-d2)
    Unusual,
}

impl Nature {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Routine => "routine",
            Self::Unusual => "unusual",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Routine, Self::Unusual]
            .into_iter()
            .find(|nature| nature.code() == code)
    }

    /// As the form prints it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Routine => "常规",
            Self::Unusual => "非常规",
        }
    }
}

/// Why an order is 非常规 (F5-d2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnusualReason {
    /// 重新技术设计
    NewDesign,
    /// 停产或多年未生产的老产品
    OldProduct,
    /// 质量要求超出常规
    Quality,
    /// 交期紧，且有罚款条款或影响声誉
    Penalty,
}

impl UnusualReason {
    /// Every reason, in the order of the clause.
    pub const ALL: [Self; 4] = [
        Self::NewDesign,
        Self::OldProduct,
        Self::Quality,
        Self::Penalty,
    ];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewDesign => "new_design",
            Self::OldProduct => "old_product",
            Self::Quality => "quality",
            Self::Penalty => "penalty",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// As the form prints it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::NewDesign => "重新技术设计",
            Self::OldProduct => "停产或多年未生产的老产品",
            Self::Quality => "质量要求超出常规",
            Self::Penalty => "交期紧，有罚款条款或影响声誉",
        }
    }
}

/// What a person decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Which.
    pub nature: Nature,
    /// Of 非常规: why, in the order of the clause, each once.
    pub reasons: Vec<UnusualReason>,
    /// Why so, where the desk proposes otherwise.
    pub why: String,
}

impl Decided {
    /// Decides whether it says enough, where the desk proposes `proposed`.
    ///
    /// # Errors
    /// When 非常规 has no reason, or what differs from the proposal does not say why.
    pub fn check(&self, proposed: Nature) -> Result<(), ReviewRefusal> {
        ReviewRefusal::text_fits(&self.why)?;
        if self.nature == Nature::Unusual && self.reasons.is_empty() {
            return Err(ReviewRefusal::NoUnusualReason);
        }
        if self.nature != proposed && self.why.trim().is_empty() {
            return Err(ReviewRefusal::NoNatureReason);
        }
        Ok(())
    }
}

/// When the same product was last made for the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MadeBefore {
    /// The day its sheet was issued.
    pub on: NaiveDate,
    /// Nothing that is worked on differs.
    pub same: bool,
}

/// The first day on which a product last made `on` that day has not been made for more than so many `months` (F5-d2).
#[must_use]
pub fn grows_old_on(on: NaiveDate, months: u32) -> Option<NaiveDate> {
    on.checked_add_months(Months::new(months))?.succ_opt()
}

/// Whether a product last made `on` that day has not been made for more than so many `months` (F5-d2).
#[must_use]
pub fn is_old(on: NaiveDate, months: u32, today: NaiveDate) -> bool {
    grows_old_on(on, months).is_some_and(|first| first <= today)
}

/// What the desk proposes (F5-d1, F5-d2), and why it is 非常规. What triggers of S-4.3.1 an order hits makes it 非常规 by itself.
#[must_use]
pub fn proposed(
    made: Option<MadeBefore>,
    special_quality: bool,
    triggered: bool,
    months: u32,
    today: NaiveDate,
) -> (Nature, Vec<UnusualReason>) {
    let old = made.is_some_and(|made| is_old(made.on, months, today));
    let same = made.is_some_and(|made| made.same);
    let reasons: Vec<UnusualReason> = [
        (!same).then_some(UnusualReason::NewDesign),
        old.then_some(UnusualReason::OldProduct),
        special_quality.then_some(UnusualReason::Quality),
    ]
    .into_iter()
    .flatten()
    .collect();
    let nature = if reasons.is_empty() && !triggered {
        Nature::Routine
    } else {
        Nature::Unusual
    };
    (nature, reasons)
}

/// What of the product says how much of it there is, or what it is called: nobody works on that.
const NOT_WORKED_ON: [&str; 6] = [
    "name",
    "part_no",
    "quantity",
    "tolerance",
    "spares",
    "file_copies",
];
/// Plates that are new, or there by now.
const PLATES: &[&str] = &["plate_state"];
/// What of a finishing step holds for one run alone.
const OF_ONE_STEP: [&str; 2] = ["tool_state", "number_range"];

/// SHA-256 over what is worked on: two orders of the same hash differ in quantity, dates, addresses and price alone (F5-d1). Rows
/// are told by their place, because their keys are those of one order.
#[must_use]
pub fn worked_on(specification: &Specification) -> String {
    let mut digest = Sha256::new_with_prefix(b"docket worked on 1\n");
    let mut put = |level: &str, record: &Record, without: &[&str]| {
        let kept = record.iter().filter(|(key, _)| !without.contains(key));
        for (key, value) in kept {
            let text = value.typed();
            // The length in front keeps two texts from being read as one.
            digest.update(format!("{level}.{key} {}\n{text}\n", text.len()));
        }
    };
    put("product", &specification.product, &NOT_WORKED_ON);
    let quality = |(key, _): &(&&'static str, &crate::orders::Value)| {
        matches!(**key, "quality_standard" | "quality_special")
    };
    let order = specification.order.iter().filter(quality);
    let order: Record = order.map(|(key, value)| (*key, value.clone())).collect();
    put("order", &order, &[]);
    let of_one_run = [OF_ONE_RUN, PLATES].concat();
    let lists: [(&str, &[Row], &[&str]); 2] = [
        ("component", &specification.components, &of_one_run),
        ("finishing", &specification.finishing, &OF_ONE_STEP),
    ];
    for (level, rows, without) in lists {
        for (place, row) in rows.iter().enumerate() {
            put(&format!("{level}:{place}"), &row.values, without);
        }
    }
    FileHash::finished(digest).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn clause_f5_d1_f5_d2_routine_is_what_was_made_before_and_differs_in_nothing_worked_on() {
        use UnusualReason::{NewDesign, OldProduct, Quality};
        let today = day("2026-11-24");
        let made = |on: &str, same| Some(MadeBefore { on: day(on), same });
        // made before, special quality, a trigger of S-4.3.1 → 常规?, why not
        let table = [
            (None, false, false, false, vec![NewDesign]),
            (made("2026-05-04", true), false, false, true, vec![]),
            (made("2026-05-04", true), false, true, false, vec![]),
            (
                made("2026-05-04", false),
                false,
                false,
                false,
                vec![NewDesign],
            ),
            (made("2026-05-04", true), true, false, false, vec![Quality]),
            // 24 months to the day are not more than 24 months.
            (made("2024-11-24", true), false, false, true, vec![]),
            (
                made("2024-11-23", true),
                false,
                false,
                false,
                vec![OldProduct],
            ),
            (
                made("2021-01-05", false),
                true,
                true,
                false,
                vec![NewDesign, OldProduct, Quality],
            ),
        ];
        for (made, quality, triggered, routine, why) in table {
            let (nature, reasons) = proposed(made, quality, triggered, 24, today);
            assert_eq!(
                nature == Nature::Routine,
                routine,
                "{made:?} {quality} {triggered}"
            );
            assert_eq!(reasons, why, "{made:?} {quality} {triggered}");
        }
    }

    #[test]
    fn clause_f5_d2_who_decides_otherwise_says_why() {
        let decided = |nature, reasons: &[UnusualReason], why: &str| Decided {
            nature,
            reasons: reasons.to_vec(),
            why: why.to_owned(),
        };
        use Nature::{Routine, Unusual};
        for (said, proposed, answer) in [
            (decided(Routine, &[], ""), Routine, Ok(())),
            (
                decided(Routine, &[], " "),
                Unusual,
                Err(ReviewRefusal::NoNatureReason),
            ),
            (decided(Routine, &[], "同版再印"), Unusual, Ok(())),
            (
                decided(Unusual, &[], "重要"),
                Routine,
                Err(ReviewRefusal::NoUnusualReason),
            ),
            (
                decided(Unusual, &[UnusualReason::Penalty], ""),
                Routine,
                Err(ReviewRefusal::NoNatureReason),
            ),
            (
                decided(Unusual, &[UnusualReason::Penalty], "合同罚款"),
                Routine,
                Ok(()),
            ),
            (
                decided(Unusual, &[UnusualReason::NewDesign], ""),
                Unusual,
                Ok(()),
            ),
        ] {
            assert_eq!(said.check(proposed), answer, "{said:?}");
        }
    }
}
