//! Opening the house by keyboard, leaving the seat, taking it again; and the input method's Enter is not the page's.

use crate::support::{Engine, Setup, Window, drive, own_database};

/// The administrator who opens the house in these stories.
const NAME: &str = "林晓梅";
const PASSWORD: &str = "岭南草木2026";

const COUNT_SENDINGS: &str =
    "window.sendings = 0; addEventListener('submit', () => { window.sendings += 1; }, true)";

#[test]
fn first_start_and_sign_in() {
    drive("first_start", Setup::default(), first_start_and_sign_in_on);
}

#[test]
fn first_start_and_sign_in_on_postgres() {
    let Some(database) = own_database() else {
        return;
    };
    let setup = Setup {
        database: Some(database),
        ..Setup::default()
    };
    drive("first_start_postgres", setup, first_start_and_sign_in_on);
}

async fn first_start_and_sign_in_on(window: Window) {
    window.sees("启用印单").await;
    window.focuses("厂名").await;
    window.picture("first-start").await;
    // Sent off too early: what is missing is marked, and the first of it has the caret.
    window.press("Ctrl+Enter").await;
    window.sees("请填写").await;
    window.focuses("厂名").await;
    open_the_house(&window).await;
    window.sees("还没有订单").await;
    window.picture("orders").await;

    window.click("退出").await;
    window.focuses("密码").await;
    window.types("错的密码").await;
    window.press("Enter").await;
    window.sees("姓名或密码不对").await;
    assert_eq!(window.value("姓名").await, NAME, "the name is kept");
    assert_eq!(window.value("密码").await, "", "the password is not");
    window.picture("refused").await;

    window.focuses("密码").await;
    window.types(PASSWORD).await;
    window.press("Enter").await;
    window.sees("还没有订单").await;

    // The next morning.
    window.reopen().await;
    window.focuses("密码").await;
    assert_eq!(window.value("姓名").await, NAME);
    window.script(COUNT_SENDINGS, vec![]).await;
    for engine in [Engine::WebKit, Engine::Chromium] {
        let withheld = window.compose("密码", "岭南", engine).await;
        assert!(
            withheld,
            "the form must not hear the Enter that took a candidate ({engine:?})"
        );
        assert_eq!(window.script("return sendings", vec![]).await, 0);
        assert_eq!(window.value("密码").await, "岭南");
        window.fill("密码", "").await;
    }
    window.fill("密码", PASSWORD).await;
    window.press("Enter").await;
    window.sees("还没有订单").await;
    assert_eq!(window.script("return sendings", vec![]).await, 1);
}

/// Fills the sheet from the first field to the last without the mouse; the caret stands in the first.
pub async fn open_the_house(window: &Window) {
    for (label, text) in [
        ("厂名", "岭南彩印有限公司"),
        ("台号", "A"),
        ("姓名", NAME),
        ("登录密码", PASSWORD),
        ("签核 PIN", "2468"),
    ] {
        window.focuses(label).await;
        window.types(text).await;
        window.press("Tab").await;
    }
    window.press("Ctrl+Enter").await;
}
