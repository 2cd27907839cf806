//! What the window is told of files, and what it asks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PageRun;
use super::queries::{self, ReceivedFile};
use crate::error::DeskError;
use crate::inspector::PageBox;
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
}

/// A received file.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Row key of its component.
    pub component: String,
    /// Its name as harmless text.
    pub name: String,
    /// The customer's own version label.
    pub label: String,
    /// Our running version within the component.
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
    /// Pages by size; each row stands for its page and the ones after it until the next row.
    pub boxes: Vec<PageBoxes>,
    /// Why it was received without being read.
    pub refused: Option<UnreadView>,
    /// When, ISO UTC.
    pub received_at: String,
    /// Who sent it.
    pub from_whom: String,
    /// How it came.
    pub how: String,
    /// Its name claims another kind than its content is.
    pub name_lies: bool,
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
    /// Turned by so many degrees.
    pub rotate: u16,
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

/// The files of an order: component by component, the newest version first.
///
/// # Errors
/// When the database cannot be read.
pub async fn views(connection: &mut Connection, order: i64) -> Result<Vec<FileView>, DeskError> {
    let mut views = Vec::new();
    for file in queries::of_order(connection, order).await? {
        let before = queries::received_before(connection, &file).await?;
        views.push(view(file, before));
    }
    Ok(views)
}

fn view(file: ReceivedFile, before: Vec<ReceivedBefore>) -> FileView {
    FileView {
        id: file.id,
        component: file.component,
        name: file.name,
        label: file.label,
        version: file.version,
        kind: file.examined.kind.code().to_owned(),
        size: file.size,
        sha256: file.sha256,
        pages: file.examined.pages,
        boxes: file.examined.runs.iter().map(boxes).collect(),
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
