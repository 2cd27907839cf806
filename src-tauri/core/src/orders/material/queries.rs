//! Audits and findings in the database.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::points::{Point, PointResult, standing_points};
use super::rules::{
    FindingState, Found, Kept, MaterialBlock, Outcome, Over, blocks, craft_hash, found, may_stay,
    now_of, standing, value_hash,
};
use super::wire::{AuditView, FindingView, MaterialView, OutcomeView};
use crate::error::{DeskError, Failure};
use crate::orders::{OrderFacts, label_of};
use crate::storage::{Connection, Row};

/// A finding as its row has it.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) kept: Kept,
    point: String,
    params: String,
    words: String,
    found_at: String,
    found_by: Option<String>,
    outcome: Option<OutcomeView>,
    closed_at: Option<String>,
    closed_by: Option<String>,
    closed_how: Option<String>,
}

/// All findings of an order, the earliest first.
pub(super) async fn findings(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<Finding>, DeskError> {
    let rows = sqlx::query(
        "SELECT f.*, a.name AS found_by_name, d.name AS decided_by_name, c.name AS closed_by_name FROM material_findings f \
         LEFT JOIN accounts a ON a.id = f.found_by LEFT JOIN accounts d ON d.id = f.decided_by \
         LEFT JOIN accounts c ON c.id = f.closed_by WHERE f.order_id = $1 ORDER BY f.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    rows.iter().map(finding_from).collect()
}

fn finding_from(row: &Row) -> Result<Finding, DeskError> {
    let texts = |column: &str| row.try_get::<Option<String>, _>(column);
    let outcome = texts("outcome")?
        .map(|code| {
            Outcome::from_code(&code).ok_or(Failure::UnknownValue {
                what: "material_findings.outcome",
                value: code,
            })
        })
        .transpose()?;
    let closed_at = texts("closed_at")?;
    let shown = outcome.map(|outcome| -> Result<OutcomeView, DeskError> {
        Ok(OutcomeView {
            outcome,
            words: row.try_get("outcome_words")?,
            who: texts("contact_who")?.unwrap_or_default(),
            at: texts("contact_at")?.unwrap_or_default(),
            how: texts("contact_how")?.unwrap_or_default(),
            recorded_by: texts("decided_by_name")?.unwrap_or_default(),
        })
    });
    Ok(Finding {
        kept: Kept {
            id: row.try_get("id")?,
            code: row.try_get("code")?,
            path: row.try_get("path")?,
            value_hash: row.try_get("value_hash")?,
            outcome,
            outcome_hash: texts("outcome_hash")?.unwrap_or_default(),
            closed: closed_at.is_some(),
            gone: texts("closed_how")?.is_some_and(|how| how == "gone"),
        },
        point: row.try_get("point")?,
        params: row.try_get("params")?,
        words: row.try_get("words")?,
        found_at: row.try_get("found_at")?,
        found_by: texts("found_by_name")?,
        outcome: shown.transpose()?,
        closed_at,
        closed_by: texts("closed_by_name")?,
        closed_how: texts("closed_how")?,
    })
}

/// One finding with the order it belongs to.
pub(super) async fn finding(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<(i64, Finding)>, DeskError> {
    let row = sqlx::query("SELECT order_id FROM material_findings WHERE id = $1")
        .bind(id)
        .fetch_optional(&mut *connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let order: i64 = row.try_get("order_id")?;
    let all = findings(connection, order).await?;
    let one = all.into_iter().find(|finding| finding.kept.id == id);
    Ok(one.map(|finding| (order, finding)))
}

/// An audit as its row has it.
struct Audit {
    id: i64,
    over: Over,
    sound: bool,
    at: String,
    by: String,
}

/// The latest audit of an order.
async fn latest_audit(connection: &mut Connection, order: i64) -> Result<Option<Audit>, DeskError> {
    let row = sqlx::query(
        "SELECT m.id, m.result, m.content_hash, m.last_finding, m.audited_at, a.name FROM material_audits m JOIN accounts a ON a.id = m.audited_by \
         WHERE m.order_id = $1 ORDER BY m.id DESC LIMIT 1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let result: String = row.try_get("result")?;
        Ok(Audit {
            id: row.try_get("id")?,
            over: Over {
                hash: row.try_get("content_hash")?,
                last_finding: row.try_get("last_finding")?,
            },
            sound: result == "sound",
            at: row.try_get("audited_at")?,
            by: row.try_get("name")?,
        })
    })
    .transpose()
}

/// What an audit recorded of its points, in the order they were looked at.
async fn points_of(connection: &mut Connection, audit: i64) -> Result<Vec<Point>, DeskError> {
    let rows = sqlx::query(
        "SELECT point, result FROM material_audit_points WHERE audit_id = $1 ORDER BY id",
    )
    .bind(audit)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let code: String = row.try_get("result")?;
            let result = PointResult::from_code(&code).ok_or(Failure::UnknownValue {
                what: "material_audit_points.result",
                value: code,
            })?;
            Ok(Point {
                name: row.try_get("point")?,
                result,
            })
        })
        .collect()
}

/// What of the material keeps the task sheet back.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn material_blocks(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<MaterialBlock>, DeskError> {
    let (kept, found) = read(connection, facts).await?;
    let audit = latest_audit(connection, facts.id).await?;
    let now = craft_hash(&facts.specification);
    let states = stand(facts, &kept, &found)
        .into_iter()
        .map(|(_, state)| state)
        .chain(unkept(&kept, &found).map(|_| FindingState::Open));
    Ok(blocks(
        states,
        audit.map(|audit| audit.over.is_stale(&now, kept.iter().map(|row| &row.kept))),
    ))
}

