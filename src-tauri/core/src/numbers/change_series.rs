//! Laying out a number series anew (F1-22). A series that is used goes on from the last value it gave, whatever its
//! new pattern or cycle: no number is left out, none is given twice.

use super::pattern::{ResetCycle, period};
use super::refusals::SeriesRefusal;
use super::wire::ChangeSeries;
use super::{Series, queries, rules};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::in_shanghai;
use crate::error::{DeskError, Refuse as _};
use crate::orders::FieldProblem;
use crate::settings::{SettingRefusal, beside};
use crate::storage::{Subject, Topic};
use crate::typed::{self, NotUnderstood};
use crate::wire::Done;

/// The highest value a period may begin with.
const HIGHEST_START: i64 = 999_999_999;

impl Desk {
    /// Lays a series out anew from the next number on.
    ///
    /// # Errors
    /// When `actor` may not, no reason is given, or the pattern would give a number twice.
    pub async fn change_series(
        &self,
        actor: &Actor,
        request: &ChangeSeries,
    ) -> Result<Done<()>, DeskError> {
        let series =
            Series::from_code(&request.kind).ok_or_else(|| SeriesRefusal::NoSuchSeries {
                kind: request.kind.clone(),
            })?;
        let (pattern, cycle, start) = understood(request)?;
        let mut writer = self.begin(actor, Activity::ChangeSeries).await?;
        let today = in_shanghai(writer.at()).date();
        let laid = queries::series(&mut writer, series).await?;
        let before = super::cycle_of(&laid)?;
        if before != cycle {
            let given = queries::last_given(&mut writer, laid.id, &period(before, today)).await?;
            let there = queries::last_given(&mut writer, laid.id, &period(cycle, today)).await?;
            match (given, there) {
                (Some((_, last)), Some((row, other))) if last > other => {
                    writer
                        .update("numbers_given", row, &[("last_value", last.into())])
                        .await?;
                }
                (Some((_, last)), None) => {
                    writer
                        .insert(
                            "numbers_given",
                            &[
                                ("series_id", laid.id.into()),
                                ("period", period(cycle, today).into()),
                                ("last_value", last.into()),
                            ],
                        )
                        .await?;
                }
                _ => {}
            }
        }
        writer
            .update(
                "number_series",
                laid.id,
                &[
                    ("pattern", pattern.as_str().into()),
                    ("reset_cycle", cycle.code().into()),
                    ("start_value", start.into()),
                ],
            )
            .await?;
        writer.about(Subject::Series(laid.id));
        writer.touch(Topic::settings());
        writer.note("why", request.why.trim());
        writer.note("to", format!("{pattern} · {} · {start}", cycle.code()));
        Ok(Done {
            value: (),
            changed: writer.commit().await?,
        })
    }
}

/// Pattern, cycle and start value; everything wrong with them at once.
fn understood(request: &ChangeSeries) -> Result<(String, ResetCycle, i64), SeriesRefusal> {
    let mut fields = Vec::new();
    let cycle = ResetCycle::from_code(&request.reset);
    if cycle.is_none() {
        fields.push(FieldProblem::needed("reset"));
    }
    let pattern = request.pattern.trim().to_owned();
    if let Some(fault) = cycle.and_then(|cycle| rules::complaint(&pattern, cycle)) {
        fields.push(beside("pattern", fault.code()));
    }
    let start = typed::integer(&request.start, 1, HIGHEST_START);
    if let Err(problem) = &start {
        fields.push(problem_at("start", problem));
    }
    if request.why.trim().is_empty() {
        fields.push(beside("why", SettingRefusal::NoReason.code()));
    }
    match (cycle, start) {
        (Some(cycle), Ok(start)) if fields.is_empty() => Ok((pattern, cycle, start)),
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
