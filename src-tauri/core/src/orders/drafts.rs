//! Drafts: what is being typed, kept at every pause, in nobody's trail.
//!
//! **Invariant:** a draft takes any text; nothing typed is refused or lost here.

use serde::{Deserialize, Serialize};

use super::conversion::converts;
use super::new_form::new_form;
use super::refusals::OrderRefusal;
use super::repeat::{OrderLink, RepeatedOrder, taken_over};
use super::wire::{BegunOn, DraftRow, OpenDraft, OrderForm};
use super::{order_facts, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Draft, Question, Topic, Writer};
use crate::wire::Done;

/// What a draft keeps.
#[derive(Serialize, Deserialize)]
struct Body {
    form: OrderForm,
    /// The revision of the order it was begun on; none for a new one.
    revision: Option<i64>,
    /// The order as it stood at that revision: what differs from it was typed here. None for a new one.
    #[serde(default)]
    base: Option<OrderForm>,
    #[serde(flatten)]
    ties: Ties,
}

impl Body {
    /// What the draft was begun on. One that an older program kept names no base: then all of it counts as typed.
    fn begun_on(&self) -> Option<BegunOn> {
        self.revision.map(|revision| BegunOn {
            revision,
            form: self.base.clone().unwrap_or_default(),
        })
    }
}

/// The order that a new one comes of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ties {
    /// It repeats this one (翻单).
    #[serde(default)]
    pub(super) repeats: Option<i64>,
    /// It is what this one becomes (转为正式订单).
    #[serde(default)]
    pub(super) converts: Option<i64>,
}

/// The key under which a draft is kept. Two people may have the same order open: each has a draft of their own.
pub(super) fn kept_key(key: &str, account: i64) -> String {
    if order_of(key).is_some() {
        format!("{key}@{account}")
    } else {
        key.to_owned()
    }
}

/// The key as the window knows it.
fn shown_key(kept: &str) -> &str {
    kept.split_once('@').map_or(kept, |(key, _)| key)
}

/// The key of the draft that changes an order.
pub(super) fn key_of_order(id: i64) -> String {
    format!("order:{id}")
}

/// The unsaved changes a person has of an order, and what they were begun on.
///
/// # Errors
/// When the database cannot be read.
pub async fn draft_of_order(
    connection: &mut Connection,
    actor: &Actor,
    id: i64,
) -> Result<Option<(OrderForm, Option<BegunOn>)>, DeskError> {
    let draft = Draft::find(connection, &kept_key(&key_of_order(id), actor.account()?)).await?;
    let body = draft.map(|draft| body_of(&draft)).transpose()?;
    Ok(body.map(|body| {
        let begun_on = body.begun_on();
        (body.form, begun_on)
    }))
}

/// Whose new draft it is: 7 of `new:7-3`.
fn owner_of_new(key: &str) -> Option<i64> {
    key.strip_prefix("new:")?.split_once('-')?.0.parse().ok()
}

/// A new draft is read, kept and dropped by the one who began it, nobody else.
fn must_be_own(key: &str, account: i64) -> Result<(), OrderRefusal> {
    if owner_of_new(key).is_some_and(|owner| owner != account) {
        return Err(OrderRefusal::DraftGone);
    }
    Ok(())
}

/// The running number of a new draft: 3 of `new:7-3`.
fn running_number(key: &str) -> Option<u64> {
    key.rsplit_once('-')?.1.parse().ok()
}

/// The order whose form it is; none for a new one.
pub(super) fn order_of(key: &str) -> Option<i64> {
    key.strip_prefix("order:")?.parse().ok()
}

