//! Is this the sheet that holds? Number and check code of a print, typed or scanned, in one field.

use super::check_code;
use super::queries;
use super::state_of_sheet::label;
use super::wire::{PrintVerdict, Verdict};
use crate::Desk;
use crate::documents::forms::task_sheet::circled;
use crate::error::DeskError;

impl Desk {
    /// Tells whether the print of that code still holds; the number besides it tells two prints of one code apart. A print older than the newest signed change is
    /// 已过时 and lacks the changes named.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn verify_print(&self, text: &str) -> Result<PrintVerdict, DeskError> {
        let stranger = PrintVerdict {
            verdict: Verdict::NotOurs,
            label: String::new(),
            missing: Vec::new(),
            current: String::new(),
            order_id: None,
        };
        let Some((number, code)) = check_code::read(text) else {
            return Ok(stranger);
        };
        let mut reader = self.read().await?;
        let Some(print) = queries::print_of(&mut reader, number.as_deref(), &code).await? else {
            return Ok(stranger);
        };
        let states = queries::states(&mut reader, print.order).await?;
        let newest = states.iter().rfind(|state| !state.sheet.voided);
        let named = |state: &queries::StateRow| {
            label(&state.sheet.number, state.sheet.version, state.change_index)
        };
        let (verdict, missing) = match newest {
            None => (Verdict::Void, Vec::new()),
            Some(newest) if newest.sheet.id != print.state.sheet.id => {
                (Verdict::Superseded, Vec::new())
            }
            Some(newest) if newest.change_index > print.state.change_index => (
                Verdict::Outdated,
                (print.state.change_index + 1..=newest.change_index)
                    .map(circled)
                    .collect(),
            ),
            Some(_) => (Verdict::Current, Vec::new()),
        };
        Ok(PrintVerdict {
            verdict,
            label: named(&print.state),
            missing,
            current: newest.map(named).unwrap_or_default(),
            order_id: Some(print.order),
        })
    }
}
