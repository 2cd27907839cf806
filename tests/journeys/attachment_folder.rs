//! The attachment folder gets another place: nothing is lost on the way, and no row knows of it.

use std::fs;

use docket_core::Refuse as _;
use docket_core::files::{BroughtAlong, ChangeFolder};

use crate::files::{a_pdf, arrived, files, receive};
use crate::orders::{a_customer, a_phone_order, registered};
use crate::originals::picture;
use crate::support::on_both;

#[test]
fn clause_s_4_1_1b_files_are_found_in_the_folder_of_before_until_they_are_brought_along() {
    on_both(async |mut house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let (first, second) = (a_pdf(4), a_pdf(8));
        let path = arrived(&house, "封面.pdf", &first);
        receive(&house, order, "c1", &path).await.expect("received");
        let old = house.config.attachments.clone();
        let new = house.folder.path().join("服务器/附件");
        fs::create_dir_all(&new).unwrap();
        let change = |why: &str| ChangeFolder {
            folder: new.to_str().unwrap().to_owned(),
            why: why.to_owned(),
        };
        let director = house.actor("何静").await;
        for (who, why, refused) in [
            (&house.assistant, "换服务器", "needs_role"),
            (&director, " ", "setting_needs_reason"),
        ] {
            let answer = house.desk.change_attachment_folder(who, &change(why)).await;
            assert_eq!(answer.expect_err(refused).code(), refused);
        }
        let view = house.desk.attachment_folder().await.unwrap();
        assert_eq!(view.now.folder, old.to_string_lossy(), "nothing changed");
        assert!(view.former.is_empty());
        assert!(view.free.unwrap() > 0);

        let change = change("换服务器");
        let changed = house.desk.change_attachment_folder(&director, &change);
        changed.await.expect("another folder");
        assert_eq!(picture(&house, &first).await, Ok(()), "found where it was");
        let path = arrived(&house, "内文.pdf", &second);
        receive(&house, order, "c1", &path).await.expect("received");
        let view = house.desk.attachment_folder().await.unwrap();
        assert_eq!(view.now.folder, change.folder);
        let last = &view.now.changes[0];
        assert_eq!(
            (last.who.as_str(), last.why.as_str(), last.folder.as_str()),
            ("何静", "换服务器", change.folder.as_str())
        );
        assert_eq!(view.former.len(), 1, "one of before");
        let former = &view.former[0];
        assert_eq!(former.folder, old.to_string_lossy());
        assert_eq!(former.files, Some(1), "new files go into the new folder");
        assert_eq!(former.bytes, first.len() as u64);
        let again = house.desk.change_attachment_folder(&director, &change);
        let again = again.await.expect_err("the same");
        assert_eq!(again.code(), "setting_is_the_same");

        // As the shell remembers it: the desk of tomorrow still finds what was not brought along.
        house.config.attachments.clone_from(&new);
        house.config.former_attachments = house.desk.former_attachments();
        let house = house.reopened().await;
        assert_eq!(picture(&house, &first).await, Ok(()));

        for (who, folder, refused) in [
            (&house.assistant, old.as_path(), "needs_role"),
            (&director, house.folder.path(), "no_former_folder"),
        ] {
            let folder = folder.to_string_lossy();
            let answer = house.desk.bring_attachments(who, &folder).await;
            assert_eq!(answer.expect_err(refused).code(), refused);
        }
        let brought = house.desk.bring_attachments(&director, &former.folder);
        let whole = BroughtAlong {
            files: 1,
            stayed: 0,
            whole: true,
        };
        assert_eq!(brought.await.expect("brought along"), whole);
        assert!(house.desk.former_attachments().is_empty());
        assert!(house.desk.receiving().is_empty());
        fs::remove_dir_all(&old).unwrap();
        for bytes in [&first, &second] {
            assert_eq!(picture(&house, bytes).await, Ok(()));
        }
        assert_eq!(files(&house, order).await.len(), 2);
    });
}

/// Two names of one place: nothing is moved onto itself, and nothing lost.
#[cfg(unix)]
#[test]
fn clause_s_4_1_1b_a_folder_under_another_name_is_no_other_folder() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let bytes = a_pdf(4);
        let path = arrived(&house, "封面.pdf", &bytes);
        receive(&house, order, "c1", &path).await.expect("received");
        let alias = house.folder.path().join("别名");
        std::os::unix::fs::symlink(&house.config.attachments, &alias).unwrap();
        let director = house.actor("何静").await;
        let change = ChangeFolder {
            folder: alias.to_str().unwrap().to_owned(),
            why: "换盘符".to_owned(),
        };
        let same = house.desk.change_attachment_folder(&director, &change);
        let same = same.await.expect_err("the same folder");
        assert_eq!(same.code(), "setting_is_the_same");
        assert_eq!(picture(&house, &bytes).await, Ok(()));
    });
}
