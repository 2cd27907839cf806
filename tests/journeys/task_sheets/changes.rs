//! Changes after the issue: who must sign, how many places, and when a new version comes.

use docket_core::accounts::{ApprovalRequest, Medium};
use docket_core::customers::wire::SaveCustomer;
use docket_core::task_sheets::{ApproveChangeRequest, Liable, LossRequest};

use super::{
    an_issued_book, approve, code, frozen_pdf, issue, page, propose, propose_at_a_loss, sheet,
    stamp_the_sample, text_of,
};
use crate::house_rules::set;
use crate::orders::facts;
use crate::support::on_both;

fn grade(paper: &'static str) -> impl FnOnce(&mut docket_core::orders::wire::OrderForm) {
    move |form| {
        drop(
            form.components[3]
                .values
                .insert("grade".to_owned(), paper.to_owned()),
        )
    }
}

#[test]
fn clause_s_4_4_3_a_cost_change_waits_for_finance_and_the_old_sheet_holds_until_then() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let before = frozen_pdf(&house, order).await;
        propose(&house, order, false, grade("双胶纸"))
            .await
            .expect("asked for");
        let waiting = sheet(&house, order).await;
        assert_eq!(
            (
                waiting.label.as_str(),
                frozen_pdf(&house, order).await == before
            ),
            ("RW-2026-A000001 · V1", true)
        );
        assert_eq!(
            page(&house, order).await.form.components[3].values["grade"],
            "哑粉纸"
        );
        // Neither the one who asked nor somebody without the role; another change waits its turn.
        assert_eq!(
            code(approve(&house, order, "cost", "林晓梅").await),
            "needs_role"
        );
        assert_eq!(
            code(approve(&house, order, "cost", "周敏").await),
            "needs_role"
        );
        assert_eq!(
            code(approve(&house, order, "sales_director", "何静").await),
            "signature_not_asked"
        );
        assert_eq!(
            code(propose(&house, order, false, grade("铜版纸")).await),
            "change_pending"
        );
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("finance approves");
        let after = sheet(&house, order).await;
        assert_eq!(after.label, "RW-2026-A000001 · V1·改1");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        for wanted in [
            "V1·改1",
            "①",
            "内文·纸张品名",
            "哑粉纸",
            "双胶纸",
            "客户改样",
            "财务钱芳",
        ] {
            assert!(text.contains(wanted), "{wanted} is missing:\n{text}");
        }
        assert_eq!(
            code(approve(&house, order, "cost", "何静").await),
            "change_closed"
        );
        assert_eq!(code(issue(&house, order).await), "already_released");
    });
}

#[test]
fn clause_s_4_4_3_who_asks_never_approves_even_holding_the_role() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        crate::people::change(&house, "林晓梅", |form| {
            let finance = docket_core::accounts::Role::Finance;
            form.terms.push(crate::people::term(finance, false, "", ""));
        })
        .await
        .expect("two roles");
        propose(&house, order, false, grade("双胶纸"))
            .await
            .expect("asked for");
        assert_eq!(
            code(approve(&house, order, "cost", "林晓梅").await),
            "own_request"
        );
    });
}

#[test]
fn clause_f4_4c_quantity_needs_the_customers_consent_and_the_sales_director() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let more = |form: &mut docket_core::orders::wire::OrderForm| {
            form.product
                .insert("quantity".to_owned(), "2500".to_owned());
            form.drops[1]
                .values
                .insert("quantity".to_owned(), "2000".to_owned());
        };
        assert_eq!(
            code(propose(&house, order, false, more).await),
            "consent_missing"
        );
        let somehow = super::ConsentRequest {
            who: "王琳".to_owned(),
            at: String::new(),
            how: "托梦".to_owned(),
            evidence: Vec::new(),
            follows: true,
        };
        assert_eq!(
            code(super::ask(&house, order, "加印", Some(somehow), None, more).await),
            "unknown_answer",
            "one speaks with a customer by the ways there are"
        );
        propose(&house, order, true, more).await.expect("asked for");
        assert_eq!(
            code(approve(&house, order, "cost", "钱芳").await),
            "signature_not_asked"
        );
        assert_eq!(
            code(approve(&house, order, "sales_director", "钱芳").await),
            "needs_role"
        );
        approve(&house, order, "sales_director", "何静")
            .await
            .expect("the director approves");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        // 7 × 2500 + 1 × 1250 = 18,750; 放损 7 × 125 + 63 = 938 (5 % of 1250 is 62.5, rounded up); 总 19,688.
        for wanted in ["2,500", "19,688", "客户王琳同意（微信11-24", "业务总监何静"]
        {
            assert!(text.contains(wanted), "{wanted} is missing:\n{text}");
        }
    });
}

