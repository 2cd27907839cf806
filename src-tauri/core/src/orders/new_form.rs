//! What stands in a new form before anybody has typed: what is nearly always so, so that few keys are needed.

use std::collections::BTreeMap;

use super::fields::Level;
use super::kind::OrderKind;
use super::wire::{FormRow, OrderForm};
use chrono::NaiveDateTime;

use crate::Desk;
use crate::accounts::{Actor, Role, lone_holder_of};
use crate::calendar::BusinessDay;
use crate::clock::in_shanghai;
use crate::customers::Term;
use crate::customers::wire::TermForm;
use crate::error::DeskError;
use crate::settings;

/// Who takes a call, and when; what a new form begins with is theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Call {
    /// 业务助理.
    pub(super) assistant: String,
    /// 业务员, where the house has one and no more.
    pub(super) sales_rep: Option<String>,
    /// 税率 of the day, percent.
    pub(super) vat_rate: i64,
    /// 付款方式 of the day.
    pub(super) terms: Vec<Term>,
    /// By the wall clock of the house.
    pub(super) now: NaiveDateTime,
}

impl Desk {
    /// The call that `actor` takes now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(super) async fn call_taken_by(&self, actor: &Actor) -> Result<Call, DeskError> {
        let now = in_shanghai(self.now());
        let role = Role::SalesRepresentative;
        let mut reader = self.read().await?;
        let rules = settings::in_force(&mut reader, now.date()).await?;
        Ok(Call {
            assistant: actor.name().to_owned(),
            sales_rep: lone_holder_of(&mut reader, role, now.date()).await?,
            vat_rate: rules.vat_rate,
            terms: rules.usual_terms,
            now,
        })
    }
}

/// A new form for a phone call.
pub(super) fn new_form(call: &Call) -> OrderForm {
    let (today, time) = (
        BusinessDay(call.now.date()).to_string(),
        call.now.format("%H:%M").to_string(),
    );
    let mut form = begun_form(&call.assistant, &today, &time);
    form.instalments = usual_instalments(&call.terms);
    form.order
        .insert("tax_rate".to_owned(), format!("{}%", call.vat_rate));
    if let Some(sales_rep) = &call.sales_rep {
        form.order
            .insert("sales_rep_id".to_owned(), sales_rep.clone());
    }
    form
}

fn begun_form(assistant: &str, today: &str, time: &str) -> OrderForm {
    OrderForm {
        order: record(&[
            ("kind", OrderKind::default().code()),
            ("channel", "phone"),
            ("sheet_type", "normal"),
            ("deal_type", "direct"),
            ("assistant_id", assistant),
            ("received_on", today),
            ("received_time", time),
            ("order_date", today),
            ("invoice_type", "vat_special"),
            ("quality_standard", "company"),
        ]),
        product: record(&[("unit", "本"), ("reading_direction", "left")]),
        components: vec![begun("c1", Level::Component)],
        finishing: Vec::new(),
        drops: usual_drops(),
        instalments: Vec::new(),
        services: Vec::new(),
    }
}

/// A row as one is added: with what is nearly always so.
fn begun(key: &str, level: Level) -> FormRow {
    let initial = level
        .fields()
        .iter()
        .filter(|field| !field.initial.is_empty());
    FormRow {
        key: key.to_owned(),
        values: initial
            .map(|field| (field.key.to_owned(), field.initial.to_owned()))
            .collect(),
    }
}

/// The one 交货批次 a form begins with.
pub(super) fn usual_drops() -> Vec<FormRow> {
    vec![row("d1", &[])]
}

/// The rows of 付款方式 a form begins with.
pub(super) fn usual_instalments(terms: &[Term]) -> Vec<FormRow> {
    let rows = (1..).zip(terms.iter().map(TermForm::from));
    rows.map(|(place, term)| {
        let mut values = record(&[("percent", &term.percent), ("due", &term.due)]);
        if !term.days.is_empty() {
            values.insert("days".to_owned(), term.days);
        }
        FormRow {
            key: format!("p{place}"),
            values,
        }
    })
    .collect()
}

fn record(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

fn row(key: &str, pairs: &[(&str, &str)]) -> FormRow {
    FormRow {
        key: key.to_owned(),
        values: record(pairs),
    }
}
