//! 三方核对 as somebody does it who holds the sample: by the keys alone (S-4.4.1A-2).

use super::Window;

/// A row nobody has answered.
const OPEN: &str = "document.querySelector('[data-name=three-way] input[data-stop]')";

impl Window {
    /// Holds the sample against the sheet on step 5, which is shown: every row that is still open is as it says.
    pub async fn compares_the_sample(&self) {
        self.waits_for(OPEN).await;
        let rows = self.count("[data-name=three-way] input[data-stop]").await;
        self.script(&format!("{OPEN}.focus()"), vec![]).await;
        for _ in 0..rows {
            self.press("Enter").await;
        }
        self.waits_for(&format!(
            "!{OPEN} && document.querySelectorAll('[data-name=three-way] td small').length >= {rows}"
        ))
        .await;
    }
}
