//! The release check list: whatever still keeps the task sheet back, in one list, each line with its clause and the
//! place where it is mended (S-4.4.1).

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::attached::Attached;
use super::file_lines::{locked_files, missing_files, position_lines, preflight_lines};
use super::judged::Judged;
use super::queries;
use super::review_lines::review_lines;
use super::sample_lines::sample_lines;
use super::three_way_lines::three_way_lines;
use crate::accounts::{Role, Signature};
use crate::effect::{Gate, Gates};
use crate::error::DeskError;
use crate::files::files_in_use;
use crate::measures::Fen;
use crate::orders::{
    MaterialBlock, OrderFacts, OrderKind, VerificationView, anything_found, confirmation_view,
    material_blocks, never_answered, never_verified, verification_view,
};
use crate::preflight::preflighted;
use crate::products;
use crate::receipts::{self, Deposit, deposit};
use crate::samples::sample_facts;
use crate::sent_back::{AskedFor, SentBack, sent_back};
use crate::storage::Connection;
use crate::three_way::{compared, samples_in_use};

/// Where a presale becomes a customer order, on step 1.
const CONVERSION: &str = "conversion";

/// The change that waits for a signature, on step 5.
const CHANGE_WAITING: &str = "change.waiting";

/// A line of the check list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckLine {
    /// What it says, for the window's words.
    pub code: &'static str,
    /// The clause behind it.
    pub clause: &'static str,
    /// Whether it keeps nothing back.
    pub ok: bool,
    /// Whether it is to be seen to all the same: it warns, and blocks only where the house says so.
    pub warns: bool,
    /// Facts for the words.
    pub params: BTreeMap<&'static str, String>,
    /// Who sees to it: one role for each line (F2-04.2).
    pub who: Role,
    /// The step of the rail where it is mended.
    pub step: u8,
    /// The field to land on, where it is a field.
    pub path: Option<String>,
}

impl CheckLine {
    pub(super) fn green(code: &'static str, clause: &'static str, step: u8) -> Self {
        Self {
            code,
            clause,
            ok: true,
            warns: false,
            params: BTreeMap::new(),
            who: responsible(code),
            step,
            path: None,
        }
    }

    pub(super) fn red(code: &'static str, clause: &'static str, step: u8) -> Self {
        Self {
            ok: false,
            ..Self::green(code, clause, step)
        }
    }

    pub(super) fn amber(code: &'static str, clause: &'static str, step: u8) -> Self {
        Self {
            warns: true,
            ..Self::green(code, clause, step)
        }
    }

    pub(super) fn by(mut self, who: Role) -> Self {
        self.who = who;
        self
    }

    pub(super) fn with(mut self, name: &'static str, fact: impl ToString) -> Self {
        self.params.insert(name, fact.to_string());
        self
    }

    pub(super) fn at(mut self, path: Option<String>) -> Self {
        self.path = path;
        self
    }
}

/// Who sees to a line: whoever gives the signature it waits for, else the assistant, in whose hands the order is.
fn responsible(code: &str) -> Role {
    match code {
        "check" | "check_stale" => Role::SalesRepresentative,
        "effect_approval" | "effect_approval_stale" => Role::SalesSupervisor,
        "regular_product" | "change_waiting" => Role::SalesDirector,
        "deposit" => Role::Finance,
        "review_declined" => Role::DeputyGeneralManager,
        _ => Role::SalesAssistant,
    }
}

/// The check list of an order as it stands on `today`.
///
/// # Errors
/// When the database cannot be read.
pub async fn check_list(
    connection: &mut Connection,
    facts: &OrderFacts,
    today: chrono::NaiveDate,
) -> Result<Vec<CheckLine>, DeskError> {
    let judged = Judged::read(connection, facts, today).await?;
    Box::pin(lines(connection, facts, &judged, today)).await
}

