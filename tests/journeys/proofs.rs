//! Without a correct sample: lane A with its rounds, lane B with its ink-jet proof and the hand-over to 工艺 (S-4.2.3, S-4.2.5),
//! and changes written on a sample (S-4.2.7).

use docket_core::accounts::{ApprovalRequest, EvidenceRequest, Medium};
use docket_core::proofs::{
    Answer, AnswerProofRequest, BindDummyRequest, CheckItem, ChooseLaneRequest, Chosen, Folios,
    Lane, LaneReason, PrintProofRequest,
};
use docket_core::samples::{
    Medium as Proof, SampleType, SignSampleChangeRequest, Source, SourceSigner,
    WriteSampleChangeRequest,
};
use docket_core::{DeskError, Refuse as _};

use crate::files::{a_pdf, arrived, files, receive, receive_as};
use crate::samples::{a_sample, pin_of, recorded, samples, stamp};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_book, a_review, agreed, approved, audited, checked, compared, issue, page, red, sheet,
    text_of,
};

/// The customer's word on paper, after everything else of the morning.
pub fn customer_said() -> ApprovalRequest {
    ApprovalRequest::Recorded {
        person: None,
        name: "王琳".to_owned(),
        at: "2026-11-24T01:12:00Z".to_owned(),
        medium: Medium::Wechat,
        evidence: vec![],
        follows: true,
        note: String::new(),
    }
}

pub async fn choose(
    house: &TestDesk,
    order_id: i64,
    lane: Option<Chosen>,
    reason: Option<LaneReason>,
) -> Result<i64, DeskError> {
    let request = ChooseLaneRequest {
        order_id,
        lane,
        reason,
        note: String::new(),
    };
    let done = house.desk.choose_lane(&house.assistant, request).await;
    done.map(|done| done.value)
}

pub async fn print(
    house: &TestDesk,
    order_id: i64,
    medium: Proof,
    through_rip: bool,
    printed_from: Vec<String>,
) -> Result<i64, DeskError> {
    let request = PrintProofRequest {
        order_id,
        medium,
        through_rip,
        printed_from,
    };
    let done = house.desk.print_proof(&house.assistant, request).await;
    done.map(|done| done.value)
}

/// A first round of lane A, printed from the files in use.
pub async fn a_round(house: &TestDesk, order: i64) {
    let lane = choose(house, order, Some(Chosen::A), None).await;
    lane.expect("lane A");
    let printed = print(house, order, Proof::Digital, false, vec![]).await;
    printed.expect("a digital proof");
}

async fn newest(house: &TestDesk, order: i64) -> i64 {
    page(house, order).await.proofs.rounds[0].id
}

pub async fn look_over(house: &TestDesk, order: i64) -> Result<i64, DeskError> {
    let proof = newest(house, order).await;
    let done = house
        .desk
        .check_proof(&house.assistant, proof, &CheckItem::ALL)
        .await;
    done.map(|done| done.value)
}

pub async fn bind(
    house: &TestDesk,
    order: i64,
    change: impl FnOnce(&mut BindDummyRequest),
) -> Result<i64, DeskError> {
    let mut request = BindDummyRequest {
        proof_id: newest(house, order).await,
        in_order: true,
        colours: true,
        contents: true,
        bound: true,
        folios: Folios::Visible,
        numbered_by: String::new(),
    };
    change(&mut request);
    let done = house.desk.bind_dummy(&house.assistant, request).await;
    done.map(|done| done.value)
}

pub async fn answer(
    house: &TestDesk,
    order: i64,
    answer: Answer,
    words: &str,
    approval: ApprovalRequest,
) -> Result<i64, DeskError> {
    let request = AnswerProofRequest {
        proof_id: newest(house, order).await,
        revision: house.revision(order).await,
        answer,
        words: words.to_owned(),
        sample_type: SampleType::Content,
        evidence: vec![],
        approval,
    };
    let done = house.desk.answer_proof(&house.assistant, request).await;
    done.map(|done| done.value)
}

