//! Texts, good and bad, and what becomes of them.

use super::super::Specification;
use super::*;
use crate::settings::HouseRules;

fn code_at(form: &OrderForm, path: &str) -> Option<String> {
    reckoned(form)
        .fields
        .get(path)?
        .problem
        .as_ref()
        .map(|problem| problem.code.clone())
}

#[test]
fn trade_shorthand_is_shown_as_understood() {
    let reckoning = reckoned(&album());
    let expected = [
        ("product.quantity", "2,000"),
        ("product.size", "210 × 285 mm"),
        ("order.requested_date", "2026-12-08"),
        ("order.unit_price", "43.20 元"),
        ("order.sheet_type", "正常"),
        ("component:c1.grammage", "157 g/m²"),
        ("component:c2.caliper", "2.5 mm"),
        ("component:c4.colours", "4+4"),
        ("instalment:p2.due", "发货前"),
    ];
    for (path, shown) in expected {
        assert_eq!(
            reckoning.fields[path].understood.as_deref(),
            Some(shown),
            "{path}"
        );
    }
}

#[test]
fn fields_a_board_thickness_typed_as_grammage_is_pointed_to_its_own_field() {
    for (typed, wanted) in [
        ("2.5mm", Some("typed_thickness_not_grammage")),
        ("２.５毫米", Some("typed_thickness_not_grammage")),
        ("105µm", Some("typed_thickness_not_grammage")),
        ("10丝", Some("typed_thickness_not_grammage")),
        ("157", None),
        ("157g", None),
        ("157 g/m²", None),
        ("厚mm", Some("typed_not_a_number")),
    ] {
        let mut form = album();
        form.components[0]
            .values
            .insert("grammage".into(), typed.into());
        let code = code_at(&form, "component:c1.grammage");
        assert_eq!(code.as_deref(), wanted, "{typed}");
    }
}

#[test]
fn fields_pages_are_asked_of_an_unprinted_leaf_and_not_of_a_board() {
    // P counts both faces of every leaf, printed or blank: without it the sheets of 环衬 cannot be reckoned. Boards have none.
    let asked = |row: usize, key: &str| {
        let mut form = album();
        let component = &mut form.components[row];
        component.values.remove("pages");
        component
            .values
            .insert("work_style".into(), "不印刷".into());
        let (specification, _) = Specification::understand(&form, today(), &HouseRules::default());
        let path = format!("component:{}.{key}", form.components[row].key);
        specification.missing().contains(&path)
    };
    let (board, leaf) = (1, 2);
    assert!(asked(leaf, "pages") && !asked(board, "pages"));
    for key in ["press_size", "bleed", "sides"] {
        assert!(!asked(leaf, key) && !asked(board, key), "{key}");
    }
}

#[test]
fn bad_input_is_named_by_field_and_the_form_is_not_touched() {
    let mut form = album();
    form.product.insert("name".into(), "长".repeat(5_000));
    form.product.insert("quantity".into(), "-3".into());
    form.product.insert("size".into(), "0x285".into());
    form.order.insert("unit_price".into(), "很便宜".into());
    form.order.insert("requested_date".into(), "11-20".into());
    form.components[0]
        .values
        .insert("grammage".into(), "99999999999999999999".into());
    let before = form.clone();
    let expected = [
        ("product.name", "typed_too_long"),
        ("product.quantity", "typed_out_of_range"),
        ("product.size", "typed_out_of_range"),
        ("order.unit_price", "typed_not_a_number"),
        ("order.requested_date", "typed_past_date"),
        ("component:c1.grammage", "typed_out_of_range"),
    ];
    for (path, code) in expected {
        assert_eq!(code_at(&form, path).as_deref(), Some(code), "{path}");
    }
    let missing = reckoned(&form).missing;
    assert!(
        !missing.contains(&"product.quantity".to_owned()),
        "a field that is filled wrongly is not called empty"
    );
    assert_eq!(form, before);
}

#[test]
fn emoji_and_rare_characters_stay_and_marks_that_turn_the_writing_round_go() {
    let mut form = album();
    // 䶮 and 𠮷 are names of people; ⼀ is a radical that only looks like 一; U+202E turns the writing round.
    form.product
        .insert("name".into(), "䶮𠮷㛃🎁⼀\u{202e}册".into());
    let (specification, problems) =
        Specification::understand(&form, today(), &HouseRules::default());
    assert_eq!(problems, []);
    assert_eq!(specification.to_form().product["name"], "䶮𠮷㛃🎁一册");
}

#[test]
fn a_day_once_understood_stays_understood_when_it_is_past_and_is_pointed_out() {
    let mut form = album();
    form.order
        .insert("requested_date".into(), "2026-11-20".into());
    assert_eq!(code_at(&form, "order.requested_date"), None);
    let warnings = reckoned(&form).warnings;
    assert!(warnings.iter().any(|warning| warning.path == "order.requested_date" && warning.code == "date_is_past"));
}

