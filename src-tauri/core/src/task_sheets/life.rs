//! The life of a change and of the version it lands on, as the actions live it: what a change takes, who may give it, when it
//! stands, and where it then stands. Pure: facts in, decisions out.
//!
//! proposed → *pending*, until everybody asked has signed for exactly its content → *in force* on the version, or with the place
//! that is one too many on the next one; or *refused* by one of them; or *withdrawn* by who asked for it.
//!
//! **Invariant:** nothing is in force that anybody who must has not signed for.
//! **Invariant:** a version takes at most so many places; one more opens the next, and the old one is void (S-4.4.2b).

use super::SheetRefusal;
use super::rules::{Authority, Stage, distinct_places, needs_consent, needs_of};
use crate::accounts::AccessRefusal;
use crate::error::DeskError;
use crate::orders::ChangedPlace;

/// What a change would take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Weighed {
    /// The signatures it waits for, beside that of 业务助理.
    pub(super) needs: Vec<Authority>,
    /// The customer consents (F4-4c).
    pub(super) consent: bool,
    /// How many places of the version are changed with it.
    pub(super) distinct: usize,
    /// One place too many: it opens the next version.
    pub(super) new_version: bool,
}

impl Weighed {
    /// Nobody else is asked: it stands as soon as 业务助理 has signed beside it.
    pub(super) const fn stands_at_once(&self) -> bool {
        self.needs.is_empty()
    }
}

/// What a change of these places would take: `changed` are the paths changed on the version already, of which it takes `most`.
/// Before there is a sheet places are not counted.
pub(super) fn weigh<'a>(
    stage: Stage,
    places: &'a [ChangedPlace],
    changed: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Weighed {
    let distinct = distinct_places(changed, places);
    let new_version = stage == Stage::Released && distinct > most;
    Weighed {
        needs: needs_of(stage, places, new_version),
        consent: needs_consent(stage, places),
        distinct,
        new_version,
    }
}

/// Whether a change may be asked for: one at a time, and of something.
pub(super) fn may_be_asked(waits: bool, places: &[ChangedPlace]) -> Result<(), SheetRefusal> {
    if waits {
        return Err(SheetRefusal::ChangePending);
    }
    if places.is_empty() {
        return Err(SheetRefusal::NothingChanged);
    }
    Ok(())
}

/// A signature a change was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GivenFor<'a> {
    /// As what.
    pub(super) authority: &'a str,
    /// Over what.
    pub(super) content_hash: &'a str,
}

/// A change that waits, with what was given so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Waiting<'a> {
    /// Whether it waits at all.
    pub(super) pending: bool,
    /// What is signed for.
    pub(super) content_hash: &'a str,
    /// Who asked for it.
    pub(super) requested_by: i64,
    /// Who signed beside it as 业务助理.
    pub(super) beside: Option<i64>,
    /// What it waits for, as codes.
    pub(super) needs: &'a [String],
    /// What was given.
    pub(super) given: Vec<GivenFor<'a>>,
}

impl Waiting<'_> {
    fn has(&self, authority: &str) -> bool {
        self.given
            .iter()
            .any(|given| given.authority == authority && given.content_hash == self.content_hash)
    }

    /// Whether this signature is asked for.
    pub(super) fn asks_for(&self, authority: Authority) -> Result<(), SheetRefusal> {
        if !self.pending {
            return Err(SheetRefusal::ChangeClosed);
        }
        let asked = self.needs.iter().any(|need| need == authority.code());
        if asked && !self.has(authority.code()) {
            Ok(())
        } else {
            Err(SheetRefusal::NotAsked)
        }
    }

    /// Whether this account may give one: neither who asked for the change, nor who signed beside it (F1-02).
    pub(super) fn may_give(&self, account: Option<i64>) -> Result<(), AccessRefusal> {
        let own =
            account.is_some() && (account == Some(self.requested_by) || account == self.beside);
        if own {
            Err(AccessRefusal::OwnRequest)
        } else {
            Ok(())
        }
    }

    /// Whether it stands once `signed` is added to what was given: everybody asked has signed for exactly its content.
    pub(super) fn stands_with(&self, signed: Option<GivenFor<'_>>) -> bool {
        let adds = |need: &str| {
            signed.is_some_and(|signed| {
                signed.authority == need && signed.content_hash == self.content_hash
            })
        };
        self.pending && self.needs.iter().all(|need| self.has(need) || adds(need))
    }

    /// Whether its standing opens the next version.
    pub(super) fn opens_version(&self) -> bool {
        self.needs
            .iter()
            .any(|need| need == Authority::Check.code())
    }

    /// Whether this account may take it back: who asked for it, while it waits.
    pub(super) fn may_withdraw(&self, account: i64) -> Result<(), DeskError> {
        if !self.pending {
            Err(SheetRefusal::ChangeClosed.into())
        } else if account == self.requested_by {
            Ok(())
        } else {
            Err(SheetRefusal::NotYours.into())
        }
    }
}

/// Where a change that stands is frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Landing {
    /// On which version.
    pub(super) version: i64,
    /// As its 改n; nothing where it opens the version.
    pub(super) change_index: i64,
    /// The version before is void from here on.
    pub(super) voids: bool,
}

/// Where a change lands on a sheet that is at `version` with the changes `used`.
pub(super) fn land(
    version: i64,
    used: impl IntoIterator<Item = i64>,
    opens_version: bool,
) -> Landing {
    if opens_version {
        Landing {
            version: version + 1,
            change_index: 0,
            voids: true,
        }
    } else {
        Landing {
            version,
            change_index: used.into_iter().max().unwrap_or(0) + 1,
            voids: false,
        }
    }
}

#[cfg(test)]
#[path = "life_tests.rs"]
mod tests;
