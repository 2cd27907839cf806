//! 预检 in the real window: a cover full of faults under a long name and a picture the program cannot look into come in; the
//! check list leads to the first fault; the customer is told, one talk closes most of them, the director waives one, and what
//! was looked at by hand counts.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::files::an_order;
use crate::support::{Setup, Window, drive};
use crate::tour::{first_start, press, press_css, sign};

#[test]
fn clause_s_4_1_4b_what_is_wrong_with_a_file_is_settled_in_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let setup = Setup {
        picks: vec![
            a_cover_full_of_faults(folder.path()),
            a_picture(folder.path()),
        ],
        ..Setup::default()
    };
    drive("preflight", setup, async |window| {
        first_start(&window).await;
        an_order(&window).await;
        received_and_looked_at(&window).await;
        the_check_list_leads_to_the_fault(&window).await;
        the_customer_is_told(&window).await;
        one_talk_about_all_but_one(&window).await;
        the_director_waives_one(&window).await;
        looked_at_by_hand(&window).await;
        the_record(&window).await;
        the_customer_sends_it_anew(&window, folder.path()).await;
    });
}

async fn received_and_looked_at(window: &Window) {
    window.press("Alt+2").await;
    window.sees("还没有文件").await;
    press(window, "pick").await;
    window
        .waits_for("document.querySelectorAll('.waiting-files > li').length === 2")
        .await;
    window.fill("file.0.component", "封面").await;
    window.fill("file.fromWhom", "王琳").await;
    press(window, "receive-file").await;
    // Nobody presses anything: what came in is looked at by itself.
    window
        .waits_for("document.querySelectorAll('[data-name=preflight-card] li[data-severity=error]').length >= 4")
        .await;
    window
        .waits_for("document.querySelector('[data-name=preflight-card] [data-name^=hand-]')")
        .await;
    window
        .script(
            "document.querySelector('[data-name=preflight-card]').scrollIntoView()",
            vec![],
        )
        .await;
    window.picture("found").await;
    window.sees("项错误没处理").await;
    window.sees("要人工预检：封底.jpg").await;
    let wide = window
        .script(
            "const it = document.scrollingElement; return it.scrollWidth > it.clientWidth",
            vec![],
        )
        .await;
    assert_eq!(
        wide,
        json!(false),
        "nothing scrolls sideways, however long the name"
    );
}

async fn the_check_list_leads_to_the_fault(window: &Window) {
    window.press("Alt+1").await;
    window.sees("下单前检查").await;
    let link = "[...document.querySelectorAll('.check-line')].find((it) => it.innerText.includes('项错误没处理'))?.querySelector('button')";
    window.waits_for(link).await;
    window.script(&format!("{link}.click()"), vec![]).await;
    window
        .waits_for("document.activeElement?.dataset.field === 'preflight.error'")
        .await;
    window.picture("landed").await;
}

async fn the_customer_is_told(window: &Window) {
    press(window, "preflight-message").await;
    window
        .waits_for(
            "document.querySelector('[data-field=\"message.text\"]')?.value.includes('套版色')",
        )
        .await;
    window
        .waits_for("document.querySelector('[data-name=picture-0] img')?.naturalWidth > 0")
        .await;
    window.picture("message").await;
    press(window, "copy-message").await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

async fn one_talk_about_all_but_one(window: &Window) {
    press(window, "choose-all").await;
    // What is not as ordered no customer's word settles, and says so.
    press(window, "begin-contact").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=\"contact.who\"]')")
        .await;
    window.fill("contact.who", "王琳").await;
    window.click("照现在的文件印").await;
    window.fill("contact.words", "都照印").await;
    press(window, "record-contact").await;
    window.sees("和订单对不上，客户说照印也不行").await;
    window.picture("not-as-ordered").await;
    press(window, "cancel-contact").await;
    // That and 套版色 are left for the director.
    press_open(window, LEFT).await;
    press(window, "begin-contact").await;
    window
        .waits_for("document.activeElement?.closest('[data-field=\"contact.who\"]')")
        .await;
    window.fill("contact.who", "王琳").await;
    window.click("照现在的文件印").await;
    press(window, "record-contact").await;
    window.sees("必须写明客户怎么答复的").await;
    window
        .fill("contact.words", "电话里说定：样书就这样，都照印")
        .await;
    window.picture("talk").await;
    press(window, "record-contact").await;
    window
        .waits_for(&format!("[...document.querySelectorAll('[data-name=preflight-card] li[data-standing=open]')].every((it) => {LEFT}.includes(it.dataset.finding))"))
        .await;
    window.sees("项错误没处理").await;
}

/// Findings that are left for the director.
const LEFT: &str =
    "['registration', 'page_count', 'page_size', 'too_many_inks', 'spot_not_ordered']";

/// Ticks the open findings of these kinds, or takes the tick back.
async fn press_open(window: &Window, kinds: &str) {
    let pressed = window
        .script(
            &format!("const all = [...document.querySelectorAll('[data-name=preflight-card] li[data-standing=open]')].filter((it) => {kinds}.includes(it.dataset.finding)); for (const it of all) it.querySelector('input').click(); return all.length;"),
            vec![],
        )
        .await;
    assert!(pressed.as_u64().is_some_and(|many| many > 1), "{pressed}");
}

async fn the_director_waives_one(window: &Window) {
    press_open(window, LEFT).await;
    press(window, "begin-waiver").await;
    window.fill("waiver.reason", "印厂内部验收样，按此印").await;
    sign(window, "waiver", "何静").await;
    window.picture("waiver").await;
    press(window, "waive-findings").await;
    window
        .waits_for("document.querySelectorAll('[data-name=preflight-card] li[data-standing=open]').length === 0")
        .await;
    window.script("document.querySelectorAll('[data-name=preflight-card] details').forEach((it) => { it.open = true; })", vec![]).await;
    window.sees("照现在的文件印：电话里说定").await;
    window.picture("settled").await;
}

