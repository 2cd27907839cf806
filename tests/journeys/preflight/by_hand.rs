//! What the program cannot look into is looked at by hand (S-4.1.4a).

use super::*;

fn by_hand(order: i64, file: i64, of: &[(Item, ItemResult, &str)]) -> HandPreflight {
    let items = Item::ALL.into_iter().map(|item| {
        let said = of.iter().find(|(other, ..)| *other == item);
        HandLine {
            item,
            result: said.map_or(ItemResult::Sound, |(_, result, _)| *result),
            words: said.map_or_else(String::new, |(_, _, words)| (*words).to_owned()),
        }
    });
    HandPreflight {
        order_id: order,
        file_id: file,
        pages: 4,
        items: items.collect(),
    }
}

#[test]
fn clause_s_4_1_4a_what_the_program_cannot_look_into_is_looked_at_by_hand() {
    on_both(async |house| {
        fs::create_dir(&house.config.prepress).unwrap();
        let order = an_order(&house).await;
        let path = arrived(&house, "封面.jpg", b"\xff\xd8\xff\xe0 a picture");
        receive(&house, order, "c1", &path).await.expect("received");
        let file = looked(&house, order).await;
        assert_eq!(file.looked, Looked::ByHand);
        let hand = [(
            "preflight_by_hand",
            false,
            false,
            Some("preflight.by-hand".to_owned()),
        )];
        assert_eq!(lines(&house, order).await, hand);

        let enter = async |request: HandPreflight| {
            said(
                house
                    .desk
                    .preflight_by_hand(&house.assistant, &request)
                    .await,
            )
        };
        let id = file.file_id;
        let mute = by_hand(order, id, &[(Item::Pictures, ItemResult::Error, " ")]);
        assert_eq!(enter(mute).await, "preflight_nothing_said");
        let mut short = by_hand(order, id, &[]);
        short.items.pop();
        assert_eq!(enter(short).await, "preflight_items_open");
        let uncounted = HandPreflight {
            pages: 0,
            ..by_hand(order, id, &[])
        };
        assert_eq!(enter(uncounted).await, "preflight_pages_unsaid");

        let faulty = by_hand(
            order,
            id,
            &[(Item::Pictures, ItemResult::Error, "只有 72 ppi")],
        );
        assert_eq!(enter(faulty).await, "");
        let found = looked(&house, order).await;
        assert_eq!(told(&found), [(FindingKind::ByHand, Severity::Error)]);
        assert!(found.check.expect("it is entered").by_hand);
        assert_eq!(
            files(&house, order).await[0].p,
            Some(4),
            "as somebody counted"
        );
        let names = named(&house, order, FindingKind::ByHand).await;
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "客户只有这张图")).await,
            ""
        );
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );
        house
            .desk
            .file_into_prepress(&house.assistant, true)
            .await
            .expect("a pass");
        let filed = files(&house, order).await[0].prepress.clone();
        assert_eq!(filed.map(|view| view.state).as_deref(), Some("kept"));

        // What was held against is ordered otherwise now: look again.
        change(&house, order, |form| {
            let cover = form.components.first_mut().expect("the cover");
            cover.values.insert("size".to_owned(), "200x285".to_owned());
        })
        .await;
        assert_eq!(looked(&house, order).await.looked, Looked::Stale);
        assert_eq!(lines(&house, order).await, hand);
        assert_eq!(enter(by_hand(order, id, &[])).await, "");
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );

        // A PDF is the program's.
        let path = arrived(&house, "内页.pdf", &a_pdf(1));
        receive(&house, order, "", &path).await.expect("received");
        let pdf = page(&house, order).await.preflight.remove(0).file_id;
        assert_eq!(
            enter(by_hand(order, pdf, &[])).await,
            "preflight_not_by_hand"
        );
    });
}

#[test]
fn clause_s_4_1_4a_what_the_program_gave_up_on_somebody_looks_at_and_nobodys_word_replaces_that() {
    on_both(async |house| {
        let order = an_order(&house).await;
        // Page 3 draws more than anybody reads: 4,400,000 steps.
        let busy = format!("{FILLED} {}", "q Q ".repeat(2_200_000));
        let path = arrived(
            &house,
            "封面.pdf",
            &a_pdf_of(&[FILLED, FILLED, &busy, REGISTRATION]),
        );
        receive(&house, order, "c1", &path).await.expect("received");
        let seen = looked(&house, order).await;
        assert_eq!(seen.looked, Looked::ByHand);
        let by_hand_line = (
            "preflight_by_hand",
            false,
            false,
            Some("preflight.by-hand".to_owned()),
        );
        assert_eq!(lines(&house, order).await[0], by_hand_line);
        let unread = named(&house, order, FindingKind::PageUnread).await;
        assert_eq!(
            talk(&house, a_talk(order, unread.clone(), "as_is", "照印")).await,
            "preflight_not_looked_at"
        );
        let pin = pin_of(&house, "赵强").await;
        assert_eq!(
            waived(&house, order, unread, "客户急", pin).await,
            "preflight_not_looked_at"
        );
        let registration = named(&house, order, FindingKind::Registration).await;
        assert_eq!(
            talk(&house, a_talk(order, registration, "as_is", "照印")).await,
            ""
        );
        assert_eq!(lines(&house, order).await[0], by_hand_line);

        let done = house
            .desk
            .preflight_by_hand(&house.assistant, &by_hand(order, seen.file_id, &[]))
            .await;
        assert_eq!(said(done), "");
        let seen = looked(&house, order).await;
        assert_eq!(seen.looked, Looked::Done);
        let kinds: Vec<_> = seen.findings.iter().map(|finding| finding.kind).collect();
        assert!(
            kinds.contains(&FindingKind::Registration) && !kinds.contains(&FindingKind::PageUnread),
            "what the program saw stands beside what somebody saw: {kinds:?}"
        );
    });
}
