//! Entering a customer, or changing one.

use super::wire::SaveCustomer;
use super::{CustomerRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::orders::FieldProblem;
use crate::storage::{Cell, Subject};
use crate::typed::{LONGEST_NAME, NotUnderstood, clean_lines, clean_text};
use crate::wire::Done;

/// Characters of a remark.
const LONGEST_REMARK: usize = 2_000;

impl Desk {
    /// Enters a customer, or changes the one on the screen.
    ///
    /// # Errors
    /// When a text cannot be kept, the name is empty or taken, or somebody changed the customer meanwhile.
    pub async fn save_customer(
        &self,
        actor: &Actor,
        request: &SaveCustomer,
    ) -> Result<Done<i64>, DeskError> {
        let texts = cleaned(request)?;
        let name = texts
            .first()
            .map(|(_, text)| text.clone())
            .unwrap_or_default();
        let mut writer = self.begin(actor, Activity::SaveCustomer).await?;
        if queries::id_of(&mut writer, &name)
            .await?
            .is_some_and(|other| Some(other) != request.id)
        {
            return Err(CustomerRefusal::NameTaken { name }.into());
        }
        let mut columns: Vec<(&'static str, Cell)> = texts
            .into_iter()
            .map(|(key, text)| (key, text.into()))
            .collect();
        let id = match request.id {
            None => {
                columns.push(("revision", 1.into()));
                columns.push(("created_at", as_stored(writer.at()).into()));
                writer.insert("customers", &columns).await?
            }
            Some(id) => {
                let customer = queries::customer(&mut writer, id)
                    .await?
                    .ok_or(Failure::Missing("customers"))?;
                if customer.revision != request.revision {
                    return Err(CustomerRefusal::ChangedMeanwhile.into());
                }
                columns.push(("revision", (customer.revision + 1).into()));
                writer.update("customers", id, &columns).await?;
                id
            }
        };
        writer.about(Subject::Customer(id));
        Ok(Done {
            value: id,
            changed: writer.commit().await?,
        })
    }
}

/// The texts as they are kept, the name first.
fn cleaned(request: &SaveCustomer) -> Result<Vec<(&'static str, String)>, CustomerRefusal> {
    let lines = [
        ("name", &request.name, "customer.name"),
        ("short_name", &request.short_name, "customer.shortName"),
        ("address", &request.address, "customer.address"),
        ("contact", &request.contact, "customer.contact"),
        ("phone", &request.phone, "customer.phone"),
        ("remark", &request.remark, "customer.remark"),
    ];
    let mut kept = Vec::new();
    let mut fields = Vec::new();
    for (key, text, path) in lines {
        let clean = if key == "remark" {
            clean_lines(text, LONGEST_REMARK)
        } else {
            clean_text(text, LONGEST_NAME)
        };
        match clean {
            Ok(text) => kept.push((key, text)),
            Err(NotUnderstood::Empty) if key == "name" => return Err(CustomerRefusal::NoName),
            Err(NotUnderstood::Empty) => kept.push((key, String::new())),
            Err(problem) => fields.push(FieldProblem {
                path: path.to_owned(),
                code: problem.code(),
                params: problem.params(),
            }),
        }
    }
    if fields.is_empty() {
        Ok(kept)
    } else {
        Err(CustomerRefusal::NotUnderstood { fields })
    }
}
