//! The press, the tools of poppler and qpdf, and the goldens.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use docket_core::documents::{DisplayList, Fallback, Press};

/// The folder the fonts of the product were copied to.
pub fn font_folder() -> PathBuf {
    std::env::var_os("DOCKET_FONTS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fonts"),
        PathBuf::from,
    )
}

/// A press that borrows no font from the machine, so that goldens are the same
/// everywhere.
pub fn press() -> Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS
        .get_or_init(|| Press::open_with(&font_folder(), Fallback::None).unwrap())
        .clone()
}

/// Compares a layout with the golden text `name`; `UPDATE_GOLDEN=1` rewrites it.
pub fn assert_golden(name: &str, list: &DisplayList) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/documents/golden")
        .join(format!("{name}.txt"));
    let found = list.golden();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; UPDATE_GOLDEN=1 writes it", path.display()));
    let difference = expected
        .lines()
        .zip(found.lines())
        .enumerate()
        .find(|(_, (expected, found))| expected != found);
    assert!(
        expected == found,
        "{name} differs from its golden at {difference:?} ({} lines, {} found)",
        expected.lines().count(),
        found.lines().count()
    );
}

/// Writes `pdf` where a tool can read it; `DOCKET_KEEP_PDF` names a folder to
/// keep it in.
pub struct PdfFile {
    pub path: PathBuf,
    _folder: tempfile::TempDir,
}

impl PdfFile {
    pub fn of(name: &str, pdf: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&path, pdf).unwrap();
        if let Some(keep) = std::env::var_os("DOCKET_KEEP_PDF") {
            std::fs::write(Path::new(&keep).join(format!("{name}.pdf")), pdf).unwrap();
        }
        Self {
            path,
            _folder: folder,
        }
    }

    /// What a tool prints about the file.
    pub fn told_by(&self, tool: &str, before: &[&str], after: &[&str]) -> String {
        let output = Command::new(tool)
            .args(before)
            .arg(&self.path)
            .args(after)
            .output()
            .unwrap_or_else(|error| panic!("{tool}: {error}"));
        assert!(
            output.status.success(),
            "{tool}: {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The words of the file as a reader copies them, without white space: a
    /// value that was wrapped comes in two lines.
    pub fn copied(&self) -> String {
        squeezed(&self.told_by("pdftotext", &["-raw"], &["-"]))
    }

    pub fn assert_sound(&self) {
        let told = self.told_by("qpdf", &["--check"], &[]);
        assert!(
            told.contains("No syntax or stream encoding errors"),
            "{told}"
        );
    }
}

/// Text without white space.
pub fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

/// Every string in a value, however deep.
pub fn every_text(facts: &impl serde::Serialize) -> Vec<String> {
    fn walk(value: &serde_json::Value, key: &str, texts: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) if key != "made_at" && key != "marks" => {
                texts.push(text.clone())
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, key, texts)),
            serde_json::Value::Object(fields) => {
                fields.iter().for_each(|(key, item)| walk(item, key, texts))
            }
            _ => {}
        }
    }
    let mut texts = Vec::new();
    walk(&serde_json::to_value(facts).unwrap(), "", &mut texts);
    texts.retain(|text| !text.trim().is_empty());
    texts
}
