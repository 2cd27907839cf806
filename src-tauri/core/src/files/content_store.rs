//! The folder in which whatever comes in or goes out is kept under the hash of its bytes.
//!
//! A file lies at `ab/cdef…`, named by its SHA-256. It gets there in one step: copied into `incoming/` of the same
//! folder, made durable, then renamed; so a name in here always stands for the whole file, and power may fail at any
//! moment. Two desks may share the folder on a server. A house may give it another place: what lies in the folders of before is
//! found there until it is brought along ([`bring_along`](super::bring_along)).
//!
//! **Invariant:** what is kept is never overwritten and never changed; the original is only read. It leaves for the prepress
//! folder alone, and only through [`originals`](super::originals).
//! **Invariant:** no text but a well-formed [`FileHash`] becomes part of a path in here.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest, Sha256};

use super::FileHash;
use super::incoming::Incoming;

/// Where copies grow until they are whole.
pub(super) const INCOMING: &str = "incoming";

/// How much is copied at a time.
const BLOCK: usize = 256 * 1024;

/// How long a rename waits for a virus scanner to let go of the new file, in milliseconds.
const RENAME_PATIENCE: [u64; 4] = [50, 100, 250, 500];

/// The attachment folder of the house, with the ones it had before.
#[derive(Clone, Debug)]
pub struct ContentStore {
    root: Arc<Path>,
    /// Read from, never written into; the latest first.
    pub(super) former: Arc<[PathBuf]>,
}

/// What came of keeping a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The name it goes by from now on.
    pub sha256: FileHash,
    /// Size in bytes.
    pub size: u64,
    /// Where it lies.
    pub(super) lies: PathBuf,
}

