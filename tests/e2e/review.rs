//! An order that hits A to E, 非常规 besides: words with its own figures, a paper signature that is recorded, and a new date on
//! condition of which it is taken (S-4.3.1, F5-1).

use docket_core::accounts::ApprovalRequest;
use docket_core::orders::order_facts;
use docket_core::orders::wire::RecordConfirmation;
use docket_core::review::{
    DecideNatureRequest, Department, Nature, RecordOpinionRequest, UnusualReason, Verdict,
};

use crate::lines::enter_practice;
use crate::support::{Setup, Window, desk_in, drive};
use crate::tour::press;

#[test]
fn clause_f5_1_2f_an_order_that_hits_a_to_e_is_taken_on_condition_of_a_new_date() {
    drive("review", Setup::default(), async |window| {
        enter_practice(&window).await;
        window.close().await;
        let day = a_risky_order(&window).await;
        window.open().await;
        enter_practice(&window).await;
        window.script("location.hash = '#/orders/1'", vec![]).await;
        window.sees("还缺品质的意见").await;
        window.press("Alt+4").await;
        // Why, with the order's own figures.
        for why in [
            "A 新客户，还没有正式下过单",
            "B 新工艺 植绒",
            "C 精装",
            "D 金额 100,000.00 元超过 50,000.00 元",
            "E 交期",
            "非常规：交期紧，有罚款条款或影响声誉",
        ] {
            window.sees(why).await;
        }
        window.pictures("reasons").await;
        a_paper_signature(&window).await;
        on_condition(&window, &day).await;
    });
}

/// 陈刚 has signed on the form that went round: the assistant records it (代录).
async fn a_paper_signature(window: &Window) {
    press(window, "opinion-quality").await;
    window.sees("品质的评审意见").await;
    window
        .script(
            "document.querySelector('dk-opinion-dialog input[value=recorded]').click()",
            vec![],
        )
        .await;
    window
        .waits_for("[...document.querySelectorAll('dk-opinion-dialog option')].some((it) => it.textContent.includes('陈刚'))")
        .await;
    window.fill("opinion.person", "陈刚").await;
    window.fill("opinion.medium", "paper").await;
    window
        .script(
            "document.querySelector(\"dk-opinion-dialog [data-field='opinion.follows'] input, dk-opinion-dialog input[data-field='opinion.follows']\").click()",
            vec![],
        )
        .await;
    window.pictures("paper-signature").await;
    press(window, "record-opinion").await;
    window.dialog_closes().await;
    window.sees("代录").await;
}

async fn on_condition(window: &Window, day: &str) {
    window
        .script(
            "document.querySelector('input[type=radio][value=conditional]').click()",
            vec![],
        )
        .await;
    window.fill("review.new-date", day).await;
    window.pictures("condition").await;
    press(window, "conclude-review").await;
    window.sees(&format!("有条件接单：交期改到 {day}")).await;
    window
        .script(
            "document.querySelector('[data-name^=answer-point-]').click()",
            vec![],
        )
        .await;
    window
        .waits_for("document.querySelector('dk-review-points input[value=yes]')")
        .await;
    window
        .script(
            "document.querySelector('dk-review-points input[value=yes]').click()",
            vec![],
        )
        .await;
    window.pictures("answer").await;
    press(window, "record-answer").await;
    window.sees(&format!("客户已同意交期改到 {day}")).await;
    window.pictures("to-carry").await;
    press(window, "carry-date").await;
    window.sees("交期已改到订单上").await;
    window
        .waits_for("!document.querySelector('[data-name=carry-date]')")
        .await;
    window.sees("有条件接单").await;
    window.pictures("carried").await;
}

/// The leaflet of the practice desk made risky, its customer a new one; prepress, production and the general manager have spoken.
/// Answers the day on condition of which it may be taken. The window is closed meanwhile.
async fn a_risky_order(window: &Window) -> String {
    let desk = desk_in(&window.data().join("practice")).await;
    let assistant = desk.sign_in("林晓梅", "lianxi").await.unwrap();
    let found = desk.customers("岭南").await.unwrap();
    desk.mark_established(&assistant, found[0].id, found[0].revision, false)
        .await
        .unwrap();
    let facts = async || {
        let mut reader = desk.read().await.unwrap();
        order_facts(&mut reader, 1).await.unwrap()
    };
    let stands = facts().await;
    let mut form = stands.specification.to_form();
    form.product
        .insert("binding".to_owned(), "精装(方脊)".to_owned());
    form.order.insert("unit_price".to_owned(), "20".to_owned());
    for step in &mut form.finishing {
        step.values.insert("process".to_owned(), "植绒".to_owned());
    }
    desk.save_order(&assistant, 1, stands.revision, &form)
        .await
        .unwrap();
    let stands = facts().await;
    let yes = RecordConfirmation {
        order_id: 1,
        revision: stands.revision,
        hash: stands.specification.read_back_hash(),
        who: "李伟".to_owned(),
        at: String::new(),
        how: "phone".to_owned(),
        result: "agreed".to_owned(),
        evidence: Vec::new(),
        follows: false,
        note: String::new(),
        verified: ["identity", "specification", "price", "delivery"]
            .map(str::to_owned)
            .to_vec(),
    };
    desk.record_confirmation(&assistant, &yes).await.unwrap();
    let revision = async || facts().await.revision;
    let unusual = DecideNatureRequest {
        order_id: 1,
        revision: revision().await,
        nature: Nature::Unusual,
        reasons: vec![UnusualReason::Penalty],
        why: "书展前必须到".to_owned(),
    };
    desk.decide_nature(&assistant, unusual).await.unwrap();
    let route = "印刷\n植绒\n精装";
    desk.save_route(&assistant, 1, route).await.unwrap();
    let people = desk.people().await.unwrap();
    for (department, name) in [
        (Department::Prepress, "吴斌"),
        (Department::Production, "孙立"),
        (Department::Management, "郑总"),
    ] {
        let person = people.iter().find(|person| person.name == name).unwrap();
        let said = RecordOpinionRequest {
            order_id: 1,
            revision: revision().await,
            route: route.to_owned(),
            department,
            verdict: Verdict::Feasible,
            opinion: "可以做".to_owned(),
            conditions: String::new(),
            new_date: String::new(),
            approval: ApprovalRequest::Pin {
                person: person.id,
                pin: "1234".to_owned(),
            },
        };
        desk.record_opinion(&assistant, said).await.unwrap();
    }
    let day = desk.today() + chrono::TimeDelta::days(40);
    desk.close().await;
    day.to_string()
}
