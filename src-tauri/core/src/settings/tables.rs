//! The tables of the house, from the rows they are stored as.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::refusals::beside;
use super::rule::Rule;
use super::{CycleLine, PaperLine, Tenths};
use crate::calendar::{BusinessDay, HouseDays, WorkingHours};
use crate::customers::{Due, Term};
use crate::imposition::{SpoilageBand, SpoilageBands};
use crate::measures::Percent;
use crate::orders::FieldProblem;
use crate::orders::product_presets::{PartPreset, TypePreset};
use crate::typed;

/// The longest 厂休 in days; whoever closes longer writes two rows.
const LONGEST_CLOSURE: i64 = 60;

/// Why the rows of a table will not do together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableFault {
    /// No band holds for every job.
    NoBaseBand,
    /// Spans that overlap, or none.
    HoursOverlap,
    /// Days that run backwards, or too many.
    DaysBackwards,
    /// No row at all.
    NoRow,
    /// A type that is said twice.
    TypeTwice,
    /// Shares that are not the whole, or 月结 without its days.
    TermsNotWhole,
}

impl TableFault {
    /// Stable code.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::NoBaseBand => "spoilage_without_base",
            Self::HoursOverlap => "working_hours_overlap",
            Self::DaysBackwards => "house_days_backwards",
            Self::NoRow => "field_needed",
            Self::TypeTwice => "type_preset_twice",
            Self::TermsNotWhole => "usual_terms_not_whole",
        }
    }
}

/// What is wrong with the rows of a table as a whole.
pub(super) fn complaint(rule: Rule, rows: &[Vec<String>]) -> Option<FieldProblem> {
    let (whole, fault) = match rule {
        Rule::SpoilageBands => (spoilage(rows).is_some(), TableFault::NoBaseBand),
        Rule::WorkingHours => (working_hours(rows).is_some(), TableFault::HoursOverlap),
        Rule::HouseDays => (house_days(rows).is_some(), TableFault::DaysBackwards),
        Rule::StandardCycle => (
            cycle(rows).is_some_and(|rows| !rows.is_empty()),
            TableFault::NoRow,
        ),
        Rule::PaperTable => (papers(rows).is_some(), TableFault::NoRow),
        Rule::TypePresets => (type_presets(rows).is_some(), TableFault::TypeTwice),
        Rule::UsualTerms => (terms(rows).is_some(), TableFault::TermsNotWhole),
        _ => return None,
    };
    (!whole).then(|| beside("value", fault.code()))
}

/// The stored text as rows.
pub(super) fn rows_of(stored: &str) -> Option<Vec<Vec<String>>> {
    serde_json::from_str(stored).ok()
}

pub(super) fn spoilage(rows: &[Vec<String>]) -> Option<SpoilageBands> {
    let bands: Option<Vec<SpoilageBand>> = rows
        .iter()
        .map(|row| match row.as_slice() {
            [quantity, colours, steps, fixed, percent, least] => Some(SpoilageBand {
                quantity: quantity.parse().ok()?,
                colours: colours.parse().ok()?,
                steps: steps.parse().ok()?,
                fixed: fixed.parse().ok()?,
                percent: typed::percent(percent).ok()?,
                least: least.parse().ok()?,
            }),
            _ => None,
        })
        .collect();
    SpoilageBands::of_rows(bands?)
}

pub(super) fn spoilage_rows(bands: &SpoilageBands) -> Vec<Vec<String>> {
    bands
        .rows()
        .map(|row| {
            vec![
                row.quantity.to_string(),
                row.colours.to_string(),
                row.steps.to_string(),
                row.fixed.to_string(),
                row.percent.to_string(),
                row.least.to_string(),
            ]
        })
        .collect()
}

/// 付款方式 a new order begins with: together the whole, 月结 with its days; or none.
pub(super) fn terms(rows: &[Vec<String>]) -> Option<Vec<Term>> {
    let terms: Option<Vec<Term>> = rows
        .iter()
        .map(|row| match row.as_slice() {
            [percent, due, days] => Some(Term {
                percent: typed::percent(percent).ok()?,
                due: Due::from_code(due)?,
                days: match days.as_str() {
                    "" => None,
                    days => Some(days.parse().ok()?),
                },
            }),
            _ => None,
        })
        .collect();
    terms.filter(|terms| {
        let total: i64 = terms.iter().map(|term| term.percent.0).sum();
        let said = |term: &Term| (term.due == Due::Monthly) == term.days.is_some();
        terms.iter().all(said) && (terms.is_empty() || total == Percent::WHOLE.0)
    })
}

