//! The order page: everything that is known of one order, and what still keeps its task sheet back.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::beside::{SplitDay, split_of_order};
use super::facts::OrderFacts;
use super::invoice_data::note_missing_invoice_data;
use super::material::{MaterialView, material_view};
use super::recording::{recorded, recording};
use super::rules_of_form::rules_of_form;
use super::sale::{SaleView, sale_view};
use super::verification::{VerificationView, verification_view};
use super::wire::{BegunOn, ConfirmationView, OrderForm, Reckoning, RecordingView, TrailLine};
use super::{
    ConversionView, OrderLink, OrderState, confirmation_view, conversion, draft_of_order,
    order_facts, reckon, repeat, trail,
};
use crate::Desk;
use crate::accounts::{self, Actor};
use crate::calendar::BusinessDay;
use crate::effect::{self, EffectView};
use crate::error::DeskError;
use crate::files::{self, ComponentPages, FileView};
use crate::free_proofs::{self, FreeProofsView};
use crate::halts::{self, HaltView};
use crate::hand_overs::{self, HandOverView};
use crate::positions::{OrderPositions, order_positions};
use crate::preflight::{self, wire::FilePreflight};
use crate::proofs::{self, ProofsView};
use crate::receipts::{self, ReceiptsView};
use crate::review::{self, NatureView, Ordered, ReviewView};
use crate::samples::{self, SampleView};
use crate::task_sheets::{
    self, AmendmentView, CheckLine, SheetView, asked_by, changes_of, check_list, last_word,
};

/// One order as its page shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderPage {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// 订单号.
    pub number: String,
    /// 单别.
    pub kind: String,
    /// The code of its [`OrderState`].
    pub state: String,
    /// Counts its changes; sent back with every change.
    #[ts(type = "number")]
    pub revision: i64,
    /// 急单.
    pub rush: bool,
    /// Who asks for what is signed of it: whose order it is, and whose typing. None of them approves, checks or waives (F1-02).
    pub asked_by: Vec<String>,
    /// When it was registered (UTC).
    pub recorded_at: String,
    /// When it came in, and how long it waited to be recorded.
    pub recording: RecordingView,
    /// 客户: its row; none where the house makes for its own stock.
    #[ts(type = "number | null")]
    pub customer_id: Option<i64>,
    /// 客户.
    pub customer_name: String,
    /// 产品名称.
    pub product_name: String,
    /// What stands on it.
    pub form: OrderForm,
    /// This person's unsaved changes of it.
    pub draft: Option<OrderForm>,
    /// The state of the order those changes were begun on.
    pub draft_on: Option<BegunOn>,
    /// What was understood and reckoned of it.
    pub reckoning: Reckoning,
    /// The customer's answers.
    pub confirmation: ConfirmationView,
    /// 核实 (F1-05a).
    pub verification: VerificationView,
    /// 资料审核.
    pub material: MaterialView,
    /// 报价单 and 订单确认书, and when the confirmation was sent.
    pub sale: SaleView,
    /// What is due before it, and what came in for it.
    pub receipts: ReceiptsView,
    /// The order this one repeats (上次同款).
    pub repeats: Option<OrderLink>,
    /// The orders that repeat this one, the newest first.
    pub repeated_by: Vec<OrderLink>,
    /// What a presale or sample order has become; none of another kind.
    pub conversion: Option<ConversionView>,
    /// The presale or sample order this one came of.
    pub converted_from: Option<OrderLink>,
    /// Received files.
    pub files: Vec<FileView>,
    /// What would go wrong in print with those in use, against what is ordered now.
    pub preflight: Vec<FilePreflight>,
    /// Names of files in use that came after the sheet was last signed for: a change has to be (S-4.4.2a).
    pub files_since_the_sheet: Vec<String>,
    /// Their pages against what was ordered.
    pub page_sums: Vec<ComponentPages>,
    /// Samples.
    pub samples: Vec<SampleView>,
    /// Where foil, UV, embossing and die-cutting go.
    pub positions: OrderPositions,
    /// The lane it takes where there is no sample, and its proofs.
    pub proofs: ProofsView,
    /// Its proofs nobody pays for.
    pub free_proofs: FreeProofsView,
    /// The review, where it needs one or has one.
    pub review: Option<ReviewView>,
    /// 订单性质 (F5-d1, F5-d2), where orders of its kind have one.
    pub nature: Option<NatureView>,
    /// The customer's orders of the same day that together come above what is reviewed, though each is below (S-4.3.1D).
    pub split: Option<SplitDay>,
    /// How it stands before 生效, and since when it is closed to free editing.
    pub effect: EffectView,
    /// Its changes since it took effect, the latest first, while it has no sheet; from then on they are the sheet's.
    pub changes: Vec<AmendmentView>,
    /// The task sheet, once issued.
    pub sheet: Option<SheetView>,
    /// The release check list; empty once the sheet is issued.
    pub checks: Vec<CheckLine>,
    /// Fields to be asked again (`reconfirm`) or changed on the sheet (`amended`).
    pub marks: BTreeMap<String, String>,
    /// Whether it rests, and what was done of the kind.
    pub halts: HaltView,
    /// 转交记录, the latest first.
    pub hand_overs: Vec<HandOverView>,
    /// What happened, the latest first.
    pub trail: Vec<TrailLine>,
    /// The seven steps.
    pub steps: Vec<StepView>,
}

