//! 库存生产申请 (F4-5): the house makes what sells, for nobody yet.

use docket_core::hand_overs::Occasion;
use docket_core::orders::wire::OrderForm;
use docket_core::orders::{DoubleKind, OrderState};

use super::{of_kind, put};
use crate::orders::{a_customer, facts, refused, registered};
use crate::support::on_both;
use crate::task_sheets::{
    a_file, agreed, an_issued_book, audited, checked, code, frozen_pdf, issue, page, propose, red,
    text_of, the_book,
};

const BOOK: &str = "《岭南草木》精装画册";

fn for_stock() -> OrderForm {
    let mut form = of_kind("of", the_book());
    put(&mut form, "order.estimator_id", "周敏");
    put(&mut form, "order.estimate_basis", "去年旺季每月 800 册");
    form
}

#[test]
fn clause_f4_5a_only_what_is_marked_is_made_for_stock() {
    on_both(async |house| {
        let answer = house
            .desk
            .register_order(&house.assistant, "new:1-1", &for_stock())
            .await;
        assert_eq!(
            refused(answer),
            ("product_not_regular", vec!["product.name".to_owned()])
        );
        let clerk = house.desk.mark_regular(&house.assistant, BOOK).await;
        assert_eq!(code(clerk), "needs_role");
        let director = house.actor("何静").await;
        house.desk.mark_regular(&director, BOOK).await.unwrap();
        let twice = house.desk.mark_regular(&director, BOOK).await;
        assert_eq!(code(twice), "product_is_regular");
        let marked = house
            .desk
            .settings_page(&house.assistant)
            .await
            .unwrap()
            .regular;
        assert_eq!(
            (marked[0].name.as_str(), marked[0].by.as_str()),
            (BOOK, "何静")
        );
        let id = registered(&house, &for_stock()).await;
        // The mark is taken back: the order waits until somebody decides.
        house
            .desk
            .unmark_regular(&director, marked[0].id)
            .await
            .unwrap();
        let lines = page(&house, id).await.checks;
        let line = lines.iter().find(|line| !line.ok).expect("a red line");
        assert_eq!(
            (line.code, line.clause, line.step, line.path.as_deref()),
            ("regular_product", "F4-5a", 1, Some("product.name"))
        );
    });
}

#[test]
fn clause_f4_5d_who_estimated_and_on_what_ground_is_said_at_once() {
    on_both(async |house| {
        house
            .desk
            .mark_regular(&house.actor("何静").await, BOOK)
            .await
            .unwrap();
        let mut form = for_stock();
        for key in ["estimator_id", "estimate_basis"] {
            form.order.remove(key);
        }
        form.product.remove("quantity");
        let answer = house
            .desk
            .register_order(&house.assistant, "new:1-1", &form)
            .await;
        assert_eq!(
            refused(answer),
            (
                "fields_needed",
                vec![
                    "product.quantity".to_owned(),
                    "order.estimator_id".to_owned(),
                    "order.estimate_basis".to_owned()
                ]
            )
        );
        put(&mut form, "product.quantity", "5000");
        put(&mut form, "order.estimate_basis", "去年同季");
        put(&mut form, "order.estimator_id", "没有此人");
        let answer = house
            .desk
            .register_order(&house.assistant, "new:1-1", &form)
            .await;
        assert_eq!(
            refused(answer),
            (
                "fields_not_understood",
                vec!["order.estimator_id".to_owned()]
            )
        );
    });
}

#[test]
fn clause_f4_5_stock_goes_to_the_plant_without_customer_price_and_read_back() {
    on_both(async |house| {
        house
            .desk
            .mark_regular(&house.actor("何静").await, BOOK)
            .await
            .unwrap();
        let id = registered(&house, &for_stock()).await;
        let stock = facts(&house, id).await;
        assert_eq!(stock.number, "OF-2026-A000001");
        let form = stock.specification.to_form();
        for key in ["customer_id", "unit_price", "contact", "tax_rate"] {
            assert!(!form.order.contains_key(key), "{key}");
        }
        assert!(form.instalments.is_empty() && form.drops.is_empty());
        assert_eq!(form.order["estimator_id"], "周敏");
        let paper = house.desk.record_sheet(&house.assistant, id).await;
        assert_eq!(code(paper), "order_not_read_back");
        let yes = crate::orders::answer(&house, id, "agreed").await;
        let answer = house.desk.record_confirmation(&house.assistant, &yes).await;
        assert_eq!(refused(answer).0, "order_not_read_back");
        assert_eq!(red(&house, id).await, ["files_missing", "check"]);
        a_file(&house, id).await;
        assert_eq!(red(&house, id).await, ["check"]);
        checked(&house, id).await;
        issue(&house, id).await.expect("it is issued");
        let page = page(&house, id).await;
        assert_eq!((page.state.as_str(), page.customer_id), ("released", None));
        let text = text_of(&house, &frozen_pdf(&house, id).await);
        assert!(text.contains("OF库存生产申请"), "{text}");
        assert!(!text.contains("彩源") && !text.contains("下单前"), "{text}");
    });
}

