//! 预售 (F4-3): an intention becomes customer orders, whole or in parts, and nothing else.

use std::collections::BTreeMap;

use docket_core::files::{ChangeFileRequest, Counts};
use docket_core::orders::{ListFilter, OrderState, PageFrom};
use docket_core::positions::{MarkOnSample, PositionView};
use docket_core::samples::{
    Medium, RegisterSampleRequest, SampleFactsRequest, SampleType, Source, SourceSigner,
};

use super::{conversion, of_kind, put};
use crate::files::{a_pdf, arrived, files, receive, receive_as};
use crate::orders::{change, facts, refused, registered, row};
use crate::positions::{a_cover, a_foil, rectangle, save};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_review, a_stamped_sample, agreed, approved, audited, checked, code, issue, page, pin_of, red,
    text_of, the_book,
};

/// A presale of the book, 3,000 copies, price and date 待定, confirmed by the customer.
async fn a_presale(house: &TestDesk) -> i64 {
    crate::orders::a_customer(house).await;
    let mut form = of_kind("op", the_book());
    for key in ["unit_price", "requested_date", "confirmed_date"] {
        form.order.remove(key);
    }
    form.instalments.clear();
    form.drops.clear();
    put(&mut form, "product.quantity", "3000");
    put(&mut form, "order.customer_po", "PO-77");
    let id = registered(house, &form).await;
    agreed(house, id).await;
    id
}

/// Converts so many copies at 43.20 for 8 December.
async fn converted(
    house: &TestDesk,
    presale: i64,
    quantity: &str,
) -> Result<i64, docket_core::DeskError> {
    let draft = conversion(house, presale).await;
    let mut form = draft.form;
    put(&mut form, "product.quantity", quantity);
    put(&mut form, "order.unit_price", "43.2");
    put(&mut form, "order.requested_date", "12-8");
    put(&mut form, "order.confirmed_date", "12-8");
    let done = house
        .desk
        .register_order(&house.assistant, &draft.key, &form)
        .await?;
    house
        .desk
        .drop_draft(&house.assistant, &draft.key)
        .await
        .unwrap();
    Ok(done.value)
}

#[test]
fn clause_f4_3a_a_presale_is_taken_and_confirmed_while_price_and_quantity_are_open() {
    on_both(async |house| {
        crate::orders::a_customer(&house).await;
        let mut form = of_kind("op", the_book());
        for key in ["unit_price", "requested_date", "confirmed_date"] {
            form.order.remove(key);
        }
        form.product.remove("quantity");
        form.instalments.clear();
        let id = registered(&house, &form).await;
        assert_eq!(facts(&house, id).await.number, "OP-2026-A000001");
        let paper = house
            .desk
            .record_sheet(&house.assistant, id)
            .await
            .unwrap()
            .value;
        let text = text_of(&house, &paper.sha256);
        assert!(
            text.contains("OP预售") && text.matches("待定").count() >= 4,
            "price, quantity, date and payment print as 待定: {text}"
        );
        agreed(&house, id).await;
        assert_eq!(
            facts(&house, id).await.state,
            OrderState::RequirementsConfirmed
        );
    });
}

#[test]
fn clause_f4_3b_a_presale_is_neither_checked_nor_reviewed_nor_issued_nor_counted() {
    on_both(async |house| {
        let id = a_presale(&house).await;
        assert_eq!(red(&house, id).await, ["presale_not_issued"]);
        let page = page(&house, id).await;
        let line = page.checks.iter().find(|line| !line.ok).unwrap();
        assert_eq!((line.clause, line.step), ("F4-3b", 1));
        assert_eq!(code(issue(&house, id).await), "presale_not_issued");
        let check = docket_core::task_sheets::CheckOrderRequest {
            order_id: id,
            revision: house.revision(id).await,
            approval: pin_of(&house, "周敏").await,
        };
        assert_eq!(
            code(house.desk.check_order(&house.assistant, check).await),
            "presale_not_issued"
        );
        let answer = house.desk.save_route(&house.assistant, id, "印刷").await;
        assert_eq!(code(answer), "review_not_for_kind");
        let figures = house.desk.processing_figures().await.unwrap();
        assert!(figures.months.is_empty(), "{figures:?}");
    });
}

