//! Why an order is reviewed, who has to speak, and what comes of conditions (S-4.3.1 A to E, S-4.4.1B, F5-1, F5-d1, F5-d2).

use docket_core::Refuse as _;
use docket_core::accounts::Role;
use docket_core::orders::OrderState;
use docket_core::review::{
    AnswerPointRequest, ConcludeReviewRequest, Conclusion, DecideNatureRequest, Department, Nature,
    RecordOpinionRequest, UnusualReason, Verdict,
};

use crate::effect::{a_plain_book, set};
use crate::kinds::put;
use crate::orders::{a_customer, a_new_customer, change, facts, in_time, registered};
use crate::people::enter;
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_review, a_stamped_sample, agreed, an_issued_book, audited, checked, frozen_pdf, issue, page,
    pin_of, red, text_of, the_book,
};

/// The letters by which an order is reviewed.
async fn letters(house: &TestDesk, order: i64) -> Vec<String> {
    let review = page(house, order).await.review;
    let triggers = review.map(|review| review.triggers).unwrap_or_default();
    triggers.into_iter().map(|trigger| trigger.code).collect()
}

async fn says(house: &TestDesk, order: i64, said: (Department, Verdict, &str), who: &str) {
    let (department, verdict, new_date) = said;
    let request = RecordOpinionRequest {
        order_id: order,
        revision: house.revision(order).await,
        route: house.route(order).await,
        department,
        verdict,
        opinion: "看过".to_owned(),
        conditions: String::new(),
        new_date: new_date.to_owned(),
        approval: pin_of(house, who).await,
    };
    let done = house.desk.record_opinion(&house.assistant, request).await;
    done.expect("an opinion");
}

async fn conclude(house: &TestDesk, order: i64, conclusion: Conclusion, new_date: &str) {
    let request = ConcludeReviewRequest {
        order_id: order,
        revision: house.revision(order).await,
        conclusion,
        note: String::new(),
        new_date: new_date.to_owned(),
        technique: String::new(),
        approval: None,
    };
    let done = house.desk.conclude_review(&house.assistant, request).await;
    done.expect("a conclusion");
}

async fn answers(house: &TestDesk, point: i64, agreed: Option<bool>) -> Result<(), &'static str> {
    let request = AnswerPointRequest {
        point_id: point,
        answer: "知道了".to_owned(),
        who: "王琳".to_owned(),
        at: "2026-11-24T01:10:00Z".to_owned(),
        agreed,
    };
    let done = house.desk.answer_point(&house.assistant, request).await;
    done.map(|_| ()).map_err(|refused| refused.code())
}

/// What nobody has to review, of a customer who is new.
async fn a_first_book(house: &TestDesk) -> i64 {
    let mut form = the_book();
    put(&mut form, "product.binding", "无线胶装");
    put(&mut form, "order.unit_price", "2");
    in_time(&mut form);
    registered(house, &form).await
}

#[test]
fn clause_s_4_3_1a_the_orders_of_a_new_customer_are_reviewed_until_one_is_issued() {
    on_both(async |house| {
        a_new_customer(&house).await;
        let (first, second) = (a_first_book(&house).await, a_first_book(&house).await);
        assert_eq!(letters(&house, first).await, ["A"]);
        agreed(&house, first).await;
        audited(&house, first).await;
        a_stamped_sample(&house, first).await;
        a_review(&house, first).await;
        checked(&house, first).await;
        issue(&house, first).await.expect("issued");
        assert_eq!(
            letters(&house, second).await,
            [""; 0],
            "新 ends with the first"
        );
        // A list says the same without opening the order.
        let listed = house.desk.customers("").await.unwrap();
        assert_eq!(listed[0].standing, "established");
    });
}

#[test]
fn clause_s_4_3_1b_a_process_nobody_masters_is_reviewed_until_it_is_marked() {
    on_both(async |house| {
        let order = a_plain_book(&house, "2").await;
        assert_eq!(letters(&house, order).await, [""; 0]);
        change(&house, order, |form| {
            let step = &mut form.finishing[0].values;
            step.insert("process".to_owned(), "植绒".to_owned());
        })
        .await;
        let review = page(&house, order).await.review.expect("reviewed");
        assert_eq!(review.triggers[0].params["unproven"], "植绒");
        assert!(red(&house, order).await.contains(&"review_required"));
        let director = house.actor("何静").await;
        house.desk.mark_mature(&director, "植绒").await.unwrap();
        assert!(!red(&house, order).await.contains(&"review_required"));
        set(&house, "complex_processes", "植绒").await;
        assert_eq!(letters(&house, order).await, ["B"], "成熟, and 复杂");
        set(&house, "review_process", "off").await;
        assert_eq!(letters(&house, order).await, [""; 0]);
    });
}

