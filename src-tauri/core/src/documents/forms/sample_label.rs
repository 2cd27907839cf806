//! The 样本确认章 as a label to stick on a sample: 60 × 40 mm, one a page, or
//! several on an A4 sheet of labels (S-4.2.4).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::{Colour, DisplayList, Item, Page};
use super::super::fonts::FontShelf;
use super::super::grid::{draw_line, span};
use super::super::lines::{self, Line};
use super::super::marks::Mark;
use super::super::sheet::PAPER;
use super::super::stamp::{StampBlock, struck, title};
use super::super::typesetter::{BODY, Typesetter};
use super::super::units::{Pt, mm};
use super::Form;

/// The label: 60 × 40 mm.
const LABEL: (Pt, Pt) = (mm(60.0), mm(40.0));
const PAD: Pt = mm(2.2);
/// The smallest type of the facts.
const SMALLEST: Pt = Pt(7.0);
/// The type of the closing line, in points.
const CLOSING: f32 = 6.5;

/// The labels of some samples.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleLabelFacts {
    /// One label each.
    pub stamps: Vec<StampBlock>,
    /// How they stand on paper.
    pub paper: LabelPaper,
    /// Only [`Mark::Practice`] shows on a label: 练习.
    pub marks: Vec<Mark>,
    /// When the stamps were made (UTC), for the properties of the file.
    pub made_at: DateTime<Utc>,
}

/// What the labels are printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabelPaper {
    /// A roll: each label is its own page of 60 × 40 mm.
    Roll(RollOffset),
    /// A4 sheets of labels.
    Sheet {
        /// How they are laid out.
        sheet: LabelSheet,
        /// Labels of the first sheet that are already used.
        used: u8,
    },
}

impl Default for LabelPaper {
    fn default() -> Self {
        Self::Roll(RollOffset::default())
    }
}

/// How far single labels are moved because their printer is off, in 1/10 mm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollOffset {
    /// To the right; less than nothing: to the left.
    pub right: i16,
    /// Downwards; less than nothing: upwards.
    pub down: i16,
}

impl RollOffset {
    /// Farther to either side the words of a label would leave it.
    pub const MOST_RIGHT: i16 = 20;
    /// Farther up or down the words of a label would leave it.
    pub const MOST_DOWN: i16 = 12;
}

/// How labels stand on an A4 sheet, and how far this printer is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelSheet {
    /// Labels side by side.
    pub columns: u16,
    /// Labels one below the other.
    pub rows: u16,
    /// Between two labels, in 1/10 mm.
    pub gap: i16,
    /// How far everything is set off to the right, in 1/10 mm; less than nothing: to the left.
    pub right: i16,
    /// How far everything is set off downwards, in 1/10 mm; less than nothing: upwards.
    pub down: i16,
}

impl Default for LabelSheet {
    fn default() -> Self {
        Self {
            columns: 3,
            rows: 7,
            gap: 0,
            right: 0,
            down: 0,
        }
    }
}

impl LabelSheet {
    /// The paper, where so many labels of the first sheet are already used.
    #[must_use]
    pub const fn starting_after(self, used: u8) -> LabelPaper {
        LabelPaper::Sheet { sheet: self, used }
    }

    /// Columns and rows, as many of them as the paper takes.
    fn on_paper(self) -> (u16, u16) {
        let gap = mm(f32::from(self.gap) / 10.0);
        let most = |wanted: u16, room: Pt, size: Pt| {
            let fits = |count: &u16| {
                size * f32::from(*count) + gap * f32::from(count.saturating_sub(1)) <= room
            };
            (1..=wanted).rev().find(fits).unwrap_or(1)
        };
        (
            most(self.columns, PAPER.0, LABEL.0),
            most(self.rows, PAPER.1, LABEL.1),
        )
    }
}

