//! Part A of the dictionary: the order.

use super::ChangeClass::{Commercial, Quality};
use super::Group as G;
use super::Kind::{Check, Choice, Customer, Date, Multiline, Percent, Person, Time, UnitPrice};
use super::Required::{Always, ForSpecialQuality};
use super::{Field, Level, Lines, choice};
use crate::orders::OrderKind;

const OF_ORDER: Lines = Lines(Level::Order);

pub(super) const FIELDS: &[Field] = &[
    OF_ORDER
        .field(G::Customer, "customer_id", "客户", "customer")
        .kind(Customer)
        .required(Always)
        .read_back()
        .change(Commercial),
    OF_ORDER
        .field(G::Customer, "contact", "联系人", "contact")
        .read_back(),
    OF_ORDER
        .field(G::Customer, "phone", "电话", "phone")
        .read_back(),
    OF_ORDER
        .field(
            G::Customer,
            "customer_po",
            "客户单号",
            "customer purchase order no.",
        )
        .read_back(),
    OF_ORDER
        .field(G::Customer, "channel", "来源渠道", "channel")
        .kind(Choice)
        .choices(&[
            choice("phone", "电话", "telephone"),
            choice("in_person", "当面", "in person"),
            choice("wechat", "微信", "WeChat"),
            choice("email", "邮件", "e-mail"),
            choice("fax", "传真", "fax"),
            choice("purchase_order", "书面PO", "purchase order"),
            choice("contract", "合同", "contract"),
            choice("other", "其他", "other"),
        ]),
    OF_ORDER.field(
        G::Customer,
        "channel_note",
        "来源说明",
        "what channel it was",
    ),
    OF_ORDER
        .field(G::Customer, "kind", "单别", "order kind")
        .kind(Choice)
        .required(Always)
        .change(Commercial)
        .choices(&[
            OrderKind::Order.choice(),
            OrderKind::Sample.choice(),
            OrderKind::Presale.choice(),
            OrderKind::Stock.choice(),
        ]),
    OF_ORDER
        .field(G::Customer, "sheet_type", "任务书类型", "task sheet type")
        .kind(Choice)
        .required(Always)
        .change(Commercial)
        .choices(&[
            choice("normal", "正常", "normal"),
            choice("free_proof", "打样(免费)", "proof, free"),
            choice("paid_proof", "打样(收费)", "proof, charged"),
            choice("supplement", "补单", "supplement"),
            choice("reprint", "翻单", "reprint"),
            choice("rework", "返工", "rework"),
        ])
        // A proof nobody pays for has a sheet of its own (S-4.2.3B-4).
        .withdrawn(&["free_proof"]),
    OF_ORDER
        .field(
            G::Customer,
            "sales_rep_id",
            "业务员",
            "sales representative",
        )
        .kind(Person)
        .required(Always),
    OF_ORDER
        .field(G::Customer, "assistant_id", "业务助理", "sales assistant")
        .kind(Person)
        .required(Always),
    OF_ORDER
        .field(G::Customer, "deal_type", "洽谈方式", "deal type")
        .kind(Choice)
        .change(Commercial)
        .choices(&[
            choice("direct", "直接洽谈", "direct"),
            choice(
                "indirect",
                "间接洽谈(本单位代理)",
                "through an agent of the house",
            ),
        ]),
    OF_ORDER
        .field(G::Customer, "long_term", "长期订单", "long-term order")
        .kind(Check)
        .change(Commercial),
    OF_ORDER.field(G::Customer, "project", "项目登记", "project"),
    OF_ORDER
        .field(G::Customer, "estimator_id", "预估人", "estimated by")
        .kind(Person)
        .required(Always),
    OF_ORDER
        .field(
            G::Customer,
            "estimate_basis",
            "预估依据",
            "basis of the estimate",
        )
        .kind(Multiline)
        .required(Always),
    OF_ORDER
        .field(G::Dates, "received_on", "接单日期", "received on")
        .kind(Date),
    OF_ORDER
        .field(G::Dates, "received_time", "接单时间", "received at")
        .kind(Time),
    OF_ORDER
        .field(G::Dates, "order_date", "下单日期", "order date")
        .kind(Date)
        .required(Always),
    OF_ORDER
        .field(G::Dates, "sample_due", "出样日期", "sample due date")
        .kind(Date),
    OF_ORDER
        .field(
            G::Dates,
            "requested_date",
            "要求交期",
            "requested delivery date",
        )
        .kind(Date)
        .required(Always)
        .read_back()
        .change(Commercial),
    OF_ORDER
        .field(
            G::Dates,
            "confirmed_date",
            "确认交期",
            "confirmed delivery date",
        )
        .kind(Date)
        .required(Always)
        .change(Commercial),
    OF_ORDER
        .field(G::Dates, "rush", "急单", "rush job")
        .kind(Check),
    OF_ORDER
        .field(
            G::Price,
            "unit_price",
            "单价(含税)",
            "unit price, VAT included",
        )
        .kind(UnitPrice)
        .unit("元")
        .required(Always)
        .read_back()
        .change(Commercial),
    OF_ORDER
        .field(G::Price, "free", "免费", "free of charge")
        .kind(Check)
        .read_back()
        .change(Commercial),
    OF_ORDER
        .field(G::Price, "tax_rate", "税率", "VAT rate")
        .kind(Percent)
        .read_back()
        .change(Commercial),
    OF_ORDER
        .field(G::Price, "invoice_type", "发票类型", "invoice type")
        .kind(Choice)
        .read_back()
        .change(Commercial)
        .choices(&[
            choice("none", "不开票", "no invoice"),
            choice("ordinary", "普票", "ordinary invoice"),
            choice("vat_special", "增值税专用发票", "special VAT invoice"),
        ]),
    OF_ORDER
        .field(
            G::Quality,
            "quality_standard",
            "质量要求",
            "quality standard",
        )
        .kind(Choice)
        .required(Always)
        .read_back()
        .change(Quality)
        .choices(&[
            choice("company", "公司标准", "company standard"),
            choice("special", "客户特殊要求", "customer's special requirements"),
        ]),
    OF_ORDER
        .field(
            G::Quality,
            "quality_special",
            "特殊质量要求",
            "special quality requirements",
        )
        .kind(Multiline)
        .required(ForSpecialQuality)
        .read_back()
        .change(Quality),
    OF_ORDER
        .field(G::Quality, "remark", "备注", "remark")
        .kind(Multiline)
        .read_back(),
];
