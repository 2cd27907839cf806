//! The book of the tour: a case-bound picture book of four components, in the
//! words a task sheet carries. Its sums are done by hand here.
//!
//! 2,000 copies + 20 spares + 5 file copies = 2,025 印制数量.
//! 内文 120 P, 单面 8 P, 正反印: 7 full forms × 2,025 + one part form of
//! ceil(2,025 × 8 / 16) = 1,013 → 14,175 + 1,013 = 15,188; 放损 5 %:
//! 7 × ceil(101.25) = 7 × 102 + max(50, ceil(50.65)) = 714 + 51 = 765;
//! 总 15,953; 2 开 → 7,977 张; 15.954 令. Plates 7 × 8 + 4 = 60; 7 × 2 + 1 = 15 付.

use std::sync::Arc;

use chrono::{TimeZone as _, Utc};
use docket_core::documents::forms::change_notice::*;
use docket_core::documents::forms::free_proof_sheet::*;
use docket_core::documents::forms::hand_over_slip::*;
use docket_core::documents::forms::marked_copy::Ink;
use docket_core::documents::forms::preflight_record::*;
use docket_core::documents::forms::record_sheet::*;
use docket_core::documents::forms::review_form::*;
use docket_core::documents::forms::sample_label::*;
use docket_core::documents::forms::task_sheet::*;
use docket_core::documents::forms::{Signature, Value};
use docket_core::documents::{GreyPicture, Letterhead, Mark, StampBlock, StampWords};

fn signed(name: &str, at: &str) -> Signature {
    Signature {
        name: name.into(),
        at: at.into(),
        recorded: false,
        medium: String::new(),
    }
}

pub fn letterhead(label: &str, number: &str, beside: &str) -> Letterhead {
    Letterhead {
        house: "岭南彩印（深圳）有限公司".into(),
        number_label: label.into(),
        number: number.into(),
        beside_page: beside.into(),
        marks: Vec::new(),
        made_at: Utc.with_ymd_and_hms(2026, 11, 23, 3, 2, 0).unwrap(),
    }
}

pub fn stamps() -> Vec<StampBlock> {
    vec![
        StampBlock {
            customer: "深圳市彩源文化传播有限公司".into(),
            product: "《岭南草木》精装画册".into(),
            order_number: "OD-2026-A000317".into(),
            sample_number: "Y-2026-A0912".into(),
            sample_type: "内容样（数码样 第 2 轮）".into(),
            source: "内部打印（数码样）".into(),
            positions: String::new(),
            signer: "客户 王䶮".into(),
            recorded: true,
            medium: "微信".into(),
            date: "2026-11-23".into(),
            valid_until: "2027-05-23".into(),
            words: StampWords::default(),
            void: String::new(),
            void_by: String::new(),
        },
        StampBlock {
            customer: "深圳市彩源文化传播有限公司".into(),
            product: "《岭南草木》精装画册".into(),
            order_number: "OD-2026-A000317".into(),
            sample_number: "Y-2026-A0915".into(),
            sample_type: "颜色样".into(),
            source: "客户提供".into(),
            positions: String::new(),
            signer: "周敏".into(),
            recorded: false,
            medium: String::new(),
            date: "2026-11-23".into(),
            valid_until: String::new(),
            words: StampWords::default(),
            void: String::new(),
            void_by: String::new(),
        },
    ]
}

fn form(
    count: &str,
    pages: &str,
    style: &str,
    good: &str,
    spoilage: &str,
    plates: &str,
) -> SheetForm {
    SheetForm {
        count: count.into(),
        pages: pages.into(),
        work_style: style.into(),
        good_sheets: good.into(),
        spoilage: spoilage.into(),
        plates: plates.into(),
    }
}

