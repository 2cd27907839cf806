//! The pure half of the order: understanding, reckoning, places and differences.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod answers;
mod changes;
mod kinds;
mod lines;
mod properties;
mod reckoning;
mod record;
mod understanding;

use super::wire::{FormRow, OrderForm};
use crate::calendar::BusinessDay;

/// 2026-11-24, a Tuesday.
fn today() -> BusinessDay {
    BusinessDay::from_ymd(2026, 11, 24).unwrap()
}

/// Reckons a form on that day by the rules a house begins with.
fn reckoned(form: &OrderForm) -> super::wire::Reckoning {
    super::reckon(form, today(), &crate::settings::HouseRules::default())
}

fn record(pairs: &[(&str, &str)]) -> std::collections::BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

fn row(key: &str, pairs: &[(&str, &str)]) -> FormRow {
    FormRow {
        key: key.to_owned(),
        values: record(pairs),
    }
}

/// The case-bound album of the mock, as it is said on the phone: 2,000 copies, four components, two drops.
fn album() -> OrderForm {
    OrderForm {
        order: record(&[
            ("customer_id", "深圳市彩源文化"),
            ("kind", "od"),
            ("sheet_type", "正常"),
            ("sales_rep_id", "周敏"),
            ("assistant_id", "林晓梅"),
            ("order_date", "2026-11-24"),
            ("requested_date", "12-8"),
            ("confirmed_date", "12-8"),
            ("unit_price", "43.2"),
            ("quality_standard", "company"),
        ]),
        product: record(&[
            ("name", "《岭南草木》精装画册"),
            ("type", "画册"),
            ("size", "210x285"),
            ("quantity", "2千"),
            ("unit", "册"),
            ("binding", "精装(方脊)"),
        ]),
        components: vec![
            row(
                "c1",
                &[
                    ("name", "封面"),
                    ("pages", "4"),
                    ("sides", "one"),
                    ("bleed", "3"),
                    ("grade", "铜版纸"),
                    ("grammage", "157g"),
                    ("parent_size", "787*1092"),
                    ("cuts", "2"),
                    ("press_size", "540x740"),
                    ("colours", "4+0"),
                    ("spots_front", "PANTONE 871 C"),
                    ("work_style", "single_side"),
                    ("number_up", "2"),
                ],
            ),
            row(
                "c2",
                &[
                    ("name", "灰板"),
                    ("grade", "灰板"),
                    ("caliper", "2.5mm"),
                    ("parent_size", "787x1092"),
                    ("cuts", "1"),
                    ("work_style", "不印刷"),
                    ("number_up", "4"),
                ],
            ),
            row(
                "c3",
                &[
                    ("name", "环衬"),
                    ("pages", "8"),
                    ("grade", "特种纸"),
                    ("grammage", "140"),
                    ("supply", "客来纸"),
                    ("parent_size", "787x1092"),
                    ("cuts", "2"),
                    ("work_style", "unprinted"),
                    ("pages_per_side", "4"),
                ],
            ),
            row(
                "c4",
                &[
                    ("name", "内文"),
                    ("pages", "120"),
                    ("sides", "both"),
                    ("bleed", "3"),
                    ("grade", "哑粉纸"),
                    ("grammage", "157"),
                    ("caliper", "150"),
                    ("parent_size", "889x1194"),
                    ("cuts", "2"),
                    ("press_size", "590x880"),
                    ("colours", "双面四色"),
                    ("work_style", "sheetwise"),
                    ("pages_per_side", "8"),
                ],
            ),
        ],
        finishing: vec![row(
            "f1",
            &[
                ("component", "封面"),
                ("process", "覆哑膜"),
                ("face", "front"),
            ],
        )],
        drops: vec![
            row(
                "d1",
                &[
                    ("date", "12-4"),
                    ("quantity", "500"),
                    ("address", "南山区科技园"),
                ],
            ),
            row(
                "d2",
                &[("date", "12-8"), ("quantity", "1,500"), ("address", "自提")],
            ),
        ],
        instalments: vec![
            row("p1", &[("percent", "50"), ("due", "before_order")]),
            row("p2", &[("percent", "50%"), ("due", "发货前")]),
        ],
        services: Vec::new(),
    }
}

/// One component of a plain book.
fn book(quantity: &str, component: &[(&str, &str)]) -> OrderForm {
    OrderForm {
        product: record(&[("quantity", quantity)]),
        components: vec![row("c1", component)],
        ..OrderForm::default()
    }
}
