//! The inspector, asked through its real helper process.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use docket_core::inspector::{FileKind, Inspector};
use std::path::PathBuf;

fn an_inspector() -> Inspector {
    Inspector::new(
        PathBuf::from(env!("CARGO_BIN_EXE_docket-inspector")),
        Vec::new(),
    )
}

#[tokio::test]
async fn a_text_that_calls_itself_pdf_is_found_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("封面.pdf");
    std::fs::write(&path, "请看附件").unwrap();
    let inspected = match an_inspector().inspect(&path).await {
        Ok(inspected) => inspected,
        Err(refusal) => panic!("refused: {refusal}"),
    };
    assert_eq!(
        (inspected.kind, inspected.name_lies),
        (FileKind::Unknown, true)
    );
    assert!(inspected.pdf.is_none(), "a text has no pages");
}
