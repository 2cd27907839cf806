//! What was found is settled: by the customer's word, by whoever may stand for it, or by another version (S-4.1.4b).

use super::*;

#[test]
fn clause_s_4_1_4b_an_error_blocks_until_the_customer_said_so() {
    on_both(async |house| {
        let order = with_a_fault(&house).await;
        let error = (
            "preflight_errors",
            false,
            false,
            Some("preflight.error".to_owned()),
        );
        assert_eq!(lines(&house, order).await, std::slice::from_ref(&error));
        let names = named(&house, order, FindingKind::Registration).await;
        assert_eq!(names.len(), 1);
        let talk_of = |outcome: &str, words: &str| a_talk(order, names.clone(), outcome, words);

        // 25 working minutes later.
        house.it_is("2026-11-24T01:37:00Z");
        assert_eq!(
            talk(&house, talk_of("as_is", " ")).await,
            "preflight_as_is_without_words"
        );
        assert_eq!(
            talk(&house, a_talk(order, vec![], "as_is", "照印")).await,
            "preflight_nothing_chosen"
        );
        let early = RecordContact {
            at: "2026-11-24T01:11:00Z".to_owned(),
            ..talk_of("as_is", "照印")
        };
        assert_eq!(talk(&house, early).await, "preflight_before_found");
        assert_eq!(talk(&house, talk_of("new_file", "")).await, "");
        let found = finding(&house, order, FindingKind::Registration).await;
        assert_eq!(
            (found.standing, found.minutes_to_contact),
            (Standing::NewFile, Some(25))
        );
        assert_eq!(
            lines(&house, order).await,
            [error],
            "the customer's new file is not here yet"
        );

        house.it_is("2026-11-24T02:00:00Z");
        assert_eq!(
            talk(&house, talk_of("as_is", "客户：就要四色叠满的黑")).await,
            ""
        );
        let found = finding(&house, order, FindingKind::Registration).await;
        assert_eq!((found.standing, found.contacts.len()), (Standing::AsIs, 2));
        assert_eq!(
            found.minutes_to_contact,
            Some(25),
            "from the finding to the first talk"
        );
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );
        assert_eq!(
            talk(&house, talk_of("as_is", "照印")).await,
            "preflight_settled_already"
        );
    });
}

#[test]
fn clause_s_4_1_4b_one_talk_closes_many_and_only_exactly_those() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let thin = format!("{FILLED} 0.1 w 100 700 m 300 700 l S");
        let drawn = [REGISTRATION, FILLED, &thin];
        let path = arrived(&house, "封面.pdf", &a_pdf_of(&drawn));
        receive(&house, order, "c1", &path).await.expect("received");
        // 3 of 4 P, 套版色, and a thin line.
        let mut names = named(&house, order, FindingKind::Registration).await;
        names.extend(named(&house, order, FindingKind::Hairline).await);
        let count = named(&house, order, FindingKind::PageCount).await;
        let with_the_count = [names.clone(), count.clone()].concat();
        assert_eq!(
            talk(&house, a_talk(order, with_the_count, "as_is", "都照印")).await,
            "preflight_not_as_ordered",
            "S-4.4.1A-2: what is not as ordered the customer's word does not settle"
        );
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "都照印")).await,
            ""
        );
        let pin = pin_of(&house, "赵强").await;
        assert_eq!(waived(&house, order, count, "空白页不算", pin).await, "");
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );

        // Another P数: that is another finding, and asks again; 套版色 stays answered.
        change(&house, order, |form| {
            let cover = form.components.first_mut().expect("the cover");
            cover.values.insert("pages".to_owned(), "8".to_owned());
        })
        .await;
        let count = finding(&house, order, FindingKind::PageCount).await;
        assert_eq!(
            (count.standing, count.params["wanted"].as_str()),
            (Standing::Open, "8")
        );
        let registration = finding(&house, order, FindingKind::Registration).await;
        assert_eq!(registration.standing, Standing::AsIs);
        change(&house, order, |form| {
            let cover = form.components.first_mut().expect("the cover");
            cover.values.insert("pages".to_owned(), "4".to_owned());
        })
        .await;
        let count = finding(&house, order, FindingKind::PageCount).await;
        assert_eq!(
            count.standing,
            Standing::Waived,
            "the very finding somebody stands for"
        );

        // Another file with the very same fault is another file.
        let place = files(&house, order).await[0].place;
        let mut again = a_pdf_of(&drawn);
        again.extend(b"\n");
        let path = arrived(&house, "封面.pdf", &again);
        receive_as(&house, order, "c1", &path, Some(place), Counts::Single)
            .await
            .expect("a new version");
        let registration = finding(&house, order, FindingKind::Registration).await;
        assert_eq!(registration.standing, Standing::Open);
    });
}

