//! The people: who they are, what they may do, and how they sign.
//!
//! A person signs in with a password and signs with a PIN. Whoever does not sit at this machine signs on paper or
//! by message, and the assistant records it (代录): who, when, on which medium, with the evidence. A signature names
//! the hash of exactly what was signed; when that changes, the signature is stale and no longer counts. Neither a
//! PIN nor a recorded signature claims to be a legal electronic signature.
//!
//! Who may do and sign what stands in one table, [`Power`]; the writing door asks it of every act, with the roles of
//! that day: a role is held from a day to a day, some roles have a 负责人, and a 负责人 may have deputies.
//!
//! **Invariant:** an [`Actor`] comes from a sign-in or from first start, never from a screen's word.
//! **Invariant:** wrong passwords and PINs make the next try wait, across restarts, whether the name exists or not.
//! **Invariant:** on no day to come is the house without an administrator.
//! **Invariant:** no default password; secrets are kept as Argon2id hashes and never leave this module.

mod actor;
mod add_evidence;
mod approval;
mod authority;
mod authority_table;
mod enter;
mod person_history;
mod prove;
pub(crate) mod queries;
mod refusals;
mod role;
mod rules;
mod save_person;
mod secret;
mod shown_evidence;
mod sign;
mod sign_in;
mod signers;
mod still_here;
mod term;
mod tries;
mod wire;

pub use actor::Actor;
pub use approval::{Approval, Medium, Piece};
pub use authority::{Kept, Kind, Matrix, Power, power_of};
pub use enter::NewPerson;
pub use prove::Proven;
pub use refusals::AccessRefusal;
pub use role::{Capacity, Role};
pub use rules::{SignsAs, Standing, day_without_administrator, lone_holder, roles_on, signs_as};
pub use secret::PasswordCost;
pub use shown_evidence::{ShownPiece, ShownSignature, Shows};
pub use sign::{Purpose, SignRequest, Signature};
pub use term::{Deputy, RoleTerm};
pub use wire::{
    ApprovalRequest, DeputyRequest, DeputyView, EvidenceRequest, LackingView, NewPersonRequest,
    PersonChangeView, PersonEventView, PersonRequest, PersonView, PowerView, RoleTermRequest,
    RoleTermView, RuleChangeView, SignerView,
};

pub(crate) use enter::enter;
pub(crate) use sign::{enter_pieces, sign};
pub(crate) use still_here::{at_the_door, lone_holder_of, may_act, may_on, powers_of};