/// 内文: the component every field of which is filled.
pub fn text_block() -> SheetComponent {
    SheetComponent {
        name: "内文".into(),
        pages: "120 P".into(),
        sides: "双面".into(),
        pieces: "1".into(),
        plate_state: "新版".into(),
        finished_size: "210 × 285 mm".into(),
        bleed: "3 mm".into(),
        paper: "157 g/m² 哑粉纸".into(),
        brand: "金东太空梭".into(),
        parent_sheet: "正度 787×1092".into(),
        cuts: "2 开".into(),
        press_sheet: "540×740 mm".into(),
        grain: "长丝".into(),
        fsc: "FSC Mix".into(),
        stock_source: "本厂".into(),
        colours: "4+4".into(),
        spots: "无".into(),
        coating: "水油（正反）".into(),
        colour_reference: "数码样".into(),
        work_style: "正反印".into(),
        number_up: "1".into(),
        pages_per_side: "8".into(),
        press: "对开四色".into(),
        gripper: "10 mm".into(),
        form_count: "8".into(),
        forms: vec![
            form("7", "16 P", "正反印", "2,025 张", "102 张", "8 张"),
            form("1", "8 P", "自翻", "1,013 张", "51 张", "4 张"),
        ],
        plates: "15 付 / 60 张".into(),
        spoilage_percent: "5 %".into(),
        spoilage_sheets: "765 张".into(),
        good_sheets: "15,188".into(),
        total_sheets: "15,953".into(),
        parent_sheets: "7,977 张".into(),
        reams: "15.954 令".into(),
        ..SheetComponent::default()
    }
}

fn cover() -> SheetComponent {
    // 2,025 / 1 up = 2,025; 5 % → ceil(101.25) = 102; 2,127; 2 开 → 1,064 张; 2.128 令. 4 + 1 spot = 5 plates.
    SheetComponent {
        name: "封面".into(),
        pages: "4 P".into(),
        sides: "单面".into(),
        finished_size: "466 × 325 mm".into(),
        paper: "157 g/m² 铜版纸".into(),
        colours: "4+0".into(),
        spots: "正 PANTONE 871 C".into(),
        coating: "无".into(),
        work_style: "单面印".into(),
        pages_per_side: "4".into(),
        form_count: "1".into(),
        forms: Vec::new(),
        plates: "1 付 / 5 张".into(),
        spoilage_sheets: "102 张".into(),
        good_sheets: "2,025".into(),
        total_sheets: "2,127".into(),
        parent_sheets: "1,064 张".into(),
        reams: "2.128 令".into(),
        ..text_block()
    }
}

fn board() -> SheetComponent {
    SheetComponent {
        name: "灰板".into(),
        pieces: "2".into(),
        finished_size: "206 × 291 mm".into(),
        paper: "2,500 µm 灰板".into(),
        parent_sheet: "正度 787×1092".into(),
        cuts: "8 开".into(),
        grain: "长丝".into(),
        fsc: "无".into(),
        stock_source: "本厂".into(),
        colours: "0+0".into(),
        work_style: "不印刷".into(),
        spoilage_percent: "0 %".into(),
        spoilage_sheets: "0 张".into(),
        good_sheets: "4,050".into(),
        total_sheets: "4,050".into(),
        parent_sheets: "507 张".into(),
        reams: "1.014 令".into(),
        ..SheetComponent::default()
    }
}

fn endpapers() -> SheetComponent {
    SheetComponent {
        name: "环衬".into(),
        pages: "8 P".into(),
        paper: "140 g/m² 特种纸".into(),
        stock_source: "客来纸".into(),
        pieces: "2".into(),
        ..board()
    }
}

