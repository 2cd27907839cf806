//! The two migration folders walk in step (DESIGN.md, SQL): the same files,
//! numbered without a gap.

use std::collections::BTreeSet;

use super::{assert_tidy, sources};

fn complaints(sqlite: &BTreeSet<String>, postgres: &BTreeSet<String>) -> Vec<String> {
    let mut found: Vec<String> = sqlite
        .symmetric_difference(postgres)
        .map(|name| format!("{name}: stands in one of the two folders only"))
        .collect();
    for (index, name) in sqlite.iter().enumerate() {
        if !name.starts_with(&format!("{:04}_", index + 1)) {
            found.push(format!("{name}: number {:04} was expected here", index + 1));
        }
    }
    found
}

fn names(folder: &str) -> BTreeSet<String> {
    let all = sources(&[folder], &[".sql"]);
    all.iter()
        .filter_map(|source| Some(source.path.rsplit('/').next()?.to_owned()))
        .collect()
}

#[test]
fn both_databases_have_the_same_migrations() {
    let sqlite = names("src-tauri/core/migrations/sqlite");
    let postgres = names("src-tauri/core/migrations/postgres");
    assert_tidy(&complaints(&sqlite, &postgres));
}

#[test]
fn a_missing_half_and_a_gap_are_seen() {
    let set = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<BTreeSet<_>>()
    };
    let one = set(&["0001_a.sql"]);
    let two = set(&["0001_a.sql", "0002_b.sql"]);
    let gap = set(&["0001_a.sql", "0003_c.sql"]);
    assert!(complaints(&two, &two).is_empty());
    assert_eq!(complaints(&one, &two).len(), 1);
    assert_eq!(complaints(&gap, &gap).len(), 1);
}