#[test]
fn clause_f4_5e_the_date_of_a_stock_order_moves_with_the_assistants_signature_alone() {
    on_both(async |house| {
        house
            .desk
            .mark_regular(&house.actor("何静").await, BOOK)
            .await
            .unwrap();
        let id = registered(&house, &for_stock()).await;
        a_file(&house, id).await;
        checked(&house, id).await;
        issue(&house, id).await.unwrap();
        propose(&house, id, false, |form| {
            put(form, "order.requested_date", "12-20");
        })
        .await
        .expect("nobody has to consent");
        let page = page(&house, id).await;
        let change = &page.sheet.as_ref().unwrap().amendments[0];
        assert_eq!(change.state, "in_force");
        assert_eq!(change.places.len(), 1, "it counts as a place (S-4.4.2)");
        // PMC is told, by itself.
        let told = &page.hand_overs[0];
        assert_eq!(
            (
                told.occasion,
                told.department.as_str(),
                told.content.as_str()
            ),
            (
                Occasion::DayMoved,
                "PMC",
                "RW-2026-A000001 · V1·改1：要求交期 2026-12-08 → 2026-12-20"
            )
        );
        assert_eq!(
            facts(&house, id).await.specification.to_form().order["requested_date"],
            "2026-12-20"
        );
        // The quantity costs the house: 财务 or 业务总监.
        propose(&house, id, false, |form| {
            put(form, "product.quantity", "2500");
        })
        .await
        .expect("asked for without a customer's consent");
        let sheet = crate::task_sheets::sheet(&house, id).await;
        let waiting = sheet
            .amendments
            .iter()
            .find(|change| change.state == "pending")
            .expect("it waits");
        assert_eq!(waiting.places[0].authority, "cost");
        assert_eq!(facts(&house, id).await.state, OrderState::Released);
    });
}

#[test]
fn the_same_made_for_stock_twice_is_warned_of() {
    on_both(async |house| {
        let director = house.actor("何静").await;
        house.desk.mark_regular(&director, BOOK).await.unwrap();
        a_customer(&house).await;
        // What a customer ordered is no double of what is made for stock.
        registered(&house, &the_book()).await;
        let warned = async |key: &str, form: &OrderForm| {
            let beside = house.desk.beside(key, form).await.unwrap();
            assert_eq!(beside.stock.is_some(), form.order["kind"] == "of");
            let doubles = beside.doubles.into_iter();
            doubles
                .map(|double| (double.kind, double.order.map(|order| order.number)))
                .collect::<Vec<_>>()
        };
        assert_eq!(warned("new:1-9", &for_stock()).await, []);
        let first = registered(&house, &for_stock()).await;
        let number = facts(&house, first).await.number;
        let same = [(DoubleKind::SameJob, Some(number))];
        assert_eq!(warned("new:1-9", &for_stock()).await, same);
        let own = format!("order:{first}");
        assert_eq!(warned(&own, &for_stock()).await, [], "not of itself");
        let mut customers = the_book();
        put(&mut customers, "order.kind", "od");
        let of_customer = warned("new:1-9", &customers).await;
        assert!(
            !of_customer.contains(&same[0]),
            "nor is one for stock a double of a customer's"
        );
        for (path, text) in [("product.quantity", "2001"), ("product.size", "200x285")] {
            let mut other = for_stock();
            put(&mut other, path, text);
            assert_eq!(warned("new:1-9", &other).await, [], "{path}");
        }
        house.it_is("2027-03-24T01:12:00Z");
        assert_eq!(warned("new:1-9", &for_stock()).await, [], "long ago");

        // Somebody else is typing it, over a form that still holds the customer it was begun with.
        let draft = house.desk.new_draft(&director).await.unwrap().value;
        let mut typed = for_stock();
        put(
            &mut typed,
            "order.customer_id",
            &the_book().order["customer_id"],
        );
        let saved = house
            .desk
            .save_draft(&director, &draft.key, &typed, None)
            .await;
        saved.unwrap();
        let open = (DoubleKind::OpenDraft, None);
        let other = warned("new:1-9", &for_stock()).await;
        assert_eq!(other, std::slice::from_ref(&open));
        assert!(!warned("new:1-9", &customers).await.contains(&open));

        // A file that came before is marked, whoever the order is for.
        a_file(&house, first).await;
        let second = registered(&house, &for_stock()).await;
        a_file(&house, second).await;
        let files = crate::files::files(&house, second).await;
        let before: Vec<i64> = files[0].before.iter().map(|each| each.order_id).collect();
        assert_eq!(before, [first]);
    });
}

#[test]
fn clause_f4_5b_what_was_sold_stands_beside_the_estimate() {
    on_both(async |house| {
        an_issued_book(&house).await;
        // Registered only, and a sample that went to the plant: neither was sold.
        registered(&house, &the_book()).await;
        let mut sample = of_kind("os", the_book());
        put(&mut sample, "product.binding", "无线胶装");
        let sample = registered(&house, &sample).await;
        agreed(&house, sample).await;
        audited(&house, sample).await;
        checked(&house, sample).await;
        issue(&house, sample).await.expect("the sample is issued");
        let beside = house.desk.beside("new:1-9", &for_stock()).await.unwrap();
        let stock = beside.stock.expect("beside an order for stock");
        assert!(!stock.regular);
        assert_eq!(
            [
                stock.sales.three_months.as_str(),
                &stock.sales.six_months,
                &stock.sales.twelve_months,
                &stock.sales.same_season
            ],
            ["2,000", "2,000", "2,000", "0"]
        );
        assert_eq!(stock.sales.season, "2025-10");
        let other = house.desk.beside("new:1-9", &the_book()).await.unwrap();
        assert_eq!(other.stock, None);
    });
}
