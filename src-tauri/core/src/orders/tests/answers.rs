//! What is answered on the phone, each with its sum worked out by hand.

use super::super::answers::Answer;
use super::super::cycle::{CycleFacts, cycle, earliest};
use super::super::specification::Specification;
use super::super::wire::Reckoning;
use super::*;
use crate::calendar::HouseDays;
use crate::settings::{Adder, HouseRules, StandardCycle};

fn answer(reckoning: &Reckoning, code: &str) -> Answer {
    reckoning
        .answers
        .iter()
        .find(|answer| answer.code == code)
        .cloned()
        .unwrap()
}

fn value(form: &OrderForm, code: &str) -> String {
    answer(&reckoned(form), code).value.unwrap_or_default()
}

fn days(binding: &str, kind: &str, adders: &[Adder]) -> Option<u32> {
    let facts = CycleFacts {
        binding: binding.to_owned(),
        kind: kind.to_owned(),
        adders: adders.to_vec(),
    };
    cycle(&facts, &StandardCycle::default()).map(|cycle| cycle.days)
}

#[test]
fn clause_f1_22_the_standard_cycle_by_product() {
    for (binding, kind, expected) in [
        ("", "单张", Some(4)),
        ("散页", "海报", Some(4)),
        ("", "折页", Some(4)),
        ("", "名片", Some(4)),
        ("骑马订", "画册", Some(6)),
        ("无线胶装", "书刊", Some(8)),
        ("锁线胶装", "书刊", Some(10)),
        ("精装(圆脊)", "画册", Some(15)),
        ("", "彩盒", Some(8)),
        ("", "手提袋", Some(8)),
        // The binding counts before the type: a leaflet that is stitched takes as long as stitching.
        ("骑马订", "折页", Some(6)),
        ("线装", "书刊", None),
        ("", "", None),
    ] {
        assert_eq!(days(binding, kind, &[]), expected, "{binding} {kind}");
    }
}

#[test]
fn adders_are_summed_and_rounded_up_once() {
    use Adder::{
        Embossing, HotStamping, Lamination, LargeQuantity, NewDie, Outwork, SpecialPaper, SpotUv,
    };
    for (adders, expected) in [
        (&[Lamination][..], 5),                    // 4 + 0.5 = 4.5 → 5
        (&[Lamination, HotStamping], 6),           // 5.5 → 6
        (&[HotStamping, Embossing, SpotUv], 7),    // 4 + 3
        (&[HotStamping, HotStamping], 6),          // 4 + 1 + 1
        (&[SpecialPaper, Outwork], 9),             // 4 + 3 + 2
        (&[LargeQuantity, NewDie, Lamination], 8), // 4 + 2 + 1 + 0.5 = 7.5 → 8
    ] {
        assert_eq!(days("", "单张", adders), Some(expected), "{adders:?}");
    }
    // Two halves make one day and are not rounded each: 4 + 0.5 + 0.5.
    let halves = StandardCycle {
        adders: vec![(Lamination, 5), (SpotUv, 5)],
        ..StandardCycle::default()
    };
    let facts = CycleFacts {
        kind: "单张".to_owned(),
        adders: vec![Lamination, SpotUv],
        ..CycleFacts::default()
    };
    assert_eq!(cycle(&facts, &halves).unwrap().days, 5);
}

#[test]
fn clause_f1_22_which_papers_have_to_be_ordered_is_the_houses_to_say() {
    for (grade, supply, at_first, own) in [
        ("特种纸 珠光", "", 7, 4),
        ("珠光纸", "", 4, 7),
        ("珠光纸", "客来纸", 4, 4),
        ("铜版纸", "", 4, 4),
    ] {
        let mut form = leaflet(&[]);
        form.components.push(row(
            "c1",
            &[("name", "单张"), ("grade", grade), ("supply", supply)],
        ));
        let rules = HouseRules::default();
        let (specification, _) = Specification::understand(&form, today(), &rules);
        let days = |words: &[&str]| {
            let table = StandardCycle {
                special_papers: words.iter().map(|word| (*word).to_owned()).collect(),
                ..StandardCycle::default()
            };
            specification.cycle_days(&table)
        };
        assert_eq!(days(&["特种"]), Some(at_first), "{grade}");
        assert_eq!(days(&["珠光纸"]), Some(own), "{grade}");
    }
}

/// A leaflet with these finishing steps.
fn leaflet(processes: &[&str]) -> OrderForm {
    let mut form = OrderForm::default();
    form.product.insert("type".into(), "单张".into());
    for (place, process) in processes.iter().enumerate() {
        let key = format!("f{}", place + 1);
        form.finishing.push(row(&key, &[("process", process)]));
    }
    form
}

