//! The 贴 table and the totals with figures put in by hand. The base of most is FIELDS.md's "Part form": 2000 copies of 120P,
//! s = 8, 正反印 4+4, 5 %, 2开: 7 × 2000 + 1 × 1000 = 15,000; 7 × 100 + 50 = 750; 15,750; 60 plates; 7,875 张; 15.75 令.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;

use super::{
    ByHand, ComponentJob, FormCell, FormEdit, FormEdits, Inks, Plan, Reams, Spoilage, Unreckonable,
    WorkStyle, plan, reckon_sheets,
};
use crate::measures::{Percent, Quantity};

fn part_form() -> ComponentJob {
    ComponentJob {
        printed_quantity: Quantity(2000),
        per_product: 1,
        pages: Some(120),
        pages_per_side: Some(8),
        number_up: None,
        style: WorkStyle::Sheetwise,
        inks: Inks::process(4, 4),
        cuts: Some(2),
        spoilage: Spoilage::PRINTED,
        by_hand: ByHand::default(),
    }
}

fn with(by_hand: ByHand) -> Plan {
    plan(&ComponentJob {
        by_hand,
        ..part_form()
    })
    .unwrap()
}

fn form(number: i64, cell: FormCell, figure: i64) -> ByHand {
    let mut forms = FormEdits::default();
    forms.put(
        number,
        FormEdit {
            figures: [(cell, figure)].into(),
            ..FormEdit::default()
        },
    );
    ByHand {
        forms,
        ..ByHand::default()
    }
}

fn totals(plan: &Plan) -> (i64, i64, i64, i64, i64, Option<i64>, String) {
    let sheets = &plan.sheets;
    (
        sheets.good_sheets,
        sheets.spoilage,
        sheets.total_sheets,
        sheets.plates,
        sheets.plate_sets,
        sheets.parent_sheets,
        sheets.reams.unwrap().to_string(),
    )
}

#[test]
fn clause_s_4_4_1_the_totals_follow_a_form_put_in_by_hand() {
    // Form 3 prints 3000: 15,000 + 1,000 = 16,000 good; its spoilage 5 % of 3000 = 150, so 750 + 50 = 800; 16,800; ÷ 2 = 8,400.
    let edited = with(form(3, FormCell::Sheets, 3000));
    assert_eq!(
        totals(&edited),
        (16_000, 800, 16_800, 60, 15, Some(8_400), "16.8".to_owned())
    );
    let third = edited.forms.get(2).unwrap();
    assert_eq!(
        (third.row.good_sheets, third.reckoned.good_sheets),
        (3000, 2000)
    );
    assert_eq!((third.row.spoilage, third.reckoned.spoilage), (150, 150));
    // Form 8 takes old plates: 60 − 4 = 56 plates, its set with them.
    let edited = with(form(8, FormCell::Plates, 0));
    assert_eq!((edited.sheets.plates, edited.sheets.plate_sets), (56, 14));
    // Form 1 with 20 spoilage sheets of its own: 750 − 100 + 20 = 670, below the minimum because a person said so.
    assert_eq!(with(form(1, FormCell::Spoilage, 20)).sheets.spoilage, 670);
}

#[test]
fn a_style_put_in_by_hand_takes_its_plates_with_it() {
    let mut forms = FormEdits::default();
    forms.put(
        1,
        FormEdit {
            style: Some(WorkStyle::WorkAndTurn),
            ..FormEdit::default()
        },
    );
    let edited = with(ByHand {
        forms,
        ..ByHand::default()
    });
    // 自翻 takes max(4, 4) = 4 instead of 8 plates and one set instead of two.
    assert_eq!((edited.sheets.plates, edited.sheets.plate_sets), (56, 14));
    assert_eq!(
        edited.sheets.good_sheets, 15_000,
        "sheets are a cell of their own"
    );
}

