//! 定金与收款: what is due before the order, and what came in (F7-15, C3).

use docket_core::receipts::{CounterReceiptRequest, ReceiptsView, RecordReceiptRequest, Way};
use docket_core::{DeskError, Refuse as _};

use crate::effect::set;
use crate::orders::{a_customer, a_phone_order, change, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{a_book, page};

fn receipt(order_id: i64, amount: &str, reference: &str) -> RecordReceiptRequest {
    RecordReceiptRequest {
        order_id,
        received_on: String::new(),
        amount: amount.to_owned(),
        way: Way::Transfer,
        reference: reference.to_owned(),
        remark: String::new(),
    }
}

async fn enter(house: &TestDesk, request: &RecordReceiptRequest) -> Result<i64, DeskError> {
    let done = house.desk.record_receipt(&house.assistant, request).await;
    done.map(|done| done.value)
}

async fn receipts(house: &TestDesk, order: i64) -> ReceiptsView {
    page(house, order).await.receipts
}

/// Due, received and open, as they are written.
async fn sums(house: &TestDesk, order: i64) -> (Option<String>, String, Option<String>) {
    let view = receipts(house, order).await;
    (view.due, view.received, view.open)
}

fn told(due: &str, received: &str, open: &str) -> (Option<String>, String, Option<String>) {
    let some = |text: &str| Some(text.to_owned());
    (some(due), received.to_owned(), some(open))
}

/// Whether the line keeps the sheet back, and whether it warns.
async fn line(house: &TestDesk, order: i64) -> Option<(bool, bool)> {
    let lines = page(house, order).await.checks;
    let line = lines.iter().find(|line| line.code == "deposit")?;
    assert_eq!((line.clause, line.step), ("F7-15b", 1));
    Some((line.ok, line.warns))
}

#[test]
fn clause_f7_15a_receipts_add_up_part_by_part_and_follow_the_total_of_the_order() {
    on_both(async |house| {
        // 2,000 × 43.20, half of it 下单前.
        let order = a_book(&house).await;
        assert_eq!(
            sums(&house, order).await,
            told("43,200.00", "0.00", "43,200.00")
        );
        assert_eq!(line(&house, order).await, Some((true, true)), "it warns");
        enter(&house, &receipt(order, "2万", "20261124-01"))
            .await
            .expect("a part");
        assert_eq!(
            sums(&house, order).await,
            told("43,200.00", "20,000.00", "23,200.00")
        );
        enter(&house, &receipt(order, "23199.99", "20261124-02"))
            .await
            .expect("another");
        assert_eq!(
            sums(&house, order).await,
            told("43,200.00", "43,199.99", "0.01")
        );
        assert_eq!(
            line(&house, order).await,
            Some((true, true)),
            "a fen is open"
        );
        enter(&house, &receipt(order, "0.01", "20261124-03"))
            .await
            .expect("the last fen");
        assert_eq!(line(&house, order).await, Some((true, false)));
        // The order comes to more: so does what is due.
        change(&house, order, |form| {
            drop(form.order.insert("unit_price".to_owned(), "44".to_owned()));
        })
        .await;
        assert_eq!(
            sums(&house, order).await,
            told("44,000.00", "43,200.00", "800.00")
        );
        let view = receipts(&house, order).await;
        assert_eq!(view.total.as_deref(), Some("88,000.00"));
        assert_eq!(view.receipts.len(), 3, "the latest first");
        assert_eq!(view.receipts[0].amount, "0.01");
        assert_eq!(
            (
                view.receipts[0].by.as_str(),
                view.receipts[0].received_on.as_str()
            ),
            ("林晓梅", "2026-11-24")
        );
    });
}

#[test]
fn clause_f7_15a_a_receipt_is_countered_with_a_reason_and_never_changed() {
    on_both(async |house| {
        let order = a_book(&house).await;
        enter(&house, &receipt(order, "43200", "a"))
            .await
            .expect("entered");
        let id = receipts(&house, order).await.receipts[0].id;
        let counter = async |receipt_id: i64, reason: &str| {
            let request = CounterReceiptRequest {
                receipt_id,
                reason: reason.to_owned(),
            };
            let done = house.desk.counter_receipt(&house.assistant, &request).await;
            done.map(|_| ()).map_err(|refusal| refusal.code())
        };
        assert_eq!(
            counter(id, " ").await,
            Err("receipt_counter_reason_missing")
        );
        assert_eq!(counter(id + 9, "记错").await, Err("no_such_receipt"));
        assert_eq!(counter(id, "记到别的单上了").await, Ok(()));
        assert_eq!(
            sums(&house, order).await,
            told("43,200.00", "0.00", "43,200.00")
        );
        let view = receipts(&house, order).await.receipts;
        let told: Vec<_> = view
            .iter()
            .map(|one| (one.amount.as_str(), one.counter, one.countered))
            .collect();
        assert_eq!(
            told,
            [("-43,200.00", true, false), ("43,200.00", false, true)]
        );
        assert_eq!(view[0].remark, "记到别的单上了");
        for id in [id, view[0].id] {
            assert_eq!(counter(id, "再来").await, Err("receipt_countered_already"));
        }
        let gone = sqlx::query("UPDATE receipts SET amount = 0")
            .execute(&mut *house.desk.read().await.expect("the database"))
            .await;
        assert!(gone.is_err(), "nothing is no receipt");
        assert_eq!(house.desk.check_trail().await.expect("the trail"), None);
    });
}

#[test]
fn clause_f7_15b_the_deposit_keeps_the_sheet_back_where_the_house_says_so() {
    on_both(async |house| {
        set(&house, "deposit_blocks", "on").await;
        let order = a_book(&house).await;
        assert_eq!(line(&house, order).await, Some((false, false)));
        assert!(receipts(&house, order).await.blocks);
        enter(&house, &receipt(order, "43200", "a"))
            .await
            .expect("entered");
        assert_eq!(line(&house, order).await, Some((true, false)));
        // Nothing is due before this one.
        let mut form = a_phone_order();
        form.instalments[0]
            .values
            .insert("due".to_owned(), "发货前".to_owned());
        let later = registered(&house, &form).await;
        assert_eq!(line(&house, later).await, None);
        assert_eq!(receipts(&house, later).await.share, None);
    });
}

#[test]
fn clause_f7_15a_finance_knows_its_books_and_everybody_else_names_the_voucher() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let refused = async |request: &RecordReceiptRequest| {
            let done = enter(&house, request).await;
            done.map_err(|refusal| refusal.code())
        };
        assert_eq!(
            refused(&receipt(order, "100", "")).await,
            Err("receipt_reference_missing")
        );
        for amount in ["", "0", "一些"] {
            assert_eq!(
                refused(&receipt(order, amount, "a")).await,
                Err("fields_not_understood"),
                "{amount}"
            );
        }
        let mut tomorrow = receipt(order, "100", "a");
        tomorrow.received_on = "2026-11-25".to_owned();
        assert_eq!(refused(&tomorrow).await, Err("receipt_in_future"));
        let finance = house.actor("钱芳").await;
        let done = house
            .desk
            .record_receipt(&finance, &receipt(order, "100", ""))
            .await;
        done.expect("finance");
        for name in ["周敏", "陈刚", "孙工"] {
            let somebody = house.actor(name).await;
            let done = house
                .desk
                .record_receipt(&somebody, &receipt(order, "100", "a"))
                .await;
            assert_eq!(done.expect_err("not theirs").code(), "needs_role", "{name}");
        }
    });
}
