//! A double is merged into the customer it is.

use docket_core::customers::wire::{ChangeCustomer, MergeCustomers, SaveCustomer, TermForm};
use docket_core::orders::OrderState;

use super::{address, change, contact, page};
use crate::orders::searching::forget_the_index;
use crate::orders::{CUSTOMER, a_new_customer, a_phone_order, answer, facts, refused, registered};
use crate::support::{TestDesk, on_both};

const DOUBLE: &str = "彩源文化(深圳)";

/// A double with an order the customer agreed to, a draft, a contact of its own and one that is known.
async fn a_double(house: &TestDesk) -> (i64, i64) {
    let request = SaveCustomer {
        name: DOUBLE.to_owned(),
        contact: "王琳".to_owned(),
        ..SaveCustomer::default()
    };
    let double = house
        .desk
        .save_customer(&house.assistant, &request)
        .await
        .unwrap()
        .value;
    change(house, double, |form| {
        form.contacts.push(contact("陈工", "136", false));
        form.addresses = vec![address("龙华 5 号", "陈工", true)];
    })
    .await;
    let mut form = a_phone_order();
    form.order
        .insert("customer_id".to_owned(), DOUBLE.to_owned());
    let order = registered(house, &form).await;
    let yes = answer(house, order, "agreed").await;
    house
        .desk
        .record_confirmation(&house.assistant, &yes)
        .await
        .unwrap();
    house
        .desk
        .save_draft(&house.assistant, &a_draft(house), &form, None)
        .await
        .unwrap();
    (double, order)
}

/// The key of a new draft of the assistant.
fn a_draft(house: &TestDesk) -> String {
    format!("new:{}-7", house.assistant.id().unwrap())
}

async fn merge(house: &TestDesk, from: i64, into: i64) -> Result<i64, docket_core::DeskError> {
    let preview = house.desk.merge_preview(from, into).await?;
    let request = MergeCustomers {
        from,
        from_revision: preview.from_revision,
        into,
        into_revision: preview.into_revision,
    };
    Ok(house
        .desk
        .merge_customers(&house.assistant, &request)
        .await?
        .value)
}

#[test]
fn f_customers_a_double_is_merged_with_all_that_hangs_on_it() {
    on_both(async |house| {
        let into = a_new_customer(&house).await;
        let (double, order) = a_double(&house).await;
        assert_eq!(
            facts(&house, order).await.state,
            OrderState::RequirementsConfirmed
        );
        let preview = house.desk.merge_preview(double, into).await.unwrap();
        assert_eq!(
            (preview.orders, preview.unissued, preview.drafts),
            (1, 1, 1)
        );
        assert_eq!(
            preview.contacts,
            ["陈工 136"],
            "王琳 is known there already"
        );
        assert_eq!(preview.addresses, ["龙华 5 号"]);
        merge(&house, double, into).await.expect("a merge");

        let moved = facts(&house, order).await;
        assert_eq!(
            (moved.customer.id, moved.customer.name.as_str()),
            (into, CUSTOMER)
        );
        assert_eq!(
            moved.state,
            OrderState::Registered,
            "the name is read back: the customer is asked again (S-4.1.2b)"
        );
        let draft = house
            .desk
            .open_draft(&house.assistant, &a_draft(&house))
            .await
            .unwrap();
        assert_eq!(draft.form.order["customer_id"], CUSTOMER);
        let page_of = page(&house, into).await;
        assert_eq!(
            page_of
                .form
                .contacts
                .iter()
                .map(|row| (row.name.as_str(), row.is_default))
                .collect::<Vec<_>>(),
            [("王琳", true), ("陈工", false)]
        );
        assert_eq!(page_of.form.addresses[0].address, "龙华 5 号");
        assert_eq!(
            page_of
                .merged
                .iter()
                .map(|row| row.name.as_str())
                .collect::<Vec<_>>(),
            [DOUBLE]
        );
        assert_eq!(page_of.trail[0].activity, "merge_customers");
        assert_eq!(page_of.trail[0].params["merged"], DOUBLE);
        assert!(
            page_of.trail.len() >= 4,
            "what happened to the double is told, too: {:?}",
            page_of.trail
        );

        // The old name is found, leads to the one that stays, and is not free.
        let found = house.desk.customers("彩源文化(深").await.unwrap();
        assert_eq!(
            (
                found.len(),
                found[0].name.as_str(),
                found[0].former.as_deref()
            ),
            (1, CUSTOMER, Some(DOUBLE))
        );
        let orders = house.desk.find_orders("彩源文化(深").await.unwrap().orders;
        assert_eq!(
            orders
                .iter()
                .flat_map(|order| &order.matches)
                .map(|found| found.field.as_str())
                .collect::<Vec<_>>(),
            ["former"],
            "an order of the double is found by the double's name"
        );
        let mut form = a_phone_order();
        form.order
            .insert("customer_id".to_owned(), DOUBLE.to_owned());
        assert_eq!(
            facts(&house, registered(&house, &form).await)
                .await
                .customer
                .id,
            into
        );
        let again = SaveCustomer {
            name: DOUBLE.to_owned(),
            ..SaveCustomer::default()
        };
        assert_eq!(
            refused(house.desk.save_customer(&house.assistant, &again).await).0,
            "customer_name_taken"
        );
        let away = page(&house, double).await;
        assert_eq!(away.merged_into.map(|other| other.id), Some(into));
        assert_eq!(house.desk.check_trail().await.unwrap(), None);
        // The index of orders knows the former name also when all of it is made anew.
        forget_the_index(&house).await;
        let house = house.reopened().await;
        let orders = house.desk.find_orders("彩源文化(深").await.unwrap().orders;
        assert_eq!(orders.len(), 2, "the one that went over, and the new one");
    });
}

