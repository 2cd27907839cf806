//! The writing door and the trail behind it.

use docket_core::audit::Activity;
use docket_core::storage::Subject;
use docket_core::{DeskError, Failure, Refuse as _};

use sqlx::Row as _;

use crate::support::{On, TestDesk, on_both};

const CUSTOMER: &str = "customers";

/// The row images of what happened to `subject`, the newest first.
async fn images(test: &TestDesk, subject: Subject) -> Vec<String> {
    let mut reader = test.desk.read().await.unwrap();
    let rows = sqlx::query("SELECT changes FROM audit WHERE subject = $1 ORDER BY seq DESC")
        .bind(subject.code())
        .fetch_all(&mut *reader)
        .await
        .unwrap();
    rows.iter().map(|row| row.try_get(0).unwrap()).collect()
}

fn customer(name: &str) -> Vec<(&'static str, docket_core::storage::Cell)> {
    let empty = || "".into();
    vec![
        ("revision", 1.into()),
        ("name", name.into()),
        ("short_name", empty()),
        ("address", empty()),
        ("contact", empty()),
        ("phone", empty()),
        ("remark", empty()),
        ("created_at", "2026-11-24T01:12:00Z".into()),
    ]
}

#[test]
fn what_is_committed_carries_its_rows_before_and_after() {
    on_both(|test| async move {
        let mut writer = test
            .desk
            .begin(&test.assistant, Activity::SaveCustomer)
            .await
            .unwrap();
        let id = writer
            .insert(CUSTOMER, &customer("深圳市彩源文化传播有限公司"))
            .await
            .unwrap();
        writer.about(Subject::Customer(id));
        writer.commit().await.unwrap();
        let mut writer = test
            .desk
            .begin(&test.assistant, Activity::SaveCustomer)
            .await
            .unwrap();
        writer.about(Subject::Customer(id));
        writer
            .update(
                CUSTOMER,
                id,
                &[("phone", "0755".into()), ("contact", "".into())],
            )
            .await
            .unwrap();
        writer.commit().await.unwrap();

        let trail = images(&test, Subject::Customer(id)).await;
        assert_eq!(trail.len(), 2);
        assert!(
            trail[1].contains(r#""after":{"#)
                && trail[1].contains("深圳市彩源文化传播有限公司")
                && trail[1].contains(r#""before":null"#),
            "{}",
            trail[1]
        );
        assert_eq!(
            trail[0],
            format!(
                r#"{{"format":1,"rows":[{{"after":{{"phone":"0755"}},"before":{{"phone":""}},"id":{id},"table":"customers"}}]}}"#
            ),
            "an unchanged column is not in the image"
        );
        assert_eq!(test.desk.check_trail().await.unwrap(), None);
    });
}

#[test]
fn an_act_that_is_not_committed_leaves_nothing() {
    on_both(|test| async move {
        let mut writer = test
            .desk
            .begin(&test.assistant, Activity::SaveCustomer)
            .await
            .unwrap();
        let id = writer.insert(CUSTOMER, &customer("不算数")).await.unwrap();
        drop(writer);
        assert_eq!(images(&test, Subject::Customer(id)).await.len(), 0);
        assert_eq!(test.desk.check_trail().await.unwrap(), None);
    });
}

#[test]
fn clause_f1_21_a_password_never_stands_in_the_trail() {
    on_both(|test| async move {
        let account = test.account("林晓梅").await;
        let trail = images(&test, Subject::House).await;
        assert!(!trail.is_empty());
        let all = trail.join("\n") + &images(&test, Subject::Person(account)).await.join("\n");
        assert!(
            !all.contains("argon2id"),
            "no hash of a secret in the trail"
        );
    });
}

#[test]
fn a_second_program_on_the_same_file_is_refused() {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let test = TestDesk::open(On::Sqlite).await;
        let error = test.second().await.expect_err("the first has it open");
        assert!(
            matches!(error, DeskError::Failed(Failure::AlreadyOpen(_))),
            "{error}"
        );
        assert_eq!(error.code(), "already_open");
    });
}

#[test]
fn a_desk_closed_at_night_opens_in_the_morning() {
    on_both(|test| async move {
        let test = test.reopened().await;
        assert_eq!(
            test.desk.house().await.unwrap().unwrap().name,
            "岭南彩印有限公司"
        );
        assert_eq!(test.desk.check_trail().await.unwrap(), None);
    });
}
