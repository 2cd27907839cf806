//! Numbers of documents: one series per kind, without a gap, never given twice.
//!
//! A pattern such as `OD-{YYYY}-{D}{000000}` makes `OD-2026-A000123`: the year, the desk's letter (so that two
//! desks on separate files never print the same number) and the running value, which starts again with each
//! period of its reset cycle.
//!
//! How a series is numbered, its layout, holds from a day (F1-22). With the first number under it, it goes on from the last
//! one that was given: no number is left out, none is given twice.
//!
//! **Invariant:** the next value is taken inside the act's own transaction; an act that fails gives its value back.
//! **Invariant:** what was given in a period is below what comes in it, whatever the layouts were, and when a clock went back.

mod change_series;
mod pattern;
mod queries;
mod refusals;
mod rules;
mod views;
pub mod wire;

pub use pattern::{ResetCycle, numbered, period};
pub use refusals::SeriesRefusal;
pub(crate) use views::views;

use chrono::NaiveDate;

use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::storage::{Cell, Connection, Question, Writer};

/// The kinds of document that carry a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Customer's order (OD).
    Order,
    /// Sample order (OS).
    SampleOrder,
    /// Presale (OP).
    Presale,
    /// Production for stock (OF).
    StockOrder,
    /// 生产任务书.
    TaskSheet,
    /// Sample and its stamp.
    Sample,
    /// 免费打样任务书.
    FreeProof,
    /// 订单评审表.
    Review,
    /// 客户编号.
    Customer,
    /// 更改通知单.
    ChangeNotice,
}

impl Series {
    /// Every series, with the pattern it starts with.
    const ALL: [(Self, &'static str, ResetCycle); 10] = [
        (Self::Order, "OD-{YYYY}-{D}{000000}", ResetCycle::Year),
        (Self::SampleOrder, "OS-{YYYY}-{D}{000000}", ResetCycle::Year),
        (Self::Presale, "OP-{YYYY}-{D}{000000}", ResetCycle::Year),
        (Self::StockOrder, "OF-{YYYY}-{D}{000000}", ResetCycle::Year),
        (Self::TaskSheet, "RW-{YYYY}-{D}{000000}", ResetCycle::Year),
        (Self::Sample, "Y-{YYYY}-{D}{0000}", ResetCycle::Year),
        (Self::FreeProof, "MD-{YYYY}-{D}{0000}", ResetCycle::Year),
        (Self::Review, "PS-{YYYY}-{D}{0000}", ResetCycle::Year),
        (Self::Customer, "K-{D}{0000}", ResetCycle::Never),
        (Self::ChangeNotice, "GG-{YYYY}-{D}{0000}", ResetCycle::Year),
    ];

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .map(|(series, ..)| series)
            .find(|series| series.code() == code)
    }

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Order => "order_od",
            Self::SampleOrder => "order_os",
            Self::Presale => "order_op",
            Self::StockOrder => "order_of",
            Self::TaskSheet => "task_sheet",
            Self::Sample => "sample",
            Self::FreeProof => "free_proof",
            Self::Review => "review",
            Self::Customer => "customer",
            Self::ChangeNotice => "change_notice",
        }
    }
}

/// Lays out the series of a new house, from the first day on.
pub(crate) async fn lay_out(writer: &mut Writer) -> Result<(), DeskError> {
    for (series, pattern, cycle) in Series::ALL {
        let id = writer
            .insert("number_series", &[("kind", series.code().into())])
            .await?;
        lay(writer, id, "", &Layout::new(pattern, cycle, 1)).await?;
    }
    Ok(())
}

/// How a series is numbered.
struct Layout {
    pattern: String,
    cycle: ResetCycle,
    start: i64,
}

impl Layout {
    fn new(pattern: &str, cycle: ResetCycle, start: i64) -> Self {
        Self {
            pattern: pattern.to_owned(),
            cycle,
            start,
        }
    }
}

