//! The one clock. It is handed in, so that a test can stand at 10:00:59 and a rule never reads the time itself.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, SecondsFormat, Utc};

/// Hours that Shanghai is ahead of UTC; China keeps no summer time.
const SHANGHAI_AHEAD_HOURS: i32 = 8;

/// Tells the time: UTC in the store, Asia/Shanghai for every deadline and working day.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    standing: Option<Arc<Mutex<DateTime<Utc>>>>,
}

impl Clock {
    /// The machine's own clock.
    #[must_use]
    pub fn of_the_machine() -> Self {
        Self::default()
    }

    /// A clock that stands still until it is [`moved`](Self::move_to).
    #[must_use]
    pub fn standing_at(moment: DateTime<Utc>) -> Self {
        Self {
            standing: Some(Arc::new(Mutex::new(moment))),
        }
    }

    /// Moves a standing clock; the machine's own clock is left alone.
    pub fn move_to(&self, moment: DateTime<Utc>) {
        if let Some(standing) = &self.standing {
            *standing.lock().unwrap_or_else(PoisonError::into_inner) = moment;
        }
    }

    /// This moment.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the machine's clock"
    )]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.standing {
            Some(standing) => *standing.lock().unwrap_or_else(PoisonError::into_inner),
            None => Utc::now(),
        }
    }

    /// The day it is in Shanghai.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        in_shanghai(self.now()).date()
    }
}

/// What the wall clock of the house shows at `moment`.
#[must_use]
pub fn in_shanghai(moment: DateTime<Utc>) -> NaiveDateTime {
    match FixedOffset::east_opt(SHANGHAI_AHEAD_HOURS * 3600) {
        Some(offset) => moment.with_timezone(&offset).naive_local(),
        // Eight hours is within any offset chrono knows; were it not, UTC is the honest answer.
        None => moment.naive_utc(),
    }
}

/// A moment as the store writes it: UTC, to the second.
#[must_use]
pub fn as_stored(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A moment as a form prints it: `2026-11-24 10:12` in Shanghai.
#[must_use]
pub fn as_printed(moment: DateTime<Utc>) -> String {
    in_shanghai(moment).format("%Y-%m-%d %H:%M").to_string()
}

/// Reads a moment the store or the window wrote.
///
/// # Errors
/// When the text is no RFC 3339 moment.
pub fn from_stored(text: &str) -> Result<DateTime<Utc>, chrono::ParseError> {
    DateTime::parse_from_rfc3339(text).map(|moment| moment.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn the_day_turns_at_midnight_in_shanghai() {
        let clock = Clock::standing_at(from_stored("2026-11-23T15:59:59Z").unwrap());
        assert_eq!(
            clock.today(),
            NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
        );
        clock.move_to(from_stored("2026-11-23T16:00:00Z").unwrap());
        assert_eq!(
            clock.today(),
            NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
        );
        assert_eq!(as_printed(clock.now()), "2026-11-24 00:00");
    }
}
