//! Marking a product 常规畅销, taking the mark back, and asking for it.

use super::{ProductRefusal, REGULAR};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::{OrderKind, OrderRefusal, Specification, stand_for_stock};
use crate::storage::{Connection, Subject, Topic, Writer};
use crate::typed::{LONGEST_NAME, clean_text};
use crate::wire::Done;

impl Desk {
    /// Marks a product 常规畅销: from now on it may be made for stock.
    ///
    /// # Errors
    /// When `actor` may not, it has no name, or it is marked already.
    pub async fn mark_regular(&self, actor: &Actor, name: &str) -> Result<Done<()>, DeskError> {
        let name = clean_text(name, LONGEST_NAME).map_err(|_| ProductRefusal::NoName)?;
        let mut writer = self.begin(actor, Activity::MarkRegular).await?;
        if REGULAR.hold(&mut writer, &name).await? {
            return Err(ProductRefusal::Marked { name }.into());
        }
        let (at, by) = (as_stored(writer.at()), writer.actor().name().to_owned());
        writer
            .insert(
                "regular_products",
                &[
                    ("name", name.as_str().into()),
                    ("marked_at", at.into()),
                    ("marked_by", by.into()),
                ],
            )
            .await?;
        stand_for_stock(&mut writer, &name).await?;
        about_products(&mut writer, name);
        Ok(Done {
            value: (),
            changed: writer.commit().await?,
        })
    }

    /// Takes the mark of a product back; what was ordered for stock stays.
    ///
    /// # Errors
    /// When `actor` may not, or it is not marked any more.
    pub async fn unmark_regular(&self, actor: &Actor, id: i64) -> Result<Done<()>, DeskError> {
        let mut writer = self.begin(actor, Activity::MarkRegular).await?;
        let name = REGULAR.name_of(&mut writer, id).await?;
        writer.delete("regular_products", id).await?;
        stand_for_stock(&mut writer, &name).await?;
        writer.note("taken_back", "✓");
        about_products(&mut writer, name);
        Ok(Done {
            value: (),
            changed: writer.commit().await?,
        })
    }
}

fn about_products(writer: &mut Writer, name: String) {
    writer.about(Subject::House);
    writer.touch(Topic::settings());
    writer.note("product", name);
}

/// Refuses to make for stock what is not marked 常规畅销 (F4-5a).
///
/// # Errors
/// When the product is not marked, or the database cannot be read.
pub(crate) async fn must_be_regular(
    connection: &mut Connection,
    specification: &Specification,
) -> Result<(), DeskError> {
    let product = specification.product_name();
    if specification.kind() != OrderKind::Stock || REGULAR.hold(connection, product).await? {
        return Ok(());
    }
    Err(OrderRefusal::NotRegular {
        product: product.to_owned(),
    }
    .into())
}