#[test]
fn clause_s_4_1_4b_a_supervisor_waives_with_a_reason_and_never_a_file_of_their_own() {
    on_both(async |house| {
        let order = with_a_fault(&house).await;
        let pin = async |name: &str| pin_of(&house, name).await;
        assert_eq!(
            waive(&house, order, " ", pin("赵强").await).await,
            "preflight_no_reason"
        );
        // 业务员, 品质 and the assistant do not stand for it.
        for name in ["周敏", "陈刚", "林晓梅"] {
            assert_ne!(
                waive(&house, order, "客户急", pin(name).await).await,
                "",
                "{name}"
            );
        }
        assert_eq!(
            waive(&house, order, "客户急，按此印", pin("赵强").await).await,
            ""
        );
        let found = finding(&house, order, FindingKind::Registration).await;
        let waiver = found.waiver.expect("a waiver");
        assert_eq!(
            (waiver.by.as_str(), waiver.reason.as_str()),
            ("赵强", "客户急，按此印")
        );
        assert_eq!(found.standing, Standing::Waived);
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );

        // The supervisor took this one in himself.
        let place = files(&house, order).await[0].place;
        let mut bytes = with_registration();
        bytes.extend(b"\n");
        let request = ReceiveFileRequest {
            order_id: order,
            component: "c1".to_owned(),
            path: arrived(&house, "封面.pdf", &bytes)
                .to_str()
                .unwrap()
                .to_owned(),
            label: String::new(),
            from_whom: "王琳".to_owned(),
            how: "wechat".to_owned(),
            replaces: Some(place),
            counts: Counts::Single,
            made_by: MadeBy::Customer,
        };
        let supervisor = house.actor("赵强").await;
        house
            .desk
            .receive_file(&supervisor, request)
            .await
            .expect("received");
        house
            .desk
            .preflight_waiting(&house.assistant)
            .await
            .expect("looked at");
        assert_eq!(
            waive(&house, order, "客户急", pin("赵强").await).await,
            "preflight_own_file"
        );
        assert_eq!(waive(&house, order, "客户急", pin("何静").await).await, "");
    });
}

#[test]
fn clause_s_4_1_4b_warnings_block_only_where_the_house_says_so() {
    on_both(async |house| {
        let director = house.actor("何静").await;
        let setting = ChangeSetting {
            rule: Rule::PreflightWarningsBlock.code().to_owned(),
            value: "on".to_owned(),
            from: "今天".to_owned(),
            why: "从严".to_owned(),
        };
        let warning = |ok: bool| {
            let at = Some("preflight.warning".to_owned());
            [("preflight_warnings", ok, ok, at)]
        };
        let order = an_order(&house).await;
        let thin = format!("{FILLED} 0.1 w 100 700 m 300 700 l S");
        let path = arrived(
            &house,
            "封面.pdf",
            &a_pdf_of(&[&thin, FILLED, FILLED, FILLED]),
        );
        receive(&house, order, "c1", &path).await.expect("received");
        assert_eq!(lines(&house, order).await, warning(true));
        house
            .desk
            .change_setting(&director, &setting)
            .await
            .expect("set");
        assert_eq!(lines(&house, order).await, warning(false));
        let names = named(&house, order, FindingKind::Hairline).await;
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "就要细线")).await,
            ""
        );
        assert_eq!(
            lines(&house, order).await,
            [("preflight", true, false, None)]
        );
    });
}

