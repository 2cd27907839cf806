//! The forms of the house: what each says, and how it stands on paper.
//!
//! The facts of a form are words and figures exactly as they are printed; the
//! feature that owns them does the wording. An empty value prints as —, a
//! field for a hand stays empty.
//!
//! **Invariant:** every value is measured under the name of its label, so that
//! a refused character names the field it stands in.

mod change_block;
pub mod change_notice;
pub mod free_proof_sheet;
pub mod hand_over_slip;
pub mod marked_copy;
pub mod preflight_record;
pub mod record_sheet;
pub mod review_form;
pub mod sale_paper;
pub mod sample_label;
mod sheet_first_page;
pub mod task_sheet;
mod task_sheet_component;

use serde::{Deserialize, Serialize};

use super::DocumentError;
use super::display::{Colour, DisplayList};
use super::fonts::FontShelf;
use super::grid::{Align, Cell, Grid, Row, span};
use super::lines::Span;
use super::typesetter::BODY;
use super::units::mm;

/// Something the press can lay out.
pub trait Form {
    /// Lays the form out.
    ///
    /// # Errors
    /// A character no font draws.
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError>;
}

/// A value as it is printed, and what a signed change did to it (S-4.4.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// What holds now.
    pub now: String,
    /// What held before the change; printed struck through.
    pub was: Option<String>,
    /// The number of the change in the change block, `①`; also stands alone
    /// beside a figure that was only reckoned again. Empty: unchanged.
    pub mark: String,
}

impl Value {
    /// A value changed by the change `mark`.
    #[must_use]
    pub fn changed(was: &str, now: &str, mark: &str) -> Self {
        Self {
            now: now.to_owned(),
            was: Some(was.to_owned()),
            mark: mark.to_owned(),
        }
    }

    /// A figure that the change `mark` made reckoned again.
    #[must_use]
    pub fn reckoned_again(now: &str, mark: &str) -> Self {
        Self {
            now: now.to_owned(),
            was: None,
            mark: mark.to_owned(),
        }
    }

    fn spans(&self, bold: bool) -> Vec<Span> {
        let strong = bold || !self.mark.is_empty() || self.was.is_some();
        let style = if strong { BODY.bold() } else { BODY };
        let mut spans = Vec::with_capacity(3);
        if let Some(was) = self.was.as_deref().filter(|was| !was.is_empty()) {
            spans.push(span(was, BODY.struck()));
            spans.push(span(" ", BODY));
        }
        spans.push(span(or_dash(&self.now), style));
        if !self.mark.is_empty() {
            spans.push(span(
                &format!(" {}", self.mark),
                BODY.bold().coloured(Colour::STAMP),
            ));
        }
        spans
    }
}

impl Value {
    /// In bold, and nothing at all while there is nothing to say.
    fn hand_spans(&self) -> Vec<Span> {
        vec![span(&self.now, BODY.bold())]
    }
}

impl From<&str> for Value {
    fn from(now: &str) -> Self {
        Self {
            now: now.to_owned(),
            ..Self::default()
        }
    }
}

impl From<String> for Value {
    fn from(now: String) -> Self {
        Self {
            now,
            ..Self::default()
        }
    }
}

/// Who signed, and when. Empty fields leave room for a hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The name.
    pub name: String,
    /// When, as shown: `11-23 11:20`.
    pub at: String,
    /// Taken on paper and recorded by the assistant (代录), not under the
    /// signer's own PIN.
    pub recorded: bool,
    /// On what it was given, as printed: 微信; empty unless recorded.
    #[serde(default)]
    pub medium: String,
}

/// What is printed behind a signature that was recorded: `（代录·微信）`; nothing behind one given by PIN.
#[must_use]
pub fn recorded_mark(medium: Option<&str>) -> String {
    match medium {
        None => String::new(),
        Some("") => "（代录）".to_owned(),
        Some(medium) => format!("（代录·{medium}）"),
    }
}