/// The check list of an order that was judged.
pub(super) async fn lines(
    connection: &mut Connection,
    facts: &OrderFacts,
    judged: &Judged,
    today: chrono::NaiveDate,
) -> Result<Vec<CheckLine>, DeskError> {
    let kind = facts.kind();
    let attached = judged.attached;
    let mut lines = vec![starred(facts)];
    if kind == OrderKind::Stock {
        let name = facts.product_name();
        let regular = products::REGULAR.hold(connection, name).await?;
        lines.push(if regular {
            CheckLine::green("regular_product", "F4-5a", 1)
        } else {
            CheckLine::red("regular_product", "F4-5a", 1)
                .with("product", name)
                .at(Some("product.name".to_owned()))
        });
    }
    if kind.is_read_back() {
        let confirmation = if attached.answered {
            confirmation_view(connection, facts).await?
        } else {
            never_answered(facts)?
        };
        lines.push(if confirmation.up_to_date {
            CheckLine::green("read_back", "S-4.1.2", 1)
        } else {
            CheckLine::red("read_back", "S-4.1.2", 1)
                .with("count", confirmation.stale_paths.len())
                .at(confirmation.stale_paths.first().cloned())
        });
        let verification = if attached.verified {
            verification_view(connection, facts).await?
        } else {
            never_verified(facts)
        };
        lines.extend(verified(&verification));
    }
    if !kind.is_released() {
        // Nothing further is asked of what never goes to the plant.
        lines
            .push(CheckLine::red("presale_not_issued", "F4-3b", 1).at(Some(CONVERSION.to_owned())));
        return Ok(lines);
    }
    if kind.is_read_back() {
        // There is nobody who handed in the material of what the house makes for itself.
        lines.push(material(if attached.audited || anything_found(facts) {
            material_blocks(connection, facts).await?
        } else {
            Some(MaterialBlock::NotAudited)
        }));
    }
    lines.extend(deposited(connection, facts, attached).await?);
    if attached.direct_lane {
        lines.push(locked_files(connection, facts.id).await?);
    }
    let in_use = if attached.files {
        files_in_use(connection, facts.id).await?
    } else {
        Vec::new()
    };
    lines.extend(missing_files(facts, &in_use));
    // Whatever lane it comes by (S-4.2.1c).
    let known = if attached.files {
        preflighted(connection, facts).await?
    } else {
        None
    };
    if let Some(known) = &known {
        lines.extend(preflight_lines(&known.blocks));
    }
    let samples = if attached.samples {
        sample_facts(connection, facts.id).await?
    } else {
        Vec::new()
    };
    lines.extend(sample_lines(connection, facts, attached, &samples, today).await?);
    if !attached.direct_lane {
        lines.extend(position_lines(connection, facts).await?);
    }
    if kind.is_reviewed() {
        lines.extend(review_lines(judged));
    }
    if attached.samples || attached.files {
        let said = known.map(|known| known.said).unwrap_or_default();
        let samples = samples_in_use(&samples);
        let compared = compared(connection, facts, &samples, &said, attached.compared).await?;
        lines.extend(three_way_lines(&compared));
    }
    if !kind.is_reviewed() {
        lines.push(checked(connection, facts, attached).await?);
        return Ok(lines);
    }
    lines.extend(effect_lines(&judged.gates));
    if attached.change_waits {
        lines
            .push(CheckLine::red("change_waiting", "F7-08", 5).at(Some(CHANGE_WAITING.to_owned())));
    }
    lines.push(checked(connection, facts, attached).await?);
    Ok(lines)
}

/// Whether somebody has checked what is to be issued.
async fn checked(
    connection: &mut Connection,
    facts: &OrderFacts,
    attached: Attached,
) -> Result<CheckLine, DeskError> {
    let latest = if attached.checked {
        queries::latest_check(connection, facts.id).await?
    } else {
        None
    };
    let hash = facts.specification.content_hash();
    let given = latest.as_ref().is_some_and(|it| it.counts_for(&hash));
    if attached.sent_back
        && !given
        && let Some(no) = sent_back(connection, facts.id, AskedFor::Check, &hash).await?
    {
        return Ok(no_to("check_sent_back", "S-4.4.1", &no).at(Some("check".to_owned())));
    }
    Ok(match latest {
        Some(signature) if signature.counts_for(&hash) => {
            let line = CheckLine::green("check", "S-4.4.1", 5)
                .with("signer", &signature.signer)
                .with("at", &signature.signed_at);
            match signature.recorded {
                Some(medium) => line.with("recorded", medium.code()),
                None => line,
            }
        }
        // A 审核 of other content has been given: it no longer counts, and says so.
        Some(stale) => CheckLine::red("check_stale", "S-4.4.1", 5)
            .with("signer", stale.signer)
            .at(Some("check".to_owned())),
        None => CheckLine::red("check", "S-4.4.1", 5).at(Some("check".to_owned())),
    })
}

/// What was sent back is the assistant's again: by whom, and why (F2-04.4a).
fn no_to(code: &'static str, clause: &'static str, no: &SentBack) -> CheckLine {
    let line = CheckLine::red(code, clause, 5)
        .with("signer", &no.signature.signer)
        .with("reason", &no.reason);
    match no.signature.recorded {
        Some(medium) => line.with("recorded", medium.code()),
        None => line,
    }
}

