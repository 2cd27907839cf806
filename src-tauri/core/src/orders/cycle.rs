//! 最早交期: the standard cycle of the product and all that adds to it, summed and rounded up once, counted in working days.

use crate::calendar::{BusinessDay, HouseDays, Reckoned, add_working_days};
use crate::settings::{Adder, StandardCycle, Tenths};

use super::specification::{Row, Specification, number, text};
use super::value::Value;

/// What of an order decides how long it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CycleFacts {
    /// 装订.
    pub(super) binding: String,
    /// 产品类型.
    pub(super) kind: String,
    /// What applies, a pass of a process as often as there are passes.
    pub(super) adders: Vec<Adder>,
}

/// Why a cycle is as long as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cycle {
    /// The word of the table that fitted, with its days in tenths.
    pub(super) base: (String, Tenths),
    /// What adds.
    pub(super) added: Vec<Added>,
    /// Working days, rounded up once.
    pub(super) days: u32,
}

/// What one kind of adder adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Added {
    pub(super) adder: Adder,
    /// How often it applies.
    pub(super) times: i64,
    /// What it adds altogether, in tenths of a day.
    pub(super) tenths: Tenths,
}

/// The cycle by the house's table; none for a product it does not speak of.
pub(super) fn cycle(facts: &CycleFacts, table: &StandardCycle) -> Option<Cycle> {
    let line = table.line_for(&facts.binding, &facts.kind)?;
    let said = |word: &&String| {
        facts.binding.contains(word.as_str()) || facts.kind.contains(word.as_str())
    };
    let word = line.words.iter().find(said)?;
    let mut added: Vec<Added> = Vec::new();
    for adder in &facts.adders {
        let tenths = table.adds(*adder);
        if tenths <= 0 {
            continue;
        }
        match added.iter_mut().find(|each| each.adder == *adder) {
            Some(each) => {
                each.times += 1;
                each.tenths = each.tenths.checked_add(tenths)?;
            }
            None => added.push(Added {
                adder: *adder,
                times: 1,
                tenths,
            }),
        }
    }
    let tenths = added
        .iter()
        .try_fold(line.tenths, |sum, each| sum.checked_add(each.tenths))?;
    let days = tenths / 10 + i64::from(tenths % 10 > 0);
    Some(Cycle {
        base: (word.clone(), line.tenths),
        added,
        days: u32::try_from(days).ok()?,
    })
}

impl Specification {
    /// Working days of the standard cycle (S-4.3.1E); none for a product the house's table does not speak of.
    #[must_use]
    pub fn cycle_days(&self, table: &StandardCycle) -> Option<u32> {
        cycle(&CycleFacts::of(self, table), table).map(|cycle| cycle.days)
    }

    /// The day promised, else the day asked for.
    #[must_use]
    pub fn delivery_day(&self) -> Option<BusinessDay> {
        ["confirmed_date", "requested_date"]
            .into_iter()
            .find_map(|key| match self.order.get(key) {
                Some(Value::Day(day)) => Some(*day),
                _ => None,
            })
    }

    /// What is done to the sheets, step by step, as it stands on the order (S-4.3.1B).
    #[must_use]
    pub fn processes(&self) -> Vec<String> {
        let named = |row: &Row| text(&row.values, "process").to_owned();
        let steps = self.finishing.iter().map(named);
        steps.filter(|process| !process.is_empty()).collect()
    }
}

/// The day the cycle is through when the sheet is released today.
pub(super) fn earliest(cycle: &Cycle, today: BusinessDay, house: &HouseDays) -> Option<Reckoned> {
    add_working_days(today, cycle.days, house)
}

impl CycleFacts {
    /// Gathers them from an order.
    pub(super) fn of(specification: &Specification, table: &StandardCycle) -> Self {
        let passes = |words: &[&str]| {
            let names = specification
                .finishing
                .iter()
                .map(|row| text(&row.values, "process"));
            names
                .filter(|name| words.iter().any(|word| name.contains(word)))
                .count()
        };
        let new_die = specification.finishing.iter().any(|row| {
            let process = text(&row.values, "process");
            text(&row.values, "tool_state") == "new"
                && ["模切", "啤", "压线", "压痕", "虚线"]
                    .iter()
                    .any(|word| process.contains(word))
        });
        let special_paper = specification.components.iter().any(|row| {
            let grade = text(&row.values, "grade");
            let mut words = table.special_papers.iter();
            words.any(|word| grade.contains(word.as_str()))
                && text(&row.values, "supply") != "customer"
        });
        let outwork = specification
            .finishing
            .iter()
            .any(|row| text(&row.values, "made_by") == "outwork");
        let large = number(&specification.product, "quantity")
            .is_some_and(|quantity| quantity > table.large_quantity);
        // Foil, embossing and spot UV go over the press once for every row of theirs; all else adds once an order.
        let adders = [
            (Adder::HotStamping, passes(&["烫"])),
            (Adder::Embossing, passes(&["击凸", "压凸", "压凹", "凹凸"])),
            (Adder::SpotUv, passes(&["局部UV", "局部 UV"])),
            (Adder::Lamination, passes(&["膜"]).min(1)),
            (Adder::SpecialPaper, usize::from(special_paper)),
            (Adder::Outwork, usize::from(outwork)),
            (Adder::LargeQuantity, usize::from(large)),
            (Adder::NewDie, usize::from(new_die)),
        ];
        Self {
            binding: text(&specification.product, "binding").to_owned(),
            kind: text(&specification.product, "type").to_owned(),
            adders: adders
                .into_iter()
                .flat_map(|(adder, times)| std::iter::repeat_n(adder, times))
                .collect(),
        }
    }
}
