//! Drafts: kept at every pause, gone when they become an order.

use docket_core::accounts::Role;
use docket_core::orders::wire::{BegunOn, OrderForm};

use super::{a_customer, a_phone_order, change, facts, refused, registered};
use crate::support::on_both;

#[test]
fn a_new_draft_knows_what_is_nearly_always_so() {
    on_both(async |house| {
        let draft = house.desk.new_draft(&house.assistant).await.unwrap().value;
        let form = &draft.form;
        assert_eq!(
            (form.order["kind"].as_str(), form.order["channel"].as_str()),
            ("od", "phone")
        );
        assert_eq!(
            (
                form.order["order_date"].as_str(),
                form.order["tax_rate"].as_str()
            ),
            ("2026-11-24", "13%")
        );
        assert_eq!(form.order["assistant_id"], "林晓梅");
        assert_eq!(
            (
                form.components.len(),
                form.components[0].values["bleed"].as_str()
            ),
            (1, "3")
        );
        // 预付 50 %, 余款发货前.
        assert_eq!(form.instalments.len(), 2);
        let reckoning = house.desk.reckon(form).await.unwrap();
        assert!(
            reckoning
                .fields
                .values()
                .all(|reading| reading.problem.is_none()),
            "nothing the desk fills in is wrong"
        );
    });
}

#[test]
fn clause_f2_04_1_the_one_sales_representative_of_a_house_stands_in_a_new_draft() {
    on_both(async |house| {
        let fresh = async || house.desk.new_draft(&house.assistant).await.unwrap().value;
        let first = fresh().await;
        assert_eq!(first.form.order["sales_rep_id"], "周敏");
        assert_eq!(fresh().await.key, first.key, "nobody has typed into it yet");
        crate::people::enter(&house, "许文", Role::SalesRepresentative).await;
        assert_eq!(
            fresh().await.form.order.get("sales_rep_id"),
            None,
            "of two nobody is guessed"
        );
    });
}

#[test]
fn a_draft_keeps_any_text_and_survives_the_night() {
    on_both(async |house| {
        let key = house
            .desk
            .new_draft(&house.assistant)
            .await
            .unwrap()
            .value
            .key;
        let mut form = OrderForm::default();
        form.product.insert("name".into(), "长".repeat(5_000));
        form.product
            .insert("quantity".into(), "很多 \u{202e}本 🎁".into());
        house
            .desk
            .save_draft(&house.assistant, &key, &form, None)
            .await
            .unwrap();
        let house = house.reopened().await;
        let opened = house.desk.open_draft(&house.assistant, &key).await.unwrap();
        assert_eq!((opened.form, opened.order_id), (form, None));
        let strip = house.desk.drafts(&house.assistant).await.unwrap();
        assert_eq!((strip.len(), strip[0].title.chars().count()), (1, 40));
    });
}

#[test]
fn registering_takes_the_draft_away_in_the_same_commit() {
    on_both(async |house| {
        a_customer(&house).await;
        let first = house
            .desk
            .new_draft(&house.assistant)
            .await
            .unwrap()
            .value
            .key;
        let again = house.desk.new_draft(&house.assistant).await.unwrap();
        assert_eq!(
            again.value.key, first,
            "nobody has typed into it yet: it is opened again"
        );
        house
            .desk
            .save_draft(&house.assistant, &first, &a_phone_order(), None)
            .await
            .unwrap();
        let second = house
            .desk
            .new_draft(&house.assistant)
            .await
            .unwrap()
            .value
            .key;
        assert_ne!(first, second);
        let refused_form = OrderForm::default();
        let answer = house
            .desk
            .register_order(&house.assistant, &first, &refused_form)
            .await;
        assert_eq!(refused(answer).0, "fields_needed");
        assert_eq!(
            house.desk.drafts(&house.assistant).await.unwrap().len(),
            2,
            "a refusal leaves the draft where it is"
        );
        house
            .desk
            .register_order(&house.assistant, &first, &a_phone_order())
            .await
            .unwrap();
        let left = house.desk.drafts(&house.assistant).await.unwrap();
        assert_eq!(
            left.iter()
                .map(|draft| draft.key.as_str())
                .collect::<Vec<_>>(),
            [second.as_str()]
        );
        assert_eq!(
            refused(house.desk.open_draft(&house.assistant, &first).await).0,
            "draft_gone"
        );
        house
            .desk
            .drop_draft(&house.assistant, &second)
            .await
            .unwrap();
        assert_eq!(house.desk.drafts(&house.assistant).await.unwrap(), []);
    });
}

