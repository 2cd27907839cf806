//! Places: the filled fields as a person reads them, the hash over them, and what differs between two specifications.
//!
//! **Invariant:** two specifications have the same hash exactly when nothing differs between them.

use sha2::{Digest as _, Sha256};

use super::fields::{ChangeClass, Field, Level};
use super::specification::{Entry, Record, Row, Specification, filled, path_of, text};
use super::understand::FieldProblem;

/// A filled field: where, what it is called, what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// `component:c1.grammage`.
    pub path: String,
    /// `封面·克重`.
    pub label: String,
    /// `157 g/m²`.
    pub text: String,
}

/// A place where two specifications differ. A row that was added or taken away is one place, and so is the order of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedPlace {
    /// `component:c1.grammage`, `finishing:f3` for a whole row, `finishing` for the order of the list.
    pub path: String,
    /// What it is called.
    pub label: String,
    /// What stood there; empty where nothing did.
    pub old: String,
    /// What stands there now; empty where nothing does.
    pub new: String,
    /// What the change touches.
    pub class: ChangeClass,
    /// Whether the customer must be asked again (S-4.1.2b).
    pub read_back: bool,
}

impl Specification {
    /// Every filled field, in the canonical order.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        self.entries().iter().map(place).collect()
    }

    /// What is read back to the customer, in the canonical order.
    #[must_use]
    pub fn read_back_places(&self) -> Vec<Place> {
        self.entries()
            .iter()
            .filter(|entry| entry.field.read_back)
            .map(place)
            .collect()
    }

    /// SHA-256 over everything that is typed, in hexadecimal: what 审核, a stamp of approval or a review is given to.
    #[must_use]
    pub fn content_hash(&self) -> String {
        hash_of(&self.entries())
    }

    /// SHA-256 over what is read back to the customer, in hexadecimal.
    #[must_use]
    pub fn read_back_hash(&self) -> String {
        let mut entries = self.entries();
        entries.retain(|entry| entry.field.read_back);
        // In which order components or drops are listed is nothing the customer is asked about.
        entries.sort_by_key(Entry::path);
        hash_of(&entries)
    }
}

/// What differs, in the canonical order.
#[must_use]
pub fn diff(old: &Specification, new: &Specification) -> Vec<ChangedPlace> {
    let mut changes = Vec::new();
    for level in Level::ALL {
        if let (Some(before), Some(after)) = (old.record(level), new.record(level)) {
            changes.extend(record_changes(level, None, before, after));
        }
        changes.extend(row_changes(level, old.rows(level), new.rows(level)));
    }
    changes
}

/// Fields in which a value was chosen that is chosen no more: it may stand where it stands already, and nowhere else.
pub(crate) fn withdrawn_choices(
    before: &Specification,
    after: &Specification,
) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    for level in [Level::Order, Level::Product] {
        let (Some(before), Some(after)) = (before.record(level), after.record(level)) else {
            continue;
        };
        for (field, value) in filled(level, after) {
            let chosen = value.text().unwrap_or_default();
            if field.withdrawn.contains(&chosen) && before.get(field.key) != Some(value) {
                let path = path_of(field, None);
                problems.push(FieldProblem::at(path, "choice_withdrawn"));
            }
        }
    }
    problems
}

/// What a path is called on the form and on paper; the path itself where the dictionary does not know it.
#[must_use]
pub fn label_of(specification: &Specification, path: &str) -> String {
    for level in Level::ALL {
        if path == level.code() {
            return level.label().to_owned();
        }
        let Some(rest) = path.strip_prefix(level.code()) else {
            continue;
        };
        if let Some(field) = rest.strip_prefix('.').and_then(|key| level.field(key)) {
            return field.label.to_owned();
        }
        let Some((key, name)) = rest.strip_prefix(':').and_then(|rest| rest.split_once('.')) else {
            continue;
        };
        let rows = specification.rows(level);
        if let (Some(field), Some(position)) = (
            level.field(name),
            rows.iter().position(|row| row.key == key),
        ) && let Some(row) = rows.get(position)
        {
            return format!("{}·{}", row_title(level, position, row), field.label);
        }
    }
    path.to_owned()
}

