//! Page boxes: inherited or not, cropped, turned, scaled; and the same figures
//! from poppler, an independent reader.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use crate::desk::Desk;
use crate::paper::{Paper, a4, boxed, saved};
use docket_core::inspector::{PageBox, PageFacts};
use lopdf::{Dictionary, Object, dictionary};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

fn corners(of: PageBox) -> [f64; 4] {
    [of.left, of.bottom, of.right, of.top]
}

async fn the_page(paper: Paper) -> PageFacts {
    let pages = Desk::new().pdf(paper.bytes()).await.pages;
    assert_eq!(pages.len(), 1);
    pages[0]
}

#[tokio::test]
async fn media_crop_and_turn_are_inherited_but_trim_and_bleed_are_not() {
    let above = dictionary! {
        "MediaBox" => boxed([0.0, 0.0, 700.0, 900.0]), "CropBox" => boxed([10.0, 10.0, 690.0, 890.0]),
        "Rotate" => 90, "TrimBox" => boxed([50.0, 50.0, 650.0, 850.0]), "BleedBox" => boxed([41.0, 41.0, 659.0, 859.0]),
    };
    let page = the_page(Paper::new(above).page(Dictionary::new())).await;
    assert_eq!(corners(page.media), [0.0, 0.0, 700.0, 900.0]);
    assert_eq!(corners(page.crop), [10.0, 10.0, 690.0, 890.0]);
    assert_eq!(page.rotate, 90);
    assert_eq!(
        (page.trim, page.trim_stated),
        (page.crop, false),
        "a trim above the page is none of the page's"
    );
    assert_eq!((page.bleed, page.bleed_stated), (page.crop, false));
}

#[tokio::test]
async fn a_page_overrules_what_stands_above_it() {
    let above = dictionary! { "MediaBox" => a4(), "Rotate" => 90 };
    let own = dictionary! {
        "MediaBox" => boxed([0.0, 0.0, 612.0, 859.0]), "Rotate" => 0,
        "BleedBox" => boxed([0.0, 0.0, 612.0, 859.0]), "TrimBox" => boxed([8.504, 8.504, 603.78, 850.394]),
    };
    let page = the_page(Paper::new(above).page(own)).await;
    assert_eq!(page.rotate, 0);
    assert_eq!(
        corners(page.trim),
        [8.504, 8.504, 603.78, 850.394],
        "the digits of the file, not their nearest float"
    );
    assert_eq!((page.trim_stated, page.bleed_stated), (true, true));
    // 603.780 - 8.504 = 595.276 pt = 210.00 mm; 850.394 - 8.504 = 841.890 pt = 297.00 mm.
    assert_eq!((page.trim_width, page.trim_height), (2100, 2970));
}

#[tokio::test]
async fn a_turned_page_is_measured_as_it_is_shown() {
    // 210 × 285 mm upright = 595.276 × 807.874 pt; a quarter turn makes it lie.
    for (turn, shown) in [
        (0, (2100, 2850)),
        (90, (2850, 2100)),
        (180, (2100, 2850)),
        (270, (2850, 2100)),
    ] {
        let page = the_page(Paper::new(Dictionary::new()).page(
            dictionary! { "MediaBox" => boxed([0.0, 0.0, 595.276, 807.874]), "Rotate" => turn },
        ))
        .await;
        assert_eq!(
            (i64::from(page.rotate), (page.trim_width, page.trim_height)),
            (turn, shown)
        );
    }
    for (stated, meant) in [(-90, 270), (450, 90), (45, 0)] {
        let page = the_page(
            Paper::new(Dictionary::new())
                .page(dictionary! { "MediaBox" => a4(), "Rotate" => stated }),
        )
        .await;
        assert_eq!(page.rotate, meant, "/Rotate {stated}");
    }
}

#[tokio::test]
async fn a_user_unit_makes_the_page_larger() {
    let page = the_page(
        Paper::new(Dictionary::new()).page(dictionary! { "MediaBox" => a4(), "UserUnit" => 2 }),
    )
    .await;
    assert_eq!(page.user_unit, 2.0);
    assert_eq!(
        corners(page.media),
        [0.0, 0.0, 595.276, 841.89],
        "boxes stay in the page's own units"
    );
    assert_eq!(
        (page.trim_width, page.trim_height),
        (4200, 5940),
        "twice A4 each way"
    );
}

#[tokio::test]
async fn a_crop_is_kept_within_the_media() {
    let cropped = |crop| {
        Paper::new(Dictionary::new()).page(dictionary! { "MediaBox" => a4(), "CropBox" => crop })
    };
    let smaller = the_page(cropped(boxed([100.0, 100.0, 500.0, 700.0]))).await;
    assert_eq!(corners(smaller.crop), [100.0, 100.0, 500.0, 700.0]);
    assert_eq!(
        smaller.trim, smaller.crop,
        "a page without trim is trimmed to what is shown"
    );
    let beyond = the_page(cropped(boxed([-50.0, 100.0, 500.0, 9000.0]))).await;
    assert_eq!(corners(beyond.crop), [0.0, 100.0, 500.0, 841.89]);
    for elsewhere in [
        boxed([900.0, 900.0, 950.0, 950.0]),
        boxed([10.0, 10.0, 10.0, 10.0]),
        Object::Integer(4),
    ] {
        let page = the_page(cropped(elsewhere)).await;
        assert_eq!(page.crop, page.media, "a crop that shows nothing is none");
    }
}

