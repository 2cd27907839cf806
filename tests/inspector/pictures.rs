//! Pages as pictures.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::desk::Desk;
use crate::paper::{Paper, a4, boxed};
use docket_core::inspector::{Budget, Reason};
use hayro::vello_cpu::Pixmap;
use lopdf::{Dictionary, Stream, dictionary};
use std::io::Cursor;

/// Which of the four corners of the picture is red.
fn red_corner(picture: &Pixmap) -> &'static str {
    let (right, bottom) = (picture.width() - 3, picture.height() - 3);
    let corners = [
        ("top left", 2, 2),
        ("top right", right, 2),
        ("bottom left", 2, bottom),
        ("bottom right", right, bottom),
    ];
    let red = corners.iter().find(|(_, x, y)| {
        let pixel = picture.sample(*x, *y);
        pixel.r > 200 && pixel.g < 60 && pixel.b < 60
    });
    red.map_or("none", |(name, _, _)| name)
}

async fn drawn(desk: &Desk, bytes: &[u8], page: u32, dpi: u32) -> Pixmap {
    let path = desk.file("内文.pdf", bytes);
    let png = desk.inspector.render_page(&path, page, dpi).await.unwrap();
    Pixmap::from_png(Cursor::new(png)).unwrap()
}

/// A page of 144 × 72 pt with a red square in its lower left corner.
fn marked(mut page: Dictionary) -> Vec<u8> {
    let mut paper = Paper::new(Dictionary::new());
    let content = Stream::new(Dictionary::new(), b"1 0 0 rg 0 0 20 20 re f".to_vec());
    page.set("Contents", paper.document.add_object(content));
    page.set("MediaBox", boxed([0.0, 0.0, 144.0, 72.0]));
    paper.page(page).bytes()
}

#[tokio::test]
async fn a_page_is_drawn_at_its_size_and_the_right_way_up() {
    let desk = Desk::new();
    // 144 × 72 pt = 2 × 1 inch: 100 dpi make 200 × 100 pixels; turns are clockwise.
    for (turn, size, corner) in [
        (0, (200, 100), "bottom left"),
        (90, (100, 200), "top left"),
        (180, (200, 100), "top right"),
        (270, (100, 200), "bottom right"),
    ] {
        let picture = drawn(&desk, &marked(dictionary! { "Rotate" => turn }), 1, 100).await;
        assert_eq!(
            ((picture.width(), picture.height()), red_corner(&picture)),
            (size, corner),
            "/Rotate {turn}"
        );
    }
    let larger = drawn(&desk, &marked(dictionary! { "UserUnit" => 2 }), 1, 100).await;
    assert_eq!(
        (larger.width(), larger.height()),
        (400, 200),
        "a user unit of two doubles the page"
    );
}

#[tokio::test]
async fn a_page_too_large_for_the_window_is_drawn_smaller() {
    let desk = Desk::with_budget(Budget {
        pixels: 20_000,
        ..Budget::default()
    });
    let picture = drawn(&desk, &marked(Dictionary::new()), 1, 600).await;
    // 2 : 1 within 20,000 pixels is 200 × 100.
    assert_eq!((picture.width(), picture.height()), (200, 100));
}

/// 14,400 pt at 600 dpi are 120,000 pixels in one row, more than a picture may have.
#[tokio::test]
async fn a_page_longer_than_a_picture_may_be_is_drawn_smaller() {
    let long = Paper::new(Dictionary::new())
        .page(dictionary! { "MediaBox" => boxed([0.0, 0.0, 14_400.0, 10.0]) })
        .bytes();
    let picture = drawn(&Desk::new(), &long, 1, 600).await;
    assert!(picture.width() > 65_000, "{}", picture.width());
    assert!(picture.height() <= 46, "{}", picture.height());
}

#[tokio::test]
async fn a_page_that_is_not_there_and_a_file_that_is_no_pdf() {
    let desk = Desk::new();
    let path = desk.file(
        "内文.pdf",
        Paper::a4().page(dictionary! { "MediaBox" => a4() }).bytes(),
    );
    for page in [0, 3, u32::MAX] {
        let refusal = desk
            .inspector
            .render_page(&path, page, 20)
            .await
            .unwrap_err();
        assert_eq!(refusal.reason, Reason::NoSuchPage { page, pages: 2 });
    }
    let text = desk.file("说明.txt", "请看附件");
    assert_eq!(
        desk.inspector
            .render_page(&text, 1, 20)
            .await
            .unwrap_err()
            .reason,
        Reason::NotPdf
    );
    let half = desk.file("半截.pdf", "%PDF-1.7\n1 0 obj <<");
    assert_eq!(
        desk.inspector
            .render_page(&half, 1, 20)
            .await
            .unwrap_err()
            .code(),
        "damaged"
    );
}
