//! Papers on their way out: to a file, whole or not at all, and to a printer.
//!
//! **Invariant:** a file that was there is replaced whole, or stays as it was.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::commands::SavedPaper;
use crate::error::{Answer, CommandError};
use crate::platform;

/// How many other names are tried for a file that is open elsewhere.
const OTHER_NAMES: u32 = 9;

/// Saves `pdf` at `path`. When the file is open in another program, a second name beside it is used and said.
pub(crate) async fn save(pdf: Vec<u8>, path: PathBuf) -> Answer<SavedPaper> {
    aside(move || save_whole(&pdf, &path)).await?
}

/// Prints `pdf` from a file of its own, so that the queue shows its name.
pub(crate) async fn print(
    pdf: Vec<u8>,
    file_name: String,
    printer: String,
    copies: u32,
) -> Answer<()> {
    aside(move || {
        let folder = std::env::temp_dir().join(format!("docket-{}", std::process::id()));
        let path = folder.join(named_safely(&file_name));
        fs::create_dir_all(&folder)
            .and_then(|()| write_whole(&pdf, &path))
            .map_err(|error| failed(&path, &error))?;
        platform::print(&path, &printer, copies.clamp(1, 99))
    })
    .await?
}

/// Runs work that waits for the disk or the system, off the threads that serve the window.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Answer<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| CommandError::of_the_shell("file_failed", error))
}

fn save_whole(pdf: &[u8], chosen: &Path) -> Answer<SavedPaper> {
    for attempt in 0..=OTHER_NAMES {
        let path = numbered(chosen, attempt);
        match write_whole(pdf, &path) {
            Ok(()) => {
                return Ok(SavedPaper {
                    path: path.to_string_lossy().into_owned(),
                    renamed: attempt > 0,
                });
            }
            Err(error) if in_use(&error) => {}
            Err(error) => return Err(failed(&path, &error)),
        }
    }
    Err(CommandError::of_the_file("target_in_use", chosen, "in use"))
}

/// Written beside its place, made durable, then put there in one step.
fn write_whole(pdf: &[u8], path: &Path) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let beside = folder.join(format!(".docket-{}.part", std::process::id()));
    let written = fs::File::create(&beside)
        .and_then(|mut file| file.write_all(pdf).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What was half done must not lie about; whatever became of it, the first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// `名.pdf`, then `名 (2).pdf` and so on.
fn numbered(path: &Path, attempt: u32) -> PathBuf {
    if attempt == 0 {
        return path.to_path_buf();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem} ({}).{ending}", attempt + 1))
}

/// Windows does not let a file be replaced that another program has open.
fn in_use(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    const ACCESS_DENIED: i32 = 5;
    matches!(
        error.kind(),
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy
    ) || (cfg!(windows)
        && matches!(
            error.raw_os_error(),
            Some(SHARING_VIOLATION | LOCK_VIOLATION | ACCESS_DENIED)
        ))
}

/// Only the name of a file, whatever the window says.
fn named_safely(file_name: &str) -> String {
    let name: String = file_name
        .chars()
        .map(|letter| {
            if "/\\:*?\"<>|".contains(letter) || letter.is_control() {
                '_'
            } else {
                letter
            }
        })
        .collect();
    if name.trim_matches(['.', ' ']).is_empty() {
        "docket.pdf".to_owned()
    } else {
        name
    }
}

fn failed(path: &Path, error: &io::Error) -> CommandError {
    let code = match error.kind() {
        io::ErrorKind::StorageFull => "disk_full",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "folder_read_only",
        io::ErrorKind::NotFound => "file_missing",
        _ => "file_failed",
    };
    CommandError::of_the_file(code, path, error)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;

    #[test]
    fn a_paper_is_put_whole_in_the_place_of_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("生产 任务书.pdf");
        fs::write(&place, b"old").unwrap();
        let saved = save_whole(b"%PDF new", &place).unwrap();
        assert!(!saved.renamed);
        assert_eq!(fs::read(&place).unwrap(), b"%PDF new");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing lies about"
        );
    }

    #[test]
    fn a_second_name_is_counted_from_two() {
        assert_eq!(
            numbered(Path::new("a/任务书.pdf"), 0),
            Path::new("a/任务书.pdf")
        );
        assert_eq!(
            numbered(Path::new("a/任务书.pdf"), 1),
            Path::new("a/任务书 (2).pdf")
        );
    }

    #[test]
    fn a_folder_that_is_gone_is_said() {
        let error = save_whole(b"x", Path::new("/nowhere/at/all.pdf")).unwrap_err();
        assert_eq!(error.code, "file_missing");
    }

    #[test]
    fn a_print_has_a_file_name_and_no_path() {
        assert_eq!(named_safely("../..//a:b.pdf"), ".._..__a_b.pdf");
        assert_eq!(named_safely(".."), "docket.pdf");
    }
}
