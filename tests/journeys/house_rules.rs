//! The rules of the house: set as they are typed, used on their date, never over what was decided; the figures.

use docket_core::Refuse as _;
use docket_core::hand_overs::Occasion;
use docket_core::numbers::wire::ChangeSeries;
use docket_core::orders::{ListFilter, PageFrom};
use docket_core::settings::wire::{ChangeSetting, SettingsPage};

use crate::orders::{CUSTOMER, a_customer, a_phone_order, change, facts, refused, registered};
use crate::samples::{a_customers_sample, samples};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{an_issued_book, issue, page, ready_to_issue, the_book};

pub fn setting(rule: &str, value: &str, from: &str) -> ChangeSetting {
    ChangeSetting {
        rule: rule.to_owned(),
        value: value.to_owned(),
        from: from.to_owned(),
        why: "年末产能紧".to_owned(),
    }
}

pub async fn set(house: &TestDesk, rule: &str, value: &str, from: &str) {
    let director = house.actor("何静").await;
    house
        .desk
        .change_setting(&director, &setting(rule, value, from))
        .await
        .expect("the rule is set");
}

async fn settings(house: &TestDesk) -> SettingsPage {
    house.desk.settings_page(&house.assistant).await.unwrap()
}

#[test]
fn clause_f1_22_a_new_order_begins_with_the_vat_rate_of_its_day() {
    on_both(async |house| {
        let begun = async || {
            let draft = house.desk.new_draft(&house.assistant).await.unwrap();
            draft.value.form.order["tax_rate"].clone()
        };
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let before = facts(&house, order).await;
        set(&house, "vat_rate", "9", "12-1").await;
        assert_eq!(begun().await, "13%", "the old rate stands until its day");
        house.it_is("2026-11-30T16:00:00Z");
        assert_eq!(begun().await, "9%");
        assert_eq!(
            facts(&house, order).await.specification,
            before.specification,
            "an order keeps what it was taken with"
        );
    });
}

#[test]
fn clause_f1_22_a_new_order_begins_with_the_terms_of_its_day() {
    on_both(async |house| {
        a_customer(&house).await;
        let begun = async || {
            let draft = house.desk.new_draft(&house.assistant).await.unwrap();
            let rows = draft.value.form.instalments;
            rows.iter()
                .map(|row| {
                    let said = |key: &str| row.values.get(key).cloned().unwrap_or_default();
                    format!("{} {} {}", said("percent"), said("due"), said("days"))
                })
                .collect::<Vec<_>>()
        };
        let half = ["50% before_order ", "50% before_shipping "];
        let rows = r#"[["30","下单前",""],["70","月结","60"]]"#;
        set(&house, "usual_terms", rows, "12-1").await;
        assert_eq!(begun().await, half, "not before its day");
        house.it_is("2026-11-30T16:00:00Z");
        assert_eq!(begun().await, ["30% before_order ", "70% monthly 60"]);
        // What the form began with is known as such where a customer with terms of its own is chosen.
        let offers = house.desk.customer_offers(CUSTOMER).await.unwrap();
        let usual = offers.expect("a customer").usual_terms;
        let told: Vec<_> = usual
            .iter()
            .map(|term| format!("{} {} {}", term.percent, term.due, term.days))
            .collect();
        assert_eq!(told, begun().await);
        set(&house, "usual_terms", "[]", "12-2").await;
        house.it_is("2026-12-01T16:00:00Z");
        assert!(begun().await.is_empty());
    });
}

