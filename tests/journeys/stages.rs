//! The procedure as a whole: its seven stages, the way each kind of order takes through them, and who works together on one
//! (S-1, S-2, F4-6, F5-1, F7-04).

use std::collections::BTreeSet;

use docket_core::DeskError;
use docket_core::hand_overs::ReceiveHandOver;
use docket_core::orders::{OrderState, PaperKind, StepState};
use docket_core::review::{
    AnswerPointRequest, ConcludeReviewRequest, Conclusion, Department, RecordOpinionRequest,
    Verdict,
};

use crate::effect::{a_plain_book, set};
use crate::files::{arrived, files, receive};
use crate::kinds::{conversion, of_kind, put};
use crate::orders::{a_customer, answer, change, facts, in_time, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_book, a_file, a_review, a_sample, a_stamped_sample, agreed, an_issued_book, approve,
    approve_effect, approved, audited, checked, code, compared, frozen_pdf, issue, page, pin_of,
    propose, red, stamp_the_sample, text_of, the_book,
};

async fn state(house: &TestDesk, order: i64) -> OrderState {
    facts(house, order).await.state
}

/// The book as an order of a kind: of stock with who estimated it, of a product that may be made so.
async fn the_book_as(house: &TestDesk, kind: &str) -> i64 {
    let mut form = of_kind(kind, the_book());
    put(&mut form, "product.binding", "无线胶装");
    in_time(&mut form);
    put(&mut form, "order.unit_price", "25");
    if kind == "of" {
        put(&mut form, "order.estimator_id", "周敏");
        put(&mut form, "order.estimate_basis", "去年旺季每月 800 册");
    }
    registered(house, &form).await
}

/// A house with the customer, where the book may be made for stock.
pub async fn all_kinds(house: &TestDesk) {
    a_customer(house).await;
    let director = house.actor("何静").await;
    house
        .desk
        .mark_regular(&director, "《岭南草木》精装画册")
        .await
        .expect("常规畅销");
}

async fn not_applicable(house: &TestDesk, order: i64) -> Vec<u8> {
    page(house, order)
        .await
        .steps
        .into_iter()
        .filter(|step| step.state == StepState::NotApplicable)
        .map(|step| step.step)
        .collect()
}

async fn says(
    house: &TestDesk,
    order: i64,
    department: Department,
    verdict: Verdict,
    speaker: &str,
) -> Result<i64, DeskError> {
    let request = RecordOpinionRequest {
        new_date: String::new(),
        order_id: order,
        revision: house.revision(order).await,
        route: house.route(order).await,
        department,
        verdict,
        opinion: "看过".to_owned(),
        conditions: match verdict {
            Verdict::Conditional => "交期延至 12-15".to_owned(),
            _ => String::new(),
        },
        approval: pin_of(house, speaker).await,
    };
    let done = house.desk.record_opinion(&house.assistant, request).await;
    done.map(|done| done.value)
}

#[test]
fn clause_s_1_the_seven_stages_of_an_order_are_reached_from_it_and_done_in_their_order() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let stands = async |step: u8| {
            let steps = page(&house, order).await.steps;
            let numbers: Vec<u8> = steps.iter().map(|step| step.step).collect();
            assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7]);
            steps[usize::from(step) - 1].state
        };
        assert_eq!(stands(1).await, StepState::Blocked, "接单确认");
        assert_eq!(stands(2).await, StepState::Blocked, "资料");
        agreed(&house, order).await;
        audited(&house, order).await;
        assert_eq!(stands(1).await, StepState::Done);
        assert_eq!(stands(2).await, StepState::Done, "资料");
        assert_eq!(stands(3).await, StepState::Blocked, "样本确认");
        a_stamped_sample(&house, order).await;
        assert_eq!(stands(3).await, StepState::Done);
        assert_eq!(stands(4).await, StepState::Blocked, "订单评审");
        a_review(&house, order).await;
        assert_eq!(stands(4).await, StepState::Done);
        assert_eq!(stands(5).await, StepState::Blocked, "生产任务书");
        approved(&house, order).await;
        checked(&house, order).await;
        assert_eq!(stands(5).await, StepState::Open);
        assert_eq!(stands(7).await, StepState::NotApplicable, "售后");
        issue(&house, order).await.expect("issued");
        assert_eq!(stands(5).await, StepState::Done);
        assert_eq!(stands(6).await, StepState::Open, "出货");
        assert_eq!(stands(7).await, StepState::Open);
    });
}

