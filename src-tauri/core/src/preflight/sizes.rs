//! Sizes, bleed, spreads, spine and P数: the file held against the ordered piece. In tenths of a millimetre.

use std::collections::BTreeMap;

use super::rules::Case;
use super::{Finding, FindingKind as Kind, Ordered, Severity};
use crate::inspector::PageFacts;
use crate::inspector::press::{PagePress, Pages};
use crate::measures::{Millimetres, Size};

/// So much wider than two pages a cover may be for its spine.
const WIDEST_SPINE: i64 = 1_000;

/// The widest bleed that is taken for one where no trim is stated.
const WIDEST_BLEED: i64 = 200;

/// Rounding of whole points in the boxes of many programs.
const HAIR: i64 = 2;

/// How the size of a page stands to what was ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// As ordered.
    One,
    /// Two pages side by side, spine included.
    Two,
    /// Two pages side by side with another spine than ordered.
    OtherSpine { spine: i64, wanted: i64 },
    /// As ordered, but lying on its side.
    Turned,
    /// Larger all around by a bleed, with no trim stated.
    WithBleed { bleed: i64 },
    /// A cover with its edges turned in, larger than the book around; nobody said how large it is to be.
    TurnedIn,
    /// None of these.
    Other,
}

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    let mut of_fit: BTreeMap<(Kind, String, String), Vec<u32>> = BTreeMap::new();
    not_spreads(case, found);
    let mut sides = SideList::default();
    for ((number, page), press) in (1..).zip(case.pages).zip(&case.press.pages) {
        let fit = fit(case, page);
        let (width, height) = shown(page);
        let measured = size_text(width, height);
        let wanted = case
            .ordered
            .sizes
            .first()
            .map_or_else(String::new, Size::to_string);
        let mut told = |kind, measured, wanted| {
            of_fit
                .entry((kind, measured, wanted))
                .or_default()
                .push(number);
        };
        let mut bleed = None;
        match fit {
            None | Some(Fit::One) => {}
            Some(Fit::Two) if case.ordered.wraps || case.ordered.spreads => {}
            Some(Fit::Two) => told(Kind::Spread, measured, wanted),
            Some(Fit::OtherSpine { spine, wanted }) => told(
                Kind::SpineWidth,
                Millimetres(spine).to_string(),
                Millimetres(wanted).to_string(),
            ),
            Some(Fit::Turned) => told(Kind::PageTurned, measured, wanted),
            Some(Fit::WithBleed { bleed: room }) => {
                told(Kind::TrimAssumed, measured, wanted);
                bleed = Some(room);
            }
            Some(Fit::TurnedIn) => told(Kind::FlatSizeUnknown, measured, wanted),
            Some(Fit::Other) => told(Kind::PageSize, measured, wanted),
        }
        sides.check(case, number, page, press, bleed);
    }
    for ((kind, measured, wanted), pages) in of_fit {
        let severity = match kind {
            Kind::PageSize | Kind::SpineWidth => Severity::Error,
            Kind::TrimAssumed => Severity::Hint,
            _ => Severity::Warning,
        };
        found.push(
            Finding::new(kind, severity, pages.into_iter().collect())
                .with("measured", measured)
                .with("wanted", wanted),
        );
    }
    sides.tell(case, found);
    found.extend(page_count(case.ordered));
}

/// Pages that count as two each, or as a whole cover, and are as large as one: half a book would pass for a whole one.
fn not_spreads(case: &Case<'_>, found: &mut Vec<Finding>) {
    let ordered = case.ordered;
    let counted_double = ordered.spreads
        // A leaf of two P has nothing to open out.
        || ordered.opened_out && ordered.pages.is_some_and(|pages| pages > 2);
    let Some(one) = ordered.sizes.first().filter(|_| counted_double) else {
        return;
    };
    let tolerance = case.thresholds.size_tolerance.0;
    let is_one = |page: &PageFacts| {
        let (width, height) = shown(page);
        (width - one.width.0).abs() <= tolerance && (height - one.height.0).abs() <= tolerance
    };
    // The first and the last page of a book in spreads stand alone.
    let single = case.pages.iter().filter(|page| is_one(page)).count();
    if single == 0 || ordered.spreads && single < case.pages.len() {
        return;
    }
    let pages = (1..).zip(case.pages).filter(|(_, page)| is_one(page));
    found.push(
        Finding::new(
            Kind::NotASpread,
            Severity::Error,
            pages.map(|(number, _)| number).collect(),
        )
        .with("measured", one)
        .with("wanted", size_text(2 * one.width.0, one.height.0)),
    );
}

