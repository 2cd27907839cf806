//! FIELDS.md's worked examples, through the door the window uses.

use super::*;
use crate::orders::reckon;
use crate::orders::wire::Warning;
use crate::settings::HouseRules;

fn computed(form: &OrderForm, path: &str) -> String {
    reckoned(form)
        .computed
        .get(path)
        .cloned()
        .unwrap_or_default()
}

/// Where each warning stands, and what it says.
fn codes(warnings: &[Warning]) -> Vec<(&str, &str)> {
    warnings
        .iter()
        .map(|warning| (warning.path.as_str(), warning.code.as_str()))
        .collect()
}

#[test]
fn a_day_before_the_earliest_delivery_is_pointed_out_and_that_day_is_not() {
    let mut form = album();
    let earliest = reckoned(&form).answers[0].value.clone().unwrap();
    for (day, warned) in [(earliest.clone(), false), (day_before(&earliest), true)] {
        form.order.insert("requested_date".into(), day.clone());
        form.order.insert("confirmed_date".into(), day);
        let warnings = reckoned(&form).warnings;
        let warned_of: Vec<_> = warnings
            .iter()
            .filter(|warning| warning.code == "date_before_earliest")
            .map(|warning| warning.params["earliest"].as_str())
            .collect();
        let wanted: &[&str] = if warned { &[&earliest, &earliest] } else { &[] };
        assert_eq!(warned_of, wanted);
    }
}

#[test]
fn a_day_that_is_past_is_pointed_out_wherever_it_stands_and_today_is_not_past() {
    let mut form = album();
    let past = |form: &OrderForm| -> Vec<String> {
        let warnings = reckoned(form).warnings.into_iter();
        let past = warnings.filter(|warning| warning.code == "date_is_past");
        past.map(|warning| warning.path).collect()
    };
    let put = |form: &mut OrderForm, day: &str| {
        for key in ["sample_due", "requested_date", "confirmed_date"] {
            form.order.insert(key.into(), day.into());
        }
        form.drops[0].values.insert("date".into(), day.into());
    };
    put(&mut form, "2026-11-24");
    assert_eq!(past(&form), Vec::<String>::new());
    put(&mut form, "2026-11-23");
    assert_eq!(
        past(&form),
        [
            "order.sample_due",
            "order.requested_date",
            "order.confirmed_date",
            "drop:d1.date"
        ]
    );
}

#[test]
fn goods_go_out_on_working_days_and_where_the_house_says_so_on_plain_saturdays() {
    let mut rules = HouseRules::default();
    let quiet = |rules: &HouseRules, day: &str| {
        let mut form = album();
        form.drops[0].values.insert("date".into(), day.into());
        let warnings = reckon(&form, today(), rules).warnings;
        let mut found = warnings.iter();
        found.any(|each| each.code == "no_delivery_on_that_day" && each.path == "drop:d1.date")
    };
    let closed = "2026-12-12".parse().unwrap();
    rules.house_days.closed.insert(closed);
    // A Friday, a Saturday, a Sunday, a Saturday the house is closed, and one that is a public holiday.
    let days = [
        ("2026-12-04", false, false),
        ("2026-12-05", true, false),
        ("2026-12-06", true, true),
        ("2026-12-12", true, true),
        ("2026-09-26", true, true),
    ];
    for (day, shut, still_shut) in days {
        rules.saturday_delivery = false;
        assert_eq!(quiet(&rules, day), shut, "{day}");
        rules.saturday_delivery = true;
        assert_eq!(quiet(&rules, day), still_shut, "{day} with Saturdays");
    }
}

fn day_before(day: &str) -> String {
    let day: chrono::NaiveDate = day.parse().unwrap();
    day.pred_opt().unwrap().to_string()
}

