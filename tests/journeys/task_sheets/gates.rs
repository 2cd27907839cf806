//! Each gate blocks alone: an order that is green but for one thing is refused with exactly that line and its clause (S-4.4.1).

use docket_core::accounts::EvidenceRequest;
use docket_core::files::{Counts, MadeBy, ReceiveFileRequest};
use docket_core::orders::VerifyOrder;
use docket_core::orders::wire::OrderForm;
use docket_core::proofs::Chosen;
use docket_core::samples::WriteSampleChangeRequest;
use docket_core::three_way::{Answer, CompareSampleRequest, SampleAnswer};
use docket_core::{DeskError, Refuse as _};

use super::{
    a_file, a_review, a_sample, a_stamped_sample, agreed, audit_of, audited, checked_alone,
    compared, issue, page, propose, stamp_the_sample, the_book,
};
use crate::customers;
use crate::effect::set;
use crate::files::{a_pdf, arrived, receive};
use crate::orders::{a_customer, answer, every_item, registered, row};
use crate::preflight::a_pdf_of;
use crate::proofs::{a_round, bind, choose, look_over};
use crate::support::{TestDesk, on_both};

/// What is left out, or goes wrong, while everything else is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum But {
    Starred,
    ReadBack,
    Verified,
    Material,
    Deposit,
    FilesMissing,
    LockedFile,
    FileByHand,
    FileError,
    SampleMissing,
    SampleUnstamped,
    SampleChange,
    LaneUnprinted,
    ProofAnswer,
    Position,
    Review,
    ThreeWayOpen,
    ThreeWayDiffers,
    ThreeWayStale,
    EffectApproval,
    CustomerSignature,
    ChangeWaiting,
    Check,
    Nothing,
}

/// What is refused: the line, its clause, and the step where it is mended.
const GATES: [(But, &str, &str, u8); 23] = [
    (But::Starred, "starred_fields", "S-4.4.1", 1),
    (But::ReadBack, "read_back", "S-4.1.2", 1),
    (But::Verified, "verified", "F1-05", 1),
    (But::Material, "material_unaudited", "S-4.1.3", 1),
    (But::Deposit, "deposit", "F7-15b", 1),
    (But::FilesMissing, "files_missing", "S-4.4.1A-2", 2),
    (But::LockedFile, "locked_files", "S-4.2.1b", 2),
    (But::FileByHand, "preflight_by_hand", "S-4.1.4", 2),
    (But::FileError, "preflight_errors", "S-4.1.4", 2),
    (But::SampleMissing, "sample_missing", "S-4.2.2", 3),
    (But::SampleUnstamped, "sample_unstamped", "S-4.2.4", 3),
    (But::SampleChange, "sample_change_unsigned", "S-4.2.7", 3),
    (But::LaneUnprinted, "proof_not_printed", "S-4.2.3A-1", 3),
    (But::ProofAnswer, "proof_unanswered", "S-4.2.3A-4", 3),
    (But::Position, "position_missing", "S-4.2.6", 3),
    (But::Review, "review_required", "S-4.3.1", 4),
    (But::ThreeWayOpen, "three_way_open", "S-4.4.1A-2", 5),
    (But::ThreeWayDiffers, "three_way_differs", "S-4.4.1A-2", 5),
    (But::ThreeWayStale, "three_way_stale", "S-4.4.1A-2", 5),
    (But::EffectApproval, "effect_approval", "F7-07", 5),
    (But::CustomerSignature, "customer_signature", "F7-07", 5),
    (But::ChangeWaiting, "change_waiting", "F7-08", 5),
    (But::Check, "check", "S-4.4.1", 5),
];

/// A book that needs no review and no approval, but where the case is about just that; that its day is tight is left out of it.
fn the_form(but: But) -> OrderForm {
    let mut form = the_book();
    let price = if but == But::EffectApproval {
        "43.2"
    } else {
        "20"
    };
    form.order.insert("unit_price".to_owned(), price.to_owned());
    if but != But::Review {
        let binding = "无线胶装".to_owned();
        form.product.insert("binding".to_owned(), binding);
    }
    if but == But::Starred {
        form.order.remove("confirmed_date");
    }
    if but == But::Position {
        let foil = [
            ("component", "封面"),
            ("process", "烫金"),
            ("made_by", "本厂"),
        ];
        form.finishing.push(row("f2", &foil));
    }
    form
}

