//! Samples and proofs in the real window: lane A with a rejected round, a stamp that is voided, a sample lent and photographed,
//! lane B with the original compared, a free proof and what it cost (S-4.2.3 to S-4.2.7).

use std::path::PathBuf;

use docket_core::files::{Counts, MadeBy, ReceiveFileRequest};
use docket_core::orders::OrderForm;
use docket_core::orders::wire::FormRow;

use crate::lines::enter_practice;
use crate::support::{Setup, Window, desk_in, drive};
use crate::tour::{press, press_css};

#[test]
fn clause_s_4_2_3_s_4_2_4_both_lanes_a_rejected_round_and_a_voided_stamp() {
    let original = a_customers_pdf();
    drive(
        "proofs",
        Setup {
            picks: vec![original.clone()],
            ..Setup::default()
        },
        async |window| {
            enter_practice(&window).await;
            window.close().await;
            two_books(&window, &original).await;
            window.open().await;
            enter_practice(&window).await;
            lane_a(&window).await;
            voided(&window).await;
            details(&window).await;
            lane_b(&window).await;
            handed_over(&window).await;
            free_proof(&window).await;
        },
    );
    std::fs::remove_file(&original).unwrap();
}

/// Two books without a sample, each with the customer's file. The window is closed meanwhile.
async fn two_books(window: &Window, original: &std::path::Path) {
    let desk = desk_in(&window.data().join("practice")).await;
    let assistant = desk.sign_in("林晓梅", "lianxi").await.unwrap();
    for _ in 0..2 {
        let order = desk
            .register_order(&assistant, "new:proofs", &a_book())
            .await
            .expect("a book")
            .value;
        let request = ReceiveFileRequest {
            replaces: None,
            counts: Counts::Single,
            made_by: MadeBy::Customer,
            order_id: order,
            component: "c1".to_owned(),
            path: original.to_str().unwrap().to_owned(),
            label: String::new(),
            from_whom: "王琳".to_owned(),
            how: "wechat".to_owned(),
        };
        desk.receive_file(&assistant, request)
            .await
            .expect("a file");
    }
    desk.close().await;
}

fn a_book() -> OrderForm {
    let record = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
            .collect()
    };
    OrderForm {
        order: record(&[
            ("customer_id", "深圳市彩源文化传播有限公司"),
            ("contact", "王琳"),
            ("sales_rep_id", "周敏"),
        ]),
        product: record(&[
            ("name", "《岭南草木》画册"),
            ("size", "210x285"),
            ("quantity", "2000"),
            ("binding", "锁线胶装"),
        ]),
        components: vec![FormRow {
            key: "c1".to_owned(),
            values: record(&[("name", "内文"), ("pages", "4"), ("colours", "4+4")]),
        }],
        ..OrderForm::default()
    }
}

async fn to_samples(window: &Window, order: u32) {
    window
        .script(&format!("location.hash = '#/orders/{order}'"), vec![])
        .await;
    window
        .waits_for("document.querySelector('[data-step]')")
        .await;
    window.press("Alt+3").await;
    window
        .waits_for("document.querySelector('dk-proofs [data-name=lane]')")
        .await;
}

/// The customer's word, recorded with evidence to follow.
async fn customer_says(window: &Window, sign_box: &str) {
    window.fill(&format!("{sign_box}.medium"), "wechat").await;
    press_css(window, &format!("[data-field='{sign_box}.follows'] input")).await;
}

async fn signs(window: &Window, sign_box: &str, name: &str) {
    window
        .waits_for(&format!("[...document.querySelectorAll('option')].some((it) => it.textContent.includes('{name}'))"))
        .await;
    window.fill(&format!("{sign_box}.person"), name).await;
    window.fill(&format!("{sign_box}.pin"), "1234").await;
}

/// Waits until a round says so.
async fn round_says(window: &Window, round: u32, words: &str) {
    window
        .waits_for(&format!(
            "document.querySelector('[data-name=round-{round}]')?.innerText.includes('{words}')"
        ))
        .await;
}

async fn checked_and_bound(window: &Window, round: u32) {
    press(window, "begin-check").await;
    press(window, "check-all").await;
    press(window, "check-proof").await;
    round_says(window, round, "已检查：林晓梅").await;
    press(window, "begin-dummy").await;
    for tick in ["inOrder", "colours", "contents", "bound"] {
        press_css(window, &format!("[data-field='dummy.{tick}'] input")).await;
    }
    press_css(window, "[data-field='dummy.folios'] input[value=absent]").await;
    window.fill("dummy.numberedBy", "林晓梅").await;
    window.picture("2-dummy").await;
    press(window, "bind-dummy").await;
    round_says(window, round, "林晓梅 手工编码").await;
}

