//! A printed component without a file keeps the sheet back (S-4.1.1b, S-4.4.1A-2).

use super::{a_book, code, issue, page, red};
use crate::customers;
use crate::files::{a_pdf, arrived, files, receive};
use crate::support::{TestDesk, on_both};

/// What the line about missing files names, its clause, its step and where its link leads.
async fn missing(
    house: &TestDesk,
    order: i64,
) -> Option<(String, &'static str, u8, Option<String>)> {
    let lines = page(house, order).await.checks;
    let line = lines
        .into_iter()
        .find(|line| line.code == "files_missing")?;
    assert!(!line.ok);
    Some((
        line.params["names"].clone(),
        line.clause,
        line.step,
        line.path,
    ))
}

#[test]
fn clause_s_4_4_1a_2_every_printed_component_has_a_file_and_what_is_0_0_needs_none() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let names = async || missing(&house, order).await.map(|(names, ..)| names);
        let receive_for = async |component: &str, name: &str, pages| {
            let path = arrived(&house, name, &a_pdf(pages));
            receive(&house, order, component, &path)
                .await
                .expect("received");
        };
        assert_eq!(
            missing(&house, order).await,
            Some((
                "封面、内文".to_owned(),
                "S-4.4.1A-2",
                2,
                Some("files.receive".to_owned())
            ))
        );
        assert_eq!(code(issue(&house, order).await), "not_green");
        receive_for("c4", "内文.pdf", 120).await;
        assert_eq!(names().await.as_deref(), Some("封面"));
        receive_for("c1", "封面.pdf", 4).await;
        assert_eq!(names().await, None);
        // One that is of no use any more is none.
        let text = files(&house, order).await;
        let place = text
            .iter()
            .find(|file| file.component == "c4")
            .unwrap()
            .place;
        house
            .desk
            .take_file_out(&house.assistant, place, "客户换文件")
            .await
            .expect("taken out");
        assert_eq!(names().await.as_deref(), Some("内文"));
        // A file for all of it shows every component.
        receive_for("", "全书.pdf", 1).await;
        assert_eq!(names().await, None);
    });
}

#[test]
fn clause_s_4_2_1c_a_direct_lane_order_needs_its_files_like_any_other() {
    on_both(async |house| {
        let order = a_book(&house).await;
        customers::change(&house, 1, |form| form.direct_lane = true).await;
        let lines = red(&house, order).await;
        assert!(lines.contains(&"files_missing"), "{lines:?}");
        assert!(!lines.contains(&"sample_missing"), "{lines:?}");
    });
}
