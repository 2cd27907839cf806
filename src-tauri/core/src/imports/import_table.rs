//! Showing what would be made of a table, and making it.

use std::collections::BTreeSet;

use super::cells::{MOST_BYTES, decoded, divided};
use super::wire::{ImportLine, ImportPreview, ImportTable};
use super::{ImportRefusal, columns, customers, processes};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::customers::{CustomerRecord, Marked};
use crate::error::{DeskError, Failure};
use crate::orders::{stand_by_process, stand_by_standing};
use crate::storage::{Connection, Subject, Topic};
use crate::wire::Done;

/// What is taken over of a table.
#[derive(Default)]
struct Taken {
    customers: Vec<(CustomerRecord, bool)>,
    marked: Vec<i64>,
    processes: Vec<String>,
}

/// Which table it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Customers,
    Processes,
}

impl Kind {
    fn of(request: &ImportTable) -> Result<Self, ImportRefusal> {
        match request.kind.as_str() {
            "customers" => Ok(Self::Customers),
            "processes" => Ok(Self::Processes),
            _ => Err(ImportRefusal::UnknownKind {
                kind: request.kind.clone(),
            }),
        }
    }
}

impl Desk {
    /// What would be made of a table, line by line. Nothing is written.
    ///
    /// # Errors
    /// When there is nothing in it, the file cannot be read, or it is no text.
    pub async fn import_preview(&self, request: &ImportTable) -> Result<ImportPreview, DeskError> {
        let kind = Kind::of(request)?;
        let text = text_of(request).await?;
        let mut reader = self.read().await?;
        Ok(read(&mut reader, kind, &text, request.established).await?.0)
    }

    /// Takes a table over: all of it in one commit (S-4.3.1A, S-4.3.1B).
    ///
    /// # Errors
    /// As [`import_preview`](Self::import_preview); refuses a table in which any line is wrong.
    pub async fn import_table(
        &self,
        actor: &Actor,
        request: &ImportTable,
    ) -> Result<Done<ImportPreview>, DeskError> {
        let kind = Kind::of(request)?;
        let activity = match kind {
            Kind::Customers => Activity::ImportCustomers,
            Kind::Processes => Activity::ImportProcesses,
        };
        let text = text_of(request).await?;
        let mut writer = self.begin(actor, activity).await?;
        let (preview, taken) = read(&mut writer, kind, &text, request.established).await?;
        if preview.wrong > 0 {
            return Err(ImportRefusal::Problems {
                lines: preview.wrong,
            }
            .into());
        }
        let mark = Marked {
            by: writer.actor().name().to_owned(),
            at: as_stored(writer.at()),
            how: "import".to_owned(),
        };
        for (record, marked) in &taken.customers {
            crate::customers::enter(&mut writer, record, marked.then_some(&mark)).await?;
        }
        for id in &taken.marked {
            crate::customers::mark(&mut writer, *id, &mark).await?;
            stand_by_standing(&mut writer, *id).await?;
        }
        for name in &taken.processes {
            crate::processes::mark(&mut writer, name, "import").await?;
        }
        stand_by_process(&mut writer, &taken.processes).await?;
        writer.about(Subject::House);
        writer.touch(Topic::customers());
        writer.touch(Topic::settings());
        writer.note("entered", preview.entered.to_string());
        writer.note("marked", preview.marked.to_string());
        Ok(Done {
            value: preview,
            changed: writer.commit().await?,
        })
    }
}

async fn text_of(request: &ImportTable) -> Result<String, DeskError> {
    let Some(path) = &request.path else {
        return Ok(request.text.clone());
    };
    let failed = |source| Failure::file(path, source);
    let bytes = tokio::fs::metadata(path).await.map_err(failed)?.len();
    if bytes > MOST_BYTES {
        return Err(ImportRefusal::TooLarge {
            bytes,
            most: MOST_BYTES,
        }
        .into());
    }
    Ok(decoded(&tokio::fs::read(path).await.map_err(failed)?)?)
}

/// Reads a table: what is shown of it, and what is taken over.
async fn read(
    connection: &mut Connection,
    kind: Kind,
    text: &str,
    established: bool,
) -> Result<(ImportPreview, Taken), DeskError> {
    let lines = divided(text)?;
    let (known, in_order) = match kind {
        Kind::Customers => (columns::OF_CUSTOMERS, columns::CUSTOMERS_IN_ORDER),
        Kind::Processes => (columns::OF_PROCESSES, columns::PROCESSES_IN_ORDER),
    };
    let width = lines
        .iter()
        .map(|(_, cells)| cells.len())
        .max()
        .unwrap_or(0);
    let first = lines
        .first()
        .map(|(_, cells)| cells.as_slice())
        .unwrap_or_default();
    let (columns, has_head) = columns::understood(first, known, in_order, width);
    let mut taken = Taken::default();
    let mut seen = customers::Seen::default();
    let mut names = BTreeSet::new();
    let mut preview = ImportPreview {
        columns: columns.iter().map(|code| (*code).to_owned()).collect(),
        lines: Vec::new(),
        entered: 0,
        marked: 0,
        same: 0,
        wrong: 0,
    };
    for (line, cells) in lines.into_iter().skip(usize::from(has_head)) {
        let mut problems = Vec::new();
        let outcome = match kind {
            Kind::Customers => {
                match customers::made(connection, &cells, &columns, established, &mut seen).await? {
                    customers::Made::Entered(record, marked) => {
                        taken.customers.push((*record, marked));
                        "entered"
                    }
                    customers::Made::Marked(id) => {
                        taken.marked.push(id);
                        "marked"
                    }
                    customers::Made::Same => "same",
                    customers::Made::Wrong(found) => {
                        problems = found;
                        "wrong"
                    }
                }
            }
            Kind::Processes => {
                match processes::made(connection, &cells, &columns, &mut names).await? {
                    processes::Made::Marked(name) => {
                        taken.processes.push(name);
                        "marked"
                    }
                    processes::Made::Same => "same",
                    processes::Made::Wrong(found) => {
                        problems.push(found);
                        "wrong"
                    }
                }
            }
        };
        match outcome {
            "entered" => preview.entered += 1,
            "marked" => preview.marked += 1,
            "same" => preview.same += 1,
            _ => preview.wrong += 1,
        }
        preview.lines.push(ImportLine {
            line,
            cells,
            outcome,
            problems,
        });
    }
    if preview.lines.is_empty() {
        return Err(ImportRefusal::Empty.into());
    }
    Ok((preview, taken))
}