#[test]
fn clause_s_2_no_kind_of_order_passes_a_stage_by_in_silence() {
    on_both(async |house| {
        all_kinds(&house).await;
        // What an order of the kind does not go through is said on its rail, once it has a number.
        for (kind, silent) in [
            ("od", vec![4, 7]),
            ("os", vec![4, 7]),
            ("op", vec![4, 5, 6, 7]),
            ("of", vec![4, 7]),
        ] {
            let order = the_book_as(&house, kind).await;
            assert_eq!(not_applicable(&house, order).await, silent, "{kind}");
            let checks = page(&house, order).await.checks;
            let clauses: BTreeSet<&str> = checks.iter().map(|line| line.clause).collect();
            // Whatever is not there for the house's own stock: nobody handed anything in, and nobody is asked.
            for clause in ["S-4.1.2", "S-4.1.3"] {
                let asked = !matches!((kind, clause), ("of", _) | ("op", "S-4.1.3"));
                assert_eq!(clauses.contains(clause), asked, "{kind} {clause}");
            }
            // Every other order is either asked for, or told that it is not.
            let judged = checks.iter().any(|line| line.clause == "S-4.3.1");
            assert_eq!(judged, matches!(kind, "od" | "os"), "{kind}");
            let issued = checks.iter().any(|line| line.code == "check");
            assert_eq!(issued, kind != "op", "{kind}");
        }
        // A case-bound one is reviewed: the stage is there.
        let bound = registered(&house, &the_book()).await;
        assert_eq!(not_applicable(&house, bound).await, [7]);
    });
}

#[test]
fn clause_f4_6_each_kind_takes_its_own_way_through_the_states() {
    use OrderState::{Converted, InEffect, Registered, Released, RequirementsConfirmed};
    on_both(async |house| {
        all_kinds(&house).await;
        let mut ways = Vec::new();
        for kind in ["od", "os", "op", "of"] {
            let order = the_book_as(&house, kind).await;
            let mut way = vec![state(&house, order).await];
            if kind != "of" {
                agreed(&house, order).await;
                way.push(state(&house, order).await);
                audited(&house, order).await;
            }
            if kind == "op" {
                assert_eq!(code(issue(&house, order).await), "presale_not_issued");
                let draft = conversion(&house, order).await;
                let firm = house
                    .desk
                    .register_order(&house.assistant, &draft.key, &draft.form)
                    .await
                    .expect("converted whole");
                assert_eq!(facts(&house, firm.value).await.kind().code(), "od");
            } else {
                a_file(&house, order).await;
                if kind == "od" {
                    a_stamped_sample(&house, order).await;
                }
                checked(&house, order).await;
                issue(&house, order).await.expect(kind);
            }
            way.push(state(&house, order).await);
            ways.push(way);
        }
        assert_eq!(
            ways,
            [
                vec![Registered, InEffect, Released],
                vec![Registered, InEffect, Released],
                vec![Registered, RequirementsConfirmed, Converted],
                vec![Registered, Released],
            ]
        );
    });
}

#[test]
fn clause_f4_5c_production_for_stock_has_no_price_no_confirmation_and_no_payment() {
    on_both(async |house| {
        all_kinds(&house).await;
        // Price, terms and services are said all the same, and do not stand on it.
        let order = the_book_as(&house, "of").await;
        let kept = facts(&house, order).await.specification;
        assert_eq!(kept.amount(), None);
        let form = kept.to_form();
        assert!(!form.order.contains_key("unit_price"));
        assert!(form.instalments.is_empty() && form.services.is_empty());
        for kind in [PaperKind::Quote, PaperKind::Confirmation] {
            let paper = house
                .desk
                .make_sale_paper(&house.assistant, order, kind)
                .await;
            assert_eq!(code(paper), "order_not_read_back", "{kind:?}");
        }
        let yes = answer(&house, order, "agreed").await;
        let confirmed = house.desk.record_confirmation(&house.assistant, &yes).await;
        assert_eq!(code(confirmed), "order_not_read_back");
        let signed = approve_effect(&house, order, "赵强").await;
        assert_eq!(code(signed), "effect_approval_not_asked");
        a_file(&house, order).await;
        checked(&house, order).await;
        issue(&house, order).await.expect("issued");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(!text.contains("月结") && !text.contains("25.00"), "{text}");
    });
}

