//! Why a sample is not registered, not stamped or not labelled.

use chrono::NaiveDate;

use super::kinds::{Medium, SampleType, Source, SourceSigner};
use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What samples refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SampleRefusal {
    /// Such a proof does not prove that: a 兰纸 is no colour sample.
    #[error("{medium:?} does not prove {what:?}")]
    MediumProvesNot {
        /// The proof.
        medium: Medium,
        /// What it was to prove.
        what: SampleType,
    },
    /// What we print ourselves is a 兰纸, a 数码样 or a 喷墨稿; it has to be said which.
    #[error("an internal print is a blueline, a digital proof or an inkjet plot")]
    InternalPrintIsAProof,
    /// 其他: what then?
    #[error("another kind of sample needs a description")]
    OtherNeedsDescription,
    /// A customer's sample is from somebody (S-4.1.1c).
    #[error("a customer's sample is from somebody")]
    FromNobody,
    /// Nothing has come that is yet to come.
    #[error("{day} is yet to come")]
    CameInFuture {
        /// The day given.
        day: NaiveDate,
    },
    /// The description does not fit the label.
    #[error("a description has at most {most} characters")]
    DescriptionTooLong {
        /// The most there may be.
        most: usize,
    },
    /// A sample is at least one piece.
    #[error("a sample is 1 to {most} pieces")]
    BadQuantity {
        /// The most there may be.
        most: i64,
    },
    /// Another has to sign a sample from there (S-4.2.4c, d, e).
    #[error("a sample from {from:?} is not signed by {capacity:?}")]
    WrongSigner {
        /// Where the sample is from.
        from: Source,
        /// Who was to sign.
        capacity: SourceSigner,
    },
    /// The customer's person has no PIN here: the signature is recorded (代录).
    #[error("a customer's signature is recorded")]
    CustomerIsRecorded,
    /// The validity lies in the past.
    #[error("the validity has passed on {valid_until}")]
    ValidityPast {
        /// The day given.
        valid_until: NaiveDate,
    },
    /// The day cannot be read.
    #[error("{text} is no day")]
    BadDay {
        /// As given.
        text: String,
    },
    /// It carries a stamp that holds.
    #[error("{number} is stamped already")]
    AlreadyStamped {
        /// Its number.
        number: String,
    },
    /// No label without a stamp that holds.
    #[error("{number} has no stamp that holds")]
    NoStampToPrint {
        /// Its number.
        number: String,
    },
    /// How far the printer of single labels is off cannot be read, or is farther than words stay on a label.
    #[error("the offset of labels is not understood")]
    OffsetNotUnderstood {
        /// Which texts, and why.
        fields: Vec<FieldProblem>,
    },
    /// A word on a sample is too long for its column.
    #[error("at most {most} characters")]
    WordTooLong {
        /// The most there may be.
        most: usize,
    },
    /// It no longer belongs to the order.
    #[error("{number} was taken out")]
    TakenOut {
        /// Its number.
        number: String,
    },
    /// There is no stamp on it.
    #[error("{number} has no stamp")]
    NothingToVoid {
        /// Its number.
        number: String,
    },
    /// Its stamp was voided before.
    #[error("the stamp of {number} is void already")]
    VoidAlready {
        /// Its number.
        number: String,
    },
    /// It was stamped anew since the signer looked at it.
    #[error("{number} carries another stamp than the one shown")]
    StampedAnew {
        /// Its number.
        number: String,
    },
    /// It is a proof the customer answered, and becomes no sample of another kind.
    #[error("{number} is a proof and stays one")]
    IsAProof {
        /// Its number.
        number: String,
    },
    /// Its proof was printed from another file.
    #[error("the proof {number} shows another file")]
    StampOfAnotherFile {
        /// Its number.
        number: String,
    },
    /// Voiding and taking out need a reason.
    #[error("a reason is needed")]
    ReasonMissing,
    /// Lent to nobody.
    #[error("nobody is named who has it")]
    NobodyBorrows,
    /// It is with somebody already.
    #[error("{number} is with {borrower}")]
    LentAlready {
        /// Its number.
        number: String,
        /// Who has it.
        borrower: String,
    },
    /// It was not lent.
    #[error("{number} is not lent")]
    NotLent {
        /// Its number.
        number: String,
    },
    /// What is no picture a window can show.
    #[error("{name} is no JPEG or PNG")]
    NotAPicture {
        /// Its name.
        name: String,
    },
    /// A change says where and what (S-4.2.7).
    #[error("a change says where and what")]
    ChangeIncomplete,
    /// It is signed: it stays.
    #[error("the change is signed")]
    ChangeSigned,
    /// There is no such change.
    #[error("there is no such change")]
    NoSuchChange,
    /// No picture was given.
    #[error("no picture was given")]
    NoPicture,
    /// There is no such sample on this order.
    #[error("there is no such sample on this order")]
    NoSuchSample,
    /// No sample was chosen.
    #[error("no sample was chosen")]
    NothingChosen,
}

