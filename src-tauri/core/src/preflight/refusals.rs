//! Why a file is not looked at, a talk not entered, or a finding not waived.

use crate::error::Refuse;

/// What 预检 refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PreflightRefusal {
    /// It is being looked at.
    #[error("the file is being looked at")]
    LookedAtNow,
    /// The program looks into it by itself.
    #[error("the program looks into this file by itself")]
    NotByHand,
    /// It is not among those the house works with.
    #[error("the file is not in use")]
    NotInUse,
    /// Something of the form is not said.
    #[error("{count} items are not looked at")]
    ItemsOpen {
        /// How many.
        count: usize,
    },
    /// Something is wrong, and it is not said what.
    #[error("it is not said what is wrong with {item}")]
    NothingSaid {
        /// Code of the item.
        item: &'static str,
    },
    /// It is not said how many pages there are.
    #[error("the pages were not counted")]
    PagesUnsaid,
    /// No finding is chosen.
    #[error("no finding is chosen")]
    NothingChosen,
    /// A finding that is chosen is not found any more.
    #[error("a finding has changed meanwhile")]
    FoundNoMore,
    /// A hint is no matter for the customer.
    #[error("a hint needs no answer")]
    OnlyAHint,
    /// 按原样印 without a word of the customer.
    #[error("it is not said what the customer agreed to")]
    AsIsWithoutWords,
    /// Nobody was spoken to about what was not found yet.
    #[error("it was found later, at {found_at}")]
    BeforeFound {
        /// When it was found (UTC).
        found_at: String,
    },
    /// The file is not what was ordered: the customer's word does not settle that.
    #[error("{name} is not as ordered")]
    NotAsOrdered {
        /// The file.
        name: String,
    },
    /// Nobody has looked at it, so there is nothing to settle.
    #[error("{name} was not read")]
    NotLookedAt {
        /// The file.
        name: String,
    },
    /// It is settled.
    #[error("the finding is settled")]
    SettledAlready,
    /// A waiver has a reason.
    #[error("there is no reason")]
    NoReason,
    /// Who received the file does not waive what is wrong with it.
    #[error("{name} was received by the one who signs")]
    OwnFile {
        /// The file.
        name: String,
    },
    /// There is nothing to make a record of.
    #[error("no file was looked at")]
    NothingLookedAt,
    /// It was called off.
    #[error("it was called off")]
    CalledOff,
    /// There is no earlier version.
    #[error("there is no earlier version to compare with")]
    NoEarlierVersion,
}

impl Refuse for PreflightRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::LookedAtNow => "preflight_looked_at_now",
            Self::NotByHand => "preflight_not_by_hand",
            Self::NotInUse => "preflight_not_in_use",
            Self::ItemsOpen { .. } => "preflight_items_open",
            Self::NothingSaid { .. } => "preflight_nothing_said",
            Self::PagesUnsaid => "preflight_pages_unsaid",
            Self::NothingChosen => "preflight_nothing_chosen",
            Self::FoundNoMore => "preflight_found_no_more",
            Self::OnlyAHint => "preflight_only_a_hint",
            Self::AsIsWithoutWords => "preflight_as_is_without_words",
            Self::BeforeFound { .. } => "preflight_before_found",
            Self::NotAsOrdered { .. } => "preflight_not_as_ordered",
            Self::NotLookedAt { .. } => "preflight_not_looked_at",
            Self::SettledAlready => "preflight_settled_already",
            Self::NoReason => "preflight_no_reason",
            Self::OwnFile { .. } => "preflight_own_file",
            Self::NothingLookedAt => "preflight_nothing_looked_at",
            Self::CalledOff => "preflight_called_off",
            Self::NoEarlierVersion => "preflight_no_earlier_version",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ItemsOpen { count } => vec![("count", count.to_string())],
            Self::NothingSaid { item } => vec![("item", (*item).to_owned())],
            Self::BeforeFound { found_at } => vec![("found_at", found_at.clone())],
            Self::OwnFile { name } | Self::NotAsOrdered { name } | Self::NotLookedAt { name } => {
                vec![("name", name.clone())]
            }
            _ => Vec::new(),
        }
    }
}
