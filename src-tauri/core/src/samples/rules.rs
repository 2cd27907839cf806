//! What may be registered as which sample, who signs it, and which samples hold the task sheet back.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::SampleRefusal;
use super::kinds::{Medium, SampleType, Source, SourceSigner};

/// The longest description, in characters: it has to fit the stamp's label and the sheet's sample list.
const LONGEST_DESCRIPTION: usize = 200;

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
    /// Which one it is, from whom; what kind of sample where the type is 其他.
    pub description: String,
    /// How many pieces.
    pub quantity: i64,
}

impl NewSample {
    /// Decides whether it may be registered.
    ///
    /// # Errors
    /// With what does not go together, or what is missing.
    pub fn check(&self) -> Result<(), SampleRefusal> {
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
        if self.description.chars().count() > LONGEST_DESCRIPTION {
            return Err(SampleRefusal::DescriptionTooLong {
                most: LONGEST_DESCRIPTION,
            });
        }
        if !(1..=MOST_PIECES).contains(&self.quantity) {
            return Err(SampleRefusal::BadQuantity { most: MOST_PIECES });
        }
        Ok(())
    }
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
}

/// How a sample stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No stamp yet.
    Unstamped,
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

    /// Whether it stands for the customer order that comes of its order, too: it was agreed to, and the goods have to look
    /// like it. One that nobody stamped, that has changed since or whose validity has passed shows nothing, and on the new
    /// order it would wait for a stamp for ever.
    #[must_use]
    pub fn goes_on(&self, today: NaiveDate) -> bool {
        matches!(self.standing(today), Standing::Stamped)
    }

    /// How it stands on `today`. A stamp holds through its last day.
    #[must_use]
    pub fn standing(&self, today: NaiveDate) -> Standing {
        match &self.stamp {
            None => Standing::Unstamped,
            Some(stamp) if stamp.content_hash != self.content_hash() => Standing::Stale,
            Some(StampedFacts {
                valid_until: Some(valid_until),
                ..
            }) if *valid_until < today => Standing::Expired {
                valid_until: *valid_until,
            },
            Some(_) => Standing::Stamped,
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
        if !source.signers().contains(&capacity) {
            return Err(SampleRefusal::WrongSigner {
                from: source,
                capacity,
            });
        }
        if let Some(day) = valid_until.filter(|day| *day < today) {
            return Err(SampleRefusal::ValidityPast { valid_until: day });
        }
        let unchanged = self
            .stamp
            .as_ref()
            .is_some_and(|stamp| stamp.valid_until == valid_until);
        if self.standing(today) == Standing::Stamped && unchanged {
            return Err(SampleRefusal::AlreadyStamped {
                number: self.number.clone(),
            });
        }
        Ok(())
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
            Self::Stale { .. } => "sample_stale",
            Self::Expired { .. } => "sample_expired",
        }
    }

    /// The clause it serves.
    #[must_use]
    pub const fn clause(&self) -> &'static str {
        match self {
            Self::NoSample => "S-4.2.2",
            Self::Unstamped { .. } | Self::Expired { .. } => "S-4.2.4a",
            Self::Stale { .. } => "S-4.2.4b",
        }
    }

    /// Facts for the words.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoSample => Vec::new(),
            Self::Unstamped { number } | Self::Stale { number } => vec![("number", number.clone())],
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
    if samples.is_empty() {
        return vec![SampleBlock::NoSample];
    }
    samples
        .iter()
        .filter_map(|sample| {
            let number = sample.number.clone();
            match sample.standing(today) {
                Standing::Stamped => None,
                Standing::Unstamped => Some(SampleBlock::Unstamped { number }),
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