/// The gates before 生效 that are on (F7-07): each blocks until it is signed; the customer's signature only warns where the
/// house leaves it at that.
fn effect_lines(gates: &Gates) -> Vec<CheckLine> {
    let line = |gate: &Gate, codes: [&'static str; 2], clause, path: &str, blocks| {
        let [code, stale] = codes;
        let blocked = |code| {
            let line = if blocks {
                CheckLine::red(code, clause, 5)
            } else {
                CheckLine::amber(code, clause, 5)
            };
            line.at(Some(path.to_owned()))
        };
        match gate {
            Gate::Off => None,
            Gate::Passed(signature) => {
                let line = CheckLine::green(code, clause, 5).with("signer", &signature.signer);
                Some(match signature.recorded {
                    Some(medium) => line.with("recorded", medium.code()),
                    None => line,
                })
            }
            Gate::Unsigned => Some(blocked(code)),
            Gate::Stale(signature) => Some(blocked(stale).with("signer", &signature.signer)),
            Gate::SentBack(no) => {
                Some(no_to("effect_sent_back", clause, no).at(Some(path.to_owned())))
            }
        }
    };
    let approval = line(
        &gates.approval,
        ["effect_approval", "effect_approval_stale"],
        "F7-07",
        "effect",
        true,
    );
    let customer = line(
        &gates.customer,
        ["customer_signature", "customer_signature_stale"],
        "F7-07",
        "customer-signature.kind",
        gates.customer_blocks,
    );
    approval.into_iter().chain(customer).collect()
}

/// The 审核 that counts for the order as it stands, if any.
///
/// # Errors
/// When the database cannot be read.
pub async fn check_signature(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<Signature>, DeskError> {
    let hash = facts.specification.content_hash();
    Ok(queries::latest_check(connection, facts.id)
        .await?
        .filter(|signature| signature.counts_for(&hash)))
}

/// The starred fields of FIELDS A-D.
fn starred(facts: &OrderFacts) -> CheckLine {
    let missing = facts.specification.missing();
    if missing.is_empty() {
        return CheckLine::green("starred_fields", "S-4.4.1", 1);
    }
    CheckLine::red("starred_fields", "S-4.4.1", 1)
        .with("count", missing.len())
        .with("missing", missing.join(","))
        .at(missing.into_iter().next())
}

/// 核实 (F1-05a); no line where the house asks for none.
fn verified(view: &VerificationView) -> Option<CheckLine> {
    if !view.required {
        return None;
    }
    let open: Vec<_> = view.items.iter().filter(|item| !item.holds).collect();
    Some(match open.first() {
        None => CheckLine::green("verified", "F1-05", 1),
        Some(first) => CheckLine::red("verified", "F1-05", 1)
            .with("count", open.len())
            .at(Some(format!("verify.{}", first.item))),
    })
}

/// 资料审核 (S-4.1.3).
fn material(block: Option<MaterialBlock>) -> CheckLine {
    let red = |code, path: &str| CheckLine::red(code, "S-4.1.3", 1).at(Some(path.to_owned()));
    match block {
        None => CheckLine::green("material", "S-4.1.3", 1),
        Some(MaterialBlock::Findings { count }) => {
            red("material_findings", "finding.open").with("count", count)
        }
        Some(MaterialBlock::NotAudited) => red("material_unaudited", "material.audit"),
        Some(MaterialBlock::Stale) => red("material_stale", "material.audit"),
    }
}

/// 定金 (F7-15b, C3): warns, and keeps the sheet back where the house says so; no line where nothing is due before the order.
async fn deposited(
    connection: &mut Connection,
    facts: &OrderFacts,
    attached: Attached,
) -> Result<Option<CheckLine>, DeskError> {
    let received = if attached.receipts {
        receipts::received(connection, facts.id).await?
    } else {
        Fen::ZERO
    };
    let deposit = deposit(&facts.specification, received);
    Ok(deposit.map(|deposit| deposit_line(&deposit, facts.rules.deposit_blocks)))
}

fn deposit_line(deposit: &Deposit, blocks: bool) -> CheckLine {
    let known = |amount: Option<Fen>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    if deposit.is_paid() {
        return CheckLine::green("deposit", "F7-15b", 1).with("due", known(deposit.due));
    }
    let line = if blocks {
        CheckLine::red("deposit", "F7-15b", 1)
    } else {
        CheckLine::amber("deposit", "F7-15b", 1)
    };
    line.with("due", known(deposit.due))
        .with("received", deposit.received)
        .with("open", known(deposit.open()))
        .at(Some("receipt.amount".to_owned()))
}

#[cfg(test)]
#[path = "release_tests.rs"]
mod tests;
