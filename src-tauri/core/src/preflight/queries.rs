//! Readings, checks, findings and what came of them, in the database.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::gate::Outcome;
use super::reading::Reading;
use super::wire::{ContactView, GivenBefore, VersionSide, WaiverView};
use super::{Finding, Item, ItemResult, Severity};
use crate::accounts::queries::medium_from;
use crate::error::{DeskError, Failure};
use crate::files::Examined;
use crate::inspector::Comparison;
use crate::inspector::press::READER;
use crate::storage::{Connection, Row};

/// A received file, as far as reading it asks.
pub(super) struct FileToRead {
    pub(super) order: i64,
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) examined: Examined,
}

pub(super) async fn file(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<FileToRead>, DeskError> {
    let row =
        sqlx::query("SELECT order_id, name, sha256, inspected FROM received_files WHERE id = $1")
            .bind(id)
            .fetch_optional(connection)
            .await?;
    row.map(|row| {
        let inspected: String = row.try_get("inspected")?;
        Ok(FileToRead {
            examined: serde_json::from_str(&inspected).map_err(|_| Failure::UnknownValue {
                what: "received_files.inspected",
                value: inspected,
            })?,
            order: row.try_get("order_id")?,
            name: row.try_get("name")?,
            sha256: row.try_get("sha256")?,
        })
    })
    .transpose()
}

/// What was read of a content by the reader of today.
pub(super) async fn reading(
    connection: &mut Connection,
    sha256: &str,
) -> Result<Option<Reading>, DeskError> {
    let row = sqlx::query("SELECT reading FROM press_readings WHERE sha256 = $1 AND reader = $2")
        .bind(sha256.to_owned())
        .bind(READER)
        .fetch_optional(connection)
        .await?;
    row.map(|row| Ok(Reading::unpacked(&row.try_get::<String, _>("reading")?)?))
        .transpose()
}

/// The row of what was read of a content, by whichever reader.
pub(super) async fn reading_row(
    connection: &mut Connection,
    sha256: &str,
) -> Result<Option<i64>, DeskError> {
    let row = sqlx::query("SELECT id FROM press_readings WHERE sha256 = $1")
        .bind(sha256.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("id")).transpose()?)
}

/// The row in which a file waits.
pub(super) async fn queue_row(
    connection: &mut Connection,
    file: i64,
) -> Result<Option<i64>, DeskError> {
    let row = sqlx::query("SELECT id FROM preflight_queue WHERE file_id = $1")
        .bind(file)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("id")).transpose()?)
}

/// Whether the reading of a file was called off.
pub(super) async fn called_off(connection: &mut Connection, file: i64) -> Result<bool, DeskError> {
    let row = sqlx::query("SELECT id FROM preflight_queue WHERE file_id = $1 AND called_off = 1")
        .bind(file)
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// Rows and files that wait behind the row `after` and are in use, the first received first.
pub(super) async fn waiting(
    connection: &mut Connection,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, i64)>, DeskError> {
    let rows = sqlx::query(
        "SELECT q.id, q.file_id FROM preflight_queue q JOIN received_files f ON f.id = q.file_id JOIN file_places p ON p.id = f.place_id \
         WHERE q.id > $1 AND q.called_off = 0 AND p.out_reason = '' \
         AND NOT EXISTS (SELECT 1 FROM received_files n WHERE n.place_id = f.place_id AND n.version > f.version) \
         ORDER BY q.id LIMIT $2",
    )
    .bind(after)
    .bind(most)
    .fetch_all(connection)
    .await?;
    let pairs = rows
        .iter()
        .map(|row| Ok((row.try_get("id")?, row.try_get("file_id")?)));
    Ok(pairs.collect::<Result<_, sqlx::Error>>()?)
}

/// A check of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Check {
    pub(super) by_hand: bool,
    pub(super) held_against: String,
    pub(super) at: String,
    pub(super) by: String,
    /// What somebody answered item by item who looked by hand; none of what was looked at before that was kept.
    pub(super) items: Vec<(Item, ItemResult)>,
}

