//! 报价单 and 订单确认书, worded as they are printed.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone as _, Utc};

use super::rules::{PaperKind, may_stay_open};
use crate::customers::CustomerRecord;
use crate::documents::forms::review_form::SpecificationLine;
use crate::documents::forms::sale_paper::{SaleDrop, SaleLine, SalePaperFacts, SalePaperTitle};
use crate::documents::{Letterhead, Mark};
use crate::house::House;
use crate::orders::fields::Level;
use crate::orders::record_facts::{binding, colours, finishing, paper};
use crate::orders::specification::{Row, Specification, text};
use crate::orders::wording::{joined, or_else, shown};
use crate::orders::{OrderFacts, payment_terms};
use crate::settings::HouseRules;

/// What prints where a kind of order leaves it open.
const OPEN: &str = "待定";
/// 不开票.
const NO_INVOICE: &str = "none";
/// The house is eight hours ahead of UTC.
const AHEAD: i32 = 8 * 3600;

/// On what occasion a paper is made.
pub(super) struct Occasion<'a> {
    pub(super) kind: PaperKind,
    pub(super) house: &'a House,
    /// The rules of today.
    pub(super) rules: &'a HouseRules,
    pub(super) today: NaiveDate,
    /// The last day of a quote.
    pub(super) valid_until: Option<NaiveDate>,
}

/// The paper of an order as it stands.
pub(super) fn sale_facts(
    occasion: &Occasion<'_>,
    order: &OrderFacts,
    customer: &CustomerRecord,
) -> SalePaperFacts {
    let specification = &order.specification;
    let of_order = |key| shown(Level::Order, &specification.order, key);
    let computed = specification.computed(&order.rules);
    let open = may_stay_open(specification.kind());
    let contact = customer.first_contact().cloned().unwrap_or_default();
    let mut marks = Vec::new();
    if order.rush() {
        marks.push(Mark::Rush);
    }
    if occasion.house.practice {
        marks.push(Mark::Practice);
    }
    let (title, terms) = match occasion.kind {
        PaperKind::Quote => (SalePaperTitle::Quote, &occasion.rules.quote_terms),
        PaperKind::Confirmation => (
            SalePaperTitle::Confirmation,
            &occasion.rules.confirmation_terms,
        ),
    };
    SalePaperFacts {
        title,
        letterhead: Letterhead {
            house: occasion.house.name.clone(),
            number_label: "订单号".to_owned(),
            number: order.number.clone(),
            beside_page: String::new(),
            marks,
            made_at: beginning_of(occasion.today),
        },
        house_lines: occasion.rules.house_lines.clone(),
        date: occasion.today.to_string(),
        valid_until: occasion
            .valid_until
            .map(|day| day.to_string())
            .unwrap_or_default(),
        customer: customer.name.clone(),
        customer_address: customer.address.clone(),
        contact: or_else(of_order("contact"), &contact.name),
        phone: or_else(of_order("phone"), &contact.phone),
        customer_order_number: of_order("customer_po"),
        sales_representative: of_order("sales_rep_id"),
        sales_assistant: order.assistant.name.clone(),
        lines: lines(specification, open),
        total: total(specification, open),
        total_in_capitals: computed
            .get("order.amount_in_capitals")
            .cloned()
            .unwrap_or_default(),
        specification: summary(specification),
        delivery: or_else(of_order("confirmed_date"), &of_order("requested_date")),
        drops: specification.drops.iter().map(delivery).collect(),
        payment_terms: payment_terms(specification),
        invoice_type: of_order("invoice_type"),
        invoice: invoice(specification, customer),
        terms: terms.clone(),
    }
}

/// The first moment of a day: a paper is made of the order on a day, whatever the hour.
fn beginning_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    FixedOffset::east_opt(AHEAD)
        .and_then(|ahead| ahead.from_local_datetime(&midnight).single())
        .map_or_else(|| midnight.and_utc(), |moment| moment.with_timezone(&Utc))
}

/// The product, then each service: one 项 of its amount.
fn lines(specification: &Specification, open: bool) -> Vec<SaleLine> {
    let product = |key| shown(Level::Product, &specification.product, key);
    let or_open = |text: String| {
        if text.is_empty() && open {
            OPEN.to_owned()
        } else {
            text
        }
    };
    let price = specification.order.get("unit_price");
    let amount = specification
        .product_amount()
        .map(|amount| amount.to_string());
    let sold = SaleLine {
        name: joined(&[product("name"), bracketed(&product("part_no"))], " "),
        quantity: or_open(product("quantity")),
        unit: product("unit"),
        unit_price: or_open(price.map(|price| price.typed()).unwrap_or_default()),
        amount: or_open(amount.unwrap_or_default()),
    };
    let service = |row: &Row| {
        let of = |key| shown(Level::Service, &row.values, key);
        let amount = row.values.get("amount").map(|amount| amount.typed());
        let amount = amount.unwrap_or_default();
        SaleLine {
            name: joined(&[of("name"), of("remark")], " "),
            quantity: "1".to_owned(),
            unit: "项".to_owned(),
            unit_price: amount.clone(),
            amount,
        }
    };
    let services = specification.services.iter().map(service);
    std::iter::once(sold).chain(services).collect()
}

