//! The story of an order: every act on it in the order it was done, each with what it changed, from what to what, and why.
//!
//! It is read from the trail alone, so it says what was done and not what is remembered of it; customers and people are called
//! what they are called today.

mod queries;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use ts_rs::TS;

use told::{Changes, Names, Told};

use super::trail::trail_line;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::{self, TrailRow};
use crate::error::DeskError;
use crate::storage::Subject;

/// Acts of one story at most, the latest; an order has some dozens.
const MOST: i64 = 2_000;

/// Something an act changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryPlace {
    /// What it is called.
    pub label: String,
    /// What stood there; empty where nothing did.
    pub old: String,
    /// What stands there since; empty where nothing does.
    pub new: String,
}

/// One act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryLine {
    /// When (UTC).
    pub at: String,
    /// Who.
    pub who: String,
    /// Code of the act.
    pub activity: String,
    /// Facts of the act.
    pub params: BTreeMap<String, String>,
    /// What it changed.
    pub places: Vec<StoryPlace>,
    /// Why, in the words of whoever did it; empty where no reason is asked.
    pub reason: String,
}

impl Desk {
    /// Everything that was done to an order, the first act first.
    ///
    /// # Errors
    /// When nobody has signed in, or the trail cannot be read.
    pub async fn order_story(
        &self,
        actor: &Actor,
        order: i64,
    ) -> Result<Vec<StoryLine>, DeskError> {
        actor.account()?;
        let mut reader = self.read().await?;
        let rows = audit::queries::story_of(&mut reader, Subject::Order(order), MOST).await?;
        let became = audit::queries::conversions_of(&mut reader, order, MOST).await?;
        let mut story = Vec::with_capacity(rows.len() + became.len());
        let mut acts = Vec::with_capacity(rows.len());
        for (row, changes) in rows {
            acts.push((row, Changes::read(&changes)?));
        }
        let (mut customers, mut people) = (BTreeSet::new(), BTreeSet::new());
        for (_, changes) in &acts {
            changes.named(&mut customers, &mut people);
        }
        let mut told = Told::knowing(Names {
            customers: queries::customers(&mut reader, &customers).await?,
            people: queries::people(&mut reader, &people).await?,
        });
        for (row, changes) in acts {
            let (places, reason) = told.of(&changes)?;
            // What an order begins with is the order itself.
            let places = if story.is_empty() { Vec::new() } else { places };
            story.push((row.seq, line(row, places, reason)?));
        }
        for row in became {
            let seq = row.seq;
            let mut line = line(row, Vec::new(), String::new())?;
            // Here the number it comes of is its own.
            line.params.remove("from");
            story.push((seq, line));
        }
        story.sort_by_key(|(seq, _)| *seq);
        Ok(story.into_iter().map(|(_, line)| line).collect())
    }
}

fn line(row: TrailRow, places: Vec<StoryPlace>, reason: String) -> Result<StoryLine, DeskError> {
    let line = trail_line(row)?;
    Ok(StoryLine {
        at: line.at,
        who: line.who,
        activity: line.activity,
        params: line.params,
        places,
        reason,
    })
}
