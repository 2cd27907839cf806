//! Puts blocks one under the other and turns the page where they end.
//!
//! **Invariant:** a heading never stands alone at the foot of a page.

use super::display::{Colour, Item, Page};
use super::first_page::{self, FirstPage};
use super::grid::{Grid, SetRow, draw_line, hair, span};
use super::lines;
use super::stamp::{self, StampBlock};
use super::typesetter::{BODY, Typesetter};
use super::units::{Pt, mm};

/// A part of a form.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A title above what follows.
    Heading(String),
    /// Rows and columns.
    Grid(Grid),
    /// 样本确认章, side by side.
    Stamps(Vec<StampBlock>),
    /// The first page of the file, with every position beside it.
    FirstPage(FirstPage),
    /// Empty height.
    Gap(Pt),
}

/// The place the blocks flow in, the same on every page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) left: Pt,
    pub(super) top: Pt,
    pub(super) width: Pt,
    pub(super) bottom: Pt,
}

struct Flow<'t, 'p> {
    typesetter: &'t mut Typesetter<'p>,
    column: Column,
    pages: Vec<Page>,
    page: Page,
    y: Pt,
}

/// Lays `blocks` out in `column`, on as many pages as they take.
pub(super) fn pour(typesetter: &mut Typesetter<'_>, column: Column, blocks: &[Block]) -> Vec<Page> {
    let mut flow = Flow {
        typesetter,
        column,
        pages: Vec::new(),
        page: Page::default(),
        y: column.top,
    };
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(text) => flow.heading(text, blocks.get(index + 1)),
            Block::Grid(grid) => flow.grid(grid),
            Block::Stamps(stamps) => flow.stamps(stamps),
            Block::FirstPage(page) => flow.first_page(page),
            // No gap at the head of a page.
            Block::Gap(height) if !flow.at_top() => flow.y += *height,
            Block::Gap(_) => {}
        }
    }
    flow.pages.push(flow.page);
    flow.pages
}

impl Flow<'_, '_> {
    fn room(&self) -> Pt {
        self.column.bottom - self.y
    }

    fn turn(&mut self) {
        self.pages.push(std::mem::take(&mut self.page));
        self.y = self.column.top;
    }

    fn at_top(&self) -> bool {
        self.y <= self.column.top
    }

    fn turn_unless(&mut self, needed: Pt) {
        if needed > self.room() && !self.at_top() {
            self.turn();
        }
    }

    fn heading(&mut self, text: &str, next: Option<&Block>) {
        self.typesetter.enter_field(text);
        let lines = lines::set(
            self.typesetter,
            &[span(text, BODY.bold().sized(10.0))],
            self.column.width,
        );
        let height: Pt = lines.iter().map(|line| line.height).sum();
        let below = mm(0.7);
        let follows = next.map_or(Pt::ZERO, |block| self.least_height(block));
        self.turn_unless(height + below + follows);
        for line in &lines {
            draw_line(line, self.column.left, self.y, &mut self.page.items);
            self.y += line.height;
        }
        self.y += below;
    }

    /// What must stand under a heading.
    fn least_height(&mut self, block: &Block) -> Pt {
        match block {
            Block::Grid(grid) => {
                let rows: Vec<_> = self.set(grid, &grid.rows);
                let head: Pt = self
                    .set(grid, &grid.head)
                    .iter()
                    .map(|row| row.height)
                    .sum();
                let whole: Pt = rows.iter().map(|row| row.height).sum();
                if grid.together && head + whole <= self.column.bottom - self.column.top - mm(8.0) {
                    return head + whole;
                }
                head + rows
                    .first()
                    .map_or(Pt::ZERO, |row| row.height)
                    .min(mm(60.0))
            }
            Block::Stamps(_) => stamp::HEIGHT,
            Block::FirstPage(page) => {
                let set = first_page::set(self.typesetter, page, self.column.width);
                let line = set.lines.first().map_or(Pt::ZERO, |line| line.height);
                set.height().max(line)
            }
            Block::Heading(_) | Block::Gap(_) => Pt::ZERO,
        }
    }

