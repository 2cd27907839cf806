//! Customers.

use docket_core::customers::wire::SaveCustomer;

use docket_core::orders::OrderState;

use super::{CUSTOMER, a_new_customer, a_phone_order, answer, facts, refused, registered};
use crate::support::on_both;

fn named(name: &str) -> SaveCustomer {
    SaveCustomer {
        name: name.to_owned(),
        ..SaveCustomer::default()
    }
}

#[test]
fn a_customer_has_a_name_of_its_own() {
    on_both(async |house| {
        let id = a_new_customer(&house).await;
        let taken = house
            .desk
            .save_customer(&house.assistant, &named(&format!(" {CUSTOMER}　")))
            .await;
        assert_eq!(
            refused(taken),
            ("customer_name_taken", vec!["customer.name".to_owned()])
        );
        let nobody = house
            .desk
            .save_customer(&house.assistant, &named(" "))
            .await;
        assert_eq!(refused(nobody).0, "customer_has_no_name");
        let endless = house
            .desk
            .save_customer(&house.assistant, &named(&"长".repeat(5_000)))
            .await;
        assert_eq!(
            refused(endless),
            ("fields_not_understood", vec!["customer.name".to_owned()])
        );
        let same = SaveCustomer {
            id: Some(id),
            revision: 1,
            phone: "0755-1234".to_owned(),
            ..named(CUSTOMER)
        };
        house
            .desk
            .save_customer(&house.assistant, &same)
            .await
            .expect("a customer may keep its own name");
    });
}

#[test]
fn a_stale_revision_of_a_customer_is_refused() {
    on_both(async |house| {
        let id = a_new_customer(&house).await;
        let change = |phone: &str| SaveCustomer {
            id: Some(id),
            revision: 1,
            phone: phone.to_owned(),
            ..named(CUSTOMER)
        };
        house
            .desk
            .save_customer(&house.assistant, &change("1"))
            .await
            .unwrap();
        let late = house
            .desk
            .save_customer(&house.assistant, &change("2"))
            .await;
        assert_eq!(refused(late).0, "changed_meanwhile");
        let found = house.desk.customers("").await.unwrap();
        assert_eq!((found[0].phone.as_str(), found[0].revision), ("1", 2));
    });
}

#[test]
fn clause_f2_02a_the_name_on_the_order_is_the_customers_own() {
    on_both(async |house| {
        let customer = a_new_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let renamed = SaveCustomer {
            id: Some(customer),
            revision: 1,
            ..named("深圳彩源文化传播")
        };
        house
            .desk
            .save_customer(&house.assistant, &renamed)
            .await
            .unwrap();
        let facts = facts(&house, id).await;
        assert_eq!(facts.customer.name, "深圳彩源文化传播");
        assert_eq!(
            facts.specification.to_form().order["customer_id"],
            "深圳彩源文化传播"
        );
        assert_eq!(house.desk.customers("传播").await.unwrap().len(), 1);
        assert_eq!(house.desk.customers("%").await.unwrap().len(), 0);
    });
}

#[test]
fn clause_s_4_1_2b_under_another_name_of_its_customer_an_order_is_read_back_again() {
    on_both(async |house| {
        let customer = a_new_customer(&house).await;
        let (agreed, untouched) = (
            registered(&house, &a_phone_order()).await,
            registered(&house, &a_phone_order()).await,
        );
        let yes = answer(&house, agreed, "agreed").await;
        let said = house.desk.record_confirmation(&house.assistant, &yes).await;
        said.expect("the customer agrees");
        assert_eq!(
            facts(&house, agreed).await.state,
            OrderState::RequirementsConfirmed
        );
        let renamed = |revision, remark: &str| SaveCustomer {
            id: Some(customer),
            revision,
            remark: remark.to_owned(),
            ..named("深圳彩源文化传播")
        };
        let change = renamed(1, "");
        let done = house.desk.save_customer(&house.assistant, &change).await;
        let changed = done.expect("the customer is called otherwise").changed;
        for order in [agreed, untouched] {
            assert_eq!(facts(&house, order).await.state, OrderState::Registered);
        }
        let topics = serde_json::to_string(&changed).unwrap();
        let told = |order: i64| topics.contains(&format!("\"order:{order}\""));
        assert!(told(agreed) && !told(untouched), "{topics}");
        // What is no name of it asks nobody.
        let yes = answer(&house, agreed, "agreed").await;
        let said = house.desk.record_confirmation(&house.assistant, &yes).await;
        said.expect("the customer agrees again");
        let remark = renamed(2, "月结");
        let done = house.desk.save_customer(&house.assistant, &remark).await;
        done.expect("a remark");
        assert_eq!(
            facts(&house, agreed).await.state,
            OrderState::RequirementsConfirmed
        );
    });
}
