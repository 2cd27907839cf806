//! Which orders are reviewed before their task sheet is issued (S-4.3.1 A to E, S-4.4.1B). Pure.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::nature::{Decided, UnusualReason, is_old};
use crate::calendar::{BusinessDay, HouseDays, add_working_days, working_days_between};
use crate::customers::{Standing, StandingFacts, standing};
use crate::measures::Fen;
use crate::orders::Specification;
use crate::settings::HouseRules;

/// When it is to be delivered, and how long the house takes (S-4.3.1E).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The day promised, else the day asked for.
    pub due: BusinessDay,
    /// Working days from today to that day.
    pub left: i64,
    /// Working days of the standard cycle.
    pub cycle: i64,
}

/// What of an order decides whether it is reviewed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TriggerFacts {
    /// Who orders; nobody where the house makes for its own stock.
    pub customer: Option<StandingFacts>,
    /// What is done to the sheets, step by step.
    pub processes: Vec<String>,
    /// Which processes the house masters (成熟).
    pub mature: BTreeSet<String>,
    /// 产品类型 is 画册.
    pub album: bool,
    /// 装订 is 精装.
    pub case_bound: bool,
    /// The whole order, tax included; `None` while price or quantity is not known.
    pub amount: Option<Fen>,
    /// `None` while no day is said, or the house has no cycle for the product.
    pub delivery: Option<Delivery>,
    /// 质量标准 is 客户特殊要求 (S-4.4.1B).
    pub special_quality: bool,
    /// 订单性质 as a person decided it (F5-d1, F5-d2).
    pub decided: Option<Decided>,
    /// When the same product was last issued for the customer.
    pub last_made: Option<NaiveDate>,
    /// The day of today.
    pub today: NaiveDate,
}

impl TriggerFacts {
    /// What the order itself says of it as of `today`, by the `rules` of its date.
    #[must_use]
    pub fn of(specification: &Specification, rules: &HouseRules, today: NaiveDate) -> Self {
        let delivery = specification
            .delivery_day()
            .zip(specification.cycle_days(&rules.standard_cycle))
            .map(|(due, cycle)| Delivery {
                due,
                left: working_days_between(BusinessDay(today), due, &rules.house_days).days,
                cycle: i64::from(cycle),
            });
        Self {
            customer: None,
            processes: specification.processes(),
            mature: BTreeSet::new(),
            album: specification.is_album(),
            case_bound: specification.is_case_bound(),
            amount: specification.amount(),
            delivery,
            special_quality: specification.has_special_quality(),
            decided: None,
            last_made: None,
            today,
        }
    }
}

/// Why an order is reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// S-4.3.1A: a new or potential customer.
    NewCustomer {
        /// Customer orders issued so far.
        issued: i64,
        /// With so many 新 ends.
        after: i64,
    },
    /// S-4.3.1B: a new process, or a complex job.
    Process {
        /// Processes the house does not master yet.
        unproven: Vec<String>,
        /// Processes the house says are 复杂.
        complex: Vec<String>,
        /// Special finishing steps, and from how many on the house reviews, where it comes to that.
        many: Option<(usize, usize)>,
    },
    /// S-4.3.1C: a case-bound album, or case binding at all where the house says so.
    CaseBound,
    /// S-4.3.1D: more than this amount.
    Amount {
        /// What the order comes to.
        amount: Fen,
        /// Strictly above which the house reviews.
        above: Fen,
    },
    /// S-4.3.1E: the delivery is tighter than the standard cycle; by the literal reading, beyond it.
    Date {
        /// When, what is left, and what the house takes.
        delivery: Delivery,
        /// The literal reading.
        literal: bool,
    },
    /// S-4.4.1B, F5-d2: a demand on quality above the standard of the house.
    Quality,
    /// F5-d2: it is 非常规.
    Unusual {
        /// Why.
        reason: UnusualReason,
        /// Of an old product: the day its sheet was last issued.
        last: Option<NaiveDate>,
    },
}

