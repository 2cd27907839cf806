//! What SQLite has to do now and then is done while nobody waits for it.

use std::time::Duration;

use docket_core::orders::wire::OrderForm;

use crate::support::{On, TestDesk};

#[tokio::test]
async fn what_the_log_holds_is_put_into_the_file_while_the_desk_rests() {
    // Closed once, so that the log is empty.
    let test = TestDesk::open(On::Sqlite).await.reopened().await;
    let file = test.path().join("desk.db");
    let long = || std::fs::metadata(&file).unwrap().len();
    let before = long();
    let mut form = OrderForm::default();
    // Some five hundred pages: half of what a commit puts there by itself.
    form.order.insert("project".into(), "岭".repeat(65_000));
    let owner = test.assistant.id().unwrap();
    for draft in 0..10 {
        let key = format!("new:{owner}-{draft}");
        test.desk
            .save_draft(&test.assistant, &key, &form, None)
            .await
            .unwrap();
    }
    for _ in 0..1000 {
        if long() > before + 800_000 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let after = long();
    assert!(after > before + 800_000, "{before} bytes, then {after}");
}
