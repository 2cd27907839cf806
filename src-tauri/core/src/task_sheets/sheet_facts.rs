//! From the order to the words of its task sheet: every starred field of the dictionary stands on it (S-4.4.1A).

use chrono::{DateTime, Utc};

use super::by_hand::{Stars, form_rows};
use super::queries::{ChangeInForce, SheetRow};
use super::signed_rows::{change_rows, moment, short, signed};
use super::state_of_sheet::{Frozen, label};
use super::worded::{Worded, labelled, together};
use crate::accounts::Signature as Given;
use crate::documents::forms::task_sheet::{
    PlacesTaken, SheetComponent, SheetDrop, SheetFirstPage, SheetOrder, SheetPacking, SheetProduct,
    SheetSignatures, SheetStep, TaskSheetFacts,
};
use crate::documents::forms::{Signature, Value};
use crate::documents::{Letterhead, Mark, StampBlock};
use crate::error::DeskError;
use crate::imposition::ComponentSheets;
use crate::orders::fields::Level;
use crate::orders::{self, Row, Specification, is_printed, payment_terms};

/// What a sheet says beside the order itself.
#[derive(Clone, Debug)]
pub(super) struct SheetSources {
    pub(super) sheet: SheetRow,
    pub(super) issued_by: String,
    pub(super) check: Given,
    pub(super) changes: Vec<ChangeInForce>,
    pub(super) samples: Vec<StampBlock>,
    pub(super) first_page: SheetFirstPage,
    /// Who held sample, file and sheet against each other, and what was let pass (S-4.4.1A-2).
    pub(super) comparison: Vec<String>,
    /// Review number and conclusion in words; empty where none was needed.
    pub(super) review: String,
    /// What the version was opened with; none while it is being opened.
    pub(super) base: Option<Specification>,
    /// How many places a version takes by signature (S-4.4.2b).
    pub(super) places: usize,
    pub(super) at: DateTime<Utc>,
}

/// Words a state of a sheet.
pub(super) fn sheet_facts(
    frozen: Frozen<'_>,
    sources: &SheetSources,
) -> Result<TaskSheetFacts, DeskError> {
    let specification = frozen.specification;
    let base = sources.base.as_ref().unwrap_or(specification);
    let words = Worded::new(specification, base, &sources.changes, &frozen.order.rules);
    let issued_at = moment(&sources.sheet.issued_at)?;
    let rush = specification.order.contains_key("rush");
    let practice = frozen.house.practice.then_some(Mark::Practice);
    Ok(TaskSheetFacts {
        letterhead: Letterhead {
            house: frozen.house.name.clone(),
            number_label: "任务书号".to_owned(),
            number: label(
                &sources.sheet.number,
                sources.sheet.version,
                frozen.change_index,
            ),
            beside_page: format!("订单 {}", frozen.order.number),
            marks: rush
                .then_some(Mark::Rush)
                .into_iter()
                .chain(type_mark(specification))
                .chain(practice)
                .collect(),
            made_at: sources.at,
        },
        order: order_part(frozen, sources, &words, &issued_at),
        product: product_part(frozen, &words),
        components: specification
            .components
            .iter()
            .map(|row| component_part(frozen, row, &words))
            .collect(),
        steps: specification
            .finishing
            .iter()
            .map(|row| step_part(specification, row, &words))
            .collect(),
        packing: SheetPacking {
            packing: words.value("product.packing"),
            per_pack: words.value("product.per_pack"),
            per_carton: words.value("product.per_carton"),
            shipping_mark: words.value("product.shipping_mark"),
        },
        drops: specification
            .drops
            .iter()
            .map(|row| drop_part(row, &words))
            .collect(),
        samples: sources.samples.clone(),
        first_page: sources.first_page.clone(),
        comparison: sources.comparison.clone(),
        changes: sources
            .changes
            .iter()
            .map(change_rows)
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect(),
        places: PlacesTaken(sources.places),
        signatures: SheetSignatures {
            issued: Signature {
                name: sources.issued_by.clone(),
                at: short(&sources.sheet.issued_at)?,
                recorded: false,
                medium: String::new(),
            },
            checked: signed(&sources.check)?,
            ..SheetSignatures::default()
        },
    })
}

/// 补单 and 返工 are seen on every page, as 急 is: the plant treats them otherwise.
fn type_mark(specification: &Specification) -> Option<Mark> {
    match specification
        .order
        .get("sheet_type")
        .and_then(orders::Value::text)
    {
        Some("supplement") => Some(Mark::Supplement),
        Some("rework") => Some(Mark::Rework),
        _ => None,
    }
}