async fn looked_at_by_hand(window: &Window) {
    press_css(window, "[data-name=preflight-card] [data-name^=hand-]").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-hand-preflight')")
        .await;
    press(window, "keep-hand").await;
    window.sees("数一数，写上页数").await;
    window.fill("hand.pages", "1").await;
    for item in [
        "size",
        "bleed",
        "colours",
        "pictures",
        "fonts",
        "finishing",
        "other",
    ] {
        let value = if item == "fonts" {
            "not_there"
        } else {
            "sound"
        };
        press_css(
            window,
            &format!("dialog[open] dk-choice[name='hand.{item}'] input[value={value}]"),
        )
        .await;
    }
    window.picture("by-hand").await;
    press(window, "keep-hand").await;
    window.dialog_closes().await;
    window.sees("文件预检通过").await;
}

async fn the_record(window: &Window) {
    press(window, "preflight-record").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 0")
        .await;
    window.picture("record").await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

/// The mended cover under the same name: two of its pages are drawn otherwise.
async fn the_customer_sends_it_anew(window: &Window, folder: &Path) {
    let mut pages = faults();
    pages[1].1 = "1 0 0 0 k 0 0 613 825 re f 0 0 0 1 k 200 500 120 80 re f".to_owned();
    pages[3].1 = "1 0 0 0 k 0 0 613 825 re f".to_owned();
    std::fs::write(folder.join(LONG_NAME), a_pdf(&pages)).unwrap();
    press(window, "pick").await;
    window
        .waits_for("document.querySelectorAll('.waiting-files > li').length === 2")
        .await;
    press(window, "skip-1").await;
    window.fill("file.0.component", "封面").await;
    window
        .waits_for(
            "document.querySelector('[data-field=\"file.0.replaces\"] select').value !== '-'",
        )
        .await;
    window.fill("file.fromWhom", "王琳").await;
    press(window, "receive-file").await;
    // Nobody asks for it: the card says what changed and what was given before.
    window.sees("第 2 版替换了第 1 版：改了第 2、4 页").await;
    window.picture("replaced").await;
    press_css(window, "[data-name=preflight-card] [data-name^=compare-]").await;
    window.sees("改了第 2、4 页").await;
    window
        .waits_for("document.querySelectorAll('dialog[open] .compare-page img').length === 2 && [...document.querySelectorAll('dialog[open] .compare-page img')].every((it) => it.naturalWidth > 0)")
        .await;
    window
        .waits_for("document.querySelector('dialog[open] .compare-mark')")
        .await;
    window.sees("已存印前文件夹的旧版").await;
    window.picture("compared").await;
    window.press("Esc").await;
    window.dialog_closes().await;
    // What was said of the old file does not hold for the new one.
    window.sees("项错误没处理").await;
    window.picture("asked-anew").await;
}

/// A name as customers give them.
const LONG_NAME: &str = "岭南草木 封面 客户在微信群里发来的最新确认版本请以此为准不要再用上周发的那一版 FINAL_v7(2).pdf";

/// Five pages for a cover of four: 套版色, RGB, a hairline and a font that is not there, a coarse picture, another size.
fn faults() -> Vec<(&'static str, String)> {
    let filled = "1 0 0 0 k 0 0 613 825 re f";
    let coarse = "q 300 0 0 300 100 100 cm BI /W 4 /H 4 /CS /G /BPC 8 ID 0123456789abcdef EI Q";
    vec![
        ("612.283 824.882", "/R cs 1 scn 0 0 613 825 re f".to_owned()),
        ("612.283 824.882", "1 0 0 rg 0 0 613 825 re f".to_owned()),
        (
            "612.283 824.882",
            format!(
                "{filled} 0.1 w 100 700 m 300 700 l S 0 0 0 1 k BT /F 12 Tf 100 400 Td (2026) Tj ET"
            ),
        ),
        ("612.283 824.882", format!("{filled} {coarse}")),
        ("500 700", filled.to_owned()),
    ]
}

fn a_cover_full_of_faults(folder: &Path) -> PathBuf {
    let path = folder.join(LONG_NAME);
    std::fs::write(&path, a_pdf(&faults())).unwrap();
    path
}

/// Pages of a size, with what is drawn on each.
pub fn a_pdf(pages: &[(&str, String)]) -> Vec<u8> {
    let kids: String = (0..pages.len())
        .map(|page| format!("{} 0 R ", 3 + 2 * page))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{kids}] /Count {} /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /SimSun >> >> \
             /ColorSpace << /R [/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>] >> >> >>",
            pages.len()
        ),
    ];
    for (page, (size, drawn)) in pages.iter().enumerate() {
        let trim = if size.starts_with("612") {
            "/TrimBox [8.504 8.504 603.779 816.378]"
        } else {
            ""
        };
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] {trim} /Contents {} 0 R >>",
            4 + 2 * page
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{drawn}\nendstream",
            drawn.len()
        ));
    }
    let mut pdf = b"%PDF-1.6\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    let table = pdf.len();
    let size = objects.len() + 1;
    pdf.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    for place in places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    pdf.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes(),
    );
    pdf
}

/// A picture, which the program cannot look into.
fn a_picture(folder: &Path) -> PathBuf {
    let path = folder.join("封底.jpg");
    std::fs::write(&path, b"\xff\xd8\xff\xe0 a picture of no size").unwrap();
    path
}