impl Signature {
    /// As printed: `周敏 11-23 11:20（代录·微信）`; empty for a hand to sign.
    #[must_use]
    pub fn printed(&self) -> String {
        let mut text = format!("{} {}", self.name, self.at).trim().to_owned();
        text.push_str(&recorded_mark(self.recorded.then_some(&self.medium)));
        text
    }
}

/// What an empty value prints as.
fn or_dash(text: &str) -> &str {
    if text.trim().is_empty() { "—" } else { text }
}

/// Columns of the grids facts stand in: three hold a label of three characters,
/// four one of four.
/// Three columns hold a label of three characters, four one of four.
const COLUMNS: u16 = 48;

/// A label and its value, in columns.
fn pair(label: &str, value: &Value, label_columns: u16, value_columns: u16) -> [Cell; 2] {
    [
        Cell::label(label, label_columns),
        Cell::value(label, value.spans(false), value_columns),
    ]
}

/// Like [`pair`], in bold: what is read first.
fn strong_pair(label: &str, value: &Value, label_columns: u16, value_columns: u16) -> [Cell; 2] {
    [
        Cell::label(label, label_columns),
        Cell::value(label, value.spans(true), value_columns),
    ]
}

/// A label and a plain text.
fn text_pair(label: &str, text: &str, label_columns: u16, value_columns: u16) -> [Cell; 2] {
    pair(label, &Value::from(text), label_columns, value_columns)
}

/// A label and room for a hand, filled where there is something to fill it with.
fn hand_pair(label: &str, text: &str, label_columns: u16, value_columns: u16) -> [Cell; 2] {
    [
        Cell::label(label, label_columns),
        Cell::value(label, vec![span(text, BODY)], value_columns),
    ]
}

/// One row of pairs.
fn facts<const N: usize>(pairs: [[Cell; 2]; N]) -> Row {
    Row::of(pairs.into_iter().flatten().collect())
}

/// The head row of a table: titles and how many columns each covers. A title
/// after `>` stands to the right, over figures.
fn head(titles: &[(&str, u16)]) -> Row {
    let cell = |(title, columns): &(&str, u16)| match title.strip_prefix('>') {
        Some(title) => Cell::label(title, *columns).aligned(Align::Right),
        None => Cell::label(title, *columns),
    };
    Row::of(titles.iter().map(cell).collect())
}

/// One cell of a table; `field` names table and column.
fn cell(field: &str, value: &Value, columns: u16) -> Cell {
    Cell::value(field, value.spans(false), columns)
}

/// One cell of a table holding plain text.
fn text_cell(field: &str, text: &str, columns: u16) -> Cell {
    cell(field, &Value::from(text), columns)
}

/// One cell for a hand to fill.
fn hand_cell(field: &str, text: &str, columns: u16) -> Cell {
    Cell::value(field, vec![span(text, BODY)], columns)
}

/// Figures stand to the right.
fn figure(field: &str, value: &Value, columns: u16) -> Cell {
    cell(field, value, columns).aligned(Align::Right)
}

/// A grid of facts, kept on one page.
const fn fact_grid(rows: Vec<Row>) -> Grid {
    Grid {
        columns: COLUMNS,
        head: Vec::new(),
        rows,
        together: true,
    }
}

/// A table that may go on over the page, its head repeated.
fn table(head: Row, rows: Vec<Row>) -> Grid {
    Grid {
        columns: COLUMNS,
        head: vec![head],
        rows,
        together: false,
    }
}

/// A row of labels with room to sign.
fn signature_row(roles: &[(&str, &Signature)], label_columns: u16, columns: &[u16]) -> Row {
    let cells = roles
        .iter()
        .zip(columns)
        .flat_map(|((role, signature), columns)| {
            hand_pair(
                role,
                &signature.printed(),
                label_columns,
                columns - label_columns,
            )
        })
        .collect();
    Row::of(cells).at_least(mm(9.0))
}
