//! Why somebody is not let in, or a signature is not taken.

use super::Role;
use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What accounts refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccessRefusal {
    /// Name and password do not belong together, or there is no such person: the same answer for both.
    #[error("name and password do not belong together")]
    WrongPassword,
    /// The PIN is not that person's.
    #[error("the PIN is not that person's")]
    WrongPin,
    /// Neither the PIN nor the password of the one who sits here.
    #[error("neither PIN nor password of the one who sits here")]
    WrongSecret,
    /// Too many wrong ones in a row: the next try has to wait.
    #[error("try again in {seconds} seconds")]
    WaitBeforeTrying {
        /// How long.
        seconds: i64,
    },
    /// An administrator has set the password: another has to be chosen before anything else.
    #[error("a password of one's own has to be chosen")]
    MustChoosePassword,
    /// The new password is the old one.
    #[error("the new password is the old one")]
    SamePassword,
    /// Roles, deputies or their days that are not as they must be.
    #[error("{} fields are not as they must be", fields.len())]
    PersonNotUnderstood {
        /// Which, and why.
        fields: Vec<FieldProblem>,
    },
    /// Somebody saved the person while they were being changed here.
    #[error("the person was changed meanwhile")]
    ChangedMeanwhile,
    /// There would be a day without an administrator.
    #[error("from {day} on there would be no administrator")]
    NoAdministratorFrom {
        /// The first such day.
        day: chrono::NaiveDate,
    },
    /// A recorded signature without its evidence, and nobody said it would follow.
    #[error("the evidence is missing")]
    EvidenceMissing,
    /// The house does not let evidence follow (setting).
    #[error("evidence may not follow here")]
    EvidenceMayNotFollow,
    /// The pasted picture cannot be read, or is too big.
    #[error("the pasted picture cannot be kept")]
    BadPicture,
    /// That signature was not recorded: it needs no evidence.
    #[error("that signature was not recorded")]
    NotRecorded,
    /// Nobody has signed in.
    #[error("nobody has signed in")]
    NotSignedIn,
    /// The person holds none of the roles this needs.
    #[error("needs one of the roles {roles:?}")]
    NeedsRole {
        /// Which roles may.
        roles: Vec<Role>,
    },
    /// Nobody approves what he himself asked for, typed or issued (F1-02).
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
    /// That person has no PIN yet.
    #[error("that person has no PIN")]
    NoPin,
    /// A recorded signature needs the name of whoever gave it.
    #[error("a recorded signature needs a name")]
    RecordedWithoutName,
    /// Nothing is recorded before it happened.
    #[error("the moment lies in the future")]
    RecordedInFuture,
    /// Nobody says yes to what has not been asked for yet.
    #[error("the moment lies before it was asked for")]
    RecordedBeforeAsked,
    /// The customer has no PIN here: a customer's signature is recorded.
    #[error("a customer's signature is recorded")]
    CustomerHasNoPin,
}

impl Refuse for AccessRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::WrongPassword => "wrong_password",
            Self::WrongPin => "wrong_pin",
            Self::WrongSecret => "wrong_secret",
            Self::WaitBeforeTrying { .. } => "wait_before_trying",
            Self::MustChoosePassword => "must_choose_password",
            Self::SamePassword => "same_password",
            Self::PersonNotUnderstood { .. } => "fields_not_understood",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::NoAdministratorFrom { .. } => "last_administrator",
            Self::EvidenceMissing => "evidence_missing",
            Self::EvidenceMayNotFollow => "evidence_may_not_follow",
            Self::BadPicture => "bad_picture",
            Self::NotRecorded => "not_recorded",
            Self::NotSignedIn => "not_signed_in",
            Self::NeedsRole { .. } => "needs_role",
            Self::OwnRequest => "own_request",
            Self::NoName => "person_has_no_name",
            Self::NameTaken { .. } => "name_taken",
            Self::NoRole => "person_has_no_role",
            Self::ShortPassword { .. } => "short_password",
            Self::BadPin => "bad_pin",
            Self::AdministratorNeedsSecrets => "administrator_needs_secrets",
            Self::NoPin => "person_has_no_pin",
            Self::RecordedWithoutName => "recorded_without_name",
            Self::RecordedInFuture => "recorded_in_future",
            Self::RecordedBeforeAsked => "recorded_before_asked",
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
            Self::WaitBeforeTrying { seconds } => vec![("seconds", seconds.to_string())],
            Self::PersonNotUnderstood { fields } => vec![("count", fields.len().to_string())],
            Self::NoAdministratorFrom { day } => vec![("day", day.to_string())],
            Self::NameTaken { name } => vec![("name", name.clone())],
            Self::ShortPassword { least } => vec![("least", least.to_string())],
            _ => Vec::new(),
        }
    }
    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::PersonNotUnderstood { fields } => fields.clone(),
            _ => Vec::new(),
        }
    }
}
