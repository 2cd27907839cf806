//! What the sheet says of each thing that is compared: the rows, from the order as it stands. Pure.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::imposition::Colours;
use crate::measures::Size;
use crate::orders::fields::Level;
use crate::orders::{self, Specification, Value, is_board, is_printed, row_title};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ThreeWayAspect")]
pub enum Aspect {
    /// 装订.
    Binding,
    /// 特殊工艺.
    Finishing,
    /// 成品尺寸.
    Size,
    /// 颜色数 and 专色.
    Colours,
    /// P数.
    Pages,
}

impl Aspect {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Binding => "binding",
            Self::Finishing => "finishing",
            Self::Size => "size",
            Self::Colours => "colours",
            Self::Pages => "pages",
        }
    }

    /// As printed.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Binding => "装订",
            Self::Finishing => "特殊工艺",
            Self::Size => "成品尺寸",
            Self::Colours => "颜色",
            Self::Pages => "P数",
        }
    }
}

/// One thing that is compared, and what the sheet says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SheetRow {
    /// `component:c1.size`, `product.binding`: its own for good.
    pub(crate) path: String,
    /// Row key of the component; empty for the product.
    pub(crate) component: String,
    /// What the component is called; empty for the product.
    pub(crate) name: String,
    /// What is compared.
    pub(crate) aspect: Aspect,
    /// What the sheet says.
    pub(crate) text: String,
    /// The size, where that is compared.
    pub(crate) size: Option<Size>,
    /// Something is printed on it: 0+0 needs no file.
    pub(crate) printed: bool,
}

impl SheetRow {
    /// `内文·P数`, `装订`.
    pub(crate) fn label(&self) -> String {
        match self.name.as_str() {
            "" => self.aspect.printed().to_owned(),
            name => format!("{name}·{}", self.aspect.printed()),
        }
    }
}

/// What the sheet says of a component on which nothing is printed.
const UNPRINTED: &str = "不印刷";
/// What it says of one on which nothing special is done.
const NOTHING: &str = "无";
/// Steps that are no 特殊工艺: every folded and trimmed job has them (S-4.3.1B).
const ORDINARY: [&str; 3] = ["折", "切成品", "裁切"];

/// The rows of an order: the product, then component by component. What the sheet says nothing of is no row.
pub(crate) fn sheet_rows(specification: &Specification) -> Vec<SheetRow> {
    let said: BTreeMap<String, String> = specification
        .places()
        .into_iter()
        .map(|place| (place.path, place.text))
        .collect();
    let text = |path: &str| said.get(path).map_or("", String::as_str);
    let of_product = |aspect: Aspect, text: String| SheetRow {
        path: format!("product.{}", aspect.code()),
        component: String::new(),
        name: String::new(),
        aspect,
        text,
        size: None,
        printed: true,
    };
    let mut rows = Vec::new();
    let binding = joined(
        [text("product.binding"), text("product.binding_detail")],
        "，",
    );
    if !binding.is_empty() {
        rows.push(of_product(Aspect::Binding, binding));
    }
    // Of a product of one piece nobody tells apart what is done to the piece and what to all of it.
    let alone = specification.components.len() == 1;
    let of_all = steps(specification, |of| of.is_empty());
    if !alone && !of_all.is_empty() {
        rows.push(of_product(Aspect::Finishing, of_all));
    }
    for (position, row) in specification.components.iter().enumerate() {
        let name = row_title(Level::Component, position, row);
        let at = |key: &str| format!("component:{}.{key}", row.key);
        let printed = has_print(&row.values);
        let size =
            size_of(row.values.get("size")).or_else(|| size_of(specification.product.get("size")));
        let colours = joined([text(&at("colours")), &spots(text, &at)], "，");
        let done = steps(specification, |of| {
            of == name || of == row.key || (alone && of.is_empty())
        });
        let paper = !is_board(&row.values);
        let said = [
            (Aspect::Size, size.map(|size| format!("{size} mm"))),
            (
                Aspect::Colours,
                paper.then(|| {
                    if printed {
                        colours
                    } else {
                        UNPRINTED.to_owned()
                    }
                }),
            ),
            (Aspect::Pages, paper.then(|| text(&at("pages")).to_owned())),
            (
                Aspect::Finishing,
                (paper && printed || !done.is_empty()).then(|| orders::or_else(done, NOTHING)),
            ),
        ];
        let said = said.into_iter().filter_map(|(aspect, text)| {
            let text = text.filter(|text| !text.is_empty())?;
            Some(SheetRow {
                path: at(aspect.code()),
                component: row.key.clone(),
                name: name.clone(),
                aspect,
                text,
                size: size.filter(|_| aspect == Aspect::Size),
                printed,
            })
        });
        rows.extend(said);
    }
    rows
}

/// Whether ink comes on it.
fn has_print(component: &orders::Record) -> bool {
    let no_process = matches!(
        component.get("colours"),
        Some(Value::Colours(Colours { front: 0, back: 0 }))
    );
    let spots = ["spots_front", "spots_back"];
    is_printed(component) && (!no_process || spots.iter().any(|key| component.contains_key(key)))
}

fn size_of(value: Option<&Value>) -> Option<Size> {
    match value {
        Some(Value::Size(size)) => Some(*size),
        _ => None,
    }
}

/// `专色 正 PANTONE 871 C，反 专银`.
fn spots<'a>(text: impl Fn(&str) -> &'a str, at: &impl Fn(&str) -> String) -> String {
    let side = |key: &str, name: &str| match text(&at(key)) {
        "" => String::new(),
        spots => format!("{name} {spots}"),
    };
    let both = [side("spots_front", "正"), side("spots_back", "反")];
    let both = joined(both.each_ref().map(String::as_str), "，");
    match both.as_str() {
        "" => both,
        _ => format!("专色 {both}"),
    }
}

/// The 特殊工艺 done to what `belongs` says, in their order.
fn steps(specification: &Specification, belongs: impl Fn(&str) -> bool) -> String {
    let text = |row: &orders::Row, key: &str| match row.values.get(key) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let names: Vec<String> = specification
        .finishing
        .iter()
        .filter(|row| belongs(&text(row, "component")))
        .map(|row| text(row, "process"))
        .filter(|name| !name.is_empty() && !ORDINARY.iter().any(|word| name.contains(word)))
        .collect();
    names.join("、")
}

fn joined<'a>(texts: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join(between)
}
