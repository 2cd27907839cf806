//! A line of a table as a process the house masters.

use std::collections::BTreeSet;

use super::columns::{cell, says_yes};
use super::wire::ImportProblem;
use crate::error::DeskError;
use crate::processes::MATURE;
use crate::storage::Connection;
use crate::typed::{LONGEST_NAME, NotUnderstood, clean_text};

/// What is made of a line.
pub(super) enum Made {
    /// Marked 成熟.
    Marked(String),
    /// Marked already, or not mature by its own line.
    Same,
    /// Nothing: the line is wrong.
    Wrong(ImportProblem),
}

/// Decides what is made of a line.
pub(super) async fn made(
    connection: &mut Connection,
    cells: &[String],
    columns: &[&str],
    seen: &mut BTreeSet<String>,
) -> Result<Made, DeskError> {
    let wrong = |code: &str| {
        Made::Wrong(ImportProblem {
            column: "name".to_owned(),
            code: code.to_owned(),
            params: std::collections::BTreeMap::new(),
        })
    };
    let name = match clean_text(cell(cells, columns, "name"), LONGEST_NAME) {
        Ok(name) => name,
        Err(NotUnderstood::Empty) => return Ok(wrong("field_needed")),
        Err(problem) => return Ok(wrong(problem.code())),
    };
    if !seen.insert(name.clone()) {
        return Ok(wrong("import_twice"));
    }
    let said = cell(cells, columns, "mature");
    let mature = !columns.contains(&"mature") || says_yes(said);
    if mature && !MATURE.hold(connection, &name).await? {
        Ok(Made::Marked(name))
    } else {
        Ok(Made::Same)
    }
}