    fn set(&mut self, grid: &Grid, rows: &[super::grid::Row]) -> Vec<SetRow> {
        rows.iter()
            .map(|row| SetRow::set(self.typesetter, row, grid.columns, self.column.width))
            .collect()
    }

    fn grid(&mut self, grid: &Grid) {
        let head = self.set(grid, &grid.head);
        let rows = self.set(grid, &grid.rows);
        let head_height: Pt = head.iter().map(|row| row.height).sum();
        let page_room = self.column.bottom - self.column.top - head_height;
        let first = rows.first().map_or(Pt::ZERO, |row| row.height);
        let whole: Pt = rows.iter().map(|row| row.height).sum();
        if grid.together && whole <= page_room {
            self.turn_unless(head_height + whole);
        } else if first <= page_room {
            self.turn_unless(head_height + first);
        }
        let mut begin = self.open(&head);
        for mut row in rows {
            if row.height > self.room() && row.height <= page_room {
                self.close(begin);
                self.turn();
                begin = self.open(&head);
            }
            // Only a row higher than a whole page comes here.
            while row.height > self.room() + Pt(0.01) {
                let (fits, rest) = row.split(self.room());
                self.row(&fits, begin);
                self.close(begin);
                self.turn();
                begin = self.open(&head);
                row = rest;
            }
            self.row(&row, begin);
        }
        self.close(begin);
    }

    /// Begins a piece of a grid on this page; answers where.
    fn open(&mut self, head: &[SetRow]) -> Pt {
        let begin = self.y;
        for row in head {
            self.row(row, begin);
        }
        begin
    }

    fn row(&mut self, row: &SetRow, begin: Pt) {
        row.draw(self.column.left, self.y, &mut self.page.items);
        if self.y > begin {
            let right = self.column.left + self.column.width;
            self.page
                .items
                .push(hair((self.column.left, self.y), (right, self.y)));
        }
        self.y += row.height;
    }

    /// Frames the piece of a grid that ends here.
    fn close(&mut self, begin: Pt) {
        if self.y > begin {
            self.page.items.push(Item::Rect {
                at: (self.column.left, begin),
                size: (self.column.width, self.y - begin),
                radius: Pt::ZERO,
                fill: None,
                stroke: Some((Colour::FRAME, Pt(0.8))),
            });
        }
    }

    fn first_page(&mut self, page: &FirstPage) {
        let set = first_page::set(self.typesetter, page, self.column.width);
        let line = set.lines.first().map_or(Pt::ZERO, |line| line.height);
        self.turn_unless(set.height().max(line));
        set.draw(self.column.left, self.y, &mut self.page.items);
        let bottom = self.y + set.height();
        let mut turned = false;
        for line in &set.lines {
            if line.height > self.room() {
                self.turn();
                turned = true;
            }
            let left = self.column.left + set.beside();
            draw_line(line, left, self.y, &mut self.page.items);
            self.y += line.height;
        }
        if !turned {
            self.y = self.y.max(bottom);
        }
    }

    fn stamps(&mut self, stamps: &[StampBlock]) {
        let gap = mm(4.0);
        let width = (self.column.width - gap) / 2.0;
        for pair in stamps.chunks(2) {
            let set: Vec<_> = pair
                .iter()
                .map(|block| stamp::set(self.typesetter, block, width))
                .collect();
            let height = set.iter().map(|block| block.height).fold(Pt::ZERO, Pt::max);
            self.turn_unless(height);
            let mut x = self.column.left;
            for block in &set {
                block.draw(x, self.y, height, &mut self.page.items);
                x += width + gap;
            }
            self.y += height + mm(2.0);
        }
        self.y -= mm(2.0);
    }
}