#[test]
fn f_customers_a_merge_is_refused_where_it_makes_no_sense() {
    on_both(async |house| {
        let into = a_new_customer(&house).await;
        let (double, _) = a_double(&house).await;
        assert_eq!(
            refused(house.desk.merge_preview(into, into).await).0,
            "customer_merged_into_itself"
        );
        let now = house.desk.merge_preview(double, into).await.unwrap();
        for (from, to) in [(1, 0), (0, 1)] {
            let stale = MergeCustomers {
                from: double,
                from_revision: now.from_revision - from,
                into,
                into_revision: now.into_revision - to,
            };
            assert_eq!(
                refused(house.desk.merge_customers(&house.assistant, &stale).await).0,
                "changed_meanwhile"
            );
        }
        merge(&house, double, into).await.unwrap();
        assert_eq!(
            refused(merge(&house, double, into).await).0,
            "customer_merged_away"
        );
        assert_eq!(
            refused(house.desk.merge_preview(into, double).await).0,
            "customer_merged_away",
            "nor is anything merged into it"
        );
        // Nothing is written on what was merged away: its name is the other's former name now.
        let gone = house.desk.customer(double).await.unwrap();
        let renamed = SaveCustomer {
            id: Some(double),
            revision: gone.revision,
            name: "又改一名".to_owned(),
            ..SaveCustomer::default()
        };
        assert_eq!(
            refused(house.desk.save_customer(&house.assistant, &renamed).await).0,
            "customer_merged_away"
        );
        let edited = ChangeCustomer {
            id: Some(double),
            revision: gone.revision,
            form: page(&house, double).await.form,
        };
        assert_eq!(
            refused(house.desk.change_customer(&house.assistant, &edited).await).0,
            "customer_merged_away"
        );
        let marked = house
            .desk
            .mark_established(&house.assistant, double, gone.revision, true)
            .await;
        assert_eq!(refused(marked).0, "customer_merged_away");
        let third = SaveCustomer {
            name: "第三家".to_owned(),
            ..SaveCustomer::default()
        };
        let third = house
            .desk
            .save_customer(&house.assistant, &third)
            .await
            .unwrap()
            .value;
        merge(&house, into, third).await.unwrap();
        let found = house.desk.customers(DOUBLE).await.unwrap();
        assert_eq!(found[0].name, "第三家", "a name never leads over two steps");
    });
}

