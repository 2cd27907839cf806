//! What the window is told of lanes and proofs, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries::{self, ProofRow};
use super::rules::{
    Answer, CheckItem, Chosen, Folios, Lane, LaneReason, lane_of, next_round, suggested_medium,
};
use crate::accounts::ApprovalRequest;
use crate::accounts::EvidenceRequest;
use crate::error::DeskError;
use crate::files::{FileInUse, MadeBy, direct_lane, files_in_use};
use crate::orders::{OrderFacts, Specification, Value};
use crate::samples::{Medium, Registered, SampleType, sample_facts};
use crate::storage::Connection;

/// A lane is chosen, or given up for the sample that came after all.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChooseLaneRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// Which; none: by the sample that is there.
    pub lane: Option<Chosen>,
    /// Why lane B.
    pub reason: Option<LaneReason>,
    /// What else is to be said.
    pub note: String,
}

/// A proof was printed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrintProofRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// What it is.
    pub medium: Medium,
    /// 经RIP/印能捷.
    pub through_rip: bool,
    /// The files it was printed from, where they lie: each has to be one that was received. May be empty in lane A.
    pub printed_from: Vec<String>,
}

/// The book bound of a proof.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BindDummyRequest {
    /// Which proof.
    #[ts(type = "number")]
    pub proof_id: i64,
    /// 顺序
    pub in_order: bool,
    /// 颜色
    pub colours: bool,
    /// 内容
    pub contents: bool,
    /// 已装订
    pub bound: bool,
    /// Whether the pages show their numbers.
    pub folios: Folios,
    /// Who wrote the numbers by hand.
    pub numbered_by: String,
}

/// The customer's answer, or in lane B the signature of sales.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerProofRequest {
    /// Which proof.
    #[ts(type = "number")]
    pub proof_id: i64,
    /// The order as it was shown.
    #[ts(type = "number")]
    pub revision: i64,
    /// 同意 or 修改.
    pub answer: Answer,
    /// Which changes; what else was said.
    pub words: String,
    /// As what sample an agreed proof stands.
    pub sample_type: SampleType,
    /// What the customer sent, in lane B, where there is something.
    pub evidence: Vec<EvidenceRequest>,
    /// The signature: in lane A the customer's, recorded; in lane B of sales.
    pub approval: ApprovalRequest,
}

/// Lane and proofs of an order on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProofsView {
    /// Whether the order is asked for a sample or a proof at all.
    pub asked: bool,
    /// The lane it takes.
    pub lane: Lane,
    /// Why lane B.
    pub reason: Option<LaneReason>,
    /// What else was said.
    pub note: String,
    /// Who chose.
    pub chosen_by: Option<String>,
    /// When (UTC).
    pub chosen_at: Option<String>,
    /// There is a correct sample: the choice may be given up.
    pub correct_sample: bool,
    /// The proof that suits the colours.
    pub suggested: Medium,
    /// Whether a dummy is bound of it.
    pub book: bool,
    /// The files it is printed from.
    pub files: Vec<ProofFileView>,
    /// Names of files in use the house made: lane B prints none of them.
    pub house_made: Vec<String>,
    /// The round that is to be printed now.
    #[ts(type = "number | null")]
    pub next_round: Option<i64>,
    /// The rounds, the latest first.
    pub rounds: Vec<ProofView>,
}

/// A file of a proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProofFileView {
    /// Its name.
    pub name: String,
    /// Our running version.
    #[ts(type = "number")]
    pub version: i64,
    /// The hash of its bytes.
    pub sha256: String,
    /// It is no longer what the house works with.
    pub replaced: bool,
}

/// A round of proofs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProofView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Which.
    #[ts(type = "number")]
    pub round: i64,
    /// Of which lane.
    pub lane: Chosen,
    /// What it is.
    pub medium: Medium,
    /// What it was printed from.
    pub files: Vec<ProofFileView>,
    /// The printed files were compared with the received ones.
    pub compared: bool,
    /// When (UTC).
    pub printed_at: String,
    /// By whom.
    pub printed_by: String,
    /// A file has changed since.
    pub stale: bool,
    /// When it was looked over (UTC).
    pub checked_at: Option<String>,
    /// By whom.
    pub checked_by: Option<String>,
    /// In what.
    pub checked_items: Vec<CheckItem>,
    /// The book bound of it.
    pub dummy: Option<DummyView>,
    /// What became of it.
    pub answer: Option<AnswerView>,
    /// Codes of what is still to be done before it is answered.
    pub before_answer: Vec<&'static str>,
}

/// The book bound of a proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DummyView {
    /// 顺序
    pub in_order: bool,
    /// 颜色
    pub colours: bool,
    /// 内容
    pub contents: bool,
    /// 已装订
    pub bound: bool,
    /// Whether the pages show their numbers.
    pub folios: Folios,
    /// Who wrote the numbers by hand.
    pub numbered_by: String,
    /// When (UTC).
    pub at: String,
    /// By whom it was noted.
    pub by: String,
}

