//! What the issued sheet says of positions is changed by signature alone, whatever became of file, process or component
//! (S-4.4.2, S-4.2.6).

use docket_core::positions::{FilePositions, MarkOnSample, PositionRequest};

use crate::files::{a_pdf, arrived, files, receive_as};
use crate::positions::{a_cover, a_foil, a_foiled_book, issued, newest, rectangle, save};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{approve, code, page, propose};

/// A book whose foil is marked and on the sheet that is issued: the order, the mark and its file.
async fn an_issued_foil(house: &TestDesk) -> (i64, PositionRequest, FilePositions) {
    let order = a_foiled_book(house).await;
    let cover = a_cover(house, order).await;
    let foil = a_foil("p1", rectangle(625, 400, 850, 200));
    let cover = save(house, &cover, vec![foil.clone()])
        .await
        .expect("marked");
    issued(house, order).await;
    (order, foil, cover)
}

/// Each way to change the one mark is refused.
async fn is_not_changed(house: &TestDesk, order: i64, cover: &FilePositions) {
    let moved = a_foil("p1", rectangle(600, 400, 850, 200));
    let renamed = PositionRequest {
        name: "作者名".to_owned(),
        ..a_foil("p1", rectangle(625, 400, 850, 200))
    };
    let on_another_page = PositionRequest {
        page: 2,
        ..a_foil("p1", rectangle(625, 400, 850, 200))
    };
    let of_another_process = PositionRequest {
        step: "f1".to_owned(),
        ..a_foil("p1", rectangle(625, 400, 850, 200))
    };
    let company = vec![
        a_foil("p1", rectangle(625, 400, 850, 200)),
        a_foil("p2", rectangle(0, 0, 100, 100)),
    ];
    for after in [
        vec![],
        vec![moved],
        vec![renamed],
        vec![on_another_page],
        vec![of_another_process],
        company,
    ] {
        let answer = save(house, cover, after.clone()).await;
        assert_eq!(code(answer), "position_issued", "{after:?}");
    }
    let steps = page(house, order).await.positions.steps;
    let foil = steps.iter().find(|step| step.key == "f2").expect("foil");
    let removed = house
        .desk
        .remove_position(&house.assistant, foil.positions[0].id)
        .await;
    assert_eq!(code(removed), "position_issued");
    let sample = page(house, order).await.samples[0].id;
    let on_sample = MarkOnSample {
        order_id: order,
        sample_id: sample,
        step: "f2".to_owned(),
        tool: String::new(),
        words: "书名处".to_owned(),
    };
    let marked = house.desk.mark_on_sample(&house.assistant, on_sample).await;
    assert_eq!(code(marked), "position_issued");
}

#[test]
fn clause_s_4_4_2_a_position_on_the_sheet_stays_where_it_is_on_a_new_version_of_its_file() {
    on_both(async |house| {
        let (order, foil, _) = an_issued_foil(&house).await;
        let all = files(&house, order).await;
        let place = all
            .iter()
            .find(|file| file.component == "c1")
            .unwrap()
            .place;
        let path = arrived(&house, "封面 新版.pdf", &a_pdf(4));
        let counts = docket_core::files::Counts::Single;
        receive_as(&house, order, "c1", &path, Some(place), counts)
            .await
            .expect("a new version");
        let cover = newest(&house, order).await;
        assert!(cover.positions[0].stale);
        is_not_changed(&house, order, &cover).await;
        let cover = save(&house, &cover, vec![foil])
            .await
            .expect("taken over as it is");
        assert!(!cover.positions[0].stale);
        is_not_changed(&house, order, &cover).await;
    });
}

#[test]
fn clause_s_4_4_2_a_position_marked_for_another_process_is_not_moved_without_a_signed_change() {
    on_both(async |house| {
        let (order, foil, _) = an_issued_foil(&house).await;
        propose(&house, order, false, |form| {
            let row = &mut form.finishing[1];
            row.values.insert("process".to_owned(), "烫银".to_owned());
        })
        .await
        .expect("asked for");
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("a signed change of the process");
        let cover = newest(&house, order).await;
        assert!(cover.positions[0].stale, "it was marked for 烫金");
        is_not_changed(&house, order, &cover).await;
        save(&house, &cover, vec![foil])
            .await
            .expect("the same place for what the process has become");
    });
}

#[test]
fn clause_s_4_4_2_a_process_a_signed_change_brought_is_marked_and_what_it_struck_is_free() {
    on_both(async |house| {
        let (order, foil, cover) = an_issued_foil(&house).await;
        propose(&house, order, false, |form| {
            let mut row = form.finishing.remove(1);
            row.key = "f3".to_owned();
            form.finishing.push(row);
        })
        .await
        .expect("asked for");
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("signed");
        let new_row = page(&house, order).await.positions.steps[1].key.clone();
        let marked = |left| PositionRequest {
            step: new_row.clone(),
            ..a_foil("p9", rectangle(left, 400, 850, 200))
        };
        let cover = save(&house, &cover, vec![foil, marked(500)])
            .await
            .expect("the new process gets its place");
        // No sheet says it yet: it is put right, and what was struck is taken away.
        save(&house, &cover, vec![marked(510)])
            .await
            .expect("put right");
    });
}