#[test]
fn clause_f4_3d_a_presale_becomes_orders_in_parts_and_the_first_goes_to_the_plant() {
    on_both(async |house| {
        let presale = a_presale(&house).await;
        let draft = conversion(&house, presale).await;
        assert_eq!(draft.form.product["quantity"], "3,000", "the whole rest");
        let tie = draft.converts.clone().unwrap();
        assert_eq!(
            (tie.order.number.as_str(), tie.rest.as_deref()),
            ("OP-2026-A000001", Some("3,000"))
        );
        // What was 待定 is so no longer.
        let answer = house
            .desk
            .register_order(&house.assistant, &draft.key, &draft.form)
            .await;
        assert_eq!(
            refused(answer),
            (
                "fields_needed",
                vec![
                    "order.unit_price".to_owned(),
                    "order.requested_date".to_owned()
                ]
            )
        );
        house
            .desk
            .drop_draft(&house.assistant, &draft.key)
            .await
            .unwrap();

        let order = converted(&house, presale, "2000").await.unwrap();
        let page_of_order = page(&house, order).await;
        assert_eq!(page_of_order.number, "OD-2026-A000001");
        assert_eq!(
            page_of_order.converted_from.unwrap().number,
            "OP-2026-A000001"
        );
        let page_of_presale = page(&house, presale).await;
        assert_eq!(page_of_presale.state, "requirements_confirmed");
        let so_far = page_of_presale.conversion.unwrap();
        assert_eq!(
            (so_far.converted.as_str(), so_far.rest.as_deref()),
            ("2,000", Some("1,000"))
        );
        assert_eq!(so_far.parts[0].order.number, "OD-2026-A000001");
        assert!(so_far.open);

        let form = facts(&house, order).await.specification.to_form();
        let beside = house.desk.beside(&format!("order:{order}"), &form).await;
        assert_eq!(
            beside.unwrap().doubles,
            [],
            "what it comes of is no double of it"
        );

        let more = converted(&house, presale, "1001").await;
        assert_eq!(
            refused(more),
            ("more_than_rest", vec!["product.quantity".to_owned()])
        );
        // A presale is not made smaller than what was converted, nor open again.
        for quantity in ["1999", ""] {
            let facts = facts(&house, presale).await;
            let mut form = facts.specification.to_form();
            put(&mut form, "product.quantity", quantity);
            let answer = house
                .desk
                .save_order(&house.assistant, presale, facts.revision, &form)
                .await;
            assert_eq!(refused(answer).0, "less_than_converted", "{quantity}");
        }

        // The order goes its own way, to the plant.
        change(&house, order, |form| {
            form.drops = the_book().drops;
            form.instalments = the_book().instalments;
        })
        .await;
        agreed(&house, order).await;
        a_stamped_sample(&house, order).await;
        a_review(&house, order).await;
        audited(&house, order).await;
        approved(&house, order).await;
        checked(&house, order).await;
        issue(&house, order).await.expect("the order is issued");
        assert_eq!(facts(&house, order).await.state, OrderState::Released);

        let rest = converted(&house, presale, "1000").await.unwrap();
        assert_eq!(facts(&house, rest).await.number, "OD-2026-A000002");
        let done = page(&house, presale).await;
        assert_eq!(done.state, "converted");
        assert!(done.checks.is_empty());
        assert_eq!(done.conversion.unwrap().rest.as_deref(), Some("0"));
    });
}

#[test]
fn clause_f4_3d_what_is_converted_whole_is_closed() {
    on_both(async |house| {
        let presale = a_presale(&house).await;
        // Two drafts begun on the whole: only one of them can become the order.
        let late = conversion(&house, presale).await;
        converted(&house, presale, "3000").await.unwrap();
        let mut form = late.form;
        put(&mut form, "product.quantity", "1");
        put(&mut form, "order.unit_price", "43.2");
        put(&mut form, "order.requested_date", "12-8");
        let answer = house
            .desk
            .register_order(&house.assistant, &late.key, &form)
            .await;
        assert_eq!(refused(answer).0, "presale_converted");
        let again = house.desk.convert_order(&house.assistant, presale).await;
        assert_eq!(code(again), "presale_converted");
        let facts = facts(&house, presale).await;
        let mut form = facts.specification.to_form();
        put(&mut form, "product.quantity", "9000");
        let answer = house
            .desk
            .save_order(&house.assistant, presale, facts.revision, &form)
            .await;
        assert_eq!(refused(answer).0, "presale_converted");
        let yes = crate::orders::answer(&house, presale, "agreed").await;
        let answer = house.desk.record_confirmation(&house.assistant, &yes).await;
        assert_eq!(refused(answer).0, "presale_converted");
        let open = house
            .desk
            .orders_page(ListFilter::Open, None, PageFrom::Newest, 9)
            .await
            .unwrap();
        assert!(
            open.iter().all(|row| row.number != "OP-2026-A000001"),
            "nothing is left to do"
        );
        let row = house
            .desk
            .orders_page(ListFilter::Converted, None, PageFrom::Newest, 9)
            .await
            .unwrap()
            .remove(0);
        assert_eq!((row.blockers, row.state.as_str()), (0, "converted"));
    });
}

