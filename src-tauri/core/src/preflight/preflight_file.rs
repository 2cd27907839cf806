//! 预检 of a received file, as it stands against its order now (S-4.1.4a).

use super::wire::FilePreflight;
use super::{Ordered, Preflight, queries};
use crate::Desk;
use crate::error::{DeskError, Failure};
use crate::inspector::Reason;
use crate::orders::order_facts;

impl Desk {
    /// Reads the received file `id` in the helper process and holds it against what its component is ordered as, by the
    /// thresholds that hold for the order. Nothing is kept: the same file is judged anew when the order has changed.
    ///
    /// # Errors
    /// When there is no such file, or this machine cannot read it now. A file that cannot be read is a finding.
    pub async fn preflight_file(&self, id: i64) -> Result<FilePreflight, DeskError> {
        let (file, facts) = {
            let mut reader = self.read().await?;
            let file = queries::file(&mut reader, id)
                .await?
                .ok_or(Failure::Missing("received_files"))?;
            let facts = order_facts(&mut reader, file.order).await?;
            (file, facts)
        };
        let components = &facts.specification.components;
        let component = components.iter().find(|row| row.key == file.component);
        let ordered = match component {
            Some(component) => Ordered::of(&facts.specification, component),
            None => Ordered::as_a_whole(&facts.specification),
        };
        let ordered = ordered.counted(file.counts);
        let path = self.original_path(&file.sha256).await?;
        let thresholds = &facts.rules.preflight;
        let looked = Preflight::of(self.inspector(), &path, &ordered, thresholds).await;
        match looked.inspected {
            // A fault of this machine or of this moment, not of the file.
            Err(refusal)
                if matches!(
                    refusal.reason,
                    Reason::CannotStart | Reason::Busy | Reason::NotReadable
                ) =>
            {
                Err(refusal.into())
            }
            _ => Ok(FilePreflight::of(id, &looked)),
        }
    }
}
