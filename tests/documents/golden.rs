//! The layout of every form as text, compared with goldens.

use docket_core::documents::forms::sample_label::{LabelPaper, LabelSheet};
use docket_core::documents::{Item, Mark};

use crate::support::{assert_golden, press};
use crate::{book, book_of_sale};

#[test]
fn clause_s_4_1_2a_the_record_of_a_phone_order() {
    assert_golden(
        "record_sheet",
        &press().lay_out(&book::record_sheet()).unwrap(),
    );
}

#[test]
fn clause_s_4_2_4b_the_stamp_as_a_label() {
    assert_golden(
        "sample_label",
        &press()
            .lay_out(&book::labels(LabelPaper::default()))
            .unwrap(),
    );
}

#[test]
fn labels_on_a4_stand_where_the_printer_needs_them() {
    let sheet = LabelSheet {
        right: 15,
        down: -10,
        ..LabelSheet::default()
    };
    let paper = sheet.starting_after(2);
    assert_golden(
        "sample_label_sheet",
        &press().lay_out(&book::labels(paper)).unwrap(),
    );
}

#[test]
fn clause_s_4_2_4a_labels_stand_apart_as_the_house_says_and_never_beside_the_paper() {
    // Two side by side, 3 mm between them: (210 − 123) / 2 = 43.5 mm, then 63 mm on.
    let sheet = LabelSheet {
        columns: 2,
        gap: 30,
        ..LabelSheet::default()
    };
    let list = press()
        .lay_out(&book::labels(sheet.starting_after(0)))
        .unwrap();
    let frames: Vec<(f32, f32)> = list.pages[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Rect { at, size, .. } if size.0.as_mm() > 50.0 => {
                Some((at.0.as_mm(), at.1.as_mm()))
            }
            _ => None,
        })
        .collect();
    // The frame stands 1.2 mm inside its label.
    let near = |one: f32, other: f32| (one - other).abs() < 0.01;
    assert!(near(frames[0].0, 43.5 + 1.2), "{frames:?}");
    assert!(near(frames[1].0, 43.5 + 63.0 + 1.2), "{frames:?}");
    // Seven rows 15 mm apart do not fit on 297 mm: 5 × 40 + 4 × 15 = 260 do, 6 × 40 + 5 × 15 = 315 do not.
    let wide = LabelSheet {
        gap: 150,
        ..LabelSheet::default()
    };
    let list = press()
        .lay_out(&book::labels(wide.starting_after(14)))
        .unwrap();
    assert_eq!(
        list.pages.len(),
        2,
        "15 to a sheet: the second label begins another"
    );
}

#[test]
fn clause_s_4_2_4_a_voided_stamp_says_so_on_its_label() {
    let mut facts = book::labels(LabelPaper::default());
    facts.stamps.truncate(1);
    if let Some(stamp) = facts.stamps.first_mut() {
        stamp.void = "颜色与原稿不符".to_owned();
        stamp.void_by = "周敏 2026-11-24".to_owned();
    }
    assert_golden("sample_label_void", &press().lay_out(&facts).unwrap());
}

#[test]
fn clause_s_4_2_3b_3_the_slip_that_goes_with_sheet_and_proof() {
    assert_golden(
        "hand_over_slip",
        &press().lay_out(&book::hand_over_slip()).unwrap(),
    );
}

#[test]
fn clause_s_4_4_2_the_notice_of_a_change_names_every_copy_in_use() {
    let list = press().lay_out(&book::change_notice()).unwrap();
    assert_golden("change_notice", &list);
}

#[test]
fn clause_s_4_4_2b_the_notice_of_a_new_version_calls_every_copy_back() {
    let list = press().lay_out(&book::version_notice()).unwrap();
    assert_golden("change_notice_version", &list);
    let words = list.words(0);
    assert!(
        words.contains(&"已收回") && !words.contains(&"已手改"),
        "{words:?}"
    );
    let mut nobody = book::version_notice();
    nobody.copies.clear();
    let list = press().lay_out(&nobody).unwrap();
    assert!(list.words(0).contains(&"生效时没有在用的打印件"));
}

#[test]
fn clause_s_4_2_3b_4_a_free_proof_says_so_and_has_no_price() {
    let list = press().lay_out(&book::free_proof()).unwrap();
    assert_golden("free_proof_sheet", &list);
    let words = list.words(0);
    for word in [Mark::FreeProof.word(), "0.00 元"] {
        assert!(words.contains(&word), "{word}");
    }
}

#[test]
fn clause_s_4_3_2a_the_review_form() {
    assert_golden(
        "review_form",
        &press().lay_out(&book::review_form()).unwrap(),
    );
}

