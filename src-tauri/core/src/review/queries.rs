//! Reviews in the database.

use chrono::NaiveDate;
use sqlx::Row as _;

use super::opened::Ordered;
use super::opinion::{Department, Opinion, Verdict};
use super::rules::{Point, Review, State};
use super::waiver::Waiver;
use crate::accounts::queries::{self as people, medium_from};
use crate::accounts::{Medium, Signature};
use crate::error::{DeskError, Failure};
use crate::orders::OrderFacts;
use crate::storage::{Connection, Row};

/// A review as its rows have it.
#[derive(Clone, Debug)]
pub(super) struct ReviewRow {
    pub(super) id: i64,
    pub(super) number: String,
    pub(super) note: String,
    pub(super) opened_at: String,
    pub(super) concluded_at: Option<String>,
    pub(super) concluded_by: Option<String>,
    /// Who signed 不接单.
    pub(super) declined_by: Option<Signature>,
    pub(super) review: Review,
    /// Who gave each opinion, in their order.
    pub(super) spoken: Vec<Spoken>,
    /// When each point was asked and answered, in their order.
    pub(super) asked: Vec<Asked>,
}

/// Who gave an opinion.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    pub(super) id: i64,
    pub(super) person: String,
    pub(super) recorded: Option<Medium>,
    pub(super) at: String,
}

/// When a point was asked, and what came of it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) at: String,
    pub(super) answer: Option<String>,
    pub(super) answered_by: Option<String>,
    pub(super) answered_at: Option<String>,
}

/// The review of an order, if it was ever opened.
pub(super) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<ReviewRow>, DeskError> {
    let row = sqlx::query(
        "SELECT r.id, r.number, r.state, r.route, r.conclusion, r.content_hash, r.opened_at, r.concluded_at, r.decline_signature_id, \
         a.name AS concluded_by FROM reviews r LEFT JOIN accounts a ON a.id = r.concluded_by WHERE r.order_id = $1",
    )
    .bind(order)
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let id: i64 = row.try_get("id")?;
    let state: String = row.try_get("state")?;
    let (opinions, spoken) = opinions(connection, id).await?.into_iter().unzip();
    let (points, asked) = points(connection, id).await?.into_iter().unzip();
    let declined: Option<i64> = row.try_get("decline_signature_id")?;
    let declined_by = match declined {
        Some(signature) => Some(people::signature(connection, signature).await?),
        None => None,
    };
    Ok(Some(ReviewRow {
        id,
        number: row.try_get("number")?,
        note: row.try_get("conclusion")?,
        opened_at: row.try_get("opened_at")?,
        concluded_at: row.try_get("concluded_at")?,
        concluded_by: row.try_get("concluded_by")?,
        declined_by,
        review: Review {
            state: State::from_code(&state).ok_or_else(|| unknown("reviews.state", state))?,
            content_hash: row.try_get("content_hash")?,
            route: row.try_get("route")?,
            opinions,
            points,
        },
        spoken,
        asked,
    }))
}

/// What the release check asks of the review of an order.
///
/// # Errors
/// When the database cannot be read.
pub async fn review_facts(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<Review>, DeskError> {
    Ok(of_order(connection, order).await?.map(|row| row.review))
}

/// The latest waiver of an order's review, be it for something else than what is ordered now (S-4.2.1c).
pub(super) async fn waiver(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<Waiver>, DeskError> {
    let row = sqlx::query(
        "SELECT w.reason, w.signature_id, c.direct_lane FROM review_waivers w JOIN orders o ON o.id = w.order_id \
         JOIN customers c ON c.id = o.customer_id WHERE w.order_id = $1 ORDER BY w.id DESC LIMIT 1",
    )
    .bind(order)
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Waiver {
        reason: row.try_get("reason")?,
        signature: people::signature(connection, row.try_get("signature_id")?).await?,
        direct: row.try_get::<i64, _>("direct_lane")? != 0,
    }))
}

