//! Tables, fact grids and signature rows: rows of cells over common columns.
//!
//! **Invariant:** a row stands on one page. A row higher than a whole page is
//! the one exception: it goes on, line by line, on the next.
//! **Invariant:** where a grid goes on, its head rows are repeated.

use super::display::{Colour, Item};
use super::lines::{self, Line, Span};
use super::typesetter::{BODY, Style, Typesetter};
use super::units::{Pt, mm};

pub(super) const PAD_X: Pt = mm(1.1);
const PAD_Y: Pt = mm(0.62);

/// Where the words of a cell stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Align {
    #[default]
    Left,
    Right,
    Centre,
}

/// One cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// The field a missing character is reported in.
    pub(super) field: String,
    pub(super) spans: Vec<Span>,
    /// Columns it covers.
    pub(super) columns: u16,
    pub(super) fill: Option<Colour>,
    pub(super) align: Align,
}

impl Cell {
    /// A label: what the value beside it is.
    pub(super) fn label(text: &str, columns: u16) -> Self {
        Self {
            field: text.to_owned(),
            spans: vec![span(text, BODY.coloured(Colour::LABEL))],
            columns,
            fill: Some(Colour::TINT),
            align: Align::Left,
        }
    }

    /// A value of `field`.
    pub(super) fn value(field: &str, spans: Vec<Span>, columns: u16) -> Self {
        Self {
            field: field.to_owned(),
            spans,
            columns,
            ..Self::default()
        }
    }

    pub(super) fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }

    pub(super) fn filled(self, colour: Colour) -> Self {
        Self {
            fill: Some(colour),
            ..self
        }
    }
}

pub(super) fn span(text: &str, style: Style) -> Span {
    Span {
        text: text.to_owned(),
        style,
    }
}

/// One row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Room for a hand to write in.
    pub(super) at_least: Pt,
}

impl Row {
    pub(super) fn of(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            at_least: Pt::ZERO,
        }
    }

    pub(super) fn at_least(self, height: Pt) -> Self {
        Self {
            at_least: height,
            ..self
        }
    }
}

/// Rows over `columns` equal columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) columns: u16,
    /// Repeated on every page the grid goes on to.
    pub(super) head: Vec<Row>,
    pub(super) rows: Vec<Row>,
    /// Moves to the next page whole, where it fits on one.
    pub(super) together: bool,
}

/// A row whose lines are set.
#[derive(Clone, Debug)]
pub(super) struct SetRow {
    cells: Vec<SetCell>,
    pub(super) height: Pt,
}

#[derive(Clone, Debug)]
struct SetCell {
    x: Pt,
    width: Pt,
    fill: Option<Colour>,
    align: Align,
    lines: Vec<Line>,
}

impl SetRow {
    /// Sets the lines of `row` in a grid `width` wide.
    pub(super) fn set(typesetter: &mut Typesetter<'_>, row: &Row, columns: u16, width: Pt) -> Self {
        let unit = width / f32::from(columns.max(1));
        let mut x = Pt::ZERO;
        let mut cells = Vec::with_capacity(row.cells.len());
        for cell in &row.cells {
            let cell_width = unit * f32::from(cell.columns);
            typesetter.enter_field(&cell.field);
            cells.push(SetCell {
                x,
                width: cell_width,
                fill: cell.fill,
                align: cell.align,
                lines: lines::set(typesetter, &cell.spans, cell_width - PAD_X * 2.0),
            });
            x += cell_width;
        }
        let height = height_of(&cells).max(row.at_least);
        Self { cells, height }
    }

    /// Splits off what fits in `room`: the exception for a row higher than a
    /// page.
    pub(super) fn split(self, room: Pt) -> (Self, Self) {
        let mut first = self.clone();
        let mut rest = self;
        for (head, tail) in first.cells.iter_mut().zip(&mut rest.cells) {
            let mut used = PAD_Y * 2.0;
            let fits = head
                .lines
                .iter()
                .take_while(|line| {
                    used += line.height;
                    used <= room
                })
                .count()
                .max(1);
            head.lines.truncate(fits);
            tail.lines = tail.lines.split_off(fits.min(tail.lines.len()));
        }
        first.height = height_of(&first.cells);
        rest.height = height_of(&rest.cells);
        (first, rest)
    }

    /// Draws the row with its upper left corner at (`left`, `top`).
    pub(super) fn draw(&self, left: Pt, top: Pt, items: &mut Vec<Item>) {
        for cell in &self.cells {
            if let Some(colour) = cell.fill {
                items.push(Item::Rect {
                    at: (left + cell.x, top),
                    size: (cell.width, self.height),
                    radius: Pt::ZERO,
                    fill: Some(colour),
                    stroke: None,
                });
            }
        }
        let tallest = height_of(&self.cells);
        let lead = first_baseline(&self.cells);
        for (index, cell) in self.cells.iter().enumerate() {
            if index > 0 {
                items.push(hair(
                    (left + cell.x, top),
                    (left + cell.x, top + self.height),
                ));
            }
            let mut y = top + PAD_Y;
            // A short value beside a long one stays on the first line; in a row
            // made tall for a signature it stands in the middle.
            // First lines of different sizes stand on one baseline.
            let text: Pt = cell.lines.iter().map(|line| line.height).sum();
            if self.height > tallest {
                y += ((self.height - PAD_Y * 2.0 - text) / 2.0).max(Pt::ZERO);
            } else if let Some(first) = cell.lines.first() {
                y += lead - first.baseline;
            }
            for line in &cell.lines {
                let free = cell.width - PAD_X * 2.0 - line.width;
                let shift = match cell.align {
                    Align::Left => Pt::ZERO,
                    Align::Right => free,
                    Align::Centre => free / 2.0,
                };
                draw_line(line, left + cell.x + PAD_X + shift, y, items);
                y += line.height;
            }
        }
    }
}

fn first_baseline(cells: &[SetCell]) -> Pt {
    cells
        .iter()
        .filter_map(|cell| cell.lines.first())
        .map(|line| line.baseline)
        .fold(Pt::ZERO, Pt::max)
}

fn height_of(cells: &[SetCell]) -> Pt {
    let lead = first_baseline(cells);
    let text = |cell: &SetCell| {
        let pushed = cell
            .lines
            .first()
            .map_or(Pt::ZERO, |line| lead - line.baseline);
        pushed + cell.lines.iter().map(|line| line.height).sum()
    };
    cells.iter().map(text).fold(Pt::ZERO, Pt::max) + PAD_Y * 2.0
}

/// A thin line inside a table.
pub(super) const fn hair(from: (Pt, Pt), to: (Pt, Pt)) -> Item {
    Item::Line {
        from,
        to,
        width: Pt(0.4),
        colour: Colour::HAIR,
    }
}

/// Draws one set line with its upper left corner at (`x`, `top`).
pub(super) fn draw_line(line: &Line, x: Pt, top: Pt, items: &mut Vec<Item>) {
    let baseline = top + line.baseline;
    for run in &line.runs {
        items.push(Item::Text {
            x: x + run.x,
            baseline,
            size: run.style.size,
            face: run.face,
            colour: run.style.colour,
            tracking: run.style.tracking,
            text: run.text.clone(),
        });
        if run.style.struck {
            let middle = baseline - run.style.size * 0.35;
            items.push(Item::Line {
                from: (x + run.x, middle),
                to: (x + run.x + run.width, middle),
                width: Pt(0.8),
                colour: run.style.colour,
            });
        }
    }
}
