//! 资料审核: somebody looked at the material and says so.

use super::points::{Point, PointResult, audited_points};
use super::rules::craft_hash;
use super::{AuditMaterial, MaterialRefusal, queries, settle};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::{OrderFacts, OrderRefusal, must_be_as_shown, order_facts};
use crate::storage::{NewRow, Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Records that the material was looked at as it stands, point by point of the list of the order's day: 合理 without any
    /// finding, 不合理 where findings were settled with the customer. Answers the order.
    ///
    /// # Errors
    /// Refuses while a finding is open, a point there is none of, one as 不适用 of which a finding stands, an order or a list that is
    /// no longer what was shown, and an order that is released.
    pub async fn audit_material(
        &self,
        actor: &Actor,
        request: &AuditMaterial,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let (order, not_applicable) = (request.order_id, &request.not_applicable);
        let mut writer = self.begin(actor, Activity::AuditMaterial).await?;
        let facts = material_of(&mut writer, order).await?;
        must_be_as_shown(&mut writer, order, request.revision).await?;
        let view = queries::material_view(&mut writer, &facts).await?;
        // What nobody was shown, nobody looked at.
        if !view
            .points
            .iter()
            .map(|point| &point.name)
            .eq(&request.points)
        {
            return Err(OrderRefusal::ChangedMeanwhile.into());
        }
        let list = &facts.rules.material_points;
        let points = audited_points(list, &view.unsound_points(), not_applicable)?;
        let open = view.findings.iter().filter(|it| it.state.blocks()).count();
        if open > 0 {
            return Err(MaterialRefusal::FindingsOpen { count: open }.into());
        }
        let settled = view.findings.iter().any(|it| it.closed_at.is_none());
        let result = if settled { "unsound" } else { "sound" };
        let last = view.findings.iter().filter_map(|it| it.id).max();
        let columns = [
            ("order_id", order.into()),
            ("result", result.into()),
            ("content_hash", craft_hash(&facts.specification).into()),
            ("audited_at", as_stored(writer.at()).into()),
            ("audited_by", account.into()),
            ("last_finding", last.unwrap_or_default().into()),
        ];
        let audit = writer.insert("material_audits", &columns).await?;
        writer.insert_all(&rows_of(audit, &points)).await?;
        writer.note("result", result);
        note_points(&mut writer, &points);
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

/// The points of an audit as rows, in the order they were looked at.
fn rows_of(audit: i64, points: &[Point]) -> Vec<NewRow> {
    let row = |point: &Point| {
        let columns = vec![
            ("audit_id", audit.into()),
            ("point", point.name.as_str().into()),
            ("result", point.result.code().into()),
        ];
        ("material_audit_points", columns)
    };
    points.iter().map(row).collect()
}

/// What the story tells of the points: which were 不合理, and how many did not apply.
fn note_points(writer: &mut Writer, points: &[Point]) {
    let of = |result| points.iter().filter(move |point| point.result == result);
    let unsound: Vec<&str> = of(PointResult::Unsound)
        .map(|point| point.name.as_str())
        .collect();
    if !unsound.is_empty() {
        writer.note("unsound", unsound.join("、"));
    }
    let not_applicable = of(PointResult::NotApplicable).count();
    if not_applicable > 0 {
        writer.note("not_applicable", not_applicable.to_string());
    }
}
