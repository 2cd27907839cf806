//! 客户订单信息记录表, worded as it is printed (S-4.1.2a).

use chrono::{DateTime, Utc};

use super::confirmation::{AGREED, CHANGED};
use super::facts::OrderFacts;
use super::fields::Level;
use super::said::printed_way;
use super::specification::{Record, Row, Specification, number, text};
use super::wire::{ConfirmationEntry, ConfirmationView};
use super::wording::{in_yuan, joined, labelled, or_else, printed, shown};
use crate::documents::forms::record_sheet::{
    ReceivedItem, RecordSheetFacts, RecordedComponent, RecordedConfirmation, RecordedDrop,
};
use crate::documents::{Letterhead, Mark};
use crate::house::House;

/// The record of an order as it stands.
pub(super) fn record_facts(
    house: &House,
    order: &OrderFacts,
    confirmation: &ConfirmationView,
    received: Vec<ReceivedItem>,
    made_at: DateTime<Utc>,
) -> RecordSheetFacts {
    let specification = &order.specification;
    let of_order = |key| shown(Level::Order, &specification.order, key);
    let of_product = |key| shown(Level::Product, &specification.product, key);
    let computed = specification.computed(&order.rules);
    let reckoned = |path: &str| computed.get(path).cloned().unwrap_or_default();
    let mut marks = Vec::new();
    if order.rush() {
        marks.push(Mark::Rush);
    }
    if house.practice {
        marks.push(Mark::Practice);
    }
    RecordSheetFacts {
        letterhead: Letterhead {
            house: house.name.clone(),
            number_label: "订单号".to_owned(),
            number: order.number.clone(),
            beside_page: String::new(),
            marks,
            made_at,
        },
        kind: of_order("kind"),
        channel: joined(&[of_order("channel"), of_order("channel_note")], "："),
        received_at: joined(
            &[
                joined(&[of_order("received_on"), of_order("received_time")], " "),
                format!("记录 {}", printed(&order.recorded_at)),
            ],
            "，",
        ),
        received_by: order.assistant.name.clone(),
        customer: order.customer.name.clone(),
        contact: or_else(of_order("contact"), &order.customer.contact),
        phone: or_else(of_order("phone"), &order.customer.phone),
        customer_order_number: of_order("customer_po"),
        sales_representative: of_order("sales_rep_id"),
        product: of_product("name"),
        product_kind: of_product("type"),
        finished_size: joined(&[of_product("size"), of_product("depth")], " × "),
        binding: binding(specification),
        quantity: or_pending(
            specification,
            Level::Product,
            "quantity",
            joined(&[of_product("quantity"), of_product("unit")], " "),
        ),
        spares: of_product("spares"),
        unit_price: if specification.is_free() {
            FREE.to_owned()
        } else {
            or_pending(
                specification,
                Level::Order,
                "unit_price",
                of_order("unit_price"),
            )
        },
        services: services(specification),
        amount: amount_or_pending(specification, reckoned("order.amount")),
        amount_in_capitals: reckoned("order.amount_in_capitals"),
        tax_rate: of_order("tax_rate"),
        invoice_type: of_order("invoice_type"),
        payment_terms: terms_or_pending(specification),
        requested_delivery: or_pending(
            specification,
            Level::Order,
            "requested_date",
            of_order("requested_date"),
        ),
        confirmed_delivery: of_order("confirmed_date"),
        components: specification
            .components
            .iter()
            .map(|row| component(specification, row))
            .collect(),
        drops: specification.drops.iter().map(delivery).collect(),
        material: each(specification, paper),
        size: joined(
            &[
                of_product("size"),
                of_product("book_format"),
                each(specification, |component| {
                    shown(Level::Component, component, "size")
                }),
            ],
            "；",
        ),
        quantities: quantities(specification),
        colours: each(specification, colours),
        process: processes(specification),
        quality: joined(
            &[of_order("quality_standard"), of_order("quality_special")],
            "：",
        ),
        received,
        confirmation: confirmed(confirmation),
    }
}

/// Not fixed yet (F1-06, F4-3a).
const PENDING: &str = "待定";
/// A sample order nobody pays for (F4-2).
const FREE: &str = "免费";

