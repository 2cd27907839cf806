//! The A4 sheet every form stands on: head, foot, page x / y, marks, and the
//! places a print fills in later.
//!
//! **Invariant:** nothing is ever laid out in [`QR_PLACE`] of a sheet that is
//! printed by number, nor on its print line; the overlay owns both.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::display::{Colour, DisplayList, Item, Page};
use super::flow::{self, Block, Column};
use super::grid::{draw_line, span};
use super::lines::{self, Line};
use super::marks::{self, Mark};
use super::typesetter::{BODY, Style, Typesetter};
use super::units::{Pt, mm};
use super::{DocumentError, FontShelf};

/// A4.
pub(super) const PAPER: (Pt, Pt) = (mm(210.0), mm(297.0));
const MARGIN: Pt = mm(11.0);
const WIDTH: Pt = mm(188.0);
const TOP: Pt = mm(8.0);
/// The number begins beside the last line of the house.
const BESIDE: Pt = mm(4.4);
const FOOT: Pt = mm(286.0);

/// Where the QR code of a numbered print goes: upper left corner and side.
pub(super) const QR_PLACE: ((Pt, Pt), Pt) = ((mm(177.5), mm(7.5)), mm(21.5));
/// Left end, width and baseline of the line that says who printed what when.
pub(super) const PRINT_LINE: (Pt, Pt, Pt) = (MARGIN, mm(162.0), mm(290.2));
/// The one text smaller than the body.
pub(super) const FOOT_STYLE: Style = BODY.sized(7.5).coloured(Colour::LABEL);

/// What the head and the foot of a form say, worded as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// The house: its full name.
    pub house: String,
    /// What the number is called: 任务书号, 评审表号.
    pub number_label: String,
    /// The number with version and change index, `RW-2026-A000456 · V1·改1`.
    pub number: String,
    /// Under the number, before 第 x / y 页: 订单 OD-2026-A000123.
    pub beside_page: String,
    /// Marks on every page.
    pub marks: Vec<Mark>,
    /// When the state of the document was made (UTC). Goes into the file's
    /// properties only; what is printed is worded by the caller.
    pub made_at: DateTime<Utc>,
}

/// A form on A4.
pub(super) struct Sheet<'f> {
    pub(super) title: &'f str,
    pub(super) head: &'f Letterhead,
    /// Keeps [`QR_PLACE`] and the print line free for numbered prints.
    pub(super) numbered: bool,
    /// Left of the foot where the sheet is not numbered.
    pub(super) foot: &'f str,
    pub(super) blocks: Vec<Block>,
}

/// Lays a form out.
pub(super) fn lay_out(shelf: &FontShelf, sheet: &Sheet<'_>) -> Result<DisplayList, DocumentError> {
    let mut typesetter = Typesetter::new(shelf)?;
    let head = SetHead::set(&mut typesetter, sheet);
    let column = Column {
        left: MARGIN,
        top: head.bottom + mm(3.0),
        width: WIDTH,
        bottom: FOOT - mm(2.5),
    };
    let bodies = flow::pour(&mut typesetter, column, &sheet.blocks);
    let count = bodies.len();
    let mut pages = Vec::with_capacity(count);
    for (number, body) in (1..).zip(bodies) {
        let mut page = Page::default();
        head.draw(&mut typesetter, number, count, &mut page.items);
        page.items.extend(body.items);
        foot(&mut typesetter, sheet, number, count, &mut page.items);
        marks::draw_margins(&mut typesetter, &sheet.head.marks, PAPER, &mut page.items);
        pages.push(page);
    }
    let title = format!("{} {}", sheet.title, sheet.head.number);
    Ok(DisplayList {
        title: title.trim().to_owned(),
        made_at: sheet.head.made_at,
        paper: PAPER,
        pages,
        fallbacks: typesetter.finish()?,
    })
}

fn page_of(number: usize, count: usize) -> String {
    format!("第 {number} / {count} 页")
}

struct SetHead<'s> {
    sheet: &'s Sheet<'s>,
    house: Vec<Line>,
    title: Vec<Line>,
    title_width: Pt,
    number_label: Vec<Line>,
    number: Vec<Line>,
    right: Pt,
    right_width: Pt,
    marks_at: (Pt, Pt),
    top: Pt,
    bottom: Pt,
}

fn height(lines: &[Line]) -> Pt {
    lines.iter().map(|line| line.height).sum()
}

fn widest(lines: &[Line]) -> Pt {
    lines.iter().map(|line| line.width).fold(Pt::ZERO, Pt::max)
}

