//! What may be registered as which sample, who signs it, and which samples hold the task sheet back.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::SampleRefusal;
use super::kinds::{Medium, SampleType, Source, SourceSigner};

/// The longest description, in characters: it has to fit the stamp's label and the sheet's sample list.
const LONGEST_DESCRIPTION: usize = 200;

/// The longest word on how a sample is, where it lies, who has it and why.
const LONGEST_WORD: usize = 60;

/// The most pieces registered as one sample.
const MOST_PIECES: i64 = 9_999;

/// A sample on its way into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSample {
    /// What it proves.
    pub what: SampleType,
    /// Where it is from.
    pub source: Source,
    /// What it is.
    pub medium: Medium,
    /// 来自: from whom it is (S-4.1.1c).
    pub from_whom: String,
    /// The day it came; none of a sample from before that was written down.
    pub came_on: Option<NaiveDate>,
    /// Which one it is; what kind of sample where the type is 其他.
    pub description: String,
    /// How many pieces.
    pub quantity: i64,
    /// 状态: how it is, where something is to be said of it.
    pub condition: String,
    /// 存放: where it lies.
    pub place: String,
    /// The last day the piece itself is good; `None` for as long as it lasts.
    pub valid_until: Option<NaiveDate>,
}

impl NewSample {
    /// Decides whether it may be registered on `today`.
    ///
    /// # Errors
    /// With what does not go together, or what is missing.
    pub fn check(&self, today: NaiveDate) -> Result<(), SampleRefusal> {
        if !self.medium.proves(self.what) {
            return Err(SampleRefusal::MediumProvesNot {
                medium: self.medium,
                what: self.what,
            });
        }
        if self.source == Source::InternalPrint && self.medium == Medium::Physical {
            return Err(SampleRefusal::InternalPrintIsAProof);
        }
        if self.what == SampleType::Other && self.description.trim().is_empty() {
            return Err(SampleRefusal::OtherNeedsDescription);
        }
        if self.source == Source::Customer && self.from_whom.trim().is_empty() {
            return Err(SampleRefusal::FromNobody);
        }
        if let Some(day) = self.came_on.filter(|day| *day > today) {
            return Err(SampleRefusal::CameInFuture { day });
        }
        if self.description.chars().count() > LONGEST_DESCRIPTION {
            return Err(SampleRefusal::DescriptionTooLong {
                most: LONGEST_DESCRIPTION,
            });
        }
        if !(1..=MOST_PIECES).contains(&self.quantity) {
            return Err(SampleRefusal::BadQuantity { most: MOST_PIECES });
        }
        check_word(&self.from_whom)?;
        check_word(&self.condition)?;
        check_word(&self.place)
    }
}

/// Decides whether a word on a sample fits its column.
///
/// # Errors
/// With how long it may be.
pub(super) fn check_word(word: &str) -> Result<(), SampleRefusal> {
    if word.chars().count() > LONGEST_WORD {
        return Err(SampleRefusal::WordTooLong { most: LONGEST_WORD });
    }
    Ok(())
}

/// A sample as it stands in the register, with the names its order has now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// 样本号.
    pub number: String,
    /// What it is.
    pub sample: NewSample,
    /// 订单号.
    pub order_number: String,
    /// The customer's name today.
    pub customer: String,
    /// The product's name today.
    pub product: String,
    /// It no longer belongs to the order: nothing is asked of it.
    pub out: bool,
    /// It came with the order this one was made of, where somebody agreed to it.
    pub taken_over: bool,
    /// Its newest stamp.
    pub stamp: Option<StampedFacts>,
}

/// What of a stamp decides whether it still counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampedFacts {
    /// The hash that was signed.
    pub content_hash: String,
    /// The last day it holds; `None` for as long as the sample does.
    pub valid_until: Option<NaiveDate>,
    /// A second stamp voided it.
    pub voided: bool,
}

