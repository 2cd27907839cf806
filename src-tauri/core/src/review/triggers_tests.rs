//! Each trigger at its boundary (S-4.3.1 A to E, S-4.4.1B).

use proptest::prelude::*;

use super::*;

fn comes_to(fen: Option<i64>) -> TriggerFacts {
    TriggerFacts {
        amount: fen.map(Fen),
        ..TriggerFacts::default()
    }
}

fn rules(change: impl FnOnce(&mut HouseRules)) -> HouseRules {
    let mut rules = HouseRules::default();
    change(&mut rules);
    rules
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

#[test]
fn clause_s_4_3_1a_a_new_or_potential_customer_is_reviewed() {
    let third = rules(|rules| rules.established_after = 3);
    let off = rules(|rules| rules.review_new_customer = false);
    let of = |orders, issued, marked| TriggerFacts {
        customer: Some(StandingFacts {
            orders,
            issued,
            marked,
        }),
        ..TriggerFacts::default()
    };
    // orders, issued, marked 老客户 → reviewed with 1, with 3 issued orders as the end of 新
    for (orders, issued, marked, after_one, after_three) in [
        (0, 0, false, true, true),
        (1, 0, false, true, true),
        (9, 1, false, false, true),
        (9, 2, false, false, true),
        (9, 3, false, false, false),
        (0, 0, true, false, false),
    ] {
        let facts = of(orders, issued, marked);
        let hit = |rules: &HouseRules| {
            let found = triggers(&facts, rules);
            found.first().is_some_and(|first| first.code() == "A")
        };
        assert_eq!(hit(&HouseRules::default()), after_one, "{facts:?}");
        assert_eq!(hit(&third), after_three, "{facts:?}");
        assert!(!hit(&off), "switched off");
    }
    let nobody = TriggerFacts::default();
    assert_eq!(triggers(&nobody, &HouseRules::default()), []);
}

#[test]
fn clause_s_4_3_1b_a_new_or_complex_process_is_reviewed() {
    let mature: BTreeSet<String> = [
        "覆哑膜",
        "局部UV",
        "局部uv",
        "烫金",
        "击凸",
        "压凹",
        "压纹",
        "模切",
        "裱坑",
        "折页",
        "锁线",
        "切成品",
    ]
    .map(str::to_owned)
    .into();
    let default = HouseRules::default();
    let complex = rules(|rules| rules.complex_processes = vec!["击凸".to_owned()]);
    let two = rules(|rules| rules.special_steps = 2);
    let off = rules(|rules| rules.review_process = false);
    // steps → by default, with 击凸 flagged 复杂, from 2 special steps on
    let table: [(&[&str], bool, bool, bool); 9] = [
        (&[], false, false, false),
        (&["覆哑膜", "烫金"], false, false, true),
        (&["覆哑膜", "局部UV", "烫金"], false, false, true),
        (&["覆哑膜", "局部UV", "烫金", "模切"], true, true, true),
        // However it is written.
        (&["覆哑膜", "局部uv", "烫金", "模切"], true, true, true),
        // Folding, binding and trimming do not count, however many there are.
        (&["折页", "锁线", "切成品", "烫金"], false, false, false),
        (&["击凸"], false, true, false),
        (&["植绒"], true, true, true),
        // The same step twice is two steps.
        (&["烫金", "烫金", "烫金", "烫金"], true, true, true),
    ];
    for (steps, by_default, flagged, from_two) in table {
        let facts = TriggerFacts {
            processes: steps.iter().map(|step| (*step).to_owned()).collect(),
            mature: mature.clone(),
            ..TriggerFacts::default()
        };
        let hit = |rules| !triggers(&facts, rules).is_empty();
        assert_eq!(hit(&default), by_default, "{steps:?}");
        assert_eq!(hit(&complex), flagged, "{steps:?}, complex");
        assert_eq!(hit(&two), from_two, "{steps:?}, two");
        assert!(!hit(&off), "{steps:?}, switched off");
    }
    // What counts as special finishing is the house's to say.
    let folds = rules(|rules| rules.special_finishing = vec!["折".to_owned(), "锁".to_owned()]);
    let folded = TriggerFacts {
        processes: ["折页", "折页", "折页", "锁线"].map(str::to_owned).into(),
        mature: mature.clone(),
        ..TriggerFacts::default()
    };
    assert!(triggers(&folded, &default).is_empty());
    assert!(!triggers(&folded, &folds).is_empty());
    let all = TriggerFacts {
        processes: ["植绒", "植绒", "击凸", "烫金", "模切", "UV转印"]
            .map(str::to_owned)
            .into(),
        mature,
        ..TriggerFacts::default()
    };
    let found = triggers(&all, &complex);
    let printed: Vec<String> = found.iter().map(Trigger::printed).collect();
    assert_eq!(
        printed,
        ["B 新工艺 植绒、UV转印；复杂工艺 击凸；特殊后加工 4 道，4 道起要评审"]
    );
}

#[test]
fn clause_s_4_3_1c_case_binding_is_reviewed() {
    let every = HouseRules::default();
    let albums = rules(|rules| rules.review_every_case_bound = false);
    let off = rules(|rules| rules.review_case_bound = false);
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
            ..TriggerFacts::default()
        };
        let answer = |rules| triggers(&facts, rules) == [Trigger::CaseBound];
        assert_eq!(answer(&every), by_default, "{facts:?}, every");
        assert_eq!(answer(&albums), albums_only, "{facts:?}, albums");
        assert!(!answer(&off), "{facts:?}, switched off");
    }
}