impl Form for SampleLabelFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        let mut typesetter = Typesetter::new(shelf)?;
        let mut pages: Vec<Page> = Vec::new();
        for (index, stamp) in self.stamps.iter().enumerate() {
            let (page, left, top) = self.paper.place(index);
            while pages.len() <= page {
                pages.push(Page::default());
            }
            if let Some(page) = pages.get_mut(page) {
                self.label(&mut typesetter, stamp, (left, top), &mut page.items);
            }
        }
        Ok(DisplayList {
            title: "样本确认章".to_owned(),
            made_at: self.made_at,
            paper: match self.paper {
                LabelPaper::Roll(_) => LABEL,
                LabelPaper::Sheet { .. } => PAPER,
            },
            pages,
            fallbacks: typesetter.finish()?,
        })
    }
}

impl LabelPaper {
    /// Page, left and top edge of label number `index`.
    fn place(self, index: usize) -> (usize, Pt, Pt) {
        let offset = |tenths: i16| mm(f32::from(tenths) / 10.0);
        match self {
            Self::Roll(off) => (index, offset(off.right), offset(off.down)),
            Self::Sheet { sheet, used } => {
                let on_paper = sheet.on_paper();
                let (columns, rows) = (usize::from(on_paper.0), usize::from(on_paper.1));
                let place = index + usize::from(used) % (columns * rows);
                let (page, on_page) = (place / (columns * rows), place % (columns * rows));
                let gap = offset(sheet.gap);
                let along = |room: Pt, size: Pt, count: u16, number: usize| {
                    let number = u16::try_from(number).unwrap_or_default();
                    let gaps = gap * f32::from(count.saturating_sub(1));
                    let free = room - size * f32::from(count) - gaps;
                    free / 2.0 + (size + gap) * f32::from(number)
                };
                let left =
                    along(PAPER.0, LABEL.0, on_paper.0, on_page % columns) + offset(sheet.right);
                let top =
                    along(PAPER.1, LABEL.1, on_paper.1, on_page / columns) + offset(sheet.down);
                (page, left, top)
            }
        }
    }
}

impl SampleLabelFacts {
    fn label(
        &self,
        typesetter: &mut Typesetter<'_>,
        stamp: &StampBlock,
        at: (Pt, Pt),
        items: &mut Vec<Item>,
    ) {
        let inset = mm(1.2);
        let colour = Colour::STAMP;
        items.push(Item::Rect {
            at: (at.0 + inset, at.1 + inset),
            size: (LABEL.0 - inset * 2.0, LABEL.1 - inset * 2.0),
            radius: mm(1.6),
            fill: None,
            stroke: Some((colour, Pt(1.2))),
        });
        let mut left = at.0 + PAD;
        if self.marks.contains(&Mark::Practice) {
            left = practice(typesetter, at, items);
        }
        let width = at.0 + LABEL.0 - PAD - left;
        let room = LABEL.1 - inset * 2.0 - mm(1.0);
        let high = |lines: &[Line]| lines.iter().map(|line| line.height).sum::<Pt>();
        // Smaller type before a name that is cut.
        let mut set = fit(typesetter, stamp, width, (BODY.size, 3));
        for tried in [(Pt(8.0), 3), (SMALLEST, 3), (SMALLEST, 2), (SMALLEST, 1)] {
            if high(&set) > room {
                set = fit(typesetter, stamp, width, tried);
            }
        }
        let height = high(&set);
        // Room left over goes between the lines, not under them.
        let count = f32::from(u16::try_from(set.len()).unwrap_or(1).max(1));
        let loose = ((room - height) / count).max(Pt::ZERO).min(mm(0.5));
        let free = LABEL.1 - inset * 2.0 - height - loose * count;
        let mut y = at.1 + inset + (free / 2.0).max(mm(0.4));
        for line in &set {
            draw_line(line, left, y, items);
            y += line.height + loose;
        }
        if !stamp.void.is_empty() {
            let far = (LABEL.0 - inset * 2.0, LABEL.1 - inset * 2.0);
            items.push(struck((at.0 + inset, at.1 + inset), far));
        }
    }
}

