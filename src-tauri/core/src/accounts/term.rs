//! Roles through time: a role is held from a day to a day, somebody answers for it, somebody stands in (F1-02).

use chrono::NaiveDate;

use super::Role;

/// A role of a person, both days included; without a last day until further notice. Days are Shanghai's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleTerm {
    /// Which role.
    pub role: Role,
    /// 负责人: answers for the role in this house.
    pub head: bool,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl RoleTerm {
    /// Whether it is held on `day`.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// 代理人: stands in for a 负责人 in one role, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deputy {
    /// For which role.
    pub role: Role,
    /// Who stands in.
    pub deputy: i64,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Deputy {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}