/// Whether the rules find anything in the material of an order: without, and while nothing was found or audited before, no row
/// is looked for.
pub(crate) fn anything_found(facts: &OrderFacts) -> bool {
    !found(&facts.specification, &facts.rules).is_empty()
}

async fn read(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<(Vec<Finding>, Vec<Found>), DeskError> {
    let kept = findings(connection, facts.id).await?;
    Ok((kept, found(&facts.specification, &facts.rules)))
}

fn stand<'a>(
    facts: &OrderFacts,
    kept: &'a [Finding],
    found: &[Found],
) -> Vec<(&'a Finding, FindingState)> {
    let state = |finding: &Finding| {
        let now = now_of(&facts.specification, found, &finding.kept);
        standing(&finding.kept, now.as_deref())
    };
    kept.iter()
        .map(|finding| (finding, state(finding)))
        .collect()
}

/// Findings no act has entered yet: of an order that was last changed before there were any.
fn unkept<'a>(kept: &'a [Finding], found: &'a [Found]) -> impl Iterator<Item = &'a Found> {
    found.iter().filter(|found| {
        let same = |row: &Finding| row.kept.code == found.code && row.kept.path == found.path;
        !kept.iter().any(|row| !row.kept.closed && same(row))
    })
}

/// The audit of an order as its page shows it: what is open first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn material_view(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<MaterialView, DeskError> {
    let (kept, found) = read(connection, facts).await?;
    let now = craft_hash(&facts.specification);
    let audit = match latest_audit(connection, facts.id).await? {
        None => None,
        Some(audit) => Some(AuditView {
            stale: audit.over.is_stale(&now, kept.iter().map(|row| &row.kept)),
            points: points_of(connection, audit.id).await?,
            sound: audit.sound,
            at: audit.at,
            by: audit.by,
        }),
    };
    let mut findings = Vec::new();
    for (finding, state) in stand(facts, &kept, &found) {
        let by_rule = found
            .iter()
            .find(|found| found.code == finding.kept.code && found.path == finding.kept.path);
        let params = match by_rule.filter(|_| state != FindingState::Closed) {
            Some(found) => found.params.clone(),
            None => params_of(&finding.params)?,
        };
        findings.push(FindingView {
            id: Some(finding.kept.id),
            code: finding.kept.code.clone(),
            label: label(facts, &finding.kept.path),
            path: finding.kept.path.clone(),
            point: finding.point.clone(),
            params,
            words: finding.words.clone(),
            state,
            may_stay: may_stay(&finding.kept.code),
            at: finding.found_at.clone(),
            by: finding.found_by.clone().unwrap_or_default(),
            outcome: finding.outcome.clone(),
            closed_at: finding.closed_at.clone(),
            closed_by: finding.closed_by.clone().unwrap_or_default(),
            closed_how: finding.closed_how.clone().unwrap_or_default(),
        });
    }
    findings.extend(unkept(&kept, &found).map(|found| FindingView {
        id: None,
        code: found.code.clone(),
        label: label(facts, &found.path),
        path: found.path.clone(),
        point: String::new(),
        params: found.params.clone(),
        words: String::new(),
        state: FindingState::Open,
        may_stay: may_stay(&found.code),
        at: String::new(),
        by: String::new(),
        outcome: None,
        closed_at: None,
        closed_by: String::new(),
        closed_how: String::new(),
    }));
    findings.sort_by_key(|finding| match finding.state {
        state if state.blocks() => 0,
        FindingState::Closed => 2,
        _ => 1,
    });
    let mut view = MaterialView {
        audit,
        findings,
        points: Vec::new(),
    };
    let list = &facts.rules.material_points;
    view.points = standing_points(list, &view.unsound_points(), &view.last_not_applicable());
    Ok(view)
}

fn label(facts: &OrderFacts, path: &str) -> String {
    if path.is_empty() {
        String::new()
    } else {
        label_of(&facts.specification, path)
    }
}

fn params_of(stored: &str) -> Result<BTreeMap<String, String>, Failure> {
    serde_json::from_str(stored).map_err(|_| Failure::UnknownValue {
        what: "material_findings.params",
        value: stored.chars().take(80).collect(),
    })
}

/// What a finding is about at present, for an outcome that is given to it now.
pub(super) fn about(facts: &OrderFacts, kept: &Kept) -> Option<String> {
    let found = found(&facts.specification, &facts.rules);
    now_of(&facts.specification, &found, kept)
}

/// What a person's finding in a field is about at present.
pub(super) fn about_field(facts: &OrderFacts, path: &str) -> String {
    value_hash(&facts.specification, "", path, &BTreeMap::new())
}
