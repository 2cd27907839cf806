//! 预检记录: each file of an order, who or what looked at it when, what was found, and what came of it (S-4.1.4a).

use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::DisplayList;
use super::super::flow::Block;
use super::super::fonts::FontShelf;
use super::super::grid::{Align, Grid, Row};
use super::super::sheet::{self, Letterhead, Sheet};
use super::super::units::mm;
use super::{Form, Value, fact_grid, facts, head, strong_pair, table, text_cell, text_pair};

/// The preflight of an order's files, worded as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreflightRecordFacts {
    /// House, 订单号, marks, time.
    pub letterhead: Letterhead,
    /// 客户.
    pub customer: String,
    /// 产品.
    pub product: String,
    /// 业务助理.
    pub sales_assistant: String,
    /// When the record was made, as printed.
    pub made: String,
    /// 错误 and 警告 that are not settled, in one sentence.
    pub verdict: String,
    /// File by file.
    pub files: Vec<RecordedFile>,
}

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedFile {
    /// 部件.
    pub component: String,
    /// 文件名.
    pub name: String,
    /// 版本: `第 2 版`.
    pub version: String,
    /// 格式 and pages: `PDF 1.6，36 页`.
    pub format: String,
    /// The first digits of its hash.
    pub hash: String,
    /// 检查: by whom or what, and when.
    pub checked: String,
    /// Item by item how it is: `尺寸 通过　出血 错误`; empty while nobody has looked.
    pub items: String,
    /// What was found, worst first.
    pub lines: Vec<RecordedLine>,
}

/// One finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedLine {
    /// 错误, 警告, 提示.
    pub level: String,
    /// 第 3–5 页.
    pub pages: String,
    /// In a sentence.
    pub what: String,
    /// What came of it.
    pub settled: String,
}

impl Form for PreflightRecordFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        let mut blocks = vec![Block::Grid(self.order())];
        for file in &self.files {
            blocks.extend([
                Block::Gap(mm(2.6)),
                Block::Heading(format!("{} · {}", file.component, file.name)),
                Block::Grid(file.facts()),
                Block::Grid(file.findings()),
            ]);
        }
        sheet::lay_out(
            shelf,
            &Sheet {
                title: "预检记录",
                head: &self.letterhead,
                numbered: false,
                foot: "文件预检并记录（4.1.4）；错误未处理不下单。",
                blocks,
            },
        )
    }
}

impl PreflightRecordFacts {
    fn order(&self) -> Grid {
        let strong = |label, text: &str, value| strong_pair(label, &Value::from(text), 4, value);
        fact_grid(vec![
            facts([
                strong("客户", &self.customer, 28),
                text_pair("业务助理", &self.sales_assistant, 4, 12),
            ]),
            facts([
                strong("产品", &self.product, 28),
                text_pair("出表时间", &self.made, 4, 12),
            ]),
            facts([strong("结论", &self.verdict, 44)]),
        ])
    }
}

impl RecordedFile {
    fn facts(&self) -> Grid {
        let mut rows = vec![
            facts([
                text_pair("版本", &self.version, 3, 9),
                text_pair("格式", &self.format, 3, 13),
                text_pair("校验码", &self.hash, 4, 16),
            ]),
            facts([text_pair("检查", &self.checked, 3, 45)]),
        ];
        if !self.items.is_empty() {
            rows.push(facts([text_pair("各项", &self.items, 3, 45)]));
        }
        fact_grid(rows)
    }

    fn findings(&self) -> Grid {
        let titles = [("级别", 4), ("页", 7), ("问题", 21), ("处理", 16)];
        let mut rows: Vec<Row> = self
            .lines
            .iter()
            .map(|line| {
                Row::of(vec![
                    text_cell("预检 级别", &line.level, 4).aligned(Align::Centre),
                    text_cell("预检 页", &line.pages, 7),
                    text_cell("预检 问题", &line.what, 21),
                    text_cell("预检 处理", &line.settled, 16),
                ])
            })
            .collect();
        if rows.is_empty() {
            rows.push(Row::of(vec![text_cell("预检 结果", "没有问题", 48)]));
        }
        table(head(&titles), rows)
    }
}
