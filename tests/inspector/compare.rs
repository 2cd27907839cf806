//! S-4.1.4b: what a new version changed, told page by page by the helper process.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use crate::desk::Desk;
use crate::paper::Paper;
use docket_core::inspector::{Area, Comparison, Verdict};
use lopdf::{Dictionary, Object, dictionary};

fn pages(drawn: &[&str]) -> Vec<u8> {
    drawn
        .iter()
        .fold(Paper::new(Dictionary::new()), |paper, content| {
            paper.drawing(content.as_bytes(), Dictionary::new())
        })
        .bytes()
}

async fn compared(before: &[u8], after: &[u8]) -> Comparison {
    let desk = Desk::new();
    let (before, after) = (desk.file("旧.pdf", before), desk.file("新.pdf", after));
    desk.inspector
        .compare(&before, &after, &|_, _| {})
        .await
        .unwrap()
}

/// Page before, page after, how they stand; those that are the same are left out.
fn told(comparison: &Comparison) -> Vec<(Option<u32>, Option<u32>, &'static str)> {
    let word = |verdict: &Verdict| match verdict {
        Verdict::Same => "same",
        Verdict::Changed(_) => "changed",
        Verdict::Resized => "resized",
        Verdict::Unseen => "unseen",
        Verdict::Added => "added",
        Verdict::Removed => "removed",
        Verdict::NotCompared => "not compared",
    };
    comparison
        .pages
        .iter()
        .map(|page| (page.before, page.after, word(&page.verdict)))
        .filter(|(.., verdict)| *verdict != "same")
        .collect()
}

const ONE: &str = "1 0 0 rg 100 100 50 50 re f";
const TWO: &str = "0 1 0 rg 100 100 50 50 re f";
const THREE: &str = "0 0 1 rg 100 100 50 50 re f";

#[tokio::test]
async fn clause_s_4_1_4b_the_pages_that_changed_are_told_with_the_places() {
    let before = pages(&[ONE, TWO, THREE]);
    assert_eq!(told(&compared(&before, &before).await), []);
    let comparison = compared(
        &before,
        &pages(&[
            ONE,
            "0 1 0 rg 100 100 50 50 re f 0 g 400 700 30 30 re f",
            THREE,
        ]),
    )
    .await;
    assert_eq!(told(&comparison), [(Some(2), Some(2), "changed")]);
    let Verdict::Changed(areas) = &comparison.pages[1].verdict else {
        panic!("page 2 is changed");
    };
    // The new square: 400–430 of 595 pt across, 841.89 − 730 to 841.89 − 700 of 842 pt down; cells of 12 dots around.
    let [
        Area {
            left,
            top,
            right,
            bottom,
        },
    ] = areas.as_slice()
    else {
        panic!("one place: {areas:?}");
    };
    assert!(
        (6_400..=6_725).contains(left) && (7_200..=7_430).contains(right),
        "{areas:?}"
    );
    assert!(
        (1_140..=1_330).contains(top) && (1_680..=1_860).contains(bottom),
        "{areas:?}"
    );
}

#[tokio::test]
async fn clause_s_4_1_4b_a_page_of_another_size_is_changed_all_over() {
    let of_width = |width: i64| {
        let sheet: Vec<Object> = [0, 0, width, 842].map(Object::from).to_vec();
        Paper::new(Dictionary::new())
            .page(dictionary! { "MediaBox" => sheet })
            .bytes()
    };
    let comparison = compared(&of_width(595), &of_width(620)).await;
    assert_eq!(told(&comparison), [(Some(1), Some(1), "changed")]);
    let whole = Area {
        left: 0,
        top: 0,
        right: 10_000,
        bottom: 10_000,
    };
    assert_eq!(comparison.pages[0].verdict, Verdict::Changed(vec![whole]));
}

#[tokio::test]
async fn clause_s_4_1_4b_a_page_more_or_less_shifts_nothing() {
    let before = pages(&[ONE, TWO, THREE]);
    let more = compared(&before, &pages(&[ONE, "", TWO, THREE])).await;
    assert_eq!(told(&more), [(None, Some(2), "added")]);
    let less = compared(&before, &pages(&[ONE, THREE])).await;
    assert_eq!(told(&less), [(Some(2), None, "removed")]);
}

#[tokio::test]
async fn clause_s_4_1_4b_a_page_written_otherwise_that_looks_the_same_says_so() {
    let before = pages(&[ONE]);
    let after = pages(&["q 1 0 0 rg 100 100 m 150 100 l 150 150 l 100 150 l h f Q"]);
    assert_eq!(
        told(&compared(&before, &after).await),
        [(Some(1), Some(1), "unseen")]
    );
    let desk = Desk::new();
    let (good, picture) = (
        desk.file("旧.pdf", &before),
        desk.file("新.jpg", b"\xff\xd8\xff"),
    );
    let refused = desk.inspector.compare(&good, &picture, &|_, _| {}).await;
    assert_eq!(refused.unwrap_err().code(), "not_pdf");
}
