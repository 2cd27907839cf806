//! 客户改了什么: a new version of a file held against the last one, page by page, and what was given on the last one.

use super::PreflightRefusal;
use super::looking::Look;
use super::queries;
use super::wire::{PageChange, VersionComparison, VersionSide};
use crate::Desk;
use crate::accounts::Actor;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::inspector::{Comparison, Verdict};
use crate::storage::{Connection, Writer};

/// Two versions of a file, and what one changed of the other.
pub(super) struct Compared {
    pub(super) before: VersionSide,
    pub(super) after: VersionSide,
    pub(super) comparison: Comparison,
}

impl Desk {
    /// Compares the received file `id` with the version before it in its place: as it was compared when it came, else now, in
    /// the helper process.
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
        if let Some(kept) = since_the_last(&mut reader, id).await?
            && kept.compared
        {
            return Ok(kept);
        }
        drop(reader);
        let turn = self.looking().begin(id)?;
        let compared = self
            .compared_with_the_last(id, &turn.look)
            .await?
            .ok_or(PreflightRefusal::NoEarlierVersion)?;
        let given = queries::given_before(&mut *self.read().await?, id).await?;
        Ok(VersionComparison {
            given,
            ..told(compared.before, compared.after, &compared.comparison)
        })
    }

    /// Compares a file with the version before it; none where there is no earlier one.
    ///
    /// # Errors
    /// When there is no such file, either version cannot be read, or it is called off.
    pub(super) async fn compared_with_the_last(
        &self,
        id: i64,
        look: &Look,
    ) -> Result<Option<Compared>, DeskError> {
        let mut reader = self.read().await?;
        let after = queries::version(&mut reader, id)
            .await?
            .ok_or(Failure::Missing("received_files"))?;
        let Some(before) = queries::version_before(&mut reader, id).await? else {
            return Ok(None);
        };
        drop(reader);
        let saw = |seen, pages| look.saw(seen, pages);
        let (old, new) = (
            self.original_path(&before.sha256).await?,
            self.original_path(&after.sha256).await?,
        );
        let comparison = tokio::select! {
            answer = self.inspector().compare(&old, &new, &saw) => answer?,
            () = look.call_off.notified() => return Err(PreflightRefusal::CalledOff.into()),
        };
        Ok(Some(Compared {
            before,
            after,
            comparison,
        }))
    }
}

/// Keeps what a new version changed, inside an act that goes on.
///
/// # Errors
/// When the database fails.
pub(super) async fn keep(writer: &mut Writer, compared: &Compared) -> Result<(), DeskError> {
    let (before, after) = (&compared.before.sha256, &compared.after.sha256);
    let known = queries::comparison(writer, before, after).await?.is_some();
    // The same bytes again changed nothing.
    if known || before == after {
        return Ok(());
    }
    let comparison = serde_json::to_string(&compared.comparison)
        .map_err(|_| Failure::Missing("version_comparisons.comparison"))?;
    let at = as_stored(writer.at());
    let columns = [
        ("before_sha256", before.as_str().into()),
        ("after_sha256", after.as_str().into()),
        ("comparison", comparison.into()),
        ("compared_at", at.into()),
    ];
    writer.insert("version_comparisons", &columns).await?;
    Ok(())
}

/// What a file changed of the version before it, as far as it was compared, and what was given on that one; none for a first
/// version.
///
/// # Errors
/// When the database cannot be read.
pub(super) async fn since_the_last(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<VersionComparison>, DeskError> {
    let after = queries::version(connection, id)
        .await?
        .ok_or(Failure::Missing("received_files"))?;
    let Some(before) = queries::version_before(connection, id).await? else {
        return Ok(None);
    };
    let kept = queries::comparison(connection, &before.sha256, &after.sha256).await?;
    let given = queries::given_before(connection, id).await?;
    let compared = kept.is_some() || before.sha256 == after.sha256;
    Ok(Some(VersionComparison {
        given,
        compared,
        ..told(before, after, &kept.unwrap_or_default())
    }))
}

fn told(before: VersionSide, after: VersionSide, comparison: &Comparison) -> VersionComparison {
    let pages = comparison.pages.iter().filter_map(|page| {
        let (verdict, areas) = match &page.verdict {
            Verdict::Same => return None,
            Verdict::Changed(areas) => ("changed", areas.as_slice()),
            Verdict::Resized => ("resized", &[][..]),
            Verdict::Unseen => ("unseen", &[][..]),
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
        given: Vec::new(),
        compared: true,
    }
}
