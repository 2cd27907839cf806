//! Part C of the dictionary: one component (部件) with its paper, colours and imposition.

use super::ChangeClass::Cost;
use super::Group as G;
use super::Kind::{
    Choice, Colours, Forms, Integer, Micrometres, Millimetres, ParentSheet, Percent, Preset,
    Quantity, Reams, Size,
};
use super::Required::{Always, ForBoards, ForPaper, ForPrinted};
use super::{Field, Level, Lines, choice};

const OF_COMPONENT: Lines = Lines(Level::Component);

pub(super) const FIELDS: &[Field] = &[
    OF_COMPONENT
        .field(G::Component, "name", "部件名称", "component name")
        .kind(Preset)
        .required(Always)
        .read_back()
        .presets(&[
            "封面",
            "封底",
            "内文",
            "扉页",
            "环衬",
            "插页",
            "彩插",
            "护封",
            "腰封",
            "书壳面纸",
            "灰板",
            "书签带",
            "堵头布",
            "盒面",
            "盒底",
            "内托",
            "裱纸",
            "合格证",
            "说明书",
        ]),
    OF_COMPONENT
        .field(G::Component, "pages", "P数", "pages")
        .kind(Integer)
        .unit("P")
        .required(ForPaper)
        .read_back()
        .change(Cost),
    OF_COMPONENT
        .field(G::Component, "sides", "单双面", "sides")
        .kind(Choice)
        .required(ForPrinted)
        .read_back()
        .change(Cost)
        .choices(&[
            choice("one", "单面", "one side"),
            choice("both", "双面", "both sides"),
        ]),
    OF_COMPONENT
        .field(G::Component, "per_product", "每套数", "pieces per product")
        .kind(Integer)
        .initial("1")
        .read_back()
        .change(Cost),
    OF_COMPONENT
        .field(G::Component, "size", "部件成品尺寸", "component trim size")
        .kind(Size)
        .unit("mm")
        .read_back()
        .change(Cost),
    OF_COMPONENT
        .field(G::Component, "bleed", "出血", "bleed")
        .kind(Millimetres)
        .initial("3")
        .unit("mm")
        .required(ForPrinted)
        .change(Cost),
    OF_COMPONENT
        .field(G::Paper, "grade", "纸张品名", "paper grade")
        .kind(Preset)
        .required(Always)
        .read_back()
        .change(Cost)
        .presets(&[
            "铜版纸",
            "哑粉纸",
            "双胶纸",
            "轻涂纸",
            "轻型纸",
            "白卡",
            "白底白板",
            "灰底白板",
            "灰板",
            "牛皮纸",
            "不干胶",
            "无碳纸",
            "特种纸",
        ]),
    OF_COMPONENT
        .field(G::Paper, "grammage", "克重", "grammage")
        .kind(Integer)
        .unit("g/m²")
        .required(ForPaper)
        .read_back()
        .change(Cost)
        .presets(&[
            "60", "70", "80", "100", "105", "120", "128", "140", "157", "200", "250", "300", "350",
            "400",
        ]),
    OF_COMPONENT
        .field(G::Paper, "caliper", "厚度", "caliper")
        .kind(Micrometres)
        .unit("µm")
        .required(ForBoards)
        .read_back()
        .change(Cost),
    OF_COMPONENT
        .field(G::Paper, "brand", "品牌", "brand")
        .read_back()
        .change(Cost),
    OF_COMPONENT
        .field(G::Paper, "parent_size", "规格", "parent sheet size")
        .kind(ParentSheet)
        .unit("mm")
        .required(Always)
        .change(Cost)
        .presets(&[
            "787 × 1092",
            "889 × 1194",
            "850 × 1168",
            "880 × 1230",
            "卷筒 787",
        ]),
    OF_COMPONENT
        .field(G::Paper, "cuts", "开数", "cuts per parent sheet")
        .kind(Integer)
        .required(Always)
        .change(Cost)
        .presets(&["1", "2", "3", "4", "6", "8"]),
    OF_COMPONENT
        .field(G::Paper, "press_size", "上机尺寸", "press sheet size")
        .kind(Size)
        .unit("mm")
        .required(ForPrinted)
        .change(Cost)
        .presets(&["540 × 740", "570 × 840", "590 × 880", "780 × 1080"]),
    OF_COMPONENT
        .field(G::Paper, "grain", "丝向", "grain direction")
        .kind(Choice)
        .change(Cost)
        .choices(&[
            choice("long", "长丝", "long grain"),
            choice("short", "短丝", "short grain"),
        ]),
    OF_COMPONENT
        .field(G::Paper, "fsc", "FSC", "FSC claim")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&["无", "FSC Mix", "FSC 100%", "FSC Recycled"]),
    OF_COMPONENT
        .field(G::Paper, "supply", "来料", "stock source")
        .kind(Choice)
        .initial("house")
        .read_back()
        .change(Cost)
        .choices(&[
            choice("house", "本厂", "house stock"),
            choice("customer", "客来纸", "supplied by customer"),
        ]),
    OF_COMPONENT
        .field(
            G::Colour,
            "colours",
            "印刷颜色",
            "process colours front + back",
        )
        .kind(Colours)
        .required(ForPrinted)
        .read_back()
        .change(Cost)
        .presets(&["4+4", "4+0", "4+1", "1+1", "1+0", "0+0"]),
    OF_COMPONENT
        .field(G::Colour, "spots_front", "专色(正)", "spot colours, front")
        .read_back()
        .change(Cost),
    OF_COMPONENT
        .field(G::Colour, "spots_back", "专色(反)", "spot colours, back")
        .read_back()
        .change(Cost),
    OF_COMPONENT
        .field(G::Colour, "coating", "过油", "varnish or coating")
        .kind(Preset)
        .read_back()
        .change(Cost)
        .presets(&["无", "光油", "哑油", "水油", "UV油"]),
    OF_COMPONENT
        .field(
            G::Colour,
            "coating_sides",
            "过油面",
            "sides of varnish or coating",
        )
        .kind(Choice)
        .read_back()
        .change(Cost)
        .choices(&[
            choice("front", "正面", "front"),
            choice("back", "反面", "back"),
            choice("both", "双面", "both"),
        ]),
    OF_COMPONENT
        .field(G::Press, "work_style", "印刷方式", "work style")
        .kind(Choice)
        .required(Always)
        .change(Cost)
        .choices(&[
            choice("single_side", "单面印", "single side"),
            choice("sheetwise", "正反印", "sheetwise"),
            choice("work_and_turn", "自翻", "work-and-turn"),
            choice("work_and_tumble", "天地翻", "work-and-tumble"),
            choice("perfecting", "双面机一次印", "perfecting"),
            choice("unprinted", "不印刷", "unprinted"),
        ]),
    OF_COMPONENT
        .field(G::Press, "pages_per_side", "单面P数", "pages per side")
        .kind(Integer)
        .unit("P")
        .change(Cost)
        .presets(&["4", "8", "16"]),
    OF_COMPONENT
        .field(G::Press, "number_up", "拼版数", "number up")
        .kind(Integer)
        .change(Cost)
        .presets(&["1", "2", "4", "8"]),
    OF_COMPONENT
        .field(G::Press, "press", "机台", "press")
        .kind(Preset)
        .change(Cost)
        .presets(&["全开", "对开四色", "四开", "数码"]),
    OF_COMPONENT
        .field(G::Press, "gripper", "咬口", "gripper margin")
        .kind(Millimetres)
        .unit("mm"),
    OF_COMPONENT
        .field(G::Press, "plate_state", "新旧版", "plates")
        .kind(Choice)
        .initial("new")
        .change(Cost)
        .choices(&[
            choice("new", "新版", "new plates"),
            choice("old", "旧版", "old plates"),
            choice("altered", "改版", "altered plates"),
        ]),
    // Reckoned from the fields before; each holds only what a person puts in instead.
    OF_COMPONENT
        .field(G::Sheets, "form_table", "贴表", "forms table")
        .kind(Forms)
        .change(Cost),
    OF_COMPONENT
        .field(G::Sheets, "good_sheets", "印张正数", "good sheets")
        .kind(Quantity)
        .unit("张")
        .change(Cost),
    OF_COMPONENT
        .field(G::Sheets, "spoilage_rate", "放损率", "spoilage rate")
        .kind(Percent)
        .change(Cost),
    OF_COMPONENT
        .field(G::Sheets, "spoilage", "放损数", "spoilage sheets")
        .kind(Quantity)
        .unit("张")
        .change(Cost),
    OF_COMPONENT
        .field(G::Sheets, "total_sheets", "总印张", "press sheets in all")
        .kind(Quantity)
        .unit("张")
        .change(Cost),
    OF_COMPONENT
        .field(G::Sheets, "plate_sets", "印版付数", "plate sets")
        .kind(Quantity)
        .unit("付")
        .change(Cost),
    OF_COMPONENT
        .field(G::Sheets, "plates", "印版张数", "plates")
        .kind(Quantity)
        .unit("张")
        .change(Cost),
    OF_COMPONENT
        .field(G::Sheets, "parent_sheets", "用料张数", "parent sheets")
        .kind(Quantity)
        .unit("张")
        .change(Cost),
    OF_COMPONENT
        .field(G::Sheets, "reams", "令数", "reams")
        .kind(Reams)
        .unit("令")
        .change(Cost),
    OF_COMPONENT
        .field(G::Sheets, "issued", "领料数", "sheets issued")
        .kind(Quantity)
        .unit("张")
        .change(Cost),
    OF_COMPONENT
        .field(G::Component, "remark", "部件备注", "component remark")
        .read_back(),
];
