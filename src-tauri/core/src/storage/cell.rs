//! A value on its way into a column.

use chrono::NaiveDate;
use serde_json::Value;

type Query<'q> = sqlx::query::Query<'q, sqlx::Any, sqlx::any::AnyArguments>;

/// What both databases can be handed: a whole number or a text, or nothing of the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// For an INTEGER (BIGINT) column.
    Int(Option<i64>),
    /// For a TEXT column.
    Text(Option<String>),
}

impl Cell {
    /// Puts `cells` into the places of `query`.
    pub(super) fn bound<'q, 'c>(
        mut query: Query<'q>,
        cells: impl IntoIterator<Item = &'c Self>,
    ) -> Query<'q> {
        for cell in cells {
            query = match cell {
                Self::Int(number) => query.bind(*number),
                Self::Text(text) => query.bind(text.clone()),
            };
        }
        query
    }

    /// As the row image keeps it.
    pub(super) fn image(&self) -> Value {
        match self {
            Self::Int(Some(number)) => Value::from(*number),
            Self::Text(Some(text)) => Value::from(text.clone()),
            Self::Int(None) | Self::Text(None) => Value::Null,
        }
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}
impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Self {
        Self::Int(number)
    }
}
/// Neither database is handed a boolean: they do not agree on one.
impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::Int(Some(i64::from(yes)))
    }
}
impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}
impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}
impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Text(Some(day.to_string()))
    }
}
impl From<Option<NaiveDate>> for Cell {
    fn from(day: Option<NaiveDate>) -> Self {
        Self::Text(day.map(|day| day.to_string()))
    }
}
