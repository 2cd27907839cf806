//! The lists of the dictionary: finishing steps, delivery drops, payment instalments.

use super::ChangeClass::{Commercial, Cost};
use super::Group as G;
use super::Kind::{Choice, Date, Integer, Millimetres, Money, Percent, Preset, Quantity, Size};
use super::Required::{Always, ForMonthlyTerms};
use super::{Field, Level, Lines, choice};

const OF_STEP: Lines = Lines(Level::Finishing);
const OF_DROP: Lines = Lines(Level::Drop);
const OF_INSTALMENT: Lines = Lines(Level::Instalment);
const OF_SERVICE: Lines = Lines(Level::Service);

pub(super) const FINISHING: &[Field] = &[
    OF_STEP
        .field(G::Finishing, "component", "部件", "component")
        .kind(Preset)
        .read_back()
        .change(Cost),
    OF_STEP
        .field(G::Finishing, "process", "工艺", "process")
        .kind(Preset)
        .required(Always)
        .read_back()
        .change(Cost)
        .presets(&[
            "覆光膜",
            "覆哑膜",
            "触感膜",
            "防刮膜",
            "局部UV",
            "全面UV",
            "烫金",
            "烫银",
            "烫黑",
            "击凸",
            "压凹",
            "压纹",
            "过油",
            "模切",
            "压线",
            "打虚线",
            "打孔",
            "编号",
            "对折",
            "三折",
            "风琴折",
            "十字折",
            "折页",
            "锁线",
            "裱坑",
            "对裱",
            "裱板",
            "粘盒",
            "粘窗口",
            "粘胶",
            "切成品",
        ]),
    OF_STEP
        .field(G::Finishing, "face", "面", "face")
        .kind(Choice)
        .read_back()
        .change(Cost)
        .choices(&[
            choice("front", "正面", "front"),
            choice("back", "反面", "back"),
            choice("both", "双面", "both"),
        ]),
    OF_STEP
        .field(
            G::Finishing,
            "detail",
            "规格与位置",
            "particulars and position",
        )
        .read_back()
        .change(Cost),
    OF_STEP
        .field(G::Finishing, "tool", "刀版/烫版号", "tool no.")
        .change(Cost),
    OF_STEP
        .field(G::Finishing, "made_by", "加工", "made by")
        .kind(Choice)
        .change(Cost)
        .choices(&[
            choice("house", "本厂", "in-house"),
            choice("outwork", "发外", "outwork"),
        ]),
    OF_STEP
        .field(G::Finishing, "tool_state", "新旧版", "tool")
        .kind(Choice)
        .change(Cost)
        .choices(&[
            choice("new", "新版", "new tool"),
            choice("old", "旧版", "old tool"),
            choice("altered", "改版", "altered tool"),
        ]),
    OF_STEP
        .field(G::Finishing, "area", "面积", "area")
        .kind(Size)
        .unit("mm")
        .read_back()
        .change(Cost),
    OF_STEP
        .field(G::Finishing, "material", "材料", "material")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&["金箔", "银箔", "黑箔", "镭射箔", "亮膜", "哑膜", "触感膜"]),
    // What is asked of one process alone: how deep it is embossed, how many lines are creased, which texture is pressed.
    OF_STEP
        .field(G::Finishing, "depth", "深度", "depth")
        .kind(Millimetres)
        .unit("mm")
        .read_back()
        .change(Cost),
    OF_STEP
        .field(G::Finishing, "lines", "线数", "lines")
        .kind(Integer)
        .unit("条")
        .read_back()
        .change(Cost),
    OF_STEP
        .field(G::Finishing, "texture", "纹号", "texture no.")
        .read_back()
        .change(Cost),
    OF_STEP
        .field(G::Finishing, "number_range", "号码范围", "number range")
        .read_back()
        .change(Cost),
    OF_STEP
        .field(G::Finishing, "flute", "坑型", "flute")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&["A", "B", "C", "E", "F"]),
    OF_STEP
        .field(G::Finishing, "remark", "备注", "remark")
        .read_back(),
];

/// F7-02: 设计费, 打样费, 运费: amounts beside the product.
pub(super) const SERVICES: &[Field] = &[
    OF_SERVICE
        .field(G::Services, "name", "项目", "service")
        .kind(Preset)
        .required(Always)
        .read_back()
        .change(Commercial)
        .presets(&[
            "设计费",
            "打样费",
            "运费",
            "制版费",
            "刀版费",
            "排版费",
            "加急费",
        ]),
    OF_SERVICE
        .field(G::Services, "amount", "金额(含税)", "amount, VAT included")
        .kind(Money)
        .unit("元")
        .required(Always)
        .read_back()
        .change(Commercial),
    OF_SERVICE
        .field(G::Services, "remark", "说明", "remark")
        .read_back(),
];

pub(super) const DROPS: &[Field] = &[
    OF_DROP
        .field(G::Drops, "date", "交货日期", "delivery date")
        .kind(Date)
        .required(Always)
        .read_back()
        .change(Commercial),
    OF_DROP
        .field(G::Drops, "quantity", "交货数量", "delivery quantity")
        .kind(Quantity)
        .required(Always)
        .read_back()
        .change(Commercial),
    OF_DROP
        .field(G::Drops, "address", "交货地址", "delivery address")
        .required(Always)
        .read_back(),
    OF_DROP
        .field(G::Drops, "contact", "收货人", "receiver")
        .read_back(),
    OF_DROP
        .field(G::Drops, "phone", "收货电话", "receiver's phone")
        .read_back(),
    OF_DROP
        .field(G::Drops, "transport", "运输方式", "mode of transport")
        .kind(Preset)
        .read_back()
        .presets(&["自送", "自提", "快递", "物流"]),
    OF_DROP
        .field(G::Drops, "carrier", "承运", "carrier")
        .read_back(),
    OF_DROP
        .field(G::Drops, "freight_payer", "运费承担", "freight payer")
        .kind(Choice)
        .read_back()
        .change(Commercial)
        .choices(&[
            choice("house", "我方", "the house"),
            choice("customer", "客户", "the customer"),
        ]),
];

pub(super) const INSTALMENTS: &[Field] = &[
    OF_INSTALMENT
        .field(G::Payment, "percent", "比例", "share")
        .kind(Percent)
        .required(Always)
        .read_back()
        .change(Commercial),
    OF_INSTALMENT
        .field(G::Payment, "due", "付款时点", "due")
        .kind(Choice)
        .required(Always)
        .read_back()
        .change(Commercial)
        .choices(&[
            choice("before_order", "下单前", "before the order starts"),
            choice("before_shipping", "发货前", "before shipping"),
            choice("on_delivery", "交货时", "on delivery"),
            choice("monthly", "月结", "monthly account"),
        ]),
    OF_INSTALMENT
        .field(G::Payment, "days", "账期", "days")
        .kind(Integer)
        .unit("天")
        .required(ForMonthlyTerms)
        .read_back()
        .change(Commercial)
        .presets(&["30", "60", "90"]),
];
