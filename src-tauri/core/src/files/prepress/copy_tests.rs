//! The copy in the prepress folder, on a real folder.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::*;
use crate::files::ContentStore;

struct Place {
    _folder: tempfile::TempDir,
    store: ContentStore,
    root: PathBuf,
}

fn a_place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("印前 #1");
    fs::create_dir(&root).unwrap();
    Place {
        store: ContentStore::open(folder.path().join("store")),
        root,
        _folder: folder,
    }
}

impl Place {
    fn copy(&self, bytes: &[u8], name: &str) -> Result<String, PrepressTrouble> {
        let kept = self.store.keep_bytes(bytes).unwrap();
        copy_to_prepress(
            &kept.lies,
            &kept.sha256,
            &self.root,
            "彩源/OD-1_画册/V1",
            name,
        )
        .map(|filed| filed.kept_as)
    }

    fn names(&self) -> Vec<String> {
        let folder = self.root.join("彩源/OD-1_画册/V1");
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn clause_s_4_1_4c_a_copy_has_the_customers_name_and_nothing_else_is_left() {
    let place = a_place();
    let kept_as = place.copy(b"one", "封面.pdf").unwrap();
    assert_eq!(kept_as, "彩源/OD-1_画册/V1/封面.pdf");
    assert_eq!(fs::read(place.root.join(&kept_as)).unwrap(), b"one");
    assert_eq!(
        place.copy(b"one", "封面.pdf").unwrap(),
        kept_as,
        "found, not made again"
    );
    assert_eq!(place.names(), ["封面.pdf"]);
}

#[test]
fn clause_s_4_1_4c_another_content_is_never_written_over() {
    let place = a_place();
    place.copy(b"one", "封面.PDF").unwrap();
    // The same length, so that only the content tells.
    let second = place.copy(b"two", "封面.pdf").unwrap();
    assert_eq!(second, "彩源/OD-1_画册/V1/封面 (2).pdf");
    let third = place.copy(b"three", "封面.pdf").unwrap();
    assert_eq!(third, "彩源/OD-1_画册/V1/封面 (3).pdf");
    assert_eq!(place.copy(b"two", "封面.pdf").unwrap(), second);
    assert_eq!(place.names(), ["封面 (2).pdf", "封面 (3).pdf", "封面.PDF"]);
    assert_eq!(
        fs::read(place.root.join("彩源/OD-1_画册/V1/封面.PDF")).unwrap(),
        b"one"
    );
}

#[test]
fn clause_s_4_1_4c_a_share_that_is_away_is_not_made() {
    let place = a_place();
    fs::remove_dir(&place.root).unwrap();
    assert_eq!(place.copy(b"one", "封面.pdf"), Err(PrepressTrouble::Away));
    assert!(!place.root.exists());
}

#[test]
fn clause_s_4_1_4c_what_was_changed_behind_our_back_is_not_filed() {
    let place = a_place();
    let kept = place.store.keep_bytes(b"one").unwrap();
    fs::write(place.store.path_of(&kept.sha256).unwrap(), "xxx").unwrap();
    let copied = copy_to_prepress(
        &kept.lies,
        &kept.sha256,
        &place.root,
        "彩源/OD-1_画册/V1",
        "封面.pdf",
    );
    assert_eq!(copied, Err(PrepressTrouble::Differs));
    assert!(place.names().is_empty(), "nothing half is left");
}

#[test]
fn clause_s_4_1_4c_a_copy_cut_off_by_a_power_cut_never_had_the_customers_name() {
    let place = a_place();
    let growing = place.root.join(GROWING);
    fs::create_dir(&growing).unwrap();
    // Half of a copy by this desk, and one that another desk is just making.
    for (name, hours) in [("half", 25), ("of another desk", 0)] {
        let file = File::create(growing.join(name)).unwrap();
        let age = std::time::Duration::from_secs(hours * 60 * 60);
        let now = file.metadata().unwrap().modified().unwrap();
        file.set_modified(now - age).unwrap();
    }
    place.copy(b"one", "封面.pdf").unwrap();
    assert_eq!(place.names(), ["封面.pdf"]);
    let left: Vec<_> = fs::read_dir(&growing)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["of another desk"]);
    fs::remove_file(growing.join("of another desk")).unwrap();
    place.copy(b"two", "内文.pdf").unwrap();
    assert!(!growing.exists(), "nothing strange is left in the folder");
}

#[test]
fn clause_s_4_1_4c_many_desks_at_once_make_one_whole_copy() {
    let place = a_place();
    let bytes = vec![7; 3 * BLOCK];
    let kept = place.store.keep_bytes(&bytes).unwrap();
    std::thread::scope(|scope| {
        let desks: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| place.copy(&bytes, "内文.pdf")))
            .collect();
        for desk in desks {
            assert_eq!(desk.join().unwrap().unwrap(), "彩源/OD-1_画册/V1/内文.pdf");
        }
    });
    assert_eq!(place.names(), ["内文.pdf"]);
    let copy = place.root.join("彩源/OD-1_画册/V1/内文.pdf");
    assert_eq!(hash_of(&copy).unwrap(), kept.sha256);
}

