//! The files of a direct-lane customer (直通) are locked (S-4.2.1b): what goes into production is byte for byte what the
//! customer sent, and only a new file of the customer takes its place.

use super::originals::{self, Found};
use super::queries::{self, ReceivedFile};
use super::{FileHash, FileRefusal, MadeBy, prepress};
use crate::Desk;
use crate::desk::reckon_aside;
use crate::error::DeskError;
use crate::orders::OrderKind;
use crate::positions::may_need_positions;
use crate::storage::{Connection, Subject, Writer};
use crate::task_sheets::{ask_for_a_sample, stand_anew};

/// Names of the files in use of an order that the house made: locked files have none.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn house_made(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<String>, DeskError> {
    let files = queries::of_order(connection, order).await?;
    Ok(files
        .into_iter()
        .filter(|file| file.in_use() && file.made_by == MadeBy::House)
        .map(|file| file.name)
        .collect())
}

/// Stores where the orders of a customer now stand that was marked 直通 (`locked`), or no longer is: a file made in the house
/// keeps the sheet back, or no longer does, a sample is asked no longer, or again (S-4.2.1c), and positions alike. A customer
/// may have thousands of open orders: only those are looked at on which it shows. A review that was waived is asked for again,
/// or no longer.
///
/// # Errors
/// When the database fails.
pub(crate) async fn lock_or_unlock(
    writer: &mut Writer,
    customer: i64,
    locked: bool,
) -> Result<(), DeskError> {
    // Positions are asked of all but what comes as it goes (S-4.2.6).
    let mut positioned = may_need_positions(writer, customer).await?;
    let mut without_sample = Vec::new();
    for touched in queries::touched_by_the_lock(writer, customer).await? {
        let order = touched.stored.order;
        let asks = OrderKind::from_code(&touched.kind).is_some_and(OrderKind::needs_sample);
        let positioned = positioned.remove(&order);
        if touched.house_made || touched.proofed || touched.waived || positioned {
            stand_anew(writer, order).await?;
        } else if asks {
            without_sample.push(touched.stored);
        } else {
            continue;
        }
        writer.about(Subject::Order(order));
    }
    for order in positioned {
        stand_anew(writer, order).await?;
        writer.about(Subject::Order(order));
    }
    ask_for_a_sample(writer, without_sample, !locked).await
}

impl Desk {
    /// Reads every locked file of an order again, in the store and where its copy lies in the prepress folder, and compares
    /// its hash with the one at receipt. A prepress folder that is away tells nothing of a file the store holds.
    ///
    /// # Errors
    /// With the first file that is not what was received, or is gone; or whose original the prepress folder holds, which is
    /// away.
    pub(crate) async fn verify_locked_files(&self, order: i64) -> Result<(), DeskError> {
        let (files, copies, sought) = {
            let mut reader = self.read().await?;
            if !queries::direct_lane(&mut reader, order).await? {
                return Ok(());
            }
            let mut files = queries::of_order(&mut reader, order).await?;
            files.retain(ReceivedFile::in_use);
            let mut sought = Vec::with_capacity(files.len());
            for file in &files {
                let changed = || FileRefusal::LockedChanged {
                    name: file.name.clone(),
                };
                let received = FileHash::read(&file.sha256).ok_or_else(changed)?;
                sought.push(originals::sought(&mut reader, &received).await?);
            }
            let copies = prepress::of_order(&mut reader, order).await?;
            (files, copies, sought)
        };
        let (store, root) = (self.store(), self.prepress());
        let verify = move || -> Result<(), FileRefusal> {
            for (file, sought) in files.iter().zip(&sought) {
                let changed = || FileRefusal::LockedChanged {
                    name: file.name.clone(),
                };
                let original = match originals::as_received(&store, &root, sought) {
                    Ok(Some(found)) => found,
                    Err(DeskError::File(away @ FileRefusal::OriginalAway { .. })) => {
                        return Err(away);
                    }
                    Ok(None) | Err(_) => return Err(changed()),
                };
                let copy = copies
                    .iter()
                    .find(|copy| copy.file == file.id && copy.state == "kept")
                    .map(|copy| prepress::below(&root, &copy.kept_as))
                    .filter(|path| path.is_file())
                    .filter(|path| original != Found::Proven(path.clone()));
                if let Some(copy) = copy
                    && prepress::hash_of(&copy).ok().as_ref() != Some(&sought.sha256)
                {
                    return Err(changed());
                }
            }
            Ok(())
        };
        Ok(reckon_aside(verify).await??)
    }
}