#[test]
fn clause_f1_22_a_product_is_filled_by_the_house_s_own_presets_of_the_day() {
    on_both(async |house| {
        let presets = async || house.desk.house_presets().await.unwrap();
        let at_first = presets().await;
        assert!(at_first.types.iter().any(|preset| preset.kind == "名片"));
        let types = r#"[["插卡","single","90x54","","张","散页"],["画册","parts","","","本",""]]"#;
        let parts = r#"[["插卡，贺卡","插卡","2","单面","","艺术纸","4+0",""]]"#;
        set(&house, "type_presets", types, "12-1").await;
        set(&house, "part_presets", parts, "12-1").await;
        assert_eq!(presets().await.types, at_first.types, "not before its day");
        house.it_is("2026-11-30T16:00:00Z");
        let now = presets().await;
        let kinds: Vec<&str> = now
            .types
            .iter()
            .map(|preset| preset.kind.as_str())
            .collect();
        assert_eq!(kinds, ["插卡", "画册"]);
        let offered = &now.fields["product.type"];
        assert_eq!(offered.iter().filter(|kind| *kind == "插卡").count(), 1);
        assert_eq!(offered.iter().filter(|kind| *kind == "画册").count(), 1);
        assert_eq!(now.types[0].product["size"], "90 × 54");
        assert!(now.types[0].single && !now.types[1].product.contains_key("size"));
        let part = &now.parts[0];
        assert_eq!(
            (
                now.parts.len(),
                part.of.join("|").as_str(),
                part.component["sides"].as_str()
            ),
            (1, "插卡|贺卡", "one")
        );
        let wrong = r#"[["插卡","single","一大张","","张",""]]"#;
        let director = house.actor("何静").await;
        let refused = refused(
            house
                .desk
                .change_setting(&director, &setting("type_presets", wrong, "今天"))
                .await,
        );
        assert_eq!(refused.1, ["value:0.size"]);
    });
}