#[test]
fn clause_s_4_1_4a_the_preflight_record() {
    assert_golden(
        "preflight_record",
        &press().lay_out(&book::preflight_record()).unwrap(),
    );
}

#[test]
fn clause_s_4_4_1_the_task_sheet_as_issued() {
    assert_golden("task_sheet", &press().lay_out(&book::task_sheet()).unwrap());
}

#[test]
fn clause_s_4_2_6_the_task_sheet_with_the_first_page_and_every_position() {
    assert_golden(
        "task_sheet_positions",
        &press().lay_out(&book::positioned()).unwrap(),
    );
}

#[test]
fn clause_s_4_2_6_where_the_first_page_cannot_be_shown_a_line_says_so() {
    let mut facts = book::task_sheet();
    facts.first_page.caption = "首页图未能印上：封面.pdf 看不了页面".to_owned();
    let list = press().lay_out(&facts).unwrap();
    let words: Vec<&str> = (0..list.pages.len())
        .flat_map(|page| list.words(page))
        .collect();
    assert!(
        words
            .concat()
            .contains("首页图未能印上：封面.pdf看不了页面")
            || words
                .concat()
                .contains("首页图未能印上：封面.pdf 看不了页面")
    );
}

#[test]
fn clause_s_4_4_2a_the_task_sheet_after_a_signed_change() {
    assert_golden(
        "task_sheet_amended",
        &press().lay_out(&book::amended()).unwrap(),
    );
}

#[test]
fn clause_f2_02b_a_practice_sheet_says_so_on_every_page() {
    let list = press().lay_out(&book::large()).unwrap();
    assert_golden("task_sheet_large", &list);
    for page in 0..list.pages.len() {
        let words = list.words(page);
        assert!(
            words.contains(&Mark::Practice.word()),
            "page {} has no 练习",
            page + 1
        );
        assert!(
            words.contains(&Mark::Rush.word()),
            "page {} has no 急",
            page + 1
        );
    }
}

#[test]
fn clause_s_4_4_1_figures_put_in_by_hand_bear_a_star_and_what_was_reckoned() {
    let mut facts = book::task_sheet();
    if let Some(text) = facts.components.last_mut() {
        text.parent_sheets = "8,000* 张".into();
        text.by_hand = "* 手改，算得：用料张数 7,977；第3贴 正数 2,025".into();
        text.issued = "8,100 张".into();
        text.remark = "先印内文".into();
    }
    facts.product.binding_parts = vec![
        ("堵头布".to_owned(), "红白".into()),
        ("书签带".to_owned(), "红".into()),
        ("勒口".to_owned(), "60 mm".into()),
    ];
    assert_golden("task_sheet_by_hand", &press().lay_out(&facts).unwrap());
}

#[test]
fn clause_f7_02_services_stand_above_the_amount_on_the_record() {
    let mut facts = book::record_sheet();
    facts.services = "产品 86,400.00 元；设计费 800.00 元；运费 204.50 元".to_owned();
    facts.amount = "87,404.50 元".to_owned();
    assert_golden("record_sheet_services", &press().lay_out(&facts).unwrap());
}

#[test]
fn clause_f1_06_the_confirmation_of_an_order() {
    let list = press().lay_out(&book_of_sale::confirmation()).unwrap();
    assert_eq!(
        list.pages.len(),
        1,
        "a usual order is confirmed on one page"
    );
    assert_golden("order_confirmation", &list);
}

#[test]
fn clause_f5_2_the_quote_has_its_lines_and_the_day_until_which_it_holds() {
    assert_golden("quote", &press().lay_out(&book_of_sale::quote()).unwrap());
}

#[test]
fn clause_f4_3a_a_sample_whose_price_is_open_says_so() {
    let list = press().lay_out(&book_of_sale::open_sample()).unwrap();
    assert_golden("quote_open", &list);
}

#[test]
fn clause_f7_06_thirty_lines_with_long_names_go_on_over_the_page_and_both_sides_sign_on_one() {
    let list = press().lay_out(&book_of_sale::long()).unwrap();
    assert_golden("order_confirmation_long", &list);
    assert!(list.pages.len() > 2, "{} pages", list.pages.len());
    for (number, _) in list.pages.iter().enumerate() {
        let words = list.words(number).concat();
        let page = format!("第 {} / {} 页", number + 1, list.pages.len());
        assert!(words.contains(&page), "{page}");
    }
    let signed = (0..list.pages.len()).filter(|page| {
        let words = list.words(*page);
        words.contains(&"供方盖章") && words.contains(&"代表签字")
    });
    assert_eq!(signed.count(), 1);
}
