//! The people in the real window: a head with a deputy, a reset, the locked screen, 代录 with a pasted screenshot, evidence
//! that follows, a line of the table of authority. On both databases.

use crate::first_start::open_the_house;
use crate::support::{Setup, Window, drive, own_database};

const PASSWORD: &str = "岭南草木2026";
const PIN: &str = "2468";

#[test]
fn clause_f1_02_people_from_the_first_day_to_the_last() {
    drive("people", Setup::default(), people_on);
}

#[test]
fn clause_f1_02_people_from_the_first_day_to_the_last_on_postgres() {
    let Some(database) = own_database() else {
        return;
    };
    let setup = Setup {
        database: Some(database),
        ..Setup::default()
    };
    drive("people_postgres", setup, people_on);
}

async fn people_on(window: Window) {
    window.sees("启用印单").await;
    open_the_house(&window).await;
    window.sees("还没有订单").await;
    enter_two(&window).await;
    lock_and_unlock(&window).await;
    locks_by_itself(&window).await;
    nothing_is_answered_while_locked(&window).await;
    a_first_password_is_replaced(&window).await;
    the_administrator_resets_a_password(&window).await;
    the_table_of_authority(&window).await;
}

async fn press(window: &Window, css: &str) {
    let there = serde_json::Value::from(css);
    window
        .waits_for(&format!("document.querySelector({there})"))
        .await;
    window
        .script(
            "const it = document.querySelector(arguments[0]); it.scrollIntoView({ block: 'center' }); it.focus(); it.click();",
            vec![there],
        )
        .await;
}