/// What became of a proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// 同意 or 修改.
    pub answer: Answer,
    /// What was said.
    pub words: String,
    /// Who.
    pub signer: String,
    /// On what, when it was recorded (代录).
    pub recorded: Option<crate::accounts::Medium>,
    /// When (UTC).
    pub at: String,
    /// The sample it became.
    pub sample: Option<String>,
}

/// Whether a dummy is bound of a proof: the product is a book (S-4.2.5).
pub(super) fn is_book(specification: &Specification) -> bool {
    match specification.product.get("binding") {
        Some(Value::Text(binding)) => !["散页", "不装订", "无需装订"]
            .iter()
            .any(|loose| binding.contains(loose)),
        _ => false,
    }
}

/// The most inks one side of a component is printed with.
pub(super) fn most_colours(specification: &Specification) -> usize {
    let side = |values: &crate::orders::Record, process: u8, spots: &str| {
        let spots = match values.get(spots) {
            Some(Value::Text(names)) => names
                .split([',', '，', '、'])
                .filter(|name| !name.trim().is_empty())
                .count(),
            _ => 0,
        };
        usize::from(process) + spots
    };
    let of = |values: &crate::orders::Record| {
        let (front, back) = match values.get("colours") {
            Some(Value::Colours(colours)) => (colours.front, colours.back),
            _ => (0, 0),
        };
        side(values, front, "spots_front").max(side(values, back, "spots_back"))
    };
    let components = specification.components.iter();
    components.map(|row| of(&row.values)).max().unwrap_or(0)
}

/// Lane and proofs of an order.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn view(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<ProofsView, DeskError> {
    let direct = direct_lane(connection, facts.id).await?;
    let samples = sample_facts(connection, facts.id).await?;
    let correct_sample = samples.iter().any(Registered::is_correct_sample);
    let chosen = queries::lane(connection, facts.id).await?;
    let in_use = files_in_use(connection, facts.id).await?;
    let proofs = queries::of_order(connection, facts.id).await?;
    let book = is_book(&facts.specification);
    let last = proofs.first().map(|proof| proof.facts(&in_use));
    let lane = lane_of(direct, chosen.as_ref().map(|row| row.lane), correct_sample);
    Ok(ProofsView {
        asked: facts.kind().needs_sample(),
        lane,
        next_round: chosen
            .as_ref()
            .filter(|_| !direct)
            .and_then(|row| next_round(row.lane, last.as_ref())),
        reason: chosen.as_ref().and_then(|row| row.reason),
        note: chosen
            .as_ref()
            .map(|row| row.note.clone())
            .unwrap_or_default(),
        chosen_by: chosen.as_ref().map(|row| row.chosen_by.clone()),
        chosen_at: chosen.as_ref().map(|row| row.chosen_at.clone()),
        correct_sample,
        suggested: suggested_medium(most_colours(&facts.specification)),
        book,
        house_made: in_use
            .iter()
            .filter(|file| file.made_by == MadeBy::House)
            .map(|file| file.name.clone())
            .collect(),
        files: in_use
            .iter()
            .map(|file| ProofFileView {
                name: file.name.clone(),
                version: file.version,
                sha256: file.sha256.clone(),
                replaced: false,
            })
            .collect(),
        rounds: proofs
            .iter()
            .map(|proof| proof_view(proof, &in_use, book))
            .collect(),
    })
}

fn proof_view(proof: &ProofRow, in_use: &[FileInUse], book: bool) -> ProofView {
    let facts = proof.facts(in_use);
    let now = |id: i64| in_use.iter().any(|file| file.id == id);
    let checked = proof.checked.as_ref();
    ProofView {
        id: proof.id,
        round: proof.round,
        lane: proof.lane,
        medium: proof.medium,
        files: proof
            .files
            .iter()
            .map(|file| ProofFileView {
                name: file.name.clone(),
                version: file.version,
                sha256: file.sha256.clone(),
                replaced: !now(file.file),
            })
            .collect(),
        compared: proof.compared,
        printed_at: proof.printed_at.clone(),
        printed_by: proof.printed_by.clone(),
        stale: facts.stale,
        checked_at: checked.map(|(at, ..)| at.clone()),
        checked_by: checked.map(|(_, by, _)| by.clone()),
        checked_items: checked
            .map(|(_, _, items)| items.clone())
            .unwrap_or_default(),
        before_answer: super::rules::before_the_answer(&facts, book)
            .into_iter()
            .map(super::rules::ProofBlock::line)
            .collect(),
        dummy: proof.dummy.as_ref().map(|(at, by, dummy)| DummyView {
            in_order: dummy.in_order,
            colours: dummy.colours,
            contents: dummy.contents,
            bound: dummy.bound,
            folios: dummy.folios,
            numbered_by: dummy.numbered_by.clone(),
            at: at.clone(),
            by: by.clone(),
        }),
        answer: proof.answer.as_ref().map(|answer| AnswerView {
            answer: answer.answer,
            words: answer.words.clone(),
            signer: answer.signer.clone(),
            recorded: answer.recorded,
            at: answer.at.clone(),
            sample: answer.sample.clone(),
        }),
    }
}
