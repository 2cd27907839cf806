//! What the task sheet says of the comparison: who compared, when, and what was let pass (S-4.4.1A-2).

use super::file_side::FileSide;
use super::rules::{Compared, SampleStand};
use super::{queries, read};
use crate::clock::{as_printed, from_stored};
use crate::documents::forms::recorded_mark;
use crate::error::DeskError;
use crate::orders::OrderFacts;
use crate::storage::Connection;

/// The lines on the sheet. The comparison belongs to the issue: every later state says what the first one said, because from
/// there on what changed stands in the change block with its own signatures.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn words_on_sheet(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Vec<String>, DeskError> {
    match queries::as_issued(connection, facts.id).await? {
        Some(lines) => Ok(lines),
        None => Ok(worded(&read::of_order(connection, facts).await?.0)),
    }
}

/// In words; nothing where nothing was compared.
fn worded(compared: &Compared) -> Vec<String> {
    if !compared.says_anything() {
        return Vec::new();
    }
    let count = |stand: SampleStand| {
        let rows = compared.rows.iter();
        rows.filter(|row| row.sample == stand).count()
    };
    let first = match compared.latest() {
        None => "文件与任务书核对过，没有样本要核对".to_owned(),
        Some(latest) => {
            let mut words = format!(
                "样本 {} 与任务书、文件逐项核对：{} 项一致",
                compared.samples.join("、"),
                count(SampleStand::Agrees)
            );
            for (stand, name) in [
                (SampleStand::NotShown, "样本不含"),
                (SampleStand::Differs, "不同"),
            ] {
                match count(stand) {
                    0 => {}
                    several => words.push_str(&format!("，{several} 项{name}")),
                }
            }
            let mut by: Vec<&str> = Vec::new();
            let answered = compared.rows.iter().filter_map(|row| row.answered.as_ref());
            for answered in answered {
                if !by.contains(&answered.by.as_str()) {
                    by.push(&answered.by);
                }
            }
            format!("{words}；核对 {} {}", by.join("、"), moment(&latest.at))
        }
    };
    let passed = compared.passed().map(|(row, passed)| {
        let signature = &passed.signature;
        format!(
            "不一致放行：{}；原因 {}；{} {} {}{}",
            row.printed(),
            passed.reason,
            signature.capacity.printed(),
            signature.signer,
            moment(&signature.signed_at),
            recorded_mark(signature.recorded.map(crate::accounts::Medium::printed))
        )
    });
    let of_files = compared.rows.iter().filter_map(|row| match &row.file {
        FileSide::Passed { text, waiver } => Some(format!(
            "不一致放行：{} 任务书 {}，文件 {text}；原因 {}；{} {}（预检放行）{}",
            row.sheet.label(),
            row.sheet.text,
            waiver.reason,
            waiver.by,
            moment(&waiver.at),
            recorded_mark(waiver.recorded.map(crate::accounts::Medium::printed))
        )),
        _ => None,
    });
    std::iter::once(first)
        .chain(passed)
        .chain(of_files)
        .collect()
}

fn moment(stored: &str) -> String {
    from_stored(stored).map_or_else(|_| stored.to_owned(), as_printed)
}
