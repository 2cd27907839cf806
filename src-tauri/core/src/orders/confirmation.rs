//! The customer's answers to what was read back, and what must be asked again (S-4.1.2b).
//!
//! **Invariant:** an answer holds for exactly what was read back: its hash is compared, never its time.

use std::collections::BTreeMap;

use super::fields::Level;
use super::queries::Answer;
use super::specification::Specification;
use super::wire::ConfirmationView;
use crate::error::Failure;

/// The customer said yes.
pub(super) const AGREED: &str = "agreed";
/// The customer wants something else.
pub(super) const CHANGED: &str = "changed";

/// Whether the latest answer is a yes to exactly this.
pub(super) fn is_agreed(answers: &[Answer], hash: &str) -> bool {
    answers
        .first()
        .is_some_and(|latest| latest.entry.result == AGREED && latest.hash == hash)
}

/// What is read back, as the confirmation keeps it: path and stable text.
pub(super) fn read_back(specification: &Specification) -> BTreeMap<String, String> {
    let entries = specification.entries();
    let read_back = entries.iter().filter(|entry| entry.field.read_back);
    read_back
        .map(|entry| (entry.path(), entry.value.typed()))
        .collect()
}

/// The answers as the order page shows them.
///
/// # Errors
/// When what is stored of an answer cannot be read.
pub(super) fn view(
    specification: &Specification,
    answers: &[Answer],
) -> Result<ConfirmationView, Failure> {
    let hash = specification.read_back_hash();
    let stale_paths = match answers.iter().find(|answer| answer.entry.result == AGREED) {
        Some(agreed) if agreed.hash != hash => {
            differing(&kept(&agreed.places)?, &read_back(specification))
        }
        _ => Vec::new(),
    };
    let entries = answers.iter().map(|answer| {
        let mut entry = answer.entry.clone();
        entry.stale = answer.hash != hash;
        entry
    });
    Ok(ConfirmationView {
        up_to_date: is_agreed(answers, &hash),
        stale_paths,
        entries: entries.collect(),
        hash,
    })
}

/// Reads what a confirmation keeps.
fn kept(places: &str) -> Result<BTreeMap<String, String>, Failure> {
    let unknown = |_| Failure::UnknownValue {
        what: "confirmations.places",
        value: places.chars().take(80).collect(),
    };
    serde_json::from_str(places).map_err(unknown)
}

/// The paths whose text differs, as the dictionary orders their levels.
fn differing(agreed: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> Vec<String> {
    let mut paths: Vec<String> = agreed
        .keys()
        .chain(now.keys())
        .filter(|path| agreed.get(*path) != now.get(*path))
        .cloned()
        .collect();
    let level = |path: &String| {
        let code = path.split(['.', ':']).next().unwrap_or_default().to_owned();
        Level::ALL.iter().position(|level| level.code() == code)
    };
    paths.sort_by_key(|path| (level(path), path.clone()));
    paths.dedup();
    paths
}
