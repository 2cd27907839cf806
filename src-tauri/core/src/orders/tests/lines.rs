//! Figures put in by hand, service lines and the built-in process rules, through the door the window uses.

use std::collections::BTreeMap;

use super::super::Specification;
use super::super::wire::{FormRow, Reckoning};
use super::*;
use crate::imposition::BindingLimits;
use crate::settings::HouseRules;

/// The worked example of the part form.
fn part_form(more: &[(&str, &str)]) -> Reckoning {
    let mut text = vec![
        ("name", "内文"),
        ("pages", "120"),
        ("pages_per_side", "8"),
        ("work_style", "sheetwise"),
        ("colours", "4+4"),
        ("cuts", "2"),
    ];
    text.extend_from_slice(more);
    reckoned(&book("2000", &text))
}

#[test]
fn clause_s_4_4_1_an_override_holds_and_what_was_reckoned_stays_beside_it() {
    let reckoning = part_form(&[("good_sheets", "1.6万"), ("plates", "56")]);
    // 16,000 + 750 = 16,750; ÷ 2 = 8,375; 16.75.
    for (key, value) in [
        ("good_sheets", "16,000"),
        ("total_sheets", "16,750"),
        ("parent_sheets", "8,375"),
        ("reams", "16.75"),
        ("plates", "56"),
        ("plate_sets", "15"),
    ] {
        assert_eq!(
            reckoning.computed[&format!("component:c1.{key}")],
            value,
            "{key}"
        );
    }
    let was: Vec<_> = reckoning
        .reckoned
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    assert_eq!(
        was,
        [
            ("component:c1.good_sheets", "15,000"),
            ("component:c1.plates", "60")
        ]
    );
    assert!(part_form(&[]).reckoned.is_empty());
}

#[test]
fn the_forms_table_is_typed_cell_by_cell_and_a_bad_cell_is_named() {
    let reckoning = part_form(&[("form_table", "3 sheets=3千; 8 style=正反印")]);
    // Form 3: +1,000 sheets and 50 spoilage; form 8 sheetwise: 8 plates for 4.
    assert_eq!(reckoning.computed["component:c1.total_sheets"], "16,800");
    assert_eq!(reckoning.computed["component:c1.plates"], "64");
    let forms = &reckoning.forms[0].forms;
    assert_eq!(
        (
            forms[2].cells["sheets"].as_str(),
            forms[2].reckoned["sheets"].as_str()
        ),
        ("3,000", "2,000")
    );
    assert_eq!(
        (
            forms[7].cells["style"].as_str(),
            forms[7].reckoned["style"].as_str()
        ),
        ("正反印", "自翻")
    );

    let reckoning = part_form(&[("form_table", "3 sheets=many")]);
    let problem = reckoning.fields["component:c1.form_table"]
        .problem
        .clone()
        .unwrap();
    assert_eq!(
        (problem.code.as_str(), problem.params["cell"].as_str()),
        ("typed_not_a_number", "3.sheets")
    );

    let reckoning = part_form(&[("form_table", "8 pages=4")]);
    let problem = reckoning.fields["component:c1.form_table"]
        .problem
        .clone()
        .unwrap();
    assert_eq!(problem.code, "sheets_forms_miss_pages");

    let reckoning = part_form(&[("form_table", "9 sheets=100")]);
    assert!(
        reckoning
            .warnings
            .iter()
            .any(|warning| warning.code == "form_edit_without_form")
    );
    assert_eq!(reckoning.computed["component:c1.total_sheets"], "15,750");
}

