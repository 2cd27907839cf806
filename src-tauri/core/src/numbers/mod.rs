//! Numbers of documents: one series per kind, without a gap, never given twice.
//!
//! A pattern such as `OD-{YYYY}-{D}{000000}` makes `OD-2026-A000123`: the year, the desk's letter (so that two
//! desks on separate files never print the same number) and the running value, which starts again with each
//! period of its reset cycle.
//!
//! **Invariant:** the next value is taken inside the act's own transaction; an act that fails gives its value back.

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
use crate::error::{DeskError, Failure};
use crate::storage::{Cell, Question, Writer};

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

/// When the series starts again.
fn cycle_of(laid: &queries::Laid) -> Result<ResetCycle, Failure> {
    ResetCycle::from_code(&laid.cycle).ok_or_else(|| Failure::UnknownValue {
        what: "number_series.reset_cycle",
        value: laid.cycle.clone(),
    })
}

/// Lays out the series of a new house.
pub(crate) async fn lay_out(writer: &mut Writer) -> Result<(), DeskError> {
    for (series, pattern, cycle) in Series::ALL {
        let columns: [(&'static str, Cell); 4] = [
            ("kind", series.code().into()),
            ("pattern", pattern.into()),
            ("reset_cycle", cycle.code().into()),
            ("start_value", 1.into()),
        ];
        writer.insert("number_series", &columns).await?;
    }
    Ok(())
}

/// A number of a series that was read and is not taken yet.
#[derive(Debug)]
pub(crate) struct Coming {
    laid: queries::Laid,
    given: Option<(i64, i64)>,
    period: String,
    today: NaiveDate,
}

/// The number that comes next in `series`, read for an act of `today` that takes it.
pub(crate) fn coming(series: Series, today: NaiveDate) -> Question<Coming> {
    queries::series_on(series, today).map(move |(laid, given)| {
        Ok(Coming {
            period: period(cycle_of(&laid)?, today),
            laid,
            given,
            today,
        })
    })
}

impl Coming {
    /// Takes it, and writes so with the audit row: for an act that takes one number of this series.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn take_at_commit(self, writer: &mut Writer) -> Result<String, DeskError> {
        let Some((row, last)) = self.given else {
            return self.take(writer).await;
        };
        let [before, after] = [last, last + 1].map(|value| [("last_value", value.into())]);
        writer
            .update_known_at_commit("numbers_given", row, &before, &after)
            .await?;
        Ok(self.numbered(last + 1))
    }

    async fn take(self, writer: &mut Writer) -> Result<String, DeskError> {
        let Some((row, last)) = self.given else {
            let columns: [(&'static str, Cell); 3] = [
                ("series_id", self.laid.id.into()),
                ("period", self.period.as_str().into()),
                ("last_value", self.laid.start.into()),
            ];
            writer.insert("numbers_given", &columns).await?;
            return Ok(self.numbered(self.laid.start));
        };
        let [before, after] = [last, last + 1].map(|value| [("last_value", value.into())]);
        writer
            .update_known("numbers_given", row, &before, &after)
            .await?;
        Ok(self.numbered(last + 1))
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
