//! Numbers: rising, without a gap, anew each year, with the desk's letter.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, TimeDelta};
use docket_core::accounts::Actor;
use docket_core::audit::Activity;
use docket_core::numbers::wire::ChangeSeries;
use docket_core::numbers::{self, ResetCycle, Series, numbered, period};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use crate::support::{TestDesk, on_both};

async fn take(test: &TestDesk, series: Series, keep: bool) -> String {
    let mut writer = test
        .desk
        .begin(&test.assistant, Activity::RegisterOrder)
        .await
        .unwrap();
    let number = numbers::next(&mut writer, series).await.unwrap();
    if keep {
        writer.commit().await.unwrap();
    }
    number
}

#[test]
fn a_number_is_given_once_and_an_act_that_fails_gives_its_number_back() {
    on_both(|test| async move {
        assert_eq!(take(&test, Series::Order, true).await, "OD-2026-A000001");
        assert_eq!(take(&test, Series::Order, false).await, "OD-2026-A000002");
        assert_eq!(take(&test, Series::Order, true).await, "OD-2026-A000002");
        assert_eq!(
            take(&test, Series::TaskSheet, true).await,
            "RW-2026-A000001"
        );
        assert_eq!(take(&test, Series::Sample, true).await, "Y-2026-A0001");
        assert_eq!(take(&test, Series::Review, true).await, "PS-2026-A0001");
    });
}

#[test]
fn a_year_begins_at_midnight_in_shanghai() {
    on_both(|test| async move {
        test.it_is("2026-12-31T15:59:59Z");
        assert_eq!(take(&test, Series::Order, true).await, "OD-2026-A000001");
        test.it_is("2026-12-31T16:00:00Z");
        assert_eq!(take(&test, Series::Order, true).await, "OD-2027-A000001");
        // The clock is put back: the old year goes on where it was, no number is given twice.
        test.it_is("2026-12-31T15:00:00Z");
        assert_eq!(take(&test, Series::Order, true).await, "OD-2026-A000002");
    });
}

/// Patterns no two of which spell the same number, each with the cycles it takes.
const PATTERNS: [(&str, &[ResetCycle]); 4] = [
    ("K-{D}{0000}", &[ResetCycle::Never]),
    ("OD-{YYYY}-{D}{000}", &[ResetCycle::Year, ResetCycle::Never]),
    (
        "{YY}{MM}-{D}{000}",
        &[ResetCycle::Month, ResetCycle::Year, ResetCycle::Never],
    ),
    (
        "{YY}{MM}{DD}-{D}{00}",
        &[
            ResetCycle::Day,
            ResetCycle::Month,
            ResetCycle::Year,
            ResetCycle::Never,
        ],
    ),
];

#[derive(Clone, Debug)]
enum Step {
    /// So many days pass; fewer than none: the clock is put back.
    Days(i64),
    /// A series is laid out anew, from so many days on.
    Lay {
        series: usize,
        pattern: &'static str,
        cycle: ResetCycle,
        start: i64,
        in_days: u64,
    },
    /// Every series gives a number.
    Take,
}

fn a_step(back: bool) -> impl Strategy<Value = Step> {
    let layouts: Vec<_> = PATTERNS
        .iter()
        .flat_map(|(pattern, cycles)| cycles.iter().map(move |cycle| (*pattern, *cycle)))
        .collect();
    let laid = (
        0..SERIES.len(),
        prop::sample::select(layouts),
        prop::sample::select(vec![1, 1, 7, 30]),
        prop_oneof![Just(0), 0_u64..4, 0_u64..50],
    );
    prop_oneof![
        3 => prop_oneof![Just(1_i64), 0_i64..4, 1_i64..40].prop_map(Step::Days),
        u32::from(back) => (-40_i64..0).prop_map(Step::Days),
        5 => laid.prop_map(|(series, (pattern, cycle), start, in_days)| Step::Lay { series, pattern, cycle, start, in_days }),
        8 => Just(Step::Take),
    ]
}

const SERIES: [Series; 8] = [
    Series::Order,
    Series::SampleOrder,
    Series::Presale,
    Series::StockOrder,
    Series::Sample,
    Series::Review,
    Series::Customer,
    Series::ChangeNotice,
];

/// A number that was given.
#[derive(Clone, Debug)]
struct Taken {
    layout: usize,
    day: NaiveDate,
    value: i64,
}

/// What a series is expected to do, told without how it is done.
#[derive(Default)]
struct Expected {
    /// First day, pattern, cycle, start value; whether it has given a number.
    layouts: Vec<(NaiveDate, &'static str, ResetCycle, i64, bool)>,
    taken: Vec<Taken>,
    spelt: BTreeSet<String>,
    went_back: bool,
}

impl Expected {
    /// The layout of `day`: the last one that has come, or has begun.
    fn holding(&self, day: NaiveDate) -> usize {
        let held = self.layouts.iter().enumerate();
        held.filter(|(_, (from, .., begun))| *from <= day || *begun)
            .max_by_key(|(place, (from, ..))| (*from, *place))
            .unwrap()
            .0
    }