fn order_part(
    frozen: Frozen<'_>,
    sources: &SheetSources,
    words: &Worded,
    issued_at: &str,
) -> SheetOrder {
    let order = |key: &str| words.value(&format!("order.{key}"));
    let quality = [order("quality_standard"), order("quality_special")];
    let mut sheet_type = order("sheet_type");
    // Nobody pays for it (F4-2): the paper does not say that somebody does.
    if frozen.specification.is_free() && sheet_type.now == "打样(收费)" {
        "打样(免费)".clone_into(&mut sheet_type.now);
    }
    SheetOrder {
        customer: order("customer_id"),
        customer_address: frozen.order.customer.address.as_str().into(),
        contact: words.joined(&["order.contact".to_owned(), "order.phone".to_owned()], " "),
        customer_order_number: order("customer_po"),
        customer_part_number: words.value("product.part_no"),
        order_number: frozen.order.number.as_str().into(),
        kind: order("kind"),
        sheet_type,
        sales_representative: order("sales_rep_id"),
        sales_assistant: order("assistant_id"),
        ordered_on: order("order_date"),
        issued_at: issued_at.into(),
        sample_due: order("sample_due"),
        requested_delivery: order("requested_date"),
        confirmed_delivery: order("confirmed_date"),
        payment_terms: payment_terms(frozen.specification).into(),
        review: sources.review.as_str().into(),
        quality: if quality.iter().any(|value| !value.mark.is_empty()) {
            words.joined(
                &[
                    "order.quality_standard".to_owned(),
                    "order.quality_special".to_owned(),
                ],
                "；",
            )
        } else {
            quality
                .map(|value| value.now)
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join("；")
                .into()
        },
    }
}

fn product_part(frozen: Frozen<'_>, words: &Worded) -> SheetProduct {
    let (specification, rules) = (frozen.specification, &frozen.order.rules);
    let product = |key: &str| words.value(&format!("product.{key}"));
    let stars = Stars(specification.reckoned(rules));
    SheetProduct {
        name: product("name"),
        kind: product("type"),
        finished_size: words.joined(
            &["product.size".to_owned(), "product.depth".to_owned()],
            " × ",
        ),
        flat_size: product("flat_size"),
        format: product("book_format"),
        total_pages: product("total_pages"),
        reading_direction: product("reading_direction"),
        binding: words.joined(
            &[
                "product.binding".to_owned(),
                "product.binding_detail".to_owned(),
            ],
            "，",
        ),
        binding_parts: binding_parts(specification, words),
        spine: stars.on("product.spine", product("spine")),
        quantity: words.joined(
            &["product.quantity".to_owned(), "product.unit".to_owned()],
            " ",
        ),
        spares: product("spares"),
        file_copies: product("file_copies"),
        print_quantity: product("printed_quantity"),
        tolerance: product("tolerance"),
    }
}

/// 订口, 勒口, 书签带, 堵头布, 圈色, 圈径: those that were said, each by its name.
fn binding_parts(specification: &Specification, words: &Worded) -> Vec<(String, Value)> {
    const KEYS: [&str; 6] = [
        "spine_side",
        "flap",
        "ribbon",
        "headband",
        "ring_colour",
        "ring_diameter",
    ];
    let said = KEYS.into_iter().filter_map(|key| {
        let field = Level::Product.field(key)?;
        let value = words.value(&format!("product.{key}"));
        let there = specification.product.contains_key(key) || !value.mark.is_empty();
        there.then(|| (field.label.to_owned(), value))
    });
    said.collect()
}