/// A head of quality with a deputy, by the form.
async fn enter_two(window: &Window) {
    press(window, "a[href='#/people']").await;
    window.sees("谁在这里做事").await;
    for (name, password) in [("周敏", PASSWORD), ("陈刚", PASSWORD)] {
        window.press("Ctrl+Enter").await;
        window.sees("添加人员").await;
        window.fill("name", name).await;
        window.fill("password", password).await;
        window.fill("pin", PIN).await;
        window.fill("terms.0.role", "quality").await;
        window.fill("department", "品质部").await;
        if name == "陈刚" {
            window.fill("terms.0.to", "昨天的昨天").await;
            press(window, "[data-field='terms.0.head'] input").await;
            press(window, "[data-name=add-deputy]").await;
            window.fill("deputies.0.person", "周敏").await;
            press(window, "[data-name=save-person]").await;
            // What has no meaning is said at its field; what was typed stays.
            window
                .waits_for("document.querySelector(\"[data-field='terms.0.to'] .is-problem\")")
                .await;
            window
                .waits_for("document.querySelector(\"[data-field='deputies.0.to'] .is-problem\")")
                .await;
            window.picture("person-refused").await;
            window.fill("terms.0.to", "").await;
            window.fill("deputies.0.to", "+5").await;
        }
        press(window, "[data-name=save-person]").await;
        window.dialog_closes().await;
    }
    window.sees("负责人").await;
    window.picture("people").await;
    press(window, "dk-people tbody tr:last-child td").await;
    window.sees("经过").await;
    window.picture("person").await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

/// A draft that is being typed is there, unseen, while the screen is locked.
async fn lock_and_unlock(window: &Window) {
    window.press("Ctrl+N").await;
    window
        .waits_for("location.hash.startsWith('#/orders/draft/')")
        .await;
    window.fill("product.name", "锁屏前的书").await;
    window.press("Ctrl+L").await;
    window.sees("内容都在").await;
    window.no_longer_sees("锁屏前的书").await;
    let hidden = "getComputedStyle(document.querySelector('.window')).visibility === 'hidden'";
    window.waits_for(hidden).await;
    window.picture("locked").await;
    window.press("Esc").await;
    window.press("Esc").await;
    window
        .waits_for("document.querySelector('dialog.lock[open]')")
        .await;
    window.fill("lock.secret", "0000").await;
    window.press("Enter").await;
    window.sees("PIN 或密码不对").await;
    window.fill("lock.secret", PIN).await;
    window.press("Enter").await;
    window
        .waits_for("!document.querySelector('dialog.lock')")
        .await;
    assert_eq!(window.value("product.name").await, "锁屏前的书");
}

/// Nobody touched key or mouse for a quarter of an hour: the window locks, and what was typed is there behind it (F1-02).
async fn locks_by_itself(window: &Window) {
    window.fill("product.name", "走开前的书").await;
    // A quarter of an hour and a minute later, by the window's own clock.
    window
        .script(
            "const now = Date.now; Date.now = () => now.call(Date) + 16 * 60_000;",
            vec![],
        )
        .await;
    window
        .waits_for("document.querySelector('dialog.lock[open]')")
        .await;
    window.no_longer_sees("走开前的书").await;
    window.picture("locked-by-itself").await;
    window.fill("lock.secret", PIN).await;
    window.press("Enter").await;
    window
        .waits_for("!document.querySelector('dialog.lock')")
        .await;
    assert_eq!(window.value("product.name").await, "走开前的书");
    window.fill("product.name", "锁屏前的书").await;
    // The strip shows it before the next lock.
    window
        .waits_for("document.querySelector('.strip')?.innerText.includes('锁屏前的书')")
        .await;
}

/// Whatever the page asks, the shell answers "locked".
async fn nothing_is_answered_while_locked(window: &Window) {
    window.press("Ctrl+L").await;
    window.sees("内容都在").await;
    const ASK: &str = "const [name, args, done] = arguments; window.__TAURI_INTERNALS__.invoke(name, args).then((it) => done('answered'), (error) => done(error.code ?? String(error)));";
    for (name, arguments) in [
        ("people_list", serde_json::json!({})),
        ("find_orders", serde_json::json!({ "query": "OD" })),
        ("drafts_list", serde_json::json!({})),
        ("new_draft", serde_json::json!({})),
        ("sign_out", serde_json::json!({})),
        ("open_practice", serde_json::json!({})),
        ("leave_practice", serde_json::json!({})),
        ("authority_table", serde_json::json!({})),
        ("stay_awake", serde_json::json!({})),
    ] {
        let answer = window
            .client()
            .execute_async(ASK, vec![name.into(), arguments])
            .await
            .expect("an answer");
        assert_eq!(answer, "locked", "{name}");
    }
}

/// Another signs in over the lock: the first one's draft is kept, and not the other's.
async fn a_first_password_is_replaced(window: &Window) {
    press(window, "[data-name=another-person]").await;
    window.fill("姓名", "周敏").await;
    replaces_her_password(window, PASSWORD, "自己的密码1").await;
    window.no_longer_sees("锁屏前的书").await;
    window.click("退出").await;
    window.fill("name", "林晓梅").await;
    window.fill("password", PASSWORD).await;
    window.press("Enter").await;
    window.sees("锁屏前的书").await;
}

/// 周敏 has forgotten it: the administrator sets another, which she replaces by her own.
async fn the_administrator_resets_a_password(window: &Window) {
    press(window, "a[href='#/people']").await;
    window.sees("谁在这里做事").await;
    window
        .script(
            "[...document.querySelectorAll('dk-people tbody tr')].find((row) => row.innerText.includes('周敏')).querySelector('td').click()",
            vec![],
        )
        .await;
    window.sees("经过").await;
    window.fill("password", "管理员给的9").await;
    window.picture("reset").await;
    press(window, "[data-name=save-person]").await;
    window.dialog_closes().await;
    window.click("退出").await;
    window.fill("name", "周敏").await;
    window.fill("password", "自己的密码1").await;
    window.press("Enter").await;
    window.sees("姓名或密码不对").await;
    replaces_her_password(window, "管理员给的9", "自己的密码2").await;
    window.click("退出").await;
    window.fill("name", "林晓梅").await;
    window.fill("password", PASSWORD).await;
    window.press("Enter").await;
    window.sees("锁屏前的书").await;
}

/// Signs 周敏 in with a password the administrator chose: another has to be chosen.
async fn replaces_her_password(window: &Window, given: &str, own: &str) {
    window.fill("password", given).await;
    window.press("Enter").await;
    window.sees("请换成自己的密码").await;
    window.picture("choose-password").await;
    window.fill("fresh", own).await;
    window.fill("again", own).await;
    window.press("Enter").await;
    window
        .waits_for("document.querySelector('.top-person b')?.textContent === '周敏'")
        .await;
}

async fn the_table_of_authority(window: &Window) {
    press(window, "a[href='#/authority']").await;
    window.sees("条款规定").await;
    window.picture("authority").await;
    press(window, "[data-name=change-lock_after_minutes]").await;
    window.fill("rule.value", "30").await;
    window.fill("rule.why", "白班前台有人").await;
    press(window, "[data-name=save-rule]").await;
    window.dialog_closes().await;
    window
        .waits_for("document.querySelector('.rule-list')?.textContent.includes('30')")
        .await;
    press(window, "a[href='#/evidence']").await;
    window.sees("凭据都齐了").await;
    window.picture("evidence-none").await;
}
