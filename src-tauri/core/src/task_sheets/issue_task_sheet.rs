//! Issuing the task sheet: the check list is the only door (S-4.4.1).

use super::SheetRefusal;
use super::release::{check_list, check_signature};
use super::standing::stand_anew;
use super::state_of_sheet::{Frozen, freeze};
use crate::Desk;
use crate::accounts::{AccessRefusal, Actor};
use crate::audit::Activity;
use crate::clock::{as_stored, in_shanghai};
use crate::customers::queries::standing_facts_to;
use crate::error::DeskError;
use crate::halts::must_move;
use crate::hand_overs;
use crate::numbers::{self, Series};
use crate::orders::{OrderState, customer_of, customer_on_paper, order_facts, stand_by_standing};
use crate::storage::{Cell, Subject};
use crate::wire::Done;

/// The step of the rail that follows on the issue.
const SHIPPING: i64 = 6;

impl Desk {
    /// Issues V1 of an order's task sheet and freezes it. Answers the order.
    ///
    /// # Errors
    /// When a locked file is not what was received (S-4.2.1b), a line of the check list is not green, the order moved on, or who issues is who checked it.
    pub async fn issue_task_sheet(
        &self,
        actor: &Actor,
        order: i64,
        revision: i64,
    ) -> Result<Done<i64>, DeskError> {
        let house = self.open_house().await?;
        // Before the act begins: reading large files takes its time. Who may not issue is refused below without it.
        if self.may_today(actor, Activity::IssueTaskSheet).await? {
            self.verify_locked_files(order).await?;
            self.prepare_first_page(order).await;
        }
        let mut writer = self.begin(actor, Activity::IssueTaskSheet).await?;
        must_move(&mut writer, Activity::IssueTaskSheet, order).await?;
        // An order of before the gates stood may be in effect by now.
        stand_anew(&mut writer, order).await?;
        let facts = order_facts(&mut writer, order).await?;
        if facts.issued {
            return Err(SheetRefusal::AlreadyReleased.into());
        }
        if !facts.kind().is_released() {
            return Err(SheetRefusal::Presale.into());
        }
        if facts.revision != revision {
            return Err(SheetRefusal::ChangedMeanwhile.into());
        }
        let today = in_shanghai(writer.at()).date();
        let lines: Vec<_> = check_list(&mut writer, &facts, today)
            .await?
            .into_iter()
            .filter(|line| !line.ok)
            .map(|line| line.code)
            .collect();
        let Some(check) = check_signature(&mut writer, &facts)
            .await?
            .filter(|_| lines.is_empty())
        else {
            return Err(SheetRefusal::NotGreen { lines }.into());
        };
        if check.account == actor.id() {
            return Err(AccessRefusal::OwnRequest.into());
        }
        if facts.kind().course().issued_from() != Some(facts.state) {
            return Err(SheetRefusal::NotInEffect.into());
        }
        let number = numbers::next(&mut writer, Series::TaskSheet).await?;
        let at = as_stored(writer.at());
        let sheet = writer
            .insert(
                "task_sheets",
                &[
                    ("order_id", order.into()),
                    ("number", number.clone().into()),
                    ("version", 1.into()),
                    ("issued_at", at.into()),
                    ("issued_by", actor.account()?.into()),
                    ("check_signature_id", check.id.into()),
                ],
            )
            .await?;
        let customer = customer_on_paper(&customer_of(&mut writer, &facts).await?);
        writer
            .update(
                "orders",
                order,
                &[
                    ("state", OrderState::Released.code().into()),
                    ("revision", (revision + 1).into()),
                    ("next_step", SHIPPING.into()),
                    ("blockers", 0.into()),
                    ("recheck_on", Cell::Text(None)),
                    ("waits", "[]".into()),
                    ("customer_at_issue", customer.into()),
                ],
            )
            .await?;
        if facts.kind().is_reviewed_for("A") {
            let after = facts.rules.established_after;
            let standing = standing_facts_to(facts.customer.id, after.saturating_add(1))
                .ask(&mut writer)
                .await?;
            // With one more issued order the customer may be an old one (S-4.3.1A).
            if !standing.marked && standing.issued <= after {
                stand_by_standing(&mut writer, facts.customer.id).await?;
            }
        }
        let specification = facts.specification.clone();
        freeze(
            &mut writer,
            self,
            Frozen {
                house: &house,
                order: &facts,
                specification: &specification,
                sheet,
                change_index: 0,
            },
        )
        .await?;
        let label = format!("{number} · V1");
        hand_overs::on_release(&mut writer, &facts, &label).await?;
        writer.about(Subject::Order(order));
        writer.note("sheet", label);
        Ok(Done {
            value: order,
            changed: writer.commit().await?,
        })
    }
}
