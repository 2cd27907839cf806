//! 订单评审表: why the order was reviewed, what each department said, the
//! route, and the conclusion (S-4.3).

use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::DisplayList;
use super::super::flow::Block;
use super::super::fonts::FontShelf;
use super::super::grid::{Align, Grid, Row};
use super::super::sheet::{self, Letterhead, Sheet};
use super::super::units::mm;
use super::{
    Form, Signature, Value, fact_grid, facts, hand_cell, hand_pair, head, strong_pair, table,
    text_cell, text_pair,
};

/// A review, worded as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewFormFacts {
    /// House, 评审表号, marks, time.
    pub letterhead: Letterhead,
    /// 订单号.
    pub order_number: String,
    /// 客户.
    pub customer: String,
    /// 产品.
    pub product: String,
    /// 数量, with its unit.
    pub quantity: String,
    /// 金额, 元.
    pub amount: String,
    /// 交期.
    pub delivery: String,
    /// 业务助理.
    pub sales_assistant: String,
    /// 日期.
    pub date: String,
    /// 订单性质: 常规, or 非常规 with its reasons (F5-d1, F5-d2).
    pub nature: String,
    /// 触发原因 in words, one each: `C 精装画册` (S-4.3.1).
    pub triggers: Vec<String>,
    /// 规格摘要: label and text, in the order of the order.
    pub specification: Vec<SpecificationLine>,
    /// What each department said (S-4.3.2a).
    pub opinions: Vec<ReviewOpinion>,
    /// 工艺路线 (S-4.3.1), in order.
    pub route: Vec<String>,
    /// 待客户确认事项 (S-4.3.2b).
    pub points: Vec<ReviewPoint>,
    /// 总结论: 接单, 有条件接单, 不接单; empty while open.
    pub conclusion: String,
    /// Conditions and notes of the conclusion.
    pub conclusion_note: String,
    /// 核准.
    pub approved: Signature,
}

/// One line of the specification summary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecificationLine {
    /// `内文`, `装订`.
    pub label: String,
    /// `157 g/m² 哑粉纸，4+4，120 P`.
    pub text: String,
}

/// What one department said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewOpinion {
    /// 部门.
    pub department: String,
    /// 评审内容.
    pub subject: String,
    /// 意见.
    pub opinion: String,
    /// 结论: 可行, 有条件, 不可行.
    pub verdict: String,
    /// 条件.
    pub conditions: String,
    /// 责任人 with date; recorded on behalf where it was said on paper (代录).
    pub signature: Signature,
}

/// A point the customer must answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPoint {
    /// 事项.
    pub item: String,
    /// 提问时间.
    pub asked: String,
    /// 答复.
    pub answer: String,
    /// 答复人 and when.
    pub answered_by: String,
}

impl Form for ReviewFormFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        let gap = || Block::Gap(mm(2.6));
        let heading = |text: &str| Block::Heading(text.to_owned());
        let mut blocks = vec![Block::Grid(self.order())];
        if !self.specification.is_empty() {
            blocks.extend([
                gap(),
                heading("规格摘要"),
                Block::Grid(self.specification_grid()),
            ]);
        }
        blocks.extend([
            gap(),
            heading("各部门评审"),
            Block::Grid(self.opinion_table()),
        ]);
        blocks.extend([gap(), heading("工艺路线"), Block::Grid(self.route_grid())]);
        blocks.extend([
            gap(),
            heading("待客户确认事项"),
            Block::Grid(self.point_table()),
        ]);
        blocks.extend([gap(), heading("总结论"), Block::Grid(self.concluded())]);
        sheet::lay_out(
            shelf,
            &Sheet {
                title: "订单评审表",
                head: &self.letterhead,
                numbered: false,
                foot: "由业务助理保存（4.3.1）。",
                blocks,
            },
        )
    }
}

