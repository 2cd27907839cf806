#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::{
    Expected, LONGEST_NAME, NotUnderstood, clean_lines, clean_text, colours, date, half_days,
    integer, micrometres, millimetres, money, percent, quantity, reel, shown_half_days, size,
    spots, time, unit_price,
};
use crate::calendar::{BusinessDay, HouseDays, Reckoned};
use crate::imposition::{Colours, Sides};
use crate::measures::{Fen, Micrometres, Millimetres, Percent, Quantity, Size, UnitPrice};

fn out_of_range<T>(least: &str, most: &str) -> Result<T, NotUnderstood> {
    Err(NotUnderstood::OutOfRange {
        least: least.to_owned(),
        most: most.to_owned(),
    })
}

fn ambiguous<T>(readings: &[&str]) -> Result<T, NotUnderstood> {
    Err(NotUnderstood::Ambiguous {
        readings: readings
            .iter()
            .map(|reading| (*reading).to_owned())
            .collect(),
    })
}

fn day(text: &str) -> BusinessDay {
    text.parse().unwrap()
}

/// Reads a day to come as seen from Tuesday 2026-11-24.
fn to_come(text: &str) -> Result<String, NotUnderstood> {
    date(
        text,
        day("2026-11-24"),
        Expected::ToCome,
        &HouseDays::default(),
    )
    .map(|reckoned| reckoned.day.to_string())
}

#[test]
fn money_as_people_type_it() {
    for (text, fen) in [
        ("86400", 8_640_000),
        ("8.64万", 8_640_000),
        ("¥86,400.00", 8_640_000),
        ("￥８６，４００．００", 8_640_000),
        ("RMB 86,400", 8_640_000),
        ("86 400 元", 8_640_000),
        ("8万6千4", 8_640_000),
        ("八万六千四百元", 8_640_000),
        ("人民币捌万陆仟肆佰元整", 8_640_000),
        ("叁佰贰拾伍元零肆分", 32_504),
        ("3元5角", 350),
        ("43块2", 4320),
        ("五块五", 550),
        ("1元5分", 105),
        ("8分", 8),
        ("0", 0),
        ("0.10", 10),
        (".5", 50),
        ("12.300", 1230),
        ("1,000,000,000", 100_000_000_000),
        ("十亿", 100_000_000_000),
    ] {
        assert_eq!(money(text), Ok(Fen(fen)), "{text}");
    }
}

#[test]
fn money_that_is_none_is_refused_with_its_facts() {
    assert_eq!(money("  "), Err(NotUnderstood::Empty));
    for text in [
        "面议",
        "12a",
        "1,00",
        "1..2",
        "8.64万5",
        "万",
        "元",
        "5元5元",
        "1元5分5角",
        "--5",
        "1e5",
        "5.",
    ] {
        assert_eq!(money(text), Err(NotUnderstood::NotANumber), "{text}");
    }
    assert_eq!(money("0.005"), Err(NotUnderstood::TooFine { most: 2 }));
    for text in [
        "-1",
        "1,000,000,000.01",
        "99999999999999999999999999999999999999999999999999",
        "9亿亿",
        "负五",
    ] {
        let refused = money(text);
        assert!(
            refused == out_of_range("0.00", "1,000,000,000.00")
                || refused == Err(NotUnderstood::NotANumber),
            "{text}"
        );
    }
    assert_eq!(money("-1"), out_of_range("0.00", "1,000,000,000.00"));
    assert_eq!(
        money("1,000,000,000.01"),
        out_of_range("0.00", "1,000,000,000.00")
    );
    assert_eq!(
        money(&"9".repeat(60)),
        out_of_range("0.00", "1,000,000,000.00")
    );
    assert_eq!(
        money(&"9".repeat(61)),
        Err(NotUnderstood::TooLong {
            length: 61,
            most: 60
        })
    );
}

