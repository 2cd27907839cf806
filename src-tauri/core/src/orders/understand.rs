//! From a form as typed to a specification, and what could not be understood on the way.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use ts_rs::TS;

use crate::calendar::BusinessDay;
use crate::imposition::Sides;
use crate::measures::Millimetres;
use crate::settings::HouseRules;
use crate::typed::{self, Expected, LONGEST_NAME, NotUnderstood};

use super::fields::{Field, Kind, Level};
use super::form_table;
use super::kind::OrderKind;
use super::specification::{Record, Row, Specification, path_of};
use super::value::Value;
use super::wire::{FormRow, OrderForm};

/// Characters of a field of several lines.
const LONGEST_LINES: usize = 2_000;
/// Rows of one list; a book of more components has never been seen.
const MOST_ROWS: usize = 200;
/// A day as the program writes it. Such a day was understood once and is taken as it stands, past or not: an old order
/// must stay readable.
const CANONICAL_DAY: usize = "2026-12-08".len();

/// A field that is not as it must be: without meaning, naming nobody there is, or needed and empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldProblem {
    /// Where: `component:c1.grammage`; a level's code alone where a row is needed.
    pub path: String,
    /// Stable code.
    pub code: &'static str,
    /// Facts for the words.
    pub params: BTreeMap<&'static str, String>,
}

impl FieldProblem {
    /// A problem without further facts.
    #[must_use]
    pub fn at(path: impl Into<String>, code: &'static str) -> Self {
        Self {
            path: path.into(),
            code,
            params: BTreeMap::new(),
        }
    }

    /// An empty field that must be filled.
    #[must_use]
    pub fn needed(path: impl Into<String>) -> Self {
        Self::at(path, "field_needed")
    }
}

impl Specification {
    /// Understands a form as seen from `today` by the rules of the house. What is not understood is left out and named;
    /// what an order of its kind does not have is left out.
    #[must_use]
    pub fn understand(
        form: &OrderForm,
        today: BusinessDay,
        rules: &HouseRules,
    ) -> (Self, Vec<FieldProblem>) {
        let mut reader = Reader {
            today,
            rules,
            kind: kind_of(form, today, rules),
            problems: Vec::new(),
        };
        let mut specification = Self {
            order: reader.record(Level::Order, None, &form.order),
            product: reader.record(Level::Product, None, &form.product),
            ..Self::default()
        };
        for level in Level::ROWS {
            let rows = reader.rows(level, form_rows(form, level));
            specification.put_rows(level, rows);
        }
        (specification, reader.problems)
    }
}

/// The kind a form names; what is wrong with it is named where it is read.
fn kind_of(form: &OrderForm, today: BusinessDay, rules: &HouseRules) -> OrderKind {
    let typed = Level::Order.field("kind").zip(form.order.get("kind"));
    let read = typed.and_then(|(field, text)| {
        understood(field, text, &Record::new(), today, rules)
            .ok()
            .flatten()
    });
    read.as_ref()
        .and_then(Value::text)
        .and_then(OrderKind::from_code)
        .unwrap_or_default()
}

/// The rows of a level as typed; none for order and product.
fn form_rows(form: &OrderForm, level: Level) -> &[FormRow] {
    match level {
        Level::Order | Level::Product => &[],
        Level::Component => &form.components,
        Level::Finishing => &form.finishing,
        Level::Drop => &form.drops,
        Level::Instalment => &form.instalments,
        Level::Service => &form.services,
    }
}

struct Reader<'a> {
    today: BusinessDay,
    rules: &'a HouseRules,
    kind: OrderKind,
    problems: Vec<FieldProblem>,
}