#[test]
fn clause_s_4_4_2a_a_change_without_effect_stands_with_the_assistants_signature_alone() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        assert_eq!(
            code(propose(&house, order, false, |_| {}).await),
            "nothing_changed"
        );
        // Which kind it is and who takes it are no fields of the form: they stay what they are.
        let other_kind = propose(&house, order, false, |form| {
            drop(form.order.insert("kind".to_owned(), "os".to_owned()))
        });
        assert_eq!(code(other_kind.await), "nothing_changed");
        let nobodys = propose(&house, order, false, |form| {
            drop(form.order.remove("assistant_id"))
        });
        assert_eq!(code(nobodys.await), "nothing_changed");
        propose(&house, order, false, |form| {
            drop(
                form.order
                    .insert("customer_po".to_owned(), "CY-11-087".to_owned()),
            )
        })
        .await
        .expect("signed");
        let sheet = sheet(&house, order).await;
        assert_eq!(
            (sheet.label.as_str(), sheet.places_used),
            ("RW-2026-A000001 · V1·改1", 1)
        );
        let needs: Vec<_> = sheet.amendments[0]
            .needs
            .iter()
            .map(|need| (need.authority.as_str(), need.who.as_deref()))
            .collect();
        assert_eq!(needs, [("sales_assistant", Some("林晓梅"))]);
    });
}

#[test]
fn clause_s_4_4_2a_a_reckoned_figure_keeps_the_sign_of_the_change_that_moved_it() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        propose(&house, order, false, |form| {
            let text = &mut form.components[3].values;
            drop(text.insert("pages".to_owned(), "112".to_owned()));
        })
        .await
        .expect("a form less");
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("finance approves");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(text.contains("贴数7①"), "{text}");
        // Another change moves no figure.
        propose(&house, order, false, |form| {
            drop(form.order.insert("phone".to_owned(), "0755-1".to_owned()));
        })
        .await
        .expect("signed");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(text.contains("贴数7①"), "{text}");
        assert!(text.contains('②'), "{text}");
    });
}

#[test]
fn clause_f4_4d_what_a_change_costs_whom_stands_on_the_sheet() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let loss = LossRequest {
            amount: "500".to_owned(),
            liable: Liable::Customer,
            outcome: "随货款收".to_owned(),
        };
        // No consent is asked for, and somebody loses all the same.
        propose_at_a_loss(&house, order, loss, grade("双胶纸"))
            .await
            .expect("asked for");
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("finance approves");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(text.contains("损失500.00元，客户承担，随货款收"), "{text}");
    });
}

#[test]
fn clause_s_4_4_2b_as_many_rows_stay_empty_as_the_house_lets_a_version_take() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(text.contains('③') && !text.contains('④'), "{text}");
        set(&house, "places_per_version", "5", "明天").await;
        house.it_is("2026-11-25T01:00:00Z");
        propose(&house, order, false, |form| {
            drop(form.order.insert("phone".to_owned(), "0755-1".to_owned()));
        })
        .await
        .expect("signed");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(text.contains('⑤') && !text.contains('⑥'), "{text}");
        assert!(text.contains("每版最多5处，第6处须重新开立"), "{text}");
    });
}

#[test]
fn clause_s_4_4_2b_a_version_of_other_pages_stands_on_its_signatures_and_is_compared_with_no_sample_again()
 {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        propose(&house, order, false, |form| {
            let text = &mut form.components[3].values;
            for (key, value) in [("pages", "112"), ("grade", "双胶纸"), ("grammage", "105")] {
                text.insert(key.to_owned(), value.to_owned());
            }
            form.order.insert("phone".to_owned(), "0755-1".to_owned());
        })
        .await
        .expect("four places are asked for");
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("finance approves");
        approve(&house, order, "check", "赵强")
            .await
            .expect("审核 of V2");
        assert_eq!(sheet(&house, order).await.label, "RW-2026-A000001 · V2");
    });
}

