//! 代录 in the real window: a screenshot pasted, a file dropped by the dialog, evidence that follows and the list of it.

use std::path::PathBuf;

use crate::support::{Setup, Window, drive};

#[test]
fn clause_f1_03_a_recorded_check_with_evidence_that_follows() {
    let photo = std::env::temp_dir().join(format!("签字照片_{}.png", std::process::id()));
    std::fs::write(&photo, b"a photo").unwrap();
    drive(
        "recorded",
        Setup {
            picks: vec![PathBuf::from(&photo)],
            ..Setup::default()
        },
        async |window| {
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
            window.press("Alt+5").await;
            record_without_evidence(&window).await;
            evidence_follows(&window).await;
        },
    );
    std::fs::remove_file(&photo).unwrap();
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

/// As the system does when a screenshot is on the clipboard and Ctrl V is pressed.
pub async fn paste_a_screenshot(window: &Window) {
    const PASTE: &str = r"
        const done = arguments[0];
        const canvas = document.createElement('canvas');
        canvas.width = 120; canvas.height = 60;
        canvas.getContext('2d').fillRect(10, 10, 60, 30);
        canvas.toBlob((blob) => {
            const held = new DataTransfer();
            held.items.add(new File([blob], 'image.png', { type: 'image/png' }));
            const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: held });
            if (paste.clipboardData === null || paste.clipboardData.files.length === 0) Object.defineProperty(paste, 'clipboardData', { value: held });
            document.activeElement.dispatchEvent(paste);
            done(true);
        });";
    window
        .client()
        .execute_async(PASTE, vec![])
        .await
        .expect("pasted");
}

async fn record_without_evidence(window: &Window) {
    window
        .waits_for("document.querySelector('dk-check-card input[value=recorded]')")
        .await;
    press(window, "dk-check-card input[value=recorded]").await;
    window
        .waits_for("[...document.querySelectorAll('dk-check-card option')].some((it) => it.textContent.includes('赵强'))")
        .await;
    window.fill("check.person", "赵强").await;
    window.fill("check.medium", "wechat").await;
    press(window, "[data-name=check-order]").await;
    // Without evidence it is refused at the field.
    window.sees("请附上凭据").await;
    paste_a_screenshot(window).await;
    window
        .waits_for("document.querySelector('dk-check-card .piece img')?.naturalWidth === 120")
        .await;
    press(window, "[data-name=attach-evidence]").await;
    window
        .waits_for("document.querySelectorAll('dk-check-card .piece').length === 2")
        .await;
    window.picture("evidence").await;
    // Removable before it is recorded.
    for left in [1, 0] {
        press(window, "dk-check-card .chip-drop").await;
        window
            .waits_for(&format!(
                "document.querySelectorAll('dk-check-card .piece').length === {left}"
            ))
            .await;
    }
    press(window, "[data-field='check.follows'] input").await;
    press(window, "[data-name=check-order]").await;
    window.sees("已审核").await;
    window.picture("recorded").await;
}

async fn evidence_follows(window: &Window) {
    press(window, "a[href='#/evidence']").await;
    window.sees("赵强").await;
    window.picture("to-follow").await;
    window
        .waits_for("document.querySelector('dk-evidence tbody tr')")
        .await;
    window.press("Enter").await;
    window.sees("补凭据").await;
    paste_a_screenshot(window).await;
    window
        .waits_for("document.querySelector('dk-evidence .piece img')?.naturalWidth === 120")
        .await;
    window.picture("adding").await;
    press(window, "[data-name=add-evidence]").await;
    window.sees("凭据都齐了").await;
}
