//! Finding a content on the two folders. Works on the folders alone, blocks its thread.

use std::io;
use std::path::{Path, PathBuf};

use super::proof::{Proof, proven};
use crate::error::{DeskError, Failure};
use crate::files::prepress::{below, hash_of};
use crate::files::{ContentStore, FileHash, FileRefusal};

/// A content somebody wants, with what the rows say of it.
#[derive(Clone, Debug)]
pub(in crate::files) struct Sought {
    pub(in crate::files) sha256: FileHash,
    pub(in crate::files) size: u64,
    /// It may have left the attachment folder.
    pub(in crate::files) may_have_left: bool,
    /// Its copies that were filed: the customer's name, and the path below the prepress folder.
    pub(in crate::files) copies: Vec<(String, String)>,
}

/// Where a content lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::files) enum Found {
    /// In the attachment folder.
    Stored(PathBuf),
    /// In the prepress folder; its hash was read just now.
    Proven(PathBuf),
}

impl Found {
    pub(in crate::files) fn path(&self) -> &Path {
        match self {
            Self::Stored(path) | Self::Proven(path) => path,
        }
    }
}

/// Where the content lies: the attachment folder first, else the first copy that is what was received.
pub(in crate::files) fn find(
    store: &ContentStore,
    root: &Path,
    sought: &Sought,
) -> Result<Found, DeskError> {
    let gone = match store.path_of(&sought.sha256) {
        Ok(path) => return Ok(Found::Stored(path)),
        Err(gone) => gone,
    };
    let Some((name, path)) = sought.copies.first().filter(|_| sought.may_have_left) else {
        return Err(Failure::Store(gone).into());
    };
    for (_, kept_as) in &sought.copies {
        let copy = below(root, kept_as);
        if matches!(
            proven(&copy, &sought.sha256, sought.size),
            Proof::Whole { .. }
        ) {
            return Ok(Found::Proven(copy));
        }
    }
    // Asked last: a share may go away in the middle, and then whatever failed, failed because of that.
    let name = name.clone();
    Err(if root.is_dir() {
        let path = path.clone();
        FileRefusal::OriginalChanged { name, path }.into()
    } else {
        FileRefusal::OriginalAway { name }.into()
    })
}

/// Finds the content as [`find`] does and reads it whatever folder it lies in; nothing where it is not what was received.
pub(in crate::files) fn as_received(
    store: &ContentStore,
    root: &Path,
    sought: &Sought,
) -> Result<Option<Found>, DeskError> {
    let found = find(store, root, sought)?;
    let Found::Stored(path) = &found else {
        return Ok(Some(found));
    };
    match hash_of(path) {
        Ok(hash) => Ok((hash == sought.sha256).then_some(found)),
        // It left for the prepress folder a moment ago.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let found = find(store, root, sought)?;
            Ok(matches!(found, Found::Proven(_)).then_some(found))
        }
        Err(_) => Ok(None),
    }
}