impl Trigger {
    /// The letter of its clause.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NewCustomer { .. } => "A",
            Self::Process { .. } => "B",
            Self::CaseBound => "C",
            Self::Amount { .. } => "D",
            Self::Date { .. } => "E",
            Self::Quality => "quality",
            Self::Unusual { reason, .. } => match reason {
                UnusualReason::NewDesign => "new_design",
                UnusualReason::OldProduct => "old_product",
                UnusualReason::Quality => "quality",
                UnusualReason::Penalty => "penalty",
            },
        }
    }

    /// As the review form prints it.
    #[must_use]
    pub fn printed(&self) -> String {
        match self {
            Self::NewCustomer { issued: 0, .. } => "A 新客户，还没有正式下过单".to_owned(),
            Self::NewCustomer { issued, after } => {
                format!("A 新客户，正式下过 {issued} 单，满 {after} 单才算老客户")
            }
            Self::Process {
                unproven,
                complex,
                many,
            } => {
                let new = (!unproven.is_empty()).then(|| format!("新工艺 {}", unproven.join("、")));
                let hard =
                    (!complex.is_empty()).then(|| format!("复杂工艺 {}", complex.join("、")));
                let many =
                    many.map(|(steps, from)| format!("特殊后加工 {steps} 道，{from} 道起要评审"));
                let said: Vec<String> = [new, hard, many].into_iter().flatten().collect();
                format!("B {}", said.join("；"))
            }
            Self::CaseBound => "C 精装".to_owned(),
            Self::Amount { amount, above } => format!("D 金额 {amount} 元超过 {above} 元"),
            Self::Date {
                delivery: Delivery { due, left, cycle },
                literal: false,
            } if *left < 0 => format!("E 交期 {due} 已过，标准周期 {cycle} 个工作日"),
            Self::Date {
                delivery: Delivery { due, left, cycle },
                literal,
            } => {
                let held = if *literal { "超过" } else { "短于" };
                format!("E 交期 {due} 还有 {left} 个工作日，{held}标准周期 {cycle} 个工作日")
            }
            Self::Quality => "非常规：质量要求超出常规".to_owned(),
            Self::Unusual {
                reason,
                last: Some(last),
            } => format!("非常规：{}，上次下单 {last}", reason.printed()),
            Self::Unusual { reason, last: None } => format!("非常规：{}", reason.printed()),
        }
    }

    /// Facts for the words of the window.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::CaseBound | Self::Quality => Vec::new(),
            Self::Unusual { last, .. } => {
                vec![("last", last.map_or_else(String::new, |day| day.to_string()))]
            }
            Self::NewCustomer { issued, after } => {
                vec![("issued", issued.to_string()), ("after", after.to_string())]
            }
            Self::Process {
                unproven,
                complex,
                many,
            } => {
                let mut facts = vec![
                    ("unproven", unproven.join("、")),
                    ("complex", complex.join("、")),
                ];
                if let Some((steps, from)) = many {
                    facts.extend([("steps", steps.to_string()), ("from", from.to_string())]);
                }
                facts
            }
            Self::Amount { amount, above } => {
                vec![("amount", amount.to_string()), ("above", above.to_string())]
            }
            Self::Date { delivery, literal } => vec![
                ("due", delivery.due.to_string()),
                ("left", delivery.left.to_string()),
                ("cycle", delivery.cycle.to_string()),
                ("literal", if *literal { "1" } else { "" }.to_owned()),
            ],
        }
    }

    /// What a waiver signs of it: all of it that does not turn with the day.
    #[must_use]
    pub fn signed(&self) -> String {
        match self {
            Self::NewCustomer { .. } => "A".to_owned(),
            Self::Date { delivery, .. } => format!("E {} {}", delivery.due, delivery.cycle),
            _ => self.printed(),
        }
    }

    /// Whether it is a reason of F5-d2.
    #[must_use]
    pub const fn is_unusual(&self) -> bool {
        matches!(self, Self::Quality | Self::Unusual { .. })
    }

    /// Whether a review that was called for by it may be waived: a demand above the standard of the house is always spoken
    /// of by 品质 (S-4.4.1B).
    #[must_use]
    pub const fn may_be_waived(&self) -> bool {
        !matches!(
            self,
            Self::Quality
                | Self::Unusual {
                    reason: UnusualReason::Quality,
                    ..
                }
        )
    }
}