#[test]
fn worked_example_part_form() {
    let text = [
        ("pages", "120"),
        ("pages_per_side", "8"),
        ("work_style", "sheetwise"),
        ("colours", "4+4"),
        ("cuts", "2"),
    ];
    let reckoning = reckoned(&book("2000", &text));
    let expected = [
        ("sheets_per_form", "7 × 2,000 + 1 × 1,000"),
        ("good_sheets", "15,000"),
        ("spoilage_sheets", "750"),
        ("total_sheets", "15,750"),
        ("plates", "60"),
        ("parent_sheets", "7,875"),
        ("reams", "15.75"),
    ];
    for (key, value) in expected {
        assert_eq!(
            reckoning.computed[&format!("component:c1.{key}")],
            value,
            "{key}"
        );
    }
}

#[test]
fn worked_example_sheets() {
    let text = [
        ("pages", "64"),
        ("pages_per_side", "8"),
        ("work_style", "sheetwise"),
        ("colours", "4+4"),
        ("cuts", "2"),
    ];
    let reckoning = reckoned(&book("1000", &text));
    let expected = [
        ("good_sheets", "4,000"),
        ("forms", "4"),
        ("sheets_per_form", "4 × 1,000"),
        ("spoilage_sheets", "200"),
        ("total_sheets", "4,200"),
        ("plate_sets", "8"),
        ("plates", "32"),
        ("parent_sheets", "2,100"),
        ("reams", "4.2"),
    ];
    for (key, value) in expected {
        assert_eq!(
            reckoning.computed[&format!("component:c1.{key}")],
            value,
            "{key}"
        );
    }
}

#[test]
fn worked_example_saddle_stitch_with_30_pages_is_an_error() {
    let mut form = book("1000", &[("name", "内文"), ("pages", "30")]);
    form.product.insert("binding".into(), "骑马订".into());
    let problem = reckoned(&form).fields["component:c1.pages"]
        .problem
        .clone()
        .unwrap();
    assert_eq!(
        (problem.code.as_str(), problem.params["pages"].as_str()),
        ("saddle_stitch_pages", "30")
    );
    form.components[0]
        .values
        .insert("pages".into(), "32".into());
    assert_eq!(reckoned(&form).fields["component:c1.pages"].problem, None);
}

#[test]
fn clause_s_4_1_3_saddle_stitched_pages_come_in_fours_in_each_component() {
    // A cover and a text, their P数, and whose cannot be stitched: 2 + 30 is 32, and neither is folded sheets.
    for (loose, cover, text, odd) in [
        ("封面", "4", "28", &[][..]),
        ("封面", "2", "30", &["c1", "c2"]),
        ("封面", "4", "30", &["c2"]),
        ("封面", "2", "32", &["c1"]),
        // A belly band lies around the booklet.
        ("腰封", "2", "32", &[]),
    ] {
        let mut form = book("1000", &[("name", loose), ("pages", cover)]);
        form.product.insert("binding".into(), "骑马订".into());
        let inner = book("1000", &[("name", "内文"), ("pages", text)]);
        form.components.extend(inner.components);
        form.components[1].key = "c2".to_owned();
        let fields = reckoned(&form).fields;
        let found: Vec<&str> = ["c1", "c2"]
            .into_iter()
            .filter(|key| {
                let problem = fields[&format!("component:{key}.pages")].problem.as_ref();
                problem.is_some_and(|problem| problem.code == "saddle_stitch_pages")
            })
            .collect();
        assert_eq!(found, odd, "{loose} {cover} + {text}");
    }
}

#[test]
fn amount_and_capitals_of_the_album() {
    // 43.20 × 2,000 = 86,400.00
    assert_eq!(computed(&album(), "order.amount"), "86,400.00");
    assert_eq!(
        computed(&album(), "order.amount_in_capitals"),
        "人民币捌万陆仟肆佰元整"
    );
    // 16,409.02 from the list of worked capitals: one piece at that price.
    let mut form = album();
    form.order.insert("unit_price".into(), "16409.02".into());
    form.product.insert("quantity".into(), "1".into());
    assert_eq!(
        computed(&form, "order.amount_in_capitals"),
        "人民币壹万陆仟肆佰零玖元零贰分"
    );
}

