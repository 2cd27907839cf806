//! The 样本确认章: four facts, order, sample, date and validity in a red frame
//! (S-4.2.4b). The same block stands on the label and on the task sheet.

use serde::{Deserialize, Serialize};

use super::display::{Colour, Item};
use super::forms::recorded_mark;
use super::grid::{draw_line, span};
use super::lines::{self, Line};
use super::typesetter::{BODY, Typesetter};
use super::units::{Pt, mm};

/// The least height a stamp takes.
pub(super) const HEIGHT: Pt = mm(28.0);
const PAD: Pt = mm(2.0);

/// What a 样本确认章 says beside its facts: the house's to set (F1-22). A stamp keeps the words it was given with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StampWords {
    /// Above the facts.
    pub heading: String,
    /// Below them; empty where nothing stands there.
    pub closing: String,
}

impl StampWords {
    /// The longest heading: it stands with the number of the sample on one line of a label.
    pub const LONGEST_HEADING: usize = 8;
    /// The longest closing line: it stands on one line of a label, also beside the bar of a practice desk.
    pub const LONGEST_CLOSING: usize = 20;
}

impl Default for StampWords {
    fn default() -> Self {
        Self {
            heading: "样本确认".to_owned(),
            closing: String::new(),
        }
    }
}

/// What a 样本确认章 says (S-4.2.4b), worded as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StampBlock {
    /// 客户名称.
    pub customer: String,
    /// 产品名称.
    pub product: String,
    /// 订单号.
    pub order_number: String,
    /// 样本号.
    pub sample_number: String,
    /// 样本类型: 内容样, 颜色样, 模切样, 其他 and what.
    pub sample_type: String,
    /// 来源: 客户提供, 内部打印（数码样）, 品质留样. Printed beside the type.
    pub source: String,
    /// 特殊工艺位置; empty where the sample has none.
    pub positions: String,
    /// 签样人.
    pub signer: String,
    /// The signature was taken on paper and recorded by the assistant (代录).
    pub recorded: bool,
    /// On what it was given, as printed; empty unless recorded.
    #[serde(default)]
    pub medium: String,
    /// 日期, `2026-11-23`.
    pub date: String,
    /// 有效期至; empty where none was set.
    pub valid_until: String,
    /// What stands above and below the facts.
    #[serde(default)]
    pub words: StampWords,
    /// 作废: why; empty while the stamp counts.
    #[serde(default)]
    pub void: String,
    /// By whom it was voided, and the day.
    #[serde(default)]
    pub void_by: String,
}

impl StampBlock {
    /// The lines of the stamp under its title: label and value.
    pub(super) fn facts(&self) -> Vec<(&'static str, String)> {
        let mark = recorded_mark(self.recorded.then_some(&self.medium));
        let signer = format!("{}{mark}", self.signer);
        let mut facts = vec![
            ("客户名称", self.customer.clone()),
            ("产品名称", self.product.clone()),
            ("样本类型", self.sample_type.clone()),
            ("来源", self.source.clone()),
        ];
        if !self.positions.is_empty() {
            facts.push(("特殊工艺位置", self.positions.clone()));
        }
        facts.push(("签样人", signer));
        if !self.void.is_empty() {
            facts.push(("作废原因", self.void.clone()));
            facts.push(("作废签字", self.void_by.clone()));
        }
        facts
    }

    fn validity(&self) -> String {
        if self.valid_until.is_empty() {
            "—".to_owned()
        } else {
            self.valid_until.clone()
        }
    }
}

/// The title of a stamp; of a voided one it says so.
pub(super) fn title(block: &StampBlock) -> String {
    let heading = &block.words.heading;
    if block.void.is_empty() {
        heading.clone()
    } else {
        format!("{heading}·作废")
    }
}

/// The stroke through a voided stamp, from corner to corner.
pub(super) fn struck(at: (Pt, Pt), size: (Pt, Pt)) -> Item {
    Item::Line {
        from: (at.0, at.1 + size.1),
        to: (at.0 + size.0, at.1),
        width: Pt(0.8),
        colour: Colour::STAMP,
    }
}

/// A stamp whose lines are set.
pub(super) struct SetStamp {
    void: bool,
    lines: Vec<Line>,
    width: Pt,
    pub(super) height: Pt,
}

/// Sets `block` in a frame `width` wide.
pub(super) fn set(typesetter: &mut Typesetter<'_>, block: &StampBlock, width: Pt) -> SetStamp {
    let plain = BODY.coloured(Colour::STAMP);
    let bold = plain.bold();
    let mut rows = vec![(
        "样本号",
        vec![
            span(&title(block), bold.sized(11.0).tracked(2.0)),
            span(&format!("　{}", block.sample_number), bold),
            span("　订单 ", plain),
            span(&block.order_number, bold),
        ],
    )];
    for (label, value) in block.facts() {
        let beside = (label == "来源").then(|| rows.last_mut()).flatten();
        match beside {
            // Type and source share a line where there is room.
            Some((_, spans)) => spans.extend([span("　来源 ", plain), span(&value, bold)]),
            None => rows.push((
                label,
                vec![span(&format!("{label}　"), plain), span(&value, bold)],
            )),
        }
    }
    rows.push((
        "日期",
        vec![
            span("日期　", plain),
            span(&block.date, bold),
            span("　　有效期至　", plain),
            span(&block.validity(), bold),
        ],
    ));
    if !block.words.closing.is_empty() {
        rows.push(("章下文字", vec![span(&block.words.closing, plain)]));
    }
    let mut lines = Vec::new();
    for (field, row) in rows {
        typesetter.enter_field(field);
        lines.extend(lines::set(typesetter, &row, width - PAD * 2.0));
    }
    let height = lines.iter().map(|line| line.height).sum::<Pt>() + mm(1.2) * 2.0;
    SetStamp {
        void: !block.void.is_empty(),
        lines,
        width,
        height,
    }
}

impl SetStamp {
    /// Draws the stamp `height` high with its upper left corner at (`x`, `top`).
    pub(super) fn draw(&self, x: Pt, top: Pt, height: Pt, items: &mut Vec<Item>) {
        items.push(Item::Rect {
            at: (x, top),
            size: (self.width, height),
            radius: mm(1.6),
            fill: None,
            stroke: Some((Colour::STAMP, Pt(1.2))),
        });
        let mut y = top + mm(1.2);
        for line in &self.lines {
            draw_line(line, x + PAD, y, items);
            y += line.height;
        }
        if self.void {
            items.push(struck((x, top), (self.width, height)));
        }
    }
}
