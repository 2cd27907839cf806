//! Findings in plain Chinese, for 预检记录 and for the message to the customer: one sentence each, which somebody understands
//! who has never made a plate.

use super::Item;
use super::finding::{Finding, FindingKind as Kind, Severity};
use crate::inspector::press::Pages;

/// How many runs of pages are spelt out.
const MOST_RUNS: usize = 12;

impl Severity {
    /// As printed.
    pub(super) const fn printed(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Hint => "提示",
        }
    }
}

/// `第 3–5、17 页`; nothing of a file as a whole.
pub(super) fn pages(pages: &Pages) -> String {
    let run = |(first, last): &(u32, u32)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        }
    };
    let runs: Vec<String> = pages.0.iter().take(MOST_RUNS).map(run).collect();
    match runs.as_slice() {
        [] => String::new(),
        runs => {
            let more = if pages.0.len() > MOST_RUNS { "…" } else { "" };
            format!("第 {}{more} 页", runs.join("、"))
        }
    }
}

/// What is wrong, in one sentence.
pub(super) fn sentence(finding: &Finding) -> String {
    let fact = |name: &str| finding.params.get(name).map_or("", String::as_str);
    let (is, wanted, names, count) = (
        fact("measured"),
        fact("wanted"),
        fact("names"),
        fact("count"),
    );
    match finding.kind {
        Kind::Unreadable => format!("文件打不开：{}，请重新导出一份。", reason(fact("reason"))),
        Kind::PageUnread => format!("没能看完：{}，需要人工核对。", reason(fact("reason"))),
        Kind::ByHand => format!("{}：{}", item(fact("item")), fact("words")),
        Kind::PageCount => format!("文件合 {is}P，订单是 {wanted}P，页数对不上。"),
        Kind::PageSize => format!("页面是 {is} mm，成品应是 {wanted} mm，尺寸不对。"),
        Kind::PageTurned => format!("页面横竖反了：文件 {is} mm，订单 {wanted} mm。"),
        Kind::Spread => format!("一页里并排了两页（{is} mm），请按单页 {wanted} mm 导出。"),
        Kind::NotASpread => {
            format!("这些页只有一页大小（{is} mm），不是展开的 {wanted} mm，页数会算多。")
        }
        Kind::SpineWidth => format!("封面书脊是 {is} mm，这本书的书脊要 {wanted} mm。"),
        Kind::FlatSizeUnknown => format!("封面文件 {is} mm，展开尺寸还没定，需要核对。"),
        Kind::TrimAssumed => format!("没有裁切框，按居中裁成 {wanted} mm 处理。"),
        Kind::Bleed => format!(
            "{}出血不够：最少处 {is} mm，要 {wanted} mm，裁切后会露白边。",
            sides(fact("sides"))
        ),
        Kind::BleedUnfilled => format!(
            "{}的图没有铺到出血：最少处只到 {is} mm，要 {wanted} mm。",
            sides(fact("sides"))
        ),
        Kind::EmptyPage => "整页没有内容，请确认是不是白页。".to_owned(),
        Kind::TooManyInks => format!("用到 {is} 个印色，这一面订的是 {wanted} 色。"),
        Kind::SpotNotOrdered => format!("有订单里没有的专色：{names}；不印专色请转成四色。"),
        Kind::SpotOtherName => {
            format!("专色名字对不上：文件是 {names}，订单是 {wanted}，请确认是不是同一个。")
        }
        Kind::SpotMissing => format!("订了专色 {wanted}，文件里没有。"),
        Kind::FewerInks => format!("文件只用到 {is} 个印色，订的是 {wanted} 色。"),
        Kind::FinishingNotOrdered => {
            format!("文件里有后工序专色 {names}，订单里没有这道工艺。")
        }
        Kind::SpotOfFinishing => format!("后工序专色：{names}，不出印版。"),
        Kind::Rgb => "有 RGB 颜色，印出来会比屏幕上暗，请转成四色（CMYK）。".to_owned(),
        Kind::Lab => "有 Lab 颜色，转成印色后可能有偏差。".to_owned(),
        Kind::Registration => "用了套版色，四色都会印满，请改成单黑或所要的颜色。".to_owned(),
        Kind::InkSum => format!("墨量最高 {is}%，超过 {wanted}%，容易粘脏。"),
        Kind::RichBlackText => {
            format!("小字（{is} 磅）用了多色黑，容易发虚，请改成单黑 K100。")
        }
        Kind::WhiteOverprint => "白色设了叠印，印出来会不见，请取消叠印。".to_owned(),
        Kind::Overprint => "有叠印，按文件的设置印。".to_owned(),
        Kind::Transparency => "有透明效果，能正常输出。".to_owned(),
        Kind::Image => format!("图片太糊：最低 {is} ppi，要 {wanted} ppi（{count} 张）。"),
        Kind::LineArt => format!("黑白线稿太糊：最低 {is} ppi，要 {wanted} ppi（{count} 张）。"),
        Kind::FontMissing => format!("字体没有嵌入：{names}，请嵌入或转曲后重新导出。"),
        Kind::Hairline => format!("线太细：最细 {is} pt，要 {wanted} pt，可能印不出来。"),
        Kind::PrintedRemarks => format!("有 {count} 个会印出来的批注，请删掉。"),
        Kind::Remarks => format!("有 {count} 个批注，不会印出来。"),
        Kind::Fields => format!("有 {count} 个表单域，请拼合后再导出。"),
        Kind::HiddenLayers => format!("有关着的图层：{names}，请确认不要印。"),
        Kind::Layers => format!("图层：{names}。"),
        Kind::IntentNotForPress => format!("输出条件是屏幕用的（{is}），不是印刷用的。"),
        Kind::IntentMissing => format!("标着 {is}，却没写输出条件。"),
    }
}