#[test]
fn figures_of_the_album() {
    let expected = [
        // 4 + 8 + 120
        ("product.total_pages", "132"),
        // 120 / 2 × 150 µm = 9 mm, and two boards of 2.5 mm
        ("product.spine", "14 mm"),
        ("drops.total", "2,000"),
        ("instalments.total", "100%"),
        // Cover: 2,000 / 2 up = 1,000, 5 % = 50; five inks in front with the spot.
        ("component:c1.total_sheets", "1,050"),
        ("component:c1.plates", "5"),
        // Boards: 2,000 / 4 up, nothing on top.
        ("component:c2.total_sheets", "500"),
        ("component:c2.plates", "0"),
        // Endpapers: one form of 8 pages, 2,000 sheets and 5 % for finishing.
        ("component:c3.total_sheets", "2,100"),
        ("component:c4.total_sheets", "15,750"),
    ];
    let reckoning = reckoned(&album());
    for (path, value) in expected {
        assert_eq!(reckoning.computed[path], value, "{path}");
    }
    assert_eq!(reckoning.missing, Vec::<String>::new());
    // The customer wants it before the standard cycle of a case-bound album is over.
    assert_eq!(
        codes(&reckoning.warnings),
        [
            ("order.requested_date", "date_before_earliest"),
            ("order.confirmed_date", "date_before_earliest"),
        ]
    );
    assert!(
        reckoning
            .fields
            .values()
            .all(|reading| reading.problem.is_none())
    );
}

#[test]
fn drops_that_miss_the_quantity_and_instalments_that_miss_the_whole_are_problems() {
    let mut form = album();
    form.drops[1]
        .values
        .insert("quantity".into(), "1400".into());
    form.instalments[0]
        .values
        .insert("percent".into(), "30".into());
    let reckoning = reckoned(&form);
    let problem = |path: &str| reckoning.fields[path].problem.clone().unwrap();
    // 500 + 1,400 = 1,900 of 2,000; 30 % + 50 % = 80 %.
    assert_eq!(problem("drop:d2.quantity").code, "drops_miss_quantity");
    assert_eq!(problem("drop:d2.quantity").params["total"], "1,900");
    assert_eq!(problem("instalment:p2.percent").params["total"], "80%");
}

#[test]
fn clause_s_4_1_3_what_does_not_fit_the_process_is_pointed_out() {
    let mut form = album();
    form.components[3]
        .values
        .insert("press_size".into(), "200x280".into());
    form.finishing[0]
        .values
        .insert("component".into(), "护封".into());
    form.order.insert("requested_date".into(), "12-20".into());
    form.order.insert("confirmed_date".into(), "12-22".into());
    assert_eq!(
        codes(&reckoned(&form).warnings),
        [
            ("component:c4.press_size", "trim_larger_than_press_sheet"),
            ("order.confirmed_date", "confirmed_after_requested"),
            ("finishing:f1.component", "no_such_component"),
        ]
    );
}

#[test]
fn clause_s_4_4_1_stars_apply_where_the_thing_exists() {
    let mut form = album();
    for component in &mut form.components {
        component
            .values
            .retain(|key, _| ["name", "grade", "work_style"].contains(&key.as_str()));
    }
    let missing = reckoned(&form).missing;
    let of = |row: &str| -> Vec<String> {
        let here = format!("component:{row}.");
        missing
            .iter()
            .filter_map(|path| path.strip_prefix(&here).map(str::to_owned))
            .collect()
    };
    assert_eq!(
        of("c1"),
        [
            "pages",
            "sides",
            "bleed",
            "grammage",
            "parent_size",
            "cuts",
            "press_size",
            "colours"
        ]
    );
    assert_eq!(
        of("c2"),
        ["caliper", "parent_size", "cuts"],
        "a board has a thickness, no pages, and is not printed"
    );
    assert_eq!(
        of("c3"),
        ["pages", "grammage", "parent_size", "cuts"],
        "unprinted paper has pages and grammage"
    );
}