/// What the machine could not do with a kept file.
#[derive(Debug, thiserror::Error)]
pub enum StoreFailure {
    /// The file that was to be kept cannot be read.
    #[error("{path} cannot be read: {source}")]
    Original {
        /// The file that was chosen.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// No room is left in the attachment folder.
    #[error("no room is left in {folder}")]
    Full {
        /// The attachment folder.
        folder: PathBuf,
    },
    /// The attachment folder may not be written.
    #[error("{folder} may not be written")]
    ReadOnly {
        /// The attachment folder.
        folder: PathBuf,
    },
    /// The attachment folder did not do what was asked.
    #[error("{folder}: {source}")]
    Folder {
        /// The attachment folder.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is not in the folder, or the folder is not there.
    #[error("{sha256} is not in {folder}")]
    Gone {
        /// The file.
        sha256: FileHash,
        /// The attachment folder.
        folder: PathBuf,
    },
    /// What lies there under the name is not what was kept.
    #[error("{sha256} in {folder} has been changed by somebody else")]
    Changed {
        /// The file.
        sha256: FileHash,
        /// The attachment folder.
        folder: PathBuf,
    },
}

impl ContentStore {
    /// The store in the folder `root`. Touches nothing: a desk whose server folder is away still opens, and says so
    /// only where a file is needed.
    #[must_use]
    pub fn open(root: impl AsRef<Path>) -> Self {
        Self::with_former(root, Vec::new())
    }

    /// As [`open`](Self::open), for a house whose attachment folder lay elsewhere before: `former`, the latest first.
    #[must_use]
    pub fn with_former(root: impl AsRef<Path>, former: Vec<PathBuf>) -> Self {
        Self {
            root: Arc::from(root.as_ref()),
            former: former.into(),
        }
    }

    /// The attachment folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// How many bytes may still be written into the attachment folder; blocks the thread it runs on.
    ///
    /// # Errors
    /// When the folder cannot be asked: a server folder that is away.
    pub fn free_space(&self) -> Result<u64, StoreFailure> {
        // Before the first file the folder is not there yet; its place is asked.
        let there = self.root.ancestors().find(|folder| folder.is_dir());
        fs4::available_space(there.unwrap_or(&self.root)).map_err(|source| self.failed(source))
    }

    /// Copies the file at `original` in and makes it durable. Reads it once, in blocks, however large it is; blocks
    /// the thread it runs on.
    ///
    /// # Errors
    /// When the original cannot be read or the folder not be written; then nothing of it is left in the folder.
    pub fn keep(&self, original: &Path) -> Result<Kept, StoreFailure> {
        self.keep_told(original, |_| true)
    }

    /// As [`keep`](Self::keep), telling after each block how many bytes were read; it goes no further once that is answered
    /// with `false`.
    ///
    /// # Errors
    /// As [`keep`](Self::keep); [`StoreFailure::Original`] where it was stopped.
    pub fn keep_told(
        &self,
        original: &Path,
        tell: impl FnMut(u64) -> bool,
    ) -> Result<Kept, StoreFailure> {
        let unreadable = |source| StoreFailure::Original {
            path: original.to_path_buf(),
            source,
        };
        let source = File::open(original).map_err(unreadable)?;
        if !source.metadata().map_err(unreadable)?.is_file() {
            return Err(unreadable(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        let read = 0;
        self.keep_from(&mut Told { source, read, tell }, unreadable)
    }

    /// Keeps a document of our own making.
    ///
    /// # Errors
    /// When the folder cannot be written; then nothing of it is left there.
    pub fn keep_bytes(&self, mut bytes: &[u8]) -> Result<Kept, StoreFailure> {
        let (sha256, size) = (FileHash::of(bytes), bytes.len() as u64);
        if self.lies_whole(&sha256, size)? {
            return Ok(self.kept(sha256, size));
        }
        self.keep_from(&mut bytes, |source| self.failed(source))
    }

    /// Keeps what lies at `original` with `end` written behind it: the bytes of the original come first, as they are.
    ///
    /// # Errors
    /// As [`keep`](Self::keep).
    pub fn keep_with_end(&self, original: &Path, end: &[u8]) -> Result<Kept, StoreFailure> {
        let unreadable = |source| StoreFailure::Original {
            path: original.to_path_buf(),
            source,
        };
        let source = File::open(original).map_err(unreadable)?;
        self.keep_from(&mut source.chain(end), unreadable)
    }

    /// Where a kept file lies, for a program that wants a path.
    ///
    /// # Errors
    /// When it is not there.
    pub fn path_of(&self, sha256: &FileHash) -> Result<PathBuf, StoreFailure> {
        // The folder of now is asked once more at the end: the file may be on its way here.
        let there = self
            .places_of(sha256)
            .chain(std::iter::once(self.place_of(sha256)))
            .find(|path| path.is_file());
        there.ok_or_else(|| {
            // Of several folders the one that is away is the one to look after.
            let away = self.former.iter().find(|folder| !folder.is_dir());
            StoreFailure::Gone {
                sha256: sha256.clone(),
                folder: away.map_or_else(|| self.root.to_path_buf(), PathBuf::clone),
            }
        })
    }

    /// The bytes of a kept file, checked against its name: for papers of our own, which are small.
    ///
    /// # Errors
    /// When it is not there or not what was kept.
    pub fn read(&self, sha256: &FileHash) -> Result<Vec<u8>, StoreFailure> {
        self.read_at(&self.path_of(sha256)?, sha256)
    }

    /// The bytes at `path`, checked against the name they are kept under.
    pub(crate) fn read_at(&self, path: &Path, sha256: &FileHash) -> Result<Vec<u8>, StoreFailure> {
        let bytes = fs::read(path).map_err(|source| self.failed(source))?;
        if FileHash::of(&bytes) == *sha256 {
            Ok(bytes)
        } else {
            Err(self.changed(sha256))
        }
    }

    /// Lets go of a file that lies whole at `elsewhere`, which the caller has just proved; answers whether it is not here any
    /// more. One that *is* the file at `elsewhere`, reached another way, stays.
    pub(super) fn let_go(&self, sha256: &FileHash, elsewhere: &Path) -> Result<bool, StoreFailure> {
        let mut gone = true;
        for (former, place) in self.places_of(sha256).enumerate() {
            let let_go = match fs::canonicalize(&place) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                Err(error) => Err(error),
                Ok(here) if fs::canonicalize(elsewhere).is_ok_and(|there| there != here) => {
                    fs::remove_file(&place)
                }
                Ok(_) => {
                    gone = false;
                    Ok(())
                }
            };
            // A folder of before that is away keeps its double and holds nobody up.
            if former == 0 {
                let_go.map_err(|source| self.failed(source))?;
            }
        }
        Ok(gone)
    }

    fn keep_from(
        &self,
        source: &mut dyn Read,
        unreadable: impl Fn(io::Error) -> StoreFailure,
    ) -> Result<Kept, StoreFailure> {
        let (copy, sha256, size) = self.grow(source, unreadable)?;
        self.publish(&copy, &sha256, size)?;
        Ok(self.kept(sha256, size))
    }

    /// Copies `source` in, durable and whole, and does not give it its name yet.
    pub(super) fn grow(
        &self,
        source: &mut dyn Read,
        unreadable: impl Fn(io::Error) -> StoreFailure,
    ) -> Result<(Incoming, FileHash, u64), StoreFailure> {
        let (mut file, copy) = self
            .begin_incoming()
            .map_err(|source| self.failed(source))?;
        let mut digest = Sha256::new();
        let mut size: u64 = 0;
        let mut block = vec![0; BLOCK];
        loop {
            let read = match source.read(&mut block) {
                Ok(read) => block.get(..read).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(unreadable(error)),
            };
            if read.is_empty() {
                break;
            }
            digest.update(read);
            size += read.len() as u64;
            file.write_all(read).map_err(|source| self.failed(source))?;
        }
        file.sync_all().map_err(|source| self.failed(source))?;
        // Windows renames no file that somebody has open, ourselves included.
        drop(file);
        Ok((copy, FileHash::finished(digest), size))
    }

    pub(super) fn begin_incoming(&self) -> io::Result<(File, Incoming)> {
        let incoming = self.root.join(INCOMING);
        fs::create_dir_all(&incoming)?;
        Incoming::begin(&incoming)
    }

    fn kept(&self, sha256: FileHash, size: u64) -> Kept {
        let lies = self.place_of(&sha256);
        Kept { sha256, size, lies }
    }

    /// Gives the finished copy its name, or drops it where the same bytes lie already.
    pub(super) fn publish(
        &self,
        copy: &Incoming,
        sha256: &FileHash,
        size: u64,
    ) -> Result<(), StoreFailure> {
        let place = self.place_of(sha256);
        let folder = place.parent().unwrap_or(&self.root);
        let new_folder = !folder.is_dir();
        fs::create_dir_all(folder).map_err(|source| self.failed(source))?;
        if !self.lies_whole(sha256, size)? {
            for patience in RENAME_PATIENCE.into_iter().map(Some).chain([None]) {
                match fs::rename(copy.path(), &place) {
                    Ok(()) => break,
                    // Another desk was quicker with the same bytes.
                    Err(_) if self.lies_whole(sha256, size)? => break,
                    Err(source)
                        if cfg!(windows) && source.kind() == io::ErrorKind::PermissionDenied =>
                    {
                        match patience {
                            Some(wait) => std::thread::sleep(Duration::from_millis(wait)),
                            None => return Err(self.failed(source)),
                        }
                    }
                    Err(source) => return Err(self.failed(source)),
                }
            }
        }
        // Also where it lay already: whoever renamed it may have lost power before this line.
        settle(folder).map_err(|source| self.failed(source))?;
        if new_folder {
            settle(&self.root).map_err(|source| self.failed(source))?;
        }
        Ok(())
    }

    /// Whether the file is there already; by its size, which is what a cut-off disk or a careless hand changes.
    fn lies_whole(&self, sha256: &FileHash, size: u64) -> Result<bool, StoreFailure> {
        match fs::metadata(self.place_of(sha256)) {
            Ok(there) if there.is_file() && there.len() == size => Ok(true),
            Ok(_) => Err(self.changed(sha256)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(self.failed(error)),
        }
    }

    pub(super) fn place_of(&self, sha256: &FileHash) -> PathBuf {
        place_in(&self.root, sha256)
    }

    /// Where the file may lie: the attachment folder first, then the ones of before.
    fn places_of<'a>(&'a self, sha256: &'a FileHash) -> impl Iterator<Item = PathBuf> + 'a {
        let former = self.former.iter().map(|folder| place_in(folder, sha256));
        std::iter::once(self.place_of(sha256)).chain(former)
    }

    fn changed(&self, sha256: &FileHash) -> StoreFailure {
        StoreFailure::Changed {
            sha256: sha256.clone(),
            folder: self.root.to_path_buf(),
        }
    }

    pub(super) fn failed(&self, source: io::Error) -> StoreFailure {
        let folder = self.root.to_path_buf();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                StoreFailure::Full { folder }
            }
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                StoreFailure::ReadOnly { folder }
            }
            _ => StoreFailure::Folder { folder, source },
        }
    }
}

/// Where a file lies in an attachment folder.
fn place_in(root: &Path, sha256: &FileHash) -> PathBuf {
    let (folder, name) = sha256.as_str().split_at(2);
    root.join(folder).join(name)
}

/// A source that tells how far it is read.
pub(super) struct Told<R, F> {
    pub(super) source: R,
    pub(super) read: u64,
    pub(super) tell: F,
}

impl<R: Read, F: FnMut(u64) -> bool> Read for Told<R, F> {
    fn read(&mut self, block: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(block)?;
        self.read += read as u64;
        if (self.tell)(self.read) {
            Ok(read)
        } else {
            Err(io::Error::other("called off"))
        }
    }
}

/// Makes the names in a folder durable. Windows writes them with the file and knows no such call.
pub(super) fn settle(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        // Some server folders cannot; the file itself is durable.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}

#[cfg(test)]
#[path = "content_store_tests.rs"]
mod tests;