/// What the customer said, and what was verified.
async fn confirmed(house: &TestDesk, order: i64, but: But) {
    match but {
        But::ReadBack => {
            let verify = VerifyOrder {
                order_id: order,
                revision: house.revision(order).await,
                items: every_item(),
                how: "phone".to_owned(),
                at: String::new(),
            };
            let done = house.desk.verify_order(&house.assistant, &verify).await;
            done.expect("verified");
        }
        But::Verified => {
            let mut yes = answer(house, order, "agreed").await;
            yes.verified.clear();
            let done = house.desk.record_confirmation(&house.assistant, &yes).await;
            done.expect("the customer agrees");
        }
        _ => agreed(house, order).await,
    }
}

/// Samples, or the proof on its way to one.
async fn sampled(house: &TestDesk, order: i64, but: But) {
    match but {
        But::SampleMissing => {}
        But::SampleUnstamped => a_sample(house, order).await,
        But::LaneUnprinted => {
            let lane = choose(house, order, Some(Chosen::A), None).await;
            lane.expect("lane A");
        }
        // A book that is not bound waits for the customer's word as well: there is no answer without the dummy (S-4.2.3A-3).
        But::ProofAnswer => {
            let path = arrived(house, "内文.pdf", &a_pdf(120));
            receive(house, order, "c4", &path).await.expect("received");
            a_round(house, order).await;
            look_over(house, order).await.expect("looked over");
            bind(house, order, |_| {}).await.expect("bound");
        }
        _ => a_stamped_sample(house, order).await,
    }
}

/// The files of the case.
async fn with_files(house: &TestDesk, order: i64, but: But) {
    const FILLED: &str = "1 0.1 0.1 0.1 k 0 0 613 825 re f";
    const REGISTRATION: &str = "/R cs .5 scn 0 0 613 825 re f";
    match but {
        But::LockedFile => {
            let path = arrived(house, "内文 我方改.pdf", &a_pdf(120));
            let request = ReceiveFileRequest {
                order_id: order,
                component: "c4".to_owned(),
                path: path.to_str().expect("a path").to_owned(),
                label: String::new(),
                from_whom: "印前".to_owned(),
                how: "本厂".to_owned(),
                replaces: None,
                counts: Counts::Single,
                made_by: MadeBy::House,
            };
            let done = house.desk.receive_file(&house.assistant, request).await;
            done.expect("received");
            let looked = house.desk.preflight_waiting(&house.assistant).await;
            looked.expect("what waits is looked at");
            customers::change(house, 1, |form| form.direct_lane = true).await;
        }
        But::FileByHand => {
            let path = arrived(house, "封面.jpg", b"\xff\xd8\xff\xe0 a picture");
            receive(house, order, "c1", &path).await.expect("received");
        }
        But::FileError => {
            let mut pages = [FILLED; 120];
            pages[2] = REGISTRATION;
            let path = arrived(house, "内文.pdf", &a_pdf_of(&pages));
            receive(house, order, "c4", &path).await.expect("received");
        }
        _ => {}
    }
}

