//! 生产任务书: the sheet that travels with the job (S-4.4.1).
//!
//! Every starred field of the field dictionary, levels A to D, stands on it;
//! level C is in `task_sheet_component.rs`.

use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::DisplayList;
use super::super::flow::Block;
use super::super::fonts::FontShelf;
use super::super::grid::{Align, Row};
use super::super::sheet::{self, Letterhead, Sheet};
use super::super::stamp::StampBlock;
use super::super::units::mm;
pub use super::change_block::{FrozenBlock, PlacesTaken, SheetChange, circled};
pub use super::sheet_first_page::{SheetFirstPage, SheetPosition};
pub use super::task_sheet_component::{SheetComponent, SheetForm};
use super::{
    Form, Signature, Value, cell, change_block, fact_grid, facts, figure, hand_cell, head, pair,
    signature_row, strong_pair, table, task_sheet_component, text_cell,
};

/// A task sheet, worded as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskSheetFacts {
    /// House, 任务书号 · version · change index, order number, marks, time.
    pub letterhead: Letterhead,
    /// Level A: the order.
    pub order: SheetOrder,
    /// Level B: the product.
    pub product: SheetProduct,
    /// Level C: its components, in order.
    pub components: Vec<SheetComponent>,
    /// Finishing steps of the whole job, in order.
    pub steps: Vec<SheetStep>,
    /// How it is packed.
    pub packing: SheetPacking,
    /// Where it goes.
    pub drops: Vec<SheetDrop>,
    /// The stamped samples (S-4.2.4).
    pub samples: Vec<StampBlock>,
    /// The first page of the file, and where foil, UV, embossing and die-cutting go (S-4.2.6).
    #[serde(default, skip_serializing_if = "SheetFirstPage::is_empty")]
    pub first_page: SheetFirstPage,
    /// Who held sample, file and sheet against each other, and what was let pass, line by line (S-4.4.1A-2).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparison: Vec<String>,
    /// Signed changes since the version was opened (S-4.4.2).
    pub changes: Vec<SheetChange>,
    /// How many places of the version may be changed so.
    #[serde(default)]
    pub places: PlacesTaken,
    /// Who signed for the sheet.
    pub signatures: SheetSignatures,
}

/// Level A. Dates as shown, with the year where it is not this one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetOrder {
    /// 客户, with its number.
    pub customer: Value,
    /// 客户地址.
    pub customer_address: Value,
    /// 联系人 and 电话.
    pub contact: Value,
    /// 客户 PO.
    pub customer_order_number: Value,
    /// 客户料号.
    pub customer_part_number: Value,
    /// 订单号.
    pub order_number: Value,
    /// 单别: OD 客户订单.
    pub kind: Value,
    /// 任务书类型: 正常, 打样（免费）, 补单.
    pub sheet_type: Value,
    /// 业务员.
    pub sales_representative: Value,
    /// 业务助理.
    pub sales_assistant: Value,
    /// 下单日期.
    pub ordered_on: Value,
    /// 制单时间.
    pub issued_at: Value,
    /// 出样日期.
    pub sample_due: Value,
    /// 要求交期.
    pub requested_delivery: Value,
    /// 确认交期.
    pub confirmed_delivery: Value,
    /// 付款方式, all instalments in words.
    pub payment_terms: Value,
    /// 评审结论引用: number and clause (S-4.3.2c); — where none was needed.
    pub review: Value,
    /// 质量要求: 公司标准, or the special demands one by one (S-4.4.1B).
    pub quality: Value,
}

/// Level B. Sizes in mm, pages in P.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetProduct {
    /// 产品名称.
    pub name: Value,
    /// 产品类型.
    pub kind: Value,
    /// 成品尺寸, mm.
    pub finished_size: Value,
    /// 展开尺寸, mm.
    pub flat_size: Value,
    /// 开本.
    pub format: Value,
    /// 总 P 数.
    pub total_pages: Value,
    /// 翻向.
    pub reading_direction: Value,
    /// 装订, with its parameters.
    pub binding: Value,
    /// The parameters of the binding that were said, each by its name: 订口, 勒口, 圈色.
    pub binding_parts: Vec<(String, Value)>,
    /// 书脊, mm.
    pub spine: Value,
    /// 订单数量, with its unit.
    pub quantity: Value,
    /// 备品数量.
    pub spares: Value,
    /// 样书数量.
    pub file_copies: Value,
    /// 印制数量 = 订单数量 + 备品 + 样书.
    pub print_quantity: Value,
    /// 允许超欠.
    pub tolerance: Value,
}