/// A bar down the left side of a label made on the practice desk.
fn practice(typesetter: &mut Typesetter<'_>, at: (Pt, Pt), items: &mut Vec<Item>) -> Pt {
    let style = BODY.bold().sized(10.0).coloured(Colour::PAPER);
    let width = mm(5.0);
    items.push(Item::Rect {
        at: (at.0 + mm(1.2), at.1 + mm(1.2)),
        size: (width, LABEL.1 - mm(2.4)),
        radius: Pt::ZERO,
        fill: Some(Colour::PRACTICE),
        stroke: None,
    });
    typesetter.enter_field("练习");
    let mut baseline = at.1 + mm(16.0);
    for character in Mark::Practice.word().chars() {
        let (face, advance) = typesetter.measure(character, &style);
        items.push(Item::Text {
            x: at.0 + mm(1.2) + (width - advance) / 2.0,
            baseline,
            size: style.size,
            face,
            colour: style.colour,
            tracking: Pt::ZERO,
            text: character.to_string(),
        });
        baseline += mm(6.0);
    }
    at.0 + mm(1.2) + width + mm(1.2)
}

/// The lines of a label in type of a size, each fact on at most so many of them. A name longer
/// than the label holds is cut with … there; the task sheet carries it whole.
fn fit(
    typesetter: &mut Typesetter<'_>,
    stamp: &StampBlock,
    width: Pt,
    (size, most): (Pt, u8),
) -> Vec<Line> {
    let plain = BODY.coloured(Colour::STAMP).sized(size.0);
    let bold = plain.bold();
    let mut rows = vec![(
        "样本号",
        title(stamp).to_owned(),
        stamp.sample_number.clone(),
        true,
    )];
    rows.push((
        "订单号",
        "订单号".to_owned(),
        stamp.order_number.clone(),
        false,
    ));
    let void = !stamp.void.is_empty();
    for (label, value) in stamp.facts() {
        // Why it is void goes before where it came from, before until when it would have held, and before the closing line.
        if void && label == "来源" {
            continue;
        }
        rows.push((label, label.to_owned(), value, false));
    }
    if !void {
        let validity = if stamp.valid_until.is_empty() {
            "—"
        } else {
            &stamp.valid_until
        };
        rows.push((
            "日期",
            "日期".to_owned(),
            format!("{} 有效至 {validity}", stamp.date),
            false,
        ));
    }
    let mut set = Vec::new();
    for (field, label, value, title) in rows {
        typesetter.enter_field(field);
        let label_style = if title {
            bold.sized(size.0 + 1.5).tracked(1.0)
        } else {
            plain
        };
        let value_style = if title { plain } else { bold };
        let label = format!("{label} ");
        // The number of the sample is never cut for the words before it.
        let most = if title { most.max(2) } else { most };
        let room = width * f32::from(most) - typesetter.width(&label, &label_style) - slack(most);
        let value = cut_to(typesetter, &value, &value_style, room);
        set.extend(lines::set(
            typesetter,
            &[span(&label, label_style), span(&value, value_style)],
            width + Pt(0.5),
        ));
    }
    if !void && !stamp.words.closing.is_empty() {
        typesetter.enter_field("章下文字");
        let words = span(&stamp.words.closing, plain.sized(CLOSING));
        set.extend(lines::set(typesetter, &[words], width + Pt(0.5)));
    }
    set
}

/// What breaking a line may leave empty at its end.
fn slack(lines: u8) -> Pt {
    Pt(9.0) * f32::from(lines.saturating_sub(1))
}

fn cut_to(
    typesetter: &mut Typesetter<'_>,
    text: &str,
    style: &super::super::typesetter::Style,
    room: Pt,
) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if typesetter.width(&text, style) <= room {
        return text;
    }
    let mut kept = String::new();
    let mut used = typesetter.width("…", style);
    for character in text.chars() {
        used += typesetter.measure(character, style).1;
        if used > room {
            break;
        }
        kept.push(character);
    }
    kept.push('…');
    kept
}