/// One step of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// 1 to 7.
    pub step: u8,
    /// How it stands.
    pub state: StepState,
}

/// How a step stands. Navigation, never a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Nothing is left to do there.
    Done,
    /// Something can be done there.
    Open,
    /// Something there keeps the sheet back.
    Blocked,
    /// Does not apply to this order.
    NotApplicable,
}

impl Desk {
    /// The page of an order as `actor` sees it.
    ///
    /// # Errors
    /// When there is no such order, or the database cannot be read.
    pub async fn order_page(&self, actor: &Actor, id: i64) -> Result<OrderPage, DeskError> {
        let mut reader = self.read().await?;
        let facts = order_facts(&mut reader, id).await?;
        let today = self.today();
        let form = facts.specification.to_form();
        let confirmation = confirmation_view(&mut reader, &facts).await?;
        let ordered = Ordered::read(&mut reader, id, today).await?;
        let review = review::view(&mut reader, &ordered).await?;
        let nature = review::nature_view(&mut reader, &ordered).await?;
        let sheet = task_sheets::view(&mut reader, id).await?;
        // One that rests shows what it will go on with.
        let done = facts.issued || facts.state.has_ended() && facts.state != OrderState::Declined;
        let checks = if done {
            Vec::new()
        } else {
            Box::pin(check_list(&mut reader, &facts, today)).await?
        };
        let changes = match sheet {
            Some(_) => Vec::new(),
            None => changes_of(&mut reader, id).await?,
        };
        let (draft, draft_on) = draft_of_order(&mut reader, actor, id)
            .await?
            .map_or((None, None), |(form, begun_on)| (Some(form), begun_on));
        let rules = rules_of_form(&mut reader, &form, today).await?;
        let mut reckoning = reckon(&form, BusinessDay(today), &rules);
        note_missing_invoice_data(&mut reader, &form, &mut reckoning).await?;
        let files = files::views(&mut reader, id).await?;
        let askers = asked_by(&mut reader, &facts).await?;
        let signed = last_word(&mut reader, id).await?;
        let since = |file: &&FileView| {
            let signed = signed.as_ref();
            file.newest
                && file.out_reason.is_empty()
                && signed.is_some_and(|signed| file.received_at > *signed)
        };
        Ok(OrderPage {
            id,
            conversion: conversion::view(&mut reader, &facts).await?,
            converted_from: conversion::converted_from(&mut reader, id).await?,
            verification: verification_view(&mut reader, &facts).await?,
            material: material_view(&mut reader, &facts).await?,
            receipts: receipts::view(&mut reader, &facts).await?,
            sale: sale_view(&mut reader, &facts, today).await?,
            repeats: repeat::repeats(&mut reader, id).await?,
            repeated_by: repeat::repeated_by(&mut reader, id).await?,
            steps: steps(&facts, &checks, review.is_some(), !files.is_empty()),
            marks: marks(&confirmation, sheet.as_ref()),
            number: facts.number.clone(),
            kind: facts.kind().code().to_owned(),
            state: facts.state.code().to_owned(),
            revision: facts.revision,
            rush: facts.rush(),
            asked_by: accounts::queries::names_of(&mut reader, &askers).await?,
            recorded_at: facts.recorded_at.clone(),
            customer_id: facts.kind().is_read_back().then_some(facts.customer.id),
            customer_name: facts.customer.name.clone(),
            product_name: facts.product_name().to_owned(),
            reckoning,
            recording: recording(
                &facts.specification.order,
                recorded(&facts.recorded_at)?,
                &facts.rules,
            ),
            form,
            draft_on,
            draft,
            confirmation,
            files_since_the_sheet: files
                .iter()
                .filter(since)
                .map(|file| file.name.clone())
                .collect(),
            files,
            preflight: preflight::views(&mut reader, &facts).await?,
            page_sums: files::page_sums(&mut reader, id).await?,
            samples: samples::views(&mut reader, id, today).await?,
            positions: order_positions(&mut reader, &facts).await?,
            proofs: proofs::view(&mut reader, &facts).await?,
            free_proofs: free_proofs::view(&mut reader, id, today).await?,
            review,
            nature,
            split: split_of_order(&mut reader, &facts).await?,
            changes,
            effect: effect::view(&mut reader, &facts).await?,
            sheet,
            checks,
            halts: halts::view(&mut reader, &facts).await?,
            hand_overs: hand_overs::views(&mut reader, id).await?,
            trail: trail(&mut reader, id).await?,
        })
    }
}

