//! The check list is the only door, and what is issued says everything.

use docket_core::Refuse as _;
use docket_core::orders::{ListFilter, PageFrom};
use docket_core::review::{Department, RecordOpinionRequest, Verdict};
use docket_core::task_sheets::CheckOrderRequest;

use super::{
    a_book, a_file, a_review, a_sample, a_stamped_sample, agreed, an_issued_book, approved,
    audited, checked, code, compared, frozen_pdf, issue, page, pin_of, red, stamp_the_sample,
    text_of,
};
use crate::orders::change;
use crate::support::{TestDesk, on_both};

/// What keeps the one order back, and its next step, as the list shows them.
async fn listed(house: &TestDesk) -> (i64, i64) {
    let rows = house
        .desk
        .orders_page(ListFilter::All, None, PageFrom::Newest, 50)
        .await
        .expect("a list");
    (rows[0].blockers, rows[0].next_step)
}

#[test]
fn clause_s_4_4_1_each_line_keeps_the_sheet_back_until_it_is_mended() {
    on_both(async |house| {
        let order = a_book(&house).await;
        assert_eq!(
            red(&house, order).await,
            [
                "read_back",
                "verified",
                "material_unaudited",
                "files_missing",
                "sample_missing",
                "review_required",
                "effect_approval",
                "check"
            ]
        );
        let refusal = issue(&house, order).await.expect_err("not green");
        assert_eq!(refusal.code(), "not_green");
        assert!(
            refusal.params().contains(&(
                "lines",
                "read_back,verified,material_unaudited,files_missing,sample_missing,review_required,effect_approval,check"
                    .to_owned()
            )),
            "{:?}",
            refusal.params()
        );
        assert_eq!(
            listed(&house).await,
            (8, 1),
            "the list knows what the page knows"
        );
        agreed(&house, order).await;
        assert_eq!(listed(&house).await, (6, 1));
        a_file(&house, order).await;
        assert_eq!(listed(&house).await, (5, 1));
        audited(&house, order).await;
        assert_eq!(listed(&house).await, (4, 3));
        assert_eq!(
            red(&house, order).await,
            [
                "sample_missing",
                "review_required",
                "effect_approval",
                "check"
            ]
        );
        a_stamped_sample(&house, order).await;
        assert_eq!(
            red(&house, order).await,
            [
                "review_required",
                "three_way_open",
                "effect_approval",
                "check"
            ]
        );
        compared(&house, order).await;
        assert_eq!(
            red(&house, order).await,
            ["review_required", "effect_approval", "check"]
        );
        a_review(&house, order).await;
        assert_eq!(red(&house, order).await, ["effect_approval", "check"]);
        approved(&house, order).await;
        assert_eq!(red(&house, order).await, ["check"]);
        assert_eq!(code(issue(&house, order).await), "not_green");
        checked(&house, order).await;
        assert_eq!(listed(&house).await, (0, 5));
        assert_eq!(red(&house, order).await, [""; 0]);
        issue(&house, order).await.expect("green");
        let late = CheckOrderRequest {
            order_id: order,
            revision: house.revision(order).await,
            approval: pin_of(&house, "周敏").await,
        };
        assert_eq!(
            code(house.desk.check_order(&house.assistant, late).await),
            "already_released"
        );
        let page = page(&house, order).await;
        assert_eq!(
            (
                page.state.as_str(),
                page.sheet.expect("a sheet").label.as_str()
            ),
            ("released", "RW-2026-A000001 · V1")
        );
    });
}

/// The red line of that code: its clause and the step where it is mended.
async fn line(house: &TestDesk, order: i64, code: &str) -> Option<(&'static str, u8)> {
    let lines = page(house, order).await.checks;
    let line = lines.iter().find(|line| !line.ok && line.code == code)?;
    Some((line.clause, line.step))
}

