//! Above a size the house sets the prepress copy is the original, held by its hash; nothing is ever in neither folder.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use docket_core::Refuse as _;
use docket_core::files::{ChangeFolder, ContentStore, Counts, FileHash, store_row};
use docket_core::settings::Rule;
use docket_core::settings::wire::ChangeSetting;
use sqlx::Row as _;

use crate::files::{a_pdf, arrived, files, receive, receive_as};
use crate::orders::{a_customer, a_phone_order, registered};
use crate::support::{TestDesk, on_both};

/// A file of 4 P and a little more than 1 MB, no other of that `mark`.
fn a_large_pdf(mark: u8) -> Vec<u8> {
    let mut bytes = a_pdf(4);
    bytes.resize(1024 * 1024 + 1, mark);
    bytes.extend(b"\n%%EOF\n");
    bytes
}

pub async fn above(house: &TestDesk, value: &str) {
    let director = house.actor("何静").await;
    let change = ChangeSetting {
        rule: Rule::OriginalsInPrepressAbove.code().to_owned(),
        value: value.to_owned(),
        from: "今天".to_owned(),
        why: "附件文件夹放不下".to_owned(),
    };
    let set = house.desk.change_setting(&director, &change).await;
    set.expect("a size");
}

pub async fn pass(house: &TestDesk) {
    let done = house.desk.file_into_prepress(&house.assistant, true).await;
    done.expect("a pass");
}

fn stored(house: &TestDesk, bytes: &[u8]) -> Option<PathBuf> {
    let store = ContentStore::open(&house.config.attachments);
    store.path_of(&FileHash::of(bytes)).ok()
}

async fn held(house: &TestDesk, bytes: &[u8]) -> String {
    let mut reader = house.desk.read().await.unwrap();
    let row = sqlx::query("SELECT held FROM stored_files WHERE sha256 = $1")
        .bind(FileHash::of(bytes).to_string())
        .fetch_one(&mut *reader)
        .await
        .unwrap();
    row.get("held")
}

/// The size is set, the folder is there, and an order waits for its cover.
async fn an_order(house: &TestDesk) -> i64 {
    fs::create_dir(&house.config.prepress).unwrap();
    above(house, "1").await;
    a_customer(house).await;
    registered(house, &a_phone_order()).await
}

async fn received(house: &TestDesk, order: i64, bytes: &[u8]) {
    let path = arrived(house, "封面.pdf", bytes);
    receive(house, order, "c1", &path).await.expect("received");
}

/// Where the copy of the order's file lies.
async fn copy(house: &TestDesk, order: i64) -> PathBuf {
    let file = files(house, order).await.remove(0);
    house.config.prepress.join(file.prepress.unwrap().path)
}

/// Whether a page of it is drawn; each time in another size, for what was drawn before is kept.
pub async fn picture(house: &TestDesk, bytes: &[u8]) -> Result<(), &'static str> {
    static DPI: AtomicU32 = AtomicU32::new(20);
    let hash = FileHash::of(bytes).to_string();
    let dpi = DPI.fetch_add(1, Ordering::Relaxed);
    let drawn = house.desk.page_picture(&hash, 1, dpi).await;
    drawn.map(|_| ()).map_err(|refusal| refusal.code())
}