/// The book as first issued: V1, nothing changed.
pub fn task_sheet() -> TaskSheetFacts {
    TaskSheetFacts {
        letterhead: letterhead("任务书号", "RW-2026-A000456 · V1", "订单 OD-2026-A000317"),
        order: SheetOrder {
            customer: "深圳市彩源文化传播有限公司（C-0031）".into(),
            customer_address: "深圳市南山区科技园北区朗山路 11 号 3 栋 402".into(),
            contact: "王䶮 138 0013 8000".into(),
            customer_order_number: "CY-11-087".into(),
            customer_part_number: "LN-2026-01".into(),
            order_number: "OD-2026-A000317".into(),
            kind: "OD 客户订单".into(),
            sheet_type: "正常".into(),
            sales_representative: "周敏".into(),
            sales_assistant: "林晓梅".into(),
            ordered_on: "2026-11-20".into(),
            issued_at: "2026-11-23 11:02".into(),
            sample_due: "2026-11-22".into(),
            requested_delivery: "2026-12-08".into(),
            confirmed_delivery: "2026-12-08".into(),
            payment_terms: "预付 50 %，余款发货前".into(),
            review: "PS-2026-A0098：有条件接单（精装画册、超 5 万）。条件：首件品质签样后开机。"
                .into(),
            quality: "公司标准；色差 ΔE ≤ 3（评审条目 2）；套印 ≤ 0.1 mm。".into(),
        },
        product: SheetProduct {
            name: "《岭南草木》精装画册".into(),
            kind: "画册".into(),
            finished_size: "210 × 285 × 14 mm".into(),
            flat_size: "420 × 285 mm".into(),
            format: "大16开".into(),
            total_pages: "132 P".into(),
            reading_direction: "左翻(横排)".into(),
            binding: "精装（方脊），锁线".into(),
            spine: "9.4 mm".into(),
            quantity: "2,000 册".into(),
            spares: "20 册".into(),
            file_copies: "5 册".into(),
            print_quantity: "2,025 册".into(),
            tolerance: "0".into(),
            ..SheetProduct::default()
        },
        components: vec![cover(), board(), endpapers(), text_block()],
        steps: vec![
            step("覆哑膜", "封面", "正面，满版", "哑膜 1.2 丝", "厂内"),
            step("锁线", "内文", "8 贴", "—", "厂内"),
            step("精装", "全书", "方脊，红色堵头布，书签带 1 条", "—", "厂内"),
        ],
        packing: SheetPacking {
            packing: "收缩膜单本，纸箱".into(),
            per_pack: "1 册".into(),
            per_carton: "20 册".into(),
            shipping_mark: "见客户附件，双面贴".into(),
        },
        drops: vec![
            drop(
                "2026-12-04",
                "500 册",
                "深圳市南山区科技园北区朗山路 11 号",
                "王䶮 138 0013 8000",
                "自送",
            ),
            drop(
                "2026-12-08",
                "1,500 册",
                "本厂",
                "李工 0755-2655 0101",
                "自提",
            ),
        ],
        samples: stamps(),
        first_page: SheetFirstPage::default(),
        comparison: Vec::new(),
        places: PlacesTaken::default(),
        changes: Vec::new(),
        signatures: SheetSignatures {
            issued: signed("林晓梅", "11-23 11:02"),
            checked: signed("周敏", "11-23 11:20"),
            ..SheetSignatures::default()
        },
    }
}

pub fn step(name: &str, component: &str, requirement: &str, tool: &str, place: &str) -> SheetStep {
    SheetStep {
        name: name.into(),
        component: component.into(),
        requirement: requirement.into(),
        tool: tool.into(),
        place: place.into(),
    }
}

fn drop(date: &str, quantity: &str, address: &str, contact: &str, transport: &str) -> SheetDrop {
    SheetDrop {
        date: date.into(),
        quantity: quantity.into(),
        address: address.into(),
        contact: contact.into(),
        transport: transport.into(),
    }
}