/// P数 the files of a component bring against what was ordered of it (S-4.4.1A-2).
pub(super) fn page_count(ordered: &Ordered) -> Option<Finding> {
    let (brought, wanted) = ordered.brought.zip(ordered.pages)?;
    (brought != wanted).then(|| {
        Finding::new(Kind::PageCount, Severity::Error, Pages::default())
            .with("measured", brought)
            .with("wanted", wanted)
    })
}

/// The trim as shown.
fn shown(page: &PageFacts) -> (i64, i64) {
    (i64::from(page.trim_width), i64::from(page.trim_height))
}

fn size_text(width: i64, height: i64) -> String {
    Size {
        width: Millimetres(width),
        height: Millimetres(height),
    }
    .to_string()
}

/// How a page stands to the first ordered size it fits; `None` where no size was ordered.
fn fit(case: &Case<'_>, page: &PageFacts) -> Option<Fit> {
    let tolerance = case.thresholds.size_tolerance.0;
    let near = |is: i64, wanted: i64| (is - wanted).abs() <= tolerance;
    let (width, height) = shown(page);
    let sizes: Vec<(i64, i64)> = case
        .ordered
        .sizes
        .iter()
        .map(|size| (size.width.0, size.height.0))
        .collect();
    let (first_width, first_height) = *sizes.first()?;
    if sizes
        .iter()
        .any(|(w, h)| near(width, *w) && near(height, *h))
    {
        return Some(Fit::One);
    }
    if near(height, first_height) {
        let spine = width - 2 * first_width;
        let wanted = case.ordered.spine.filter(|_| case.ordered.wraps);
        match wanted.map(|spine| spine.0) {
            Some(wanted) if near(spine, wanted) => return Some(Fit::Two),
            // The joints of a case widen it by more than the spine.
            _ if case.ordered.turned_in => {}
            Some(wanted) if (-tolerance..=WIDEST_SPINE).contains(&spine) => {
                return Some(Fit::OtherSpine { spine, wanted });
            }
            None if case.ordered.wraps && (-tolerance..=WIDEST_SPINE).contains(&spine) => {
                return Some(Fit::Two);
            }
            None if near(spine, 0) => return Some(Fit::Two),
            _ => {}
        }
    }
    if sizes
        .iter()
        .any(|(w, h)| near(width, *h) && near(height, *w))
    {
        return Some(Fit::Turned);
    }
    if !page.trim_stated {
        for (w, h) in &sizes {
            let (over, up) = (width - w, height - h);
            if (over - up).abs() <= 2 * tolerance && (1..=2 * WIDEST_BLEED).contains(&over) {
                return Some(Fit::WithBleed {
                    bleed: over.min(up) / 2,
                });
            }
        }
    }
    let around = (2 * first_width, first_height);
    if case.ordered.turned_in && width > around.0 && height >= around.1 {
        return Some(Fit::TurnedIn);
    }
    Some(Fit::Other)
}

/// A side of the page as somebody looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

impl Side {
    const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Top, Self::Bottom];

    const fn code(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Top => "top",
            Self::Bottom => "bottom",
        }
    }

    /// The side it is in the file, before the page is turned to be shown.
    const fn in_file(self, rotate: u16) -> Self {
        match (self, rotate) {
            (Self::Left, 90) | (Self::Right, 270) | (Self::Top, 180) => Self::Bottom,
            (Self::Top, 90) | (Self::Right, 180) | (Self::Bottom, 270) => Self::Left,
            (Self::Right, 90) | (Self::Left, 270) | (Self::Bottom, 180) => Self::Top,
            (Self::Bottom, 90) | (Self::Left, 180) | (Self::Top, 270) => Self::Right,
            (side, _) => side,
        }
    }
}

/// The sides whose bleed falls short, over all pages.
#[derive(Default)]
struct SideList {
    /// Pages, sides, and the least that is there: no room, and room that is not filled.
    short: [Short; 2],
}

#[derive(Default)]
struct Short {
    pages: Pages,
    sides: Vec<Side>,
    least: Option<i64>,
}

