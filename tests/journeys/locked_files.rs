//! The files of a direct-lane customer go into production byte for byte as they came (S-4.2.1b).

use std::fs;

use docket_core::Refuse as _;
use docket_core::files::{ContentStore, Counts, FileHash, FileView, MadeBy, ReceiveFileRequest};
use docket_core::review::WaiveReviewRequest;

use crate::customers;
use crate::files::{a_pdf, arrived, files, receive};
use crate::kinds::of_kind;
use crate::orders::{change, facts, in_time, registered, row};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_book, a_review, a_stamped_sample, agreed, approved, audited, checked, code, frozen_pdf,
    issue, page, pin_of, red, text_of, the_book,
};

/// Everything of the book but its files, ready to be issued; its customer is 直通.
async fn a_direct_book(house: &TestDesk) -> i64 {
    let order = a_book(house).await;
    mark(house, true).await;
    agreed(house, order).await;
    audited(house, order).await;
    a_review(house, order).await;
    approved(house, order).await;
    order
}

async fn the_text(house: &TestDesk, order: i64) -> FileView {
    let mut all = files(house, order).await.into_iter();
    all.find(|file| file.component == "c4").expect("the text")
}

/// Marks the customer 直通, or takes the mark back, on its page.
async fn mark(house: &TestDesk, direct: bool) {
    customers::change(house, 1, |form| form.direct_lane = direct).await;
}

async fn house_made(house: &TestDesk, order: i64, pages: usize) -> Result<(), &'static str> {
    let path = arrived(house, "内文 我方改.pdf", &a_pdf(pages));
    let request = ReceiveFileRequest {
        order_id: order,
        component: "c4".to_owned(),
        path: path.to_str().unwrap().to_owned(),
        label: String::new(),
        from_whom: "印前".to_owned(),
        how: "本厂".to_owned(),
        replaces: None,
        counts: Counts::Single,
        made_by: MadeBy::House,
    };
    let done = house.desk.receive_file(&house.assistant, request).await;
    done.map(|_| ()).map_err(|refusal| refusal.code())
}

#[test]
fn clause_s_4_2_1b_only_the_customer_replaces_a_locked_file() {
    on_both(async |house| {
        let order = a_direct_book(&house).await;
        let path = arrived(&house, "内文.pdf", &a_pdf(120));
        receive(&house, order, "c4", &path).await.expect("received");
        assert!(files(&house, order).await[0].locked);
        assert_eq!(house_made(&house, order, 2).await, Err("file_locked"));
        let line = |page: &docket_core::orders::OrderPage| {
            page.checks
                .iter()
                .find(|line| line.code == "locked_files")
                .map(|line| (line.clause, line.ok, line.step))
        };
        assert_eq!(
            line(&page(&house, order).await),
            Some(("S-4.2.1b", true, 2))
        );
        // For every other customer the house may make one; marked later, it keeps the sheet back.
        a_stamped_sample(&house, order).await;
        mark(&house, false).await;
        assert_eq!(line(&page(&house, order).await), None);
        assert_eq!(house_made(&house, order, 2).await, Ok(()));
        let blockers = async || customers::page(&house, 1).await.orders[0].blockers;
        let before = blockers().await;
        mark(&house, true).await;
        assert!(red(&house, order).await.contains(&"locked_files"));
        assert_eq!(blockers().await, before + 1, "the list of orders says so");
        mark(&house, false).await;
        assert_eq!(blockers().await, before);
    });
}