/// The book after its first signed change: 改1.
pub fn amended() -> TaskSheetFacts {
    let mut facts = task_sheet();
    facts.letterhead.number = "RW-2026-A000456 · V1·改1".into();
    let text = facts.components.last_mut().unwrap();
    text.paper = Value::changed("157 g/m² 铜版纸", "157 g/m² 哑粉纸", "①");
    facts.product.spine = Value::reckoned_again("9.9 mm", "①");
    facts.changes = vec![SheetChange {
        mark: "①".into(),
        place: "内文 · 物料名称".into(),
        old: "铜版纸".into(),
        new: "哑粉纸".into(),
        reason: "客户改样".into(),
        signature: signed("林晓梅", "11-24 10:12"),
        approval: "财务 何静 11-24 10:20".into(),
    }];
    facts
}

/// One component, one step: a sheet of one page.
pub fn small() -> TaskSheetFacts {
    let mut facts = task_sheet();
    facts.components.truncate(1);
    facts.steps.truncate(1);
    facts.drops.truncate(1);
    facts.samples.truncate(1);
    facts
}

/// Twelve components and forty steps, rush, on the practice desk.
pub fn large() -> TaskSheetFacts {
    let mut facts = task_sheet();
    facts.letterhead.marks = vec![Mark::Rush, Mark::Practice];
    facts.components = (1..=12)
        .map(|number| SheetComponent {
            name: format!("插页 {number}").into(),
            ..text_block()
        })
        .collect();
    facts.steps = (1..=40)
        .map(|number| {
            step(
                &format!("工序 {number}"),
                "封面",
                "位置见样本，85 × 20 mm",
                "新版 T-118，金 220",
                "发外",
            )
        })
        .collect();
    facts
}

pub fn labels(paper: LabelPaper) -> SampleLabelFacts {
    SampleLabelFacts {
        stamps: stamps(),
        paper,
        marks: Vec::new(),
        made_at: letterhead("", "", "").made_at,
    }
}

pub fn record_sheet() -> RecordSheetFacts {
    RecordSheetFacts {
        letterhead: letterhead("订单号", "OD-2026-A000317", ""),
        kind: "OD 客户订单".into(),
        channel: "口头：电话".into(),
        received_at: "2026-11-20 09:41".into(),
        received_by: "林晓梅".into(),
        customer: "深圳市彩源文化传播有限公司（C-0031）".into(),
        contact: "王䶮".into(),
        phone: "138 0013 8000".into(),
        customer_order_number: "CY-11-087".into(),
        sales_representative: "周敏".into(),
        product: "《岭南草木》精装画册".into(),
        product_kind: "画册".into(),
        finished_size: "210 × 285 mm".into(),
        binding: "精装（方脊），锁线".into(),
        quantity: "2,000 册".into(),
        spares: "20 册".into(),
        unit_price: "43.2000 元".into(),
        amount: "86,400.00 元".into(),
        services: String::new(),
        amount_in_capitals: "人民币捌万陆仟肆佰元整".into(),
        tax_rate: "13%".into(),
        invoice_type: "增值税专用发票".into(),
        payment_terms: "预付 50 %，余款发货前".into(),
        requested_delivery: "2026-12-08".into(),
        confirmed_delivery: String::new(),
        components: vec![
            recorded("封面", "4", "157 g/m² 铜版纸", "4+0，PANTONE 871 C", "覆哑膜"),
            recorded("灰板", "", "2,500 µm 灰板", "0+0", ""),
            recorded("环衬", "8", "140 g/m² 特种纸（客来纸）", "0+0", ""),
            recorded("内文", "120", "157 g/m² 哑粉纸", "4+4", "锁线"),
        ],
        drops: vec![
            RecordedDrop {
                date: "2026-12-04".into(),
                quantity: "500 册".into(),
                address: "深圳市南山区科技园北区朗山路 11 号".into(),
                contact: "王䶮 138 0013 8000".into(),
            },
            RecordedDrop { date: "2026-12-08".into(), quantity: "1,500 册".into(), address: "自提".into(), contact: String::new() },
        ],
        material: "封面 157 g/m² 铜版纸；灰板 2,500 µm；环衬 140 g/m² 特种纸（客来纸）；内文 157 g/m² 哑粉纸".into(),
        size: "成品 210 × 285 mm".into(),
        quantities: "2,000 册，备品 20 册".into(),
        colours: "封面 4+0 加 PANTONE 871 C；内文 4+4".into(),
        process: "封面覆哑膜；锁线，精装方脊".into(),
        quality: "公司标准；色差 ΔE ≤ 3".into(),
        received: vec![
            ReceivedItem {
                kind: "文件".into(),
                name: "岭南草木_内文_终稿.pdf".into(),
                version: "PDF 1.6 / V1".into(),
                quantity: "1".into(),
                from: "王䶮 11-20 微信".into(),
            },
            ReceivedItem {
                kind: "颜色样".into(),
                name: "上一版成品书".into(),
                version: String::new(),
                quantity: "1".into(),
                from: "王䶮 11-20 快递".into(),
            },
        ],
        confirmation: RecordedConfirmation { hash: "b61e-04d7".into(), ..RecordedConfirmation::default() },
    }
}

