//! The task sheet: the check list, the issue, signed changes, prints and what they are worth (S-4.4).

mod asked;
mod by_hand;
mod census;
mod changes;
mod gates;
mod issuing;
mod lengths;
mod life;
mod missing_files;
mod past;
mod prints;
mod three_way;
mod who_signs;

use std::process::Command;

use docket_core::accounts::{ApprovalRequest, Medium, Role};
use docket_core::effect::ApproveEffectRequest;
use docket_core::files::{ContentStore, FileHash};
use docket_core::orders::wire::OrderForm;
use docket_core::orders::{AuditMaterial, OrderPage};
use docket_core::review::{
    ConcludeReviewRequest, Conclusion, Department, RecordOpinionRequest, Verdict,
};
use docket_core::samples::{
    Medium as Proof, RegisterSampleRequest, SampleFactsRequest, SampleType, Source, SourceSigner,
    StampSampleRequest,
};
use docket_core::task_sheets::{
    AmendmentView, ApproveChangeRequest, CheckOrderRequest, ConsentRequest, LossRequest,
    ProposeChangeRequest, SheetView,
};
use docket_core::three_way::{
    Answer, CompareSampleRequest, FileStand, PassDifferencesRequest, RowView, SampleAnswer,
};
use docket_core::{DeskError, Refuse as _};

use crate::files;
use crate::orders::{a_customer, a_phone_order, answer, facts, registered, row};
use crate::people::{change, term};
use crate::support::{PIN, TestDesk};

/// The case-bound book of four components: everything a sheet asks for is known.
pub fn the_book() -> OrderForm {
    let mut form = a_phone_order();
    for (key, text) in [
        ("sheet_type", "正常"),
        ("deal_type", "直接洽谈"),
        ("confirmed_date", "12-8"),
        ("contact", "王琳"),
        ("phone", "0755-8899"),
        ("received_on", "今天"),
    ] {
        form.order.insert(key.to_owned(), text.to_owned());
    }
    form.components = vec![
        // 2000 × 1 form of 4P (s = 2, 单面): 2000 + 5 % = 2100; 4 colours and one spot: 5 plates; 2开: 1050.
        row(
            "c1",
            &[
                ("name", "封面"),
                ("pages", "4"),
                ("sides", "单面"),
                ("bleed", "3"),
                ("grade", "铜版纸"),
                ("grammage", "157"),
                ("parent_size", "787x1092"),
                ("cuts", "2"),
                ("press_size", "540x740"),
                ("colours", "4+0"),
                ("spots_front", "PANTONE 871 C"),
                ("work_style", "单面印"),
                ("pages_per_side", "2"),
            ],
        ),
        // 2 boards a book, 8 up: 500 sheets, boards without spoilage.
        row(
            "c2",
            &[
                ("name", "灰板"),
                ("grade", "灰板"),
                ("caliper", "2.5mm"),
                // As every new row begins; what is not printed has none.
                ("bleed", "3"),
                ("per_product", "2"),
                ("parent_size", "889x1194"),
                ("cuts", "1"),
                ("colours", "0+0"),
                ("work_style", "不印刷"),
                ("number_up", "8"),
            ],
        ),
        // 8P (s = 4): one form of 2000; 5 % of finishing, no least: 2100; 4开: 525.
        row(
            "c3",
            &[
                ("name", "环衬"),
                ("pages", "8"),
                ("grade", "特种纸"),
                ("grammage", "140"),
                ("parent_size", "889x1194"),
                ("cuts", "4"),
                ("colours", "0+0"),
                ("work_style", "不印刷"),
                ("pages_per_side", "4"),
                ("supply", "客来纸"),
            ],
        ),
        // The worked example of the part form: 15,750 sheets, 60 plates, 7,875 parent sheets, 15.75 reams.
        row(
            "c4",
            &[
                ("name", "内文"),
                ("pages", "120"),
                ("sides", "双面"),
                ("bleed", "3"),
                ("grade", "哑粉纸"),
                ("grammage", "157"),
                ("parent_size", "889x1194"),
                ("cuts", "2"),
                ("press_size", "590x880"),
                ("colours", "4+4"),
                ("work_style", "正反印"),
                ("pages_per_side", "8"),
                ("remark", "生僻字 䶮"),
            ],
        ),
    ];
    form
}

