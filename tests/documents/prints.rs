//! Prints of a frozen sheet, and copies that are only looked at.

use chrono::{TimeZone as _, Utc};
use docket_core::documents::{CopyMark, PrintLine};

use crate::book;
use crate::support::{PdfFile, press, squeezed};

fn line() -> PrintLine {
    PrintLine {
        qr: "DOCKET:RW-2026-A000456/V1/1/P2/7F3A-91C2".into(),
        check_code: "7F3A-91C2".into(),
        print_number: "2".into(),
        holder: "生产联".into(),
        printed_at: "2026-11-24 10:15".into(),
        printed_by: "林晓梅".into(),
        moment: Utc.with_ymd_and_hms(2026, 11, 24, 2, 15, 0).unwrap(),
    }
}

#[test]
fn a_print_is_the_frozen_sheet_and_its_print_line() {
    let frozen = press().pdf(&book::amended()).unwrap();
    let printed = press().print(&frozen, &line()).unwrap();
    let (before, after) = (
        PdfFile::of("frozen", &frozen),
        PdfFile::of("print", &printed),
    );
    after.assert_sound();
    let pages = |file: &PdfFile, page: &str| {
        squeezed(&file.told_by("pdftotext", &["-raw", "-f", page, "-l", page], &["-"]))
    };
    for page in ["1", "2"] {
        let (frozen, printed) = (pages(&before, page), pages(&after, page));
        let added = printed
            .strip_prefix(&frozen)
            .expect("the frozen words come first, unchanged");
        assert_eq!(
            added,
            squeezed("打印 2026-11-24 10:15 · 林晓梅 · 第 2 次打印 · 生产联 校验码 7F3A-91C2")
        );
    }
    assert!(
        after
            .told_by("pdfinfo", &["-rawdates"], &[])
            .contains("ModDate:         D:20261124021500Z")
    );
}

#[test]
fn the_same_print_gives_the_same_bytes_and_another_print_others() {
    let frozen = press().pdf(&book::task_sheet()).unwrap();
    let first = press().print(&frozen, &line()).unwrap();
    assert!(first == press().print(&frozen, &line()).unwrap());
    let next = PrintLine {
        print_number: "3".into(),
        ..line()
    };
    assert!(first != press().print(&frozen, &next).unwrap());
}

#[test]
fn a_sheet_only_looked_at_says_so_on_every_page() {
    let frozen = press().pdf(&book::task_sheet()).unwrap();
    let copy = press()
        .copy(&frozen, CopyMark::InForce, line().moment)
        .unwrap();
    assert!(
        copy == press()
            .copy(&frozen, CopyMark::InForce, line().moment)
            .unwrap()
    );
    let file = PdfFile::of("copy", &copy);
    file.assert_sound();
    for page in ["1", "2"] {
        let words = file.told_by("pdftotext", &["-raw", "-f", page, "-l", page], &["-"]);
        assert!(words.contains("非打印件"), "page {page}");
        assert!(!words.contains("校验码"), "page {page}");
    }
    for (mark, word) in [(CopyMark::Outdated, "已过时"), (CopyMark::Void, "作废")] {
        let copy = press().copy(&frozen, mark, line().moment).unwrap();
        let file = PdfFile::of(word, &copy);
        let words = file.told_by("pdftotext", &["-raw", "-f", "2", "-l", "2"], &["-"]);
        assert!(
            words.contains(word) && words.contains("非打印件"),
            "{words}"
        );
    }
}

#[test]
fn a_damaged_frozen_sheet_is_refused() {
    let refused = press().print(b"%PDF-1.7 nothing", &line()).unwrap_err();
    assert_eq!(refused.code(), "document_frozen_sheet_damaged");
}
