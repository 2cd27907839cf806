//! 预检记录 (S-4.1.4a): the PDF of what was found in the files of an order, and what came of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::gate::{Looked, Outcome, Standing};
use super::reading::Reading;
use super::stand::{FileStand, FindingStand, stands};
use super::worded::{pages, sentence};
use super::{Item, ItemResult, PreflightRefusal, Severity, queries};
use crate::Desk;
use crate::accounts::{Actor, Medium};
use crate::audit::Activity;
use crate::clock::{as_printed, from_stored};
use crate::documents::forms::preflight_record::{PreflightRecordFacts, RecordedFile, RecordedLine};
use crate::documents::forms::recorded_mark;
use crate::documents::{Letterhead, Mark};
use crate::error::DeskError;
use crate::files::Paper;
use crate::house::House;
use crate::orders::{OrderFacts, Value, order_facts};
use crate::storage::Subject;
use crate::wire::Done;

/// Digits of a hash that are printed: nobody reads more of them to somebody else.
const HASH_SHOWN: usize = 16;

impl Desk {
    /// The record of an order's files as they stand, kept like every paper.
    ///
    /// # Errors
    /// When there is no such order, none of its files was looked at, or the paper cannot be made or kept.
    pub async fn make_preflight_record(
        &self,
        actor: &Actor,
        order: i64,
    ) -> Result<Done<Paper>, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let mut reader = self.read().await?;
        let facts = order_facts(&mut reader, order).await?;
        let stands = stands(&mut reader, &facts).await?;
        let mut formats = BTreeMap::new();
        for stand in &stands {
            let reading = queries::reading(&mut reader, &stand.file.sha256).await?;
            formats.insert(stand.file.id, format(stand, reading));
        }
        drop(reader);
        if stands.iter().all(|stand| stand.check.is_none()) {
            return Err(PreflightRefusal::NothingLookedAt.into());
        }
        let name = format!("预检记录-{}.pdf", facts.number);
        let record = record(&house, &facts, &stands, &formats, self.now());
        self.keep_paper(
            actor,
            Activity::MakePreflightRecord,
            Subject::Order(order),
            name,
            record,
        )
        .await
    }
}

fn record(
    house: &House,
    facts: &OrderFacts,
    stands: &[FileStand],
    formats: &BTreeMap<i64, String>,
    now: DateTime<Utc>,
) -> PreflightRecordFacts {
    let marks = if house.practice {
        vec![Mark::Practice]
    } else {
        Vec::new()
    };
    PreflightRecordFacts {
        letterhead: Letterhead {
            house: house.name.clone(),
            number_label: "订单号".to_owned(),
            number: facts.number.clone(),
            beside_page: String::new(),
            marks,
            made_at: now,
        },
        customer: facts.customer.name.clone(),
        product: facts.product_name().to_owned(),
        sales_assistant: facts.assistant.name.clone(),
        made: as_printed(now),
        verdict: verdict(stands),
        files: stands
            .iter()
            .map(|stand| {
                let format = formats.get(&stand.file.id).cloned();
                file(facts, stand, format.unwrap_or_default())
            })
            .collect(),
    }
}

