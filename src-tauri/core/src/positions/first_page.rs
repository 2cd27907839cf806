//! The first page of the customer's file, small, for the task sheet: drawn once for a content and kept.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::file_positions::run_of;
use super::finish::Finish;
use super::marked_copy::ink_of;
use super::queries::{self, FileToShow, MarkedOn, PositionRow};
use super::rules::{Standing, finishing_steps};
use crate::Desk;
use crate::desk::reckon_aside;
use crate::documents::GreyPicture;
use crate::documents::forms::task_sheet::{SheetFirstPage, SheetPosition};
use crate::error::{DeskError, Failure};
use crate::files::{FileHash, Kept, direct_lane, store_row};
use crate::inspector::ShownPage;
use crate::orders::OrderFacts;
use crate::storage::{Connection, Writer};

/// The page that is shown.
const FIRST: u32 = 1;
/// So many are held until a sheet takes them.
const MOST_WAITING: usize = 64;

/// Thumbnails that were drawn and wait for the act that enters them.
#[derive(Debug, Default)]
pub(crate) struct Thumbnails {
    drawn: Mutex<BTreeMap<String, (Kept, Arc<GreyPicture>)>>,
}

impl Thumbnails {
    fn of(&self, sha256: &str) -> Option<(Kept, Arc<GreyPicture>)> {
        let drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        drawn.get(sha256).cloned()
    }

    fn take_in(&self, sha256: String, kept: Kept, picture: GreyPicture) {
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if drawn.len() >= MOST_WAITING {
            drawn.clear();
        }
        drawn.insert(sha256, (kept, Arc::new(picture)));
    }
}

impl Desk {
    /// Draws the first page of an order's file before an act begins that puts it on paper: that may take its time. Where it
    /// cannot be drawn, the sheet says so in a line.
    pub(crate) async fn prepare_first_page(&self, order: i64) {
        if let Err(error) = self.draw_first_page(order).await {
            tracing::info!(code = crate::error::Refuse::code(&error), "no thumbnail");
        }
    }

    async fn draw_first_page(&self, order: i64) -> Result<(), DeskError> {
        let file = {
            let mut reader = self.read().await?;
            let rows = queries::of_order(&mut reader, order).await?;
            let Some(file) = file_to_show(&mut reader, order, &rows).await? else {
                return Ok(());
            };
            if file.pages() == 0
                || queries::thumbnail(&mut reader, &file.sha256, FIRST)
                    .await?
                    .is_some()
            {
                return Ok(());
            }
            file
        };
        if self.thumbnails().of(&file.sha256).is_some() {
            return Ok(());
        }
        let path = self.original_path(&file.sha256).await?;
        let picture = self.inspector().thumbnail(&path, FIRST).await?;
        let (store, bytes) = (self.store(), picture.written());
        let kept = reckon_aside(move || store.keep_bytes(&bytes)).await?;
        let kept = kept.map_err(Failure::Store)?;
        self.thumbnails().take_in(file.sha256, kept, picture);
        Ok(())
    }
}

/// The file whose first page is shown: one that is marked there, else the first of the first component.
async fn file_to_show(
    connection: &mut Connection,
    order: i64,
    rows: &[PositionRow],
) -> Result<Option<FileToShow>, DeskError> {
    let files = queries::files_to_show(connection, order).await?;
    let marked = |file: &FileToShow| {
        rows.iter().any(|row| match &row.on {
            MarkedOn::File { place, page, .. } => *place == file.place && *page == FIRST,
            MarkedOn::Sample { .. } => false,
        })
    };
    let shown = |file: &FileToShow| file.pages() > 0;
    let chosen = files
        .iter()
        .position(|file| shown(file) && marked(file))
        .or_else(|| files.iter().position(shown))
        .unwrap_or_default();
    Ok(files.into_iter().nth(chosen))
}

