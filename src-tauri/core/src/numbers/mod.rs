//! Numbers of documents: one series per kind, without a gap, never given twice.
//!
//! A pattern such as `OD-{YYYY}-{D}{000000}` makes `OD-2026-A000123`: the year, the desk's letter (so that two
//! desks on separate files never print the same number) and the running value, which starts again with each
//! period of its reset cycle.
//!
//! **Invariant:** the next value is taken inside the act's own transaction; an act that fails gives its value back.

mod pattern;
mod queries;

pub use pattern::{ResetCycle, numbered, period};

use crate::clock::in_shanghai;
use crate::error::{DeskError, Failure};
use crate::storage::{Cell, Writer};

/// The kinds of document that carry a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Customer's order (OD).
    Order,
    /// 生产任务书.
    TaskSheet,
    /// Sample and its stamp.
    Sample,
    /// 订单评审表.
    Review,
}

impl Series {
    /// Every series, with the pattern it starts with.
    const ALL: [(Self, &'static str); 4] = [
        (Self::Order, "OD-{YYYY}-{D}{000000}"),
        (Self::TaskSheet, "RW-{YYYY}-{D}{000000}"),
        (Self::Sample, "Y-{YYYY}-{D}{0000}"),
        (Self::Review, "PS-{YYYY}-{D}{0000}"),
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::Order => "order_od",
            Self::TaskSheet => "task_sheet",
            Self::Sample => "sample",
            Self::Review => "review",
        }
    }
}

/// Lays out the series of a new house.
pub(crate) async fn lay_out(writer: &mut Writer) -> Result<(), DeskError> {
    for (series, pattern) in Series::ALL {
        let columns: [(&'static str, Cell); 4] = [
            ("kind", series.code().into()),
            ("pattern", pattern.into()),
            ("reset_cycle", ResetCycle::Year.code().into()),
            ("start_value", 1.into()),
        ];
        writer.insert("number_series", &columns).await?;
    }
    Ok(())
}

/// Takes the next number of `series`. It is given for good when the act commits.
///
/// # Errors
/// When the database fails or holds a reset cycle nobody knows.
pub async fn next(writer: &mut Writer, series: Series) -> Result<String, DeskError> {
    let today = in_shanghai(writer.at()).date();
    let laid = queries::series(writer, series).await?;
    let cycle = ResetCycle::from_code(&laid.cycle).ok_or(Failure::UnknownValue {
        what: "number_series.reset_cycle",
        value: laid.cycle,
    })?;
    let period = period(cycle, today);
    let value = match queries::last_given(writer, laid.id, &period).await? {
        Some((given, last)) => {
            writer
                .update("numbers_given", given, &[("last_value", (last + 1).into())])
                .await?;
            last + 1
        }
        None => {
            writer
                .insert(
                    "numbers_given",
                    &[
                        ("series_id", laid.id.into()),
                        ("period", period.into()),
                        ("last_value", laid.start.into()),
                    ],
                )
                .await?;
            laid.start
        }
    };
    Ok(numbered(&laid.pattern, today, &laid.desk_letter, value))
}
