//! 转交单 on paper: a line of the log with what goes with it (F1-07, S-4.2.3B-3).

use super::HandOverRefusal;
use super::queries::{self, Line};
use crate::Desk;
use crate::accounts::{Actor, Medium};
use crate::audit::Activity;
use crate::clock::{as_printed, from_stored};
use crate::documents::forms::Signature;
use crate::documents::forms::hand_over_slip::{HandOverSlipFacts, SlipFile, SlipProof, SlipSample};
use crate::documents::forms::recorded_mark;
use crate::documents::{Letterhead, Mark, StampBlock};
use crate::error::{DeskError, Failure};
use crate::files::Paper;
use crate::orders::{OrderFacts, order_facts};
use crate::proofs::{self, AgreedProof, Chosen, LaneReason};
use crate::samples::stamp_blocks;
use crate::storage::Subject;
use crate::task_sheets;
use crate::wire::Done;

impl Desk {
    /// The slip that goes with a hand-over, kept like every paper.
    ///
    /// # Errors
    /// When there is no such line, or the paper cannot be made or kept.
    pub async fn hand_over_slip(
        &self,
        actor: &Actor,
        hand_over: i64,
    ) -> Result<Done<Paper>, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let mut reader = self.read().await?;
        let line = queries::line(&mut reader, hand_over)
            .await?
            .ok_or(HandOverRefusal::NoSuchLine)?;
        let order = order_facts(&mut reader, line.order).await?;
        let sheet = task_sheets::view(&mut reader, line.order).await?;
        let proof = proofs::agreed_proof(&mut reader, &order).await?;
        let stamps = stamp_blocks(&mut reader, line.order).await?;
        drop(reader);
        let mut marks = Vec::new();
        if order.rush() {
            marks.push(Mark::Rush);
        }
        if house.practice {
            marks.push(Mark::Practice);
        }
        let letterhead = Letterhead {
            house: house.name,
            number_label: "订单号".to_owned(),
            number: order.number.clone(),
            beside_page: String::new(),
            marks,
            made_at: self.now(),
        };
        let sheet = sheet.map_or_else(String::new, |sheet| sheet.label);
        let facts = slip_facts(letterhead, &line, &order, sheet, proof, &stamps)?;
        let name = format!(
            "转交单-{}-{}.pdf",
            order.number,
            line.department.replace('/', "-")
        );
        self.keep_paper(
            actor,
            Activity::MakeHandOverSlip,
            Subject::Order(line.order),
            name,
            facts,
        )
        .await
    }
}

fn slip_facts(
    letterhead: Letterhead,
    line: &Line,
    order: &OrderFacts,
    sheet: String,
    proof: Option<AgreedProof>,
    stamps: &[StampBlock],
) -> Result<HandOverSlipFacts, DeskError> {
    let person = |name: &str, at: &str| -> Result<Signature, DeskError> {
        Ok(Signature {
            name: name.to_owned(),
            at: moment(at)?,
            ..Signature::default()
        })
    };
    let received = match (&line.received_by, &line.received_at) {
        (Some(who), Some(at)) => person(who, at)?,
        _ => Signature::default(),
    };
    Ok(HandOverSlipFacts {
        letterhead,
        customer: order.customer.name.clone(),
        product: order.product_name().to_owned(),
        to: format!("{} {}", line.department, line.person)
            .trim()
            .to_owned(),
        content: line.content.clone(),
        sheet,
        proof: proof.map(slip_proof).transpose()?,
        samples: stamps
            .iter()
            .filter(|stamp| stamp.void.is_empty())
            .map(|stamp| SlipSample {
                number: stamp.sample_number.clone(),
                what: stamp.sample_type.clone(),
                source: stamp.source.clone(),
                stamped: format!(
                    "{}{} {}",
                    stamp.signer,
                    recorded_mark(stamp.recorded.then_some(stamp.medium.as_str())),
                    stamp.date
                ),
            })
            .collect(),
        handed: person(&line.by, &line.at)?,
        received,
    })
}

fn slip_proof(proof: AgreedProof) -> Result<SlipProof, DeskError> {
    Ok(SlipProof {
        what: format!("{} 第 {} 轮", proof.medium.printed(), proof.round),
        sample: proof.sample,
        reason: proof
            .reason
            .map(LaneReason::printed)
            .unwrap_or_default()
            .to_owned(),
        // The rules let no other into lane B.
        through_rip: match proof.lane {
            Chosen::B => "否".to_owned(),
            Chosen::A => String::new(),
        },
        signature: Signature {
            name: proof.signer,
            at: moment(&proof.at)?,
            recorded: proof.recorded.is_some(),
            medium: proof
                .recorded
                .map(Medium::printed)
                .unwrap_or_default()
                .to_owned(),
        },
        files: proof
            .files
            .into_iter()
            .map(|(name, version, sha256)| SlipFile {
                name,
                version: format!("V{version}"),
                sha256,
            })
            .collect(),
    })
}

fn moment(stored: &str) -> Result<String, DeskError> {
    let at = from_stored(stored).map_err(|_| Failure::UnknownValue {
        what: "a moment",
        value: stored.to_owned(),
    })?;
    Ok(as_printed(at))
}
