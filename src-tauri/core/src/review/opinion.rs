//! What a department says of an order, and who may say it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::ReviewRefusal;
use crate::accounts::{Power, Role};
use crate::files::FileHash;

/// The most characters of one text of a review; the form is for reading.
pub(super) const LONGEST_TEXT: usize = 1_000;

/// A department that reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReviewDepartment")]
pub enum Department {
    /// 业务
    Sales,
    /// 印前/工艺
    Prepress,
    /// 生产
    Production,
    /// 品质
    Quality,
    /// 采购/物流: nobody's role of its own here; PMC and 储运 speak for it (F1-02).
    Purchasing,
    /// 财务
    Finance,
    /// 总经理/副总经理
    Management,
}

impl Department {
    /// Every department, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Sales,
        Self::Prepress,
        Self::Production,
        Self::Quality,
        Self::Purchasing,
        Self::Finance,
        Self::Management,
    ];

    /// The two without which there is no review (S-4.3.1).
    pub const MANDATORY: [Self; 2] = [Self::Production, Self::Quality];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sales => "sales",
            Self::Prepress => "prepress",
            Self::Production => "production",
            Self::Quality => "quality",
            Self::Purchasing => "purchasing",
            Self::Finance => "finance",
            Self::Management => "management",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|department| department.code() == code)
    }

    /// As the form prints it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Sales => "业务",
            Self::Prepress => "印前/工艺",
            Self::Production => "生产",
            Self::Quality => "品质",
            Self::Purchasing => "采购/物流",
            Self::Finance => "财务",
            Self::Management => "总经理/副总",
        }
    }

    /// What it answers for, as the form prints it.
    #[must_use]
    pub const fn subject(self) -> &'static str {
        match self {
            Self::Sales => "客户要求、交期",
            Self::Prepress => "工艺路线",
            Self::Production => "产能、设备、交期",
            Self::Quality => "检验、标准、可达性",
            Self::Purchasing => "纸张、辅料、外协，到料时间",
            Self::Finance => "价格、收款",
            Self::Management => "是否承接",
        }
    }

    /// Who usually speaks for it (F2-04.2).
    #[must_use]
    pub const fn role(self) -> Role {
        match self {
            Self::Sales => Role::SalesRepresentative,
            Self::Prepress => Role::Prepress,
            Self::Production => Role::Production,
            Self::Quality => Role::Quality,
            Self::Purchasing => Role::Pmc,
            Self::Finance => Role::Finance,
            Self::Management => Role::GeneralManager,
        }
    }

    /// The line of the table of authority that says who speaks for it.
    #[must_use]
    pub const fn power(self) -> Power {
        match self {
            Self::Sales => Power::OpineSales,
            Self::Prepress => Power::OpinePrepress,
            Self::Production => Power::OpineProduction,
            Self::Quality => Power::OpineQuality,
            Self::Purchasing => Power::OpinePurchasing,
            Self::Finance => Power::OpineFinance,
            Self::Management => Power::OpineManagement,
        }
    }
}

/// 结论 of a department.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 可行
    Feasible,
    /// 有条件
    Conditional,
    /// 不可行
    Infeasible,
}

impl Verdict {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Feasible => "feasible",
            Self::Conditional => "conditional",
            Self::Infeasible => "infeasible",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Feasible, Self::Conditional, Self::Infeasible]
            .into_iter()
            .find(|verdict| verdict.code() == code)
    }

    /// As the form prints it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Feasible => "可行",
            Self::Conditional => "有条件",
            Self::Infeasible => "不可行",
        }
    }
}

/// What a department says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Which.
    pub department: Department,
    /// Its conclusion.
    pub verdict: Verdict,
    /// 意见.
    pub opinion: String,
    /// 条件.
    pub conditions: String,
    /// 最早日期: the delivery it could keep (F5-1.2a).
    pub new_date: Option<NaiveDate>,
}

impl Opinion {
    /// Decides whether it says enough.
    ///
    /// # Errors
    /// When a condition or a reason is missing, or a text is too long for the form.
    pub fn check(&self) -> Result<(), ReviewRefusal> {
        for text in [&self.opinion, &self.conditions] {
            if text.chars().count() > LONGEST_TEXT {
                return Err(ReviewRefusal::TextTooLong { most: LONGEST_TEXT });
            }
        }
        match self.verdict {
            Verdict::Conditional if self.conditions.trim().is_empty() => {
                Err(ReviewRefusal::NoConditions)
            }
            Verdict::Infeasible if self.opinion.trim().is_empty() => Err(ReviewRefusal::NoReason),
            Verdict::Feasible | Verdict::Conditional | Verdict::Infeasible => Ok(()),
        }
    }

    /// What the customer has to be asked because of it (S-4.3.2b): the condition, or why it cannot be done; and whether the
    /// delivery may be later, where one is named (F5-1.2c).
    #[must_use]
    pub fn question(&self) -> Option<String> {
        let text = match self.verdict {
            Verdict::Feasible => return None,
            Verdict::Conditional => &self.conditions,
            Verdict::Infeasible => &self.opinion,
        };
        let later = self
            .new_date
            .map_or_else(String::new, |day| format!("（交期改到 {day}）"));
        Some(format!(
            "{}：{}{later}",
            self.department.printed(),
            text.trim()
        ))
    }

    /// Who says what, in a line: `生产 可行，最早 2026-12-08`.
    #[must_use]
    pub fn in_a_line(&self) -> String {
        let (department, verdict) = (self.department.printed(), self.verdict.printed());
        let day = self
            .new_date
            .map_or_else(String::new, |day| format!("，最早 {day}"));
        format!("{department} {verdict}{day}")
    }

    /// SHA-256 of exactly what its signature signs: what is said, about which content, and to which route. While no route is
    /// written down the department speaks of the order alone.
    #[must_use]
    pub fn content_hash(&self, production_hash: &str, route: &str) -> String {
        let route = Some(route.trim()).filter(|route| !route.is_empty());
        let mut digest = Sha256::new_with_prefix(match (route, self.new_date) {
            (None, None) => b"docket review opinion 1\n",
            (Some(_), None) => b"docket review opinion 2\n",
            (_, Some(_)) => b"docket review opinion 3\n",
        });
        let day = self.new_date.map(|day| day.to_string());
        let said = [
            production_hash,
            self.department.code(),
            self.verdict.code(),
            &self.opinion,
            &self.conditions,
        ];
        for part in said.into_iter().chain(day.as_deref()).chain(route) {
            // The length in front keeps two texts from being read as one.
            digest.update(format!("{}\n{part}\n", part.len()));
        }
        FileHash::finished(digest).into()
    }
}