#[test]
fn forms_are_added_and_taken_out_and_hold_exactly_the_pages() {
    // The part form of 8P becomes two of 4P with 500 sheets each: 15,000 stays, spoilage 7 × 100 + 50 + 50 = 800.
    let mut forms = FormEdits::default();
    let edit = |pages, sheets, added| FormEdit {
        added,
        style: Some(WorkStyle::WorkAndTurn),
        figures: [(FormCell::Pages, pages), (FormCell::Sheets, sheets)].into(),
        ..FormEdit::default()
    };
    forms.put(8, edit(4, 500, false));
    forms.put(9, edit(4, 500, true));
    let split = with(ByHand {
        forms: forms.clone(),
        ..ByHand::default()
    });
    assert_eq!(
        (
            split.sheets.forms.len(),
            split.sheets.good_sheets,
            split.sheets.spoilage
        ),
        (9, 15_000, 800)
    );
    forms.put(
        9,
        FormEdit {
            added: true,
            gone: true,
            ..FormEdit::default()
        },
    );
    let job = ComponentJob {
        by_hand: ByHand {
            forms,
            ..ByHand::default()
        },
        ..part_form()
    };
    assert_eq!(
        plan(&job).unwrap().forms.len(),
        9,
        "the table stays to be mended"
    );
    assert_eq!(
        reckon_sheets(&job),
        Err(Unreckonable::FormsMissPages {
            pages: 120,
            covered: 116
        })
    );
}

#[test]
fn each_total_put_in_by_hand_starts_the_chain_anew_and_keeps_what_was_reckoned() {
    let by = |hand: ByHand| with(hand);
    let none = ByHand::default;
    // 放损 3 %: 60 a full form (above 50), the part form 30 → 50: 7 × 60 + 50 = 470; 15,470; 7,735; 15.47.
    let edited = by(ByHand {
        rate: Some(Percent::whole(3)),
        ..none()
    });
    assert_eq!(
        totals(&edited),
        (15_000, 470, 15_470, 60, 15, Some(7_735), "15.47".to_owned())
    );
    assert_eq!(
        (edited.rate, edited.reckoned.rate),
        (Percent::whole(3), Percent::whole(5))
    );
    // 放损 1001 in all: 16,001 ÷ 2 = 8000.5 → 8001 = 16.002 令.
    let edited = by(ByHand {
        spoilage: Some(1001),
        ..none()
    });
    assert_eq!(
        totals(&edited),
        (
            15_000,
            1001,
            16_001,
            60,
            15,
            Some(8_001),
            "16.002".to_owned()
        )
    );
    assert_eq!(edited.reckoned.spoilage, 750);
    // 正数 14,000: the spoilage of the forms stays, 14,750; 7,375; 14.75.
    let edited = by(ByHand {
        good_sheets: Some(14_000),
        ..none()
    });
    assert_eq!(
        totals(&edited),
        (14_000, 750, 14_750, 60, 15, Some(7_375), "14.75".to_owned())
    );
    assert_eq!(edited.reckoned.good_sheets, 15_000);
    // 总印张 16,000: 8,000; 16.
    let edited = by(ByHand {
        total_sheets: Some(16_000),
        ..none()
    });
    assert_eq!(
        totals(&edited),
        (15_000, 750, 16_000, 60, 15, Some(8_000), "16".to_owned())
    );
    assert_eq!(edited.reckoned.total_sheets, 15_750);
    // 用料 8,000 张: 16 令; 令数 17: nothing follows.
    let edited = by(ByHand {
        parent_sheets: Some(8_000),
        ..none()
    });
    assert_eq!(
        (edited.sheets.parent_sheets, edited.reckoned.parent_sheets),
        (Some(8_000), Some(7_875))
    );
    assert_eq!(edited.sheets.reams, Some(Reams(16_000)));
    let edited = by(ByHand {
        reams: Some(Reams(17_000)),
        ..none()
    });
    assert_eq!(
        (edited.sheets.reams, edited.reckoned.reams),
        (Some(Reams(17_000)), Some(Reams(15_750)))
    );
    // 印版 50 张, 13 付.
    let edited = by(ByHand {
        plates: Some(50),
        plate_sets: Some(13),
        ..none()
    });
    assert_eq!((edited.sheets.plates, edited.sheets.plate_sets), (50, 13));
    assert_eq!(
        (edited.reckoned.plates, edited.reckoned.plate_sets),
        (60, 15)
    );
}

