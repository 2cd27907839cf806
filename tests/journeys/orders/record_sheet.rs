//! 客户订单信息记录表, printed from the order.

use super::{CUSTOMER, a_customer, a_phone_order, change, confirmation, facts, registered};
use crate::support::on_both;
use crate::task_sheets::text_of;

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
        assert_eq!(paper.pages, 1);
        let text = text_of(&house, &paper.sha256);
        for part in [
            "客户订单信息记录表",
            "OD-2026-A000001",
            CUSTOMER,
            "《岭南草木》精装画册",
            "210×285mm",
            "2,000册",
            "43.20元",
            "86,400.00元",
            "2026-12-08",
            "公司标准",
        ] {
            assert!(
                text.contains(part),
                "{part} is missing on the record: {text}"
            );
        }
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

#[test]
fn clause_f1_04a_another_way_is_named_in_words_and_printed_on_the_record() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        form.order.insert("channel".into(), "其他".into());
        form.order.insert("channel_note".into(), "印刷展会".into());
        let id = registered(&house, &form).await;
        let kept = facts(&house, id).await.specification.to_form();
        assert_eq!(
            (
                kept.order["channel"].as_str(),
                kept.order["channel_note"].as_str()
            ),
            ("other", "印刷展会")
        );
        let paper = house.desk.record_sheet(&house.assistant, id).await;
        let text = text_of(&house, &paper.unwrap().value.sha256);
        assert!(text.contains("渠道其他：印刷展会"), "{text}");
    });
}
