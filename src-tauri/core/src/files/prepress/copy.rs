//! Copying one kept file into the prepress folder (S-4.1.4c). Works on the folder alone, blocks its thread.
//!
//! The copy grows in a folder of its own, is read back and only then gets its place and the customer's name, in one step.
//!
//! **Invariant:** a file of another content is never written over; the copy gets a second name beside it.
//! **Invariant:** the prepress folder itself is never made here: a share that is away must not become a local folder.
//! **Invariant:** nothing is written through a link below the prepress folder, so nothing lands outside it.

use std::fs::{self, File, FileType};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::PrepressTrouble;
use crate::files::FileHash;
use crate::files::incoming::Incoming;
use crate::files::shown_name::name_beside;

/// Where copies grow below the prepress folder; gone again when none does.
const GROWING: &str = ".docket";

/// How much is copied at a time.
const BLOCK: usize = 256 * 1024;

/// The most names tried beside each other.
const MOST_NAMES: u32 = 99;

/// Where a copy lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filed {
    /// Below the prepress folder, with `/` between the parts.
    pub(super) kept_as: String,
    /// It was made by this call; otherwise it lay there.
    pub(super) made: bool,
}

/// Copies the kept file `sha256`, which lies at `original`, into `folder` below `root` under `name`. A copy that lies there already is found and not
/// made again.
pub(super) fn copy_to_prepress(
    original: &Path,
    sha256: &FileHash,
    root: &Path,
    folder: &str,
    name: &str,
) -> Result<Filed, PrepressTrouble> {
    let copied = copied(original, sha256, root, folder, name);
    // A share may go away in the middle; then whatever failed, failed because of that.
    if copied.is_err() && !root.is_dir() {
        return Err(PrepressTrouble::Away);
    }
    copied
}

fn copied(
    original: &Path,
    sha256: &FileHash,
    root: &Path,
    folder: &str,
    name: &str,
) -> Result<Filed, PrepressTrouble> {
    if !root.is_dir() {
        return Err(PrepressTrouble::Away);
    }
    let size = match fs::metadata(original) {
        Ok(facts) => facts.len(),
        // It left the attachment folder a moment ago, and is found where it lies now at the next try.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(PrepressTrouble::Gone),
        Err(error) => return Err(error.into()),
    };
    let below = folder_below(root, folder)?;
    let filed = |path: &Path, made| Filed {
        kept_as: told(root, path),
        made,
    };
    let mut copy: Option<Growing> = None;
    for number in 1..=MOST_NAMES {
        let candidate = if number == 1 {
            name.to_owned()
        } else {
            name_beside(name, number)
        };
        if let Some(there) = namesake(&below, &candidate)? {
            if is_copy(&there, sha256, size)? {
                return Ok(filed(&there, false));
            }
            continue;
        }
        let grown = match &copy {
            Some(grown) => grown,
            None => copy.insert(grow(original, root, sha256)?),
        };
        let target = below.join(&candidate);
        match grown.name_without_replacing(&target, sha256) {
            Ok(()) => {
                settle(&below);
                return Ok(filed(&target, true));
            }
            // Somebody was quicker with that name; it is looked at like any other.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if is_copy(&target, sha256, size)? {
                    return Ok(filed(&target, false));
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(PrepressTrouble::Other)
}

/// Takes a copy back that was made a moment ago and is not wanted any more. It stays where somebody has changed it.
pub(super) fn take_copy_back(root: &Path, kept_as: &str, sha256: &FileHash) {
    let path = below(root, kept_as);
    if hash_of(&path).is_ok_and(|there| there == *sha256) {
        // What cannot be removed lies there with the customer's name and content, as if it had been filed.
        let _ = fs::remove_file(path);
    }
}

/// A path written with `/`, below `root`.
pub(in crate::files) fn below(root: &Path, path: &str) -> PathBuf {
    path.split('/')
        .fold(root.to_path_buf(), |path, part| path.join(part))
}

/// The folder and the name as the screen shows them.
fn told(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    let parts: Vec<_> = parts
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    parts.join("/")
}

/// The folder below `root`, made where it is not there. One that is there under the same name, written large or small, is
/// taken; where a file or a link bears the name, somebody has to move it out of the way.
fn folder_below(root: &Path, folder: &str) -> Result<PathBuf, PrepressTrouble> {
    let mut path = root.to_path_buf();
    for part in folder.split('/') {
        path = match namesake(&path, part)? {
            Some(there) => there,
            None => {
                let fresh = path.join(part);
                match fs::create_dir(&fresh) {
                    // Another desk was quicker.
                    Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                        return Err(error.into());
                    }
                    _ => fresh,
                }
            }
        };
        if !kind_of(&path)?.is_dir() {
            return Err(PrepressTrouble::InTheWay);
        }
    }
    Ok(path)
}

/// What lies at a path itself; a link is a link, wherever it leads.
fn kind_of(path: &Path) -> io::Result<FileType> {
    Ok(fs::symlink_metadata(path)?.file_type())
}

/// Whether the very content lies at `path`.
fn is_copy(path: &Path, sha256: &FileHash, size: u64) -> io::Result<bool> {
    let facts = fs::symlink_metadata(path)?;
    Ok(facts.is_file() && facts.len() == size && hash_of(path)? == *sha256)
}

/// A copy that has not got its name yet.
#[derive(Debug)]
struct Growing {
    copy: Option<Incoming>,
    folder: PathBuf,
}

impl Drop for Growing {
    fn drop(&mut self) {
        self.copy = None;
        // Refused by the system while other copies grow in there, and that is right.
        let _ = fs::remove_dir(&self.folder);
    }
}

impl Growing {
    /// Gives the copy its name unless that is taken. A hard link never replaces; where a share knows none, the name was
    /// looked for a moment ago, and what then lies there is read once more.
    fn name_without_replacing(&self, target: &Path, sha256: &FileHash) -> io::Result<()> {
        let Some(copy) = &self.copy else {
            return Err(io::ErrorKind::NotFound.into());
        };
        match fs::hard_link(copy.path(), target) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) if kind_of(target).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => {
                fs::rename(copy.path(), target)?;
                if hash_of(target)? == *sha256 {
                    Ok(())
                } else {
                    Err(io::ErrorKind::AlreadyExists.into())
                }
            }
        }
    }
}