/// Registers the book and answers its order.
pub async fn a_book(house: &TestDesk) -> i64 {
    a_customer(house).await;
    registered(house, &the_book()).await
}

pub async fn page(house: &TestDesk, order: i64) -> OrderPage {
    house
        .desk
        .order_page(&house.assistant, order)
        .await
        .expect("the page is there")
}

pub async fn sheet(house: &TestDesk, order: i64) -> SheetView {
    page(house, order).await.sheet.expect("the sheet is issued")
}

/// The codes of the lines that are not green.
pub async fn red(house: &TestDesk, order: i64) -> Vec<&'static str> {
    page(house, order)
        .await
        .checks
        .into_iter()
        .filter(|line| !line.ok)
        .map(|line| line.code)
        .collect()
}

pub async fn pin_of(house: &TestDesk, name: &str) -> ApprovalRequest {
    ApprovalRequest::Pin {
        person: house.account(name).await,
        pin: PIN.to_owned(),
    }
}

/// Gives somebody one role more, from today on.
pub async fn also(house: &TestDesk, name: &str, role: Role) {
    change(house, name, |form| {
        form.terms.push(term(role, false, "", ""))
    })
    .await
    .expect("one role more");
}

pub async fn agreed(house: &TestDesk, order: i64) {
    let yes = answer(house, order, "agreed").await;
    house
        .desk
        .record_confirmation(&house.assistant, &yes)
        .await
        .expect("the customer agrees");
}

/// The customer's file of an order that has none yet: one for all of it, as sound as can be.
pub async fn a_file(house: &TestDesk, order: i64) {
    if files::files(house, order).await.is_empty() {
        let path = files::arrived(house, "全书.pdf", &files::a_pdf(1));
        files::receive(house, order, "", &path)
            .await
            .expect("a sound file");
    }
}

/// 资料审核: somebody looked at the material, the file with it, and all is sound.
pub async fn audited(house: &TestDesk, order: i64) {
    a_file(house, order).await;
    let request = audit_of(house, order, &[]).await;
    house
        .desk
        .audit_material(&house.assistant, &request)
        .await
        .expect("the material is sound");
}

/// The audit of an order by the points as they are shown, but for those that do not apply.
pub async fn audit_of(house: &TestDesk, order: i64, not_applicable: &[&str]) -> AuditMaterial {
    let shown = page(house, order).await;
    let points = shown.material.points.into_iter();
    AuditMaterial {
        order_id: order,
        revision: shown.revision,
        points: points.map(|point| point.name).collect(),
        not_applicable: not_applicable.iter().map(|name| (*name).into()).collect(),
    }
}

/// A sample of the customer's, stamped by the customer's person, recorded.
pub async fn a_stamped_sample(house: &TestDesk, order: i64) {
    a_sample(house, order).await;
    stamp_the_sample(house, order, None).await;
}

/// A sample of the customer's, without a stamp.
pub async fn a_sample(house: &TestDesk, order: i64) {
    let request = RegisterSampleRequest {
        order_id: order,
        facts: SampleFactsRequest {
            what: SampleType::Colour,
            source: Source::Customer,
            medium: Proof::Physical,
            from_whom: "王琳".to_owned(),
            came_on: None,
            description: "客户色样".to_owned(),
            quantity: 1,
            condition: String::new(),
            place: String::new(),
            valid_until: None,
        },
        photos: vec![],
    };
    house
        .desk
        .register_sample(&house.assistant, request)
        .await
        .expect("a sample is registered");
}

/// Stamps the latest sample, for good or to a day.
pub async fn stamp_the_sample(house: &TestDesk, order: i64, valid_until: Option<&str>) {
    let sample_id = page(house, order)
        .await
        .samples
        .last()
        .expect("a sample")
        .id;
    let approval = ApprovalRequest::Recorded {
        person: None,
        name: "王琳".to_owned(),
        at: "2026-11-24T01:00:00Z".to_owned(),
        medium: Medium::Paper,
        evidence: vec![],
        follows: true,
        note: String::new(),
    };
    let request = StampSampleRequest {
        sample_id,
        revision: house.revision(order).await,
        capacity: SourceSigner::Customer,
        valid_until: valid_until.map(str::to_owned),
        approval,
    };
    house
        .desk
        .stamp_sample(&house.assistant, request)
        .await
        .expect("a sample is stamped");
}

