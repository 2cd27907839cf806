//! A file that cannot be opened is received all the same: it is an 错误 that blocks until the customer answered, and who was
//! spoken to, when and what was asked stands beside it (S-4.1.4b).

use docket_core::files::Counts;
use docket_core::preflight::wire::{FilePreflight, FindingName, HandPreflight, RecordContact};
use docket_core::preflight::{FindingKind, Looked, Severity, Standing};

use crate::files::{a_pdf, an_encrypted_pdf, arrived, files, receive, receive_as};
use crate::support::{TestDesk, on_both};
use crate::swelling::a_swelling_pdf;
use crate::task_sheets::{a_book, page, red};

/// The one file in use, as the order's page shows it.
async fn looked(house: &TestDesk, order: i64) -> FilePreflight {
    let mut all = page(house, order).await.preflight;
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn clause_s_4_1_4b_a_locked_or_broken_file_is_received_and_says_why_it_cannot_be_read() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let whole = a_pdf(3);
        for (name, bytes, reason) in [
            ("锁.pdf", an_encrypted_pdf(), "encrypted"),
            ("无页.pdf", a_pdf(0), "no_pages"),
            ("断.pdf", whole[..60].to_vec(), "damaged"),
            ("胀.pdf", a_swelling_pdf(), "too_big"),
        ] {
            let path = arrived(&house, name, &bytes);
            receive(&house, order, "c4", &path).await.expect(name);
            let newest = files(&house, order).await.pop().expect("received");
            assert_eq!(
                (newest.kind.as_str(), newest.pages),
                ("pdf", None),
                "{name}"
            );
            let refused = newest.refused.expect("it is said");
            assert_eq!(refused.code, reason);
            let mut seen = page(&house, order).await.preflight;
            let seen = seen.pop().expect("it was looked at");
            let told: Vec<_> = seen
                .findings
                .iter()
                .map(|found| (found.kind, found.severity, found.standing))
                .collect();
            assert_eq!(
                told,
                [(FindingKind::Unreadable, Severity::Error, Standing::Open)],
                "{name}"
            );
            assert_eq!(seen.findings[0].params["reason"], reason);
            house
                .desk
                .take_file_out(&house.assistant, newest.place, "再试一份")
                .await
                .expect("the next one");
        }
    });
}

#[test]
fn clause_s_4_1_4b_what_was_said_to_the_customer_of_a_locked_file_stays_and_a_readable_one_ends_it()
{
    on_both(async |house| {
        let order = a_book(&house).await;
        let path = arrived(&house, "内文.pdf", &an_encrypted_pdf());
        receive(&house, order, "c4", &path).await.expect("received");
        let seen = looked(&house, order).await;
        assert_eq!(seen.looked, Looked::Done, "nobody looks at it by hand");
        let by_hand = HandPreflight {
            order_id: order,
            file_id: seen.file_id,
            pages: 120,
            items: Vec::new(),
        };
        let answer = house
            .desk
            .preflight_by_hand(&house.assistant, &by_hand)
            .await;
        assert!(answer.is_err(), "no eye makes it print");
        assert!(red(&house, order).await.contains(&"preflight_errors"));
        let talk = RecordContact {
            order_id: order,
            findings: vec![FindingName {
                file_id: seen.file_id,
                hash: seen.findings[0].hash.clone(),
            }],
            who: "王琳".to_owned(),
            at: String::new(),
            how: "wechat".to_owned(),
            outcome: "new_file".to_owned(),
            words: "请去掉密码再发".to_owned(),
        };
        house
            .desk
            .record_file_contact(&house.assistant, &talk)
            .await
            .expect("the customer was spoken to");
        let finding = looked(&house, order).await.findings.remove(0);
        assert_eq!(finding.standing, Standing::NewFile);
        let contact = &finding.contacts[0];
        assert_eq!(
            (
                contact.who.as_str(),
                contact.how.as_str(),
                contact.words.as_str()
            ),
            ("王琳", "wechat", "请去掉密码再发")
        );
        assert_eq!(contact.at, "2026-11-24T01:12:00Z");
        assert!(
            red(&house, order).await.contains(&"preflight_errors"),
            "the new file is not here yet"
        );
        let place = files(&house, order).await[0].place;
        let path = arrived(&house, "内文 无密码.pdf", &a_pdf(120));
        receive_as(&house, order, "c4", &path, Some(place), Counts::Single)
            .await
            .expect("the next version");
        assert!(!red(&house, order).await.contains(&"preflight_errors"));
    });
}