impl Reader<'_> {
    fn rows(&mut self, level: Level, typed: &[FormRow]) -> Vec<Row> {
        if typed.len() > MOST_ROWS {
            self.report(
                level.code().to_owned(),
                &NotUnderstood::TooMany {
                    count: typed.len(),
                    most: MOST_ROWS,
                },
            );
        }
        let mut taken = BTreeSet::new();
        let mut rows = Vec::new();
        if !self.kind.has_level(level) {
            return rows;
        }
        for row in typed.iter().take(MOST_ROWS) {
            if !is_row_key(level, &row.key) || !taken.insert(row.key.as_str()) {
                let path = format!("{}:{}", level.code(), row.key);
                self.problems.push(FieldProblem {
                    path,
                    code: "row_key_unusable",
                    params: BTreeMap::new(),
                });
                continue;
            }
            let values = self.record(level, Some(&row.key), &row.values);
            if !values.is_empty() {
                rows.push(Row {
                    key: row.key.clone(),
                    values,
                });
            }
        }
        rows
    }

    fn record(
        &mut self,
        level: Level,
        row: Option<&str>,
        texts: &BTreeMap<String, String>,
    ) -> Record {
        let mut record = Record::new();
        let kind = self.kind;
        for field in level.fields().iter().filter(|field| kind.has(field)) {
            let Some(text) = texts.get(field.key).filter(|text| !text.trim().is_empty()) else {
                continue;
            };
            match understood(field, text, &record, self.today, self.rules) {
                Ok(Some(value)) => {
                    record.insert(field.key, value);
                }
                // Nothing but marks that cannot be seen, or 无 for a spot colour: the field is empty.
                Ok(None) | Err(NotUnderstood::Empty) => {}
                Err(problem) => {
                    self.report(path_of(field, row), &problem);
                    self.name_cell(field, text);
                }
            }
        }
        for key in texts.keys().filter(|key| level.field(key).is_none()) {
            let path = row.map_or_else(
                || level.code().to_owned(),
                |row| format!("{}:{row}", level.code()),
            );
            let path = format!("{path}.{key}");
            self.problems.push(FieldProblem {
                path,
                code: "unknown_field",
                params: BTreeMap::new(),
            });
        }
        record
    }

    /// In a 贴 table the cell is named, too, so that the window can mark it.
    fn name_cell(&mut self, field: &Field, text: &str) {
        if field.kind == Kind::Forms
            && let Err(bad) = form_table::read(text)
            && let Some(problem) = self.problems.last_mut()
        {
            problem.params.insert("cell", bad.cell);
        }
    }

    fn report(&mut self, path: String, problem: &NotUnderstood) {
        self.problems.push(FieldProblem {
            path,
            code: problem.code(),
            params: problem.params(),
        });
    }
}

/// A row's key: the letter of its level and a number of at most six figures.
fn is_row_key(level: Level, key: &str) -> bool {
    let figures = key.strip_prefix(level.letter()).unwrap_or_default();
    (1..=6).contains(&figures.len())
        && !figures.starts_with('0')
        && figures.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a field takes of `text`, as it is typed again: a word it offers, a cell of a preset. `before` are the fields that
/// stand before it, and take it up.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn taken(
    field: &'static Field,
    text: &str,
    before: &mut Record,
    today: BusinessDay,
) -> Result<Option<String>, NotUnderstood> {
    let value = understood(field, text, before, today, &HouseRules::default())?;
    Ok(value.map(|value| {
        let typed = value.typed();
        before.insert(field.key, value);
        typed
    }))
}

/// Reads one text. `before` are the fields of the same record that stand before it in the dictionary.
fn understood(
    field: &Field,
    text: &str,
    before: &Record,
    today: BusinessDay,
    rules: &HouseRules,
) -> Result<Option<Value>, NotUnderstood> {
    let value = match field.kind {
        Kind::Text if field.key.starts_with("spots_") => {
            let spots = typed::spots(text)?;
            return Ok((!spots.is_empty()).then(|| Value::Text(spots.join(", "))));
        }
        Kind::Text | Kind::Preset | Kind::Customer | Kind::Person => {
            Value::Text(typed::clean_text(text, LONGEST_NAME)?)
        }
        Kind::Multiline => Value::Text(typed::clean_lines(text, LONGEST_LINES)?),
        Kind::Choice => Value::Choice(chosen(field, text.trim())?),
        Kind::Check => {
            return Ok(
                matches!(text.trim(), "1" | "true" | "yes" | "是" | "✓").then_some(Value::Ticked)
            );
        }
        Kind::Integer => Value::Integer(bounded(field, text)?),
        Kind::Quantity if field.key == "quantity" => Value::Quantity(typed::quantity(text)?),
        Kind::Quantity => Value::Quantity(crate::measures::Quantity(bounded(field, text)?)),
        Kind::Money => Value::Money(typed::money(text)?),
        Kind::Reams => Value::Reams(typed::reams(text)?),
        Kind::Forms => {
            let forms = form_table::read(text).map_err(|bad| bad.why)?;
            return Ok((!forms.is_empty()).then_some(Value::Forms(forms)));
        }
        Kind::UnitPrice => Value::UnitPrice(typed::unit_price(text)?),
        Kind::Percent => Value::Percent(share(field, text)?),
        Kind::Date => Value::Day(day(field, text, today, rules)?),
        Kind::Time => Value::Text(typed::time(text)?.format("%H:%M").to_string()),
        Kind::Size => Value::Size(typed::size(text)?),
        Kind::ParentSheet => match typed::reel(text) {
            Some(width) => Value::Reel(width?),
            None => Value::Size(typed::size(text)?),
        },
        Kind::Millimetres => Value::Length(length(field, text)?),
        Kind::Colours => Value::Colours(typed::colours(text, sides(before))?),
        Kind::Micrometres => Value::Thickness(typed::micrometres(text)?),
    };
    Ok(Some(value))
}

