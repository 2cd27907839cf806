//! The label of a stamp, worded as it is printed.

use chrono::{DateTime, Utc};

use super::kinds::{SampleType, Source};
use super::queries::{self, SampleRow, StampRow, VoidRow};
use crate::accounts::Medium;
use crate::documents::forms::recorded_mark;
use crate::documents::forms::sample_label::{LabelPaper, SampleLabelFacts};
use crate::documents::{Mark, StampBlock};
use crate::error::DeskError;
use crate::storage::Connection;

/// The labels of stamped samples; one without a stamp has none.
pub(super) fn label_facts(
    samples: &[SampleRow],
    paper: LabelPaper,
    practice: bool,
    made_at: DateTime<Utc>,
) -> SampleLabelFacts {
    let stamps = samples
        .iter()
        .filter_map(|row| row.stamp().map(|stamp| block(row, stamp)))
        .collect();
    let marks = if practice {
        vec![Mark::Practice]
    } else {
        Vec::new()
    };
    SampleLabelFacts {
        stamps,
        paper,
        marks,
        made_at,
    }
}

/// The stamps of an order's samples, for the sample list of its task sheet; a sample without one has none, nor has one
/// that was taken out.
///
/// # Errors
/// When the database cannot be read.
pub async fn stamp_blocks(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<StampBlock>, DeskError> {
    let rows = queries::of_order(connection, order).await?;
    Ok(rows
        .iter()
        .filter(|row| !row.facts.out)
        .filter_map(|row| row.stamp().map(|stamp| block(row, stamp)))
        .collect())
}

/// A stamp as it stands on the label and on the task sheet: the names as they were when it was given.
fn block(row: &SampleRow, stamp: &StampRow) -> StampBlock {
    let sample = &row.facts.sample;
    let sample_type = match sample.what {
        SampleType::Other => format!("{} {}", stamp.sample_type, sample.description),
        SampleType::Content | SampleType::Colour | SampleType::Die => stamp.sample_type.clone(),
    };
    let source = match sample.source {
        Source::InternalPrint => {
            format!("{}（{}）", sample.source.printed(), sample.medium.printed())
        }
        Source::Customer | Source::Retained => sample.source.printed().to_owned(),
    };
    // Of what came from nobody, a print of the house, the day it came says nothing.
    let source = match (sample.from_whom.as_str(), sample.came_on) {
        ("", _) => source,
        (whom, None) => format!("{source} {whom}"),
        (whom, Some(day)) => format!("{source} {whom} {day}"),
    };
    let stale = stamp.content_hash != row.facts.content_hash();
    let void = stamp.void.as_ref();
    let void_by = |void: &VoidRow| {
        let recorded = recorded_mark(void.recorded.map(Medium::printed));
        format!("{}{recorded} {}", void.signer, void.on)
    };
    StampBlock {
        customer: stamp.customer.clone(),
        product: stamp.product.clone(),
        order_number: row.facts.order_number.clone(),
        sample_number: row.facts.number.clone(),
        sample_type,
        source,
        positions: String::new(),
        // A sheet in force may show a stamp whose facts have changed since: it says so, beside the name.
        signer: if stale && stamp.void.is_none() {
            format!("{}（已失效）", stamp.signer)
        } else {
            stamp.signer.clone()
        },
        recorded: stamp.recorded.is_some(),
        medium: stamp
            .recorded
            .map_or_else(String::new, |medium| medium.printed().to_owned()),
        date: stamp.stamped_on.clone(),
        valid_until: row
            .facts
            .holds_until()
            .map(|day| day.to_string())
            .unwrap_or_default(),
        words: stamp.words.clone(),
        void: void.map(|void| void.reason.clone()).unwrap_or_default(),
        void_by: void.map(void_by).unwrap_or_default(),
    }
}
