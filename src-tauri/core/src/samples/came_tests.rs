//! From whom a sample is and when it came, as a table (S-4.1.1c).
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use chrono::NaiveDate;

use super::SampleRefusal;
use super::kinds::{Medium, SampleType, Source};
use super::rules::{NewSample, Registered};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn a_sample(source: Source) -> NewSample {
    NewSample {
        what: SampleType::Colour,
        source,
        medium: Medium::Physical,
        from_whom: "王琳".to_owned(),
        came_on: None,
        description: "客户原样书".to_owned(),
        quantity: 1,
        condition: String::new(),
        place: String::new(),
        valid_until: None,
    }
}

#[test]
fn clause_s_4_1_1c_a_customers_sample_is_from_somebody_and_has_come() {
    let today = day("2026-11-24");
    let from = |source, whom: &str, came: Option<&str>| NewSample {
        from_whom: whom.to_owned(),
        came_on: came.map(day),
        ..a_sample(source)
    };
    let table = [
        (from(Source::Customer, "王琳", Some("2026-11-24")), Ok(())),
        (from(Source::Customer, "王琳", None), Ok(())),
        (
            from(Source::Customer, " ", None),
            Err(SampleRefusal::FromNobody),
        ),
        (from(Source::Retained, "", None), Ok(())),
        (
            from(Source::Retained, "", Some("2026-11-25")),
            Err(SampleRefusal::CameInFuture {
                day: day("2026-11-25"),
            }),
        ),
    ];
    for (sample, answer) in table {
        assert_eq!(sample.check(today), answer, "{sample:?}");
    }
    // Who brought it, and when, is none of what its stamp was given for.
    let mut registered = Registered {
        number: "Y-2026-A0001".to_owned(),
        sample: a_sample(Source::Customer),
        order_number: "OD-2026-A000001".to_owned(),
        customer: "深圳市彩源文化".to_owned(),
        product: "画册".to_owned(),
        out: false,
        taken_over: false,
        stamp: None,
    };
    let before = registered.content_hash();
    registered.sample.from_whom = "前台".to_owned();
    registered.sample.came_on = Some(today);
    assert_eq!(registered.content_hash(), before);
}
