//! The roles of a printing house (F1-02).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// What somebody does in the house.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
        pub enum Role {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

roles! {
    /// 业务助理
    SalesAssistant = "sales_assistant",
    /// 业务员
    SalesRepresentative = "sales_representative",
    /// 销售主管
    SalesSupervisor = "sales_supervisor",
    /// 业务总监
    SalesDirector = "sales_director",
    /// 财务
    Finance = "finance",
    /// PMC
    Pmc = "pmc",
    /// 生产
    Production = "production",
    /// 生产经理
    ProductionManager = "production_manager",
    /// 生产总监
    ProductionDirector = "production_director",
    /// 品质
    Quality = "quality",
    /// 印前/工艺
    Prepress = "prepress",
    /// 储运
    Dispatch = "dispatch",
    /// 人事
    Personnel = "personnel",
    /// 副总经理
    DeputyGeneralManager = "deputy_general_manager",
    /// 总经理
    GeneralManager = "general_manager",
    /// 管理员
    Administrator = "administrator",
}

impl Role {
    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.code() == code)
    }

    /// As forms print it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::SalesAssistant => "业务助理",
            Self::SalesRepresentative => "业务员",
            Self::SalesSupervisor => "销售主管",
            Self::SalesDirector => "业务总监",
            Self::Finance => "财务",
            Self::Pmc => "PMC",
            Self::Production => "生产",
            Self::ProductionManager => "生产经理",
            Self::ProductionDirector => "生产总监",
            Self::Quality => "品质",
            Self::Prepress => "印前/工艺",
            Self::Dispatch => "储运",
            Self::Personnel => "人事",
            Self::DeputyGeneralManager => "副总经理",
            Self::GeneralManager => "总经理",
            Self::Administrator => "管理员",
        }
    }
}

/// In which capacity somebody signs: as the holder of a role, or as the customer's person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capacity {
    /// Somebody of the house.
    Holds(Role),
    /// Somebody of the customer: has no account, so it is always recorded.
    Customer,
}

impl Capacity {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Holds(role) => role.code(),
            Self::Customer => "customer",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if code == "customer" {
            Some(Self::Customer)
        } else {
            Role::from_code(code).map(Self::Holds)
        }
    }

    /// As forms print it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Holds(role) => role.printed(),
            Self::Customer => "客户",
        }
    }
}
