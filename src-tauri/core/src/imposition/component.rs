//! One component from copies to parent sheets.

use serde::{Deserialize, Serialize};

use super::forms::{flat_form, forms_of_pages};
use super::{ByHand, Fact, FormEntry, FormRow, Inks, Plan, Reams, Unreckonable, WorkStyle, plan};
use crate::measures::{Percent, Quantity};

/// 加放: how many sheets a form gets on top of its good ones. Houses differ, so it comes from a table of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoilage {
    /// Share of the good sheets of a form, rounded up.
    pub percent: Percent,
    /// 固定校版张数: sheets to set up a form.
    pub fixed: i64,
    /// No form gets fewer.
    pub least: i64,
}

impl Spoilage {
    /// The usual allowance of printed work: 5 %, at least 50 sheets a form.
    pub const PRINTED: Self = Self {
        percent: Percent::whole(5),
        fixed: 0,
        least: 50,
    };
    /// The usual allowance of unprinted work other than boards, for finishing: 5 %, no minimum.
    pub const UNPRINTED: Self = Self {
        percent: Percent::whole(5),
        fixed: 0,
        least: 0,
    };
    /// Boards are counted out: nothing on top.
    pub const BOARD: Self = Self {
        percent: Percent::whole(0),
        fixed: 0,
        least: 0,
    };

    /// The sheets on top of `good` ones: the one place where the allowance of a form is reckoned.
    pub(super) fn of_form(self, good: i64) -> Option<i64> {
        let share = self.percent.of_count_up(good)?;
        Some(self.fixed.checked_add(share)?.max(self.least))
    }
}

/// What must be known of a component to reckon its sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComponentJob {
    /// 印制数量 of the product: 订单数量 + 备品 + 样书.
    pub printed_quantity: Quantity,
    /// 倍率: pieces of this component in one product.
    pub per_product: i64,
    /// P数; none for boards and flat work.
    pub pages: Option<i64>,
    /// 单面P数. Where it is given it decides, and 拼版数 is a remark for the plate room.
    pub pages_per_side: Option<i64>,
    /// 拼版数: pieces on one press sheet.
    pub number_up: Option<i64>,
    /// 印刷方式.
    pub style: WorkStyle,
    /// 印刷颜色 and 专色 of both sides.
    pub inks: Inks,
    /// 开数: press sheets cut from one parent sheet; without it paper is not reckoned.
    pub cuts: Option<i64>,
    /// 加放 of the table.
    pub spoilage: Spoilage,
    /// What a person put in instead of what is reckoned.
    pub by_hand: ByHand,
}

/// The sheets, plates and paper of a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComponentSheets {
    /// 贴: the forms, full ones first.
    pub forms: Vec<FormRow>,
    /// 印张正数.
    pub good_sheets: i64,
    /// 放损数.
    pub spoilage: i64,
    /// 总印张 = 印张正数 + 放损数.
    pub total_sheets: i64,
    /// 印刷板数: 张数.
    pub plates: i64,
    /// 印刷板数: 付数.
    pub plate_sets: i64,
    /// 用料张数: parent sheets; none while 开数 is not known.
    pub parent_sheets: Option<i64>,
    /// 令数 of the parent sheets.
    pub reams: Option<Reams>,
}

/// Reckons the forms, plates and sheets of a component, with what was put in by hand.
///
/// # Errors
/// [`Unreckonable`] names the fact that is missing, out of bounds or contradicts another.
pub fn reckon_sheets(job: &ComponentJob) -> Result<ComponentSheets, Unreckonable> {
    plan(job).and_then(Plan::whole)
}

/// The pieces to be made and the forms they are divided into, before anything is put in by hand.
pub(super) fn divided(job: &ComponentJob) -> Result<(i64, Vec<FormEntry>), Unreckonable> {
    check_facts(job)?;
    let pieces = pieces(job)?;
    Ok((pieces, divide(job, pieces)?))
}

/// Refuses facts that are out of bounds or contradict each other.
fn check_facts(job: &ComponentJob) -> Result<(), Unreckonable> {
    Fact::PrintedQuantity.check(job.printed_quantity.0)?;
    Fact::PerProduct.check(job.per_product)?;
    for (fact, value) in [
        (Fact::Pages, job.pages),
        (Fact::PagesPerSide, job.pages_per_side),
        (Fact::NumberUp, job.number_up),
        (Fact::Cuts, job.cuts),
        (Fact::SpoilageOverride, job.by_hand.spoilage),
        (Fact::FormSheets, job.by_hand.good_sheets),
        (Fact::FormSheets, job.by_hand.total_sheets),
        (Fact::FormSheets, job.by_hand.parent_sheets),
    ] {
        value.map(|value| fact.check(value)).transpose()?;
    }
    if let Some(pages) = job.pages.filter(|pages| pages % 2 != 0) {
        return Err(Unreckonable::OddPages { pages });
    }
    let rate = job.by_hand.rate.unwrap_or(job.spoilage.percent);
    Fact::SpoilagePercent.check(rate.0)?;
    Fact::SpoilageSheets.check(job.spoilage.fixed)?;
    Fact::SpoilageSheets.check(job.spoilage.least)?;
    let (front, back) = (
        Fact::Inks.check(job.inks.front())?,
        Fact::Inks.check(job.inks.back())?,
    );
    match job.style {
        WorkStyle::Unprinted if front + back > 0 => Err(Unreckonable::UnprintedWithInks),
        WorkStyle::Unprinted => Ok(()),
        _ if front + back == 0 => Err(Unreckonable::NothingToPrint),
        WorkStyle::SingleSide if back > 0 => Err(Unreckonable::InksOnBlankBack),
        _ => Ok(()),
    }
}

/// How many pieces of the component are made.
fn pieces(job: &ComponentJob) -> Result<i64, Unreckonable> {
    job.printed_quantity
        .0
        .checked_mul(job.per_product)
        .ok_or(Unreckonable::TooLarge)
}

/// Divides the component into forms by its pages, or into one form of flat work.
fn divide(job: &ComponentJob, pieces: i64) -> Result<Vec<FormEntry>, Unreckonable> {
    match (job.pages, job.pages_per_side, job.number_up) {
        (Some(pages), Some(side), _) => forms_of_pages(pages, side, pieces, job.style, job.inks),
        (_, None, Some(number_up)) => Ok(vec![flat_form(number_up, pieces, job.style, job.inks)]),
        (Some(_), None, None) => Err(Unreckonable::Missing(Fact::PagesPerSide)),
        (None, Some(_), _) => Err(Unreckonable::Missing(Fact::Pages)),
        (None, None, None) => Err(Unreckonable::Missing(Fact::NumberUp)),
    }
}

/// The sum over all forms.
pub(super) fn sum(
    forms: &[FormRow],
    figure: impl Fn(&FormRow) -> i64,
) -> Result<i64, Unreckonable> {
    forms
        .iter()
        .try_fold(0_i64, |sum, form| sum.checked_add(figure(form)))
        .ok_or(Unreckonable::TooLarge)
}
