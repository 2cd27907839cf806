//! What the window is told of taking effect, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries;
use super::rules::{Gate, Gates, SignatureKind};
use crate::accounts::{ApprovalRequest, EvidenceRequest};
use crate::error::DeskError;
use crate::orders::OrderFacts;
use crate::storage::Connection;

/// 生效审批 of an order.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApproveEffectRequest {
    /// Which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown to the signer.
    #[ts(type = "number")]
    pub revision: i64,
    /// The yes of 销售主管 or 业务总监.
    pub approval: ApprovalRequest,
}

/// The customer's signature.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordCustomerSignature {
    /// Which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown.
    #[ts(type = "number")]
    pub revision: i64,
    /// On what.
    pub kind: SignatureKind,
    /// Who of the customer.
    pub who: String,
    /// When, an ISO moment.
    pub at: String,
    /// The scan or screenshot.
    pub evidence: Vec<EvidenceRequest>,
    /// 后补: it follows later.
    pub follows: bool,
    /// 合同号; may be empty, but for a contract.
    pub contract_number: String,
    /// 合同日期 as typed; may be empty.
    pub contract_date: String,
}

/// How a gate stands, and whose signature it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GateView {
    /// The house asks for it.
    pub asked: bool,
    /// It is signed for exactly this.
    pub passed: bool,
    /// Who signed, be it for something else.
    pub signer: Option<String>,
    /// When (UTC).
    pub at: Option<String>,
    /// On what it was given, when it was recorded for the signer (代录).
    pub recorded: Option<crate::accounts::Medium>,
    /// Why the one who was asked said no to exactly this; none where nobody did.
    pub sent_back: Option<String>,
}

impl GateView {
    fn of(gate: &Gate) -> Self {
        let signature = match gate {
            Gate::Passed(signature) | Gate::Stale(signature) => Some(signature),
            Gate::SentBack(no) => Some(&no.signature),
            Gate::Off | Gate::Unsigned => None,
        };
        let sent_back = match gate {
            Gate::SentBack(no) => Some(no.reason.clone()),
            _ => None,
        };
        Self {
            asked: *gate != Gate::Off,
            passed: matches!(gate, Gate::Passed(_)),
            signer: signature.map(|signature| signature.signer.clone()),
            at: signature.map(|signature| signature.signed_at.clone()),
            recorded: signature.and_then(|signature| signature.recorded),
            sent_back,
        }
    }
}

/// A signature of the customer that was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustomerSignatureView {
    /// On what.
    pub kind: SignatureKind,
    /// Who of the customer.
    pub who: String,
    /// When (UTC).
    pub at: String,
    /// 合同号.
    pub contract_number: String,
    /// 合同日期.
    pub contract_date: Option<String>,
    /// The signature.
    #[ts(type = "number")]
    pub signature: i64,
    /// Names of the scans.
    pub evidence: Vec<String>,
    /// What it was given to differs since.
    pub stale: bool,
}

/// How an order stands before 生效.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EffectView {
    /// When it first took effect (UTC); from then on it is closed to free editing.
    pub at: Option<String>,
    /// Hash of everything it said then (F7-03).
    pub hash: Option<String>,
    /// 生效审批.
    pub approval: GateView,
    /// Above which amount it is asked for; none where it is asked for another reason or not by amount.
    pub above: Option<String>,
    /// The customer's signature.
    pub customer: GateView,
    /// Whether an order waits for it.
    pub customer_blocks: bool,
    /// Every signature of the customer, the latest first.
    pub signatures: Vec<CustomerSignatureView>,
}

/// How an order stands before 生效, as its page shows it.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn view(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<EffectView, DeskError> {
    let Gates {
        approval,
        customer,
        customer_blocks,
    } = queries::gates(connection, facts).await?;
    let to_sign = queries::ToSign::read(connection, facts).await?;
    let signatures = queries::customer_signatures(connection, facts.id).await?;
    let signatures = signatures.into_iter().map(|signed| CustomerSignatureView {
        kind: signed.kind,
        who: signed.signature.signer.clone(),
        at: signed.signature.signed_at.clone(),
        contract_number: signed.contract_number,
        contract_date: signed.contract_date,
        signature: signed.signature.id,
        evidence: signed.evidence,
        stale: !to_sign.is_signed_by(&signed.signature, &signed.customer_then),
    });
    Ok(EffectView {
        at: facts.effect_at.clone(),
        hash: queries::effect_hash(connection, facts.id).await?,
        approval: GateView::of(&approval),
        above: facts
            .rules
            .effect_approval_above
            .filter(|_| !facts.rules.effect_approval_all)
            .map(|above| above.to_string()),
        customer: GateView::of(&customer),
        customer_blocks,
        signatures: signatures.collect(),
    })
}