#[test]
fn clause_f5_1_confirmation_review_quote_effect_and_sheet_follow_one_another() {
    on_both(async |house| {
        a_customer(&house).await;
        // Nobody has said yet whose order it is: it is not whole, so it does not take effect with the last yes.
        let mut form = the_book();
        form.order.remove("sales_rep_id");
        let order = registered(&house, &form).await;
        let quote = async || {
            let made = house
                .desk
                .make_sale_paper(&house.assistant, order, PaperKind::Quote)
                .await;
            made.map(|_| ())
        };
        let mut way = vec![state(&house, order).await];
        // 订单信息: neither reviewed, quoted nor issued before the customer has agreed.
        let early = says(
            &house,
            order,
            Department::Production,
            Verdict::Feasible,
            "孙工",
        )
        .await;
        assert_eq!(code(early), "review_before_confirmation");
        assert_eq!(code(quote().await), "quote_before_review");
        assert_eq!(code(issue(&house, order).await), "not_green");
        agreed(&house, order).await;
        way.push(state(&house, order).await);
        // 要求确认: not quoted before it was found feasible.
        assert_eq!(code(quote().await), "quote_before_review");
        a_review(&house, order).await;
        way.push(state(&house, order).await);
        quote().await.expect("商务报价");
        way.push(state(&house, order).await);
        change(&house, order, |form| {
            form.order
                .insert("sales_rep_id".to_owned(), "周敏".to_owned());
        })
        .await;
        way.push(state(&house, order).await);
        // Not issued before it took effect.
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        checked(&house, order).await;
        assert_eq!(red(&house, order).await, ["effect_approval"]);
        assert_eq!(code(issue(&house, order).await), "not_green");
        approved(&house, order).await;
        way.push(state(&house, order).await);
        issue(&house, order).await.expect("生产指令");
        way.push(state(&house, order).await);
        assert_eq!(
            way,
            [
                OrderState::Registered,
                OrderState::RequirementsConfirmed,
                OrderState::ReviewPassed,
                OrderState::Quoted,
                OrderState::PendingEffect,
                OrderState::InEffect,
                OrderState::Released,
            ]
        );
    });
}

#[test]
fn clause_f7_04_sales_production_quality_and_finance_each_do_their_part_and_no_others() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let told = page(&house, order).await.hand_overs;
        let line = told
            .iter()
            .find(|line| line.department == "生产" && line.received_by.is_none())
            .expect("the plant is told");
        let received = ReceiveHandOver {
            hand_over_id: line.id,
            who: "孙工".to_owned(),
        };
        let production = house.actor("孙工").await;
        house
            .desk
            .receive_hand_over(&production, &received)
            .await
            .expect("the plant says that it came");
        propose(&house, order, false, |form| {
            form.components[3]
                .values
                .insert("grade".to_owned(), "双胶纸".to_owned());
        })
        .await
        .expect("asked for");
        for outsider in ["孙工", "陈刚", "周敏", "赵强"] {
            let answer = approve(&house, order, "cost", outsider).await;
            assert_eq!(code(answer), "needs_role", "{outsider}");
        }
        approve(&house, order, "cost", "钱芳").await.expect("财务");
        // Whoever had a part in it stands in the trail by name.
        let trail = page(&house, order).await.trail;
        let names: BTreeSet<&str> = trail
            .iter()
            .flat_map(|line| {
                [
                    Some(line.who.as_str()),
                    line.params.get("signer").map(String::as_str),
                ]
            })
            .flatten()
            .collect();
        for name in ["林晓梅", "孙工", "陈刚", "赵强", "周敏", "钱芳"] {
            assert!(names.contains(name), "{name}: {names:?}");
        }
        // 财务 takes no order, and production none of quality's opinions.
        let finance = house.actor("钱芳").await;
        let taken = house
            .desk
            .register_order(&finance, "new:9-9", &the_book())
            .await;
        assert_eq!(code(taken), "needs_role");
        let other = registered(&house, &the_book()).await;
        agreed(&house, other).await;
        let opinion = says(
            &house,
            other,
            Department::Quality,
            Verdict::Feasible,
            "孙工",
        )
        .await;
        assert_eq!(code(opinion), "needs_role");
    });
}

#[test]
fn clause_s_4_2_2_with_a_stamped_sample_nothing_is_proved_and_cda_is_read_as_cdr() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        audited(&house, order).await;
        a_review(&house, order).await;
        approved(&house, order).await;
        checked(&house, order).await;
        assert_eq!(red(&house, order).await, ["sample_missing"]);
        a_sample(&house, order).await;
        assert_eq!(
            red(&house, order).await,
            ["sample_unstamped", "three_way_open"]
        );
        stamp_the_sample(&house, order, None).await;
        compared(&house, order).await;
        let seen = page(&house, order).await.proofs;
        assert!(seen.correct_sample && seen.rounds.is_empty());
        assert_eq!(red(&house, order).await, [""; 0]);
        issue(&house, order).await.expect("straight to the sheet");
        // What the procedure calls CDA is CorelDRAW's: known by its content, and its name claims nothing else.
        let drawn = registered(&house, &the_book()).await;
        for (component, name) in [("c1", "封面.cda"), ("c3", "环衬.cdr")] {
            let path = arrived(&house, name, b"RIFF\x10\x27\0\0CDRDvrsn");
            receive(&house, drawn, component, &path).await.expect(name);
        }
        for file in files(&house, drawn).await {
            assert_eq!(
                (file.kind.as_str(), file.name_lies),
                ("cdr", false),
                "{}",
                file.name
            );
        }
    });
}