#[test]
fn clause_s_4_2_1b_the_hash_at_release_equals_the_hash_at_receipt() {
    on_both(async |house| {
        fs::create_dir(&house.config.prepress).unwrap();
        let order = a_direct_book(&house).await;
        let path = arrived(&house, "内文.pdf", &a_pdf(120));
        receive(&house, order, "c4", &path).await.expect("received");
        house
            .desk
            .file_into_prepress(&house.assistant, true)
            .await
            .expect("filed");
        checked(&house, order).await;
        assert!(red(&house, order).await.is_empty(), "all is green");

        let file = the_text(&house, order).await;
        let store = ContentStore::open(&house.config.attachments);
        let kept = store
            .path_of(&FileHash::read(&file.sha256).unwrap())
            .unwrap();
        let copy = house.config.prepress.join(file.prepress.unwrap().path);
        for place in [&kept, &copy] {
            let sound = fs::read(place).unwrap();
            // One byte of the same length, as somebody mends a colour.
            let mut touched = sound.clone();
            touched[100] ^= 1;
            fs::write(place, touched).unwrap();
            let refusal = issue(&house, order)
                .await
                .expect_err("not what was received");
            assert_eq!(refusal.code(), "file_locked_changed");
            assert!(refusal.params().contains(&("name", "内文.pdf".to_owned())));
            fs::write(place, sound).unwrap();
        }
        issue(&house, order).await.expect("as it was received");
    });
}

#[test]
fn clause_s_4_2_1b_an_original_in_the_prepress_folder_is_read_again_at_release() {
    on_both(async |house| {
        fs::create_dir(&house.config.prepress).unwrap();
        crate::originals::above(&house, "1").await;
        let order = a_direct_book(&house).await;
        let mut bytes = a_pdf(120);
        bytes.resize(1024 * 1024 + 1, b' ');
        bytes.extend(b"\n%%EOF\n");
        let path = arrived(&house, "内文.pdf", &bytes);
        receive(&house, order, "c4", &path).await.expect("received");
        crate::originals::pass(&house).await;
        checked(&house, order).await;
        let file = the_text(&house, order).await;
        let store = ContentStore::open(&house.config.attachments);
        let hash = FileHash::read(&file.sha256).unwrap();
        assert!(store.path_of(&hash).is_err(), "it left the store");

        let copy = house.config.prepress.join(file.prepress.unwrap().path);
        let mut touched = bytes.clone();
        touched[100] ^= 1;
        fs::write(&copy, touched).unwrap();
        let refusal = issue(&house, order).await.expect_err("changed");
        assert_eq!(refusal.code(), "file_locked_changed");
        fs::write(&copy, &bytes).unwrap();
        let away = house.config.prepress.with_extension("away");
        fs::rename(&house.config.prepress, &away).unwrap();
        let refusal = issue(&house, order).await.expect_err("away");
        assert_eq!(refusal.code(), "file_original_away");
        fs::rename(&away, &house.config.prepress).unwrap();
        issue(&house, order).await.expect("as it was received");
    });
}

#[test]
fn clause_s_4_2_1c_a_direct_lane_order_goes_without_sample_and_proof() {
    on_both(async |house| {
        let order = a_direct_book(&house).await;
        checked(&house, order).await;
        assert_eq!(red(&house, order).await, [""; 0]);
        // For every other customer S-4.2.2 asks for one; the list of orders says so, too.
        mark(&house, false).await;
        assert_eq!(red(&house, order).await, ["sample_missing"]);
        assert_eq!(customers::page(&house, 1).await.orders[0].blockers, 1);
        mark(&house, true).await;
        issue(&house, order).await.expect("issued");
    });
}

