//! What the window is told of positions, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::finish::Finish;
use super::outline::Outline;
use super::queries::{self, FileToMark, MarkedOn, PositionRow};
use super::rules::{FinishingStep, Standing, finishing_steps};
use crate::error::DeskError;
use crate::files::{FileHash, PageRun};
use crate::inspector::ShownPage;
use crate::measures::Millimetres;
use crate::orders::OrderFacts;
use crate::storage::Connection;

/// What is marked on a file, as it is to stand from now on.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavePositions {
    /// The received file: the version in use.
    #[ts(type = "number")]
    pub file_id: i64,
    /// [`FilePositions::seen`] as it was shown.
    pub seen: String,
    /// All of its positions.
    pub positions: Vec<PositionRequest>,
}

/// One position on a file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PositionRequest {
    /// Its row key: it stays with it, and comes back with it when a removal is taken back.
    pub key: String,
    /// Row key of its step of finishing.
    pub step: String,
    /// Its name.
    pub name: String,
    /// Foil or die.
    pub tool: String,
    /// The page, from 1.
    pub page: u32,
    /// Where, as drawn.
    pub outline: Outline,
    /// Where, as typed: the outline is moved and stretched to it.
    pub typed: Option<TypedFrame>,
    /// It stands for the newest version, too; one that was marked on an older version stays stale without.
    pub taken: bool,
}

/// Place and size as typed, in millimetres.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TypedFrame {
    /// From the left edge of the trim.
    pub left: String,
    /// From the upper edge of the trim.
    pub top: String,
    /// Width.
    pub width: String,
    /// Height.
    pub height: String,
}

/// A position that is said of a sample in words.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkOnSample {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// Row key of the step of finishing.
    pub step: String,
    /// The sample it is marked on.
    #[ts(type = "number")]
    pub sample_id: i64,
    /// Where, and how large.
    pub words: String,
    /// Foil or die.
    pub tool: String,
}

/// A position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PositionView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its row key.
    pub key: String,
    /// Row key of its step of finishing.
    pub step: String,
    /// Its name.
    pub name: String,
    /// Foil or die.
    pub tool: String,
    /// The place of its file; none on a sample.
    #[ts(type = "number | null")]
    pub place: Option<i64>,
    /// Name of the file, or number of the sample.
    pub on: String,
    /// The page, from 1; 0 on a sample.
    pub page: u32,
    /// Where; none on a sample.
    pub outline: Option<Outline>,
    /// Where in words: `85 × 20 mm，左 62.5 上 40`, or as it was said of the sample.
    pub words: String,
    /// A newer version of its file came since, or its step became another process or went to another component.
    pub stale: bool,
    /// Its file is out of use.
    pub out_of_use: bool,
}

/// A step of finishing and what is marked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepPositions {
    /// Its row key.
    pub key: String,
    /// 工艺.
    pub process: String,
    /// Name of its component; empty for the whole.
    pub component: String,
    /// Row key of its component; empty for the whole.
    pub component_key: String,
    /// What it does, for the colour.
    pub finish: Finish,
    /// It needs a position.
    pub asked: bool,
    /// Its positions.
    pub positions: Vec<PositionView>,
}

/// The positions of an order, step by step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderPositions {
    /// Every step of finishing, in the order they are done.
    pub steps: Vec<StepPositions>,
    /// Positions whose step is no longer on the order.
    pub left: Vec<PositionView>,
}

/// The pages of a file as they are seen, in millimetres; each row stands for its page and the ones after it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShownPages {
    /// The first page of these sizes, from 1.
    pub page: u32,
    /// Width of what is shown.
    pub width: f64,
    /// Height of what is shown.
    pub height: f64,
    /// Where the trim begins.
    pub trim_left: f64,
    /// Where the trim begins.
    pub trim_top: f64,
    /// Width of the trim.
    pub trim_width: f64,
    /// Height of the trim.
    pub trim_height: f64,
}

/// A file on which positions are marked.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilePositions {
    /// Its row.
    #[ts(type = "number")]
    pub file_id: i64,
    /// Its name.
    pub name: String,
    /// Our running version.
    #[ts(type = "number")]
    pub version: i64,
    /// Its hash: by it its pages are drawn.
    pub sha256: String,
    /// How many pages.
    pub pages: u32,
    /// Its pages as they are seen.
    pub sizes: Vec<ShownPages>,
    /// What is marked on it, as it stands; sent back with what is to be saved.
    pub seen: String,
    /// What is marked on it.
    pub positions: Vec<PositionView>,
}

