//! What a customer order that comes of a presale or a sample order takes over of its files (F4-2, F4-3d): nothing is
//! received again that is here already.

use std::collections::BTreeMap;

use super::queries;
use crate::error::DeskError;
use crate::preflight::queue_preflight;
use crate::storage::Writer;

/// Enters the files of `from` with `order`, in the act that registers it: every version in its place, with its label, its
/// marks, and when and from whom it came, because one earlier receipt is what it is. The bytes are kept by content, so only
/// rows are written. A file stays with its component while `order` has that component still, under the same name; else it
/// stands with the order as a whole, where somebody gives it its place. Answers the place of each, by the one it had.
///
/// # Errors
/// When the database fails.
pub(crate) async fn take_over_files(
    writer: &mut Writer,
    from: i64,
    order: i64,
) -> Result<BTreeMap<i64, i64>, DeskError> {
    let kept = queries::shared_components(writer, from, order).await?;
    let mut places: BTreeMap<i64, i64> = BTreeMap::new();
    let mut last: BTreeMap<String, i64> = BTreeMap::new();
    for file in queries::rows_to_copy(writer, from).await? {
        let place = match places.get(&file.place) {
            Some(place) => *place,
            None => {
                let component = if kept.contains(&file.component) {
                    file.component
                } else {
                    String::new()
                };
                let position = last.entry(component.clone()).or_insert(0);
                *position += 1;
                let columns = [
                    ("order_id", order.into()),
                    ("component", component.into()),
                    ("position", (*position).into()),
                    ("out_reason", file.out_reason.into()),
                ];
                let place = writer.insert("file_places", &columns).await?;
                places.insert(file.place, place);
                place
            }
        };
        let mut columns = file.columns;
        columns.extend([("order_id", order.into()), ("place_id", place.into())]);
        let id = writer.insert("received_files", &columns).await?;
        queue_preflight(writer, id, file.examined.kind, &file.sha256).await?;
    }
    Ok(places)
}
