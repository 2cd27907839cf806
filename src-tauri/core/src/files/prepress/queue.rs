//! Which files of an order belong in the prepress folder, and lining them up.

use std::collections::{BTreeMap, BTreeSet};

use super::queries;
use super::template::FiledUnder;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::files::counting::{Ordered, PagesStand, stand};
use crate::files::queries::{OrderedComponent, ReceivedFile, components, of_order};
use crate::halts;
use crate::preflight::{Sound, sound};
use crate::settings;
use crate::storage::{Connection, Writer};
use crate::task_sheets::last_word;

/// The pages of one component's files against its P数.
#[derive(Clone, Debug)]
pub(crate) struct ComponentSum {
    pub(crate) component: String,
    pub(crate) ordered: Ordered,
    /// Files in use.
    pub(crate) files: usize,
    pub(crate) sum: Option<i64>,
    pub(crate) stand: PagesStand,
}

/// Sums the files in use: the components in their order, the order as a whole last.
pub(crate) fn component_pages(
    files: &[ReceivedFile],
    components: &[OrderedComponent],
) -> Vec<ComponentSum> {
    let whole = OrderedComponent {
        key: String::new(),
        ordered: Ordered::default(),
    };
    components
        .iter()
        .chain([&whole])
        .map(|component| {
            let pages: Vec<Option<i64>> = files
                .iter()
                .filter(|file| file.in_use() && file.component == component.key)
                .map(|file| file.p(component.ordered))
                .collect();
            let (sum, stand) = stand(&pages, component.ordered.pages);
            ComponentSum {
                component: component.key.clone(),
                ordered: component.ordered,
                files: pages.len(),
                sum,
                stand,
            }
        })
        .collect()
}

/// The files that are ready for prepress: in use, looked at for print with nothing wrong left open (S-4.1.4c), and with all the
/// pages of their component together, or with somebody's word that it is to be so. A file of no component has nothing to be
/// counted against.
fn due(files: &[ReceivedFile], sums: &[ComponentSum], sound: &Sound) -> BTreeSet<i64> {
    let stands: BTreeMap<&str, PagesStand> = sums
        .iter()
        .map(|sum| (sum.component.as_str(), sum.stand))
        .collect();
    files
        .iter()
        .filter(|file| {
            let whole = match stands.get(file.component.as_str()) {
                Some(PagesStand::Agree) => true,
                Some(PagesStand::Differ) => !sound.short.contains(&file.component),
                _ => false,
            };
            file.in_use() && sound.files.contains(&file.id) && (whole || file.component.is_empty())
        })
        .map(|file| file.id)
        .collect()
}

/// The files of an order that wait to be copied, or could not be, by name; and where those lie that were.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn in_prepress(
    connection: &mut Connection,
    order: i64,
) -> Result<(Vec<String>, Vec<String>), DeskError> {
    let rows = queries::of_order(connection, order).await?;
    let (filed, waiting): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.state == "kept");
    let waiting = waiting.into_iter().map(|row| row.name).collect();
    Ok((waiting, filed.into_iter().map(|row| row.kept_as).collect()))
}

/// Lines up what is due of an order within the act that made it so, and takes back what is not due any more and was not
/// filed yet.
///
/// # Errors
/// When the database fails.
pub(crate) async fn queue_prepress(writer: &mut Writer, order: i64) -> Result<(), DeskError> {
    let files = of_order(writer, order).await?;
    if files.is_empty() {
        return Ok(());
    }
    let sums = component_pages(&files, &components(writer, order).await?);
    let mut due = due(&files, &sums, &sound(writer, order).await?);
    // Nothing is copied of an order that rests.
    if halts::rest(writer, order).await?.is_some() {
        due.clear();
    }
    // What came after the sheet was issued is no part of it until a change is signed for (S-4.4.2a).
    if let Some(signed) = last_word(writer, order).await? {
        due.retain(|id| {
            let file = files.iter().find(|file| file.id == *id);
            file.is_some_and(|file| file.received_at <= signed)
        });
    }
    let rows = queries::of_order(writer, order).await?;
    for row in &rows {
        if row.state != "kept" && !due.contains(&row.file) {
            writer.delete("prepress_copies", row.id).await?;
        }
    }
    let fresh: Vec<&ReceivedFile> = files
        .iter()
        .filter(|file| due.contains(&file.id) && !rows.iter().any(|row| row.file == file.id))
        .collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let today = in_shanghai(writer.at()).date();
    let rules = settings::in_force(writer, today).await?;
    let [customer, number, product] = queries::named_after(writer, order).await?;
    let now = as_stored(writer.at());
    for file in fresh {
        let folders = rules.prepress_template.folders(FiledUnder {
            customer: &customer,
            order: &number,
            product: &product,
            version: file.version,
        });
        writer
            .insert(
                "prepress_copies",
                &[
                    ("file_id", file.id.into()),
                    ("folder", folders.join("/").into()),
                    ("state", "waiting".into()),
                    ("tries", 0.into()),
                    ("next_try", now.clone().into()),
                    ("trouble", "".into()),
                    ("kept_as", "".into()),
                ],
            )
            .await?;
    }
    Ok(())
}
