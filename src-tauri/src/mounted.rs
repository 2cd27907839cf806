//! File systems of a test's own: what happens on a disk that is full, read-only or busy, without one.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A mount that goes with this value.
pub(crate) struct Mounted(PathBuf);

impl Mounted {
    /// Mounts at `at` with these arguments; none, said aloud, where this user may mount nothing.
    pub(crate) fn at(at: &Path, arguments: &[&str]) -> Option<Self> {
        let mounted = Command::new("mount").args(arguments).arg(at).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self(at.to_path_buf()));
        }
        // Past the test runner's capture, so that a skip is seen.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: mount {} (this user may not)",
            arguments.join(" ")
        );
        None
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // A test that failed has its own words.
        let _ = Command::new("umount").arg(&self.0).status();
    }
}
