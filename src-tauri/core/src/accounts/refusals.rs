//! Why somebody is not let in, or a signature is not taken.

use super::Role;
use crate::error::Refuse;

/// What accounts refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccessRefusal {
    /// Name and password do not belong together, or there is no such person: the same answer for both.
    #[error("name and password do not belong together")]
    WrongPassword,
    /// The PIN is not that person's.
    #[error("the PIN is not that person's")]
    WrongPin,
    /// Nobody has signed in.
    #[error("nobody has signed in")]
    NotSignedIn,
    /// The person holds none of the roles this needs.
    #[error("needs one of the roles {roles:?}")]
    NeedsRole {
        /// Which roles may.
        roles: Vec<Role>,
    },
    /// Nobody approves what he himself asked for or issued (F1-02).
    #[error("nobody approves his own request")]
    OwnRequest,
    /// A person needs a name.
    #[error("a person needs a name")]
    NoName,
    /// Somebody has that name already.
    #[error("somebody is called that already")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// A person needs at least one role.
    #[error("a person needs a role")]
    NoRole,
    /// Too short a password.
    #[error("a password has at least {least} characters")]
    ShortPassword {
        /// The least there must be.
        least: usize,
    },
    /// A PIN is four to eight digits.
    #[error("a PIN is four to eight digits")]
    BadPin,
    /// The administrator needs both.
    #[error("the administrator needs a password and a PIN")]
    AdministratorNeedsSecrets,
    /// The last administrator cannot go.
    #[error("the last administrator cannot go")]
    LastAdministrator,
    /// That person has no PIN yet.
    #[error("that person has no PIN")]
    NoPin,
    /// A recorded signature needs the name of whoever gave it.
    #[error("a recorded signature needs a name")]
    RecordedWithoutName,
    /// Nothing is recorded before it happened.
    #[error("the moment lies in the future")]
    RecordedInFuture,
    /// The customer has no PIN here: a customer's signature is recorded.
    #[error("a customer's signature is recorded")]
    CustomerHasNoPin,
}

impl Refuse for AccessRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::WrongPassword => "wrong_password",
            Self::WrongPin => "wrong_pin",
            Self::NotSignedIn => "not_signed_in",
            Self::NeedsRole { .. } => "needs_role",
            Self::OwnRequest => "own_request",
            Self::NoName => "person_has_no_name",
            Self::NameTaken { .. } => "name_taken",
            Self::NoRole => "person_has_no_role",
            Self::ShortPassword { .. } => "short_password",
            Self::BadPin => "bad_pin",
            Self::AdministratorNeedsSecrets => "administrator_needs_secrets",
            Self::LastAdministrator => "last_administrator",
            Self::NoPin => "person_has_no_pin",
            Self::RecordedWithoutName => "recorded_without_name",
            Self::RecordedInFuture => "recorded_in_future",
            Self::CustomerHasNoPin => "customer_has_no_pin",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NeedsRole { roles } => vec![(
                "roles",
                roles
                    .iter()
                    .map(|role| role.code())
                    .collect::<Vec<_>>()
                    .join(","),
            )],
            Self::NameTaken { name } => vec![("name", name.clone())],
            Self::ShortPassword { least } => vec![("least", least.to_string())],
            _ => Vec::new(),
        }
    }
}