#[test]
fn clause_f1_22_everybody_reads_the_rules_and_management_sets_them_as_typed() {
    on_both(async |house| {
        let page = settings(&house).await;
        assert!(!page.may_change);
        assert!(page.rules.len() >= 22);
        let change = setting("review_amount_above", "3万", "12-1");
        assert_eq!(
            refused(house.desk.change_setting(&house.assistant, &change).await).0,
            "needs_role"
        );
        let director = house.actor("何静").await;
        house
            .desk
            .change_setting(&director, &change)
            .await
            .expect("it is set");
        let page = house.desk.settings_page(&director).await.unwrap();
        assert!(page.may_change);
        let rule = page
            .rules
            .iter()
            .find(|rule| rule.code == "review_amount_above")
            .unwrap();
        assert_eq!(
            rule.value, "50,000.00",
            "today's value stands until its day"
        );
        let told: Vec<_> = rule
            .history
            .iter()
            .map(|value| {
                (
                    value.value.as_str(),
                    value.from.as_deref(),
                    value.by.as_str(),
                    value.why.as_str(),
                    value.state,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (
                    "30,000.00",
                    Some("2026-12-01"),
                    "何静",
                    "年末产能紧",
                    "to_come"
                ),
                ("50,000.00", None, "", "", "in_force")
            ]
        );
        house.it_is("2026-12-01T01:00:00Z");
        let rule = settings(&house)
            .await
            .rules
            .into_iter()
            .find(|rule| rule.code == "review_amount_above")
            .unwrap();
        assert_eq!(
            (
                rule.value.as_str(),
                rule.history[0].state,
                rule.history[1].state
            ),
            ("30,000.00", "in_force", "past")
        );
        let same = house
            .desk
            .change_setting(&director, &setting("review_amount_above", "30000", "12-5"))
            .await;
        assert_eq!(
            refused(same),
            ("setting_is_the_same", vec!["value".to_owned()])
        );
        let wrong = ChangeSetting {
            why: " ".to_owned(),
            ..setting("spoilage_bands", r#"[["1","0","0","x","5","50"]]"#, "哪天")
        };
        assert_eq!(
            refused(house.desk.change_setting(&director, &wrong).await),
            (
                "fields_not_understood",
                vec![
                    "value:0.fixed".to_owned(),
                    "from".to_owned(),
                    "why".to_owned()
                ]
            )
        );
    });
}

#[test]
fn clause_f1_22_a_value_is_never_put_in_force_over_what_was_decided() {
    on_both(async |house| {
        an_issued_book(&house).await;
        let director = house.actor("何静").await;
        for from in ["2026-11-20", "今天"] {
            let refusal = house
                .desk
                .change_setting(
                    &director,
                    &setting("spoilage_bands", r#"[["1","0","0","0","9","50"]]"#, from),
                )
                .await;
            assert_eq!(
                refused(refusal),
                ("setting_rewrites_decided", vec!["from".to_owned()]),
                "{from}"
            );
        }
        set(
            &house,
            "spoilage_bands",
            r#"[["1","0","0","0","9","50"]]"#,
            "明天",
        )
        .await;
        // By a warning the material of an order is audited.
        let warning = setting("text_grammage", "128", "今天");
        assert_eq!(
            refused(house.desk.change_setting(&director, &warning).await).0,
            "setting_rewrites_decided"
        );
        // Lists of words decide nothing: they may be put in force at once.
        set(&house, "paper_grades", "铜版纸\n哑粉纸", "今天").await;
        assert_eq!(
            offered(&house, "component.grade").await,
            ["铜版纸", "哑粉纸"]
        );
    });
}

/// What the form offers in a field.
async fn offered(house: &TestDesk, path: &str) -> Vec<String> {
    let presets = house.desk.house_presets().await.unwrap();
    presets.fields[path].clone()
}

#[test]
fn fields_what_a_form_offers_is_the_house_s_own_list_of_words_the_field_takes() {
    on_both(async |house| {
        // Until somebody sets it, what the dictionary suggests.
        assert_eq!(
            offered(&house, "component.press").await,
            ["全开", "对开四色", "四开", "数码"]
        );
        set(&house, "offered_presses", "海德堡 CD102\n小森 S40", "今天").await;
        assert_eq!(
            offered(&house, "component.press").await,
            ["海德堡 CD102", "小森 S40"]
        );
        // A figure is offered as a figure; what the field would not take is refused by name.
        set(&house, "offered_grammages", "90\n157", "今天").await;
        assert_eq!(offered(&house, "component.grammage").await, ["90", "157"]);
        let director = house.actor("何静").await;
        for (rule, word) in [
            ("offered_grammages", "厚一点"),
            ("offered_sizes", "大的"),
            ("offered_colours", "花的"),
        ] {
            let request = setting(rule, &format!("157\n{word}"), "今天");
            let refusal = house.desk.change_setting(&director, &request).await;
            let said = refused(refusal);
            assert_eq!(said.1, ["value"], "{rule}");
            assert_eq!(said.0, "fields_not_understood", "{rule}");
        }
        // From a later day on, the list of today stands until then.
        set(&house, "offered_processes", "覆哑膜\n过塑", "明天").await;
        assert!(
            !offered(&house, "finishing.process")
                .await
                .contains(&"过塑".to_owned())
        );
        house.it_is("2026-11-25T01:00:00Z");
        assert_eq!(
            offered(&house, "finishing.process").await,
            ["覆哑膜", "过塑"]
        );
    });
}

#[test]
fn fields_spoilage_is_reckoned_by_the_table_in_force_on_the_order_date() {
    on_both(async |house| {
        a_customer(&house).await;
        set(
            &house,
            "spoilage_bands",
            r#"[["1","0","0","0","5","50"],["1","5","0","100","10","50"]]"#,
            "12-1",
        )
        .await;
        let sheets = async |date: &str| {
            let mut form = the_book();
            form.order.insert("order_date".to_owned(), date.to_owned());
            house.desk.reckon(&form).await.unwrap().computed["component:c1.spoilage_sheets"].clone()
        };
        // The cover: one form of 2000 sheets, 4 colours and a spot on the front. 5 % = 100.
        assert_eq!(sheets("2026-11-30").await, "100");
        // From 5 colours on: 100 to set up + 10 % = 300.
        assert_eq!(sheets("2026-12-01").await, "300");
        // An order keeps the table of its own date.
        let id = registered(&house, &the_book()).await;
        house.it_is("2026-12-02T01:00:00Z");
        assert_eq!(
            page(&house, id).await.reckoning.computed["component:c1.spoilage_sheets"],
            "100"
        );
        change(&house, id, |form| {
            form.order
                .insert("order_date".to_owned(), "2026-12-01".to_owned());
        })
        .await;
        assert_eq!(
            page(&house, id).await.reckoning.computed["component:c1.spoilage_sheets"],
            "300"
        );
    });
}

#[test]
fn clause_f1_22_house_days_count_for_dates_and_deliveries() {
    on_both(async |house| {
        a_customer(&house).await;
        set(
            &house,
            "house_days",
            r#"[["2026-11-26","2026-11-27","closed","盘点"]]"#,
            "今天",
        )
        .await;
        let mut form = a_phone_order();
        form.order
            .insert("requested_date".to_owned(), "+2".to_owned());
        form.drops[0]
            .values
            .insert("date".to_owned(), "2026-11-26".to_owned());
        form.drops[1]
            .values
            .insert("date".to_owned(), "2026-12-05".to_owned());
        let reckoned = house.desk.reckon(&form).await.unwrap();
        // Wed 25, closed Thu and Fri, the weekend, Mon 30.
        assert_eq!(
            reckoned.fields["order.requested_date"]
                .understood
                .as_deref(),
            Some("2026-11-30")
        );
        let closed = |warnings: Vec<docket_core::orders::wire::Warning>| {
            warnings
                .into_iter()
                .filter(|warning| warning.code == "no_delivery_on_that_day")
                .map(|warning| warning.path)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            closed(reckoned.warnings),
            ["drop:d1.date", "drop:d2.date"],
            "a closed day, and a Saturday"
        );
        set(&house, "saturday_delivery", "on", "今天").await;
        assert_eq!(
            closed(house.desk.reckon(&form).await.unwrap().warnings),
            ["drop:d1.date"]
        );
    });
}

#[test]
fn clause_f1_22_a_used_series_goes_on_without_a_gap_and_gives_no_number_twice() {
    on_both(async |house| {
        a_customer(&house).await;
        let number = async || {
            let id = registered(&house, &a_phone_order()).await;
            facts(&house, id).await.number
        };
        assert_eq!(number().await, "OD-2026-A000001");
        let director = house.actor("何静").await;
        let lay = |pattern: &str, reset: &str| ChangeSeries {
            kind: "order_od".to_owned(),
            pattern: pattern.to_owned(),
            reset: reset.to_owned(),
            start: "1".to_owned(),
            from: "今天".to_owned(),
            why: "换格式".to_owned(),
        };
        let bad = house
            .desk
            .change_series(&director, &lay("OD-{YYYY}-{000}", "month"))
            .await;
        assert_eq!(
            refused(bad),
            ("fields_not_understood", vec!["pattern".to_owned()])
        );
        assert_eq!(
            refused(
                house
                    .desk
                    .change_series(&house.assistant, &lay("OD-{D}{0000}", "never"))
                    .await
            )
            .0,
            "needs_role"
        );
        house
            .desk
            .change_series(&director, &lay("OD-{YYYY}-{D}{000000}", "never"))
            .await
            .unwrap();
        assert_eq!(
            number().await,
            "OD-2026-A000002",
            "another cycle begins where the old one is"
        );
        house
            .desk
            .change_series(&director, &lay("{YY}{MM}-{D}{000}", "month"))
            .await
            .unwrap();
        assert_eq!(number().await, "2611-A003");
        house
            .desk
            .change_series(&director, &lay("OD-{YYYY}-{D}{000000}", "year"))
            .await
            .unwrap();
        assert_eq!(
            number().await,
            "OD-2026-A000004",
            "back again: nothing is given twice"
        );
        let series = settings(&house)
            .await
            .series
            .into_iter()
            .find(|series| series.kind == "order_od")
            .unwrap();
        assert_eq!(
            (series.used, series.next.as_str(), series.last.as_deref()),
            (true, "OD-2026-A000005", Some("OD-2026-A000004"))
        );
        assert_eq!(
            (
                series.history.len(),
                series.history[0].by.as_str(),
                series.history[0].why.as_str()
            ),
            (3, "何静", "换格式")
        );
        house.it_is("2027-01-04T01:00:00Z");
        assert_eq!(number().await, "OD-2027-A000001");
    });
}

#[test]
fn clause_f1_22_a_series_is_laid_out_from_a_day_on_and_what_is_to_come_is_taken_back() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let number = async || {
            a_customers_sample(&house, order).await;
            let all = samples(&house, order).await;
            all.into_iter().map(|sample| sample.number).next_back()
        };
        let some = |number: &str| Some(number.to_owned());
        let director = house.actor("何静").await;
        let lay = async |pattern: &str, reset: &str, from: &str| {
            let request = ChangeSeries {
                kind: "sample".to_owned(),
                pattern: pattern.to_owned(),
                reset: reset.to_owned(),
                start: "1".to_owned(),
                from: from.to_owned(),
                why: "按月编".to_owned(),
            };
            house.desk.change_series(&director, &request).await
        };
        let series = async || {
            let all = settings(&house).await.series;
            all.into_iter().find(|row| row.kind == "sample").unwrap()
        };
        let told = async || -> Vec<(String, &'static str, String)> {
            let history = series().await.history.into_iter();
            history
                .map(|change| (change.from, change.state, change.pattern))
                .collect()
        };
        assert_eq!(number().await, some("Y-2026-A0001"));
        let (usual, monthly) = ("Y-{YYYY}-{D}{0000}", "Y{YY}{MM}-{D}{000}");
        for (from, code) in [
            ("昨天", "setting_from_the_past"),
            ("哪天", "typed_not_a_date"),
        ] {
            let refused = lay(monthly, "month", from).await.unwrap_err();
            let field = &refused.fields()[0];
            assert_eq!((field.path.as_str(), field.code), ("from", code));
        }
        let same = lay(usual, "year", "12-10").await.unwrap_err();
        assert_eq!(same.fields()[0].code, "setting_is_the_same");

        lay(monthly, "month", "12-10").await.unwrap();
        let row = series().await;
        assert_eq!(
            (row.pattern.as_str(), row.next.as_str()),
            (usual, "Y-2026-A0002"),
            "until then it is numbered as before"
        );
        assert_eq!(
            told().await,
            [("2026-12-10".to_owned(), "to_come", monthly.to_owned())]
        );
        let change = &row.history[0];
        assert_eq!(
            (
                change.by.as_str(),
                change.why.as_str(),
                change.reset.as_str(),
                change.start.as_str()
            ),
            ("何静", "按月编", "month", "1")
        );
        // Another pattern for that day, and then none after all.
        lay("Y{YY}{MM}{D}{000}", "month", "12-10").await.unwrap();
        lay(usual, "year", "12-10").await.unwrap();
        assert_eq!(
            told().await.iter().map(|told| told.1).collect::<Vec<_>>(),
            ["to_come", "replaced", "replaced"]
        );
        house.it_is("2026-12-10T01:00:00Z");
        assert_eq!(number().await, some("Y-2026-A0002"));

        lay(monthly, "month", "12-20").await.unwrap();
        lay(usual, "year", "2027-2-10").await.unwrap();
        house.it_is("2026-12-19T15:59:59Z");
        assert_eq!(number().await, some("Y-2026-A0003"));
        house.it_is("2026-12-19T16:00:00Z");
        let row = series().await;
        assert_eq!((row.next.as_str(), row.last), ("Y2612-A004", None));
        assert_eq!(
            number().await,
            some("Y2612-A004"),
            "in its first month it goes on"
        );
        house.it_is("2027-01-05T01:00:00Z");
        assert_eq!(
            number().await,
            some("Y2701-A001"),
            "the next month begins anew"
        );
        assert_eq!(number().await, some("Y2701-A002"));
        house.it_is("2027-02-03T01:00:00Z");
        assert_eq!(number().await, some("Y2702-A001"));
        house.it_is("2027-02-10T01:00:00Z");
        assert_eq!(
            number().await,
            some("Y-2027-A0003"),
            "back to the year it goes on from the highest of the year"
        );
        let states: Vec<_> = told()
            .await
            .into_iter()
            .map(|told| (told.0, told.1))
            .collect();
        assert_eq!(
            states[..2],
            [
                ("2027-02-10".to_owned(), "in_force"),
                ("2026-12-20".to_owned(), "past")
            ]
        );
    });
}

