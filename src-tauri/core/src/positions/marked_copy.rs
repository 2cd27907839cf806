//! A copy of the customer's file that carries its stamp, folios and positions (S-4.2.4b, S-4.2.5b, S-4.2.6). The file itself
//! is never changed: the copy begins with its very bytes, and what is new stands behind them.

use serde::Deserialize;
use ts_rs::TS;

use super::file_positions::run_of;
use super::finish::Finish;
use super::queries::{self, FileToMark, MarkedOn, PositionRow};
use super::rules::Standing;
use super::wire::on_place;
use super::{PositionRefusal, finishing_steps};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::desk::reckon_aside;
use crate::documents::StampBlock;
use crate::documents::forms::marked_copy::{
    Corner, Ink, MarkedCopyFacts, MarkedPage, MarkedPosition,
};
use crate::error::{DeskError, Failure};
use crate::files::{PageRun, Paper, store_row};
use crate::inspector::ShownPage;
use crate::orders::order_facts;
use crate::samples::{self, sample_facts, stamp_blocks};
use crate::storage::Subject;
use crate::wire::Done;

/// The longest list of pages that is read.
const LONGEST_LIST: usize = 500;
/// The highest folio.
const HIGHEST_FOLIO: u32 = 99_999;

/// What a copy of a file is to carry.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkedCopyRequest {
    /// The received file: the version in use.
    #[ts(type = "number")]
    pub file_id: i64,
    /// The sample whose stamp it carries, on its first page; none for a copy without.
    #[ts(type = "number | null")]
    pub sample_id: Option<i64>,
    /// Where the stamp stands.
    pub corner: Corner,
    /// Whether positions are drawn.
    pub positions: bool,
    /// Pages that have no folio of their own: `1-16, 20`; empty for none.
    pub folio_pages: String,
    /// The number of the first of them.
    pub first_folio: u32,
}

impl Desk {
    /// Makes the copy and keeps it like every paper.
    ///
    /// # Errors
    /// When there is nothing to draw, the sample has no stamp that holds, or the file is encrypted, signed or broken.
    pub async fn make_marked_copy(
        &self,
        actor: &Actor,
        request: MarkedCopyRequest,
    ) -> Result<Done<Paper>, DeskError> {
        actor.account()?;
        if !self.may_today(actor, Activity::MakeMarkedCopy).await? {
            // The door says it in its own words.
            self.begin(actor, Activity::MakeMarkedCopy).await?;
        }
        let (file, rows, stamp, steps) = {
            let mut reader = self.read().await?;
            let file = queries::file(&mut reader, request.file_id)
                .await?
                .ok_or(PositionRefusal::NotInUse)?;
            let facts = order_facts(&mut reader, file.order).await?;
            let rows = queries::of_order(&mut reader, file.order).await?;
            let stamp = match request.sample_id {
                Some(sample) => Some(self.stamp_of(&mut reader, &file, sample).await?),
                None => None,
            };
            (file, rows, stamp, finishing_steps(&facts))
        };
        let runs = self.page_runs(&file).await?;
        let pages = file.examined.pages.unwrap_or_default();
        let finish = |key: &str| {
            let step = steps.iter().find(|step| step.key == key);
            step.map_or(Finish::Other, |step| Finish::of(&step.process))
        };
        let positions: Vec<&PositionRow> = on_place(&rows, file.place)
            .filter(|row| request.positions && row.standing() == Standing::Holds)
            .collect();
        let stamp = stamp.map(|block| StampBlock {
            positions: names_of(&rows),
            ..block
        });
        let folios = folios(&request, pages)?;
        let (numbers, pages) = marked_pages(
            &runs,
            stamp.map(|block| (block, request.corner)),
            &folios,
            &positions,
            finish,
        )?;
        if numbers.is_empty() {
            return Err(PositionRefusal::NothingToDraw.into());
        }
        self.keep_marked_copy(actor, &file, numbers, pages).await
    }

