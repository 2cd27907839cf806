//! What the window is told of files, and what it asks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::counting::Ordered;
use super::prepress::{self, CopyRow};
use super::queries::{self, ReceivedFile};
use super::{Counts, MadeBy, PageRun, PagesStand, PrepressTrouble};
use crate::error::DeskError;
use crate::inspector::{PageBox, Stated, StatedColours};
use crate::measures::{Millimetres, Size};
use crate::storage::Connection;

/// A file that was chosen, and for what.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiveFileRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// Row key of its component; empty for the order as a whole.
    pub component: String,
    /// Path the dialog answered.
    pub path: String,
    /// The customer's own version label.
    pub label: String,
    /// Who sent it.
    pub from_whom: String,
    /// How it came.
    pub how: String,
    /// The place of the file it replaces; none: it stands beside the others of its component.
    #[ts(type = "number | null")]
    pub replaces: Option<i64>,
    /// How its pages count.
    pub counts: Counts,
    /// Who made it.
    pub made_by: MadeBy,
}

/// A file belongs elsewhere, or counts otherwise.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeFileRequest {
    /// Its place.
    #[ts(type = "number")]
    pub place_id: i64,
    /// Row key of its component; empty for the order as a whole.
    pub component: String,
    /// How its pages count.
    pub counts: Counts,
}

/// A received file.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its place; the versions of a file share one.
    #[ts(type = "number")]
    pub place: i64,
    /// Row key of its component.
    pub component: String,
    /// The newest version of its place.
    pub newest: bool,
    /// Why it is out of use; empty while it is in use.
    pub out_reason: String,
    /// Its name as harmless text.
    pub name: String,
    /// The customer's own version label.
    pub label: String,
    /// Our running version within its place.
    #[ts(type = "number")]
    pub version: i64,
    /// What its content is: `pdf`, `cdr`, …
    pub kind: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub size: i64,
    /// Its hash.
    pub sha256: String,
    /// How many pages, where they could be counted.
    pub pages: Option<u32>,
    /// How they count.
    pub counts: Counts,
    /// So many P of its component.
    #[ts(type = "number | null")]
    pub p: Option<i64>,
    /// Pages by size; each row stands for its page and the ones after it until the next row.
    pub boxes: Vec<PageBoxes>,
    /// What a file without PDF pages says of itself.
    pub stated: Option<StatedView>,
    /// Why it was received without being read.
    pub refused: Option<UnreadView>,
    /// When, ISO UTC.
    pub received_at: String,
    /// Who sent it.
    pub from_whom: String,
    /// How it came.
    pub how: String,
    /// Who made it.
    pub made_by: MadeBy,
    /// Its customer is 直通: it is released as it was received (S-4.2.1b).
    pub locked: bool,
    /// Its name claims another kind than its content is.
    pub name_lies: bool,
    /// Where it stands on its way into the prepress folder; none while it is not due there.
    pub prepress: Option<PrepressView>,
    /// Where the same content was received before, on whichever order.
    pub before: Vec<ReceivedBefore>,
}

/// An earlier receipt of the same content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceivedBefore {
    /// The order it came with.
    #[ts(type = "number")]
    pub order_id: i64,
    /// 订单号.
    pub number: String,
    /// When, ISO UTC.
    pub received_at: String,
}

/// A version on its way into the prepress folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrepressView {
    /// waiting, kept, failed.
    pub state: String,
    /// Tries so far.
    #[ts(type = "number")]
    pub tries: i64,
    /// Why the last try came to nothing.
    pub trouble: Option<PrepressTrouble>,
    /// Folder and, once it lies there, name below the prepress folder.
    pub path: String,
    /// It lies in the prepress folder alone: what is there is the original.
    pub is_original: bool,
}

/// The pages of a component's files in use against its P数.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComponentPages {
    /// Row key of the component; empty for the order as a whole.
    pub component: String,
    /// Files in use.
    #[ts(type = "number")]
    pub files: i64,
    /// P of them all; none where the pages of one could not be counted.
    #[ts(type = "number | null")]
    pub sum: Option<i64>,
    /// P数 ordered.
    #[ts(type = "number | null")]
    pub ordered: Option<i64>,
    /// 0+0 needs no file.
    pub needs_file: bool,
    /// How the two stand.
    pub stand: PagesStand,
}

/// The boxes of a page as shown, turned upright: `210 × 285`, in mm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PageBoxes {
    /// The first page with these.
    pub page: u32,
    /// Finished size; empty where the file states none.
    pub trim: String,
    /// Sheet the page was made on.
    pub media: String,
    /// With bleed; empty where the file states none.
    pub bleed: String,
    /// What viewers show.
    pub crop: String,
    /// How large a unit of the page is, in points; empty where it is one.
    pub unit: String,
    /// Turned by so many degrees.
    pub rotate: u16,
}

/// What a file without PDF pages says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatedView {
    /// Version of the format or of the program; empty where it is not said.
    pub version: String,
    /// `2480 × 3508`; empty where it is not said.
    pub pixels: String,
    /// Pixels an inch, the coarser direction.
    pub ppi: Option<u32>,
    /// `210 × 297`, in mm; empty where it is neither said nor follows.
    pub size: String,
    /// `rgb`, `cmyk`, …; empty where it is not said.
    pub colours: String,
}

/// Why a file was received without being read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnreadView {
    /// Stable code.
    pub code: String,
    /// Facts for the words.
    pub params: BTreeMap<String, String>,
}

