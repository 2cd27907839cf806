//! Marking where foil, UV, embossing and die-cutting go on a received file (S-4.2.6).

use std::collections::BTreeMap;

use super::file_positions::run_of;
use super::on_sheet::OnSheet;
use super::outline::Outline;
use super::queries::{self, FileToMark, MarkedFor, MarkedOn, PositionRow};
use super::rules::{After, Before, FinishingStep, check_issued, finishing_steps};
use super::typed_frame::{self, fitting, named};
use super::wire::{content_of, file_view, on_place, seen};
use super::{FilePositions, LONGEST_TOOL, MOST_POSITIONS, PositionRefusal, SavePositions};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::{DeskError, Failure};
use crate::files::PageRun;
use crate::inspector::ShownPage;
use crate::orders::order_facts;
use crate::storage::{Cell, Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

/// A position as it is to be kept.
struct Wanted {
    key: String,
    step: String,
    marked_for: MarkedFor,
    name: String,
    tool: String,
    sha256: String,
    page: u32,
    outline: Outline,
}

impl Wanted {
    fn content(&self) -> String {
        content_of(
            &self.step,
            &self.name,
            &self.tool,
            &self.sha256,
            self.page,
            &self.outline,
        )
    }

    /// What a sheet says of it.
    fn place(&self) -> String {
        let Self {
            step, name, tool, ..
        } = self;
        content_of(step, name, tool, "", self.page, &self.outline)
    }
}

impl Desk {
    /// Puts what is marked on a file in place of what was: new positions, moved ones, removed ones, and those that are taken
    /// over from an older version. Answers the file as it now stands.
    ///
    /// # Errors
    /// When the file is not in use, somebody else marked on it meanwhile, a position does not lie on its page, or the task
    /// sheet is issued.
    pub async fn save_positions(
        &self,
        actor: &Actor,
        request: SavePositions,
    ) -> Result<Done<FilePositions>, DeskError> {
        actor.account()?;
        let file = queries::file(&mut *self.read().await?, request.file_id)
            .await?
            .ok_or(PositionRefusal::NotInUse)?;
        // Reading a file again may take its time: before the act begins.
        let runs = self.page_runs(&file).await?;
        let mut writer = self.begin(actor, Activity::MarkPositions).await?;
        // Whether it is still the version in use is asked again where nobody else writes.
        let file = queries::file(&mut writer, request.file_id)
            .await?
            .filter(|file| file.in_use)
            .ok_or(PositionRefusal::NotInUse)?;
        writer.about(Subject::Order(file.order));
        let facts = order_facts(&mut writer, file.order).await?;
        let rows = queries::of_order(&mut writer, file.order).await?;
        if seen(&rows, file.place) != request.seen {
            return Err(PositionRefusal::ChangedMeanwhile.into());
        }
        let steps: BTreeMap<String, FinishingStep> = finishing_steps(&facts)
            .into_iter()
            .map(|step| (step.key.clone(), step))
            .collect();
        let before: Vec<PositionRow> = on_place(&rows, file.place).cloned().collect();
        let mut wanted: Vec<Wanted> = Vec::with_capacity(request.positions.len());
        for asked in request.positions {
            let known = before.iter().find(|row| row.key == asked.key);
            let name = named(&asked.name)?;
            if !asked.outline.is_measured() {
                return Err(PositionRefusal::OffThePage { name }.into());
            }
            let outline = match &asked.typed {
                Some(typed) => asked.outline.framed(typed_frame::read(typed)?),
                None => asked.outline,
            };
            let before_it = known
                .filter(|row| !asked.taken && row.step == asked.step)
                .map(|row| &row.marked_for);
            let one = Wanted {
                key: fitting(&asked.key, 40, true)?,
                marked_for: before_it
                    .cloned()
                    .or_else(|| steps.get(&asked.step).map(FinishingStep::marked_for))
                    .or_else(|| known.map(|row| row.marked_for.clone()))
                    .ok_or(PositionRefusal::NoSuchStep)?,
                step: asked.step,
                tool: fitting(&asked.tool, LONGEST_TOOL, false)?,
                sha256: match known.map(|row| &row.on) {
                    Some(MarkedOn::File { sha256, .. }) if !asked.taken => sha256.clone(),
                    _ => file.sha256.clone(),
                },
                page: asked.page,
                outline,
                name,
            };
            // What stays as it was on an older version is not measured on the new one.
            let untouched = known.is_some_and(|row| row.content() == one.content());
            if !untouched {
                check(&one, &steps, &file, &runs)?;
            }
            // A key names one position of the order.
            let taken = |row: &PositionRow| {
                row.key == one.key && !before.iter().any(|own| own.key == row.key)
            };
            if wanted.iter().any(|other| other.key == one.key) || rows.iter().any(taken) {
                return Err(PositionRefusal::ChangedMeanwhile.into());
            }
            wanted.push(one);
        }
        if rows.len() - before.len() + wanted.len() > MOST_POSITIONS {
            return Err(PositionRefusal::TooMany {
                most: MOST_POSITIONS,
            }
            .into());
        }
        if facts.issued {
            let on_sheet = OnSheet::read(&mut writer, &facts).await?;
            unmoved(&before, &wanted, &rows, &on_sheet)?;
        }
        write(&mut writer, (file.order, file.place), &before, &wanted).await?;
        writer.note("file", &file.name);
        writer.note("positions", wanted.len().to_string());
        let rows = queries::of_order(&mut writer, file.order).await?;
        let view = file_view(&file, &runs, &rows);
        Ok(Done {
            value: view,
            changed: commit_order(writer, file.order).await?,
        })
    }
}

fn check(
    one: &Wanted,
    steps: &BTreeMap<String, FinishingStep>,
    file: &FileToMark,
    runs: &[PageRun],
) -> Result<(), PositionRefusal> {
    let step = steps.get(&one.step).ok_or(PositionRefusal::NoSuchStep)?;
    let elsewhere = [&step.component_key, &file.component]
        .iter()
        .all(|key| !key.is_empty())
        && step.component_key != file.component;
    if elsewhere {
        return Err(PositionRefusal::OtherComponent {
            process: step.process.clone(),
            component: step.component.clone(),
            name: file.name.clone(),
        });
    }
    let pages = file.examined.pages.unwrap_or_default();
    let run = run_of(runs, one.page)
        .filter(|_| (1..=pages).contains(&one.page))
        .ok_or_else(|| PositionRefusal::NoSuchPage {
            name: one.name.clone(),
            pages,
        })?;
    one.outline.check(&one.name, &ShownPage::of(&run.facts))
}

fn unmoved(
    before: &[PositionRow],
    wanted: &[Wanted],
    rows: &[PositionRow],
    on_sheet: &OnSheet,
) -> Result<(), PositionRefusal> {
    let old: Vec<Before> = before
        .iter()
        .map(|row| Before {
            key: row.key.clone(),
            on_sheet: on_sheet.says(row),
            place: row.place(),
        })
        .collect();
    let new: Vec<After> = wanted
        .iter()
        .map(|one| After {
            key: one.key.clone(),
            step: one.step.clone(),
            place: one.place(),
        })
        .collect();
    check_issued(&old, &new, &on_sheet.steps_of(rows))
}

async fn write(
    writer: &mut Writer,
    (order, place): (i64, i64),
    before: &[PositionRow],
    wanted: &[Wanted],
) -> Result<(), DeskError> {
    for row in before {
        if !wanted.iter().any(|one| one.key == row.key) {
            writer.delete("positions", row.id).await?;
        }
    }
    for one in wanted {
        let outline = serde_json::to_string(&one.outline).map_err(|_| Failure::UnknownValue {
            what: "positions.outline",
            value: one.name.clone(),
        })?;
        let columns: Vec<(&'static str, Cell)> = vec![
            ("step", one.step.as_str().into()),
            ("process", one.marked_for.process.as_str().into()),
            ("component", one.marked_for.component.as_str().into()),
            ("name", one.name.as_str().into()),
            ("tool", one.tool.as_str().into()),
            ("sha256", one.sha256.as_str().into()),
            ("page", i64::from(one.page).into()),
            ("outline", outline.into()),
        ];
        match before.iter().find(|row| row.key == one.key) {
            Some(row) => writer.update("positions", row.id, &columns).await?,
            None => {
                let mut columns = columns;
                columns.extend([
                    ("order_id", order.into()),
                    ("row_key", one.key.as_str().into()),
                    ("place_id", place.into()),
                    ("words", "".into()),
                ]);
                writer.insert("positions", &columns).await?;
            }
        }
    }
    Ok(())
}