impl Refuse for SampleRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::MediumProvesNot { .. } => "sample_medium_proves_not",
            Self::InternalPrintIsAProof => "sample_internal_print_is_a_proof",
            Self::OtherNeedsDescription => "sample_other_needs_description",
            Self::DescriptionTooLong { .. } => "sample_description_too_long",
            Self::BadQuantity { .. } => "sample_bad_quantity",
            Self::WrongSigner { .. } => "sample_wrong_signer",
            Self::CustomerIsRecorded => "sample_customer_is_recorded",
            Self::ValidityPast { .. } => "sample_validity_past",
            Self::BadDay { .. } => "sample_bad_day",
            Self::AlreadyStamped { .. } => "sample_already_stamped",
            Self::NoStampToPrint { .. } => "sample_no_stamp_to_print",
            Self::OffsetNotUnderstood { .. } => "labels_offset_not_understood",
            Self::FromNobody => "sample_from_nobody",
            Self::CameInFuture { .. } => "sample_came_in_future",
            Self::WordTooLong { .. } => "sample_word_too_long",
            Self::TakenOut { .. } => "sample_taken_out",
            Self::NothingToVoid { .. } => "sample_nothing_to_void",
            Self::VoidAlready { .. } => "sample_void_already",
            Self::StampedAnew { .. } => "sample_stamped_anew",
            Self::IsAProof { .. } => "sample_is_a_proof",
            Self::StampOfAnotherFile { .. } => "sample_of_another_file",
            Self::ReasonMissing => "sample_reason_missing",
            Self::NobodyBorrows => "sample_nobody_borrows",
            Self::LentAlready { .. } => "sample_lent_already",
            Self::NotLent { .. } => "sample_not_lent",
            Self::NotAPicture { .. } => "sample_not_a_picture",
            Self::ChangeIncomplete => "sample_change_incomplete",
            Self::ChangeSigned => "sample_change_signed",
            Self::NoSuchChange => "no_such_sample_change",
            Self::NoPicture => "sample_no_picture",
            Self::NoSuchSample => "no_such_sample",
            Self::NothingChosen => "no_sample_chosen",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::MediumProvesNot { medium, what } => {
                vec![
                    ("medium", medium.code().to_owned()),
                    ("type", what.code().to_owned()),
                ]
            }
            Self::CameInFuture { day } => vec![("day", day.to_string())],
            Self::DescriptionTooLong { most } | Self::WordTooLong { most } => {
                vec![("most", most.to_string())]
            }
            Self::BadQuantity { most } => vec![("most", most.to_string())],
            Self::WrongSigner { from, capacity } => {
                let signers = from
                    .signers()
                    .iter()
                    .map(|signer| signer.capacity().code())
                    .collect::<Vec<_>>()
                    .join(",");
                vec![
                    ("source", from.code().to_owned()),
                    ("capacity", capacity.capacity().code().to_owned()),
                    ("signers", signers),
                ]
            }
            Self::ValidityPast { valid_until } => vec![("valid_until", valid_until.to_string())],
            Self::BadDay { text } => vec![("text", text.clone())],
            Self::AlreadyStamped { number }
            | Self::NoStampToPrint { number }
            | Self::TakenOut { number }
            | Self::NothingToVoid { number }
            | Self::VoidAlready { number }
            | Self::StampedAnew { number }
            | Self::IsAProof { number }
            | Self::StampOfAnotherFile { number }
            | Self::NotLent { number } => vec![("number", number.clone())],
            Self::LentAlready { number, borrower } => {
                vec![("number", number.clone()), ("borrower", borrower.clone())]
            }
            Self::NotAPicture { name } => vec![("name", name.clone())],
            Self::InternalPrintIsAProof
            | Self::OtherNeedsDescription
            | Self::CustomerIsRecorded
            | Self::ReasonMissing
            | Self::NobodyBorrows
            | Self::NoPicture
            | Self::ChangeIncomplete
            | Self::ChangeSigned
            | Self::NoSuchChange
            | Self::NoSuchSample
            | Self::FromNobody
            | Self::OffsetNotUnderstood { .. }
            | Self::NothingChosen => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::OffsetNotUnderstood { fields } => fields.clone(),
            _ => Vec::new(),
        }
    }
}