#[test]
fn clause_s_4_4_1_each_line_names_its_clause_and_where_it_is_mended() {
    on_both(async |house| {
        let order = a_book(&house).await;
        assert_eq!(line(&house, order, "read_back").await, Some(("S-4.1.2", 1)));
        assert_eq!(line(&house, order, "check").await, Some(("S-4.4.1", 5)));
        agreed(&house, order).await;
        a_review(&house, order).await;
        approved(&house, order).await;
        checked(&house, order).await;
        super::propose(&house, order, true, |form| {
            drop(form.order.insert("unit_price".to_owned(), "44".to_owned()))
        })
        .await
        .expect("asked for");
        assert_eq!(
            line(&house, order, "change_waiting").await,
            Some(("F7-08", 5))
        );
        super::approve(&house, order, "sales_director", "何静")
            .await
            .expect("approved");
        assert_eq!(
            line(&house, order, "check_stale").await,
            Some(("S-4.4.1", 5))
        );
    });
}

#[test]
fn clause_s_4_4_1_a_starred_field_that_is_empty_is_named_and_landed_on() {
    on_both(async |house| {
        let order = a_book(&house).await;
        change(&house, order, |form| {
            form.components[3].values.remove("grammage");
            form.order.remove("confirmed_date");
        })
        .await;
        let page = page(&house, order).await;
        let line = page
            .checks
            .iter()
            .find(|line| line.code == "starred_fields")
            .expect("the line");
        assert!(!line.ok);
        assert_eq!((line.clause, line.step), ("S-4.4.1", 1));
        assert_eq!(line.params["count"], "2");
        assert!(
            line.params["missing"]
                .split(',')
                .any(|path| path.starts_with("component:") && path.ends_with(".grammage")),
            "{:?}",
            line.params
        );
        assert_eq!(line.path.as_deref(), Some("order.confirmed_date"));
    });
}

#[test]
fn clause_f2_04_4_nobody_signs_for_an_order_that_was_changed_since_it_was_shown() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let shown = house.revision(order).await;
        change(&house, order, |form| {
            drop(form.order.insert("remark".to_owned(), "改一字".to_owned()))
        })
        .await;
        let request = CheckOrderRequest {
            order_id: order,
            revision: shown,
            approval: pin_of(&house, "周敏").await,
        };
        assert_eq!(
            code(house.desk.check_order(&house.assistant, request).await),
            "changed_meanwhile"
        );
        assert!(red(&house, order).await.contains(&"check"));
        let opinion = RecordOpinionRequest {
            new_date: String::new(),
            order_id: order,
            revision: shown,
            route: house.route(order).await,
            department: Department::Quality,
            verdict: Verdict::Feasible,
            opinion: String::new(),
            conditions: String::new(),
            approval: pin_of(&house, "陈刚").await,
        };
        assert_eq!(
            code(house.desk.record_opinion(&house.assistant, opinion).await),
            "changed_meanwhile"
        );
    });
}

#[test]
fn clause_s_4_4_1_whoever_issues_does_not_check_and_a_change_makes_the_check_stale() {
    on_both(async |house| {
        let order = a_book(&house).await;
        for name in ["林晓梅", "陈刚", "钱芳"] {
            let request = CheckOrderRequest {
                order_id: order,
                revision: house.revision(order).await,
                approval: pin_of(&house, name).await,
            };
            assert_eq!(
                code(house.desk.check_order(&house.assistant, request).await),
                "needs_role",
                "{name}"
            );
        }
        // A representative whose order it is not.
        let representative = docket_core::accounts::Role::SalesRepresentative;
        crate::people::enter(&house, "吴平", representative).await;
        let request = CheckOrderRequest {
            order_id: order,
            revision: house.revision(order).await,
            approval: pin_of(&house, "吴平").await,
        };
        assert_eq!(
            code(house.desk.check_order(&house.assistant, request).await),
            "check_not_their_order"
        );
        checked(&house, order).await;
        assert!(!red(&house, order).await.contains(&"check"));
        change(&house, order, |form| {
            drop(form.order.insert("remark".to_owned(), "改一字".to_owned()))
        })
        .await;
        assert!(
            red(&house, order).await.contains(&"check_stale"),
            "审核 counts for exactly what was checked"
        );
        let representative = house.actor("周敏").await;
        assert_eq!(
            code(house.desk.issue_task_sheet(&representative, order, 1).await),
            "needs_role"
        );
    });
}

