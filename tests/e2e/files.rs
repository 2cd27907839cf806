//! The files of a book in the real window: thirty at once and an empty one, one of them damaged, two that make up the text
//! block; what is complete lies in the prepress folder by itself.

use std::path::PathBuf;

use serde_json::json;

use crate::busy_morning::new_order;
use crate::first_start::open_the_house;
use crate::support::{Setup, Window, drive};

#[test]
fn clause_s_4_1_4c_thirty_files_come_in_at_once_and_what_is_complete_is_filed() {
    let folder = tempfile::tempdir().unwrap();
    let setup = Setup {
        picks: thirty_and_an_empty_one(folder.path()),
        ..Setup::default()
    };
    drive("files", setup, async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        let text_block = an_order(&window).await;
        window.press("Alt+2").await;
        window.sees("还没有文件").await;
        window.picture("none").await;

        press(&window, "pick").await;
        window
            .waits_for("document.querySelectorAll('.waiting-files > li').length === 31")
            .await;
        // The caret stands in the first of them; the second half is proposed for the same component.
        window
            .waits_for("document.activeElement?.closest('[data-field=\"file.0.component\"]')")
            .await;
        window
            .waits_for(
                "document.querySelector('[data-field=\"file.2.counts\"] select').value === 'cover'",
            )
            .await;
        window.fill("file.fromWhom", "王琳").await;
        window.picture("proposed").await;
        // The share is away just now.
        let (share, away) = (window.data().join("prepress"), window.data().join("away"));
        std::fs::rename(&share, &away).unwrap();
        window.press("Ctrl+Enter").await;
        // One after the other; a slow machine takes its time over thirty.
        window
            .waits_for("document.querySelectorAll('.waiting-files > li').length <= 16")
            .await;
        // All but the one of no use are in; that one stays with the reason beside its name.
        window
            .waits_for("document.querySelectorAll('.waiting-files > li').length === 1")
            .await;
        window.sees("是空文件").await;
        // What cannot be opened is in, too: the customer is spoken to about it.
        window.sees("文件打不开：已损坏").await;
        window.sees("120 P，与订单一致").await;
        window.sees("4 P，与订单一致").await;
        window
            .waits_for("[...document.querySelectorAll('[data-name=files] td')].filter((it) => it.innerText.includes('暂时连不上')).length === 29")
            .await;
        window.sees("已存 0 · 等待 29").await;
        window.script("scrollTo(0, 600)", vec![]).await;
        window.picture("away").await;
        std::fs::rename(&away, &share).unwrap();
        press(&window, "retry").await;
        window
            .waits_for("[...document.querySelectorAll('[data-name=prepress-count]')].some((it) => it.innerText.includes('已存 29'))")
            .await;
        window.picture("thirty").await;
        press(&window, "skip-0").await;
        window
            .script("document.querySelector('[data-name=preflight-card] [data-field=\"preflight.error\"]')?.scrollIntoView({ block: 'center' })", vec![])
            .await;
        window.picture("cannot-be-opened").await;
        assert_eq!(
            window.count("[data-name^=hand-]").await,
            0,
            "no eye makes it print"
        );
        window.picture("one-place").await;
        let filed = names_below(window.data().join("prepress"));
        assert_eq!(filed.len(), 29, "{filed:?}");
        assert!(filed.iter().all(|path| path.contains("/V1/")), "{filed:?}");

        // One half is taken out of use: the sum says what is missing, and it is put back.
        let tidy = format!("[data-group={text_block}] [data-name^=tidy-]");
        press_css(&window, &tidy).await;
        window.fill("tidy.reason", "客户发错了").await;
        window.picture("tidy").await;
        press(&window, "take-out").await;
        window.sees("文件 56 P，订单 120 P：差 64 P").await;
        window.sees("已停用：客户发错了").await;
        window.picture("out-of-use").await;
        let back = format!("[data-group={text_block}] [data-name^=back-]");
        press_css(&window, &back).await;
        window.sees("120 P，与订单一致").await;
        let wide = window
            .script(
                "const it = document.scrollingElement; return it.scrollWidth > it.clientWidth",
                vec![],
            )
            .await;
        assert_eq!(wide, json!(false), "nothing scrolls sideways");
    });
}

