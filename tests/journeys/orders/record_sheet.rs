//! 客户订单信息记录表, printed from the order.

use super::{a_customer, a_phone_order, change, confirmation, registered};
use crate::support::on_both;

#[test]
fn clause_s_4_1_2a_a_phone_order_gets_its_written_record_and_the_same_order_the_same_paper() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let paper = house
            .desk
            .record_sheet(&house.assistant, id)
            .await
            .unwrap()
            .value;
        assert_eq!(paper.file_name, "客户订单信息记录表-OD-2026-A000001.pdf");
        assert_eq!((paper.pages, paper.sha256.len()), (1, 64));
        let again = house
            .desk
            .record_sheet(&house.assistant, id)
            .await
            .unwrap()
            .value;
        assert_eq!(again.sha256, paper.sha256);
        change(&house, id, |form| {
            drop(form.product.insert("quantity".into(), "2100".into()))
        })
        .await;
        let changed = house
            .desk
            .record_sheet(&house.assistant, id)
            .await
            .unwrap()
            .value;
        assert_ne!(changed.sha256, paper.sha256);
        assert!(
            !confirmation(&house, id).await.up_to_date,
            "a paper is no answer"
        );
    });
}