    /// The stamp of a sample, if it holds today; that of a proof stands on what it was printed from, and nowhere else.
    async fn stamp_of(
        &self,
        reader: &mut crate::storage::Connection,
        file: &FileToMark,
        sample: i64,
    ) -> Result<StampBlock, DeskError> {
        let (today, order) = (self.today(), file.order);
        let views = samples::views(reader, order, today).await?;
        let number = views
            .into_iter()
            .find(|view| view.id == sample)
            .map(|view| view.number)
            .ok_or(PositionRefusal::NoSuchSample)?;
        let proofs = samples::proofs_among(reader, order).await?;
        if proofs
            .get(&sample)
            .is_some_and(|proof| !proof.shows(&file.sha256))
        {
            return Err(samples::SampleRefusal::StampOfAnotherFile { number }.into());
        }
        let holds = sample_facts(reader, order)
            .await?
            .iter()
            .any(|facts| facts.number == number && facts.goes_on(today));
        stamp_blocks(reader, order)
            .await?
            .into_iter()
            .find(|block| holds && block.sample_number == number)
            .ok_or_else(|| samples::SampleRefusal::NoStampToPrint { number }.into())
    }

    async fn keep_marked_copy(
        &self,
        actor: &Actor,
        file: &FileToMark,
        numbers: Vec<u32>,
        pages: Vec<MarkedPage>,
    ) -> Result<Done<Paper>, DeskError> {
        let facts = MarkedCopyFacts {
            pages,
            made_at: self.now(),
        };
        let press = self.press().clone();
        let over = reckon_aside(move || press.pdf(&facts)).await??;
        let path = self.original_path(&file.sha256).await?;
        let end = self.inspector().mark(&path, &over, numbers).await?;
        let store = self.store();
        let kept = reckon_aside(move || store.keep_with_end(&path, &end)).await?;
        let kept = kept.map_err(Failure::Store)?;
        let mut writer = self.begin(actor, Activity::MakeMarkedCopy).await?;
        writer.about(Subject::Order(file.order));
        writer.note("file", &file.name);
        writer.note("sha256", kept.sha256.as_str());
        store_row(&mut writer, &kept).await?;
        let changed = writer.commit().await?;
        let stem = file
            .name
            .rsplit_once('.')
            .map_or(file.name.as_str(), |(stem, _)| stem);
        Ok(Done {
            value: Paper {
                sha256: kept.sha256.into(),
                file_name: format!("{stem}-样稿.pdf"),
                pages: file.examined.pages.unwrap_or_default(),
            },
            changed,
        })
    }
}

/// 特殊工艺位置 on the stamp: the names of what is marked.
fn names_of(rows: &[PositionRow]) -> String {
    let names: Vec<String> = rows
        .iter()
        .filter(|row| row.standing() == Standing::Holds)
        .map(|row| match &row.on {
            MarkedOn::File { page, .. } => format!("{}（第 {page} 页）", row.name),
            MarkedOn::Sample { words, .. } => format!("{}（{words}）", row.name),
        })
        .collect();
    names.join("；")
}

/// The folios that are asked for: page and number.
fn folios(request: &MarkedCopyRequest, pages: u32) -> Result<Vec<(u32, String)>, PositionRefusal> {
    let listed = read_pages(&request.folio_pages, pages)?;
    let highest = request
        .first_folio
        .checked_add(u32::try_from(listed.len()).unwrap_or(u32::MAX));
    if !listed.is_empty() && highest.is_none_or(|highest| highest > HIGHEST_FOLIO) {
        return Err(PositionRefusal::BadPages { pages });
    }
    let numbers = (request.first_folio..).map(|number| number.to_string());
    Ok(listed.into_iter().zip(numbers).collect())
}

