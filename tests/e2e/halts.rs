//! 暂停, 恢复 and 取消 of an issued order in the real window, and what its print is worth afterwards (F1-11, F4-4c).

use crate::support::{Setup, Window, drive};
use crate::tour::{issued_and_printed, press, sign, the_customers_pdfs};

#[test]
fn clause_f1_11_an_issued_order_is_suspended_resumed_and_cancelled_with_the_directors_pin() {
    drive(
        "halts",
        Setup {
            picks: the_customers_pdfs("halts"),
            ..Setup::default()
        },
        async |window| {
            let print = issued_and_printed(&window).await;
            suspend_and_resume(&window).await;
            cancel(&window).await;
            the_print_is_void(&window, &print).await;
            the_list_knows_it(&window).await;
        },
    );
}

async fn more(window: &Window, choice: &str) {
    window
        .script(
            "const menu = document.querySelector('[data-name=more]'); menu.open = true; menu.querySelector('summary').focus();",
            vec![],
        )
        .await;
    window
        .waits_for("document.querySelector('[data-name=more] .menu-list')?.offsetHeight > 0")
        .await;
    window.picture(&format!("more-{choice}")).await;
    press(window, choice).await;
    window
        .waits_for("document.querySelector('dialog[open] [data-field=\"halt.reason\"]')")
        .await;
}

/// What steps 2 and 3 offer, and whether they offer it.
async fn offers(window: &Window, offered: bool) {
    for (step, key) in [("2", "pick"), ("3", "register-sample")] {
        window.press(&format!("Alt+{step}")).await;
        let shown = format!("document.querySelector('[data-name=step-{step}] .card')");
        window.waits_for(&shown).await;
        let count = window.count(&format!("[data-name={key}]")).await;
        assert_eq!(count > 0, offered, "{key} in step {step}");
    }
}

async fn suspend_and_resume(window: &Window) {
    offers(window, true).await;
    more(window, "suspend").await;
    window.fill("halt.reason", "客户资金未到位").await;
    window.fill("halt.asked_by", "客户").await;
    window.fill("halt.how", "电话").await;
    window.fill("halt.until", "+5").await;
    window.picture("suspend").await;
    press(window, "do-suspend").await;
    window.sees("订单暂停中：客户资金未到位").await;
    window.dialog_closes().await;
    window.picture("suspended").await;
    // What would be refused is not offered.
    offers(window, false).await;
    window.picture("suspended-samples").await;
    window.press("Alt+4").await;
    window.sees("订单评审").await;
    window.picture("suspended-review").await;
    window.press("Alt+2").await;
    window.picture("suspended-files").await;
    // The main key of the page lets it go on.
    window.press("Ctrl+Enter").await;
    window.sees("订单已恢复").await;
    window.no_longer_sees("订单暂停中").await;
    window
        .waits_for("document.querySelector('[data-name=main-print]')")
        .await;
    window.picture("resumed").await;
    offers(window, true).await;
}

async fn cancel(window: &Window) {
    more(window, "cancel-order").await;
    window.sees("1 份打印要收回").await;
    window.sees("作废").await;
    window.fill("halt.reason", "客户不做了").await;
    window.fill("halt.asked_by", "客户").await;
    window.fill("halt.how", "电话").await;
    window.fill("halt.loss", "3200").await;
    window.fill("halt.liable", "客户").await;
    sign(window, "halt-sign", "何静").await;
    window.picture("cancel").await;
    press(window, "do-cancel").await;
    window.sees("订单已取消：客户不做了").await;
    window.dialog_closes().await;
    window.sees("何静 批准").await;
    window.picture("cancelled").await;
    assert_eq!(
        window.count("[data-name=more]").await,
        0,
        "nothing leads back"
    );
}

async fn the_print_is_void(window: &Window, print: &str) {
    window.script("location.hash = '#/verify'", vec![]).await;
    window.fill("print", print).await;
    press(window, "verify").await;
    window.sees("作废").await;
    window.picture("void-print").await;
    // Esc puts the verdict away, and the next is scanned.
    window.press("Esc").await;
    window.no_longer_sees("作废").await;
    window
        .waits_for("document.activeElement?.closest('dk-field[name=print]')")
        .await;
}

async fn the_list_knows_it(window: &Window) {
    window.script("location.hash = '#/orders'", vec![]).await;
    window.sees("已取消").await;
    window.picture("list").await;
}