impl Desk {
    /// The open drafts of the person in the order they were begun, so that each keeps its place in the strip: new ones,
    /// then changes of orders.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn drafts(&self, actor: &Actor) -> Result<Vec<DraftRow>, DeskError> {
        let mut drafts = Draft::list(&mut *self.read().await?, actor.account()?).await?;
        drafts.sort_by_key(|draft| (order_of(shown_key(&draft.key)), running_number(&draft.key)));
        drafts.into_iter().map(draft_row).collect()
    }

    /// Opens a new form with what is nearly always so, and keeps it as a draft. A new form nobody has typed into yet is
    /// opened again instead.
    ///
    /// # Errors
    /// When nobody has signed in, or the database cannot be written.
    pub async fn new_draft(&self, actor: &Actor) -> Result<Done<OpenDraft>, DeskError> {
        let account = actor.account()?;
        let form = new_form(&self.call_taken_by(actor).await?);
        if let Some(key) = self.untouched(account, &form).await? {
            // This call came in now, not when the form was first opened.
            self.keep(actor, &key, &form, None, Ties::default()).await?;
            let value = OpenDraft {
                key,
                form,
                order_id: None,
                revision: None,
                repeats: None,
                converts: None,
            };
            return Ok(Done {
                value,
                changed: Vec::new(),
            });
        }
        let key = self.new_key(actor).await?;
        self.keep(actor, &key, &form, None, Ties::default()).await?;
        let value = OpenDraft {
            key,
            form,
            order_id: None,
            revision: None,
            repeats: None,
            converts: None,
        };
        Ok(Done {
            value,
            changed: vec![Topic::drafts()],
        })
    }

    /// The new draft of the person that still is as it was opened.
    async fn untouched(&self, account: i64, form: &OrderForm) -> Result<Option<String>, DeskError> {
        let drafts = Draft::list(&mut *self.read().await?, account).await?;
        for draft in drafts {
            if order_of(shown_key(&draft.key)).is_none()
                && same_but_for_the_hour(&body_of(&draft)?.form, form)
            {
                return Ok(Some(draft.key));
            }
        }
        Ok(None)
    }

    /// Opens a draft again.
    ///
    /// # Errors
    /// Refuses one that is gone, or somebody else's.
    pub async fn open_draft(&self, actor: &Actor, key: &str) -> Result<OpenDraft, DeskError> {
        let account = actor.account()?;
        must_be_own(key, account)?;
        let kept = kept_key(key, account);
        let mut reader = self.read().await?;
        let draft = Draft::find(&mut reader, &kept)
            .await?
            .ok_or(OrderRefusal::DraftGone)?;
        let body = body_of(&draft)?;
        let repeats = match body.ties.repeats {
            None => None,
            Some(id) => {
                let facts = order_facts(&mut reader, id).await?;
                Some(RepeatedOrder {
                    taken: taken_over(&facts.specification),
                    order: OrderLink {
                        id,
                        number: facts.number,
                    },
                })
            }
        };
        let converts = match body.ties.converts {
            None => None,
            Some(from) => Some(converts(&mut reader, from).await?),
        };
        Ok(OpenDraft {
            converts,
            order_id: order_of(key),
            key: key.to_owned(),
            form: body.form,
            revision: body.revision,
            repeats,
        })
    }

    /// Keeps what stands in the form. A draft of an order remembers the state it was begun on: the one the window says its
    /// form stands on, else the one its draft was begun on, else the order as it stands.
    ///
    /// # Errors
    /// When nobody has signed in, the order is gone, or the database cannot be written.
    pub async fn save_draft(
        &self,
        actor: &Actor,
        key: &str,
        form: &OrderForm,
        begun_on: Option<&BegunOn>,
    ) -> Result<Done<()>, DeskError> {
        let mut reader = self.read().await?;
        let kept = Draft::find(&mut reader, &kept_key(key, actor.account()?)).await?;
        let before = kept.map(|draft| body_of(&draft)).transpose()?;
        let ties = before.as_ref().map(|body| body.ties).unwrap_or_default();
        let begun_on = match (order_of(key), begun_on, before) {
            (None, ..) => None,
            (Some(_), Some(told), _) => Some(told.clone()),
            (Some(_), None, Some(body)) => body.begun_on(),
            (Some(id), None, None) => {
                let facts = order_facts(&mut reader, id).await?;
                Some(BegunOn {
                    revision: facts.revision,
                    form: facts.specification.to_form(),
                })
            }
        };
        drop(reader);
        self.keep(actor, key, form, begun_on, ties).await?;
        Ok(Done {
            value: (),
            changed: vec![Topic::drafts()],
        })
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn drop_draft(&self, actor: &Actor, key: &str) -> Result<Done<()>, DeskError> {
        must_be_own(key, actor.account()?)?;
        self.pool()
            .drop_draft(&kept_key(key, actor.account()?))
            .await?;
        Ok(Done {
            value: (),
            changed: vec![Topic::drafts()],
        })
    }

    /// The key of the person's next new draft.
    pub(super) async fn new_key(&self, actor: &Actor) -> Result<String, DeskError> {
        let account = actor.account()?;
        let last = queries::last_new_draft(&mut *self.read().await?, account).await?;
        Ok(format!("new:{account}-{}", last + 1))
    }

    /// Keeps a form as the draft `key`.
    pub(super) async fn keep(
        &self,
        actor: &Actor,
        key: &str,
        form: &OrderForm,
        begun_on: Option<BegunOn>,
        ties: Ties,
    ) -> Result<(), DeskError> {
        must_be_own(key, actor.account()?)?;
        let (revision, base) = begun_on.map(|on| (on.revision, on.form)).unzip();
        let body = Body {
            form: form.clone(),
            revision,
            base,
            ties,
        };
        let body = serde_json::to_string(&body).map_err(|_| Failure::Missing("drafts.body"))?;
        self.pool()
            .put_draft(
                actor,
                &kept_key(key, actor.account()?),
                &body,
                &as_stored(self.now()),
            )
            .await
    }
}

