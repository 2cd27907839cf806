//! The check list of an order: whatever keeps the sheet back has a link, and it puts the focus on the control that mends it.

use serde_json::json;

use crate::support::Window;

/// Presses the link of every line that blocks, one after the other; each must put the focus on a control of its step.
pub async fn every_link_lands(window: &Window, moment: &str) {
    let count = window.count(".check-line.is-blocked").await;
    assert!(count > 0, "{moment}: something keeps the sheet back");
    for at in 0..count {
        let line = window
            .script(
                "const line = document.querySelectorAll('.check-line.is-blocked')[arguments[0]];
                 document.activeElement?.blur();
                 const link = line?.querySelector('.link');
                 link?.click();
                 return link === null || link === undefined ? '' : line.innerText;",
                vec![json!(at)],
            )
            .await;
        let line = line.as_str().unwrap_or_default().to_owned();
        assert!(!line.is_empty(), "{moment}: line {at} has a link");
        let lands = format!(
            "/* {moment}: {} */ document.activeElement?.matches('input, select, textarea, button, a[href]') && document.activeElement.closest('.order-step') !== null",
            line.replace(['\n', '*'], " ")
        );
        window.waits_for(&lands).await;
    }
}
