//! The clauses on samples, as tables.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn a_sample(what: SampleType, source: Source, medium: Medium) -> NewSample {
    NewSample {
        what,
        source,
        medium,
        description: "客户原样书".to_owned(),
        quantity: 1,
        condition: String::new(),
        place: String::new(),
        valid_until: None,
        from_whom: "王琳".to_owned(),
        came_on: None,
    }
}

fn registered(source: Source) -> Registered {
    let medium = if source == Source::InternalPrint {
        Medium::Digital
    } else {
        Medium::Physical
    };
    Registered {
        number: "Y-2026-A0001".to_owned(),
        sample: a_sample(SampleType::Colour, source, medium),
        order_number: "OD-2026-A000001".to_owned(),
        customer: "云峰文化".to_owned(),
        product: "山水画册".to_owned(),
        out: false,
        taken_over: false,
        stamp: None,
    }
}

fn stamped(mut sample: Registered, valid_until: Option<&str>) -> Registered {
    sample.stamp = Some(StampedFacts {
        content_hash: sample.content_hash(),
        valid_until: valid_until.map(day),
        voided: false,
    });
    sample
}

#[test]
fn clause_s_4_1_1c_a_blueline_is_a_content_sample_only_and_a_digital_proof_no_die() {
    use Medium::{Blueline, Digital, Inkjet, Physical};
    use SampleType::{Colour, Content, Die, Other};
    // FIELDS.md: 兰纸 as 内容样 only; 数码样 as 内容样 or 颜色样; 喷墨稿 is a form proof.
    let table = [
        (
            Blueline,
            [
                (Content, true),
                (Colour, false),
                (Die, false),
                (Other, false),
            ],
        ),
        (
            Digital,
            [
                (Content, true),
                (Colour, true),
                (Die, false),
                (Other, false),
            ],
        ),
        (
            Inkjet,
            [
                (Content, true),
                (Colour, false),
                (Die, false),
                (Other, true),
            ],
        ),
        (
            Physical,
            [(Content, true), (Colour, true), (Die, true), (Other, true)],
        ),
    ];
    for (medium, answers) in table {
        for (what, allowed) in answers {
            let answer = a_sample(what, Source::Customer, medium).check(NaiveDate::MAX);
            assert_eq!(
                answer.is_ok(),
                allowed,
                "{medium:?} as {what:?}: {answer:?}"
            );
        }
    }
}

#[test]
fn clause_s_4_1_1c_a_sample_is_registered_with_what_it_is_and_how_many() {
    let good = a_sample(SampleType::Content, Source::Customer, Medium::Physical);
    assert_eq!(good.check(NaiveDate::MAX), Ok(()));
    for quantity in [0, -1, 10_000, i64::MAX] {
        assert_eq!(
            NewSample {
                quantity,
                ..good.clone()
            }
            .check(NaiveDate::MAX),
            Err(SampleRefusal::BadQuantity { most: 9_999 })
        );
    }
    let other = NewSample {
        what: SampleType::Other,
        description: "  ".to_owned(),
        ..good.clone()
    };
    let unsaid = Err(SampleRefusal::OtherNeedsDescription);
    assert_eq!(other.check(NaiveDate::MAX), unsaid);
    let wordy = NewSample {
        description: "样".repeat(201),
        ..good.clone()
    };
    assert_eq!(
        wordy.check(NaiveDate::MAX),
        Err(SampleRefusal::DescriptionTooLong { most: 200 })
    );
    let unnamed_print = a_sample(SampleType::Content, Source::InternalPrint, Medium::Physical);
    assert_eq!(
        unnamed_print.check(NaiveDate::MAX),
        Err(SampleRefusal::InternalPrintIsAProof)
    );
}

#[test]
fn clause_s_4_2_4c_d_e_the_source_decides_who_signs() {
    use SourceSigner::{Customer, Quality, SalesAssistant, SalesRepresentative};
    let table = [
        // S-4.2.4c: 客户提供的由客户或业务人员签名
        (
            Source::Customer,
            [
                (Customer, true),
                (SalesRepresentative, true),
                (SalesAssistant, true),
                (Quality, false),
            ],
        ),
        // S-4.2.4d: 内部留样的由品管部签名
        (
            Source::Retained,
            [
                (Customer, false),
                (SalesRepresentative, false),
                (SalesAssistant, false),
                (Quality, true),
            ],
        ),
        // S-4.2.4e: customer (lane A) else business staff (lane B)
        (
            Source::InternalPrint,
            [
                (Customer, true),
                (SalesRepresentative, true),
                (SalesAssistant, true),
                (Quality, false),
            ],
        ),
    ];
    for (source, answers) in table {
        for (capacity, allowed) in answers {
            let answer = registered(source).check_stamp(capacity, None, day("2026-11-24"));
            let expected = if allowed {
                Ok(())
            } else {
                Err(SampleRefusal::WrongSigner {
                    from: source,
                    capacity,
                })
            };
            assert_eq!(answer, expected, "{source:?} signed by {capacity:?}");
        }
    }
}