#[test]
fn clause_s_4_3_1e_every_pass_of_foil_embossing_and_spot_uv_adds() {
    // FIELDS.md: 烫金, 凹凸, 局部UV, each 1; 覆膜 0.5 and whatever else applies, once.
    for (processes, expected) in [
        (&["烫金"][..], 5),
        (&["烫金", "烫银"], 6),                   // 4 + 1 + 1
        (&["烫金", "烫金", "击凸", "局部UV"], 8), // 4 + 2 + 1 + 1
        (&["压凹", "压凸", "局部 UV", "局部UV"], 8),
        (&["覆光膜", "覆哑膜"], 5), // 4.5 → 5
        (&["折页", "切成品"], 4),
    ] {
        let rules = HouseRules::default();
        let (specification, _) = Specification::understand(&leaflet(processes), today(), &rules);
        assert_eq!(
            specification.cycle_days(&rules.standard_cycle),
            Some(expected),
            "{processes:?}"
        );
    }
    let date = answer(&reckoned(&leaflet(&["烫金", "烫银"])), "earliest_date");
    let foil = &date.steps[1];
    assert_eq!(
        (
            foil.code.as_str(),
            &*foil.params["passes"],
            &*foil.params["days"]
        ),
        ("cycle_hot_stamping", "2", "2")
    );
}

#[test]
fn the_earliest_day_counts_from_the_day_after_today_by_the_calendar() {
    let facts = CycleFacts {
        binding: "无线胶装".to_owned(),
        ..CycleFacts::default()
    };
    let eight = cycle(&facts, &StandardCycle::default()).unwrap();
    let from = |year, month, day| {
        let today = BusinessDay::from_ymd(year, month, day).unwrap();
        let found = earliest(&eight, today, &HouseDays::default()).unwrap();
        (found.day.to_string(), found.estimated)
    };
    // FIELDS.md: +8 from 2026-09-28 → 10-14.
    assert_eq!(from(2026, 9, 28), ("2026-10-14".to_owned(), false));
    // 2027 has no table yet: 29, 30, 31 December, then 1, 4, 5, 6, 7 January by weekday.
    assert_eq!(from(2026, 12, 28), ("2027-01-07".to_owned(), true));
}

#[test]
fn the_album_is_answered_with_its_reasons() {
    // 精装 15, 覆膜 0.5, 特种纸: the customer brings it, so none. 15.5 → 16 working days after Tuesday 2026-11-24: 25, 26, 27,
    // 30, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16 December.
    let reckoning = reckoned(&album());
    let date = answer(&reckoning, "earliest_date");
    assert_eq!(
        (date.value.as_deref(), date.estimated),
        (Some("2026-12-16"), false)
    );
    let codes: Vec<_> = date.steps.iter().map(|step| step.code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "cycle_base",
            "cycle_lamination",
            "cycle_sum",
            "cycle_closed"
        ]
    );
    assert_eq!(date.steps[1].params["days"], "0.5");
    assert_eq!(date.steps[3].params["days"], "6", "three weekends");
    // 120 / 2 × 150 µm + 2 × 2.5 mm = 14 mm, measured: not estimated.
    let spine = answer(&reckoning, "spine");
    assert_eq!(
        (spine.value.as_deref(), spine.estimated),
        (Some("14 mm"), false)
    );
}

#[test]
fn a_case_bound_book_is_weighed_with_its_boards_by_their_thickness() {
    // One leaf is 0.05985 m². Boards: 2,500 µm ÷ 160 µm × 100 = 1,563 g/m², two of them: 187.0911 g.
    let mut form = album();
    form.components[1]
        .values
        .insert("per_product".into(), "2".into());
    let reckoning = reckoned(&form);
    let weight = answer(&reckoning, "weight");
    assert!(weight.estimated && weight.value.is_some());
    let board = weight
        .steps
        .iter()
        .find(|step| step.code == "weight_part_by_table")
        .unwrap();
    assert_eq!(
        (
            board.params["grammage"].as_str(),
            board.params["caliper"].as_str(),
            board.params["grams"].as_str()
        ),
        ("1563", "2,500", "187.1")
    );
    for code in ["per_carton", "cartons", "gross_weight"] {
        let answer = answer(&reckoning, code);
        assert!(answer.estimated && answer.value.is_some(), "{code}");
    }
    // Without a thickness that is what is asked for; a carton may be typed instead, and is no estimate.
    form.components[1].values.remove("caliper");
    assert_eq!(
        answer(&reckoned(&form), "weight").missing,
        ["component:c2.caliper"]
    );
    form.product.insert("per_carton".into(), "20".into());
    let typed = reckoned(&form);
    assert!(!answer(&typed, "cartons").estimated);
    // A grammage that is said is taken.
    form.components[1]
        .values
        .insert("grammage".into(), "1500".into());
    assert!(!answer(&reckoned(&form), "weight").estimated);
}

