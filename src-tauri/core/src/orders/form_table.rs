//! Reading the touched cells of a 贴 table: `3 sheets=2100 plates=8; 4 gone; 9 added pages=4`. The window writes it cell by
//! cell, so a cell may hold whatever a person types into it: 2千, 自翻.

use super::fields::Level;
use crate::imposition::{FormCell, FormEdit, FormEdits, WorkStyle};
use crate::typed::{self, NotUnderstood};

/// No component has more forms.
const MOST_FORMS: i64 = 1_000;

/// A cell that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BadCell {
    /// `3.sheets`; empty where not even the form could be told.
    pub(super) cell: String,
    /// What is wrong with it.
    pub(super) why: NotUnderstood,
}

/// Reads a table.
///
/// # Errors
/// [`BadCell`] names the first cell that has no meaning.
pub(super) fn read(text: &str) -> Result<FormEdits, BadCell> {
    let nowhere = |why| BadCell {
        cell: String::new(),
        why,
    };
    let mut forms = FormEdits::default();
    for entry in text
        .split(';')
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
    {
        let mut words = entry.split_whitespace();
        let number =
            typed::integer(words.next().unwrap_or_default(), 1, MOST_FORMS).map_err(nowhere)?;
        let mut edit = FormEdit::default();
        for word in words {
            match word.split_once('=') {
                None if word == "added" => edit.added = true,
                None if word == "gone" => edit.gone = true,
                None => return Err(nowhere(NotUnderstood::NotANumber)),
                Some((_, "")) => {}
                Some((cell, text)) => put(&mut edit, cell, text).map_err(|why| BadCell {
                    cell: format!("{number}.{cell}"),
                    why,
                })?,
            }
        }
        // The same form named twice: the later word holds, as it does for two texts in one field.
        forms.put(number, edit);
    }
    Ok(forms)
}

fn put(edit: &mut FormEdit, cell: &str, text: &str) -> Result<(), NotUnderstood> {
    let cell = FormCell::from_code(cell).ok_or(NotUnderstood::NotANumber)?;
    if cell == FormCell::Style {
        edit.style = Some(style(text)?);
    } else {
        let (least, most) = cell.bounds();
        edit.figures
            .insert(cell, typed::integer(text, least, most)?);
    }
    Ok(())
}

/// A style by its code or by the word of the trade.
fn style(text: &str) -> Result<WorkStyle, NotUnderstood> {
    let choices = Level::Component
        .field("work_style")
        .map_or(&[][..], |field| field.choices);
    choices
        .iter()
        .find(|choice| choice.code == text || choice.label == text)
        .and_then(|choice| WorkStyle::from_code(choice.code))
        .ok_or_else(|| NotUnderstood::Ambiguous {
            readings: choices
                .iter()
                .map(|choice| choice.label.to_owned())
                .collect(),
        })
}
