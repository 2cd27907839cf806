//! 资料审核: somebody looked at the material and says so.

use super::rules::craft_hash;
use super::{MaterialRefusal, queries, settle};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::{OrderFacts, OrderRefusal, must_be_as_shown, order_facts};
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Records that the material was looked at as it stands: 合理 without any finding, 不合理 where findings were settled
    /// with the customer. Answers the order.
    ///
    /// # Errors
    /// Refuses while a finding is open, an order that is no longer what was shown, and one that is released.
    pub async fn audit_material(
        &self,
        actor: &Actor,
        order: i64,
        revision: i64,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut writer = self.begin(actor, Activity::AuditMaterial).await?;
        let facts = material_of(&mut writer, order).await?;
        must_be_as_shown(&mut writer, order, revision).await?;
        let view = queries::material_view(&mut writer, &facts).await?;
        let open = view.findings.iter().filter(|it| it.state.blocks()).count();
        if open > 0 {
            return Err(MaterialRefusal::FindingsOpen { count: open }.into());
        }
        let settled = view.findings.iter().any(|it| it.closed_at.is_none());
        let result = if settled { "unsound" } else { "sound" };
        enter_audit(&mut writer, &facts, result).await?;
        writer.note("result", result);
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }
}

/// The order whose material is looked at, its findings brought in line.
pub(super) async fn material_of(writer: &mut Writer, order: i64) -> Result<OrderFacts, DeskError> {
    let facts = order_facts(writer, order).await?;
    if facts.issued {
        return Err(OrderRefusal::Released.into());
    }
    settle(writer, &facts).await?;
    writer.about(Subject::Order(order));
    writer.note("number", facts.number.as_str());
    Ok(facts)
}

/// Enters who looked at it, when, and what came of it, over what stands there now.
pub(super) async fn enter_audit(
    writer: &mut Writer,
    facts: &OrderFacts,
    result: &'static str,
) -> Result<(), DeskError> {
    let account = writer.actor().account()?;
    let at = as_stored(writer.at());
    let columns = [
        ("order_id", facts.id.into()),
        ("result", result.into()),
        ("content_hash", craft_hash(&facts.specification).into()),
        ("audited_at", at.into()),
        ("audited_by", account.into()),
    ];
    writer.insert("material_audits", &columns).await?;
    Ok(())
}
