//! Files that are refused, and for which reason.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use crate::desk::Desk;
use crate::paper::{Paper, a4, saved};
use docket_core::inspector::{Budget, Damage, FileKind, Reason};
use lopdf::encryption::{EncryptionState, EncryptionVersion, Permissions};
use lopdf::{Dictionary, Object, StringFormat, dictionary};

#[tokio::test]
async fn an_empty_a_missing_and_no_file_at_all() {
    let desk = Desk::new();
    assert_eq!(desk.refusal(b"").await, Reason::EmptyFile);
    let missing = desk
        .inspector
        .inspect(&desk.path("没有.pdf"))
        .await
        .unwrap_err();
    assert_eq!((missing.code(), missing.kind), ("not_readable", None));
    let folder = desk.path("文件夹.pdf");
    std::fs::create_dir(&folder).unwrap();
    assert_eq!(
        desk.inspector.inspect(&folder).await.unwrap_err().reason,
        Reason::NotReadable
    );
}

/// Opening a pipe waits for a writer who never comes.
#[cfg(unix)]
#[tokio::test]
async fn a_pipe_named_pdf_is_not_opened() {
    let desk = Desk::new();
    let pipe = desk.path("内文.pdf");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(
        desk.inspector.inspect(&pipe).await.unwrap_err().reason,
        Reason::NotReadable
    );
}

#[tokio::test]
async fn an_encrypted_pdf_is_refused_with_or_without_a_password_to_open_it() {
    let desk = Desk::new();
    for user_password in ["geheim", ""] {
        let mut document = Paper::a4().finished();
        let id = Object::String(b"0123456789abcdef".to_vec(), StringFormat::Literal);
        document.trailer.set("ID", vec![id.clone(), id]);
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "owner",
            user_password,
            key_length: 128,
            permissions: Permissions::empty(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        let path = desk.file("内文.pdf", saved(document));
        let refusal = desk.inspector.inspect(&path).await.unwrap_err();
        assert_eq!(
            (refusal.code(), refusal.kind),
            ("encrypted", Some(FileKind::Pdf)),
            "password {user_password:?}"
        );
        // Nor is a page of it drawn, where a password would have to be known.
        if !user_password.is_empty() {
            let drawn = desk.inspector.render_page(&path, 1, 20).await.unwrap_err();
            assert_eq!(drawn.code(), "encrypted");
        }
    }
}

/// A handler nobody knows is still encryption, and is not called damage.
#[tokio::test]
async fn an_unknown_encryption_is_refused_as_encryption() {
    let mut document = Paper::a4().finished();
    let handler = document.add_object(dictionary! { "Filter" => "Fasoo", "V" => 9, "R" => 9 });
    document.trailer.set("Encrypt", handler);
    assert_eq!(
        Desk::new().refusal(saved(document)).await,
        Reason::Encrypted
    );
}

#[tokio::test]
async fn a_pdf_without_pages_is_refused() {
    assert_eq!(
        Desk::new()
            .refusal(Paper::new(Dictionary::new()).bytes())
            .await,
        Reason::NoPages
    );
}

#[tokio::test]
async fn a_page_tree_in_a_circle_is_damage_and_no_endless_walk() {
    let paper = Paper::a4();
    let node = paper.node;
    assert_eq!(
        Desk::new().refusal(paper.kid(node).bytes()).await,
        Reason::Damaged(Damage::PageTree)
    );
    // A circle by reference alone: 1 is 2, 2 is 1.
    let mut paper = Paper::a4();
    let (one, two) = (
        paper.document.new_object_id(),
        paper.document.new_object_id(),
    );
    paper.document.set_object(one, two);
    paper.document.set_object(two, one);
    assert_eq!(
        Desk::new().refusal(paper.kid(one).bytes()).await,
        Reason::Damaged(Damage::MissingPage { page: 2 })
    );
}

/// Nodes listing the next one twice, sixty deep, are 2^60 branches and no page.
#[tokio::test]
async fn a_page_tree_that_multiplies_ends_at_its_limit() {
    let mut paper = Paper::new(Dictionary::new());
    let mut inner = paper
        .document
        .add_object(dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new() });
    for _ in 0..60 {
        inner = paper.document.add_object(
            dictionary! { "Type" => "Pages", "Kids" => vec![Object::from(inner), inner.into()] },
        );
    }
    assert_eq!(
        Desk::new().refusal(paper.kid(inner).bytes()).await,
        Reason::TooManyPages { limit: 100_000 }
    );
}

