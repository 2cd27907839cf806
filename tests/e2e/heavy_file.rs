//! Files that take their time or their room, in the real window: how far one is is shown, it is called off and waits, and is read
//! to its end when somebody says so; one that cannot be opened for its size says that.

use std::path::{Path, PathBuf};

use crate::files::an_order;
use crate::preflight::a_pdf;
use crate::support::{Setup, drive};
use crate::swelling::a_swelling_pdf;
use crate::tour::{first_start, press, press_css};

#[test]
fn clause_s_4_1_4a_the_reading_of_a_heavy_file_shows_how_far_it_is_and_is_called_off() {
    let folder = tempfile::tempdir().unwrap();
    let setup = Setup {
        picks: vec![a_heavy_book(folder.path())],
        ..Setup::default()
    };
    drive("heavy_file", setup, async |window| {
        first_start(&window).await;
        an_order(&window).await;
        window.press("Alt+2").await;
        window.sees("还没有文件").await;
        press(&window, "pick").await;
        window
            .waits_for("document.querySelectorAll('.waiting-files > li').length === 1")
            .await;
        window.fill("file.fromWhom", "王琳").await;
        press(&window, "receive-file").await;
        window
            .waits_for("document.querySelector('dk-preflight-card dk-progress progress')")
            .await;
        let cancel = "dk-preflight-card dk-progress button";
        window
            .waits_for(&format!("document.querySelector('{cancel}')"))
            .await;
        window
            .waits_for("document.querySelector('dk-preflight-card dk-progress')?.innerText.includes('页）')")
            .await;
        window.picture("reading").await;
        press_css(&window, cancel).await;
        window.sees("预检被取消了，没看完不能下单").await;
        window.sees("还没预检").await;
        window.picture("called-off").await;
        press_css(&window, "dk-preflight-card [data-name^=run-]").await;
        window
            .waits_for("document.querySelector('dk-preflight-card dk-progress progress')")
            .await;
        window
            .waits_for("document.querySelector('dk-preflight-card .preflight-file')?.innerText.includes('看过')")
            .await;
        window.picture("read").await;
    });
}

#[test]
fn clause_s_4_1_4b_a_file_that_unfolds_beyond_all_bounds_says_so_and_can_be_asked_for_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("画册内文（压缩）.pdf");
    std::fs::write(&path, a_swelling_pdf()).unwrap();
    let setup = Setup {
        picks: vec![path],
        ..Setup::default()
    };
    drive("swelling_file", setup, async |window| {
        first_start(&window).await;
        an_order(&window).await;
        window.press("Alt+2").await;
        window.sees("还没有文件").await;
        press(&window, "pick").await;
        window
            .waits_for("document.querySelectorAll('.waiting-files > li').length === 1")
            .await;
        window.fill("file.fromWhom", "王琳").await;
        press(&window, "receive-file").await;
        window.sees("文件打不开：展开后太大").await;
        window
            .waits_for(
                "document.querySelector('[data-name=preflight-card] li[data-severity=error]')",
            )
            .await;
        window.picture("refused").await;
        // What the customer is asked for says the same.
        press(&window, "preflight-message").await;
        window
            .waits_for(
                "document.querySelector('[data-field=\"message.text\"]')?.value.includes('展开后太大')",
            )
            .await;
        window.picture("message").await;
    });
}

/// Forty pages of sixty thousand strokes each: seconds of reading, and nobody's fault.
fn a_heavy_book(folder: &Path) -> PathBuf {
    let strokes = "10 10 m 600 800 l S\n".repeat(60_000);
    let page = ("612.283 824.882", strokes);
    let path = folder.join("内文.pdf");
    std::fs::write(&path, a_pdf(&vec![page; 40])).unwrap();
    path
}
