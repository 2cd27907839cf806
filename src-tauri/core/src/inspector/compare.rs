//! What a new version of a file changed, page by page. Pages are first told by a print of all they are made of, so that a
//! page that was added or left out shifts nothing; pages whose prints differ are drawn and their pictures compared.

use super::picture::{self, Drawing};
use super::read_pdf;
use super::{InspectorRefusal, PageBox, Reason};
use lopdf::{Dictionary, Document, Object, ObjectId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::time::Instant;

/// Dots per inch at which pages are compared: a comma of 9 pt is three dots high.
const DPI: u32 = 72;

/// The most dots of one page.
const MOST_DOTS: u64 = 2_000_000;

/// So much of 255 a colour must differ to be seen.
const SEEN: u8 = 24;

/// Dots of a cell: what lies nearer together is one change.
const CELL: usize = 12;

/// Most areas told of one page.
const MOST_AREAS: usize = 24;

/// Most pairs of pages looked at to find those that only moved.
const MOST_PAIRS: usize = 4_000_000;

/// How deep the print of a page goes; deeper things are taken for changed, and drawn.
const DEEPEST: usize = 64;

/// What describes a page without being seen on it.
const UNSEEN: [&[u8]; 6] = [
    b"Parent",
    b"PieceInfo",
    b"LastModified",
    b"Metadata",
    b"StructParents",
    b"Length",
];

/// Page by page, in the order of the new version; what it left out stands where it stood.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Each page of either version.
    pub pages: Vec<ComparedPage>,
}

/// A page of either version, or of both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparedPage {
    /// Its number in the version before, from 1.
    pub before: Option<u32>,
    /// Its number in the new version, from 1.
    pub after: Option<u32>,
    /// How the two stand.
    pub verdict: Verdict,
}

/// How a page of the two versions stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It looks the same.
    Same,
    /// It looks otherwise in these places.
    Changed(Vec<Area>),
    /// It looks the same, but is cut elsewhere: trim or bleed lie otherwise.
    Resized,
    /// It looks the same and is made of other things: an overprint, a spot colour, a font.
    Unseen,
    /// It is new.
    Added,
    /// It was left out.
    Removed,
    /// The time was up before it was drawn.
    NotCompared,
}

/// A part of a page as it is shown, in ten-thousandths of its width and height from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Left edge.
    pub left: u16,
    /// Upper edge.
    pub top: u16,
    /// Right edge.
    pub right: u16,
    /// Lower edge.
    pub bottom: u16,
}

impl Area {
    /// All of a page.
    const WHOLE: Self = Self {
        left: 0,
        top: 0,
        right: 10_000,
        bottom: 10_000,
    };
}

