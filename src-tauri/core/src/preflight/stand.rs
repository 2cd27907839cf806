//! How the files in use of an order stand now: what is found in each, and what came of it. Bringing the kept records in line
//! belongs to the commit that changed something.

use super::FindingKind;
use super::compare_versions::since_the_last;
use super::file_said::{FileSaid, Seen};
use super::finding::{Finding, Severity};
use super::gate::{
    Gated, Looked, PreflightBlock, Sound, Standing, Stood, blocks, sound_of, standing,
};
use super::ordered::{Ordered, hash_of};
use super::queries::{self, Check, Kept};
use super::rules::DAMAGED;
use super::sizes::page_count;
use super::wire::FilePreflight;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::files::{FileInUse, files_in_use};
use crate::inspector::FileKind;
use crate::orders::{OrderFacts, order_facts};
use crate::storage::{Connection, Writer};

/// A file in use, and how it stands against what is ordered now.
#[derive(Clone, Debug)]
pub(super) struct FileStand {
    pub(super) file: FileInUse,
    pub(super) looked: Looked,
    /// The check that counts, where it is entered; else the last one there was.
    pub(super) check: Option<Check>,
    /// The program found this just now, and no check of it is entered yet.
    fresh: Option<String>,
    pub(super) findings: Vec<FindingStand>,
}

/// A finding, and how it stands.
#[derive(Clone, Debug)]
pub(super) struct FindingStand {
    pub(super) finding: Finding,
    /// What tells it from all others of this file.
    pub(super) hash: String,
    /// Its row and what came of it; none where it is not entered: a hint, or just found.
    pub(super) kept: Option<Kept>,
    pub(super) standing: Standing,
}

/// What was found in a file, and by which check.
struct Found {
    looked: Looked,
    check: Option<Check>,
    fresh: Option<String>,
    findings: Vec<Finding>,
}

impl Found {
    fn unseen(looked: Looked, check: Option<Check>) -> Self {
        Self {
            looked,
            check,
            fresh: None,
            findings: Vec::new(),
        }
    }
}

