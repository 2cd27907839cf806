//! S-4.1.4a: reading what would be printed costs no more than its budget, and what was left out is said page by page.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use crate::budgets::{bomb, flate};
use crate::desk::Desk;
use crate::paper::{Paper, a4, saved};
use docket_core::inspector::Budget;
use docket_core::inspector::press::Unread;
use lopdf::{Dictionary, Object, Stream, dictionary};
use std::time::{Duration, Instant};

fn budget(memory: u64) -> Budget {
    Budget {
        // A machine busy with other tests must not make a sound file slow.
        time: Duration::from_secs(60),
        memory,
        ..Budget::default()
    }
}

const CYAN: &[u8] = b"1 0 0 0 k 50 50 100 100 re f";

#[tokio::test]
async fn clause_s_4_1_4a_a_page_that_unfolds_to_a_gigabyte_is_left_and_the_next_one_read() {
    let desk = Desk::with_budget(budget(400_000_000));
    let mut paper = Paper::new(Dictionary::new());
    let content = paper.document.add_object(Stream::new(flate(), bomb()));
    let bytes = paper
        .page(dictionary! { "MediaBox" => a4(), "Contents" => content })
        .drawing(CYAN, Dictionary::new())
        .bytes();
    let path = desk.file("膨胀.pdf", bytes);
    let (_, press) = desk
        .inspector
        .inspect_for_press(&path, &|_, _| {})
        .await
        .unwrap();
    let pages = press.unwrap().pages;
    assert_eq!(pages[0].unread, Some(Unread::TooLarge));
    assert_eq!(pages[1].unread, None);
    assert_eq!(pages[1].process, [true, false, false, false]);
}

/// 200 MB, nearly all of them one picture nobody unpacks; 600 MB with the file itself, as the product ships.
#[tokio::test]
async fn clause_s_4_1_4a_a_file_of_200_mb_is_read_within_600_mb() {
    let desk = Desk::with_budget(budget(Budget::default().memory));
    let mut paper = Paper::new(Dictionary::new());
    let picture = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 10_000, "Height" => 5_000,
            "BitsPerComponent" => 8, "ColorSpace" => "DeviceCMYK",
        },
        vec![0x55; 200_000_000],
    );
    let picture = paper.document.add_object(picture);
    let bytes = paper
        .drawing(
            b"q 500 0 0 250 0 0 cm /P Do Q",
            dictionary! { "P" => picture },
        )
        .bytes();
    let path = desk.file("画册.pdf", bytes);
    let (read, press) = desk
        .inspector
        .inspect_for_press(&path, &|_, _| {})
        .await
        .unwrap();
    assert!(read.size > 200_000_000);
    let press = press.unwrap();
    assert_eq!(press.images[0].ppi, (1440.0, 1440.0));
    assert_eq!(press.pages[0].unread, None);
}

#[tokio::test]
async fn clause_s_4_1_4a_five_thousand_pages_are_read_to_the_last() {
    let desk = Desk::with_budget(budget(Budget::default().memory));
    let mut paper = Paper::new(dictionary! { "MediaBox" => a4() });
    let content = paper
        .document
        .add_object(Stream::new(Dictionary::new(), CYAN.to_vec()));
    for _ in 0..5_000 {
        paper = paper.page(dictionary! { "Contents" => content });
    }
    let path = desk.file("电话簿.pdf", paper.bytes());
    let (_, press) = desk
        .inspector
        .inspect_for_press(&path, &|_, _| {})
        .await
        .unwrap();
    let pages = press.unwrap().pages;
    assert_eq!(pages.len(), 5_000);
    assert!(
        pages
            .iter()
            .all(|page| page.unread.is_none() && page.reach.is_some())
    );
}

/// A hundred pages, each of them a hopeless one: the answer comes in time, and says from where on it knows nothing.
#[tokio::test]
async fn clause_s_4_1_4a_when_the_time_is_nearly_up_the_rest_is_told_as_unread() {
    let limit = Duration::from_secs(10);
    let desk = Desk::with_budget(Budget {
        time: limit,
        ..Budget::default()
    });
    let mut paper = Paper::new(dictionary! { "MediaBox" => a4() });
    let innermost = Stream::new(form(Dictionary::new()), CYAN.repeat(50));
    let mut inner = paper.document.add_object(innermost);
    for _ in 0..26 {
        let twice = Stream::new(form(dictionary! { "F" => inner }), b"/F Do /F Do".to_vec());
        inner = paper.document.add_object(twice);
    }
    for _ in 0..100 {
        paper = paper.drawing(b"/F Do", dictionary! { "F" => inner });
    }
    let path = desk.file("无底洞.pdf", saved(paper.finished()));
    let began = Instant::now();
    let (_, press) = desk
        .inspector
        .inspect_for_press(&path, &|_, _| {})
        .await
        .unwrap();
    assert!(began.elapsed() < limit);
    let pages = press.unwrap().pages;
    assert_eq!(pages.len(), 100);
    assert!(pages.iter().all(|page| page.unread.is_some()));
    assert_eq!(pages[99].unread, Some(Unread::OutOfTime));
}

fn form(inner: Dictionary) -> Dictionary {
    dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => a4(),
        "Resources" => dictionary! { "XObject" => Object::Dictionary(inner) },
    }
}