/// What of an order is between the customer and us, and no business of the plant's.
const OF_SALES: [&str; 5] = [
    "order.channel",
    "order.deal_type",
    "order.unit_price",
    "order.tax_rate",
    "drop:d1.freight_payer",
];

#[test]
fn clause_s_4_4_1a_the_sheet_says_every_field_verbatim() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        // Quantities by hand in `the_book`; 总P = 4 + 8 + 120.
        for wanted in [
            "RW-2026-A000001·V1",
            "OD-2026-A000001",
            "深圳市彩源文化",
            "《岭南草木》精装画册",
            "210×285",
            "132",
            "2,000",
            "精装(方脊)",
            "周敏",
            "林晓梅",
            "PANTONE871C",
            "540×740",
            "2,100",
            "1,050",
            "500",
            "525",
            "15,750",
            "60张",
            "7,875",
            "15.75",
            "客来纸",
            "覆哑膜",
            "发外",
            "南山区科技园",
            "自提",
            "2026-12-08",
            "Y-2026-A0001",
            "王琳（代录·纸面）",
            "PS-2026-A0001接单",
            "公司标准",
            "急",
            "生产任务书",
            "岭南彩印有限公司",
        ] {
            assert!(
                text.contains(wanted),
                "{wanted} is missing on the sheet:\n{text}"
            );
        }
        // Whatever else is said stands there as the dictionary words it; 急 is the mark asked for above.
        let said = crate::orders::facts(&house, order)
            .await
            .specification
            .places();
        let lacking: Vec<_> = said
            .iter()
            .filter(|place| !OF_SALES.contains(&place.path.as_str()) && place.path != "order.rush")
            .filter(|place| {
                let words: String = place.text.split_whitespace().collect();
                !text.contains(&words)
            })
            .map(|place| (place.path.as_str(), place.text.as_str()))
            .collect();
        assert_eq!(lacking, [], "{text}");
        // 封面 and 内文 are printed, 灰板 and 环衬 are not.
        let bleeds = ["出血3mm", "出血—"].map(|words| text.matches(words).count());
        assert_eq!(bleeds, [2, 2], "{text}");
    });
}

#[test]
fn an_order_is_found_by_the_number_of_its_sheet_from_the_issue_on() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let number = super::sheet(&house, order).await.number;
        let tail: String = number.chars().skip(number.len() - 4).collect();
        let rw = format!("rw {tail}");
        for typed in [number.as_str(), rw.as_str()] {
            let found = house.desk.find_orders(typed).await.unwrap().orders;
            assert_eq!(found.len(), 1, "{typed}");
            assert_eq!(found[0].row.id, order);
            assert_eq!(found[0].matches[0].field, "sheet");
        }
        crate::orders::searching::index_is_current(&house).await;
        // The same when the whole index is made anew.
        crate::orders::searching::forget_the_index(&house).await;
        let house = house.reopened().await;
        let found = house.desk.find_orders(&number).await.unwrap().orders;
        assert_eq!(found.len(), 1);
    });
}

#[test]
fn clause_f7_07_an_order_stands_where_its_facts_put_it_at_the_moment_it_is_issued() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        a_review(&house, order).await;
        approved(&house, order).await;
        checked(&house, order).await;
        // As a desk wrote it that knew no gates before 生效 yet.
        sqlx::query("UPDATE orders SET state = 'registered', effect_at = NULL")
            .execute(&mut *house.desk.read().await.unwrap())
            .await
            .unwrap();
        issue(&house, order).await.expect("everything is there");
        let page = page(&house, order).await;
        assert_eq!(page.state, "released");
        assert_eq!(page.effect.at.as_deref(), Some("2026-11-24T01:12:00Z"));
    });
}

#[test]
fn clause_s_4_2_4a_every_sample_bears_a_stamp_that_holds_before_the_sheet_is_issued() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let samples = async || {
            let mut lines = red(&house, order).await;
            lines.retain(|code| code.starts_with("sample_"));
            lines
        };
        assert_eq!(samples().await, ["sample_missing"]);
        a_stamped_sample(&house, order).await;
        assert_eq!(samples().await, [""; 0]);
        // One that is stamped does not speak for another that is not.
        a_sample(&house, order).await;
        assert_eq!(samples().await, ["sample_unstamped"]);
        stamp_the_sample(&house, order, Some("2026-11-30")).await;
        assert_eq!(samples().await, [""; 0]);
        house.it_is("2026-11-30T15:59:59Z");
        assert_eq!(samples().await, [""; 0], "its last day in Shanghai");
        house.it_is("2026-11-30T16:00:00Z");
        assert_eq!(samples().await, ["sample_expired"]);
    });
}

