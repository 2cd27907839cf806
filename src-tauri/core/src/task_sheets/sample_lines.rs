//! The lines of the release check list that are about samples and proofs (S-4.2).

use super::CheckLine;
use super::attached::Attached;
use crate::error::DeskError;
use crate::orders::OrderFacts;
use crate::proofs::{self, Lane, ProofBlock, lane_of};
use crate::samples::{
    Registered, SampleBlock, UnsignedChanges, samples_block_release, unsigned_changes,
};
use crate::storage::Connection;

/// The step of samples and proofs.
const STEP: u8 = 3;

/// What samples and proofs say to the issue of an order's sheet.
///
/// # Errors
/// When the database cannot be read.
pub(super) async fn sample_lines(
    connection: &mut Connection,
    facts: &OrderFacts,
    attached: Attached,
    samples: &[Registered],
    today: chrono::NaiveDate,
) -> Result<Vec<CheckLine>, DeskError> {
    let mut blocks = samples_block_release(samples, today);
    // What comes from a trusted customer goes as it came, without sample or proof (S-4.2.1c).
    let (lane, proof) = if attached.direct_lane || !facts.kind().needs_sample() {
        (Lane::Direct, Vec::new())
    } else if attached.lane {
        proofs::standing(connection, facts, samples).await?
    } else {
        (
            lane_of(
                false,
                None,
                samples.iter().any(Registered::is_correct_sample),
            ),
            Vec::new(),
        )
    };
    let mut lines: Vec<CheckLine> = proof.iter().copied().map(proof_line).collect();
    // A proof on its way becomes the sample; until then it is the proof that is asked for.
    let none_needed = lane == Lane::Direct || !proof.is_empty();
    blocks.retain(|block| !none_needed || *block != SampleBlock::NoSample);
    if lane == Lane::Open && !blocks.contains(&SampleBlock::NoSample) {
        lines.push(CheckLine::red("lane_unchosen", "S-4.2.3", STEP).at(Some("lane".to_owned())));
    }
    if attached.samples {
        let unsigned = unsigned_changes(connection, facts.id).await?;
        lines.extend(unsigned.iter().map(unsigned_line));
    }
    lines.extend(blocks.iter().map(sample_line));
    if lines.is_empty() {
        lines.push(CheckLine::green("samples", "S-4.2.4", STEP));
    }
    Ok(lines)
}

fn proof_line(block: ProofBlock) -> CheckLine {
    CheckLine::red(block.line(), block.clause(), STEP)
        .with("round", block.round())
        .at(Some(block.place().to_owned()))
        .by(block.responsible())
}

fn unsigned_line(unsigned: &UnsignedChanges) -> CheckLine {
    CheckLine::red("sample_change_unsigned", "S-4.2.7", STEP)
        .with("number", &unsigned.number)
        .with("count", unsigned.count)
        .at(Some(format!("sample.{}", unsigned.sample)))
}

pub(super) fn sample_line(block: &SampleBlock) -> CheckLine {
    // A new stamp is what mends each of them.
    let stamp = |code, number: &str| {
        CheckLine::red(code, "S-4.2.4", STEP)
            .with("number", number)
            .at(Some(format!("sample-stamp.{number}")))
    };
    match block {
        SampleBlock::NoSample => {
            CheckLine::red("sample_missing", "S-4.2.2", STEP).at(Some("lane".to_owned()))
        }
        SampleBlock::Unstamped { number } => stamp("sample_unstamped", number),
        SampleBlock::Voided { number } => stamp("sample_voided", number),
        SampleBlock::Stale { number } => stamp("sample_stale", number),
        SampleBlock::Expired {
            number,
            valid_until,
        } => stamp("sample_expired", number).with("day", valid_until),
    }
}
