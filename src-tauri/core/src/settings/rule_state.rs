//! A rule on a screen: what holds today, what was set when and why; and setting it as typed.

use super::wire::{RuleView, SetRuleRequest};
use super::{HouseRules, Rule, SettingRefusal, history, in_force};
use crate::Desk;
use crate::accounts::Actor;
use crate::calendar::{BusinessDay, HouseDays};
use crate::error::DeskError;
use crate::typed::{self, Expected};
use crate::wire::Done;

impl Desk {
    /// Idle minutes after which the screen locks, by the rule of today.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn lock_after_minutes(&self) -> Result<i64, DeskError> {
        let rules = in_force(&mut *self.read().await?, self.today()).await?;
        Ok(rules.lock_after_minutes)
    }

    /// A rule as it holds today.
    ///
    /// # Errors
    /// When there is no such rule, or the database cannot be read.
    pub async fn rule_state(&self, code: &str) -> Result<RuleView, DeskError> {
        let rule = rule_of(code)?;
        let mut reader = self.read().await?;
        let rules = in_force(&mut reader, self.today()).await?;
        let changes = history(&mut reader, rule).await?;
        Ok(RuleView {
            rule: code.to_owned(),
            value: rules.value_of(rule),
            history: changes.into_iter().map(Into::into).collect(),
        })
    }

    /// Sets a rule from the day that was typed on.
    ///
    /// # Errors
    /// As [`set_rule`](Self::set_rule), and when the rule or the day is none.
    pub async fn set_rule_as_typed(
        &self,
        actor: &Actor,
        request: SetRuleRequest,
    ) -> Result<Done<()>, DeskError> {
        let rule = rule_of(&request.rule)?;
        let today = BusinessDay(self.today());
        let from = if request.from.trim().is_empty() {
            today
        } else {
            typed::date(&request.from, today, Expected::Any, &HouseDays::default())
                .map_err(|_| SettingRefusal::BadDay {
                    text: request.from.clone(),
                })?
                .day
        };
        let value = request.value.trim();
        let changed = self
            .set_rule(actor, rule, value, from.0, &request.why)
            .await?;
        Ok(Done { value: (), changed })
    }
}

fn rule_of(code: &str) -> Result<Rule, SettingRefusal> {
    Rule::from_code(code).ok_or_else(|| SettingRefusal::NoSuchRule {
        code: code.to_owned(),
    })
}

impl HouseRules {
    /// What a rule says, as [`set_rule`](Desk::set_rule) takes it.
    fn value_of(&self, rule: Rule) -> String {
        let switch = |on| if on { "on" } else { "off" }.to_owned();
        match rule {
            Rule::ReviewCaseBound => switch(self.review_case_bound),
            Rule::ReviewEveryCaseBound => switch(self.review_every_case_bound),
            Rule::ReviewAmountAbove => self
                .review_amount_above
                .map_or_else(|| "off".to_owned(), |fen| fen.0.to_string()),
            Rule::PlacesPerVersion => self.places_per_version.to_string(),
            Rule::DuplicateWithinDays => self.duplicate_within_days.to_string(),
            Rule::SaddleStitchPages => self.binding_limits.saddle_stitch_pages.to_string(),
            Rule::SaddleStitchCover => self.binding_limits.saddle_stitch_cover.to_string(),
            Rule::PerfectBoundPages => self.binding_limits.perfect_bound_pages.to_string(),
            Rule::TextGrammage => self.binding_limits.text_grammage.to_string(),
            Rule::WarnTrimOnSheet => switch(self.warn_trim_on_sheet),
            Rule::WarnEmbossedFilm => switch(self.warn_embossed_film),
            Rule::StandardCycle => self.standard_cycle.to_text(),
            Rule::CartonWeight => self.carton_weight.to_string(),
            Rule::PaperTable => self.paper_table.to_text(),
            Rule::EvidenceMayFollow => switch(self.evidence_may_follow),
            Rule::LockAfterMinutes => self.lock_after_minutes.to_string(),
            Rule::Who(power) => {
                let roles = self.authority.holders(power).iter();
                roles.map(|role| role.code()).collect::<Vec<_>>().join(",")
            }
        }
    }
}
