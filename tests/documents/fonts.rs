//! Characters our fonts do not draw.

use std::io::Write as _;
use std::path::PathBuf;

use docket_core::documents::forms::Value;
use docket_core::documents::{DocumentError, Fallback, Press};

use crate::book;
use crate::support::{PdfFile, font_folder, press};

/// The CFF collection Debian's fonts-noto-cjk installs.
const COLLECTION: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

#[test]
fn a_character_nobody_draws_refuses_the_sheet_by_field_and_character() {
    let mut facts = book::task_sheet();
    facts.components.last_mut().unwrap().brand = Value::from("𠮷祥纸业");
    let refused = press().pdf(&facts).unwrap_err();
    assert_eq!(refused.code(), "document_missing_glyph");
    match refused {
        DocumentError::MissingGlyph { field, character } => {
            assert_eq!((field.as_str(), character), ("品牌", '𠮷'));
        }
        other => panic!("{other}"),
    }
}

#[test]
fn a_stamp_that_cannot_be_drawn_names_its_field() {
    let mut facts = book::labels(Default::default());
    facts.stamps.first_mut().unwrap().signer = "𠮷田".into();
    match press().pdf(&facts).unwrap_err() {
        DocumentError::MissingGlyph { field, character } => {
            assert_eq!((field.as_str(), character), ("签样人", '𠮷'));
        }
        other => panic!("{other}"),
    }
}

#[test]
fn a_rare_character_comes_from_another_font_embedded_like_ours() {
    if !PathBuf::from(COLLECTION).exists() {
        // Elsewhere than on Debian the collection lies in another place.
        // Past the test runner's capture, so that a skip is seen.
        let _ = writeln!(std::io::stderr(), "skipped: no {COLLECTION}");
        return;
    }
    let press = Press::open_with(&font_folder(), Fallback::Files(vec![COLLECTION.into()])).unwrap();
    let mut facts = book::task_sheet();
    facts.order.customer = Value::from("𠮷祥纸业（深圳）有限公司");
    let file = PdfFile::of("fallback", &press.pdf(&facts).unwrap());
    file.assert_sound();
    assert!(file.copied().contains("𠮷祥纸业（深圳）有限公司"));
    let fonts = file.told_by("pdffonts", &[], &[]);
    assert_eq!(fonts.lines().skip(2).count(), 3, "{fonts}");
    assert!(fonts.contains("NotoSansCJK"), "{fonts}");
    for line in fonts.lines().skip(2) {
        assert!(line.contains("yes yes yes"), "{line}");
    }
}

#[test]
fn a_missing_font_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let failed = Press::open(folder.path()).unwrap_err();
    assert_eq!(failed.code(), "document_font_unreadable");
    assert!(
        failed
            .params()
            .iter()
            .any(|(name, value)| *name == "path" && value.ends_with("NotoSansSC_400Regular.ttf"))
    );
}