fn verdict(stands: &[FileStand]) -> String {
    let unseen = stands
        .iter()
        .filter(|stand| stand.looked != Looked::Done)
        .count();
    let open = |severity: Severity| {
        let findings = stands.iter().flat_map(|stand| &stand.findings);
        findings
            .filter(|it| it.finding.severity == severity && it.standing.is_open())
            .count()
    };
    let parts: Vec<String> = [
        (unseen, "个文件还没看"),
        (open(Severity::Error), "项错误待处理"),
        (open(Severity::Warning), "项警告待处理"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| format!("{count} {words}"))
    .collect();
    if parts.is_empty() {
        "预检通过".to_owned()
    } else {
        parts.join("，")
    }
}

/// What a component is called on paper.
pub(super) fn component_name(facts: &OrderFacts, key: &str) -> String {
    let row = facts
        .specification
        .components
        .iter()
        .find(|row| row.key == key);
    match row.and_then(|row| row.values.get("name")) {
        Some(Value::Text(name)) if !name.is_empty() => name.clone(),
        _ => "整本".to_owned(),
    }
}

/// `PDF 1.6，PDF/X-4，36 页`.
fn format(stand: &FileStand, reading: Option<Reading>) -> String {
    let kind = stand.file.kind.printed();
    let (kind, standard) = match reading {
        Some(Reading::Read { version, press, .. }) => {
            (format!("{kind} {version}"), press.standard.clone())
        }
        _ => (kind.to_owned(), None),
    };
    let counted = stand.file.pages.map(|pages| format!("{pages} 页"));
    [Some(kind), standard, counted]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("，")
}

/// Item by item how a file is (S-4.1.4a): as somebody answered, else by the worst the program found of it.
fn items(stand: &FileStand) -> String {
    if stand.looked != Looked::Done {
        return String::new();
    }
    let answered = stand.check.as_ref().map_or(&[][..], |check| &check.items);
    let found = |item: Item| {
        let of = |it: &&FindingStand| it.finding.kind.item() == item;
        let worst = stand.findings.iter().filter(of);
        worst.map(|it| it.finding.severity).min()
    };
    let result = |item: Item| match answered.iter().find(|(of, _)| *of == item) {
        Some((_, result)) => result.printed(),
        None => found(item).map_or(ItemResult::Sound.printed(), Severity::printed),
    };
    Item::ALL
        .map(|item| format!("{} {}", item.printed(), result(item)))
        .join("　")
}

fn file(facts: &OrderFacts, stand: &FileStand, format: String) -> RecordedFile {
    let checked = match (&stand.check, stand.looked) {
        (Some(check), Looked::Done) if check.by_hand => {
            format!("{} {} 人工检查", check.by, printed(&check.at))
        }
        (Some(check), Looked::Done) => {
            format!("程序 {} 检查（{} 当班）", printed(&check.at), check.by)
        }
        (_, Looked::Stale) => "人工检查之后订单改过，还没重看".to_owned(),
        (_, Looked::ByHand) => "要人工检查，还没看".to_owned(),
        _ => "还没检查".to_owned(),
    };
    RecordedFile {
        component: component_name(facts, &stand.file.component),
        name: stand.file.name.clone(),
        version: format!("第 {} 版", stand.file.version),
        format,
        hash: stand.file.sha256.chars().take(HASH_SHOWN).collect(),
        checked,
        items: items(stand),
        lines: stand.findings.iter().map(line).collect(),
    }
}

fn line(found: &FindingStand) -> RecordedLine {
    RecordedLine {
        level: found.finding.severity.printed().to_owned(),
        pages: pages(&found.finding.pages),
        what: sentence(&found.finding),
        settled: settled(found),
    }
}

/// What came of a finding, in words.
fn settled(found: &FindingStand) -> String {
    let kept = found.kept.as_ref();
    let waived = kept.and_then(|kept| kept.waiver.as_ref());
    let said = kept.and_then(|kept| kept.contacts.last());
    match (found.standing, waived, said) {
        (Standing::Waived, Some(waiver), _) => format!(
            "{} {}{} 放行：{}",
            waiver.by,
            printed(&waiver.at),
            recorded_mark(waiver.recorded.map(Medium::printed)),
            waiver.reason
        ),
        (_, _, Some(contact)) => {
            let outcome = match contact.outcome {
                Outcome::AsIs => "客户确认照印",
                Outcome::NewFile => "客户重发文件",
            };
            let words = if contact.words.is_empty() {
                String::new()
            } else {
                format!("：{}", contact.words)
            };
            let (who, at) = (&contact.who, printed(&contact.at));
            format!("{outcome}{words}（{who} {at}，{} 记）", contact.recorded_by)
        }
        (Standing::Hint, ..) => "不用处理".to_owned(),
        _ => "待处理".to_owned(),
    }
}

/// A stored moment as printed; what is none stands as it is.
fn printed(stored: &str) -> String {
    from_stored(stored).map_or_else(|_| stored.to_owned(), as_printed)
}
