//! Asking again, when something is done, who somebody is today.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::authority::{Power, power_of};
use super::queries::{self, Present};
use super::rules::{SignsAs, lone_holder, roles_on, signs_as};
use super::{AccessRefusal, Actor, Role};
use crate::Desk;
use crate::audit::Activity;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::settings::{self, HouseRules};
use crate::storage::{Connection, Question, Writer};

impl Desk {
    /// `actor` with the roles of today: whoever signed in yesterday does not keep yesterday's.
    ///
    /// # Errors
    /// When the person no longer works here, or has to choose a password first.
    pub async fn still_here(&self, actor: &Actor) -> Result<Actor, DeskError> {
        let person = present(&mut *self.read().await?, actor).await?;
        let roles = roles_on(&person.terms, self.today());
        Ok(Actor::signed_in(actor.account()?, person.name, roles))
    }

    /// Whether `actor` may do `activity` today: asked where work is done before the writing door is opened.
    pub(crate) async fn may_today(
        &self,
        actor: &Actor,
        activity: Activity,
    ) -> Result<bool, DeskError> {
        let Some(power) = power_of(activity) else {
            return Ok(true);
        };
        let mut reader = self.read().await?;
        let rules = settings::in_force(&mut reader, self.today()).await?;
        let holders = rules.authority.holders(power);
        let person = present(&mut reader, actor).await?;
        Ok(holds(&person, holders, self.today()))
    }
}

/// The one who holds `role` on `day`, by name; nobody where several do.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn lone_holder_of(
    connection: &mut Connection,
    role: Role,
    day: chrono::NaiveDate,
) -> Result<Option<String>, DeskError> {
    let people = queries::standings(connection).await?;
    Ok(lone_holder(&people, role, day).map(str::to_owned))
}

/// Whether somebody has one of `holders` on `day`.
fn holds(person: &Present, holders: &[Role], day: chrono::NaiveDate) -> bool {
    let roles = roles_on(&person.terms, day);
    roles.iter().any(|role| holders.contains(role))
}

async fn present(connection: &mut Connection, actor: &Actor) -> Result<Present, DeskError> {
    let person = queries::present(actor.account()?).ask(connection).await?;
    Ok(here(person)?)
}

/// The one who was found, where he works here and has chosen his own password.
fn here(person: Option<Present>) -> Result<Present, AccessRefusal> {
    let person = person
        .filter(|person| person.active)
        .ok_or(AccessRefusal::NotSignedIn)?;
    if person.must_choose_password {
        return Err(AccessRefusal::MustChoosePassword);
    }
    Ok(person)
}

/// What was found at a writing door: the rules of the house of today, and who it is that acts.
#[derive(Debug)]
pub(crate) struct AtTheDoor {
    rules: HouseRules,
    person: Option<Present>,
}

/// What is asked at the writing door of an act that needs a power.
pub(crate) fn at_the_door(actor: &Actor, day: chrono::NaiveDate) -> Question<AtTheDoor> {
    let person = actor
        .id()
        .map_or_else(|| Question::known(None), queries::present);
    settings::rules_on(day)
        .and(person)
        .map(|(rules, person)| Ok(AtTheDoor { rules, person }))
}

/// Whether the one who acts holds, today, a role that may do `activity`.
pub(crate) fn may_act(
    writer: &mut Writer,
    activity: Activity,
    found: AtTheDoor,
) -> Result<HouseRules, DeskError> {
    let AtTheDoor { rules, person } = found;
    if let Some(power) = power_of(activity) {
        let day = in_shanghai(writer.at()).date();
        let person = must_hold(here(person)?, power, day, &rules)?;
        writer.actor_is_called(person.name);
    }
    Ok(rules)
}

/// Whether the one who acts may use `power` today.
pub(super) async fn may(writer: &mut Writer, power: Power) -> Result<(), DeskError> {
    let actor = writer.actor().clone();
    let day = in_shanghai(writer.at()).date();
    may_on(writer, &actor, power, day).await
}

/// Whether `actor` may use `power` on `day`; for what leaves the desk without writing anything.
pub(crate) async fn may_on(
    connection: &mut Connection,
    actor: &Actor,
    power: Power,
    day: chrono::NaiveDate,
) -> Result<(), DeskError> {
    let rules = settings::in_force(connection, day).await?;
    must_hold(present(connection, actor).await?, power, day, &rules)?;
    Ok(())
}

/// The one who was found, where he has one of the roles that hold `power` on `day`.
fn must_hold(
    person: Present,
    power: Power,
    day: chrono::NaiveDate,
    rules: &HouseRules,
) -> Result<Present, DeskError> {
    let holders = rules.authority.holders(power);
    if holds(&person, holders, day) {
        Ok(person)
    } else {
        Err(needs(holders))
    }
}

/// Everything `person` may do or sign on `day`, each with the role they do it in.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn powers_of(
    connection: &mut Connection,
    person: i64,
    day: chrono::NaiveDate,
) -> Result<BTreeMap<Power, Role>, DeskError> {
    let rules = settings::in_force(connection, day).await?;
    let people = queries::standings(connection).await?;
    let holds = |power: &Power| {
        let holders = rules.authority.holders(*power);
        signs_as(&people, person, holders, power.kind(), day).map(|signs| (*power, signs.role))
    };
    Ok(Power::ALL.iter().filter_map(holds).collect())
}

/// In which role `person` uses the first of `powers` that they had at `at`; `only` narrows it to one role. Roles, deputies,
/// the table of authority and who works here are those of that moment.
pub(super) async fn capacity_at(
    writer: &mut Writer,
    person: i64,
    powers: &[Power],
    only: Option<Role>,
    at: DateTime<Utc>,
) -> Result<SignsAs, DeskError> {
    let day = in_shanghai(at).date();
    let rules = settings::in_force(writer, day).await?;
    let people = if at < writer.at() {
        queries::standings_at(writer, at).await?
    } else {
        queries::standings(writer).await?
    };
    let mut asked: Vec<Role> = Vec::new();
    for power in powers {
        let holders: Vec<Role> = rules
            .authority
            .holders(*power)
            .iter()
            .copied()
            .filter(|role| only.is_none_or(|only| only == *role))
            .collect();
        if let Some(signs) = signs_as(&people, person, &holders, power.kind(), day) {
            return Ok(signs);
        }
        asked.extend(holders);
    }
    Err(needs(&asked))
}

fn needs(roles: &[Role]) -> DeskError {
    AccessRefusal::NeedsRole {
        roles: roles.to_vec(),
    }
    .into()
}