#[test]
fn unit_prices_have_four_decimals() {
    for (text, price) in [
        ("43.2", 432_000),
        ("0.0825", 825),
        ("0.0825元", 825),
        ("四十三点二", 432_000),
        ("八点六四万", 864_000_000),
        ("十点五", 105_000),
        ("8毛5", 8500),
        ("八分五厘", 850),
        ("1.2万", 120_000_000),
    ] {
        assert_eq!(unit_price(text), Ok(UnitPrice(price)), "{text}");
    }
    assert_eq!(
        unit_price("0.08255"),
        Err(NotUnderstood::TooFine { most: 4 })
    );
    assert_eq!(unit_price("-0.1"), out_of_range("0.00", "1,000,000,000.00"));
}

#[test]
fn quantities_as_people_type_them() {
    for (text, pieces) in [
        ("2000", 2000),
        ("２０００", 2000),
        ("2千", 2000),
        ("3千", 3000),
        ("1.5万", 15_000),
        ("1.5w", 15_000),
        ("2k", 2000),
        ("2.5K", 2500),
        ("2,000册", 2000),
        ("2，000 本", 2000),
        ("两千", 2000),
        ("两千零五", 2005),
        ("一万五", 15_000),
        ("一万零五", 10_005),
        ("一万零五十", 10_050),
        ("1万零500", 10_500),
        ("2万500", 20_500),
        ("三百五", 350),
        ("十五", 15),
        ("十五万", 150_000),
        ("一百二十", 120),
        ("1万5千", 15_000),
        ("二〇〇〇", 2000),
        ("1200万", 12_000_000),
        ("一亿", 100_000_000),
        ("1.2千万", 12_000_000),
        ("1000pcs", 1000),
    ] {
        assert_eq!(quantity(text), Ok(Quantity(pieces)), "{text}");
    }
}

#[test]
fn quantities_without_sense_are_refused() {
    for text in [
        "0",
        "-5",
        "100,000,001",
        "2亿",
        "99999999999999999999",
        "零",
    ] {
        assert_eq!(quantity(text), out_of_range("1", "100,000,000"), "{text}");
    }
    assert_eq!(quantity("2000.5"), Err(NotUnderstood::TooFine { most: 0 }));
    for text in [
        "两三千",
        "三五百",
        "一万三五",
        "2千3千",
        "百",
        "2000多",
        "千万",
        "一百二千",
        "20,00",
        "😀",
    ] {
        let refused = quantity(text);
        assert_eq!(refused, Err(NotUnderstood::NotANumber), "{text}");
    }
}

#[test]
fn whole_numbers_have_the_bounds_of_their_field() {
    assert_eq!(integer("64P", 2, 100_000), Ok(64));
    assert_eq!(integer("0", 0, 100), Ok(0));
    assert_eq!(integer("101", 0, 100), out_of_range("0", "100"));
}

#[test]
fn percentages() {
    for (text, percent_found) in [
        ("5%", 500),
        ("5", 500),
        ("５％", 500),
        ("±3%", 300),
        ("+/-3 %", 300),
        ("百分之五", 500),
        ("3.25", 325),
        ("0", 0),
        ("100%", 10_000),
    ] {
        assert_eq!(percent(text), Ok(Percent(percent_found)), "{text}");
    }
    assert_eq!(percent("101"), out_of_range("0%", "100%"));
    assert_eq!(percent("-1"), out_of_range("0%", "100%"));
    assert_eq!(percent("1.234"), Err(NotUnderstood::TooFine { most: 2 }));
}