/// The positions of an order as its page shows them.
///
/// # Errors
/// When the database cannot be read.
pub async fn order_positions(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<OrderPositions, DeskError> {
    let rows = queries::of_order(connection, facts.id).await?;
    let steps = finishing_steps(facts);
    let left = rows
        .iter()
        .filter(|row| !steps.iter().any(|step| step.key == row.step))
        .map(view)
        .collect();
    let steps = steps
        .into_iter()
        .map(|step| step_view(step, &rows))
        .collect();
    Ok(OrderPositions { steps, left })
}

fn step_view(step: FinishingStep, rows: &[PositionRow]) -> StepPositions {
    StepPositions {
        finish: Finish::of(&step.process),
        positions: rows
            .iter()
            .filter(|row| row.step == step.key)
            .map(view)
            .collect(),
        key: step.key,
        process: step.process,
        component: step.component,
        component_key: step.component_key,
        asked: step.asked,
    }
}

fn view(row: &PositionRow) -> PositionView {
    let (place, on, page, outline) = match &row.on {
        MarkedOn::File {
            place,
            file,
            page,
            outline,
            ..
        } => (Some(*place), file.clone(), *page, Some(outline.clone())),
        MarkedOn::Sample { number, .. } => (None, number.clone(), 0, None),
    };
    PositionView {
        id: row.id,
        key: row.key.clone(),
        step: row.step.clone(),
        name: row.name.clone(),
        tool: row.tool.clone(),
        place,
        on,
        page,
        outline,
        words: row.where_words(),
        stale: row.standing() == Standing::Stale,
        out_of_use: row.standing() == Standing::OutOfUse,
    }
}

impl PositionRow {
    /// Where it is, as people write it: `85 × 20 mm，左 62.5 上 40`.
    pub(crate) fn where_words(&self) -> String {
        match &self.on {
            MarkedOn::File { outline, .. } => {
                let frame = outline.frame();
                let mm = Millimetres;
                format!(
                    "{} × {} mm，左 {} 上 {}",
                    mm(frame.width),
                    mm(frame.height),
                    mm(frame.left),
                    mm(frame.top)
                )
            }
            MarkedOn::Sample { words, .. } => words.clone(),
        }
    }
}

/// A file as the editor shows it.
pub(super) fn file_view(
    file: &FileToMark,
    runs: &[PageRun],
    rows: &[PositionRow],
) -> FilePositions {
    FilePositions {
        file_id: file.id,
        name: file.name.clone(),
        version: file.version,
        sha256: file.sha256.clone(),
        pages: file.examined.pages.unwrap_or_default(),
        sizes: runs.iter().map(shown_pages).collect(),
        seen: seen(rows, file.place),
        positions: on_place(rows, file.place).map(view).collect(),
    }
}

fn shown_pages(run: &PageRun) -> ShownPages {
    let page = ShownPage::of(&run.facts);
    ShownPages {
        page: run.page,
        width: page.width,
        height: page.height,
        trim_left: page.trim.left,
        trim_top: page.trim.top,
        trim_width: page.trim.width,
        trim_height: page.trim.height,
    }
}

/// The positions on the file of a place.
pub(super) fn on_place(rows: &[PositionRow], place: i64) -> impl Iterator<Item = &PositionRow> {
    rows.iter()
        .filter(move |row| matches!(&row.on, MarkedOn::File { place: own, .. } if *own == place))
}

/// A short mark of what stands on a file: another one when somebody has changed it.
pub(super) fn seen(rows: &[PositionRow], place: i64) -> String {
    use sha2::Digest as _;
    let mut digest = sha2::Sha256::new_with_prefix(b"docket positions 1\n");
    for row in on_place(rows, place) {
        digest.update(format!("{}\n{}\n", row.key, row.content()));
    }
    FileHash::finished(digest)
        .as_str()
        .chars()
        .take(16)
        .collect()
}

impl PositionRow {
    /// All of it in one text; two that say the same have the same.
    pub(super) fn content(&self) -> String {
        let Self {
            step,
            name,
            tool,
            on,
            ..
        } = self;
        match on {
            MarkedOn::File {
                sha256,
                page,
                outline,
                ..
            } => content_of(step, name, tool, sha256, *page, outline),
            MarkedOn::Sample { sample, words, .. } => {
                format!("{step:?} {name:?} {tool:?} {sample} {words:?}")
            }
        }
    }
}

impl PositionRow {
    /// What a sheet says of it, whatever version of its file it is marked on.
    pub(super) fn place(&self) -> String {
        let Self {
            step, name, tool, ..
        } = self;
        match &self.on {
            MarkedOn::File { page, outline, .. } => {
                content_of(step, name, tool, "", *page, outline)
            }
            MarkedOn::Sample { .. } => self.content(),
        }
    }
}

/// See [`PositionRow::content`].
pub(super) fn content_of(
    step: &str,
    name: &str,
    tool: &str,
    sha256: &str,
    page: u32,
    outline: &Outline,
) -> String {
    format!("{step:?} {name:?} {tool:?} {sha256} {page} {outline:?}")
}
