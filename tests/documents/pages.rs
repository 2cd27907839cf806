//! Pages: heads repeated, rows whole, places for the print left free.

use docket_core::documents::forms::Value;
use docket_core::documents::forms::task_sheet::TaskSheetFacts;
use docket_core::documents::{DisplayList, Item, Mark, mm};

use crate::book;
use crate::support::press;

fn lay_out(facts: &TaskSheetFacts) -> DisplayList {
    press().lay_out(facts).unwrap()
}

#[test]
fn one_two_and_five_pages() {
    assert_eq!(lay_out(&book::small()).pages.len(), 1);
    assert_eq!(lay_out(&book::task_sheet()).pages.len(), 2);
    assert_eq!(lay_out(&book::large()).pages.len(), 5);
}

#[test]
fn every_page_says_which_it_is_and_of_what() {
    let list = lay_out(&book::large());
    for page in 0..list.pages.len() {
        let words = list.words(page).concat();
        assert!(
            words.contains(&format!("第 {} / {} 页", page + 1, list.pages.len())),
            "page {}",
            page + 1
        );
        assert!(words.contains("RW-2026-A000456 · V1"), "page {}", page + 1);
    }
}

#[test]
fn a_table_that_goes_on_repeats_its_head() {
    let list = lay_out(&book::large());
    let with_steps: Vec<usize> = (0..list.pages.len())
        .filter(|page| {
            list.words(*page)
                .iter()
                .any(|words| words.starts_with("工序 "))
        })
        .collect();
    assert!(with_steps.len() > 1, "forty steps take more than one page");
    for page in with_steps {
        assert!(
            list.words(page).contains(&"完成签名"),
            "page {} has no table head",
            page + 1
        );
    }
}

#[test]
fn a_row_is_never_split() {
    // The requirement of each step wraps; its last words must stand on the page
    // its number stands on.
    let mut facts = book::large();
    for (number, step) in (1..).zip(&mut facts.steps) {
        step.requirement = format!("{}末{number}", "位置见样本，".repeat(10)).into();
    }
    let list = lay_out(&facts);
    for number in 1..=40 {
        let name = format!("工序 {number}");
        let begins = (0..list.pages.len()).find(|page| list.words(*page).contains(&name.as_str()));
        let ends = (0..list.pages.len()).find(|page| {
            list.words(*page)
                .concat()
                .contains(&format!("末{number}新版"))
        });
        assert!(begins.is_some(), "{name} is missing");
        assert_eq!(begins, ends, "{name} is split");
    }
}

#[test]
fn a_row_higher_than_a_page_goes_on_and_loses_nothing() {
    let mut facts = book::task_sheet();
    let long: String = (0..2500).map(|number| format!("第{number}条，")).collect();
    facts.order.quality = Value::from(long.as_str());
    let list = lay_out(&facts);
    let all: String = (0..list.pages.len())
        .flat_map(|page| list.words(page))
        .collect();
    for number in [0, 1000, 2499] {
        assert!(
            all.contains(&format!("第{number}条")),
            "条 {number} is lost"
        );
    }
    assert_inside(&list);
}

#[test]
fn nothing_is_printed_outside_the_page_or_in_the_place_of_the_qr_code() {
    for facts in [
        book::small(),
        book::amended(),
        book::large(),
        book::absurd(),
    ] {
        let list = lay_out(&facts);
        assert_inside(&list);
        for item in list.pages.iter().flat_map(|page| &page.items) {
            if let Item::Text {
                x, baseline, text, ..
            } = item
            {
                let in_qr =
                    *x > mm(177.5) && *x < mm(199.0) && *baseline > mm(7.5) && *baseline < mm(29.0);
                assert!(!in_qr, "{text} stands in the place of the QR code");
                let in_line = *x < mm(170.0) && *baseline > mm(286.5) && *x > mm(9.0);
                assert!(!in_line, "{text} stands on the print line");
            }
        }
    }
}

fn assert_inside(list: &DisplayList) {
    for item in list.pages.iter().flat_map(|page| &page.items) {
        if let Item::Text {
            x,
            baseline,
            size,
            text,
            ..
        } = item
        {
            let right = *x + *size * 0.5;
            assert!(
                *x > mm(3.0) && right < mm(207.0) && *baseline > mm(5.0) && *baseline < mm(292.0),
                "{text} stands outside"
            );
        }
    }
}

#[test]
fn clause_s_4_4_1a_1_nothing_is_smaller_than_nine_points_but_the_foot() {
    let press = press();
    let lists = [
        press.lay_out(&book::amended()).unwrap(),
        press.lay_out(&book::record_sheet()).unwrap(),
        press.lay_out(&book::review_form()).unwrap(),
        press.lay_out(&book::change_notice()).unwrap(),
        press.lay_out(&book::labels(Default::default())).unwrap(),
    ];
    for item in lists
        .iter()
        .flat_map(|list| &list.pages)
        .flat_map(|page| &page.items)
    {
        if let Item::Text {
            size,
            baseline,
            text,
            ..
        } = item
        {
            assert!(
                size.0 >= 9.0 || *baseline > mm(286.0),
                "{text} is printed in {} pt",
                size.0
            );
        }
    }
}

#[test]
fn clause_s_4_4_2a_there_is_room_for_three_signed_changes() {
    // Head and three rows: 序 of each row is a cell of its own, so the frame of
    // the block is at least 3 × 8 mm high.
    let list = lay_out(&book::small());
    let words = list.words(0);
    assert!(words.contains(&"业务助理签名"));
    let top = baseline_of(&list, "业务助理签名");
    let bottom = baseline_of(&list, "制单");
    assert!(bottom - top > mm(24.0).0, "{} pt", bottom - top);
}

fn baseline_of(list: &DisplayList, words: &str) -> f32 {
    list.pages
        .iter()
        .flat_map(|page| &page.items)
        .find_map(|item| match item {
            Item::Text { baseline, text, .. } if text == words => Some(baseline.0),
            _ => None,
        })
        .unwrap()
}

#[test]
fn a_changed_value_stands_beside_the_old_one_struck_through() {
    let list = lay_out(&book::amended());
    let items: Vec<&Item> = list.pages.iter().flat_map(|page| &page.items).collect();
    let old = items
        .iter()
        .position(|item| matches!(item, Item::Text { text, .. } if text == "157 g/m² 铜版纸" && is_struck(item)))
        .expect("the old paper stands on the sheet");
    assert!(
        matches!(items.get(old + 1), Some(Item::Line { .. })),
        "and is struck through"
    );
    let after: String = items
        .iter()
        .skip(old)
        .take(8)
        .filter_map(|item| match item {
            Item::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert!(
        squeeze(&after).starts_with("157g/m²铜版纸157g/m²哑粉纸①"),
        "{after}"
    );
}

fn is_struck(item: &Item) -> bool {
    matches!(item, Item::Text { colour, .. } if *colour == docket_core::documents::Colour::STRUCK)
}

fn squeeze(text: &str) -> String {
    crate::support::squeezed(text)
}

#[test]
fn marks_stand_on_every_page_and_over_nothing() {
    let mut facts = book::task_sheet();
    facts.letterhead.marks = vec![Mark::Rush, Mark::FreeProof, Mark::Void, Mark::Practice];
    facts.letterhead.number = "RW-2026-A000456 · V12·改3".into();
    let list = lay_out(&facts);
    for page in 0..list.pages.len() {
        for mark in &facts.letterhead.marks {
            assert!(
                list.words(page).contains(&mark.word()),
                "{} on page {}",
                mark.word(),
                page + 1
            );
        }
    }
    assert_inside(&list);
}