#[test]
fn clause_s_4_4_2b_fourth_place_forces_a_new_version() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let put = |key: &'static str, text: &'static str| {
            move |form: &mut docket_core::orders::wire::OrderForm| {
                drop(form.order.insert(key.to_owned(), text.to_owned()))
            }
        };
        propose(&house, order, false, put("customer_po", "CY-1"))
            .await
            .expect("place 1");
        // The same place twice is one place and one more state.
        propose(&house, order, false, put("customer_po", "CY-2"))
            .await
            .expect("place 1 again");
        propose(&house, order, false, put("remark", "一"))
            .await
            .expect("place 2");
        propose(&house, order, false, put("phone", "0755-1"))
            .await
            .expect("place 3");
        let third = sheet(&house, order).await;
        assert_eq!(
            (third.label.as_str(), third.places_used),
            ("RW-2026-A000001 · V1·改4", 3)
        );
        propose(&house, order, false, put("contact", "王琳琳"))
            .await
            .expect("place 4 is asked for");
        let waiting = sheet(&house, order).await;
        assert_eq!(
            waiting.label, "RW-2026-A000001 · V1·改4",
            "V2 waits for its 审核"
        );
        assert!(waiting.amendments[0].makes_new_version);
        assert_eq!(
            code(approve(&house, order, "check", "林晓梅").await),
            "needs_role"
        );
        approve(&house, order, "check", "赵强")
            .await
            .expect("审核 of V2");
        let second = sheet(&house, order).await;
        assert_eq!(
            (second.label.as_str(), second.places_used, second.version),
            ("RW-2026-A000001 · V2", 0, 2)
        );
        let void: Vec<_> = second
            .states
            .iter()
            .map(|state| (state.label.as_str(), state.void))
            .collect();
        assert_eq!(void.first(), Some(&("RW-2026-A000001 · V1", true)));
        assert_eq!(void.last(), Some(&("RW-2026-A000001 · V2", false)));
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(
            text.contains("王琳琳")
                && text.contains("CY-2")
                && text.contains("赵强")
                && !text.contains("V1"),
            "{text}"
        );
    });
}

#[test]
fn clause_s_4_4_1a_a_reason_nobody_can_print_is_refused_before_anybody_signs_and_a_withdrawn_change_is_given_back()
 {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let long = "长".repeat(201);
        for (reason, wanted) in [
            (long.as_str(), "change_text_too_long"),
            ("\u{10FFFD}", "document_missing_glyph"),
        ] {
            let answer = super::propose_because(&house, order, reason, grade("双胶纸")).await;
            assert_eq!(
                docket_core::Refuse::code(&answer.expect_err("refused")),
                wanted
            );
        }
        assert!(
            sheet(&house, order).await.amendments.is_empty(),
            "nothing half-written"
        );
        propose(&house, order, false, grade("双胶纸"))
            .await
            .expect("asked for");
        let id = sheet(&house, order).await.amendments[0].id;
        house
            .desk
            .withdraw_change(&house.assistant, id, "客户又不改了")
            .await
            .expect("withdrawn");
        let page = page(&house, order).await;
        assert_eq!(
            page.draft.expect("what was typed").components[3].values["grade"],
            "双胶纸"
        );
    });
}

#[test]
fn clause_s_4_2_4_a_new_version_is_not_issued_over_a_stale_stamp() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        propose(&house, order, false, |form| {
            form.product
                .insert("name".to_owned(), "《岭南花木》精装画册".to_owned());
            for (key, text) in [("remark", "一"), ("phone", "1"), ("contact", "王")] {
                form.order.insert(key.to_owned(), text.to_owned());
            }
        })
        .await
        .expect("asked for");
        let needs: Vec<String> = sheet(&house, order).await.amendments[0]
            .needs
            .iter()
            .filter(|need| !need.done)
            .map(|need| need.authority.clone())
            .collect();
        let signs = |need: &str| match need {
            "check" => "赵强",
            "cost" => "钱芳",
            "quality" => "陈刚",
            _ => "何静",
        };
        let mut last = Ok(order);
        for need in &needs {
            last = approve(&house, order, need, signs(need)).await;
        }
        assert_eq!(code(last), "not_green");
        assert_eq!(sheet(&house, order).await.label, "RW-2026-A000001 · V1");
        // While the change waits the sample is stamped for the name that will be; then nothing is in its way.
        stamp_the_sample(&house, order, None).await;
        let need = needs.last().expect("somebody signs last");
        let done = approve(&house, order, need, signs(need)).await;
        done.expect("signed over the stamp for the new name");
        assert_eq!(sheet(&house, order).await.label, "RW-2026-A000001 · V2");
        let page = page(&house, order).await;
        let stamp = page.samples[0].stamp.as_ref().expect("the newest stamp");
        assert_eq!(stamp.product, "《岭南花木》精装画册");
    });
}

#[test]
fn clause_s_4_4_3_a_change_can_be_approved_after_its_customer_was_renamed() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        propose(&house, order, false, grade("双胶纸"))
            .await
            .expect("asked for");
        let customer = facts(&house, order).await.customer;
        let renamed = SaveCustomer {
            id: Some(customer.id),
            revision: customer.revision,
            name: "深圳彩源文化股份有限公司".to_owned(),
            ..SaveCustomer::default()
        };
        house
            .desk
            .save_customer(&house.assistant, &renamed)
            .await
            .expect("the customer is called otherwise");
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("finance approves");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(text.contains("深圳彩源文化股份有限公司"), "{text}");
    });
}