/// Registers a book of a cover and a text block; answers the row key of the text block.
pub async fn an_order(window: &Window) -> String {
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
    press(window, "add-component").await;
    let last = "[...document.querySelectorAll('[data-row^=c]')].at(-1)?.dataset.row";
    window
        .waits_for(&format!(
            "{last} !== 'c1' && document.activeElement?.closest(`[data-row=${{{last}}}]`)"
        ))
        .await;
    let key = window.script(&format!("return {last}"), vec![]).await;
    let key = key.as_str().unwrap().to_owned();
    for (field, text) in [("name", "内文"), ("pages", "120"), ("colours", "4+4")] {
        window.fill(&format!("component:{key}.{field}"), text).await;
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
    key
}

/// Two halves of the text block, a cover spread, a damaged one, an empty one and 26 that belong to no component.
fn thirty_and_an_empty_one(folder: &std::path::Path) -> Vec<PathBuf> {
    let long = "客户在微信群里发来的最新确认版本请以此为准";
    let mut files = vec![
        ("岭南草木 内文 1-64.pdf".to_owned(), 64),
        ("岭南草木 内文 65-120.pdf".to_owned(), 56),
        (format!("岭南草木 封面展开 {long}.pdf"), 1),
        ("坏.pdf".to_owned(), 0),
        ("空.pdf".to_owned(), 0),
    ];
    files.extend((1..=26).map(|number| (format!("{long} 附图 {number:02} {long}.pdf"), 1)));
    files
        .into_iter()
        .map(|(name, pages)| {
            let path = folder.join(&name);
            let width = if name.contains("展开") {
                420.0
            } else {
                210.0
            };
            let mut bytes = if name == "空.pdf" {
                Vec::new()
            } else {
                a_pdf(pages, width)
            };
            if pages > 0 {
                // No two of them are the same file.
                bytes.extend(format!("% {}\n", path.display()).bytes());
            }
            std::fs::write(&path, bytes).unwrap();
            path
        })
        .collect()
}

/// A PDF of pages `width` × 285 mm with 3 mm of bleed around; cut off in the middle where it has none.
fn a_pdf(pages: usize, width: f64) -> Vec<u8> {
    let right = 8.504 + width / 25.4 * 72.0;
    let kids: String = (0..pages)
        .map(|page| format!("{} 0 R ", page + 3))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>"),
    ];
    objects.extend((0..pages).map(|_| format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {:.3} 824.882] /TrimBox [8.504 8.504 {right:.3} 816.378] >>", right + 8.504)));
    let mut text = "%PDF-1.6\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(text.len());
        text.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let table = text.len();
    let size = objects.len() + 1;
    text.push_str(&format!("xref\n0 {size}\n0000000000 65535 f \n"));
    for place in places {
        text.push_str(&format!("{place:010} 00000 n \n"));
    }
    text.push_str(&format!(
        "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
    ));
    if pages == 0 {
        text.truncate(60);
    }
    text.into_bytes()
}

fn names_below(root: PathBuf) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.to_str().unwrap().to_owned());
            }
        }
    }
    found
}

async fn press(window: &Window, name: &str) {
    press_css(
        window,
        &format!("[data-name=\"{name}\"]:not([disabled], [aria-disabled=true])"),
    )
    .await;
}

async fn press_css(window: &Window, css: &str) {
    let there = json!(css);
    window
        .waits_for(&format!("document.querySelector({there})"))
        .await;
    window
        .script("const it = document.querySelector(arguments[0]); it.scrollIntoView({ block: 'center' }); it.focus(); it.click();", vec![there])
        .await;
}
