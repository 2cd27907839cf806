//! The cards of the order page, under which its fields stand.

use super::Choice;

/// A card of the order page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// 客户与联系.
    Customer,
    /// 日期.
    Dates,
    /// 价格与付款.
    Price,
    /// 质量与备注.
    Quality,
    /// 产品.
    Product,
    /// 装订.
    Binding,
    /// 包装.
    Packing,
    /// 部件.
    Component,
    /// 纸张.
    Paper,
    /// 印色.
    Colour,
    /// 拼版与机台.
    Press,
    /// 表面处理与后加工.
    Finishing,
    /// 交货批次.
    Drops,
    /// 付款方式.
    Payment,
    /// 服务项目.
    Services,
    /// 印张与印版: what is reckoned and may be put in by hand.
    Sheets,
}

impl Group {
    /// All cards, in reading order.
    pub const ALL: [Self; 16] = [
        Self::Customer,
        Self::Dates,
        Self::Price,
        Self::Payment,
        Self::Services,
        Self::Product,
        Self::Binding,
        Self::Component,
        Self::Paper,
        Self::Colour,
        Self::Press,
        Self::Sheets,
        Self::Finishing,
        Self::Packing,
        Self::Drops,
        Self::Quality,
    ];

    /// Code, label and English heading of the card.
    #[must_use]
    pub const fn words(self) -> Choice {
        let (code, label, english) = match self {
            Self::Customer => ("customer", "客户与联系", "Customer and contact"),
            Self::Dates => ("dates", "日期", "Dates"),
            Self::Price => ("price", "价格与发票", "Price and invoice"),
            Self::Quality => ("quality", "质量与备注", "Quality and remarks"),
            Self::Product => ("product", "产品", "Product"),
            Self::Binding => ("binding", "装订", "Binding"),
            Self::Packing => ("packing", "包装", "Packing"),
            Self::Component => ("component", "部件", "Component"),
            Self::Paper => ("paper", "纸张", "Paper"),
            Self::Colour => ("colour", "印色", "Colour"),
            Self::Press => ("press", "拼版与机台", "Imposition and press"),
            Self::Finishing => ("finishing", "表面处理与后加工", "Finishing"),
            Self::Drops => ("drops", "交货批次", "Delivery drops"),
            Self::Payment => ("payment", "付款方式", "Payment terms"),
            Self::Services => ("services", "服务项目", "Services"),
            Self::Sheets => ("sheets", "印张与印版", "Sheets and plates"),
        };
        Choice {
            code,
            label,
            english,
        }
    }
}