/// `text`, or 待定 where the field is empty and may be on this kind.
fn or_pending(specification: &Specification, level: Level, key: &str, text: String) -> String {
    let empty = specification
        .record(level)
        .is_some_and(|record| !record.contains_key(key));
    if empty && specification.kind().may_be_pending(level, key) {
        PENDING.to_owned()
    } else {
        text
    }
}

/// The amount, or 待定 while the price is.
fn amount_or_pending(specification: &Specification, amount: String) -> String {
    if amount.is_empty() {
        or_pending(specification, Level::Order, "unit_price", amount)
    } else {
        in_yuan(amount)
    }
}

/// The terms of payment, or 待定 where there are none and they may be open on this kind.
fn terms_or_pending(specification: &Specification) -> String {
    let terms = payment_terms(specification);
    if terms.is_empty()
        && !specification.is_free()
        && specification.kind().list_may_be_pending(Level::Instalment)
    {
        PENDING.to_owned()
    } else {
        terms
    }
}

/// All instalments in words: `50% 下单前，50% 月结 30 天`.
#[must_use]
pub fn payment_terms(specification: &Specification) -> String {
    let instalment = |row: &Row| {
        let of = |key| shown(Level::Instalment, &row.values, key);
        joined(&[of("percent"), of("due"), of("days")], " ")
    };
    joined(
        &specification
            .instalments
            .iter()
            .map(instalment)
            .collect::<Vec<_>>(),
        "，",
    )
}

/// 服务项目: `产品 86,400.00 元；设计费 800.00 元`; empty where there are none.
fn services(specification: &Specification) -> String {
    if specification.services.is_empty() {
        return String::new();
    }
    let product = specification
        .product_amount()
        .map(|amount| format!("产品 {amount} 元"));
    let lines = specification.services.iter().map(|row| {
        let of = |key| shown(Level::Service, &row.values, key);
        joined(&[of("name"), of("amount"), of("remark")], " ")
    });
    let all: Vec<String> = product.into_iter().chain(lines).collect();
    joined(&all, "；")
}

pub(super) fn paper(component: &Record) -> String {
    let of = |key| shown(Level::Component, component, key);
    joined(
        &[
            of("grammage"),
            of("caliper"),
            of("grade"),
            of("brand"),
            of("fsc"),
            of("supply"),
        ],
        " ",
    )
}

pub(super) fn colours(component: &Record) -> String {
    let of = |key| shown(Level::Component, component, key);
    joined(
        &[
            of("colours"),
            of("spots_front"),
            of("spots_back"),
            of("coating"),
            of("coating_sides"),
        ],
        " ",
    )
}

/// What a component is, for each that says something: `封面 157 g/m² 铜版纸；…`.
fn each(specification: &Specification, of: impl Fn(&Record) -> String) -> String {
    let line = |row: &Row| {
        let said = of(&row.values);
        if said.is_empty() {
            said
        } else {
            format!("{} {said}", text(&row.values, "name"))
                .trim()
                .to_owned()
        }
    };
    joined(
        &specification
            .components
            .iter()
            .map(line)
            .collect::<Vec<_>>(),
        "；",
    )
}

fn component(specification: &Specification, row: &Row) -> RecordedComponent {
    let of = |key| shown(Level::Component, &row.values, key);
    let name = text(&row.values, "name");
    let steps = specification
        .finishing
        .iter()
        .filter(|step| text(&step.values, "component") == name);
    let steps: Vec<String> = steps.map(|step| finishing(&step.values)).collect();
    RecordedComponent {
        name: name.to_owned(),
        pages: of("pages"),
        paper: paper(&row.values),
        colours: colours(&row.values),
        process: joined(
            &[
                several(&row.values),
                of("work_style"),
                joined(&steps, "，"),
                of("remark"),
            ],
            "，",
        ),
    }
}

/// 每套数, where a product takes more than one: two boards, two endpapers.
fn several(component: &Record) -> String {
    match number(component, "per_product") {
        Some(pieces) if pieces > 1 => format!("每套 {pieces}"),
        _ => String::new(),
    }
}

