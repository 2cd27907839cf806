//! The files of a direct-lane customer (直通) are locked (S-4.2.1b): what goes into production is byte for byte what the
//! customer sent, and only a new file of the customer takes its place.

use super::{FileHash, FileRefusal, MadeBy, prepress, queries};
use crate::Desk;
use crate::desk::reckon_aside;
use crate::error::DeskError;
use crate::storage::{Connection, Subject, Writer};
use crate::task_sheets::stand_anew;

/// What the release check list says of locked files; nothing where the customer's files are not locked.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn house_made_of_locked(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<Vec<String>>, DeskError> {
    if !queries::direct_lane(connection, order).await? {
        return Ok(None);
    }
    let files = queries::of_order(connection, order).await?;
    Ok(Some(
        files
            .into_iter()
            .filter(|file| file.in_use() && file.made_by == MadeBy::House)
            .map(|file| file.name)
            .collect(),
    ))
}

/// Stores where the orders of a customer now stand that was marked 直通, or no longer is: a file made in the house keeps
/// the sheet back, or no longer does.
///
/// # Errors
/// When the database fails.
pub(crate) async fn lock_or_unlock(writer: &mut Writer, customer: i64) -> Result<(), DeskError> {
    for order in queries::open_orders_of(writer, customer).await? {
        stand_anew(writer, order).await?;
        writer.about(Subject::Order(order));
    }
    Ok(())
}

impl Desk {
    /// Reads every locked file of an order again, in the store and where its copy lies in the prepress folder, and compares
    /// its hash with the one at receipt. A folder that is away tells nothing.
    ///
    /// # Errors
    /// With the first file that is not what was received, or is gone from the store.
    pub(crate) async fn verify_locked_files(&self, order: i64) -> Result<(), DeskError> {
        let (files, copies) = {
            let mut reader = self.read().await?;
            if !queries::direct_lane(&mut reader, order).await? {
                return Ok(());
            }
            (
                queries::of_order(&mut reader, order).await?,
                prepress::of_order(&mut reader, order).await?,
            )
        };
        let (store, root) = (self.store().clone(), self.prepress().to_path_buf());
        let verify = move || -> Result<(), FileRefusal> {
            for file in files.iter().filter(|file| file.in_use()) {
                let changed = || FileRefusal::LockedChanged {
                    name: file.name.clone(),
                };
                let received = FileHash::read(&file.sha256).ok_or_else(changed)?;
                let kept = store.path_of(&received).map_err(|_| changed())?;
                let copy = copies
                    .iter()
                    .find(|copy| copy.file == file.id && copy.state == "kept")
                    .map(|copy| prepress::below(&root, &copy.kept_as))
                    .filter(|path| path.is_file());
                for path in [Some(kept), copy].into_iter().flatten() {
                    if prepress::hash_of(&path).ok() != Some(received.clone()) {
                        return Err(changed());
                    }
                }
            }
            Ok(())
        };
        Ok(reckon_aside(verify).await??)
    }
}