#[tokio::test]
async fn a_page_that_states_its_bleed_alone_is_trimmed_to_what_is_shown() {
    let page =
        the_page(Paper::new(Dictionary::new()).page(
            dictionary! { "MediaBox" => a4(), "BleedBox" => boxed([8.0, 8.0, 587.0, 833.0]) },
        ))
        .await;
    assert_eq!((page.trim, page.trim_stated), (page.crop, false));
    assert_eq!(corners(page.bleed), [8.0, 8.0, 587.0, 833.0]);
}

#[tokio::test]
async fn a_number_beyond_any_page_is_no_size() {
    let above = dictionary! { "MediaBox" => a4() };
    let absurd = dictionary! { "MediaBox" => boxed([0.0, 0.0, 2e7, 500.0]), "UserUnit" => -2 };
    let page = the_page(Paper::new(above).page(absurd)).await;
    assert_eq!(corners(page.media), [0.0, 0.0, 595.276, 841.89]);
    assert_eq!((page.trim_width, page.user_unit), (2100, 1.0));
}

#[tokio::test]
async fn corners_may_come_in_any_order_and_by_reference() {
    let mut paper = Paper::new(Dictionary::new());
    let right = paper.document.add_object(Object::Real(595.276));
    let corners_id = paper.document.add_object(Object::Array(vec![
        right.into(),
        841.89.into(),
        0.into(),
        0.into(),
    ]));
    let page = the_page(paper.page(dictionary! { "MediaBox" => corners_id })).await;
    assert_eq!(corners(page.media), [0.0, 0.0, 595.276, 841.89]);
}

#[tokio::test]
async fn five_thousand_pages_come_in_reading_order() {
    // Page n is 100 + n points wide; fifty nodes of a hundred pages each.
    let mut paper = Paper::new(Dictionary::new());
    for node in 0..50_i64 {
        let kids: Vec<Object> = (1..=100)
            .map(|leaf| {
                let width = 100 + node * 100 + leaf;
                let size = Object::Array(vec![0.into(), 0.into(), width.into(), 500.into()]);
                paper
                    .document
                    .add_object(dictionary! { "Type" => "Page", "MediaBox" => size })
                    .into()
            })
            .collect();
        let id = paper
            .document
            .add_object(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 100 });
        paper = paper.kid(id);
    }
    let pages = Desk::new().pdf(paper.bytes()).await.pages;
    assert_eq!(pages.len(), 5000);
    for (index, page) in pages.iter().enumerate() {
        assert_eq!(page.media.width(), 101.0 + index as f64);
    }
}

#[tokio::test]
async fn packed_objects_are_read_like_plain_ones() {
    let mut bytes = Vec::new();
    Paper::a4()
        .page(dictionary! { "MediaBox" => boxed([0.0, 0.0, 300.0, 400.0]) })
        .finished()
        .save_modern(&mut bytes)
        .unwrap();
    let packed = Desk::new().pdf(bytes).await;
    assert_eq!((packed.mended, packed.pages.len()), (false, 2));
    assert_eq!(corners(packed.pages[1].media), [0.0, 0.0, 300.0, 400.0]);
}

/// `pdfinfo -box` of poppler reads the same pages; its figures have two decimals.
#[tokio::test]
async fn poppler_reads_the_same_boxes() {
    if Command::new("pdfinfo").arg("-v").output().is_err() {
        // Past the test runner's capture, so that a skip is seen.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: pdfinfo (poppler-utils) is not installed"
        );
        return;
    }
    let above = dictionary! { "MediaBox" => boxed([0.0, 0.0, 700.0, 900.0]), "CropBox" => boxed([20.0, 30.0, 680.0, 870.0]), "Rotate" => 270 };
    let paper = Paper::new(above)
        .page(Dictionary::new())
        .page(dictionary! { "MediaBox" => boxed([0.0, 0.0, 690.0, 880.0]), "Rotate" => 0 })
        .page(dictionary! { "TrimBox" => boxed([8.504, 8.504, 603.78, 850.394]), "BleedBox" => boxed([0.0, 0.0, 612.284, 858.898]), "Rotate" => 90 })
        .page(dictionary! { "CropBox" => boxed([100.0, 100.0, 500.0, 700.0]), "Rotate" => 180, "TrimBox" => boxed([120.0, 120.0, 480.0, 680.0]) });
    let desk = Desk::new();
    let path = desk.file("内文.pdf", saved(paper.finished()));
    let pages = desk
        .inspector
        .inspect(&path)
        .await
        .unwrap()
        .pdf
        .unwrap()
        .pages;
    let poppler = pdfinfo(&path);
    assert!(poppler.contains("Pages:           4"), "{poppler}");
    for (index, page) in pages.iter().enumerate() {
        let number = index + 1;
        let boxes = [
            ("MediaBox", page.media),
            ("CropBox", page.crop),
            ("BleedBox", page.bleed),
            ("TrimBox", page.trim),
        ];
        for (name, ours) in boxes {
            let theirs = figures(&poppler, &format!("Page{number:>5} {name}:"));
            let ours = corners(ours).map(|corner| format!("{corner:.2}"));
            assert_eq!(theirs, ours, "page {number}, {name}");
        }
        assert_eq!(
            figures(&poppler, &format!("Page{number:>5} rot:")),
            [page.rotate.to_string()]
        );
    }
}

fn pdfinfo(path: &Path) -> String {
    let output = Command::new("pdfinfo")
        .args(["-box", "-l", "-1"])
        .arg(path)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn figures(poppler: &str, label: &str) -> Vec<String> {
    let line = poppler.lines().find_map(|line| line.strip_prefix(label));
    let line = line.unwrap_or_else(|| panic!("no {label} in\n{poppler}"));
    line.split_whitespace().map(str::to_owned).collect()
}