/// How the files in use of an order stand.
///
/// # Errors
/// When the database cannot be read.
pub(super) async fn stands(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Vec<FileStand>, DeskError> {
    let files = files_in_use(connection, facts.id).await?;
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let kept = queries::kept(connection, facts.id).await?;
    let mut stands = Vec::with_capacity(files.len());
    for file in files {
        let ordered = Ordered::of_file(&facts.specification, &file);
        let found = found(connection, facts, &file, &ordered).await?;
        let mut findings = Vec::with_capacity(found.findings.len());
        for finding in found.findings {
            let hash = hash_of(&finding)?;
            let kept = kept
                .iter()
                .find(|kept| kept.is(&file.component, &file.sha256, &hash))
                .cloned();
            let (outcomes, waived) = kept.as_ref().map_or((&[][..], false), |kept| {
                (kept.outcomes.as_slice(), kept.waiver.is_some())
            });
            findings.push(FindingStand {
                standing: standing(finding.severity, outcomes, waived),
                finding,
                hash,
                kept,
            });
        }
        stands.push(FileStand {
            file,
            looked: found.looked,
            check: found.check,
            fresh: found.fresh,
            findings,
        });
    }
    Ok(stands)
}

async fn found(
    connection: &mut Connection,
    facts: &OrderFacts,
    file: &FileInUse,
    ordered: &Ordered,
) -> Result<Found, DeskError> {
    if !file.kind.has_pdf_pages() {
        return by_hand(connection, file, ordered).await;
    }
    let thresholds = &facts.rules.preflight;
    let held_against = ordered.hash(thresholds)?;
    let last = queries::last_check(connection, file.id, false).await?;
    let (check, findings, fresh) = match last {
        Some((check, findings)) if check.held_against == held_against && !any_unread(&findings) => {
            (Some(check), findings, None)
        }
        // What could not be read may have been read again since.
        last => match queries::reading(connection, &file.sha256).await? {
            Some(reading) => {
                let findings = reading.judged(ordered, thresholds);
                let entered = last.as_ref().is_some_and(|(check, before)| {
                    check.held_against == held_against && *before == findings
                });
                (
                    last.map(|(check, _)| check),
                    findings,
                    (!entered).then_some(held_against),
                )
            }
            None => {
                let called_off = queries::called_off(connection, file.id).await?;
                let looked = if called_off {
                    Looked::CalledOff
                } else {
                    Looked::Waiting
                };
                return Ok(Found::unseen(looked, last.map(|(check, _)| check)));
            }
        },
    };
    // What the program could not read is not known to be sound: somebody looks at it.
    let mut looked = Looked::Done;
    let mut findings = findings;
    if any_unread(&findings) {
        let looked_at = by_hand(connection, file, ordered).await?;
        looked = looked_at.looked;
        if looked == Looked::Done {
            if is_unread(&findings) {
                return Ok(looked_at);
            }
            // What the program saw of the other pages stands beside what somebody saw of these.
            findings.retain(|finding| !is_left_unread(finding));
            findings.extend(looked_at.findings);
            findings.dedup();
            findings.sort_by_key(|finding| (finding.severity, finding.kind));
            return Ok(Found {
                looked,
                check: looked_at.check,
                fresh: None,
                findings,
            });
        }
    }
    Ok(Found {
        looked,
        check,
        fresh,
        findings,
    })
}

/// The program gave up on all of it.
fn is_unread(findings: &[Finding]) -> bool {
    matches!(findings, [one] if one.kind == FindingKind::Unreadable && !is_its_own_fault(one))
}

/// The program gave up on pages of it.
fn is_left_unread(finding: &Finding) -> bool {
    finding.kind == FindingKind::PageUnread && !is_its_own_fault(finding)
}

/// What is locked, broken or without a page is the file's own fault: no eye makes it print, and the customer is spoken to
/// (S-4.1.4b).
fn is_its_own_fault(finding: &Finding) -> bool {
    let reason = finding.params.get("reason").map(String::as_str);
    [DAMAGED, "encrypted", "no_pages"]
        .into_iter()
        .any(|fault| reason == Some(fault))
}

/// Somebody has to look at it, whole or in part.
pub(super) fn any_unread(findings: &[Finding]) -> bool {
    is_unread(findings) || findings.iter().any(is_left_unread)
}

/// What somebody saw who looked by hand.
async fn by_hand(
    connection: &mut Connection,
    file: &FileInUse,
    ordered: &Ordered,
) -> Result<Found, DeskError> {
    let Some((check, mut findings)) = queries::last_check(connection, file.id, true).await? else {
        return Ok(Found::unseen(Looked::ByHand, None));
    };
    if check.held_against != ordered.hash_by_hand()? {
        return Ok(Found::unseen(Looked::Stale, Some(check)));
    }
    findings.extend(page_count(ordered));
    findings.sort_by_key(|finding| finding.severity);
    Ok(Found {
        looked: Looked::Done,
        check: Some(check),
        fresh: None,
        findings,
    })
}

/// Enters each check the program made anew and each finding that is new, inside an act that goes on.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep_preflights(writer: &mut Writer, order: i64) -> Result<(), DeskError> {
    let Some(by) = writer.actor().id() else {
        return Ok(());
    };
    // Most acts are on orders without a file.
    if files_in_use(writer, order).await?.is_empty() {
        return Ok(());
    }
    let facts = order_facts(writer, order).await?;
    let at = as_stored(writer.at());
    for stand in stands(writer, &facts).await? {
        if let Some(held_against) = stand.fresh {
            let all: Vec<&Finding> = stand.findings.iter().map(|it| &it.finding).collect();
            let results =
                serde_json::to_string(&all).map_err(|_| Failure::Missing("preflights.results"))?;
            let columns = [
                ("file_id", stand.file.id.into()),
                ("by_hand", false.into()),
                ("held_against", held_against.into()),
                ("results", results.into()),
                ("checked_at", at.as_str().into()),
                ("checked_by", by.into()),
            ];
            writer.insert("preflights", &columns).await?;
        }
        for found in stand.findings {
            if found.kept.is_some() || found.finding.severity == Severity::Hint {
                continue;
            }
            let finding = serde_json::to_string(&found.finding)
                .map_err(|_| Failure::Missing("preflight_findings.finding"))?;
            let columns = [
                ("order_id", order.into()),
                ("component", stand.file.component.as_str().into()),
                ("sha256", stand.file.sha256.as_str().into()),
                ("finding_hash", found.hash.into()),
                ("finding", finding.into()),
                ("found_at", at.as_str().into()),
            ];
            writer.insert("preflight_findings", &columns).await?;
        }
    }
    Ok(())
}

