//! A customer's file is received: S-4.1.1b, and what happens to one that is of no use.

use std::fs;
use std::path::PathBuf;

use docket_core::files::{
    ChangeFileRequest, ContentStore, Counts, FileHash, FileView, MadeBy, PagesStand,
    ReceiveFileRequest, page_sums, views,
};
use docket_core::{DeskError, Refuse as _};

use crate::orders::{a_customer, a_phone_order, change, facts, registered};
use crate::support::{TestDesk, on_both};

/// A PDF of some pages of 216 × 291 mm with a trim of 210 × 285 mm, written by hand.
pub fn a_pdf(pages: usize) -> Vec<u8> {
    // 216 mm = 612.283 pt, 291 mm = 824.882 pt; the trim lies 3 mm = 8.504 pt within.
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612.283 824.882] /TrimBox [8.504 8.504 603.779 816.378] >>";
    let kids: String = (0..pages)
        .map(|number| format!("{} 0 R ", number + 3))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {pages} >>"),
    ];
    objects.extend(std::iter::repeat_n(page.to_owned(), pages));
    written(&objects, "")
}

/// Objects with their cross-reference table.
pub fn written(objects: &[String], in_trailer: &str) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        offsets.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    let table = pdf.len();
    let size = objects.len() + 1;
    pdf.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    for offset in offsets {
        pdf.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    pdf.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R {in_trailer}>>\nstartxref\n{table}\n%%EOF\n")
            .bytes(),
    );
    pdf
}

pub fn an_encrypted_pdf() -> Vec<u8> {
    let key = "00".repeat(32);
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_owned(),
        format!("<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"),
    ];
    written(&objects, "/Encrypt 4 0 R /ID [<00> <00>] ")
}

/// Puts a file where customers' files arrive.
pub fn arrived(house: &TestDesk, name: &str, bytes: &[u8]) -> PathBuf {
    let folder = house.path().join("微信文件 #1");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

pub async fn receive(
    house: &TestDesk,
    order: i64,
    component: &str,
    path: &std::path::Path,
) -> Result<i64, DeskError> {
    receive_as(house, order, component, path, None, Counts::Single).await
}

/// Receives a file, in the place of another where `replaces` names one, and has it looked at as the window does.
pub async fn receive_as(
    house: &TestDesk,
    order: i64,
    component: &str,
    path: &std::path::Path,
    replaces: Option<i64>,
    counts: Counts,
) -> Result<i64, DeskError> {
    let request = ReceiveFileRequest {
        replaces,
        counts,
        made_by: MadeBy::Customer,
        order_id: order,
        component: component.to_owned(),
        path: path.to_str().unwrap().to_owned(),
        label: "终稿".to_owned(),
        from_whom: "王琳".to_owned(),
        how: "wechat".to_owned(),
    };
    let done = house.desk.receive_file(&house.assistant, request).await?;
    house
        .desk
        .preflight_waiting(&house.assistant)
        .await
        .expect("what waits is looked at");
    Ok(done.value)
}

pub async fn files(house: &TestDesk, order: i64) -> Vec<FileView> {
    views(&mut house.desk.read().await.unwrap(), order)
        .await
        .unwrap()
}

#[test]
fn clause_s_4_1_1b_a_file_has_a_format_a_label_a_running_version_and_a_hash() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let bytes = a_pdf(4);
        let path = arrived(&house, "封面 终稿#3 50%.pdf", &bytes);
        assert_eq!(
            receive(&house, order, "c1", &path)
                .await
                .expect("a sound PDF is received"),
            order
        );
        let seen = files(&house, order).await;
        assert_eq!(seen.len(), 1);
        let file = &seen[0];
        assert_eq!(
            (file.component.as_str(), file.version, file.kind.as_str()),
            ("c1", 1, "pdf")
        );
        assert_eq!(
            (file.name.as_str(), file.label.as_str()),
            ("封面 终稿#3 50%.pdf", "终稿")
        );
        assert_eq!((file.pages, file.size), (Some(4), bytes.len() as i64));
        assert_eq!(file.received_at, "2026-11-24T01:12:00Z");
        assert!(!file.name_lies && file.refused.is_none());
        let boxes: Vec<_> = file
            .boxes
            .iter()
            .map(|row| (row.page, row.trim.as_str(), row.media.as_str()))
            .collect();
        assert_eq!(
            boxes,
            [(1, "210 × 285", "216 × 291")],
            "four like pages are told once"
        );
        let store = ContentStore::open(&house.config.attachments);
        assert_eq!(
            store.read(&FileHash::read(&file.sha256).unwrap()).unwrap(),
            bytes,
            "kept as it came"
        );
        assert_eq!(
            fs::read(&path).unwrap(),
            bytes,
            "the original is left alone"
        );
    });
}