/// Has a series be numbered so from a day on.
async fn lay(
    writer: &mut Writer,
    series: i64,
    from: &str,
    layout: &Layout,
) -> Result<(), DeskError> {
    let columns: [(&'static str, Cell); 5] = [
        ("series_id", series.into()),
        ("from_day", from.into()),
        ("pattern", layout.pattern.as_str().into()),
        ("reset_cycle", layout.cycle.code().into()),
        ("start_value", layout.start.into()),
    ];
    writer.insert("series_layouts", &columns).await?;
    Ok(())
}

/// A number of a series that was read and is not taken yet.
#[derive(Debug)]
pub(crate) struct Coming {
    laid: queries::Laid,
    given: Option<queries::Given>,
    today: NaiveDate,
}

/// The number that comes next in `series`, read for an act of `today` that takes it.
pub(crate) fn coming(series: Series, today: NaiveDate) -> Question<Coming> {
    queries::series_on(series, today).map(move |(laid, given)| Ok(Coming { laid, given, today }))
}

impl Coming {
    /// Takes it, and writes so with the audit row: for an act that takes one number of this series.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn take_at_commit(self, writer: &mut Writer) -> Result<String, DeskError> {
        match &self.given {
            Some(given) if self.goes_on() => {
                let value = given.last + 1;
                let [before, after] = self.given_on(given, value);
                writer
                    .update_known_at_commit("numbers_given", given.row, &before, &after)
                    .await?;
                Ok(self.numbered(value))
            }
            _ => self.take(writer).await,
        }
    }

    async fn take(self, writer: &mut Writer) -> Result<String, DeskError> {
        let (value, latest) = self.value(writer).await?;
        match &self.given {
            Some(given) => {
                let [before, after] = self.given_on(given, value);
                writer
                    .update_known("numbers_given", given.row, &before, &after)
                    .await?;
            }
            None => {
                let columns: [(&'static str, Cell); 4] = [
                    ("series_id", self.laid.series.into()),
                    ("period", period(self.laid.cycle, self.today).into()),
                    ("last_value", value.into()),
                    ("last_on", self.today.into()),
                ];
                writer.insert("numbers_given", &columns).await?;
            }
        }
        if self.laid.begun_on.is_none() {
            let begun = latest.unwrap_or_default().max(self.today.to_string());
            writer
                .update(
                    "series_layouts",
                    self.laid.id,
                    &[("begun_on", begun.into())],
                )
                .await?;
        }
        Ok(self.numbered(value))
    }

    /// Whether the layout has begun, and nothing that was numbered by another one stands in the way: neither on a day before
    /// that, to which the clock went back, nor in a period that began by another one.
    fn goes_on(&self) -> bool {
        let began_here = |begun: &String| begun.starts_with(&period(self.laid.cycle, self.today));
        self.laid.begun_on.as_ref().is_some_and(|begun| {
            self.today.to_string() >= *begun && (self.given.is_some() || !began_here(begun))
        })
    }

    /// The value that comes, and where a layout begins, the latest day the series gave a number on.
    async fn value(&self, connection: &mut Connection) -> Result<(i64, Option<String>), DeskError> {
        let (last, latest) = if self.goes_on() {
            (self.given.as_ref().map(|given| given.last), None)
        } else {
            queries::carried(connection, &self.laid, self.today).await?
        };
        Ok((last.map_or(self.laid.start, |last| last + 1), latest))
    }

    /// The row of its period before and after it gives `value`.
    fn given_on(&self, given: &queries::Given, value: i64) -> [[(&'static str, Cell); 2]; 2] {
        let on = self.today.to_string().max(given.on.clone());
        [(given.last, given.on.clone()), (value, on)]
            .map(|(last, on)| [("last_value", last.into()), ("last_on", on.into())])
    }

    fn numbered(&self, value: i64) -> String {
        numbered(
            &self.laid.pattern,
            self.today,
            &self.laid.desk_letter,
            value,
        )
    }
}

/// Takes the next number of `series`. It is given for good when the act commits.
///
/// # Errors
/// When the database fails or holds a reset cycle nobody knows.
pub async fn next(writer: &mut Writer, series: Series) -> Result<String, DeskError> {
    let today = in_shanghai(writer.at()).date();
    let coming = coming(series, today).ask(writer).await?;
    coming.take(writer).await
}
