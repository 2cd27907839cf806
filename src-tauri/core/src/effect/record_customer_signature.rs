//! The customer's signature, and the contract where there is one (F7-07b, F5-2). The customer has no account here: what
//! was signed elsewhere is recorded with its scan or screenshot.

use super::{EffectRefusal, RecordCustomerSignature, SignatureKind};
use crate::Desk;
use crate::accounts::{Actor, ApprovalRequest, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::calendar::BusinessDay;
use crate::error::DeskError;
use crate::orders::{
    FieldProblem, customer_of, customer_on_paper, must_be_as_shown, order_facts, signed_by_customer,
};
use crate::settings;
use crate::storage::{Subject, Topic};
use crate::task_sheets::commit_order;
use crate::typed::{self, Expected, LONGEST_NAME, NotUnderstood, clean_text};
use crate::wire::Done;

impl Desk {
    /// Records that the customer signed what stands on the order. Answers the order. A signature that comes when the sheet
    /// is out is recorded all the same: it belongs to the order.
    ///
    /// # Errors
    /// When nobody is named, the evidence is missing and may not follow, or the order is not as it was shown.
    pub async fn record_customer_signature(
        &self,
        actor: &Actor,
        request: RecordCustomerSignature,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let (number, date) = self.contract(&request).await?;
        let evidenced = self
            .keep_evidence(
                actor,
                ApprovalRequest::Recorded {
                    person: None,
                    name: request.who,
                    at: request.at,
                    medium: request.kind.medium(),
                    evidence: request.evidence,
                    follows: request.follows,
                    note: String::new(),
                },
            )
            .await?;
        let mut writer = self.begin(actor, Activity::RecordCustomerSignature).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        must_be_as_shown(&mut writer, facts.id, request.revision).await?;
        evidenced.enter(&mut writer).await?;
        let customer = customer_on_paper(&customer_of(&mut writer, &facts).await?);
        let content_hash = signed_by_customer(&facts.specification, &customer);
        let signed = SignRequest {
            purpose: Purpose::CustomerSignature,
            content_hash: &content_hash,
            powers: &[],
            only: None,
            customer: true,
            order: facts.id,
            never: &[],
            not_before: None,
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        writer
            .insert(
                "customer_signatures",
                &[
                    ("order_id", facts.id.into()),
                    ("kind", request.kind.code().into()),
                    ("contract_number", number.into()),
                    ("contract_date", date.into()),
                    ("content_hash", content_hash.clone().into()),
                    ("customer_hash", customer.into()),
                    ("signature_id", signature.id.into()),
                ],
            )
            .await?;
        writer.about(Subject::Order(facts.id));
        writer.touch(Topic::evidence());
        writer.note("kind", request.kind.code());
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }

    /// 合同号 and 合同日期. A contract is told by its number (F7-07b); whatever else was signed may have none.
    async fn contract(
        &self,
        request: &RecordCustomerSignature,
    ) -> Result<(String, Option<String>), DeskError> {
        let today = self.today();
        let rules = settings::in_force(&mut *self.read().await?, today).await?;
        let mut fields = Vec::new();
        let mut problem = |path: &str, problem: &NotUnderstood| {
            fields.push(FieldProblem {
                path: path.to_owned(),
                code: problem.code(),
                params: problem.params(),
            });
        };
        let number = match clean_text(&request.contract_number, LONGEST_NAME) {
            Ok(number) => number,
            Err(NotUnderstood::Empty) if request.kind != SignatureKind::Contract => String::new(),
            Err(why) => {
                problem("customer-signature.contract_number", &why);
                String::new()
            }
        };
        let date = match typed::date(
            &request.contract_date,
            BusinessDay(today),
            Expected::Any,
            &rules.house_days,
        ) {
            Ok(reckoned) => Some(reckoned.day.to_string()),
            Err(NotUnderstood::Empty) => None,
            Err(why) => {
                problem("customer-signature.contract_date", &why);
                None
            }
        };
        if fields.is_empty() {
            Ok((number, date))
        } else {
            Err(EffectRefusal::NotUnderstood { fields }.into())
        }
    }
}
