//! What open texts mean to a rule: which binding is 精装, which paper is a board, which component is the text block.
//!
//! The lists are the house's to edit, so a rule goes by the word the trade uses, wherever it stands in the text.

use crate::imposition::{Binding, Inks, WorkStyle};

use super::fields::Level;
use super::specification::{Record, number, text};
use super::value::Value;

/// Boards, which have a thickness and neither grammage nor pages. 白板 is a printing stock and none of them.
const BOARDS: [&str; 5] = ["灰板", "荷兰板", "密度板", "纤维板", "纸板"];
/// Components whose leaves make the spine.
const TEXT_BLOCKS: [&str; 6] = ["内文", "正文", "内页", "扉页", "插页", "彩插"];
/// Components that are no leaf of the book.
const LOOSE: [&str; 4] = ["护封", "腰封", "合格证", "说明书"];

/// 装订, as far as a rule depends on it.
pub(super) fn binding(product: &Record) -> Binding {
    let name = text(product, "binding");
    if name.contains("骑马") {
        Binding::SaddleStitch
    } else if name.contains("精装") {
        Binding::Case
    } else if name.contains("胶装") {
        Binding::PerfectBound
    } else {
        Binding::Other
    }
}

/// Whether a component is of board: by its paper, or before that is known by its name.
pub(crate) fn is_board(component: &Record) -> bool {
    match text(component, "grade") {
        "" => BOARDS.contains(&text(component, "name")),
        grade => BOARDS.iter().any(|board| grade.contains(board)),
    }
}

/// Whether a component is printed; one without a style yet is taken to be.
pub(crate) fn is_printed(component: &Record) -> bool {
    text(component, "work_style") != WorkStyle::Unprinted.code()
}

/// 印刷方式 as the dictionary words it.
#[must_use]
pub(crate) fn style_word(style: WorkStyle) -> &'static str {
    Level::Component
        .field("work_style")
        .and_then(|field| field.choice(style.code()))
        .map_or("", |choice| choice.label)
}

/// Whether its leaves make the spine.
pub(super) fn is_text_block(component: &Record) -> bool {
    TEXT_BLOCKS
        .iter()
        .any(|block| text(component, "name").contains(block))
}

/// Whether its leaves go through the staples of 骑马订: all but boards and what lies loose around or in the booklet.
pub(super) fn is_stitched(component: &Record) -> bool {
    let name = text(component, "name");
    !is_board(component) && !LOOSE.iter().any(|loose| name.contains(loose))
}

/// Process colours and spots of a component.
pub(crate) fn inks(component: &Record) -> Inks {
    let process = match component.get("colours") {
        Some(Value::Colours(colours)) => *colours,
        _ => crate::imposition::Colours::default(),
    };
    let spots = |key: &str| {
        let names = text(component, key)
            .split(", ")
            .filter(|name| !name.is_empty())
            .count();
        u8::try_from(names).unwrap_or(u8::MAX)
    };
    Inks {
        process,
        front_spots: spots("spots_front"),
        back_spots: spots("spots_back"),
    }
}

/// 印制数量: 订单数量 + 备品 + 样书; none while the ordered quantity is not known.
pub(super) fn printed_quantity(product: &Record) -> Option<i64> {
    let also = |key: &str| number(product, key).unwrap_or(0);
    number(product, "quantity")?
        .checked_add(also("spares"))?
        .checked_add(also("file_copies"))
}