/// The hash over path and stable text of each entry, as JSON so that no text can pass for two.
pub(super) fn hash_of(entries: &[Entry<'_>]) -> String {
    let mut digest = Sha256::new();
    for entry in entries {
        let line = serde_json::json!([entry.path(), entry.value.typed()]).to_string();
        digest.update(line.as_bytes());
        digest.update(b"\n");
    }
    digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn place(entry: &Entry<'_>) -> Place {
    let label = match entry.row {
        None => entry.field.label.to_owned(),
        Some((position, row)) => format!(
            "{}·{}",
            row_title(entry.field.level, position, row),
            entry.field.label
        ),
    };
    Place {
        path: entry.path(),
        label,
        text: entry.value.shown(entry.field),
    }
}

/// What a row is called: the name of a component or process, else its number in the list.
#[must_use]
pub fn row_title(level: Level, position: usize, row: &Row) -> String {
    let name = match level {
        Level::Component => text(&row.values, "name"),
        Level::Finishing => text(&row.values, "process"),
        _ => "",
    };
    if name.is_empty() {
        format!("{} {}", level.label(), position + 1)
    } else {
        name.to_owned()
    }
}

fn record_changes(
    level: Level,
    row: Option<(usize, &Row)>,
    old: &Record,
    new: &Record,
) -> Vec<ChangedPlace> {
    let changed = level
        .fields()
        .iter()
        .filter(|field| old.get(field.key) != new.get(field.key));
    let shown = |field: &Field, record: &Record| {
        record
            .get(field.key)
            .map(|value| value.shown(field))
            .unwrap_or_default()
    };
    changed
        .map(|field| ChangedPlace {
            path: path_of(field, row.map(|(_, row)| row.key.as_str())),
            label: row.map_or_else(
                || field.label.to_owned(),
                |(position, row)| format!("{}·{}", row_title(level, position, row), field.label),
            ),
            old: shown(field, old),
            new: shown(field, new),
            class: field.change,
            read_back: field.read_back,
        })
        .collect()
}

fn row_changes(level: Level, old: &[Row], new: &[Row]) -> Vec<ChangedPlace> {
    let find = |rows: &[Row], key: &str| rows.iter().position(|row| row.key == key);
    let mut changes = Vec::new();
    for (position, before) in old.iter().enumerate() {
        match find(new, &before.key).and_then(|found| new.get(found)) {
            Some(after) => changes.extend(record_changes(
                level,
                Some((position, before)),
                &before.values,
                &after.values,
            )),
            None => changes.push(whole_row(level, position, before, true)),
        }
    }
    for (position, after) in new.iter().enumerate() {
        if find(old, &after.key).is_none() {
            changes.push(whole_row(level, position, after, false));
        }
    }
    changes.extend(order_change(level, old, new));
    changes
}

/// A row added, or taken away.
fn whole_row(level: Level, position: usize, row: &Row, gone: bool) -> ChangedPlace {
    let fields = || filled(level, &row.values);
    let text = fields()
        .map(|(field, value)| value.shown(field))
        .collect::<Vec<_>>()
        .join(" · ");
    let (old, new) = if gone {
        (text, String::new())
    } else {
        (String::new(), text)
    };
    ChangedPlace {
        path: format!("{}:{}", level.code(), row.key),
        label: format!("{} {}", level.label(), row_title(level, position, row)),
        old,
        new,
        class: fields()
            .map(|(field, _)| field.change)
            .max()
            .unwrap_or(ChangeClass::Clerical),
        read_back: fields().any(|(field, _)| field.read_back),
    }
}

/// The rows that stayed, in another order: for finishing that is another way of making the thing, else it is how it reads.
fn order_change(level: Level, old: &[Row], new: &[Row]) -> Option<ChangedPlace> {
    let stayed = |rows: &[Row], others: &[Row]| -> Vec<(String, String)> {
        let kept = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| others.iter().any(|other| other.key == row.key));
        kept.map(|(position, row)| (row.key.clone(), row_title(level, position, row)))
            .collect()
    };
    let (before, after) = (stayed(old, new), stayed(new, old));
    let moved = before
        .iter()
        .map(|(key, _)| key)
        .ne(after.iter().map(|(key, _)| key));
    let titles = |rows: &[(String, String)]| {
        rows.iter()
            .map(|(_, title)| title.as_str())
            .collect::<Vec<_>>()
            .join(" → ")
    };
    moved.then(|| ChangedPlace {
        path: level.code().to_owned(),
        label: format!("{}顺序", level.label()),
        old: titles(&before),
        new: titles(&after),
        class: if level == Level::Finishing {
            ChangeClass::Cost
        } else {
            ChangeClass::Clerical
        },
        read_back: false,
    })
}
