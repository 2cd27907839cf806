//! The settings screen: every rule with its history, the number series, the processes the house masters.

use std::collections::BTreeMap;

use super::offer::Offer;
use super::queries::{self, SetValue};
use super::rule::Rule;
use super::wire::{HousePresets, RuleValue, RuleView, SettingsPage, column_views};
use super::{cells, in_force, start_values};
use crate::Desk;
use crate::accounts::{Actor, Power};
use crate::error::DeskError;
use crate::{numbers, processes, products};

impl Desk {
    /// The settings screen as `actor` sees it: everybody reads it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn settings_page(&self, actor: &Actor) -> Result<SettingsPage, DeskError> {
        let mut reader = self.read().await?;
        let today = self.today().to_string();
        let rules = in_force(&mut reader, self.today()).await?;
        let setters = rules.authority.holders(Power::SetRule);
        let set = queries::all(&mut reader).await?;
        Ok(SettingsPage {
            may_change: actor.roles().iter().any(|role| setters.contains(role)),
            rules: Rule::on_the_screen()
                .map(|rule| view(rule, &set, &today))
                .collect(),
            series: numbers::views(&mut reader, self.today()).await?,
            mature: processes::mature(&mut reader).await?,
            regular: products::regular(&mut reader).await?,
            today,
        })
    }

    /// The lists of words the house offers today, for the forms.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn house_presets(&self) -> Result<HousePresets, DeskError> {
        let rules = in_force(&mut *self.read().await?, self.today()).await?;
        let types = rules.type_presets();
        let mut fields: BTreeMap<String, Vec<String>> = Offer::ALL
            .iter()
            .map(|offer| (offer.path(), rules.offered(*offer)))
            .collect();
        // A type the house itself gave a preset is one that is offered.
        let offered = fields.entry("product.type".to_owned()).or_default();
        for preset in rules.type_presets.iter().flatten() {
            if !offered.contains(&preset.kind) {
                offered.push(preset.kind.clone());
            }
        }
        Ok(HousePresets {
            fields,
            types,
            parts: rules.part_presets(),
            holders: rules.holders,
        })
    }
}

/// What became of values by the days from which they hold, in the order they count: of two for one day the later counts, and
/// one that never came to hold is `replaced`.
pub(crate) fn states_of<'a>(days: impl Iterator<Item = &'a str>, today: &str) -> Vec<&'static str> {
    let days: Vec<&str> = days.collect();
    let holding = days.iter().rposition(|day| *day <= today);
    let state = |(place, day): (usize, &&str)| {
        if Some(place) == holding {
            "in_force"
        } else if *day <= today {
            "past"
        } else if days.get(place + 1) == Some(day) {
            "replaced"
        } else {
            "to_come"
        }
    };
    days.iter().enumerate().map(state).collect()
}

fn view(rule: Rule, set: &[SetValue], today: &str) -> RuleView {
    let mut history = vec![RuleValue {
        value: cells::shown(rule, &start_values::default_of(rule)),
        from: None,
        by: String::new(),
        at: String::new(),
        why: String::new(),
        state: "",
    }];
    // By the day from which they hold; of two for one day the later set counts.
    history.extend(
        set.iter()
            .filter(|value| value.rule == rule)
            .map(|value| RuleValue {
                value: cells::shown(rule, &value.value),
                from: Some(value.from.clone()),
                by: value.by.clone(),
                at: value.at.clone(),
                why: value.why.clone(),
                state: "",
            }),
    );
    let days = history
        .iter()
        .map(|value| value.from.as_deref().unwrap_or_default());
    let states = states_of(days, today);
    let mut value = String::new();
    for (past, state) in history.iter_mut().zip(states) {
        past.state = state;
        if state == "in_force" {
            value.clone_from(&past.value);
        }
    }
    history.reverse();
    RuleView {
        code: rule.code(),
        group: rule.group().code(),
        field: match rule {
            Rule::Offers(offer) => Some(offer.path()),
            _ => None,
        },
        kind: rule.kind().code(),
        columns: column_views(rule.kind()),
        value,
        history,
    }
}