#[test]
fn clause_s_4_4_1b_special_quality_needs_its_text() {
    let mut form = album();
    form.order
        .insert("quality_standard".into(), "special".into());
    assert_eq!(reckoned(&form).missing, ["order.quality_special"]);
}

#[test]
fn an_empty_form_asks_for_its_first_rows_and_reckons_nothing() {
    let reckoning = reckoned(&OrderForm::default());
    assert!(reckoning.computed.is_empty() && reckoning.fields.is_empty());
    for needed in [
        "order.customer_id",
        "product.name",
        "component",
        "drop",
        "instalment",
    ] {
        assert!(
            reckoning.missing.iter().any(|path| path == needed),
            "{needed}"
        );
    }
}

#[test]
fn a_board_with_pages_is_warned_of() {
    let board = |pages: &[(&str, &str)]| {
        let mut texts = vec![
            ("grade", "灰板"),
            ("work_style", "unprinted"),
            ("number_up", "4"),
        ];
        texts.extend_from_slice(pages);
        let warnings = reckoned(&book("1000", &texts)).warnings;
        warnings
            .into_iter()
            .filter(|warning| warning.code == "board_has_pages")
            .map(|warning| warning.path)
            .collect::<Vec<_>>()
    };
    assert_eq!(board(&[("pages", "2")]), ["component:c1.pages"]);
    assert_eq!(board(&[("per_product", "2")]), Vec::<String>::new());
}

#[test]
fn clause_fields_c_a_board_is_reckoned_by_pieces_whatever_pages_were_typed() {
    let sheets = |pages: &str| {
        let texts = [
            ("name", "灰板"),
            ("work_style", "unprinted"),
            ("per_product", "2"),
            ("number_up", "8"),
            ("pages", pages),
            ("pages_per_side", pages),
        ];
        reckoned(&book("2000", &texts))
    };
    // 2000 books × 2 boards ÷ 8 up; boards have no spoilage.
    for pages in ["", "2"] {
        let reckoning = sheets(pages);
        assert_eq!(
            reckoning.computed["component:c1.total_sheets"], "500",
            "{pages}"
        );
        assert!(!reckoning.missing.contains(&"component:c1.pages".to_owned()));
        assert!(
            reckoning
                .missing
                .contains(&"component:c1.caliper".to_owned())
        );
        assert_eq!(
            reckoning.computed.get("product.total_pages"),
            None,
            "{pages}"
        );
    }
}

#[test]
fn an_unprinted_component_is_no_complaint_before_its_style_is_chosen() {
    let problem = |texts: &[(&str, &str)]| {
        reckoned(&book("1000", texts))
            .fields
            .get("component:c1.colours")
            .and_then(|field| field.problem.as_ref())
            .map(|problem| problem.code.clone())
    };
    let flat = [("number_up", "4"), ("colours", "不印")];
    assert_eq!(problem(&flat), None);
    let printed = [flat[0], flat[1], ("work_style", "sheetwise")];
    assert_eq!(
        problem(&printed).as_deref(),
        Some("sheets_nothing_to_print")
    );
}

#[test]
fn clause_fields_c_a_spot_is_not_counted_among_the_process_colours_as_well() {
    let warned = |colours: &str, spots: &str| {
        let texts = [("colours", colours), ("spots_front", spots)];
        reckoned(&book("1000", &texts))
            .warnings
            .iter()
            .any(|warning| warning.code == "spots_counted_twice")
    };
    assert!(warned("5+0", "PANTONE 871 C"));
    assert!(!warned("4+0", "PANTONE 871 C"));
    assert!(!warned("5+0", ""));
    // The spot is on the other side.
    assert!(!warned("4+5", "PANTONE 871 C"));
}