#[test]
fn clause_s_4_2_4b_a_validity_is_today_or_later() {
    let sample = registered(Source::Customer);
    let check =
        |until| sample.check_stamp(SourceSigner::Customer, Some(day(until)), day("2026-11-24"));
    assert_eq!(
        check("2026-11-23"),
        Err(SampleRefusal::ValidityPast {
            valid_until: day("2026-11-23")
        })
    );
    assert_eq!(check("2026-11-24"), Ok(()));
    assert_eq!(check("2027-07-24"), Ok(()));
}

#[test]
fn clause_s_4_2_4b_a_stamp_is_stale_once_a_fact_of_it_changes() {
    let today = day("2026-11-24");
    let whole = stamped(registered(Source::Customer), None);
    assert_eq!(whole.standing(today), Standing::Stamped);
    let changes: [fn(&mut Registered); 6] = [
        |sample| sample.customer = "云峰文化有限公司".to_owned(),
        |sample| sample.product = "山水画册（二）".to_owned(),
        |sample| sample.order_number = "OD-2026-A000002".to_owned(),
        |sample| sample.sample.what = SampleType::Content,
        |sample| sample.sample.description.push('1'),
        |sample| sample.sample.quantity = 2,
    ];
    for (place, change) in changes.into_iter().enumerate() {
        let mut changed = whole.clone();
        change(&mut changed);
        assert_eq!(changed.standing(today), Standing::Stale, "change {place}");
        assert_eq!(
            changed.check_stamp(SourceSigner::Customer, None, today),
            Ok(()),
            "a stale sample is stamped anew"
        );
    }
}

#[test]
fn clause_s_4_2_4a_a_sample_with_a_stamp_that_holds_is_not_stamped_again_but_for_a_new_validity() {
    let today = day("2026-11-24");
    let sample = stamped(registered(Source::Customer), None);
    assert_eq!(
        sample.check_stamp(SourceSigner::Customer, None, today),
        Err(SampleRefusal::AlreadyStamped {
            number: "Y-2026-A0001".to_owned()
        })
    );
    assert_eq!(
        sample.check_stamp(SourceSigner::Customer, Some(day("2027-01-31")), today),
        Ok(())
    );
}

#[test]
fn clause_s_4_2_4a_release_waits_for_every_sample() {
    let today = day("2026-11-24");
    let good = stamped(registered(Source::Customer), Some("2026-11-24"));
    let number = || "Y-2026-A0001".to_owned();
    let mut stale = good.clone();
    stale.product = "别的画册".to_owned();
    let expired = stamped(registered(Source::Customer), Some("2026-11-23"));
    assert_eq!(
        samples_block_release(std::slice::from_ref(&good), today),
        []
    );
    assert_eq!(
        samples_block_release(&[good.clone(), registered(Source::Retained)], today),
        [SampleBlock::Unstamped { number: number() }]
    );
    assert_eq!(
        samples_block_release(&[stale, good, expired], today),
        [
            SampleBlock::Stale { number: number() },
            SampleBlock::Expired {
                number: number(),
                valid_until: day("2026-11-23")
            }
        ]
    );
}

#[test]
fn clause_s_4_2_2_an_order_without_any_sample_is_held_back() {
    assert_eq!(
        samples_block_release(&[], day("2026-11-24")),
        [SampleBlock::NoSample]
    );
}

#[test]
fn clause_s_4_2_4a_a_voided_stamp_does_not_count_and_is_followed_by_another() {
    let today = day("2026-11-24");
    let number = || "Y-2026-A0001".to_owned();
    let mut sample = stamped(registered(Source::Customer), None);
    assert_eq!(sample.check_void(SourceSigner::SalesAssistant), Ok(()));
    assert_eq!(
        sample.check_void(SourceSigner::Quality),
        Err(SampleRefusal::WrongSigner {
            from: Source::Customer,
            capacity: SourceSigner::Quality
        })
    );
    if let Some(stamp) = &mut sample.stamp {
        stamp.voided = true;
    }
    assert_eq!(sample.standing(today), Standing::Voided);
    assert_eq!(
        samples_block_release(std::slice::from_ref(&sample), today),
        [SampleBlock::Voided { number: number() }]
    );
    assert_eq!(
        sample.check_void(SourceSigner::SalesAssistant),
        Err(SampleRefusal::VoidAlready { number: number() })
    );
    assert_eq!(
        sample.check_stamp(SourceSigner::Customer, None, today),
        Ok(()),
        "it is stamped anew"
    );
    assert_eq!(
        registered(Source::Customer).check_void(SourceSigner::Customer),
        Err(SampleRefusal::NothingToVoid { number: number() })
    );
}

