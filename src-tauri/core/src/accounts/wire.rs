//! What the window is told of people, and what it asks of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries::Person;
use super::{ChangePerson, Medium, NewPerson, Role};

/// A person as a screen shows one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    /// Account.
    #[ts(type = "number")]
    pub id: i64,
    /// Name.
    pub name: String,
    /// Roles.
    pub roles: Vec<Role>,
    /// Whether the person still works here.
    pub active: bool,
    /// Has a password.
    pub can_sign_in: bool,
    /// Has a PIN.
    pub can_sign: bool,
}

impl From<Person> for PersonView {
    fn from(person: Person) -> Self {
        Self {
            id: person.id,
            name: person.name,
            roles: person.roles,
            active: person.active,
            can_sign_in: person.password_hash.is_some(),
            can_sign: person.pin_hash.is_some(),
        }
    }
}

/// A person to be entered, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewPersonRequest {
    /// Name.
    pub name: String,
    /// Roles.
    pub roles: Vec<Role>,
    /// Password, if the person signs in.
    pub password: Option<String>,
    /// PIN, if the person signs here.
    pub pin: Option<String>,
}

impl From<NewPersonRequest> for NewPerson {
    fn from(request: NewPersonRequest) -> Self {
        let filled = |secret: Option<String>| secret.filter(|secret| !secret.is_empty());
        Self {
            name: request.name,
            roles: request.roles,
            password: filled(request.password),
            pin: filled(request.pin),
        }
    }
}

/// What is to be true of a person, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePersonRequest {
    /// Who.
    #[ts(type = "number")]
    pub id: i64,
    /// Name.
    pub name: String,
    /// Roles.
    pub roles: Vec<Role>,
    /// Whether the person still works here.
    pub active: bool,
    /// A new password, if any.
    pub password: Option<String>,
    /// A new PIN, if any.
    pub pin: Option<String>,
}

impl From<ChangePersonRequest> for ChangePerson {
    fn from(request: ChangePersonRequest) -> Self {
        let filled = |secret: Option<String>| secret.filter(|secret| !secret.is_empty());
        Self {
            id: request.id,
            name: request.name,
            roles: request.roles,
            active: request.active,
            password: filled(request.password),
            pin: filled(request.pin),
        }
    }
}

/// A yes, as the sign box sends it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum ApprovalRequest {
    /// By PIN.
    Pin {
        /// Who.
        #[ts(type = "number")]
        person: i64,
        /// The PIN.
        pin: String,
    },
    /// 代录.
    Recorded {
        /// Who, when it is somebody of the house.
        #[ts(type = "number | null")]
        person: Option<i64>,
        /// Who, when it is the customer's person.
        name: String,
        /// When, an ISO moment.
        at: String,
        /// On what.
        medium: Medium,
        /// Paths of the evidence.
        evidence: Vec<String>,
        /// What else is to be said.
        note: String,
    },
}