/// Compares two versions; pages left at `deadline` say so. `saw` is told after each page.
///
/// # Errors
/// When either cannot be read.
pub(super) fn compare(
    before: Vec<u8>,
    after: Vec<u8>,
    page_limit: u32,
    deadline: Instant,
    saw: &mut dyn FnMut(u32, u32),
) -> Result<Comparison, InspectorRefusal> {
    let (one, other) = (prints(&before, page_limit)?, prints(&after, page_limit)?);
    let pairs = aligned(&one, &other);
    let (before, after) = (Drawing::open(before)?, Drawing::open(after)?);
    let all = number(pairs.len());
    let mut pages = Vec::with_capacity(pairs.len());
    for (index, pair) in pairs.into_iter().enumerate() {
        let verdict = match pair {
            (Some(_), None) => Verdict::Removed,
            (None, Some(_)) | (None, None) => Verdict::Added,
            (Some(was), Some(is)) if one.get(was) == other.get(is) => Verdict::Same,
            _ if Instant::now() > deadline => Verdict::NotCompared,
            (Some(was), Some(is)) => {
                let cut = |of: &[Print], page: usize| of.get(page).map(|print| print.cut);
                match looked_at(&before, was, &after, is) {
                    Verdict::Same if cut(&one, was) != cut(&other, is) => Verdict::Resized,
                    Verdict::Same => Verdict::Unseen,
                    seen => seen,
                }
            }
        };
        let from_one = |index: Option<usize>| index.map(|index| number(index).saturating_add(1));
        pages.push(ComparedPage {
            before: from_one(pair.0),
            after: from_one(pair.1),
            verdict,
        });
        saw(number(index).saturating_add(1), all);
    }
    Ok(Comparison { pages })
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The pictures of two pages against each other.
fn looked_at(before: &Drawing, was: usize, after: &Drawing, is: usize) -> Verdict {
    let draw = |drawing: &Drawing, page| drawing.dots(page, DPI, MOST_DOTS);
    match (draw(before, was), draw(after, is)) {
        (Some(one), Some(other)) if (one.width, one.height) == (other.width, other.height) => {
            let areas = areas(&one, &other);
            if areas.is_empty() {
                Verdict::Same
            } else {
                Verdict::Changed(areas)
            }
        }
        (Some(_), Some(_)) => Verdict::Changed(vec![Area::WHOLE]),
        _ => Verdict::NotCompared,
    }
}

/// Where two pictures of one size differ: cells that touch are one area.
fn areas(one: &picture::Dots, other: &picture::Dots) -> Vec<Area> {
    let (wide, high) = (one.width.div_ceil(CELL), one.height.div_ceil(CELL));
    let mut differs = vec![false; wide * high];
    for (index, (was, is)) in one
        .rgba
        .chunks_exact(4)
        .zip(other.rgba.chunks_exact(4))
        .enumerate()
    {
        if was.iter().zip(is).any(|(was, is)| was.abs_diff(*is) > SEEN) {
            let (x, y) = (index % one.width, index / one.width);
            if let Some(cell) = differs.get_mut(y / CELL * wide + x / CELL) {
                *cell = true;
            }
        }
    }
    let mut found = Vec::new();
    for start in 0..differs.len() {
        if differs.get(start) != Some(&true) {
            continue;
        }
        let (mut left, mut right, mut top, mut bottom) = (wide, 0, high, 0);
        let mut open = vec![start];
        while let Some(cell) = open.pop() {
            match differs.get_mut(cell) {
                Some(differs) if *differs => *differs = false,
                _ => continue,
            }
            let (x, y) = (cell % wide, cell / wide);
            (left, right) = (left.min(x), right.max(x + 1));
            (top, bottom) = (top.min(y), bottom.max(y + 1));
            for row in y.saturating_sub(1)..=(y + 1).min(high - 1) {
                open.extend((x.saturating_sub(1)..=(x + 1).min(wide - 1)).map(|x| row * wide + x));
            }
        }
        let share = |cells: usize, all: usize| {
            u16::try_from((cells * CELL).min(all) * 10_000 / all).unwrap_or(10_000)
        };
        found.push(Area {
            left: share(left, one.width),
            top: share(top, one.height),
            right: share(right, one.width),
            bottom: share(bottom, one.height),
        });
        if found.len() > MOST_AREAS {
            return vec![Area::WHOLE];
        }
    }
    found
}

type Hash = [u8; 32];

/// A page by all it is made of.
#[derive(Clone, Copy, PartialEq)]
struct Print {
    made_of: Hash,
    /// Trim and bleed within the page.
    cut: [PageBox; 2],
}

/// The prints of the pages of a file.
fn prints(bytes: &[u8], page_limit: u32) -> Result<Vec<Print>, Reason> {
    let document = read_pdf::for_prints(bytes, page_limit)?;
    let nodes = super::page_tree::nodes(&document, page_limit)?;
    let mut taken = Taken {
        document: &document,
        known: HashMap::new(),
    };
    let prints = nodes.iter().map(|node| {
        let mut digest = Sha256::new();
        let boxes = [node.facts.media, node.facts.crop];
        digest.update(format!(
            "{boxes:?} {} {}",
            node.facts.rotate, node.facts.user_unit
        ));
        taken.dictionary(node.page, &mut digest, 0);
        if let Some(resources) = node.resources {
            taken.dictionary(resources, &mut digest, 0);
        }
        Print {
            made_of: digest.finalize().into(),
            cut: [node.facts.trim, node.facts.bleed],
        }
    });
    Ok(prints.collect())
}

struct Taken<'d> {
    document: &'d Document,
    known: HashMap<ObjectId, Hash>,
}

