//! Signing in with a name and a password, and a password of one's own.

use super::rules::roles_on;
use super::secret::{check_password, check_pin};
use super::{AccessRefusal, Actor, PersonView};
use crate::Desk;
use crate::accounts::queries::{self, Person};
use crate::audit::Activity;
use crate::error::DeskError;
use crate::storage::{Cell, Subject};
use crate::wire::Done;

impl Desk {
    /// Lets somebody in. A wrong name and a wrong password get the same answer in the same time.
    ///
    /// # Errors
    /// When name and password do not belong together, the person no longer works here, wrong tries make the next one
    /// wait, or a password of one's own has to be chosen first.
    pub async fn sign_in(&self, name: &str, password: &str) -> Result<Actor, DeskError> {
        let person = self.prove_password(name.trim(), password).await?;
        if person.must_choose_password {
            return Err(AccessRefusal::MustChoosePassword.into());
        }
        Ok(self.actor_of(person))
    }

    /// Chooses a password of one's own in the place of the one an administrator has set, and lets the person in.
    ///
    /// # Errors
    /// As [`sign_in`](Self::sign_in), and when the new one is too short or the old one again.
    pub async fn choose_password(
        &self,
        name: &str,
        old: &str,
        new: &str,
    ) -> Result<Actor, DeskError> {
        let person = self.prove_password(name.trim(), old).await?;
        check_password(new)?;
        if new == old {
            return Err(AccessRefusal::SamePassword.into());
        }
        let actor = self.actor_of(person);
        self.set_own(&actor, Some(new), None).await?;
        Ok(actor)
    }

    /// Changes one's own password or PIN, or both; the password of now proves who asks. `None` leaves the old one.
    ///
    /// # Errors
    /// When the password of now is wrong, or a new secret will not do.
    pub async fn change_own_secrets(
        &self,
        actor: &Actor,
        now: &str,
        password: Option<&str>,
        pin: Option<&str>,
    ) -> Result<Done<()>, DeskError> {
        self.prove_password(actor.name(), now).await?;
        if let Some(password) = password {
            check_password(password)?;
        }
        if let Some(pin) = pin {
            check_pin(pin)?;
        }
        self.set_own(actor, password, pin).await
    }

    async fn set_own(
        &self,
        actor: &Actor,
        password: Option<&str>,
        pin: Option<&str>,
    ) -> Result<Done<()>, DeskError> {
        let id = actor.account()?;
        let mut columns: Vec<(&'static str, Cell)> = Vec::new();
        if let Some(password) = self.hashed(password).await? {
            columns.push(("password_hash", password.into()));
            columns.push(("must_choose_password", false.into()));
        }
        if let Some(pin) = self.hashed(pin).await? {
            columns.push(("pin_hash", pin.into()));
        }
        let mut writer = self.begin(actor, Activity::ChooseOwnSecrets).await?;
        writer.update("accounts", id, &columns).await?;
        writer.about(Subject::Person(id));
        Ok(Done {
            value: (),
            changed: writer.commit().await?,
        })
    }

    fn actor_of(&self, person: Person) -> Actor {
        let roles = roles_on(&person.terms, self.today());
        Actor::signed_in(person.id, person.name, roles)
    }

    /// Everybody of the house.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn people(&self) -> Result<Vec<PersonView>, DeskError> {
        let today = self.today();
        Ok(queries::everybody(&mut *self.read().await?)
            .await?
            .into_iter()
            .map(|person| PersonView::of(person, today))
            .collect())
    }
}
