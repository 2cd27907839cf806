//! Samples: registered, stamped, stale, stamped anew, labelled (S-4.1.1c, S-4.2.4).

use docket_core::accounts::{Actor, ApprovalRequest, EvidenceRequest, Medium};
use docket_core::customers::wire::SaveCustomer;
use docket_core::files::{ContentStore, FileHash};
use docket_core::samples::{
    LabelPaperRequest, LabelsRequest, Medium as Proof, RegisterSampleRequest, RollOffsetRequest,
    SampleBlock, SampleFactsRequest, SampleType, SampleView, Source, SourceSigner,
    StampSampleRequest, sample_facts, samples_block_release, views,
};
use docket_core::{DeskError, Refuse as _};

use crate::house_rules::{set, setting};
use crate::orders::{CUSTOMER, a_customer, a_phone_order, change, refused, registered};
use crate::support::{PIN, TestDesk, on_both};
use crate::task_sheets::{frozen_pdf, issue, ready_to_issue, text_of, the_book};

pub fn a_sample(
    order: i64,
    what: SampleType,
    source: Source,
    medium: Proof,
) -> RegisterSampleRequest {
    RegisterSampleRequest {
        order_id: order,
        facts: SampleFactsRequest {
            what,
            source,
            medium,
            from_whom: "王琳".to_owned(),
            came_on: None,
            description: "客户原样书".to_owned(),
            quantity: 1,
            condition: String::new(),
            place: String::new(),
            valid_until: None,
        },
        photos: vec![],
    }
}

pub fn labels(order_id: i64, samples: &[i64]) -> LabelsRequest {
    LabelsRequest {
        order_id,
        sample_ids: samples.to_vec(),
        paper: LabelPaperRequest::Roll,
        used: 0,
        roll: RollOffsetRequest::default(),
    }
}

/// Registers a sample of the customer's own and answers its row.
pub async fn a_customers_sample(house: &TestDesk, order: i64) -> i64 {
    let request = a_sample(order, SampleType::Colour, Source::Customer, Proof::Physical);
    house
        .desk
        .register_sample(&house.assistant, request)
        .await
        .expect("a sample is registered");
    samples(house, order).await.last().unwrap().id
}

pub async fn samples(house: &TestDesk, order: i64) -> Vec<SampleView> {
    views(
        &mut house.desk.read().await.unwrap(),
        order,
        house.clock.today(),
    )
    .await
    .unwrap()
}

pub async fn blocks(house: &TestDesk, order: i64) -> Vec<SampleBlock> {
    let facts = sample_facts(&mut house.desk.read().await.unwrap(), order)
        .await
        .unwrap();
    samples_block_release(&facts, house.clock.today())
}

/// The PIN of somebody of the house.
pub async fn pin_of(house: &TestDesk, name: &str) -> ApprovalRequest {
    ApprovalRequest::Pin {
        person: house.account(name).await,
        pin: PIN.to_owned(),
    }
}

/// The customer's word, recorded by the assistant.
pub fn recorded(name: &str, evidence: Vec<String>) -> ApprovalRequest {
    ApprovalRequest::Recorded {
        person: None,
        name: name.to_owned(),
        at: "2026-11-24T01:00:00Z".to_owned(),
        medium: Medium::Paper,
        follows: evidence.is_empty(),
        evidence: evidence
            .into_iter()
            .map(|path| EvidenceRequest::File { path })
            .collect(),
        note: String::new(),
    }
}

async fn order_of(house: &TestDesk, sample: i64) -> i64 {
    let mut reader = house.desk.read().await.unwrap();
    sqlx::query_scalar("SELECT order_id FROM samples WHERE id = $1")
        .bind(sample)
        .fetch_one(&mut *reader)
        .await
        .expect("a sample")
}

pub async fn stamp(
    house: &TestDesk,
    sample_id: i64,
    capacity: SourceSigner,
    valid_until: Option<&str>,
    approval: ApprovalRequest,
) -> Result<i64, DeskError> {
    let actor = &house.assistant;
    stamp_as(house, actor, sample_id, capacity, valid_until, approval).await
}

async fn stamp_as(
    house: &TestDesk,
    actor: &Actor,
    sample_id: i64,
    capacity: SourceSigner,
    valid_until: Option<&str>,
    approval: ApprovalRequest,
) -> Result<i64, DeskError> {
    let valid_until = valid_until.map(str::to_owned);
    let order = order_of(house, sample_id).await;
    let request = StampSampleRequest {
        sample_id,
        revision: house.revision(order).await,
        capacity,
        valid_until,
        approval,
    };
    house
        .desk
        .stamp_sample(actor, request)
        .await
        .map(|done| done.value)
}

