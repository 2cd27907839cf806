#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::{
    Binding, BindingConflict, BindingFacts, BindingLimits, ByHand, ComponentJob, Fact, FormRow,
    Inks, NoSpine, PagesNotByFour, Reams, Spoilage, TextBlock, Unreckonable, WorkStyle,
    binding_conflicts, check_saddle_stitch, reckon_sheets, spine,
};
use crate::measures::{Micrometres, Percent, Quantity};

fn text(copies: i64, pages: i64, side: i64) -> ComponentJob {
    ComponentJob {
        printed_quantity: Quantity(copies),
        per_product: 1,
        pages: Some(pages),
        pages_per_side: Some(side),
        number_up: None,
        style: WorkStyle::Sheetwise,
        inks: Inks::process(4, 4),
        cuts: Some(2),
        spoilage: Spoilage::PRINTED,
        by_hand: ByHand::default(),
    }
}

fn flat(copies: i64, number_up: i64) -> ComponentJob {
    ComponentJob {
        pages: None,
        pages_per_side: None,
        number_up: Some(number_up),
        ..text(copies, 2, 1)
    }
}

#[test]
fn worked_example_part_form() {
    // 2000 copies, 120P, s = 8: 7 × 2000 + 1 × 1000 = 15,000; 7 × 100 + 50 = 750; 7 × 8 + 4 = 60 plates; 7 × 2 + 1 = 15 sets.
    let sheets = reckon_sheets(&text(2000, 120, 8)).unwrap();
    let full = FormRow {
        pages: Some(16),
        style: WorkStyle::Sheetwise,
        good_sheets: 2000,
        spoilage: 100,
        plates: 8,
        sets: 2,
    };
    let part = FormRow {
        pages: Some(8),
        style: WorkStyle::WorkAndTurn,
        good_sheets: 1000,
        spoilage: 50,
        plates: 4,
        sets: 1,
    };
    assert_eq!(
        sheets.forms,
        [full, full, full, full, full, full, full, part]
    );
    assert_eq!(
        (sheets.good_sheets, sheets.spoilage, sheets.total_sheets),
        (15_000, 750, 15_750)
    );
    assert_eq!((sheets.plates, sheets.plate_sets), (60, 15));
    assert_eq!(sheets.parent_sheets, Some(7875));
    assert_eq!(sheets.reams.unwrap().to_string(), "15.75");
}

#[test]
fn worked_example_sheets() {
    let sheets = reckon_sheets(&text(1000, 64, 8)).unwrap();
    assert_eq!(sheets.forms.len(), 4);
    assert!(
        sheets
            .forms
            .iter()
            .all(|form| form.good_sheets == 1000 && form.spoilage == 50)
    );
    assert_eq!(
        (sheets.good_sheets, sheets.spoilage, sheets.total_sheets),
        (4000, 200, 4200)
    );
    assert_eq!((sheets.plate_sets, sheets.plates), (8, 32));
    assert_eq!(sheets.parent_sheets, Some(2100));
    assert_eq!(sheets.reams.unwrap().to_string(), "4.2");
}

#[test]
fn forms_at_their_boundaries() {
    // (style, P, s) of 1001 copies → rows of (pages, good sheets, plates) with 4+1.
    let both = Inks::process(4, 1);
    let front = Inks::process(4, 0);
    for (style, inks, pages, side, rows) in [
        // One full form exactly; two pages more; two fewer: ceil(1001 × 2/16) = 126, ceil(1001 × 14/16) = 876.
        (WorkStyle::Sheetwise, both, 16, 8, vec![(16, 1001, 5)]),
        (
            WorkStyle::Sheetwise,
            both,
            18,
            8,
            vec![(16, 1001, 5), (2, 126, 4)],
        ),
        (WorkStyle::Sheetwise, both, 14, 8, vec![(14, 876, 4)]),
        (
            WorkStyle::Perfecting,
            both,
            24,
            8,
            vec![(16, 1001, 5), (8, 501, 4)],
        ),
        // 自翻: forms of s pages, ceil(1001/2) = 501 sheets; rest 4 of 8: ceil(1001 × 4/16) = 251.
        (
            WorkStyle::WorkAndTurn,
            both,
            16,
            8,
            vec![(8, 501, 4), (8, 501, 4)],
        ),
        (
            WorkStyle::WorkAndTumble,
            both,
            12,
            8,
            vec![(8, 501, 4), (4, 251, 4)],
        ),
        // 单面 keeps its style and its front plates in the part form.
        (
            WorkStyle::SingleSide,
            front,
            6,
            2,
            vec![(4, 1001, 4), (2, 501, 4)],
        ),
        (
            WorkStyle::Unprinted,
            Inks::default(),
            6,
            2,
            vec![(4, 1001, 0), (2, 501, 0)],
        ),
    ] {
        let job = ComponentJob {
            style,
            inks,
            ..text(1001, pages, side)
        };
        let found: Vec<_> = reckon_sheets(&job)
            .unwrap()
            .forms
            .iter()
            .map(|form| (form.pages.unwrap(), form.good_sheets, form.plates))
            .collect();
        assert_eq!(found, rows, "{style:?} {pages}P s = {side}");
    }
}

