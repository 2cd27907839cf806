//! What an order was, in the real window: two states of its sheet side by side, all that was done to it as one story, and the
//! copies that lack something on the board.

use serde_json::json;

use crate::support::Window;
use crate::tour::{press, press_css};

/// From an order with several states, on its sheet step.
pub async fn looked_back_on(window: &Window) {
    two_states(window).await;
    the_story(window).await;
    copies_on_the_board(window).await;
}

async fn two_states(window: &Window) {
    press(window, "compare-states").await;
    window
        .waits_for("document.querySelectorAll('dk-compare-states dk-paper img').length >= 2 && [...document.querySelectorAll('dk-compare-states dk-paper img')].every((it) => it.naturalWidth > 0)")
        .await;
    window
        .waits_for("document.querySelectorAll('[data-name=compared-places] tbody tr').length > 0")
        .await;
    window.pictures("19-two-states").await;
    // The first state beside the newest: whatever was changed since.
    let before = window.count("[data-name=compared-places] tbody tr").await;
    window
        .script(
            "const it = document.querySelector('[data-field=\"compare.earlier\"]'); it.value = it.options[0].value; it.dispatchEvent(new Event('change', { bubbles: true }))",
            vec![],
        )
        .await;
    window
        .waits_for(&format!(
            "document.querySelectorAll('[data-name=compared-places] tbody tr').length > {before}"
        ))
        .await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

async fn the_story(window: &Window) {
    press(window, "story").await;
    window
        .waits_for("document.querySelectorAll('[data-name=story] ol > li').length > 20")
        .await;
    let first = window
        .script(
            "return document.querySelector('[data-name=story] ol > li').innerText",
            vec![],
        )
        .await;
    assert!(
        first.as_str().unwrap_or_default().contains("登记订单"),
        "{first}"
    );
    window.pictures("20-story").await;
    press(window, "story-changed").await;
    window
        .waits_for("[...document.querySelectorAll('[data-name=story] ol > li')].every((it) => it.querySelector('ul') !== null)")
        .await;
    window.pictures("20-story-changed").await;
    let wide = window
        .script(
            "const it = document.querySelector('dialog[open] .dialog-body'); return it.scrollWidth > it.clientWidth",
            vec![],
        )
        .await;
    assert_eq!(wide, json!(false), "nothing scrolls sideways");
    window.press("Esc").await;
    window.dialog_closes().await;
}

/// The prints of the tour are of a version that is void by now: the board says how many, and leads to them.
async fn copies_on_the_board(window: &Window) {
    press_css(window, ".side a[href='#/today']").await;
    window.sees("张任务书没换发、手改或收回").await;
    window.pictures("21-today-copies").await;
    window.press("1").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=copies]') != null")
        .await;
    window.picture("21-copies-landed").await;
}