#[test]
fn lengths_and_thicknesses() {
    for (text, tenths) in [
        ("3", 30),
        ("3mm", 30),
        ("3 毫米", 30),
        ("2.5cm", 250),
        ("2.5公分", 250),
        ("0.3", 3),
        ("0", 0),
        ("1m", 10_000),
        ("5000", 50_000),
    ] {
        assert_eq!(millimetres(text), Ok(Millimetres(tenths)), "{text}");
    }
    assert_eq!(millimetres("5000.1"), out_of_range("0", "5000"));
    assert_eq!(millimetres("-3"), out_of_range("0", "5000"));
    assert_eq!(millimetres("3.14"), Err(NotUnderstood::TooFine { most: 1 }));
    for (text, thickness) in [
        ("105", 105),
        ("105µm", 105),
        ("105um", 105),
        ("2.5mm", 2500),
        ("10丝", 100),
        ("0.25厘米", 2500),
    ] {
        assert_eq!(micrometres(text), Ok(Micrometres(thickness)), "{text}");
    }
    assert_eq!(micrometres("0"), out_of_range("1", "50,000"));
}

#[test]
fn sizes_by_their_sides_and_by_name() {
    for (text, expected) in [
        ("210x285", Size::whole(210, 285)),
        ("210X285", Size::whole(210, 285)),
        ("２１０＊２８５", Size::whole(210, 285)),
        ("210*285mm", Size::whole(210, 285)),
        ("210mm × 285mm", Size::whole(210, 285)),
        ("21*28.5cm", Size::whole(210, 285)),
        ("21cm*285mm", Size::whole(210, 285)),
        ("21cmx28.5", Size::whole(210, 285)),
        ("大16开", Size::whole(210, 285)),
        ("大１６开", Size::whole(210, 285)),
        ("大十六开", Size::whole(210, 285)),
        ("大度16开", Size::whole(210, 285)),
        ("正16开", Size::whole(185, 260)),
        ("大32开", Size::whole(140, 210)),
        ("正32开", Size::whole(130, 184)),
        ("大8开", Size::whole(285, 420)),
        ("正8开", Size::whole(260, 370)),
        ("大12开", Size::whole(280, 280)),
        ("12开", Size::whole(280, 280)),
        ("A4", Size::whole(210, 297)),
        ("正度", Size::whole(787, 1092)),
        ("大度", Size::whole(889, 1194)),
    ] {
        assert_eq!(size(text), Ok(expected), "{text}");
    }
    assert_eq!(size("209.6x285").unwrap().width, Millimetres(2096));
    assert_eq!(
        size("16开"),
        ambiguous(&["大16开 210 × 285", "正16开 185 × 260"])
    );
    for text in [
        "210",
        "210x",
        "x",
        "210x285x20",
        "大17开",
        "开",
        "手机大小",
        "210-285",
    ] {
        assert_eq!(size(text), Err(NotUnderstood::NotASize), "{text}");
    }
    for text in ["0x285", "210x0.5", "5001x285", "210x501cm", "-210x285"] {
        assert_eq!(size(text), out_of_range("1", "5000"), "{text}");
    }
}

#[test]
fn a_web_is_said_by_its_width() {
    let width = |millimetres: i32| Some(Ok(Millimetres::whole(millimetres)));
    for (text, expected) in [
        ("卷筒 787", width(787)),
        ("卷筒纸787mm", width(787)),
        ("787 卷筒", width(787)),
        ("卷 88cm", width(880)),
        ("787x1092", None),
        ("正度", None),
        ("卷筒", Some(Err(NotUnderstood::NotASize))),
        ("卷筒 787x1092", Some(Err(NotUnderstood::NotASize))),
    ] {
        assert_eq!(reel(text), expected, "{text}");
    }
    assert!(matches!(
        reel("卷筒 9000"),
        Some(Err(NotUnderstood::OutOfRange { .. }))
    ));
}

