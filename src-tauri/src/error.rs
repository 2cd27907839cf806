//! An error on its way to the window: a code, the facts for its words, and which fields it speaks of.

use std::collections::BTreeMap;

use docket_core::{DeskError, Refuse as _};
use serde::Serialize;
use ts_rs::TS;

/// What went wrong, for the window's table of words.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommandError {
    /// Stable code.
    pub code: String,
    /// Facts for the words.
    pub params: BTreeMap<String, String>,
    /// Whether the procedure refused (true) or the machine failed (false).
    pub refusal: bool,
    /// Fields whose text has no meaning.
    pub fields: Vec<FieldProblemView>,
}

/// A field whose text has no meaning, and why.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldProblemView {
    /// Where: `component:c1.grammage`.
    pub path: String,
    /// Stable code.
    pub code: String,
    /// Facts for the words.
    pub params: BTreeMap<String, String>,
}

/// What a command answers.
pub(crate) type Answer<T> = Result<T, CommandError>;

impl CommandError {
    /// An error of the shell itself.
    pub(crate) fn of_the_shell(code: &str, why: impl ToString) -> Self {
        Self {
            code: code.to_owned(),
            params: BTreeMap::from([("why".to_owned(), why.to_string())]),
            refusal: false,
            fields: Vec::new(),
        }
    }
}

impl CommandError {
    /// A file could not be written or read; `why` is what the system said.
    pub(crate) fn of_the_file(code: &str, path: &std::path::Path, why: impl ToString) -> Self {
        let mut error = Self::of_the_shell(code, why);
        let shown = path.to_string_lossy().into_owned();
        error.params.insert("path".to_owned(), shown);
        error
    }
}

impl From<DeskError> for CommandError {
    fn from(error: DeskError) -> Self {
        if error.is_refusal() {
            tracing::info!(code = error.code(), "refused");
        } else {
            tracing::error!(code = error.code(), "failed");
        }
        let params = error
            .params()
            .into_iter()
            .map(|(name, fact)| (name.to_owned(), fact))
            .collect();
        let fields = error
            .fields()
            .iter()
            .map(|field| FieldProblemView {
                path: field.path.clone(),
                code: field.code.to_owned(),
                params: field
                    .params
                    .iter()
                    .map(|(name, fact)| ((*name).to_owned(), fact.clone()))
                    .collect(),
            })
            .collect();
        Self {
            code: error.code().to_owned(),
            params,
            refusal: error.is_refusal(),
            fields,
        }
    }
}
