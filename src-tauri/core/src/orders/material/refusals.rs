//! Why a finding is not entered, or an audit not recorded.

use crate::error::Refuse;

/// What 资料审核 refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MaterialRefusal {
    /// The customer has not answered to what was found.
    #[error("{count} findings are open")]
    FindingsOpen {
        /// How many.
        count: usize,
    },
    /// The house looks at no such point on that day.
    #[error("there is no such point on the check list: {point}")]
    NoSuchPoint {
        /// What was named.
        point: String,
    },
    /// What was found of a point says that the order has it.
    #[error("something was found of {point}")]
    PointFoundUnsound {
        /// Which one.
        point: String,
    },
    /// It is not said what is wrong.
    #[error("it is not said what was found")]
    NothingFound,
    /// The order has no such field.
    #[error("there is no such field on the order")]
    NoSuchField,
    /// It is closed already.
    #[error("the finding is closed")]
    FindingClosed,
    /// 按原样做 without a word of the customer.
    #[error("it is not said what the customer agreed to")]
    AsIsWithoutWords,
    /// 按原样做 of what nobody can make.
    #[error("it cannot be made as it is")]
    CannotBeMade,
    /// What a rule found closes when the order is changed.
    #[error("a finding of a rule closes when the order is changed")]
    MendedByTheOrder,
    /// The customer has agreed to no change.
    #[error("no change was agreed to")]
    NotAgreed,
}

impl Refuse for MaterialRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::FindingsOpen { .. } => "findings_open",
            Self::NoSuchPoint { .. } => "no_such_audit_point",
            Self::PointFoundUnsound { .. } => "point_found_unsound",
            Self::NothingFound => "nothing_found",
            Self::NoSuchField => "finding_without_field",
            Self::FindingClosed => "finding_closed",
            Self::AsIsWithoutWords => "as_is_without_words",
            Self::CannotBeMade => "cannot_be_made",
            Self::MendedByTheOrder => "mended_by_the_order",
            Self::NotAgreed => "change_not_agreed",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::FindingsOpen { count } => vec![("count", count.to_string())],
            Self::NoSuchPoint { point } | Self::PointFoundUnsound { point } => {
                vec![("point", point.clone())]
            }
            _ => Vec::new(),
        }
    }
}