#[tokio::test]
async fn a_page_tree_of_a_thousand_levels_is_damage() {
    let mut paper = Paper::new(Dictionary::new());
    let mut inner = paper
        .document
        .add_object(dictionary! { "Type" => "Page", "MediaBox" => a4() });
    for _ in 0..1000 {
        inner = paper
            .document
            .add_object(dictionary! { "Type" => "Pages", "Kids" => vec![Object::from(inner)] });
    }
    assert_eq!(
        Desk::new().refusal(paper.kid(inner).bytes()).await,
        Reason::Damaged(Damage::PageTree)
    );
}

#[tokio::test]
async fn a_page_that_is_missing_or_has_no_size_is_named() {
    let desk = Desk::new();
    let missing = Paper::a4().kid((4711, 0)).bytes();
    assert_eq!(
        desk.refusal(missing).await,
        Reason::Damaged(Damage::MissingPage { page: 2 })
    );
    let no_size = Paper::a4().page(Dictionary::new()).bytes();
    let refusal = desk.refusal(no_size).await;
    assert_eq!(refusal, Reason::Damaged(Damage::PageSize { page: 2 }));
    assert_eq!(
        refusal.params(),
        [("part", "page_size".to_owned()), ("page", "2".to_owned())]
    );
}

/// Half a download: wherever it breaks off, it is never taken for the whole.
#[tokio::test]
async fn a_file_cut_short_is_never_taken_for_whole() {
    let desk = Desk::new();
    let mut paper = Paper::new(Dictionary::new());
    for _ in 0..20 {
        paper = paper.drawing(&b"0 0 m 100 100 l S\n".repeat(20), Dictionary::new());
    }
    let whole = paper.bytes();
    // The last line is "%%EOF": with one of its letters missing it is cut.
    let end = whole.len() - b"%%EOF".len();
    for cut in (8..end).step_by(end / 40) {
        let reason = desk.refusal(&whole[..cut]).await;
        assert!(
            matches!(reason, Reason::Damaged(_)),
            "cut at {cut}: {reason:?}"
        );
    }
    assert_eq!(
        desk.refusal(&whole[..end]).await,
        Reason::Damaged(Damage::CutShort)
    );
    assert_eq!(desk.pdf(&whole).await.pages.len(), 20);
}

/// A table whose figures are all wrong, as after an editor changed line ends,
/// is rebuilt, and the file is marked.
#[tokio::test]
async fn a_broken_table_is_mended_and_said_so() {
    let bytes = Paper::a4().page(dictionary! { "MediaBox" => a4() }).bytes();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (objects, table) = text.split_once("xref\n").unwrap();
    let shifted = format!(
        "{}xref\n{table}",
        objects.replace(" 0 obj", " 0 obj\n          ")
    );
    let pdf = Desk::new().pdf(shifted).await;
    assert_eq!((pdf.mended, pdf.pages.len()), (true, 2));
}

#[tokio::test]
async fn too_large_a_file_and_too_many_pages_are_refused_by_their_limits() {
    let small = Desk::with_budget(Budget {
        file: 1_000_000,
        pages: 3,
        ..Budget::default()
    });
    assert_eq!(
        small.refusal(vec![b' '; 1_000_001]).await,
        Reason::FileTooBig { limit_mb: 1 }
    );
    let mut paper = Paper::a4()
        .page(dictionary! { "MediaBox" => a4() })
        .page(dictionary! { "MediaBox" => a4() });
    paper = paper.page(dictionary! { "MediaBox" => a4() });
    assert_eq!(
        small.refusal(paper.bytes()).await,
        Reason::TooManyPages { limit: 3 }
    );
}

/// Bytes turned at random: whatever comes of it, it is an answer. The sequence
/// is the same in every run.
#[tokio::test]
async fn a_file_with_turned_bytes_never_brings_the_worker_down() {
    let desk = Desk::new();
    let mut packed = Vec::new();
    Paper::a4()
        .page(dictionary! { "MediaBox" => a4() })
        .finished()
        .save_modern(&mut packed)
        .unwrap();
    let plain = Paper::a4()
        .drawing(b"0 0 m 9 9 l S", Dictionary::new())
        .bytes();
    let mut state = 0x2545_f491_u32;
    let mut next = move || {
        // xorshift32
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize
    };
    for round in 0..300 {
        let mut bytes = if round % 2 == 0 {
            plain.clone()
        } else {
            packed.clone()
        };
        for _ in 0..=next() % 4 {
            let place = next() % bytes.len();
            bytes[place] = next() as u8;
        }
        let path = desk.file("内文.pdf", &bytes);
        if let Err(refusal) = desk.inspector.inspect(&path).await {
            let honest = ["damaged", "encrypted", "no_pages", "too_big"].contains(&refusal.code());
            assert!(honest, "round {round}: {refusal}\n{}", bytes.escape_ascii());
        }
    }
}
