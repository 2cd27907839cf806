//! 客户订单信息记录表: what the customer said on the phone, written down
//! (S-4.1.2a), with the block in which it is read back and confirmed
//! (S-4.1.2b).

use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::DisplayList;
use super::super::flow::Block;
use super::super::fonts::FontShelf;
use super::super::grid::{Align, Grid, Row};
use super::super::sheet::{self, Letterhead, Sheet};
use super::super::units::mm;
use super::{
    Form, Value, fact_grid, facts, figure, hand_pair, head, pair, strong_pair, table, text_cell,
    text_pair,
};

/// The record of an order, worded as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordSheetFacts {
    /// House, order number, marks, time.
    pub letterhead: Letterhead,
    /// 单别: OD 客户订单.
    pub kind: String,
    /// 来源渠道: 电话, 微信, 邮件 (F1-04a).
    pub channel: String,
    /// 接收时间.
    pub received_at: String,
    /// 接收人.
    pub received_by: String,
    /// 客户, with its number.
    pub customer: String,
    /// 联系人.
    pub contact: String,
    /// 电话.
    pub phone: String,
    /// 客户 PO.
    pub customer_order_number: String,
    /// 业务员.
    pub sales_representative: String,
    /// 产品名称.
    pub product: String,
    /// 产品类型.
    pub product_kind: String,
    /// 成品尺寸, mm.
    pub finished_size: String,
    /// 装订.
    pub binding: String,
    /// 订单数量, with its unit.
    pub quantity: String,
    /// 备品数量.
    pub spares: String,
    /// 单价, 元, four decimals.
    pub unit_price: String,
    /// 金额, 元.
    pub amount: String,
    /// 服务项目 with their amounts; empty where there are none (F7-02).
    pub services: String,
    /// 大写金额.
    pub amount_in_capitals: String,
    /// 税率.
    pub tax_rate: String,
    /// 发票类型.
    pub invoice_type: String,
    /// 付款方式, all instalments in words.
    pub payment_terms: String,
    /// 要求交期.
    pub requested_delivery: String,
    /// 确认交期.
    pub confirmed_delivery: String,
    /// Components as told.
    pub components: Vec<RecordedComponent>,
    /// Drops as told.
    pub drops: Vec<RecordedDrop>,
    /// The six blocks that must be known (S-4.1.1a): 材质.
    pub material: String,
    /// 尺寸.
    pub size: String,
    /// 数量.
    pub quantities: String,
    /// 颜色.
    pub colours: String,
    /// 工艺.
    pub process: String,
    /// 质量要求.
    pub quality: String,
    /// Files and samples received (S-4.1.1b, c).
    pub received: Vec<ReceivedItem>,
    /// The re-confirmation (S-4.1.2b).
    pub confirmation: RecordedConfirmation,
}

/// A component as the customer told it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedComponent {
    /// 部件.
    pub name: String,
    /// P数.
    pub pages: String,
    /// 纸张.
    pub paper: String,
    /// 印色, with spots.
    pub colours: String,
    /// 工艺.
    pub process: String,
}

/// A drop as the customer told it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedDrop {
    /// 日期.
    pub date: String,
    /// 数量.
    pub quantity: String,
    /// 地址.
    pub address: String,
    /// 联系人 / 电话.
    pub contact: String,
}

/// A file or a sample that came with the order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedItem {
    /// 类别: 文件, 内容样, 颜色样.
    pub kind: String,
    /// 名称.
    pub name: String,
    /// 格式 / 版本.
    pub version: String,
    /// 数量.
    pub quantity: String,
    /// 来自, 时间.
    pub from: String,
}

/// Who confirmed what was read back. Empty: lines for a hand to fill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedConfirmation {
    /// 确认人, of the customer.
    pub who: String,
    /// 确认时间.
    pub at: String,
    /// 确认方式: 电话, 微信.
    pub how: String,
    /// 结果: 同意, 有改动.
    pub result: String,
    /// 记录人.
    pub recorded_by: String,
    /// Short hash of what was read back, `b61e-04d7`.
    pub hash: String,
}

impl Form for RecordSheetFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        let gap = || Block::Gap(mm(2.6));
        let heading = |text: &str| Block::Heading(text.to_owned());
        let mut blocks = vec![Block::Grid(self.order())];
        if !self.components.is_empty() {
            blocks.extend([gap(), heading("部件"), Block::Grid(self.component_table())]);
        }
        if !self.drops.is_empty() {
            blocks.extend([gap(), heading("交货批次"), Block::Grid(self.drop_table())]);
        }
        blocks.extend([gap(), heading("要求"), Block::Grid(self.requirements())]);
        if !self.received.is_empty() {
            blocks.extend([
                gap(),
                heading("收到的文件与样本"),
                Block::Grid(self.received_table()),
            ]);
        }
        blocks.extend([
            gap(),
            heading("与客户再确认"),
            Block::Grid(self.confirmed()),
        ]);
        sheet::lay_out(
            shelf,
            &Sheet {
                title: "客户订单信息记录表",
                head: &self.letterhead,
                numbered: false,
                foot: "记录完成后须与客户再确认（4.1.2）；改动已确认的内容须重新确认。",
                blocks,
            },
        )
    }
}

/// The amount, the tax, the delivery and the payment stand below the services.
const BELOW_SERVICES: usize = 4;

