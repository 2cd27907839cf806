//! Why a rule is not set.

use chrono::NaiveDate;

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What the settings refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingRefusal {
    /// There is no such rule.
    #[error("there is no rule {rule}")]
    NoSuchRule {
        /// What was given.
        rule: String,
    },
    /// The rule does not take that value.
    #[error("{rule} cannot be {value}")]
    BadValue {
        /// Which rule.
        rule: &'static str,
        /// What was given.
        value: String,
    },
    /// The procedure itself says who: the line is not the house's to set.
    #[error("the line {power} is fixed by clause {clause}")]
    FixedByClause {
        /// Which line.
        power: &'static str,
        /// By which clause.
        clause: &'static str,
    },
    /// The first day cannot be read.
    #[error("{text} is no day")]
    BadDay {
        /// As typed.
        text: String,
    },
    /// Who may, and what a signature takes, holds from today on or later: the past is not rewritten.
    #[error("a rule does not hold from a day that is past")]
    FromThePast,
    /// What was typed is not understood.
    #[error("{} fields are not understood", fields.len())]
    NotUnderstood {
        /// Which, and why.
        fields: Vec<FieldProblem>,
    },
    /// Somebody has to say why.
    #[error("no reason was given")]
    NoReason,
    /// Orders of those days were decided by the value that was in force then.
    #[error("{count} orders were decided since {from}")]
    RewritesDecided {
        /// The day it was to hold from.
        from: NaiveDate,
        /// How many orders.
        count: i64,
        /// The first day on which it may begin.
        earliest: NaiveDate,
    },
    /// The value stands already.
    #[error("the value stands already")]
    SameValue,
    /// A form is to offer a word that its field does not take.
    #[error("the field does not take {word}")]
    WordNotTaken {
        /// As typed.
        word: String,
    },
}

impl Refuse for SettingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchRule { .. } => "no_such_rule",
            Self::FixedByClause { .. } => "setting_fixed_by_clause",
            Self::BadDay { .. } => "setting_bad_day",
            Self::FromThePast => "setting_from_the_past",
            Self::BadValue { .. } => "bad_setting_value",
            Self::NotUnderstood { .. } => "fields_not_understood",
            Self::NoReason => "setting_needs_reason",
            Self::RewritesDecided { .. } => "setting_rewrites_decided",
            Self::SameValue => "setting_is_the_same",
            Self::WordNotTaken { .. } => "setting_word_not_taken",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoSuchRule { rule } => vec![("rule", rule.clone())],
            Self::BadValue { rule, value } => {
                vec![("rule", (*rule).to_owned()), ("value", value.clone())]
            }
            Self::FixedByClause { power, clause } => vec![
                ("power", (*power).to_owned()),
                ("clause", (*clause).to_owned()),
            ],
            Self::BadDay { text } => vec![("text", text.clone())],
            Self::WordNotTaken { word } => vec![("word", word.clone())],
            Self::NotUnderstood { fields } => vec![("count", fields.len().to_string())],
            Self::RewritesDecided {
                from,
                count,
                earliest,
            } => vec![
                ("from", from.to_string()),
                ("count", count.to_string()),
                ("earliest", earliest.to_string()),
            ],
            Self::NoReason | Self::SameValue | Self::FromThePast => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::NotUnderstood { fields } => fields.clone(),
            Self::NoReason => vec![beside("why", self.code())],
            Self::RewritesDecided {
                earliest, count, ..
            } => vec![FieldProblem {
                path: "from".to_owned(),
                code: self.code(),
                params: [
                    ("earliest", earliest.to_string()),
                    ("count", count.to_string()),
                ]
                .into(),
            }],
            Self::SameValue => vec![beside("value", self.code())],
            Self::FromThePast => vec![beside("from", self.code())],
            Self::WordNotTaken { word } => {
                let mut problem = beside("value", self.code());
                problem.params.insert("word", word.clone());
                vec![problem]
            }
            Self::NoSuchRule { .. }
            | Self::BadValue { .. }
            | Self::FixedByClause { .. }
            | Self::BadDay { .. } => Vec::new(),
        }
    }
}

/// A problem without further facts, beside the field of the settings screen that bears this name.
pub(crate) fn beside(field: &str, code: &'static str) -> FieldProblem {
    FieldProblem {
        path: field.to_owned(),
        code,
        params: std::collections::BTreeMap::new(),
    }
}
