//! What a file says, as 三方核对 asks it (S-4.4.1A-2): what was read and found, nothing judged anew.

use super::Finding;
use super::queries;
use super::reading::Reading;
use super::wire::WaiverView;
use crate::error::DeskError;
use crate::files::Counts;
use crate::inspector::press::PagePress;
use crate::measures::Size;
use crate::storage::Connection;

/// Whether a file can say anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    /// 预检 has not looked yet.
    Waiting,
    /// The program cannot look into it, whole or in part.
    ByHand,
    /// The program read it.
    Read,
}

/// What a file in use says.
#[derive(Clone, Debug)]
pub(crate) struct FileSaid {
    /// Row key of its component; empty for the order as a whole.
    pub(crate) component: String,
    /// Its content.
    pub(crate) sha256: String,
    /// How its pages count.
    pub(crate) counts: Counts,
    /// Whether it can say anything.
    pub(crate) seen: Seen,
    /// Sizes of its pages, each once.
    pub(crate) trims: Vec<Size>,
    /// P the files of its component bring together; told of the first of them alone.
    pub(crate) brought: Option<u32>,
    /// What was found against what is ordered now, and who let it pass (S-4.1.4b).
    pub(crate) findings: Vec<(Finding, Option<WaiverView>)>,
}

/// The inks a content is printed in: `4 色，专色 PANTONE 871 C`; none where it was not read.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn inks_in_file(
    connection: &mut Connection,
    sha256: &str,
) -> Result<Option<String>, DeskError> {
    let Some(Reading::Read { press, .. }) = queries::reading(connection, sha256).await? else {
        return Ok(None);
    };
    let used = |ink: &usize| {
        let on = |page: &PagePress| page.process.get(*ink) == Some(&true);
        press.pages.iter().any(on)
    };
    let process = (0..4).filter(used).count();
    let spots: Vec<&str> = press.spots.iter().map(|spot| spot.name.as_str()).collect();
    Ok(Some(match spots.as_slice() {
        [] => format!("普色 {process} 色"),
        spots => format!("普色 {process} 色，专色 {}", spots.join("、")),
    }))
}
