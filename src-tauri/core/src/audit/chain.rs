//! The chain itself: how a row is hashed, and how a broken one is found.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// The last row of the chain.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) hash: String,
}

/// A row before it has its hash. The order of the fields is the order in which they are hashed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Entry {
    pub(crate) seq: i64,
    pub(crate) at: String,
    pub(crate) account_id: Option<i64>,
    pub(crate) who: String,
    pub(crate) activity: String,
    pub(crate) subject: String,
    pub(crate) params: String,
    pub(crate) changes: String,
    pub(crate) previous_hash: String,
}

impl Entry {
    /// SHA-256 over all of it, in hexadecimal.
    pub(crate) fn hash(&self) -> String {
        // A struct of numbers and texts always serialises; an empty hash would break the chain visibly.
        let canonical = serde_json::to_vec(self).unwrap_or_default();
        hex(&Sha256::digest(canonical))
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// Where the trail does not hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainBreak {
    /// The row's content is not what was hashed.
    Changed {
        /// Its place in the chain.
        seq: i64,
    },
    /// Rows are missing, or one was put in, before this one.
    Gap {
        /// Its place in the chain.
        seq: i64,
    },
    /// The chain ends elsewhere than its head says.
    Cut {
        /// Where it ends.
        seq: i64,
    },
}

/// Walks the rows in order and finds the first that does not follow from the one before.
///
/// # Errors
/// With the first break.
pub(crate) fn check_rows(
    rows: impl IntoIterator<Item = (Entry, String)>,
    head: &Head,
) -> Result<(), ChainBreak> {
    let mut last = Head {
        seq: 0,
        hash: String::new(),
    };
    for (entry, hash) in rows {
        if entry.seq != last.seq + 1 || entry.previous_hash != last.hash {
            return Err(ChainBreak::Gap { seq: entry.seq });
        }
        if entry.hash() != hash {
            return Err(ChainBreak::Changed { seq: entry.seq });
        }
        last = Head {
            seq: entry.seq,
            hash,
        };
    }
    if last.seq == head.seq && last.hash == head.hash {
        Ok(())
    } else {
        Err(ChainBreak::Cut { seq: last.seq })
    }
}

impl crate::Desk {
    /// Reads the whole trail and checks that it holds together (F1-21).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn check_trail(&self) -> Result<Option<ChainBreak>, crate::DeskError> {
        check_chain(self).await
    }
}

/// Reads the whole trail of `desk` and finds the first break, if any.
///
/// # Errors
/// When the database cannot be read.
pub async fn check_chain(desk: &crate::Desk) -> Result<Option<ChainBreak>, crate::DeskError> {
    let mut reader = desk.read().await?;
    let head = super::queries::head(&mut reader).await?;
    let rows = super::queries::entries(&mut reader).await?;
    Ok(check_rows(rows, &head).err())
}
