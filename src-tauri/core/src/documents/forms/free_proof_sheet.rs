//! 免费打样任务书: the paper of a proof nobody pays for, marked in red on every page (S-4.2.3B-4).

use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::DisplayList;
use super::super::flow::Block;
use super::super::fonts::FontShelf;
use super::super::grid::Grid;
use super::super::sheet::{self, Letterhead, Sheet};
use super::super::units::mm;
use super::{Form, Signature, Value, fact_grid, facts, hand_pair, strong_pair, text_pair};

/// A free proof, worded as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreeProofSheetFacts {
    /// House, number, 免费打样, time.
    pub letterhead: Letterhead,
    /// 订单号 of the order it belongs to.
    pub order_number: String,
    /// 客户.
    pub customer: String,
    /// 产品.
    pub product: String,
    /// 兰纸, 数码样, 喷墨稿.
    pub medium: String,
    /// 打样内容.
    pub content: String,
    /// 数量, with its unit.
    pub quantity: String,
    /// 免费原因.
    pub reason: String,
    /// 申请.
    pub requested: Signature,
    /// 批准.
    pub approved: Signature,
}

impl Form for FreeProofSheetFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        sheet::lay_out(
            shelf,
            &Sheet {
                title: "免费打样任务书",
                head: &self.letterhead,
                numbered: false,
                foot: "免费打样不收款，不计入销售额、任务和提成；成本由经手人如实登记。",
                blocks: vec![
                    Block::Grid(self.what()),
                    Block::Gap(mm(2.6)),
                    Block::Heading("完成与成本".to_owned()),
                    Block::Grid(Self::done()),
                    Block::Gap(mm(2.6)),
                    Block::Grid(self.signatures()),
                ],
            },
        )
    }
}

impl FreeProofSheetFacts {
    fn what(&self) -> Grid {
        let strong = |label, text: &str, value| strong_pair(label, &Value::from(text), 4, value);
        fact_grid(vec![
            facts([
                strong("客户", &self.customer, 28),
                text_pair("订单号", &self.order_number, 4, 12),
            ]),
            facts([
                strong("产品", &self.product, 28),
                strong("打样", &self.medium, 12),
            ]),
            facts([
                strong("打样内容", &self.content, 28),
                strong("数量", &self.quantity, 12),
            ]),
            facts([
                text_pair("免费原因", &self.reason, 4, 28),
                strong("价格", "0.00 元", 12),
            ]),
        ])
    }

    /// Room for a hand.
    fn done() -> Grid {
        fact_grid(vec![
            facts([
                hand_pair("完成人", "", 4, 12),
                hand_pair("完成时间", "", 4, 12),
                hand_pair("成本 元", "", 4, 12),
            ])
            .at_least(mm(10.0)),
        ])
    }

    fn signatures(&self) -> Grid {
        fact_grid(vec![
            facts([
                hand_pair("申请", &self.requested.printed(), 4, 20),
                hand_pair("批准", &self.approved.printed(), 4, 20),
            ])
            .at_least(mm(10.0)),
        ])
    }
}
