//! How somebody says yes: by PIN on this machine, or elsewhere, and the assistant records it (代录).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Proven;

/// On what a recorded signature or answer was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// 纸面签字
    Paper,
    /// 微信
    Wechat,
    /// 邮件
    Email,
    /// 电话
    Phone,
    /// 当面
    InPerson,
}

impl Medium {
    /// Every medium.
    pub const ALL: [Self; 5] = [
        Self::Paper,
        Self::Wechat,
        Self::Email,
        Self::Phone,
        Self::InPerson,
    ];

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|medium| medium.code() == code)
    }

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Wechat => "wechat",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::InPerson => "in_person",
        }
    }

    /// As forms print it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Paper => "纸面",
            Self::Wechat => "微信",
            Self::Email => "邮件",
            Self::Phone => "电话",
            Self::InPerson => "当面",
        }
    }
}

/// A piece of evidence, kept by content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its hash in the store.
    pub sha256: String,
    /// The name it came with.
    pub name: String,
}

/// A yes on its way to becoming a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Approval {
    /// The person's own PIN, typed here and now and found right.
    Pin(Proven),
    /// 代录.
    Recorded {
        /// Who, when it is somebody of the house.
        person: Option<i64>,
        /// Who, when it is the customer's person.
        name: String,
        /// When it was given.
        at: DateTime<Utc>,
        /// On what.
        medium: Medium,
        /// The evidence kept in the store; none where it is to follow (后补).
        evidence: Vec<Piece>,
        /// What else is to be said.
        note: String,
    },
}
