//! Keeping a paper of our own: drawn once, stored by content, entered in the trail.

use serde::Serialize;
use ts_rs::TS;

use super::{Kept, store_row};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::desk::reckon_aside;
use crate::documents::forms::Form;
use crate::error::{DeskError, Failure};
use crate::storage::Subject;
use crate::wire::Done;

/// A paper the window can show, print and save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Paper {
    /// Its hash in the store.
    pub sha256: String,
    /// The name it is saved under.
    pub file_name: String,
    /// How many pages.
    pub pages: u32,
}

impl Desk {
    /// Draws `facts`, keeps the PDF and notes in the trail that it was made.
    ///
    /// # Errors
    /// When a character cannot be drawn, or the PDF cannot be kept.
    pub(crate) async fn keep_paper(
        &self,
        actor: &Actor,
        activity: Activity,
        subject: Subject,
        file_name: String,
        facts: impl Form + Send + 'static,
    ) -> Result<Done<Paper>, DeskError> {
        let (kept, pages) = self.drawn_paper(facts).await?;
        let mut writer = self.begin(actor, activity).await?;
        writer.about(subject);
        writer.note("sha256", kept.sha256.as_str());
        store_row(&mut writer, &kept).await?;
        let changed = writer.commit().await?;
        Ok(Done {
            value: Paper {
                sha256: kept.sha256.into(),
                file_name,
                pages,
            },
            changed,
        })
    }

    /// Draws `facts` and keeps the PDF by content: what it is kept as, and how many pages it has. The caller enters it in
    /// the act it belongs to.
    ///
    /// # Errors
    /// When a character cannot be drawn, or the PDF cannot be kept.
    pub(crate) async fn drawn_paper(
        &self,
        facts: impl Form + Send + 'static,
    ) -> Result<(Kept, u32), DeskError> {
        let (press, store) = (self.press().clone(), self.store());
        let draw = move || -> Result<_, DeskError> {
            let list = press.lay_out(&facts)?;
            let pages = u32::try_from(list.pages.len()).unwrap_or(u32::MAX);
            let kept = store
                .keep_bytes(&press.draw(&list)?)
                .map_err(Failure::Store)?;
            Ok((kept, pages))
        };
        reckon_aside(draw).await?
    }
}
