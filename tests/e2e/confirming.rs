//! A telephone order confirmed in the real window: what cannot be made is settled with the customer, what is read back is
//! verified in the same breath, and the customer gets a quote and a confirmation.

use crate::recorded::paste_a_screenshot;
use crate::support::{Setup, Window, drive};

#[test]
fn clause_f1_06_a_telephone_order_is_audited_verified_quoted_confirmed_and_answered() {
    drive("confirming", Setup::default(), async |window| {
        window.sees("启用印单").await;
        window.click("打开练习库").await;
        window.sees("练习库里每个人的密码都是 lianxi").await;
        window.fill("姓名", "林晓梅").await;
        window.fill("密码", "lianxi").await;
        window.press("Enter").await;
        window.waits_for("document.querySelector('dk-today')").await;
        window.script("location.hash = '#/orders/1'", vec![]).await;
        window
            .waits_for("document.querySelector('[data-step]')")
            .await;
        window.press("Alt+1").await;
        window.sees("资料审核").await;
        window.picture("1-before").await;
        what_cannot_be_made(&window).await;
        settled_with_the_customer(&window).await;
        read_back_and_verified(&window).await;
        quoted(&window).await;
        confirmed(&window).await;
        answered(&window).await;
        outdated(&window).await;
        lacking(&window).await;
    });
}

async fn press(window: &Window, name: &str) {
    let css = format!("[data-name=\"{name}\"]:not([disabled], [aria-disabled=true])");
    press_css(window, &css).await;
}

async fn press_css(window: &Window, css: &str) {
    let css = serde_json::Value::from(css);
    window
        .waits_for(&format!("document.querySelector({css})"))
        .await;
    window
        .script(
            "const it = document.querySelector(arguments[0]); it.scrollIntoView({ block: 'center' }); it.focus(); it.click();",
            vec![css],
        )
        .await;
}

/// Two pages cannot be saddle-stitched: the rules of the craft say so.
async fn what_cannot_be_made(window: &Window) {
    window.fill("product.binding", "骑马订").await;
    window.sees("2 P 不能骑马订").await;
    press(window, "save-order").await;
    window.sees("1 项不合理，须与客户确定").await;
    // The line of the check list leads to it, and Enter goes on.
    window
        .waits_for("document.querySelector('[data-field=\"finding.open\"]')")
        .await;
    window.picture("2-finding").await;
}

async fn settled_with_the_customer(window: &Window) {
    press(window, "finding-0").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=\"outcome.who\"]')")
        .await;
    assert_eq!(window.value("outcome.who").await, "李伟");
    // What nobody can make is not offered to be made as it is.
    window
        .waits_for("document.querySelector('input[type=radio][value=change]') && !document.querySelector('input[type=radio][value=as_is]')")
        .await;
    press_css(window, "input[type=radio][value=change]").await;
    window.fill("outcome.words", "不装订，折页出货").await;
    window.picture("3-outcome").await;
    window.press("Enter").await;
    window.sees("说定了，等改").await;
    window.fill("product.binding", "散页/不装订").await;
    press(window, "save-order").await;
    window.sees("已了结 1 项").await;
    // A person sees what no rule does, and the customer lets it go.
    press(window, "begin-finding").await;
    window.fill("finding.words", "客户的地图没有审图号").await;
    window.press("Enter").await;
    window.sees("1 项不合理").await;
    press(window, "finding-0").await;
    // Made as it is, without a word of the customer: not taken.
    press_css(window, "input[type=radio][value=as_is]").await;
    press(window, "record-outcome").await;
    window.sees("按原样做的必须写明客户的话").await;
    press_css(window, "input[type=radio][value=change]").await;
    window.fill("outcome.words", "换成有审图号的").await;
    window.press("Enter").await;
    window.sees("说定了，等改").await;
    window.picture("4-waiting").await;
    window
        .script(
            "document.querySelector('[data-name^=mend-]').click()",
            vec![],
        )
        .await;
    window.sees("已了结 2 项").await;
}

async fn read_back_and_verified(window: &Window) {
    window.fill("confirmation.who", "李伟").await;
    press_css(window, "[data-field='verify.all'] input").await;
    press_css(
        window,
        "[data-field='confirmation.result'] input[value=agreed]",
    )
    .await;
    window.picture("5-read-back").await;
    press(window, "record-confirmation").await;
    window.sees("要求已确认").await;
    window
        .waits_for("document.querySelectorAll('[data-name=verified] .chip-green').length === 4")
        .await;
    // One field changes: only what it touches is asked again.
    window.fill("order.unit_price", "0.65").await;
    press(window, "save-order").await;
    window
        .waits_for("document.querySelectorAll('[data-name=verified] .chip-amber').length === 1")
        .await;
    window
        .waits_for("document.querySelectorAll('.ticks input').length === 1")
        .await;
    window.picture("6-asked-again").await;
    press_css(window, "[data-field='verify.price'] input").await;
    press_css(
        window,
        "[data-field='confirmation.result'] input[value=agreed]",
    )
    .await;
    // A yes in a message is shown, or it is said that it follows.
    window.fill("confirmation.how", "wechat").await;
    press(window, "record-confirmation").await;
    window.sees("请附上凭据").await;
    window
        .waits_for("document.querySelector('[data-field=\"confirmation.follows\"]')")
        .await;
    paste_a_screenshot(window).await;
    window
        .waits_for("document.querySelectorAll('[data-name=evidence-piece]').length === 1")
        .await;
    window.picture("6-shown").await;
    press(window, "record-confirmation").await;
    window.sees("要求已确认").await;
    window.sees("凭据 1 件").await;
    window.picture("6-recorded").await;
    // And is looked at again, as it came.
    press_css(window, "[data-name=confirmations] button.link").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-photo img')?.naturalWidth > 0")
        .await;
    window.picture("6-evidence").await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

async fn quoted(window: &Window) {
    press(window, "make-quote").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 0")
        .await;
    window.picture("7-quote").await;
    window.press("Esc").await;
    window.dialog_closes().await;
    window.sees("有效至").await;
}

/// Without terms of payment there is no confirmation; the link leads to where they are typed.
async fn confirmed(window: &Window) {
    press(window, "make-confirmation").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 0")
        .await;
    window.picture("8-confirmation").await;
    press(window, "save-paper").await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

async fn answered(window: &Window) {
    press(window, "begin-reply").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=\"reply.whom\"]')")
        .await;
    window.press("Enter").await;
    window.sees("接单后").await;
    window.picture("9-answered").await;
}

async fn outdated(window: &Window) {
    window.fill("order.unit_price", "").await;
    press(window, "save-order").await;
    window.sees("内容已改，须重出").await;
    press(window, "make-confirmation").await;
    window.sees("订单确认书还缺").await;
    window.picture("10-missing").await;
    press(window, "missing-order.unit_price").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=\"order.unit_price\"]')")
        .await;
}

/// A yes to an order that lacks something says so, and leads to the first field it lacks.
async fn lacking(window: &Window) {
    window.fill("confirmation.how", "phone").await;
    press_css(
        window,
        "[data-field='confirmation.result'] input[value=agreed]",
    )
    .await;
    press(window, "record-confirmation").await;
    window.sees("客户不能确认").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=\"order.unit_price\"]')")
        .await;
    window
        .waits_for("document.querySelector('[data-field=\"order.unit_price\"]').classList.contains('has-problem')")
        .await;
    window.picture("11-lacking").await;
}