#[test]
fn clause_f1_22_a_value_to_come_is_replaced_for_its_day() {
    on_both(async |house| {
        set(&house, "quote_days", "20", "12-10").await;
        set(&house, "quote_days", "30", "12-10").await;
        let page = settings(&house).await;
        let rule = page.rules.iter().find(|rule| rule.code == "quote_days");
        let history = rule.unwrap().history.iter();
        assert_eq!(
            history
                .map(|value| (value.value.as_str(), value.state))
                .collect::<Vec<_>>(),
            [("30", "to_come"), ("20", "replaced"), ("15", "in_force")]
        );
    });
}

#[test]
fn clause_f1_04b_an_order_recorded_late_is_marked_on_its_page_and_in_the_list() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        form.order
            .insert("received_on".to_owned(), "2026-11-23".to_owned());
        form.order
            .insert("received_time".to_owned(), "下午2点".to_owned());
        // Monday 14:00 to Tuesday 09:12: three hours and 72 minutes.
        let late = registered(&house, &form).await;
        let view = page(&house, late).await;
        assert_eq!(
            (
                view.recording.minutes,
                view.recording.late,
                view.recording.hours
            ),
            (252, true, 4)
        );
        assert_eq!(
            (
                view.recording.received.as_str(),
                view.recording.recorded.as_str()
            ),
            ("2026-11-23 14:00", "2026-11-24 09:12")
        );
        form.order
            .insert("received_time".to_owned(), "14:12".to_owned());
        registered(&house, &form).await;
        let listed: Vec<bool> = house
            .desk
            .orders_page(ListFilter::All, None, PageFrom::Newest, 9)
            .await
            .unwrap()
            .iter()
            .map(|row| row.recorded_late)
            .collect();
        assert_eq!(
            listed,
            [false, true],
            "four hours are in time; one minute more is not"
        );
        change(&house, late, |form| {
            form.order
                .insert("received_time".to_owned(), "16:00".to_owned());
        })
        .await;
        assert!(
            !house
                .desk
                .orders_page(ListFilter::All, None, PageFrom::Newest, 9)
                .await
                .unwrap()[1]
                .recorded_late,
            "a mended time of receipt is reckoned again"
        );
        let draft = house.desk.new_draft(&house.assistant).await.unwrap().value;
        assert_eq!(
            (
                draft.form.order["received_on"].as_str(),
                draft.form.order["received_time"].as_str()
            ),
            ("2026-11-24", "09:12")
        );
    });
}