pub(super) fn term_rows(terms: &[Term]) -> Vec<Vec<String>> {
    terms
        .iter()
        .map(|term| {
            vec![
                term.percent.to_string(),
                term.due.code().to_owned(),
                term.days.map(|days| days.to_string()).unwrap_or_default(),
            ]
        })
        .collect()
}

/// What product types usually are; each type says it once.
pub(super) fn type_presets(rows: &[Vec<String>]) -> Option<Vec<TypePreset>> {
    let presets: Option<Vec<TypePreset>> = rows.iter().map(|row| TypePreset::of_row(row)).collect();
    let mut seen = BTreeSet::new();
    presets.filter(|all| all.iter().all(|preset| seen.insert(preset.kind.clone())))
}

pub(super) fn part_presets(rows: &[Vec<String>]) -> Option<Vec<PartPreset>> {
    rows.iter().map(|row| PartPreset::of_row(row)).collect()
}

pub(super) fn cycle(rows: &[Vec<String>]) -> Option<Vec<CycleLine>> {
    rows.iter()
        .map(|row| match row.as_slice() {
            [words, days] => Some(CycleLine {
                words: words.split('、').map(str::to_owned).collect(),
                tenths: tenths_of_halves(typed::half_days(days).ok()?),
            }),
            _ => None,
        })
        .collect()
}

pub(super) fn cycle_rows(rows: &[CycleLine]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|row| {
            vec![
                row.words.join("、"),
                typed::shown_half_days(halves_of_tenths(row.tenths)),
            ]
        })
        .collect()
}

/// Days are typed in halves and reckoned in tenths.
pub(super) const fn tenths_of_halves(halves: i64) -> Tenths {
    halves * 5
}

pub(super) const fn halves_of_tenths(tenths: Tenths) -> i64 {
    tenths / 5
}

pub(super) fn papers(rows: &[Vec<String>]) -> Option<Vec<PaperLine>> {
    rows.iter()
        .map(|row| match row.as_slice() {
            [grade, bulk] => Some(PaperLine {
                words: grade.split('、').map(str::to_owned).collect(),
                bulk: bulk.parse().ok()?,
            }),
            _ => None,
        })
        .collect()
}

pub(super) fn paper_rows(lines: &[PaperLine]) -> Vec<Vec<String>> {
    lines
        .iter()
        .map(|line| vec![line.words.join("、"), line.bulk.to_string()])
        .collect()
}

pub(super) fn working_hours(rows: &[Vec<String>]) -> Option<WorkingHours> {
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
    let spans: Option<Vec<_>> = rows
        .iter()
        .map(|row| match row.as_slice() {
            [from, to] => time(from).zip(time(to)),
            _ => None,
        })
        .collect();
    WorkingHours::of_spans(spans?)
}

pub(super) fn working_hours_rows(hours: &WorkingHours) -> Vec<Vec<String>> {
    let time = |time: NaiveTime| time.format("%H:%M").to_string();
    hours
        .spans()
        .iter()
        .map(|(from, to)| vec![time(*from), time(*to)])
        .collect()
}

/// Closed and open days; the years the house entered come from another rule.
pub(super) fn house_days(rows: &[Vec<String>]) -> Option<HouseDays> {
    let mut days = HouseDays::default();
    for row in rows {
        let [from, to, kind, _remark] = row.as_slice() else {
            return None;
        };
        let (from, to): (NaiveDate, NaiveDate) = (from.parse().ok()?, to.parse().ok()?);
        if to < from || (to - from).num_days() > LONGEST_CLOSURE {
            return None;
        }
        let named = if kind == "open" {
            &mut days.open
        } else {
            &mut days.closed
        };
        named.extend(
            from.iter_days()
                .take_while(|day| *day <= to)
                .map(BusinessDay),
        );
    }
    Some(days)
}

pub(super) fn years(stored: &str) -> Option<BTreeSet<i32>> {
    stored
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| line.parse().ok())
        .collect()
}
