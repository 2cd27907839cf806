//! What each rule takes as it is typed, what it begins with, and what is told at its cell (F1-22).

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::super::cells::{shown, understood};
use super::super::start_values::default_of;
use super::*;

fn today() -> chrono::NaiveDate {
    "2026-11-24".parse().unwrap()
}

#[test]
fn clause_f1_22_every_rule_takes_its_own_start_value_and_shows_it_as_it_is_typed() {
    for rule in Rule::on_the_screen() {
        let stored = default_of(rule);
        let mut rules = HouseRules::default();
        rules.take(rule, &stored).unwrap();
        if let Rule::Offers(offer) = rule {
            assert_eq!(rules.offered(offer), offer.at_first(), "{}", rule.code());
            rules.offered.clear();
        }
        if let Some(own) = rules.type_presets.take() {
            assert_eq!(own, TypePreset::at_first());
        }
        if let Some(own) = rules.part_presets.take() {
            assert_eq!(own, PartPreset::at_first());
        }
        assert_eq!(rules, HouseRules::default(), "{}", rule.code());
        let read = understood(rule, &shown(rule, &stored), today());
        assert_eq!(read, Ok(stored), "{}", rule.code());
    }
}

#[test]
fn clause_f1_22_a_value_is_read_as_it_is_typed_and_told_at_its_cell() {
    let paths = |rule, text: &str| {
        understood(rule, text, today()).map_err(|problems| {
            problems
                .into_iter()
                .map(|problem| (problem.path, problem.code))
                .collect::<Vec<_>>()
        })
    };
    let at = |path: &str, code| Err(vec![(path.to_owned(), code)]);
    assert_eq!(
        paths(Rule::ReviewAmountAbove, "8万"),
        Ok("8000000".to_owned())
    );
    assert_eq!(paths(Rule::ReviewAmountAbove, " "), Ok("off".to_owned()));
    assert_eq!(
        paths(Rule::ReviewAmountAbove, "很多"),
        at("value", "typed_not_a_number")
    );
    assert_eq!(
        paths(Rule::PlacesPerVersion, "21"),
        at("value", "typed_out_of_range")
    );
    assert_eq!(
        paths(Rule::CycleLamination, "0.3"),
        at("value", "typed_not_half_days")
    );
    assert_eq!(
        paths(Rule::CalendarYears, "2027年\n2027"),
        Ok("2027".to_owned())
    );
    assert_eq!(paths(Rule::Holders, "\n"), Ok(String::new()));
    for (typed, code) in [
        (" ", "field_needed"),
        ("/ /", "template_without_folder"),
        ("{客户}/{月}", "template_names_unknown"),
    ] {
        assert_eq!(
            paths(Rule::PrepressTemplate, typed),
            at("value", code),
            "{typed}"
        );
    }
    assert_eq!(
        paths(Rule::PrepressTemplate, " {产品}\\{订单号} / V{n}"),
        Ok("{产品}/{订单号}/V{n}/".to_owned())
    );
    assert_eq!(
        paths(
            Rule::SpoilageBands,
            r#"[["1","0","0","0","5","50"],["1万","4","","x","3%","80"]]"#
        ),
        Err(vec![
            ("value:1.steps".to_owned(), "typed_empty"),
            ("value:1.fixed".to_owned(), "typed_not_a_number")
        ])
    );
    assert_eq!(
        paths(Rule::SpoilageBands, r#"[["500","0","0","0","5","50"]]"#),
        at("value", "spoilage_without_base")
    );
    assert_eq!(
        paths(Rule::WorkingHours, r#"[["8点","12:00"],["11:00","5点"]]"#),
        at("value", "working_hours_overlap")
    );
    assert_eq!(
        paths(
            Rule::HouseDays,
            r#"[["2027-02-10","2027-02-05","closed",""]]"#
        ),
        at("value", "house_days_backwards")
    );
}

#[test]
fn clause_f1_22_a_preset_takes_what_its_field_takes_and_says_each_type_once() {
    let read = |rule, rows: &[&[&str]]| {
        understood(rule, &serde_json::to_string(rows).unwrap(), today())
            .map(|stored| tables::rows_of(&stored).unwrap())
            .map_err(|problems| {
                let problems = problems.into_iter();
                problems
                    .map(|problem| (problem.path, problem.code))
                    .collect::<Vec<_>>()
            })
    };
    let at = |path: &str, code| Err(vec![(path.to_owned(), code)]);
    assert_eq!(
        read(
            Rule::TypePresets,
            &[&["插卡", "single", "90x54", "", "张", ""]]
        ),
        Ok(vec![
            ["插卡", "single", "90 × 54", "", "张", ""]
                .map(str::to_owned)
                .to_vec()
        ])
    );
    let card = ["插卡", "single", "", "", "", ""];
    for (cells, problem) in [
        (
            ["", "single", "", "", "", ""],
            at("value:0.type", "typed_empty"),
        ),
        (
            ["插卡", "", "", "", "", ""],
            at("value:0.single", "typed_empty"),
        ),
        (
            ["插卡", "single", "很大", "", "", ""],
            at("value:0.size", "typed_not_a_size"),
        ),
    ] {
        assert_eq!(read(Rule::TypePresets, &[&cells]), problem, "{cells:?}");
    }
    assert_eq!(
        read(Rule::TypePresets, &[&card, &card]),
        at("value", "type_preset_twice")
    );
    let terms = |rows: &[&[&str]]| read(Rule::UsualTerms, rows);
    assert_eq!(
        terms(&[&["30", "下单前", ""], &["70%", "月结", "60"]]),
        Ok(vec![
            ["30%", "before_order", ""].map(str::to_owned).to_vec(),
            ["70%", "monthly", "60"].map(str::to_owned).to_vec()
        ])
    );
    assert_eq!(terms(&[]), Ok(Vec::new()), "none is none");
    for rows in [
        &[["30%", "下单前", ""], ["60%", "发货前", ""]],
        &[["30%", "下单前", "30"], ["70%", "发货前", ""]],
        &[["30%", "下单前", ""], ["70%", "月结", ""]],
    ] {
        let rows = rows.each_ref().map(<[&str; 3]>::as_slice);
        assert_eq!(terms(&rows), at("value", "usual_terms_not_whole"));
    }
    // A type may bring the same component twice: 第一联, 第二联.
    let part = ["联单", "第一联", "2", "单面", "single_side", "", "1+0", ""];
    let kept = read(Rule::PartPresets, &[&part, &part]).unwrap();
    assert_eq!((kept.len(), kept[0][3].as_str()), (2, "one"));
    assert_eq!(
        read(
            Rule::PartPresets,
            &[&["联单", "第一联", "2", "三面", "", "", "", ""]]
        ),
        at("value:0.sides", "typed_ambiguous")
    );
    // What is said before it in the row counts: both sides of a leaf.
    let kept = read(
        Rule::PartPresets,
        &[&["联单", "第一联", "2", "双面", "", "", "4C", ""]],
    );
    assert_eq!(kept.map(|rows| rows[0][6].clone()), Ok("4+4".to_owned()));
    assert_eq!(
        read(Rule::PartPresets, &[&["联单", "", "2", "", "", "", "", ""]]),
        at("value:0.name", "typed_empty")
    );
}

#[test]
fn clause_f1_22_the_cycle_and_the_papers_are_typed_as_people_speak_of_them() {
    let mut rules = HouseRules::default();
    let mut put = |rule, typed: &str| {
        let stored = understood(rule, typed, today()).unwrap();
        rules.take(rule, &stored).unwrap();
    };
    put(Rule::CycleSpecial, "1.5");
    put(Rule::StandardCycle, r#"[["精装 线装","12.5"]]"#);
    put(Rule::PaperTable, r#"[["哑粉，雅粉","95"]]"#);
    let cycle = &rules.standard_cycle;
    for adder in [Adder::HotStamping, Adder::Embossing, Adder::SpotUv] {
        assert_eq!(cycle.adds(adder), 15, "{adder:?}");
    }
    assert_eq!(cycle.adds(Adder::Lamination), 5, "what was not set stays");
    assert_eq!(cycle.line_for("线装", "").unwrap().tenths, 125);
    // 200 g × 0.95
    let caliper = rules.paper_table.caliper("157 雅粉纸", 200).unwrap();
    assert_eq!(caliper.0, 190);
    let sparse = understood(Rule::PaperTable, r#"[["","95"]]"#, today()).unwrap_err();
    assert_eq!(sparse.first().unwrap().path, "value:0.grade");
}

#[test]
fn clause_f1_22_house_days_close_and_open_the_house() {
    let mut rules = HouseRules::default();
    rules.take(Rule::CalendarYears, "2027").unwrap();
    rules
        .take(
            Rule::HouseDays,
            r#"[["2027-02-03","2027-02-04","closed","春节前停工"],["2027-02-06","2027-02-06","open",""]]"#,
        )
        .unwrap();
    let day = |text: &str| text.parse().unwrap();
    assert!(!crate::calendar::is_working_day(
        day("2027-02-04"),
        &rules.house_days
    ));
    // A Saturday.
    assert!(crate::calendar::is_working_day(
        day("2027-02-06"),
        &rules.house_days
    ));
    assert!(
        rules.house_days.entered_years.contains(&2027),
        "the years stay beside the days"
    );
}
