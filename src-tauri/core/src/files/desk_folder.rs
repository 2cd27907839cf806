//! A folder of this desk that the house may change: which it is, who made it so, and why.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::audit::{self, Activity};
use crate::error::{DeskError, Failure};
use crate::settings::SettingRefusal;
use crate::storage::{Connection, Subject, Topic, Writer};

/// So many changes are shown; the trail keeps all of them.
const SHOWN: i64 = 20;

/// Which folder from now on, and why.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeFolder {
    /// The whole path.
    pub folder: String,
    /// Why.
    pub why: String,
}

/// A folder of this desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FolderView {
    /// Where it lies.
    pub folder: String,
    /// How it came to be that one, the latest first.
    pub changes: Vec<FolderChange>,
}

/// One change of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FolderChange {
    /// When (UTC).
    pub at: String,
    /// Who.
    pub who: String,
    /// To which folder.
    pub folder: String,
    /// Why.
    pub why: String,
}

/// What the trail keeps of a change.
#[derive(Deserialize)]
struct Noted {
    folder: String,
    why: String,
}

/// The reason, without the spaces around it.
pub(super) fn reason(request: &ChangeFolder) -> Result<&str, SettingRefusal> {
    match request.why.trim() {
        "" => Err(SettingRefusal::NoReason),
        why => Ok(why),
    }
}

/// Puts the change of a folder into the trail of the act.
pub(super) fn note(writer: &mut Writer, folder: &str, why: &str) {
    writer.about(Subject::House);
    writer.touch(Topic::settings());
    writer.note("folder", folder);
    writer.note("why", why);
}

/// The changes made by `act`, the latest first.
pub(super) async fn changes(
    connection: &mut Connection,
    act: Activity,
) -> Result<Vec<FolderChange>, DeskError> {
    let rows = audit::acts_of(connection, Subject::House, act, SHOWN).await?;
    let changes = rows.into_iter().map(|row| {
        let noted: Noted =
            serde_json::from_str(&row.params).map_err(|_| Failure::UnknownValue {
                what: "audit.params",
                value: row.params,
            })?;
        Ok(FolderChange {
            at: row.at,
            who: row.who,
            folder: noted.folder,
            why: noted.why,
        })
    });
    changes.collect()
}
