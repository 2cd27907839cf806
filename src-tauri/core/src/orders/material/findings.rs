//! 不合理: written down by a person, settled with the customer, mended.

use super::audit_material::material_of;
use super::points::must_be_listed;
use super::queries;
use super::rules::{Kept, Outcome, may_stay};
use super::settle::close;
use super::wire::{AddFinding, SettleFinding};
use super::{MaterialRefusal, wire};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::orders::said::{self, Said};
use crate::orders::{OrderRefusal, label_of};
use crate::storage::Writer;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Writes down what is not as it must be; of one field, or of the order as a whole, in a point of the check list or in none.
    /// Answers the order.
    ///
    /// # Errors
    /// Refuses nothing said, a field or a point there is none of, and an order that is released.
    pub async fn add_finding(
        &self,
        actor: &Actor,
        request: &AddFinding,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let words = said::note("finding.words", &request.words)?;
        if words.is_empty() {
            return Err(MaterialRefusal::NothingFound.into());
        }
        let mut writer = self.begin(actor, Activity::AddFinding).await?;
        let facts = material_of(&mut writer, request.order_id).await?;
        let path = request.path.trim();
        if !path.is_empty() && label_of(&facts.specification, path) == path {
            return Err(MaterialRefusal::NoSuchField.into());
        }
        let point = request.point.trim();
        if !point.is_empty() {
            must_be_listed(&facts.rules.material_points, point)?;
            writer.note("point", point);
        }
        let at = as_stored(writer.at());
        let columns = [
            ("order_id", facts.id.into()),
            ("code", "".into()),
            ("point", point.into()),
            ("path", path.into()),
            ("params", "{}".into()),
            ("words", words.into()),
            ("value_hash", queries::about_field(&facts, path).into()),
            ("found_at", at.into()),
            ("found_by", account.into()),
            ("outcome_words", "".into()),
        ];
        writer.insert("material_findings", &columns).await?;
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }

    /// Enters whom of the customer one spoke to about a finding, when and how, and what came of it. It holds for what the
    /// finding is about now. Answers the order.
    ///
    /// # Errors
    /// Refuses a finding that is closed or that there is none of, what cannot be made at all, an outcome without words where the order is made as it
    /// is, nobody, no way, and a moment that has not come.
    pub async fn settle_finding(
        &self,
        actor: &Actor,
        request: &SettleFinding,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let now = as_stored(self.now());
        let said = Said::of(&request.who, &request.at, &request.how, &now)?;
        let words = said::note("outcome.words", &request.words)?;
        let outcome = Outcome::from_code(&request.outcome)
            .ok_or_else(|| said::unknown("outcome", &request.outcome))?;
        let mut writer = self.begin(actor, Activity::SettleFinding).await?;
        let facts = material_of(&mut writer, request.order_id).await?;
        let kept = open_finding(&mut writer, request.order_id, &request.finding).await?;
        let hash = queries::about(&facts, &kept).ok_or(MaterialRefusal::FindingClosed)?;
        if outcome == Outcome::AsIs {
            if !may_stay(&kept.code) {
                return Err(MaterialRefusal::CannotBeMade.into());
            }
            if words.is_empty() {
                return Err(MaterialRefusal::AsIsWithoutWords.into());
            }
        }
        let at = as_stored(writer.at());
        let columns = [
            ("contact_who", said.who.into()),
            ("contact_at", said.at.into()),
            ("contact_how", said.how.into()),
            ("outcome", outcome.code().into()),
            ("outcome_words", words.into()),
            ("outcome_hash", hash.into()),
            ("decided_at", at.into()),
            ("decided_by", account.into()),
        ];
        writer
            .update("material_findings", kept.id, &columns)
            .await?;
        writer.note("outcome", outcome.code());
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }

    /// Closes a finding somebody wrote down: what the customer agreed to has been done. What a rule found closes by itself.
    /// Answers the order.
    ///
    /// # Errors
    /// Refuses a finding of a rule, one the customer was not asked about, one that is closed, and one there is none of.
    pub async fn mend_finding(&self, actor: &Actor, finding: i64) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut writer = self.begin(actor, Activity::MendFinding).await?;
        let (order, found) = queries::finding(&mut writer, finding)
            .await?
            .ok_or(Failure::Missing("material_findings"))?;
        material_of(&mut writer, order).await?;
        if found.kept.closed {
            return Err(MaterialRefusal::FindingClosed.into());
        }
        if !found.kept.code.is_empty() {
            return Err(MaterialRefusal::MendedByTheOrder.into());
        }
        if !matches!(found.kept.outcome, Some(Outcome::Change | Outcome::Drop)) {
            return Err(MaterialRefusal::NotAgreed.into());
        }
        close(&mut writer, finding, "mended").await?;
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }
}

/// The finding that is meant, by its row or by what it is about; never one that is closed.
async fn open_finding(
    writer: &mut Writer,
    order: i64,
    named: &wire::NamedFinding,
) -> Result<Kept, DeskError> {
    let all = queries::findings(writer, order).await?;
    let meant = |kept: &Kept| match named.id {
        Some(id) => kept.id == id,
        None => !kept.closed && kept.code == named.code && kept.path == named.path,
    };
    let found = all
        .into_iter()
        .map(|finding| finding.kept)
        .find(|kept| meant(kept));
    match found {
        None => Err(OrderRefusal::ChangedMeanwhile.into()),
        Some(kept) if kept.closed => Err(MaterialRefusal::FindingClosed.into()),
        Some(kept) => Ok(kept),
    }
}
