//! Lines: where they break, and that nothing is lost.

use docket_core::documents::{Pt, mm};
use proptest::prelude::*;

use crate::support::{press, squeezed};

const CLOSING: &str = "，。、；：？！）】》」』”’,.;:?!)]}%";
const OPENING: &str = "（【《「『“‘([{";

fn wrap(text: &str, width: Pt) -> Vec<String> {
    press().wrap(text, width).unwrap()
}

#[test]
fn a_line_holds_as_many_characters_as_fit() {
    // 10 characters of 9 pt need 90 pt.
    assert_eq!(
        wrap("一二三四五六七八九十甲乙", Pt(90.0)),
        ["一二三四五六七八九十", "甲乙"]
    );
}

#[test]
fn no_line_begins_with_a_comma() {
    // The eleventh character is the comma: 十 goes down with it.
    assert_eq!(
        wrap("一二三四五六七八九十，甲乙", Pt(90.0)),
        ["一二三四五六七八九", "十，甲乙"]
    );
    assert_eq!(
        wrap("一二三四五六七八九十）。甲", Pt(90.0)),
        ["一二三四五六七八九", "十）。甲"]
    );
}

#[test]
fn no_line_ends_with_an_opening_bracket() {
    assert_eq!(
        wrap("一二三四五六七八九（十）", Pt(90.0)),
        ["一二三四五六七八九", "（十）"]
    );
}

#[test]
fn latin_words_numbers_and_dates_stay_whole() {
    assert_eq!(
        wrap("交货日期为 2026-12-08", Pt(90.0)),
        ["交货日期为", "2026-12-08"]
    );
    assert_eq!(
        wrap("PANTONE Warm Red C", mm(20.0)),
        ["PANTONE", "Warm Red C"]
    );
}

#[test]
fn a_token_longer_than_the_line_is_broken() {
    let lines = wrap(&"W".repeat(40), mm(20.0));
    assert!(lines.len() > 3, "{lines:?}");
    assert_eq!(lines.concat(), "W".repeat(40));
}

#[test]
fn a_token_is_never_broken_after_an_opening_bracket() {
    // Digits are 0.555 em wide, 5 pt: 17 of them and the bracket fit in 90 pt,
    // but the bracket goes down with what it opens.
    let digits = "0".repeat(17);
    let lines = wrap(&format!("{digits}({digits}"), Pt(90.0));
    assert_eq!(lines, [digits.clone(), format!("({digits}")]);
}

#[test]
fn a_line_typed_as_two_is_printed_as_two() {
    assert_eq!(wrap("一\r\n二\n\n三", Pt(90.0)), ["一", "二", "", "三"]);
}

#[test]
fn marks_of_writing_direction_leave_no_box() {
    assert_eq!(wrap("王\u{202E}小\u{200F}明\u{FEFF}", Pt(90.0)), ["王小明"]);
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[一二三四五六七八九十甲乙丙丁草木印刷纸张]{1,9}",
        2 => "[A-Za-z0-9]{1,30}",
        1 => "[0-9]{1,4}×[0-9]{1,4}",
        2 => "[，。、；：？！）】》」』”]{1,2}",
        1 => "[（【《「『“]",
        1 => " {1,2}",
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    // A failure prints its own case; none is written into the tree.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_no_line_begins_with_closing_punctuation(text in text(), width in 60.0_f32..400.0) {
        let lines = wrap(&text, Pt(width));
        prop_assert_eq!(squeezed(&lines.concat()), squeezed(&text));
        for pair in lines.windows(2) {
            let (before, line) = (pair.first().unwrap(), pair.last().unwrap());
            let first = line.chars().next();
            // A run of marks longer than the line has nothing to lean on.
            let leans = before.chars().skip(1).any(|c| !CLOSING.contains(c) && !OPENING.contains(c));
            if leans && !line.is_empty() {
                prop_assert!(!first.is_some_and(|c| CLOSING.contains(c)), "{:?} / {:?}", before, line);
            }
        }
    }
}
