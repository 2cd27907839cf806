//! Recorded signatures and their pieces in the database.

use sqlx::Row as _;

use super::{ShownPiece, ShownSignature, Shows};
use crate::accounts::queries::medium_from;
use crate::error::DeskError;
use crate::storage::Connection;

/// The recorded signatures of an order that have evidence or wait for it, the latest first.
pub(super) async fn shown_signatures(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<ShownSignature>, DeskError> {
    let rows = sqlx::query(
        "SELECT g.id, g.purpose, g.signer_name, g.capacity, g.medium, g.signed_at, r.name AS recorder, \
         e.id AS piece, e.name, e.sha256, e.added_at, b.name AS added_by \
         FROM signatures g JOIN accounts r ON r.id = g.recorded_by \
         LEFT JOIN evidence_pieces e ON e.signature_id = g.id LEFT JOIN accounts b ON b.id = e.added_by \
         WHERE g.order_id = $1 ORDER BY g.id DESC, e.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let mut shown: Vec<ShownSignature> = Vec::new();
    for row in &rows {
        let signature: i64 = row.try_get("id")?;
        if shown.last().is_none_or(|last| last.signature != signature) {
            shown.push(ShownSignature {
                signature,
                purpose: row.try_get("purpose")?,
                signer: row.try_get("signer_name")?,
                capacity: row.try_get("capacity")?,
                medium: medium_from(row.try_get("medium")?)?,
                signed_at: row.try_get("signed_at")?,
                recorded_by: row.try_get("recorder")?,
                pieces: Vec::new(),
            });
        }
        let piece: Option<i64> = row.try_get("piece")?;
        if let (Some(id), Some(last)) = (piece, shown.last_mut()) {
            let name: String = row.try_get("name")?;
            last.pieces.push(ShownPiece {
                id,
                shows: Shows::of(&name),
                name,
                sha256: row.try_get("sha256")?,
                at: row.try_get("added_at")?,
                by: row.try_get("added_by")?,
            });
        }
    }
    Ok(shown)
}

/// Name and hash of a piece.
pub(super) async fn piece(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<(String, String)>, DeskError> {
    let row = sqlx::query("SELECT name, sha256 FROM evidence_pieces WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    let piece = row.map(|row| Ok::<_, sqlx::Error>((row.try_get("name")?, row.try_get("sha256")?)));
    Ok(piece.transpose()?)
}
