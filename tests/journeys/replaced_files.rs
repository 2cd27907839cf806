//! What was given on a file does not pass for given on the one that replaced it (S-4.1.4b, S-4.2.3, S-4.4.1A-2, S-4.4.2a).

use std::fs;

use docket_core::accounts::{ApprovalRequest, Medium as ByWhich};
use docket_core::documents::forms::marked_copy::Corner;
use docket_core::files::{Counts, FileView};
use docket_core::positions::MarkedCopyRequest;
use docket_core::preflight::wire::VersionComparison;
use docket_core::proofs::{Answer, Chosen};
use docket_core::samples::{
    ChangeSampleRequest, Medium, SampleFactsRequest, SampleType, Source, SourceSigner,
};
use docket_core::task_sheets::CheckOrderRequest;

use crate::files::{a_pdf, arrived, files, receive, receive_as};
use crate::preflight::{a_pdf_of, printed_as_they_are};
use crate::proofs::{answer, bind, choose, customer_said, look_over, print};
use crate::samples::{recorded, samples, stamp};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_book, a_review, agreed, approved, audited, checked, code, issue, page, propose,
};

/// Four pages in four inks over the bleed.
const INK: &str = "0.9 0.1 0.1 0.1 k 0 0 613 825 re f";

/// The cover in four pages, the third of them as said.
fn a_cover(third: &str) -> Vec<u8> {
    a_pdf_of(&[INK, INK, third, INK])
}

/// The newest version of the cover.
async fn cover(house: &TestDesk, order: i64) -> FileView {
    let all = files(house, order).await;
    let found = all
        .into_iter()
        .find(|file| file.component == "c1" && file.newest);
    found.expect("a cover")
}

/// Puts the next version in the place of the cover.
async fn replace(house: &TestDesk, order: i64, bytes: &[u8]) {
    let path = arrived(house, "封面 新版.pdf", bytes);
    let place = cover(house, order).await.place;
    receive_as(house, order, "c1", &path, Some(place), Counts::Single)
        .await
        .expect("the next version");
    printed_as_they_are(house, order).await;
}

/// A cover and a text, agreed to as a proof of lane A and stamped by the customer; answers its sample.
async fn an_agreed_proof(house: &TestDesk, order: i64) -> i64 {
    let path = arrived(house, "内文.pdf", &a_pdf(120));
    receive(house, order, "c4", &path).await.expect("received");
    let path = arrived(house, "封面.pdf", &a_cover(INK));
    receive(house, order, "c1", &path).await.expect("received");
    printed_as_they_are(house, order).await;
    choose(house, order, Some(Chosen::A), None).await.unwrap();
    print(house, order, Medium::Digital, false, vec![])
        .await
        .expect("a proof");
    look_over(house, order).await.unwrap();
    bind(house, order, |_| {}).await.unwrap();
    answer(house, order, Answer::Agreed, "", customer_said())
        .await
        .expect("the customer agrees");
    let sample = samples(house, order).await.remove(0).id;
    let by = SourceSigner::Customer;
    stamp(house, sample, by, None, recorded("王琳", vec![]))
        .await
        .expect("stamped");
    sample
}

/// What the newest cover changed.
async fn since(house: &TestDesk, order: i64) -> VersionComparison {
    let files = page(house, order).await.preflight;
    let newer = files.into_iter().find_map(|file| file.since);
    newer.expect("what the new version changed")
}

async fn everything_signed(house: &TestDesk, order: i64) {
    agreed(house, order).await;
    audited(house, order).await;
    a_review(house, order).await;
    approved(house, order).await;
    checked(house, order).await;
}

#[test]
fn clause_s_4_1_4b_a_new_version_says_by_itself_what_it_changed_and_what_was_given_before() {
    on_both(async |house| {
        let order = a_book(&house).await;
        an_agreed_proof(&house, order).await;
        everything_signed(&house, order).await;
        // 代录: the last 审核 came by phone.
        let by_phone = ApprovalRequest::Recorded {
            person: Some(house.account("周敏").await),
            name: String::new(),
            at: "2026-11-24T01:12:00Z".to_owned(),
            medium: ByWhich::Phone,
            evidence: Vec::new(),
            follows: true,
            note: String::new(),
        };
        let check = CheckOrderRequest {
            order_id: order,
            revision: house.revision(order).await,
            approval: by_phone,
        };
        let checked = house.desk.check_order(&house.assistant, check).await;
        checked.expect("审核");
        house.it_is("2026-11-25T02:00:00Z");
        replace(
            &house,
            order,
            &a_cover(&format!("{INK} 0 0 0 0 k 100 100 200 200 re f")),
        )
        .await;
        let told = since(&house, order).await;
        assert!(told.compared, "without being asked");
        let changed: Vec<_> = told.pages.iter().map(|page| page.after).collect();
        assert_eq!(changed, [Some(3)]);
        let given: Vec<_> = told.given.iter().map(|given| given.kind.as_str()).collect();
        for kind in [
            "stamp",
            "proof",
            "check",
            "opinion",
            "conclusion",
            "effect",
            "waiver",
        ] {
            assert!(given.contains(&kind), "{kind} in {given:?}");
        }
        let recorded = |kind: &str| {
            let given = told.given.iter().find(|given| given.kind == kind);
            given.and_then(|given| given.recorded)
        };
        assert_eq!(
            (recorded("check"), recorded("effect")),
            (Some(ByWhich::Phone), None)
        );
        assert!(samples(&house, order).await[0].stale_proof);
        let newest = cover(&house, order).await.id;
        let asked = house.desk.compare_versions(&house.assistant, newest).await;
        assert_eq!(asked.expect("as it was compared"), told);
    });
}

