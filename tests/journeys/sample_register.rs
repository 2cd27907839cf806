//! The register of samples: where one lies, who has it, pictures of it; a stamp that is voided (S-4.1.1c, S-4.2.4).

use docket_core::Refuse as _;
use docket_core::accounts::EvidenceRequest;
use docket_core::samples::{
    ChangeSampleRequest, LabelPaperRequest, LendSampleRequest, Medium as Proof,
    ReturnSampleRequest, RollOffsetRequest, SampleBlock, SampleType, SampleView, Source,
    SourceSigner, VoidStampRequest,
};

use crate::orders::{a_customer, a_phone_order, registered};
use crate::samples::{
    a_customers_sample, a_sample, blocks, labels, pin_of, recorded, samples, stamp,
};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{page, text_of};

/// A picture of one pixel.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async fn one(house: &TestDesk, order: i64) -> SampleView {
    samples(house, order).await.remove(0)
}

#[test]
fn clause_s_4_1_1c_a_sample_has_a_place_a_condition_a_validity_and_pictures() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let mut request = a_sample(order, SampleType::Colour, Source::Customer, Proof::Physical);
        request.facts.condition = " 边角有折痕 ".to_owned();
        request.facts.place = "样品柜 3-2".to_owned();
        request.facts.valid_until = Some("2027-07-24".to_owned());
        request.photos = vec![EvidenceRequest::Pasted {
            name: "色样.png".to_owned(),
            data: PNG.to_owned(),
        }];
        house
            .desk
            .register_sample(&house.assistant, request)
            .await
            .expect("a sample with its picture");
        let seen = one(&house, order).await;
        assert_eq!(
            (
                seen.condition.as_str(),
                seen.place.as_str(),
                seen.valid_until.as_deref()
            ),
            ("边角有折痕", "样品柜 3-2", Some("2027-07-24"))
        );
        assert_eq!(seen.photos.len(), 1);
        assert_eq!(seen.photos[0].name, "色样.png");
        let bytes = house.desk.sample_photo(seen.photos[0].id).await.unwrap();
        assert!(bytes.starts_with(b"\x89PNG"), "as it came");

        let scan = house.path().join("背面.jpg");
        std::fs::write(&scan, b"\xff\xd8\xff a picture").unwrap();
        let text = house.path().join("说明.txt");
        std::fs::write(&text, "不是图片").unwrap();
        let file = |path: &std::path::Path| EvidenceRequest::File {
            path: path.to_str().unwrap().to_owned(),
        };
        let refused = house
            .desk
            .add_sample_photos(&house.assistant, seen.id, vec![file(&scan), file(&text)])
            .await
            .unwrap_err();
        assert_eq!(
            (refused.code(), refused.params()),
            (
                "sample_not_a_picture",
                vec![("name", "说明.txt".to_owned())]
            )
        );
        let none = house
            .desk
            .add_sample_photos(&house.assistant, seen.id, vec![])
            .await;
        assert_eq!(none.unwrap_err().code(), "sample_no_picture");
        house
            .desk
            .add_sample_photos(&house.assistant, seen.id, vec![file(&scan)])
            .await
            .expect("another picture");
        assert_eq!(one(&house, order).await.photos.len(), 2);
    });
}