#[test]
fn spoilage_in_all_is_spread_over_the_forms_without_their_own() {
    let mut hand = form(1, FormCell::Spoilage, 301);
    hand.spoilage = Some(1001);
    let edited = with(hand);
    // 1001 − 301 = 700 over seven forms: 100 each.
    let shares: Vec<i64> = edited
        .sheets
        .forms
        .iter()
        .map(|form| form.spoilage)
        .collect();
    assert_eq!(shares, [301, 100, 100, 100, 100, 100, 100, 100]);
}

#[test]
fn what_was_put_in_for_a_form_that_is_no_more_is_named_and_counts_for_nothing() {
    let edited = with(form(9, FormCell::Sheets, 700));
    assert_eq!(edited.lost, [9]);
    assert_eq!(totals(&edited), totals(&with(ByHand::default())));
}

#[test]
fn the_table_is_written_as_one_text_and_shown_in_words() {
    let mut forms = FormEdits::default();
    forms.put(
        3,
        FormEdit {
            figures: [(FormCell::Plates, 8), (FormCell::Sheets, 2100)].into(),
            ..FormEdit::default()
        },
    );
    forms.put(
        4,
        FormEdit {
            gone: true,
            ..FormEdit::default()
        },
    );
    forms.put(5, FormEdit::default());
    assert_eq!(forms.to_string(), "3 sheets=2100 plates=8; 4 gone");
    assert_eq!(
        forms.shown(|style| style.code().to_owned()),
        "第3贴 正数 2,100，印版 8；第4贴 不印"
    );
}

proptest! {
    #[test]
    fn a_cell_put_in_by_hand_changes_only_what_follows_from_it(number in 1_i64..9, pick in 0_usize..4, figure in 0_i64..1000) {
        let cell = [FormCell::Sheets, FormCell::Spoilage, FormCell::Plates, FormCell::Sets][pick];
        let (plain, edited) = (with(ByHand::default()), with(form(number, cell, figure)));
        for (before, after) in plain.forms.iter().zip(&edited.forms) {
            if before.number != number {
                prop_assert_eq!(before, after);
            }
        }
        let (old, new) = (&plain.sheets, &edited.sheets);
        if cell != FormCell::Sheets {
            prop_assert_eq!(old.good_sheets, new.good_sheets);
        }
        if matches!(cell, FormCell::Plates | FormCell::Sets) {
            prop_assert_eq!((old.total_sheets, old.parent_sheets), (new.total_sheets, new.parent_sheets));
        } else {
            prop_assert_eq!((old.plates, old.plate_sets), (new.plates, new.plate_sets));
        }
    }

    #[test]
    fn totals_are_the_sums_of_the_forms_that_are_printed(
        sheets in prop::collection::btree_map(1_i64..9, 0_i64..5000, 0..5),
        spoilage in prop::option::of(2000_i64..9000),
    ) {
        let mut forms = FormEdits::default();
        for (number, figure) in &sheets {
            forms.put(*number, FormEdit { figures: [(FormCell::Sheets, *figure)].into(), ..FormEdit::default() });
        }
        let edited = with(ByHand { forms, spoilage, ..ByHand::default() });
        let sum = |figure: fn(&super::FormRow) -> i64| edited.sheets.forms.iter().map(figure).sum::<i64>();
        prop_assert_eq!(edited.sheets.good_sheets, sum(|form| form.good_sheets));
        prop_assert_eq!(edited.sheets.spoilage, sum(|form| form.spoilage));
        prop_assert_eq!(edited.sheets.plates, sum(|form| form.plates));
        prop_assert_eq!(edited.sheets.plate_sets, sum(|form| form.sets));
        prop_assert_eq!(edited.sheets.total_sheets, edited.sheets.good_sheets + edited.sheets.spoilage);
    }
}