#[test]
fn clause_f1_01_the_time_from_receipt_to_release_is_measured_by_month() {
    on_both(async |house| {
        assert!(
            house
                .desk
                .processing_figures()
                .await
                .unwrap()
                .months
                .is_empty()
        );
        let order = an_issued_book(&house).await;
        let figures = house.desk.processing_figures().await.unwrap();
        let month = &figures.months[0];
        // Received, recorded and issued within one minute of a standing clock.
        assert_eq!(
            (
                month.month.as_str(),
                month.issued,
                month.median,
                month.mean,
                month.recorded,
                month.late
            ),
            ("2026-11", 1, Some(0), Some(0), 1, 0)
        );
        assert_eq!(
            figures
                .slowest
                .iter()
                .map(|row| (row.id, row.minutes))
                .collect::<Vec<_>>(),
            [(order, 0)]
        );
    });
}

#[test]
fn clause_f1_01_receipt_record_and_release_lie_apart_by_the_working_clock() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = the_book();
        let received = [("received_on", "2026-11-23"), ("received_time", "14:12")];
        form.order
            .extend(received.map(|(key, text)| (key.to_owned(), text.to_owned())));
        let order = registered(&house, &form).await;
        ready_to_issue(&house, order).await;
        let month = async || house.desk.processing_figures().await.unwrap().months[0].clone();
        let recorded = month().await;
        // Monday 14:12 to Tuesday 09:12, without the night and the lunch.
        assert_eq!(
            (recorded.recorded, recorded.delay, recorded.issued),
            (1, Some(240), 0)
        );
        house.it_is("2026-11-24T02:12:00Z");
        issue(&house, order).await.expect("the sheet is issued");
        let issued = month().await;
        assert_eq!(
            (issued.issued, issued.median, issued.mean, issued.delay),
            (1, Some(300), Some(300), Some(240)),
            "an hour later"
        );
    });
}