#[test]
fn clause_s_4_1_1c_a_sample_is_with_one_person_at_a_time() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sample_id = a_customers_sample(&house, order).await;
        let lend = async |borrower: &str| {
            let request = LendSampleRequest {
                sample_id,
                borrower: borrower.to_owned(),
                purpose: "对色".to_owned(),
            };
            house.desk.lend_sample(&house.assistant, request).await
        };
        let give_back = async |who: &str| {
            let request = ReturnSampleRequest {
                sample_id,
                returned_by: who.to_owned(),
                place: "样品柜 1-1".to_owned(),
            };
            house.desk.return_sample(&house.assistant, request).await
        };
        assert_eq!(lend(" ").await.unwrap_err().code(), "sample_nobody_borrows");
        assert_eq!(
            give_back("孙工").await.unwrap_err().code(),
            "sample_not_lent"
        );
        lend("孙工").await.expect("production borrows it");
        let twice = lend("陈刚").await.unwrap_err();
        assert_eq!(twice.code(), "sample_lent_already");
        assert!(twice.params().contains(&("borrower", "孙工".to_owned())));
        let out = one(&house, order).await.loans.remove(0);
        assert_eq!(
            (
                out.borrower.as_str(),
                out.purpose.as_str(),
                out.lent_by.as_str(),
                out.returned_at
            ),
            ("孙工", "对色", "林晓梅", None)
        );
        house.it_is("2026-11-25T02:00:00Z");
        give_back("小孙").await.expect("it comes back");
        let seen = one(&house, order).await;
        let back = &seen.loans[0];
        assert_eq!(
            (
                back.returned_at.as_deref(),
                back.returned_by.as_deref(),
                back.taken_by.as_deref()
            ),
            (Some("2026-11-25T02:00:00Z"), Some("小孙"), Some("林晓梅"))
        );
        assert_eq!(seen.place, "样品柜 1-1");
        lend("陈刚").await.expect("it may go out again");
        assert_eq!(one(&house, order).await.loans.len(), 2, "both stay visible");
    });
}

#[test]
fn clause_s_4_2_4_a_stamp_is_voided_by_a_second_one_and_both_stay_visible() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sample_id = a_customers_sample(&house, order).await;
        let void = async |stamp_id, capacity, reason: &str, approval| {
            let request = VoidStampRequest {
                sample_id,
                stamp_id,
                capacity,
                reason: reason.to_owned(),
                approval,
            };
            house.desk.void_stamp(&house.assistant, request).await
        };
        let sales = pin_of(&house, "周敏").await;
        let quality = pin_of(&house, "陈刚").await;
        let signer = SourceSigner::SalesRepresentative;
        let nothing = void(1, signer, "颜色不对", sales.clone())
            .await
            .unwrap_err();
        assert_eq!(nothing.code(), "sample_nothing_to_void");
        stamp(&house, sample_id, signer, None, sales.clone())
            .await
            .unwrap();
        let shown = one(&house, order).await.stamp.unwrap().id;
        for (capacity, reason, approval, code) in [
            (signer, " ", sales.clone(), "sample_reason_missing"),
            (
                SourceSigner::Quality,
                "颜色不对",
                quality.clone(),
                "sample_wrong_signer",
            ),
            (signer, "颜色不对", quality, "needs_role"),
            (
                SourceSigner::Customer,
                "颜色不对",
                sales.clone(),
                "sample_customer_is_recorded",
            ),
        ] {
            let refused = void(shown, capacity, reason, approval).await.unwrap_err();
            assert_eq!(refused.code(), code);
        }
        assert_eq!(blocks(&house, order).await, [], "nothing of it was written");

        let wang = recorded("王琳", vec![]);
        void(shown, SourceSigner::Customer, "颜色与原稿不符", wang)
            .await
            .expect("the customer takes the stamp back");
        let number = "Y-2026-A0001".to_owned();
        assert_eq!(
            blocks(&house, order).await,
            [SampleBlock::Voided { number }],
            "it does not count at release"
        );
        let given = one(&house, order).await.stamp.unwrap();
        let voided = given.void.expect("it says so");
        assert_eq!(
            (
                given.signer.as_str(),
                voided.reason.as_str(),
                voided.signer.as_str(),
                voided.date.as_str()
            ),
            ("周敏", "颜色与原稿不符", "王琳", "2026-11-24")
        );
        let trail = page(&house, order).await.trail;
        assert_eq!(trail[0].activity, "void_stamp");
        assert!(trail.iter().any(|line| line.activity == "stamp_sample"));
        let twice = void(shown, signer, "再作废", sales.clone())
            .await
            .unwrap_err();
        assert_eq!(twice.code(), "sample_void_already");

        let label = house
            .desk
            .sample_labels(&house.assistant, &labels(order, &[sample_id]))
            .await
            .expect("the label that is stuck over the old one")
            .value;
        let text = text_of(&house, &label.sha256);
        assert!(
            text.contains("作废") && text.contains("颜色与原稿不符"),
            "{text}"
        );

        stamp(&house, sample_id, signer, None, sales.clone())
            .await
            .expect("stamped anew");
        let unseen = void(shown, signer, "再作废", sales).await.unwrap_err();
        assert_eq!(
            unseen.code(),
            "sample_stamped_anew",
            "F2-04.4: nobody voids a stamp that he was not shown"
        );
        let seen = one(&house, order).await;
        assert!(seen.stamp.unwrap().void.is_none());
        assert_eq!(seen.earlier.len(), 1, "the voided one stays visible");
        assert!(seen.earlier[0].void.is_some());
        assert_eq!(blocks(&house, order).await, []);
    });
}

