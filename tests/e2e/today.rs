//! 今日 in the real window: what is one step from its sheet stands there, a digit opens it at the very field, Esc comes back, and
//! whoever signs sees what waits for their hand.

use serde_json::json;

use crate::support::Window;
use crate::tour::press_css;

/// What the rows of the board say, each with its columns.
async fn rows(window: &Window) -> Vec<String> {
    let said = window
        .script(
            "return [...document.querySelectorAll('dk-today tbody tr')].map((row) => row.innerText.replace(/\\s+/g, ' ').trim())",
            vec![],
        )
        .await;
    let said = said.as_array().cloned().unwrap_or_default();
    said.iter()
        .filter_map(|row| row.as_str().map(str::to_owned))
        .collect()
}

/// From an order whose last line is 审核: the board says so, and leads to it.
pub async fn one_step_from_green(window: &Window, product: &str) {
    press_css(window, ".side a[href='#/today']").await;
    window.sees("等别人 1 件").await;
    let board = rows(window).await;
    assert_eq!(board.len(), 1, "{board:?}");
    assert!(
        board[0].contains("还没有审核") && board[0].contains(product),
        "{board:?}"
    );
    window.picture("today-one-step").await;
    window.press("1").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=check], dk-check-card, dk-signature') !== null && location.hash.startsWith('#/orders/')")
        .await;
    window.press("Esc").await;
    window
        .waits_for("document.activeElement?.closest('dk-today tbody tr') != null")
        .await;
    window.press("Enter").await;
    window
        .waits_for("document.querySelector('[data-name=step-5]')")
        .await;
}

/// From an order that is ready: the board offers the issue.
pub async fn ready_for_its_sheet(window: &Window) {
    press_css(window, ".side a[href='#/today']").await;
    window.sees("可以开任务书").await;
    window.sees("等您 1 件").await;
    window
        .waits_for("document.activeElement?.closest('dk-today tbody tr') != null")
        .await;
    window.picture("today-ready").await;
    let wide = window
        .script(
            "const it = document.scrollingElement; return it.scrollWidth > it.clientWidth",
            vec![],
        )
        .await;
    assert_eq!(wide, json!(false), "nothing scrolls sideways");
    window.press("Enter").await;
    window
        .waits_for("document.querySelector('[data-name=issue-sheet]:not([disabled])')")
        .await;
}