#[test]
fn part_forms_turn_themselves_only_out_of_two_sided_work() {
    for (style, part) in [
        (WorkStyle::Sheetwise, WorkStyle::WorkAndTurn),
        (WorkStyle::Perfecting, WorkStyle::WorkAndTurn),
        (WorkStyle::WorkAndTumble, WorkStyle::WorkAndTumble),
        (WorkStyle::SingleSide, WorkStyle::SingleSide),
    ] {
        let job = ComponentJob {
            style,
            inks: Inks::process(4, 0),
            ..text(1000, 20, 8)
        };
        assert_eq!(
            reckon_sheets(&job).unwrap().forms.last().unwrap().style,
            part
        );
    }
}

#[test]
fn flat_work_is_divided_by_its_number_up() {
    // ceil(2005 × 3 / 8) = ceil(751.875) = 752; 752 × 5 % = 37.6 → 38, at least 50 → 50; 802 / 4 = 200.5 → 201.
    let job = ComponentJob {
        per_product: 3,
        style: WorkStyle::SingleSide,
        inks: Inks {
            front_spots: 1,
            ..Inks::process(4, 0)
        },
        cuts: Some(4),
        ..flat(2005, 8)
    };
    let sheets = reckon_sheets(&job).unwrap();
    assert_eq!(
        (sheets.good_sheets, sheets.spoilage, sheets.total_sheets),
        (752, 50, 802)
    );
    assert_eq!((sheets.plates, sheets.plate_sets), (5, 1));
    assert_eq!(sheets.parent_sheets, Some(201));
    assert_eq!(sheets.reams, Some(Reams(402)));
    assert_eq!(sheets.reams.unwrap().to_string(), "0.402");
}

#[test]
fn boards_have_no_spoilage_and_blank_endpapers_no_minimum() {
    let boards = ComponentJob {
        per_product: 2,
        style: WorkStyle::Unprinted,
        inks: Inks::default(),
        spoilage: Spoilage::BOARD,
        ..flat(500, 8)
    };
    // 500 × 2 / 8 = 125, none on top.
    let sheets = reckon_sheets(&boards).unwrap();
    assert_eq!(
        (
            sheets.good_sheets,
            sheets.spoilage,
            sheets.plates,
            sheets.plate_sets
        ),
        (125, 0, 0, 0)
    );
    // 125 × 5 % = 6.25 → 7.
    let endpapers = ComponentJob {
        spoilage: Spoilage::UNPRINTED,
        ..boards
    };
    assert_eq!(reckon_sheets(&endpapers).unwrap().spoilage, 7);
}

#[test]
fn spoilage_is_fixed_sheets_and_a_share_but_never_below_the_least() {
    let spoilage = |fixed, percent, copies| {
        let rule = Spoilage {
            percent: Percent(percent),
            fixed,
            least: 50,
        };
        reckon_sheets(&ComponentJob {
            spoilage: rule,
            ..text(copies, 16, 8)
        })
        .unwrap()
        .spoilage
    };
    assert_eq!(spoilage(0, 500, 1000), 50);
    assert_eq!(spoilage(0, 500, 1001), 51); // 50.05 rounded up
    assert_eq!(spoilage(0, 500, 100), 50);
    assert_eq!(spoilage(100, 250, 2000), 150); // 100 + 50
    assert_eq!(spoilage(0, 0, 2000), 50);
}