async fn lane_a(window: &Window) {
    to_samples(window, 2).await;
    window.sees("没有样本，也没定怎么打样").await;
    window.picture("1-no-lane").await;
    press_css(window, "[data-field='lane.lane'] input[value=a]").await;
    press(window, "choose-lane").await;
    window.sees("第 1 轮打样").await;
    window.sees("数码样（建议）").await;
    press(window, "print-proof").await;
    window.sees("第 1 轮等客户答复").await;
    checked_and_bound(window, 1).await;
    press(window, "begin-answer").await;
    press_css(window, "[data-field='answer.answer'] input[value=changes]").await;
    window.fill("answer.words", "第 3 页换图").await;
    customer_says(window, "answer").await;
    press(window, "answer-proof").await;
    window.sees("第 1 轮客户要修改，打下一轮").await;
    window.sees("第 2 轮打样").await;
    window.picture("3-rejected").await;
    press(window, "print-proof").await;
    window
        .waits_for("document.querySelector('[data-name=round-2] [data-name=begin-check]')")
        .await;
    checked_and_bound(window, 2).await;
    press(window, "begin-answer").await;
    press_css(window, "[data-field='answer.answer'] input[value=agreed]").await;
    customer_says(window, "answer").await;
    window.picture("4-answer").await;
    press(window, "answer-proof").await;
    window.sees("成为样本 Y-").await;
    window.picture("5-agreed").await;
}

async fn stamped(window: &Window) {
    press_css(window, "[data-name^=stamp-sample-]").await;
    press_css(
        window,
        "[data-field='stamp.capacity'] input[value=sales_representative]",
    )
    .await;
    signs(window, "stamp", "周敏").await;
    press(window, "stamp-sample").await;
    window.dialog_closes().await;
}

async fn voided(window: &Window) {
    stamped(window).await;
    window
        .waits_for("document.querySelector('[data-name=samples] .stamp-given')")
        .await;
    press_css(window, "[data-name=samples] [data-name^=sample-]").await;
    press(window, "begin-void").await;
    window.fill("void.reason", "颜色与原稿不符").await;
    press_css(
        window,
        "[data-field='void.capacity'] input[value=sales_representative]",
    )
    .await;
    signs(window, "void", "周敏").await;
    window.picture("6-void").await;
    press(window, "void-stamp").await;
    window.sees("已作废：颜色与原稿不符").await;
    window.press("Esc").await;
    window.dialog_closes().await;
    window.sees("的章已作废，还没重盖").await;
    window.picture("7-voided").await;
    stamped(window).await;
    window
        .waits_for("document.querySelector('[data-name=samples] .stamp-given')")
        .await;
    // Labels on a sheet of labels, as laid out in the settings.
    press(window, "sample-labels").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 100")
        .await;
    window.fill("labels.right", "3").await;
    press(window, "make-labels").await;
    window.sees("应在 -2").await;
    window.picture("8-label-too-far").await;
    window.fill("labels.right", "-1.5").await;
    window.fill("labels.down", "0.8").await;
    press(window, "make-labels").await;
    window
        .waits_for("localStorage.getItem('docket.labels.right') === '-1.5'")
        .await;
    window.picture("8-label-off").await;
    press_css(window, "[data-field='labels.paper'] input[value=sheet]").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 1000")
        .await;
    window.picture("8-labels").await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

/// As the system does when a picture is on the clipboard and Ctrl V is pressed.
async fn paste_a_picture(window: &Window) {
    const PASTE: &str = r"
        const done = arguments[0];
        const canvas = document.createElement('canvas');
        canvas.width = 120; canvas.height = 80;
        const ink = canvas.getContext('2d');
        ink.fillStyle = '#7a9'; ink.fillRect(0, 0, 120, 80); ink.fillStyle = '#a33'; ink.fillRect(20, 20, 60, 30);
        canvas.toBlob((blob) => {
            const held = new DataTransfer();
            held.items.add(new File([blob], 'image.png', { type: 'image/png' }));
            const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: held });
            if (paste.clipboardData === null || paste.clipboardData.files.length === 0) Object.defineProperty(paste, 'clipboardData', { value: held });
            document.activeElement.dispatchEvent(paste);
            done(true);
        });";
    let pasted = window.client().execute_async(PASTE, vec![]).await;
    pasted.expect("pasted");
}