#[test]
fn clause_s_4_3_1e_a_delivery_becomes_tight_by_itself() {
    on_both(async |house| {
        // 无线胶装 and 覆膜: 9 working days; from 2026-11-25 to 12-08 there are 9, from the 26th 8.
        let order = a_plain_book(&house, "2").await;
        let recheck = async || {
            let done = house.desk.recheck_orders(&house.assistant).await;
            done.expect("stood anew");
        };
        for (moment, codes) in [
            ("2026-11-25T01:12:00Z", vec![]),
            ("2026-11-26T01:12:00Z", vec!["E"]),
        ] {
            house.it_is(moment);
            recheck().await;
            assert_eq!(letters(&house, order).await, codes, "{moment}");
            let page = page(&house, order).await;
            let blockers = page.checks.iter().filter(|line| !line.ok).count();
            let listed: i64 = sqlx::query_scalar("SELECT blockers FROM orders WHERE id = $1")
                .bind(order)
                .fetch_one(&mut *house.desk.read().await.unwrap())
                .await
                .unwrap();
            assert_eq!(
                listed, blockers as i64,
                "the list says what the check list says"
            );
        }
    });
}

#[test]
fn clause_s_4_4_1b_a_special_demand_on_quality_is_spoken_of_by_quality_and_quoted_on_the_sheet() {
    on_both(async |house| {
        set(&house, "review_management", "off").await;
        enter(&house, "吴工", Role::Prepress).await;
        a_customer(&house).await;
        let mut form = the_book();
        put(&mut form, "product.binding", "无线胶装");
        put(&mut form, "order.unit_price", "2");
        put(&mut form, "order.quality_standard", "客户特殊要求");
        put(&mut form, "order.quality_special", "色差 ΔE 不超过 2");
        in_time(&mut form);
        let order = registered(&house, &form).await;
        agreed(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        assert_eq!(letters(&house, order).await, ["quality"]);
        assert!(red(&house, order).await.contains(&"quality_reviewed"));
        let paper = house.desk.review_form(&house.assistant, order).await;
        let text = text_of(&house, &paper.unwrap().value.sha256);
        assert!(text.contains("特殊要求：色差ΔE不超过2"), "{text}");
        says(
            &house,
            order,
            (Department::Prepress, Verdict::Feasible, ""),
            "吴工",
        )
        .await;
        a_review(&house, order).await;
        checked(&house, order).await;
        assert_eq!(red(&house, order).await, [""; 0]);
        issue(&house, order).await.expect("issued");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        for part in ["PS-2026-A0001接单", "工艺路线：印刷", "色差ΔE不超过2"] {
            assert!(text.contains(part), "{part} is missing: {text}");
        }
    });
}

#[test]
fn clause_f5_d1_a_reprint_is_routine_and_a_reason_of_f5_d2_calls_for_its_review() {
    on_both(async |house| {
        set(&house, "review_case_bound", "off").await;
        set(&house, "review_amount_above", "").await;
        set(&house, "review_date", "off").await;
        let first = an_issued_book(&house).await;
        let mut form = the_book();
        put(&mut form, "product.quantity", "3000");
        form.drops.truncate(1);
        form.drops[0]
            .values
            .insert("quantity".to_owned(), "3000".to_owned());
        let again = registered(&house, &form).await;
        let nature = page(&house, again).await.nature.expect("an order has one");
        assert_eq!((nature.nature, nature.reasons), (Nature::Routine, vec![]));
        assert_eq!(nature.last.map(|last| last.id), Some(first));
        let decide = async |nature, reasons: &[UnusualReason], why: &str| {
            let request = DecideNatureRequest {
                order_id: again,
                revision: house.revision(again).await,
                nature,
                reasons: reasons.to_vec(),
                why: why.to_owned(),
            };
            let done = house.desk.decide_nature(&house.assistant, request).await;
            done.map(|_| ()).map_err(|refused| refused.code())
        };
        let unusual = Nature::Unusual;
        assert_eq!(decide(unusual, &[], "").await, Err("nature_needs_reason"));
        assert_eq!(
            decide(unusual, &[UnusualReason::Penalty], "").await,
            Err("nature_needs_why")
        );
        assert_eq!(
            decide(unusual, &[UnusualReason::Penalty], "迟一天罚一成").await,
            Ok(())
        );
        let review = page(&house, again).await.review.expect("reviewed");
        assert_eq!(review.triggers[0].code, "penalty");
        assert_eq!(
            review.asked,
            [
                Department::Prepress,
                Department::Production,
                Department::Quality,
                Department::Management
            ]
        );
        // A changed specification is proposed as 非常规, and holds nothing back by that.
        assert_eq!(decide(Nature::Routine, &[], "").await, Ok(()));
        change(&house, again, |form| {
            let paper = &mut form.components[0].values;
            paper.insert("grammage".to_owned(), "200".to_owned());
        })
        .await;
        let nature = page(&house, again).await.nature.expect("an order has one");
        assert_eq!((nature.proposed, nature.nature), (unusual, Nature::Routine));
        assert_eq!(letters(&house, again).await, [""; 0]);
    });
}

#[test]
fn clause_f5_1_2a_a_routine_order_that_cannot_be_kept_asks_the_customer_and_gets_the_day() {
    on_both(async |house| {
        set(&house, "review_feasibility", "on").await;
        enter(&house, "冯涛", Role::Pmc).await;
        let order = a_plain_book(&house, "2").await;
        agreed(&house, order).await;
        assert!(red(&house, order).await.contains(&"review_opinion_missing"));
        let no = (Department::Production, Verdict::Infeasible, "2026-12-15");
        says(&house, order, no, "冯涛").await;
        let point = page(&house, order).await.review.unwrap().points.remove(0);
        assert_eq!(point.asked_by.as_deref(), Some("林晓梅"));
        assert_eq!(point.new_date.as_deref(), Some("2026-12-15"));
        assert_eq!(
            answers(&house, point.id, None).await,
            Err("point_needs_yes_or_no")
        );
        assert_eq!(answers(&house, point.id, Some(false)).await, Ok(()));
        assert!(
            red(&house, order)
                .await
                .contains(&"review_extension_refused")
        );
        assert_eq!(answers(&house, point.id, Some(true)).await, Ok(()));
        assert!(
            red(&house, order)
                .await
                .contains(&"review_date_not_carried")
        );
        let revision = house.revision(order).await;
        let carried = house
            .desk
            .carry_date(&house.assistant, order, revision)
            .await;
        carried.expect("the day goes onto the order");
        let form = facts(&house, order).await.specification.to_form();
        assert_eq!(form.order["confirmed_date"], "2026-12-15");
        let open: Vec<_> = red(&house, order).await;
        let of_review = open.iter().filter(|code| code.starts_with("review"));
        assert_eq!(of_review.count(), 0, "nothing is said anew: {open:?}");
    });
}

#[test]
fn clause_f5_1_2f_on_condition_of_a_new_date_the_order_gets_it_and_the_review_counts() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &the_book()).await;
        agreed(&house, order).await;
        let route = house.desk.save_route(&house.assistant, order, "印刷\n装订");
        route.await.expect("a route");
        says(
            &house,
            order,
            (Department::Quality, Verdict::Feasible, ""),
            "陈刚",
        )
        .await;
        says(
            &house,
            order,
            (Department::Production, Verdict::Feasible, ""),
            "孙工",
        )
        .await;
        conclude(&house, order, Conclusion::Conditional, "12-18").await;
        let review = page(&house, order).await.review.unwrap();
        assert_eq!(review.points[0].item, "有条件接单：交期改到 2026-12-18");
        assert!(
            red(&house, order)
                .await
                .contains(&"review_points_unanswered")
        );
        assert_eq!(
            answers(&house, review.points[0].id, Some(true)).await,
            Ok(())
        );
        let review = page(&house, order).await.review.unwrap();
        assert_eq!(review.to_carry.as_deref(), Some("2026-12-18"));
        let revision = house.revision(order).await;
        let carried = house
            .desk
            .carry_date(&house.assistant, order, revision)
            .await;
        carried.expect("the day goes onto the order");
        let review = page(&house, order).await.review.unwrap();
        assert!(!review.stale && review.opinions.iter().all(|said| !said.stale));
        assert!(
            !red(&house, order)
                .await
                .iter()
                .any(|code| code.starts_with("review"))
        );
        assert_eq!(
            facts(&house, order).await.state,
            OrderState::PendingEffect,
            "reviewed; the supervisor is next"
        );
    });
}