#[test]
fn clause_s_4_1_1b_a_component_has_several_files_and_versions_run_within_each() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        for (name, pages) in [("前半.pdf", 1), ("后半.pdf", 2)] {
            let path = arrived(&house, name, &a_pdf(pages));
            receive(&house, order, "c1", &path).await.expect("beside");
        }
        let front = files(&house, order).await[0].place;
        let path = arrived(&house, "前半 改.pdf", &a_pdf(3));
        receive_as(&house, order, "c1", &path, Some(front), Counts::Single)
            .await
            .expect("a new version");
        let seen: Vec<_> = files(&house, order)
            .await
            .into_iter()
            .map(|file| (file.name, file.version, file.newest))
            .collect();
        let expected = [
            ("前半 改.pdf", 2, true),
            ("前半.pdf", 1, false),
            ("后半.pdf", 1, true),
        ];
        assert_eq!(
            seen,
            expected.map(|(name, version, newest)| (name.to_owned(), version, newest)),
            "the old version stays listed, in the same place"
        );
        let again = receive(&house, order, "c1", &path).await.unwrap_err();
        assert_eq!(
            again.code(),
            "file_received_already",
            "pressing twice makes no second file"
        );
        // The same bytes under another name are received, and said to be the same.
        let path = arrived(&house, "又.pdf", &a_pdf(3));
        receive(&house, order, "c1", &path).await.expect("warned");
        let twin = files(&house, order).await.pop().unwrap();
        assert_eq!((twin.name.as_str(), twin.before.len()), ("又.pdf", 1));
        let folder = path.parent().unwrap();
        let refused = receive(&house, order, "c1", folder).await.unwrap_err();
        assert_eq!(refused.code(), "file_is_a_folder");
        // A version that was replaced may come back as the newest.
        let path = arrived(&house, "前半.pdf", &a_pdf(1));
        receive_as(&house, order, "c1", &path, Some(front), Counts::Single)
            .await
            .expect("the customer went back");
        assert_eq!(files(&house, order).await[0].version, 3);
        let elsewhere = receive_as(&house, order, "", &path, Some(front), Counts::Single)
            .await
            .unwrap_err();
        assert_eq!(elsewhere.code(), "file_nothing_to_replace");
    });
}

#[test]
fn clause_s_4_4_1a_2_the_p_of_the_files_in_use_stand_beside_the_order() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sum = async || {
            let sums = page_sums(&mut house.desk.read().await.unwrap(), order)
                .await
                .unwrap();
            let keys: Vec<_> = sums.iter().map(|sum| sum.component.clone()).collect();
            assert_eq!(keys, ["c1", "c2", ""], "as in the order, the whole last");
            (sums[0].sum, sums[0].ordered, sums[0].stand)
        };
        assert_eq!(sum().await, (Some(0), Some(4), PagesStand::Differ));
        for (name, pages) in [("一.pdf", 1), ("二.pdf", 2)] {
            let path = arrived(&house, name, &a_pdf(pages));
            receive(&house, order, "c1", &path).await.expect("received");
        }
        // 1 + 2 of 4 P.
        assert_eq!(sum().await, (Some(3), Some(4), PagesStand::Differ));
        let places: Vec<i64> = files(&house, order)
            .await
            .iter()
            .map(|file| file.place)
            .collect();
        let spread = ChangeFileRequest {
            place_id: places[1],
            component: "c1".to_owned(),
            counts: Counts::Spread,
        };
        house
            .desk
            .change_file(&house.assistant, spread)
            .await
            .expect("跨页");
        // 1 + 2 × 2 = 5.
        assert_eq!(sum().await.0, Some(5));
        house
            .desk
            .take_file_out(&house.assistant, places[0], "客户不用了")
            .await
            .expect("out of use");
        assert_eq!(sum().await, (Some(4), Some(4), PagesStand::Agree));
        let path = arrived(
            &house,
            "封面.cdr",
            b"RIFF\x10\0\0\0CDRCvrsn\x02\0\0\0\x4c\x04",
        );
        receive(&house, order, "c1", &path)
            .await
            .expect("received unread");
        assert_eq!(sum().await, (None, Some(4), PagesStand::Uncounted));
    });
}