/// The book, everything done but samples and proofs.
async fn a_book_without_sample(house: &TestDesk) -> i64 {
    let order = a_book(house).await;
    all_but_samples(house, order).await;
    order
}

async fn all_but_samples(house: &TestDesk, order: i64) {
    agreed(house, order).await;
    audited(house, order).await;
    a_review(house, order).await;
    approved(house, order).await;
    checked(house, order).await;
}

fn code<T: std::fmt::Debug>(answer: Result<T, DeskError>) -> &'static str {
    answer.expect_err("it is refused").code()
}

#[test]
fn clause_s_4_2_3_without_a_correct_sample_a_or_b_is_chosen_before_release() {
    on_both(async |house| {
        let order = a_book_without_sample(&house).await;
        assert_eq!(red(&house, order).await, ["sample_missing"]);
        let line = page(&house, order).await.checks;
        let line = line.into_iter().find(|line| !line.ok).unwrap();
        assert_eq!(
            (line.clause, line.step, line.path.as_deref()),
            ("S-4.2.2", 3, Some("lane"))
        );
        // A print of our own is no correct sample: it would have to be a proof.
        let own = a_sample(
            order,
            SampleType::Content,
            Source::InternalPrint,
            Proof::Digital,
        );
        house
            .desk
            .register_sample(&house.assistant, own)
            .await
            .unwrap();
        assert_eq!(
            red(&house, order).await,
            ["lane_unchosen", "sample_unstamped", "three_way_open"]
        );
        for (lane, reason, refusal) in [
            (Some(Chosen::B), None, "lane_reason_missing"),
            (
                Some(Chosen::A),
                Some(LaneReason::Away),
                "lane_reason_without_need",
            ),
            (None, None, "lane_no_sample_to_go_by"),
        ] {
            assert_eq!(code(choose(&house, order, lane, reason).await), refusal);
        }
        choose(&house, order, Some(Chosen::B), Some(LaneReason::Unsigned))
            .await
            .expect("the customer does not sign");
        let seen = page(&house, order).await.proofs;
        assert_eq!(
            (
                seen.lane,
                seen.reason,
                seen.next_round,
                seen.chosen_by.as_deref()
            ),
            (Lane::B, Some(LaneReason::Unsigned), Some(1), Some("林晓梅"))
        );
        assert!(red(&house, order).await.contains(&"proof_not_printed"));
        let theirs = a_sample(order, SampleType::Colour, Source::Customer, Proof::Physical);
        house
            .desk
            .register_sample(&house.assistant, theirs)
            .await
            .unwrap();
        choose(&house, order, None, None)
            .await
            .expect("a correct sample came after all");
        assert_eq!(page(&house, order).await.proofs.lane, Lane::WithSample);
        assert_eq!(
            red(&house, order).await,
            ["sample_unstamped", "sample_unstamped", "three_way_open"]
        );
    });
}