impl<'s> SetHead<'s> {
    fn set(typesetter: &mut Typesetter<'_>, sheet: &'s Sheet<'s>) -> Self {
        let right = if sheet.numbered {
            QR_PLACE.0.0 - mm(4.0)
        } else {
            MARGIN + WIDTH
        };
        let title_style = BODY.bold().sized(19.0).tracked(4.0);
        typesetter.enter_field(sheet.title);
        let title = lines::set(
            typesetter,
            &[span(sheet.title, title_style)],
            right - MARGIN,
        );
        let title_width = widest(&title);
        let right_width = right - MARGIN - title_width - mm(4.0);
        let number_field = if sheet.head.number_label.is_empty() {
            "编号"
        } else {
            &sheet.head.number_label
        };
        typesetter.enter_field(number_field);
        let number_label = lines::set(
            typesetter,
            &[span(&sheet.head.number_label, BODY.coloured(Colour::LABEL))],
            right_width,
        );
        let number = lines::set(
            typesetter,
            &[span(&sheet.head.number, BODY.bold().sized(14.0))],
            right_width,
        );
        typesetter.enter_field("厂名");
        let house_width = right - MARGIN - widest(&number_label) - mm(4.0);
        let house = lines::set(typesetter, &[span(&sheet.head.house, BODY)], house_width);
        let marks_width = marks::width(typesetter, &sheet.head.marks);
        let title_height = height(&house) + height(&title);
        let number_height = height(&house) - height(&house).min(BESIDE)
            + height(&number_label)
            + height(&number)
            + Pt(9.0 * 1.36);
        let tallest = title_height.max(number_height);
        // The head stands on its rule; a QR code may need more room above it.
        let mut bottom = TOP + tallest + mm(1.5);
        if sheet.numbered {
            bottom = bottom.max(QR_PLACE.0.1 + QR_PLACE.1 + mm(0.8));
        }
        let top = bottom - mm(1.5) - tallest;
        let free = right - widest(&number) - mm(4.0) - (MARGIN + title_width + mm(4.0));
        let marks_at = if marks_width <= free {
            (
                MARGIN + title_width + mm(3.0),
                top + height(&house) + mm(1.2),
            )
        } else {
            let below = (MARGIN, bottom);
            bottom += marks::HEIGHT + mm(1.5);
            below
        };
        Self {
            sheet,
            house,
            title,
            title_width,
            number_label,
            number,
            right,
            right_width,
            marks_at,
            top,
            bottom,
        }
    }

    fn draw(
        &self,
        typesetter: &mut Typesetter<'_>,
        number: usize,
        count: usize,
        items: &mut Vec<Item>,
    ) {
        let mut y = self.top;
        for line in &self.house {
            draw_line(line, MARGIN, y, items);
            y += line.height;
        }
        let beside = y - height(&self.house).min(BESIDE);
        for line in &self.title {
            draw_line(line, MARGIN, y, items);
            y += line.height;
        }
        y = beside;
        for line in self.number_label.iter().chain(&self.number) {
            draw_line(line, self.right - line.width, y, items);
            y += line.height;
        }
        typesetter.enter_field("页码");
        let page = [
            self.sheet.head.beside_page.as_str(),
            &page_of(number, count),
        ]
        .join("　");
        let room = self.right_width.max(self.right - MARGIN - self.title_width);
        for line in lines::set(
            typesetter,
            &[span(page.trim_start_matches('　'), BODY)],
            room,
        ) {
            draw_line(&line, self.right - line.width, y, items);
            y += line.height;
        }
        marks::draw(
            typesetter,
            &self.sheet.head.marks,
            self.marks_at.0,
            self.marks_at.1,
            items,
        );
        items.push(Item::Line {
            from: (MARGIN, self.bottom),
            to: (MARGIN + WIDTH, self.bottom),
            width: Pt(1.2),
            colour: Colour::INK,
        });
    }
}

fn foot(
    typesetter: &mut Typesetter<'_>,
    sheet: &Sheet<'_>,
    number: usize,
    count: usize,
    items: &mut Vec<Item>,
) {
    items.push(Item::Line {
        from: (MARGIN, FOOT),
        to: (MARGIN + WIDTH, FOOT),
        width: Pt(0.4),
        colour: Colour::FRAME,
    });
    typesetter.enter_field("页脚");
    let mut put = |text: &str, right: bool| {
        let width = typesetter.width(text, &FOOT_STYLE);
        let x = if right {
            MARGIN + WIDTH - width
        } else {
            MARGIN
        };
        for line in lines::set(typesetter, &[span(text, FOOT_STYLE)], width + Pt(1.0)) {
            draw_line(&line, x, PRINT_LINE.2 - line.baseline, items);
        }
    };
    if !sheet.numbered && !sheet.foot.is_empty() {
        put(sheet.foot, false);
    }
    put(&page_of(number, count), true);
}