#[test]
fn clause_s_4_2_1c_every_open_order_stands_where_its_check_list_says_when_the_mark_turns() {
    on_both(async |house| {
        let fresh = a_book(&house).await;
        let mut orders = vec![fresh];
        for steps in 0..5 {
            let order = registered(&house, &the_book()).await;
            orders.push(order);
            // Each one further on its way: read back, audited, reviewed, approved, with a file of our own.
            if steps > 0 {
                agreed(&house, order).await;
            }
            if steps > 1 {
                audited(&house, order).await;
            }
            if steps > 2 {
                a_review(&house, order).await;
            }
            if steps > 3 {
                approved(&house, order).await;
                house_made(&house, order, 2).await.unwrap();
            }
        }
        let mut foiled = the_book();
        foiled
            .finishing
            .push(row("f9", &[("component", "封面"), ("process", "封面烫金")]));
        let foiled = registered(&house, &foiled).await;
        a_stamped_sample(&house, foiled).await;
        orders.push(foiled);
        let sampled = registered(&house, &the_book()).await;
        a_stamped_sample(&house, sampled).await;
        orders.push(sampled);
        let presale = registered(&house, &of_kind("op", the_book())).await;
        orders.push(presale);
        let stands = async || {
            let rows = customers::page(&house, 1).await.orders;
            for order in &orders {
                let page = page(&house, *order).await;
                let red: Vec<_> = page.checks.iter().filter(|line| !line.ok).collect();
                let wanted = (
                    red.len() as i64,
                    red.first().map_or(5, |line| i64::from(line.step)),
                );
                let row = rows.iter().find(|row| row.id == *order).unwrap();
                assert_eq!((row.blockers, row.next_step), wanted, "{}", row.number);
            }
        };
        stands().await;
        mark(&house, true).await;
        stands().await;
        mark(&house, false).await;
        stands().await;
    });
}

#[test]
fn clause_s_4_2_1a_any_customer_may_be_marked_direct_and_only_its_orders_go_that_way() {
    on_both(async |house| {
        let direct = a_direct_book(&house).await;
        let other = docket_core::customers::wire::SaveCustomer {
            name: "广州山河包装有限公司".to_owned(),
            ..Default::default()
        };
        let saved = house.desk.save_customer(&house.assistant, &other).await;
        saved.expect("another customer");
        let mut form = the_book();
        form.order.insert("customer_id".to_owned(), other.name);
        let plain = registered(&house, &form).await;
        for order in [direct, plain] {
            let path = arrived(&house, "内文.pdf", &a_pdf(120));
            receive(&house, order, "c4", &path).await.expect("received");
            let lines = red(&house, order).await;
            let asks = lines.contains(&"sample_missing");
            assert_eq!(asks, order == plain, "{lines:?}");
            assert_eq!(files(&house, order).await[0].locked, order == direct);
        }
    });
}

/// 业务总监 waives the review of an order.
async fn waive(
    house: &TestDesk,
    order: i64,
    reason: &str,
    name: &str,
) -> Result<i64, docket_core::DeskError> {
    let request = WaiveReviewRequest {
        order_id: order,
        revision: house.revision(order).await,
        reason: reason.to_owned(),
        approval: pin_of(house, name).await,
    };
    let done = house.desk.waive_review(&house.assistant, request).await;
    done.map(|done| done.value)
}

#[test]
fn clause_s_4_2_1c_a_direct_lane_order_goes_without_its_review_by_the_director_with_a_reason() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let waived = async |reason: &str, name: &str| waive(&house, order, reason, name).await;
        assert_eq!(
            code(waived("常做的书", "何静").await),
            "review_before_confirmation"
        );
        agreed(&house, order).await;
        audited(&house, order).await;
        assert_eq!(
            code(waived("常做的书", "何静").await),
            "review_waived_for_direct_only"
        );
        mark(&house, true).await;
        assert!(
            page(&house, order)
                .await
                .review
                .expect("C, D")
                .may_be_waived
        );
        assert_eq!(
            code(waived(" ", "何静").await),
            "review_waiver_needs_reason"
        );
        for name in ["林晓梅", "赵强", "郑总", "孙工"] {
            assert_eq!(code(waived("常做的书", name).await), "needs_role", "{name}");
        }
        assert!(red(&house, order).await.contains(&"review_required"));
        waived(" 常做的书 ", "何静").await.expect("waived");
        assert_eq!(
            code(waived("常做的书", "何静").await),
            "review_waived_already"
        );
        let page_now = page(&house, order).await;
        assert_eq!(
            page_now.state, "pending_effect",
            "生效审批 is asked all the same"
        );
        let line = page_now
            .checks
            .iter()
            .find(|line| line.code == "review_waived")
            .expect("the check list says so");
        assert_eq!((line.ok, line.clause, line.step), (true, "S-4.2.1c", 4));
        assert_eq!(
            (
                line.params["signer"].as_str(),
                line.params["reason"].as_str()
            ),
            ("何静", "常做的书")
        );
        let act = page_now
            .trail
            .iter()
            .find(|line| line.activity == "waive_review")
            .expect("and the trail");
        assert_eq!(
            (act.params["signer"].as_str(), act.params["reason"].as_str()),
            ("何静", "常做的书")
        );
        let seen = page_now.review.expect("the review");
        let waiver = seen.waiver.expect("its waiver");
        assert_eq!((waiver.signer.as_str(), waiver.stale), ("何静", false));
        approved(&house, order).await;
        checked(&house, order).await;
        issue(&house, order).await.expect("without a review");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(
            text.contains("直通免评审：常做的书（业务总监何静）"),
            "{text}"
        );
        assert_eq!(code(waived("再来", "何静").await), "review_after_release");
    });
}

