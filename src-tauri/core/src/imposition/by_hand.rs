//! The figures of a component where a person knows better: each one may be put in by hand, and what follows from it follows.
//!
//! Form by form the style decides the plates, the plates the sets, the good sheets the spoilage; the forms make the totals;
//! good sheets and spoilage make the press sheets, these the parent sheets, these the reams. A figure put in by hand stops
//! the chain and starts it anew; beside it stands what would have been reckoned there.
//!
//! **Invariant:** a figure changes only where something was put in for it or for what it is reckoned from.

use super::component::{divided, sum};
use super::forms::{divided_up, plate_sets, plates};
use super::{
    ComponentJob, ComponentSheets, FormCell, FormEdit, FormEdits, FormEntry, FormRow, Reams,
    Spoilage, Unreckonable,
};
use crate::measures::Percent;

/// What was put in by hand for a component.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByHand {
    /// The touched cells of the 贴 table.
    pub forms: FormEdits,
    /// 放损 %.
    pub rate: Option<Percent>,
    /// 放损数 in all: spread over the forms that have none of their own.
    pub spoilage: Option<i64>,
    /// 印张正数.
    pub good_sheets: Option<i64>,
    /// 总印张.
    pub total_sheets: Option<i64>,
    /// 印版 张.
    pub plates: Option<i64>,
    /// 印版 付.
    pub plate_sets: Option<i64>,
    /// 用料张数.
    pub parent_sheets: Option<i64>,
    /// 令数.
    pub reams: Option<Reams>,
}

/// A form of the 贴 table: what holds, and what would be reckoned where something was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedForm {
    /// Counted from 1; stays when another form is taken out.
    pub number: i64,
    /// What holds.
    pub row: FormRow,
    /// What is reckoned for each cell from the cells before it.
    pub reckoned: FormRow,
    /// Put in beyond the reckoned forms.
    pub added: bool,
    /// Taken out: it counts for nothing.
    pub gone: bool,
}

/// The totals as reckoned from what holds before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReckonedTotals {
    /// 放损 % of the house's table.
    pub rate: Percent,
    /// 放损数.
    pub spoilage: i64,
    /// 印张正数.
    pub good_sheets: i64,
    /// 总印张.
    pub total_sheets: i64,
    /// 印版 张.
    pub plates: i64,
    /// 印版 付.
    pub plate_sets: i64,
    /// 用料张数; none while 开数 is not known.
    pub parent_sheets: Option<i64>,
    /// 令数.
    pub reams: Option<Reams>,
}

/// A component's forms and totals, with what would have been reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What holds.
    pub sheets: ComponentSheets,
    /// 放损 % that holds.
    pub rate: Percent,
    /// Every form, those taken out too.
    pub forms: Vec<PlannedForm>,
    /// The totals as reckoned.
    pub reckoned: ReckonedTotals,
    /// Numbers of forms something was put in for, which there are no longer.
    pub lost: Vec<i64>,
    /// The forms do not hold exactly the pages: the table is still being worked on, and nothing may be printed by it.
    pub missed: Option<Unreckonable>,
}

impl Plan {
    /// What holds, once the forms hold exactly the pages.
    ///
    /// # Errors
    /// [`Unreckonable::FormsMissPages`] while they do not.
    pub fn whole(self) -> Result<ComponentSheets, Unreckonable> {
        self.missed.map_or(Ok(self.sheets), Err)
    }
}

/// Reckons a component with what was put in by hand.
///
/// # Errors
/// [`Unreckonable`] names the fact that is missing, out of bounds or contradicts another.
pub fn plan(job: &ComponentJob) -> Result<Plan, Unreckonable> {
    let hand = &job.by_hand;
    let (pieces, entries) = divided(job)?;
    let mut forms = Vec::new();
    for (number, entry) in (1..).zip(&entries) {
        forms.push(planned(job, number, *entry, hand.forms.of(number))?);
    }
    let reckoned_count = i64::try_from(entries.len()).map_err(|_| Unreckonable::TooLarge)?;
    let mut lost = Vec::new();
    for (number, edit) in hand
        .forms
        .iter()
        .filter(|(number, _)| *number > reckoned_count)
    {
        if edit.added {
            let blank = FormEntry {
                pages: None,
                style: job.style,
                good_sheets: pieces,
                plates: plates(job.style, job.inks),
            };
            forms.push(planned(job, number, blank, Some(edit))?);
        } else {
            lost.push(number);
        }
    }
    let missed = check_pages(job, &forms).err();
    let by_rate = total(&forms, |row| row.spoilage)?;
    if let Some(whole) = hand.spoilage {
        spread(&mut forms, whole, &hand.forms);
    }
    let reckoned_good = total(&forms, |row| row.good_sheets)?;
    let good_sheets = hand.good_sheets.unwrap_or(reckoned_good);
    let spoilage = hand.spoilage.unwrap_or(by_rate);
    let reckoned_total = good_sheets
        .checked_add(spoilage)
        .ok_or(Unreckonable::TooLarge)?;
    let total_sheets = hand.total_sheets.unwrap_or(reckoned_total);
    let reckoned_parents = job.cuts.map(|cuts| divided_up(total_sheets, cuts));
    let parent_sheets = hand.parent_sheets.or(reckoned_parents);
    let reckoned_reams = parent_sheets.and_then(Reams::of_sheets);
    let reckoned = ReckonedTotals {
        rate: job.spoilage.percent,
        spoilage: by_rate,
        good_sheets: reckoned_good,
        total_sheets: reckoned_total,
        plates: total(&forms, |row| row.plates)?,
        plate_sets: total(&forms, |row| row.sets)?,
        parent_sheets: reckoned_parents,
        reams: reckoned_reams,
    };
    let sheets = ComponentSheets {
        forms: forms
            .iter()
            .filter(|form| !form.gone)
            .map(|form| form.row)
            .collect(),
        good_sheets,
        spoilage,
        total_sheets,
        plates: hand.plates.unwrap_or(reckoned.plates),
        plate_sets: hand.plate_sets.unwrap_or(reckoned.plate_sets),
        parent_sheets,
        reams: hand.reams.or(reckoned_reams),
    };
    Ok(Plan {
        sheets,
        rate: hand.rate.unwrap_or(job.spoilage.percent),
        forms,
        reckoned,
        lost,
        missed,
    })
}