fn recorded(
    name: &str,
    pages: &str,
    paper: &str,
    colours: &str,
    process: &str,
) -> RecordedComponent {
    RecordedComponent {
        name: name.into(),
        pages: pages.into(),
        paper: paper.into(),
        colours: colours.into(),
        process: process.into(),
    }
}

pub fn review_form() -> ReviewFormFacts {
    let opinion = |department: &str,
                   subject: &str,
                   words: &str,
                   verdict: &str,
                   conditions: &str,
                   signature| ReviewOpinion {
        department: department.into(),
        subject: subject.into(),
        opinion: words.into(),
        verdict: verdict.into(),
        conditions: conditions.into(),
        signature,
    };
    ReviewFormFacts {
        letterhead: letterhead("评审表号", "PS-2026-A0098", "订单 OD-2026-A000317"),
        order_number: "OD-2026-A000317".into(),
        customer: "深圳市彩源文化传播有限公司".into(),
        product: "《岭南草木》精装画册".into(),
        quantity: "2,000 册".into(),
        amount: "86,400.00 元".into(),
        delivery: "2026-12-08".into(),
        sales_assistant: "林晓梅".into(),
        date: "2026-11-21".into(),
        nature: "非常规：重新技术设计".to_owned(),
        triggers: vec![
            "C 精装画册".into(),
            "D 单次金额超过 5 万（86,400.00 元）".into(),
        ],
        specification: vec![
            SpecificationLine {
                label: "成品尺寸".into(),
                text: "210 × 285 mm，132 P，精装（方脊），锁线".into(),
            },
            SpecificationLine {
                label: "封面".into(),
                text: "157 g/m² 铜版纸，4+0 加 PANTONE 871 C，覆哑膜".into(),
            },
            SpecificationLine {
                label: "内文".into(),
                text: "157 g/m² 哑粉纸，4+4，120 P".into(),
            },
        ],
        opinions: vec![
            opinion(
                "生产",
                "产能、设备、交期",
                "12-08 前可完成，锁线排 12-01。",
                "可行",
                "",
                signed("陈志强", "11-21 15:10"),
            ),
            opinion(
                "品质",
                "检验、标准、可达性",
                "大面积深绿，须控制墨色；首件签样。",
                "有条件",
                "首件品质签样后开机",
                Signature {
                    recorded: true,
                    medium: "微信".into(),
                    ..signed("吴月娥", "11-21 16:02")
                },
            ),
        ],
        route: ["印刷", "覆哑膜", "折页", "锁线", "精装", "包装"]
            .map(Into::into)
            .to_vec(),
        points: vec![ReviewPoint {
            item: "书签带颜色与堵头布是否同色（红）？".into(),
            asked: "11-21 16:30".into(),
            answer: "同色。".into(),
            answered_by: "王䶮 11-21 17:05".into(),
        }],
        conclusion: "有条件接单".into(),
        conclusion_note: "首件品质签样后开机。".into(),
        approved: signed("周敏", "11-21 17:20"),
    }
}