/// What the task sheet shows of the files of an order, in the act that freezes it.
///
/// # Errors
/// When the database fails. A picture that is missing is a line of words.
pub(crate) async fn first_page(
    writer: &mut Writer,
    desk: &Desk,
    facts: &OrderFacts,
) -> Result<SheetFirstPage, DeskError> {
    let rows = queries::of_order(writer, facts.id).await?;
    let steps = finishing_steps(facts);
    let file = file_to_show(writer, facts.id, &rows).await?;
    let mut page = SheetFirstPage::default();
    if let Some(file) = &file {
        page.picture = kept_picture(writer, desk, file).await?;
        page.caption = if page.picture.is_some() {
            format!("{} 第 {FIRST} 页（仅供辨认，颜色不作准）", file.name)
        } else {
            format!("首页图未能印上：{} 看不了页面", file.name)
        };
        if let Some(run) = run_of(&file.examined.runs, FIRST).filter(|_| page.picture.is_some()) {
            let shown = ShownPage::of(&run.facts);
            let tenths = |length: f64| (length * 10.0).round() as i64;
            page.size = (tenths(shown.width), tenths(shown.height));
            page.trim = (tenths(shown.trim.left), tenths(shown.trim.top));
            page.sha256.clone_from(&file.sha256);
        }
    }
    page.positions = rows
        .iter()
        .filter(|row| row.standing() == Standing::Holds)
        .filter_map(|row| {
            let step = steps.iter().find(|step| step.key == row.step)?;
            let process = format!("{} {}", step.component, step.process);
            let (on, corners) = match &row.on {
                MarkedOn::File {
                    place,
                    file: name,
                    page: number,
                    outline,
                    ..
                } => {
                    let shown = file.as_ref().is_some_and(|file| file.place == *place);
                    let drawn = shown && *number == FIRST && page.picture.is_some();
                    let corners = if drawn { outline.corners() } else { Vec::new() };
                    (format!("{name} 第 {number} 页"), corners)
                }
                MarkedOn::Sample { number, .. } => (format!("样本 {number}"), Vec::new()),
            };
            Some(SheetPosition {
                process: process.trim().to_owned(),
                words: row.label(),
                on,
                corners,
                ink: ink_of(Finish::of(&step.process)),
            })
        })
        .collect();
    if direct_lane(writer, facts.id).await? {
        return Ok(page);
    }
    // What is not marked, or was marked on what is no longer used, is said: nobody guesses where it goes.
    for step in steps.iter().filter(|step| step.asked) {
        let holds = |row: &&PositionRow| row.step == step.key && row.standing() == Standing::Holds;
        if rows.iter().any(|row| holds(&row)) {
            continue;
        }
        page.positions.push(SheetPosition {
            process: format!("{} {}", step.component, step.process)
                .trim()
                .to_owned(),
            words: "位置待标".to_owned(),
            on: String::new(),
            corners: Vec::new(),
            ink: ink_of(Finish::of(&step.process)),
        });
    }
    Ok(page)
}

/// The picture that is kept, or the one that was drawn a moment ago, which is entered here.
async fn kept_picture(
    writer: &mut Writer,
    desk: &Desk,
    file: &FileToShow,
) -> Result<Option<Arc<GreyPicture>>, DeskError> {
    if let Some(kept) = queries::thumbnail(writer, &file.sha256, FIRST).await? {
        let Some(hash) = FileHash::read(&kept) else {
            return Ok(None);
        };
        let store = desk.store();
        let read = reckon_aside(move || store.read(&hash)).await?;
        return Ok(read
            .ok()
            .and_then(|bytes| GreyPicture::read(&bytes))
            .map(Arc::new));
    }
    let Some((kept, picture)) = desk.thumbnails().of(&file.sha256) else {
        return Ok(None);
    };
    store_row(writer, &kept).await?;
    let columns = [
        ("sha256", file.sha256.as_str().into()),
        ("page", i64::from(FIRST).into()),
        ("kept", kept.sha256.as_str().into()),
    ];
    writer.insert("page_thumbnails", &columns).await?;
    Ok(Some(picture))
}
