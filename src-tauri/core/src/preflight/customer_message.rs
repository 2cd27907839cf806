//! What the customer is told of the findings, in plain Chinese, ready to send (S-4.1.4b), and the pages it is about.

use super::finding::FindingKind;
use super::record_pdf::component_name;
use super::stand::{FileStand, FindingStand, stands};
use super::wire::{CustomerMessage, FindingName, MessagePicture};
use super::worded::{pages, sentence};
use super::{PreflightRefusal, Severity};
use crate::Desk;
use crate::accounts::Actor;
use crate::error::DeskError;
use crate::orders::{OrderFacts, order_facts};

/// The most pages sent as pictures: more of them nobody looks at on a telephone.
const MOST_PICTURES: usize = 9;

impl Desk {
    /// Words the findings that are named, for the customer of the order.
    ///
    /// # Errors
    /// Refuses no finding and one that changed meanwhile.
    pub async fn customer_message(
        &self,
        actor: &Actor,
        order: i64,
        findings: &[FindingName],
    ) -> Result<CustomerMessage, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let mut reader = self.read().await?;
        let facts = order_facts(&mut reader, order).await?;
        let stands = stands(&mut reader, &facts).await?;
        let mut told: Vec<(&FileStand, Vec<&FindingStand>)> = Vec::new();
        let mut named = 0;
        for stand in &stands {
            let is_named = |found: &&FindingStand| {
                let name = FindingName {
                    file_id: stand.file.id,
                    hash: found.hash.clone(),
                };
                findings.contains(&name)
            };
            let of_file: Vec<&FindingStand> = stand.findings.iter().filter(is_named).collect();
            named += of_file.len();
            if !of_file.is_empty() {
                told.push((stand, of_file));
            }
        }
        if findings.is_empty() {
            return Err(PreflightRefusal::NothingChosen.into());
        }
        if named < findings.len() {
            return Err(PreflightRefusal::FoundNoMore.into());
        }
        Ok(CustomerMessage {
            text: text(&facts, &told, &house.name, actor.name()),
            pictures: pictures(&told),
        })
    }
}

fn text(
    facts: &OrderFacts,
    told: &[(&FileStand, Vec<&FindingStand>)],
    house: &str,
    from: &str,
) -> String {
    let mut lines = vec![format!(
        "您好！“{}”（订单 {}）的印刷文件我们检查过了，有几处要请您看一下：",
        facts.product_name(),
        facts.number
    )];
    for (stand, findings) in told {
        lines.push(String::new());
        let component = component_name(facts, &stand.file.component);
        lines.push(format!("【{component}】{}", stand.file.name));
        for (number, found) in (1..).zip(findings) {
            let on = pages(&found.finding.pages);
            let on = if on.is_empty() {
                on
            } else {
                format!("{on}：")
            };
            lines.push(format!("{number}. {on}{}", sentence(&found.finding)));
        }
    }
    let errors = told
        .iter()
        .flat_map(|(_, findings)| findings)
        .any(|found| found.finding.severity == Severity::Error);
    lines.push(String::new());
    lines.push(
        if errors {
            "麻烦改好后重新发文件给我们；如果确定按现在的文件印，请直接回复“照印”。文件定下来才能排产，谢谢！"
        } else {
            "如果没有问题，请回复“照印”；要改的话麻烦改好后重新发文件，谢谢！"
        }
        .to_owned(),
    );
    lines.push(format!("{house} {from}"));
    lines.join("\n")
}

/// The page of each finding where it shows most plainly, each once.
fn pictures(told: &[(&FileStand, Vec<&FindingStand>)]) -> Vec<MessagePicture> {
    let mut pictures: Vec<MessagePicture> = Vec::new();
    for (stand, findings) in told {
        for found in findings {
            let finding = &found.finding;
            let page = finding
                .place
                .map(|place| place.page)
                .or_else(|| finding.pages.first());
            let Some(page) = page.filter(|_| finding.kind != FindingKind::PageUnread) else {
                continue;
            };
            let picture = MessagePicture {
                sha256: stand.file.sha256.clone(),
                name: stand.file.name.clone(),
                page,
            };
            if !pictures.contains(&picture) && pictures.len() < MOST_PICTURES {
                pictures.push(picture);
            }
        }
    }
    pictures
}