#[test]
fn clause_s_4_3_1d_a_day_split_below_the_limit_is_pointed_out_and_blocks_nothing() {
    on_both(async |house| {
        // 2,000 × 15.00 twice: 60,000.00.
        let first = a_plain_book(&house, "15").await;
        assert_eq!(page(&house, first).await.split, None);
        let mut form = facts(&house, first).await.specification.to_form();
        form.order.insert("customer_po".to_owned(), "二".to_owned());
        let beside = house.desk.beside("new:1-7", &form).await.unwrap();
        assert_eq!(beside.split.expect("told before").total, "60,000.00");
        let second = registered(&house, &form).await;
        for order in [first, second] {
            let split = page(&house, order).await.split.expect("told");
            assert_eq!((split.orders.len(), split.above.as_str()), (1, "50,000.00"));
            assert_eq!(letters(&house, order).await, [""; 0]);
        }
    });
}

#[test]
fn clause_f5_d2_a_product_grows_old_on_its_day_and_what_is_stored_of_the_order_with_it() {
    on_both(async |house| {
        an_issued_book(&house).await;
        house.it_is("2028-11-24T01:12:00Z");
        let order = registered(&house, &the_book()).await;
        let is_old = async || {
            let codes = letters(&house, order).await;
            codes.iter().any(|code| code == "old_product")
        };
        assert!(!is_old().await, "24 months to the day");
        let stored: Option<String> =
            sqlx::query_scalar("SELECT recheck_on FROM orders WHERE id = $1")
                .bind(order)
                .fetch_one(&mut *house.desk.read().await.unwrap())
                .await
                .unwrap();
        assert_eq!(stored.as_deref(), Some("2028-11-25"));
        house.it_is("2028-11-25T01:12:00Z");
        let done = house.desk.recheck_orders(&house.assistant).await;
        done.expect("stood anew");
        assert!(is_old().await, "not made for more than 24 months");
    });
}