#[test]
fn clause_s_4_3_1a_an_old_customer_stays_one_under_the_name_it_is_merged_into() {
    on_both(async |house| {
        let into = a_new_customer(&house).await;
        let (double, order) = a_double(&house).await;
        let standing = async |id: i64| page(&house, id).await.standing;
        assert_eq!(standing(into).await.code, "potential");
        assert_eq!(standing(double).await.code, "new");
        let revision = page(&house, double).await.revision;
        house
            .desk
            .mark_established(&house.assistant, double, revision, true)
            .await
            .expect("a mark");
        house.it_is("2026-11-25T01:00:00Z");
        merge(&house, double, into).await.expect("a merge");
        let now = standing(into).await;
        let mark = now.marked.as_ref().expect("the mark went over");
        assert_eq!(
            (now.code, now.orders, mark.by.as_str(), mark.at.as_str()),
            ("established", 1, "林晓梅", "2026-11-24T01:12:00Z"),
            "with who and when"
        );
        // What the customer ordered goes over with it, and nothing of it is lost.
        let orders = page(&house, into).await.orders;
        assert_eq!(orders.len(), 1);
        assert_eq!(orders[0].id, order);
        assert_eq!(house.desk.check_trail().await.unwrap(), None);
    });
}

#[test]
fn f_customers_the_default_of_the_one_that_stays_goes_before_that_of_the_double() {
    on_both(async |house| {
        let into = a_new_customer(&house).await;
        change(&house, into, |form| {
            form.addresses = vec![address("南山 1 号", "王琳", true)];
        })
        .await;
        let (double, _) = a_double(&house).await;
        change(&house, double, |form| {
            form.contacts[0].is_default = false;
            form.contacts[1].is_default = true;
        })
        .await;
        merge(&house, double, into).await.expect("a merge");
        let form = page(&house, into).await.form;
        let contacts: Vec<_> = form
            .contacts
            .iter()
            .map(|row| (row.name.as_str(), row.is_default))
            .collect();
        assert_eq!(contacts, [("王琳", true), ("陈工", false)]);
        let addresses: Vec<_> = form
            .addresses
            .iter()
            .map(|row| (row.address.as_str(), row.is_default))
            .collect();
        assert_eq!(addresses, [("南山 1 号", true), ("龙华 5 号", false)]);
    });
}

#[test]
fn f_customers_the_one_that_stays_takes_over_what_it_lacks_and_keeps_what_it_has() {
    on_both(async |house| {
        let into = a_new_customer(&house).await;
        change(&house, into, |form| {
            form.remark = "只收现金".to_owned();
            form.terms.clear();
        })
        .await;
        let (double, _) = a_double(&house).await;
        change(&house, double, |form| {
            form.short_name = "彩源".to_owned();
            form.remark = "月底对账".to_owned();
            form.direct_lane = true;
            form.long_term = true;
            form.tolerance = "3".to_owned();
            form.invoice_title = "彩源文化有限公司".to_owned();
            form.invoice_tax_no = "91440300MA5F".to_owned();
            form.terms = vec![TermForm {
                percent: "100".to_owned(),
                due: "monthly".to_owned(),
                days: "30".to_owned(),
            }];
        })
        .await;
        let preview = house.desk.merge_preview(double, into).await.unwrap();
        assert_eq!(
            preview.gaps,
            [
                "short_name",
                "long_term",
                "tolerance",
                "invoice_title",
                "invoice_tax_no",
                "terms"
            ],
            "the remark is there already"
        );
        assert!(preview.direct_lane_stays_off);
        merge(&house, double, into).await.expect("a merge");
        let now = page(&house, into).await;
        assert_eq!(now.form.remark, "只收现金", "what it has stays");
        assert!(!now.form.direct_lane, "nobody becomes 直通 by a merge");
        assert!(now.form.long_term);
        assert_eq!(
            (
                now.form.tolerance.as_str(),
                now.form.invoice_title.as_str(),
                now.form.invoice_tax_no.as_str()
            ),
            ("3%", "彩源文化有限公司", "91440300MA5F")
        );
        assert_eq!(
            (now.form.terms.len(), now.form.terms[0].days.as_str()),
            (1, "30")
        );
        assert_eq!(now.trail[0].params["invoice_title"], "— → 彩源文化有限公司");
        assert_eq!(house.desk.check_trail().await.unwrap(), None);
    });
}
