//! An order as understood: typed values by field, row by row.

use std::collections::BTreeMap;

use super::fields::{Field, Level};
use super::kind::OrderKind;
use super::value::Value;
use super::wire::{FormRow, OrderForm};
use crate::calendar::BusinessDay;

/// The filled fields of one thing, by key.
pub type Record = BTreeMap<&'static str, Value>;

/// A row of a list: a component, a finishing step, a drop, an instalment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `c1`, `f2`: stays with the row for good, however the list is sorted.
    pub key: String,
    /// Its filled fields.
    pub values: Record,
}

/// What the customer wants and how it is made: all that is typed of an order, understood.
///
/// **Invariant:** a row has at least one value and its key is unique in its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Specification {
    /// Fields of the order.
    pub order: Record,
    /// Fields of the product.
    pub product: Record,
    /// 部件, in their order.
    pub components: Vec<Row>,
    /// 后加工, in the order it is done.
    pub finishing: Vec<Row>,
    /// 交货批次.
    pub drops: Vec<Row>,
    /// 付款方式.
    pub instalments: Vec<Row>,
    /// 服务项目.
    pub services: Vec<Row>,
}

impl Specification {
    /// The rows of a level; none for order and product.
    #[must_use]
    pub fn rows(&self, level: Level) -> &[Row] {
        match level {
            Level::Order | Level::Product => &[],
            Level::Component => &self.components,
            Level::Finishing => &self.finishing,
            Level::Drop => &self.drops,
            Level::Instalment => &self.instalments,
            Level::Service => &self.services,
        }
    }

    /// Puts the rows of a level in place; order and product have none.
    pub(super) fn put_rows(&mut self, level: Level, rows: Vec<Row>) {
        match level {
            Level::Order | Level::Product => {}
            Level::Component => self.components = rows,
            Level::Finishing => self.finishing = rows,
            Level::Drop => self.drops = rows,
            Level::Instalment => self.instalments = rows,
            Level::Service => self.services = rows,
        }
    }

    /// The record of order or product; none for levels with rows.
    #[must_use]
    pub const fn record(&self, level: Level) -> Option<&Record> {
        match level {
            Level::Order => Some(&self.order),
            Level::Product => Some(&self.product),
            _ => None,
        }
    }

    /// 单别; OD while nobody has said.
    #[must_use]
    pub fn kind(&self) -> OrderKind {
        OrderKind::from_code(text(&self.order, "kind")).unwrap_or_default()
    }

    /// 产品名称.
    #[must_use]
    pub fn product_name(&self) -> &str {
        text(&self.product, "name")
    }

    /// 下单日期, where it is known.
    #[must_use]
    pub fn order_date(&self) -> Option<BusinessDay> {
        match self.order.get("order_date") {
            Some(Value::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// Every filled field with its path, in the canonical order: level by level, row by row, as the dictionary lists them.
    pub(super) fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for level in Level::ALL {
            if let Some(record) = self.record(level) {
                entries.extend(filled(level, record).map(|(field, value)| Entry {
                    row: None,
                    field,
                    value,
                }));
            }
            for (position, row) in self.rows(level).iter().enumerate() {
                let found = filled(level, &row.values);
                entries.extend(found.map(|(field, value)| Entry {
                    row: Some((position, row)),
                    field,
                    value,
                }));
            }
        }
        entries
    }

    /// The form that is understood as this specification.
    #[must_use]
    pub fn to_form(&self) -> OrderForm {
        let rows = |level: Level| self.rows(level).iter().map(form_row).collect();
        OrderForm {
            order: texts(&self.order),
            product: texts(&self.product),
            components: rows(Level::Component),
            finishing: rows(Level::Finishing),
            drops: rows(Level::Drop),
            instalments: rows(Level::Instalment),
            services: rows(Level::Service),
        }
    }
}

/// A filled field where it stands.
pub(super) struct Entry<'a> {
    /// Its row with the position of the row, for levels that have rows.
    pub(super) row: Option<(usize, &'a Row)>,
    pub(super) field: &'static Field,
    pub(super) value: &'a Value,
}

impl Entry<'_> {
    /// `product.quantity`, `component:c1.grammage`.
    pub(super) fn path(&self) -> String {
        path_of(self.field, self.row.map(|(_, row)| row.key.as_str()))
    }
}

/// The path of a field, in the row of this key where its level has rows.
pub(super) fn path_of(field: &Field, row: Option<&str>) -> String {
    match row {
        None => format!("{}.{}", field.level.code(), field.key),
        Some(key) => format!("{}:{key}.{}", field.level.code(), field.key),
    }
}

/// The filled fields of a record in the order of the dictionary.
pub(super) fn filled(
    level: Level,
    record: &Record,
) -> impl Iterator<Item = (&'static Field, &Value)> {
    level
        .fields()
        .iter()
        .filter_map(|field| Some((field, record.get(field.key)?)))
}

/// The number in a text value, `None` where the field is empty.
pub(super) fn number(record: &Record, key: &str) -> Option<i64> {
    record.get(key).and_then(Value::number)
}

/// The text of a text value or code of a choice, empty where the field is.
pub(super) fn text<'a>(record: &'a Record, key: &str) -> &'a str {
    record.get(key).and_then(Value::text).unwrap_or_default()
}

fn texts(record: &Record) -> BTreeMap<String, String> {
    record
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.typed()))
        .collect()
}

fn form_row(row: &Row) -> FormRow {
    FormRow {
        key: row.key.clone(),
        values: texts(&row.values),
    }
}