/// The files of an order: component by component, place by place, the newest version first.
///
/// # Errors
/// When the database cannot be read.
pub async fn views(connection: &mut Connection, order: i64) -> Result<Vec<FileView>, DeskError> {
    let components = queries::components(connection, order).await?;
    let copies = prepress::of_order(connection, order).await?;
    let files = queries::of_order(connection, order).await?;
    let locked = !files.is_empty() && queries::direct_lane(connection, order).await?;
    let mut views = Vec::new();
    for file in files {
        let before = queries::received_before(connection, &file).await?;
        let component = components
            .iter()
            .find(|component| component.key == file.component);
        let copy = copies.iter().find(|copy| copy.file == file.id);
        let ordered = component.map(|component| component.ordered);
        views.push(FileView {
            locked,
            ..view(
                file,
                ordered.unwrap_or_default(),
                before,
                copy.map(prepress_view),
            )
        });
    }
    Ok(views)
}

/// The pages of an order's files, summed by component, in the order of the components; the order as a whole last.
///
/// # Errors
/// When the database cannot be read.
pub async fn page_sums(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<ComponentPages>, DeskError> {
    let files = queries::of_order(connection, order).await?;
    let components = queries::components(connection, order).await?;
    let sums = prepress::component_pages(&files, &components);
    Ok(sums
        .into_iter()
        .map(|sum| ComponentPages {
            needs_file: sum.ordered.printed,
            component: sum.component,
            files: i64::try_from(sum.files).unwrap_or(i64::MAX),
            sum: sum.sum,
            ordered: sum.ordered.pages,
            stand: sum.stand,
        })
        .collect())
}

fn prepress_view(copy: &CopyRow) -> PrepressView {
    PrepressView {
        state: copy.state.clone(),
        tries: copy.tries,
        trouble: copy.trouble,
        is_original: copy.is_original,
        path: if copy.kept_as.is_empty() {
            copy.folder.clone()
        } else {
            copy.kept_as.clone()
        },
    }
}

fn view(
    file: ReceivedFile,
    ordered: Ordered,
    before: Vec<ReceivedBefore>,
    prepress: Option<PrepressView>,
) -> FileView {
    FileView {
        id: file.id,
        place: file.place,
        newest: file.newest,
        counts: file.counts,
        p: file.p(ordered),
        made_by: file.made_by,
        locked: false,
        prepress,
        component: file.component,
        out_reason: file.out_reason,
        name: file.name,
        label: file.label,
        version: file.version,
        kind: file.examined.kind.code().to_owned(),
        size: file.size,
        sha256: file.sha256,
        pages: file.examined.pages,
        boxes: file.examined.runs.iter().map(boxes).collect(),
        stated: file.examined.stated.as_ref().map(stated_view),
        refused: file.examined.unread.map(|reason| UnreadView {
            code: reason.code().to_owned(),
            params: reason
                .params()
                .into_iter()
                .map(|(name, fact)| (name.to_owned(), fact))
                .collect(),
        }),
        received_at: file.received_at,
        from_whom: file.from_whom,
        how: file.how,
        name_lies: file.examined.name_lies,
        before,
    }
}

fn stated_view(stated: &Stated) -> StatedView {
    let colours = stated.colours.map(|colours| match colours {
        StatedColours::Bitmap => "bitmap",
        StatedColours::Gray => "gray",
        StatedColours::Indexed => "indexed",
        StatedColours::Rgb => "rgb",
        StatedColours::Cmyk => "cmyk",
        StatedColours::Lab => "lab",
        StatedColours::Channels => "channels",
    });
    StatedView {
        version: stated.version.clone(),
        pixels: stated
            .pixels
            .map_or_else(String::new, |(width, height)| format!("{width} × {height}")),
        // The cast saturates: an absurd resolution stays an absurd number.
        ppi: stated.ppi.map(|(across, up)| across.min(up).round() as u32),
        size: stated.size.map_or_else(String::new, |(width, height)| {
            Size {
                width: Millimetres(width.into()),
                height: Millimetres(height.into()),
            }
            .to_string()
        }),
        colours: colours.unwrap_or_default().to_owned(),
    }
}

fn boxes(run: &PageRun) -> PageBoxes {
    let facts = &run.facts;
    let shown = |page_box: PageBox| size_of(page_box, facts.user_unit, facts.rotate % 180 == 90);
    let stated = |stated: bool, page_box: PageBox| {
        if stated {
            shown(page_box)
        } else {
            String::new()
        }
    };
    PageBoxes {
        page: run.page,
        trim: stated(facts.trim_stated, facts.trim),
        media: shown(facts.media),
        bleed: stated(facts.bleed_stated, facts.bleed),
        crop: shown(facts.crop),
        unit: if (facts.user_unit - 1.0).abs() < f64::EPSILON {
            String::new()
        } else {
            facts.user_unit.to_string()
        },
        rotate: facts.rotate,
    }
}

/// A box in millimetres, to the tenth: 1 pt = 25.4 / 72 mm.
fn size_of(page_box: PageBox, user_unit: f64, turned: bool) -> String {
    // The cast saturates, so an absurd page stays an absurd number.
    let tenths = |points: f64| Millimetres((points * user_unit * 254.0 / 72.0).round() as i64);
    let (width, height) = (tenths(page_box.width()), tenths(page_box.height()));
    let upright = if turned {
        (height, width)
    } else {
        (width, height)
    };
    Size {
        width: upright.0,
        height: upright.1,
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_1_1b_a_box_is_shown_in_millimetres_as_the_page_stands() {
        // FIELDS.md: 210 mm = 595.276 pt; 285 mm = 285 × 72 / 25.4 = 807.874 pt.
        let sheet = PageBox {
            left: 10.0,
            bottom: 10.0,
            right: 605.276,
            top: 817.874,
        };
        assert_eq!(size_of(sheet, 1.0, false), "210 × 285");
        assert_eq!(size_of(sheet, 1.0, true), "285 × 210");
        assert_eq!(size_of(sheet, 10.0, false), "2100 × 2850");
    }
}
