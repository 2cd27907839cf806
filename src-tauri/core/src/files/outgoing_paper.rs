//! A paper on its way to the printer or into a folder.

use super::page_picture::known;
use super::{FileRefusal, queries};
use crate::Desk;
use crate::accounts::{Actor, Power, may_on};
use crate::error::{DeskError, Failure};

/// What a kept paper is that is about to leave the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outgoing {
    /// The frozen PDF of a sheet.
    FrozenSheet,
    /// A numbered print.
    Print {
        /// Whether it is of the state in force.
        holds: bool,
    },
    /// Anything else.
    Paper,
}

impl Desk {
    /// The bytes of a kept paper, checked against its hash. A frozen task sheet leaves the desk only as a numbered print
    /// or as a copy marked 非打印件 (F2-04.4b); a print leaves it while it holds, by whoever may print, one copy at a time
    /// (S-4.4.2b): answered is also how many copies may be made at most.
    ///
    /// # Errors
    /// When it is a frozen sheet or a print that holds no more, the person may not print, or the paper is nowhere as it was
    /// kept.
    pub async fn outgoing_paper(
        &self,
        actor: &Actor,
        sha256: &str,
    ) -> Result<(Vec<u8>, u32), DeskError> {
        const ANY: u32 = 99;
        let hash = known(sha256)?;
        let mut reader = self.read().await?;
        let copies = match queries::outgoing(&mut reader, hash.as_str()).await? {
            Outgoing::FrozenSheet => return Err(FileRefusal::FrozenSheet.into()),
            Outgoing::Print { holds: false } => return Err(FileRefusal::PrintOutdated.into()),
            Outgoing::Print { holds: true } => {
                may_on(&mut reader, actor, Power::PrintSheet, self.today()).await?;
                1
            }
            Outgoing::Paper => ANY,
        };
        drop(reader);
        let found = self.original(&hash).await?;
        let store = self.store();
        let read = crate::desk::reckon_aside(move || store.read_at(found.path(), &hash)).await?;
        Ok((read.map_err(Failure::Store)?, copies))
    }
}
