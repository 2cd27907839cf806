//! Which gates there are before an order takes effect, and how each of them stands. Pure.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::accounts::{Medium, Signature};
use crate::measures::Fen;
use crate::sent_back::SentBack;
use crate::settings::HouseRules;

/// Whether 生效审批 is asked of an order of this amount (F7-07a): of every order, or strictly above the amount of the house.
#[must_use]
pub fn approval_asked(rules: &HouseRules, amount: Option<Fen>) -> bool {
    rules.effect_approval_all
        || rules
            .effect_approval_above
            .zip(amount)
            .is_some_and(|(above, amount)| amount > above)
}

/// On what the customer signed (F7-07b).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SignatureKind {
    /// 签字扫描件
    SignedScan,
    /// 客户PO
    PurchaseOrder,
    /// 邮件
    Email,
    /// 聊天截图
    Chat,
    /// 合同
    Contract,
}

impl SignatureKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::SignedScan,
        Self::PurchaseOrder,
        Self::Email,
        Self::Chat,
        Self::Contract,
    ];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignedScan => "signed_scan",
            Self::PurchaseOrder => "purchase_order",
            Self::Email => "email",
            Self::Chat => "chat",
            Self::Contract => "contract",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The medium it comes on, as every recorded signature has one (代录).
    #[must_use]
    pub const fn medium(self) -> Medium {
        match self {
            Self::SignedScan | Self::PurchaseOrder | Self::Contract => Medium::Paper,
            Self::Email => Medium::Email,
            Self::Chat => Medium::Wechat,
        }
    }
}

/// How a gate stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// The house does not ask for it.
    Off,
    /// Somebody signed for exactly this.
    Passed(Signature),
    /// Nobody has signed.
    Unsigned,
    /// Somebody signed for something else.
    Stale(Signature),
    /// Whoever was asked said no to exactly this, and why (F2-04.4a).
    SentBack(SentBack),
}

impl Gate {
    /// Judges the latest signature, and whether it still counts for what has to be signed.
    #[must_use]
    pub fn judged(latest: Option<(Signature, bool)>) -> Self {
        match latest {
            None => Self::Unsigned,
            Some((signature, true)) => Self::Passed(signature),
            Some((signature, false)) => Self::Stale(signature),
        }
    }

    /// A no in place of the yes that is missing; what was given stands.
    #[must_use]
    pub fn or_sent_back(self, no: Option<SentBack>) -> Self {
        match (self, no) {
            (Self::Unsigned | Self::Stale(_), Some(no)) => Self::SentBack(no),
            (gate, _) => gate,
        }
    }

    /// Whether it keeps an order waiting.
    #[must_use]
    pub const fn is_shut(&self) -> bool {
        matches!(self, Self::Unsigned | Self::Stale(_) | Self::SentBack(_))
    }
}

/// The gates before 生效, as they stand for an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gates {
    /// 生效审批.
    pub approval: Gate,
    /// The customer's signature.
    pub customer: Gate,
    /// Whether an order without the customer's signature waits, or is only warned of.
    pub customer_blocks: bool,
}

impl Gates {
    /// Whether one of them keeps the order from taking effect.
    #[must_use]
    pub const fn shut(&self) -> bool {
        self.approval.is_shut() || (self.customer_blocks && self.customer.is_shut())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use crate::accounts::{Capacity, Role};

    fn signed(hash: &str) -> Signature {
        Signature {
            id: 1,
            content_hash: hash.to_owned(),
            account: Some(3),
            signer: "赵强".to_owned(),
            capacity: Capacity::Holds(Role::SalesSupervisor),
            signed_at: "2026-11-24T01:12:00Z".to_owned(),
            recorded: None,
            deputy_for: None,
            note: String::new(),
        }
    }

    #[test]
    fn clause_f7_07a_approval_is_asked_strictly_above_the_amount_of_everything_or_of_nothing() {
        let start = HouseRules::default();
        let off = HouseRules {
            effect_approval_above: None,
            ..HouseRules::default()
        };
        let all = HouseRules {
            effect_approval_all: true,
            ..off.clone()
        };
        for (rules, amount, asked) in [
            (&start, Some(5_000_000), false),
            (&start, Some(5_000_001), true),
            (&start, None, false),
            (&off, Some(i64::MAX), false),
            (&all, Some(0), true),
            (&all, None, true),
        ] {
            assert_eq!(approval_asked(rules, amount.map(Fen)), asked, "{amount:?}");
        }
    }

    #[test]
    fn clause_f7_07_a_gate_is_passed_by_a_signature_that_counts_and_a_no_stands_where_none_does() {
        let no = || {
            Some(SentBack {
                signature: signed("b"),
                reason: "单价低了".to_owned(),
            })
        };
        let given = |counts| Some((signed("b"), counts));
        assert_eq!(Gate::judged(None), Gate::Unsigned);
        assert_eq!(Gate::judged(given(true)), Gate::Passed(signed("b")));
        assert_eq!(Gate::judged(given(false)), Gate::Stale(signed("b")));
        for open in [None, given(false)] {
            let gate = Gate::judged(open).or_sent_back(no());
            assert!(matches!(gate, Gate::SentBack(_)) && gate.is_shut());
        }
        let passed = Gate::judged(given(true)).or_sent_back(no());
        assert_eq!(passed, Gate::Passed(signed("b")));
        assert_eq!(Gate::Off.or_sent_back(no()), Gate::Off);
        assert_eq!(Gate::Unsigned.or_sent_back(None), Gate::Unsigned);
    }

    #[test]
    fn clause_f7_07b_the_customers_signature_warns_and_blocks_where_the_house_says_so() {
        let gates = |customer_blocks| Gates {
            approval: Gate::Off,
            customer: Gate::Unsigned,
            customer_blocks,
        };
        assert!(!gates(false).shut());
        assert!(gates(true).shut());
        let approval = Gates {
            approval: Gate::Stale(signed("a")),
            ..gates(false)
        };
        assert!(approval.shut(), "生效审批 always blocks where it is asked");
    }

    #[test]
    fn kinds_of_signature_are_read_back() {
        for kind in SignatureKind::ALL {
            assert_eq!(SignatureKind::from_code(kind.code()).unwrap(), kind);
        }
    }
}
