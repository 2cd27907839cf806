//! Kinds of file by content, and names that claim another.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::desk::Desk;
use crate::paper::{Paper, saved};
use docket_core::inspector::FileKind;
use lopdf::{Dictionary, dictionary};
use std::path::Path;

/// The first bytes each format's specification asks for, the kind, and the
/// word that is stored.
#[test]
fn every_kind_is_told_by_its_first_bytes() {
    let corel = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x2f\0\0\0\x2f\0\0\0\x08\0\0\0mimetypeapplication/x-vnd.corel.zcf.draw.document+zip";
    let word = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x2f\0\0\0\x2f\0\0\0\x13\0\0\0[Content_Types].xml";
    let late = [&b"x".repeat(2048)[..], b"%PDF-1.4"].concat();
    let too_late = [&b"x".repeat(2049)[..], b"%PDF-1.4"].concat();
    let indd = b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1dDOCUMENT";
    let table: [(&[u8], FileKind, &str); 25] = [
        (b"%PDF-1.7\n", FileKind::Pdf, "pdf"),
        (b"\xef\xbb\xbf%PDF-1.7\n", FileKind::Pdf, "pdf"),
        (&late, FileKind::Pdf, "pdf"),
        (&too_late, FileKind::Unknown, "unknown"),
        (
            b"%!PS-Adobe-3.0 \r%%Creator: Adobe Illustrator(TM) 8.0\r",
            FileKind::AiPostscript,
            "ai_postscript",
        ),
        (
            b"%!PS-Adobe-3.0 EPSF-3.0\n%%Title: a\n%AI5_FileFormat 3\n",
            FileKind::AiPostscript,
            "ai_postscript",
        ),
        (
            b"%!PS-Adobe-3.0 EPSF-3.0\n%%Creator: QuarkXPress\n",
            FileKind::Eps,
            "eps",
        ),
        (b"\xc5\xd0\xd3\xc6\x1e\0\0\0", FileKind::Eps, "eps"),
        (
            b"%!PS-Adobe-3.0\n%%Title: a printer's job\n",
            FileKind::Unknown,
            "unknown",
        ),
        (b"8BPS\0\x01\0\0\0\0\0\0", FileKind::Psd, "psd"),
        (b"8BPS\0\x02\0\0\0\0\0\0", FileKind::Psb, "psb"),
        (b"II*\0\x08\0\0\0", FileKind::Tiff, "tiff"),
        (b"MM\0*\0\0\0\x08", FileKind::Tiff, "tiff"),
        (b"II+\0\x08\0\0\0", FileKind::Tiff, "tiff"),
        (b"MM\0+\0\x08\0\0", FileKind::Tiff, "tiff"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", FileKind::Jpeg, "jpeg"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", FileKind::Png, "png"),
        (b"RIFF\x10\x27\0\0CDRDvrsn", FileKind::Cdr, "cdr"),
        (b"RIFF\x10\x27\0\0cdr9vrsn", FileKind::Cdr, "cdr"),
        (b"RIFF\x10\x27\0\0WAVEfmt ", FileKind::Unknown, "unknown"),
        (corel, FileKind::Cdr, "cdr"),
        (word, FileKind::Unknown, "unknown"),
        (indd, FileKind::Indd, "indd"),
        ("请看附件".as_bytes(), FileKind::Unknown, "unknown"),
        (b"", FileKind::Unknown, "unknown"),
    ];
    for (head, kind, code) in table {
        assert_eq!(FileKind::of(head), kind, "{}", head.escape_ascii());
        assert_eq!(kind.code(), code);
    }
}

#[test]
fn a_name_lies_only_when_its_ending_claims_another_kind() {
    let table = [
        (FileKind::Pdf, "封面.pdf", false),
        (FileKind::Pdf, "封面.PDF", false),
        (FileKind::Pdf, "封面.ai", true),
        (FileKind::AiPdf, "封面.ai", false),
        (FileKind::AiPdf, "封面.pdf", false),
        (FileKind::Png, "封面.pdf", true),
        (FileKind::Png, "封面.docx", true),
        (FileKind::Png, "封面", false),
        (FileKind::Jpeg, "封面.JPEG", false),
        (FileKind::Unknown, "封面.pdf", true),
        (FileKind::Unknown, "说明.txt", false),
    ];
    for (kind, name, lies) in table {
        assert_eq!(kind.belies(Path::new(name)), lies, "{kind:?} as {name}");
    }
}

#[tokio::test]
async fn a_picture_or_a_text_named_pdf_is_found_out() {
    let desk = Desk::new();
    let picture = desk
        .read("封面.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")
        .await;
    assert_eq!(
        (picture.kind, picture.name_lies, picture.size),
        (FileKind::Png, true, 16)
    );
    assert!(picture.pdf.is_none(), "a picture has no pages");
    let text = desk.read("内文.pdf", "请看附件").await;
    assert_eq!((text.kind, text.name_lies), (FileKind::Unknown, true));
}

#[tokio::test]
async fn a_pdf_with_illustrators_own_data_is_an_illustrator_file() {
    let desk = Desk::new();
    let pieces = dictionary! { "Illustrator" => dictionary! { "Private" => Dictionary::new() } };
    let page = dictionary! { "MediaBox" => crate::paper::a4(), "PieceInfo" => pieces };
    let read = desk
        .read("封面.ai", Paper::new(Dictionary::new()).page(page).bytes())
        .await;
    assert_eq!((read.kind, read.name_lies), (FileKind::AiPdf, false));
    assert_eq!(read.pdf.unwrap().pages.len(), 1);
}

/// Saved without a page of its own data, Illustrator leaves it in the catalog, where a later version stands, too.
#[tokio::test]
async fn what_stands_in_the_catalog_counts_like_what_stands_at_the_front() {
    let desk = Desk::new();
    let mut document = Paper::a4().finished();
    let pieces = dictionary! { "Illustrator" => dictionary! { "Private" => Dictionary::new() } };
    let catalog = document.catalog_mut().unwrap();
    catalog.set("PieceInfo", pieces);
    catalog.set("Version", "1.7");
    let read = desk.read("封面.ai", saved(document)).await;
    assert_eq!(read.kind, FileKind::AiPdf);
    assert_eq!(read.pdf.unwrap().version, "1.7", "its header says 1.6");
}

#[tokio::test]
async fn junk_before_the_header_does_not_hide_a_pdf() {
    let desk = Desk::new();
    let bytes = [
        &b"Content-Type: application/pdf\r\n\r\n"[..],
        &Paper::a4().bytes(),
    ]
    .concat();
    let read = desk.read("内文.pdf", &bytes).await;
    assert_eq!((read.kind, read.name_lies), (FileKind::Pdf, false));
    let pdf = read.pdf.unwrap();
    assert_eq!((pdf.version.as_str(), pdf.pages.len()), ("1.6", 1));
    let picture = desk
        .inspector
        .render_page(&desk.path("内文.pdf"), 1, 20)
        .await
        .unwrap();
    assert_eq!(FileKind::of(&picture), FileKind::Png);
}
