//! Bringing along what lies in an attachment folder of before. Works on the folders alone, blocks its thread.
//!
//! File by file, in any order, and again at any time: a file is in one of the two folders at every moment, whole. Where it can
//! be it is renamed, else copied, read against its name, made durable, and only then removed.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::content_store::{INCOMING, Told, settle};
use super::prepress::hash_of;
use super::{ContentStore, FileHash, StoreFailure};

/// What lies in a folder of before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lying {
    /// How many files.
    pub(super) files: u64,
    /// How many bytes.
    pub(super) bytes: u64,
}

/// What came of bringing files along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moved {
    /// How many came along.
    pub(super) files: u64,
    /// How many stayed: not what was kept any more, or held by another program.
    pub(super) stayed: u64,
}

impl ContentStore {
    /// The store with `root` as its folder from now on; the one of now is read from.
    pub(super) fn moved_to(&self, root: &Path) -> Self {
        let before = std::iter::once(self.root()).chain(self.former.iter().map(PathBuf::as_path));
        let former = before
            .filter(|folder| *folder != root)
            .map(Path::to_path_buf);
        Self::with_former(root, former.collect())
    }

    /// The store without a folder of before.
    pub(super) fn without(&self, former: &Path) -> Self {
        let left = self.former.iter().filter(|folder| *folder != former);
        Self::with_former(self.root(), left.cloned().collect())
    }

    /// Whether `folder` is the attachment folder, reached by whatever name: what is made in the one appears in the other.
    ///
    /// # Errors
    /// When the attachment folder cannot be written.
    pub(super) fn is_same_folder(&self, folder: &Path) -> Result<bool, StoreFailure> {
        let (_file, probe) = self
            .begin_incoming()
            .map_err(|source| self.failed(source))?;
        let name = probe.path().file_name();
        Ok(name.is_some_and(|name| folder.join(INCOMING).join(name).exists()))
    }

    /// Brings along what lies in `former`, telling after each block how many bytes are done; goes no further once that is
    /// answered with `false`. What cannot be moved stays where it is found. `former` is not [this folder](Self::is_same_folder).
    ///
    /// # Errors
    /// When the attachment folder cannot be written or `former` not be read; what was brought along stays here.
    pub(super) fn bring_along(
        &self,
        former: &Path,
        mut tell: impl FnMut(u64) -> bool,
    ) -> Result<Moved, StoreFailure> {
        let mut moved = Moved::default();
        let mut done = 0;
        let unreadable = |source| StoreFailure::Folder {
            folder: former.to_path_buf(),
            source,
        };
        for folder in folders_in(former).map_err(unreadable)? {
            for (sha256, path, size) in files_in(&folder).map_err(unreadable)? {
                if !tell(done) {
                    return Ok(moved);
                }
                let came = self.bring_one(&sha256, &path, size, &mut |read| tell(done + read))?;
                done += size;
                if came {
                    moved.files += 1;
                } else if tell(done) {
                    moved.stayed += 1;
                }
            }
        }
        Ok(moved)
    }

    /// One file; answers whether it came along.
    fn bring_one(
        &self,
        sha256: &FileHash,
        path: &Path,
        size: u64,
        tell: &mut dyn FnMut(u64) -> bool,
    ) -> Result<bool, StoreFailure> {
        let failed = |source| self.failed(source);
        let place = self.place_of(sha256);
        if place.exists() {
            // The last other copy of a file goes only for one that was read.
            let here = hash_of(&place).map_err(failed)?;
            return Ok(here == *sha256 && drop_double(path, &place));
        }
        let folder = place.parent().unwrap_or_else(|| self.root());
        let new_folder = !folder.is_dir();
        fs::create_dir_all(folder).map_err(failed)?;
        if fs::rename(path, &place).is_ok() {
            settle(folder).map_err(failed)?;
            if new_folder {
                settle(self.root()).map_err(failed)?;
            }
            return Ok(true);
        }
        self.copy_one(sha256, path, size, tell)
    }

    /// One file from another disk; answers whether it came along.
    fn copy_one(
        &self,
        sha256: &FileHash,
        path: &Path,
        size: u64,
        tell: &mut dyn FnMut(u64) -> bool,
    ) -> Result<bool, StoreFailure> {
        let Ok(source) = File::open(path) else {
            return Ok(false);
        };
        let unreadable = |source| StoreFailure::Original {
            path: path.to_path_buf(),
            source,
        };
        let mut told = Told {
            source,
            read: 0,
            tell,
        };
        match self.grow(&mut told, unreadable) {
            Ok((copy, hash, read)) if hash == *sha256 && read == size => {
                self.publish(&copy, sha256, size)?;
                Ok(drop_double(path, &self.place_of(sha256)))
            }
            // It cannot be read, or is not what was kept; nothing of the copy stays.
            Ok(_) | Err(StoreFailure::Original { .. }) => Ok(false),
            Err(failure) => Err(failure),
        }
    }
}

/// What a double is called while it is made sure that it is one.
const DOUBLE: &str = "double";

/// Removes the double of the file at `place`; answers whether it is gone. Of a folder reached by two names, which a server may
/// hide for a while, both are one file: it is put aside first, and back where the other name no longer opens.
fn drop_double(path: &Path, place: &Path) -> bool {
    let aside = path.with_extension(DOUBLE);
    if fs::rename(path, &aside).is_err() {
        return false;
    }
    if File::open(place).is_ok() {
        return fs::remove_file(&aside).is_ok();
    }
    // Should that fail, the next time it is found under the name it was given.
    let _ = fs::rename(&aside, path);
    false
}

/// How much lies in an attachment folder.
///
/// # Errors
/// When it cannot be read: a server folder that is away.
pub(super) fn lying_in(root: &Path) -> Result<Lying, StoreFailure> {
    let unreadable = |source| StoreFailure::Folder {
        folder: root.to_path_buf(),
        source,
    };
    // Whatever was kept grew in here; a folder without it is the empty place of a disk that is not there.
    fs::metadata(root.join(INCOMING)).map_err(unreadable)?;
    let mut lying = Lying::default();
    for folder in folders_in(root).map_err(unreadable)? {
        for (_, _, size) in files_in(&folder).map_err(unreadable)? {
            lying.files += 1;
            lying.bytes += size;
        }
    }
    Ok(lying)
}

/// The folders files lie in, in order.
fn folders_in(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        if entry.file_name().len() == 2 && entry.file_type()?.is_dir() {
            folders.push(entry.path());
        }
    }
    folders.sort();
    Ok(folders)
}

/// The kept files in one of these folders: name, path, bytes. Whatever else lies there is not ours.
fn files_in(folder: &Path) -> io::Result<Vec<(FileHash, PathBuf, u64)>> {
    let head = folder.file_name().unwrap_or_default().to_string_lossy();
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // One that was put aside when the power failed is brought along like any other.
        let name = name.strip_suffix(".double").unwrap_or(&name);
        let name = format!("{head}{name}");
        let facts = match entry.metadata() {
            Ok(facts) => facts,
            // Another desk was quicker.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        if let Some(sha256) = FileHash::read(&name).filter(|_| facts.is_file()) {
            files.push((sha256, entry.path(), facts.len()));
        }
    }
    Ok(files)
}

#[cfg(test)]
#[path = "bring_along_tests.rs"]
mod tests;
