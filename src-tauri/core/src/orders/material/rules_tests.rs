//! What the craft finds, how a finding stands, what keeps the sheet back.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;

use super::*;
use crate::calendar::BusinessDay;
use crate::orders::wire::{FormRow, OrderForm};

fn record(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

/// A saddle-stitched booklet of that many pages.
fn booklet(pages: &str) -> Specification {
    understood(&booklet_form(pages))
}

fn booklet_form(pages: &str) -> OrderForm {
    let row = |key: &str, pairs: &[(&str, &str)]| FormRow {
        key: key.to_owned(),
        values: record(pairs),
    };
    OrderForm {
        order: record(&[("unit_price", "2"), ("quality_standard", "公司标准")]),
        product: record(&[
            ("name", "手册"),
            ("size", "210x285"),
            ("quantity", "1000"),
            ("binding", "骑马订"),
        ]),
        components: vec![row(
            "c1",
            &[
                ("name", "内文"),
                ("pages", pages),
                ("grade", "铜版纸"),
                ("grammage", "128"),
                ("colours", "4+4"),
                ("work_style", "正反印"),
                ("press_size", "590x880"),
                ("bleed", "3"),
            ],
        )],
        ..OrderForm::default()
    }
}

fn understood(form: &OrderForm) -> Specification {
    let today = BusinessDay("2026-11-24".parse().expect("a day"));
    Specification::understand(form, today, &HouseRules::default()).0
}

fn all_found(specification: &Specification) -> Vec<Found> {
    found(specification, &HouseRules::default())
}

/// What was found, as it is kept once an act has entered it.
fn kept(id: i64, found: &Found) -> Kept {
    Kept {
        id,
        code: found.code.clone(),
        path: found.path.clone(),
        value_hash: found.value_hash.clone(),
        ..Kept::default()
    }
}

fn with(row: &Kept, outcome: Outcome, hash: &str) -> Kept {
    Kept {
        outcome: Some(outcome),
        outcome_hash: hash.to_owned(),
        ..row.clone()
    }
}

#[test]
fn clause_s_4_1_3_the_rules_of_the_craft_find_what_cannot_be_made() {
    let codes = |specification: &Specification| {
        all_found(specification)
            .into_iter()
            .map(|found| found.code)
            .collect::<Vec<_>>()
    };
    assert!(codes(&booklet("32")).is_empty());
    assert_eq!(codes(&booklet("30")), ["saddle_stitch_pages"]);
    assert_eq!(codes(&booklet("64")), [""; 0], "64 is the limit");
    assert_eq!(codes(&booklet("68")), ["saddle_stitch_too_thick"]);
    let mut form = booklet_form("32");
    form.components[0]
        .values
        .insert("press_size".into(), "210x285".into());
    assert_eq!(codes(&understood(&form)), ["trim_larger_than_press_sheet"]);
    // Days, sums and what is merely not known yet are no findings of the material.
    let mut form = booklet_form("32");
    form.order
        .insert("requested_date".into(), "2020-01-01".into());
    form.components[0].values.remove("colours");
    form.components[0].values.remove("pages");
    assert!(codes(&understood(&form)).is_empty());
}

#[test]
fn clause_s_4_1_3_a_house_that_switches_a_rule_off_finds_nothing_by_it() {
    let mut form = booklet_form("32");
    form.components[0]
        .values
        .insert("press_size".into(), "210x285".into());
    let off = HouseRules {
        warn_trim_on_sheet: false,
        ..HouseRules::default()
    };
    assert!(found(&understood(&form), &off).is_empty());
}

#[test]
fn clause_s_4_1_3_an_outcome_holds_for_exactly_what_it_was_given_to() {
    let before = booklet("30");
    let finding = all_found(&before).remove(0);
    let hash = finding.value_hash.clone();
    let row = kept(1, &finding);
    let now = |specification: &Specification, row: &Kept| {
        let found = all_found(specification);
        standing(row, now_of(specification, &found, row).as_deref())
    };
    assert_eq!(now(&before, &row), FindingState::Open);
    let as_is = with(&row, Outcome::AsIs, &hash);
    let change = with(&row, Outcome::Change, &hash);
    let dropped = with(&row, Outcome::Drop, &hash);
    // The order as it was, with other pages that are wrong too, with right ones.
    let table = [
        (
            &as_is,
            [
                // Nobody can make it: the customer's word changes nothing (FIELDS).
                FindingState::AskAgain,
                FindingState::AskAgain,
                FindingState::Closed,
            ],
        ),
        (
            &change,
            [
                FindingState::Waiting,
                FindingState::AskAgain,
                FindingState::Closed,
            ],
        ),
        (
            &dropped,
            [
                FindingState::Waiting,
                FindingState::AskAgain,
                FindingState::Closed,
            ],
        ),
    ];
    for (row, states) in table {
        for (pages, state) in ["30", "34", "32"].into_iter().zip(states) {
            assert_eq!(
                now(&booklet(pages), row),
                state,
                "{:?} {pages}",
                row.outcome
            );
        }
    }
    // A booklet that is thick may stay so, for exactly these pages; what has nothing to do with it leaves it standing.
    let finding = all_found(&booklet("68")).remove(0);
    let as_is = with(&kept(1, &finding), Outcome::AsIs, &finding.value_hash);
    for (pages, state) in [
        ("68", FindingState::Settled),
        ("72", FindingState::AskAgain),
        ("64", FindingState::Closed),
    ] {
        assert_eq!(now(&booklet(pages), &as_is), state, "{pages}");
    }
    let mut form = booklet_form("68");
    form.order.insert("unit_price".into(), "3".into());
    form.components[0]
        .values
        .insert("grade".into(), "双胶纸".into());
    assert_eq!(now(&understood(&form), &as_is), FindingState::Settled);
}

#[test]
fn clause_s_4_1_3_what_a_person_found_closes_when_its_field_is_changed_as_was_agreed() {
    let before = booklet("32");
    let path = "component:c1.grade";
    let hash = value_hash(&before, "", path, &BTreeMap::new());
    let row = Kept {
        id: 1,
        path: path.to_owned(),
        value_hash: hash.clone(),
        ..Kept::default()
    };
    let mut form = booklet_form("32");
    form.components[0]
        .values
        .insert("grade".into(), "双胶纸".into());
    let after = understood(&form);
    let state = |specification: &Specification, row: &Kept| {
        standing(row, now_of(specification, &[], row).as_deref())
    };
    for (outcome, before_it, after_it) in [
        (None, FindingState::Open, FindingState::Open),
        (
            Some(Outcome::AsIs),
            FindingState::Settled,
            FindingState::AskAgain,
        ),
        (
            Some(Outcome::Change),
            FindingState::Waiting,
            FindingState::Closed,
        ),
        (
            Some(Outcome::Drop),
            FindingState::Waiting,
            FindingState::Closed,
        ),
    ] {
        let row = match outcome {
            None => row.clone(),
            Some(outcome) => with(&row, outcome, &hash),
        };
        assert_eq!(state(&before, &row), before_it, "{outcome:?}");
        assert_eq!(state(&after, &row), after_it, "{outcome:?}");
    }
    // Of the order as a whole: only a person can say that it is mended.
    let whole = Kept {
        path: String::new(),
        ..row
    };
    let hash = value_hash(&before, "", "", &BTreeMap::new());
    let waiting = with(&whole, Outcome::Change, &hash);
    assert_eq!(state(&after, &waiting), FindingState::Waiting);
}

#[test]
fn clause_s_4_1_3_a_finding_opens_once_follows_its_figures_closes_with_its_cause_and_opens_again() {
    let (thick, fine, thicker) = (booklet("68"), booklet("64"), booklet("72"));
    let of = |specification: &Specification| all_found(specification).remove(0);
    let first = of(&thick);
    assert_eq!(
        steps(&thick, &all_found(&thick), &[]),
        [Step::Open(first.clone())]
    );
    let row = kept(7, &first);
    assert!(steps(&thick, &all_found(&thick), std::slice::from_ref(&row)).is_empty());
    assert_eq!(
        steps(&thicker, &all_found(&thicker), std::slice::from_ref(&row)),
        [Step::Refresh(7, of(&thicker))]
    );
    assert_eq!(
        steps(&fine, &all_found(&fine), std::slice::from_ref(&row)),
        [Step::Close(7)]
    );
    let closed = Kept {
        closed: true,
        ..row.clone()
    };
    assert_eq!(
        steps(&thick, &all_found(&thick), std::slice::from_ref(&closed)),
        [Step::Open(first.clone())],
        "it is there again and nobody said yes to it"
    );
    let wanted = with(&closed, Outcome::AsIs, &first.value_hash);
    assert_eq!(
        steps(&thick, &all_found(&thick), std::slice::from_ref(&wanted)),
        [Step::Reopen(7)],
        "the customer wanted exactly this"
    );
    assert_eq!(
        steps(&thicker, &all_found(&thicker), &[wanted]),
        [Step::Open(of(&thicker))],
        "but not that"
    );
}

#[test]
fn clause_s_4_1_3_open_findings_keep_the_sheet_back_then_an_audit_that_is_missing_or_stale() {
    use FindingState::{AskAgain, Closed, Open, Settled, Waiting};
    let findings = |count| Some(MaterialBlock::Findings { count });
    let table: [(&[FindingState], Option<bool>, Option<MaterialBlock>); 8] = [
        (&[], None, Some(MaterialBlock::NotAudited)),
        (&[], Some(false), None),
        (&[], Some(true), Some(MaterialBlock::Stale)),
        (&[Settled, Closed], Some(false), None),
        (&[Open, Settled], Some(false), findings(1)),
        (&[Waiting], Some(true), findings(1)),
        (&[AskAgain, Open], Some(false), findings(2)),
        (&[Open], None, findings(1)),
    ];
    for (states, stale, block) in table {
        assert_eq!(
            blocks(states.iter().copied(), stale),
            block,
            "{states:?} {stale:?}"
        );
    }
}

#[test]
fn clause_s_4_1_3_what_was_found_after_an_audit_asks_for_it_again_unless_it_is_gone() {
    let over = Over {
        hash: "now".to_owned(),
        last_finding: 7,
    };
    let kept = |id, closed, gone| Kept {
        id,
        closed,
        gone,
        ..Kept::default()
    };
    let by_rule = Kept {
        code: "saddle_stitch_too_thick".to_owned(),
        ..kept(8, true, true)
    };
    for (now, found, stale) in [
        ("now", None, false),
        ("another", None, true),
        ("now", Some(kept(7, false, false)), false),
        ("now", Some(kept(7, true, false)), false),
        ("now", Some(kept(8, false, false)), true),
        ("now", Some(kept(8, true, false)), true),
        // A rule finds it again where it is there; of what a person wrote down only a look tells.
        ("now", Some(by_rule), false),
        ("now", Some(kept(8, true, true)), true),
    ] {
        assert_eq!(over.is_stale(now, &found), stale, "{now} {found:?}");
    }
}

#[test]
fn clause_s_4_1_3_an_audit_is_about_what_the_craft_makes() {
    let base = craft_hash(&booklet("32"));
    let changed = |path: &str, text: &str| {
        let mut form = booklet_form("32");
        let (level, key) = path.split_once('.').expect("a path");
        let record = match level {
            "order" => &mut form.order,
            "product" => &mut form.product,
            _ => &mut form.components[0].values,
        };
        record.insert(key.to_owned(), text.to_owned());
        craft_hash(&understood(&form)) != base
    };
    for (path, text, stale) in [
        ("order.unit_price", "3", false),
        ("order.requested_date", "2026-12-10", false),
        ("order.quality_standard", "客户特殊要求", true),
        ("product.quantity", "2000", false),
        ("product.packing", "纸箱", false),
        ("product.size", "210x210", true),
        ("product.binding", "胶装", true),
        ("component.grade", "双胶纸", true),
        ("component.pages", "36", true),
    ] {
        assert_eq!(changed(path, text), stale, "{path}");
    }
}