#[test]
fn clause_f4_3d_only_a_confirmed_presale_is_converted_and_an_unknown_quantity_once() {
    on_both(async |house| {
        crate::orders::a_customer(&house).await;
        let mut form = of_kind("op", the_book());
        form.product.remove("quantity");
        let presale = registered(&house, &form).await;
        let early = house.desk.convert_order(&house.assistant, presale).await;
        assert_eq!(code(early), "presale_not_confirmed");
        let order = registered(&house, &the_book()).await;
        let wrong = house.desk.convert_order(&house.assistant, order).await;
        assert_eq!(code(wrong), "kind_not_converting");
        agreed(&house, presale).await;
        let draft = conversion(&house, presale).await;
        assert!(!draft.form.product.contains_key("quantity"));
        converted(&house, presale, "5000").await.unwrap();
        assert_eq!(facts(&house, presale).await.state, OrderState::Converted);
    });
}

#[test]
fn clause_f4_3d_the_files_of_a_presale_are_with_its_orders_without_being_received_again() {
    on_both(async |house| {
        let presale = a_presale(&house).await;
        let text = arrived(&house, "内文 1.pdf", &a_pdf(8));
        receive(&house, presale, "c4", &text).await.unwrap();
        let place = files(&house, presale).await[0].place;
        let newer = arrived(&house, "内文 2.pdf", &a_pdf(12));
        receive_as(&house, presale, "c4", &newer, Some(place), Counts::Spread)
            .await
            .unwrap();
        let wrong = arrived(&house, "错的.pdf", &a_pdf(2));
        receive(&house, presale, "c4", &wrong).await.unwrap();
        let out = files(&house, presale)
            .await
            .into_iter()
            .find(|file| file.name == "错的.pdf")
            .unwrap();
        house
            .desk
            .take_file_out(&house.assistant, out.place, "客户发错")
            .await
            .unwrap();
        let cover = arrived(&house, "封面.pdf", &a_pdf(1));
        receive(&house, presale, "c1", &cover).await.unwrap();
        let before = files(&house, presale).await;
        house.it_is("2026-11-25T02:00:00Z");

        let order = converted(&house, presale, "2000").await.unwrap();
        let after = files(&house, order).await;
        let told = |file: &docket_core::files::FileView| {
            (
                (
                    file.component.clone(),
                    file.name.clone(),
                    file.label.clone(),
                ),
                (file.version, file.newest, file.out_reason.clone()),
                (file.counts, file.made_by, file.sha256.clone(), file.pages),
                (
                    file.received_at.clone(),
                    file.from_whom.clone(),
                    file.how.clone(),
                ),
            )
        };
        assert_eq!(before.len(), 4);
        assert_eq!(
            after.iter().map(told).collect::<Vec<_>>(),
            before.iter().map(told).collect::<Vec<_>>(),
            "every version with its label, its marks and its receipt"
        );
        assert!(
            after
                .iter()
                .all(|file| before.iter().all(|old| old.place != file.place)),
            "they are the order's own rows: what is changed on one is not changed on the other"
        );
        // What is changed on the order stays with it.
        let moved = after.iter().find(|file| file.name == "封面.pdf").unwrap();
        let request = ChangeFileRequest {
            place_id: moved.place,
            component: String::new(),
            counts: Counts::Cover,
        };
        house
            .desk
            .change_file(&house.assistant, request)
            .await
            .unwrap();
        let kept = files(&house, presale).await;
        assert_eq!(
            kept.iter().map(told).collect::<Vec<_>>(),
            before.iter().map(told).collect::<Vec<_>>()
        );

        // The rest goes out without its cover: that file stands with the order as a whole.
        let draft = conversion(&house, presale).await;
        let mut form = draft.form;
        form.components.retain(|component| component.key != "c1");
        put(&mut form, "order.unit_price", "43.2");
        put(&mut form, "order.requested_date", "12-8");
        let rest = house
            .desk
            .register_order(&house.assistant, &draft.key, &form)
            .await
            .unwrap()
            .value;
        let homeless: Vec<_> = files(&house, rest)
            .await
            .into_iter()
            .filter(|file| file.component.is_empty())
            .map(|file| file.name)
            .collect();
        assert_eq!(homeless, ["封面.pdf"]);
    });
}