fn component_part(frozen: Frozen<'_>, row: &Row, words: &Worded) -> SheetComponent {
    let (specification, rules) = (frozen.specification, &frozen.order.rules);
    let path = |key: &str| format!("component:{}.{key}", row.key);
    let value = |key: &str| words.value(&path(key));
    let plan = specification.plan(&row.values, rules).ok();
    let plan = plan.filter(|plan| plan.missed.is_none());
    let stars = Stars(specification.reckoned(rules));
    let starred = |key: &str| stars.on(&path(key), value(key));
    let forms = plan
        .as_ref()
        .map(|plan| plan.forms.as_slice())
        .unwrap_or_default();
    let own_size = value("size");
    // What is not printed has none of these, whatever a new row begins with; the sheet prints "—" (FIELDS).
    let of_printing = |key: &str| {
        let changed = |value: &Value| !value.mark.is_empty();
        let said = Some(value(key)).filter(|value| is_printed(&row.values) || changed(value));
        said.unwrap_or_default()
    };
    SheetComponent {
        name: value("name"),
        pages: value("pages"),
        sides: of_printing("sides"),
        pieces: value("per_product"),
        plate_state: value("plate_state"),
        // A component that is not measured is as large as the product.
        finished_size: if own_size.now.is_empty() {
            words.value("product.size")
        } else {
            own_size
        },
        bleed: of_printing("bleed"),
        paper: words.joined(&[path("grammage"), path("caliper"), path("grade")], " "),
        brand: value("brand"),
        parent_sheet: value("parent_size"),
        cuts: value("cuts"),
        press_sheet: of_printing("press_size"),
        grain: value("grain"),
        fsc: value("fsc"),
        stock_source: value("supply"),
        colours: value("colours"),
        spots: spots(words, &path),
        coating: words.joined(&[path("coating"), path("coating_sides")], " "),
        // What is not printed has no colours to compare.
        colour_reference: if is_printed(&row.values) {
            words.value("product.colour_reference")
        } else {
            Value::default()
        },
        work_style: value("work_style"),
        number_up: value("number_up"),
        pages_per_side: value("pages_per_side"),
        press: value("press"),
        gripper: value("gripper"),
        form_count: value("forms"),
        forms: form_rows(forms),
        plates: plates(words, &path, &stars),
        spoilage_percent: if stars.at(&path("spoilage_rate")) {
            starred("spoilage_rate")
        } else {
            plan.as_ref()
                .map(|plan| spoilage_share(&plan.sheets))
                .unwrap_or_default()
                .into()
        },
        spoilage_sheets: stars.on(&path("spoilage"), value("spoilage_sheets")),
        good_sheets: starred("good_sheets"),
        total_sheets: starred("total_sheets"),
        parent_sheets: starred("parent_sheets"),
        reams: starred("reams"),
        issued: value("issued"),
        by_hand: stars.note(&row.key, forms).into(),
        remark: value("remark"),
    }
}

/// 专色, front and back told apart.
fn spots(words: &Worded, path: &impl Fn(&str) -> String) -> Value {
    let (front, back) = (
        words.value(&path("spots_front")),
        words.value(&path("spots_back")),
    );
    let mut both = words.joined(&[path("spots_front"), path("spots_back")], " / ");
    both.now = match (front.now.is_empty(), back.now.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("正 {}", front.now),
        (true, false) => format!("反 {}", back.now),
        (false, false) => format!("正 {} / 反 {}", front.now, back.now),
    };
    both
}

fn plates(words: &Worded, path: &impl Fn(&str) -> String, stars: &Stars) -> Value {
    let star = |key: &str| if stars.at(&path(key)) { "*" } else { "" };
    let mut plates = words.joined(&[path("plate_sets"), path("plates")], " / ");
    if !plates.now.is_empty() {
        plates.now = format!(
            "{} 付{} / {} 张{}",
            words.text(&path("plate_sets")),
            star("plate_sets"),
            words.text(&path("plates")),
            star("plates")
        );
    }
    plates
}

/// 放损 as the share of the good sheets that it came to.
fn spoilage_share(sheets: &ComponentSheets) -> String {
    let share = sheets
        .spoilage
        .checked_mul(10_000)
        .and_then(|parts| parts.checked_div(sheets.good_sheets));
    share
        .map(|share| crate::measures::Percent(share).to_string())
        .unwrap_or_default()
}

fn step_part(specification: &Specification, row: &Row, words: &Worded) -> SheetStep {
    let path = |key: &str| format!("finishing:{}.{key}", row.key);
    let value = |key: &str| words.value(&path(key));
    let component = words.text(&path("component"));
    // A step names its component by the key of its row; on paper it bears its name.
    let named = specification
        .components
        .iter()
        .find(|row| row.key == component)
        .map(|row| {
            words
                .text(&format!("component:{}.name", row.key))
                .to_owned()
        });
    SheetStep {
        name: value("process"),
        component: match named {
            Some(name) => name.into(),
            None if component.is_empty() => "全书".into(),
            None => value("component"),
        },
        requirement: together(
            &[
                value("face"),
                value("area"),
                labelled("深度", value("depth")),
                value("lines"),
                value("number_range"),
                value("flute"),
                value("detail"),
                value("remark"),
            ],
            "，",
        ),
        tool: together(
            &[
                value("tool"),
                value("tool_state"),
                labelled("纹号", value("texture")),
                value("material"),
            ],
            " ",
        ),
        place: value("made_by"),
    }
}

fn drop_part(row: &Row, words: &Worded) -> SheetDrop {
    let path = |key: &str| format!("drop:{}.{key}", row.key);
    SheetDrop {
        date: words.value(&path("date")),
        quantity: words.value(&path("quantity")),
        address: words.value(&path("address")),
        contact: words.joined(&[path("contact"), path("phone")], " "),
        transport: words.joined(&[path("transport"), path("carrier")], " "),
    }
}
