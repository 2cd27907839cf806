//! Where foil and embossing go, in the real window: an unmarked foil blocks; it is marked by mouse and by typed millimetres; a
//! new version of the file makes it stale; a copy of the customer's PDF carries it.

use std::path::PathBuf;

use serde_json::json;

use crate::busy_morning::new_order;
use crate::first_start::open_the_house;
use crate::support::{Setup, Window, drive};
use crate::tour::{add_row, press, press_css};

/// What is seen of the page: 216 × 291 mm, the trim 3 mm within.
const SHEET: &str = ".mark-sheet";

#[test]
fn clause_s_4_2_6_an_unmarked_foil_blocks_until_it_is_marked_by_mouse_and_by_millimetres() {
    let folder = tempfile::tempdir().unwrap();
    let setup = Setup {
        picks: vec![a_cover(folder.path(), "岭南草木 封面.pdf")],
        ..Setup::default()
    };
    drive("positions", setup, async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        let (foil, emboss) = an_order(&window).await;
        window.sees("烫金 还没有标位置").await;
        window.sees("击凸 还没有标位置").await;

        window.press("Alt+2").await;
        window.sees("还没有文件").await;
        press(&window, "pick").await;
        window.fill("file.fromWhom", "王琳").await;
        window.press("Ctrl+Enter").await;
        window.sees("第 1 版").await;
        window.press("Alt+3").await;
        window.sees("工艺位置").await;
        window.picture("unmarked").await;

        // The line of the check list lands on the preview, with its process chosen.
        lands(&window, "烫金 还没有标位置").await;
        window
            .waits_for("document.querySelector('dialog[open] .mark-sheet img')?.complete")
            .await;
        assert_eq!(window.value("position.process").await, foil);
        window.picture("preview").await;

        // A rectangle by mouse: from (66, 43) to (150, 63) mm of the trim, as near as the mouse comes.
        window
            .drags(
                SHEET,
                &[
                    (69.0 / 216.0, 46.0 / 291.0),
                    (0.5, 0.2),
                    (153.0 / 216.0, 66.0 / 291.0),
                ],
            )
            .await;
        window.sees("已保存").await;
        window
            .waits_for("document.querySelectorAll('[data-shape]').length === 1")
            .await;
        let near = |found: String, wanted: f64| {
            let found: f64 = found.parse().unwrap();
            assert!((found - wanted).abs() < 1.0, "{found} for {wanted}");
        };
        for (field, wanted) in [
            ("left", 66.0),
            ("top", 43.0),
            ("width", 84.0),
            ("height", 20.0),
        ] {
            near(window.value(&format!("position.{field}")).await, wanted);
        }
        // The same to the tenth, typed.
        for (field, text) in [
            ("left", "62.5"),
            ("top", "40"),
            ("width", "85"),
            ("height", "20"),
        ] {
            window.fill(&format!("position.{field}"), text).await;
            window.press("Tab").await;
            let kept = format!("[data-field='position.{field}'] input");
            window
                .waits_for(&format!(
                    "document.querySelector(\"{kept}\").value === '{text}'"
                ))
                .await;
        }
        window.sees("85 × 20").await;
        window.picture("typed").await;
        // What cannot be is said under its field.
        window.fill("position.left", "左边").await;
        window.press("Tab").await;
        window
            .waits_for("document.querySelector(\"[data-field='position.left'].has-problem\")")
            .await;
        window.picture("not-understood").await;
        window.fill("position.left", "62.5").await;
        window.press("Tab").await;
        window
            .waits_for("!document.querySelector('.mark-side .has-problem')")
            .await;

        // It moves by mouse and by keys, and every step is taken back.
        window
            .drags(
                SHEET,
                &[(108.0 / 216.0, 53.0 / 291.0), (120.0 / 216.0, 80.0 / 291.0)],
            )
            .await;
        window
            .waits_for(
                "Number(document.querySelector(\"[data-field='position.top'] input\").value) > 60",
            )
            .await;
        window.press("Right").await;
        press(&window, "undo-position").await;
        press(&window, "undo-position").await;
        window
            .waits_for("document.querySelector('.mark-list')?.innerText.includes('85 × 20') && document.querySelectorAll('[data-shape]').length === 1")
            .await;
        press_css(&window, ".mark-list .link").await;
        window
            .waits_for(
                "document.querySelector(\"[data-field='position.left'] input\").value === '62.5'",
            )
            .await;

        // An outline for the embossing, corner after corner; on the second page.
        outline(&window, &emboss).await;
        window.picture("outline").await;
        press_css(&window, "[data-name=marks-larger]").await;
        press_css(&window, "[data-name=marks-larger]").await;
        window.picture("zoomed").await;
        window.press("Esc").await;
        window.dialog_closes().await;
        window.no_longer_sees("还没有标位置").await;
        window.sees("85 × 20 mm，左 62.5 上 40").await;
        window.picture("marked").await;

        a_copy(&window).await;
        a_new_version(&window, folder.path()).await;
        let wide = window
            .script(
                "const it = document.scrollingElement; return it.scrollWidth > it.clientWidth",
                vec![],
            )
            .await;
        assert_eq!(wide, json!(false), "nothing scrolls sideways");
    });
}

