//! Pages that were drawn for the window, kept by content, page and fineness while there is room: whoever turns back or zooms
//! again does not wait for the helper process.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::FileHash;

/// Bytes of pictures that are held at most.
const ROOM: usize = 48_000_000;

/// The pictures drawn last.
#[derive(Debug, Default)]
pub(crate) struct PageCache {
    /// The one asked for last stands last.
    held: Mutex<VecDeque<Held>>,
}

#[derive(Debug)]
struct Held {
    sha256: FileHash,
    page: u32,
    dpi: u32,
    png: Arc<[u8]>,
}

impl PageCache {
    /// The picture, if it is held.
    pub(crate) fn get(&self, sha256: &FileHash, page: u32, dpi: u32) -> Option<Arc<[u8]>> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let at = held
            .iter()
            .position(|one| one.sha256 == *sha256 && one.page == page && one.dpi == dpi)?;
        let one = held.remove(at)?;
        let png = Arc::clone(&one.png);
        held.push_back(one);
        Some(png)
    }

    /// Holds a picture; those not asked for longest make room for it.
    pub(crate) fn put(&self, sha256: FileHash, page: u32, dpi: u32, png: &[u8]) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|one| one.sha256 != sha256 || one.page != page || one.dpi != dpi);
        held.push_back(Held {
            sha256,
            page,
            dpi,
            png: Arc::from(png),
        });
        let mut room: usize = held.iter().map(|one| one.png.len()).sum();
        while room > ROOM {
            match held.pop_front() {
                Some(oldest) => room -= oldest.png.len(),
                None => return,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_2_6_a_page_drawn_before_is_not_drawn_again_while_there_is_room() {
        let cache = PageCache::default();
        let (one, other) = (FileHash::of(b"one"), FileHash::of(b"other"));
        let third = vec![0; ROOM / 3];
        cache.put(one.clone(), 1, 100, &third);
        cache.put(one.clone(), 2, 100, &third);
        cache.put(other.clone(), 1, 100, &third);
        assert!(cache.get(&one, 1, 100).is_some());
        assert!(cache.get(&one, 1, 72).is_none(), "another fineness");
        // Page 2 was not asked for longest.
        cache.put(other.clone(), 2, 100, &third);
        let held = |hash: &FileHash, page| cache.get(hash, page, 100).is_some();
        assert_eq!(
            [
                held(&one, 1),
                held(&one, 2),
                held(&other, 1),
                held(&other, 2)
            ],
            [true, false, true, true]
        );
    }
}