/// Who has a sample, pictures of it, and a change written on it.
async fn details(window: &Window) {
    press_css(window, "[data-name=samples] [data-name^=sample-]").await;
    window
        .waits_for("document.querySelector('dialog[open] [data-name=begin-lend]')")
        .await;
    paste_a_picture(window).await;
    press(window, "add-photos").await;
    window
        .waits_for("document.querySelector('dk-photo img')?.naturalWidth === 120")
        .await;
    press(window, "begin-lend").await;
    window.fill("loan.borrower", "孙立").await;
    window.fill("loan.purpose", "对色").await;
    press(window, "lend-sample").await;
    window.sees("孙立 借走").await;
    press(window, "begin-change-on-sample").await;
    window.fill("change.place", "第 8 页左下").await;
    window.fill("change.words", "电话改为 8899").await;
    press(window, "write-change").await;
    window.sees("没人签字").await;
    window.picture("9-details").await;
    window.press("Esc").await;
    window.dialog_closes().await;
    window.sees("上有 1 处更改没人签字").await;
    press_css(window, "[data-name=samples] [data-name^=sample-]").await;
    press_css(window, "[data-name^=sign-change-]").await;
    signs(window, "beside", "周敏").await;
    press(window, "sign-change").await;
    window
        .waits_for("document.querySelector('[data-name=changes]') && !document.querySelector('[data-name=changes] [data-name^=sign-change-]')")
        .await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

async fn lane_b(window: &Window) {
    to_samples(window, 3).await;
    press_css(window, "[data-field='lane.lane'] input[value=b]").await;
    press_css(window, "[data-field='lane.reason'] input[value=away]").await;
    press(window, "choose-lane").await;
    window.sees("不能转换，也不能进印能捷").await;
    press(window, "compare-proof").await;
    window.sees("打稿用的 1 个文件").await;
    press_css(window, "[data-field='proof.rip'] input[value=yes]").await;
    press(window, "print-proof").await;
    window.sees("喷墨稿不能经 RIP 或印能捷").await;
    window.picture("10-through-the-rip").await;
    press_css(window, "[data-field='proof.rip'] input[value=no]").await;
    press(window, "print-proof").await;
    window.sees("打稿文件已核对").await;
    press(window, "begin-dummy").await;
    press_css(window, "[data-field='dummy.bound'] input").await;
    press(window, "bind-dummy").await;
    window.sees("已装订，不散").await;
    press(window, "begin-answer").await;
    signs(window, "answer", "周敏").await;
    press(window, "answer-proof").await;
    window.sees("成为样本 Y-").await;
    window.picture("11-lane-b").await;
}

/// What is handed over goes with a slip that names proof, files and samples.
async fn handed_over(window: &Window) {
    stamped(window).await;
    window.press("Alt+5").await;
    window.fill("hand-over.department", "印前/工艺").await;
    window.fill("hand-over.content", "喷墨稿一套").await;
    press(window, "hand-over").await;
    press_css(window, "[data-name^=slip-]").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 1000")
        .await;
    window.picture("11-slip").await;
    window.press("Esc").await;
    window.dialog_closes().await;
    window.press("Alt+3").await;
}

async fn free_proof(window: &Window) {
    press(window, "ask-free-proof").await;
    window.fill("free-proof.content", "封面、内文各一套").await;
    window
        .fill("free-proof.reason", "客户在外地，打样寄看")
        .await;
    press(window, "request-free-proof").await;
    window.sees("待批准").await;
    press_css(window, "[data-name^=approve-free-]").await;
    signs(window, "free", "赵强").await;
    press(window, "approve-free-proof").await;
    window.sees("MD-").await;
    press_css(window, "[data-name^=cost-free-]").await;
    window.fill("free-proof.cost", "86.4").await;
    press(window, "record-free-cost").await;
    window.sees("成本 86.40 元").await;
    window.picture("12-free-proof").await;
    press_css(window, "[data-name^=open-free-]").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 0")
        .await;
    window.picture("13-free-proof-sheet").await;
    window.press("Esc").await;
    window.script("location.hash = '#/figures'", vec![]).await;
    window.sees("免费打样成本").await;
    window.sees("86.40").await;
    window.picture("14-costs").await;
}

/// A PDF of four pages of 210 × 285 mm with 3 mm of bleed.
fn a_customers_pdf() -> PathBuf {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    let kids: Vec<String> = (3..7).map(|page| format!("{page} 0 R")).collect();
    objects.push(format!(
        "<< /Type /Pages /Count 4 /Kids [{}] >>",
        kids.join(" ")
    ));
    objects.extend((0..4).map(|_| "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612.283 824.882] /TrimBox [8.504 8.504 603.779 816.378] /Resources << >> >>".to_owned()));
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
    let path = std::env::temp_dir().join(format!("岭南草木_内文_{}.pdf", std::process::id()));
    std::fs::write(&path, text).expect("the customer's file");
    path
}
