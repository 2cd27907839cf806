//! Wrong passwords and PINs: each one in a row makes the next try wait longer. The count is kept in the database, so
//! that closing the program does not forget it.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};

use super::{AccessRefusal, Actor, queries};
use crate::Desk;
use crate::audit::Activity;
use crate::clock::{as_stored, from_stored};
use crate::error::{DeskError, Failure};
use crate::files::FileHash;
use crate::storage::{Cell, Subject};

/// So many slips of the finger cost nothing.
const FREE: i64 = 3;
/// The first wait, seconds; each further wrong try doubles it.
const FIRST_WAIT: i64 = 5;
/// The longest wait, seconds: a forgetful person must not lose the morning.
const LONGEST_WAIT: i64 = 900;

/// Wrong tries in a row at one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tries {
    pub(super) id: i64,
    pub(super) tries: i64,
    pub(super) last_at: String,
}

/// How long after the last of `tries` wrong ones the next may come, seconds.
#[must_use]
fn wait_after(tries: i64) -> i64 {
    if tries < FREE {
        return 0;
    }
    let doublings = u32::try_from((tries - FREE).min(20)).unwrap_or(20);
    (FIRST_WAIT << doublings).min(LONGEST_WAIT)
}

/// Seconds still to wait. A clock that was set back makes nobody wait longer than the wait itself.
#[must_use]
fn seconds_left(tries: i64, last_at: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    let wait = wait_after(tries);
    let passed = (now - last_at).max(TimeDelta::zero()).num_seconds();
    (wait - passed).max(0)
}

/// What is tried: a name at the door, known or not, or the PIN of an account. Kept as a hash: what is typed into the
/// field of the name is now and then a password.
pub(super) fn name_target(name: &str) -> String {
    target("name", name)
}

pub(super) fn pin_target(account: i64) -> String {
    target("pin", &account.to_string())
}

fn target(kind: &str, what: &str) -> String {
    let digest = Sha256::new_with_prefix(format!("docket {kind}\n{what}"));
    FileHash::finished(digest).into()
}

impl Desk {
    /// Refuses while the wait after the last wrong try at `target` is not over.
    pub(super) async fn may_try(&self, target: &str) -> Result<(), DeskError> {
        let Some(tries) = queries::tries(&mut *self.read().await?, target).await? else {
            return Ok(());
        };
        let last_at = from_stored(&tries.last_at).map_err(|_| Failure::UnknownValue {
            what: "wrong_tries.last_at",
            value: tries.last_at.clone(),
        })?;
        match seconds_left(tries.tries, last_at, self.now()) {
            0 => Ok(()),
            seconds => Err(AccessRefusal::WaitBeforeTrying { seconds }.into()),
        }
    }

    /// Counts a wrong try, in the trail, too.
    pub(super) async fn wrong_try(
        &self,
        actor: &Actor,
        target: &str,
        about: Option<i64>,
    ) -> Result<(), DeskError> {
        let mut writer = self.begin(actor, Activity::WrongTry).await?;
        writer.about(about.map_or(Subject::House, Subject::Person));
        let at = as_stored(writer.at());
        match queries::tries(&mut writer, target).await? {
            Some(tries) => {
                let next: [(&'static str, Cell); 2] =
                    [("tries", (tries.tries + 1).into()), ("last_at", at.into())];
                writer.update("wrong_tries", tries.id, &next).await?;
            }
            None => {
                let first: [(&'static str, Cell); 3] = [
                    ("target", target.into()),
                    ("tries", 1.into()),
                    ("last_at", at.into()),
                ];
                writer.insert("wrong_tries", &first).await?;
            }
        }
        writer.commit().await?;
        Ok(())
    }

    /// A right one ends the row of wrong ones.
    pub(super) async fn right_again(
        &self,
        actor: &Actor,
        target: &str,
        about: i64,
    ) -> Result<(), DeskError> {
        if queries::tries(&mut *self.read().await?, target)
            .await?
            .is_none_or(|tries| tries.tries == 0)
        {
            return Ok(());
        }
        let mut writer = self.begin(actor, Activity::RightAgain).await?;
        writer.about(Subject::Person(about));
        if let Some(tries) = queries::tries(&mut writer, target).await? {
            writer
                .update("wrong_tries", tries.id, &[("tries", 0.into())])
                .await?;
        }
        writer.commit().await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn each_wrong_try_makes_the_next_wait_longer() {
        // Three for nothing but the third; then 5 doubled each time, at most a quarter of an hour.
        let waits: Vec<i64> = (0..14).map(wait_after).collect();
        assert_eq!(
            waits,
            [0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]
        );
        assert_eq!(wait_after(i64::MAX), 900);
    }

    #[test]
    fn the_wait_ends_to_the_second_and_a_clock_set_back_does_not_stretch_it() {
        let at = |text: &str| from_stored(text).unwrap();
        let last = at("2026-11-24T01:00:00Z");
        for (now, left) in [
            ("2026-11-24T01:00:00Z", 5),
            ("2026-11-24T01:00:04Z", 1),
            ("2026-11-24T01:00:05Z", 0),
            ("2026-11-23T01:00:00Z", 5),
        ] {
            assert_eq!(seconds_left(3, last, at(now)), left, "{now}");
        }
    }
}