#[test]
fn attachments_a_large_file_leaves_the_store_for_a_proved_copy_and_is_found_there() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let (large, small) = (a_large_pdf(b' '), a_pdf(4));
        received(&house, order, &large).await;
        assert!(stored(&house, &large).is_some(), "not before it was filed");
        pass(&house).await;
        assert_eq!(stored(&house, &large), None);
        assert_eq!(held(&house, &large).await, "prepress");
        let copy = copy(&house, order).await;
        assert_eq!(fs::read(&copy).unwrap(), large);
        assert_eq!(picture(&house, &large).await, Ok(()));

        // Whatever is not larger stays.
        let place = files(&house, order).await[0].place;
        let path = arrived(&house, "封面.pdf", &small);
        let next = receive_as(&house, order, "c1", &path, Some(place), Counts::Single).await;
        next.expect("a new version");
        pass(&house).await;
        assert!(stored(&house, &small).is_some());
        // The list says of each whether the prepress copy is all there is.
        let listed = files(&house, order).await;
        let alone = listed
            .iter()
            .map(|file| file.prepress.as_ref().map(|copy| copy.is_original));
        assert_eq!(alone.collect::<Vec<_>>(), [Some(false), Some(true)]);

        // Away: said, and nothing is lost.
        let away = house.config.prepress.with_extension("away");
        fs::rename(&house.config.prepress, &away).unwrap();
        assert_eq!(picture(&house, &large).await, Err("file_original_away"));
        fs::rename(&away, &house.config.prepress).unwrap();
        assert_eq!(picture(&house, &large).await, Ok(()));

        // One byte of the same length: refused, and good again once it is put back.
        let mut touched = large.clone();
        touched[100] ^= 1;
        fs::write(&copy, &touched).unwrap();
        assert_eq!(picture(&house, &large).await, Err("file_original_changed"));
        fs::write(&copy, &large).unwrap();
        assert_eq!(picture(&house, &large).await, Ok(()));
    });
}

#[test]
fn attachments_with_the_size_0_nothing_leaves_and_a_copy_that_was_changed_takes_nothing_with_it() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let large = a_large_pdf(b' ');
        above(&house, "0").await;
        received(&house, order, &large).await;
        pass(&house).await;
        pass(&house).await;
        assert!(stored(&house, &large).is_some(), "0 is never");

        // Changed in the folder before the size was set: the same length, so that only the hash tells.
        let copy = copy(&house, order).await;
        let mut touched = large.clone();
        touched[100] ^= 1;
        fs::write(&copy, touched).unwrap();
        above(&house, "1").await;
        pass(&house).await;
        assert!(stored(&house, &large).is_some(), "the only whole one stays");
        assert_eq!(held(&house, &large).await, "store");
        assert_eq!(picture(&house, &large).await, Ok(()));
    });
}

#[test]
fn attachments_nothing_leaves_while_another_place_needs_it() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let large = a_large_pdf(b' ');
        // The same content for another order, whose component wants more: no copy of it is due.
        let other = registered(&house, &a_phone_order()).await;
        received(&house, order, &large).await;
        let path = arrived(&house, "内文.pdf", &large);
        receive(&house, other, "c2", &path).await.expect("received");
        assert!(files(&house, other).await[0].prepress.is_none());
        pass(&house).await;
        assert!(stored(&house, &large).is_some(), "the other order needs it");

        // A paper or evidence of the same bytes keeps it for good.
        let paper = a_large_pdf(b'p');
        let third = registered(&house, &a_phone_order()).await;
        received(&house, third, &paper).await;
        let kept = ContentStore::open(&house.config.attachments).keep_bytes(&paper);
        let activity = docket_core::audit::Activity::MakeQuote;
        let mut writer = house.desk.begin(&house.assistant, activity).await.unwrap();
        store_row(&mut writer, &kept.unwrap()).await.unwrap();
        writer.commit().await.unwrap();
        pass(&house).await;
        assert!(stored(&house, &paper).is_some(), "a paper names it");
    });
}

#[test]
fn attachments_the_same_content_received_again_is_stored_anew() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let large = a_large_pdf(b' ');
        received(&house, order, &large).await;
        pass(&house).await;
        assert_eq!(stored(&house, &large), None);
        // What lies in the folder is not trusted for it.
        let copy = copy(&house, order).await;
        fs::write(&copy, "cleared").unwrap();
        let other = registered(&house, &a_phone_order()).await;
        received(&house, other, &large).await;
        assert_eq!(fs::read(stored(&house, &large).unwrap()).unwrap(), large);
        assert_eq!(held(&house, &large).await, "received");
        assert_eq!(picture(&house, &large).await, Ok(()));
        // It leaves again for the copy of the second order, which is whole.
        pass(&house).await;
        assert_eq!(stored(&house, &large), None);
        assert_eq!(picture(&house, &large).await, Ok(()));
    });
}