/// The last check of a file by the program, or by hand, and what it found.
pub(super) async fn last_check(
    connection: &mut Connection,
    file: i64,
    by_hand: bool,
) -> Result<Option<(Check, Vec<Finding>)>, DeskError> {
    let row = sqlx::query(
        "SELECT c.held_against, c.results, c.checked_at, c.items, a.name FROM preflights c JOIN accounts a ON a.id = c.checked_by \
         WHERE c.file_id = $1 AND c.by_hand = $2 ORDER BY c.id DESC LIMIT 1",
    )
    .bind(file)
    .bind(i64::from(by_hand))
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let results: String = row.try_get("results")?;
        let items = row
            .try_get::<Option<String>, _>("items")?
            .unwrap_or_else(|| "[]".to_owned());
        let check = Check {
            items: serde_json::from_str(&items).map_err(|_| Failure::UnknownValue {
                what: "preflights.items",
                value: items.chars().take(80).collect(),
            })?,
            by_hand,
            held_against: row.try_get("held_against")?,
            at: row.try_get("checked_at")?,
            by: row.try_get("name")?,
        };
        let findings = serde_json::from_str(&results).map_err(|_| Failure::UnknownValue {
            what: "preflights.results",
            value: results.chars().take(80).collect(),
        })?;
        Ok((check, findings))
    })
    .transpose()
}

/// An entered finding and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) id: i64,
    component: String,
    sha256: String,
    hash: String,
    pub(super) found_at: String,
    /// What the customer said, the earliest first.
    pub(super) outcomes: Vec<Outcome>,
    /// The talks about it, alike.
    pub(super) contacts: Vec<ContactView>,
    pub(super) waiver: Option<WaiverView>,
}

impl Kept {
    /// Whether it is exactly that finding of exactly that content for that component.
    pub(super) fn is(&self, component: &str, sha256: &str, hash: &str) -> bool {
        self.component == component && self.sha256 == sha256 && self.hash == hash
    }
}

/// The entered findings of an order.
pub(super) async fn kept(connection: &mut Connection, order: i64) -> Result<Vec<Kept>, DeskError> {
    let rows = sqlx::query(
        "SELECT f.id, f.component, f.sha256, f.finding_hash, f.found_at, w.reason, s.signer_name, s.signed_at, s.medium \
         FROM preflight_findings f LEFT JOIN preflight_waivers w ON w.finding_id = f.id \
         LEFT JOIN signatures s ON s.id = w.signature_id WHERE f.order_id = $1 ORDER BY f.id",
    )
    .bind(order)
    .fetch_all(&mut *connection)
    .await?;
    let mut talks = talks(connection, order).await?;
    let kept = |row: &Row| -> Result<Kept, DeskError> {
        let id: i64 = row.try_get("id")?;
        let said = talks.remove(&id).unwrap_or_default();
        let waiver = row
            .try_get::<Option<String>, _>("reason")?
            .map(|reason| -> Result<WaiverView, DeskError> {
                let medium: Option<String> = row.try_get("medium")?;
                Ok(WaiverView {
                    reason,
                    by: row.try_get("signer_name")?,
                    at: row.try_get("signed_at")?,
                    recorded: medium.map(medium_from).transpose()?,
                })
            })
            .transpose()?;
        Ok(Kept {
            id,
            component: row.try_get("component")?,
            sha256: row.try_get("sha256")?,
            hash: row.try_get("finding_hash")?,
            found_at: row.try_get("found_at")?,
            outcomes: said.iter().map(|contact| contact.outcome).collect(),
            contacts: said,
            waiver,
        })
    };
    rows.iter().map(kept).collect()
}

