//! The dictionary against FIELDS.md (stars) and against the tables (columns).
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use super::*;

/// The typed fields that carry a star in FIELDS.md A-D, written down by hand. 订单号, 任务书号, 版本, 制单, 审核 and 样本清单
/// are given or gathered, not typed; 总P数 is the sum of the components.
const STARRED: &[(Level, &str)] = &[
    (Level::Order, "kind"),
    (Level::Order, "sheet_type"),
    (Level::Order, "customer_id"),
    (Level::Order, "sales_rep_id"),
    (Level::Order, "assistant_id"),
    (Level::Order, "order_date"),
    (Level::Order, "requested_date"),
    (Level::Order, "confirmed_date"),
    (Level::Order, "quality_standard"),
    (Level::Product, "name"),
    (Level::Product, "type"),
    (Level::Product, "size"),
    (Level::Product, "quantity"),
    (Level::Component, "name"),
    (Level::Component, "pages"),
    (Level::Component, "sides"),
    (Level::Component, "bleed"),
    (Level::Component, "grade"),
    (Level::Component, "grammage"),
    (Level::Component, "caliper"),
    (Level::Component, "parent_size"),
    (Level::Component, "cuts"),
    (Level::Component, "press_size"),
    (Level::Component, "colours"),
    (Level::Component, "work_style"),
    (Level::Drop, "date"),
    (Level::Drop, "quantity"),
    (Level::Drop, "address"),
    (Level::Instalment, "percent"),
    (Level::Instalment, "due"),
    // F7-02: a service line is nothing without its name and its amount.
    (Level::Service, "name"),
    (Level::Service, "amount"),
];

#[test]
fn every_starred_field_of_the_dictionary_is_starred_here() {
    for (level, key) in STARRED {
        let field = level.field(key).unwrap();
        assert!(field.starred(), "{} {key}", level.code());
    }
}

#[test]
fn keys_are_unique_within_their_level() {
    for level in Level::ALL {
        let keys: BTreeSet<_> = level.fields().iter().map(|field| field.key).collect();
        assert_eq!(keys.len(), level.fields().len(), "{}", level.code());
        assert!(level.fields().iter().all(|field| field.level == level));
    }
}

#[test]
fn closed_lists_have_choices_and_only_they() {
    for field in all() {
        assert_eq!(
            field.kind == Kind::Choice,
            !field.choices.is_empty(),
            "{}",
            field.key
        );
        let codes: BTreeSet<_> = field.choices.iter().map(|choice| choice.code).collect();
        assert_eq!(codes.len(), field.choices.len(), "{}", field.key);
    }
}

/// Columns that no person fills.
const KEPT_BY_THE_DESK: &[&str] = &[
    "id",
    "revision",
    "number",
    "state",
    "recorded_at",
    "next_step",
    "waits",
    "blockers",
    "order_id",
    "row_key",
    "position",
    "recording_minutes",
    "recorded_late",
    // While their columns were laid out anew.
    "kind_now",
    "state_now",
    "customer_now",
    "effect_at",
    "recheck_on",
];

#[test]
fn every_column_a_person_fills_has_its_field_and_every_field_its_columns() {
    for level in Level::ALL {
        let columns: BTreeSet<String> = columns_of(level.table())
            .into_iter()
            .filter(|column| !KEPT_BY_THE_DESK.contains(&column.as_str()))
            .collect();
        let fields: BTreeSet<String> = level
            .fields()
            .iter()
            .flat_map(Field::columns)
            .map(str::to_owned)
            .collect();
        assert_eq!(columns, fields, "{}", level.table());
    }
}

/// The column names of a table, read from the migrations.
fn columns_of(table: &str) -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let (made, added) = (
        format!("CREATE TABLE {table} ("),
        format!("ALTER TABLE {table} ADD COLUMN "),
    );
    let mut columns = Vec::new();
    let mut inside = false;
    for text in files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
    {
        for line in text.lines() {
            let column = if let Some(rest) = line.strip_prefix(&added) {
                Some(rest)
            } else if line.starts_with(&made) {
                inside = true;
                None
            } else {
                inside &= !line.starts_with(')');
                inside.then_some(line)
            };
            columns.extend(
                column
                    .and_then(|line| line.split_whitespace().next())
                    .map(str::to_owned),
            );
        }
    }
    columns.retain(|word| {
        word.chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '_')
    });
    columns
}