/// Writes the copy below `root` and reads it back.
fn grow(original: &Path, root: &Path, sha256: &FileHash) -> Result<Growing, PrepressTrouble> {
    let mut from = File::open(original)?;
    let folder = root.join(GROWING);
    let (mut to, copy) = match begin(&folder) {
        // Another desk has just removed the empty folder.
        Err(error) if error.kind() == io::ErrorKind::NotFound => begin(&folder)?,
        begun => begun?,
    };
    let growing = Growing {
        copy: Some(copy),
        folder,
    };
    let mut block = vec![0; BLOCK];
    while let Some(read) = next_block(&mut from, &mut block)? {
        to.write_all(read)?;
    }
    to.sync_all()?;
    // Windows renames no file that somebody has open, ourselves included.
    drop(to);
    match &growing.copy {
        Some(copy) if hash_of(copy.path())? == *sha256 => Ok(growing),
        _ => Err(PrepressTrouble::Differs),
    }
}

fn begin(folder: &Path) -> io::Result<(File, Incoming)> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    Incoming::begin(folder)
}

pub(in crate::files) fn hash_of(path: &Path) -> Result<FileHash, io::Error> {
    let mut file = File::open(path)?;
    let mut block = vec![0; BLOCK];
    let mut digest = Sha256::new();
    while let Some(read) = next_block(&mut file, &mut block)? {
        digest.update(read);
    }
    Ok(FileHash::finished(digest))
}

fn next_block<'a>(file: &mut File, block: &'a mut [u8]) -> io::Result<Option<&'a [u8]>> {
    loop {
        match file.read(block) {
            Ok(0) => return Ok(None),
            Ok(read) => return Ok(block.get(..read)),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// What lies in the folder under that name, written large or small, with its accents apart or together: 封面.PDF and
/// 封面.pdf are one file on Windows, and a Mac writes é in two characters.
fn namesake(folder: &Path, name: &str) -> io::Result<Option<PathBuf>> {
    let exact = folder.join(name);
    if kind_of(&exact).is_ok() {
        return Ok(Some(exact));
    }
    let folded = |name: &str| name.nfc().collect::<String>().to_lowercase();
    let wanted = folded(name);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if folded(&entry.file_name().to_string_lossy()) == wanted {
            return Ok(Some(entry.path()));
        }
    }
    Ok(None)
}

/// Makes the name durable where the system knows how; the read-back has proved the content.
fn settle(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
#[path = "copy_tests.rs"]
mod tests;