#[test]
fn attachments_what_left_before_a_row_names_it_is_not_named() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let large = a_large_pdf(b' ');
        received(&house, order, &large).await;
        // Somebody keeps the same bytes, and they leave before the act that names them.
        let kept = ContentStore::open(&house.config.attachments).keep_bytes(&large);
        pass(&house).await;
        assert_eq!(stored(&house, &large), None);
        let activity = docket_core::audit::Activity::MakeQuote;
        let mut writer = house.desk.begin(&house.assistant, activity).await.unwrap();
        let refused = store_row(&mut writer, &kept.unwrap()).await;
        assert!(refused.is_err(), "it is nowhere in the store");
    });
}

/// 印前指定的文件夹 moves: originals are brought along first, what is not issued yet is filed there once more, and who did it and
/// why is kept.
#[test]
fn clause_s_4_1_4c_another_prepress_folder_leaves_no_original_behind() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let (large, small) = (a_large_pdf(b' '), a_pdf(4));
        received(&house, order, &large).await;
        pass(&house).await;
        assert_eq!(held(&house, &large).await, "prepress");
        let brought = copy(&house, order).await;
        let below = brought
            .strip_prefix(&house.config.prepress)
            .unwrap()
            .to_owned();
        let second = registered(&house, &a_phone_order()).await;
        let path = arrived(&house, "小封面.pdf", &small);
        receive(&house, second, "c1", &path)
            .await
            .expect("received");
        pass(&house).await;
        let small_copy = copy(&house, second).await;
        assert!(small_copy.is_file());

        let other = house.folder.path().join("新印前");
        fs::create_dir(&other).unwrap();
        let change = |why: &str| ChangeFolder {
            folder: other.to_str().unwrap().to_owned(),
            why: why.to_owned(),
        };
        let director = house.actor("何静").await;
        for (who, why, refused) in [
            (&house.assistant, "换服务器", "needs_role"),
            (&director, "  ", "setting_needs_reason"),
            (&director, "换服务器", "originals_not_brought"),
        ] {
            let answer = house.desk.change_prepress_folder(who, &change(why)).await;
            assert_eq!(answer.expect_err(refused).code(), refused);
        }
        assert_eq!(
            house.desk.prepress_folder().await.unwrap().folder,
            house.config.prepress.to_string_lossy(),
            "a refusal changes nothing"
        );

        fs::create_dir_all(other.join(&below).parent().unwrap()).unwrap();
        fs::rename(&brought, other.join(&below)).unwrap();
        let answer = house
            .desk
            .change_prepress_folder(&director, &change("换服务器"))
            .await;
        answer.expect("the original is there");
        let view = house.desk.prepress_folder().await.unwrap();
        assert_eq!(view.folder, other.to_string_lossy());
        let last = &view.changes[0];
        assert_eq!(
            (last.who.as_str(), last.why.as_str(), last.folder.as_str()),
            ("何静", "换服务器", view.folder.as_str())
        );
        assert_eq!(
            picture(&house, &large).await,
            Ok(()),
            "found where it lies now"
        );

        // The small one is filed there by the next pass; the old folder is left alone.
        pass(&house).await;
        let file = files(&house, second).await.remove(0);
        let filed = file.prepress.expect("in the queue");
        assert_eq!(filed.state, "kept");
        assert_eq!(fs::read(other.join(filed.path)).unwrap(), small);
        assert!(small_copy.is_file());
        let same = house
            .desk
            .change_prepress_folder(&director, &change("再换"))
            .await;
        assert_eq!(same.expect_err("the same").code(), "setting_is_the_same");
    });
}
