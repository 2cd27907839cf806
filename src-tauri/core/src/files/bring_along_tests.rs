//! A house that moves its attachment folder, in folders of its own.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use tempfile::TempDir;

use super::*;

/// A house whose attachment folder lay elsewhere before, with three files in the old one: the place of both, the old folder,
/// the store of now, the files.
fn moving() -> (TempDir, PathBuf, ContentStore, Vec<FileHash>) {
    let place = tempfile::tempdir().unwrap();
    let old = place.path().join("附件");
    let before = ContentStore::open(&old);
    let texts: [&[u8]; 3] = [b"abc", b"cover", b"text block"];
    let files = texts.map(|text| before.keep_bytes(text).unwrap().sha256);
    let store = before.moved_to(&place.path().join("新附件"));
    (place, old, store, files.into())
}

fn all(_: u64) -> bool {
    true
}

#[test]
fn what_lies_in_a_folder_of_before_is_found_and_what_is_new_goes_into_the_folder_of_now() {
    let (_place, old, store, files) = moving();
    for sha256 in &files {
        assert!(store.path_of(sha256).unwrap().starts_with(&old));
        store.read(sha256).unwrap();
    }
    let new = store.keep_bytes(b"new").unwrap();
    assert!(new.lies.starts_with(store.root()));
    assert_eq!(
        lying_in(&old).unwrap(),
        Lying {
            files: 3,
            bytes: 18
        }
    );
}

#[test]
fn everything_is_brought_along_whole_and_nothing_stays() {
    let (_place, old, store, files) = moving();
    // One lies in both; one that is not ours is left alone.
    store.keep_bytes(b"abc").unwrap();
    fs::write(old.join("说明.txt"), "x").unwrap();
    let mut told = Vec::new();
    let moved = store.bring_along(&old, |done| {
        told.push(done);
        true
    });
    let whole = Moved {
        files: 3,
        stayed: 0,
    };
    assert_eq!(moved.unwrap(), whole);
    assert!(told.is_sorted(), "{told:?}");
    for sha256 in &files {
        assert!(store.path_of(sha256).unwrap().starts_with(store.root()));
        store.read(sha256).unwrap();
    }
    assert_eq!(lying_in(&old).unwrap(), Lying::default());
    assert!(old.join("说明.txt").is_file());
    assert!(store.without(&old).former.is_empty());
}

#[test]
fn what_was_called_off_goes_on_where_it_stopped() {
    let (_place, old, store, files) = moving();
    let first = store.bring_along(&old, |done| done == 0).unwrap();
    assert_eq!(first.files, 1);
    assert_eq!(lying_in(&old).unwrap().files, 2);
    for sha256 in &files {
        store.read(sha256).unwrap();
    }
    assert_eq!(store.bring_along(&old, all).unwrap().files, 2);
    assert_eq!(lying_in(&old).unwrap().files, 0);
}

#[test]
fn a_file_from_another_disk_is_copied_and_read_against_its_name() {
    let (_place, old, store, files) = moving();
    let (first, second) = (&files[0], &files[1]);
    let before = ContentStore::open(&old);
    let path = before.path_of(first).unwrap();
    assert!(store.copy_one(first, &path, 3, &mut all).unwrap());
    assert!(!path.exists());
    assert_eq!(store.read(first).unwrap(), b"abc");

    // Cut off or changed on the old disk: it stays for somebody to look at, and nothing stands under its name here.
    let path = before.path_of(second).unwrap();
    fs::write(&path, "cOver").unwrap();
    assert!(!store.copy_one(second, &path, 5, &mut all).unwrap());
    assert!(path.exists());
    assert!(!store.place_of(second).exists());
    assert!(!store.copy_one(second, &path, 5, &mut |_| false).unwrap());
    let incoming = fs::read_dir(store.root().join(INCOMING)).unwrap();
    assert_eq!(incoming.count(), 0, "no copy is left unfinished");
}

#[test]
fn the_last_other_copy_goes_only_for_one_that_is_whole() {
    let (_place, old, store, files) = moving();
    let kept = store.keep_bytes(b"cover").unwrap();
    fs::write(store.place_of(&kept.sha256), "cOver").unwrap();
    let moved = store.bring_along(&old, all).unwrap();
    assert_eq!(
        moved,
        Moved {
            files: 2,
            stayed: 1
        }
    );
    let path = ContentStore::open(&old).path_of(&kept.sha256).unwrap();
    assert_eq!(fs::read(path).unwrap(), b"cover");
    assert!(files.contains(&kept.sha256));
}

#[test]
#[cfg(unix)]
fn a_folder_reached_by_another_name_is_the_same_one() {
    let folder = tempfile::tempdir().unwrap();
    let (here, other) = (folder.path().join("here"), folder.path().join("other"));
    let store = ContentStore::open(&here);
    store.keep_bytes(b"abc").unwrap();
    assert!(!store.is_same_folder(&other).unwrap());
    std::os::unix::fs::symlink(&here, &other).unwrap();
    assert!(store.is_same_folder(&other).unwrap());
}

/// A server may answer late that two names are one folder: the file under both is never removed.
#[test]
#[cfg(unix)]
fn the_only_copy_is_never_taken_for_a_double() {
    let place = tempfile::tempdir().unwrap();
    let (here, other) = (place.path().join("here"), place.path().join("other"));
    let store = ContentStore::open(&here);
    let kept = store.keep_bytes(b"abc").unwrap().sha256;
    std::os::unix::fs::symlink(&here, &other).unwrap();
    let path = ContentStore::open(&other).path_of(&kept).unwrap();
    assert!(!store.bring_one(&kept, &path, 3, &mut all).unwrap());
    assert!(!store.copy_one(&kept, &path, 3, &mut all).unwrap());
    assert_eq!(store.read(&kept).unwrap(), b"abc");

    // The power failed while it was put aside.
    fs::rename(&path, path.with_extension(DOUBLE)).unwrap();
    let found = files_in(path.parent().unwrap()).unwrap();
    assert_eq!(found.len(), 1);
    assert!(store.bring_one(&kept, &found[0].1, 3, &mut all).unwrap());
    assert_eq!(store.read(&kept).unwrap(), b"abc");
}

#[test]
fn a_large_file_that_left_for_the_prepress_folder_lies_in_none_of_them() {
    let (_place, old, store, files) = moving();
    let first = &files[0];
    store.keep_bytes(b"abc").unwrap();
    let prepress = store.root().join("prepress.pdf");
    fs::write(&prepress, "abc").unwrap();
    assert!(store.let_go(first, &prepress).unwrap());
    assert!(matches!(
        store.path_of(first),
        Err(StoreFailure::Gone { .. })
    ));
    assert_eq!(lying_in(&old).unwrap().files, 2);
}

#[test]
fn where_one_of_the_folders_is_away_it_is_the_one_that_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let away = folder.path().join("away");
    let store = ContentStore::with_former(folder.path(), vec![away.clone()]);
    let gone = store.path_of(&FileHash::of(b"abc")).unwrap_err();
    assert!(matches!(gone, StoreFailure::Gone { folder, .. } if folder == away));
    assert!(lying_in(&away).is_err());
}