/// One finishing step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetStep {
    /// 工序.
    pub name: Value,
    /// 部件 it is done to.
    pub component: Value,
    /// 面, area, position, requirement.
    pub requirement: Value,
    /// 刀版 / 材料, with 新 or 旧.
    pub tool: Value,
    /// 厂内 or 发外.
    pub place: Value,
}

/// How the product is packed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPacking {
    /// 包装方式.
    pub packing: Value,
    /// 每包数.
    pub per_pack: Value,
    /// 每箱数.
    pub per_carton: Value,
    /// 箱唛.
    pub shipping_mark: Value,
}

/// One drop (交货批次).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetDrop {
    /// 日期.
    pub date: Value,
    /// 数量.
    pub quantity: Value,
    /// 地址.
    pub address: Value,
    /// 联系人 and 电话.
    pub contact: Value,
    /// 运输方式.
    pub transport: Value,
}

/// The signature row (S-4.4.1): 审核 is 业务员 or 销售主管, never the issuer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSignatures {
    /// 制单.
    pub issued: Signature,
    /// 审核.
    pub checked: Signature,
    /// 工艺.
    pub process: Signature,
    /// 印前.
    pub prepress: Signature,
    /// 品质.
    pub quality: Signature,
}

/// Lines of the head that stand above the parameters of the binding.
const BELOW_BINDING: usize = 5;

impl Form for TaskSheetFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        let gap = || Block::Gap(mm(2.6));
        let mut blocks = vec![Block::Grid(self.order_and_product()), gap()];
        blocks.push(Block::Heading("部件".to_owned()));
        for (index, component) in self.components.iter().enumerate() {
            if index > 0 {
                blocks.push(Block::Gap(mm(1.4)));
            }
            blocks.push(Block::Grid(task_sheet_component::grid(component)));
        }
        if !self.steps.is_empty() {
            blocks.extend([
                gap(),
                Block::Heading("后加工工序".to_owned()),
                Block::Grid(self.finishing()),
            ]);
        }
        blocks.extend([
            gap(),
            Block::Heading("包装与交货".to_owned()),
            Block::Grid(self.packed()),
        ]);
        if !self.drops.is_empty() {
            blocks.push(Block::Grid(self.delivered()));
        }
        if !self.samples.is_empty() {
            blocks.extend([
                gap(),
                Block::Heading("样本".to_owned()),
                Block::Stamps(self.samples.clone()),
            ]);
        }
        if !self.comparison.is_empty() {
            blocks.extend([
                gap(),
                Block::Heading("三方核对".to_owned()),
                Block::Grid(self.compared()),
            ]);
        }
        if !self.first_page.is_empty() {
            blocks.extend([
                gap(),
                Block::Heading("首页与工艺位置".to_owned()),
                Block::FirstPage(self.first_page.block()),
            ]);
        }
        blocks.extend([
            gap(),
            Block::Heading(format!(
                "更改（每版最多 {} 处，第 {} 处须重新开立）",
                self.places.0,
                self.places.0.saturating_add(1)
            )),
            Block::Grid(change_block::grid(&self.changes, self.places)),
            Block::Gap(mm(2.0)),
            Block::Grid(self.signed()),
        ]);
        sheet::lay_out(
            shelf,
            &Sheet {
                title: "生产任务书",
                head: &self.letterhead,
                numbered: true,
                foot: "",
                blocks,
            },
        )
    }
}