/// How a sample stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No stamp yet.
    Unstamped,
    /// Its newest stamp was voided.
    Voided,
    /// Stamped for another customer's or product's name.
    Stale,
    /// Its validity has passed.
    Expired {
        /// The last day it held.
        valid_until: NaiveDate,
    },
    /// Stamped, and the stamp holds.
    Stamped,
}

impl Registered {
    /// SHA-256 of exactly what a stamp on it signs: the sample, and the order, customer and product it is for.
    #[must_use]
    pub fn content_hash(&self) -> String {
        let pieces = self.sample.quantity.to_string();
        let facts: [(&str, &str); 9] = [
            ("sample", &self.number),
            ("order", &self.order_number),
            ("customer", &self.customer),
            ("product", &self.product),
            ("type", self.sample.what.code()),
            ("source", self.sample.source.code()),
            ("medium", self.sample.medium.code()),
            ("description", &self.sample.description),
            ("quantity", &pieces),
        ];
        let mut digest = Sha256::new_with_prefix(b"docket sample stamp 1\n");
        for (name, value) in facts {
            // The length in front keeps two facts from being read as one.
            digest.update(format!("{name} {}\n{value}\n", value.len()));
        }
        // Only where one was said: a stamp from before there was such a day says the same as ever.
        if let Some(day) = self.sample.valid_until {
            digest.update(format!("valid_until 10\n{day}\n"));
        }
        crate::files::FileHash::finished(digest).into()
    }

    /// It, on its way into the register of another order: the same piece, described with the number it has already.
    #[must_use]
    pub fn again(&self) -> NewSample {
        let mut again = self.sample.clone();
        let old = format!("（原 {}）", self.number);
        let room = LONGEST_DESCRIPTION.saturating_sub(old.chars().count());
        // The number is what the piece is found by; of too long a description the end goes.
        again.description = again
            .description
            .chars()
            .take(room)
            .chain(old.chars())
            .collect();
        again
    }

    /// Whether it is 正确的样板 (S-4.2.2): handed in, retained, or agreed to on the order this one came of. What the house
    /// printed itself is a proof, and goes the way of proofs (S-4.2.3).
    #[must_use]
    pub fn is_correct_sample(&self) -> bool {
        !self.out && (self.taken_over || self.sample.source != Source::InternalPrint)
    }

    /// Whether it stands for the customer order that comes of its order, too: it was agreed to, and the goods have to look
    /// like it. One that nobody stamped, that has changed since or whose validity has passed shows nothing, and on the new
    /// order it would wait for a stamp for ever.
    #[must_use]
    pub fn goes_on(&self, today: NaiveDate) -> bool {
        !self.out && self.standing(today) == Standing::Stamped
    }

    /// The last day the stamp holds: its own, or that of the piece where it is earlier.
    #[must_use]
    pub fn holds_until(&self) -> Option<NaiveDate> {
        let stamp = self.stamp.as_ref().and_then(|stamp| stamp.valid_until);
        [stamp, self.sample.valid_until].into_iter().flatten().min()
    }

