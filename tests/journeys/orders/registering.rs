//! 登记, and changing what is registered.

use docket_core::orders::OrderState;
use docket_core::orders::wire::OrderForm;

use super::{a_customer, a_phone_order, change, facts, refused, registered, row};
use crate::support::on_both;

#[test]
fn clause_s_4_1_1_a_phone_order_is_registered_and_comes_back_as_it_was_understood() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let facts = facts(&house, id).await;
        assert_eq!(facts.number, "OD-2026-A000001");
        assert_eq!((facts.state, facts.revision), (OrderState::Registered, 1));
        assert_eq!(facts.customer.contact, "王琳");
        assert_eq!(
            facts.assistant.name, "林晓梅",
            "who takes the call is the assistant unless another is named"
        );
        assert_eq!(
            facts.sales_rep.as_ref().map(|rep| rep.name.as_str()),
            Some("周敏")
        );
        assert!(facts.rush());
        let form = facts.specification.to_form();
        assert_eq!(form.order["requested_date"], "2026-12-08");
        assert_eq!(form.order["order_date"], "2026-11-24");
        assert_eq!(form.order["unit_price"], "43.20");
        assert_eq!(form.product["quantity"], "2,000");
        assert_eq!(form.product["size"], "210 × 285");
        assert_eq!(form.product["tolerance"], "3%");
        assert_eq!(form.components[0].values["colours"], "4+0");
        assert_eq!(
            form.components[0].values["spots_front"],
            "PANTONE 871 C, 专金"
        );
        assert_eq!(form.components[0].values["press_size"], "540 × 740");
        assert_eq!(form.components[1].values["caliper"], "2,500");
        assert_eq!(form.finishing[0].values["made_by"], "outwork");
        assert_eq!(form.drops[1].values["quantity"], "1,500");
        assert_eq!(
            (
                form.instalments[1].values["due"].as_str(),
                form.instalments[1].values["days"].as_str()
            ),
            ("monthly", "30")
        );
        assert_eq!(
            facts.specification.computed(&facts.rules)["order.amount"],
            "86,400.00",
            "43.20 × 2,000"
        );
    });
}

#[test]
fn clause_f4_4a_numbers_are_given_at_registration_one_by_one_and_a_refusal_takes_none() {
    on_both(async |house| {
        a_customer(&house).await;
        registered(&house, &a_phone_order()).await;
        let nobody = OrderForm {
            order: [("customer_id".to_owned(), "没有这家".to_owned())].into(),
            ..a_phone_order()
        };
        let answer = house
            .desk
            .register_order(&house.assistant, "new:1-2", &nobody)
            .await;
        assert_eq!(
            refused(answer),
            (
                "fields_not_understood",
                vec!["order.customer_id".to_owned()]
            )
        );
        let id = registered(&house, &a_phone_order()).await;
        assert_eq!(facts(&house, id).await.number, "OD-2026-A000002");
    });
}

#[test]
fn an_order_needs_a_customer_and_a_product_name_and_no_more() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = OrderForm::default();
        let answer = house
            .desk
            .register_order(&house.assistant, "new:1-1", &form)
            .await;
        assert_eq!(
            refused(answer),
            (
                "fields_needed",
                vec!["order.customer_id".to_owned(), "product.name".to_owned()]
            )
        );
        form.order
            .insert("customer_id".into(), super::CUSTOMER.into());
        form.product.insert("name".into(), "名片".into());
        registered(&house, &form).await;
    });
}

#[test]
fn only_those_who_take_orders_register_them() {
    on_both(async |house| {
        a_customer(&house).await;
        let quality = house.actor("陈刚").await;
        let answer = house
            .desk
            .register_order(&quality, "new:1-1", &a_phone_order())
            .await;
        assert_eq!(refused(answer).0, "needs_role");
    });
}

#[test]
fn rows_are_changed_added_taken_away_and_sorted_by_their_key() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        change(&house, id, |form| {
            form.components.swap(0, 1);
            form.components
                .push(row("c3", &[("name", "内文"), ("pages", "120")]));
            form.drops.remove(0);
            form.drops[0]
                .values
                .insert("quantity".into(), "2000".into());
            form.product.remove("tolerance");
        })
        .await;
        let form = facts(&house, id).await.specification.to_form();
        let keys: Vec<&str> = form.components.iter().map(|row| row.key.as_str()).collect();
        assert_eq!(keys, ["c2", "c1", "c3"]);
        assert_eq!((form.drops.len(), form.drops[0].key.as_str()), (1, "d2"));
        assert!(!form.product.contains_key("tolerance"));
    });
}

#[test]
fn a_stale_revision_is_refused_and_nothing_is_written() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let stale = facts(&house, id).await;
        change(&house, id, |form| {
            drop(form.product.insert("quantity".into(), "2100".into()))
        })
        .await;
        let mut form = stale.specification.to_form();
        form.product.insert("quantity".into(), "9999".into());
        let answer = house
            .desk
            .save_order(&house.assistant, id, stale.revision, &form)
            .await;
        assert_eq!(refused(answer).0, "changed_meanwhile");
        assert_eq!(
            facts(&house, id).await.specification.to_form().product["quantity"],
            "2,100"
        );
    });
}

#[test]
fn clause_f1_04a_an_order_says_in_which_way_it_came() {
    on_both(async |house| {
        a_customer(&house).await;
        for (said, kept) in [
            ("电话", "phone"),
            ("当面", "in_person"),
            ("微信", "wechat"),
            ("邮件", "email"),
            ("传真", "fax"),
            ("书面PO", "purchase_order"),
            ("合同", "contract"),
        ] {
            let mut form = a_phone_order();
            form.order.insert("channel".to_owned(), said.to_owned());
            let id = registered(&house, &form).await;
            let form = facts(&house, id).await.specification.to_form();
            assert_eq!(form.order["channel"], kept, "{said}");
        }
        let mut form = a_phone_order();
        form.order.insert("channel".to_owned(), "飞鸽".to_owned());
        let key = house.desk.new_draft(&house.assistant).await.unwrap();
        let none = house
            .desk
            .register_order(&house.assistant, &key.value.key, &form)
            .await;
        assert_eq!(refused(none).1, ["order.channel"]);
    });
}