#[test]
fn clause_f7_02_service_lines_join_the_amount_and_the_capitals() {
    let mut form = album();
    form.services = vec![
        row("s1", &[("name", "设计费"), ("amount", "8百")]),
        row("s2", &[("name", "运费"), ("amount", "204.50")]),
    ];
    let computed = reckoned(&form).computed;
    // 86,400.00 + 800.00 + 204.50 = 87,404.50.
    assert_eq!(computed["order.product_amount"], "86,400.00");
    assert_eq!(computed["services.total"], "1,004.50");
    assert_eq!(computed["order.amount"], "87,404.50");
    assert_eq!(
        computed["order.amount_in_capitals"],
        "人民币捌万柒仟肆佰零肆元伍角"
    );
    let (specification, problems) =
        Specification::understand(&form, today(), &HouseRules::default());
    assert!(problems.is_empty());
    assert_eq!(
        specification.to_form().services[1].values["amount"],
        "204.50"
    );
    // A line without an amount is asked for, and counts nothing.
    form.services[0].values.remove("amount");
    let reckoning = reckoned(&form);
    assert_eq!(reckoning.missing, ["service:s1.amount"]);
    assert_eq!(reckoning.computed["order.amount"], "86,604.50");
}

fn warned(form: &OrderForm, rules: &HouseRules) -> Vec<String> {
    super::super::reckon(form, today(), rules)
        .warnings
        .into_iter()
        .map(|warning| warning.code)
        .collect()
}

#[test]
fn clause_s_4_1_3_the_built_in_rules_warn_at_the_houses_figures() {
    let stitched = |pages: &str, cover: &str, text: &str| OrderForm {
        product: record(&[("binding", "骑马订")]),
        components: vec![
            row(
                "c1",
                &[("name", "封面"), ("pages", "4"), ("grammage", cover)],
            ),
            row(
                "c2",
                &[("name", "内文"), ("pages", pages), ("grammage", text)],
            ),
        ],
        ..OrderForm::default()
    };
    let rules = HouseRules::default();
    assert_eq!(
        warned(&stitched("60", "250", "157"), &rules),
        Vec::<String>::new()
    );
    assert_eq!(
        warned(&stitched("64", "251", "158"), &rules),
        [
            "saddle_stitch_too_thick",
            "saddle_stitch_cover_too_heavy",
            "text_too_heavy"
        ]
    );
    let looser = HouseRules {
        binding_limits: BindingLimits {
            saddle_stitch_pages: 80,
            saddle_stitch_cover: 300,
            ..BindingLimits::default()
        },
        ..HouseRules::default()
    };
    assert_eq!(
        warned(&stitched("64", "251", "158"), &looser),
        ["text_too_heavy"]
    );
}

#[test]
fn clause_s_4_1_3_a_piece_with_its_bleed_that_misses_the_press_sheet_is_warned_of() {
    let with = |press: &str| OrderForm {
        components: vec![row(
            "c1",
            &[("size", "210x285"), ("bleed", "3"), ("press_size", press)],
        )],
        ..OrderForm::default()
    };
    let rules = HouseRules::default();
    // 210 + 2 × 3 = 216, 285 + 2 × 3 = 291.
    assert!(warned(&with("216x291"), &rules).is_empty());
    assert!(
        warned(&with("291x216"), &rules).is_empty(),
        "either way round"
    );
    assert_eq!(
        warned(&with("215.9x291"), &rules),
        ["trim_larger_than_press_sheet"]
    );
    let off = HouseRules {
        warn_trim_on_sheet: false,
        ..HouseRules::default()
    };
    assert!(warned(&with("215.9x291"), &off).is_empty());
}

#[test]
fn clause_s_4_1_3_a_leaf_that_is_folded_is_held_against_the_press_sheet_open() {
    // 95 × 210 folded, 285 × 210 open: 291 × 216 with its bleed.
    let leaflet = |press: &str, pages: &str| OrderForm {
        product: record(&[("size", "95x210"), ("flat_size", "285x210")]),
        components: vec![row(
            "c1",
            &[("pages", pages), ("bleed", "3"), ("press_size", press)],
        )],
        ..OrderForm::default()
    };
    let rules = HouseRules::default();
    assert!(warned(&leaflet("291x216", "2"), &rules).is_empty());
    assert_eq!(
        warned(&leaflet("220x216", "2"), &rules),
        ["trim_larger_than_press_sheet"]
    );
    // Of a book the press sheet takes at least one page.
    assert!(warned(&leaflet("220x216", "8"), &rules).is_empty());
}

