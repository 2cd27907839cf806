//! 资料审核: one key when all is sound; a finding waits for the customer's word, and closes with its cause.

use docket_core::orders::wire::OrderForm;
use docket_core::orders::{AddFinding, NamedFinding, OrderPage, SettleFinding};

use super::{a_customer, a_phone_order, change, refused, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{agreed, audited, code, issue, red};

async fn page(house: &TestDesk, order: i64) -> OrderPage {
    house
        .desk
        .order_page(&house.assistant, order)
        .await
        .expect("the page is there")
}

/// How each finding stands, as the window shows it.
async fn states(house: &TestDesk, order: i64) -> Vec<String> {
    let findings = page(house, order).await.material.findings;
    let state = |finding| serde_json::to_value(finding).expect("a finding");
    findings
        .iter()
        .map(|finding| {
            format!(
                "{} {}",
                finding.code,
                state(finding)["state"].as_str().unwrap()
            )
        })
        .collect()
}

/// A saddle-stitched booklet of 30 pages, as no plant can fold it.
fn a_booklet() -> OrderForm {
    let mut form = a_phone_order();
    form.product.insert("binding".into(), "骑马订".into());
    form.product.insert("type".into(), "折页".into());
    form.order.insert("unit_price".into(), "4.32".into());
    form.components = vec![super::row(
        "c1",
        &[
            ("name", "内文"),
            ("pages", "30"),
            ("grade", "铜版纸"),
            ("grammage", "128"),
            ("colours", "4+4"),
            ("work_style", "正反印"),
        ],
    )];
    form.finishing = Vec::new();
    form
}

/// One of 68 pages: thicker than the house stitches, which the customer may want all the same.
fn a_thick_booklet() -> OrderForm {
    let mut form = a_booklet();
    form.components[0]
        .values
        .insert("pages".into(), "68".into());
    form
}

fn thick(order: i64, way: &str, words: &str) -> SettleFinding {
    let mut request = outcome(order, way, words);
    request.finding.code = "saddle_stitch_too_thick".to_owned();
    request.finding.path = "product.binding".to_owned();
    request
}

fn outcome(order: i64, outcome: &str, words: &str) -> SettleFinding {
    SettleFinding {
        order_id: order,
        finding: NamedFinding {
            id: None,
            code: "saddle_stitch_pages".to_owned(),
            path: "component:c1.pages".to_owned(),
        },
        who: "王琳".to_owned(),
        at: String::new(),
        how: "phone".to_owned(),
        outcome: outcome.to_owned(),
        words: words.to_owned(),
    }
}

async fn settled(house: &TestDesk, request: &SettleFinding) {
    house
        .desk
        .settle_finding(&house.assistant, request)
        .await
        .expect("the outcome is recorded");
}

#[test]
fn clause_s_4_1_3_sound_material_costs_one_key_and_keeps_who_and_when() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        assert!(red(&house, order).await.contains(&"material_unaudited"));
        audited(&house, order).await;
        assert!(
            !red(&house, order)
                .await
                .iter()
                .any(|code| code.starts_with("material"))
        );
        let audit = page(&house, order).await.material.audit.expect("an audit");
        assert_eq!(
            (
                audit.sound,
                audit.stale,
                audit.by.as_str(),
                audit.at.as_str()
            ),
            (true, false, "林晓梅", "2026-11-24T01:12:00Z")
        );
        // A price is nothing to the craft; a paper is.
        change(&house, order, |form| {
            form.order.insert("unit_price".into(), "44".into());
        })
        .await;
        assert!(
            !page(&house, order)
                .await
                .material
                .audit
                .expect("an audit")
                .stale
        );
        change(&house, order, |form| {
            form.components[0]
                .values
                .insert("grade".into(), "双胶纸".into());
        })
        .await;
        assert!(red(&house, order).await.contains(&"material_stale"));
        let shown = house.revision(order).await - 1;
        let old = house
            .desk
            .audit_material(&house.assistant, order, shown)
            .await;
        assert_eq!(refused(old).0, "changed_meanwhile");
        audited(&house, order).await;
        assert!(!red(&house, order).await.contains(&"material_stale"));
    });
}

