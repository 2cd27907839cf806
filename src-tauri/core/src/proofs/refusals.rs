//! Why a lane is not chosen, or a proof not printed, bound or answered.

use crate::error::Refuse;
use crate::samples::Medium;

/// What proofs refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofRefusal {
    /// What is asked for is not made of this kind of order.
    #[error("no proof is asked of this order")]
    NotAsked,
    /// The task sheet is issued: what it was issued on stays.
    #[error("the task sheet is issued")]
    Released,
    /// Lane B without 异地 or 不签名 (S-4.2.3B-1).
    #[error("lane B needs a reason")]
    ReasonMissing,
    /// A reason where the customer answers.
    #[error("lane A has no reason")]
    ReasonWithoutNeed,
    /// Without a correct sample one of the two has to be taken (S-4.2.3).
    #[error("there is no correct sample to go by")]
    NoSampleToGoBy,
    /// A or B first (S-4.2.3).
    #[error("no lane was chosen")]
    NoLane,
    /// The last round goes on, or was agreed to.
    #[error("round {round} is not at its end")]
    RoundOpen {
        /// Which.
        round: i64,
    },
    /// Such a proof does not belong to this lane.
    #[error("{medium:?} does not belong to this lane")]
    WrongMedium {
        /// What was to be printed.
        medium: Medium,
    },
    /// There is no file to print from.
    #[error("there is no file to print from")]
    NoFile,
    /// Lane B prints what the customer sent, not what the house made of it (S-4.2.3B-2).
    #[error("{names} are not the customer's own")]
    NotOriginal {
        /// Which files.
        names: String,
    },
    /// What was printed is not what was received (S-4.2.3B-2).
    #[error("{name} is none of the files received")]
    NotReceived {
        /// The file that was printed.
        name: String,
    },
    /// Through the RIP, or converted (S-4.2.3B-2).
    #[error("a proof of lane B does not go through the RIP")]
    ThroughRip,
    /// Not everything was looked over (S-4.2.3A-2).
    #[error("not everything was looked over")]
    CheckIncomplete,
    /// Somebody answered it already: it stays.
    #[error("round {round} was answered")]
    Answered {
        /// Which.
        round: i64,
    },
    /// A file has changed since: another is printed.
    #[error("round {round} shows files that were replaced")]
    Stale {
        /// Which.
        round: i64,
    },
    /// It is not yet such that somebody may answer it.
    #[error("round {round} is not ready to be answered")]
    NotReady {
        /// Which.
        round: i64,
        /// What is missing: codes of lines of the check list.
        lines: Vec<&'static str>,
    },
    /// Changes, and which?
    #[error("changes need words")]
    ChangesWithoutWords,
    /// A text is too long.
    #[error("at most {most} characters")]
    TextTooLong {
        /// The most there may be.
        most: usize,
    },
    /// There is no such proof.
    #[error("there is no such proof")]
    NoSuchProof,
}

/// The longest text on a proof.
const LONGEST_TEXT: usize = 200;

impl ProofRefusal {
    pub(super) fn fits(text: &str) -> Result<String, Self> {
        let text = text.trim();
        if text.chars().count() > LONGEST_TEXT {
            return Err(Self::TextTooLong { most: LONGEST_TEXT });
        }
        Ok(text.to_owned())
    }
}

impl Refuse for ProofRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAsked => "proof_not_asked",
            Self::Released => "proof_released",
            Self::ReasonMissing => "lane_reason_missing",
            Self::ReasonWithoutNeed => "lane_reason_without_need",
            Self::NoSampleToGoBy => "lane_no_sample_to_go_by",
            Self::NoLane => "proof_no_lane",
            Self::RoundOpen { .. } => "proof_round_open",
            Self::WrongMedium { .. } => "proof_wrong_medium",
            Self::NoFile => "proof_no_file",
            Self::NotOriginal { .. } => "proof_not_original",
            Self::NotReceived { .. } => "proof_not_received",
            Self::ThroughRip => "proof_through_rip",
            Self::CheckIncomplete => "proof_check_incomplete",
            Self::Answered { .. } => "proof_answered",
            Self::Stale { .. } => "proof_gone_stale",
            Self::NotReady { .. } => "proof_not_ready",
            Self::ChangesWithoutWords => "proof_changes_without_words",
            Self::TextTooLong { .. } => "proof_text_too_long",
            Self::NoSuchProof => "no_such_proof",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::RoundOpen { round } | Self::Answered { round } | Self::Stale { round } => {
                vec![("round", round.to_string())]
            }
            Self::WrongMedium { medium } => vec![("medium", medium.code().to_owned())],
            Self::NotOriginal { names } => vec![("names", names.clone())],
            Self::NotReceived { name } => vec![("name", name.clone())],
            Self::NotReady { round, lines } => {
                vec![("round", round.to_string()), ("lines", lines.join(","))]
            }
            Self::TextTooLong { most } => vec![("most", most.to_string())],
            _ => Vec::new(),
        }
    }
}