pub async fn a_review(house: &TestDesk, order: i64) {
    for (department, speaker) in [
        (Department::Production, "孙工"),
        (Department::Quality, "陈刚"),
    ] {
        let request = RecordOpinionRequest {
            new_date: String::new(),
            order_id: order,
            revision: house.revision(order).await,
            route: house.route(order).await,
            department,
            verdict: Verdict::Feasible,
            opinion: "可行".to_owned(),
            conditions: String::new(),
            approval: pin_of(house, speaker).await,
        };
        house
            .desk
            .record_opinion(&house.assistant, request)
            .await
            .expect("an opinion");
    }
    house
        .desk
        .save_route(&house.assistant, order, "印刷 → 覆哑膜 → 锁线 → 精装")
        .await
        .expect("a route");
    let request = ConcludeReviewRequest {
        new_date: String::new(),
        technique: String::new(),
        order_id: order,
        revision: house.revision(order).await,
        conclusion: Conclusion::Accepted,
        note: String::new(),
        approval: None,
    };
    house
        .desk
        .conclude_review(&house.assistant, request)
        .await
        .expect("a conclusion");
}

/// 生效审批 by 销售主管: the book comes to more than 50,000.00 (F7-07a).
pub async fn approved(house: &TestDesk, order: i64) {
    approve_effect(house, order, "赵强")
        .await
        .expect("生效审批");
}

pub async fn approve_effect(house: &TestDesk, order: i64, name: &str) -> Result<i64, DeskError> {
    let request = ApproveEffectRequest {
        order_id: order,
        revision: house.revision(order).await,
        approval: pin_of(house, name).await,
    };
    house
        .desk
        .approve_effect(&house.assistant, request)
        .await
        .map(|done| done.value)
}

/// 三方核对: somebody holds the sample against the sheet, and everything is as it says; what the file has otherwise the
/// supervisor stands for.
pub async fn compared(house: &TestDesk, order: i64) {
    let view = house.desk.three_way(&house.assistant, order).await;
    let view = view.expect("a comparison");
    let differs = view.rows.iter().any(|row| row.file == FileStand::Differs);
    let agrees = |row: RowView| SampleAnswer {
        path: row.path,
        sheet: row.sheet,
        answer: Answer::Agrees,
        said: String::new(),
    };
    if !view.samples.is_empty() {
        let request = CompareSampleRequest {
            order_id: order,
            answers: view.rows.into_iter().map(agrees).collect(),
        };
        let done = house.desk.compare_sample(&house.assistant, &request).await;
        done.expect("the sample is as the sheet");
    }
    if differs {
        let request = PassDifferencesRequest {
            order_id: order,
            revision: house.revision(order).await,
            reason: "照客户文件做".to_owned(),
            approval: pin_of(house, "赵强").await,
        };
        let done = house.desk.pass_differences(&house.assistant, request).await;
        done.expect("the supervisor stands for the file");
    }
}

/// The sample was held against the sheet, and somebody checked it.
pub async fn checked(house: &TestDesk, order: i64) {
    compared(house, order).await;
    checked_alone(house, order).await;
}

pub async fn checked_alone(house: &TestDesk, order: i64) {
    let request = CheckOrderRequest {
        order_id: order,
        revision: house.revision(order).await,
        approval: pin_of(house, "周敏").await,
    };
    house
        .desk
        .check_order(&house.assistant, request)
        .await
        .expect("审核");
}

/// Takes a book through every step to V1.
pub async fn an_issued_book(house: &TestDesk) -> i64 {
    a_customer(house).await;
    another_issued_book(house).await
}

/// One more of the same customer's.
pub async fn another_issued_book(house: &TestDesk) -> i64 {
    let order = registered(house, &the_book()).await;
    ready_to_issue(house, order).await;
    issue(house, order).await.expect("the sheet is issued");
    order
}

/// Everything that comes before the sheet of an order.
pub async fn ready_to_issue(house: &TestDesk, order: i64) {
    ready_to_check(house, order).await;
    checked_alone(house, order).await;
}

/// All of it but the 审核.
pub async fn ready_to_check(house: &TestDesk, order: i64) {
    agreed(house, order).await;
    audited(house, order).await;
    a_stamped_sample(house, order).await;
    a_review(house, order).await;
    approved(house, order).await;
    compared(house, order).await;
}