#[test]
fn clause_s_4_1_4c_a_name_somebody_took_a_moment_ago_is_not_taken_from_them() {
    let place = a_place();
    let kept = place.store.keep_bytes(b"one").unwrap();
    let original = place.store.path_of(&kept.sha256).unwrap();
    let grown = grow(&original, &place.root, &kept.sha256).unwrap();
    let target = place.root.join("封面.pdf");
    fs::write(&target, "another").unwrap();
    let refused = grown.name_without_replacing(&target, &kept.sha256);
    assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read(&target).unwrap(), b"another");
}

#[test]
fn clause_s_4_1_4c_folders_differ_by_more_than_large_and_small() {
    let place = a_place();
    fs::create_dir_all(place.root.join("ABC Print/Cafe\u{301}")).unwrap();
    let kept = place.store.keep_bytes(b"one").unwrap();
    let filed = copy_to_prepress(
        &kept.lies,
        &kept.sha256,
        &place.root,
        "abc print/caf\u{e9}/V1",
        "1.pdf",
    )
    .unwrap();
    assert_eq!(filed.kept_as, "ABC Print/Cafe\u{301}/V1/1.pdf");
    assert!(filed.made);
}

#[test]
fn clause_s_4_1_4c_a_file_in_the_way_of_a_folder_is_said() {
    let place = a_place();
    fs::write(place.root.join("彩源"), "a note").unwrap();
    assert_eq!(
        place.copy(b"one", "封面.pdf"),
        Err(PrepressTrouble::InTheWay)
    );
    assert_eq!(fs::read(place.root.join("彩源")).unwrap(), b"a note");
}

#[cfg(unix)]
#[test]
fn clause_s_4_1_4c_no_link_leads_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    let place = a_place();
    let outside = place.root.parent().unwrap().join("outside");
    fs::create_dir_all(&outside).unwrap();
    symlink(&outside, place.root.join("彩源")).unwrap();
    assert_eq!(
        place.copy(b"one", "封面.pdf"),
        Err(PrepressTrouble::InTheWay)
    );
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
    fs::remove_file(place.root.join("彩源")).unwrap();
    // A link to the same content is not a copy, and one to another content is not written over.
    let folder = place.root.join("彩源/OD-1_画册/V1");
    fs::create_dir_all(&folder).unwrap();
    fs::write(outside.join("封面.pdf"), b"one").unwrap();
    symlink(outside.join("封面.pdf"), folder.join("封面.pdf")).unwrap();
    let kept_as = place.copy(b"one", "封面.pdf").unwrap();
    assert_eq!(kept_as, "彩源/OD-1_画册/V1/封面 (2).pdf");
    assert_eq!(
        place.copy(b"two", "封面.pdf").unwrap(),
        "彩源/OD-1_画册/V1/封面 (3).pdf"
    );
    assert_eq!(fs::read(outside.join("封面.pdf")).unwrap(), b"one");
}

#[test]
fn clause_s_4_1_4c_a_copy_nobody_wants_any_more_is_taken_back_unless_it_was_changed() {
    let place = a_place();
    let kept = place.store.keep_bytes(b"one").unwrap();
    let kept_as = place.copy(b"one", "封面.pdf").unwrap();
    take_copy_back(&place.root, &kept_as, &FileHash::of(b"another"));
    assert_eq!(place.names(), ["封面.pdf"]);
    take_copy_back(&place.root, &kept_as, &kept.sha256);
    assert!(place.names().is_empty());
}
