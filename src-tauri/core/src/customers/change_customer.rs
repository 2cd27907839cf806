//! Saving a customer's page: everything on it at once; and marking a customer 老客户.

use super::wire::ChangeCustomer;
use super::{CustomerRefusal, Marked, queries, rules, written};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::files::lock_or_unlock;
use crate::orders::stand_by_standing;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// Puts a customer's page in the place of what stood on it, or enters a new customer.
    ///
    /// # Errors
    /// Names every field that is not understood; refuses a name or code that is taken, a customer that was merged away,
    /// and a stale revision.
    pub async fn change_customer(
        &self,
        actor: &Actor,
        request: &ChangeCustomer,
    ) -> Result<Done<i64>, DeskError> {
        let record = rules::understood(&request.form).map_err(CustomerRefusal::of)?;
        let mut writer = self.begin(actor, Activity::SaveCustomer).await?;
        let id = match request.id {
            None => written::enter(&mut writer, &record, None).await?,
            Some(id) => {
                let stored = queries::stored(&mut writer, id).await?;
                if stored.merged_into.is_some() {
                    return Err(CustomerRefusal::MergedAway.into());
                }
                if stored.revision != request.revision {
                    return Err(CustomerRefusal::ChangedMeanwhile.into());
                }
                for (code, change) in record.changes_since(&stored.record) {
                    writer.note(code, change);
                }
                written::change(&mut writer, &stored, &record).await?;
                if record.direct_lane != stored.record.direct_lane {
                    lock_or_unlock(&mut writer, id, record.direct_lane).await?;
                }
                id
            }
        };
        writer.about(Subject::Customer(id));
        Ok(Done {
            value: id,
            changed: writer.commit().await?,
        })
    }

    /// Marks a customer 老客户, or takes the mark back; the mark keeps who and when (S-4.3.1A).
    ///
    /// # Errors
    /// Refuses a customer that was merged away and a stale revision.
    pub async fn mark_established(
        &self,
        actor: &Actor,
        id: i64,
        revision: i64,
        established: bool,
    ) -> Result<Done<i64>, DeskError> {
        let mut writer = self.begin(actor, Activity::MarkEstablished).await?;
        let stored = queries::stored(&mut writer, id).await?;
        if stored.merged_into.is_some() {
            return Err(CustomerRefusal::MergedAway.into());
        }
        if stored.revision != revision {
            return Err(CustomerRefusal::ChangedMeanwhile.into());
        }
        let mark = established.then(|| Marked {
            by: writer.actor().name().to_owned(),
            at: as_stored(writer.at()),
            how: "setting".to_owned(),
        });
        let mut columns = Vec::from(written::mark_cells(mark.as_ref()));
        columns.push(("revision", (revision + 1).into()));
        writer.update("customers", id, &columns).await?;
        writer.note("established", if established { "✓" } else { "—" });
        stand_by_standing(&mut writer, id).await?;
        writer.about(Subject::Customer(id));
        Ok(Done {
            value: id,
            changed: writer.commit().await?,
        })
    }
}