#[test]
fn a_draft_of_an_order_remembers_the_revision_it_was_begun_on() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let key = format!("order:{id}");
        let mut form = facts(&house, id).await.specification.to_form();
        form.product.insert("quantity".into(), "3000".into());
        house
            .desk
            .save_draft(&house.assistant, &key, &form, None)
            .await
            .unwrap();
        // Meanwhile somebody else changes the order; that save takes no draft of ours for its own.
        let seen = facts(&house, id).await;
        let mut other = seen.specification.to_form();
        other.order.insert("customer_po".into(), "PO-7".into());
        house
            .desk
            .save_order(&house.actor("周敏").await, id, seen.revision, &other)
            .await
            .unwrap();
        house
            .desk
            .save_draft(&house.assistant, &key, &form, None)
            .await
            .unwrap();
        let opened = house.desk.open_draft(&house.assistant, &key).await.unwrap();
        assert_eq!((opened.order_id, opened.revision), (Some(id), Some(1)));
        let answer = house
            .desk
            .save_order(&house.assistant, id, 1, &opened.form)
            .await;
        assert_eq!(
            refused(answer).0,
            "changed_meanwhile",
            "and nothing typed is lost"
        );
        assert_eq!(
            house
                .desk
                .open_draft(&house.assistant, &key)
                .await
                .unwrap()
                .form,
            form
        );
        change(&house, id, |order| {
            drop(order.product.insert("quantity".into(), "3000".into()))
        })
        .await;
        assert_eq!(
            refused(house.desk.open_draft(&house.assistant, &key).await).0,
            "draft_gone"
        );
    });
}

/// Two desks: what one typed stands beside what the other saved meanwhile, and nobody's work is gone over unseen.
#[test]
fn clause_f7_03_what_was_typed_is_put_over_what_another_desk_saved_meanwhile() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let key = format!("order:{id}");
        let seen = facts(&house, id).await;
        let begun = BegunOn {
            revision: seen.revision,
            form: seen.specification.to_form(),
        };
        let other = house.actor("周敏").await;
        let mut theirs = begun.form.clone();
        theirs.order.insert("customer_po".into(), "PO-7".into());
        house
            .desk
            .save_order(&other, id, begun.revision, &theirs)
            .await
            .unwrap();

        // The first key is typed after that, on a page that was opened before it.
        let mut mine = begun.form.clone();
        mine.product.insert("quantity".into(), "3000".into());
        house
            .desk
            .save_draft(&house.assistant, &key, &mine, Some(&begun))
            .await
            .unwrap();
        let page = house.desk.order_page(&house.assistant, id).await.unwrap();
        assert_eq!(
            page.draft_on.as_ref(),
            Some(&begun),
            "it stands on what was seen, not on what is stored by now"
        );
        let answer = house
            .desk
            .save_order(&house.assistant, id, begun.revision, &mine)
            .await;
        assert_eq!(refused(answer).0, "changed_meanwhile");

        // Put over the newer state the draft stands on that one, also the next morning.
        let mut over = page.form.clone();
        over.product.insert("quantity".into(), "3000".into());
        let newer = BegunOn {
            revision: page.revision,
            form: page.form,
        };
        house
            .desk
            .save_draft(&house.assistant, &key, &over, Some(&newer))
            .await
            .unwrap();
        let house = house.reopened().await;
        house
            .desk
            .save_draft(&house.assistant, &key, &over, None)
            .await
            .unwrap();
        let page = house.desk.order_page(&house.assistant, id).await.unwrap();
        assert_eq!(page.draft_on, Some(newer.clone()));
        house
            .desk
            .save_order(&house.assistant, id, newer.revision, &over)
            .await
            .unwrap();
        let stands = facts(&house, id).await.specification.to_form();
        assert_eq!(
            (
                stands.order["customer_po"].as_str(),
                stands.product["quantity"].as_str()
            ),
            ("PO-7", "3,000"),
            "what either of them changed"
        );
    });
}