#[test]
fn clause_s_4_3_1d_more_than_fifty_thousand_yuan_is_reviewed() {
    let default = HouseRules::default();
    // FIELDS.md: 50,000.00 → no D; 50,000.01 → D.
    for (fen, reviewed) in [
        (0, false),
        (4_999_999, false),
        (5_000_000, false),
        (5_000_001, true),
        (i64::MAX, true),
    ] {
        let found = triggers(&comes_to(Some(fen)), &default);
        assert_eq!(found.len() == 1, reviewed, "{fen} fen");
    }
    let unknown = triggers(&comes_to(None), &default);
    assert_eq!(unknown, [], "without a price there is nothing above it");
    let strict = rules(|rules| rules.review_amount_above = Some(Fen(1_000_000)));
    assert_eq!(
        triggers(&comes_to(Some(1_000_001)), &strict),
        [Trigger::Amount {
            amount: Fen(1_000_001),
            above: Fen(1_000_000)
        }]
    );
    let off = rules(|rules| rules.review_amount_above = None);
    assert_eq!(triggers(&comes_to(Some(i64::MAX)), &off), []);
}

#[test]
fn clause_s_4_3_1e_a_date_tighter_than_the_cycle_is_reviewed() {
    let tight = HouseRules::default();
    let literal = rules(|rules| rules.review_date_literal = true);
    let off = rules(|rules| rules.review_date = false);
    // working days left of a cycle of 15 → tight, literal
    for (left, by_default, literally) in [
        (-1, true, false),
        (0, true, false),
        (10, true, false),
        (14, true, false),
        (15, false, false),
        (16, false, true),
    ] {
        let facts = TriggerFacts {
            delivery: Some(Delivery {
                due: BusinessDay(day("2026-03-02")),
                left,
                cycle: 15,
            }),
            ..TriggerFacts::default()
        };
        let hit = |rules| triggers(&facts, rules).len() == 1;
        assert_eq!(hit(&tight), by_default, "{left} days");
        assert_eq!(hit(&literal), literally, "{left} days, literally");
        assert!(!hit(&off), "{left} days, switched off");
    }
}

#[test]
fn clause_s_4_3_1e_the_worked_example_is_ten_working_days() {
    // FIELDS.md: 精装 (15-day cycle) released 2026-02-10, due 2026-03-02 → 10 working days → E.
    let left = working_days_between(
        BusinessDay(day("2026-02-10")),
        BusinessDay(day("2026-03-02")),
        &HouseDays::default(),
    );
    assert_eq!((left.days, left.estimated), (10, false));
    let facts = TriggerFacts {
        delivery: Some(Delivery {
            due: BusinessDay(day("2026-03-02")),
            left: left.days,
            cycle: 15,
        }),
        ..TriggerFacts::default()
    };
    let found = triggers(&facts, &HouseRules::default());
    let printed: Vec<String> = found.iter().map(Trigger::printed).collect();
    assert_eq!(
        printed,
        ["E 交期 2026-03-02 还有 10 个工作日，短于标准周期 15 个工作日"]
    );
    let signed: Vec<String> = found.iter().map(Trigger::signed).collect();
    assert_eq!(signed, ["E 2026-03-02 15"], "no day count is signed");
}

#[test]
fn clause_s_4_4_1b_a_special_demand_on_quality_is_always_reviewed() {
    let facts = TriggerFacts {
        special_quality: true,
        ..TriggerFacts::default()
    };
    let found = triggers(&facts, &HouseRules::default());
    assert_eq!(found, [Trigger::Quality]);
    assert!(!found.iter().any(Trigger::may_be_waived));
}

#[test]
fn clause_s_4_3_1_triggers_stand_side_by_side_in_the_order_of_their_letters() {
    let both = triggers(
        &TriggerFacts {
            album: true,
            case_bound: true,
            amount: Some(Fen(8_640_000)),
            ..TriggerFacts::default()
        },
        &HouseRules::default(),
    );
    let printed: Vec<String> = both.iter().map(Trigger::printed).collect();
    assert_eq!(printed, ["C 精装", "D 金额 86,400.00 元超过 50,000.00 元"]);
}

proptest! {
    /// However a delivery lies, the day on which E is said to turn is the first one on which it has.
    #[test]
    fn clause_s_4_3_1e_turns_on_the_day_that_is_stored(begins in 0_i64..400, lasts in 0_i64..60, cycle in 0_i64..30, literal: bool) {
        let house = HouseDays::default();
        let rules = rules(|rules| rules.review_date_literal = literal);
        let today = day("2026-01-05") + chrono::TimeDelta::days(begins);
        let due = BusinessDay(today + chrono::TimeDelta::days(lasts));
        let on = |today: NaiveDate| Delivery {
            due,
            left: working_days_between(BusinessDay(today), due, &house).days,
            cycle,
        };
        let hit = |today: NaiveDate| {
            let facts = TriggerFacts { delivery: Some(on(today)), ..TriggerFacts::default() };
            !triggers(&facts, &rules).is_empty()
        };
        let turns = date_turns_on(on(today), &rules, today, &house);
        let last = turns.unwrap_or(today + chrono::TimeDelta::days(120));
        let mut at = today;
        while at < last {
            prop_assert_eq!(hit(at), hit(today), "{}", at);
            at += chrono::TimeDelta::days(1);
        }
        if let Some(turned) = turns {
            prop_assert_ne!(hit(turned), hit(today));
        }
    }
}
