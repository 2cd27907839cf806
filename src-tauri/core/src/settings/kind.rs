//! What kinds of value a rule takes, and how the window asks for them.

use crate::orders::fields::Level;

/// The card a rule stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// 评审触发.
    Review,
    /// 客户, 接单 and 更改.
    Orders,
    /// 生效 and 转交.
    Effect,
    /// 签名 and 锁屏.
    Signing,
    /// 资料审核 and 提醒.
    Warnings,
    /// 电话答复.
    Answers,
    /// 加放.
    Spoilage,
    /// 标准生产周期.
    Cycle,
    /// 工作日历.
    Calendar,
    /// 客户文件.
    Files,
    /// 预检.
    Preflight,
    /// 工艺.
    Processes,
    /// 预设.
    Presets,
    /// 报价单 and 订单确认书.
    Papers,
    /// 样本.
    Samples,
    /// 权限表: on a screen of its own.
    Authority,
}

impl Group {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Orders => "orders",
            Self::Effect => "effect",
            Self::Signing => "signing",
            Self::Warnings => "warnings",
            Self::Answers => "answers",
            Self::Spoilage => "spoilage",
            Self::Cycle => "cycle",
            Self::Calendar => "calendar",
            Self::Files => "files",
            Self::Preflight => "preflight",
            Self::Processes => "processes",
            Self::Presets => "presets",
            Self::Papers => "papers",
            Self::Samples => "samples",
            Self::Authority => "authority",
        }
    }
}

/// What a rule takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `on` or `off`.
    Switch,
    /// An amount; empty switches the rule off. Stored in fen, or `off`.
    Money,
    /// A whole number within bounds.
    Count {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// Whole and half days, stored in halves.
    HalfDays,
    /// How folders are named, as [`PrepressTemplate`](crate::files::PrepressTemplate) reads it.
    Template,
    /// A list of words, one a line.
    Words,
    /// One line of so many characters at most.
    Line {
        /// The most.
        most: usize,
        /// Whether it may be left out.
        may_be_empty: bool,
    },
    /// Codes of roles with commas; chosen on a screen of its own.
    Roles,
    /// Rows of cells, stored as JSON.
    Table(&'static [Column]),
}

impl Kind {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Switch => "switch",
            Self::Money => "money",
            Self::Count { .. } => "count",
            Self::HalfDays => "half_days",
            Self::Template => "template",
            Self::Words => "words",
            Self::Line { .. } => "line",
            Self::Roles => "roles",
            Self::Table(_) => "table",
        }
    }
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Stable code.
    pub key: &'static str,
    /// What its cells take.
    pub kind: ColumnKind,
}

/// What a cell takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A whole number within bounds.
    Count {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A share.
    Percent,
    /// Whole and half days.
    HalfDays,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// One of these codes.
    Choice(&'static [&'static str]),
    /// Words, separated by 、 or blanks.
    Words,
    /// Any line, or nothing.
    Remark,
    /// A line.
    Line,
    /// What a field of the order's form takes.
    Field {
        /// Of what it is a field.
        level: Level,
        /// Its key.
        key: &'static str,
        /// Whether the cell may not be left empty.
        needed: bool,
    },
}

impl ColumnKind {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Count { .. } => "count",
            Self::Percent => "percent",
            Self::HalfDays => "half_days",
            Self::Day => "day",
            Self::Time => "time",
            Self::Choice(_) => "choice",
            Self::Words => "words",
            Self::Remark => "remark",
            Self::Line => "line",
            Self::Field { .. } => "field",
        }
    }
}