/// 210 × 285, 2,000 copies and 50 spares, cover 4P of 200 g and text 64P of 105 g.
fn brochure() -> OrderForm {
    OrderForm {
        product: record(&[
            ("size", "210x285"),
            ("quantity", "2000"),
            ("spares", "50"),
            ("binding", "骑马订"),
        ]),
        components: vec![
            row(
                "c1",
                &[("name", "封面"), ("pages", "4"), ("grammage", "200")],
            ),
            row(
                "c2",
                &[("name", "内文"), ("pages", "64"), ("grammage", "105")],
            ),
        ],
        ..OrderForm::default()
    }
}

#[test]
fn weights_and_cartons_of_a_brochure() {
    // One leaf is 0.21 m × 0.285 m = 0.05985 m². Cover 2 × 0.05985 × 200 = 23.94 g; text 32 × 0.05985 × 105 = 201.096 g;
    // together 225.036 g. 15,000 / 225.036 = 66.65 → 66 a carton; 2,050 / 66 = 31.06 → 32; 2,050 × 225.036 = 461.3238 kg.
    let form = brochure();
    assert_eq!(value(&form, "weight"), "225 g");
    assert_eq!(value(&form, "per_carton"), "66");
    assert_eq!(value(&form, "cartons"), "32");
    assert_eq!(value(&form, "gross_weight"), "461.3 kg");
    let parts = answer(&reckoned(&form), "weight").steps;
    assert_eq!(
        parts
            .iter()
            .map(|part| part.params["grams"].as_str())
            .collect::<Vec<_>>(),
        ["23.9", "201.1"]
    );
    // 每箱数 typed: 2,050 / 50 = 41.
    let mut typed = form;
    typed.product.insert("per_carton".into(), "50".into());
    assert_eq!(value(&typed, "per_carton"), "50");
    assert_eq!(value(&typed, "cartons"), "41");
}

#[test]
fn the_carton_weight_is_the_houses_rule() {
    let rules = HouseRules {
        carton_weight: 10_000,
        ..HouseRules::default()
    };
    // 10,000 / 225.036 = 44.4 → 44.
    let reckoning = super::super::reckon(&brochure(), today(), &rules);
    assert_eq!(
        answer(&reckoning, "per_carton").value.as_deref(),
        Some("44")
    );
}

#[test]
fn a_single_sheet_weighs_as_it_lies_open() {
    let mut form = OrderForm {
        product: record(&[
            ("size", "95x210"),
            ("flat_size", "285x210"),
            ("quantity", "1000"),
        ]),
        components: vec![row("c1", &[("pages", "2"), ("grammage", "157")])],
        ..OrderForm::default()
    };
    // 0.285 × 0.21 × 157 = 9.39645 g; 1,000 of them 9.39645 kg.
    assert_eq!(value(&form, "weight"), "9.4 g");
    assert_eq!(value(&form, "gross_weight"), "9.4 kg");
    form.components[0]
        .values
        .insert("grammage".into(), String::new());
    assert_eq!(
        answer(&reckoned(&form), "gross_weight").missing,
        ["component:c1.grammage"]
    );
}

#[test]
fn the_spine_by_the_paper_table_is_an_estimate_and_one_put_in_by_hand_is_not() {
    let mut form = brochure();
    form.product.insert("binding".into(), "无线胶装".into());
    form.components[1]
        .values
        .insert("grade".into(), "哑粉纸".into());
    // 105 g × 0.93 = 97.65 → 98 µm; 32 leaves × 98 = 3,136 µm = 3.1 mm.
    let spine = answer(&reckoned(&form), "spine");
    assert_eq!(
        (spine.value.as_deref(), spine.estimated),
        (Some("3.1 mm"), true)
    );
    let reckoning = reckoned(&form);
    assert_eq!(reckoning.computed["component:c2.table_caliper"], "98");
    assert!(
        !reckoning.computed.contains_key("product.spine"),
        "the papers carry no estimate"
    );
    form.product.insert("spine".into(), "3.5".into());
    let reckoning = reckoned(&form);
    assert_eq!(answer(&reckoning, "spine").value.as_deref(), Some("3.5 mm"));
    assert_eq!(reckoning.computed["product.spine"], "3.5 mm");
}

#[test]
fn nothing_is_answered_without_facts_and_everything_says_what_is_missing() {
    let reckoning = reckoned(&OrderForm::default());
    for answer in &reckoning.answers {
        assert!(
            answer.value.is_none() && !answer.missing.is_empty(),
            "{answer:?}"
        );
    }
}
