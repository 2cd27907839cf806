#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use proptest::prelude::*;

use super::{Fen, Micrometres, Millimetres, NoCapitals, Percent, Quantity, Size, UnitPrice};

/// Reads capitals back, by rules of its own: figures are gathered, each unit multiplies what stands before it.
fn read_capitals(text: &str) -> i64 {
    let (mut above, mut section, mut figure, mut fen): (i64, i64, i64, i64) = (0, 0, 0, 0);
    for letter in text.chars() {
        if let Some(value) = "零壹贰叁肆伍陆柒捌玖"
            .chars()
            .position(|digit| digit == letter)
        {
            figure = i64::try_from(value).unwrap();
            continue;
        }
        match letter {
            '拾' => section += figure * 10,
            '佰' => section += figure * 100,
            '仟' => section += figure * 1000,
            '万' => section = (section + figure) * 10_000,
            '亿' => {
                above = (above + section + figure) * 100_000_000;
                section = 0;
            }
            '元' => fen += (above + section + figure) * 100,
            '角' => fen += figure * 10,
            '分' => fen += figure,
            '整' => {}
            other => panic!("{other} is no capital in {text}"),
        }
        figure = 0;
    }
    fen
}

#[test]
fn capitals_of_the_worked_examples() {
    for (fen, capitals) in [
        (0, "零元整"),
        (10, "壹角"),
        (1010, "壹拾元壹角"),
        (32_504, "叁佰贰拾伍元零肆分"),
        (140_950, "壹仟肆佰零玖元伍角"),
        (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
        (10_010_000, "壹拾万零壹佰元整"),
        (10_000_000_100, "壹亿零壹元整"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
    ] {
        assert_eq!(Fen(fen).in_capitals().unwrap(), capitals, "{}", Fen(fen));
    }
}

#[test]
fn capitals_of_further_amounts() {
    for (fen, capitals) in [
        (1, "壹分"),
        (11, "壹角壹分"),
        (1005, "壹拾元零伍分"),
        (8_640_000, "捌万陆仟肆佰元整"),
        (101_000, "壹仟零壹拾元整"),
        (100_100, "壹仟零壹元整"),
        (10_000_001, "壹拾万元零壹分"),
        // 12 0003 4056.70: a run of zeros inside each group, none at its end.
        (120_003_405_670, "壹拾贰亿零叁万肆仟零伍拾陆元柒角"),
        // 1,000,010,000 yuan: zeros over the whole 万 group down to its last place.
        (100_001_000_000, "壹拾亿零壹万元整"),
        // One trillion: 亿 counts itself in 万.
        (100_000_000_000_000, "壹万亿元整"),
    ] {
        assert_eq!(Fen(fen).in_capitals().unwrap(), capitals, "{}", Fen(fen));
    }
}

#[test]
fn a_negative_amount_has_no_capitals() {
    assert_eq!(Fen(-1).in_capitals(), Err(NoCapitals::Negative));
    assert_eq!(Fen(i64::MIN).in_capitals(), Err(NoCapitals::Negative));
}

#[test]
fn figures_are_written_as_the_forms_show_them() {
    assert_eq!(Fen(8_640_000).to_string(), "86,400.00");
    assert_eq!(Fen(-5).to_string(), "-0.05");
    assert_eq!(Fen(i64::MIN).to_string(), "-92,233,720,368,547,758.08");
    assert_eq!(format!("{:>10}|", Fen(100_000)), "  1,000.00|");
    assert_eq!(UnitPrice(432_000).to_string(), "43.20");
    assert_eq!(UnitPrice(825).to_string(), "0.0825");
    assert_eq!(UnitPrice(12_345_000).to_string(), "1,234.50");
    assert_eq!(Percent(500).to_string(), "5%");
    assert_eq!(Percent(325).to_string(), "3.25%");
    assert_eq!(Percent::WHOLE.to_string(), "100%");
    assert_eq!(Percent::whole(13), Percent(1300));
    assert_eq!(Millimetres::whole(210).to_string(), "210");
    assert_eq!(Millimetres(2096).to_string(), "209.6");
    assert_eq!(Size::whole(210, 285).to_string(), "210 × 285");
    assert_eq!(Quantity(2000).to_string(), "2,000");
    assert_eq!(Micrometres(105).to_string(), "105");
}

#[test]
fn a_price_times_a_quantity_is_rounded_once_and_half_up() {
    // 43.20 × 2000 = 86,400.00
    assert_eq!(
        UnitPrice(432_000).times(Quantity(2000)),
        Some(Fen(8_640_000))
    );
    // 0.0825 × 1000 = 82.50
    assert_eq!(UnitPrice(825).times(Quantity(1000)), Some(Fen(8250)));
    // 0.0050 × 1 = half a fen → one; 0.0049 → none
    assert_eq!(UnitPrice(50).times(Quantity(1)), Some(Fen(1)));
    assert_eq!(UnitPrice(49).times(Quantity(1)), Some(Fen(0)));
    // A credit rounds the half up as well: −0.0050 → 0
    assert_eq!(UnitPrice(-50).times(Quantity(1)), Some(Fen(0)));
    assert_eq!(UnitPrice(i64::MAX).times(Quantity(i64::MAX)), None);
}

#[test]
fn a_share_is_rounded_half_up_and_a_count_up() {
    // 60,000.00 × 4 % = 2,400.00; a refund of 10,000.00 → −400.00
    assert_eq!(Percent(400).of(Fen(6_000_000)), Some(Fen(240_000)));
    assert_eq!(Percent(400).of(Fen(-1_000_000)), Some(Fen(-40_000)));
    // 12.30 × 4 % = 0.492 → 0.49
    assert_eq!(Percent(400).of(Fen(1230)), Some(Fen(49)));
    // 2000 × 5 % = 100; 2001 × 5 % = 100.05 → 101
    assert_eq!(Percent(500).of_count_up(2000), Some(100));
    assert_eq!(Percent(500).of_count_up(2001), Some(101));
    assert_eq!(Percent(i64::MAX).of_count_up(i64::MAX), None);
}

#[test]
fn lengths_turn_into_points() {
    assert!((Millimetres::whole(210).points() - 595.276).abs() < 0.0005);
    // 25.4 mm are an inch of 72 points.
    assert!((Millimetres(254).points() - 72.0).abs() < f64::EPSILON);
    assert_eq!(Micrometres(6450).to_millimetres(), Millimetres(65));
    assert_eq!(Micrometres(6449).to_millimetres(), Millimetres(64));
    assert_eq!(
        Micrometres::from_millimetres(Millimetres(25)),
        Some(Micrometres(2500))
    );
}

#[test]
fn nothing_wraps_round() {
    assert_eq!(Fen(i64::MAX).checked_add(Fen(1)), None);
    assert_eq!(Fen(i64::MIN).checked_sub(Fen(1)), None);
    assert_eq!(Fen(i64::MAX).checked_mul(2), None);
    assert_eq!(Fen::total([Fen(i64::MAX), Fen(1)]), None);
    assert_eq!(Fen::total([Fen(1), Fen(2)]), Some(Fen(3)));
    assert_eq!(Quantity::total([Quantity(i64::MAX), Quantity(1)]), None);
}

#[test]
fn measures_are_stored_as_bare_numbers() {
    assert_eq!(serde_json::to_string(&Fen(8_640_000)).unwrap(), "8640000");
    assert_eq!(
        serde_json::from_str::<UnitPrice>("432000").unwrap(),
        UnitPrice(432_000)
    );
    assert_eq!(
        serde_json::to_string(&Size::whole(210, 285)).unwrap(),
        r#"{"width":2100,"height":2850}"#
    );
}

proptest! {
    #[test]
    fn capitals_read_back_as_the_same_amount(fen in 0..=i64::MAX / 1000) {
        prop_assert_eq!(read_capitals(&Fen(fen).in_capitals().expect("not negative")), fen);
    }

    #[test]
    fn capitals_of_everyday_amounts_read_back(fen in 0_i64..20_000_000_000) {
        prop_assert_eq!(read_capitals(&Fen(fen).in_capitals().expect("not negative")), fen);
    }

    #[test]
    fn capitals_never_panic_nor_double_a_zero(fen in any::<i64>()) {
        if let Ok(capitals) = Fen(fen).in_capitals() {
            prop_assert!(!capitals.contains("零零"), "{}", capitals);
            prop_assert!(!capitals.contains("零元") || fen == 0, "{}", capitals);
        }
    }
}

#[test]
fn a_parent_sheet_is_written_as_the_trade_writes_it() {
    assert_eq!(Size::whole(787, 1092).to_string(), "787 × 1092");
    assert_eq!(Millimetres(2096).to_string(), "209.6");
}
