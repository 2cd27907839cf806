//! Reviews in the database.

use chrono::NaiveDate;
use sqlx::Row as _;

use super::nature::{Decided, Nature, UnusualReason};
use super::opened::Ordered;
use super::opinion::{Department, Opinion, Verdict};
use super::rules::{Point, Review, State};
use super::waiver::Waiver;
use crate::accounts::queries::{self as people, medium_from};
use crate::accounts::{Medium, Signature};
use crate::error::{DeskError, Failure};
use crate::orders::OrderFacts;
use crate::storage::{Connection, Question, Row};

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
    /// By whom; nobody knows of one from before that was kept.
    pub(super) by: Option<String>,
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
        "SELECT r.id, r.number, r.state, r.route, r.conclusion, r.content_hash, r.opened_at, r.concluded_at, r.decline_signature_id, r.new_date, r.dateless_hash, \
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
            asked: Department::MANDATORY.to_vec(),
            agreed_on: day(&row, "new_date")?.zip(Some(row.try_get("dateless_hash")?)),
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

/// 订单性质 as a person decided it, by whom and when; none while nobody has.
pub(super) async fn decided(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<(i64, Decided, Spoken)>, DeskError> {
    let row = sqlx::query(
        "SELECT n.id, n.nature, n.reasons, n.why, n.decided_at, a.name FROM order_natures n JOIN accounts a ON a.id = n.decided_by \
         WHERE n.order_id = $1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let (nature, reasons): (String, String) = (row.try_get("nature")?, row.try_get("reasons")?);
    let reason = |code: &str| {
        UnusualReason::from_code(code)
            .ok_or_else(|| unknown("order_natures.reasons", code.to_owned()))
    };
    let codes = reasons.split(',').filter(|code| !code.is_empty());
    let decided = Decided {
        nature: Nature::from_code(&nature)
            .ok_or_else(|| unknown("order_natures.nature", nature))?,
        reasons: codes.map(reason).collect::<Result<_, _>>()?,
        why: row.try_get("why")?,
    };
    let spoken = Spoken {
        id: row.try_get("id")?,
        person: row.try_get("name")?,
        recorded: None,
        at: row.try_get("decided_at")?,
    };
    Ok(Some((spoken.id, decided, spoken)))
}

/// The order in which the same product was last issued for the customer of `order`, and the moment: the one it repeats, else the
/// last under this name (F5-d1).
pub(super) fn last_made(facts: &OrderFacts) -> Question<Option<(i64, String)>> {
    let sql = "SELECT t.order_id AS id, MAX(t.issued_at) AS issued_at FROM task_sheets t JOIN orders m ON m.id = t.order_id AND m.state <> 'cancelled' \
         WHERE t.order_id <> $1 AND t.order_id IN (SELECT r.repeated_id FROM repeats r WHERE r.order_id = $1 \
           UNION SELECT p.order_id FROM products p JOIN orders o ON o.id = p.order_id WHERE p.name = $3 AND o.customer_id = $2) \
         GROUP BY t.order_id ORDER BY issued_at DESC, id DESC LIMIT 1";
    let places = [
        facts.id.into(),
        facts.customer.id.into(),
        facts.product_name().into(),
    ];
    Question::new(sql, places, |rows| {
        let found = rows
            .first()
            .map(|row| Ok::<_, sqlx::Error>((row.try_get("id")?, row.try_get("issued_at")?)));
        Ok(found.transpose()?)
    })
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
        // The one line of a 常规 order is its own conclusion.
        State::Open => {
            let said = row
                .review
                .opinions
                .iter()
                .find(|(said, _)| said.department == Department::Production)
                .filter(|_| row.review.points.iter().all(|point| point.answered));
            return Ok(said.map_or_else(String::new, |(said, _)| {
                format!("{} {}", row.number, said.in_a_line())
            }));
        }
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
    // 确定工艺路线: the plant works by what was concluded (S-4.3.1, S-4.3.2c).
    let steps = row.review.route.lines().map(str::trim);
    let steps: Vec<&str> = steps.filter(|step| !step.is_empty()).collect();
    let route = if steps.is_empty() {
        String::new()
    } else {
        format!("。工艺路线：{}", steps.join(" → "))
    };
    Ok(format!("{} {concluded}{tail}{route}", row.number))
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
        "SELECT o.id, o.department, o.verdict, o.opinion, o.conditions, o.new_date, g.content_hash, g.signer_name, g.deputy_for, g.medium, g.signed_at \
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
        new_date: day(row, "new_date")?,
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
        "SELECT p.id, p.item, p.asked_at, p.answer, p.answered_by, p.answered_at, p.new_date, p.agreed, a.name AS asked_by \
         FROM review_points p LEFT JOIN accounts a ON a.id = p.asked_by WHERE p.review_id = $1 ORDER BY p.id",
    )
    .bind(review)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let asked = Asked {
                at: row.try_get("asked_at")?,
                by: row.try_get("asked_by")?,
                answer: row.try_get("answer")?,
                answered_by: row.try_get("answered_by")?,
                answered_at: row.try_get("answered_at")?,
            };
            let point = Point {
                id: row.try_get("id")?,
                item: row.try_get("item")?,
                answered: asked.answer.is_some(),
                new_date: day(row, "new_date")?,
                agreed: row.try_get::<Option<i64>, _>("agreed")?.map(|yes| yes == 1),
            };
            Ok((point, asked))
        })
        .collect()
}

/// A day, where there is one.
fn day(row: &Row, column: &'static str) -> Result<Option<NaiveDate>, DeskError> {
    let text: Option<String> = row.try_get(column)?;
    let read = |text: String| text.parse().map_err(|_| unknown("reviews.new_date", text));
    text.map(read).transpose()
}

fn unknown(what: &'static str, value: String) -> DeskError {
    Failure::UnknownValue { what, value }.into()
}