/// The code of a closed list, by its code or by the words a person knows it by.
fn chosen(field: &Field, text: &str) -> Result<&'static str, NotUnderstood> {
    let fits = |choice: &&super::fields::Choice| {
        choice.code == text || choice.label == text || choice.english.eq_ignore_ascii_case(text)
    };
    let readings = || {
        field
            .choices
            .iter()
            .map(|choice| choice.label.to_owned())
            .collect()
    };
    let found = field.choices.iter().find(fits).map(|choice| choice.code);
    found.ok_or_else(|| NotUnderstood::Ambiguous {
        readings: readings(),
    })
}

fn bounded(field: &Field, text: &str) -> Result<i64, NotUnderstood> {
    let (least, most) = match field.key {
        "pages" => (1, 100_000),
        "per_product" | "cuts" | "pages_per_side" => (1, 1_000),
        "number_up" => (1, 10_000),
        "grammage" => (1, 2_000),
        "days" => (0, 3_650),
        "spares" | "file_copies" | "spoilage" | "issued" => (0, 100_000_000),
        "good_sheets" | "total_sheets" | "parent_sheets" => (0, 1_000_000_000),
        "plates" | "plate_sets" => (0, 100_000),
        _ => (1, 1_000_000),
    };
    let text = text.trim();
    // 157g, 157克: the unit the field shows may be typed, too.
    let bare = match field.key {
        "grammage" => ["g/m²", "g/m2", "g", "克"]
            .into_iter()
            .find_map(|unit| text.strip_suffix(unit))
            .unwrap_or(text),
        "days" => text.strip_suffix('天').unwrap_or(text),
        // 2开 and 开2 are said alike.
        "cuts" => text.trim_matches('开'),
        _ => text,
    };
    if field.key == "grammage" && typed::is_thickness(text) {
        return Err(NotUnderstood::ThicknessNotGrammage);
    }
    typed::integer(bare, least, most)
}

/// Depths and rings of nothing are not there; a bleed or a gripper may be nothing.
fn length(field: &Field, text: &str) -> Result<Millimetres, NotUnderstood> {
    match field.key {
        "depth" | "ring_diameter" => typed::some_millimetres(text),
        _ => typed::millimetres(text),
    }
}

fn share(field: &Field, text: &str) -> Result<crate::measures::Percent, NotUnderstood> {
    let percent = typed::percent(text)?;
    if field.level == Level::Instalment && percent.0 == 0 {
        let (least, most) = (
            "0.01%".to_owned(),
            crate::measures::Percent::WHOLE.to_string(),
        );
        return Err(NotUnderstood::OutOfRange { least, most });
    }
    Ok(percent)
}

fn day(
    field: &Field,
    text: &str,
    today: BusinessDay,
    rules: &HouseRules,
) -> Result<BusinessDay, NotUnderstood> {
    let to_come = !matches!(field.key, "received_on" | "order_date");
    let text = text.trim();
    let canonical = text.len() == CANONICAL_DAY && text.parse::<BusinessDay>().is_ok();
    let expected = if to_come && !canonical {
        Expected::ToCome
    } else {
        Expected::Any
    };
    Ok(typed::date(text, today, expected, &rules.house_days)?.day)
}

fn sides(before: &Record) -> Option<Sides> {
    match super::specification::text(before, "sides") {
        "one" => Some(Sides::One),
        "both" => Some(Sides::Both),
        _ => None,
    }
}
