//! Where an order stands.

use crate::error::Failure;

/// The state of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrderState {
    /// 信息登记: written down, with a number.
    Registered,
    /// 要求已确认: the customer agreed to what stands there (S-4.1.2b).
    RequirementsConfirmed,
    /// 评审: production and quality are asked (S-4.3.1).
    InReview,
    /// 已下单: the task sheet is issued (S-4.4.1).
    Released,
    /// 已转单: a presale of which nothing is left (F4-3d).
    Converted,
}

impl OrderState {
    const ALL: [Self; 5] = [
        Self::Registered,
        Self::RequirementsConfirmed,
        Self::InReview,
        Self::Released,
        Self::Converted,
    ];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::RequirementsConfirmed => "requirements_confirmed",
            Self::InReview => "in_review",
            Self::Released => "released",
            Self::Converted => "converted",
        }
    }

    /// Reads [`code`](Self::code).
    pub(super) fn from_code(code: &str) -> Result<Self, Failure> {
        let found = Self::ALL.into_iter().find(|state| state.code() == code);
        found.ok_or_else(|| Failure::UnknownValue {
            what: "orders.state",
            value: code.to_owned(),
        })
    }

    /// Whether the order itself is closed to changes: what changes now is a signed amendment, or the order it became.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Released | Self::Converted)
    }

    /// The step of the rail at which the next thing is to be done: 1 接单确认, 3 样本确认, 4 订单评审, 6 出货.
    #[must_use]
    pub const fn next_step(self) -> i64 {
        match self {
            Self::Registered | Self::Converted => 1,
            Self::RequirementsConfirmed => 3,
            Self::InReview => 4,
            Self::Released => 6,
        }
    }
}