#[test]
fn clause_f1_02_nobody_but_the_assistant_records_the_customer_s_stamp() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sample = a_customers_sample(&house, order).await;
        // 品质 may stamp, by a PIN of its own; what the customer did elsewhere the assistant writes down.
        let quality = house.actor("陈刚").await;
        let word = || recorded("王琳", vec![]);
        let done = stamp_as(
            &house,
            &quality,
            sample,
            SourceSigner::Customer,
            None,
            word(),
        )
        .await;
        assert_eq!(done.unwrap_err().code(), "needs_role");
        let done = stamp(&house, sample, SourceSigner::Customer, None, word()).await;
        assert_eq!(done.expect("代录"), order);
    });
}

#[test]
fn clause_s_4_2_4b_a_stamp_carries_its_four_facts_from_the_order() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sample = a_customers_sample(&house, order).await;
        assert_eq!(
            blocks(&house, order).await,
            [SampleBlock::Unstamped {
                number: "Y-2026-A0001".to_owned()
            }]
        );
        let pin = pin_of(&house, "周敏").await;
        let done = stamp(
            &house,
            sample,
            SourceSigner::SalesRepresentative,
            Some("2027-07-24"),
            pin,
        )
        .await;
        assert_eq!(done.expect("业务员 stamps a customer's sample"), order);
        let seen = samples(&house, order).await.remove(0);
        let given = seen.stamp.expect("it is stamped");
        assert_eq!(
            (
                given.customer.as_str(),
                given.product.as_str(),
                given.sample_type.as_str(),
                given.signer.as_str()
            ),
            (CUSTOMER, "《岭南草木》精装画册", "颜色样", "周敏")
        );
        assert_eq!(
            (given.date.as_str(), given.valid_until.as_deref()),
            ("2026-11-24", Some("2027-07-24"))
        );
        assert!(given.recorded.is_none() && !given.stale && !given.expired);
        assert_eq!(blocks(&house, order).await, []);
    });
}

#[test]
fn clause_s_4_2_4c_d_e_the_source_decides_who_signs() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let request = a_sample(
            order,
            SampleType::Content,
            Source::Retained,
            Proof::Physical,
        );
        house
            .desk
            .register_sample(&house.assistant, request)
            .await
            .unwrap();
        let retained = samples(&house, order).await[0].id;
        let sales = pin_of(&house, "周敏").await;
        let by_sales = stamp(
            &house,
            retained,
            SourceSigner::SalesRepresentative,
            None,
            sales.clone(),
        )
        .await;
        assert_eq!(by_sales.unwrap_err().code(), "sample_wrong_signer");
        let disguised = stamp(&house, retained, SourceSigner::Quality, None, sales).await;
        assert_eq!(
            disguised.unwrap_err().code(),
            "needs_role",
            "业务员 does not become 品质 by saying so"
        );
        let quality = pin_of(&house, "陈刚").await;
        let wrong = ApprovalRequest::Pin {
            person: house.account("陈刚").await,
            pin: "0000".to_owned(),
        };
        assert_eq!(
            stamp(&house, retained, SourceSigner::Quality, None, wrong)
                .await
                .unwrap_err()
                .code(),
            "wrong_pin"
        );
        assert!(
            samples(&house, order).await[0].stamp.is_none(),
            "nothing of it was written"
        );
        stamp(
            &house,
            retained,
            SourceSigner::Quality,
            None,
            quality.clone(),
        )
        .await
        .expect("品质 stamps what it retained");

        let customers = a_customers_sample(&house, order).await;
        let by_quality = stamp(&house, customers, SourceSigner::Quality, None, quality).await;
        assert_eq!(by_quality.unwrap_err().code(), "sample_wrong_signer");
    });
}

#[test]
fn clause_s_4_2_4c_a_customers_signature_is_recorded_with_its_evidence() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sample = a_customers_sample(&house, order).await;
        let as_customer = pin_of(&house, "周敏").await;
        let posed = stamp(&house, sample, SourceSigner::Customer, None, as_customer).await;
        assert_eq!(posed.unwrap_err().code(), "sample_customer_is_recorded");
        let nameless = stamp(
            &house,
            sample,
            SourceSigner::Customer,
            None,
            recorded(" ", vec![]),
        )
        .await;
        assert_eq!(nameless.unwrap_err().code(), "recorded_without_name");
        let scan = house.path().join("签样 扫描.jpg");
        std::fs::write(&scan, b"\xff\xd8\xff scan").unwrap();
        let missing = recorded(
            "王琳",
            vec![house.path().join("没有.jpg").to_str().unwrap().to_owned()],
        );
        let unproven = stamp(&house, sample, SourceSigner::Customer, None, missing)
            .await
            .unwrap_err();
        assert_eq!(
            (unproven.code(), unproven.is_refusal()),
            ("original_unreadable", false)
        );
        let proven = recorded("王琳", vec![scan.to_str().unwrap().to_owned()]);
        stamp(&house, sample, SourceSigner::Customer, None, proven)
            .await
            .expect("the customer's word is recorded");
        let given = samples(&house, order).await.remove(0).stamp.unwrap();
        assert_eq!(
            (given.signer.as_str(), given.recorded),
            ("王琳", Some(Medium::Paper))
        );
        let store = ContentStore::open(&house.config.attachments);
        let scan = FileHash::of(b"\xff\xd8\xff scan");
        assert_eq!(store.read(&scan).unwrap(), b"\xff\xd8\xff scan");
        // The scan hangs on the signature of this very stamp.
        let pieces: Vec<(String, String)> = sqlx::query_as(
            "SELECT e.name, e.sha256 FROM evidence_pieces e JOIN stamps t ON t.signature_id = e.signature_id WHERE t.sample_id = $1",
        )
        .bind(sample)
        .fetch_all(&mut *house.desk.read().await.unwrap())
        .await
        .unwrap();
        assert_eq!(pieces, [("签样 扫描.jpg".to_owned(), scan.to_string())]);
    });
}

