//! S-4.1.4: a received file is looked at for print, held against what its component is ordered as, and what is wrong with it
//! keeps the task sheet and the prepress folder back until the customer said so or somebody who may stands for it.

mod by_hand;
mod found;
mod settled;
mod waiting;

use std::fs;

use docket_core::accounts::{ApprovalRequest, Medium};
use docket_core::files::{ContentStore, Counts, FileHash, MadeBy, ReceiveFileRequest};
use docket_core::preflight::wire::{
    FilePreflight, FindingName, HandLine, HandPreflight, PreflightFinding, RecordContact,
    WaiveFindings,
};
use docket_core::preflight::{FindingKind, Item, ItemResult, Looked, Severity, Standing};
use docket_core::settings::Rule;
use docket_core::settings::wire::ChangeSetting;
use docket_core::{DeskError, Refuse as _};

use crate::files::{a_pdf, arrived, files, receive, receive_as, written};
use crate::orders::{a_customer, a_phone_order, change, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{page, pin_of};

/// Two pages of 210 × 285 mm with 3 mm of bleed, filled with four inks, the second with a line of 0.1 pt.
fn a_drawn_pdf() -> Vec<u8> {
    a_pdf_of(&[FILLED, &format!("{FILLED} 0.1 w 100 700 m 300 700 l S")])
}

/// All four inks over the bleed.
const FILLED: &str = "1 0.1 0.1 0.1 k 0 0 613 825 re f";
/// 套版色 on every plate: an 错误 wherever it stands.
const REGISTRATION: &str = "/R cs .5 scn 0 0 613 825 re f";

/// Pages of 210 × 285 mm with room for 3 mm of bleed, and what is drawn on each.
pub fn a_pdf_of(pages: &[&str]) -> Vec<u8> {
    let kids: String = (0..pages.len())
        .map(|page| format!("{} 0 R ", 3 + 2 * page))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{kids}] /Count {} /Resources << /ColorSpace << /R [/Separation /All /DeviceCMYK \
             << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>] >> >> >>",
            pages.len()
        ),
    ];
    for (page, drawn) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612.283 824.882] /TrimBox [8.504 8.504 603.779 816.378] \
             /Contents {} 0 R >>",
            4 + 2 * page
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{drawn}\nendstream",
            drawn.len()
        ));
    }
    written(&objects, "")
}

/// A cover of four pages, printed on both sides, of which one has 套版色.
fn with_registration() -> Vec<u8> {
    a_pdf_of(&[FILLED, FILLED, REGISTRATION, FILLED])
}

/// A phone order whose cover is printed 4+4 without spots, so that nothing else is wrong with a cover.
async fn an_order(house: &TestDesk) -> i64 {
    a_customer(house).await;
    let mut form = a_phone_order();
    let cover = form.components.first_mut().expect("the cover");
    for (key, value) in [
        ("sides", "双面"),
        ("colours", "4+4"),
        ("spots_front", ""),
        ("work_style", "正反印"),
    ] {
        cover.values.insert(key.to_owned(), value.to_owned());
    }
    registered(house, &form).await
}

async fn with_a_fault(house: &TestDesk) -> i64 {
    let order = an_order(house).await;
    let path = arrived(house, "封面.pdf", &with_registration());
    receive(house, order, "c1", &path).await.expect("received");
    order
}

/// The one file in use, as the order's page shows it.
async fn looked(house: &TestDesk, order: i64) -> FilePreflight {
    let mut all = page(house, order).await.preflight;
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

async fn finding(house: &TestDesk, order: i64, kind: FindingKind) -> PreflightFinding {
    let found = looked(house, order).await.findings;
    let one = found.iter().find(|finding| finding.kind == kind);
    one.expect("that kind of finding").clone()
}

fn told(looked: &FilePreflight) -> Vec<(FindingKind, Severity)> {
    let findings = looked.findings.iter();
    findings
        .map(|finding| (finding.kind, finding.severity))
        .collect()
}

/// The lines of the check list about 预检: code, green, warns, where they lead.
async fn lines(house: &TestDesk, order: i64) -> Vec<(&'static str, bool, bool, Option<String>)> {
    let checks = page(house, order).await.checks;
    checks
        .into_iter()
        .filter(|line| line.code.starts_with("preflight"))
        .map(|line| {
            assert_eq!((line.clause, line.step), ("S-4.1.4", 2));
            (line.code, line.ok, line.warns, line.path)
        })
        .collect()
}

async fn named(house: &TestDesk, order: i64, kind: FindingKind) -> Vec<FindingName> {
    let file = looked(house, order).await;
    let of_kind = file.findings.iter().filter(|finding| finding.kind == kind);
    of_kind
        .map(|finding| FindingName {
            file_id: file.file_id,
            hash: finding.hash.clone(),
        })
        .collect()
}

/// The code of a refusal; empty where it was done.
fn said<T>(answer: Result<T, DeskError>) -> &'static str {
    match answer {
        Ok(_) => "",
        Err(error) => {
            assert!(error.is_refusal(), "a refusal, not a failure: {error}");
            error.code()
        }
    }
}

fn a_talk(order: i64, findings: Vec<FindingName>, outcome: &str, words: &str) -> RecordContact {
    RecordContact {
        order_id: order,
        findings,
        who: "王琳".to_owned(),
        at: String::new(),
        how: "wechat".to_owned(),
        outcome: outcome.to_owned(),
        words: words.to_owned(),
    }
}

async fn talk(house: &TestDesk, request: RecordContact) -> &'static str {
    said(
        house
            .desk
            .record_file_contact(&house.assistant, &request)
            .await,
    )
}

/// The customer wants the files of an order printed with every error they have, and the supervisor stands for what is not as
/// ordered.
pub async fn printed_as_they_are(house: &TestDesk, order: i64) {
    let (mut errors, mut not_as_ordered) = (Vec::new(), Vec::new());
    for file in &page(house, order).await.preflight {
        let found = file.findings.iter();
        for finding in found.filter(|finding| finding.severity == Severity::Error) {
            let name = FindingName {
                file_id: file.file_id,
                hash: finding.hash.clone(),
            };
            if finding.kind.is_about_the_order() {
                not_as_ordered.push(name);
            } else {
                errors.push(name);
            }
        }
    }
    if !errors.is_empty() {
        let said = talk(house, a_talk(order, errors, "as_is", "照印")).await;
        assert_eq!(said, "");
    }
    if !not_as_ordered.is_empty() {
        let pin = pin_of(house, "赵强").await;
        assert_eq!(
            waived(house, order, not_as_ordered, "照此印", pin).await,
            ""
        );
    }
}

async fn waive(
    house: &TestDesk,
    order: i64,
    reason: &str,
    approval: ApprovalRequest,
) -> &'static str {
    let findings = named(house, order, FindingKind::Registration).await;
    waived(house, order, findings, reason, approval).await
}

async fn waived(
    house: &TestDesk,
    order: i64,
    findings: Vec<FindingName>,
    reason: &str,
    approval: ApprovalRequest,
) -> &'static str {
    let request = WaiveFindings {
        order_id: order,
        revision: house.revision(order).await,
        findings,
        reason: reason.to_owned(),
        approval,
    };
    said(house.desk.waive_findings(&house.assistant, request).await)
}
