//! The files that are looked at just now: how far each is, and how it is called off.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::PreflightRefusal;
use super::wire::LookingView;

/// The files that are looked at just now, by their rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Looking(Arc<Mutex<BTreeMap<i64, Arc<Look>>>>);

/// One of them.
#[derive(Debug, Default)]
pub(super) struct Look {
    seen: AtomicU32,
    pages: AtomicU32,
    pub(super) call_off: Notify,
}

impl Look {
    /// So many of so many pages were read.
    pub(super) fn saw(&self, seen: u32, pages: u32) {
        self.seen.store(seen, Ordering::Relaxed);
        self.pages.store(pages, Ordering::Relaxed);
    }
}

/// Takes a file off the list when its reading ends, however it ends.
pub(super) struct Turn {
    all: Looking,
    file: i64,
    pub(super) look: Arc<Look>,
}

impl Looking {
    fn open(&self) -> MutexGuard<'_, BTreeMap<i64, Arc<Look>>> {
        // Nothing is half done behind this lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a file on the list.
    ///
    /// # Errors
    /// When it is on it.
    pub(super) fn begin(&self, file: i64) -> Result<Turn, PreflightRefusal> {
        let look = Arc::new(Look::default());
        let mut open = self.open();
        if open.contains_key(&file) {
            return Err(PreflightRefusal::LookedAtNow);
        }
        open.insert(file, Arc::clone(&look));
        drop(open);
        Ok(Turn {
            all: self.clone(),
            file,
            look,
        })
    }

    /// Calls off the reading of a file; answers whether it was being read.
    pub(super) fn call_off(&self, file: i64) -> bool {
        match self.open().get(&file) {
            Some(look) => {
                look.call_off.notify_one();
                true
            }
            None => false,
        }
    }

    /// How far each is.
    pub(super) fn views(&self) -> Vec<LookingView> {
        self.open()
            .iter()
            .map(|(file, look)| LookingView {
                file_id: *file,
                seen: look.seen.load(Ordering::Relaxed),
                pages: look.pages.load(Ordering::Relaxed),
            })
            .collect()
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.all.open().remove(&self.file);
    }
}
