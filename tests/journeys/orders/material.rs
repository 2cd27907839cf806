//! 资料审核: one key when all is sound; a finding waits for the customer's word, and closes with its cause.

use docket_core::DeskError;
use docket_core::orders::wire::OrderForm;
use docket_core::orders::{
    AddFinding, MaterialPoint, NamedFinding, OrderPage, PointResult, SettleFinding,
};

use super::{a_customer, a_phone_order, change, refused, registered};
use crate::house_rules::set;
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{agreed, audit_of, audited, code, issue, red};

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

async fn nothing_of_it_is_red(house: &TestDesk, order: i64) -> bool {
    let reds = red(house, order).await;
    !reds.iter().any(|code| code.starts_with("material"))
}

#[test]
fn clause_s_4_1_3_sound_material_costs_one_key_and_keeps_who_and_when() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        assert!(red(&house, order).await.contains(&"material_unaudited"));
        audited(&house, order).await;
        assert!(nothing_of_it_is_red(&house, order).await);
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
        let mut old = audit_of(&house, order, &[]).await;
        old.revision -= 1;
        let old = house.desk.audit_material(&house.assistant, &old).await;
        assert_eq!(refused(old).0, "changed_meanwhile");
        // Nor a list of which a point was never shown.
        let mut short = audit_of(&house, order, &[]).await;
        short.points.pop();
        let short = house.desk.audit_material(&house.assistant, &short).await;
        assert_eq!(refused(short).0, "changed_meanwhile");
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
        let request = audit_of(&house, order, &[]).await;
        let pass = house.desk.audit_material(&house.assistant, &request).await;
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
        // Who settles one thing has not looked at the rest.
        assert!(view.audit.is_none());
        assert!(red(&house, order).await.contains(&"material_unaudited"));
        audited(&house, order).await;
        let audit = page(&house, order).await.material.audit.expect("an audit");
        assert!(!audit.sound && !audit.stale);
        assert!(nothing_of_it_is_red(&house, order).await);
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
        // What was settled is settled; nobody has looked at the material as a whole yet.
        assert!(red(&house, order).await.contains(&"material_unaudited"));
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
            point: String::new(),
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
        assert!(view.audit.is_none(), "nobody has looked at the rest");
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
        assert!(red(&house, order).await.contains(&"material_unaudited"));
        audited(&house, order).await;
        agreed(&house, order).await;
        assert!(nothing_of_it_is_red(&house, order).await);
    });
}

/// 不合理 in a point of the check list.
async fn found_in(
    house: &TestDesk,
    order: i64,
    point: &str,
    words: &str,
) -> Result<i64, DeskError> {
    let request = AddFinding {
        order_id: order,
        path: String::new(),
        point: point.to_owned(),
        words: words.to_owned(),
    };
    let added = house.desk.add_finding(&house.assistant, &request).await;
    added.map(|done| done.value)
}

/// The audit with these points not applicable.
async fn audited_but(
    house: &TestDesk,
    order: i64,
    not_applicable: &[&str],
) -> Result<i64, DeskError> {
    let request = audit_of(house, order, not_applicable).await;
    let audit = house.desk.audit_material(&house.assistant, &request);
    audit.await.map(|done| done.value)
}

fn told(points: &[MaterialPoint]) -> Vec<(&str, PointResult)> {
    points
        .iter()
        .map(|point| (point.name.as_str(), point.result))
        .collect()
}

/// The last outcome is given to whatever a person found last.
async fn last_one_settled(house: &TestDesk, order: i64, way: &str, words: &str) -> i64 {
    let findings = page(house, order).await.material.findings;
    let last = findings.iter().filter_map(|finding| finding.id).max();
    let request = SettleFinding {
        finding: NamedFinding {
            id: last,
            code: String::new(),
            path: String::new(),
        },
        ..outcome(order, way, words)
    };
    settled(house, &request).await;
    last.expect("a row")
}

#[test]
fn clause_s_4_1_3_the_points_are_the_house_s_own_of_the_order_s_day_and_what_was_recorded_stays() {
    use PointResult::{NotApplicable, Sound};
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let begun = page(&house, order).await.material;
        assert_eq!(begun.points.len(), 9, "a house begins with the usual ones");
        assert!(begun.points.iter().all(|point| point.result == Sound));
        set(
            &house,
            "material_points",
            "成品尺寸\n模切与刀版\n成品尺寸",
            "12-1",
        )
        .await;
        assert_eq!(page(&house, order).await.material.points, begun.points);
        audited(&house, order).await;
        let audit = page(&house, order).await.material.audit.expect("an audit");
        assert!(audit.sound);
        assert_eq!(audit.points, begun.points, "one key records them all");
        // An order of that day goes by the new list; the one of before keeps its own.
        house.it_is("2026-12-01T01:00:00Z");
        let later = registered(&house, &a_phone_order()).await;
        let points = page(&house, later).await.material.points;
        assert_eq!(told(&points), [("成品尺寸", Sound), ("模切与刀版", Sound)]);
        audited_but(&house, later, &["模切与刀版"])
            .await
            .expect("an audit");
        let audit = page(&house, later).await.material.audit.expect("an audit");
        assert_eq!(
            told(&audit.points),
            [("成品尺寸", Sound), ("模切与刀版", NotApplicable)]
        );
        let kept = page(&house, order).await.material;
        assert_eq!(
            (kept.audit.expect("an audit").points, kept.points),
            (begun.points.clone(), begun.points)
        );
        // A list that is changed once more leaves what was recorded.
        set(&house, "material_points", "", "12-2").await;
        house.it_is("2026-12-02T01:00:00Z");
        let last = registered(&house, &a_phone_order()).await;
        assert!(page(&house, last).await.material.points.is_empty());
        audited(&house, last).await;
        assert!(nothing_of_it_is_red(&house, last).await);
        let audit = page(&house, later).await.material.audit.expect("an audit");
        assert_eq!(audit.points.len(), 2);
    });
}