    fn gave(&mut self, day: NaiveDate, number: &str) {
        let layout = self.holding(day);
        let (_, pattern, cycle, start, begun) = self.layouts[layout];
        let value = (1..10_000).find(|value| numbered(pattern, day, "A", *value) == number);
        let value = value.expect("it is spelt as it is laid out");
        assert!(self.spelt.insert(number.to_owned()), "{number} once");
        let within = |taken: &&Taken| period(cycle, taken.day) == period(cycle, day);
        let highest = self
            .taken
            .iter()
            .filter(within)
            .map(|taken| taken.value)
            .max();
        assert!(
            highest < Some(value),
            "{number} goes back behind {highest:?}"
        );
        let known = |value: i64| self.taken.iter().any(|taken| taken.value == value);
        assert!(
            value == start || known(value - 1),
            "{number} leaves one out"
        );
        // While no clock goes back it is known to the number: a layout goes on in its period, and at first from where the
        // one before has come to.
        if self.taken.iter().all(|taken| taken.day <= day) {
            let before = self.taken.last().filter(|last| {
                let cycle = self.layouts[last.layout].2;
                !begun && period(cycle, last.day) == period(cycle, day)
            });
            let from = highest.max(before.map(|last| last.value));
            let wanted = from.map_or(start, |from| from + 1);
            assert!(
                self.went_back || value == wanted,
                "{number} is not {wanted}"
            );
        } else {
            self.went_back = true;
        }
        self.layouts[layout].4 = true;
        self.taken.push(Taken { layout, day, value });
    }
}

async fn lay(
    test: &TestDesk,
    director: &Actor,
    step: &Step,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let Step::Lay {
        series,
        pattern,
        cycle,
        start,
        in_days,
    } = step
    else {
        return None;
    };
    let from = today + Days::new(*in_days);
    let request = ChangeSeries {
        kind: SERIES[*series].code().to_owned(),
        pattern: (*pattern).to_owned(),
        reset: cycle.code().to_owned(),
        start: start.to_string(),
        from: from.to_string(),
        why: "试".to_owned(),
    };
    // Refused is what stands already, and what would hold before one that has begun.
    let laid = test.desk.change_series(director, &request).await;
    laid.is_ok().then_some(from)
}

#[test]
fn clause_f1_22_no_number_is_left_out_or_given_twice_however_series_are_laid_out() {
    numbered_through(false);
}

#[test]
fn clause_f1_22_no_number_is_given_twice_when_a_clock_goes_back_among_layouts() {
    numbered_through(true);
}

fn numbered_through(back: bool) {
    on_both(|test| async move {
        let director = test.actor("何静").await;
        // Nobody of the house holds a role before this day.
        let opened: NaiveDate = "2026-11-24".parse().unwrap();
        let mut today = opened;
        let page = test.desk.settings_page(&director).await.unwrap();
        let mut expected: BTreeMap<usize, Expected> = BTreeMap::new();
        for (place, series) in SERIES.into_iter().enumerate() {
            let row = page.series.iter().find(|row| row.kind == series.code());
            let pattern: &'static str = row.unwrap().pattern.clone().leak();
            let cycle = ResetCycle::from_code(row.unwrap().reset).unwrap();
            let first = (NaiveDate::MIN, pattern, cycle, 1, false);
            expected.entry(place).or_default().layouts.push(first);
        }
        let mut runner = TestRunner::deterministic();
        let steps = prop::collection::vec(a_step(back), STEPS);
        let mut laid = 0;
        for step in steps.new_tree(&mut runner).unwrap().current() {
            match &step {
                Step::Days(days) => {
                    today = opened.max(today + TimeDelta::days(*days));
                    test.it_is(&format!("{today}T02:00:00Z"));
                }
                Step::Lay {
                    series,
                    pattern,
                    cycle,
                    start,
                    ..
                } => {
                    if let Some(from) = lay(&test, &director, &step, today).await {
                        laid += 1;
                        let layouts = &mut expected.get_mut(series).unwrap().layouts;
                        layouts.push((from, pattern, *cycle, *start, false));
                    }
                }
                Step::Take => {
                    let act = test
                        .desk
                        .begin(&test.assistant, Activity::RegisterOrder)
                        .await;
                    let mut writer = act.unwrap();
                    for (place, series) in SERIES.into_iter().enumerate() {
                        let number = numbers::next(&mut writer, series).await.unwrap();
                        expected.get_mut(&place).unwrap().gave(today, &number);
                    }
                    writer.commit().await.unwrap();
                }
            }
        }
        assert!(laid > STEPS / 10, "series are laid out: {laid}");
    });
}

/// Days, layouts and takes of the property above.
const STEPS: usize = 600;
