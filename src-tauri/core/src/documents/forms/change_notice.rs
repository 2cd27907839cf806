//! 更改通知单: one signed change of a task sheet, and every copy in use that has to say it (S-4.4.2, S-4.4.2b).
//!
//! Beside each copy stands room for a hand: exchanged, or written on, by whom and when. Where the change opened a new
//! version there is nothing to write on: every copy of the old one is called back.

use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::DisplayList;
use super::super::flow::Block;
use super::super::fonts::FontShelf;
use super::super::grid::{Cell, Grid};
use super::super::sheet::{self, Letterhead, Sheet};
use super::super::units::mm;
use super::{
    Form, Row, Signature, Value, fact_grid, facts, hand_cell, hand_pair, head, strong_pair, table,
    text_cell, text_pair,
};

/// A change, worded as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeNoticeFacts {
    /// House, 通知单号, order, marks, time.
    pub letterhead: Letterhead,
    /// 任务书 as it holds from now on: `RW-2026-A000456 · V1·改2`.
    pub sheet: String,
    /// What it was before.
    pub before: String,
    /// 客户.
    pub customer: String,
    /// 产品.
    pub product: String,
    /// Since when it holds.
    pub since: String,
    /// `①`; empty where the change opened a new version.
    pub mark: String,
    /// The version that is void by it, `V1`; empty where the change stands within its version.
    pub void: String,
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub asked: Signature,
    /// 业务助理 who signed beside it (S-4.4.2a).
    pub signed: Signature,
    /// Who approved it, and how the customer consented, in words.
    pub approval: String,
    /// What was changed.
    pub places: Vec<NoticePlace>,
    /// What was reckoned again because of it.
    pub reckoned: Vec<NoticePlace>,
    /// The copies in use.
    pub copies: Vec<NoticeCopy>,
}

/// A place that reads otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticePlace {
    /// 位置: `内文·物料名称`.
    pub place: String,
    /// 原.
    pub old: String,
    /// 新.
    pub new: String,
}

/// A copy in use when the change came into force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeCopy {
    /// Its state: `V1·改1`.
    pub state: String,
    /// `第 2 次`.
    pub print: String,
    /// 联.
    pub holder: String,
    /// 校验码.
    pub code: String,
}

impl Form for ChangeNoticeFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        let gap = || Block::Gap(mm(2.6));
        let heading = |text: &str| Block::Heading(text.to_owned());
        let mut blocks = vec![Block::Grid(self.order()), gap(), heading(&self.title())];
        blocks.push(Block::Grid(self.changes()));
        blocks.extend([gap(), Block::Grid(self.signatures())]);
        blocks.extend([
            gap(),
            heading(&self.copies_title()),
            Block::Grid(self.table()),
        ]);
        sheet::lay_out(
            shelf,
            &Sheet {
                title: "更改通知单",
                head: &self.letterhead,
                numbered: false,
                foot: "处理完签名，交回业务助理登记。",
                blocks,
            },
        )
    }
}

impl ChangeNoticeFacts {
    const fn opens_a_version(&self) -> bool {
        !self.void.is_empty()
    }

    fn title(&self) -> String {
        if self.opens_a_version() {
            format!("全部重新开立，{} 作废", self.void)
        } else {
            format!("更改 {}", self.mark)
        }
    }

    fn copies_title(&self) -> String {
        match self.copies.len() {
            0 => "在用纸张".to_owned(),
            count => format!("在用纸张（{count} 张）"),
        }
    }

    /// What is to be done with each copy.
    const fn instruction(&self) -> &'static str {
        if self.opens_a_version() {
            "旧版不得手改：逐张收回并换发新版"
        } else {
            "逐张换发；手改的须写在更改栏，由业务助理在旁签字"
        }
    }

    fn order(&self) -> Grid {
        let strong = |label, text: &str, value| strong_pair(label, &Value::from(text), 4, value);
        fact_grid(vec![
            facts([
                strong("任务书", &self.sheet, 20),
                text_pair("更改前", &self.before, 4, 20),
            ]),
            facts([
                text_pair("客户", &self.customer, 4, 20),
                text_pair("生效", &self.since, 4, 20),
            ]),
            facts([text_pair("产品", &self.product, 4, 44)]),
            facts([text_pair("原因", &self.reason, 4, 44)]),
            facts([strong("处理", self.instruction(), 44)]),
        ])
    }

    fn changes(&self) -> Grid {
        let titles = [("", 4), ("位置", 14), ("原", 15), ("新", 15)];
        let row = |kind: &str, place: &NoticePlace, bold: bool| {
            let new = Value::from(place.new.as_str());
            Row::of(vec![
                hand_cell("更改 类别", kind, 4),
                text_cell("更改 位置", &place.place, 14),
                text_cell("更改 原", &place.old, 15),
                Cell::value("更改 新", new.spans(bold), 15),
            ])
        };
        let changed = self.places.iter().map(|place| row("更改", place, true));
        let reckoned = self.reckoned.iter().map(|place| row("随算", place, false));
        table(head(&titles), changed.chain(reckoned).collect())
    }

    fn signatures(&self) -> Grid {
        fact_grid(vec![
            facts([
                text_pair("提出人", &self.asked.printed(), 5, 19),
                hand_pair("业务助理", &self.signed.printed(), 5, 19),
            ]),
            facts([text_pair("审批", &self.approval, 5, 43)]),
        ])
    }

    /// Columns to be ticked and signed by pen.
    fn table(&self) -> Grid {
        let other = if self.opens_a_version() {
            "已收回"
        } else {
            "已手改"
        };
        let titles = [
            ("打印件", 9),
            ("联", 8),
            ("校验码", 7),
            ("已换发", 4),
            (other, 4),
            ("签名", 9),
            ("日期", 7),
        ];
        let box_for_a_tick = "□";
        let rows = self.copies.iter().map(|copy| {
            Row::of(vec![
                text_cell(
                    "在用纸张 打印件",
                    &format!("{} {}", copy.state, copy.print),
                    9,
                ),
                text_cell("在用纸张 联", &copy.holder, 8),
                text_cell("在用纸张 校验码", &copy.code, 7),
                hand_cell("在用纸张 已换发", box_for_a_tick, 4),
                hand_cell("在用纸张 另处理", box_for_a_tick, 4),
                hand_cell("在用纸张 签名", "", 9),
                hand_cell("在用纸张 日期", "", 7),
            ])
            .at_least(mm(8.0))
        });
        let mut rows: Vec<Row> = rows.collect();
        if rows.is_empty() {
            rows.push(Row::of(vec![text_cell(
                "在用纸张",
                "生效时没有在用的打印件",
                48,
            )]));
        }
        table(head(&titles), rows)
    }
}
