//! What may be registered as which sample, who signs it, and which samples hold the task sheet back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::SampleRefusal;
use crate::accounts::{Capacity, Role};

/// The longest description, in characters: it has to fit the stamp's label and the sheet's sample list.
const LONGEST_DESCRIPTION: usize = 200;

/// The most pieces registered as one sample.
const MOST_PIECES: i64 = 9_999;

/// 样本类型: what the sample proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SampleType {
    /// 内容样
    Content,
    /// 颜色样
    Colour,
    /// 模切样
    Die,
    /// 其他
    Other,
}

impl SampleType {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Colour => "colour",
            Self::Die => "die",
            Self::Other => "other",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Content, Self::Colour, Self::Die, Self::Other]
            .into_iter()
            .find(|one| one.code() == code)
    }

    /// As the stamp prints it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Content => "内容样",
            Self::Colour => "颜色样",
            Self::Die => "模切样",
            Self::Other => "其他",
        }
    }
}

/// 来源: where the sample is from, which decides who signs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SampleSource")]
pub enum Source {
    /// 客户提供
    Customer,
    /// 内部打印
    InternalPrint,
    /// 品质留样
    Retained,
}

impl Source {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::InternalPrint => "internal_print",
            Self::Retained => "retained",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Customer, Self::InternalPrint, Self::Retained]
            .into_iter()
            .find(|one| one.code() == code)
    }

    /// As the stamp prints it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Customer => "客户提供",
            Self::InternalPrint => "内部打印",
            Self::Retained => "品质留样",
        }
    }

    /// Who may sign a sample from here, the usual one first (S-4.2.4c, d, e). A proof of our own is signed by the
    /// customer (lane A) or, for one who is away or does not sign, by our sales people (lane B).
    #[must_use]
    pub const fn signers(self) -> &'static [SourceSigner] {
        match self {
            Self::Customer | Self::InternalPrint => &[
                SourceSigner::Customer,
                SourceSigner::SalesRepresentative,
                SourceSigner::SalesAssistant,
            ],
            Self::Retained => &[SourceSigner::Quality],
        }
    }
}

/// In which capacity a sample is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SourceSigner {
    /// The customer's person: always recorded (代录).
    Customer,
    /// 业务员
    SalesRepresentative,
    /// 业务助理
    SalesAssistant,
    /// 品质
    Quality,
}

impl SourceSigner {
    /// As signatures know it.
    #[must_use]
    pub const fn capacity(self) -> Capacity {
        match self {
            Self::Customer => Capacity::Customer,
            Self::SalesRepresentative => Capacity::Holds(Role::SalesRepresentative),
            Self::SalesAssistant => Capacity::Holds(Role::SalesAssistant),
            Self::Quality => Capacity::Holds(Role::Quality),
        }
    }
}

/// What the sample is made of: which grade of proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SampleMedium")]
pub enum Medium {
    /// 兰纸: one colour, content and position.
    Blueline,
    /// 数码样
    Digital,
    /// 喷墨稿: a form proof.
    Inkjet,
    /// A printed or made piece.
    Physical,
}

impl Medium {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blueline => "blueline",
            Self::Digital => "digital",
            Self::Inkjet => "inkjet",
            Self::Physical => "physical",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Blueline, Self::Digital, Self::Inkjet, Self::Physical]
            .into_iter()
            .find(|one| one.code() == code)
    }

    /// As the stamp prints it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Blueline => "兰纸",
            Self::Digital => "数码样",
            Self::Inkjet => "喷墨稿",
            Self::Physical => "实物",
        }
    }

    /// What it can prove. Contract proof, validation proof and form proof are different grades: a 兰纸 shows one
    /// colour, a 喷墨稿 only form and place; neither stands for a colour, nor any sheet of paper for a cutting die.
    #[must_use]
    pub const fn proves(self, what: SampleType) -> bool {
        match self {
            Self::Blueline => matches!(what, SampleType::Content),
            Self::Digital => matches!(what, SampleType::Content | SampleType::Colour),
            Self::Inkjet => matches!(what, SampleType::Content | SampleType::Other),
            Self::Physical => true,
        }
    }
}

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

/// Decides whether the samples of an order let its task sheet be issued on `today` (S-4.2.4a). An order without any
/// is held back too: S-4.2.2 asks for a correct sample, and without one S-4.2.3 asks for a proof, which becomes one.
/// Only the direct lane of S-4.2.1 goes without, and no customer is on it yet.
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