#[test]
fn clause_s_4_2_4a_what_is_written_of_a_sample_is_mended_and_one_too_many_is_taken_out() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sample_id = a_customers_sample(&house, order).await;
        let pin = pin_of(&house, "周敏").await;
        stamp(
            &house,
            sample_id,
            SourceSigner::SalesRepresentative,
            None,
            pin,
        )
        .await
        .unwrap();
        let mut facts =
            a_sample(order, SampleType::Colour, Source::Customer, Proof::Physical).facts;
        facts.place = "样品柜 5".to_owned();
        let change = |facts| ChangeSampleRequest { sample_id, facts };
        house
            .desk
            .change_sample(&house.assistant, change(facts.clone()))
            .await
            .expect("it lies elsewhere");
        assert_eq!(blocks(&house, order).await, [], "a place is not stamped");
        facts.quantity = 3;
        house
            .desk
            .change_sample(&house.assistant, change(facts))
            .await
            .expect("there are three");
        let number = || "Y-2026-A0001".to_owned();
        assert_eq!(
            blocks(&house, order).await,
            [SampleBlock::Stale { number: number() }],
            "three pieces are not what was stamped"
        );

        let spare = a_customers_sample(&house, order).await;
        let bare = house
            .desk
            .take_sample_out(&house.assistant, spare, " ")
            .await;
        assert_eq!(bare.unwrap_err().code(), "sample_reason_missing");
        house
            .desk
            .take_sample_out(&house.assistant, spare, "登记重了")
            .await
            .expect("it is taken out");
        assert_eq!(samples(&house, order).await[1].out_reason, "登记重了");
        assert_eq!(
            blocks(&house, order).await,
            [SampleBlock::Stale { number: number() }]
        );
        let pin = pin_of(&house, "周敏").await;
        let refused = stamp(&house, spare, SourceSigner::SalesRepresentative, None, pin).await;
        assert_eq!(refused.unwrap_err().code(), "sample_taken_out");
        house
            .desk
            .put_sample_back(&house.assistant, spare)
            .await
            .unwrap();
        assert_eq!(blocks(&house, order).await.len(), 2);
    });
}

#[test]
fn clause_s_4_2_4a_labels_are_printed_on_a_sheet_as_the_house_laid_it_out() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let mut chosen = Vec::new();
        for _ in 0..3 {
            let sample = a_customers_sample(&house, order).await;
            let pin = pin_of(&house, "周敏").await;
            stamp(&house, sample, SourceSigner::SalesRepresentative, None, pin)
                .await
                .unwrap();
            chosen.push(sample);
        }
        let mut request = labels(order, &chosen);
        request.paper = LabelPaperRequest::Sheet;
        let print = async |request| {
            house
                .desk
                .sample_labels(&house.assistant, &request)
                .await
                .unwrap()
                .value
        };
        let first = print(request.clone()).await;
        assert_eq!(first.pages, 1, "three on one sheet");
        request.used = 20;
        assert_eq!(
            print(request.clone()).await.pages,
            2,
            "one is left on the first"
        );
        crate::house_rules::set(&house, "label_right", "-15", "今天").await;
        request.used = 0;
        assert_ne!(
            print(request).await.sha256,
            first.sha256,
            "1.5 mm to the left"
        );
    });
}