#[test]
fn clause_s_4_1_3_embossing_on_film_is_warned_of_where_both_meet() {
    let steps = |film: &str, emboss: &str| OrderForm {
        components: vec![
            row("c1", &[("name", "封面")]),
            row("c2", &[("name", "内文")]),
        ],
        finishing: vec![
            row("f1", &[("process", "覆哑膜"), ("component", film)]),
            row("f2", &[("process", "击凸"), ("component", emboss)]),
        ],
        ..OrderForm::default()
    };
    let rules = HouseRules::default();
    assert_eq!(warned(&steps("封面", "封面"), &rules), ["embossed_film"]);
    assert_eq!(warned(&steps("", "封面"), &rules), ["embossed_film"]);
    assert!(warned(&steps("内文", "封面"), &rules).is_empty());
    let off = HouseRules {
        warn_embossed_film: false,
        ..HouseRules::default()
    };
    assert!(warned(&steps("封面", "封面"), &off).is_empty());
}

fn texts(values: &BTreeMap<&'static str, String>) -> BTreeMap<String, String> {
    let pairs = values.iter();
    pairs
        .map(|(key, text)| ((*key).to_owned(), text.clone()))
        .collect()
}

/// The components a house that has set nothing gives to a type or a binding.
fn parts_of(of: &str) -> Vec<FormRow> {
    use super::super::product_presets::PartPreset;
    let parts = PartPreset::at_first();
    let own = parts
        .iter()
        .filter(|part| part.of.iter().any(|named| named == of));
    (1..)
        .zip(own)
        .map(|(number, part)| FormRow {
            key: format!("c{number}"),
            values: texts(&part.component),
        })
        .collect()
}

#[test]
fn every_product_type_has_a_preset_that_is_understood_and_misses_no_rule() {
    use super::super::fields::Level;
    use super::super::product_presets::TypePreset;
    let presets = TypePreset::at_first();
    let types: Vec<&str> = presets.iter().map(|preset| preset.kind.as_str()).collect();
    assert_eq!(types, Level::Product.field("type").unwrap().presets);
    for preset in presets {
        let form = OrderForm {
            product: texts(&preset.product),
            components: parts_of(&preset.kind),
            ..OrderForm::default()
        };
        let (_, problems) = Specification::understand(&form, today(), &HouseRules::default());
        assert_eq!(problems, [], "{}", preset.kind);
        assert!(
            !preset.single || form.components.len() == 1,
            "{}",
            preset.kind
        );
        assert!(
            form.components
                .iter()
                .all(|row| row.values.contains_key("name"))
        );
        let reckoning = reckoned(&form);
        assert!(
            reckoning
                .fields
                .values()
                .all(|reading| reading.problem.is_none()),
            "{}",
            preset.kind
        );
    }
}

#[test]
fn a_case_needs_boards_and_endpapers_that_are_understood_and_ask_for_no_pages_of_a_board() {
    use super::super::fields::Level;
    let known = Level::Product.field("binding").unwrap().presets;
    for binding in ["精装(方脊)", "精装(圆脊)"] {
        assert!(known.contains(&binding), "{binding}");
        let form = OrderForm {
            product: record(&[("binding", binding), ("size", "210x285")]),
            components: parts_of(binding),
            ..OrderForm::default()
        };
        assert_eq!(form.components.len(), 2);
        let (specification, problems) =
            Specification::understand(&form, today(), &HouseRules::default());
        assert_eq!(problems, [], "{binding}");
        let missing = specification.missing();
        assert!(!missing.contains(&"component:c1.pages".to_owned()));
        assert!(!missing.contains(&"component:c2.pages".to_owned()));
    }
}
