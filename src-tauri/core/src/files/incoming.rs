//! Copies that grow until they are whole: in a folder of their own, under names of chance, so that no two desks meet there.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A copy this old has nobody who finishes it: the machine went down during it.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

/// The path of a file that is being copied in; removed with this value unless it was renamed before.
#[derive(Debug)]
pub(super) struct Incoming(PathBuf);

impl Incoming {
    /// An empty file in `folder`, which must be there. What others left behind long ago is swept on the way.
    pub(super) fn begin(folder: &Path) -> io::Result<(File, Self)> {
        let mut chance = [0; 16];
        getrandom::fill(&mut chance)?;
        let path = folder.join(format!("{:032x}", u128::from_ne_bytes(chance)));
        let file = File::create_new(&path)?;
        sweep(folder, &file);
        Ok((file, Self(path)))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // After a rename there is nothing here any more; a copy that cannot be removed is swept another day.
        let _ = fs::remove_file(&self.0);
    }
}

/// Removes copies nobody finishes. Their age is told against a file just made, by the same folder's own clock.
fn sweep(folder: &Path, fresh: &File) {
    let Ok(now) = fresh.metadata().and_then(|facts| facts.modified()) else {
        return;
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let made = entry.metadata().and_then(|facts| facts.modified());
        if made.is_ok_and(|made| now.duration_since(made).is_ok_and(|age| age > ABANDONED)) {
            // Sweeping is a courtesy; what cannot be removed stays until tomorrow.
            let _ = fs::remove_file(entry.path());
        }
    }
}
