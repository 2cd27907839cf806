//! What the window is told about the processes the house masters.

use serde::Serialize;
use ts_rs::TS;

/// A process marked 成熟.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatureProcess {
    /// Its id.
    pub id: i64,
    /// 工艺, as it stands on orders.
    pub name: String,
    /// When it was marked (UTC).
    pub at: String,
    /// Who marked it.
    pub by: String,
    /// `setting` or `import`.
    pub how: String,
}
