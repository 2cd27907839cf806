//! 与客户沟通 (S-4.1.4b): one talk about as many findings as it was about.

use super::gate::{Outcome, Standing};
use super::stand::{FindingStand, keep_preflights, stands};
use super::wire::{FindingName, RecordContact};
use super::{FindingKind, PreflightRefusal, Severity};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::files::FileInUse;
use crate::orders::{OrderFacts, Said, order_facts, said_note, unknown_answer};
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

/// Characters of a stored moment up to its minute: nobody types seconds.
const TO_THE_MINUTE: usize = 16;

impl Desk {
    /// Enters whom of the customer one spoke to, when and how, about which findings, and what came of it: 按原样印 settles
    /// them, 换文件 waits for the next version. Answers the order.
    ///
    /// # Errors
    /// Refuses no finding, one that changed or is settled, a hint, a yes without words or to what is not as ordered or was
    /// not read, nobody, no way, a moment that has not come, and one before a finding was found.
    pub async fn record_file_contact(
        &self,
        actor: &Actor,
        request: &RecordContact,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let now = as_stored(self.now());
        let said = Said::of(&request.who, &request.at, &request.how, &now)?;
        let words = said_note("contact.words", &request.words)?;
        let outcome = Outcome::from_code(&request.outcome)
            .ok_or_else(|| unknown_answer("outcome", &request.outcome))?;
        if outcome == Outcome::AsIs && words.is_empty() {
            return Err(PreflightRefusal::AsIsWithoutWords.into());
        }
        let mut writer = self.begin(actor, Activity::ContactAboutFile).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        writer.about(Subject::Order(facts.id));
        let chosen = chosen(&mut writer, &facts, &request.findings).await?;
        let as_is = outcome == Outcome::AsIs;
        if let Some(one) = chosen
            .iter()
            .find(|one| as_is && one.kind.is_about_the_order())
        {
            let name = one.file.name.clone();
            return Err(PreflightRefusal::NotAsOrdered { name }.into());
        }
        if as_is {
            known(&chosen)?;
        }
        for one in &chosen {
            let minute = |moment: &str| moment.get(..TO_THE_MINUTE).map(str::to_owned);
            if minute(&said.at) < minute(&one.found_at) {
                let found_at = one.found_at.clone();
                return Err(PreflightRefusal::BeforeFound { found_at }.into());
            }
        }
        let recorded_at = as_stored(writer.at());
        writer.note("outcome", outcome.code());
        writer.note("count", chosen.len().to_string());
        let contact = writer
            .insert(
                "preflight_contacts",
                &[
                    ("order_id", facts.id.into()),
                    ("who", said.who.into()),
                    ("how", said.how.into()),
                    ("contacted_at", said.at.into()),
                    ("outcome", outcome.code().into()),
                    ("words", words.into()),
                    ("recorded_at", recorded_at.into()),
                    ("recorded_by", account.into()),
                ],
            )
            .await?;
        for one in chosen {
            let columns = [
                ("contact_id", contact.into()),
                ("finding_id", one.row.into()),
            ];
            writer.insert("preflight_answers", &columns).await?;
        }
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// A finding that is meant.
pub(super) struct Chosen {
    /// Its row.
    pub(super) row: i64,
    pub(super) hash: String,
    pub(super) found_at: String,
    pub(super) kind: FindingKind,
    /// The file it is of.
    pub(super) file: FileInUse,
}

/// Refuses to settle what nobody has looked at.
pub(super) fn known(chosen: &[Chosen]) -> Result<(), PreflightRefusal> {
    match chosen.iter().find(|one| one.kind.is_no_knowledge()) {
        Some(one) => Err(PreflightRefusal::NotLookedAt {
            name: one.file.name.clone(),
        }),
        None => Ok(()),
    }
}

/// The findings that are meant, entered by now; never one that is settled, changed or a hint.
///
/// # Errors
/// When one of them is, or none is meant.
pub(super) async fn chosen(
    writer: &mut Writer,
    facts: &OrderFacts,
    names: &[FindingName],
) -> Result<Vec<Chosen>, DeskError> {
    if names.is_empty() {
        return Err(PreflightRefusal::NothingChosen.into());
    }
    keep_preflights(writer, facts.id).await?;
    let stands = stands(writer, facts).await?;
    let mut chosen: Vec<Chosen> = Vec::with_capacity(names.len());
    for name in names {
        let file = stands.iter().find(|stand| stand.file.id == name.file_id);
        let is = |found: &&FindingStand| found.hash == name.hash;
        let (file, found) = file
            .and_then(|stand| Some((&stand.file, stand.findings.iter().find(is)?)))
            .ok_or(PreflightRefusal::FoundNoMore)?;
        if found.finding.severity == Severity::Hint {
            return Err(PreflightRefusal::OnlyAHint.into());
        }
        if matches!(found.standing, Standing::AsIs | Standing::Waived) {
            return Err(PreflightRefusal::SettledAlready.into());
        }
        let kept = found.kept.as_ref().ok_or(PreflightRefusal::FoundNoMore)?;
        // The same content twice for one component has each finding once.
        if chosen.iter().any(|one| one.row == kept.id) {
            continue;
        }
        chosen.push(Chosen {
            row: kept.id,
            hash: found.hash.clone(),
            found_at: kept.found_at.clone(),
            kind: found.finding.kind,
            file: file.clone(),
        });
    }
    Ok(chosen)
}
