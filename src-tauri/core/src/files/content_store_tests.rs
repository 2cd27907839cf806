//! Keeping files by content, in folders and under names as they are met in the house.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]

use super::*;

/// SHA-256 of "abc" as FIPS 180-2 prints it.
const OF_ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn everything_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            found.extend(everything_in(&entry.path()))
        } else {
            found.push(entry.path())
        }
    }
    found.sort();
    found
}

#[test]
fn a_file_is_kept_under_its_hash_and_the_original_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let theirs = folder.path().join("张三 的文件");
    fs::create_dir(&theirs).unwrap();
    let original = theirs.join("画册 #3 50% 终稿.pdf");
    fs::write(&original, "abc").unwrap();
    let store = ContentStore::open(folder.path().join("附件 %20#"));
    let kept = store.keep(&original).unwrap();
    assert_eq!((kept.sha256.as_str(), kept.size), (OF_ABC, 3));
    assert_eq!(
        store.path_of(&kept.sha256).unwrap(),
        store.root().join("ba").join(&OF_ABC[2..])
    );
    assert_eq!(store.read(&kept.sha256).unwrap(), b"abc");
    assert_eq!(fs::read(&original).unwrap(), b"abc");
    assert_eq!(
        everything_in(store.root()).len(),
        1,
        "no copy is left in incoming"
    );
}

#[test]
fn a_file_tells_how_far_it_is_copied_and_leaves_nothing_where_it_is_called_off() {
    let folder = tempfile::tempdir().unwrap();
    let original = folder.path().join("大图.tif");
    fs::write(&original, vec![7; 3 * BLOCK + 1]).unwrap();
    let store = ContentStore::open(folder.path().join("附件"));
    let mut told = Vec::new();
    let refused = store.keep_told(&original, |done| {
        told.push(done);
        told.len() < 2
    });
    assert!(matches!(refused, Err(StoreFailure::Original { .. })));
    assert_eq!(told, [BLOCK as u64, 2 * BLOCK as u64]);
    assert_eq!(everything_in(store.root()), Vec::<PathBuf>::new());
    let kept = store.keep_told(&original, |_| true).unwrap();
    assert_eq!(kept.size, 3 * BLOCK as u64 + 1);
}

#[test]
fn the_same_content_is_kept_once_and_not_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = ContentStore::open(folder.path());
    let first = store.keep_bytes(b"abc").unwrap();
    let written = fs::metadata(store.path_of(&first.sha256).unwrap())
        .unwrap()
        .modified()
        .unwrap();
    let original = folder.path().join("again.pdf");
    fs::write(&original, "abc").unwrap();
    assert_eq!(store.keep(&original).unwrap(), first);
    assert_eq!(store.keep_bytes(b"abc").unwrap(), first);
    assert_eq!(
        fs::metadata(store.path_of(&first.sha256).unwrap())
            .unwrap()
            .modified()
            .unwrap(),
        written
    );
    assert!(everything_in(&folder.path().join(INCOMING)).is_empty());
}

#[test]
fn a_large_file_is_kept_whole() {
    let folder = tempfile::tempdir().unwrap();
    let original = folder.path().join("big.pdf");
    let bytes: Vec<u8> = (0..3 * BLOCK + 17)
        .map(|place| (place % 251) as u8)
        .collect();
    fs::write(&original, &bytes).unwrap();
    let store = ContentStore::open(folder.path().join("store"));
    let kept = store.keep(&original).unwrap();
    assert_eq!(kept.size, bytes.len() as u64);
    assert_eq!(store.read(&kept.sha256).unwrap(), bytes);
}

#[test]
fn what_was_changed_behind_our_back_is_neither_read_nor_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let store = ContentStore::open(folder.path());
    let kept = store.keep_bytes(b"abc").unwrap();
    let place = store.path_of(&kept.sha256).unwrap();
    fs::write(&place, "abX").unwrap();
    assert!(matches!(
        store.read(&kept.sha256),
        Err(StoreFailure::Changed { .. })
    ));
    fs::write(&place, "ab").unwrap();
    assert!(matches!(
        store.keep_bytes(b"abc"),
        Err(StoreFailure::Changed { .. })
    ));
    assert_eq!(fs::read(&place).unwrap(), b"ab");
    assert!(everything_in(&folder.path().join(INCOMING)).is_empty());
}

#[test]
fn what_is_not_there_is_said_to_be_gone() {
    let folder = tempfile::tempdir().unwrap();
    let store = ContentStore::open(folder.path().join("away"));
    assert!(matches!(
        store.path_of(&FileHash::of(b"abc")),
        Err(StoreFailure::Gone { .. })
    ));
    assert!(!store.root().exists(), "looking makes no folder");
}

