//! What a sample is: its type, its source and with it who signs, its medium and with it what it can prove.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::accounts::{Capacity, Role};

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
    /// The role, when it is somebody of the house.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::Customer => None,
            Self::SalesRepresentative => Some(Role::SalesRepresentative),
            Self::SalesAssistant => Some(Role::SalesAssistant),
            Self::Quality => Some(Role::Quality),
        }
    }

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