#[test]
fn clause_s_4_2_4b_a_new_name_makes_the_stamp_stale_until_it_is_stamped_anew() {
    on_both(async |house| {
        let customer = a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sample = a_customers_sample(&house, order).await;
        let number = || "Y-2026-A0001".to_owned();
        let pin = pin_of(&house, "周敏").await;
        let signed = SourceSigner::SalesRepresentative;
        stamp(&house, sample, signed, None, pin.clone())
            .await
            .unwrap();
        let twice = stamp(&house, sample, signed, None, pin.clone()).await;
        assert_eq!(twice.unwrap_err().code(), "sample_already_stamped");

        change(&house, order, |form| {
            drop(
                form.product
                    .insert("name".into(), "《岭南草木》精装画册 第二版".into()),
            )
        })
        .await;
        assert_eq!(
            blocks(&house, order).await,
            [SampleBlock::Stale { number: number() }]
        );
        let given = samples(&house, order).await.remove(0).stamp.unwrap();
        assert_eq!(
            (given.product.as_str(), given.stale),
            ("《岭南草木》精装画册", true),
            "the stamp says what it said"
        );
        stamp(&house, sample, signed, None, pin.clone())
            .await
            .expect("stamped anew");
        assert_eq!(blocks(&house, order).await, []);

        let renamed = SaveCustomer {
            id: Some(customer),
            revision: 2,
            name: "深圳市彩源文化有限公司".to_owned(),
            contact: "王琳".to_owned(),
            ..SaveCustomer::default()
        };
        house
            .desk
            .save_customer(&house.assistant, &renamed)
            .await
            .expect("the customer is renamed");
        assert_eq!(
            blocks(&house, order).await,
            [SampleBlock::Stale { number: number() }]
        );
        stamp(&house, sample, signed, None, pin)
            .await
            .expect("stamped anew");
        assert_eq!(blocks(&house, order).await, []);
    });
}

#[test]
fn clause_s_4_2_4a_a_validity_ends_with_its_last_day() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sample = a_customers_sample(&house, order).await;
        let pin = pin_of(&house, "林晓梅").await;
        for (day, code) in [
            ("2026-11-23", "sample_validity_past"),
            ("明年", "sample_bad_day"),
        ] {
            let given = stamp(
                &house,
                sample,
                SourceSigner::SalesAssistant,
                Some(day),
                pin.clone(),
            )
            .await;
            assert_eq!(given.unwrap_err().code(), code);
        }
        stamp(
            &house,
            sample,
            SourceSigner::SalesAssistant,
            Some("2026-11-24"),
            pin,
        )
        .await
        .unwrap();
        // 23:59 in Shanghai is still that day.
        house.it_is("2026-11-24T15:59:00Z");
        assert_eq!(blocks(&house, order).await, []);
        house.it_is("2026-11-24T16:00:00Z");
        let expired = SampleBlock::Expired {
            number: "Y-2026-A0001".to_owned(),
            valid_until: "2026-11-24".parse().unwrap(),
        };
        assert_eq!(blocks(&house, order).await, [expired]);
        assert!(
            samples(&house, order)
                .await
                .remove(0)
                .stamp
                .unwrap()
                .expired
        );
    });
}

#[test]
fn clause_s_4_1_1c_a_blueline_is_never_registered_as_a_colour_sample() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let blueline = a_sample(
            order,
            SampleType::Colour,
            Source::InternalPrint,
            Proof::Blueline,
        );
        let refusal = house
            .desk
            .register_sample(&house.assistant, blueline)
            .await
            .unwrap_err();
        assert_eq!(refusal.code(), "sample_medium_proves_not");
        assert_eq!(samples(&house, order).await, []);
        assert_eq!(blocks(&house, order).await, [SampleBlock::NoSample]);
        let sample = a_customers_sample(&house, order).await;
        assert_eq!(
            samples(&house, order).await[0].number,
            "Y-2026-A0001",
            "a refused sample takes no number"
        );
        assert!(sample > 0);
    });
}