#[test]
fn a_folder_or_a_missing_file_is_no_original() {
    let folder = tempfile::tempdir().unwrap();
    let store = ContentStore::open(folder.path().join("store"));
    for path in [
        folder.path().to_path_buf(),
        folder.path().join("nothing.pdf"),
    ] {
        assert!(
            matches!(store.keep(&path), Err(StoreFailure::Original { .. })),
            "{}",
            path.display()
        );
    }
    assert!(everything_in(store.root()).is_empty());
}

#[test]
fn a_copy_cut_off_by_a_power_cut_is_swept_a_day_later() {
    let folder = tempfile::tempdir().unwrap();
    let incoming = folder.path().join(INCOMING);
    fs::create_dir(&incoming).unwrap();
    let (old, young) = (incoming.join("old"), incoming.join("young"));
    for (path, hours) in [(&old, 25), (&young, 1)] {
        let file = File::create(path).unwrap();
        let made = file.metadata().unwrap().modified().unwrap();
        file.set_modified(made - Duration::from_secs(hours * 3600))
            .unwrap();
    }
    ContentStore::open(folder.path())
        .keep_bytes(b"abc")
        .unwrap();
    assert!(
        !old.exists() && young.exists(),
        "another desk may still be copying the young one"
    );
}

#[test]
fn many_desks_keeping_the_same_file_at_once_end_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = ContentStore::open(folder.path());
    let original = folder.path().join("big.pdf");
    fs::write(&original, vec![7; 2 * BLOCK]).unwrap();
    let kept: Vec<Kept> = std::thread::scope(|scope| {
        let desks: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| store.keep(&original).unwrap()))
            .collect();
        desks.into_iter().map(|desk| desk.join().unwrap()).collect()
    });
    assert!(kept.iter().all(|one| *one == kept[0]));
    assert_eq!(
        everything_in(folder.path()).len(),
        2,
        "the original and one kept file"
    );
}

/// A file system of its own, gone with this value.
struct Mount(PathBuf);

impl Mount {
    /// A mount of 1 MB; `None`, said aloud, where this machine lets nobody mount one.
    fn of_one_megabyte(at: &Path) -> Option<Self> {
        let mounted = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=1m", "docket"])
            .arg(at)
            .output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self(at.to_path_buf()));
        }
        // Past the test runner's capture, so that a skip is seen.
        let _ = writeln!(
            io::stderr(),
            "skipped: a full and a read-only disk (this user may not mount one of 1 MB)"
        );
        None
    }

    fn make_read_only(&self) {
        let remounted = std::process::Command::new("mount")
            .args(["-o", "remount,ro"])
            .arg(&self.0)
            .status();
        assert!(remounted.unwrap().success());
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn check_r3_a_full_disk_is_said_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("附件");
    fs::create_dir(&disk).unwrap();
    let Some(_mount) = Mount::of_one_megabyte(&disk) else {
        return;
    };
    let store = ContentStore::open(&disk);
    let before = store.keep_bytes(b"abc").unwrap();
    let original = folder.path().join("too-big.pdf");
    fs::write(&original, vec![7; 2 * 1024 * 1024]).unwrap();
    assert!(matches!(
        store.keep(&original),
        Err(StoreFailure::Full { .. })
    ));
    assert!(matches!(
        store.keep_bytes(&vec![7; 2 * 1024 * 1024]),
        Err(StoreFailure::Full { .. })
    ));
    assert_eq!(
        everything_in(&disk),
        [store.path_of(&before.sha256).unwrap()],
        "no partial copy"
    );
    assert_eq!(store.read(&before.sha256).unwrap(), b"abc");
    // A busy kernel counts the room of what was taken away a moment later.
    let begun = std::time::Instant::now();
    let kept = loop {
        match store.keep_bytes(&[7; 64 * 1024]) {
            Err(StoreFailure::Full { .. }) if begun.elapsed().as_secs() < 10 => {
                std::thread::yield_now();
            }
            kept => break kept,
        }
    };
    kept.expect("there is room for a small file again");
}

#[test]
fn check_r4_a_read_only_folder_is_said_and_can_still_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("附件");
    fs::create_dir(&disk).unwrap();
    let Some(mount) = Mount::of_one_megabyte(&disk) else {
        return;
    };
    let store = ContentStore::open(&disk);
    let before = store.keep_bytes(b"abc").unwrap();
    mount.make_read_only();
    assert!(matches!(
        store.keep_bytes(b"more"),
        Err(StoreFailure::ReadOnly { .. })
    ));
    assert_eq!(store.read(&before.sha256).unwrap(), b"abc");
}
