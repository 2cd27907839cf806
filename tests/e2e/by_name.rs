//! Going somewhere by its name: to a field of a long form, to a word of a list, to a screen; all by pinyin initials, too.

use crate::lines::{enter_practice, new_order};
use crate::support::{Setup, Window, drive};

#[test]
fn a_field_a_word_of_a_list_and_a_screen_are_found_by_their_initials() {
    drive("by_name", Setup::default(), async |window| {
        enter_practice(&window).await;
        new_order(&window).await;
        to_a_field(&window).await;
        to_a_word(&window).await;
        to_a_screen(&window).await;
    });
}

async fn to_a_field(window: &Window) {
    window.focuses("客户").await;
    ask(window, "cpmc").await;
    window.picture("question").await;
    window.press("Enter").await;
    window.focuses("产品名称").await;
    // Where the words stand apart does not matter, and a list is found by its name.
    ask(window, "部件1克重").await;
    window.press("Enter").await;
    window.focuses("克重").await;
    ask(window, "后加工").await;
    window.press("Enter").await;
    window.focuses("加一道工艺").await;
    ask(window, "cpmc").await;
    window.press("Enter").await;
    window.focuses("产品名称").await;
    // No field is called that: Enter does nothing, Tab goes back.
    window.press("Ctrl+G").await;
    window.focuses("到哪一栏").await;
    window.types("qqqq").await;
    window.press("Enter").await;
    window.focuses("到哪一栏").await;
    window.press("Tab").await;
    window.focuses("产品名称").await;
    // Nothing chosen: one is where one was, and the question is gone.
    window.press("Ctrl+G").await;
    window.focuses("到哪一栏").await;
    window.press("Esc").await;
    window.focuses("产品名称").await;
    assert_eq!(window.count("dk-field-finder").await, 0);
    assert!(
        window
            .script("return location.hash", vec![])
            .await
            .as_str()
            .unwrap()
            .starts_with("#/orders/draft/"),
        "Esc leaves the question, not the order"
    );
}

async fn to_a_word(window: &Window) {
    ask(window, "ywy").await;
    window.press("Enter").await;
    window.focuses("业务员").await;
    window.types("zm").await;
    window
        .waits_for("document.querySelector('[data-field=\"order.sales_rep_id\"] [aria-selected=true]')?.textContent.includes('周敏')")
        .await;
    window.press("Tab").await;
    assert_eq!(window.value("order.sales_rep_id").await, "周敏");
}

async fn to_a_screen(window: &Window) {
    for (initials, screen) in [("hy", "verify"), ("sz", "settings")] {
        window.press("Ctrl+K").await;
        window.focuses("查找订单").await;
        window.types(initials).await;
        window
            .waits_for(&format!(
                "document.querySelector('[data-name=found-{screen}]')"
            ))
            .await;
        // Below whatever orders were found: one key up from the first is the last.
        if window.count(".found [data-name^=found-]").await > 1 {
            window.press("Up").await;
        }
        window
            .waits_for(&format!(
                "document.querySelector('[data-name=found-{screen}][aria-selected=true]')"
            ))
            .await;
        window.picture(screen).await;
        window.press("Enter").await;
        window
            .waits_for(&format!("location.hash === '#/{screen}'"))
            .await;
    }
    // Help is read by the page keys, too.
    window.press("F1").await;
    window.press("PageDown").await;
    window
        .waits_for("document.querySelector('.help-body').scrollTop > 50")
        .await;
    window.press("F1").await;
    // Nobody has the focus there: the page keys turn the screen.
    window.sees("编号").await;
    window.press("PageDown").await;
    window
        .waits_for("document.querySelector('#screen').scrollTop > 100")
        .await;
}

/// Ctrl G, and the letters that name the field.
async fn ask(window: &Window, letters: &str) {
    window.press("Ctrl+G").await;
    window.focuses("到哪一栏").await;
    window.types(letters).await;
    window
        .waits_for("document.querySelector('dk-field-finder [aria-selected=true]')")
        .await;
}