/// Decides why an order is reviewed, by the `rules` in force on its order date; empty: it need not be.
#[must_use]
pub fn triggers(facts: &TriggerFacts, rules: &HouseRules) -> Vec<Trigger> {
    let by_binding = (rules.review_case_bound
        && facts.case_bound
        && (facts.album || rules.review_every_case_bound))
        .then_some(Trigger::CaseBound);
    let by_amount = facts
        .amount
        .zip(rules.review_amount_above)
        .and_then(|(amount, above)| (amount > above).then_some(Trigger::Amount { amount, above }));
    let by_quality = facts.special_quality.then_some(Trigger::Quality);
    [
        by_customer(facts, rules),
        by_process(facts, rules),
        by_binding,
        by_amount,
        by_date(facts, rules),
        by_quality,
    ]
    .into_iter()
    .flatten()
    .chain(by_nature(facts, rules))
    .collect()
}

/// F5-d2: the reasons a person gave, and an old product unless somebody has decided about the order. The demand on quality is a
/// trigger of its own.
fn by_nature(facts: &TriggerFacts, rules: &HouseRules) -> Vec<Trigger> {
    let last = facts
        .last_made
        .filter(|last| is_old(*last, rules.old_product_months, facts.today));
    let reasons = match &facts.decided {
        _ if !rules.review_unusual => Vec::new(),
        Some(decided) => decided.reasons.clone(),
        None if last.is_some() => vec![UnusualReason::OldProduct],
        None => Vec::new(),
    };
    let named = reasons
        .into_iter()
        .filter(|reason| *reason != UnusualReason::Quality || !facts.special_quality);
    let trigger = |reason: UnusualReason| Trigger::Unusual {
        reason,
        last: last.filter(|_| reason == UnusualReason::OldProduct),
    };
    named.map(trigger).collect()
}

/// A: 新 or 潜在.
fn by_customer(facts: &TriggerFacts, rules: &HouseRules) -> Option<Trigger> {
    let customer = facts.customer.as_ref()?;
    let after = rules.established_after;
    let new = standing(customer, after) != Standing::Established;
    (rules.review_new_customer && new).then_some(Trigger::NewCustomer {
        issued: customer.issued,
        after,
    })
}

/// B: a process that is not 成熟 or is 复杂, or too many special steps.
fn by_process(facts: &TriggerFacts, rules: &HouseRules) -> Option<Trigger> {
    if !rules.review_process {
        return None;
    }
    let named = |is: &dyn Fn(&str) -> bool| -> Vec<String> {
        let mut seen = BTreeSet::new();
        let all = facts.processes.iter();
        all.filter(|process| is(process) && seen.insert(process.as_str()))
            .cloned()
            .collect()
    };
    let unproven = named(&|process| !facts.mature.contains(process));
    // 局部uv is 局部UV.
    let says = |words: &[String], process: &str| {
        let process = process.to_uppercase();
        words
            .iter()
            .any(|word| process.contains(&word.to_uppercase()))
    };
    let complex = named(&|process| says(&rules.complex_processes, process));
    let special = facts
        .processes
        .iter()
        .filter(|process| says(&rules.special_finishing, process));
    let (steps, from) = (special.count(), rules.special_steps);
    let many = (steps >= from).then_some((steps, from));
    let hit = !unproven.is_empty() || !complex.is_empty() || many.is_some();
    hit.then_some(Trigger::Process {
        unproven,
        complex,
        many,
    })
}

/// E: the customer's day beats the cycle of the house; by the literal reading, lies beyond it.
fn by_date(facts: &TriggerFacts, rules: &HouseRules) -> Option<Trigger> {
    let delivery = facts.delivery?;
    let literal = rules.review_date_literal;
    let hit = if literal {
        delivery.left > delivery.cycle
    } else {
        delivery.left < delivery.cycle
    };
    (rules.review_date && hit).then_some(Trigger::Date { delivery, literal })
}

/// The first day after `today` on which E turns by itself; none where it will not.
#[must_use]
pub fn date_turns_on(
    delivery: Delivery,
    rules: &HouseRules,
    today: NaiveDate,
    house: &HouseDays,
) -> Option<NaiveDate> {
    if !rules.review_date {
        return None;
    }
    // What is left shrinks by one with every working day: tight begins one day below the cycle, literal ends on it.
    let until = if rules.review_date_literal {
        delivery.left - delivery.cycle
    } else {
        delivery.left - delivery.cycle + 1
    };
    let days = u32::try_from(until).ok().filter(|days| *days > 0)?;
    add_working_days(BusinessDay(today), days, house).map(|reckoned| reckoned.day.0)
}

#[cfg(test)]
#[path = "triggers_tests.rs"]
mod tests;
