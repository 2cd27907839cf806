//! What a customer offers an order's form.

use docket_core::customers::wire::SaveCustomer;

use super::{address, change, contact, monthly};
use crate::orders::{CUSTOMER, a_new_customer, a_phone_order, registered};
use crate::support::on_both;

#[test]
fn clause_f7_06_a_chosen_customer_proposes_what_is_usual_with_it() {
    on_both(async |house| {
        let id = a_new_customer(&house).await;
        change(&house, id, |form| {
            form.contacts = vec![contact("王琳", "138", false), contact("李伟", "139", true)];
            form.addresses = vec![address("前海 2 号", "仓库", true)];
            form.terms = vec![monthly()];
            form.tolerance = "3".to_owned();
            form.long_term = true;
        })
        .await;
        let offers = async || {
            house
                .desk
                .customer_offers(CUSTOMER)
                .await
                .unwrap()
                .expect("a customer")
        };
        let before = offers().await;
        assert_eq!(
            before.fields.get("order.contact").map(String::as_str),
            Some("李伟")
        );
        assert_eq!(
            before.fields.get("order.phone").map(String::as_str),
            Some("139")
        );
        assert_eq!(
            before.fields.get("product.tolerance").map(String::as_str),
            Some("3%")
        );
        assert_eq!(
            before.fields.get("order.long_term").map(String::as_str),
            Some("1")
        );
        assert_eq!(
            before.fields.get("order.sales_rep_id"),
            None,
            "nobody looked after an order yet"
        );
        assert_eq!(
            before.drop.get("address").map(String::as_str),
            Some("前海 2 号")
        );
        assert_eq!(before.drop.get("contact").map(String::as_str), Some("仓库"));
        assert_eq!(
            before
                .contacts
                .iter()
                .map(|row| row.name.as_str())
                .collect::<Vec<_>>(),
            ["李伟", "王琳"],
            "the one asked first stands in front"
        );
        assert_eq!(before.terms[0].due, "monthly");
        assert_eq!(before.usual_terms.len(), 2);
        registered(&house, &a_phone_order()).await;
        assert_eq!(
            offers()
                .await
                .fields
                .get("order.sales_rep_id")
                .map(String::as_str),
            Some("周敏"),
            "who looked after the last order"
        );
        assert_eq!(house.desk.customer_offers("没有这家").await.unwrap(), None);
    });
}

#[test]
fn clause_f2_04_1_a_customer_is_found_by_initials_and_without_its_city() {
    on_both(async |house| {
        a_new_customer(&house).await;
        for typed in ["szscy", "szcy", "深圳彩源", "cywh", "SZCY 文化"] {
            let found = house.desk.customer_choices(typed).await.unwrap();
            assert_eq!(found.len(), 1, "{typed}");
            assert_eq!(found[0].name, CUSTOMER, "{typed}");
        }
        let short = SaveCustomer {
            name: "岭南出版社".to_owned(),
            short_name: "飞马".to_owned(),
            ..SaveCustomer::default()
        };
        house
            .desk
            .save_customer(&house.assistant, &short)
            .await
            .unwrap();
        for typed in ["fm", "lncb"] {
            let found = house.desk.customer_choices(typed).await.unwrap();
            assert_eq!(found.len(), 1, "{typed}");
            assert_eq!(found[0].name, "岭南出版社", "{typed}");
        }
        for typed in ["gzcy", "深圳彩云", "*"] {
            let found = house.desk.customer_choices(typed).await.unwrap();
            assert_eq!(found.len(), 0, "{typed}");
        }
    });
}