#[test]
fn clause_s_4_2_3a_a_proof_goes_round_after_round_until_the_customer_agrees() {
    on_both(async |house| {
        let order = a_book(&house).await;
        choose(&house, order, Some(Chosen::A), None).await.unwrap();
        let seen = page(&house, order).await.proofs;
        assert_eq!(
            (seen.suggested, seen.book),
            (Proof::Digital, true),
            "four colours and a case-bound book"
        );
        assert_eq!(
            code(print(&house, order, Proof::Digital, false, vec![]).await),
            "proof_no_file"
        );
        all_but_samples(&house, order).await;
        let text = arrived(&house, "内文.pdf", &a_pdf(120));
        receive(&house, order, "c4", &text).await.unwrap();
        assert_eq!(red(&house, order).await, ["proof_not_printed"]);
        assert_eq!(
            code(print(&house, order, Proof::Inkjet, false, vec![]).await),
            "proof_wrong_medium"
        );
        print(&house, order, Proof::Digital, false, vec![])
            .await
            .expect("A-1");
        assert_eq!(
            red(&house, order).await,
            ["proof_unchecked", "dummy_missing", "proof_unanswered"]
        );
        assert_eq!(
            code(print(&house, order, Proof::Digital, false, vec![]).await),
            "proof_round_open"
        );
        let early = answer(&house, order, Answer::Agreed, "", customer_said()).await;
        let early = early.unwrap_err();
        assert_eq!(
            (early.code(), early.params()),
            (
                "proof_not_ready",
                vec![
                    ("round", "1".to_owned()),
                    ("lines", "proof_unchecked,dummy_missing".to_owned())
                ]
            )
        );
        let proof = newest(&house, order).await;
        let half = house
            .desk
            .check_proof(&house.assistant, proof, &[CheckItem::Size, CheckItem::Text])
            .await;
        assert_eq!(code(half), "proof_check_incomplete");
        look_over(&house, order).await.expect("A-2");
        bind(&house, order, |dummy| {
            dummy.bound = false;
            dummy.folios = Folios::Absent;
        })
        .await
        .expect("it is noted as it is");
        assert_eq!(
            red(&house, order).await,
            ["dummy_unbound", "dummy_unnumbered", "proof_unanswered"]
        );
        bind(&house, order, |dummy| {
            dummy.folios = Folios::Absent;
            dummy.numbered_by = "林晓梅".to_owned();
        })
        .await
        .expect("A-3, bound and numbered by hand");
        assert_eq!(red(&house, order).await, ["proof_unanswered"]);

        let sales = pin_of(&house, "周敏").await;
        assert_eq!(
            code(answer(&house, order, Answer::Agreed, "", sales).await),
            "needs_role",
            "the customer answers, not sales"
        );
        assert_eq!(
            code(answer(&house, order, Answer::Changes, " ", customer_said()).await),
            "proof_changes_without_words"
        );
        answer(
            &house,
            order,
            Answer::Changes,
            "第 3 页换图",
            customer_said(),
        )
        .await
        .expect("A-4: 修改");
        assert_eq!(red(&house, order).await, ["proof_changes_wanted"]);
        assert_eq!(page(&house, order).await.proofs.next_round, Some(2));
        assert_eq!(code(look_over(&house, order).await), "proof_answered");

        // The customer sends a new version; the next round shows it.
        let all = files(&house, order).await;
        let text = all.iter().find(|file| file.component == "c4").unwrap();
        let place = text.place;
        let again = arrived(&house, "内文_改.pdf", &a_pdf(118));
        receive_as(
            &house,
            order,
            "c4",
            &again,
            Some(place),
            docket_core::files::Counts::Single,
        )
        .await
        .unwrap();
        crate::preflight::printed_as_they_are(&house, order).await;
        print(&house, order, Proof::Digital, false, vec![])
            .await
            .expect("the next round");
        look_over(&house, order).await.unwrap();
        bind(&house, order, |_| {}).await.unwrap();
        answer(&house, order, Answer::Agreed, "", customer_said())
            .await
            .expect("A-4: 同意");
        let rounds = page(&house, order).await.proofs.rounds;
        assert_eq!(rounds.len(), 2, "both rounds stay");
        assert_eq!(
            rounds[1]
                .answer
                .as_ref()
                .map(|answer| (answer.answer, answer.words.as_str())),
            Some((Answer::Changes, "第 3 页换图"))
        );
        let became = rounds[0].answer.as_ref().unwrap().sample.clone();
        assert_eq!(became.as_deref(), Some("Y-2026-A0001"));
        assert_eq!(
            red(&house, order).await,
            ["sample_unstamped", "three_way_open"]
        );
        compared(&house, order).await;
        let sample = samples(&house, order).await.remove(0);
        assert_eq!(
            (sample.source, sample.medium, sample.description.as_str()),
            (Source::InternalPrint, Proof::Digital, "第 2 轮数码样")
        );
        stamp(
            &house,
            sample.id,
            SourceSigner::Customer,
            None,
            recorded("王琳", vec![]),
        )
        .await
        .expect("S-4.2.4e: in lane A the customer signs");
        assert_eq!(red(&house, order).await, [""; 0]);

        // One more version: what was agreed to is not what would be printed.
        let third = arrived(&house, "内文_再改.pdf", &a_pdf(116));
        receive_as(
            &house,
            order,
            "c4",
            &third,
            Some(place),
            docket_core::files::Counts::Single,
        )
        .await
        .unwrap();
        assert_eq!(
            red(&house, order).await,
            ["preflight_errors", "proof_stale", "three_way_differs"]
        );
        crate::preflight::printed_as_they_are(&house, order).await;
        let stale = page(&house, order).await.proofs;
        assert!(stale.rounds[0].stale && stale.rounds[0].files.iter().any(|file| file.replaced));
        print(&house, order, Proof::Blueline, false, vec![])
            .await
            .unwrap();
        look_over(&house, order).await.unwrap();
        bind(&house, order, |_| {}).await.unwrap();
        answer(&house, order, Answer::Agreed, "", customer_said())
            .await
            .unwrap();
        let all = samples(&house, order).await;
        assert_eq!(
            (all[0].out_reason.as_str(), all[1].out_reason.as_str()),
            ("第 3 轮打样代替", ""),
            "the newer proof takes the older one's place"
        );
        assert_eq!(
            red(&house, order).await,
            ["sample_unstamped", "three_way_stale"],
            "nobody has held the newer one against the sheet"
        );
    });
}