#[test]
fn clause_s_4_1_3_a_point_found_unsound_waits_for_the_customer_and_is_recorded_so() {
    use PointResult::{NotApplicable, Sound, Unsound};
    on_both(async |house| {
        a_customer(&house).await;
        set(
            &house,
            "material_points",
            "成品尺寸\n图片与文字\n模切与刀版",
            "今天",
        )
        .await;
        let order = registered(&house, &a_phone_order()).await;
        let nowhere = found_in(&house, order, "书号", "没有书号").await;
        assert_eq!(refused(nowhere).0, "no_such_audit_point");
        found_in(&house, order, "图片与文字", "图片只有 72 ppi")
            .await
            .expect("it is written down");
        let view = page(&house, order).await.material;
        assert_eq!(view.findings[0].point, "图片与文字");
        let wanted = [
            ("成品尺寸", Sound),
            ("图片与文字", Unsound),
            ("模切与刀版", Sound),
        ];
        assert_eq!(told(&view.points), wanted);
        for (not_applicable, code) in [
            (&["刀版"], "no_such_audit_point"),
            (&["图片与文字"], "point_found_unsound"),
            (&["模切与刀版"], "findings_open"),
        ] {
            let audit = audited_but(&house, order, not_applicable).await;
            assert_eq!(refused(audit).0, code);
        }
        last_one_settled(&house, order, "as_is", "客户：就这样印").await;
        assert!(red(&house, order).await.contains(&"material_unaudited"));
        let audit = audited_but(&house, order, &["图片与文字"]).await;
        assert_eq!(
            refused(audit).0,
            "point_found_unsound",
            "settled, it is unsound all the same"
        );
        audited_but(&house, order, &["模切与刀版"])
            .await
            .expect("an audit");
        let audit = page(&house, order).await.material.audit.expect("an audit");
        let wanted = [
            ("成品尺寸", Sound),
            ("图片与文字", Unsound),
            ("模切与刀版", NotApplicable),
        ];
        assert!(!audit.sound && !audit.stale);
        assert_eq!(told(&audit.points), wanted);
        assert!(nothing_of_it_is_red(&house, order).await);
        let story = house
            .desk
            .order_story(&house.assistant, order)
            .await
            .expect("a story");
        let act = story
            .iter()
            .rfind(|line| line.activity == "audit_material")
            .expect("told");
        let fact = |key: &str| act.params.get(key).map(String::as_str);
        assert_eq!(
            (fact("result"), fact("unsound"), fact("not_applicable")),
            (Some("unsound"), Some("图片与文字"), Some("1"))
        );
        // The material is another: it is asked again, and what did not apply is where one begins.
        change(&house, order, |form| {
            form.components[0]
                .values
                .insert("grade".into(), "双胶纸".into());
        })
        .await;
        let view = page(&house, order).await.material;
        assert!(view.audit.expect("an audit").stale);
        assert_eq!(told(&view.points), wanted);
    });
}

#[test]
fn clause_s_4_1_3_what_is_found_after_an_audit_asks_for_another() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        audited(&house, order).await;
        found_in(&house, order, "印色与专色", "专色只有名字没有色号")
            .await
            .expect("it is written down");
        assert!(red(&house, order).await.contains(&"material_findings"));
        last_one_settled(&house, order, "as_is", "按 PANTONE 871 C").await;
        assert!(red(&house, order).await.contains(&"material_stale"));
        audited(&house, order).await;
        let audit = page(&house, order).await.material.audit.expect("an audit");
        let unsound: Vec<_> = audit
            .points
            .iter()
            .filter(|point| point.result == PointResult::Unsound)
            .collect();
        assert_eq!(
            (audit.sound, unsound.len(), unsound[0].name.as_str()),
            (false, 1, "印色与专色")
        );
        // Mended by somebody's word the material is another, too, and the point sound.
        found_in(&house, order, "", "没有承印委托书")
            .await
            .expect("it is written down");
        let last = last_one_settled(&house, order, "change", "明天补").await;
        let mended = house.desk.mend_finding(&house.assistant, last).await;
        mended.expect("it came");
        assert!(red(&house, order).await.contains(&"material_stale"));
        audited(&house, order).await;
        assert!(nothing_of_it_is_red(&house, order).await);
    });
}