#[test]
fn clause_s_4_1_3_a_finding_keeps_the_sheet_back_until_the_customer_was_spoken_to() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_thick_booklet()).await;
        assert_eq!(
            states(&house, order).await,
            ["saddle_stitch_too_thick open"]
        );
        let checks = page(&house, order).await.checks;
        let line = checks
            .iter()
            .find(|line| line.code == "material_findings")
            .expect("a line");
        assert_eq!(
            (
                line.clause,
                line.step,
                line.params["count"].as_str(),
                line.path.as_deref()
            ),
            ("S-4.1.3", 1, "1", Some("finding.open"))
        );
        let revision = house.revision(order).await;
        let pass = house
            .desk
            .audit_material(&house.assistant, order, revision)
            .await;
        assert_eq!(refused(pass).0, "findings_open");
        assert_eq!(code(issue(&house, order).await), "not_green");
        for (request, code) in [
            (
                SettleFinding {
                    who: " ".to_owned(),
                    ..thick(order, "as_is", "照做")
                },
                "nobody_answered",
            ),
            (thick(order, "perhaps", "照做"), "unknown_answer"),
            (thick(order, "as_is", " "), "as_is_without_words"),
            (
                SettleFinding {
                    at: "2026-11-24T01:13:00Z".to_owned(),
                    ..thick(order, "as_is", "照做")
                },
                "answer_in_future",
            ),
        ] {
            let answer = house.desk.settle_finding(&house.assistant, &request).await;
            assert_eq!(refused(answer).0, code);
        }
        settled(&house, &thick(order, "as_is", "就要骑马订，厚一点没关系")).await;
        assert_eq!(
            states(&house, order).await,
            ["saddle_stitch_too_thick settled"]
        );
        let view = page(&house, order).await.material;
        let kept = view.findings[0].outcome.as_ref().expect("an outcome");
        assert_eq!(
            (
                kept.who.as_str(),
                kept.how.as_str(),
                kept.words.as_str(),
                kept.recorded_by.as_str()
            ),
            ("王琳", "phone", "就要骑马订，厚一点没关系", "林晓梅")
        );
        let audit = view.audit.expect("who settled it looked at it");
        assert!(!audit.sound && !audit.stale);
        assert!(
            !red(&house, order)
                .await
                .iter()
                .any(|code| code.starts_with("material"))
        );
        // Other pages are another thing to ask.
        change(&house, order, |form| {
            form.components[0]
                .values
                .insert("pages".into(), "72".into());
        })
        .await;
        assert_eq!(
            states(&house, order).await,
            ["saddle_stitch_too_thick ask_again"]
        );
        assert!(red(&house, order).await.contains(&"material_findings"));
        // Back as it was, the customer's word holds again.
        change(&house, order, |form| {
            form.components[0]
                .values
                .insert("pages".into(), "68".into());
        })
        .await;
        assert_eq!(
            states(&house, order).await,
            ["saddle_stitch_too_thick settled"]
        );
    });
}

/// 骑马订 P 数 % 4 is an error: folded sheets have four pages, whatever anybody wants.
#[test]
fn clause_s_4_1_3_no_word_of_the_customers_makes_thirty_pages_of_folded_sheets() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_booklet()).await;
        let finding = page(&house, order).await.material.findings.remove(0);
        assert!(!finding.may_stay);
        let wanted = outcome(order, "as_is", "最后一页贴两页白页");
        let refusal = house.desk.settle_finding(&house.assistant, &wanted).await;
        assert_eq!(refused(refusal).0, "cannot_be_made");
        assert_eq!(states(&house, order).await, ["saddle_stitch_pages open"]);
        settled(&house, &outcome(order, "change", "加到 32P")).await;
        assert_eq!(states(&house, order).await, ["saddle_stitch_pages waiting"]);
        assert!(red(&house, order).await.contains(&"material_findings"));
    });
}