impl TaskSheetFacts {
    fn order_and_product(&self) -> super::Grid {
        let (order, product) = (&self.order, &self.product);
        let mut rows = vec![
            facts([
                strong_pair("客户", &order.customer, 4, 28),
                strong_pair("确认交期", &order.confirmed_delivery, 4, 12),
            ]),
            facts([
                strong_pair("产品名称", &product.name, 4, 28),
                strong_pair("订单数量", &product.quantity, 4, 12),
            ]),
            facts([
                pair("产品类型", &product.kind, 4, 12),
                strong_pair("成品尺寸", &product.finished_size, 4, 12),
                pair("印制数量", &product.print_quantity, 4, 12),
            ]),
            facts([
                pair("装订", &product.binding, 4, 12),
                pair("展开尺寸", &product.flat_size, 4, 12),
                pair("备品", &product.spares, 4, 4),
                pair("样书", &product.file_copies, 4, 4),
            ]),
            facts([
                strong_pair("总 P 数", &product.total_pages, 4, 4),
                pair("开本", &product.format, 3, 5),
                pair("书脊", &product.spine, 3, 6),
                pair("翻向", &product.reading_direction, 3, 7),
                pair("允许超欠", &product.tolerance, 4, 9),
            ]),
            facts([
                pair("订单号", &order.order_number, 4, 12),
                pair("单别", &order.kind, 4, 12),
                pair("类型", &order.sheet_type, 4, 12),
            ]),
            facts([
                pair("客户 PO", &order.customer_order_number, 4, 12),
                pair("客户料号", &order.customer_part_number, 4, 12),
                pair("要求交期", &order.requested_delivery, 4, 12),
            ]),
            facts([
                pair("业务员", &order.sales_representative, 4, 12),
                pair("业务助理", &order.sales_assistant, 4, 12),
                pair("制单时间", &order.issued_at, 4, 12),
            ]),
            facts([
                pair("下单日期", &order.ordered_on, 4, 12),
                pair("出样日期", &order.sample_due, 4, 12),
                pair("付款方式", &order.payment_terms, 4, 12),
            ]),
            facts([
                pair("客户地址", &order.customer_address, 4, 28),
                pair("联系人", &order.contact, 4, 12),
            ]),
            facts([pair("质量要求", &order.quality, 4, 44)]),
            facts([pair("评审结论", &order.review, 4, 44)]),
        ];
        // Two to a line, and only those that were said.
        for parts in product.binding_parts.chunks(2).rev() {
            let wide = if parts.len() == 1 { 44 } else { 20 };
            let cells = parts
                .iter()
                .flat_map(|(label, value)| pair(label, value, 4, wide));
            rows.insert(BELOW_BINDING, Row::of(cells.collect()));
        }
        fact_grid(rows)
    }

    fn finishing(&self) -> super::Grid {
        let titles = [
            ("序", 2),
            ("工序", 7),
            ("部件", 5),
            ("要求", 16),
            ("刀版 / 材料", 8),
            ("厂内外", 4),
            ("完成签名", 6),
        ];
        let rows = (1..)
            .zip(&self.steps)
            .map(|(number, step)| {
                Row::of(vec![
                    text_cell("工序 序", &number.to_string(), 2).aligned(Align::Centre),
                    cell("工序", &step.name, 7),
                    cell("工序 部件", &step.component, 5),
                    cell("工序 要求", &step.requirement, 16),
                    cell("工序 刀版 / 材料", &step.tool, 8),
                    cell("工序 厂内外", &step.place, 4),
                    hand_cell("工序 完成签名", "", 6),
                ])
                .at_least(mm(7.0))
            })
            .collect();
        table(head(&titles), rows)
    }

    fn compared(&self) -> super::Grid {
        let line = |line: &String| Row::of(vec![text_cell("三方核对", line, 48)]);
        fact_grid(self.comparison.iter().map(line).collect())
    }

    fn packed(&self) -> super::Grid {
        fact_grid(vec![facts([
            pair("包装方式", &self.packing.packing, 4, 12),
            pair("每包数", &self.packing.per_pack, 3, 5),
            pair("每箱数", &self.packing.per_carton, 3, 5),
            pair("箱唛", &self.packing.shipping_mark, 3, 13),
        ])])
    }

    fn delivered(&self) -> super::Grid {
        let titles = [
            ("批次", 3),
            ("交货日期", 6),
            (">数量", 6),
            ("地址", 17),
            ("联系人 / 电话", 10),
            ("运输方式", 6),
        ];
        let rows = (1..)
            .zip(&self.drops)
            .map(|(number, drop)| {
                Row::of(vec![
                    text_cell("交货 批次", &number.to_string(), 3).aligned(Align::Centre),
                    cell("交货日期", &drop.date, 6),
                    figure("交货数量", &drop.quantity, 6),
                    cell("交货地址", &drop.address, 17),
                    cell("交货联系人", &drop.contact, 10),
                    cell("运输方式", &drop.transport, 6),
                ])
            })
            .collect();
        table(head(&titles), rows)
    }

    fn signed(&self) -> super::Grid {
        let signatures = &self.signatures;
        let roles = [
            ("制单", &signatures.issued),
            ("审核", &signatures.checked),
            ("工艺", &signatures.process),
            ("印前", &signatures.prepress),
            ("品质", &signatures.quality),
        ];
        fact_grid(vec![signature_row(&roles, 3, &[12, 12, 8, 8, 8])])
    }
}