/// Everything far too long: what a desk gets when somebody pastes a mail into
/// a field.
pub fn absurd() -> TaskSheetFacts {
    let mut facts = amended();
    facts.letterhead.house = "岭南彩印（深圳）有限公司".repeat(5);
    facts.letterhead.number = "RW-2026-A000456-南山分厂 · V12·改3".into();
    facts.letterhead.beside_page = "订单 OD-2026-A000317-南山分厂-翻单".into();
    facts.letterhead.marks = vec![Mark::Rush, Mark::FreeProof, Mark::Void, Mark::Practice];
    facts.order.customer = "深圳市彩源文化传播有限公司，".repeat(20).into();
    facts.product.name = "A".repeat(300).into();
    facts.product.quantity = "999,999,999,999 册".into();
    for component in &mut facts.components {
        component.name = "封面与护封连同腰封一起印刷的部件".into();
        component.spots = Value::changed(
            "PANTONE 871 C",
            "PANTONE Warm Red C、专金、专银、客户色样",
            "②",
        );
        component.pages = Value::changed("120 P", "128 P", "③");
        component.gripper = "12.5 mm".into();
        component.total_sheets = Value::reckoned_again("1,234,567", "③");
        component.plates = Value::reckoned_again("150 付 / 600 张", "③");
        component.parent_sheets = Value::changed("617,284 张", "617,300 张", "③");
        component.reams = Value::changed("1,234.568 令", "1,234.6 令", "③");
    }
    for step in &mut facts.steps {
        step.tool = Value::changed("旧版 T-118", "新版 T-220，金 220", "②");
    }
    for stamp in &mut facts.samples {
        stamp.customer = "深圳市彩源文化传播有限公司南山分公司".repeat(3);
        stamp.signer = "客户 欧阳䶮䶮".into();
    }
    let change = facts.changes.remove(0);
    facts.changes = ["①", "②", "③", "③"]
        .map(|mark| SheetChange {
            mark: mark.into(),
            reason: "客户来电改样，业务员同意，纸张库存不足，改用哑粉纸".into(),
            approval: "业务总监 欧阳䶮䶮 11-24 10:20；客户同意 王䶮 电话 11-24 10:05（代录）"
                .into(),
            ..change.clone()
        })
        .to_vec();
    facts.signatures.process = Signature {
        recorded: true,
        ..signed("欧阳䶮䶮", "11-24 10:12")
    };
    facts
}

/// A cover with faults that were settled, and a text block somebody looked at by hand.
pub fn preflight_record() -> PreflightRecordFacts {
    let line = |level: &str, pages: &str, what: &str, settled: &str| RecordedLine {
        level: level.into(),
        pages: pages.into(),
        what: what.into(),
        settled: settled.into(),
    };
    PreflightRecordFacts {
        letterhead: letterhead("订单号", "OD-2026-A000317", ""),
        customer: "深圳市彩源文化传播有限公司".into(),
        product: "《岭南草木》精装画册".into(),
        sales_assistant: "林晓梅".into(),
        made: "2026-11-24 10:05".into(),
        verdict: "1 项错误待处理".into(),
        files: vec![
            RecordedFile {
                component: "封面".into(),
                name: "岭南草木 封面 客户在微信群里发来的最新确认版本 FINAL_v7(2).pdf".into(),
                version: "第 2 版".into(),
                format: "PDF 1.6，PDF/X-4，4 页".into(),
                hash: "0123456789abcdef".into(),
                checked: "程序 2026-11-24 09:12 检查（林晓梅 当班）".into(),
                items:
                    "尺寸 通过　出血 通过　颜色 错误　图片 通过　字体 错误　工艺 通过　其他 通过"
                        .into(),
                lines: vec![
                    line(
                        "错误",
                        "第 1 页",
                        "用了套版色，四色都会印满，请改成单黑或所要的颜色。",
                        "客户确认照印：样书就这样（王琳 2026-11-24 09:37，林晓梅 记）",
                    ),
                    line(
                        "错误",
                        "第 3–5、17 页",
                        "字体没有嵌入：SimSun、方正兰亭黑，请嵌入或转曲后重新导出。",
                        "待处理",
                    ),
                    line("提示", "第 2 页", "有透明效果，能正常输出。", "不用处理"),
                ],
            },
            RecordedFile {
                component: "内文".into(),
                name: "内文.cdr".into(),
                version: "第 1 版".into(),
                format: "CDR，120 页".into(),
                hash: "fedcba9876543210".into(),
                checked: "周敏 2026-11-24 09:50 人工检查".into(),
                items:
                    "尺寸 通过　出血 通过　颜色 通过　图片 通过　字体 通过　工艺 不涉及　其他 通过"
                        .into(),
                lines: Vec::new(),
            },
        ],
    }
}

