//! Places, hashes and what differs.

use super::super::fields::ChangeClass;
use super::super::{ChangedPlace, Specification, diff};
use super::*;
use crate::settings::HouseRules;

fn understood(form: &OrderForm) -> Specification {
    let (specification, problems) =
        Specification::understand(form, today(), &HouseRules::default());
    assert_eq!(problems, []);
    specification
}

fn changes(change: impl FnOnce(&mut OrderForm)) -> Vec<ChangedPlace> {
    let mut form = album();
    change(&mut form);
    diff(&understood(&album()), &understood(&form))
}

#[test]
fn the_same_thing_said_in_other_words_is_no_change() {
    let found = changes(|form| {
        form.product.insert("quantity".into(), "2,000册".into());
        form.product.insert("size".into(), "21*28.5cm".into());
        form.order
            .insert("requested_date".into(), "2026-12-08".into());
    });
    assert_eq!(found, []);
}

#[test]
fn clause_s_4_4_2_a_changed_field_is_one_place_with_old_and_new() {
    let found = changes(|form| {
        form.components[3]
            .values
            .insert("grade".into(), "铜版纸".into());
    });
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].path, "component:c4.grade");
    assert_eq!(found[0].label, "内文·纸张品名");
    assert_eq!(
        (found[0].old.as_str(), found[0].new.as_str()),
        ("哑粉纸", "铜版纸")
    );
    assert_eq!(found[0].class, ChangeClass::Cost);
}

#[test]
fn clause_s_4_4_3_classes_follow_the_authority_matrix() {
    // From the matrix: quantity, price, delivery date → commercial; material, grammage, sheet size, size, colours, process,
    // binding, packing, outwork → cost; quality above standard → quality; a name → clerical.
    type Change = fn(&mut OrderForm);
    let cases: [(Change, ChangeClass); 14] = [
        (
            |form| drop(form.product.insert("quantity".into(), "2100".into())),
            ChangeClass::Commercial,
        ),
        (
            |form| drop(form.order.insert("unit_price".into(), "44".into())),
            ChangeClass::Commercial,
        ),
        (
            |form| drop(form.order.insert("requested_date".into(), "12-9".into())),
            ChangeClass::Commercial,
        ),
        (
            |form| drop(form.drops[0].values.insert("date".into(), "12-5".into())),
            ChangeClass::Commercial,
        ),
        (
            |form| {
                drop(
                    form.components[0]
                        .values
                        .insert("grammage".into(), "200".into()),
                )
            },
            ChangeClass::Cost,
        ),
        (
            |form| {
                drop(
                    form.components[0]
                        .values
                        .insert("parent_size".into(), "889x1194".into()),
                )
            },
            ChangeClass::Cost,
        ),
        (
            |form| drop(form.product.insert("size".into(), "200x280".into())),
            ChangeClass::Cost,
        ),
        (
            |form| {
                drop(
                    form.components[0]
                        .values
                        .insert("spots_front".into(), "专金".into()),
                )
            },
            ChangeClass::Cost,
        ),
        (
            |form| form.finishing.push(row("f2", &[("process", "烫金")])),
            ChangeClass::Cost,
        ),
        (|form| form.finishing.clear(), ChangeClass::Cost),
        (
            |form| drop(form.product.insert("binding".into(), "无线胶装".into())),
            ChangeClass::Cost,
        ),
        (
            |form| drop(form.product.insert("packing".into(), "纸箱".into())),
            ChangeClass::Cost,
        ),
        (
            |form| {
                drop(
                    form.finishing[0]
                        .values
                        .insert("made_by".into(), "发外".into()),
                )
            },
            ChangeClass::Cost,
        ),
        (
            |form| {
                drop(
                    form.order
                        .insert("quality_special".into(), "色差 ΔE ≤ 3".into()),
                )
            },
            ChangeClass::Quality,
        ),
    ];
    for (place, (change, class)) in cases.into_iter().enumerate() {
        let found = changes(change);
        assert_eq!(
            (found.len(), found[0].class),
            (1, class),
            "case {place}: {found:?}"
        );
    }
    let typing_error = changes(|form| {
        drop(
            form.product
                .insert("name".into(), "《岭南草木》画册".into()),
        )
    });
    assert_eq!(typing_error[0].class, ChangeClass::Clerical);
}

#[test]
fn a_row_added_or_taken_away_is_one_place_and_so_is_the_order_of_a_list() {
    let added = changes(|form| {
        form.finishing.push(row(
            "f2",
            &[("process", "烫金"), ("detail", "85×20"), ("face", "front")],
        ))
    });
    assert_eq!(added.len(), 1);
    assert_eq!(
        (
            added[0].path.as_str(),
            added[0].old.as_str(),
            added[0].new.as_str()
        ),
        ("finishing:f2", "", "烫金 · 正面 · 85×20")
    );
    let turned = changes(|form| form.components.swap(0, 3));
    assert_eq!(turned.len(), 1);
    assert_eq!(turned[0].path, "component");
    assert_eq!(turned[0].new, "内文 → 灰板 → 环衬 → 封面");
}

#[test]
fn clause_s_4_1_2b_what_is_read_back_has_its_own_hash() {
    let before = understood(&album());
    let mut form = album();
    form.components[3]
        .values
        .insert("press_size".into(), "780x1080".into());
    let imposed = understood(&form);
    assert_ne!(before.content_hash(), imposed.content_hash());
    assert_eq!(
        before.read_back_hash(),
        imposed.read_back_hash(),
        "the press sheet is nothing the customer is asked about"
    );
    form.product.insert("quantity".into(), "2100".into());
    assert_ne!(before.read_back_hash(), understood(&form).read_back_hash());
}

#[test]
fn places_carry_their_words() {
    let places = understood(&album()).places();
    let place = places
        .iter()
        .find(|place| place.path == "drop:d2.quantity")
        .unwrap();
    assert_eq!(
        (place.label.as_str(), place.text.as_str()),
        ("交货批次 2·交货数量", "1,500")
    );
}