/// The orders that the new draft `key` comes of.
pub(super) fn ties_of(key: &str) -> Question<Ties> {
    Draft::under(key).map(|draft| {
        let body = draft.map(|draft| body_of(&draft)).transpose()?;
        Ok(body.map(|body| body.ties).unwrap_or_default())
    })
}

/// What stands in a draft of a new order; none for the changes of an order that is there.
pub(super) fn new_form_of(draft: &Draft) -> Result<Option<OrderForm>, Failure> {
    if order_of(shown_key(&draft.key)).is_some() {
        return Ok(None);
    }
    Ok(Some(body_of(draft)?.form))
}

/// How many open forms name this customer.
///
/// # Errors
/// When the drafts cannot be read.
pub(crate) async fn drafts_naming(
    connection: &mut Connection,
    customer: &str,
) -> Result<i64, DeskError> {
    let mut count = 0;
    for draft in Draft::all(connection).await? {
        count += i64::from(names(&body_of(&draft)?, customer));
    }
    Ok(count)
}

/// Writes another customer into the open forms that name `from`; answers how many there were.
///
/// # Errors
/// When the drafts cannot be read or written.
pub(crate) async fn rename_in_drafts(
    writer: &mut Writer,
    from: &str,
    to: &str,
) -> Result<usize, DeskError> {
    let mut count = 0;
    for draft in Draft::all(writer).await? {
        let mut body = body_of(&draft)?;
        if !names(&body, from) {
            continue;
        }
        body.form
            .order
            .insert("customer_id".to_owned(), to.to_owned());
        let text = serde_json::to_string(&body).map_err(|_| Failure::Missing("drafts.body"))?;
        writer.rewrite_draft(&draft.key, &text).await?;
        count += 1;
    }
    Ok(count)
}

fn same_but_for_the_hour(one: &OrderForm, other: &OrderForm) -> bool {
    let without = |form: &OrderForm| {
        let mut form = form.clone();
        form.order.remove("received_time");
        form
    };
    without(one) == without(other)
}

fn names(body: &Body, customer: &str) -> bool {
    body.form
        .order
        .get("customer_id")
        .is_some_and(|name| name.trim() == customer)
}

fn body_of(draft: &Draft) -> Result<Body, Failure> {
    let unknown = |_| Failure::UnknownValue {
        what: "drafts.body",
        value: draft.key.clone(),
    };
    serde_json::from_str(&draft.body).map_err(unknown)
}

fn draft_row(draft: Draft) -> Result<DraftRow, DeskError> {
    const LONGEST_TITLE: usize = 40;
    let Body { form, .. } = body_of(&draft)?;
    let texts = [form.order.get("customer_id"), form.product.get("name")];
    let words: Vec<&str> = texts
        .into_iter()
        .flatten()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    let title = words.join(" · ").chars().take(LONGEST_TITLE).collect();
    let key = shown_key(&draft.key).to_owned();
    Ok(DraftRow {
        order_id: order_of(&key),
        key,
        title,
        saved_at: draft.saved_at,
    })
}

impl Writer {
    /// Lets this person's unsaved changes of an order go in this commit: they have become an act.
    ///
    /// # Errors
    /// When nobody acts.
    pub(crate) fn drop_own_order_draft(
        &mut self,
        actor: &Actor,
        order: i64,
    ) -> Result<(), DeskError> {
        self.drop_draft(&kept_key(&key_of_order(order), actor.account()?));
        Ok(())
    }
}