pub(super) fn finishing(step: &Record) -> String {
    let of = |key| shown(Level::Finishing, step, key);
    joined(
        &[
            of("process"),
            of("face"),
            of("area"),
            labelled("深度", of("depth")),
            of("lines"),
            labelled("纹号", of("texture")),
            of("material"),
            of("number_range"),
            of("flute"),
            of("detail"),
            of("made_by"),
            of("remark"),
        ],
        " ",
    )
}

/// 工艺: binding and 翻向, then every finishing step with its component, then packing.
fn processes(specification: &Specification) -> String {
    let of = |key| shown(Level::Product, &specification.product, key);
    let steps = specification.finishing.iter().map(|row| {
        joined(
            &[
                text(&row.values, "component").to_owned(),
                finishing(&row.values),
            ],
            " ",
        )
    });
    let steps = joined(&steps.collect::<Vec<_>>(), "；");
    joined(
        &[
            binding(specification),
            of("binding_detail"),
            of("reading_direction"),
            steps,
            joined(
                &[
                    of("packing"),
                    labelled("每包", of("per_pack")),
                    labelled("每箱", of("per_carton")),
                ],
                "，",
            ),
        ],
        "；",
    )
}

/// 装订 with its parameters, each by its name: `精装(圆脊)，书签带 红，堵头布 白`.
pub(super) fn binding(specification: &Specification) -> String {
    const PARTS: [&str; 6] = [
        "spine_side",
        "flap",
        "ribbon",
        "headband",
        "ring_colour",
        "ring_diameter",
    ];
    let product = &specification.product;
    let parts = PARTS.into_iter().map(|key| {
        let text = shown(Level::Product, product, key);
        let label = Level::Product.field(key).map_or("", |field| field.label);
        if text.is_empty() {
            text
        } else {
            format!("{label} {text}")
        }
    });
    let whole: Vec<String> = std::iter::once(shown(Level::Product, product, "binding"))
        .chain(parts)
        .collect();
    joined(&whole, "，")
}

fn quantities(specification: &Specification) -> String {
    let of = |key| shown(Level::Product, &specification.product, key);
    let ordered = or_pending(
        specification,
        Level::Product,
        "quantity",
        joined(&[of("quantity"), of("unit")], " "),
    );
    joined(
        &[
            ordered,
            labelled("备品", of("spares")),
            labelled("允许超欠 ±", of("tolerance")),
        ],
        "，",
    )
}

fn delivery(row: &Row) -> RecordedDrop {
    let of = |key| shown(Level::Drop, &row.values, key);
    RecordedDrop {
        date: of("date"),
        quantity: of("quantity"),
        address: joined(&[of("address"), of("transport"), of("carrier")], "，"),
        contact: joined(&[of("contact"), of("phone")], " "),
    }
}

/// The latest answer; without one that still holds, lines for a hand and the hash of what is to be read back.
fn confirmed(confirmation: &ConfirmationView) -> RecordedConfirmation {
    let latest = confirmation.entries.first().filter(|entry| !entry.stale);
    let word = |entry: &ConfirmationEntry| match entry.result.as_str() {
        AGREED => "同意".to_owned(),
        CHANGED => "有改动".to_owned(),
        other => other.to_owned(),
    };
    let way = |entry: &ConfirmationEntry| printed_way(&entry.how).to_owned();
    RecordedConfirmation {
        who: latest.map(|entry| entry.who.clone()).unwrap_or_default(),
        at: latest.map(|entry| printed(&entry.at)).unwrap_or_default(),
        how: latest.map(way).unwrap_or_default(),
        result: latest.map(word).unwrap_or_default(),
        recorded_by: latest
            .map(|entry| entry.recorded_by.clone())
            .unwrap_or_default(),
        hash: short(&confirmation.hash),
    }
}

/// `b61e-04d7`: enough of a hash to compare by eye.
fn short(hash: &str) -> String {
    match (hash.get(..4), hash.get(4..8)) {
        (Some(first), Some(second)) => format!("{first}-{second}"),
        _ => hash.to_owned(),
    }
}