#[test]
fn clause_s_4_4_3_nobody_approves_on_paper_before_it_was_asked_for() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        propose(&house, order, false, grade("双胶纸"))
            .await
            .expect("asked for");
        let amendment = sheet(&house, order).await.amendments.remove(0);
        let on_paper = |at: &str| ApproveChangeRequest {
            amendment_id: amendment.id,
            authority: "cost".to_owned(),
            approval: ApprovalRequest::Recorded {
                person: None,
                name: String::new(),
                at: at.to_owned(),
                medium: Medium::Paper,
                evidence: vec![],
                follows: true,
                note: String::new(),
            },
        };
        let finance = house.account("钱芳").await;
        for (at, refused) in [
            ("2026-11-24T01:00:00Z", Some("recorded_before_asked")),
            ("2026-11-24T01:12:00Z", None),
        ] {
            let mut request = on_paper(at);
            if let ApprovalRequest::Recorded { person, .. } = &mut request.approval {
                *person = Some(finance);
            }
            let answer = house.desk.approve_change(&house.assistant, request).await;
            match refused {
                Some(refusal) => assert_eq!(code(answer), refusal),
                None => drop(answer.expect("approved in the minute it was asked for")),
            }
        }
    });
}

#[test]
fn clause_s_4_4_2b_what_was_reviewed_and_audited_before_release_keeps_no_new_version_back() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        // Paper and price were signed for; nobody reviews or audits an issued order anew.
        propose(&house, order, true, |form| {
            grade("双胶纸")(form);
            for (key, text) in [
                ("unit_price", "44"),
                ("customer_po", "CY-1"),
                ("phone", "0755-1"),
            ] {
                form.order.insert(key.to_owned(), text.to_owned());
            }
        })
        .await
        .expect("four places at once");
        for (authority, name) in [("sales_director", "何静"), ("check", "赵强")] {
            approve(&house, order, authority, name)
                .await
                .expect(authority);
        }
        assert_eq!(sheet(&house, order).await.label, "RW-2026-A000001 · V2");
        // The form of the review says so: what differs was signed for, nobody has to sit down again.
        let reviewed = house.desk.review_form(&house.assistant, order).await;
        let reviewed = text_of(&house, &reviewed.expect("the form").value.sha256);
        assert!(
            reviewed.contains("接单（其后有签字的更改）") && !reviewed.contains("须重新评审"),
            "{reviewed}"
        );
        // Nor does a second version, whose fourth place is another paper.
        propose(&house, order, false, |form| {
            grade("铜版纸")(form);
            for (key, text) in [("remark", "一"), ("contact", "王"), ("phone", "0755-2")] {
                form.order.insert(key.to_owned(), text.to_owned());
            }
        })
        .await
        .expect("four places of V2");
        for (authority, name) in [("cost", "钱芳"), ("check", "赵强")] {
            approve(&house, order, authority, name)
                .await
                .expect(authority);
        }
        assert_eq!(sheet(&house, order).await.label, "RW-2026-A000001 · V3");
    });
}

#[test]
fn clause_s_4_4_2b_a_dearer_version_needs_no_review_of_an_order_that_is_made_already() {
    on_both(async |house| {
        // 2,000 × 25.00 = 50,000.00 is not above; 88,000.00 is, and 业务总监 has signed for it.
        let order = crate::effect::a_plain_book(&house, "25").await;
        super::agreed(&house, order).await;
        super::audited(&house, order).await;
        super::a_stamped_sample(&house, order).await;
        super::checked(&house, order).await;
        issue(&house, order).await.expect("issued");
        propose(&house, order, true, |form| {
            for (key, text) in [
                ("unit_price", "44"),
                ("customer_po", "CY-1"),
                ("phone", "0755-1"),
                ("contact", "王"),
            ] {
                form.order.insert(key.to_owned(), text.to_owned());
            }
        })
        .await
        .expect("four places at once");
        for (authority, name) in [("sales_director", "何静"), ("check", "赵强")] {
            approve(&house, order, authority, name)
                .await
                .expect(authority);
        }
        assert_eq!(sheet(&house, order).await.label, "RW-2026-A000001 · V2");
    });
}

#[test]
fn clause_s_4_4_2_what_was_typed_is_no_draft_any_more_once_it_is_asked_for() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let mut form = facts(&house, order).await.specification.to_form();
        grade("双胶纸")(&mut form);
        house
            .desk
            .save_draft(&house.assistant, &format!("order:{order}"), &form, None)
            .await
            .expect("typed");
        assert!(page(&house, order).await.draft.is_some());
        propose(&house, order, false, grade("双胶纸"))
            .await
            .expect("asked for");
        assert!(page(&house, order).await.draft.is_none());
    });
}
