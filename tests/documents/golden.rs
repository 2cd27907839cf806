//! The layout of every form as text, compared with goldens.

use docket_core::documents::Mark;
use docket_core::documents::forms::sample_label::LabelPaper;

use crate::book;
use crate::support::{assert_golden, press};

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
        &press().lay_out(&book::labels(LabelPaper::Roll)).unwrap(),
    );
}

#[test]
fn labels_on_a4_stand_where_the_printer_needs_them() {
    let paper = LabelPaper::Sheet {
        right: 15,
        down: -10,
        used: 2,
    };
    assert_golden(
        "sample_label_sheet",
        &press().lay_out(&book::labels(paper)).unwrap(),
    );
}

#[test]
fn clause_s_4_3_2a_the_review_form() {
    assert_golden(
        "review_form",
        &press().lay_out(&book::review_form()).unwrap(),
    );
}

#[test]
fn clause_s_4_4_1_the_task_sheet_as_issued() {
    assert_golden("task_sheet", &press().lay_out(&book::task_sheet()).unwrap());
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
