//! 报价单 and 订单确认书: what is sold for how much, how it is made, when it comes and how it is paid; with room for both
//! sides to sign (F5-2, F1-05b, F1-06, F7-06).

use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::DisplayList;
use super::super::flow::Block;
use super::super::fonts::FontShelf;
use super::super::grid::{Align, Grid, Row};
use super::super::sheet::{self, Letterhead, Sheet};
use super::super::units::mm;
use super::review_form::SpecificationLine;
use super::{
    Form, Value, fact_grid, facts, figure, hand_pair, head, strong_pair, table, text_cell,
    text_pair,
};

/// Which of the two papers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SalePaperTitle {
    /// What it costs, and until when.
    #[default]
    #[serde(rename = "报价单")]
    Quote,
    /// What was agreed to.
    #[serde(rename = "订单确认书")]
    Confirmation,
}

/// An offer, or the confirmation of an order, worded as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalePaperFacts {
    /// Which paper.
    pub title: SalePaperTitle,
    /// House, order number, marks, time.
    pub letterhead: Letterhead,
    /// How the house is reached: 地址, 电话; one a line.
    pub house_lines: Vec<String>,
    /// 日期 of the paper.
    pub date: String,
    /// 有效期至; of a quote alone.
    pub valid_until: String,
    /// 客户名称.
    pub customer: String,
    /// 客户地址.
    pub customer_address: String,
    /// 联系人.
    pub contact: String,
    /// 电话.
    pub phone: String,
    /// 客户单号.
    pub customer_order_number: String,
    /// 业务员.
    pub sales_representative: String,
    /// 业务助理.
    pub sales_assistant: String,
    /// The product, then the services (F7-02).
    pub lines: Vec<SaleLine>,
    /// 合计, 元, with what is said of VAT.
    pub total: String,
    /// 大写金额.
    pub total_in_capitals: String,
    /// How it is made: label and text.
    pub specification: Vec<SpecificationLine>,
    /// 交期.
    pub delivery: String,
    /// 交货批次.
    pub drops: Vec<SaleDrop>,
    /// 付款方式.
    pub payment_terms: String,
    /// 发票类型.
    pub invoice_type: String,
    /// 发票信息: label and text, those that are known (F7-06).
    pub invoice: Vec<SpecificationLine>,
    /// 约定, one a line.
    pub terms: Vec<String>,
}

/// One line of what is sold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaleLine {
    /// 产品名称 or 服务项目.
    pub name: String,
    /// 数量.
    pub quantity: String,
    /// 单位.
    pub unit: String,
    /// 单价, 元.
    pub unit_price: String,
    /// 金额, 元.
    pub amount: String,
}

/// One drop.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaleDrop {
    /// 日期.
    pub date: String,
    /// 数量.
    pub quantity: String,
    /// 地址 and how it goes.
    pub address: String,
    /// 收货人 / 电话.
    pub receiver: String,
    /// 运费承担.
    pub freight: String,
}

impl Form for SalePaperFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        let gap = || Block::Gap(mm(2.6));
        let heading = |text: &str| Block::Heading(text.to_owned());
        let mut blocks = vec![Block::Grid(self.parties())];
        blocks.extend([
            gap(),
            heading("产品与服务"),
            Block::Grid(self.line_table()),
            Block::Grid(self.totals()),
        ]);
        if !self.specification.is_empty() {
            blocks.extend([
                gap(),
                heading("规格与工艺"),
                Block::Grid(labelled(&self.specification)),
            ]);
        }
        blocks.extend([
            gap(),
            heading("交货"),
            Block::Grid(fact_grid(vec![facts([strong_pair(
                "交期",
                &Value::from(self.delivery.as_str()),
                6,
                42,
            )])])),
        ]);
        if !self.drops.is_empty() {
            blocks.push(Block::Grid(self.drop_table()));
        }
        blocks.extend([gap(), heading("付款与发票"), Block::Grid(self.payment())]);
        if !self.terms.is_empty() {
            blocks.extend([gap(), heading("约定"), Block::Grid(self.agreed_terms())]);
        }
        blocks.extend([gap(), Block::Grid(self.signatures())]);
        let (title, foot) = match self.title {
            SalePaperTitle::Quote => ("报价单", "价格按所列规格和数量计算；有效期内有效。"),
            SalePaperTitle::Confirmation => (
                "订单确认书",
                "请核对后签字盖章回传；确认后的更改须双方书面同意。",
            ),
        };
        sheet::lay_out(
            shelf,
            &Sheet {
                title,
                head: &self.letterhead,
                numbered: false,
                foot,
                blocks,
            },
        )
    }
}

/// Label and text, line by line; may go on over the page.
fn labelled(lines: &[SpecificationLine]) -> Grid {
    let rows = lines
        .iter()
        .map(|line| facts([text_pair(&line.label, &line.text, 6, 42)]));
    Grid {
        together: false,
        ..fact_grid(rows.collect())
    }
}

