//! Who of the customer said or got something, when and by which way, as it is typed beside a telephone.

use super::customers_word::CustomersWord;
use super::refusals::OrderRefusal;
use super::understand::FieldProblem;
use crate::clock::{as_stored, from_stored};
use crate::typed::{LONGEST_NAME, NotUnderstood, clean_lines, clean_text};

/// The ways one speaks with a customer.
pub(super) const WAYS: [&str; 5] = ["phone", "wechat", "email", "in_person", "fax"];
/// Characters of what was said.
const LONGEST_NOTE: usize = 2_000;

/// Who, when and how, cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) who: String,
    /// When (UTC).
    pub(crate) at: String,
    pub(crate) how: String,
}

impl Said {
    /// Understands who, when (empty: `now`) and how.
    ///
    /// # Errors
    /// Refuses nobody, a way there is none of, and a moment that is none or has not come.
    pub(crate) fn of(who: &str, at: &str, how: &str, now: &str) -> Result<Self, OrderRefusal> {
        let how = way(how)?;
        let at = moment(at, now)?;
        let who = clean_text(who, LONGEST_NAME).map_err(|_| OrderRefusal::NobodyAnswered)?;
        Ok(Self { who, at, how })
    }

    /// The same as a yes.
    ///
    /// # Errors
    /// Refuses what is no moment; one that was understood is one.
    pub(super) fn word(&self) -> Result<CustomersWord, OrderRefusal> {
        Ok(CustomersWord {
            who: self.who.clone(),
            at: from_stored(&self.at).map_err(|_| unknown("at", &self.at))?,
            how: self.how.clone(),
        })
    }
}

/// A way there is.
///
/// # Errors
/// Refuses any other.
pub(crate) fn way(how: &str) -> Result<String, OrderRefusal> {
    if WAYS.contains(&how) {
        Ok(how.to_owned())
    } else {
        Err(unknown("how", how))
    }
}

/// A way as forms print it.
pub(crate) fn printed_way(how: &str) -> &str {
    match how {
        "phone" => "电话",
        "wechat" => "微信",
        "email" => "邮件",
        "in_person" => "当面",
        "fax" => "传真",
        other => other,
    }
}

/// A moment that has come; empty means `now`.
///
/// # Errors
/// Refuses what is no moment, and one in the future.
pub(super) fn moment(at: &str, now: &str) -> Result<String, OrderRefusal> {
    let at = match at.trim() {
        "" => now.to_owned(),
        typed => as_stored(from_stored(typed).map_err(|_| unknown("at", typed))?),
    };
    if at.as_str() > now {
        return Err(OrderRefusal::AnswerInFuture);
    }
    Ok(at)
}

/// What was said, in as many lines as it takes; empty where nothing was. `path` is the field it is typed in.
///
/// # Errors
/// Refuses what is too long.
pub(crate) fn note(path: &str, text: &str) -> Result<String, OrderRefusal> {
    match clean_lines(text, LONGEST_NOTE) {
        Ok(note) => Ok(note),
        Err(NotUnderstood::Empty) => Ok(String::new()),
        Err(problem) => {
            let fields = vec![FieldProblem {
                path: path.to_owned(),
                code: problem.code(),
                params: problem.params(),
            }];
            Err(OrderRefusal::NotUnderstood { fields })
        }
    }
}

pub(crate) fn unknown(what: &'static str, value: &str) -> OrderRefusal {
    OrderRefusal::UnknownAnswer {
        what,
        value: value.chars().take(40).collect(),
    }
}
