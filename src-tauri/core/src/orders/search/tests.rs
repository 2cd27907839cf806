//! What is found and what is not, and that the index leaves nothing out.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn an_order() -> Texts {
    Texts(
        [
            "OD-2026-A000317",
            "RW-2026-A000456",
            "深圳市彩源文化传播有限公司",
            "彩源",
            "《岭南草木》精装画册 A4 Édition",
            "PO-8837/二期",
            "138 1234 5678\u{1f}0755-2688",
            "王琳\u{1f}陈工",
            "彩缘传媒\u{1f}彩缘",
        ]
        .map(str::to_owned),
    )
}

fn found(typed: &str) -> Option<Vec<&'static str>> {
    let matches = Query::of(typed).found_in(&an_order())?;
    Some(matches.iter().map(|found| found.field.code()).collect())
}

#[test]
fn each_way_of_remembering_an_order_finds_it_and_says_where() {
    for (typed, fields) in [
        ("317", vec!["number"]),
        ("３１７", vec!["number"]),
        ("a000317", vec!["number"]),
        ("2026-A000317", vec!["number"]),
        ("rw", vec!["sheet"]),
        ("456", vec!["sheet"]),
        ("彩缘", vec!["former"]),
        ("彩", vec!["customer"]),
        ("彩源", vec!["customer"]),
        ("彩源文化", vec!["customer"]),
        // 深圳市彩源文化: the initials skip nothing, so 市 is an s.
        ("szscywh", vec!["customer"]),
        ("cywh", vec!["customer"]),
        // 长 and 传 have two readings: 传播 is chuán bō or zhuàn bō.
        ("zb", vec!["customer"]),
        ("cb", vec!["customer"]),
        ("岭南 画册", vec!["product"]),
        ("岭南草木精装", vec!["product"]),
        ("edition", vec!["product"]),
        ("hca4", vec!["product"]),
        ("8837", vec!["customer_po"]),
        ("13812345678", vec!["phone"]),
        ("1234-5678", vec!["phone"]),
        ("王琳", vec!["contact"]),
        ("wl", vec!["contact"]),
        // 深圳市 is said without its 市, too.
        ("szcy", vec!["customer"]),
        ("深圳彩源", vec!["customer"]),
        ("王琳 317 彩源", vec!["contact", "number", "customer"]),
        ("\"彩源\" * ^ : - %_\\", vec!["customer"]),
    ] {
        assert_eq!(found(typed), Some(fields), "{typed}");
    }
}

#[test]
fn a_place_is_said_without_its_province_too() {
    let mut order = an_order();
    "广东省岭南出版社".clone_into(&mut order.0[2]);
    for typed in ["广东岭南", "广东省岭南", "gdln"] {
        assert!(Query::of(typed).found_in(&order).is_some(), "{typed}");
    }
}

#[test]
fn each_term_counts_even_one_letter_beside_a_long_one() {
    for typed in [
        "彩源文化 乙",
        "318",
        "szwy",
        "cywx",
        "王琳 x9",
        "NEAR",
        "* \" ^",
        "草 木 鱼",
    ] {
        assert_eq!(found(typed), None, "{typed}");
    }
}

#[test]
fn of_several_texts_of_a_field_each_is_found_by_itself_and_none_across_two() {
    let texts = |typed: &str| {
        let matches = Query::of(typed).found_in(&an_order())?;
        Some(
            matches
                .into_iter()
                .map(|found| found.text)
                .collect::<Vec<_>>(),
        )
    };
    for (typed, found) in [
        ("陈工", Some(vec!["陈工"])),
        ("2688", Some(vec!["0755-2688"])),
        ("cg wl", Some(vec!["陈工", "王琳"])),
        ("彩缘", Some(vec!["彩缘传媒"])),
        ("琳陈", None),
        ("56780755", None),
        ("媒彩", None),
    ] {
        let found = found.map(|texts| texts.into_iter().map(str::to_owned).collect());
        assert_eq!(texts(typed), found, "{typed}");
    }
}

#[test]
fn nothing_typed_means_every_order_and_signs_alone_mean_none() {
    assert!(Query::of("").is_empty() && Query::of(" \u{3000}").is_empty());
    assert_eq!(Query::of("").found_in(&an_order()), Some(vec![]));
    assert!(Query::of("%_\\").finds_nothing());
}

#[test]
fn a_word_is_small_latin_letters_and_digits_alone() {
    let words = words_of_order(&an_order());
    assert!(
        words
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == ' ')
    );
}

#[test]
fn kept_texts_are_read_back_as_they_were() {
    assert_eq!(Texts::from_kept(&an_order().kept()), an_order());
}

/// Texts made of few letters, so that queries often hit and often nearly hit.
fn any_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop::sample::select(
            "深圳彩源文化长传重行单乐 0123abcsz-_%\"*^:\\/３ＡéİßñⅣ①ａ𠀀👍\u{301}\u{1f}"
                .chars()
                .collect::<Vec<_>>(),
        ),
        0..12,
    )
    .prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #[test]
    fn the_index_leaves_out_no_order_whose_texts_hold_the_query(
        texts in proptest::array::uniform9(any_text()),
        typed in any_text(),
        from in 0_usize..9,
        skip in 0_usize..6,
        take in 1_usize..6,
    ) {
        let texts = Texts(texts);
        let piece: String = texts.0.get(from).unwrap().chars().skip(skip).take(take).collect();
        let words = words_of_order(&texts);
        let words: BTreeSet<&str> = words.split(' ').collect();
        for typed in [typed, piece] {
            let query = Query::of(&typed);
            if query.found_in(&texts).is_some() {
                for word in query.words() {
                    prop_assert!(words.contains(word.as_str()), "{typed}: {word}");
                }
            }
        }
    }
}

#[test]
fn each_character_is_told_by_all_its_readings_and_what_has_none_by_itself() {
    let told = super::initials_of(&["内文 A4".to_owned(), "长".to_owned(), String::new()]);
    let letters = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    // 长 is cháng and zhǎng; 内 is nèi and, of old, nà.
    assert_eq!(told[1], letters(&["cz"]));
    assert!(told[0][0].contains('n'));
    assert_eq!(told[0][1..], letters(&["w", " ", "a", "4"]));
    assert!(told[2].is_empty());
}