/// One form: each cell reckoned from those before it, then what was put in.
fn planned(
    job: &ComponentJob,
    number: i64,
    entry: FormEntry,
    edit: Option<&FormEdit>,
) -> Result<PlannedForm, Unreckonable> {
    let put = |cell: FormCell| edit.and_then(|edit| edit.figures.get(&cell).copied());
    for cell in FormCell::ALL {
        put(cell).map(|figure| cell.check(figure)).transpose()?;
    }
    let style = edit.and_then(|edit| edit.style).unwrap_or(entry.style);
    let good_sheets = put(FormCell::Sheets).unwrap_or(entry.good_sheets);
    let allowance = Spoilage {
        percent: job.by_hand.rate.unwrap_or(job.spoilage.percent),
        ..job.spoilage
    };
    let spoilage = allowance
        .of_form(good_sheets)
        .ok_or(Unreckonable::TooLarge)?;
    // Where the style stays, the plates are those of the division: a part form may have fewer than its style tells.
    let reckoned_plates = if style == entry.style {
        entry.plates
    } else {
        plates(style, job.inks)
    };
    let made = put(FormCell::Plates).unwrap_or(reckoned_plates);
    let sets = plate_sets(
        &FormEntry {
            style,
            plates: made,
            ..entry
        },
        job.inks,
    );
    let row = FormRow {
        pages: put(FormCell::Pages).or(entry.pages),
        style,
        good_sheets,
        spoilage: put(FormCell::Spoilage).unwrap_or(spoilage),
        plates: made,
        sets: put(FormCell::Sets).unwrap_or(sets),
    };
    Ok(PlannedForm {
        number,
        row,
        reckoned: FormRow {
            pages: entry.pages,
            style: entry.style,
            good_sheets: entry.good_sheets,
            spoilage,
            plates: reckoned_plates,
            sets,
        },
        added: edit.is_some_and(|edit| edit.added),
        gone: edit.is_some_and(|edit| edit.gone),
    })
}

/// The forms that are printed hold exactly the pages of the component.
fn check_pages(job: &ComponentJob, forms: &[PlannedForm]) -> Result<(), Unreckonable> {
    let printed = || forms.iter().filter(|form| !form.gone);
    if printed().next().is_none() {
        return Err(Unreckonable::FormsMissPages {
            pages: job.pages.unwrap_or_default(),
            covered: 0,
        });
    }
    let covered: i64 = printed().filter_map(|form| form.row.pages).sum();
    match job.pages {
        Some(pages) if covered != pages && printed().any(|form| form.row.pages.is_some()) => {
            Err(Unreckonable::FormsMissPages { pages, covered })
        }
        _ => Ok(()),
    }
}

/// 放损数 in all, less what single forms were given by hand, goes evenly to the others; what does not divide to the first.
fn spread(forms: &mut [PlannedForm], whole: i64, edits: &FormEdits) {
    let own = |form: &PlannedForm| {
        edits
            .of(form.number)
            .is_some_and(|edit| edit.figures.contains_key(&FormCell::Spoilage))
    };
    let given: i64 = forms
        .iter()
        .filter(|form| !form.gone && own(form))
        .map(|form| form.row.spoilage)
        .sum();
    let mut others: Vec<&mut PlannedForm> = forms
        .iter_mut()
        .filter(|form| !form.gone && !own(form))
        .collect();
    let Ok(count) = i64::try_from(others.len()) else {
        return;
    };
    let left = (whole - given).max(0);
    for (place, form) in (0..count).zip(&mut others) {
        form.row.spoilage = left / count + i64::from(place < left % count);
    }
}

fn total(forms: &[PlannedForm], figure: impl Fn(&FormRow) -> i64) -> Result<i64, Unreckonable> {
    let rows: Vec<FormRow> = forms
        .iter()
        .filter(|form| !form.gone)
        .map(|form| form.row)
        .collect();
    sum(&rows, figure)
}
