//! A second program on the same folder, and the practice desk beside the house's own.

use std::fs::File;

use crate::first_start::open_the_house;
use crate::support::{Setup, drive};

#[test]
fn a_second_program_is_told_to_use_the_window_that_is_open() {
    drive("second_start", Setup::default(), async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        window.close().await;

        let lock = File::open(window.data().join("data/desk.lock")).unwrap();
        lock.lock().unwrap();
        window.open().await;
        window.sees("印单已经打开").await;
        window.picture("already-open").await;
        lock.unlock().unwrap();
        window.click("再试一次").await;
        window.focuses("密码").await;
    });
}

#[test]
fn the_practice_desk_is_apart_from_the_houses_own() {
    drive("practice", Setup::default(), async |window| {
        window.sees("启用印单").await;
        window.click("打开练习库").await;
        window.sees("练习库里每个人的密码都是 lianxi").await;
        window.picture("practice-sign-in").await;
        window.fill("姓名", "林晓梅").await;
        window.fill("密码", "lianxi").await;
        window.press("Enter").await;
        window
            .waits_for("document.querySelector('.window.is-practice dk-today')")
            .await;
        window.picture("practice-orders").await;
        window.click("离开练习库").await;
        // The house itself has not been opened by that.
        window.sees("启用印单").await;
    });
}
