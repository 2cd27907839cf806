//! 退回: who could have given 生效审批 or 审核 says no, signs it and says why (F2-04.4a).
//!
//! **Invariant:** a no is over the content as it was shown, like the yes it stands in place of; when the content moves on, the order
//! waits for a word again. It is kept apart from what was given, and is never taken for a yes.

mod queries;
mod refusals;
mod send_back;

use serde::Deserialize;
use ts_rs::TS;

use crate::accounts::{ApprovalRequest, Power, Purpose, Signature};
use crate::audit::Activity;

pub(crate) use queries::sent_back;
pub use refusals::SendBackRefusal;

/// Which word was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AskedFor {
    /// 生效审批 (F7-07a).
    Effect,
    /// 审核 (S-4.4.1).
    Check,
}

impl AskedFor {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Effect => "effect",
            Self::Check => "check",
        }
    }

    /// Whoever may say yes may say no.
    const fn power(self) -> Power {
        match self {
            Self::Effect => Power::SignEffect,
            Self::Check => Power::SignCheck,
        }
    }

    const fn activity(self) -> Activity {
        match self {
            Self::Effect => Activity::SendEffectBack,
            Self::Check => Activity::SendCheckBack,
        }
    }

    const fn purpose(self) -> Purpose {
        match self {
            Self::Effect => Purpose::EffectRefusal,
            Self::Check => Purpose::CheckRefusal,
        }
    }
}

/// A no to an order as it stands.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SendBackRequest {
    /// Which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown to the signer.
    #[ts(type = "number")]
    pub revision: i64,
    /// Which word is refused.
    pub asked_for: AskedFor,
    /// Why, as typed.
    pub reason: String,
    /// Who says so.
    pub approval: ApprovalRequest,
}

/// A no, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentBack {
    /// Who, when, over what.
    pub signature: Signature,
    /// Why.
    pub reason: String,
}