#[test]
fn spots_take_plates_and_a_side_without_ink_takes_none() {
    // 4+0 with PANTONE 871 C in front = 5 inks; printed 正反印 the blank back has no set.
    let inks = Inks {
        front_spots: 1,
        ..Inks::process(4, 0)
    };
    let sheets = reckon_sheets(&ComponentJob {
        inks,
        ..text(1000, 16, 8)
    })
    .unwrap();
    assert_eq!((sheets.plates, sheets.plate_sets), (5, 1));
    // A pure spot job: 0+0 and one spot each side.
    let inks = Inks {
        front_spots: 1,
        back_spots: 1,
        ..Inks::default()
    };
    let sheets = reckon_sheets(&ComponentJob {
        inks,
        ..text(1000, 16, 8)
    })
    .unwrap();
    assert_eq!(
        (sheets.plates, sheets.plate_sets, sheets.spoilage),
        (2, 2, 50)
    );
}

#[test]
fn spoilage_put_in_by_hand_is_spread() {
    // 8 forms share 1001 sheets: 126 once, 125 seven times.
    let job = ComponentJob {
        by_hand: ByHand {
            spoilage: Some(1001),
            ..ByHand::default()
        },
        ..text(2000, 120, 8)
    };
    let sheets = reckon_sheets(&job).unwrap();
    assert_eq!((sheets.spoilage, sheets.total_sheets), (1001, 16_001));
    assert_eq!(sheets.forms.first().unwrap().spoilage, 126);
    assert_eq!(sheets.forms.last().unwrap().spoilage, 125);
}

#[test]
fn what_is_missing_absurd_or_contradictory_is_named() {
    let refused = |job: ComponentJob| reckon_sheets(&job).unwrap_err();
    let out_of_range = |fact, value, least, most| Unreckonable::OutOfRange {
        fact,
        value,
        least,
        most,
    };
    let job = text(1000, 64, 8);
    assert_eq!(
        refused(ComponentJob {
            pages_per_side: None,
            ..job.clone()
        }),
        Unreckonable::Missing(Fact::PagesPerSide)
    );
    assert_eq!(
        refused(ComponentJob {
            pages: None,
            ..job.clone()
        }),
        Unreckonable::Missing(Fact::Pages)
    );
    assert_eq!(
        refused(ComponentJob {
            number_up: None,
            ..flat(1000, 1)
        }),
        Unreckonable::Missing(Fact::NumberUp)
    );
    assert_eq!(
        refused(text(0, 64, 8)),
        out_of_range(Fact::PrintedQuantity, 0, 1, 200_000_000)
    );
    assert_eq!(
        refused(text(i64::MAX, 64, 8)),
        out_of_range(Fact::PrintedQuantity, i64::MAX, 1, 200_000_000)
    );
    assert_eq!(
        refused(text(1000, 0, 8)),
        out_of_range(Fact::Pages, 0, 2, 100_000)
    );
    assert_eq!(
        refused(text(1000, 64, 0)),
        out_of_range(Fact::PagesPerSide, 0, 1, 1000)
    );
    assert_eq!(
        refused(text(1000, 63, 8)),
        Unreckonable::OddPages { pages: 63 }
    );
    assert_eq!(
        refused(text(1000, 100_000, 1)),
        out_of_range(Fact::Forms, 50_000, 1, 1000)
    );
    assert_eq!(
        refused(ComponentJob {
            cuts: Some(0),
            ..job.clone()
        }),
        out_of_range(Fact::Cuts, 0, 1, 1000)
    );
    assert_eq!(
        refused(ComponentJob {
            style: WorkStyle::Unprinted,
            ..job.clone()
        }),
        Unreckonable::UnprintedWithInks
    );
    assert_eq!(
        refused(ComponentJob {
            style: WorkStyle::SingleSide,
            ..job.clone()
        }),
        Unreckonable::InksOnBlankBack
    );
    assert_eq!(
        refused(ComponentJob {
            inks: Inks::default(),
            ..job.clone()
        }),
        Unreckonable::NothingToPrint
    );
    let params = out_of_range(Fact::Cuts, 0, 1, 1000).params();
    assert_eq!(params["fact"], "cuts");
    assert_eq!(params["most"], "1000");
}

