//! Part B of the dictionary, with the packing of part D: what is being made.

use super::ChangeClass::{Commercial, Cost, Quality};
use super::Group as G;
use super::Kind::{Choice, Integer, Millimetres, Percent, Preset, Quantity, Size};
use super::Required::Always;
use super::{Field, Level, Lines, choice};

const OF_PRODUCT: Lines = Lines(Level::Product);

pub(super) const FIELDS: &[Field] = &[
    OF_PRODUCT
        .field(G::Product, "name", "产品名称", "product name")
        .required(Always)
        .read_back(),
    OF_PRODUCT
        .field(G::Product, "type", "产品类型", "product type")
        .kind(Preset)
        .required(Always)
        .read_back()
        .presets(&[
            "画册",
            "书刊",
            "折页",
            "单张",
            "海报",
            "名片",
            "信封",
            "信纸",
            "笔记本",
            "台历",
            "挂历",
            "彩盒",
            "手提袋",
            "不干胶标签",
            "吊牌",
            "联单",
            "说明书",
        ]),
    OF_PRODUCT
        .field(G::Product, "size", "成品尺寸", "trim size")
        .kind(Size)
        .unit("mm")
        .required(Always)
        .read_back()
        .change(Cost)
        .presets(&[
            "210 × 285",
            "185 × 260",
            "140 × 210",
            "130 × 184",
            "285 × 420",
            "260 × 370",
            "280 × 280",
        ]),
    OF_PRODUCT
        .field(G::Product, "depth", "厚/侧宽", "depth")
        .kind(Millimetres)
        .unit("mm")
        .read_back()
        .change(Cost),
    OF_PRODUCT
        .field(G::Product, "book_format", "开本", "format")
        .kind(Preset)
        .read_back()
        .presets(&[
            "大16开", "正16开", "大32开", "正32开", "大8开", "正8开", "大12开",
        ]),
    OF_PRODUCT
        .field(G::Product, "flat_size", "展开尺寸", "flat size")
        .kind(Size)
        .unit("mm")
        .read_back()
        .change(Cost),
    OF_PRODUCT
        .field(G::Product, "quantity", "订单数量", "ordered quantity")
        .kind(Quantity)
        .required(Always)
        .read_back()
        .change(Commercial),
    OF_PRODUCT
        .field(G::Product, "unit", "单位", "unit")
        .kind(Preset)
        .read_back()
        .change(Commercial)
        .presets(&["本", "册", "张", "个", "套"]),
    OF_PRODUCT
        .field(G::Product, "spares", "备品数量", "spare copies")
        .kind(Quantity)
        .read_back()
        .change(Commercial),
    OF_PRODUCT
        .field(G::Product, "file_copies", "样书数量", "file copies")
        .kind(Quantity)
        .change(Cost),
    OF_PRODUCT
        .field(G::Product, "tolerance", "允许超欠", "over/under tolerance")
        .kind(Percent)
        .read_back()
        .change(Commercial),
    OF_PRODUCT
        .field(G::Product, "part_no", "客户料号", "customer part no.")
        .read_back(),
    OF_PRODUCT
        .field(
            G::Product,
            "colour_reference",
            "色样依据",
            "colour reference",
        )
        .kind(Preset)
        .read_back()
        .change(Quality)
        .presets(&["客户色样", "数码样", "留样", "标准色"]),
    OF_PRODUCT
        .field(G::Binding, "binding", "装订", "binding")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&[
            "骑马订",
            "无线胶装",
            "锁线胶装",
            "精装(方脊)",
            "精装(圆脊)",
            "平订",
            "YO圈",
            "双线圈",
            "胶圈",
            "活页",
            "线装",
            "蝴蝶对裱装",
            "胶头",
            "裸脊锁线",
            "散页",
        ]),
    OF_PRODUCT
        .field(
            G::Binding,
            "binding_detail",
            "装订要求",
            "binding particulars",
        )
        .read_back()
        .change(Cost),
    OF_PRODUCT
        .field(G::Binding, "spine_side", "订口", "spine side")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&["左订口", "右订口", "上订口"]),
    OF_PRODUCT
        .field(G::Binding, "spine", "书脊厚度", "spine width")
        .kind(Millimetres)
        .unit("mm")
        .change(Cost),
    OF_PRODUCT
        .field(G::Binding, "flap", "勒口", "flap width")
        .kind(Millimetres)
        .unit("mm")
        .read_back()
        .change(Cost),
    OF_PRODUCT
        .field(G::Binding, "ribbon", "书签带", "ribbon")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&["红", "金黄", "深蓝", "白", "黑"]),
    OF_PRODUCT
        .field(G::Binding, "headband", "堵头布", "headband")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&["白", "红白", "黑白", "金黄"]),
    OF_PRODUCT
        .field(G::Binding, "ring_colour", "圈色", "ring colour")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&["白", "黑", "银", "金"]),
    OF_PRODUCT
        .field(G::Binding, "ring_diameter", "圈径", "ring diameter")
        .kind(Millimetres)
        .unit("mm")
        .read_back()
        .change(Cost),
    OF_PRODUCT
        .field(G::Binding, "reading_direction", "翻向", "reading direction")
        .kind(Choice)
        .read_back()
        .change(Cost)
        .choices(&[
            choice("left", "左翻(横排)", "opens left, horizontal text"),
            choice("right", "右翻(竖排)", "opens right, vertical text"),
        ]),
    OF_PRODUCT
        .field(G::Packing, "packing", "包装方式", "packing")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&["牛皮纸包", "收缩膜", "纸箱", "收缩膜单本 + 纸箱", "卡板"]),
    OF_PRODUCT
        .field(G::Packing, "per_pack", "每包数", "per pack")
        .kind(Integer)
        .read_back()
        .change(Cost),
    OF_PRODUCT
        .field(G::Packing, "per_carton", "每箱数", "per carton")
        .kind(Integer)
        .read_back()
        .change(Cost),
    OF_PRODUCT
        .field(G::Packing, "shipping_mark", "箱唛", "shipping mark")
        .read_back(),
];