#[test]
fn clause_s_4_2_3b_an_inkjet_proof_of_the_originals_goes_to_prepress_with_the_sheet() {
    on_both(async |house| {
        let order = a_book_without_sample(&house).await;
        choose(&house, order, Some(Chosen::B), Some(LaneReason::Away))
            .await
            .unwrap();
        let text = arrived(&house, "内文.pdf", &a_pdf(120));
        receive(&house, order, "c4", &text).await.unwrap();
        let printed = |path: &std::path::Path| vec![path.to_str().unwrap().to_owned()];
        let other = arrived(&house, "转换过.pdf", &a_pdf(119));
        let converted = print(&house, order, Proof::Inkjet, false, printed(&other)).await;
        let converted = converted.unwrap_err();
        assert_eq!(
            (converted.code(), converted.params()),
            (
                "proof_not_received",
                vec![("name", "转换过.pdf".to_owned())]
            )
        );
        assert_eq!(
            code(print(&house, order, Proof::Inkjet, true, vec![]).await),
            "proof_through_rip"
        );
        print(&house, order, Proof::Inkjet, false, printed(&text))
            .await
            .expect("B-2: the received original, by its hash");
        let round = page(&house, order).await.proofs.rounds.remove(0);
        assert!(round.compared);
        assert_eq!(round.files[0].sha256, files(&house, order).await[0].sha256);
        assert_eq!(
            red(&house, order).await,
            ["dummy_missing", "proof_unsigned"]
        );
        bind(&house, order, |dummy| {
            dummy.folios = Folios::Hidden;
            dummy.numbered_by = "小陈".to_owned();
        })
        .await
        .unwrap();
        let production = pin_of(&house, "孙工").await;
        assert_eq!(
            code(answer(&house, order, Answer::Agreed, "", production).await),
            "needs_role"
        );
        let sales = pin_of(&house, "周敏").await;
        answer(&house, order, Answer::Agreed, "", sales.clone())
            .await
            .expect("B-3: 业务员 signs");
        assert_eq!(
            red(&house, order).await,
            ["sample_unstamped", "three_way_open"]
        );
        compared(&house, order).await;
        let sample = samples(&house, order).await.remove(0).id;
        stamp(
            &house,
            sample,
            SourceSigner::SalesRepresentative,
            None,
            sales,
        )
        .await
        .unwrap();
        issue(&house, order).await.expect("the sheet is issued");

        let lines = page(&house, order).await.hand_overs;
        let prepress: Vec<_> = lines
            .iter()
            .filter(|line| line.department == "印前/工艺" && line.content.contains("任务书"))
            .collect();
        assert_eq!(prepress.len(), 1, "it is handed over once");
        let label = sheet(&house, order).await.label;
        assert_eq!(
            prepress[0].content,
            format!("生产任务书 {label}；喷墨稿（第 1 轮，Y-2026-A0001，周敏 签）")
        );
        let slip = house
            .desk
            .hand_over_slip(&house.assistant, prepress[0].id)
            .await
            .expect("转交单")
            .value;
        assert_eq!(slip.file_name, "转交单-OD-2026-A000001-印前-工艺.pdf");
        let text = text_of(&house, &slip.sha256);
        let bare: String = label.split_whitespace().collect();
        for words in [
            bare.as_str(),
            "喷墨稿第1轮",
            "客户在外地",
            "Y-2026-A0001",
            &round.files[0].sha256,
        ] {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert_eq!(
            code(choose(&house, order, Some(Chosen::A), None).await),
            "proof_released"
        );
    });
}

#[test]
fn clause_s_4_2_7_a_change_on_a_sample_is_signed_beside_it_or_keeps_the_sheet_back() {
    on_both(async |house| {
        let order = a_book_without_sample(&house).await;
        crate::task_sheets::a_stamped_sample(&house, order).await;
        compared(&house, order).await;
        let sample_id = samples(&house, order).await[0].id;
        let write = async |place: &str, words: &str, approval| {
            let request = WriteSampleChangeRequest {
                sample_id,
                place: place.to_owned(),
                words: words.to_owned(),
                scan: vec![EvidenceRequest::Pasted {
                    name: "改动.jpg".to_owned(),
                    data: "/9j/4AAQ".to_owned(),
                }],
                approval,
            };
            house
                .desk
                .write_sample_change(&house.assistant, request)
                .await
        };
        assert_eq!(
            code(write("第 8 页", " ", None).await),
            "sample_change_incomplete"
        );
        write("第 8 页左下", "电话改为 8899", None)
            .await
            .expect("it is noted");
        let line = page(&house, order).await.checks;
        let line = line.into_iter().find(|line| !line.ok).unwrap();
        assert_eq!(
            (line.code, line.clause, line.path.as_deref()),
            (
                "sample_change_unsigned",
                "S-4.2.7",
                Some(format!("sample.{sample_id}").as_str())
            )
        );
        let change = samples(&house, order).await[0].changes.remove(0);
        assert!(change.scan.is_some() && change.signer.is_none());
        let sign = async |approval| {
            let request = SignSampleChangeRequest {
                change_id: change.id,
                approval,
            };
            house
                .desk
                .sign_sample_change(&house.assistant, request)
                .await
        };
        let quality = pin_of(&house, "陈刚").await;
        assert_eq!(code(sign(quality).await), "needs_role");
        let sales = pin_of(&house, "周敏").await;
        sign(sales.clone()).await.expect("业务员 signs beside it");
        assert_eq!(red(&house, order).await, [""; 0]);
        assert_eq!(code(sign(sales).await), "sample_change_signed");
        let assistant = pin_of(&house, "林晓梅").await;
        write("封底", "条码上移 5 mm", Some(assistant))
            .await
            .expect("signed at once");
        let changes = samples(&house, order).await[0].changes.clone();
        assert_eq!(
            changes
                .iter()
                .map(|change| change.signer.as_deref())
                .collect::<Vec<_>>(),
            [Some("周敏"), Some("林晓梅")]
        );
        assert_eq!(red(&house, order).await, [""; 0]);
    });
}
