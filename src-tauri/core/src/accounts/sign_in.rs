//! Signing in with a name and a password, and who may.

use super::{AccessRefusal, Actor, PersonView, queries};
use crate::Desk;
use crate::error::DeskError;

impl Desk {
    /// Lets somebody in. A wrong name and a wrong password get the same answer in the same time.
    ///
    /// # Errors
    /// When name and password do not belong together, or the person no longer works here.
    pub async fn sign_in(&self, name: &str, password: &str) -> Result<Actor, DeskError> {
        let found = queries::by_name(&mut *self.read().await?, name.trim())
            .await?
            .filter(|person| person.active);
        let stored = found
            .as_ref()
            .and_then(|person| person.password_hash.clone());
        let cost = self.password_cost();
        let typed = password.to_owned();
        let matches =
            crate::desk::reckon_aside(move || cost.matches(&typed, stored.as_deref())).await??;
        match found {
            Some(person) if matches => Ok(Actor::signed_in(person.id, person.name, person.roles)),
            _ => Err(AccessRefusal::WrongPassword.into()),
        }
    }

    /// Everybody of the house.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn people(&self) -> Result<Vec<PersonView>, DeskError> {
        Ok(queries::everybody(&mut *self.read().await?)
            .await?
            .into_iter()
            .map(PersonView::from)
            .collect())
    }
}