/// What 预检 knows of an order's files: what keeps its task sheet back, and what each file says.
#[derive(Clone, Debug)]
pub(crate) struct Preflighted {
    pub(crate) blocks: Vec<PreflightBlock>,
    pub(crate) said: Vec<FileSaid>,
}

/// What 预检 knows of the files in use of an order; none where it has no file at all.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn preflighted(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<Preflighted>, DeskError> {
    let stands = stands(connection, facts).await?;
    if stands.is_empty() {
        return Ok(None);
    }
    let files: Vec<Gated<'_>> = stands.iter().map(FileStand::gated).collect();
    let blocks = blocks(&files, facts.rules.preflight_warnings_block);
    let said = stands.into_iter().map(FileStand::said).collect();
    Ok(Some(Preflighted { blocks, said }))
}

/// What of an order may be filed into the prepress folder.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn sound(connection: &mut Connection, order: i64) -> Result<Sound, DeskError> {
    let facts = order_facts(connection, order).await?;
    let stands = stands(connection, &facts).await?;
    let files: Vec<Gated<'_>> = stands.iter().map(FileStand::gated).collect();
    Ok(sound_of(&files, facts.rules.preflight_warnings_block))
}

/// Lines up a file that was entered, where its content was never read.
///
/// # Errors
/// When the database fails.
pub(crate) async fn queue_preflight(
    writer: &mut Writer,
    file: i64,
    kind: FileKind,
    sha256: &str,
) -> Result<(), DeskError> {
    if kind.has_pdf_pages() && queries::reading(writer, sha256).await?.is_none() {
        let columns = [("file_id", file.into()), ("called_off", false.into())];
        writer.insert("preflight_queue", &columns).await?;
    }
    Ok(())
}

impl FileStand {
    /// What it says, for whoever holds it against the sheet (S-4.4.1A-2).
    fn said(self) -> FileSaid {
        let found: Vec<Finding> = self.findings.iter().map(|it| it.finding.clone()).collect();
        let looked_at = self.check.is_some_and(|check| check.by_hand);
        let findings = self.findings.into_iter();
        FileSaid {
            seen: match self.looked {
                Looked::Waiting | Looked::CalledOff => Seen::Waiting,
                Looked::ByHand | Looked::Stale => Seen::ByHand,
                Looked::Done if looked_at || any_unread(&found) => Seen::ByHand,
                Looked::Done => Seen::Read,
            },
            component: self.file.component,
            sha256: self.file.sha256,
            counts: self.file.counts,
            trims: self.file.trims,
            brought: self.file.brought,
            findings: findings
                .map(|it| (it.finding, it.kept.and_then(|kept| kept.waiver)))
                .collect(),
        }
    }

    fn gated(&self) -> Gated<'_> {
        Gated {
            file: self.file.id,
            component: &self.file.component,
            name: &self.file.name,
            looked: self.looked,
            findings: self
                .findings
                .iter()
                .map(|found| Stood {
                    finding: &found.finding,
                    standing: found.standing,
                })
                .collect(),
        }
    }
}

/// How the files in use of an order stand, as its page shows them.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn views(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Vec<FilePreflight>, DeskError> {
    let stands = stands(connection, facts).await?;
    let mut views = Vec::with_capacity(stands.len());
    for stand in &stands {
        let mut view = FilePreflight::of(stand, &facts.rules);
        if stand.file.version > 1 {
            view.since = since_the_last(connection, stand.file.id).await?;
        }
        views.push(view);
    }
    Ok(views)
}
