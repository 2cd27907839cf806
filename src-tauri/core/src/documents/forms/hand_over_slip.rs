//! 转交单: what goes to a department, on one sheet it goes with, and the word that it came (F1-07, S-4.2.3B-3).

use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::DisplayList;
use super::super::flow::Block;
use super::super::fonts::FontShelf;
use super::super::grid::Grid;
use super::super::sheet::{self, Letterhead, Sheet};
use super::super::units::mm;
use super::{
    Form, Row, Signature, Value, fact_grid, facts, hand_pair, head, strong_pair, table, text_cell,
    text_pair,
};

/// A hand-over, worded as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOverSlipFacts {
    /// House, 订单号, marks, time.
    pub letterhead: Letterhead,
    /// 客户.
    pub customer: String,
    /// 产品.
    pub product: String,
    /// 转交给: department and person.
    pub to: String,
    /// 转交内容.
    pub content: String,
    /// 任务书号; empty while there is none.
    pub sheet: String,
    /// The proof that goes with it; none where the order goes by none.
    pub proof: Option<SlipProof>,
    /// 样本: number, type and who stamped it.
    pub samples: Vec<SlipSample>,
    /// 转交人.
    pub handed: Signature,
    /// 签收; empty for a hand.
    pub received: Signature,
}

/// The proof that goes with a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipProof {
    /// 喷墨稿 第 1 轮.
    pub what: String,
    /// 样本号.
    pub sample: String,
    /// Why there is no customer's signature; empty in lane A.
    pub reason: String,
    /// 经RIP/印能捷; empty where it is not asked.
    pub through_rip: String,
    /// Who signed it.
    pub signature: Signature,
    /// What it was printed from.
    pub files: Vec<SlipFile>,
}

/// A file of a proof.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipFile {
    /// Its name.
    pub name: String,
    /// `V2`.
    pub version: String,
    /// The hash of its bytes.
    pub sha256: String,
}

/// A sample that goes with a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipSample {
    /// 样本号.
    pub number: String,
    /// 样本类型.
    pub what: String,
    /// 来源.
    pub source: String,
    /// 签样人 and day.
    pub stamped: String,
}

impl Form for HandOverSlipFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        let gap = || Block::Gap(mm(2.6));
        let heading = |text: &str| Block::Heading(text.to_owned());
        let mut blocks = vec![Block::Grid(self.order())];
        if let Some(proof) = &self.proof {
            blocks.extend([gap(), heading("打样"), Block::Grid(proof.grid())]);
            blocks.extend([gap(), heading("打稿所用文件"), Block::Grid(proof.files())]);
        }
        if !self.samples.is_empty() {
            blocks.extend([gap(), heading("样本"), Block::Grid(self.sample_table())]);
        }
        blocks.extend([gap(), Block::Grid(self.signatures())]);
        sheet::lay_out(
            shelf,
            &Sheet {
                title: "转交单",
                head: &self.letterhead,
                numbered: false,
                foot: "与所列各项一并交接，签收后由转交部门保存。",
                blocks,
            },
        )
    }
}

impl HandOverSlipFacts {
    fn order(&self) -> Grid {
        let strong = |label, text: &str, value| strong_pair(label, &Value::from(text), 4, value);
        fact_grid(vec![
            facts([
                strong("转交给", &self.to, 20),
                strong("任务书", &self.sheet, 20),
            ]),
            facts([
                text_pair("客户", &self.customer, 4, 20),
                text_pair("产品", &self.product, 4, 20),
            ]),
            facts([text_pair("内容", &self.content, 4, 44)]),
        ])
    }

    fn sample_table(&self) -> Grid {
        let titles = [
            ("样本号", 12),
            ("样本类型", 12),
            ("来源", 12),
            ("签样人 / 日期", 12),
        ];
        let rows = self.samples.iter().map(|sample| {
            Row::of(vec![
                text_cell("样本 样本号", &sample.number, 12),
                text_cell("样本 样本类型", &sample.what, 12),
                text_cell("样本 来源", &sample.source, 12),
                text_cell("样本 签样人", &sample.stamped, 12),
            ])
        });
        table(head(&titles), rows.collect())
    }

    fn signatures(&self) -> Grid {
        fact_grid(vec![
            facts([
                hand_pair("转交人", &self.handed.printed(), 4, 20),
                hand_pair("签收", &self.received.printed(), 4, 20),
            ])
            .at_least(mm(10.0)),
        ])
    }
}

impl SlipProof {
    fn grid(&self) -> Grid {
        let strong = |label, text: &str, value| strong_pair(label, &Value::from(text), 4, value);
        fact_grid(vec![
            facts([
                strong("打样", &self.what, 20),
                strong("样本号", &self.sample, 20),
            ]),
            facts([
                text_pair("原因", &self.reason, 4, 20),
                text_pair("经RIP", &self.through_rip, 4, 20),
            ]),
            facts([text_pair("签字", &self.signature.printed(), 4, 44)]),
        ])
    }

    fn files(&self) -> Grid {
        let titles = [("文件", 16), ("版本", 4), ("SHA-256", 28)];
        let rows = self.files.iter().map(|file| {
            Row::of(vec![
                text_cell("文件 文件名", &file.name, 16),
                text_cell("文件 版本", &file.version, 4),
                text_cell("文件 SHA-256", &file.sha256, 28),
            ])
        });
        table(head(&titles), rows.collect())
    }
}