impl SalePaperFacts {
    fn parties(&self) -> Grid {
        let strong = |label, text: &str, value| strong_pair(label, &Value::from(text), 4, value);
        let mut rows = vec![
            facts([
                strong("客户", &self.customer, 28),
                text_pair("客户单号", &self.customer_order_number, 4, 12),
            ]),
            facts([text_pair("客户地址", &self.customer_address, 4, 44)]),
            facts([
                text_pair("联系人", &self.contact, 4, 12),
                text_pair("电话", &self.phone, 4, 12),
                text_pair("日期", &self.date, 4, 12),
            ]),
            facts([
                text_pair("供方", &self.letterhead.house, 4, 28),
                match self.title {
                    SalePaperTitle::Quote => strong("有效期至", &self.valid_until, 12),
                    SalePaperTitle::Confirmation => {
                        text_pair("业务员", &self.sales_representative, 4, 12)
                    }
                },
            ]),
        ];
        let ours = match self.title {
            SalePaperTitle::Quote => facts([
                text_pair("业务员", &self.sales_representative, 4, 12),
                text_pair("业务助理", &self.sales_assistant, 4, 28),
            ]),
            SalePaperTitle::Confirmation => {
                facts([text_pair("业务助理", &self.sales_assistant, 4, 44)])
            }
        };
        rows.push(ours);
        if !self.house_lines.is_empty() {
            let reached = self.house_lines.join("；");
            rows.push(facts([text_pair("供方联系", &reached, 4, 44)]));
        }
        fact_grid(rows)
    }

    fn line_table(&self) -> Grid {
        let titles = [
            ("序", 3),
            ("名称", 20),
            (">数量", 7),
            ("单位", 4),
            (">单价(元)", 7),
            (">金额(元)", 7),
        ];
        let figure = |field, text: &str, columns| figure(field, &Value::from(text), columns);
        let rows = (1..).zip(&self.lines).map(|(number, line)| {
            Row::of(vec![
                text_cell("项目 序", &number.to_string(), 3).aligned(Align::Centre),
                text_cell("项目 名称", &line.name, 20),
                figure("项目 数量", &line.quantity, 7),
                text_cell("项目 单位", &line.unit, 4),
                figure("项目 单价", &line.unit_price, 7),
                figure("项目 金额", &line.amount, 7),
            ])
        });
        table(head(&titles), rows.collect())
    }

    fn totals(&self) -> Grid {
        fact_grid(vec![
            facts([strong_pair(
                "合计",
                &Value::from(self.total.as_str()),
                6,
                42,
            )]),
            facts([text_pair("大写金额", &self.total_in_capitals, 6, 42)]),
        ])
    }

    fn drop_table(&self) -> Grid {
        let titles = [
            ("批次", 3),
            ("日期", 7),
            (">数量", 6),
            ("交货地址", 18),
            ("收货人 / 电话", 10),
            ("运费", 4),
        ];
        let rows = (1..).zip(&self.drops).map(|(number, drop)| {
            Row::of(vec![
                text_cell("交货 批次", &number.to_string(), 3).aligned(Align::Centre),
                text_cell("交货日期", &drop.date, 7),
                figure("交货数量", &Value::from(drop.quantity.as_str()), 6),
                text_cell("交货地址", &drop.address, 18),
                text_cell("收货人", &drop.receiver, 10),
                text_cell("运费承担", &drop.freight, 4),
            ])
        });
        table(head(&titles), rows.collect())
    }

    fn payment(&self) -> Grid {
        let mut rows = vec![
            facts([strong_pair(
                "付款方式",
                &Value::from(self.payment_terms.as_str()),
                6,
                42,
            )]),
            facts([text_pair("发票类型", &self.invoice_type, 6, 42)]),
        ];
        let known = self.invoice.iter();
        rows.extend(known.map(|line| facts([text_pair(&line.label, &line.text, 6, 42)])));
        fact_grid(rows)
    }

    fn agreed_terms(&self) -> Grid {
        let rows = (1..).zip(&self.terms).map(|(number, term)| {
            Row::of(vec![
                text_cell("约定 序", &number.to_string(), 3).aligned(Align::Centre),
                text_cell("约定", term, 45),
            ])
        });
        Grid {
            together: false,
            ..fact_grid(rows.collect())
        }
    }

    /// Both sides, on one page.
    fn signatures(&self) -> Grid {
        let (ours, theirs) = ("供方盖章", "需方盖章");
        fact_grid(vec![
            facts([hand_pair(ours, "", 6, 18), hand_pair(theirs, "", 6, 18)]).at_least(mm(15.0)),
            facts([
                hand_pair("代表签字", "", 6, 8),
                hand_pair("日期", "", 3, 7),
                hand_pair("代表签字", "", 6, 8),
                hand_pair("日期", "", 3, 7),
            ])
            .at_least(mm(9.0)),
        ])
    }
}