#[test]
fn clause_s_4_1_1c_the_earlier_of_two_validities_ends_a_stamp() {
    let today = day("2026-11-24");
    let good_until = |piece: Option<&str>, stamp: Option<&str>| {
        let mut sample = registered(Source::Customer);
        sample.sample.valid_until = piece.map(day);
        stamped(sample, stamp).standing(today)
    };
    for (piece, stamp, expected) in [
        (None, None, Standing::Stamped),
        (Some("2026-11-24"), None, Standing::Stamped),
        (
            Some("2026-11-23"),
            None,
            Standing::Expired {
                valid_until: day("2026-11-23"),
            },
        ),
        (
            Some("2026-11-22"),
            Some("2027-01-31"),
            Standing::Expired {
                valid_until: day("2026-11-22"),
            },
        ),
        (
            Some("2027-01-31"),
            Some("2026-11-23"),
            Standing::Expired {
                valid_until: day("2026-11-23"),
            },
        ),
    ] {
        assert_eq!(good_until(piece, stamp), expected, "{piece:?} {stamp:?}");
    }
    let mut longer = stamped(registered(Source::Customer), None);
    longer.sample.valid_until = Some(day("2027-06-30"));
    assert_eq!(
        longer.standing(today),
        Standing::Stale,
        "another day is another sample to whoever signed"
    );
    let mut spent = registered(Source::Customer);
    spent.sample.valid_until = Some(day("2026-11-23"));
    assert_eq!(
        spent.check_stamp(SourceSigner::Customer, None, today),
        Err(SampleRefusal::ValidityPast {
            valid_until: day("2026-11-23")
        })
    );
}

#[test]
fn clause_s_4_2_4a_nothing_is_asked_of_a_sample_that_was_taken_out() {
    let today = day("2026-11-24");
    let mut out = registered(Source::Customer);
    out.out = true;
    let good = stamped(registered(Source::Customer), None);
    assert_eq!(
        samples_block_release(&[out.clone(), good.clone()], today),
        []
    );
    assert_eq!(
        samples_block_release(std::slice::from_ref(&out), today),
        [SampleBlock::NoSample],
        "one that was taken out is none"
    );
    assert_eq!(
        out.check_stamp(SourceSigner::Customer, None, today),
        Err(SampleRefusal::TakenOut {
            number: "Y-2026-A0001".to_owned()
        })
    );
    assert!(good.goes_on(today) && !Registered { out: true, ..good }.goes_on(today));
}

#[test]
fn clause_s_4_1_1c_a_word_on_a_sample_has_at_most_sixty_characters() {
    let good = a_sample(SampleType::Content, Source::Customer, Medium::Physical);
    for (length, answer) in [
        (60, Ok(())),
        (61, Err(SampleRefusal::WordTooLong { most: 60 })),
    ] {
        let condition = NewSample {
            condition: "样".repeat(length),
            ..good.clone()
        };
        assert_eq!(condition.check(NaiveDate::MAX), answer);
        let place = NewSample {
            place: "柜".repeat(length),
            ..good.clone()
        };
        assert_eq!(place.check(NaiveDate::MAX), answer);
    }
}

proptest! {
    /// No two samples sign the same hash unless all their facts are the same, wherever the words are cut.
    #[test]
    fn clause_s_4_2_4b_the_signed_hash_tells_all_facts_apart(
        customer in "[a样\n ]{0,4}", product in "[a样\n ]{0,4}", other_customer in "[a样\n ]{0,4}", other_product in "[a样\n ]{0,4}",
    ) {
        let one = Registered { customer: customer.clone(), product: product.clone(), ..registered(Source::Customer) };
        let two = Registered { customer: other_customer.clone(), product: other_product.clone(), ..registered(Source::Customer) };
        prop_assert_eq!(one.content_hash() == two.content_hash(), (customer, product) == (other_customer, other_product));
    }
}
