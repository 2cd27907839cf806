//! A signature over the content of an order as it stands: 生效审批 and 审核 are given, and refused, in the same steps.

use super::queries::last_changed_by;
use crate::accounts::{Power, Purpose, SignRequest, Signature, sign};
use crate::audit::queries::typed_by;
use crate::error::DeskError;
use crate::files::Evidenced;
use crate::orders::{OrderFacts, must_be_as_shown};
use crate::storage::{Cell, Connection, Subject, Writer, in_steps};

/// What is signed for, by whom, and where it is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ContentSignature<'a> {
    /// What for.
    pub(crate) purpose: Purpose,
    /// The line of the table of authority that lets somebody sign it.
    pub(crate) power: Power,
    /// Its rows name order, content and signature.
    pub(crate) table: &'static str,
    /// What else they say.
    pub(crate) more: &'a [(&'static str, Cell)],
}

/// Takes the signature of somebody who asked for nothing of what they sign, over the hash of the order's content as it was
/// shown to them (F2-04.4), and enters it: never of the assistant of the order, of whoever registered it, nor of whoever
/// typed or changed it last (F1-02).
///
/// # Errors
/// When the order is not as it was shown, or the signer may not.
pub(crate) async fn sign_content(
    writer: &mut Writer,
    facts: &OrderFacts,
    shown: i64,
    evidenced: &Evidenced,
    what: ContentSignature<'_>,
) -> Result<Signature, DeskError> {
    must_be_as_shown(writer, facts.id, shown).await?;
    evidenced.enter(writer).await?;
    let content_hash = facts.specification.content_hash();
    let never = asked_by(writer, facts).await?;
    let signed = SignRequest {
        purpose: what.purpose,
        content_hash: &content_hash,
        powers: &[what.power],
        only: None,
        customer: false,
        order: facts.id,
        never: &never,
        not_before: Some(facts.recorded_moment()?),
        approval: &evidenced.approval,
    };
    let signature = sign(writer, signed).await?;
    let mut columns = vec![
        ("order_id", facts.id.into()),
        ("content_hash", content_hash.as_str().into()),
        ("signature_id", signature.id.into()),
    ];
    columns.extend(what.more.iter().cloned());
    writer.insert(what.table, &columns).await?;
    writer.about(Subject::Order(facts.id));
    writer.note("signer", &signature.signer);
    Ok(signature)
}

/// Who asks for what is signed: whose order it is, and whose typing it is.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn asked_by(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Vec<i64>, DeskError> {
    let people = asked_for_by(connection, &[facts.id]).await?;
    let mut people: Vec<i64> = people.into_iter().map(|(_, person)| person).collect();
    people.push(facts.assistant.id);
    Ok(people)
}

/// Whose typing each of these orders is, order and person: who registered it, and who saved or changed it last.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn asked_for_by(
    connection: &mut Connection,
    orders: &[i64],
) -> Result<Vec<(i64, i64)>, DeskError> {
    let asked = in_steps(orders);
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let mut people = typed_by(connection, &asked).await?;
    people.extend(last_changed_by(connection, &asked).await?);
    Ok(people)
}
