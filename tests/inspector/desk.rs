//! A folder of foreign files and an inspector that reads them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use docket_core::inspector::{Budget, Inspected, Inspector, PdfFacts, Reason};
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;

pub struct Desk {
    folder: TempDir,
    pub inspector: Inspector,
}

impl Desk {
    pub fn new() -> Self {
        // A machine busy with other tests must not make a sound file slow.
        Self::with_budget(Budget {
            time: Duration::from_secs(60),
            ..Budget::default()
        })
    }

    pub fn with_budget(budget: Budget) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The worker takes no notice of the folder's name; it tells one desk's
        // worker from another's in the system's list.
        let mark = folder.path().as_os_str().to_owned();
        let program = PathBuf::from(env!("CARGO_BIN_EXE_docket-inspector"));
        let inspector = Inspector::new(program, vec![mark]).with_budget(budget);
        Self { folder, inspector }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub async fn read(&self, name: &str, bytes: impl AsRef<[u8]>) -> Inspected {
        let path = self.file(name, bytes);
        self.inspector
            .inspect(&path)
            .await
            .unwrap_or_else(|refusal| panic!("{name} was refused: {refusal}"))
    }

    pub async fn pdf(&self, bytes: impl AsRef<[u8]>) -> PdfFacts {
        self.read("内文.pdf", bytes).await.pdf.unwrap()
    }

    pub async fn refusal(&self, bytes: impl AsRef<[u8]>) -> Reason {
        let path = self.file("内文.pdf", bytes);
        match self.inspector.inspect(&path).await {
            Ok(read) => panic!("was read: {read:?}"),
            Err(refusal) => refusal.reason,
        }
    }

    /// The process ids of this desk's workers, as the system lists them.
    #[cfg(target_os = "linux")]
    pub fn workers(&self) -> Vec<u32> {
        use std::os::unix::ffi::OsStrExt;
        let mark = self.folder.path().as_os_str().as_bytes();
        std::fs::read_dir("/proc")
            .unwrap()
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
            .filter(|id: &u32| {
                let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
                line.windows(mark.len()).any(|window| window == mark)
            })
            .collect()
    }

    /// Waits until the system lists exactly one worker, and tells its id.
    #[cfg(target_os = "linux")]
    pub async fn working(&self) -> u32 {
        for _ in 0..2000 {
            if let [id] = self.workers()[..] {
                return id;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("no worker was started");
    }
}

/// Waits until the system knows no process `id`, living or dead: a zombie, which
/// nobody collected, would still be listed.
#[cfg(target_os = "linux")]
pub async fn gone(id: u32) {
    let listed = PathBuf::from(format!("/proc/{id}"));
    for _ in 0..2000 {
        if !listed.exists() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("process {id} is still there");
}
