//! 客户改了什么: a new version of a file held against the last one, page by page, and what was given on the last one.

use super::wire::{GivenBefore, PageChange, VersionComparison, VersionSide};
use super::{PreflightRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::error::{DeskError, Failure};
use crate::inspector::{Comparison, Verdict};

impl Desk {
    /// Compares the received file `id` with the version before it in its place, in the helper process. Nothing is kept.
    ///
    /// # Errors
    /// When there is no such file, no earlier version, or either cannot be read.
    pub async fn compare_versions(
        &self,
        actor: &Actor,
        id: i64,
    ) -> Result<VersionComparison, DeskError> {
        actor.account()?;
        let mut reader = self.read().await?;
        let after = queries::version(&mut reader, id)
            .await?
            .ok_or(Failure::Missing("received_files"))?;
        let before = queries::version_before(&mut reader, id)
            .await?
            .ok_or(PreflightRefusal::NoEarlierVersion)?;
        let given = queries::given_before(&mut reader, id).await?;
        drop(reader);
        let turn = self.looking().begin(id)?;
        let saw = |seen, pages| turn.look.saw(seen, pages);
        let (old, new) = (
            self.original_path(&before.sha256).await?,
            self.original_path(&after.sha256).await?,
        );
        let comparison = tokio::select! {
            answer = self.inspector().compare(&old, &new, &saw) => answer?,
            () = turn.look.call_off.notified() => return Err(PreflightRefusal::CalledOff.into()),
        };
        Ok(told(before, after, given, &comparison))
    }
}

fn told(
    before: VersionSide,
    after: VersionSide,
    given: Vec<GivenBefore>,
    comparison: &Comparison,
) -> VersionComparison {
    let pages = comparison.pages.iter().filter_map(|page| {
        let (verdict, areas) = match &page.verdict {
            Verdict::Same => return None,
            Verdict::Changed(areas) => ("changed", areas.as_slice()),
            Verdict::Added => ("added", &[][..]),
            Verdict::Removed => ("removed", &[][..]),
            Verdict::NotCompared => ("not_compared", &[][..]),
        };
        Some(PageChange {
            before: page.before,
            after: page.after,
            verdict: verdict.to_owned(),
            areas: areas
                .iter()
                .map(|area| [area.left, area.top, area.right, area.bottom])
                .collect(),
        })
    });
    VersionComparison {
        pages: pages.collect(),
        before,
        after,
        given,
    }
}