/// Draws a triangle on the second page for the process that is chosen.
async fn outline(window: &Window, process: &str) {
    // What was chosen is let go, so that the process is that of what comes next.
    window.clicks(SHEET, &[(0.05, 0.95)]).await;
    window.fill("position.process", process).await;
    // By the page keys, as in every view of pages.
    window.clicks(SHEET, &[(0.05, 0.95)]).await;
    window.press("PageDown").await;
    window
        .waits_for("document.querySelector('.mark-bar .pages-count')?.innerText.includes('第 2 ')")
        .await;
    press_css(window, "[data-name=tool-outline]").await;
    window
        .clicks(SHEET, &[(0.3, 0.5), (0.7, 0.5), (0.5, 0.75)])
        .await;
    window.press("Enter").await;
    window
        .waits_for("document.querySelectorAll('.mark-list li').length === 2")
        .await;
    window.sees("已保存").await;
}

/// The customer's next version: every position is to be looked at again, is pulled to another size by its corner, and kept.
async fn a_new_version(window: &Window, folder: &std::path::Path) {
    let path = a_cover(folder, "岭南草木 封面.pdf");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes.extend(b"% the second version\n");
    std::fs::write(&path, bytes).unwrap();
    window.press("Alt+2").await;
    press(window, "pick").await;
    window
        .waits_for(
            "document.querySelector('[data-field=\"file.0.replaces\"] select')?.value !== '-'",
        )
        .await;
    window.fill("file.fromWhom", "王琳").await;
    press(window, "receive-file").await;
    window.sees("第 2 版替换了第 1 版").await;
    window.sees("烫金 的位置要核对").await;
    window.press("Alt+3").await;
    window.picture("stale").await;
    lands(window, "烫金 的位置要核对").await;
    window
        .waits_for("document.querySelector('dialog[open] .mark-sheet img')?.complete")
        .await;
    press_css(window, ".mark-list .link").await;
    window.picture("stale-preview").await;
    // The lower right corner, a tenth of its own width further: large enough to be seen, small enough to stay on the page.
    window
        .drags("[data-handle='1,1']", &[(0.5, 0.5), (3.0, 0.5)])
        .await;
    window
        .waits_for(
            "Number(document.querySelector(\"[data-field='position.width'] input\").value) > 85",
        )
        .await;
    window
        .waits_for("document.querySelectorAll('.mark-list .chip').length === 1")
        .await;
    press_css(window, ".mark-list li:nth-child(2) .link").await;
    press(window, "take-over").await;
    window
        .waits_for("document.querySelectorAll('.mark-list .chip').length === 0")
        .await;
    window.sees("已保存").await;
    window.press("Esc").await;
    window.dialog_closes().await;
    window.no_longer_sees("的位置要核对").await;
}

/// The copy with its positions, seen before it is saved.
async fn a_copy(window: &Window) {
    press(window, "marked-copy").await;
    window.sees("补页码的页").await;
    window.fill("copy.folioPages", "1-2").await;
    window.picture("copy-asked").await;
    press(window, "make-copy").await;
    window.sees("带章样稿已做好").await;
    window
        .waits_for("document.querySelector('dialog[open] .pages-view img')?.complete")
        .await;
    window.picture("copy").await;
    window.press("Esc").await;
}

/// Follows a line of the check list.
async fn lands(window: &Window, words: &str) {
    let pressed = window
        .script(
            "const line = [...document.querySelectorAll('.check-line')].find((it) => it.innerText.includes(arguments[0])); line.querySelector('button').click(); return true;",
            vec![json!(words)],
        )
        .await;
    assert_eq!(pressed, json!(true));
}

/// Registers a book with a foil and an embossing on its cover; answers the row keys of both steps.
async fn an_order(window: &Window) -> (String, String) {
    new_order(window).await;
    for (path, text) in [
        ("product.name", "《岭南草木》精装画册"),
        ("product.size", "210x285"),
        ("product.quantity", "2000"),
        ("component:c1.name", "封面"),
        ("component:c1.pages", "4"),
        ("component:c1.colours", "4+0"),
    ] {
        window.fill(path, text).await;
    }
    let mut keys = Vec::new();
    for (process, material) in [("烫金", "金箔"), ("击凸", "")] {
        let key = add_row(window, "finishing").await;
        for (field, text) in [
            ("component", "封面"),
            ("process", process),
            ("material", material),
        ] {
            if !text.is_empty() && field != "material" {
                window.fill(&format!("finishing:{key}.{field}"), text).await;
            }
        }
        keys.push(key);
    }
    window.fill("order.customer_id", "深圳市彩源文化").await;
    press(window, "new-customer").await;
    press(window, "add-new-customer").await;
    window.dialog_closes().await;
    press(window, "register").await;
    window.sees("OD-").await;
    window
        .waits_for("/^#\\/orders\\/\\d+$/.test(location.hash)")
        .await;
    window.sees("下单前检查").await;
    (keys[0].clone(), keys[1].clone())
}

/// Two pages of 216 × 291 mm with a trim of 210 × 285 mm: green, with a lighter field and lines to be seen by.
fn a_cover(folder: &std::path::Path, name: &str) -> PathBuf {
    let content = "0.75 0.2 0.6 0.1 k 0 0 613 825 re f 0.2 0.02 0.25 0 k 120 200 370 500 re f 0 0 0 0.8 K 2 w 120 200 370 500 re S 160 560 290 60 re S";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612.283 824.882] /TrimBox [8.504 8.504 603.779 816.378] /Contents 5 0 R /Resources << >> >>";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>".to_owned(),
        page.to_owned(),
        page.to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
    ];
    let mut text = "%PDF-1.6\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(text.len());
        text.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let table = text.len();
    text.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        text.push_str(&format!("{place:010} 00000 n \n"));
    }
    text.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}