impl ReviewFormFacts {
    fn order(&self) -> Grid {
        let strong = |label, text: &str, value| strong_pair(label, &Value::from(text), 4, value);
        fact_grid(vec![
            facts([
                strong("客户", &self.customer, 28),
                text_pair("订单号", &self.order_number, 4, 12),
            ]),
            facts([
                strong("产品", &self.product, 28),
                strong("交期", &self.delivery, 12),
            ]),
            facts([
                strong("数量", &self.quantity, 12),
                strong("金额", &self.amount, 12),
                text_pair("业务助理", &self.sales_assistant, 4, 12),
            ]),
            facts([
                strong("订单性质", &self.nature, 28),
                text_pair("日期", &self.date, 4, 12),
            ]),
            facts([strong("触发原因", &self.triggers.join("；"), 44)]),
        ])
    }

    fn specification_grid(&self) -> Grid {
        let rows = self
            .specification
            .iter()
            .map(|line| facts([text_pair(&line.label, &line.text, 6, 42)]));
        Grid {
            together: false,
            ..fact_grid(rows.collect())
        }
    }

    fn opinion_table(&self) -> Grid {
        let titles = [
            ("部门", 5),
            ("评审内容", 9),
            ("意见", 11),
            ("结论", 5),
            ("条件", 9),
            ("责任人 / 日期", 9),
        ];
        let rows = self.opinions.iter().map(|opinion| {
            Row::of(vec![
                text_cell("评审 部门", &opinion.department, 5),
                text_cell("评审内容", &opinion.subject, 9),
                hand_cell("评审 意见", &opinion.opinion, 11),
                super::Cell::value(
                    "评审 结论",
                    Value::from(opinion.verdict.as_str()).hand_spans(),
                    5,
                ),
                hand_cell("评审 条件", &opinion.conditions, 9),
                hand_cell("评审 责任人", &opinion.signature.printed(), 9),
            ])
            .at_least(mm(10.0))
        });
        table(head(&titles), rows.collect())
    }

    fn route_grid(&self) -> Grid {
        let route = self.route.join(" → ");
        fact_grid(vec![
            facts([hand_pair("路线", &route, 4, 44)]).at_least(mm(9.0)),
        ])
    }

    fn point_table(&self) -> Grid {
        let titles = [
            ("序", 3),
            ("事项", 18),
            ("提问时间", 7),
            ("客户答复", 12),
            ("答复人 / 时间", 8),
        ];
        let mut rows: Vec<_> = (1..)
            .zip(&self.points)
            .map(|(number, point)| {
                Row::of(vec![
                    text_cell("待确认 序", &number.to_string(), 3).aligned(Align::Centre),
                    text_cell("待确认 事项", &point.item, 18),
                    text_cell("待确认 提问时间", &point.asked, 7),
                    hand_cell("待确认 客户答复", &point.answer, 12),
                    hand_cell("待确认 答复人", &point.answered_by, 8),
                ])
                .at_least(mm(8.0))
            })
            .collect();
        if rows.is_empty() && self.conclusion.is_empty() {
            // Room for a hand on the form that goes round.
            let cells =
                titles.map(|(title, columns)| hand_cell(&format!("待确认 {title}"), "", columns));
            rows.push(Row::of(cells.into()).at_least(mm(8.0)));
        } else if rows.is_empty() {
            rows.push(Row::of(vec![text_cell("待客户确认事项", "无", 48)]));
        }
        table(head(&titles), rows)
    }

    fn concluded(&self) -> Grid {
        fact_grid(vec![
            facts([
                strong_hand("总结论", &self.conclusion, 4, 12),
                hand_pair("说明", &self.conclusion_note, 4, 28),
            ])
            .at_least(mm(9.0)),
            facts([hand_pair("核准", &self.approved.printed(), 4, 44)]).at_least(mm(9.0)),
        ])
    }
}

/// What is decided, in bold; room for a hand while it is open.
fn strong_hand(
    label: &str,
    text: &str,
    label_columns: u16,
    value_columns: u16,
) -> [super::Cell; 2] {
    [
        super::Cell::label(label, label_columns),
        super::Cell::value(label, Value::from(text).hand_spans(), value_columns),
    ]
}