#[test]
fn clause_s_4_1_4b_the_customer_is_told_in_plain_words_with_the_pages() {
    on_both(async |house| {
        let order = with_a_fault(&house).await;
        let names = named(&house, order, FindingKind::Registration).await;
        let desk = &house.desk;
        let message = desk
            .customer_message(&house.assistant, order, &names)
            .await
            .expect("words");
        assert_eq!(
            message.text,
            "您好！“《岭南草木》精装画册”（订单 OD-2026-A000001）的印刷文件我们检查过了，有几处要请您看一下：\n\n\
             【封面】封面.pdf\n\
             1. 第 3 页：用了套版色，四色都会印满，请改成单黑或所要的颜色。\n\n\
             麻烦改好后重新发文件给我们；如果确定按现在的文件印，请直接回复“照印”。文件定下来才能排产，谢谢！\n\
             岭南彩印有限公司 林晓梅"
        );
        let pictures: Vec<_> = message
            .pictures
            .iter()
            .map(|it| (it.name.as_str(), it.page))
            .collect();
        assert_eq!(pictures, [("封面.pdf", 3)]);
        let refused = desk.customer_message(&house.assistant, order, &[]).await;
        assert_eq!(said(refused), "preflight_nothing_chosen");
    });
}

#[test]
fn clause_s_4_1_4b_a_new_version_tells_what_changed_and_what_was_given_on_the_last_one() {
    on_both(async |house| {
        fs::create_dir(&house.config.prepress).unwrap();
        let order = with_a_fault(&house).await;
        let first = looked(&house, order).await.file_id;
        let desk = &house.desk;
        let refused = desk.compare_versions(&house.assistant, first).await;
        assert_eq!(said(refused), "preflight_no_earlier_version");
        let names = named(&house, order, FindingKind::Registration).await;
        assert_eq!(
            talk(&house, a_talk(order, names, "as_is", "照印")).await,
            ""
        );
        desk.file_into_prepress(&house.assistant, true)
            .await
            .expect("filed");
        crate::proofs::a_round(&house, order).await;

        house.it_is("2026-11-24T03:00:00Z");
        let place = files(&house, order).await[0].place;
        let mended = a_pdf_of(&[FILLED, FILLED, FILLED, FILLED]);
        let path = arrived(&house, "封面.pdf", &mended);
        receive_as(&house, order, "c1", &path, Some(place), Counts::Single)
            .await
            .expect("a new version");
        let second = looked(&house, order).await.file_id;
        let told = desk
            .compare_versions(&house.assistant, second)
            .await
            .expect("compared");
        assert_eq!((told.before.version, told.after.version), (1, 2));
        let pages: Vec<_> = told
            .pages
            .iter()
            .map(|page| (page.before, page.after, page.verdict.as_str()))
            .collect();
        assert_eq!(pages, [(Some(3), Some(3), "changed")]);
        let given: Vec<_> = told
            .given
            .iter()
            .map(|it| (it.kind.as_str(), it.what.as_str()))
            .collect();
        assert_eq!(
            given,
            [("proof", "1"), ("prepress", "封面.pdf"), ("answer", "照印")]
        );
    });
}

#[test]
fn clause_f1_03_what_was_let_pass_by_a_word_that_was_recorded_says_so_on_screen_and_on_paper() {
    on_both(async |house| {
        let order = an_order(&house).await;
        let path = arrived(&house, "封面.pdf", &a_pdf_of(&[FILLED, FILLED, FILLED]));
        receive(&house, order, "c1", &path).await.expect("received");
        let count = named(&house, order, FindingKind::PageCount).await;
        let word = ApprovalRequest::Recorded {
            person: Some(house.account("赵强").await),
            name: String::new(),
            at: "2026-11-24T01:12:00Z".to_owned(),
            medium: Medium::Wechat,
            evidence: Vec::new(),
            follows: true,
            note: String::new(),
        };
        assert_eq!(waived(&house, order, count, "空白页不算", word).await, "");
        let found = finding(&house, order, FindingKind::PageCount).await;
        let waiver = found.waiver.expect("somebody stands for it");
        assert_eq!(waiver.recorded, Some(Medium::Wechat));
        let record = house
            .desk
            .make_preflight_record(&house.assistant, order)
            .await;
        let text = crate::task_sheets::text_of(&house, &record.expect("a record").value.sha256);
        assert!(text.contains("（代录·微信）放行"), "{text}");
    });
}
