//! What the window sends and is told about a table that is taken over.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A table: pasted, or a file.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportTable {
    /// `customers` or `processes`.
    pub kind: String,
    /// The cells as pasted; empty where a file is read.
    pub text: String,
    /// The file, in UTF-8 or GBK; none where cells were pasted.
    pub path: Option<String>,
    /// Whether every customer of the table is marked 老客户.
    pub established: bool,
}

/// What would be made of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// What each column was understood as, as a code; empty: it is left out.
    pub columns: Vec<String>,
    /// Its lines.
    pub lines: Vec<ImportLine>,
    /// How many are entered.
    pub entered: usize,
    /// How many are there already and marked.
    pub marked: usize,
    /// How many are there already and left as they are.
    pub same: usize,
    /// How many are wrong.
    pub wrong: usize,
}

/// One line of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportLine {
    /// Its number in the table, the first is 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// `entered`, `marked`, `same` or `wrong`.
    pub outcome: &'static str,
    /// What is wrong with it.
    pub problems: Vec<ImportProblem>,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProblem {
    /// Code of its column.
    pub column: String,
    /// Stable code.
    pub code: String,
    /// Facts for the words.
    pub params: BTreeMap<String, String>,
}