fn steps(
    facts: &OrderFacts,
    checks: &[CheckLine],
    reviewed: bool,
    has_files: bool,
) -> Vec<StepView> {
    let released = facts.issued;
    let never = !facts.kind().is_released() || facts.state == OrderState::Cancelled && !released;
    let by_checks = |step: u8| {
        if released
            || checks
                .iter()
                .filter(|line| line.step == step)
                .all(|line| line.ok)
        {
            StepState::Done
        } else {
            StepState::Blocked
        }
    };
    let state = |step: u8| match step {
        // Nothing of it goes to the plant: files and samples may be there, and that is all (F4-3b).
        3 if never => StepState::Open,
        4..=7 if never => StepState::NotApplicable,
        1 | 3 => by_checks(step),
        2 if by_checks(2) == StepState::Blocked => StepState::Blocked,
        2 if has_files || released => StepState::Done,
        4 if !reviewed => StepState::NotApplicable,
        4 => by_checks(4),
        5 if released => StepState::Done,
        // Nothing stands there yet, however green the list is.
        5 if by_checks(5) == StepState::Done => StepState::Open,
        5 => StepState::Blocked,
        7 if !released => StepState::NotApplicable,
        _ => StepState::Open,
    };
    (1..=7)
        .map(|step| StepView {
            step,
            state: state(step),
        })
        .collect()
}

fn marks(confirmation: &ConfirmationView, sheet: Option<&SheetView>) -> BTreeMap<String, String> {
    if let Some(sheet) = sheet {
        let in_force = sheet
            .amendments
            .iter()
            .filter(|change| change.state == "in_force");
        return in_force
            .flat_map(|change| {
                change
                    .places
                    .iter()
                    .map(|place| (place.path.clone(), "amended".to_owned()))
            })
            .collect();
    }
    confirmation
        .stale_paths
        .iter()
        .map(|path| (path.clone(), "reconfirm".to_owned()))
        .collect()
}
