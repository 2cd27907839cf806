//! What the window is told of people, and what it asks of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::authority::{Kept, Kind, Matrix, Power};
use super::queries::Person;
use super::rules::roles_on;
use super::{Medium, NewPerson, Role};

/// A person as a screen shows one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    /// Account.
    #[ts(type = "number")]
    pub id: i64,
    /// Counts the changes of the person.
    #[ts(type = "number")]
    pub revision: i64,
    /// Name.
    pub name: String,
    /// 部门; may be empty.
    pub department: String,
    /// Roles held today.
    pub roles: Vec<Role>,
    /// Roles through time.
    pub terms: Vec<RoleTermView>,
    /// Who stands in for this person.
    pub deputies: Vec<DeputyView>,
    /// Whether the person still works here.
    pub active: bool,
    /// Has a password.
    pub can_sign_in: bool,
    /// Has a PIN.
    pub can_sign: bool,
    /// Has to choose a password at the next sign-in.
    pub must_choose_password: bool,
}

/// A role through time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleTermView {
    /// Which.
    pub role: Role,
    /// 负责人.
    pub head: bool,
    /// First day.
    pub from: String,
    /// Last day; none: until further notice.
    pub to: Option<String>,
    /// Held today.
    pub today: bool,
}

/// Somebody who stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeputyView {
    /// For which role.
    pub role: Role,
    /// Who.
    #[ts(type = "number")]
    pub person: i64,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

impl PersonView {
    pub(super) fn of(person: Person, today: NaiveDate) -> Self {
        Self {
            id: person.id,
            revision: person.revision,
            name: person.name,
            department: person.department,
            roles: roles_on(&person.terms, today),
            terms: person
                .terms
                .iter()
                .map(|term| RoleTermView {
                    role: term.role,
                    head: term.head,
                    from: term.from.to_string(),
                    to: term.to.map(|day| day.to_string()),
                    today: term.holds_on(today),
                })
                .collect(),
            deputies: person
                .deputies
                .iter()
                .map(|deputy| DeputyView {
                    role: deputy.role,
                    person: deputy.deputy,
                    from: deputy.from.to_string(),
                    to: deputy.to.to_string(),
                })
                .collect(),
            active: person.active,
            can_sign_in: person.password_hash.is_some(),
            can_sign: person.pin_hash.is_some(),
            must_choose_password: person.must_choose_password,
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
pub struct PersonRequest {
    /// Who; none: somebody new.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    /// The revision on the screen; 0 for somebody new.
    #[ts(type = "number")]
    pub revision: i64,
    /// Name.
    pub name: String,
    /// 部门; may be empty.
    pub department: String,
    /// All roles, past and to come.
    pub terms: Vec<RoleTermRequest>,
    /// All deputies, past and to come.
    pub deputies: Vec<DeputyRequest>,
    /// Whether the person still works here.
    pub active: bool,
    /// A new password, if any.
    pub password: Option<String>,
    /// A new PIN, if any.
    pub pin: Option<String>,
}

/// A role through time, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleTermRequest {
    /// Which.
    pub role: Role,
    /// 负责人.
    pub head: bool,
    /// First day as typed; empty: today.
    pub from: String,
    /// Last day as typed; empty: until further notice.
    pub to: String,
}

/// A deputy, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeputyRequest {
    /// For which role.
    pub role: Role,
    /// Who; 0 while nobody is chosen.
    #[ts(type = "number")]
    pub person: i64,
    /// First day as typed; empty: today.
    pub from: String,
    /// Last day as typed.
    pub to: String,
}

/// Somebody who may sign something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignerView {
    /// Account.
    #[ts(type = "number")]
    pub id: i64,
    /// Name.
    pub name: String,
    /// In which role.
    pub role: Role,
    /// Name of the 负责人 this person stands in for.
    pub deputy_for: Option<String>,
    /// Has a PIN.
    pub can_sign: bool,
}

/// A line of the table of authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PowerView {
    /// What.
    pub power: Power,
    /// Done here, signed, or signed by the 负责人.
    pub kind: Kind,
    /// Who may today.
    pub roles: Vec<Role>,
    /// The procedure says who: the house does not set it.
    pub fixed: bool,
    /// The clause behind it.
    pub clause: &'static str,
    /// What the house set, the newest first.
    pub history: Vec<RuleChangeView>,
}

/// A value the house has set for a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleChangeView {
    /// The value.
    pub value: String,
    /// From which day.
    pub from: String,
    /// Why.
    pub why: String,
    /// Who set it.
    pub by: String,
    /// When (UTC).
    pub at: String,
}

impl PowerView {
    pub(super) fn of(power: Power, matrix: &Matrix, history: Vec<RuleChangeView>) -> Self {
        Self {
            power,
            kind: power.kind(),
            roles: matrix.holders(power).to_vec(),
            fixed: power.kept() == Kept::Fixed,
            clause: power.clause(),
            history,
        }
    }
}

/// A recorded signature whose evidence is still to follow (后补).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LackingView {
    /// The signature.
    #[ts(type = "number")]
    pub signature: i64,
    /// The order it belongs to.
    #[ts(type = "number | null")]
    pub order: Option<i64>,
    /// Its number.
    pub order_number: String,
    /// What was signed, as a code.
    pub purpose: String,
    /// Who signed.
    pub signer: String,
    /// In which capacity, as a code.
    pub capacity: String,
    /// On what.
    pub medium: Medium,
    /// When it was given (UTC).
    pub signed_at: String,
    /// Who recorded it.
    pub recorded_by: String,
}

/// One line of what happened to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonEventView {
    /// Place in the trail.
    #[ts(type = "number")]
    pub seq: i64,
    /// When (UTC).
    pub at: String,
    /// Who did it.
    pub who: String,
    /// What, as a code.
    pub activity: String,
    /// What it changed.
    pub changes: Vec<PersonChangeView>,
}

/// One thing an act changed of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum PersonChangeView {
    /// The name.
    Name {
        /// From now on.
        now: String,
    },
    /// 部门.
    Department {
        /// From now on; empty: none.
        now: String,
    },
    /// Works here, or has left.
    Active {
        /// From now on.
        now: bool,
    },
    /// A new password.
    Password,
    /// A new PIN.
    Pin,
    /// A role was given.
    RoleGiven {
        /// Which.
        role: String,
        /// 负责人.
        head: bool,
        /// First day.
        from: String,
        /// Last day.
        to: Option<String>,
    },
    /// A role was taken away.
    RoleTaken {
        /// Which.
        role: String,
        /// 负责人.
        head: bool,
        /// First day.
        from: String,
        /// Last day.
        to: Option<String>,
    },
    /// Somebody stands in.
    DeputyNamed {
        /// For which role.
        role: String,
        /// Who.
        deputy: String,
        /// First day.
        from: String,
        /// Last day.
        to: String,
    },
    /// Somebody no longer does.
    DeputyDropped {
        /// For which role.
        role: String,
        /// Who.
        deputy: String,
        /// First day.
        from: String,
        /// Last day.
        to: String,
    },
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
        /// The evidence.
        evidence: Vec<EvidenceRequest>,
        /// 后补: the evidence follows later.
        follows: bool,
        /// What else is to be said.
        note: String,
    },
}

/// A piece of evidence, as the sign box has it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum EvidenceRequest {
    /// A file that was dropped or chosen.
    File {
        /// Where it is.
        path: String,
    },
    /// A picture from the clipboard.
    Pasted {
        /// The name it is shown under.
        name: String,
        /// Its bytes, Base64.
        data: String,
    },
}
