//! Who may sign something at a moment, for the box it is signed in.

use chrono::{DateTime, Utc};

use super::authority::Power;
use super::rules::signs_as;
use super::wire::SignerView;
use super::{Role, queries};
use crate::Desk;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::settings;

impl Desk {
    /// Everybody who may use one of `powers` at the moment `at` (now when none is given), each in the role they would sign
    /// in; `only` narrows it to one role. Who is offered is who may sign.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn signers(
        &self,
        powers: &[Power],
        only: Option<Role>,
        at: Option<DateTime<Utc>>,
    ) -> Result<Vec<SignerView>, DeskError> {
        let now = self.now();
        let at = at.unwrap_or(now);
        let day = in_shanghai(at).date();
        let mut reader = self.read().await?;
        let rules = settings::in_force(&mut reader, day).await?;
        let people = if at < now {
            queries::standings_at(&mut reader, at).await?
        } else {
            queries::standings(&mut reader).await?
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
                signs_as(&people, id, &holders, power.kind(), day)
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