fn bracketed(part_no: &str) -> String {
    if part_no.is_empty() {
        String::new()
    } else {
        format!("（客户料号 {part_no}）")
    }
}

/// `86,400.00 元（含税，税率 13 %）`.
fn total(specification: &Specification, open: bool) -> String {
    let rate = specification.order.get("tax_rate");
    let rate = rate.map(|rate| format!("，税率 {}%", rate.typed().trim_end_matches('%')));
    match specification.amount() {
        Some(amount) => format!("{amount} 元（含税{}）", rate.unwrap_or_default()),
        None if open => OPEN.to_owned(),
        None => String::new(),
    }
}

/// How it is made, in the order of the order.
fn summary(specification: &Specification) -> Vec<SpecificationLine> {
    let product = |key| shown(Level::Product, &specification.product, key);
    let order = |key| shown(Level::Order, &specification.order, key);
    let labelled = |label: &str, text: String| {
        if text.is_empty() {
            text
        } else {
            format!("{label} {text}")
        }
    };
    let mut lines = vec![
        line(
            "成品尺寸",
            joined(
                &[
                    joined(&[product("size"), product("depth")], " × "),
                    product("book_format"),
                    labelled("展开", product("flat_size")),
                ],
                "，",
            ),
        ),
        line(
            "装订",
            joined(&[binding(specification), product("binding_detail")], "；"),
        ),
    ];
    for row in &specification.components {
        let of = |key| shown(Level::Component, &row.values, key);
        let pages = of("pages");
        let colours = colours(&row.values);
        let made = [
            paper(&row.values),
            pages,
            of("size"),
            of("sides"),
            colours,
            of("remark"),
        ];
        lines.push(line(&of("name"), joined(&made, "，")));
    }
    let steps = specification.finishing.iter().map(|row| {
        let component = text(&row.values, "component").to_owned();
        joined(&[component, finishing(&row.values)], " ")
    });
    lines.push(line("后加工", joined(&steps.collect::<Vec<_>>(), "；")));
    lines.push(line(
        "包装",
        joined(
            &[
                product("packing"),
                labelled("每包", product("per_pack")),
                labelled("每箱", product("per_carton")),
                labelled("箱唛", product("shipping_mark")),
            ],
            "，",
        ),
    ));
    lines.push(line(
        "数量说明",
        joined(
            &[
                labelled("备品", product("spares")),
                labelled("允许超欠 ±", product("tolerance")),
            ],
            "，",
        ),
    ));
    lines.push(line(
        "质量要求",
        joined(&[order("quality_standard"), order("quality_special")], "："),
    ));
    lines.push(line("备注", order("remark")));
    lines.retain(|line| !line.text.is_empty());
    lines
}

fn line(label: &str, text: String) -> SpecificationLine {
    SpecificationLine {
        label: if label.is_empty() { "部件" } else { label }.to_owned(),
        text,
    }
}

fn delivery(row: &Row) -> SaleDrop {
    let of = |key| shown(Level::Drop, &row.values, key);
    SaleDrop {
        date: of("date"),
        quantity: of("quantity"),
        address: joined(&[of("address"), of("transport"), of("carrier")], "，"),
        receiver: joined(&[of("contact"), of("phone")], " "),
        freight: of("freight_payer"),
    }
}

/// 抬头, 税号, 开户行及账号, 地址电话, as far as they are known; nothing where no invoice is asked (F7-06).
fn invoice(specification: &Specification, customer: &CustomerRecord) -> Vec<SpecificationLine> {
    let chosen = text(&specification.order, "invoice_type");
    if chosen.is_empty() || chosen == NO_INVOICE {
        return Vec::new();
    }
    let known = [
        ("抬头", &customer.invoice_title),
        ("税号", &customer.invoice_tax_no),
        ("开户行及账号", &customer.invoice_bank),
        ("地址电话", &customer.invoice_address),
    ];
    let known = known.into_iter().filter(|(_, text)| !text.is_empty());
    known
        .map(|(label, text)| line(label, text.clone()))
        .collect()
}
