//! 三方核对: sample, file and sheet agree before the sheet is issued, or a supervisor signs for the difference (S-4.4.1A-2).

use docket_core::accounts::Role;
use docket_core::three_way::{
    Answer, CompareSampleRequest, PassDifferencesRequest, RowView, SampleAnswer, SampleStand,
};

use super::{
    a_book, a_review, a_sample, a_stamped_sample, agreed, approved, audited, checked_alone, code,
    compared, frozen_pdf, issue, page, pin_of, red, sheet, stamp_the_sample, text_of,
};
use crate::orders::change;
use crate::support::{TestDesk, on_both};

/// The rows as the card shows them.
async fn rows(house: &TestDesk, order: i64) -> Vec<RowView> {
    let view = house.desk.three_way(&house.assistant, order).await;
    view.expect("a comparison").rows
}

async fn say(
    house: &TestDesk,
    order: i64,
    path: &str,
    answer: Answer,
    said: &str,
) -> Result<i64, docket_core::DeskError> {
    let row = rows(house, order).await;
    let row = row.iter().find(|row| row.path == path).expect("a row");
    let request = CompareSampleRequest {
        order_id: order,
        answers: vec![SampleAnswer {
            path: path.to_owned(),
            sheet: row.sheet.clone(),
            answer,
            said: said.to_owned(),
        }],
    };
    let done = house.desk.compare_sample(&house.assistant, &request).await;
    done.map(|done| done.value)
}

async fn pass(
    house: &TestDesk,
    order: i64,
    name: &str,
    reason: &str,
) -> Result<i64, docket_core::DeskError> {
    let request = PassDifferencesRequest {
        order_id: order,
        revision: house.revision(order).await,
        reason: reason.to_owned(),
        approval: pin_of(house, name).await,
    };
    let done = house.desk.pass_differences(&house.assistant, request).await;
    done.map(|done| done.value)
}

/// A book of which everything is done but the comparison.
async fn a_book_to_compare(house: &TestDesk) -> i64 {
    let order = a_book(house).await;
    agreed(house, order).await;
    audited(house, order).await;
    a_stamped_sample(house, order).await;
    a_review(house, order).await;
    approved(house, order).await;
    checked_alone(house, order).await;
    order
}

const PAGES: &str = "component:c4.pages";

#[test]
fn clause_s_4_4_1a_2_no_sheet_before_every_row_was_held_against_the_sample() {
    on_both(async |house| {
        let order = a_book_to_compare(&house).await;
        assert_eq!(red(&house, order).await, ["three_way_open"]);
        let all = rows(&house, order).await;
        assert!(
            all.iter().all(|row| row.sample == SampleStand::Open),
            "nothing is ticked before"
        );
        let lines = page(&house, order).await.checks;
        let line = lines.iter().find(|line| !line.ok).expect("the line");
        assert_eq!((line.clause, line.step), ("S-4.4.1A-2", 5));
        assert_eq!(line.params["count"], all.len().to_string());
        assert_eq!(
            line.path.as_deref(),
            Some(format!("three-way.{}", all[0].path).as_str())
        );
        for row in &all {
            say(&house, order, &row.path, Answer::Agrees, "")
                .await
                .expect("一致");
        }
        assert_eq!(red(&house, order).await, [""; 0]);
        // A slip is taken back.
        say(&house, order, PAGES, Answer::TakenBack, "")
            .await
            .expect("taken back");
        assert_eq!(red(&house, order).await, ["three_way_open"]);
        say(&house, order, PAGES, Answer::NotShown, "")
            .await
            .expect("a swatch shows no pages");
        issue(&house, order).await.expect("issued");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(
            text.contains("样本Y-2026-A0001与任务书、文件逐项核对：12项一致，1项样本不含；核对林晓梅2026-11-2409:12"),
            "{text}"
        );
        let late = CompareSampleRequest {
            order_id: order,
            answers: vec![],
        };
        assert_eq!(
            code(house.desk.compare_sample(&house.assistant, &late).await),
            "three_way_after_release"
        );
    });
}