/// Number and conclusion of the review as the task sheet quotes them (S-4.3.2c), or why there was none (S-4.2.1c); empty
/// where none was asked for.
pub(crate) async fn words_on_sheet(
    connection: &mut Connection,
    facts: &OrderFacts,
    today: NaiveDate,
) -> Result<String, DeskError> {
    let Some(row) = of_order(connection, facts.id).await? else {
        let ordered = Ordered::of(connection, facts.clone(), today).await?;
        let asked = !ordered.triggers.is_empty();
        return Ok(match ordered.waiver.filter(|_| asked) {
            Some(waiver) => waived_words(&waiver),
            None => String::new(),
        });
    };
    let concluded = match row.review.state {
        State::Open => return Ok(String::new()),
        State::Accepted => "接单",
        State::Conditional => "有条件接单",
        State::Declined => "不接单",
    };
    let conditions = row
        .review
        .opinions
        .iter()
        .map(|(opinion, _)| opinion.conditions.trim());
    let said = std::iter::once(row.note.trim()).chain(conditions);
    let said: Vec<&str> = said.filter(|text| !text.is_empty()).collect();
    let tail = if said.is_empty() {
        String::new()
    } else {
        format!("：{}", said.join("；"))
    };
    Ok(format!("{} {concluded}{tail}", row.number))
}

/// `直通免评审：常做的书（业务总监 何静，代录：微信）`.
fn waived_words(waiver: &Waiver) -> String {
    let Waiver {
        reason, signature, ..
    } = waiver;
    let recorded = match signature.recorded {
        Some(medium) => format!("，代录：{}", medium.printed()),
        None => String::new(),
    };
    let capacity = signature.capacity.printed();
    format!(
        "直通免评审：{reason}（{capacity} {}{recorded}）",
        signature.signer
    )
}

/// The order whose review a point belongs to.
pub(super) async fn order_of_point(
    connection: &mut Connection,
    point: i64,
) -> Result<Option<i64>, DeskError> {
    let row = sqlx::query("SELECT r.order_id FROM review_points p JOIN reviews r ON r.id = p.review_id WHERE p.id = $1")
        .bind(point)
        .fetch_optional(connection)
        .await?;
    row.map(|row| Ok(row.try_get("order_id")?)).transpose()
}

async fn opinions(
    connection: &mut Connection,
    review: i64,
) -> Result<Vec<((Opinion, String), Spoken)>, DeskError> {
    let rows = sqlx::query(
        "SELECT o.id, o.department, o.verdict, o.opinion, o.conditions, g.content_hash, g.signer_name, g.deputy_for, g.medium, g.signed_at \
         FROM review_opinions o JOIN signatures g ON g.id = o.signature_id WHERE o.review_id = $1",
    )
    .bind(review)
    .fetch_all(connection)
    .await?;
    let mut opinions = rows
        .iter()
        .map(opinion_from)
        .collect::<Result<Vec<_>, _>>()?;
    // In the order of the form, whoever spoke first.
    opinions.sort_by_key(|((opinion, _), _)| opinion.department);
    Ok(opinions)
}

fn opinion_from(row: &Row) -> Result<((Opinion, String), Spoken), DeskError> {
    let (department, verdict): (String, String) =
        (row.try_get("department")?, row.try_get("verdict")?);
    let opinion = Opinion {
        department: Department::from_code(&department)
            .ok_or_else(|| unknown("review_opinions.department", department))?,
        verdict: Verdict::from_code(&verdict)
            .ok_or_else(|| unknown("review_opinions.verdict", verdict))?,
        opinion: row.try_get("opinion")?,
        conditions: row.try_get("conditions")?,
    };
    let spoken = Spoken {
        id: row.try_get("id")?,
        person: signer_of(row)?,
        recorded: row
            .try_get::<Option<String>, _>("medium")?
            .map(medium_from)
            .transpose()?,
        at: row.try_get("signed_at")?,
    };
    Ok(((opinion, row.try_get("content_hash")?), spoken))
}

/// The signer by name; of a deputy also for whom.
fn signer_of(row: &Row) -> Result<String, DeskError> {
    let name: String = row.try_get("signer_name")?;
    Ok(match row.try_get::<Option<String>, _>("deputy_for")? {
        Some(head) => format!("{name}（代 {head}）"),
        None => name,
    })
}

async fn points(
    connection: &mut Connection,
    review: i64,
) -> Result<Vec<(Point, Asked)>, DeskError> {
    let rows = sqlx::query(
        "SELECT id, item, asked_at, answer, answered_by, answered_at FROM review_points WHERE review_id = $1 ORDER BY id",
    )
    .bind(review)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let asked = Asked {
                at: row.try_get("asked_at")?,
                answer: row.try_get("answer")?,
                answered_by: row.try_get("answered_by")?,
                answered_at: row.try_get("answered_at")?,
            };
            let point = Point {
                id: row.try_get("id")?,
                item: row.try_get("item")?,
                answered: asked.answer.is_some(),
            };
            Ok((point, asked))
        })
        .collect()
}

fn unknown(what: &'static str, value: String) -> DeskError {
    Failure::UnknownValue { what, value }.into()
}
