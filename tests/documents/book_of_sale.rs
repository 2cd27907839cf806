//! The papers the book of the tour is sold with: an offer, and the confirmation of the order.

use docket_core::documents::forms::review_form::SpecificationLine;
use docket_core::documents::forms::sale_paper::*;

use crate::book::letterhead;

fn line(label: &str, text: &str) -> SpecificationLine {
    SpecificationLine {
        label: label.into(),
        text: text.into(),
    }
}

fn sold(name: &str, quantity: &str, unit: &str, unit_price: &str, amount: &str) -> SaleLine {
    SaleLine {
        name: name.into(),
        quantity: quantity.into(),
        unit: unit.into(),
        unit_price: unit_price.into(),
        amount: amount.into(),
    }
}

/// 2,000 × 43.20 = 86,400.00; with 800.00 and 204.50 of services 87,404.50.
pub fn confirmation() -> SalePaperFacts {
    SalePaperFacts {
        title: SalePaperTitle::Confirmation,
        letterhead: letterhead("订单号", "OD-2026-A000317", ""),
        house_lines: vec![
            "深圳市龙岗区坂田街道五和大道 118 号".into(),
            "0755-8899 0011".into(),
        ],
        date: "2026-11-24".into(),
        valid_until: String::new(),
        customer: "深圳市彩源文化传播有限公司".into(),
        customer_address: "深圳市南山区科技园南路 18 号".into(),
        contact: "王䶮".into(),
        phone: "138 0013 8000".into(),
        customer_order_number: "CY-11-087".into(),
        sales_representative: "周敏".into(),
        sales_assistant: "林晓梅".into(),
        lines: vec![
            sold(
                "《岭南草木》精装画册 （客户料号 LN-2026-03）",
                "2,000",
                "册",
                "43.20",
                "86,400.00",
            ),
            sold("设计费 封面及扉页", "1", "项", "800.00", "800.00"),
            sold("运费", "1", "项", "204.50", "204.50"),
        ],
        total: "87,404.50 元（含税，税率 13%）".into(),
        total_in_capitals: "人民币捌万柒仟肆佰零肆元伍角".into(),
        specification: vec![
            line("成品尺寸", "210 × 285 mm，大16开"),
            line("装订", "精装(方脊)，书签带 红，堵头布 红白"),
            line("封面", "157 g/m² 铜版纸，4 P，单面，4+0 PANTONE 871 C"),
            line("内文", "157 g/m² 哑粉纸，120 P，双面，4+4"),
            line(
                "后加工",
                "封面 覆哑膜 正面 发外；封面 烫金 正面 60 × 30 金箔",
            ),
            line("包装", "收缩膜(塑封)，每箱 20"),
            line("数量说明", "备品 20，允许超欠 ± 3%"),
            line("质量要求", "公司标准"),
        ],
        delivery: "2026-12-08".into(),
        drops: vec![
            SaleDrop {
                date: "2026-12-04".into(),
                quantity: "500".into(),
                address: "深圳市南山区科技园北区朗山路 11 号，自送".into(),
                receiver: "王䶮 138 0013 8000".into(),
                freight: "我方".into(),
            },
            SaleDrop {
                date: "2026-12-08".into(),
                quantity: "1,500".into(),
                address: "自提".into(),
                ..SaleDrop::default()
            },
        ],
        payment_terms: "50% 下单前，50% 月结 30 天".into(),
        invoice_type: "增值税专用发票".into(),
        invoice: vec![
            line("抬头", "深圳市彩源文化传播有限公司"),
            line("税号", "91440300MA5EXAMPLE"),
            line("开户行及账号", "招商银行深圳科技园支行 7559 1234 5678 901"),
            line("地址电话", "深圳市南山区科技园南路 18 号 0755-8600 1234"),
        ],
        terms: vec![
            "请核对所列各项，签字盖章后回传；双方以此为准安排生产和交货。".into(),
            "单价、数量、交期及工艺的变更须双方书面同意，由此产生的费用和交期另行商定。".into(),
            "颜色以双方确认的样本为准。".into(),
        ],
    }
}

/// The offer for it: no PO yet, and a day until which it holds.
pub fn quote() -> SalePaperFacts {
    SalePaperFacts {
        title: SalePaperTitle::Quote,
        valid_until: "2026-12-09".into(),
        customer_order_number: String::new(),
        ..confirmation()
    }
}

/// A sample order: what it costs and how many is open.
pub fn open_sample() -> SalePaperFacts {
    SalePaperFacts {
        lines: vec![sold("彩盒打样", "待定", "个", "待定", "待定")],
        total: "待定".into(),
        total_in_capitals: String::new(),
        specification: vec![line("成品尺寸", "120 × 80 mm")],
        drops: Vec::new(),
        invoice_type: String::new(),
        invoice: Vec::new(),
        house_lines: Vec::new(),
        ..quote()
    }
}

/// Thirty services and thirty components, with names as long as they come.
pub fn long() -> SalePaperFacts {
    let name = "深圳市前海岭南草木文化艺术创意产业发展（集团）股份有限公司华南区出版事业部";
    let mut facts = confirmation();
    facts.customer = name.into();
    facts.lines = (1..=30)
        .map(|number| {
            let name = format!("{name}年度宣传物料第 {number} 项（含设计、排版、打样及加急）");
            sold(&name, "1,234,567", "册", "12,345.6789", "98,765,432.10")
        })
        .collect();
    facts.specification = (1..=30)
        .map(|number| {
            let label = format!("插页 {number}");
            line(&label, "157 g/m² 哑粉纸 金东太空梭 FSC Mix，8 P，210 × 285 mm，双面，4+4 PANTONE 871 C，专金 水性光油，正反过油，位置见样本")
        })
        .collect();
    facts
}
