//! 免评审: the review of a 直通 customer's order is waived, with a reason (S-4.2.1c). Pure.

use sha2::{Digest, Sha256};

use super::Trigger;
use crate::accounts::Signature;
use crate::files::FileHash;

/// A review that was waived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Why.
    pub reason: String,
    /// Who stands for it: 业务总监.
    pub signature: Signature,
    /// The customer of the order is 直通 today: nobody else's order goes without.
    pub direct: bool,
}

impl Waiver {
    /// Whether it was signed over this content and for these reasons to review: another price that calls for a review, too, was
    /// not waived.
    #[must_use]
    pub fn counts_for(&self, now: &str, triggers: &[Trigger]) -> bool {
        let hash = waived_hash(now, triggers, &self.reason);
        self.direct && self.signature.counts_for(&hash)
    }
}

/// SHA-256 of exactly what a waiver signs: what would be reviewed, why it would be, and why it is not.
#[must_use]
pub fn waived_hash(now: &str, triggers: &[Trigger], reason: &str) -> String {
    let mut digest = Sha256::new_with_prefix(b"docket review waiver 1\n");
    let triggers = triggers.iter().map(Trigger::signed);
    let parts = [now.to_owned(), reason.to_owned()];
    for part in parts.into_iter().chain(triggers) {
        // The length in front keeps two texts from being read as one.
        digest.update(format!("{}\n{part}\n", part.len()));
    }
    FileHash::finished(digest).into()
}

#[cfg(test)]
pub(super) fn signed(now: &str, triggers: &[Trigger], reason: &str, direct: bool) -> Waiver {
    use crate::accounts::{Capacity, Role};
    Waiver {
        reason: reason.to_owned(),
        signature: Signature {
            id: 1,
            content_hash: waived_hash(now, triggers, reason),
            account: Some(4),
            signer: "何静".to_owned(),
            capacity: Capacity::Holds(Role::SalesDirector),
            signed_at: "2026-11-24T01:12:00Z".to_owned(),
            recorded: None,
            deputy_for: None,
            note: String::new(),
        },
        direct,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::Fen;

    #[test]
    fn clause_s_4_2_1c_a_waiver_counts_for_what_was_waived_alone() {
        let amount = |yuan: i64| Trigger::Amount {
            amount: Fen(yuan * 100),
            above: Fen(5_000_000),
        };
        let given = signed("a", &[Trigger::CaseBound], "常做的书", true);
        // what is ordered, why it would be reviewed, whether the waiver counts
        for (now, triggers, counts) in [
            ("a", vec![Trigger::CaseBound], true),
            ("b", vec![Trigger::CaseBound], false),
            ("a", vec![Trigger::CaseBound, amount(60_000)], false),
            ("a", vec![amount(60_000)], false),
        ] {
            assert_eq!(given.counts_for(now, &triggers), counts, "{triggers:?}");
        }
        let dear = signed("a", &[amount(60_000)], "常做的书", true);
        assert!(!dear.counts_for("a", &[amount(600_000)]));
        let other = Waiver {
            reason: "赶货".to_owned(),
            ..given.clone()
        };
        assert!(
            !other.counts_for("a", &[Trigger::CaseBound]),
            "another reason was not signed"
        );
        let no_longer = Waiver {
            direct: false,
            ..given
        };
        assert!(!no_longer.counts_for("a", &[Trigger::CaseBound]));
    }
}