#[test]
fn rows_are_told_apart_by_their_key() {
    let mut form = album();
    form.drops[1].key = "d1".into();
    form.finishing[0].key = "x1".into();
    let (_, problems) = Specification::understand(&form, today(), &HouseRules::default());
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (problem.path.as_str(), problem.code))
        .collect();
    assert_eq!(
        found,
        [
            ("finishing:x1", "row_key_unusable"),
            ("drop:d1", "row_key_unusable")
        ]
    );
}

#[test]
fn an_unknown_field_is_refused_not_dropped() {
    let mut form = album();
    form.product
        .insert("colour_of_the_moon".into(), "yellow".into());
    let (_, problems) = Specification::understand(&form, today(), &HouseRules::default());
    assert_eq!(problems[0].path, "product.colour_of_the_moon");
    assert_eq!(problems[0].code, "unknown_field");
}

#[test]
fn an_empty_row_is_no_row() {
    let mut form = album();
    form.finishing.push(row("f2", &[("process", "  ")]));
    let (specification, problems) =
        Specification::understand(&form, today(), &HouseRules::default());
    assert_eq!((specification.finishing.len(), problems.len()), (1, 0));
}

#[test]
fn clause_s_4_1_1a_six_blocks_and_the_facts_are_named_when_missing() {
    let (whole, _) = Specification::understand(&album(), today(), &HouseRules::default());
    assert_eq!(whole.missing_for_agreement(), Vec::<String>::new());
    let (empty, _) =
        Specification::understand(&OrderForm::default(), today(), &HouseRules::default());
    assert_eq!(
        empty.missing_for_agreement(),
        [
            "order.requested_date",
            "order.unit_price",
            "product.size",
            "product.quantity",
            "instalment",
            "component",
            "product.binding",
            "order.quality_standard",
        ]
    );
}

#[test]
fn clause_f1_06_terms_say_how_much_and_when_and_together_they_are_the_whole() {
    for (terms, missing) in [
        (&[("40%", "下单前"), ("60%", "交货时")][..], None),
        (&[("40%", "下单前")], Some("instalment:p1.percent")),
        (
            &[("60%", "下单前"), ("50%", "交货时")],
            Some("instalment:p2.percent"),
        ),
        (&[("100%", "")], Some("instalment:p1.due")),
    ] {
        let mut form = album();
        form.instalments = terms
            .iter()
            .enumerate()
            .map(|(place, (share, due))| {
                row(
                    &format!("p{}", place + 1),
                    &[("percent", share), ("due", due)],
                )
            })
            .collect();
        let (specification, _) = Specification::understand(&form, today(), &HouseRules::default());
        let missing: Vec<&str> = missing.into_iter().collect();
        assert_eq!(specification.missing_for_agreement(), missing, "{terms:?}");
        let mut at_release = specification.missing();
        at_release.retain(|path| path.starts_with("instalment"));
        assert_eq!(at_release, missing, "{terms:?}");
    }
}

#[test]
fn clause_f8_1_drops_that_do_not_make_up_the_quantity_keep_the_sheet_back() {
    for (quantities, missing) in [
        (&["500", "1,500"][..], None),
        (&["500", "1,400"], Some("drop:d2.quantity")),
        (&["2,001"], Some("drop:d1.quantity")),
        (&["500", ""], Some("drop:d2.quantity")),
    ] {
        let mut form = album();
        let address = form.drops[0].values.clone();
        form.drops = quantities
            .iter()
            .enumerate()
            .map(|(place, quantity)| {
                let mut drop = row(&format!("d{}", place + 1), &[]);
                drop.values.clone_from(&address);
                drop.values
                    .insert("quantity".to_owned(), (*quantity).to_owned());
                drop
            })
            .collect();
        let (specification, _) = Specification::understand(&form, today(), &HouseRules::default());
        let mut found = specification.missing();
        found.retain(|path| path.starts_with("drop"));
        let missing: Vec<&str> = missing.into_iter().collect();
        assert_eq!(found, missing, "{quantities:?}");
    }
}

#[test]
fn a_cut_and_pieces_are_read_as_they_are_said() {
    let mut form = album();
    for (key, typed, shown) in [
        ("cuts", "2开", "2"),
        ("cuts", "开2", "2"),
        ("per_product", "2块", "2"),
    ] {
        form.components[1].values.insert(key.into(), typed.into());
        let path = format!("component:{}.{key}", form.components[1].key);
        assert_eq!(
            reckoned(&form).fields[&path].understood.as_deref(),
            Some(shown),
            "{typed}"
        );
    }
}