#[test]
fn clause_s_4_3_1c_a_case_bound_book_waits_for_its_review_whatever_it_costs() {
    on_both(async |house| {
        a_customer(&house).await;
        set(&house, "review_date", "off").await;
        let mut form = the_book();
        put(&mut form, "order.unit_price", "2");
        let order = registered(&house, &form).await;
        agreed(&house, order).await;
        let letters = async |order: i64| -> Vec<String> {
            let review = page(&house, order).await.review;
            let triggers = review.map(|review| review.triggers).unwrap_or_default();
            triggers.into_iter().map(|trigger| trigger.code).collect()
        };
        assert_eq!(letters(order).await, ["C"]);
        assert!(red(&house, order).await.contains(&"review_required"));
        change(&house, order, |form| {
            form.product
                .insert("binding".to_owned(), "锁线胶装".to_owned());
        })
        .await;
        assert_eq!(letters(order).await, [""; 0]);
        // The house that reviews albums alone lets another case-bound book pass.
        let mut textbook = the_book();
        put(&mut textbook, "order.unit_price", "2");
        put(&mut textbook, "product.type", "书刊");
        let textbook = registered(&house, &textbook).await;
        assert_eq!(letters(textbook).await, ["C"], "all 精装 by default");
        set(&house, "review_every_case_bound", "off").await;
        assert_eq!(letters(textbook).await, [""; 0]);
        let album = registered(&house, &form).await;
        assert_eq!(letters(album).await, ["C"]);
    });
}

#[test]
fn clause_s_4_3_1d_the_fen_above_fifty_thousand_calls_for_a_review() {
    on_both(async |house| {
        // 2,000 × 25.00 = 50,000.00.
        let order = a_plain_book(&house, "25").await;
        assert_eq!(page(&house, order).await.review, None);
        // 2,000 × 25.0001 = 50,000.20.
        change(&house, order, |form| {
            form.order
                .insert("unit_price".to_owned(), "25.0001".to_owned());
        })
        .await;
        agreed(&house, order).await;
        let review = page(&house, order).await.review.expect("D");
        assert_eq!(review.triggers.len(), 1);
        assert_eq!(
            (
                review.triggers[0].code.as_str(),
                review.triggers[0].params["amount"].as_str()
            ),
            ("D", "50,000.20")
        );
        assert!(red(&house, order).await.contains(&"review_required"));
        // The whole order counts: 50,000.00 of books and a fee beside them.
        let mut form = facts(&house, order).await.specification.to_form();
        put(&mut form, "order.unit_price", "25");
        form.services.push(crate::orders::row(
            "s1",
            &[("name", "设计费"), ("amount", "0.01")],
        ));
        let with_fee = registered(&house, &form).await;
        let review = page(&house, with_fee).await.review.expect("D");
        assert_eq!(review.triggers[0].params["amount"], "50,000.01");
    });
}

#[test]
fn clause_s_4_3_2c_the_plant_reads_on_the_sheet_what_the_review_concluded() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        house
            .desk
            .save_route(&house.assistant, order, "印刷 → 覆哑膜 → 锁线 → 精装")
            .await
            .expect("a route");
        says(
            &house,
            order,
            Department::Production,
            Verdict::Conditional,
            "孙工",
        )
        .await
        .expect("production");
        says(
            &house,
            order,
            Department::Quality,
            Verdict::Feasible,
            "陈刚",
        )
        .await
        .expect("quality");
        let point = page(&house, order).await.review.expect("a review").points[0].id;
        let said = AnswerPointRequest {
            agreed: None,
            point_id: point,
            answer: "可以".to_owned(),
            who: "王琳".to_owned(),
            at: "2026-11-24T01:10:00Z".to_owned(),
        };
        house
            .desk
            .answer_point(&house.assistant, said)
            .await
            .expect("the customer agrees");
        let request = ConcludeReviewRequest {
            new_date: String::new(),
            technique: String::new(),
            order_id: order,
            revision: house.revision(order).await,
            conclusion: Conclusion::Conditional,
            note: "分两批交".to_owned(),
            approval: None,
        };
        house
            .desk
            .conclude_review(&house.assistant, request)
            .await
            .expect("有条件接单");
        approved(&house, order).await;
        checked(&house, order).await;
        issue(&house, order).await.expect("issued");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        let number = page(&house, order).await.review.expect("a review").number;
        let words = format!("{number}有条件接单：分两批交；交期延至12-15");
        assert!(text.contains(&words), "{words}\n{text}");
    });
}
