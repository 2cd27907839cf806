//! What holds for every form, however absurd.

use proptest::prelude::*;

use super::super::fields::{self, Level};
use super::super::{Specification, diff};
use super::*;
use crate::settings::HouseRules;

/// A text that may or may not suit a field.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("2千".to_owned()),
        Just("12-8".to_owned()),
        Just("210x285".to_owned()),
        Just("4C+0".to_owned()),
        Just("PANTONE 871 C, 专金".to_owned()),
        Just("5%".to_owned()),
        "[0-9]{1,7}",
        "\\PC{0,12}",
        any::<String>(),
    ]
}

/// A form with any text in any field, and some rows.
fn any_form() -> impl Strategy<Value = OrderForm> {
    let count: usize = fields::all().count();
    (
        proptest::collection::vec(any_text(), count),
        proptest::collection::vec(1_usize..5, 5),
    )
        .prop_map(|(texts, rows)| {
            let mut form = OrderForm::default();
            for (field, text) in fields::all().zip(texts) {
                let text = match field.choices.first() {
                    Some(choice) if text.len() % 2 == 0 => choice.code.to_owned(),
                    _ => text,
                };
                let (list, wanted) = match field.level {
                    Level::Order => {
                        form.order.insert(field.key.into(), text);
                        continue;
                    }
                    Level::Product => {
                        form.product.insert(field.key.into(), text);
                        continue;
                    }
                    Level::Component => (&mut form.components, rows[0]),
                    Level::Finishing => (&mut form.finishing, rows[1]),
                    Level::Drop => (&mut form.drops, rows[2]),
                    Level::Instalment => (&mut form.instalments, rows[3]),
                    Level::Service => (&mut form.services, rows[4]),
                };
                while list.len() < wanted {
                    list.push(FormRow {
                        key: format!("{}{}", field.level.letter(), list.len() + 1),
                        ..FormRow::default()
                    });
                }
                for (position, row) in list.iter_mut().enumerate() {
                    // Rows differ: each leaves out another field.
                    if position != field.key.len() % 3 {
                        row.values.insert(field.key.into(), text.clone());
                    }
                }
            }
            form
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_form_once_understood_is_stable(form in any_form()) {
        let (specification, _) = Specification::understand(&form, today(), &HouseRules::default());
        let written = specification.to_form();
        let (again, problems) = Specification::understand(&written, today(), &HouseRules::default());
        prop_assert_eq!(&problems, &vec![]);
        prop_assert_eq!(&again, &specification);
        prop_assert_eq!(again.to_form(), written);
        prop_assert_eq!(again.places(), specification.places());
        prop_assert_eq!(again.content_hash(), specification.content_hash());
    }

    #[test]
    fn equal_hash_means_nothing_differs_and_differences_are_symmetric(one in any_form(), other in any_form()) {
        let (one, _) = Specification::understand(&one, today(), &HouseRules::default());
        let (other, _) = Specification::understand(&other, today(), &HouseRules::default());
        let (there, back) = (diff(&one, &other), diff(&other, &one));
        prop_assert_eq!(there.is_empty(), one.content_hash() == other.content_hash());
        let mut there: Vec<_> = there.into_iter().map(|change| (change.path, change.old, change.new, change.class)).collect();
        let mut back: Vec<_> = back.into_iter().map(|change| (change.path, change.new, change.old, change.class)).collect();
        there.sort();
        back.sort();
        prop_assert_eq!(there, back);
        prop_assert_eq!(diff(&one, &one), vec![]);
    }

    #[test]
    fn reckoning_never_panics_and_names_only_fields_there_are(form in any_form()) {
        let reckoning = reckoned(&form);
        for path in reckoning.fields.keys() {
            let (level, key) = path.split_once('.').unwrap();
            let level = level.split(':').next().unwrap();
            let level = Level::ALL.into_iter().find(|known| known.code() == level).unwrap();
            prop_assert!(level.field(key).is_some(), "{}", path);
        }
    }
}
