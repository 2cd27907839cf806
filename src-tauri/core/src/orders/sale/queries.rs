//! Papers to the customer in the database.

use sqlx::Row as _;

use super::rules::{PaperKind, content_of};
use super::wire::{ReplyView, SalePaperView, SaleView};
use crate::calendar::working_minutes_between;
use crate::clock::{from_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::files::Paper;
use crate::orders::OrderFacts;
use crate::orders::recording::{received, recorded};
use crate::storage::{Connection, Row};

/// A paper as its row has it.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) id: i64,
    pub(super) content_hash: String,
    pub(super) made_at: String,
    pub(super) made_by: String,
    pub(super) valid_until: Option<String>,
    pub(super) paper: Paper,
}

/// The latest paper of a kind.
pub(super) async fn latest(
    connection: &mut Connection,
    order: i64,
    kind: PaperKind,
) -> Result<Option<Made>, DeskError> {
    let row = sqlx::query(
        "SELECT p.id, p.content_hash, p.made_at, a.name AS made_by, p.valid_until, p.file_name, p.pages, p.pdf_sha256 \
         FROM sale_papers p JOIN accounts a ON a.id = p.made_by WHERE p.order_id = $1 AND p.kind = $2 ORDER BY p.id DESC LIMIT 1",
    )
    .bind(order)
    .bind(kind.code())
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let pages: i64 = row.try_get("pages")?;
        Ok(Made {
            id: row.try_get("id")?,
            content_hash: row.try_get("content_hash")?,
            made_at: row.try_get("made_at")?,
            made_by: row.try_get("made_by")?,
            valid_until: row.try_get("valid_until")?,
            paper: Paper {
                sha256: row.try_get("pdf_sha256")?,
                file_name: row.try_get("file_name")?,
                pages: u32::try_from(pages).map_err(|_| Failure::UnknownValue {
                    what: "sale_papers.pages",
                    value: pages.to_string(),
                })?,
            },
        })
    })
    .transpose()
}

/// All replies with the paper each was of, the latest first.
async fn replies(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<(i64, ReplyView)>, DeskError> {
    let rows = sqlx::query(
        "SELECT r.sale_paper_id, r.whom, r.how, r.replied_at, a.name AS recorded_by \
         FROM confirmation_replies r JOIN accounts a ON a.id = r.recorded_by WHERE r.order_id = $1 ORDER BY r.id DESC",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let reply = |row: &Row| -> Result<(i64, ReplyView), sqlx::Error> {
        let view = ReplyView {
            whom: row.try_get("whom")?,
            how: row.try_get("how")?,
            at: row.try_get("replied_at")?,
            recorded_by: row.try_get("recorded_by")?,
            earlier: false,
        };
        Ok((row.try_get("sale_paper_id")?, view))
    };
    Ok(rows.iter().map(reply).collect::<Result<_, _>>()?)
}

/// The papers of an order as its page shows them on `today`.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn sale_view(
    connection: &mut Connection,
    facts: &OrderFacts,
    today: chrono::NaiveDate,
) -> Result<SaleView, DeskError> {
    let now = content_of(connection, facts).await?;
    let day = today.to_string();
    let view = |made: &Made| SalePaperView {
        made_at: made.made_at.clone(),
        made_by: made.made_by.clone(),
        outdated: made.content_hash != now,
        expired: made.valid_until.as_ref().is_some_and(|last| *last < day),
        valid_until: made.valid_until.clone(),
        paper: made.paper.clone(),
    };
    let quote = latest(connection, facts.id, PaperKind::Quote).await?;
    let confirmation = latest(connection, facts.id, PaperKind::Confirmation).await?;
    let replies = replies(connection, facts.id).await?;
    let first = replies.iter().map(|(_, reply)| reply.at.as_str()).min();
    let reply_minutes = first.map(|at| minutes_to(facts, at)).transpose()?;
    let newest = confirmation.as_ref().map(|made| made.id);
    Ok(SaleView {
        quote: quote.as_ref().map(view),
        confirmation: confirmation.as_ref().map(view),
        replies: replies
            .into_iter()
            .map(|(paper, reply)| ReplyView {
                earlier: Some(paper) != newest,
                ..reply
            })
            .collect(),
        reply_minutes,
    })
}

/// Working minutes from receipt to a reply.
fn minutes_to(facts: &OrderFacts, replied: &str) -> Result<i64, Failure> {
    let replied = from_stored(replied).map_err(|_| Failure::UnknownValue {
        what: "confirmation_replies.replied_at",
        value: replied.to_owned(),
    })?;
    let rules = &facts.rules;
    let came = received(
        &facts.specification.order,
        recorded(&facts.recorded_at)?,
        rules,
    );
    Ok(working_minutes_between(
        came,
        in_shanghai(replied),
        &rules.working_hours,
        &rules.house_days,
    ))
}