fn reason(code: &str) -> &'static str {
    match code {
        "encrypted" => "加了密码",
        "no_pages" => "一页也没有",
        "damaged" => "已损坏",
        "too_slow" => "读得太久",
        "too_big" | "too_large" => "展开后太大",
        "too_many_pages" => "页数太多",
        "empty_file" => "是空的",
        "file_too_big" => "太大",
        "too_many_steps" => "内容太复杂",
        "out_of_time" => "没来得及看完",
        _ => "读不下去",
    }
}

fn item(code: &str) -> &'static str {
    let of = |item: &&Item| item.code() == code;
    Item::ALL.iter().find(of).unwrap_or(&Item::Other).printed()
}

fn sides(codes: &str) -> String {
    let side = |code: &str| match code {
        "left" => "左边",
        "right" => "右边",
        "top" => "上边",
        _ => "下边",
    };
    codes.split(',').map(side).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_1_4a_every_kind_has_a_sentence_with_what_was_measured() {
        for kind in Kind::ALL {
            let finding = [
                ("measured", "«是»"),
                ("wanted", "«要»"),
                ("names", "«名»"),
                ("count", "3"),
                ("sides", "left,top"),
                ("reason", "damaged"),
                ("item", "size"),
                ("words", "«话»"),
            ]
            .into_iter()
            .fold(
                Finding::new(*kind, Severity::Error, Pages::default()),
                |finding, (name, value)| finding.with(name, value),
            );
            let said = sentence(&finding);
            assert!(said.chars().count() > 4, "{kind:?}: {said}");
            assert!(!said.contains("left"), "{kind:?}: {said}");
        }
        assert_eq!(pages(&Pages(vec![(3, 5), (17, 17)])), "第 3–5、17 页");
        assert_eq!(pages(&Pages::default()), "");
        let many = Pages((0..40).map(|page| (2 * page + 1, 2 * page + 1)).collect());
        assert!(pages(&many).contains("23…"), "{}", pages(&many));
    }
}
