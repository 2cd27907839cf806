//! Laying out a number series anew from a day on (F1-22). A series that is used goes on from the last value it gave, whatever
//! its new pattern or cycle: with the first number under the new layout, see [`Coming`](super::Coming).

use chrono::NaiveDate;

use super::pattern::ResetCycle;
use super::refusals::SeriesRefusal;
use super::wire::ChangeSeries;
use super::{Layout, Series, lay, queries, rules};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::calendar::{BusinessDay, HouseDays};
use crate::clock::in_shanghai;
use crate::error::{DeskError, Refuse as _};
use crate::orders::FieldProblem;
use crate::settings::{SettingRefusal, beside};
use crate::storage::{Subject, Topic};
use crate::typed::{self, Expected, NotUnderstood};
use crate::wire::Done;

/// The highest value a period may begin with.
const HIGHEST_START: i64 = 999_999_999;

impl Desk {
    /// Lays a series out anew from the day that was typed on, today or a later one. What is to come is taken back by laying it
    /// out for that day once more, as it was.
    ///
    /// # Errors
    /// When `actor` may not, no reason is given, the day is past, the pattern would give a number twice, or nothing would change.
    pub async fn change_series(
        &self,
        actor: &Actor,
        request: &ChangeSeries,
    ) -> Result<Done<()>, DeskError> {
        let series =
            Series::from_code(&request.kind).ok_or_else(|| SeriesRefusal::NoSuchSeries {
                kind: request.kind.clone(),
            })?;
        let (mut writer, house) = self.begin_by_rules(actor, Activity::ChangeSeries).await?;
        let today = in_shanghai(writer.at()).date();
        let (layout, from) = understood(request, today, &house.house_days)?;
        let (laid, _) = queries::series_on(series, from).ask(&mut writer).await?;
        let begun = queries::begun_from(&mut writer, laid.series).await?;
        let day = from.to_string();
        // A clock that went back does not undo what has begun.
        if from < today || begun.is_some_and(|begun| day < begun) {
            return Err(refused("from", &SettingRefusal::FromThePast).into());
        }
        if (laid.pattern, laid.cycle, laid.start)
            == (layout.pattern.clone(), layout.cycle, layout.start)
        {
            return Err(refused("pattern", &SettingRefusal::SameValue).into());
        }
        lay(&mut writer, laid.series, &day, &layout).await?;
        writer.about(Subject::Series(laid.series));
        writer.touch(Topic::settings());
        writer.note("why", request.why.trim());
        writer.note("from", day);
        let Layout {
            pattern,
            cycle,
            start,
        } = layout;
        writer.note("to", format!("{pattern} · {} · {start}", cycle.code()));
        Ok(Done {
            value: (),
            changed: writer.commit().await?,
        })
    }
}

fn refused(field: &str, why: &SettingRefusal) -> SeriesRefusal {
    SeriesRefusal::NotUnderstood {
        fields: vec![beside(field, why.code())],
    }
}

/// The layout and its first day; everything wrong with them at once.
fn understood(
    request: &ChangeSeries,
    today: NaiveDate,
    house_days: &HouseDays,
) -> Result<(Layout, NaiveDate), SeriesRefusal> {
    let mut fields = Vec::new();
    let cycle = ResetCycle::from_code(&request.reset);
    if cycle.is_none() {
        fields.push(FieldProblem::needed("reset"));
    }
    let pattern = request.pattern.trim();
    if let Some(fault) = cycle.and_then(|cycle| rules::complaint(pattern, cycle)) {
        fields.push(beside("pattern", fault.code()));
    }
    let start = typed::integer(&request.start, 1, HIGHEST_START);
    if let Err(problem) = &start {
        fields.push(problem_at("start", problem));
    }
    let from = typed::date(&request.from, BusinessDay(today), Expected::Any, house_days);
    if let Err(problem) = &from {
        fields.push(problem_at("from", problem));
    }
    if request.why.trim().is_empty() {
        fields.push(beside("why", SettingRefusal::NoReason.code()));
    }
    match (cycle, start, from) {
        (Some(cycle), Ok(start), Ok(from)) if fields.is_empty() => {
            Ok((Layout::new(pattern, cycle, start), from.day.0))
        }
        _ => Err(SeriesRefusal::NotUnderstood { fields }),
    }
}

fn problem_at(path: &str, problem: &NotUnderstood) -> FieldProblem {
    FieldProblem {
        path: path.to_owned(),
        code: problem.code(),
        params: problem.params(),
    }
}
