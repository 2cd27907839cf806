//! The moment a change stands: the order takes it, and the next state of the sheet is frozen where there is one. One place
//! too many and it is a new version instead; the old one is void (S-4.4.2b).

use super::agreement::CONSENT;
use super::change_notice::{Noticed, make_notice};
use super::life::land;
use super::queries::{self, SheetRow};
use super::state_of_sheet::{Frozen, freeze, label};
use super::{Authority, SheetRefusal, census, check_list};
use crate::Desk;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::hand_overs;
use crate::house::House;
use crate::orders::{OrderFacts, Specification, is_agreed_to};
use crate::storage::Writer;

/// The days an order is due.
const DAYS: [&str; 2] = ["order.requested_date", "order.confirmed_date"];

/// A change everybody has signed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub(super) id: i64,
    pub(super) facts: &'a OrderFacts,
    /// The sheet in force; none before release.
    pub(super) sheet: Option<&'a SheetRow>,
    pub(super) specification: &'a Specification,
    pub(super) new_version: bool,
}

/// Puts the change in force within the act that completed it.
pub(super) async fn put_in_force(
    writer: &mut Writer,
    desk: &Desk,
    house: &House,
    change: Change<'_>,
) -> Result<(), DeskError> {
    let order = change.facts.id;
    let agreed = is_agreed_to(writer, change.facts).await?;
    crate::orders::put_in_force(writer, order, change.facts.revision, change.specification).await?;
    match change.sheet {
        Some(sheet) => on_sheet(writer, desk, house, change, sheet).await,
        None => before_release(writer, change, agreed).await,
    }
}

/// Nothing is on paper yet. What the customer consented to counts as read back, so that the customer is not asked twice;
/// whatever else was signed is judged anew (F7-08).
async fn before_release(
    writer: &mut Writer,
    change: Change<'_>,
    agreed: bool,
) -> Result<(), DeskError> {
    let at = as_stored(writer.at());
    writer
        .update(
            "amendments",
            change.id,
            &[("state", "in_force".into()), ("decided_at", at.into())],
        )
        .await?;
    let row = queries::amendment(writer, change.id).await?;
    if let (true, Some(said)) = (agreed, queries::consent_from(&row)?) {
        let approvals = queries::approvals(writer, change.id).await?;
        let written = approvals.into_iter().find(|(word, _)| word == CONSENT);
        let signature = written.map(|(_, signature)| signature.id);
        let (facts, specification) = (change.facts, change.specification);
        crate::orders::agreed_with_change(writer, facts, specification, said, signature).await?;
    }
    Ok(())
}

async fn on_sheet(
    writer: &mut Writer,
    desk: &Desk,
    house: &House,
    change: Change<'_>,
    in_force: &SheetRow,
) -> Result<(), DeskError> {
    let order = change.facts.id;
    // Another P数 may make the files agree, or no longer.
    crate::files::queue_prepress(writer, order).await?;
    let facts = crate::orders::order_facts(writer, order).await?;
    let at = as_stored(writer.at());
    let used = queries::changes_in_force(writer, in_force.id).await?;
    let used = used.iter().map(|change| change.index);
    let landing = land(in_force.version, used, change.new_version);
    let sheet = if landing.voids {
        refuse_red(writer, &facts).await?;
        let check = queries::approvals(writer, change.id)
            .await?
            .into_iter()
            .find(|(authority, _)| authority == Authority::Check.code())
            .map(|(_, signature)| signature)
            .ok_or(SheetRefusal::NotAsked)?;
        writer
            .update(
                "task_sheets",
                in_force.id,
                &[("voided_at", at.clone().into())],
            )
            .await?;
        let issuer = queries::amendment(writer, change.id).await?.requested_by;
        writer
            .insert(
                "task_sheets",
                &[
                    ("order_id", order.into()),
                    ("number", in_force.number.clone().into()),
                    ("version", landing.version.into()),
                    ("issued_at", at.clone().into()),
                    ("issued_by", issuer.into()),
                    ("check_signature_id", check.id.into()),
                ],
            )
            .await?
    } else {
        in_force.id
    };
    writer
        .update(
            "amendments",
            change.id,
            &[
                ("state", "in_force".into()),
                ("change_index", landing.change_index.into()),
                ("decided_at", at.into()),
            ],
        )
        .await?;
    freeze(
        writer,
        desk,
        Frozen {
            house,
            order: &facts,
            specification: change.specification,
            sheet,
            change_index: landing.change_index,
        },
    )
    .await?;
    census::stand_copies(writer, order).await?;
    let noticed = Noticed {
        amendment: change.id,
        house,
        order: &facts,
        before: &change.facts.specification,
        now: change.specification,
    };
    Box::pin(make_notice(writer, desk, noticed)).await?;
    let label = label(&in_force.number, landing.version, landing.change_index);
    if landing.voids {
        hand_overs::on_version(writer, &facts, &label, in_force.version).await?;
    }
    let places = queries::places(writer, change.id).await?;
    let moved: Vec<String> = places
        .iter()
        .filter(|place| DAYS.contains(&place.path.as_str()))
        .map(|place| format!("{} {} → {}", place.label, place.old, place.new))
        .collect();
    hand_overs::on_day_moved(writer, &facts, &label, &moved).await?;
    writer.note("sheet", label);
    Ok(())
}

/// Lines of the check list that stand with the signed change itself: what the customer agreed to and was verified of, what
/// the material was found to be, what the review said before release and how sample, file and sheet were found to agree, what was
/// paid, who let it take effect, and who checked it; what was proved or looked at by hand before; the file of a component and the place of a process that only the change brings, of which
/// the sheet says that it is still to be marked. None of them can be mended on an issued order, or before the change stands.
const WITH_THE_CHANGE: [&str; 44] = [
    "review_required",
    "review_waiver_stale",
    "review_opinion_missing",
    "review_opinion_stale",
    "review_route_missing",
    "review_points_unanswered",
    "review_extension_refused",
    "review_date_not_carried",
    "review_not_concluded",
    "review_conclusion_stale",
    "quality_reviewed",
    "deposit",
    "three_way_open",
    "three_way_stale",
    "three_way_differs",
    "read_back",
    "verified",
    "material_findings",
    "material_unaudited",
    "material_stale",
    "effect_approval",
    "effect_approval_stale",
    "effect_sent_back",
    "customer_signature",
    "customer_signature_stale",
    "change_waiting",
    "check",
    "check_stale",
    "check_sent_back",
    "files_missing",
    "preflight_by_hand",
    "position_missing",
    "position_stale",
    "lane_unchosen",
    "proof_not_printed",
    "proof_changes_wanted",
    "proof_stale",
    "proof_unchecked",
    "proof_unanswered",
    "proof_unsigned",
    "dummy_missing",
    "dummy_unticked",
    "dummy_unbound",
    "dummy_unnumbered",
];

/// A new version is an issue like the first: samples and starred fields are asked of what it will say.
async fn refuse_red(writer: &mut Writer, facts: &OrderFacts) -> Result<(), DeskError> {
    let today = in_shanghai(writer.at()).date();
    let lines: Vec<_> = check_list(writer, facts, today)
        .await?
        .into_iter()
        .filter(|line| !line.ok && !WITH_THE_CHANGE.contains(&line.code))
        .map(|line| line.code)
        .collect();
    if lines.is_empty() {
        Ok(())
    } else {
        Err(SheetRefusal::NotGreen { lines }.into())
    }
}
