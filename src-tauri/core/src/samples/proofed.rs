//! Samples that are proofs (S-4.2.3): each shows the files it was printed from, and nothing else.

use crate::files::{FileInUse, shows_what_is_in_use};

/// The files a proof was printed from, by row and hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PrintedFrom(pub(super) Vec<(i64, String)>);

impl PrintedFrom {
    /// Whether it shows that content.
    pub(crate) fn shows(&self, sha256: &str) -> bool {
        self.0.iter().any(|(_, of)| of == sha256)
    }

    /// Whether it shows other files than the house works with now.
    pub(crate) fn is_stale(&self, in_use: &[FileInUse]) -> bool {
        let printed: Vec<(i64, &str)> = self.0.iter().map(|(id, of)| (*id, of.as_str())).collect();
        !shows_what_is_in_use(&printed, in_use)
    }
}