#[test]
fn clause_s_4_2_1c_a_waiver_no_longer_counts_once_something_else_is_ordered_or_asked_for() {
    on_both(async |house| {
        let order = a_book(&house).await;
        mark(&house, true).await;
        agreed(&house, order).await;
        waive(&house, order, "常做的书", "何静")
            .await
            .expect("waived");
        // Who is no longer 直通 goes the way of everybody, and the list of orders says so at once.
        let before = customers::page(&house, 1).await.orders[0].blockers;
        mark(&house, false).await;
        assert!(red(&house, order).await.contains(&"review_required"));
        let lines = red(&house, order).await.len() as i64;
        assert_eq!(customers::page(&house, 1).await.orders[0].blockers, lines);
        mark(&house, true).await;
        assert_eq!(customers::page(&house, 1).await.orders[0].blockers, before);
        // What the plant makes is another thing.
        change(&house, order, |form| {
            form.components[3]
                .values
                .insert("grammage".to_owned(), "128".to_owned());
        })
        .await;
        let line = |page: docket_core::orders::OrderPage| {
            let stale =
                |line: &docket_core::task_sheets::CheckLine| line.code == "review_waiver_stale";
            page.checks
                .into_iter()
                .find(stale)
                .map(|line| (line.ok, line.clause))
        };
        assert_eq!(line(page(&house, order).await), Some((false, "S-4.2.1c")));
        agreed(&house, order).await;
        waive(&house, order, "仍是常做的书", "何静")
            .await
            .expect("waived anew");
        assert_eq!(line(page(&house, order).await), None);
        // Another amount is another reason to review, though the plant makes the same.
        change(&house, order, |form| {
            form.order.insert("unit_price".to_owned(), "50".to_owned());
        })
        .await;
        assert_eq!(line(page(&house, order).await), Some((false, "S-4.2.1c")));
        // Whoever reviews it after all brings that to its end.
        agreed(&house, order).await;
        a_review(&house, order).await;
        assert_eq!(line(page(&house, order).await), None);
        assert_eq!(
            code(waive(&house, order, "不评了", "何静").await),
            "review_begun"
        );
    });
}

#[test]
fn clause_s_4_2_1c_whoever_typed_the_order_does_not_waive_its_review() {
    on_both(async |house| {
        let order = a_book(&house).await;
        mark(&house, true).await;
        let director = house.actor("何静").await;
        let now = facts(&house, order).await;
        let mut form = now.specification.to_form();
        form.order.insert("unit_price".to_owned(), "44".to_owned());
        house
            .desk
            .save_order(&director, order, now.revision, &form)
            .await
            .expect("another price");
        agreed(&house, order).await;
        assert_eq!(
            code(waive(&house, order, "常做的书", "何静").await),
            "own_request"
        );
        let plain = registered(&house, &{
            let mut plain = the_book();
            plain
                .product
                .insert("binding".to_owned(), "无线胶装".to_owned());
            plain.order.insert("unit_price".to_owned(), "2".to_owned());
            in_time(&mut plain);
            plain
        })
        .await;
        agreed(&house, plain).await;
        assert_eq!(
            code(waive(&house, plain, "常做的书", "何静").await),
            "review_not_called_for"
        );
    });
}