/// The talks with the customer, by the findings they were about, the earliest first.
async fn talks(
    connection: &mut Connection,
    order: i64,
) -> Result<BTreeMap<i64, Vec<ContactView>>, DeskError> {
    let rows = sqlx::query(
        "SELECT n.finding_id, c.who, c.how, c.contacted_at, c.outcome, c.words, a.name FROM preflight_answers n \
         JOIN preflight_contacts c ON c.id = n.contact_id JOIN accounts a ON a.id = c.recorded_by \
         WHERE c.order_id = $1 ORDER BY c.id, n.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let mut talks: BTreeMap<i64, Vec<ContactView>> = BTreeMap::new();
    for row in &rows {
        let outcome: String = row.try_get("outcome")?;
        let contact = ContactView {
            who: row.try_get("who")?,
            how: row.try_get("how")?,
            at: row.try_get("contacted_at")?,
            outcome: Outcome::from_code(&outcome).ok_or(Failure::UnknownValue {
                what: "preflight_contacts.outcome",
                value: outcome,
            })?,
            words: row.try_get("words")?,
            recorded_by: row.try_get("name")?,
        };
        talks
            .entry(row.try_get("finding_id")?)
            .or_default()
            .push(contact);
    }
    Ok(talks)
}

/// When an 错误 was found, and when the customer was first spoken to about it (UTC).
pub(crate) struct ErrorTimes {
    pub(crate) found_at: String,
    pub(crate) told_at: Option<String>,
    /// 下单日期 of the order it was found on.
    pub(crate) order_date: Option<String>,
}

/// The times of each 错误 found since `since` (UTC, as stored).
pub(crate) async fn error_times(
    connection: &mut Connection,
    since: &str,
) -> Result<Vec<ErrorTimes>, DeskError> {
    let rows = sqlx::query(
        "SELECT f.finding, f.found_at, (SELECT MIN(c.contacted_at) FROM preflight_answers n JOIN preflight_contacts c ON c.id = n.contact_id \
         WHERE n.finding_id = f.id) AS told_at, o.order_date FROM preflight_findings f JOIN orders o ON o.id = f.order_id WHERE f.found_at >= $1 ORDER BY f.id",
    )
    .bind(since.to_owned())
    .fetch_all(connection)
    .await?;
    let mut times = Vec::new();
    for row in &rows {
        let told: String = row.try_get("finding")?;
        let finding: Finding = serde_json::from_str(&told).map_err(|_| Failure::UnknownValue {
            what: "preflight_findings.finding",
            value: told,
        })?;
        if finding.severity == Severity::Error {
            times.push(ErrorTimes {
                found_at: row.try_get("found_at")?,
                told_at: row.try_get("told_at")?,
                order_date: row.try_get("order_date")?,
            });
        }
    }
    Ok(times)
}

fn side(row: &Row) -> Result<VersionSide, DeskError> {
    Ok(VersionSide {
        version: row.try_get("version")?,
        sha256: row.try_get("sha256")?,
    })
}

/// What one content changed of another, as it was compared before.
pub(super) async fn comparison(
    connection: &mut Connection,
    before: &str,
    after: &str,
) -> Result<Option<Comparison>, DeskError> {
    let row = sqlx::query(
        "SELECT comparison FROM version_comparisons WHERE before_sha256 = $1 AND after_sha256 = $2",
    )
    .bind(before.to_owned())
    .bind(after.to_owned())
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let told: String = row.try_get("comparison")?;
        let unknown = |_| Failure::UnknownValue {
            what: "version_comparisons.comparison",
            value: told.chars().take(80).collect(),
        };
        Ok(serde_json::from_str(&told).map_err(unknown)?)
    })
    .transpose()
}

