//! The people: who they are, what they may do, and how they sign.
//!
//! A person signs in with a password and signs with a PIN. Whoever does not sit at this machine signs on paper or
//! by message, and the assistant records it (代录): who, when, on which medium, with the evidence. A signature names
//! the hash of exactly what was signed; when that changes, the signature is stale and no longer counts. Neither a
//! PIN nor a recorded signature claims to be a legal electronic signature.
//!
//! **Invariant:** an [`Actor`] comes from a sign-in or from first start, never from a screen's word.
//! **Invariant:** no default password; secrets are kept as Argon2id hashes and never leave this module.

mod actor;
mod add_person;
mod approval;
mod change_person;
mod enter;
pub(crate) mod queries;
mod refusals;
mod role;
mod secret;
mod sign;
mod sign_in;
mod wire;

pub use actor::Actor;
pub use approval::{Approval, Medium};
pub use change_person::ChangePerson;
pub use enter::NewPerson;
pub use refusals::AccessRefusal;
pub use role::{Capacity, Role};
pub use secret::PasswordCost;
pub use sign::{Purpose, SignRequest, Signature};
pub use wire::{ApprovalRequest, ChangePersonRequest, NewPersonRequest, PersonView};

pub(crate) use enter::enter;
pub(crate) use sign::sign;
