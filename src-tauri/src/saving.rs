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
    save_by(chosen, |path| write_whole(pdf, path))
}

/// Puts a file where it was chosen, else beside it under the first name that is not open elsewhere.
fn save_by(chosen: &Path, write: impl Fn(&Path) -> io::Result<()>) -> Answer<SavedPaper> {
    for attempt in 0..=OTHER_NAMES {
        let path = numbered(chosen, attempt);
        match write(&path) {
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

    use std::cell::RefCell;

    use super::*;
    use crate::mounted::Mounted;

    /// What a program that has a file open makes of a rename onto it.
    fn busy() -> io::Error {
        io::Error::from(io::ErrorKind::ResourceBusy)
    }

    #[test]
    fn check_r24_a_target_open_elsewhere_gives_way_to_a_second_name_that_is_said() {
        let tried = RefCell::new(Vec::new());
        let saved = save_by(Path::new("a/任务书.pdf"), |path| {
            tried.borrow_mut().push(path.to_string_lossy().into_owned());
            if tried.borrow().len() < 3 {
                Err(busy())
            } else {
                Ok(())
            }
        })
        .unwrap();
        assert_eq!(
            tried.into_inner(),
            ["a/任务书.pdf", "a/任务书 (2).pdf", "a/任务书 (3).pdf"]
        );
        assert!(saved.renamed);
        assert_eq!(saved.path, "a/任务书 (3).pdf");
    }

    #[test]
    fn check_r24_where_every_name_is_open_elsewhere_it_is_said_and_ends() {
        let tried = RefCell::new(0);
        let refused = save_by(Path::new("a/任务书.pdf"), |_| {
            *tried.borrow_mut() += 1;
            Err(busy())
        })
        .unwrap_err();
        assert_eq!(refused.code, "target_in_use");
        assert_eq!(refused.params["path"], "a/任务书.pdf");
        assert_eq!(tried.into_inner(), OTHER_NAMES + 1);
    }

    #[test]
    fn check_r24_a_busy_target_stays_as_it_was_on_a_real_disk() {
        let folder = tempfile::tempdir().unwrap();
        let [place, elsewhere] =
            ["任务书.pdf", "elsewhere.pdf"].map(|name| folder.path().join(name));
        fs::write(&place, b"old").unwrap();
        fs::write(&elsewhere, b"open elsewhere").unwrap();
        // A file something is mounted on is busy: nothing may be renamed onto it.
        let there = elsewhere.to_string_lossy();
        let Some(_mount) = Mounted::at(&place, &["--bind", &there]) else {
            return;
        };
        let saved = save_whole(b"%PDF new", &place).unwrap();
        assert!(saved.renamed);
        assert_eq!(fs::read(&place).unwrap(), b"open elsewhere");
        assert_eq!(fs::read(&saved.path).unwrap(), b"%PDF new");
        let left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.starts_with('.'))
            .collect();
        assert_eq!(left, Vec::<String>::new(), "nothing half done lies about");
    }

    #[test]
    fn check_r4_a_read_only_folder_is_said_and_nothing_lies_there() {
        let folder = tempfile::tempdir().unwrap();
        let Some(_mount) = Mounted::at(
            folder.path(),
            &["-t", "tmpfs", "-o", "ro,size=1m", "docket"],
        ) else {
            return;
        };
        let refused = save_whole(b"%PDF", &folder.path().join("任务书.pdf")).unwrap_err();
        assert_eq!(refused.code, "folder_read_only");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn check_r3_a_full_disk_is_said_and_nothing_half_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let Some(_mount) = Mounted::at(folder.path(), &["-t", "tmpfs", "-o", "size=1m", "docket"])
        else {
            return;
        };
        let place = folder.path().join("任务书.pdf");
        fs::write(&place, b"old").unwrap();
        let refused = save_whole(&vec![7; 2 * 1024 * 1024], &place).unwrap_err();
        assert_eq!(refused.code, "disk_full");
        assert_eq!(fs::read(&place).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

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
