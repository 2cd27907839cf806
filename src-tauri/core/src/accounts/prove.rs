//! Proving who is there: by the password at the door, by the PIN beside a paper, by either at the locked screen.

use super::queries::{self, Person};
use super::tries::{name_target, pin_target};
use super::{AccessRefusal, Actor};
use crate::Desk;
use crate::desk::reckon_aside;
use crate::error::DeskError;

/// A person whose PIN was right, here and now. There is no other way to make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proven(i64);

impl Proven {
    /// The account.
    #[must_use]
    pub const fn account(self) -> i64 {
        self.0
    }
}

impl Desk {
    /// Checks a PIN that is typed while `actor` sits here.
    ///
    /// # Errors
    /// When it is wrong, tried again too soon, or the person has none.
    pub(crate) async fn prove_pin(
        &self,
        actor: &Actor,
        person: i64,
        pin: &str,
    ) -> Result<Proven, DeskError> {
        let _turn = self.one_try_at_a_time().await;
        let target = pin_target(person);
        self.may_try(&target).await?;
        let found = queries::active_person(&mut *self.read().await?, person).await?;
        let stored = found.pin_hash.clone().ok_or(AccessRefusal::NoPin)?;
        if self.secret_matches(pin, Some(stored)).await? {
            self.right_again(actor, &target, found.id).await?;
            Ok(Proven(found.id))
        } else {
            self.wrong_try(actor, &target, Some(found.id)).await?;
            Err(AccessRefusal::WrongPin.into())
        }
    }

    /// Checks a name and its password. An unknown name is answered as slowly and in the same words.
    pub(super) async fn prove_password(
        &self,
        name: &str,
        password: &str,
    ) -> Result<Person, DeskError> {
        let _turn = self.one_try_at_a_time().await;
        let target = name_target(name);
        self.may_try(&target).await?;
        let found = queries::by_name(&mut *self.read().await?, name)
            .await?
            .filter(|person| person.active);
        let stored = found
            .as_ref()
            .and_then(|person| person.password_hash.clone());
        let at_the_door = Actor::at_the_door();
        match (found, self.secret_matches(password, stored).await?) {
            (Some(person), true) => {
                self.right_again(&at_the_door, &target, person.id).await?;
                Ok(person)
            }
            (found, _) => {
                let about = found.map(|person| person.id);
                self.wrong_try(&at_the_door, &target, about).await?;
                Err(AccessRefusal::WrongPassword.into())
            }
        }
    }

    /// Opens the locked screen for the one who sits there: by PIN or by password, counted as one.
    ///
    /// # Errors
    /// When the secret is wrong, tried again too soon, or the person no longer works here.
    pub async fn unlock(&self, actor: &Actor, secret: &str) -> Result<Actor, DeskError> {
        let turn = self.one_try_at_a_time().await;
        let id = actor.account()?;
        let target = pin_target(id);
        self.may_try(&target).await?;
        let person = queries::person(&mut *self.read().await?, id)
            .await?
            .filter(|person| person.active)
            .ok_or(AccessRefusal::NotSignedIn)?;
        let by_pin = match person.pin_hash {
            Some(stored) => self.secret_matches(secret, Some(stored)).await?,
            None => false,
        };
        if !by_pin && !self.secret_matches(secret, person.password_hash).await? {
            self.wrong_try(actor, &target, Some(id)).await?;
            return Err(AccessRefusal::WrongSecret.into());
        }
        self.right_again(actor, &target, id).await?;
        drop(turn);
        self.still_here(actor).await
    }

    /// A new secret as it is stored, reckoned aside; none where none is set.
    pub(super) async fn hashed(
        &self,
        secret: Option<impl AsRef<str>>,
    ) -> Result<Option<String>, DeskError> {
        let Some(secret) = secret else {
            return Ok(None);
        };
        let (cost, secret) = (self.password_cost(), secret.as_ref().to_owned());
        Ok(Some(reckon_aside(move || cost.hash(&secret)).await??))
    }

    async fn secret_matches(&self, typed: &str, stored: Option<String>) -> Result<bool, DeskError> {
        let cost = self.password_cost();
        let typed = typed.to_owned();
        Ok(reckon_aside(move || cost.matches(&typed, stored.as_deref())).await??)
    }
}