#[test]
fn colours_of_both_sides() {
    for (text, front, back) in [
        ("4+4", 4, 4),
        ("４＋４", 4, 4),
        ("4C+0", 4, 0),
        ("4c + 4c", 4, 4),
        ("4/0", 4, 0),
        ("4色+1色", 4, 1),
        ("四+一", 4, 1),
        ("双面四色", 4, 4),
        ("四色双面", 4, 4),
        ("双面彩印", 4, 4),
        ("单面四色", 4, 0),
        ("单面4C", 4, 0),
        ("单面黑白", 1, 0),
        ("0+0", 0, 0),
        ("1+1", 1, 1),
        ("不印刷", 0, 0),
    ] {
        assert_eq!(colours(text, None), Ok(Colours::new(front, back)), "{text}");
    }
    assert_eq!(colours("4C", None), ambiguous(&["4+0", "4+4"]));
    assert_eq!(colours("4C", Some(Sides::One)), Ok(Colours::new(4, 0)));
    assert_eq!(colours("四色", Some(Sides::Both)), Ok(Colours::new(4, 4)));
    assert_eq!(
        colours("单面四色", Some(Sides::Both)),
        Ok(Colours::new(4, 0))
    );
    assert_eq!(colours("9+0", None), out_of_range("0", "8"));
    for text in [
        "单面四色加一个专色",
        "4+0+1专",
        "4C+PANTONE 871 C",
        "双面专金",
    ] {
        assert_eq!(
            colours(text, None),
            Err(NotUnderstood::SpotAmongColours),
            "{text}"
        );
    }
    for text in ["+", "4+", "4+4+1", "金", "4.5+0", "双面"] {
        assert_eq!(
            colours(text, None),
            Err(NotUnderstood::NotColours),
            "{text}"
        );
    }
}

#[test]
fn spots_are_a_list() {
    assert_eq!(
        spots("PANTONE 871 C, 专金"),
        Ok(vec!["PANTONE 871 C".to_owned(), "专金".to_owned()])
    );
    assert_eq!(
        spots("专金、专银；客户色样，"),
        Ok(vec![
            "专金".to_owned(),
            "专银".to_owned(),
            "客户色样".to_owned()
        ])
    );
    assert_eq!(spots("无"), Ok(vec![]));
    assert_eq!(spots(" ，"), Err(NotUnderstood::Empty));
    assert_eq!(
        spots("1,2,3,4,5,6,7,8,9"),
        Err(NotUnderstood::TooMany { count: 9, most: 8 })
    );
    assert_eq!(
        spots(&"金".repeat(61)),
        Err(NotUnderstood::TooLong {
            length: 61,
            most: 60
        })
    );
}