impl SideList {
    /// Looks at the sides of one page. `assumed` is the bleed around a trim that is not stated.
    fn check(
        &mut self,
        case: &Case<'_>,
        number: u32,
        page: &PageFacts,
        press: &PagePress,
        assumed: Option<i64>,
    ) {
        let wanted = wanted(case);
        let of_side = |side: Side| {
            let room = assumed.unwrap_or_else(|| room(page, side));
            let ink = ink_beyond(page, press, side).map(|ink| ink + assumed.unwrap_or(0));
            (side, room, ink)
        };
        let sides = Side::ALL.map(of_side);
        // Of two facing pages each bleeds on its outer side only; which that is does not matter.
        let outer = sides
            .iter()
            .filter(|(side, ..)| matches!(side, Side::Left | Side::Right))
            .map(|(_, room, _)| *room)
            .max();
        let tolerance = case.thresholds.size_tolerance.0;
        let spine = case
            .ordered
            .is_bound()
            .then(|| in_the_spine(number, &sides, wanted - tolerance));
        for (side, room, ink) in sides {
            let across = matches!(side, Side::Left | Side::Right);
            let inner = across
                && case.ordered.is_bound()
                && outer.is_some_and(|most| most >= wanted - HAIR)
                && room < wanted - HAIR;
            // White paper needs no bleed. Where the ink ends is not known of a page that was not read.
            let reached = ink.is_none_or(|ink| ink >= -tolerance);
            if inner || !reached || press.reach.is_none() && press.unread.is_none() {
                continue;
            }
            if room < wanted - HAIR {
                self.add(0, number, side, room.max(0));
            } else if let Some(ink) = ink.filter(|ink| *ink < wanted - tolerance)
                && spine != Some(side)
            {
                self.add(1, number, side, ink.max(0));
            }
        }
    }

    fn add(&mut self, which: usize, number: u32, side: Side, there: i64) {
        if let Some(short) = self.short.get_mut(which) {
            short.pages.add(number);
            if !short.sides.contains(&side) {
                short.sides.push(side);
            }
            short.least = Some(short.least.map_or(there, |least| least.min(there)));
        }
    }

    fn tell(self, case: &Case<'_>, found: &mut Vec<Finding>) {
        let kinds = [
            (Kind::Bleed, Severity::Error),
            (Kind::BleedUnfilled, Severity::Warning),
        ];
        for (mut short, (kind, severity)) in self.short.into_iter().zip(kinds) {
            let Some(least) = short.least else { continue };
            short.sides.sort();
            let sides: Vec<&str> = short.sides.iter().map(|side| side.code()).collect();
            found.push(
                Finding::new(kind, severity, short.pages)
                    .with("sides", sides.join(","))
                    .with("measured", Millimetres(least))
                    .with("wanted", Millimetres(wanted(case))),
            );
        }
    }
}

/// The side of a bound page that is in the spine and bleeds onto nothing: the less filled one where the other is filled,
/// else left of the odd pages, which lie to the right.
fn in_the_spine(number: u32, sides: &[(Side, i64, Option<i64>); 4], filled: i64) -> Side {
    let ink = |wanted: Side| {
        let of = sides.iter().find(|(side, ..)| *side == wanted);
        of.and_then(|(_, _, ink)| *ink)
    };
    match (ink(Side::Left), ink(Side::Right)) {
        (Some(left), Some(right)) if left >= filled && right < filled => Side::Right,
        (Some(left), Some(right)) if right >= filled && left < filled => Side::Left,
        _ if number % 2 == 1 => Side::Left,
        _ => Side::Right,
    }
}

fn wanted(case: &Case<'_>) -> i64 {
    case.ordered.bleed.unwrap_or(case.thresholds.bleed).0
}

/// How far the page goes beyond its trim on a side.
fn room(page: &PageFacts, side: Side) -> i64 {
    beyond(
        page,
        side,
        [
            page.bleed.left.max(page.media.left),
            page.bleed.right.min(page.media.right),
            page.bleed.top.min(page.media.top),
            page.bleed.bottom.max(page.media.bottom),
        ],
    )
}

/// How far ink goes beyond the trim on a side; less than nothing where it stops before. `None` where nothing is known.
fn ink_beyond(page: &PageFacts, press: &PagePress, side: Side) -> Option<i64> {
    let reach = press.reach.filter(|_| press.unread.is_none())?;
    Some(beyond(
        page,
        side,
        [reach.left, reach.right, reach.top, reach.bottom],
    ))
}

fn beyond(page: &PageFacts, side: Side, [left, right, top, bottom]: [f64; 4]) -> i64 {
    let trim = page.trim;
    let points = match side.in_file(page.rotate) {
        Side::Left => trim.left - left,
        Side::Right => right - trim.right,
        Side::Top => top - trim.top,
        Side::Bottom => trim.bottom - bottom,
    };
    // The cast saturates: an absurd page stays an absurd number.
    (points * page.user_unit * 254.0 / 72.0).round() as i64
}
