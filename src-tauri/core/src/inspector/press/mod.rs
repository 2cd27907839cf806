//! What a press would meet in a PDF: the pages followed instruction by instruction, without drawing them.
//!
//! Lines, colours, pictures, fonts and text are noted with the page and the place where they stand. Whether that is
//! good or bad is not decided here: see [`crate::preflight`].
//!
//! **Invariant:** what is not printed is not noted: marks outside the bleed, hidden layers, text that is only searched.
//! **Invariant:** what was not read is told ([`Unread`]); nothing is passed over in silence.

pub(super) mod balance;
mod catalog;
mod facts;
mod fonts;
mod inks;
mod look;
mod notes;
mod paint;
mod picture;
mod space;
mod state;
mod text;
mod tokens;
mod walk;

pub use facts::{
    FontFacts, FontKind, ImageFacts, Layer, OutputIntent, PagePress, Pages, Point, PressFacts,
    SpaceKind, SpaceUse, SpotUse, Unread,
};

pub(super) use inks::note_inks;

use super::page_tree::PageNode;
use super::{PageBox, PageFacts};
use look::{array, dictionary, name, whole};
use lopdf::Document;
use notes::Notes;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Instant;
use walk::Walk;

/// Counts the changes of what is noted: facts an older reader noted are read anew.
pub const READER: i64 = 2;

/// So much around a trim without a bleed is looked at: 3 mm in points.
const USUAL_BLEED: f64 = 3.0 * 72.0 / 25.4;

/// Remarks of one page that are looked at.
const MOST_REMARKS: usize = 20_000;

/// Reads what would be printed on `nodes`; pages left at `deadline` say so. `saw` is told after each of them.
pub(super) fn read(
    document: &Document,
    nodes: &[PageNode<'_>],
    deadline: Instant,
    saw: &mut dyn FnMut(u32, u32),
) -> PressFacts {
    let all = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
    let mut walk = Walk::new(document, deadline);
    let mut spaces: BTreeMap<SpaceKind, (Pages, Point)> = BTreeMap::new();
    let mut spots: BTreeMap<Rc<str>, (Pages, Point)> = BTreeMap::new();
    let mut pages = Vec::with_capacity(nodes.len());
    for (number, node) in (1..).zip(nodes) {
        let notes = Notes::new(number, node.facts.user_unit);
        walk.page(notes, node.page, node.resources, region(&node.facts));
        remarks(&mut walk, node);
        if let Some(resources) = node.resources {
            walk.fonts.carried(document, resources);
        }
        let first = |at: &Point| (Pages::default(), *at);
        for (space, at) in &walk.notes.spaces {
            let of = spaces.entry(*space).or_insert_with(|| first(at));
            of.0.add(number);
        }
        for (spot, at) in &walk.notes.spots {
            let of = spots.entry(Rc::clone(spot)).or_insert_with(|| first(at));
            of.0.add(number);
        }
        for font in &walk.notes.fonts {
            walk.fonts.used(*font, number);
        }
        pages.push(walk.notes.press);
        saw(number, all);
    }
    PressFacts {
        standard: catalog::standard(document),
        intent: catalog::intent(document),
        fonts: walk.fonts.found,
        images: walk.images,
        spaces: spaces
            .into_iter()
            .map(|(space, (pages, first))| SpaceUse {
                space,
                pages,
                first: Some(first),
            })
            .collect(),
        spots: spots
            .into_iter()
            .map(|(name, (pages, first))| SpotUse {
                name: name.to_string(),
                pages,
                first: Some(first),
            })
            .collect(),
        layers: walk.layers.listed,
        pages,
    }
}

/// The part of a page that is printed and not cut off unseen: trim and bleed where they are stated, else what is shown.
fn region(page: &PageFacts) -> PageBox {
    if !page.bleed_stated && !page.trim_stated {
        return page.crop;
    }
    let (trim, bleed) = (page.trim, page.bleed);
    let around = if page.bleed_stated {
        PageBox {
            left: trim.left.min(bleed.left),
            bottom: trim.bottom.min(bleed.bottom),
            right: trim.right.max(bleed.right),
            top: trim.top.max(bleed.top),
        }
    } else {
        let more = USUAL_BLEED / page.user_unit;
        PageBox {
            left: trim.left - more,
            bottom: trim.bottom - more,
            right: trim.right + more,
            top: trim.top + more,
        }
    };
    around.within(page.media).unwrap_or(page.crop)
}

/// Counts remarks and fields, and lists the fonts they are drawn with.
fn remarks(walk: &mut Walk<'_>, node: &PageNode<'_>) {
    const HIDDEN: i64 = 2;
    const PRINTED: i64 = 4;
    let document = walk.document;
    for stated in array(document, node.page, b"Annots")
        .iter()
        .take(MOST_REMARKS)
    {
        let Some(remark) = dictionary(document, stated) else {
            continue;
        };
        walk.fonts.of_remark(document, remark);
        let flags = whole(document, remark, b"F").unwrap_or(0);
        let press = &mut walk.notes.press;
        match name(document, remark, b"Subtype") {
            Some(b"Widget") if flags & HIDDEN != 0 => {}
            Some(b"Widget") => press.fields += 1,
            // Where they are clicked, and what belongs to the press itself.
            None | Some(b"Link" | b"Popup" | b"PrinterMark" | b"TrapNet") => {}
            Some(_) if flags & HIDDEN != 0 => {}
            Some(_) if flags & PRINTED != 0 => press.printed_remarks += 1,
            Some(_) => press.shown_remarks += 1,
        }
    }
}