/// The book with the first page of its cover, a foil and an embossing on it, and a die on page 3 of another file.
pub fn positioned() -> TaskSheetFacts {
    let position =
        |process: &str, words: &str, on: &str, corners: &[(i64, i64)], ink| SheetPosition {
            process: process.into(),
            words: words.into(),
            on: on.into(),
            corners: corners.to_vec(),
            ink,
        };
    // Darker towards the lower right corner, with a light field where the foil goes.
    let grey = (0..291_u32).flat_map(|y| {
        (0..216_u32).map(move |x| {
            let field = (62..150).contains(&x) && (40..64).contains(&y);
            if field {
                250
            } else {
                u8::try_from(200 - (x + y) / 4).unwrap_or(0)
            }
        })
    });
    TaskSheetFacts {
        first_page: SheetFirstPage {
            caption: "岭南草木 封面.pdf 第 1 页（仅供辨认，颜色不作准）".into(),
            sha256: "0f".repeat(32),
            size: (2160, 2910),
            trim: (30, 30),
            picture: GreyPicture::of(216, 291, grey.collect()).map(Arc::new),
            positions: vec![
                position(
                    "封面 烫金",
                    "书名 85 × 20 mm，左 62.5 上 40 · 金箔 T-12",
                    "岭南草木 封面.pdf 第 1 页",
                    &[(625, 400), (1475, 400), (1475, 600), (625, 600)],
                    Ink::Gold,
                ),
                position(
                    "封面 击凸",
                    "木棉 60 × 70 mm，左 75 上 120",
                    "岭南草木 封面.pdf 第 1 页",
                    &[(750, 1900), (1350, 1900), (1050, 1200)],
                    Ink::Green,
                ),
                position(
                    "书套 模切",
                    "开窗 80 × 80 mm，左 65 上 100 · 刀 D-88",
                    "书套.pdf 第 3 页",
                    &[],
                    Ink::Magenta,
                ),
            ],
        },
        ..task_sheet()
    }
}

pub fn hand_over_slip() -> HandOverSlipFacts {
    HandOverSlipFacts {
        letterhead: letterhead("订单号", "OD-2026-A000317", ""),
        customer: "深圳市彩源文化传播有限公司".into(),
        product: "《岭南草木》精装画册".into(),
        to: "印前/工艺".into(),
        content: "生产任务书 RW-2026-A000456 · V1；喷墨稿（第 1 轮，Y-2026-A0912，周敏 签）".into(),
        sheet: "RW-2026-A000456 · V1".into(),
        proof: Some(SlipProof {
            what: "喷墨稿 第 1 轮".into(),
            sample: "Y-2026-A0912".into(),
            reason: "客户在外地".into(),
            through_rip: "否".into(),
            signature: signed("周敏", "2026-11-23 11:20"),
            files: vec![
                SlipFile {
                    name: "岭南草木_内文_终稿.pdf".into(),
                    version: "V2".into(),
                    sha256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                        .into(),
                },
                SlipFile {
                    name: "岭南草木_封面.pdf".into(),
                    version: "V1".into(),
                    sha256: "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"
                        .into(),
                },
            ],
        }),
        samples: vec![SlipSample {
            number: "Y-2026-A0912".into(),
            what: "内容样".into(),
            source: "内部打印（喷墨稿）".into(),
            stamped: "周敏 2026-11-23".into(),
        }],
        handed: signed("林晓梅", "2026-11-23 11:40"),
        received: Signature::default(),
    }
}

