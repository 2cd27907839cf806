use proptest::prelude::*;

use super::{ByHand, ComponentJob, Inks, Spoilage, WorkStyle, reckon_sheets};
use crate::measures::{Percent, Quantity};

prop_compose! {
    /// Any job a desk could put in, and some it should not.
    fn a_job()(
        copies in 1_i64..100_000,
        per_product in 1_i64..4,
        leaves in 1_i64..400,
        side in 1_i64..33,
        style in prop::sample::select(WorkStyle::ALL.to_vec()),
        front in 0_u8..6,
        back in 0_u8..6,
        percent in 0_i64..2000,
        fixed in 0_i64..200,
        cuts in 1_i64..9,
    ) -> ComponentJob {
        ComponentJob {
            printed_quantity: Quantity(copies),
            per_product,
            pages: Some(leaves * 2),
            pages_per_side: Some(side),
            number_up: None,
            style,
            inks: Inks::process(front, back),
            cuts: Some(cuts),
            spoilage: Spoilage { percent: Percent(percent), fixed, least: 50 },
            by_hand: ByHand::default(),
        }
    }
}

proptest! {
    #[test]
    fn forms_hold_all_pages_and_enough_sheets(job in a_job()) {
        let Ok(sheets) = reckon_sheets(&job) else { return Ok(()) };
        let pages: i64 = sheets.forms.iter().filter_map(|form| form.pages).sum();
        prop_assert_eq!(Some(pages), job.pages);
        // Every copy of every page has its place: a sheet holds two sides of `side` pages.
        let side = job.pages_per_side.unwrap_or_default();
        prop_assert!(sheets.good_sheets * 2 * side >= pages * job.printed_quantity.0 * job.per_product);
        prop_assert!(sheets.forms.iter().all(|form| form.spoilage >= 50));
    }

    #[test]
    fn totals_are_the_sum_of_their_forms(job in a_job(), by_hand in prop::option::of(0_i64..100_000)) {
        let Ok(sheets) = reckon_sheets(&ComponentJob { by_hand: ByHand { spoilage: by_hand, ..ByHand::default() }, ..job.clone() }) else { return Ok(()) };
        let good: i64 = sheets.forms.iter().map(|form| form.good_sheets).sum();
        let spoilage: i64 = sheets.forms.iter().map(|form| form.spoilage).sum();
        prop_assert_eq!(sheets.total_sheets, good + spoilage);
        prop_assert_eq!((sheets.good_sheets, sheets.spoilage), (good, spoilage));
        if let Some(total) = by_hand {
            prop_assert_eq!(spoilage, total);
        }
        let (parents, cuts) = (sheets.parent_sheets.unwrap_or_default(), job.cuts.unwrap_or_default());
        prop_assert!(parents * cuts >= sheets.total_sheets && (parents - 1) * cuts < sheets.total_sheets);
    }

    #[test]
    fn absurd_numbers_are_refused_and_never_overflow(
        numbers in prop::array::uniform8(any::<i64>()),
        small in prop::array::uniform8(-1_i64..12),
        pick in any::<u8>(),
        colours in any::<(u8, u8, u8, u8)>(),
        style in prop::sample::select(WorkStyle::ALL.to_vec()),
    ) {
        let number = |place: usize| if pick >> place & 1 == 1 { numbers[place] } else { small[place] };
        let job = ComponentJob {
            printed_quantity: Quantity(number(0)),
            per_product: number(1),
            pages: Some(number(2)).filter(|pages| *pages != 5),
            pages_per_side: Some(number(3)).filter(|pages| *pages != 5),
            number_up: Some(number(4)),
            style,
            inks: Inks { front_spots: colours.2 % 4, back_spots: colours.3, ..Inks::process(colours.0 % 4, colours.1 % 4) },
            cuts: Some(number(5)),
            spoilage: Spoilage { percent: Percent(number(6)), fixed: number(7), least: 50 },
            by_hand: ByHand::default(),
        };
        if let Ok(sheets) = reckon_sheets(&job) {
            prop_assert!(sheets.good_sheets > 0 && sheets.total_sheets >= sheets.good_sheets);
        }
    }
}