#[test]
fn clause_s_4_2_4_how_far_the_printer_of_single_labels_is_off_is_typed_beside_them() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let sample = a_customers_sample(&house, order).await;
        let pin = pin_of(&house, "周敏").await;
        stamp(&house, sample, SourceSigner::SalesRepresentative, None, pin)
            .await
            .unwrap();
        let print = async |right: &str, down: &str| {
            let mut request = labels(order, &[sample]);
            request.roll = RollOffsetRequest {
                right: right.to_owned(),
                down: down.to_owned(),
            };
            house.desk.sample_labels(&house.assistant, &request).await
        };
        let straight = print("", "").await.unwrap().value;
        let moved = print("1.5", "-0.8").await.unwrap().value;
        assert_ne!(moved.sha256, straight.sha256);
        // What is farther than the words of a label may go is refused at its field.
        let refused = print("往右一点", "-3").await.unwrap_err();
        assert_eq!(refused.code(), "labels_offset_not_understood");
        let fields = refused.fields();
        let found: Vec<_> = fields
            .iter()
            .map(|field| (field.path.as_str(), field.code))
            .collect();
        assert_eq!(
            found,
            [
                ("labels.right", "typed_not_a_number"),
                ("labels.down", "typed_out_of_range")
            ]
        );
        // A sheet has its own offset, in the settings.
        let mut request = labels(order, &[sample]);
        request.paper = LabelPaperRequest::Sheet;
        request.roll.right = "往右一点".to_owned();
        house
            .desk
            .sample_labels(&house.assistant, &request)
            .await
            .expect("what is typed for single labels does not keep a sheet back");
    });
}

#[test]
fn clause_s_4_1_1c_from_whom_a_sample_is_and_when_it_came_stand_in_the_register_and_on_its_label() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let asked = |whom: &str, day: Option<&str>| {
            let mut request =
                a_sample(order, SampleType::Colour, Source::Customer, Proof::Physical);
            request.facts.from_whom = whom.to_owned();
            request.facts.came_on = day.map(str::to_owned);
            request
        };
        for (whom, day, refusal) in [
            (" ", None, "sample_from_nobody"),
            ("王琳", Some("2026-11-25"), "sample_came_in_future"),
            ("王琳", Some("昨天"), "sample_bad_day"),
        ] {
            let refused = house
                .desk
                .register_sample(&house.assistant, asked(whom, day))
                .await;
            assert_eq!(refused.expect_err("refused").code(), refusal);
        }
        house
            .desk
            .register_sample(&house.assistant, asked(" 快递小哥 ", Some("2026-11-20")))
            .await
            .expect("it came four days ago");
        let sample = one(&house, order).await;
        assert_eq!(
            (sample.from_whom.as_str(), sample.came_on.as_deref()),
            ("快递小哥", Some("2026-11-20"))
        );
        let pin = pin_of(&house, "周敏").await;
        stamp(
            &house,
            sample.id,
            SourceSigner::SalesRepresentative,
            None,
            pin,
        )
        .await
        .expect("stamped");
        // Who brought it is none of what the stamp was given for; the day it came stays where none is said.
        let mut mended = asked("王琳", None).facts;
        mended.condition = "完好".to_owned();
        let request = ChangeSampleRequest {
            sample_id: sample.id,
            facts: mended,
        };
        house
            .desk
            .change_sample(&house.assistant, request)
            .await
            .expect("mended");
        let sample = one(&house, order).await;
        assert_eq!(sample.came_on.as_deref(), Some("2026-11-20"));
        assert!(!sample.stamp.expect("its stamp").stale);
        let paper = house
            .desk
            .sample_labels(&house.assistant, &labels(order, &[sample.id]))
            .await
            .expect("a label");
        let text = text_of(&house, &paper.value.sha256);
        assert!(text.contains("来源客户提供王琳2026-11-20"), "{text}");
        // Without a day it came today.
        house
            .desk
            .register_sample(&house.assistant, asked("王琳", None))
            .await
            .expect("another");
        assert_eq!(
            samples(&house, order).await[1].came_on.as_deref(),
            Some("2026-11-24")
        );
    });
}