/// What goes wrong once everything else is done.
async fn spoiled(house: &TestDesk, order: i64, but: But) {
    match but {
        But::SampleChange => {
            let sample_id = page(house, order).await.samples[0].id;
            let request = WriteSampleChangeRequest {
                sample_id,
                place: "第 8 页".to_owned(),
                words: "电话改为 8899".to_owned(),
                scan: vec![EvidenceRequest::Pasted {
                    name: "改动.jpg".to_owned(),
                    data: "/9j/4AAQ".to_owned(),
                }],
                approval: None,
            };
            let done = house
                .desk
                .write_sample_change(&house.assistant, request)
                .await;
            done.expect("it is noted");
        }
        But::ThreeWayDiffers => {
            let request = CompareSampleRequest {
                order_id: order,
                answers: vec![SampleAnswer {
                    path: "component:c4.pages".to_owned(),
                    sheet: "120 P".to_owned(),
                    answer: Answer::Differs,
                    said: "118 P".to_owned(),
                }],
            };
            let done = house.desk.compare_sample(&house.assistant, &request).await;
            done.expect("the sample has less");
        }
        But::ThreeWayStale => {
            a_sample(house, order).await;
            stamp_the_sample(house, order, None).await;
        }
        But::ChangeWaiting => {
            propose(house, order, true, |form| {
                drop(form.order.insert("unit_price".to_owned(), "21".to_owned()));
            })
            .await
            .expect("asked for");
        }
        _ => {}
    }
}

/// Takes the book through every step but that one.
async fn an_order_green_but_for(house: &TestDesk, but: But) -> i64 {
    let order = registered(house, &the_form(but)).await;
    confirmed(house, order, but).await;
    match but {
        But::Material => a_file(house, order).await,
        But::FilesMissing => {
            let request = audit_of(house, order, &[]).await;
            let audit = house.desk.audit_material(&house.assistant, &request);
            audit.await.expect("the material is sound");
        }
        _ => audited(house, order).await,
    }
    sampled(house, order, but).await;
    with_files(house, order, but).await;
    if but == But::EffectApproval {
        a_review(house, order).await;
    }
    if but != But::ThreeWayOpen {
        compared(house, order).await;
    }
    if but != But::Check {
        checked_alone(house, order).await;
    }
    spoiled(house, order, but).await;
    order
}

/// Issuing the order is refused with exactly that line, its clause, its step and the place where it is mended.
async fn refused_alone(house: &TestDesk, (but, code, clause, step): (But, &str, &str, u8)) {
    let order = an_order_green_but_for(house, but).await;
    let lines = page(house, order).await.checks;
    let told: Vec<_> = lines
        .iter()
        .filter(|line| !line.ok)
        .map(|line| (line.code, line.clause, line.step))
        .collect();
    assert_eq!(told, [(code, clause, step)], "{but:?}");
    // What was never read back is answered in its form, whichever field it is about.
    let lands = lines.iter().any(|line| !line.ok && line.path.is_some());
    assert_eq!(lands, but != But::ReadBack, "{but:?}");
    let refusal: DeskError = issue(house, order).await.expect_err("not green");
    assert_eq!(refusal.code(), "not_green", "{but:?}");
    let lines = ("lines", code.to_owned());
    assert!(refusal.params().contains(&lines), "{but:?}");
}

/// The rule of the house without which it only warns.
fn rule_of(but: But) -> Option<&'static str> {
    match but {
        But::Deposit => Some("deposit_blocks"),
        But::CustomerSignature => Some("customer_signature_blocks"),
        _ => None,
    }
}

#[test]
fn clause_s_4_4_1_each_gate_blocks_alone_and_says_its_own_clause() {
    on_both(async |house| {
        a_customer(&house).await;
        set(&house, "review_date", "off").await;
        for gate in GATES.iter().filter(|gate| rule_of(gate.0).is_none()) {
            refused_alone(&house, *gate).await;
            if gate.0 == But::LockedFile {
                customers::change(&house, 1, |form| form.direct_lane = false).await;
            }
        }
        // And with nothing of it in the way the sheet is issued.
        let order = an_order_green_but_for(&house, But::Nothing).await;
        issue(&house, order).await.expect("green");
    });
}

#[test]
fn clause_f1_22_a_gate_of_the_house_blocks_alone_where_the_house_says_so() {
    for gate in GATES.iter().filter(|gate| rule_of(gate.0).is_some()) {
        on_both(async |house| {
            a_customer(&house).await;
            set(&house, "review_date", "off").await;
            if let Some(rule) = rule_of(gate.0) {
                set(&house, rule, "on").await;
            }
            refused_alone(&house, *gate).await;
        });
    }
}