#[test]
fn clause_s_4_1_4b_what_no_picture_shows_is_told_apart_from_what_did_not_change() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let path = arrived(&house, "封面.pdf", &a_cover(INK));
        receive(&house, order, "c1", &path).await.expect("received");
        printed_as_they_are(&house, order).await;
        let verdicts = async || -> Vec<(Option<u32>, String)> {
            let pages = since(&house, order).await.pages;
            pages
                .into_iter()
                .map(|page| (page.after, page.verdict))
                .collect()
        };
        // The same picture from other words.
        replace(&house, order, &a_cover(&format!("0.5 w {INK}"))).await;
        assert_eq!(verdicts().await, [(Some(3), "unseen".to_owned())]);
        // And every page cut a third of a millimetre further in.
        let cut = String::from_utf8(a_cover(&format!("0.5 w {INK}")))
            .unwrap()
            .replace("/TrimBox [8.504 ", "/TrimBox [9.504 ");
        replace(&house, order, cut.as_bytes()).await;
        let resized = (1..=4).map(|page| (Some(page), "resized".to_owned()));
        assert_eq!(verdicts().await, resized.collect::<Vec<_>>());
    });
}

#[test]
fn clause_s_4_4_2a_what_comes_after_the_sheet_waits_for_a_signed_change() {
    on_both(async |house| {
        fs::create_dir(&house.config.prepress).unwrap();
        let order = a_book(&house).await;
        an_agreed_proof(&house, order).await;
        everything_signed(&house, order).await;
        issue(&house, order).await.expect("issued");
        let filed = async || {
            let done = house.desk.file_into_prepress(&house.assistant, true).await;
            done.expect("a pass");
            cover(&house, order).await.prepress.is_some()
        };
        assert!(filed().await);
        assert_eq!(page(&house, order).await.files_since_the_sheet, [""; 0]);

        house.it_is("2026-11-25T02:00:00Z");
        replace(&house, order, &a_cover(&format!("0.5 w {INK}"))).await;
        let seen = page(&house, order).await;
        assert_eq!(seen.files_since_the_sheet, ["封面 新版.pdf"]);
        assert!(!filed().await, "the plant works from what was signed");

        propose(&house, order, false, |form| {
            let remark = "封面换为第 2 版文件".to_owned();
            form.order.insert("remark".to_owned(), remark);
        })
        .await
        .expect("a signed change");
        assert_eq!(page(&house, order).await.files_since_the_sheet, [""; 0]);
        assert!(filed().await);
    });
}

#[test]
fn clause_s_4_2_4b_the_stamp_of_a_proof_stands_on_what_it_was_printed_from_alone() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let sample = an_agreed_proof(&house, order).await;
        let copy = async |file_id| {
            let request = MarkedCopyRequest {
                file_id,
                sample_id: Some(sample),
                corner: Corner::BottomRight,
                positions: false,
                folio_pages: String::new(),
                first_folio: 1,
            };
            house.desk.make_marked_copy(&house.assistant, request).await
        };
        copy(cover(&house, order).await.id)
            .await
            .expect("the file of the proof");
        replace(&house, order, &a_cover(&format!("0.5 w {INK}"))).await;
        let newer = copy(cover(&house, order).await.id).await;
        assert_eq!(code(newer), "sample_of_another_file");
    });
}

#[test]
fn clause_s_4_2_3_a_proof_the_customer_answered_becomes_no_sample_of_the_customers() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let sample_id = an_agreed_proof(&house, order).await;
        let mend = async |source, medium, place: &str| {
            let seen = samples(&house, order).await.remove(0);
            let request = ChangeSampleRequest {
                sample_id,
                facts: SampleFactsRequest {
                    what: SampleType::Content,
                    source,
                    medium,
                    description: seen.description,
                    quantity: seen.quantity,
                    from_whom: "王琳".to_owned(),
                    came_on: None,
                    condition: String::new(),
                    place: place.to_owned(),
                    valid_until: None,
                },
            };
            house.desk.change_sample(&house.assistant, request).await
        };
        let as_the_customers = mend(Source::Customer, Medium::Physical, "").await;
        assert_eq!(code(as_the_customers), "sample_is_a_proof");
        mend(Source::InternalPrint, Medium::Digital, "样品柜 3")
            .await
            .expect("where it lies may be mended");
    });
}