#[test]
fn clause_s_4_1_3_what_was_agreed_to_be_changed_waits_and_closes_by_itself_with_its_trace() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_booklet()).await;
        settled(&house, &outcome(order, "change", "加到 32P")).await;
        assert_eq!(states(&house, order).await, ["saddle_stitch_pages waiting"]);
        assert!(red(&house, order).await.contains(&"material_findings"));
        change(&house, order, |form| {
            form.components[0]
                .values
                .insert("pages".into(), "32".into());
        })
        .await;
        assert_eq!(states(&house, order).await, ["saddle_stitch_pages closed"]);
        let closed = &page(&house, order).await.material.findings[0];
        assert_eq!(
            (
                closed.closed_how.as_str(),
                closed.closed_by.as_str(),
                closed.closed_at.is_some()
            ),
            ("gone", "林晓梅", true)
        );
        // The material is another than was looked at.
        assert!(red(&house, order).await.contains(&"material_stale"));
        audited(&house, order).await;
        assert!(
            page(&house, order)
                .await
                .material
                .audit
                .expect("an audit")
                .sound
        );
        // There again: it is asked again.
        change(&house, order, |form| {
            form.components[0]
                .values
                .insert("pages".into(), "30".into());
        })
        .await;
        assert_eq!(
            states(&house, order).await,
            ["saddle_stitch_pages open", "saddle_stitch_pages closed"]
        );
    });
}

#[test]
fn clause_s_4_1_3_what_a_person_found_is_mended_by_their_word_or_by_the_field() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let add = |path: &str, words: &str| AddFinding {
            order_id: order,
            path: path.to_owned(),
            words: words.to_owned(),
        };
        for (request, code) in [
            (add("", " \u{200b}"), "nothing_found"),
            (
                add("component:c9.grade", "没有这个部件"),
                "finding_without_field",
            ),
        ] {
            let answer = house.desk.add_finding(&house.assistant, &request).await;
            assert_eq!(refused(answer).0, code);
        }
        // Prepress says so; what the customer says is for sales to write down.
        for request in [
            add("", "图片只有 72 ppi"),
            add("component:c1.grade", "铜版纸烫不了这么细的线"),
        ] {
            house
                .desk
                .add_finding(&house.assistant, &request)
                .await
                .expect("it is written down");
        }
        assert_eq!(states(&house, order).await, [" open", " open"]);
        let view = page(&house, order).await.material;
        assert_eq!(view.findings[1].label, "封面·纸张品名");
        assert!(!view.audit.expect("somebody looked").sound);
        let named = |id: Option<i64>| NamedFinding {
            id,
            code: String::new(),
            path: String::new(),
        };
        for finding in &view.findings {
            let request = SettleFinding {
                finding: named(finding.id),
                ..outcome(order, "change", "")
            };
            settled(&house, &request).await;
        }
        assert_eq!(states(&house, order).await, [" waiting", " waiting"]);
        change(&house, order, |form| {
            form.components[0]
                .values
                .insert("grade".into(), "哑粉纸".into());
        })
        .await;
        assert_eq!(states(&house, order).await, [" waiting", " closed"]);
        let first = view.findings[0].id.expect("a row");
        house
            .desk
            .mend_finding(&house.assistant, first)
            .await
            .expect("a new file came");
        assert_eq!(states(&house, order).await, [" closed", " closed"]);
        let again = house.desk.mend_finding(&house.assistant, first).await;
        assert_eq!(refused(again).0, "finding_closed");
        audited(&house, order).await;
        agreed(&house, order).await;
        assert!(
            !red(&house, order)
                .await
                .iter()
                .any(|code| code.starts_with("material"))
        );
    });
}
