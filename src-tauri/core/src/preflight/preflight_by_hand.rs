//! 手工预检 (S-4.1.4a): of a file the program cannot look into, item by item. It counts as the preflight of that file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::stand::{any_unread, stands};
use super::wire::HandPreflight;
use super::{Finding, FindingKind, Ordered, PreflightRefusal, Severity};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::inspector::press::Pages;
use crate::orders::{order_facts, said_note};
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

/// What somebody looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HandItem")]
pub enum Item {
    /// 尺寸.
    Size,
    /// 出血.
    Bleed,
    /// 颜色: process and spot colours.
    Colours,
    /// 图片: resolution and links.
    Pictures,
    /// 字体.
    Fonts,
    /// 工艺: what is marked for finishing.
    Finishing,
    /// 其他.
    Other,
}

impl Item {
    /// Every item, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Size,
        Self::Bleed,
        Self::Colours,
        Self::Pictures,
        Self::Fonts,
        Self::Finishing,
        Self::Other,
    ];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Bleed => "bleed",
            Self::Colours => "colours",
            Self::Pictures => "pictures",
            Self::Fonts => "fonts",
            Self::Finishing => "finishing",
            Self::Other => "other",
        }
    }
}

/// How an item was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HandResult")]
pub enum ItemResult {
    /// As it must be.
    Sound,
    /// 不涉及.
    NotThere,
    /// 警告.
    Warning,
    /// 错误.
    Error,
}

impl Item {
    /// As printed.
    pub(super) const fn printed(self) -> &'static str {
        match self {
            Self::Size => "尺寸",
            Self::Bleed => "出血",
            Self::Colours => "颜色",
            Self::Pictures => "图片",
            Self::Fonts => "字体",
            Self::Finishing => "工艺",
            Self::Other => "其他",
        }
    }
}

impl ItemResult {
    /// As printed.
    pub(super) const fn printed(self) -> &'static str {
        match self {
            Self::Sound => "通过",
            Self::NotThere => "不涉及",
            Self::Warning => "警告",
            Self::Error => "错误",
        }
    }
}

impl Desk {
    /// Enters what somebody saw who looked at a file: each item, and how many pages there are. Answers the order.
    ///
    /// # Errors
    /// Refuses a file the program can look into, one out of use, items that are left out, and a fault without words.
    pub async fn preflight_by_hand(
        &self,
        actor: &Actor,
        request: &HandPreflight,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let pages = u32::try_from(request.pages)
            .ok()
            .filter(|pages| *pages > 0)
            .ok_or(PreflightRefusal::PagesUnsaid)?;
        let findings = findings_of(request)?;
        let mut writer = self.begin(actor, Activity::PreflightByHand).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        writer.about(Subject::Order(facts.id));
        let stands = stands(&mut writer, &facts).await?;
        let stand = stands
            .iter()
            .find(|stand| stand.file.id == request.file_id)
            .ok_or(PreflightRefusal::NotInUse)?;
        let found: Vec<Finding> = stand.findings.iter().map(|it| it.finding.clone()).collect();
        let by_hand = stand.check.as_ref().is_some_and(|check| check.by_hand);
        if stand.file.kind.has_pdf_pages() && !by_hand && !any_unread(&found) {
            return Err(PreflightRefusal::NotByHand.into());
        }
        writer.note("file", stand.file.name.as_str());
        let checked_at = as_stored(writer.at());
        let results =
            serde_json::to_string(&findings).map_err(|_| Failure::Missing("preflights.results"))?;
        let answers: Vec<(Item, ItemResult)> = request
            .items
            .iter()
            .map(|line| (line.item, line.result))
            .collect();
        let items =
            serde_json::to_string(&answers).map_err(|_| Failure::Missing("preflights.items"))?;
        let ordered = Ordered::of_file(&facts.specification, &stand.file);
        let held_against = ordered.hash_by_hand()?;
        writer
            .insert(
                "preflights",
                &[
                    ("file_id", stand.file.id.into()),
                    ("by_hand", true.into()),
                    ("held_against", held_against.into()),
                    ("results", results.into()),
                    ("items", items.into()),
                    ("pages", i64::from(pages).into()),
                    ("checked_at", checked_at.into()),
                    ("checked_by", account.into()),
                ],
            )
            .await?;
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// The findings of a form; every item must have been looked at.
fn findings_of(request: &HandPreflight) -> Result<Vec<Finding>, DeskError> {
    let mut found = Vec::new();
    let mut open = 0;
    for item in Item::ALL {
        let Some(line) = request.items.iter().find(|line| line.item == item) else {
            open += 1;
            continue;
        };
        let words = said_note(&format!("hand.{}", item.code()), &line.words)?;
        let severity = match line.result {
            ItemResult::Sound | ItemResult::NotThere => continue,
            ItemResult::Warning => Severity::Warning,
            ItemResult::Error => Severity::Error,
        };
        if words.is_empty() {
            return Err(PreflightRefusal::NothingSaid { item: item.code() }.into());
        }
        found.push(
            Finding::new(FindingKind::ByHand, severity, Pages::default())
                .with("item", item.code())
                .with("words", words),
        );
    }
    if open > 0 {
        return Err(PreflightRefusal::ItemsOpen { count: open }.into());
    }
    found.sort_by_key(|finding| finding.severity);
    Ok(found)
}