#[test]
fn clause_s_4_2_4a_the_stamp_is_printed_as_a_label() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let (first, second) = (
            a_customers_sample(&house, order).await,
            a_customers_sample(&house, order).await,
        );
        let pin = pin_of(&house, "周敏").await;
        stamp(
            &house,
            first,
            SourceSigner::SalesRepresentative,
            None,
            pin.clone(),
        )
        .await
        .unwrap();
        let early = house
            .desk
            .sample_labels(&house.assistant, &labels(order, &[first, second]))
            .await;
        assert_eq!(early.unwrap_err().code(), "sample_no_stamp_to_print");
        stamp(&house, second, SourceSigner::SalesRepresentative, None, pin)
            .await
            .unwrap();
        let paper = house
            .desk
            .sample_labels(&house.assistant, &labels(order, &[first, second]))
            .await
            .unwrap()
            .value;
        assert_eq!(
            (paper.file_name.as_str(), paper.pages),
            ("样本确认章-OD-2026-A000001.pdf", 2)
        );
        let text = text_of(&house, &paper.sha256);
        for fact in [
            CUSTOMER,
            "《岭南草木》精装画册",
            "颜色样",
            "周敏",
            "OD-2026-A000001",
            "Y-2026-A0001",
            "Y-2026-A0002",
        ] {
            assert!(
                text.contains(fact),
                "{fact} is missing on the label: {text}"
            );
        }
        let none = house
            .desk
            .sample_labels(&house.assistant, &labels(order, &[]))
            .await;
        assert_eq!(none.unwrap_err().code(), "no_sample_chosen");
    });
}

#[test]
fn clause_s_4_2_4b_a_stamp_keeps_the_words_that_held_when_it_was_given() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let (first, second) = (
            a_customers_sample(&house, order).await,
            a_customers_sample(&house, order).await,
        );
        let pin = pin_of(&house, "周敏").await;
        let printed = async |sample| {
            let asked = labels(order, &[sample]);
            let paper = house.desk.sample_labels(&house.assistant, &asked).await;
            text_of(&house, &paper.unwrap().value.sha256)
        };
        set(&house, "stamp_heading", "客户签样确认", "11-25").await;
        set(&house, "stamp_closing", "逾期须重新签样。", "11-25").await;
        let by = SourceSigner::SalesRepresentative;
        stamp(&house, first, by, None, pin.clone()).await.unwrap();
        let usual = printed(first).await;
        assert!(usual.starts_with("样本确认Y-2026-A0001"), "{usual}");

        house.it_is("2026-11-25T01:00:00Z");
        stamp(&house, second, by, None, pin).await.unwrap();
        set(&house, "stamp_heading", "封样", "今天").await;
        set(&house, "stamp_closing", "", "今天").await;
        assert_eq!(printed(first).await, usual, "as it was given");
        let words = printed(second).await;
        assert!(words.starts_with("客户签样确认Y-2026-A0002"), "{words}");
        assert!(words.ends_with("逾期须重新签样。"), "{words}");
        for fact in [CUSTOMER, "《岭南草木》精装画册", "颜色样", "周敏"] {
            assert!(words.contains(fact), "{fact} in {words}");
        }

        // What cannot be printed is not set, and no stamp is said to have been another than it was.
        let director = house.actor("何静").await;
        let long = "样".repeat(21);
        for (rule, value, from, field) in [
            ("stamp_heading", "", "今天", "value"),
            ("stamp_heading", &long[..33], "今天", "value"),
            ("stamp_closing", &long, "今天", "value"),
            ("stamp_closing", "样\u{10fffd}", "今天", "value"),
            ("stamp_heading", "封样确认", "昨天", "from"),
        ] {
            let asked = setting(rule, value, from);
            let told = house.desk.change_setting(&director, &asked).await;
            assert_eq!(refused(told).1, [field], "{rule} {value}");
        }
    });
}

#[test]
fn clause_s_4_2_4b_the_sheet_shows_a_stamp_in_the_words_it_was_given_with() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &the_book()).await;
        set(&house, "stamp_heading", "客户签样确认", "今天").await;
        set(&house, "stamp_closing", "逾期须重新签样。", "今天").await;
        ready_to_issue(&house, order).await;
        set(&house, "stamp_heading", "封样", "今天").await;
        set(&house, "stamp_closing", "", "今天").await;
        issue(&house, order).await.expect("the sheet is issued");
        let words = text_of(&house, &frozen_pdf(&house, order).await);
        for fact in ["客户签样确认", "逾期须重新签样。"] {
            assert!(words.contains(fact), "{fact} in {words}");
        }
    });
}