#[test]
fn clause_s_4_4_1a_2_what_changes_on_the_sheet_is_compared_anew_and_so_is_another_sample() {
    on_both(async |house| {
        let order = a_book(&house).await;
        assert_eq!(
            code(
                house
                    .desk
                    .compare_sample(
                        &house.assistant,
                        &CompareSampleRequest {
                            order_id: order,
                            answers: vec![]
                        }
                    )
                    .await
            ),
            "three_way_no_sample"
        );
        a_stamped_sample(&house, order).await;
        compared(&house, order).await;
        let three_way = async || {
            let mut lines = red(&house, order).await;
            lines.retain(|code| code.starts_with("three_way"));
            lines
        };
        assert_eq!(three_way().await, [""; 0]);
        change(&house, order, |form| {
            drop(
                form.components[3]
                    .values
                    .insert("pages".to_owned(), "112".to_owned()),
            );
        })
        .await;
        assert_eq!(three_way().await, ["three_way_stale"]);
        let shown = SampleAnswer {
            path: PAGES.to_owned(),
            sheet: "120 P".to_owned(),
            answer: Answer::Agrees,
            said: String::new(),
        };
        let request = CompareSampleRequest {
            order_id: order,
            answers: vec![shown],
        };
        assert_eq!(
            code(house.desk.compare_sample(&house.assistant, &request).await),
            "changed_meanwhile",
            "一致 with what stands there no more"
        );
        say(&house, order, PAGES, Answer::Agrees, "")
            .await
            .expect("compared anew");
        assert_eq!(three_way().await, [""; 0]);
        a_sample(&house, order).await;
        stamp_the_sample(&house, order, None).await;
        assert_eq!(three_way().await, ["three_way_stale"]);
    });
}

#[test]
fn clause_s_4_4_1a_2_a_difference_blocks_until_a_supervisor_signs_for_it_and_stands_on_the_sheet() {
    on_both(async |house| {
        let order = a_book_to_compare(&house).await;
        compared(&house, order).await;
        assert_eq!(
            code(pass(&house, order, "赵强", "看过").await),
            "three_way_nothing_differs"
        );
        assert_eq!(
            code(say(&house, order, PAGES, Answer::Differs, " ").await),
            "three_way_nothing_said"
        );
        say(&house, order, PAGES, Answer::Differs, "118 P")
            .await
            .expect("the sample has less");
        assert_eq!(red(&house, order).await, ["three_way_differs"]);
        assert_eq!(code(issue(&house, order).await), "not_green");
        let lines = page(&house, order).await.checks;
        let line = lines.iter().find(|line| !line.ok).expect("the line");
        assert_eq!(
            (line.clause, line.who),
            ("S-4.4.1A-2", Role::SalesSupervisor)
        );
        assert_eq!(
            code(pass(&house, order, "赵强", "").await),
            "three_way_no_reason"
        );
        for (name, refused) in [
            ("周敏", "needs_role"),
            ("林晓梅", "needs_role"),
            ("陈刚", "needs_role"),
        ] {
            assert_eq!(
                code(pass(&house, order, name, "旧版").await),
                refused,
                "{name}"
            );
        }
        pass(&house, order, "赵强", "样本是旧版，客户知道")
            .await
            .expect("let pass");
        assert_eq!(red(&house, order).await, [""; 0]);
        // Another difference was not let pass.
        say(&house, order, PAGES, Answer::Differs, "116 P")
            .await
            .expect("measured again");
        assert_eq!(red(&house, order).await, ["three_way_differs"]);
        say(&house, order, PAGES, Answer::Differs, "118 P")
            .await
            .expect("as before");
        issue(&house, order).await.expect("issued");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        let said = "不一致放行：内文·P数任务书120P，样本118P；原因样本是旧版，客户知道；销售主管赵强2026-11-2409:12";
        assert!(text.contains(said), "{text}");
        // A signed change says for itself what it makes of the sheet: the comparison stays as it was when it was issued (S-4.4.2).
        super::propose(&house, order, true, |form| {
            drop(
                form.components[3]
                    .values
                    .insert("pages".to_owned(), "116".to_owned()),
            );
        })
        .await
        .expect("asked for");
        super::approve(&house, order, "cost", "钱芳").await.ok();
        super::approve(&house, order, "sales_director", "何静")
            .await
            .ok();
        assert!(sheet(&house, order).await.label.ends_with("V1·改1"));
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(text.contains(said), "{text}");
        let view = house
            .desk
            .three_way(&house.assistant, order)
            .await
            .expect("a view");
        assert_eq!(
            (view.rows.len(), view.issued.map(|lines| lines.len())),
            (0, Some(2))
        );
    });
}

#[test]
fn clause_f1_02_whoever_compared_does_not_let_pass_what_they_found() {
    on_both(async |house| {
        let order = a_book_to_compare(&house).await;
        compared(&house, order).await;
        let supervisor = house.actor("赵强").await;
        let row = rows(&house, order).await;
        let row = row.iter().find(|row| row.path == PAGES).expect("a row");
        let request = CompareSampleRequest {
            order_id: order,
            answers: vec![SampleAnswer {
                path: PAGES.to_owned(),
                sheet: row.sheet.clone(),
                answer: Answer::Differs,
                said: "118".to_owned(),
            }],
        };
        house
            .desk
            .compare_sample(&supervisor, &request)
            .await
            .expect("the supervisor compares");
        assert_eq!(
            code(pass(&house, order, "赵强", "旧版").await),
            "three_way_own_comparison"
        );
        pass(&house, order, "何静", "旧版").await.expect("another");
    });
}