#[test]
fn fields_c_a_web_a_side_of_a_varnish_and_what_one_process_is_asked_stand_on_the_sheet() {
    on_both(async |house| {
        let order = a_book(&house).await;
        change(&house, order, |form| {
            for (key, text) in [
                ("parent_size", "787卷筒"),
                ("coating", "水油"),
                ("coating_sides", "双面"),
            ] {
                form.components[3]
                    .values
                    .insert(key.to_owned(), text.to_owned());
            }
            for (key, text) in [("depth", "0.3"), ("lines", "3"), ("texture", "K-12")] {
                form.finishing[0]
                    .values
                    .insert(key.to_owned(), text.to_owned());
            }
        })
        .await;
        let record = house.desk.record_sheet(&house.assistant, order).await;
        let text = text_of(&house, &record.expect("a record").value.sha256);
        for said in ["深度0.3mm", "3条", "纹号K-12"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        agreed(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        a_review(&house, order).await;
        approved(&house, order).await;
        checked(&house, order).await;
        issue(&house, order).await.expect("issued");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        for said in ["卷筒787mm", "过油水油双面", "深度0.3mm", "3条", "纹号K-12"] {
            assert!(text.contains(said), "{said}: {text}");
        }
    });
}

#[test]
fn clause_s_4_4_1a_1_a_supplement_and_a_rework_are_marked_on_every_page() {
    on_both(async |house| {
        crate::orders::a_customer(&house).await;
        for word in ["补单", "返工"] {
            let mut form = super::the_book();
            form.order.insert("sheet_type".to_owned(), word.to_owned());
            let order = crate::orders::registered(&house, &form).await;
            agreed(&house, order).await;
            audited(&house, order).await;
            a_stamped_sample(&house, order).await;
            a_review(&house, order).await;
            approved(&house, order).await;
            checked(&house, order).await;
            issue(&house, order).await.expect("issued");
            let text = text_of(&house, &frozen_pdf(&house, order).await);
            // In the head of each of its two pages, and as 类型.
            assert!(text.contains("第2/2页"), "{text}");
            assert_eq!(text.matches(word).count(), 3, "{text}");
        }
    });
}

#[test]
fn clause_s_4_2_3b_4_an_order_is_no_free_proof_and_one_of_before_is_read_as_it_was() {
    on_both(async |house| {
        crate::orders::a_customer(&house).await;
        let mut form = super::the_book();
        let free = ("sheet_type".to_owned(), "打样(免费)".to_owned());
        form.order.insert(free.0.clone(), free.1.clone());
        let refused = house
            .desk
            .register_order(&house.assistant, "new:1-1", &form)
            .await;
        assert_eq!(
            crate::orders::refused(refused),
            ("fields_not_understood", vec!["order.sheet_type".to_owned()])
        );
        let order = crate::orders::registered(&house, &super::the_book()).await;
        // As a desk wrote it when it could still be chosen.
        sqlx::query("UPDATE orders SET sheet_type = 'free_proof'")
            .execute(&mut *house.desk.read().await.unwrap())
            .await
            .unwrap();
        change(&house, order, |form| {
            assert_eq!(form.order["sheet_type"], "free_proof");
            drop(form.order.insert("remark".to_owned(), "改一字".to_owned()));
        })
        .await;
        change(&house, order, |form| {
            drop(
                form.order
                    .insert("sheet_type".to_owned(), "正常".to_owned()),
            );
        })
        .await;
        let facts = crate::orders::facts(&house, order).await;
        let mut form = facts.specification.to_form();
        form.order.insert(free.0, free.1);
        let refused = house
            .desk
            .save_order(&house.assistant, order, facts.revision, &form)
            .await;
        assert_eq!(crate::orders::refused(refused).0, "fields_not_understood");
    });
}
