//! Where an order stands: its state, how much keeps its sheet back, where to go next, and when it turns by itself. Stored in
//! the same commit as what changed it, so that a list never evaluates the check list of every order.

use super::CheckLine;
use super::attached::Attached;
use super::judged::Judged;
use super::queries;
use super::recheck::turns_on;
use super::release::lines;
use super::sample_lines::sample_line;
use super::waits::{Waiting, stored, waits, waits_with};
use crate::clock::{as_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::files;
use crate::halts;
use crate::hand_overs;
use crate::orders::{
    OrderFacts, OrderRest, OrderState, Reviewed, Standing, anything_found, is_agreed_to,
    nothing_left, order_facts, quote_given, settle_findings,
};
use crate::preflight::keep_preflights;
use crate::review;
use crate::samples::SampleBlock;
use crate::storage::{Cell, Connection, Topic, Writer};

/// The step of the rail that follows on the issue.
const AFTER_ISSUE: i64 = 6;
/// The step of the rail where the sheet is issued.
const ISSUE: i64 = 5;
/// The step of the samples.
const SAMPLES: i64 = 3;
/// The step where an order begins, and where a presale shows what it became.
const INTAKE: i64 = 1;

/// Commits an act on an order together with where the order now stands, with what is found in its files now,
/// and with what has become due in the prepress folder.
pub(crate) async fn commit_order(mut writer: Writer, order: i64) -> Result<Vec<Topic>, DeskError> {
    let facts = order_facts(&mut writer, order).await?;
    // Boxed, as is what follows: an act that holds all of it in its own future needs more stack than a thread has.
    Box::pin(commit_as(writer, &facts)).await
}

/// As [`commit_order`], for an act that has just written all of the order: it is not read again.
pub(crate) async fn commit_known(
    mut writer: Writer,
    facts: OrderFacts,
) -> Result<Vec<Topic>, DeskError> {
    debug_assert_eq!(
        order_facts(&mut writer, facts.id).await?,
        facts,
        "what is known of the order is what stands in the rows"
    );
    Box::pin(commit_as(writer, &facts)).await
}

/// How an order stands while it is laid down, before anything of it is judged.
pub(crate) fn laid_down() -> [(&'static str, Cell); 7] {
    [
        ("state", OrderState::Registered.code().into()),
        ("effect_at", Cell::Text(None)),
        ("effect_hash", Cell::Text(None)),
        ("recheck_on", Cell::Text(None)),
        ("waits", "[]".into()),
        ("next_step", INTAKE.into()),
        ("blockers", 0.into()),
    ]
}

/// As [`commit_known`], for an order that begins with the act and takes nothing over from another: nothing hangs on it yet, and it
/// stands as it was laid down.
pub(crate) async fn commit_new(
    mut writer: Writer,
    facts: OrderFacts,
) -> Result<Vec<Topic>, DeskError> {
    let attached = Attached {
        direct_lane: facts.customer.direct_lane,
        ..Attached::default()
    };
    let stood = laid_down();
    debug_assert_eq!(
        (
            order_facts(&mut writer, facts.id).await?,
            queries::attached(&mut writer, facts.id).await?
        ),
        (facts.clone(), (attached, stood.to_vec())),
        "what is known of the order is what stands in the rows"
    );
    stand_at_commit(&mut writer, &facts, attached, &stood).await?;
    writer.commit().await
}

async fn commit_as(mut writer: Writer, facts: &OrderFacts) -> Result<Vec<Topic>, DeskError> {
    let (attached, stood) = queries::attached(&mut writer, facts.id).await?;
    if attached.files {
        keep_preflights(&mut writer, facts.id).await?;
        files::queue_prepress(&mut writer, facts.id).await?;
    }
    stand_at_commit(&mut writer, facts, attached, &stood).await?;
    writer.commit().await
}

/// Stores where an order now stands, inside an act that goes on. Where that is 已生效 for the first time, it is closed from
/// here on.
pub(crate) async fn stand_anew(writer: &mut Writer, order: i64) -> Result<(), DeskError> {
    let (attached, stood) = queries::attached(writer, order).await?;
    let facts = order_facts(writer, order).await?;
    match Box::pin(stand(writer, &facts, attached)).await? {
        Some(columns) => writer.update_known("orders", order, &stood, &columns).await,
        None => Ok(()),
    }
}

/// As [`stand_anew`], at the end of an act: nothing reads the order again.
async fn stand_at_commit(
    writer: &mut Writer,
    facts: &OrderFacts,
    attached: Attached,
    stood: &[(&'static str, Cell)],
) -> Result<(), DeskError> {
    match Box::pin(stand(writer, facts, attached)).await? {
        Some(columns) => {
            writer
                .update_known_at_commit("orders", facts.id, stood, &columns)
                .await
        }
        None => Ok(()),
    }
}

/// Where an order now stands, for its row; nothing where it rests or is issued, which is written here.
async fn stand(
    writer: &mut Writer,
    facts: &OrderFacts,
    attached: Attached,
) -> Result<Option<Vec<(&'static str, Cell)>>, DeskError> {
    let rest = if attached.halted {
        halts::rest(writer, facts.id).await?
    } else {
        None
    };
    if let Some(state) = at_rest_or_issued(facts, rest) {
        stays(writer, facts, state).await?;
        return Ok(None);
    }
    if attached.audited || anything_found(facts) {
        settle_findings(writer, facts).await?;
    }
    let today = in_shanghai(writer.at()).date();
    let judged = Judged::with(writer, facts, attached, today).await?;
    let lines = Box::pin(lines(writer, facts, &judged, today)).await?;
    let red: Vec<_> = lines.iter().filter(|line| !line.ok).collect();
    let state = standing(writer, facts, &judged, today).await?.state();
    let (next, count) = match (state, red.first()) {
        // Nothing is left to do on it: its orders are elsewhere.
        (OrderState::Converted, _) => (INTAKE, 0),
        (_, Some(line)) => (
            i64::from(line.step),
            i64::try_from(red.len()).unwrap_or(i64::MAX),
        ),
        (_, None) => (ISSUE, 0),
    };
    must_be_listed(facts.state, state)?;
    let mut columns: Vec<(&'static str, Cell)> = vec![
        ("state", state.code().into()),
        ("next_step", next.into()),
        ("blockers", count.into()),
        (
            "recheck_on",
            turns_on(writer, facts, &judged, today).await?.into(),
        ),
        ("waits", stored(&waits_in(state, &lines))?.into()),
    ];
    // Who was told when it took effect was told, too, that it rested and goes on.
    let told = matches!(facts.state, OrderState::InEffect)
        || facts.state == OrderState::Suspended && facts.effect_at.is_some();
    if state == OrderState::InEffect && !told {
        hand_overs::on_effect(writer, facts).await?;
    }
    if state == OrderState::InEffect && facts.effect_at.is_none() {
        // What it said then; from here on it changes through a change order alone (F7-03).
        columns.push(("effect_at", as_stored(writer.at()).into()));
        columns.push(("effect_hash", facts.specification.content_hash().into()));
    }
    Ok(Some(columns))
}

/// What waits on an order in that state; nothing where nothing is left to do on it.
fn waits_in(state: OrderState, lines: &[CheckLine]) -> Vec<Waiting> {
    match state {
        OrderState::Declined | OrderState::Converted => Vec::new(),
        _ => waits(lines),
    }
}

/// The state of an order of which nothing else is asked: it rests, or its sheet is issued.
fn at_rest_or_issued(facts: &OrderFacts, rest: Option<OrderRest>) -> Option<OrderState> {
    match rest {
        Some(rest) => Some(rest.state()),
        None => facts.issued.then_some(OrderState::Released),
    }
}

/// Stores that an order rests, or is issued again after it rested: nothing of it turns by itself. What is to be done next is
/// reckoned when it goes on.
async fn stays(
    writer: &mut Writer,
    facts: &OrderFacts,
    state: OrderState,
) -> Result<(), DeskError> {
    if facts.state == state {
        return Ok(());
    }
    must_be_listed(facts.state, state)?;
    let next = match state {
        OrderState::Released => AFTER_ISSUE,
        OrderState::Cancelled => INTAKE,
        _ => return writer.update("orders", facts.id, &resting(state)).await,
    };
    let mut columns = resting(state).to_vec();
    columns.push(("next_step", next.into()));
    writer.update("orders", facts.id, &columns).await
}

fn resting(state: OrderState) -> [(&'static str, Cell); 4] {
    [
        ("state", state.code().into()),
        ("blockers", 0.into()),
        ("recheck_on", Cell::Text(None)),
        ("waits", "[]".into()),
    ]
}

fn must_be_listed(from: OrderState, to: OrderState) -> Result<(), Failure> {
    if from.may_become(to) {
        Ok(())
    } else {
        Err(Failure::UnknownValue {
            what: "orders.state",
            value: format!("{} → {}", from.code(), to.code()),
        })
    }
}

/// Where an order stood when it was last stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredStanding {
    pub(crate) order: i64,
    pub(crate) next_step: i64,
    pub(crate) blockers: i64,
    pub(crate) waits: Vec<Waiting>,
}

/// Stores where open orders without any sample stand, of which one is asked now (S-4.2.2) or no longer is (S-4.2.1c): one line
/// of the check list turns, and the state does not depend on it. The lines stand in the order of the steps, so where the
/// next step lay elsewhere it is told without looking the order over.
///
/// # Errors
/// When the database fails.
pub(crate) async fn ask_for_a_sample(
    writer: &mut Writer,
    orders: Vec<StoredStanding>,
    asked: bool,
) -> Result<(), DeskError> {
    let line = sample_line(&SampleBlock::NoSample);
    for before in orders {
        let (next, blockers, waits) = match (asked, before.blockers, before.next_step) {
            (true, blockers, next) => (
                next.min(SAMPLES),
                blockers + 1,
                waits_with(before.waits, &line),
            ),
            (false, ..=1, _) => (ISSUE, 0, Vec::new()),
            // What waits behind it is not known here.
            (false, _, _) if before.waits.iter().any(|waiting| waiting.code == line.code) => {
                stand_anew(writer, before.order).await?;
                continue;
            }
            (false, blockers, next) => (next, blockers - 1, before.waits),
        };
        let columns = [
            ("next_step", next.into()),
            ("blockers", blockers.into()),
            ("waits", stored(&waits)?.into()),
        ];
        writer.update("orders", before.order, &columns).await?;
    }
    Ok(())
}

/// What the state of an order follows from that is not issued and does not rest.
async fn standing(
    connection: &mut Connection,
    facts: &OrderFacts,
    judged: &Judged,
    today: chrono::NaiveDate,
) -> Result<Standing, DeskError> {
    let open = !judged.blocks.is_empty();
    let reviewed = match judged.review.as_ref().map(|review| review.state) {
        None if open => Reviewed::Needed,
        None => Reviewed::NotNeeded,
        Some(review::State::Declined) => Reviewed::Declined,
        Some(_) if open => Reviewed::Open,
        Some(review::State::Conditional) => Reviewed::Conditionally,
        Some(_) => Reviewed::Taken,
    };
    Ok(Standing {
        course: facts.kind().course(),
        nothing_left: nothing_left(connection, facts).await?,
        agreed: judged.attached.answered && is_agreed_to(connection, facts).await?,
        review: reviewed,
        quoted: judged.attached.sale_paper
            && quote_given(connection, facts)
                .await?
                .is_some_and(|quote| quote.holds_on(today)),
        complete: facts.specification.missing().is_empty(),
        gate_shut: judged.gates.shut(),
        closed: facts.effect_at.is_some(),
        rest: None,
        issued: false,
    })
}
