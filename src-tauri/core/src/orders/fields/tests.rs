//! The dictionary against FIELDS.md (stars) and against the tables (columns).
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use super::*;

const SQLITE: &str = include_str!("../../../migrations/sqlite/0001_the_desk.sql");

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
    "blockers",
    "order_id",
    "row_key",
    "position",
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

/// The column names of a table, read from the migration.
fn columns_of(table: &str) -> Vec<String> {
    let start = SQLITE.find(&format!("CREATE TABLE {table} (")).unwrap();
    let body = &SQLITE[start..];
    let body = &body[..body.find("\n)").unwrap()];
    body.lines()
        .skip(1)
        .filter_map(|line| line.split_whitespace().next())
        .filter(|word| {
            word.chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '_')
        })
        .map(str::to_owned)
        .collect()
}
