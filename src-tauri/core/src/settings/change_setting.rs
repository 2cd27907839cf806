//! Setting a rule as it is typed on the settings screen.

use super::refusals::beside;
use super::wire::ChangeSetting;
use super::{Kind, Rule, SettingRefusal, cells, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::calendar::BusinessDay;
use crate::documents::mm;
use crate::error::{DeskError, Refuse as _};
use crate::orders::FieldProblem;
use crate::typed::{self, Expected};
use crate::wire::Done;

impl Desk {
    /// Understands what was typed and puts it in force from the day that was typed.
    ///
    /// # Errors
    /// As [`set_rule`](Self::set_rule); names each cell that is not understood, and refuses the value that stands.
    pub async fn change_setting(
        &self,
        actor: &Actor,
        request: &ChangeSetting,
    ) -> Result<Done<()>, DeskError> {
        let rule = Rule::on_the_screen()
            .find(|rule| rule.code() == request.rule)
            .ok_or_else(|| SettingRefusal::NoSuchRule {
                rule: request.rule.clone(),
            })?;
        let today = self.today();
        let mut reader = self.read().await?;
        let rules = super::in_force(&mut reader, today).await?;
        let mut fields = Vec::new();
        let value = cells::understood(rule, &request.value, today)
            .map_err(|problems| fields.extend(problems))
            .ok();
        let from = typed::date(
            &request.from,
            BusinessDay(today),
            Expected::Any,
            &rules.house_days,
        )
        .map_err(|problem| {
            fields.push(FieldProblem {
                path: "from".to_owned(),
                code: problem.code(),
                params: problem.params(),
            });
        })
        .ok();
        if request.why.trim().is_empty() {
            fields.push(beside("why", SettingRefusal::NoReason.code()));
        }
        if let (Kind::Line { .. }, Some(line)) = (rule.kind(), &value) {
            fields.extend(self.unprintable(line));
        }
        let (Some(value), Some(from)) = (value, from) else {
            return Err(SettingRefusal::NotUnderstood { fields }.into());
        };
        if !fields.is_empty() {
            return Err(SettingRefusal::NotUnderstood { fields }.into());
        }
        let from = from.day.0;
        let standing = queries::standing(&mut reader, rule, from).await?;
        drop(reader);
        if standing == value {
            return Err(SettingRefusal::SameValue.into());
        }
        let changed = self
            .set_rule(actor, rule, &value, from, &request.why)
            .await?;
        Ok(Done { value: (), changed })
    }

    /// What is printed is drawn by a font of this desk: what none draws would keep every paper back on which it stands.
    fn unprintable(&self, line: &str) -> Option<FieldProblem> {
        let error = self.press().wrap(line, mm(1_000.0)).err()?;
        Some(FieldProblem {
            path: "value".to_owned(),
            code: error.code(),
            params: error.params().into_iter().collect(),
        })
    }
}