#[test]
fn clause_f4_3d_s_4_2_6_what_is_marked_on_a_presale_is_marked_on_its_orders() {
    on_both(async |house| {
        let presale = a_presale(&house).await;
        change(&house, presale, |form| {
            let foil = [("component", "封面"), ("process", "烫金")];
            form.finishing.push(row("f2", &foil));
        })
        .await;
        agreed(&house, presale).await;
        let cover = a_cover(&house, presale).await;
        let marks = vec![a_foil("p1", rectangle(625, 400, 850, 200))];
        save(&house, &cover, marks).await.expect("marked");
        a_stamped_sample(&house, presale).await;
        let said = MarkOnSample {
            order_id: presale,
            step: "f2".to_owned(),
            sample_id: page(&house, presale).await.samples[0].id,
            words: "书脊正中".to_owned(),
            tool: String::new(),
        };
        let done = house.desk.mark_on_sample(&house.assistant, said).await;
        done.expect("said of the sample");
        let before = page(&house, presale).await.positions.steps[1]
            .positions
            .clone();

        let order = converted(&house, presale, "2000").await.unwrap();
        let seen = page(&house, order).await;
        let after = &seen.positions.steps[1].positions;
        let told = |marks: &[PositionView]| -> Vec<_> {
            let one = |mark: &PositionView| (mark.key.clone(), mark.words.clone(), mark.stale);
            marks.iter().map(one).collect()
        };
        assert_eq!(after.len(), 2);
        assert_eq!(told(after), told(&before));
        assert_ne!(after[0].place, before[0].place, "rows of its own");
        let line = seen.checks.iter().find(|line| line.code == "positions");
        assert!(line.is_some_and(|line| line.ok), "{:?}", seen.checks);
    });
}

#[test]
fn clause_f4_3d_s_4_2_4_the_samples_of_a_presale_wait_for_their_stamp_on_its_order() {
    on_both(async |house| {
        let presale = a_presale(&house).await;
        let sample = |what, medium| RegisterSampleRequest {
            order_id: presale,
            facts: SampleFactsRequest {
                what,
                source: Source::Customer,
                medium,
                from_whom: "王琳".to_owned(),
                came_on: None,
                description: "客户原样书".to_owned(),
                quantity: 2,
                condition: String::new(),
                place: "样品柜 3-2".to_owned(),
                valid_until: None,
            },
            photos: vec![],
        };
        for (what, medium) in [
            (SampleType::Colour, Medium::Physical),
            (SampleType::Content, Medium::Blueline),
        ] {
            let request = sample(what, medium);
            house
                .desk
                .register_sample(&house.assistant, request)
                .await
                .unwrap();
        }
        let both = page(&house, presale).await.samples;
        // One of them holds until the end of November only.
        for (one, until) in [(&both[0], None), (&both[1], Some("2026-11-30"))] {
            let request = docket_core::samples::StampSampleRequest {
                sample_id: one.id,
                revision: house.revision(presale).await,
                capacity: SourceSigner::SalesRepresentative,
                valid_until: until.map(str::to_owned),
                approval: pin_of(&house, "周敏").await,
            };
            house
                .desk
                .stamp_sample(&house.assistant, request)
                .await
                .unwrap();
        }
        house.it_is("2026-12-01T02:00:00Z");
        let order = converted(&house, presale, "2000").await.unwrap();
        let taken = page(&house, order).await.samples;
        assert_eq!(taken.len(), 1, "what has expired shows nothing any more");
        assert_eq!(
            (taken[0].description.as_str(), taken[0].quantity),
            ("客户原样书（原 Y-2026-A0001）", 2)
        );
        assert_ne!(taken[0].number, both[0].number);
        assert!(taken[0].stamp.is_none());
        assert!(red(&house, order).await.contains(&"sample_unstamped"));
    });
}

#[test]
fn clause_f4_3d_the_trail_of_a_presale_says_which_orders_it_became() {
    on_both(async |house| {
        let presale = a_presale(&house).await;
        converted(&house, presale, "2000").await.unwrap();
        let order = converted(&house, presale, "1000").await.unwrap();
        let trail = page(&house, presale).await.trail;
        let lines: Vec<_> = trail
            .iter()
            .filter(|line| line.activity == "convert_order")
            .map(|line| (line.who.as_str(), &line.params))
            .collect();
        let said = |number: &str, quantity: &str| -> BTreeMap<String, String> {
            [("number", number), ("quantity", quantity)]
                .map(|(key, text)| (key.to_owned(), text.to_owned()))
                .into()
        };
        assert_eq!(
            lines,
            [
                ("林晓梅", &said("OD-2026-A000002", "1,000")),
                ("林晓梅", &said("OD-2026-A000001", "2,000")),
            ]
        );
        let of_the_order = page(&house, order).await.trail;
        assert_eq!(
            of_the_order
                .iter()
                .map(|line| line.activity.as_str())
                .collect::<Vec<_>>(),
            ["convert_order"]
        );
        assert_eq!(of_the_order[0].params["from"], "OP-2026-A000001");
    });
}
