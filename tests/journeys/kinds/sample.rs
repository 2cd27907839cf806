//! 样品订购单 (F4-2): small, perhaps free, reviewed for its processes only, and the order that comes of it.

use docket_core::orders::OrderState;

use super::{conversion, of_kind, put};
use crate::files::{a_pdf, arrived, files, receive};
use crate::orders::{a_customer, a_new_customer, facts, registered};
use crate::support::on_both;
use crate::task_sheets::{
    agreed, audited, checked, code, frozen_pdf, issue, page, red, text_of, the_book,
};

#[test]
fn clause_f4_2_a_free_sample_order_goes_to_the_plant_without_price_and_sample() {
    on_both(async |house| {
        a_new_customer(&house).await;
        let mut form = of_kind("os", the_book());
        form.order.remove("unit_price");
        form.instalments.clear();
        form.drops.truncate(1);
        put(&mut form, "order.free", "1");
        put(&mut form, "order.sheet_type", "打样(收费)");
        put(&mut form, "product.quantity", "2");
        put(&mut form, "product.binding", "无线胶装");
        form.drops[0]
            .values
            .insert("quantity".to_owned(), "2".to_owned());
        let id = registered(&house, &form).await;
        assert_eq!(facts(&house, id).await.number, "OS-2026-A000001");
        let paper = house
            .desk
            .record_sheet(&house.assistant, id)
            .await
            .unwrap()
            .value;
        let text = text_of(&house, &paper.sha256);
        assert!(text.contains("免费"), "{text}");
        agreed(&house, id).await;
        audited(&house, id).await;
        assert_eq!(red(&house, id).await, ["check"]);
        checked(&house, id).await;
        issue(&house, id).await.expect("the sample is issued");
        let sheet = frozen_pdf(&house, id).await;
        let text = text_of(&house, &sheet);
        assert!(
            text.contains("打样(免费)") && !text.contains("打样(收费)"),
            "{text}"
        );
        let customers = house.desk.customers("").await.unwrap();
        assert_eq!(
            customers[0].standing, "new",
            "clause S-4.3.1A: a sample makes nobody a 老客户"
        );
        let figures = house.desk.processing_figures().await.unwrap();
        assert!(figures.months.is_empty());
    });
}

#[test]
fn clause_f4_2_a_case_bound_sample_is_reviewed_and_its_amount_is_not_asked() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &of_kind("os", the_book())).await;
        agreed(&house, id).await;
        let review = page(&house, id).await.review.expect("C asks for it");
        let letters: Vec<_> = review
            .triggers
            .iter()
            .map(|trigger| trigger.code.clone())
            .collect();
        assert_eq!(letters, ["C"], "86,400 yuan would be D on a customer order");
    });
}

#[test]
fn clause_f4_2_a_sample_order_becomes_customer_orders_and_stays_what_it_is() {
    on_both(async |house| {
        a_customer(&house).await;
        let sample = registered(&house, &of_kind("os", the_book())).await;
        let text = arrived(&house, "内文.pdf", &a_pdf(8));
        receive(&house, sample, "c4", &text).await.unwrap();
        for number in ["OD-2026-A000001", "OD-2026-A000002"] {
            let draft = conversion(&house, sample).await;
            assert!(
                !draft.form.product.contains_key("quantity"),
                "how many is asked anew"
            );
            let mut form = draft.form;
            put(&mut form, "product.quantity", "2000");
            let order = house
                .desk
                .register_order(&house.assistant, &draft.key, &form)
                .await
                .unwrap()
                .value;
            assert_eq!(facts(&house, order).await.number, number);
            assert_eq!(files(&house, order).await[0].name, "内文.pdf");
        }
        let page = page(&house, sample).await;
        let became = page.conversion.unwrap();
        assert_eq!((became.parts.len(), became.rest), (2, None));
        assert_eq!(facts(&house, sample).await.state, OrderState::Registered);
        let again = issue(&house, sample).await;
        assert_eq!(code(again), "not_green");
    });
}

#[test]
fn clause_f7_07_no_gate_stands_before_a_sample_order() {
    on_both(async |house| {
        for rule in ["effect_approval_all", "customer_signature_blocks"] {
            crate::effect::set(&house, rule, "on").await;
        }
        a_customer(&house).await;
        let mut form = of_kind("os", the_book());
        put(&mut form, "product.binding", "无线胶装");
        let id = registered(&house, &form).await;
        agreed(&house, id).await;
        assert_eq!(facts(&house, id).await.state, OrderState::InEffect);
        let lines = page(&house, id).await.checks;
        assert!(lines.iter().all(|line| line.clause != "F7-07"));
    });
}