#[test]
fn clause_s_4_1_1b_a_file_moves_and_goes_out_of_use_and_comes_back() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        for (name, pages) in [("一.pdf", 1), ("二.pdf", 2), ("三.pdf", 3)] {
            let path = arrived(&house, name, &a_pdf(pages));
            receive(&house, order, "c1", &path).await.expect("received");
        }
        let names = async || {
            let seen = files(&house, order).await;
            seen.iter()
                .map(|file| file.name.clone())
                .collect::<Vec<_>>()
        };
        let third = files(&house, order).await[2].place;
        let (desk, assistant) = (&house.desk, &house.assistant);
        desk.move_file(assistant, third, true).await.expect("up");
        assert_eq!(names().await, ["一.pdf", "三.pdf", "二.pdf"]);
        desk.move_file(assistant, third, true).await.expect("up");
        desk.move_file(assistant, third, true)
            .await
            .expect("up as far as it goes");
        assert_eq!(names().await, ["三.pdf", "一.pdf", "二.pdf"]);
        desk.move_file(assistant, third, false).await.expect("down");
        assert_eq!(names().await, ["一.pdf", "三.pdf", "二.pdf"]);

        let elsewhere = |component: &str| ChangeFileRequest {
            place_id: third,
            component: component.to_owned(),
            counts: Counts::Single,
        };
        let nowhere = desk
            .change_file(assistant, elsewhere("c9"))
            .await
            .unwrap_err();
        assert_eq!(nowhere.code(), "file_for_no_component");
        desk.change_file(assistant, elsewhere("c2"))
            .await
            .expect("moved");
        assert_eq!(files(&house, order).await[2].component, "c2");
        desk.change_file(assistant, elsewhere("c1"))
            .await
            .expect("moved back");
        assert_eq!(names().await, ["一.pdf", "二.pdf", "三.pdf"]);

        let mute = desk
            .take_file_out(assistant, third, "  ")
            .await
            .unwrap_err();
        assert_eq!(mute.code(), "file_reason_missing");
        desk.take_file_out(assistant, third, "发错了")
            .await
            .expect("out");
        assert_eq!(files(&house, order).await[2].out_reason, "发错了");
        let path = arrived(&house, "三 改.pdf", &a_pdf(4));
        let late = receive_as(&house, order, "c1", &path, Some(third), Counts::Single)
            .await
            .unwrap_err();
        assert_eq!(late.code(), "file_out_of_use");
        desk.put_file_back(assistant, third).await.expect("back");
        assert_eq!(files(&house, order).await[2].out_reason, "");
    });
}

#[test]
fn clause_s_4_1_1b_a_file_the_desk_cannot_look_into_is_received_with_its_kind() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let table: [(&str, &[u8], &str, bool); 4] = [
            (
                "封面.cdr",
                b"RIFF\x10\0\0\0CDRCvrsn\x02\0\0\0\x4c\x04",
                "cdr",
                false,
            ),
            (
                "封面.ai",
                b"%!PS-Adobe-3.0\n%%Creator: Adobe Illustrator(R) 8.0\n",
                "ai_postscript",
                false,
            ),
            ("照片.pdf", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "jpeg", true),
            ("说明.docx", b"PK\x03\x04 words", "unknown", false),
        ];
        for (name, bytes, kind, lies) in table {
            receive(&house, order, "", &arrived(&house, name, bytes))
                .await
                .expect(name);
            let newest = files(&house, order).await.pop().expect("the last one");
            assert_eq!(
                (newest.name.as_str(), newest.kind.as_str(), newest.pages),
                (name, kind, None)
            );
            assert_eq!(newest.name_lies, lies, "{name}");
        }
    });
}

#[test]
fn clause_s_4_1_1b_a_file_of_no_use_is_refused_in_words_and_leaves_no_trace() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let whole = a_pdf(3);
        let table: [(&str, Vec<u8>, &str); 2] = [
            ("空.pdf", Vec::new(), "file_empty"),
            ("假.pdf", b"hello".to_vec(), "file_not_what_its_name_says"),
        ];
        for (name, bytes, code) in table {
            let refusal = receive(&house, order, "c1", &arrived(&house, name, &bytes))
                .await
                .unwrap_err();
            assert!(refusal.is_refusal(), "{name}: {refusal}");
            assert_eq!(refusal.code(), code, "{name}");
            assert!(
                refusal.params().contains(&("name", name.to_owned())),
                "{name} is named"
            );
        }
        let gone = receive(&house, order, "c1", &house.path().join("nothing.pdf"))
            .await
            .unwrap_err();
        assert_eq!(
            (gone.code(), gone.is_refusal()),
            ("original_unreadable", false)
        );
        let nowhere = receive(&house, order, "c9", &arrived(&house, "好.pdf", &whole))
            .await
            .unwrap_err();
        assert_eq!(nowhere.code(), "file_for_no_component");
        assert_eq!(files(&house, order).await, []);
        assert!(
            !house.config.attachments.join("incoming").exists(),
            "nothing was even copied"
        );
    });
}

