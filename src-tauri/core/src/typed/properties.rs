use proptest::prelude::*;

use super::{
    Expected, clean_lines, clean_text, colours, date, integer, micrometres, millimetres, money,
    percent, quantity, size, spots, unit_price,
};
use crate::calendar::{BusinessDay, HouseDays};
use crate::imposition::Colours;
use crate::measures::{Fen, Micrometres, Millimetres, Percent, Quantity, Size, UnitPrice};

/// A Tuesday.
fn today() -> BusinessDay {
    BusinessDay::from_ymd(2026, 11, 24).unwrap_or(BusinessDay(chrono::NaiveDate::MIN))
}

/// Reads a text by every reading there is.
fn read_all(text: &str) {
    let house = HouseDays::default();
    let _ = (
        money(text),
        unit_price(text),
        quantity(text),
        integer(text, i64::MIN, i64::MAX),
        percent(text),
    );
    let _ = (
        millimetres(text),
        micrometres(text),
        size(text),
        colours(text, None),
        spots(text),
    );
    let _ = (
        date(text, today(), Expected::ToCome, &house),
        date(text, today(), Expected::Any, &house),
    );
    let _ = (clean_text(text, 200), clean_lines(text, 200));
}

proptest! {
    #[test]
    fn no_text_stops_the_desk(text in any::<String>()) {
        read_all(&text);
    }

    #[test]
    fn no_jumble_of_trade_words_stops_the_desk(
        text in "[0-9０-９零一二两三十百千万亿点.,，xX*×+＋/年月日号周下个工作天后元角分¥%cmkw大正开色面双单 -]{0,24}",
    ) {
        read_all(&text);
    }

    #[test]
    fn what_is_shown_is_read_back(
        fen in 0_i64..=100_000_000_000,
        price in 0_i64..=10_000_000_000_000,
        pieces in 1_i64..=100_000_000,
        hundredths in 0_i64..=10_000,
        tenths in 0_i64..=50_000,
        sides in (10_i64..=50_000, 10_i64..=50_000),
        caliper in 1_i64..=50_000,
        inks in (0_u8..=8, 0_u8..=8),
        later in 0_i64..60_000,
    ) {
        prop_assert_eq!(money(&Fen(fen).to_string()), Ok(Fen(fen)));
        prop_assert_eq!(unit_price(&UnitPrice(price).to_string()), Ok(UnitPrice(price)));
        prop_assert_eq!(quantity(&Quantity(pieces).to_string()), Ok(Quantity(pieces)));
        prop_assert_eq!(percent(&Percent(hundredths).to_string()), Ok(Percent(hundredths)));
        prop_assert_eq!(millimetres(&Millimetres(tenths).to_string()), Ok(Millimetres(tenths)));
        prop_assert_eq!(micrometres(&Micrometres(caliper).to_string()), Ok(Micrometres(caliper)));
        let trim = Size { width: Millimetres(sides.0), height: Millimetres(sides.1) };
        prop_assert_eq!(size(&trim.to_string()), Ok(trim));
        let inks = Colours::new(inks.0, inks.1);
        prop_assert_eq!(colours(&inks.to_string(), None), Ok(inks));
        let day = today().plus_days(later).unwrap_or(today());
        let read = date(&day.to_string(), today(), Expected::ToCome, &HouseDays::default());
        prop_assert_eq!(read.map(|reckoned| reckoned.day), Ok(day));
    }

    #[test]
    fn amounts_in_capitals_are_read_back(fen in 0_i64..=100_000_000_000) {
        if let Ok(capitals) = Fen(fen).in_capitals() {
            prop_assert_eq!(money(&format!("人民币{capitals}")), Ok(Fen(fen)), "{}", capitals);
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing_more(text in any::<String>()) {
        if let Ok(clean) = clean_text(&text, 200) {
            prop_assert_eq!(clean_text(&clean, 200), Ok(clean));
        }
    }
}