pub async fn issue(house: &TestDesk, order: i64) -> Result<i64, DeskError> {
    let revision = facts(house, order).await.revision;
    house
        .desk
        .issue_task_sheet(&house.assistant, order, revision)
        .await
        .map(|done| done.value)
}

/// Asks for a change of the sheet; `consent` of 王琳 where it is said.
pub async fn propose(
    house: &TestDesk,
    order: i64,
    consent: bool,
    change: impl FnOnce(&mut OrderForm),
) -> Result<i64, DeskError> {
    let consent = consent.then(|| ConsentRequest {
        who: "王琳".to_owned(),
        at: String::new(),
        how: "wechat".to_owned(),
        evidence: Vec::new(),
        follows: true,
    });
    ask(house, order, "客户改样", consent, None, change).await
}

/// Asks for a change by which somebody loses (F4-4d).
pub async fn propose_at_a_loss(
    house: &TestDesk,
    order: i64,
    loss: LossRequest,
    change: impl FnOnce(&mut OrderForm),
) -> Result<i64, DeskError> {
    ask(house, order, "客户改样", None, Some(loss), change).await
}

pub async fn propose_because(
    house: &TestDesk,
    order: i64,
    reason: &str,
    change: impl FnOnce(&mut OrderForm),
) -> Result<i64, DeskError> {
    ask(house, order, reason, None, None, change).await
}

async fn ask(
    house: &TestDesk,
    order: i64,
    reason: &str,
    consent: Option<ConsentRequest>,
    loss: Option<LossRequest>,
    change: impl FnOnce(&mut OrderForm),
) -> Result<i64, DeskError> {
    let facts = facts(house, order).await;
    let mut form = facts.specification.to_form();
    change(&mut form);
    let request = ProposeChangeRequest {
        order_id: order,
        revision: facts.revision,
        form,
        reason: reason.to_owned(),
        consent,
        loss,
        approval: pin_of(house, "林晓梅").await,
    };
    house
        .desk
        .propose_change(&house.assistant, request)
        .await
        .map(|done| done.value)
}

pub async fn approve(
    house: &TestDesk,
    order: i64,
    authority: &str,
    name: &str,
) -> Result<i64, DeskError> {
    let amendment_id = latest_change(house, order).await.id;
    let request = ApproveChangeRequest {
        amendment_id,
        authority: authority.to_owned(),
        approval: pin_of(house, name).await,
    };
    house
        .desk
        .approve_change(&house.assistant, request)
        .await
        .map(|done| done.value)
}

/// The latest change of an order, whether it has a sheet or not.
pub async fn latest_change(house: &TestDesk, order: i64) -> AmendmentView {
    let page = page(house, order).await;
    let changes = page.sheet.map_or(page.changes, |sheet| sheet.amendments);
    changes.into_iter().next().expect("a change")
}

pub fn code<T: std::fmt::Debug>(answer: Result<T, DeskError>) -> &'static str {
    let error = answer.expect_err("refused");
    assert!(error.is_refusal(), "a refusal, not a failure: {error}");
    error.code()
}

/// What `pdftotext -raw` reads from a kept PDF, blanks taken out: a line may be broken anywhere.
/// The frozen PDF of the state in force.
pub async fn frozen_pdf(house: &TestDesk, order: i64) -> String {
    let mut reader = house.desk.read().await.expect("the database");
    sqlx::query_scalar(
        "SELECT t.pdf_sha256 FROM sheet_states t JOIN task_sheets s ON s.id = t.task_sheet_id \
         WHERE s.order_id = $1 ORDER BY t.id DESC LIMIT 1",
    )
    .bind(order)
    .fetch_one(&mut *reader)
    .await
    .expect("a frozen state")
}

pub fn text_of(house: &TestDesk, sha256: &str) -> String {
    let path = ContentStore::open(house.path().join("attachments"))
        .path_of(&FileHash::read(sha256).expect("a hash"))
        .expect("the PDF is kept");
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(path)
        .arg("-")
        .output()
        .expect("pdftotext runs");
    String::from_utf8(output.stdout)
        .expect("text")
        .split_whitespace()
        .collect()
}
