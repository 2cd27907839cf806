//! Values on their way into columns and back.

use super::fields::{Field, Kind, Level};
use super::form_table;
use super::specification::Record;
use super::value::Value;
use crate::calendar::BusinessDay;
use crate::error::{DeskError, Failure};
use crate::imposition::{Colours, Reams};
use crate::measures::{Fen, Micrometres, Millimetres, Percent, Quantity, Size, UnitPrice};
use crate::storage::Cell;

/// Every column of a level, empty where the record has no value. Customer and people are references: their columns are
/// the caller's.
pub(super) fn cells(level: Level, record: &Record) -> Vec<(&'static str, Cell)> {
    let fields = level
        .fields()
        .iter()
        .filter(|field| !matches!(field.kind, Kind::Customer | Kind::Person));
    fields
        .flat_map(|field| {
            field
                .columns()
                .into_iter()
                .zip(field_cells(field, record.get(field.key)))
        })
        .collect()
}

/// The cells of one field, one a column.
fn field_cells(field: &Field, value: Option<&Value>) -> Vec<Cell> {
    let number = |number: i64| vec![Cell::Int(Some(number))];
    match value {
        None => match field.kind {
            Kind::Size | Kind::ParentSheet | Kind::Colours => {
                vec![Cell::Int(None), Cell::Int(None)]
            }
            Kind::Text
            | Kind::Multiline
            | Kind::Choice
            | Kind::Preset
            | Kind::Date
            | Kind::Time
            | Kind::Customer
            | Kind::Forms
            | Kind::Person => {
                vec![Cell::Text(None)]
            }
            _ => vec![Cell::Int(None)],
        },
        Some(Value::Text(text)) => vec![text.clone().into()],
        Some(Value::Choice(code)) => vec![(*code).into()],
        Some(Value::Day(day)) => vec![day.to_string().into()],
        Some(Value::Ticked) => number(1),
        Some(Value::Integer(plain) | Value::Quantity(Quantity(plain))) => number(*plain),
        Some(Value::UnitPrice(UnitPrice(price))) => number(*price),
        Some(Value::Money(Fen(fen))) => number(*fen),
        Some(Value::Reams(Reams(reams))) => number(*reams),
        Some(Value::Forms(forms)) => vec![forms.to_string().into()],
        Some(Value::Percent(Percent(share))) => number(*share),
        Some(Value::Length(Millimetres(length))) => number(*length),
        Some(Value::Thickness(Micrometres(thickness))) => number(*thickness),
        Some(Value::Size(size)) => vec![size.width.0.into(), size.height.0.into()],
        Some(Value::Reel(Millimetres(width))) => vec![(*width).into(), Cell::Int(None)],
        Some(Value::Colours(colours)) => vec![
            i64::from(colours.front).into(),
            i64::from(colours.back).into(),
        ],
    }
}

/// A row of a table, by column.
pub(super) trait Columns {
    /// The whole number in a column, if there is one.
    fn number(&self, column: &str) -> Result<Option<i64>, DeskError>;
    /// The text in a column, if there is one.
    fn text(&self, column: &str) -> Result<Option<String>, DeskError>;
}

/// The filled fields of a row. Customer and people are read from the columns `customer_id_name` and the like, which the
/// query adds.
pub(super) fn record_from(level: Level, row: &impl Columns) -> Result<Record, DeskError> {
    let mut record = Record::new();
    for field in level.fields() {
        if let Some(value) = value_from(field, row)? {
            record.insert(field.key, value);
        }
    }
    Ok(record)
}

/// One field of a row.
pub(super) fn value_from(field: &Field, row: &impl Columns) -> Result<Option<Value>, DeskError> {
    let number = |column: &str| row.number(column);
    let text = |column: &str| row.text(column);
    let unknown = |value: String| Failure::UnknownValue {
        what: field.key,
        value,
    };
    let pair = || -> Result<Option<(i64, i64)>, DeskError> {
        match field.columns().as_slice() {
            [first, second] => Ok(number(first)?.zip(number(second)?)),
            _ => Ok(None),
        }
    };
    // A web has a width alone.
    let reel = || -> Result<Option<Value>, DeskError> {
        match field.columns().first() {
            Some(width) => Ok(number(width)?.map(Millimetres).map(Value::Reel)),
            None => Ok(None),
        }
    };
    let size = |(width, height)| {
        Value::Size(Size {
            width: Millimetres(width),
            height: Millimetres(height),
        })
    };
    Ok(match field.kind {
        Kind::Text | Kind::Multiline | Kind::Preset | Kind::Time => {
            text(field.key)?.map(Value::Text)
        }
        Kind::Customer | Kind::Person => text(&format!("{}_name", field.key))?.map(Value::Text),
        Kind::Choice => match text(field.key)? {
            None => None,
            Some(code) => Some(Value::Choice(
                field.choice(&code).ok_or_else(|| unknown(code))?.code,
            )),
        },
        Kind::Date => match text(field.key)? {
            None => None,
            Some(day) => Some(Value::Day(
                day.parse::<BusinessDay>().map_err(|_| unknown(day))?,
            )),
        },
        Kind::Check => number(field.key)?
            .filter(|ticked| *ticked == 1)
            .map(|_| Value::Ticked),
        Kind::Integer => number(field.key)?.map(Value::Integer),
        Kind::Quantity => number(field.key)?.map(Quantity).map(Value::Quantity),
        Kind::UnitPrice => number(field.key)?.map(UnitPrice).map(Value::UnitPrice),
        Kind::Money => number(field.key)?.map(Fen).map(Value::Money),
        Kind::Reams => number(field.key)?.map(Reams).map(Value::Reams),
        Kind::Forms => match text(field.key)? {
            None => None,
            Some(written) => Some(Value::Forms(
                form_table::read(&written).map_err(|_| unknown(written))?,
            )),
        },
        Kind::Percent => number(field.key)?.map(Percent).map(Value::Percent),
        Kind::Millimetres => number(field.key)?.map(Millimetres).map(Value::Length),
        Kind::Micrometres => number(field.key)?.map(Micrometres).map(Value::Thickness),
        Kind::Size => pair()?.map(size),
        Kind::ParentSheet => match pair()? {
            Some(sides) => Some(size(sides)),
            None => reel()?,
        },
        Kind::Colours => match pair()? {
            None => None,
            Some((front, back)) => {
                let inks = |count: i64| u8::try_from(count).map_err(|_| unknown(count.to_string()));
                Some(Value::Colours(Colours::new(inks(front)?, inks(back)?)))
            }
        },
    })
}
