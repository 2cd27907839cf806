//! Who may sign something on a day, for the box it is signed in.

use chrono::NaiveDate;

use super::authority::{Kind, Power};
use super::rules::signs_as;
use super::wire::SignerView;
use super::{Role, queries};
use crate::Desk;
use crate::clock::first_moment_of;
use crate::error::DeskError;
use crate::settings;

impl Desk {
    /// Everybody who may use one of `powers` on `day` (today when none is given), each in the role they would sign in;
    /// `only` narrows it to one role.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn signers(
        &self,
        powers: &[Power],
        only: Option<Role>,
        day: Option<NaiveDate>,
    ) -> Result<Vec<SignerView>, DeskError> {
        let day = day.unwrap_or_else(|| self.today());
        let mut reader = self.read().await?;
        let rules = settings::in_force(&mut reader, day).await?;
        // Whoever left in the course of a day could still sign on it.
        let people = match first_moment_of(day).filter(|_| day < self.today()) {
            Some(first) => queries::standings_at(&mut reader, first).await?,
            None => queries::standings(&mut reader).await?,
        };
        let with_pin: Vec<i64> = queries::everybody(&mut reader)
            .await?
            .into_iter()
            .filter(|person| person.pin_hash.is_some())
            .map(|person| person.id)
            .collect();
        let signer = |id: i64| {
            powers.iter().find_map(|power| {
                let holders: Vec<Role> = rules
                    .authority
                    .holders(*power)
                    .iter()
                    .copied()
                    .filter(|role| only.is_none_or(|only| only == *role))
                    .collect();
                let heads = power.kind() == Kind::HeadSignature;
                signs_as(&people, id, &holders, heads, day)
            })
        };
        Ok(people
            .iter()
            .filter_map(|person| {
                signer(person.id).map(|signs| SignerView {
                    id: person.id,
                    name: person.name.clone(),
                    role: signs.role,
                    deputy_for: signs.deputy_for,
                    can_sign: with_pin.contains(&person.id),
                })
            })
            .collect())
    }
}
