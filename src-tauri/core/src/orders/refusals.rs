//! Why an order is not taken, changed or confirmed.

use super::state::OrderState;
use super::understand::FieldProblem;
use crate::error::Refuse;
use crate::measures::Quantity;

/// What orders refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderRefusal {
    /// Texts that are not understood, or name nobody there is.
    #[error("{} fields are not understood", fields.len())]
    NotUnderstood {
        /// Which, and why.
        fields: Vec<FieldProblem>,
    },
    /// Fields without which there is no order.
    #[error("{} fields are needed", fields.len())]
    Needed {
        /// Which.
        fields: Vec<FieldProblem>,
    },
    /// Somebody saved the order while it was being changed here.
    #[error("the order was changed meanwhile")]
    ChangedMeanwhile,
    /// The task sheet is issued: from now on the order changes by signed amendment (S-4.4.2).
    #[error("the order is released")]
    Released,
    /// The order took effect: from now on it changes by signed change (F7-03, F7-08).
    #[error("the order took effect")]
    TookEffect,
    /// The presale has become customer orders as a whole; there is nothing left to change (F4-3d).
    #[error("the presale is converted")]
    Converted,
    /// It is suspended or cancelled: nothing comes of it.
    #[error("the order rests")]
    Rests,
    /// The kind of an order stays what it was registered as.
    #[error("the kind of a registered order is fixed")]
    KindFixed,
    /// Nobody is asked about an order of this kind: it has no customer (F4-5c).
    #[error("an order of this kind is not read back")]
    NotReadBack,
    /// Only what is marked 常规畅销 is made for stock (F4-5a).
    #[error("{product} is not marked as a regular product")]
    NotRegular {
        /// 产品名称.
        product: String,
    },
    /// Only a sample order or a presale becomes a customer order.
    #[error("an order of this kind is not converted")]
    NotConverting,
    /// A presale becomes a customer order after the customer has confirmed what is wanted (F4-3d).
    #[error("the presale is not confirmed")]
    PresaleNotConfirmed,
    /// More than is left of the presale (F4-3d).
    #[error("{asked} is more than the rest of {rest}")]
    MoreThanRest {
        /// What was asked for.
        asked: Quantity,
        /// What is left.
        rest: Quantity,
    },
    /// A presale is not made smaller than what has become customer orders (F4-3d).
    #[error("less than the {converted} converted")]
    LessThanConverted {
        /// What has become customer orders.
        converted: Quantity,
    },
    /// What was read back to the customer is no longer what stands on the order (S-4.1.2b).
    #[error("the order is no longer what was read back")]
    ReadBackChanged,
    /// The customer cannot agree to an order whose blocks are not filled (S-4.1.1a, F1-06).
    #[error("{} requirements are missing", fields.len())]
    RequirementsMissing {
        /// Which.
        fields: Vec<FieldProblem>,
    },
    /// Nobody is named who answered.
    #[error("it is not said who answered")]
    NobodyAnswered,
    /// The answer lies in the future.
    #[error("the answer lies in the future")]
    AnswerInFuture,
    /// A way, a result or a time that there is none of.
    #[error("{what} cannot be {value}")]
    UnknownAnswer {
        /// `how`, `result` or `at`.
        what: &'static str,
        /// What was sent.
        value: String,
    },
    /// Nothing was ticked as verified.
    #[error("nothing was verified")]
    NothingVerified,
    /// The draft is gone: it was registered, saved or thrown away.
    #[error("the draft is gone")]
    DraftGone,
}

impl Refuse for OrderRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotUnderstood { .. } => "fields_not_understood",
            Self::Needed { .. } => "fields_needed",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::Released => "order_released",
            Self::TookEffect => "order_took_effect",
            Self::Converted => "presale_converted",
            Self::Rests => "order_rests",
            Self::KindFixed => "kind_fixed",
            Self::NotReadBack => "order_not_read_back",
            Self::NotRegular { .. } => "product_not_regular",
            Self::NotConverting => "kind_not_converting",
            Self::PresaleNotConfirmed => "presale_not_confirmed",
            Self::MoreThanRest { .. } => "more_than_rest",
            Self::LessThanConverted { .. } => "less_than_converted",
            Self::ReadBackChanged => "read_back_changed",
            Self::RequirementsMissing { .. } => "requirements_missing",
            Self::NobodyAnswered => "nobody_answered",
            Self::AnswerInFuture => "answer_in_future",
            Self::UnknownAnswer { .. } => "unknown_answer",
            Self::NothingVerified => "nothing_verified",
            Self::DraftGone => "draft_gone",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotUnderstood { fields }
            | Self::Needed { fields }
            | Self::RequirementsMissing { fields } => {
                vec![("count", fields.len().to_string())]
            }
            Self::UnknownAnswer { what, value } => {
                vec![("what", (*what).to_owned()), ("value", value.clone())]
            }
            Self::NotRegular { product } => vec![("product", product.clone())],
            Self::MoreThanRest { asked, rest } => {
                vec![("asked", asked.to_string()), ("rest", rest.to_string())]
            }
            Self::LessThanConverted { converted, .. } => {
                vec![("converted", converted.to_string())]
            }
            _ => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::NotUnderstood { fields }
            | Self::Needed { fields }
            | Self::RequirementsMissing { fields } => fields.clone(),
            Self::KindFixed => vec![self.beside("order.kind")],
            Self::NotRegular { .. } => vec![self.beside("product.name")],
            Self::MoreThanRest { .. } | Self::LessThanConverted { .. } => {
                vec![self.beside("product.quantity")]
            }
            _ => Vec::new(),
        }
    }
}

impl OrderRefusal {
    /// Said beside a field, too.
    fn beside(&self, path: &str) -> FieldProblem {
        FieldProblem {
            path: path.to_owned(),
            code: self.code(),
            params: self.params().into_iter().collect(),
        }
    }
}

/// Refuses to change an order that is closed.
pub(super) const fn must_be_open(state: OrderState) -> Result<(), OrderRefusal> {
    match state {
        OrderState::Released => Err(OrderRefusal::Released),
        OrderState::Converted => Err(OrderRefusal::Converted),
        OrderState::Suspended | OrderState::Cancelled => Err(OrderRefusal::Rests),
        _ => Ok(()),
    }
}
