//! What people type by mistake: refused by field, and nothing of it half-written.

use std::collections::BTreeMap;

use docket_core::orders::OrderKind;
use docket_core::orders::fields::{Kind, Level};
use docket_core::orders::wire::FormRow;

use super::lines::the_fullest;
use super::{a_customer, a_phone_order, facts, refused, registered};
use crate::support::on_both;

#[test]
fn every_field_that_is_not_understood_is_named_at_once() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        form.product.insert("name".into(), "长".repeat(5_000));
        form.product
            .insert("quantity".into(), "99999999999999".into());
        form.product.insert("size".into(), "0x0".into());
        form.order.insert("requested_date".into(), "11-20".into());
        form.order.insert("unit_price".into(), "-1".into());
        form.instalments[0]
            .values
            .insert("percent".into(), "0".into());
        form.drops[0].values.insert("date".into(), "2-30".into());
        let answer = house
            .desk
            .register_order(&house.assistant, "new:1-1", &form)
            .await;
        assert_eq!(
            refused(answer),
            (
                "fields_not_understood",
                [
                    "order.requested_date",
                    "order.unit_price",
                    "product.name",
                    "product.size",
                    "product.quantity",
                    "drop:d1.date",
                    "instalment:p1.percent",
                ]
                .map(str::to_owned)
                .to_vec()
            )
        );
        assert_eq!(house.desk.find_orders("").await.unwrap().orders, []);
    });
}

/// The store refuses what a rule let through; nobody in front of a window shall ever meet that.
#[test]
fn nothing_in_a_figure_is_kept_or_refused_by_its_field() {
    on_both(async |house| {
        a_customer(&house).await;
        let full = the_fullest(OrderKind::Order);
        let mut tried = 0;
        for level in Level::ALL {
            for field in level.fields() {
                let figure = matches!(
                    field.kind,
                    Kind::Integer
                        | Kind::Quantity
                        | Kind::UnitPrice
                        | Kind::Money
                        | Kind::Percent
                        | Kind::Reams
                        | Kind::Millimetres
                        | Kind::Micrometres
                        | Kind::Size
                        | Kind::ParentSheet
                        | Kind::Colours
                );
                if !figure {
                    continue;
                }
                for said in ["0", "0x0", "0+0"] {
                    let mut form = full.clone();
                    let (record, path) = match level {
                        Level::Order => (&mut form.order, format!("order.{}", field.key)),
                        Level::Product => (&mut form.product, format!("product.{}", field.key)),
                        Level::Component => of_row(&mut form.components, "component", field.key),
                        Level::Finishing => of_row(&mut form.finishing, "finishing", field.key),
                        Level::Drop => of_row(&mut form.drops, "drop", field.key),
                        Level::Instalment => of_row(&mut form.instalments, "instalment", field.key),
                        Level::Service => of_row(&mut form.services, "service", field.key),
                    };
                    record.insert(field.key.into(), said.into());
                    tried += 1;
                    let key = format!("new:1-{tried}");
                    let answer = house.desk.register_order(&house.assistant, &key, &form);
                    match answer.await {
                        Ok(_) => {}
                        refusal => {
                            assert_eq!(refused(refusal), ("fields_not_understood", vec![path]))
                        }
                    }
                }
            }
        }
        assert!(tried > 90, "{tried}");
    });
}

/// The only row of a list, and where `key` of it stands.
fn of_row<'a>(
    rows: &'a mut [FormRow],
    level: &str,
    key: &str,
) -> (&'a mut BTreeMap<String, String>, String) {
    let row = &mut rows[0];
    (&mut row.values, format!("{level}:{}.{key}", row.key))
}

#[test]
fn rare_characters_and_emoji_are_kept_and_marks_nobody_sees_are_not() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        form.product
            .insert("name".into(), "䶮𠮷㛃🎁\u{202e}⼀册".into());
        let id = registered(&house, &form).await;
        assert_eq!(facts(&house, id).await.product_name(), "䶮𠮷㛃🎁一册");
        assert_eq!(house.desk.find_orders("𠮷").await.unwrap().orders.len(), 1);
    });
}

#[test]
fn names_nobody_has_are_pointed_out_while_typing() {
    on_both(async |house| {
        let mut form = a_phone_order();
        form.order.insert("sales_rep_id".into(), "某某".into());
        let reckoning = house.desk.reckon(&form).await.unwrap();
        let code = |path: &str| {
            reckoning.fields[path]
                .problem
                .as_ref()
                .map(|problem| problem.code.clone())
        };
        assert_eq!(
            code("order.customer_id").as_deref(),
            Some("unknown_customer")
        );
        assert_eq!(
            code("order.sales_rep_id").as_deref(),
            Some("unknown_person")
        );
    });
}
