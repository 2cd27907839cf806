//! The files that are being copied in just now: how far each is, and how it is called off.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use ts_rs::TS;

use crate::Desk;

/// How far a file is that is being copied in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceivingView {
    /// Where it comes from, as it was chosen.
    pub path: String,
    /// Bytes copied.
    #[ts(type = "number")]
    pub done: u64,
    /// Bytes it has.
    #[ts(type = "number")]
    pub size: u64,
}

/// The files that are being copied in, by where they come from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Receiving(Arc<Mutex<BTreeMap<PathBuf, Arc<Coming>>>>);

/// One of them.
#[derive(Debug)]
pub(super) struct Coming {
    size: u64,
    done: AtomicU64,
    called_off: AtomicBool,
}

impl Coming {
    /// So many bytes were copied; answers whether to go on.
    pub(super) fn copied(&self, done: u64) -> bool {
        self.done.store(done, Ordering::Relaxed);
        !self.is_called_off()
    }

    pub(super) fn is_called_off(&self) -> bool {
        self.called_off.load(Ordering::Relaxed)
    }
}

/// Takes a file off the list when its copying ends, however it ends.
pub(super) struct Turn {
    all: Receiving,
    path: PathBuf,
    pub(super) coming: Arc<Coming>,
}

impl Receiving {
    fn open(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Arc<Coming>>> {
        // Nothing is half done behind this lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a file of `size` bytes on the list.
    pub(super) fn begin(&self, path: &Path, size: u64) -> Turn {
        self.enter(&mut self.open(), path, size)
    }

    /// As [`begin`](Self::begin), where nothing else is on the list.
    pub(super) fn begin_alone(&self, path: &Path, size: u64) -> Option<Turn> {
        let mut open = self.open();
        open.is_empty().then(|| self.enter(&mut open, path, size))
    }

    fn enter(&self, open: &mut BTreeMap<PathBuf, Arc<Coming>>, path: &Path, size: u64) -> Turn {
        let coming = Arc::new(Coming {
            size,
            done: AtomicU64::new(0),
            called_off: AtomicBool::new(false),
        });
        open.insert(path.to_path_buf(), Arc::clone(&coming));
        Turn {
            all: self.clone(),
            path: path.to_path_buf(),
            coming,
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.all.open().remove(&self.path);
    }
}

impl Desk {
    /// How far the files are that are being copied in.
    #[must_use]
    pub fn receiving(&self) -> Vec<ReceivingView> {
        let open = self.coming_in().open();
        let views = open.iter().map(|(path, coming)| ReceivingView {
            path: path.to_string_lossy().into_owned(),
            done: coming.done.load(Ordering::Relaxed),
            size: coming.size,
        });
        views.collect()
    }

    /// Calls off the copying of the file that comes from `path`: nothing of it stays. Answers whether it was being copied.
    #[must_use]
    pub fn call_off_receiving(&self, path: &Path) -> bool {
        match self.coming_in().open().get(path) {
            Some(coming) => {
                coming.called_off.store(true, Ordering::Relaxed);
                true
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_emptied_when_nothing_else_is_on_its_way() {
        let all = Receiving::default();
        let file = all.begin(Path::new("封面.pdf"), 3);
        assert!(all.begin_alone(Path::new("附件"), 10).is_none());
        drop(file);
        let turn = all.begin_alone(Path::new("附件"), 10);
        assert!(turn.is_some());
        assert!(all.begin_alone(Path::new("附件"), 10).is_none());
    }
}