#[test]
fn clause_f1_22_an_order_is_measured_by_the_working_hours_of_the_day_it_came_in() {
    on_both(async |house| {
        a_customer(&house).await;
        let received = |day: &str| {
            let mut form = the_book();
            let received = [("received_on", day), ("received_time", "14:12")];
            form.order
                .extend(received.map(|(key, text)| (key.to_owned(), text.to_owned())));
            form
        };
        registered(&house, &received("2026-11-23")).await;
        let delays = async || {
            let months = house.desk.processing_figures().await.unwrap().months;
            let delays = months
                .iter()
                .map(|month| (month.month.clone(), month.delay));
            delays.collect::<Vec<_>>()
        };
        // Monday 14:12 to Tuesday 09:12 by 08:00 to 12:00 and 13:00 to 17:00.
        let november = ("2026-11".to_owned(), Some(240));
        assert_eq!(delays().await, std::slice::from_ref(&november));
        // From December on the house works in the morning alone.
        set(&house, "working_hours", r#"[["08:00","12:00"]]"#, "12-1").await;
        house.it_is("2026-12-02T01:12:00Z");
        registered(&house, &received("2026-12-01")).await;
        assert_eq!(
            delays().await,
            [("2026-12".to_owned(), Some(72)), november],
            "what was done before is not measured anew"
        );
    });
}

#[test]
fn clause_f1_22_what_a_signature_takes_is_never_set_for_a_day_that_is_past() {
    on_both(async |house| {
        let director = house.actor("何静").await;
        for (rule, value) in [("evidence_may_follow", "off"), ("lock_after_minutes", "5")] {
            let past = setting(rule, value, "2026-11-23");
            assert_eq!(
                refused(house.desk.change_setting(&director, &past).await),
                ("setting_from_the_past", vec!["from".to_owned()]),
                "{rule}"
            );
            set(&house, rule, value, "今天").await;
        }
        // Nothing is decided yet: a house that begins says by which warnings it has worked.
        set(&house, "text_grammage", "128", "2026-11-20").await;
    });
}

#[test]
fn clause_f1_07_a_list_of_words_may_be_emptied_and_filled_again() {
    on_both(async |house| {
        for rule in [
            "hand_over_at_effect",
            "hand_over_at_release",
            "paper_grades",
            "packing",
            "holders",
            "quote_terms",
        ] {
            set(&house, rule, " \n", "今天").await;
            let page = settings(&house).await;
            let shown = page.rules.iter().find(|view| view.code == rule).unwrap();
            assert_eq!(shown.value, "", "{rule}");
        }
        let presets = house.desk.house_presets().await.unwrap();
        assert_eq!(presets.holders, Vec::<String>::new());
        // Nobody is handed the order or its sheet by itself; who reviews it is told of that.
        let order = an_issued_book(&house).await;
        let told = page(&house, order).await.hand_overs;
        assert!(told.iter().all(|line| line.occasion == Occasion::Review));
        set(&house, "holders", "生产联", "今天").await;
        assert_eq!(
            house.desk.house_presets().await.unwrap().holders,
            ["生产联"]
        );
    });
}