/// A received file as one of two versions.
pub(super) async fn version(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<VersionSide>, DeskError> {
    let row = sqlx::query("SELECT version, sha256 FROM received_files WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(side).transpose()
}

/// The version before it in its place.
pub(super) async fn version_before(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<VersionSide>, DeskError> {
    let row = sqlx::query(
        "SELECT b.version, b.sha256 FROM received_files f JOIN received_files b ON b.place_id = f.place_id AND b.version < f.version \
         WHERE f.id = $1 ORDER BY b.version DESC LIMIT 1",
    )
    .bind(id)
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(side).transpose()
}

/// What was given on its order before it came in: the latest stamp of each sample, 审核, the customer's signature, opinions,
/// the task sheet; what of the version before lies in the prepress folder; and what the customer answered about it.
pub(super) async fn given_before(
    connection: &mut Connection,
    id: i64,
) -> Result<Vec<GivenBefore>, DeskError> {
    const GIVEN: [&str; 12] = [
        "SELECT 'stamp' AS kind, s.number AS what, g.signer_name AS given_by, g.signed_at AS given_at, COALESCE(g.medium, '') AS medium FROM received_files f \
         JOIN samples s ON s.order_id = f.order_id JOIN stamps t ON t.sample_id = s.id JOIN signatures g ON g.id = t.signature_id \
         WHERE f.id = $1 AND g.signed_at < f.received_at AND t.id = (SELECT MAX(n.id) FROM stamps n WHERE n.sample_id = s.id) \
         AND NOT EXISTS (SELECT 1 FROM stamp_voids v WHERE v.stamp_id = t.id) ORDER BY s.id",
        "SELECT 'proof' AS kind, CAST(p.round AS TEXT) AS what, '' AS given_by, p.printed_at AS given_at, '' AS medium FROM received_files f \
         JOIN received_files b ON b.place_id = f.place_id AND b.version < f.version AND b.sha256 <> f.sha256 \
         JOIN proofs p ON p.order_id = f.order_id \
         WHERE f.id = $1 AND EXISTS (SELECT 1 FROM proof_files x WHERE x.proof_id = p.id AND x.file_id = b.id) ORDER BY p.id",
        "SELECT 'position' AS kind, p.name AS what, '' AS given_by, '' AS given_at, '' AS medium FROM received_files f \
         JOIN positions p ON p.place_id = f.place_id WHERE f.id = $1 AND p.sha256 <> f.sha256 ORDER BY p.id",
        "SELECT 'check' AS kind, '' AS what, g.signer_name AS given_by, g.signed_at AS given_at, COALESCE(g.medium, '') AS medium FROM received_files f \
         JOIN order_checks c ON c.order_id = f.order_id JOIN signatures g ON g.id = c.signature_id \
         WHERE f.id = $1 AND g.signed_at < f.received_at AND c.id = (SELECT MAX(n.id) FROM order_checks n WHERE n.order_id = f.order_id)",
        "SELECT 'customer' AS kind, '' AS what, g.signer_name AS given_by, g.signed_at AS given_at, COALESCE(g.medium, '') AS medium FROM received_files f \
         JOIN customer_signatures c ON c.order_id = f.order_id JOIN signatures g ON g.id = c.signature_id \
         WHERE f.id = $1 AND g.signed_at < f.received_at AND c.id = (SELECT MAX(n.id) FROM customer_signatures n WHERE n.order_id = f.order_id)",
        "SELECT 'opinion' AS kind, '' AS what, g.signer_name AS given_by, g.signed_at AS given_at, COALESCE(g.medium, '') AS medium FROM received_files f \
         JOIN reviews r ON r.order_id = f.order_id JOIN review_opinions o ON o.review_id = r.id JOIN signatures g ON g.id = o.signature_id \
         WHERE f.id = $1 AND g.signed_at < f.received_at ORDER BY o.id",
        "SELECT 'prepress' AS kind, b.name AS what, '' AS given_by, '' AS given_at, '' AS medium FROM received_files f \
         JOIN received_files b ON b.place_id = f.place_id AND b.version < f.version JOIN prepress_copies c ON c.file_id = b.id \
         WHERE f.id = $1 AND c.state = 'kept' ORDER BY b.version",
        "SELECT 'answer' AS kind, c.words AS what, c.who AS given_by, c.contacted_at AS given_at, '' AS medium FROM received_files f \
         JOIN received_files b ON b.place_id = f.place_id AND b.version < f.version AND b.sha256 <> f.sha256 \
         JOIN preflight_contacts c ON c.order_id = f.order_id AND c.outcome = 'as_is' \
         WHERE f.id = $1 AND EXISTS (SELECT 1 FROM preflight_answers n JOIN preflight_findings d ON d.id = n.finding_id \
         WHERE n.contact_id = c.id AND d.sha256 = b.sha256) ORDER BY c.id",
        "SELECT 'waiver' AS kind, w.reason AS what, g.signer_name AS given_by, g.signed_at AS given_at, COALESCE(g.medium, '') AS medium FROM received_files f \
         JOIN received_files b ON b.place_id = f.place_id AND b.version < f.version AND b.sha256 <> f.sha256 \
         JOIN preflight_findings d ON d.order_id = f.order_id AND d.sha256 = b.sha256 \
         JOIN preflight_waivers w ON w.finding_id = d.id JOIN signatures g ON g.id = w.signature_id \
         WHERE f.id = $1 AND g.signed_at < f.received_at ORDER BY w.id",
        "SELECT 'effect' AS kind, '' AS what, g.signer_name AS given_by, g.signed_at AS given_at, COALESCE(g.medium, '') AS medium FROM received_files f \
         JOIN effect_approvals e ON e.order_id = f.order_id JOIN signatures g ON g.id = e.signature_id \
         WHERE f.id = $1 AND g.signed_at < f.received_at AND e.id = (SELECT MAX(n.id) FROM effect_approvals n WHERE n.order_id = f.order_id)",
        "SELECT 'conclusion' AS kind, '' AS what, a.name AS given_by, r.concluded_at AS given_at, '' AS medium FROM received_files f \
         JOIN reviews r ON r.order_id = f.order_id JOIN accounts a ON a.id = r.concluded_by \
         WHERE f.id = $1 AND r.concluded_at < f.received_at ORDER BY r.id",
        "SELECT 'sheet' AS kind, t.number AS what, '' AS given_by, t.issued_at AS given_at, '' AS medium FROM received_files f \
         JOIN task_sheets t ON t.order_id = f.order_id WHERE f.id = $1 AND t.issued_at < f.received_at AND t.voided_at IS NULL",
    ];
    let mut given = Vec::new();
    for sql in GIVEN {
        let rows = sqlx::query(sql)
            .bind(id)
            .fetch_all(&mut *connection)
            .await?;
        for row in &rows {
            let medium: String = row.try_get("medium")?;
            given.push(GivenBefore {
                kind: row.try_get("kind")?,
                what: row.try_get("what")?,
                by: row.try_get("given_by")?,
                at: row.try_get("given_at")?,
                recorded: match medium.as_str() {
                    "" => None,
                    _ => Some(medium_from(medium)?),
                },
            });
        }
    }
    // One signature under several findings was given once.
    given.dedup();
    Ok(given)
}