impl Taken<'_> {
    fn object(&mut self, object: &Object, digest: &mut Sha256, depth: usize) {
        if depth > DEEPEST {
            digest.update(b"deep");
            return;
        }
        match object {
            Object::Null => digest.update(b"null"),
            Object::Boolean(yes) => digest.update([b'b', u8::from(*yes)]),
            Object::Integer(number) => {
                digest.update(b"i");
                digest.update(number.to_be_bytes());
            }
            Object::Real(number) => {
                digest.update(b"r");
                digest.update(number.to_be_bytes());
            }
            Object::Name(name) => marked(digest, b'n', name),
            Object::String(text, _) => marked(digest, b's', text),
            Object::Array(items) => {
                marked(digest, b'[', &items.len().to_be_bytes());
                for item in items {
                    self.object(item, digest, depth + 1);
                }
            }
            Object::Dictionary(entries) => self.dictionary(entries, digest, depth + 1),
            Object::Stream(stream) => {
                self.dictionary(&stream.dict, digest, depth + 1);
                marked(digest, b't', &stream.content);
            }
            Object::Reference(id) => {
                let print = self.referred(*id, depth);
                digest.update(print);
            }
        }
    }

    fn dictionary(&mut self, entries: &Dictionary, digest: &mut Sha256, depth: usize) {
        let sorted: BTreeMap<&[u8], &Object> = entries
            .iter()
            .map(|(name, value)| (name.as_slice(), value))
            .filter(|(name, _)| !UNSEEN.contains(name))
            .collect();
        marked(digest, b'<', &sorted.len().to_be_bytes());
        for (name, value) in sorted {
            marked(digest, b'n', name);
            self.object(value, digest, depth + 1);
        }
    }

    /// The print of what is referred to; something that is open already comes round to itself.
    fn referred(&mut self, id: ObjectId, depth: usize) -> Hash {
        if let Some(print) = self.known.get(&id) {
            return *print;
        }
        self.known.insert(id, [1; 32]);
        let mut digest = Sha256::new();
        match self.document.get_object(id) {
            // A link leads to another page; that one has a print of its own.
            Ok(Object::Dictionary(entries)) if entries.has_type(b"Page") => digest.update(b"page"),
            Ok(object) => self.object(object, &mut digest, depth + 1),
            Err(_) => digest.update(b"gone"),
        }
        let print = digest.finalize().into();
        self.known.insert(id, print);
        print
    }
}

/// A text with its kind and length, so that no two texts in a row are taken for another two.
fn marked(digest: &mut Sha256, kind: u8, bytes: &[u8]) {
    digest.update([kind]);
    digest.update(bytes.len().to_be_bytes());
    digest.update(bytes);
}

/// Which page of one version is which of the other: pages with the same print are the same, wherever they moved in order;
/// between them pages pair off one by one, and what is left over was added or left out.
fn aligned<T: PartialEq>(before: &[T], after: &[T]) -> Vec<(Option<usize>, Option<usize>)> {
    let same = |(one, other): &(&T, &T)| one == other;
    let head = before.iter().zip(after).take_while(same).count();
    let (middle, new) = (
        before.get(head..).unwrap_or_default(),
        after.get(head..).unwrap_or_default(),
    );
    let tail = middle
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(same)
        .count();
    let middle = middle.get(..middle.len() - tail).unwrap_or_default();
    let new = new.get(..new.len() - tail).unwrap_or_default();
    let mut pairs: Vec<(Option<usize>, Option<usize>)> =
        (0..head).map(|page| (Some(page), Some(page))).collect();
    let mut at = (0, 0);
    let ends = [(middle.len(), new.len())];
    for (one, other) in common(middle, new).into_iter().chain(ends) {
        while at.0 < one && at.1 < other {
            pairs.push((Some(head + at.0), Some(head + at.1)));
            at = (at.0 + 1, at.1 + 1);
        }
        while at.0 < one {
            pairs.push((Some(head + at.0), None));
            at.0 += 1;
        }
        while at.1 < other {
            pairs.push((None, Some(head + at.1)));
            at.1 += 1;
        }
        if one < middle.len() && other < new.len() {
            pairs.push((Some(head + one), Some(head + other)));
            at = (one + 1, other + 1);
        }
    }
    let (before_tail, after_tail) = (before.len() - tail, after.len() - tail);
    pairs.extend((0..tail).map(|page| (Some(before_tail + page), Some(after_tail + page))));
    pairs
}

