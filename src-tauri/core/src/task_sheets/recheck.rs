//! What turns by itself: a stamp or a quote ends with its last day, a delivery becomes tight, and where the order stands turns with it. The day is
//! stored with the order, and when it has come the order is stood anew, so that a list says what its check list says.

use chrono::{Days, NaiveDate};

use super::judged::Judged;
use super::queries;
use super::standing::stand_anew;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::orders::{OrderFacts, quote_given};
use crate::samples::sample_facts;
use crate::storage::{Connection, Subject};
use crate::wire::Done;

/// Orders of one pass; the next one follows at once.
const MOST: i64 = 50;

/// The first day on which something of an order turns that nobody does: the day after the last of a stamp that holds today, or
/// of a quote, or the one from which its delivery is tighter than the standard cycle (S-4.3.1E). None where nothing will.
///
/// # Errors
/// When the database cannot be read.
pub(super) async fn turns_on(
    connection: &mut Connection,
    facts: &OrderFacts,
    judged: &Judged,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, DeskError> {
    let attached = judged.attached;
    let samples = if attached.samples {
        sample_facts(connection, facts.id).await?
    } else {
        Vec::new()
    };
    let stamps = samples
        .iter()
        .filter(|sample| !sample.out)
        .filter_map(|sample| sample.holds_until());
    let quote = if attached.sale_paper {
        quote_given(connection, facts).await?
    } else {
        None
    };
    let quote = quote.and_then(|quote| quote.valid_until.parse().ok());
    let ends = stamps
        .chain(quote)
        .filter(|last| *last >= today)
        .filter_map(|last: NaiveDate| last.checked_add_days(Days::new(1)));
    Ok(ends.chain(judged.ordered.turns_on).min())
}

impl Desk {
    /// Stands anew the orders on which something has turned by itself, as at a start and after midnight: the act of whoever
    /// sits here, and no authority is asked, because nobody decides anything. Answers whether more are due.
    ///
    /// # Errors
    /// When nobody has signed in, or the database fails.
    pub async fn recheck_orders(&self, actor: &Actor) -> Result<Done<bool>, DeskError> {
        actor.account()?;
        let due = queries::due_for_recheck(&mut *self.read().await?, self.today(), MOST).await?;
        if due.is_empty() {
            return Ok(Done {
                value: false,
                changed: Vec::new(),
            });
        }
        let mut writer = self.begin(actor, Activity::RecheckOrders).await?;
        // Another desk of the house may have been here first.
        let today = in_shanghai(writer.at()).date();
        let due = queries::due_for_recheck(&mut writer, today, MOST).await?;
        let more = i64::try_from(due.len()).is_ok_and(|count| count == MOST);
        writer.note("count", due.len().to_string());
        for order in due {
            writer.about(Subject::Order(order));
            stand_anew(&mut writer, order).await?;
        }
        writer.about(Subject::House);
        Ok(Done {
            value: more,
            changed: writer.commit().await?,
        })
    }
}
