//! Lanes and proofs in the database.

use sqlx::Row as _;

use super::rules::{
    Answer, CheckItem, Chosen, Dummy, Folios, Lane, LaneReason, ProofBlock, ProofFacts, lane_of,
    proof_blocks,
};
use crate::accounts::Medium as SignedOn;
use crate::accounts::queries::medium_from;
use crate::error::{DeskError, Failure};
use crate::files::{FileInUse, files_in_use, shows_what_is_in_use};
use crate::orders::OrderFacts;
use crate::samples::{Medium, Registered};
use crate::storage::{Connection, Row};

/// Which lane was chosen, why, by whom and when.
#[derive(Clone, Debug)]
pub(super) struct LaneRow {
    pub(super) id: i64,
    pub(super) lane: Chosen,
    pub(super) reason: Option<LaneReason>,
    pub(super) note: String,
    pub(super) chosen_at: String,
    pub(super) chosen_by: String,
}

fn unknown(what: &'static str, value: String) -> DeskError {
    Failure::UnknownValue { what, value }.into()
}

/// What was chosen for an order, if anything.
pub(super) async fn lane(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<LaneRow>, DeskError> {
    let row = sqlx::query(
        "SELECT l.id, l.lane, l.reason, l.note, l.chosen_at, a.name AS chosen_by \
         FROM proof_lanes l JOIN accounts a ON a.id = l.chosen_by WHERE l.order_id = $1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let lane: String = row.try_get("lane")?;
    let reason: String = row.try_get("reason")?;
    Ok(Some(LaneRow {
        id: row.try_get("id")?,
        lane: Chosen::from_code(&lane).ok_or_else(|| unknown("proof_lanes.lane", lane))?,
        reason: if reason.is_empty() {
            None
        } else {
            Some(
                LaneReason::from_code(&reason)
                    .ok_or_else(|| unknown("proof_lanes.reason", reason))?,
            )
        },
        note: row.try_get("note")?,
        chosen_at: row.try_get("chosen_at")?,
        chosen_by: row.try_get("chosen_by")?,
    }))
}

/// A file a proof was printed from.
#[derive(Clone, Debug)]
pub(super) struct ProofFileRow {
    pub(super) file: i64,
    pub(super) name: String,
    pub(super) version: i64,
    pub(super) sha256: String,
}

/// What became of a proof.
#[derive(Clone, Debug)]
pub(super) struct AnswerRow {
    pub(super) answer: Answer,
    pub(super) words: String,
    pub(super) signer: String,
    pub(super) recorded: Option<SignedOn>,
    pub(super) at: String,
    pub(super) sample: Option<String>,
    pub(super) sample_id: Option<i64>,
}

/// A round of proofs.
#[derive(Clone, Debug)]
pub(super) struct ProofRow {
    pub(super) id: i64,
    pub(super) order: i64,
    pub(super) round: i64,
    pub(super) lane: Chosen,
    pub(super) medium: Medium,
    pub(super) compared: bool,
    pub(super) printed_at: String,
    pub(super) printed_by: String,
    /// When, by whom, and what.
    pub(super) checked: Option<(String, String, Vec<CheckItem>)>,
    /// When, by whom, and how.
    pub(super) dummy: Option<(String, String, Dummy)>,
    pub(super) answer: Option<AnswerRow>,
    pub(super) files: Vec<ProofFileRow>,
}

impl ProofRow {
    /// Whether a file it was printed from is not what the house works with now.
    pub(super) fn stale(&self, in_use: &[FileInUse]) -> bool {
        let printed: Vec<(i64, &str)> = self
            .files
            .iter()
            .map(|file| (file.file, file.sha256.as_str()))
            .collect();
        !shows_what_is_in_use(&printed, in_use)
    }

    /// What of it decides.
    pub(super) fn facts(&self, in_use: &[FileInUse]) -> ProofFacts {
        ProofFacts {
            round: self.round,
            lane: self.lane,
            stale: self.stale(in_use),
            checked: self.checked.is_some(),
            dummy: self.dummy.as_ref().map(|(_, _, dummy)| dummy.clone()),
            answer: self.answer.as_ref().map(|answer| answer.answer),
        }
    }
}

const PROOFS: &str = "SELECT p.id, p.order_id, p.round, p.lane, p.medium, p.compared, p.printed_at, a.name AS printed_by, \
     p.checked_at, b.name AS checked_by, p.checked_items, p.dummy_at, c.name AS dummy_by, p.in_order, p.colours, p.contents, \
     p.bound, p.folios, p.numbered_by, p.answer, p.answer_words, p.sample_id, s.number AS sample, g.signer_name, \
     g.medium AS signed_on, g.signed_at \
     FROM proofs p JOIN accounts a ON a.id = p.printed_by LEFT JOIN accounts b ON b.id = p.checked_by \
     LEFT JOIN accounts c ON c.id = p.dummy_by LEFT JOIN samples s ON s.id = p.sample_id \
     LEFT JOIN signatures g ON g.id = p.signature_id";

fn proof_from(row: &Row) -> Result<ProofRow, DeskError> {
    let lane: String = row.try_get("lane")?;
    let medium: String = row.try_get("medium")?;
    Ok(ProofRow {
        id: row.try_get("id")?,
        order: row.try_get("order_id")?,
        round: row.try_get("round")?,
        lane: Chosen::from_code(&lane).ok_or_else(|| unknown("proofs.lane", lane))?,
        medium: Medium::from_code(&medium).ok_or_else(|| unknown("proofs.medium", medium))?,
        compared: row.try_get::<i64, _>("compared")? != 0,
        printed_at: row.try_get("printed_at")?,
        printed_by: row.try_get("printed_by")?,
        checked: checked_from(row)?,
        dummy: dummy_from(row)?,
        answer: answer_from(row)?,
        files: Vec::new(),
    })
}

fn checked_from(row: &Row) -> Result<Option<(String, String, Vec<CheckItem>)>, DeskError> {
    let Some(at) = row.try_get::<Option<String>, _>("checked_at")? else {
        return Ok(None);
    };
    let items: String = row.try_get("checked_items")?;
    let read = serde_json::from_str(&items).map_err(|_| unknown("proofs.checked_items", items))?;
    Ok(Some((at, row.try_get("checked_by")?, read)))
}

fn dummy_from(row: &Row) -> Result<Option<(String, String, Dummy)>, DeskError> {
    let Some(at) = row.try_get::<Option<String>, _>("dummy_at")? else {
        return Ok(None);
    };
    let folios: String = row.try_get("folios")?;
    let ticked = |column: &'static str| -> Result<bool, sqlx::Error> {
        Ok(row.try_get::<i64, _>(column)? != 0)
    };
    let dummy = Dummy {
        in_order: ticked("in_order")?,
        colours: ticked("colours")?,
        contents: ticked("contents")?,
        bound: ticked("bound")?,
        folios: Folios::from_code(&folios).ok_or_else(|| unknown("proofs.folios", folios))?,
        numbered_by: row
            .try_get::<Option<String>, _>("numbered_by")?
            .unwrap_or_default(),
    };
    Ok(Some((at, row.try_get("dummy_by")?, dummy)))
}

fn answer_from(row: &Row) -> Result<Option<AnswerRow>, DeskError> {
    let Some(answer) = row.try_get::<Option<String>, _>("answer")? else {
        return Ok(None);
    };
    Ok(Some(AnswerRow {
        answer: Answer::from_code(&answer).ok_or_else(|| unknown("proofs.answer", answer))?,
        words: row
            .try_get::<Option<String>, _>("answer_words")?
            .unwrap_or_default(),
        signer: row.try_get("signer_name")?,
        recorded: row
            .try_get::<Option<String>, _>("signed_on")?
            .map(medium_from)
            .transpose()?,
        at: row.try_get("signed_at")?,
        sample: row.try_get("sample")?,
        sample_id: row.try_get("sample_id")?,
    }))
}

/// The proofs `clause` lets through, the latest round first.
async fn rows(
    connection: &mut Connection,
    clause: &str,
    id: i64,
) -> Result<Vec<ProofRow>, DeskError> {
    let sql = format!("{PROOFS} WHERE {clause} ORDER BY p.round DESC");
    let found = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_all(&mut *connection)
        .await?;
    let mut proofs: Vec<ProofRow> = found.iter().map(proof_from).collect::<Result<_, _>>()?;
    let sql = format!(
        "SELECT f.proof_id, f.file_id, f.sha256, r.name, r.version FROM proof_files f JOIN proofs p ON p.id = f.proof_id \
         JOIN received_files r ON r.id = f.file_id WHERE {clause} ORDER BY f.id"
    );
    let files = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_all(connection)
        .await?;
    for row in &files {
        let of: i64 = row.try_get("proof_id")?;
        if let Some(proof) = proofs.iter_mut().find(|proof| proof.id == of) {
            proof.files.push(ProofFileRow {
                file: row.try_get("file_id")?,
                name: row.try_get("name")?,
                version: row.try_get("version")?,
                sha256: row.try_get("sha256")?,
            });
        }
    }
    Ok(proofs)
}

/// The proofs of an order, the latest round first.
pub(super) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<ProofRow>, DeskError> {
    rows(connection, "p.order_id = $1", order).await
}

/// One proof.
pub(super) async fn proof(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<ProofRow>, DeskError> {
    Ok(rows(connection, "p.id = $1", id).await?.pop())
}

/// The lane of an order whose customer is not 直通, and what of its proof keeps the task sheet back.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn standing(
    connection: &mut Connection,
    facts: &OrderFacts,
    samples: &[Registered],
) -> Result<(Lane, Vec<ProofBlock>), DeskError> {
    let chosen = lane(connection, facts.id).await?.map(|row| row.lane);
    let correct = samples.iter().any(Registered::is_correct_sample);
    let lane = lane_of(false, chosen, correct);
    let Some(chosen) = chosen.filter(|_| matches!(lane, Lane::A | Lane::B)) else {
        return Ok((lane, Vec::new()));
    };
    let in_use = files_in_use(connection, facts.id).await?;
    let proofs = of_order(connection, facts.id).await?;
    let last = proofs.first().map(|proof| proof.facts(&in_use));
    let book = super::wire::is_book(&facts.specification);
    Ok((lane, proof_blocks(chosen, last.as_ref(), book)))
}

/// The proof an order in lane B goes by: it is handed to 工艺 with the sheet (S-4.2.3B-3).
#[derive(Clone, Debug)]
pub(crate) struct AgreedProof {
    /// Which round.
    pub(crate) round: i64,
    /// What it is.
    pub(crate) medium: Medium,
    /// Why lane B; none in lane A.
    pub(crate) reason: Option<LaneReason>,
    /// The sample it became.
    pub(crate) sample: String,
    /// Who signed it, and on what where it was recorded.
    pub(crate) signer: String,
    /// On what it was recorded (代录).
    pub(crate) recorded: Option<SignedOn>,
    /// When (UTC).
    pub(crate) at: String,
    /// Name, version and hash of each file it was printed from.
    pub(crate) files: Vec<(String, i64, String)>,
    /// Of which lane.
    pub(crate) lane: Chosen,
}

/// The proof that was agreed to last, if the order goes by one. Of what is issued it is the one that went with the sheet,
/// whatever file came since.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn agreed_proof(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<AgreedProof>, DeskError> {
    let order = facts.id;
    let Some(lane) = lane(connection, order).await? else {
        return Ok(None);
    };
    let proofs = of_order(connection, order).await?;
    let in_use = files_in_use(connection, order).await?;
    let issued = facts.issued;
    // After another lane was chosen the proofs of the first prove nothing, nor do those of an older version of a file.
    let Some(proof) = proofs
        .into_iter()
        .next()
        .filter(|proof| proof.lane == lane.lane && (issued || !proof.stale(&in_use)))
    else {
        return Ok(None);
    };
    let Some(answer) = proof
        .answer
        .filter(|answer| answer.answer == Answer::Agreed)
    else {
        return Ok(None);
    };
    Ok(Some(AgreedProof {
        round: proof.round,
        medium: proof.medium,
        reason: lane.reason,
        sample: answer.sample.unwrap_or_default(),
        signer: answer.signer,
        recorded: answer.recorded,
        at: answer.at,
        files: proof
            .files
            .into_iter()
            .map(|file| (file.name, file.version, file.sha256))
            .collect(),
        lane: proof.lane,
    }))
}