#[test]
fn check_r3_a_file_that_cannot_be_kept_leaves_no_row() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        // The attachment folder is no folder: whoever runs this, nothing can be written into it.
        fs::write(&house.config.attachments, "in the way").unwrap();
        let path = arrived(&house, "好.pdf", &a_pdf(1));
        let failure = receive(&house, order, "c1", &path).await.unwrap_err();
        assert!(!failure.is_refusal(), "{failure}");
        assert_eq!(files(&house, order).await, []);
        fs::remove_file(&house.config.attachments).unwrap();
        receive(&house, order, "c1", &path)
            .await
            .expect("mended, the next try works");
    });
}

#[test]
fn a_file_of_a_removed_component_never_turns_up_on_a_new_one() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let path = arrived(&house, "封面.pdf", &a_pdf(4));
        receive(&house, order, "c1", &path).await.expect("received");
        let removed = {
            let mut removed = None;
            change(&house, order, |form| {
                removed = Some(form.components.remove(0))
            })
            .await;
            removed.expect("the cover")
        };
        let facts = facts(&house, order).await;
        let mut form = facts.specification.to_form();
        form.components.push(removed);
        let again = house
            .desk
            .save_order(&house.assistant, order, facts.revision, &form)
            .await
            .expect_err("the key is spent");
        assert_eq!(again.fields()[0].code, "row_key_unusable");
        assert_eq!(again.fields()[0].path, "component:c1");
    });
}

#[test]
fn the_same_content_received_before_is_named_on_whichever_order_and_still_received() {
    on_both(async |house| {
        a_customer(&house).await;
        let first = registered(&house, &a_phone_order()).await;
        let second = registered(&house, &a_phone_order()).await;
        let art = arrived(&house, "封面.pdf", &a_pdf(4));
        receive(&house, first, "c1", &art).await.unwrap();
        assert_eq!(
            files(&house, first).await[0].before,
            [],
            "the first receipt"
        );
        // Under another name, for another order, and once more on that order for another component.
        let again = arrived(&house, "cover final.pdf", &a_pdf(4));
        receive(&house, second, "c1", &again).await.unwrap();
        receive(&house, second, "c2", &again).await.unwrap();
        let other = arrived(&house, "别的.pdf", &a_pdf(5));
        receive(&house, second, "c1", &other).await.unwrap();
        let mut before: Vec<(String, i64, Vec<i64>)> = files(&house, second)
            .await
            .into_iter()
            .map(|file| {
                let orders = file.before.iter().map(|other| other.order_id).collect();
                (file.component, file.version, orders)
            })
            .collect();
        before.sort();
        assert_eq!(
            before,
            [
                // Another content, beside the first in the same component.
                ("c1".to_owned(), 1, vec![]),
                ("c1".to_owned(), 1, vec![first]),
                ("c2".to_owned(), 1, vec![second, first]),
            ]
        );
        let numbers = &files(&house, second).await;
        let named = numbers.iter().find(|file| file.component == "c2").unwrap();
        assert_eq!(named.before[1].number, "OD-2026-A000001");
    });
}

/// A file of hundreds of megabytes is called off while it is copied: there is no row and nothing in the store, and it may be
/// received after all.
#[test]
fn clause_s_4_1_1b_a_large_file_says_how_far_it_is_and_is_called_off() {
    const LARGE: u64 = 512 * 1024 * 1024;
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let path = house.folder.path().join("画册全部图片.dat");
        fs::File::create(&path).unwrap().set_len(LARGE).unwrap();
        let request = ReceiveFileRequest {
            replaces: None,
            counts: Counts::Single,
            made_by: MadeBy::Customer,
            order_id: order,
            component: String::new(),
            path: path.to_str().unwrap().to_owned(),
            label: String::new(),
            from_whom: "王琳".to_owned(),
            how: "U盘".to_owned(),
        };
        let calling_off = async {
            let mut far = 0;
            // Once something of it is copied.
            while far == 0 {
                tokio::time::sleep(std::time::Duration::from_millis(1)).await;
                far = house.desk.receiving().first().map_or(0, |view| {
                    assert_eq!(view.size, LARGE);
                    view.done
                });
            }
            house.desk.call_off_receiving(&path)
        };
        let receiving = house.desk.receive_file(&house.assistant, request);
        let (received, called_off) = tokio::join!(receiving, calling_off);
        assert!(called_off, "it was on its way");
        assert_eq!(
            received.expect_err("it was called off").code(),
            "file_called_off"
        );
        assert_eq!(house.desk.receiving(), []);
        let mut reader = house.desk.read().await.unwrap();
        assert_eq!(views(&mut reader, order).await.unwrap().len(), 0);
        assert!(!house.desk.call_off_receiving(&path), "nothing comes in");
    });
}