#[test]
fn without_cuts_the_paper_is_not_reckoned() {
    let sheets = reckon_sheets(&ComponentJob {
        cuts: None,
        ..text(1000, 64, 8)
    })
    .unwrap();
    assert_eq!(
        (sheets.total_sheets, sheets.parent_sheets, sheets.reams),
        (4200, None, None)
    );
}

#[test]
fn a_spine_is_its_leaves_and_for_case_binding_two_boards() {
    let block = |pages, caliper| TextBlock {
        pages,
        caliper: Micrometres(caliper),
    };
    // 120P of 105 µm: 60 × 105 = 6300 µm; with 16P of 130 µm: + 8 × 130 = 7340; with boards of 2.5 mm: + 5000 = 12,340.
    assert_eq!(spine(&[block(120, 105)], None), Ok(Micrometres(6300)));
    assert_eq!(
        spine(&[block(120, 105), block(16, 130)], None),
        Ok(Micrometres(7340))
    );
    assert_eq!(
        spine(&[block(120, 105), block(16, 130)], Some(Micrometres(2500))),
        Ok(Micrometres(12_340))
    );
    assert_eq!(spine(&[], None), Err(NoSpine::NoText));
    assert_eq!(
        spine(&[block(3, 105)], None),
        Err(NoSpine::NoWholeLeaves { pages: 3 })
    );
    assert_eq!(
        spine(&[block(2, 0)], None),
        Err(NoSpine::AbsurdCaliper {
            caliper: Micrometres(0)
        })
    );
    assert_eq!(
        spine(&[block(i64::MAX - 1, i64::MAX)], None),
        Err(NoSpine::AbsurdCaliper {
            caliper: Micrometres(i64::MAX)
        })
    );
}

#[test]
fn saddle_stitched_pages_come_in_fours() {
    assert_eq!(check_saddle_stitch(32), Ok(()));
    assert_eq!(check_saddle_stitch(30), Err(PagesNotByFour { pages: 30 }));
    assert_eq!(check_saddle_stitch(0), Err(PagesNotByFour { pages: 0 }));
}

#[test]
fn published_limits_warn_just_above_their_figure() {
    let facts = BindingFacts {
        binding: Binding::SaddleStitch,
        pages: Some(64),
        cover_grammage: Some(250),
        text_grammage: Some(157),
        embossed_film: false,
    };
    let limits = BindingLimits::default();
    assert_eq!(binding_conflicts(&facts, &limits), []);
    let above = BindingFacts {
        pages: Some(68),
        cover_grammage: Some(300),
        text_grammage: Some(200),
        embossed_film: true,
        ..facts
    };
    assert_eq!(
        binding_conflicts(&above, &limits),
        [
            BindingConflict::SaddleStitchTooThick {
                pages: 68,
                most: 64
            },
            BindingConflict::SaddleStitchCoverTooHeavy {
                grammage: 300,
                most: 250
            },
            BindingConflict::TextTooHeavy {
                grammage: 200,
                most: 157
            },
            BindingConflict::EmbossedFilm,
        ]
    );
    let glued = BindingFacts {
        binding: Binding::PerfectBound,
        pages: Some(402),
        ..facts
    };
    assert_eq!(
        binding_conflicts(&glued, &limits),
        [BindingConflict::PerfectBoundTooThick {
            pages: 402,
            most: 400
        }]
    );
    let glued = BindingFacts {
        pages: Some(400),
        ..glued
    };
    assert_eq!(binding_conflicts(&glued, &limits), []);
}

#[test]
fn work_styles_keep_their_codes() {
    for style in WorkStyle::ALL {
        assert_eq!(
            serde_json::to_string(&style).unwrap(),
            format!("\"{}\"", style.code())
        );
        assert_eq!(WorkStyle::from_code(style.code()), Some(style));
    }
    assert_eq!(WorkStyle::from_code("4+4"), None);
}