pub fn free_proof() -> FreeProofSheetFacts {
    let mut letterhead = letterhead("免费打样单号", "MD-2026-A0001", "订单 OD-2026-A000317");
    letterhead.marks = vec![Mark::FreeProof];
    FreeProofSheetFacts {
        letterhead,
        order_number: "OD-2026-A000317".into(),
        customer: "深圳市彩源文化传播有限公司".into(),
        product: "《岭南草木》精装画册".into(),
        medium: "喷墨稿".into(),
        content: "封面、内文各一套".into(),
        quantity: "2 份".into(),
        reason: "客户在外地，打样寄看".into(),
        requested: signed("林晓梅", "2026-11-23 09:20"),
        approved: signed("赵强", "2026-11-23 09:40"),
    }
}

/// A change within its version: two places, a figure reckoned again, four copies in use.
pub fn change_notice() -> ChangeNoticeFacts {
    let place = |place: &str, old: &str, new: &str| NoticePlace {
        place: place.into(),
        old: old.into(),
        new: new.into(),
    };
    let copy = |state: &str, print: &str, holder: &str, code: &str| NoticeCopy {
        state: state.into(),
        print: print.into(),
        holder: holder.into(),
        code: code.into(),
    };
    let mut letterhead = letterhead(
        "通知单号",
        "GG-2026-A0007",
        "订单 OD-2026-A000317 · 2026-11-24 10:12",
    );
    letterhead.marks = vec![Mark::Rush];
    ChangeNoticeFacts {
        letterhead,
        sheet: "RW-2026-A000456 · V1·改2".into(),
        before: "RW-2026-A000456 · V1·改1".into(),
        customer: "深圳市彩源文化传播有限公司".into(),
        product: "《岭南草木》精装画册".into(),
        since: "2026-11-24 10:12".into(),
        mark: "②".into(),
        void: String::new(),
        reason: "客户减页：删去附录两章".into(),
        asked: signed("林晓梅", "11-24 09:40"),
        signed: signed("林晓梅", "11-24 09:40"),
        approval: "财务 钱芳 11-24 10:12；客户 王琳 同意（微信 11-24 09:30）；损失 500.00 元，客户承担，随货款收".into(),
        places: vec![
            place("内文·P数", "120", "112"),
            place("内文·物料名称", "哑粉纸", "双胶纸"),
        ],
        reckoned: vec![
            place("内文·贴数", "15", "14"),
            place("书脊", "9.4 mm", "8.8 mm"),
        ],
        copies: vec![
            copy("V1", "第 1 次", "印前联", "7F3A-91C2"),
            copy("V1·改1", "第 1 次", "生产联", "0B6D-44E1"),
            copy("V1·改1", "第 2 次", "品质联", "C903-1A7F"),
            copy("V1·改1", "第 3 次", "仓库联", "55AE-D210"),
        ],
    }
}

/// The change that was one too many: everything is called back.
pub fn version_notice() -> ChangeNoticeFacts {
    ChangeNoticeFacts {
        sheet: "RW-2026-A000456 · V2".into(),
        before: "RW-2026-A000456 · V1·改2".into(),
        mark: String::new(),
        void: "V1".into(),
        reckoned: Vec::new(),
        ..change_notice()
    }
}