/// `1-16, 20、22–24`: pages of a file of `pages`, in order, none twice.
fn read_pages(text: &str, pages: u32) -> Result<Vec<u32>, PositionRefusal> {
    let bad = || PositionRefusal::BadPages { pages };
    if text.chars().count() > LONGEST_LIST {
        return Err(bad());
    }
    let folded = super::finish::folded(text);
    let mut found = std::collections::BTreeSet::new();
    for part in folded.split([',', '、', '，', ';', '；']) {
        if part.is_empty() {
            continue;
        }
        let read = |number: &str| number.parse::<u32>().map_err(|_| bad());
        let (first, last) = match part.split_once(['-', '–', '—', '~', '至']) {
            Some((first, last)) => (read(first)?, read(last)?),
            None => (read(part)?, read(part)?),
        };
        if first == 0 || last > pages || first > last {
            return Err(bad());
        }
        found.extend(first..=last);
    }
    Ok(found.into_iter().collect())
}

/// The pages that carry any mark, with their numbers.
fn marked_pages(
    runs: &[PageRun],
    mut stamp: Option<(StampBlock, Corner)>,
    folios: &[(u32, String)],
    positions: &[&PositionRow],
    finish: impl Fn(&str) -> Finish,
) -> Result<(Vec<u32>, Vec<MarkedPage>), DeskError> {
    let mut numbers: std::collections::BTreeSet<u32> =
        folios.iter().map(|(page, _)| *page).collect();
    numbers.extend(positions.iter().filter_map(|row| match &row.on {
        MarkedOn::File { page, .. } => Some(*page),
        MarkedOn::Sample { .. } => None,
    }));
    if stamp.is_some() {
        numbers.insert(1);
    }
    let mut pages = Vec::with_capacity(numbers.len());
    for number in &numbers {
        let run = run_of(runs, *number).ok_or(Failure::Missing("received_files.inspected"))?;
        let shown = ShownPage::of(&run.facts);
        let trim = shown.trim;
        pages.push(MarkedPage {
            size: (shown.width as f32, shown.height as f32),
            trim: [trim.left, trim.top, trim.width, trim.height].map(|length| length as f32),
            stamp: stamp.take_if(|_| *number == 1),
            folio: folios
                .iter()
                .find(|(page, _)| page == number)
                .map(|(_, folio)| folio.clone()),
            positions: positions
                .iter()
                .filter_map(|row| drawn(row, *number, &finish))
                .collect(),
        });
    }
    Ok((numbers.into_iter().collect(), pages))
}

fn drawn(
    row: &PositionRow,
    number: u32,
    finish: &impl Fn(&str) -> Finish,
) -> Option<MarkedPosition> {
    let MarkedOn::File { page, outline, .. } = &row.on else {
        return None;
    };
    if *page != number {
        return None;
    }
    let tenths = |(x, y): (i64, i64)| (x as f32 / 10.0, y as f32 / 10.0);
    Some(MarkedPosition {
        corners: outline.corners().into_iter().map(tenths).collect(),
        ink: ink_of(finish(&row.step)),
        words: row.label(),
    })
}

/// The colour a process is drawn in on paper.
pub(crate) const fn ink_of(finish: Finish) -> Ink {
    match finish {
        Finish::Foil => Ink::Gold,
        Finish::Varnish => Ink::Blue,
        Finish::Emboss => Ink::Green,
        Finish::Deboss => Ink::Teal,
        Finish::DieCut => Ink::Magenta,
        Finish::Other => Ink::Violet,
    }
}

impl PositionRow {
    /// `书名 85 × 20 mm，左 62.5 上 40 · 金箔`.
    pub(crate) fn label(&self) -> String {
        let label = format!("{} {}", self.name, self.where_words());
        if self.tool.is_empty() {
            label
        } else {
            format!("{label} · {}", self.tool)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_2_5b_pages_without_a_folio_are_listed_as_people_write_them() {
        let table: [(&str, Option<&[u32]>); 9] = [
            ("", Some(&[])),
            ("3", Some(&[3])),
            ("1-4", Some(&[1, 2, 3, 4])),
            ("８，2 － 4、3", Some(&[2, 3, 4, 8])),
            ("1至2；", Some(&[1, 2])),
            ("0", None),
            ("7-9", None),
            ("4-3", None),
            ("封面", None),
        ];
        for (text, pages) in table {
            let read = read_pages(text, 8);
            assert_eq!(read.as_deref().ok(), pages, "{text}");
        }
    }
}