impl RecordSheetFacts {
    fn order(&self) -> Grid {
        let strong = |label, text: &str, value| strong_pair(label, &Value::from(text), 4, value);
        let mut rows = vec![
            facts([
                strong("客户", &self.customer, 28),
                text_pair("客户 PO", &self.customer_order_number, 4, 12),
            ]),
            facts([
                text_pair("联系人", &self.contact, 4, 12),
                text_pair("电话", &self.phone, 4, 12),
                text_pair("业务员", &self.sales_representative, 4, 12),
            ]),
            facts([
                text_pair("单别", &self.kind, 4, 12),
                text_pair("渠道", &self.channel, 4, 12),
                text_pair("接收人", &self.received_by, 4, 12),
            ]),
            facts([
                strong("产品名称", &self.product, 28),
                text_pair("接收时间", &self.received_at, 4, 12),
            ]),
            facts([
                text_pair("产品类型", &self.product_kind, 4, 12),
                strong("成品尺寸", &self.finished_size, 12),
                text_pair("装订", &self.binding, 4, 12),
            ]),
            facts([
                strong("订单数量", &self.quantity, 12),
                text_pair("备品数量", &self.spares, 4, 12),
                text_pair("单价", &self.unit_price, 4, 12),
            ]),
            facts([
                strong("金额", &self.amount, 12),
                text_pair("大写金额", &self.amount_in_capitals, 4, 28),
            ]),
            facts([
                text_pair("税率", &self.tax_rate, 4, 12),
                text_pair("发票类型", &self.invoice_type, 4, 28),
            ]),
            facts([
                strong("要求交期", &self.requested_delivery, 12),
                text_pair("确认交期", &self.confirmed_delivery, 4, 28),
            ]),
            facts([text_pair("付款方式", &self.payment_terms, 4, 44)]),
        ];
        // Above the amount they are part of.
        if !self.services.is_empty() {
            rows.insert(
                rows.len() - BELOW_SERVICES,
                facts([text_pair("服务项目", &self.services, 4, 44)]),
            );
        }
        fact_grid(rows)
    }

    fn component_table(&self) -> Grid {
        let titles = [
            ("部件", 8),
            (">P 数", 4),
            ("纸张", 12),
            ("印色", 10),
            ("工艺", 14),
        ];
        let rows = self.components.iter().map(|component| {
            Row::of(vec![
                text_cell("部件", &component.name, 8),
                figure("部件 P 数", &Value::from(component.pages.as_str()), 4),
                text_cell("部件 纸张", &component.paper, 12),
                text_cell("部件 印色", &component.colours, 10),
                text_cell("部件 工艺", &component.process, 14),
            ])
        });
        table(head(&titles), rows.collect())
    }

    fn drop_table(&self) -> Grid {
        let titles = [
            ("批次", 4),
            ("日期", 8),
            (">数量", 8),
            ("地址", 18),
            ("联系人 / 电话", 10),
        ];
        let rows = (1..).zip(&self.drops).map(|(number, drop)| {
            Row::of(vec![
                text_cell("交货 批次", &number.to_string(), 4).aligned(Align::Centre),
                text_cell("交货日期", &drop.date, 8),
                figure("交货数量", &Value::from(drop.quantity.as_str()), 8),
                text_cell("交货地址", &drop.address, 18),
                text_cell("交货联系人", &drop.contact, 10),
            ])
        });
        table(head(&titles), rows.collect())
    }

    fn requirements(&self) -> Grid {
        let blocks = [
            ("材质", &self.material),
            ("尺寸", &self.size),
            ("数量", &self.quantities),
            ("颜色", &self.colours),
            ("工艺", &self.process),
            ("质量要求", &self.quality),
        ];
        let rows =
            blocks.map(|(label, text)| facts([pair(label, &Value::from(text.as_str()), 4, 44)]));
        fact_grid(rows.to_vec())
    }

    fn received_table(&self) -> Grid {
        let titles = [
            ("类别", 6),
            ("名称", 18),
            ("格式 / 版本", 10),
            (">数量", 4),
            ("来自 / 时间", 10),
        ];
        let rows = self.received.iter().map(|item| {
            Row::of(vec![
                text_cell("收到 类别", &item.kind, 6),
                text_cell("收到 名称", &item.name, 18),
                text_cell("收到 格式 / 版本", &item.version, 10),
                figure("收到 数量", &Value::from(item.quantity.as_str()), 4),
                text_cell("收到 来自 / 时间", &item.from, 10),
            ])
        });
        table(head(&titles), rows.collect())
    }

    fn confirmed(&self) -> Grid {
        let confirmation = &self.confirmation;
        let tall = |row: Row| row.at_least(mm(9.0));
        fact_grid(vec![
            tall(facts([
                hand_pair("确认人", &confirmation.who, 4, 12),
                hand_pair("确认时间", &confirmation.at, 4, 12),
                hand_pair("确认方式", &confirmation.how, 4, 12),
            ])),
            tall(facts([
                hand_pair("结果", &confirmation.result, 4, 12),
                hand_pair("记录人", &confirmation.recorded_by, 4, 12),
                text_pair("内容校验", &confirmation.hash, 4, 12),
            ])),
            tall(facts([hand_pair("客户签名", "", 4, 44)])),
        ])
    }
}