#[test]
fn dates_in_figures() {
    for (text, expected) in [
        ("12-8", "2026-12-08"),
        ("12/8", "2026-12-08"),
        ("12.8", "2026-12-08"),
        ("１２－８", "2026-12-08"),
        ("1208", "2026-12-08"),
        ("12月8日", "2026-12-08"),
        ("12月8号", "2026-12-08"),
        ("十二月八号", "2026-12-08"),
        ("2026-12-08", "2026-12-08"),
        ("2026/12/8", "2026-12-08"),
        ("2026年12月8日", "2026-12-08"),
        ("26年12月8日", "2026-12-08"),
        ("二〇二六年十二月八日", "2026-12-08"),
        ("20261208", "2026-12-08"),
        ("131", "2027-01-31"),
        ("明年3月5日", "2027-03-05"),
        // A day without a year is this year's, or next year's where more than 30 days past: 10-25 is 30 days back.
        ("11-24", "2026-11-24"),
        ("10-24", "2027-10-24"),
        ("1-8", "2027-01-08"),
        // A day of the month alone is the next one.
        ("25号", "2026-11-25"),
        ("24号", "2026-11-24"),
        ("8号", "2026-12-08"),
        ("31日", "2026-12-31"),
    ] {
        assert_eq!(to_come(text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn dates_in_words() {
    // 2026-11-24 is a Tuesday.
    for (text, expected) in [
        ("今天", "2026-11-24"),
        ("明天", "2026-11-25"),
        ("后天", "2026-11-26"),
        ("大后天", "2026-11-27"),
        ("周五", "2026-11-27"),
        ("星期五", "2026-11-27"),
        ("周二", "2026-11-24"),
        ("周一", "2026-11-30"),
        ("本周五", "2026-11-27"),
        ("这个星期天", "2026-11-29"),
        ("下周三", "2026-12-02"),
        ("下周一", "2026-11-30"),
        ("下个礼拜日", "2026-12-06"),
        ("下下周三", "2026-12-09"),
        ("月底", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("3天后", "2026-11-27"),
        ("5日内", "2026-11-29"),
        ("三天", "2026-11-27"),
        ("两周后", "2026-12-08"),
        ("一个月后", "2026-12-24"),
        // Wed 25, Thu 26, Fri 27, Mon 30, Tue 1 December.
        ("+5", "2026-12-01"),
        ("＋５", "2026-12-01"),
        ("5个工作日后", "2026-12-01"),
        ("五个工作日", "2026-12-01"),
        ("+5天", "2026-11-29"),
        ("+0", "2026-11-24"),
    ] {
        assert_eq!(to_come(text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn working_days_over_a_year_without_a_table_are_estimated() {
    // From 2026-11-24: 25-27 (3), 30 Nov-31 Dec are 24 weekdays (27), so +28 is Friday 1 January 2027 by weekdays.
    let reckoned = date(
        "+28",
        day("2026-11-24"),
        Expected::ToCome,
        &HouseDays::default(),
    );
    assert_eq!(
        reckoned,
        Ok(Reckoned {
            day: day("2027-01-01"),
            estimated: true
        })
    );
    assert_eq!(to_come("+4000"), out_of_range("+0", "+3650"));
}

#[test]
fn days_that_are_none_or_past_are_refused() {
    for text in ["2月30日", "2-30", "0230", "2026-02-30"] {
        assert_eq!(
            to_come(text),
            Err(NotUnderstood::NoSuchDay { month: 2, day: 30 }),
            "{text}"
        );
    }
    // Neither 2026 nor 2027 is a leap year; 2028 is.
    assert_eq!(
        to_come("2-29"),
        Err(NotUnderstood::NoSuchDay { month: 2, day: 29 })
    );
    let in_2027 = date(
        "2-29",
        day("2027-11-24"),
        Expected::ToCome,
        &HouseDays::default(),
    )
    .unwrap();
    assert_eq!(in_2027.day, day("2028-02-29"));
    assert_eq!(
        to_come("13-13"),
        Err(NotUnderstood::NoSuchDay { month: 13, day: 13 })
    );
    assert_eq!(
        to_come("32号"),
        Err(NotUnderstood::NoSuchDay { month: 11, day: 32 })
    );
    for (text, past) in [
        ("11-23", "2026-11-23"),
        ("10-25", "2026-10-25"),
        ("2025-12-08", "2025-12-08"),
        ("昨天", "2026-11-23"),
        ("本周一", "2026-11-23"),
    ] {
        assert_eq!(
            to_come(text),
            Err(NotUnderstood::PastDate {
                day: day(past),
                today: day("2026-11-24")
            }),
            "{text}"
        );
    }
    assert_eq!(to_come("128"), ambiguous(&["1-28", "12-8"]));
    assert_eq!(
        to_come("9999-12-08"),
        out_of_range("2000-01-01", "2199-12-31")
    );
    assert_eq!(
        to_come("1999-12-08"),
        out_of_range("2000-01-01", "2199-12-31")
    );
    for text in [
        "尽快",
        "12",
        "1",
        "12-",
        "12-8-",
        "1-2-3-4",
        "99999",
        "+",
        "+五x",
        "下周",
        "下下下周一",
        "12月",
        "周八",
    ] {
        assert_eq!(to_come(text), Err(NotUnderstood::NotADate), "{text}");
    }
}

#[test]
fn any_day_is_the_nearest() {
    let any = |text: &str, today: &str| {
        date(text, day(today), Expected::Any, &HouseDays::default())
            .unwrap()
            .day
            .to_string()
    };
    assert_eq!(any("11-20", "2026-11-24"), "2026-11-20");
    assert_eq!(any("12-30", "2026-01-04"), "2025-12-30");
    assert_eq!(any("1-4", "2026-12-30"), "2027-01-04");
    assert_eq!(any("昨天", "2026-11-24"), "2026-11-23");
    assert_eq!(any("30号", "2026-12-02"), "2026-11-30");
    assert_eq!(any("2020-01-01", "2026-12-02"), "2020-01-01");
}

#[test]
fn names_are_cleaned_but_not_changed() {
    assert_eq!(
        clean_text("  䶮𠮷㛃 印\u{202e}刷\u{200f}  ", LONGEST_NAME),
        Ok("䶮𠮷㛃 印刷".to_owned())
    );
    // U+2F00 ⼀ → 一, U+2F6F ⽯ → 石, U+2EF3 ⻳ → 龟, U+F9D0 類 → 類.
    assert_eq!(
        clean_text("⼀⽯⻳\u{f9d0}", LONGEST_NAME),
        Ok("一石龟類".to_owned())
    );
    assert_eq!(
        clean_text("①㎡Ａ ﬁ", LONGEST_NAME),
        Ok("①㎡Ａ ﬁ".to_owned())
    );
    assert_eq!(
        clean_text("👩‍🎨画册🎉", LONGEST_NAME),
        Ok("👩‍🎨画册🎉".to_owned())
    );
    assert_eq!(clean_text("شركة", LONGEST_NAME), Ok("شركة".to_owned()));
    assert_eq!(
        clean_text("一\r二\n三\t四\u{0}", LONGEST_NAME),
        Ok("一 二 三 四".to_owned())
    );
    assert_eq!(
        clean_lines("一\r\n二\n三\t四\u{7}", LONGEST_NAME),
        Ok("一\n二\n三 四".to_owned())
    );
    assert_eq!(
        clean_text("\u{200b}\u{202e} \n", LONGEST_NAME),
        Err(NotUnderstood::Empty)
    );
    assert_eq!(
        clean_text(&"名".repeat(200), LONGEST_NAME)
            .unwrap()
            .chars()
            .count(),
        200
    );
    let refused = clean_text(&"名".repeat(5000), LONGEST_NAME).unwrap_err();
    assert_eq!(
        refused,
        NotUnderstood::TooLong {
            length: 5000,
            most: 200
        }
    );
    assert_eq!(
        (refused.code(), refused.params()["length"].as_str()),
        ("typed_too_long", "5000")
    );
}

#[test]
fn times_of_day_as_they_are_said() {
    for (text, expected) in [
        ("9:12", Some("09:12")),
        ("09：12", Some("09:12")),
        ("0912", Some("09:12")),
        ("912", Some("09:12")),
        ("9点", Some("09:00")),
        ("9点半", Some("09:30")),
        ("下午3点", Some("15:00")),
        ("下午三点一刻", Some("15:15")),
        ("上午 10:05", Some("10:05")),
        ("15时20分", Some("15:20")),
        ("23:59", Some("23:59")),
        ("24:00", None),
        ("9:60", None),
        ("9", None),
        ("早饭", None),
        ("99999", None),
    ] {
        let read = time(text).ok().map(|time| time.format("%H:%M").to_string());
        assert_eq!(read.as_deref(), expected, "{text}");
    }
}

#[test]
fn days_are_whole_or_half() {
    for (text, halves) in [
        ("8", Some(16)),
        ("0.5", Some(1)),
        ("1.5天", Some(3)),
        ("0.3", None),
        ("0.25", None),
        ("366", None),
        ("天", None),
    ] {
        assert_eq!(half_days(text).ok(), halves, "{text}");
    }
    assert_eq!(
        (shown_half_days(1), shown_half_days(16)),
        ("0.5".to_owned(), "8".to_owned())
    );
}
