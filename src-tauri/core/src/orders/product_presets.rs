//! What each product type usually is: its components, size, sides, work style and binding. The window fills with it what is
//! still empty when a type is chosen; one undo takes it back.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// What a product type usually is.
#[derive(Clone, Copy, Debug)]
pub struct ProductPreset {
    /// 产品类型, as the dictionary lists it.
    pub kind: &'static str,
    /// Whether it is a single piece, so that one line stands for its one component.
    pub single: bool,
    /// Fields of the product: key and text as typed.
    pub product: &'static [(&'static str, &'static str)],
    /// Its components: key and text as typed.
    pub components: &'static [&'static [(&'static str, &'static str)]],
}

const COVER: &[(&str, &str)] = &[
    ("name", "封面"),
    ("pages", "4"),
    ("sides", "both"),
    ("work_style", "sheetwise"),
];
const TEXT: &[(&str, &str)] = &[
    ("name", "内文"),
    ("sides", "both"),
    ("work_style", "sheetwise"),
];

const fn single(
    kind: &'static str,
    product: &'static [(&'static str, &'static str)],
    components: &'static [&'static [(&'static str, &'static str)]],
) -> ProductPreset {
    ProductPreset {
        kind,
        single: true,
        product,
        components,
    }
}

const fn parts(
    kind: &'static str,
    product: &'static [(&'static str, &'static str)],
    components: &'static [&'static [(&'static str, &'static str)]],
) -> ProductPreset {
    ProductPreset {
        kind,
        single: false,
        product,
        components,
    }
}

/// What a binding needs beside cover and text.
#[derive(Clone, Copy, Debug)]
pub struct BindingParts {
    /// 装订, as the dictionary lists it.
    pub binding: &'static str,
    /// Its components: key and text as typed.
    pub components: &'static [&'static [(&'static str, &'static str)]],
}

/// Boards and endpapers of a case: two boards a copy, endpapers of four leaves.
const CASE: &[&[(&str, &str)]] = &[
    &[
        ("name", "灰板"),
        ("grade", "灰板"),
        ("per_product", "2"),
        ("colours", "0+0"),
        ("work_style", "unprinted"),
    ],
    &[
        ("name", "环衬"),
        ("pages", "8"),
        ("colours", "0+0"),
        ("work_style", "unprinted"),
    ],
];

/// The bindings that need more than cover and text.
pub const BINDING_PARTS: &[BindingParts] = &[
    BindingParts {
        binding: "精装(方脊)",
        components: CASE,
    },
    BindingParts {
        binding: "精装(圆脊)",
        components: CASE,
    },
];