    /// How it stands on `today`. A stamp holds through its last day.
    #[must_use]
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match &self.stamp {
            None => Standing::Unstamped,
            Some(stamp) if stamp.voided => Standing::Voided,
            Some(stamp) if stamp.content_hash != self.content_hash() => Standing::Stale,
            Some(_) => match self.holds_until() {
                Some(valid_until) if valid_until < today => Standing::Expired { valid_until },
                _ => Standing::Stamped,
            },
        }
    }

    /// Decides whether it may be stamped in `capacity` on `today` (S-4.2.4c, d, e).
    ///
    /// # Errors
    /// With who has to sign it, or why the validity cannot be.
    pub fn check_stamp(
        &self,
        capacity: SourceSigner,
        valid_until: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<(), SampleRefusal> {
        let source = self.sample.source;
        let number = || self.number.clone();
        if self.out {
            return Err(SampleRefusal::TakenOut { number: number() });
        }
        if !source.signers().contains(&capacity) {
            return Err(SampleRefusal::WrongSigner {
                from: source,
                capacity,
            });
        }
        let past = |day: &NaiveDate| *day < today;
        if let Some(day) = valid_until.or(self.sample.valid_until).filter(past) {
            return Err(SampleRefusal::ValidityPast { valid_until: day });
        }
        let unchanged = self
            .stamp
            .as_ref()
            .is_some_and(|stamp| stamp.valid_until == valid_until);
        if self.standing(today) == Standing::Stamped && unchanged {
            return Err(SampleRefusal::AlreadyStamped { number: number() });
        }
        Ok(())
    }

    /// Decides whether its newest stamp may be voided in `capacity`: by whoever may sign a sample from there.
    ///
    /// # Errors
    /// When there is no stamp, it is void already, or another has to sign.
    pub fn check_void(&self, capacity: SourceSigner) -> Result<(), SampleRefusal> {
        let number = || self.number.clone();
        let source = self.sample.source;
        match &self.stamp {
            None => Err(SampleRefusal::NothingToVoid { number: number() }),
            Some(stamp) if stamp.voided => Err(SampleRefusal::VoidAlready { number: number() }),
            Some(_) if !source.signers().contains(&capacity) => Err(SampleRefusal::WrongSigner {
                from: source,
                capacity,
            }),
            Some(_) => Ok(()),
        }
    }
}

/// Why the samples hold the task sheet back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SampleBlock {
    /// There is none (S-4.2.2, S-4.2.3: a correct sample, or a proof that becomes one).
    NoSample,
    /// One has no stamp (S-4.2.4a).
    Unstamped {
        /// Its number.
        number: String,
    },
    /// The stamp of one was voided, and no other was given (S-4.2.4a).
    Voided {
        /// Its number.
        number: String,
    },
    /// One was stamped for another name (S-4.2.4b).
    Stale {
        /// Its number.
        number: String,
    },
    /// The validity of one has passed.
    Expired {
        /// Its number.
        number: String,
        /// The last day it held.
        valid_until: NaiveDate,
    },
}

impl SampleBlock {
    /// Stable code of the line in the check list.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoSample => "sample_missing",
            Self::Unstamped { .. } => "sample_unstamped",
            Self::Voided { .. } => "sample_voided",
            Self::Stale { .. } => "sample_stale",
            Self::Expired { .. } => "sample_expired",
        }
    }

    /// The clause it serves.
    #[must_use]
    pub const fn clause(&self) -> &'static str {
        match self {
            Self::NoSample => "S-4.2.2",
            Self::Unstamped { .. } | Self::Voided { .. } | Self::Expired { .. } => "S-4.2.4a",
            Self::Stale { .. } => "S-4.2.4b",
        }
    }

    /// Facts for the words.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoSample => Vec::new(),
            Self::Unstamped { number } | Self::Voided { number } | Self::Stale { number } => {
                vec![("number", number.clone())]
            }
            Self::Expired {
                number,
                valid_until,
            } => vec![
                ("number", number.clone()),
                ("valid_until", valid_until.to_string()),
            ],
        }
    }
}

/// Decides whether the samples of an order let its task sheet be issued on `today` (S-4.2.4a). An order without any
/// is held back too: S-4.2.2 asks for a correct sample, and without one S-4.2.3 asks for a proof, which becomes one.
/// Only the direct lane of S-4.2.1 goes without, and what is no customer's order: whoever asks leaves that block out.
#[must_use]
pub fn samples_block_release(samples: &[Registered], today: NaiveDate) -> Vec<SampleBlock> {
    if samples.iter().all(|sample| sample.out) {
        return vec![SampleBlock::NoSample];
    }
    samples
        .iter()
        .filter(|sample| !sample.out)
        .filter_map(|sample| {
            let number = sample.number.clone();
            match sample.standing(today) {
                Standing::Stamped => None,
                Standing::Unstamped => Some(SampleBlock::Unstamped { number }),
                Standing::Voided => Some(SampleBlock::Voided { number }),
                Standing::Stale => Some(SampleBlock::Stale { number }),
                Standing::Expired { valid_until } => Some(SampleBlock::Expired {
                    number,
                    valid_until,
                }),
            }
        })
        .collect()
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
