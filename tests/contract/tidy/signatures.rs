//! F1-02: a PIN, a stamp or a word that was recorded is nowhere called a legal electronic signature, on screen, on paper or in code.

use super::{Source, assert_tidy, sources};

/// What such a signature is called.
const CALLED: [&str; 6] = [
    "电子签名",
    "电子签章",
    "电子印章",
    "electronic signature",
    "electronically signed",
    "e-signature",
];

/// Words that say it is none.
const DENIED: [&str; 3] = ["不是", "is not a ", "claims to be"];

fn claims(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        for (index, line) in source.text.lines().enumerate() {
            let small = line.to_lowercase();
            let called = CALLED.iter().find(|word| small.contains(*word));
            if let Some(word) = called.filter(|_| !DENIED.iter().any(|no| line.contains(no))) {
                found.push(format!("{}:{}: {word}", source.path, index + 1));
            }
        }
    }
    found
}

#[test]
fn clause_f1_02_nothing_calls_itself_a_legal_electronic_signature() {
    let all = sources(&["ui/src", "src-tauri"], &[".ts", ".rs", ".sql"]);
    assert!(all.iter().any(|source| source.path.contains("words/kit")));
    assert!(all.iter().any(|source| source.path.contains("documents/")));
    assert_tidy(&claims(&all));
}

#[test]
fn each_such_claim_is_seen() {
    let seen = |text: &str| claims(&[Source::sample("ui/src/words/kit.ts", text)]).len();
    for word in CALLED {
        assert_eq!(seen(&format!("title: \"{word}\"")), 1, "{word}");
    }
    assert_eq!(seen("\"Electronic signature of the customer\""), 1);
    assert_eq!(seen("\"PIN 用于内部留痕，不是法律意义上的电子签名。\""), 0);
}