/// Every preset, in the order the dictionary lists the types.
pub const PRODUCT_PRESETS: &[ProductPreset] = &[
    parts(
        "画册",
        &[("size", "210 × 285"), ("unit", "本"), ("binding", "骑马订")],
        &[COVER, TEXT],
    ),
    parts(
        "书刊",
        &[
            ("size", "140 × 210"),
            ("unit", "本"),
            ("binding", "无线胶装"),
        ],
        &[COVER, TEXT],
    ),
    single(
        "折页",
        &[
            ("size", "210 × 285"),
            ("flat_size", "420 × 285"),
            ("unit", "张"),
            ("binding", "散页"),
        ],
        &[&[
            ("name", "折页"),
            ("pages", "4"),
            ("sides", "both"),
            ("work_style", "sheetwise"),
        ]],
    ),
    single(
        "单张",
        &[("size", "210 × 285"), ("unit", "张"), ("binding", "散页")],
        &[&[
            ("name", "单张"),
            ("pages", "2"),
            ("sides", "both"),
            ("work_style", "sheetwise"),
        ]],
    ),
    single(
        "海报",
        &[("size", "420 × 570"), ("unit", "张"), ("binding", "散页")],
        &[&[
            ("name", "海报"),
            ("pages", "2"),
            ("sides", "one"),
            ("work_style", "single_side"),
        ]],
    ),
    single(
        "名片",
        &[("size", "90 × 54"), ("unit", "张"), ("binding", "散页")],
        &[&[
            ("name", "名片"),
            ("pages", "2"),
            ("sides", "both"),
            ("work_style", "sheetwise"),
        ]],
    ),
    single(
        "信封",
        &[("size", "220 × 110"), ("unit", "个"), ("binding", "散页")],
        &[&[
            ("name", "信封"),
            ("pages", "2"),
            ("sides", "one"),
            ("work_style", "single_side"),
        ]],
    ),
    single(
        "信纸",
        &[("size", "210 × 285"), ("unit", "张"), ("binding", "散页")],
        &[&[
            ("name", "信纸"),
            ("pages", "2"),
            ("sides", "one"),
            ("work_style", "single_side"),
        ]],
    ),
    parts(
        "笔记本",
        &[("size", "140 × 210"), ("unit", "本"), ("binding", "YO圈")],
        &[COVER, TEXT],
    ),
    parts(
        "台历",
        &[("size", "210 × 150"), ("unit", "本"), ("binding", "双线圈")],
        &[
            TEXT,
            &[
                ("name", "灰板"),
                ("grade", "灰板"),
                ("work_style", "unprinted"),
            ],
        ],
    ),
    parts(
        "挂历",
        &[("size", "420 × 570"), ("unit", "本"), ("binding", "双线圈")],
        &[&[
            ("name", "内文"),
            ("sides", "one"),
            ("work_style", "single_side"),
        ]],
    ),
    parts(
        "彩盒",
        &[("unit", "个"), ("binding", "散页")],
        &[&[
            ("name", "盒面"),
            ("pages", "2"),
            ("sides", "one"),
            ("work_style", "single_side"),
        ]],
    ),
    parts(
        "手提袋",
        &[("unit", "个"), ("binding", "散页")],
        &[&[
            ("name", "袋身"),
            ("pages", "2"),
            ("sides", "one"),
            ("work_style", "single_side"),
        ]],
    ),
    single(
        "不干胶标签",
        &[("unit", "张"), ("binding", "散页")],
        &[&[
            ("name", "标签"),
            ("pages", "2"),
            ("sides", "one"),
            ("grade", "不干胶"),
            ("work_style", "single_side"),
        ]],
    ),
    single(
        "吊牌",
        &[("size", "50 × 90"), ("unit", "个"), ("binding", "散页")],
        &[&[
            ("name", "吊牌"),
            ("pages", "2"),
            ("sides", "both"),
            ("work_style", "sheetwise"),
        ]],
    ),
    parts(
        "联单",
        &[("size", "210 × 140"), ("unit", "本"), ("binding", "胶头")],
        &[
            &[
                ("name", "第一联"),
                ("sides", "one"),
                ("grade", "无碳纸"),
                ("work_style", "single_side"),
            ],
            &[
                ("name", "第二联"),
                ("sides", "one"),
                ("grade", "无碳纸"),
                ("work_style", "single_side"),
            ],
        ],
    ),
    single(
        "说明书",
        &[("size", "140 × 210"), ("unit", "张"), ("binding", "散页")],
        &[&[
            ("name", "说明书"),
            ("pages", "2"),
            ("sides", "both"),
            ("work_style", "sheetwise"),
        ]],
    ),
];

/// A preset, for the window.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PresetView {
    /// 产品类型.
    pub kind: &'static str,
    /// Whether one line stands for its one component.
    pub single: bool,
    /// Fields of the product by key.
    pub product: BTreeMap<&'static str, &'static str>,
    /// Its components: fields by key.
    pub components: Vec<BTreeMap<&'static str, &'static str>>,
}

/// What a binding needs, for the window.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BindingPartsView {
    /// 装订.
    pub binding: &'static str,
    /// Its components: fields by key.
    pub components: Vec<BTreeMap<&'static str, &'static str>>,
}

/// What every such binding needs, for the window.
#[must_use]
pub fn binding_parts_views() -> Vec<BindingPartsView> {
    BINDING_PARTS
        .iter()
        .map(|parts| BindingPartsView {
            binding: parts.binding,
            components: parts
                .components
                .iter()
                .map(|component| component.iter().copied().collect())
                .collect(),
        })
        .collect()
}

/// Every preset, for the window.
#[must_use]
pub fn preset_views() -> Vec<PresetView> {
    let fields = |pairs: &[(&'static str, &'static str)]| pairs.iter().copied().collect();
    PRODUCT_PRESETS
        .iter()
        .map(|preset| PresetView {
            kind: preset.kind,
            single: preset.single,
            product: fields(preset.product),
            components: preset
                .components
                .iter()
                .map(|component| fields(component))
                .collect(),
        })
        .collect()
}
