//! What a copy in the prepress folder is worth. Works on the folder alone, blocks its thread.

use std::fs::{self, Metadata, OpenOptions};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::files::FileHash;
use crate::files::content_store::settle;
use crate::files::prepress::hash_of;

/// Size and time of the last change of a file.
pub(super) type State = (u64, Option<SystemTime>);

/// What a copy is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// Its bytes are what was received.
    Whole {
        /// How it stood when that was read.
        state: State,
    },
    /// It is not there, or something else is.
    NotIt,
    /// The folder did not say.
    Unknown,
}

/// Reads the copy at `path` again. By the size first: what differs there need not be read.
pub(super) fn proven(path: &Path, sha256: &FileHash, size: u64) -> Proof {
    let before = match state_of(path) {
        Ok(Some(state)) if state.0 == size => state,
        Ok(_) => return Proof::NotIt,
        Err(error) => return unsaid(&error),
    };
    match (hash_of(path), state_of(path)) {
        (Ok(hash), _) if hash != *sha256 => Proof::NotIt,
        (Ok(_), Ok(Some(after))) if after == before => Proof::Whole { state: before },
        // Somebody is writing it.
        (Ok(_), Ok(_)) => Proof::Unknown,
        (Err(error), _) | (_, Err(error)) => unsaid(&error),
    }
}

/// Makes the copy at `path` and its name durable, then reads it again. A copy that cannot be made durable, because nobody
/// may write it or somebody has it open, proves nothing yet.
pub(super) fn durable_and_proven(path: &Path, sha256: &FileHash, size: u64) -> Proof {
    match state_of(path) {
        Ok(Some(state)) if state.0 == size => {}
        Ok(_) => return Proof::NotIt,
        Err(error) => return unsaid(&error),
    }
    // Windows makes a file durable only for one who may write it. Nothing is written.
    let synced = OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .and_then(|()| path.parent().map_or(Ok(()), settle));
    match synced {
        Ok(()) => proven(path, sha256, size),
        Err(_) => Proof::Unknown,
    }
}

/// Whether the copy at `path` stands as it stood when it was read.
pub(super) fn stands(path: &Path, state: State) -> bool {
    matches!(state_of(path), Ok(Some(now)) if now == state)
}

/// How the very file at `path` stands; nothing where a link or a folder bears the name, wherever it leads.
fn state_of(path: &Path) -> io::Result<Option<State>> {
    let facts: Metadata = fs::symlink_metadata(path)?;
    Ok(facts
        .is_file()
        .then(|| (facts.len(), facts.modified().ok())))
}

fn unsaid(error: &io::Error) -> Proof {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Proof::NotIt,
        _ => Proof::Unknown,
    }
}