/// The longest row of pages both have in the same order; nothing where there are too many to look at.
fn common<T: PartialEq>(before: &[T], after: &[T]) -> Vec<(usize, usize)> {
    let wide = after.len() + 1;
    if before.len().saturating_mul(after.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let mut longest = vec![0_u32; (before.len() + 1) * wide];
    let at = |longest: &[u32], one: usize, other: usize| {
        longest.get(one * wide + other).copied().unwrap_or(0)
    };
    for (one, was) in before.iter().enumerate().rev() {
        for (other, is) in after.iter().enumerate().rev() {
            let value = if was == is {
                at(&longest, one + 1, other + 1) + 1
            } else {
                at(&longest, one + 1, other).max(at(&longest, one, other + 1))
            };
            if let Some(cell) = longest.get_mut(one * wide + other) {
                *cell = value;
            }
        }
    }
    let (mut one, mut other) = (0, 0);
    let mut found = Vec::new();
    while let (Some(was), Some(is)) = (before.get(one), after.get(other)) {
        if was == is {
            found.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if at(&longest, one + 1, other) >= at(&longest, one, other + 1) {
            one += 1;
        } else {
            other += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_1_4b_pages_that_were_added_or_left_out_shift_nothing() {
        let told = |before: &str, after: &str| {
            let (before, after): (Vec<char>, Vec<char>) =
                (before.chars().collect(), after.chars().collect());
            let letter = |of: &[char], index: Option<usize>| {
                index
                    .and_then(|index| of.get(index))
                    .copied()
                    .unwrap_or('-')
            };
            aligned(&before, &after)
                .into_iter()
                .map(|(one, other)| format!("{}{}", letter(&before, one), letter(&after, other)))
                .collect::<Vec<_>>()
                .join(" ")
        };
        for (before, after, expected) in [
            ("abcd", "abcd", "aa bb cc dd"),
            ("abcd", "abXd", "aa bb cX dd"),
            ("abcd", "aXbcd", "aa -X bb cc dd"),
            ("abcd", "abd", "aa bb c- dd"),
            // A page was added in front and another changed behind.
            ("abcde", "aXbcYe", "aa -X bb cc dY ee"),
            ("abcde", "acXe", "aa b- cc dX ee"),
            ("", "ab", "-a -b"),
            ("ab", "", "a- b-"),
            ("ab", "XY", "aX bY"),
            ("ab", "XYZ", "aX bY -Z"),
        ] {
            assert_eq!(told(before, after), expected, "{before} → {after}");
        }
    }

    fn dots(width: usize, height: usize, marks: &[(usize, usize)]) -> picture::Dots {
        let mut rgba = vec![255; width * height * 4];
        for (x, y) in marks {
            if let Some(red) = rgba.get_mut((y * width + x) * 4) {
                *red = 0;
            }
        }
        picture::Dots {
            width,
            height,
            rgba,
        }
    }

    #[test]
    fn clause_s_4_1_4b_differences_near_each_other_are_one_area() {
        let blank = dots(120, 240, &[]);
        assert_eq!(areas(&blank, &blank), []);
        // Cells of 12: dots 5 and 13 lie in cells that touch, dot 100 far away.
        let found = areas(&blank, &dots(120, 240, &[(5, 5), (13, 13), (100, 200)]));
        assert_eq!(
            found,
            [
                Area {
                    left: 0,
                    top: 0,
                    right: 2_000,
                    bottom: 1_000
                },
                Area {
                    left: 8_000,
                    top: 8_000,
                    right: 9_000,
                    bottom: 8_500
                },
            ]
        );
        let mut faint = dots(120, 240, &[]);
        if let Some(red) = faint.rgba.first_mut() {
            *red = 255 - SEEN;
        }
        assert_eq!(areas(&blank, &faint), [], "what nobody sees is no change");
        let everywhere: Vec<(usize, usize)> =
            (0..60).map(|at| (at % 5 * 24, at / 5 * 20)).collect();
        assert_eq!(areas(&blank, &dots(120, 240, &everywhere)), [Area::WHOLE]);
    }
}
