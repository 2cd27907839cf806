//! The tour: one phone order driven through the real window, from first start to a print that is found outdated.
//! Its pictures and papers are what `cargo xtask run` shows where there is no display.

use std::path::PathBuf;

use crate::past;
use crate::support::{Setup, Window, drive, own_database};
use crate::today;

const PASSWORD: &str = "岭南草木2026";
const PIN: &str = "2468";

#[test]
fn tour() {
    drive(
        "tour",
        Setup {
            picks: the_customers_pdfs("tour"),
            ..Setup::default()
        },
        the_eight_steps,
    );
}

#[test]
fn tour_on_postgres() {
    let Some(database) = own_database() else {
        return;
    };
    drive(
        "tour_postgres",
        Setup {
            database: Some(database),
            picks: the_customers_pdfs("tour_postgres"),
        },
        the_eight_steps,
    );
}

async fn the_eight_steps(window: Window) {
    an_issued_sheet(&window).await;
    let code = print(&window, 1).await;
    change(&window).await;
    print(&window, 2).await;
    verify(&window, &code).await;
    fourth_place(&window).await;
    past::looked_back_on(&window).await;
    papers_are_kept(&window);
}

/// An order that was issued and printed once; answers number and check code of the print.
pub async fn issued_and_printed(window: &Window) -> String {
    an_issued_sheet(window).await;
    print(window, 1).await
}

/// The first six steps: an order whose task sheet is issued and not printed yet. The house's first order is number 1.
pub async fn an_issued_sheet(window: &Window) {
    first_start(window).await;
    phone_order(window).await;
    read_back(window).await;
    receive_a_file(window).await;
    stamp_a_sample(window).await;
    review(window).await;
    issue(window).await;
}

/// 1. The house, its administrator who is the assistant, and the people who sign.
pub async fn first_start(window: &Window) {
    window.sees("启用印单").await;
    for (path, text) in [
        ("house", "岭南彩印有限公司"),
        ("deskLetter", "A"),
        ("administrator.name", "林晓梅"),
        ("administrator.password", PASSWORD),
        ("administrator.pin", PIN),
    ] {
        window.fill(path, text).await;
    }
    for (row, name) in ["周敏", "何静", "钱芳", "孙立", "陈刚"]
        .into_iter()
        .enumerate()
    {
        window.fill(&format!("people.{row}.name"), name).await;
        window.fill(&format!("people.{row}.pin"), PIN).await;
    }
    window.pictures("1-first-start").await;
    press(window, "begin").await;
    window.sees("还没有订单").await;
    window.pictures("2-orders-empty").await;
}

/// 2. A case-bound book of four components, typed as it is said on the phone.
async fn phone_order(window: &Window) {
    window.press("Ctrl+N").await;
    window
        .waits_for("location.hash.startsWith('#/orders/draft/')")
        .await;
    window
        .fill("order.customer_id", "深圳市彩源文化传播有限公司")
        .await;
    press(window, "new-customer").await;
    window.fill("new-customer.contact", "王琳").await;
    window.fill("new-customer.phone", "0755-8600 1234").await;
    window
        .fill("new-customer.address", "深圳市南山区科技园南路 18 号")
        .await;
    press(window, "add-new-customer").await;
    for (path, text) in [
        ("order.contact", "王琳"),
        ("order.sales_rep_id", "周敏"),
        ("order.requested_date", "+10"),
        ("order.confirmed_date", "+10"),
        ("order.unit_price", "43.2"),
        ("product.name", "《岭南草木》精装画册"),
        ("product.size", "210x285"),
        ("product.quantity", "2千"),
        ("product.binding", "精装(方脊)"),
    ] {
        window.fill(path, text).await;
    }
    let components: [&[(&str, &str)]; 4] = [
        &[
            ("name", "封面"),
            ("pages", "4"),
            ("grade", "铜版纸"),
            ("grammage", "157"),
            ("colours", "4+0"),
            ("work_style", "单面印"),
            ("sides", "单面"),
            ("spots_front", "PANTONE 871 C"),
            ("parent_size", "787x1092"),
            ("cuts", "2"),
            ("press_size", "540x740"),
            ("pages_per_side", "2"),
        ],
        &[
            ("name", "灰板"),
            ("grade", "灰板"),
            ("colours", "0+0"),
            ("work_style", "不印刷"),
            ("caliper", "2.5mm"),
            ("per_product", "2"),
            ("parent_size", "889x1194"),
            ("cuts", "1"),
            ("number_up", "8"),
        ],
        &[
            ("name", "环衬"),
            ("pages", "8"),
            ("grade", "特种纸"),
            ("grammage", "140"),
            ("colours", "0+0"),
            ("work_style", "不印刷"),
            ("parent_size", "889x1194"),
            ("cuts", "4"),
            ("pages_per_side", "4"),
        ],
        &[
            ("name", "内文"),
            ("pages", "120"),
            ("grade", "哑粉纸"),
            ("grammage", "157"),
            ("colours", "4+4"),
            ("work_style", "正反印"),
            ("sides", "双面"),
            ("parent_size", "889x1194"),
            ("cuts", "2"),
            ("bleed", "3"),
            ("press_size", "590x880"),
            ("pages_per_side", "8"),
        ],
    ];
    for (index, component) in components.iter().enumerate() {
        let key = if index == 0 {
            "c1".to_owned()
        } else {
            add_row(window, "component").await
        };
        open_detail(window, &key).await;
        for (field, text) in *component {
            window.fill(&format!("component:{key}.{field}"), text).await;
        }
    }
    // Told last, the type adds nothing: its usual components are only for a list that is still empty.
    window.fill("product.type", "画册").await;
    let film = add_row(window, "finishing").await;
    for (field, text) in [("process", "覆哑膜"), ("face", "正面"), ("made_by", "发外")] {
        window
            .fill(&format!("finishing:{film}.{field}"), text)
            .await;
    }
    for (path, text) in [
        ("drop:d1.date", "+8"),
        ("drop:d1.quantity", "500"),
        ("drop:d1.address", "深圳市南山区科技园南路 18 号"),
    ] {
        window.fill(path, text).await;
    }
    let second = add_row(window, "drop").await;
    for (field, text) in [("date", "+10"), ("quantity", "1500"), ("address", "自提")] {
        window.fill(&format!("drop:{second}.{field}"), text).await;
    }
    // 7 × 2000 + 1 × 1000 and their spoilage: the worked example of the part form.
    window.sees("15,750").await;
    window.sees("86,400.00").await;
    // The caret was moved on after the new customer: it must not have eaten a key.
    assert_eq!(window.value("order.contact").await, "王琳");
    assert_eq!(window.value("order.customer_po").await, "");
    window.pictures("3-phone-order").await;
    press(window, "register").await;
    window.sees("OD-").await;
    window
        .waits_for("/^#\\/orders\\/\\d+$/.test(location.hash)")
        .await;
    window.sees("下单前检查").await;
    window.pictures("4-order-page").await;
}

/// 3. The record sheet, and the customer's answer to what was read back.
async fn read_back(window: &Window) {
    press(window, "record-sheet").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 0")
        .await;
    window.pictures("5-record-sheet").await;
    window.press("Esc").await;
    window.fill("confirmation.who", "王琳").await;
    // Enter too early records nothing: what the customer said is chosen.
    window.press("Enter").await;
    window.sees("念完再选").await;
    press_css(window, "[data-field='verify.all'] input").await;
    window.click("同意").await;
    press(window, "record-confirmation").await;
    window.sees("要求已确认").await;
    window.pictures("6-read-back").await;
    // All of it can be made: one key.
    press(window, "audit-material").await;
    window.sees("资料审核过了").await;
}

/// 4. The customer's PDFs for cover and text block, read in the helper process.
async fn receive_a_file(window: &Window) {
    window.sees("还没收到文件：封面、内文").await;
    window.press("Alt+2").await;
    press(window, "pick").await;
    window.fill("file.0.component", "封面").await;
    window.fill("file.1.component", "内文").await;
    window.fill("file.fromWhom", "王琳").await;
    press(window, "receive-file").await;
    window
        .waits_for("document.querySelectorAll('[data-name=files] [data-row]').length === 2")
        .await;
    window
        .waits_for("document.querySelector('[data-name=files]')?.innerText.includes('210')")
        .await;
    window.pictures("7-file").await;
    // What would go wrong in print stands beside its pages.
    press_css(
        window,
        "[data-name=files] tbody:last-of-type [data-name^=look-]",
    )
    .await;
    window
        .waits_for("document.querySelector('[data-name=preflight] li[data-finding]')")
        .await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 0")
        .await;
    window.pictures("7-preflight").await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

/// 5. A sample of the customer's, stamped.
async fn stamp_a_sample(window: &Window) {
    window.press("Alt+3").await;
    window.fill("sample.type", "colour").await;
    window.fill("sample.source", "customer").await;
    window.fill("sample.description", "客户色样一张").await;
    press(window, "register-sample").await;
    window
        .waits_for("document.querySelector('[data-name^=stamp-sample-]')")
        .await;
    press_css(window, "[data-name^=stamp-sample-]").await;
    window.click("业务员").await;
    sign(window, "stamp", "周敏").await;
    window.pictures("8-stamp").await;
    press(window, "stamp-sample").await;
    window.dialog_closes().await;
    window.sees("Y-").await;
    window.pictures("9-samples").await;
}

/// 6. Production and quality review it: 精装 and above 50,000.00.
async fn review(window: &Window) {
    window.press("Alt+4").await;
    for (department, name) in [("production", "孙立"), ("quality", "陈刚")] {
        press_css(window, &format!("[data-name=open-review][data-department={department}], [data-name=opinion-{department}]")).await;
        window.fill("opinion.opinion", "工艺成熟，可行").await;
        sign(window, "opinion", name).await;
        press(window, "record-opinion").await;
        window.dialog_closes().await;
    }
    window
        .fill("review.route", "印刷 → 覆哑膜 → 锁线 → 精装")
        .await;
    press(window, "save-route").await;
    press_css(window, "input[type=radio][value=accepted]").await;
    press(window, "conclude-review").await;
    window.sees("PS-").await;
    window.pictures("10-review").await;
    // 订单评审表, as it goes to paper.
    press(window, "review-form").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 0")
        .await;
    window.pictures("10-review-form").await;
    window.press("Esc").await;
    window.dialog_closes().await;
}

/// 7. 86,400.00 is approved before it takes effect; then 审核, and the task sheet.
async fn issue(window: &Window) {
    window.press("Alt+5").await;
    sign(window, "effect", "何静").await;
    press(window, "approve-effect").await;
    window.sees("已生效").await;
    window.compares_the_sample().await;
    window.pictures("10-three-way").await;
    today::one_step_from_green(window, "岭南草木").await;
    sign(window, "check", "周敏").await;
    press(window, "check-order").await;
    window
        .waits_for("document.querySelector('[data-name=issue-sheet]:not([disabled])')")
        .await;
    window.pictures("11-green").await;
    today::ready_for_its_sheet(window).await;
    window.press("Ctrl+Enter").await;
    window.sees("RW-").await;
    window
        .waits_for("document.querySelector('dk-pages img')?.naturalWidth > 0")
        .await;
    window.pictures("12-task-sheet").await;
}

/// The first print; answers its number and check code.
async fn print(window: &Window, prints: usize) -> String {
    window.fill("print.holder", "生产联").await;
    // Also where the machine has a printer, this print is saved.
    window.fill("print.printer", "不打印，另存为 PDF").await;
    press(window, "print-sheet").await;
    window
        .waits_for(&format!(
            "document.querySelectorAll('[data-name=prints] code').length === {prints}"
        ))
        .await;
    window.pictures(&format!("13-printed-{prints}")).await;
    // The newest print stands first; its number holds digits that look like a code.
    let script = "const number = document.body.innerText.match(/RW-\\d{4}-A\\d{6}/)[0]; return `${number} ${document.querySelector('[data-name=prints] code').textContent}`;";
    window
        .script(script, vec![])
        .await
        .as_str()
        .expect("number and code")
        .to_owned()
}

/// 8. Another paper for the text block waits for finance, then stands as 改1.
async fn change(window: &Window) {
    press(window, "begin-change").await;
    // Which field changes is asked by name.
    window.fill("change.find", "内文 纸张品名").await;
    window.press("Enter").await;
    window
        .waits_for("document.activeElement?.closest('[data-field$=\".grade\"]')")
        .await;
    let text_block = window
        .script(
            "return [...document.querySelectorAll('[data-row^=c]')].at(-1).dataset.row",
            vec![],
        )
        .await;
    let text_block = text_block.as_str().expect("the text block").to_owned();
    open_detail(window, &text_block).await;
    window
        .fill(&format!("component:{text_block}.grade"), "双胶纸")
        .await;
    window.sees("1 处").await;
    // The telephone rings: another step is looked at, and nothing typed is lost.
    window.press("Alt+6").await;
    window.no_longer_sees("这次更改").await;
    window.press("Alt+5").await;
    press(window, "begin-change").await;
    window.sees("1 处").await;
    window.fill("change.reason", "客户改用双胶纸").await;
    window.sees("财务").await;
    window.fill("change.pin", PIN).await;
    window.pictures("14-change").await;
    press(window, "propose-change").await;
    window
        .waits_for("document.querySelector('[data-name^=approve-]')")
        .await;
    press_css(window, "[data-name^=approve-][data-name$=cost]").await;
    sign(window, "change-act", "钱芳").await;
    press(window, "approve-change").await;
    window.sees("V1·改1").await;
    window.pictures("15-changed").await;
}

/// The earlier print is 已过时.
async fn verify(window: &Window, code: &str) {
    window.script("location.hash = '#/verify'", vec![]).await;
    window.fill("print", code).await;
    press(window, "verify").await;
    window.sees("已过时").await;
    window.pictures("16-verify").await;
}

/// The fourth changed place makes V2 by itself, checked anew; V1 with its change is void (S-4.4.2b).
async fn fourth_place(window: &Window) {
    window.script("history.back()", vec![]).await;
    window
        .waits_for("document.querySelector('dk-order [data-step]')")
        .await;
    window.press("Alt+5").await;
    press(window, "begin-change").await;
    window
        .waits_for("document.querySelector('dk-change-form dk-order-form .form-row[data-row^=c]')")
        .await;
    let keys = window
        .script(
            "const rows = [...document.querySelectorAll('dk-change-form .form-row[data-row^=c]')]; return [rows[0].dataset.row, rows.at(-1).dataset.row]",
            vec![],
        )
        .await;
    let key = |at: usize| keys[at].as_str().unwrap_or_default().to_owned();
    let (cover, text_block) = (key(0), key(1));
    open_detail(window, &cover).await;
    open_detail(window, &text_block).await;
    for (path, text) in [
        (format!("component:{cover}.grade"), "特种纸"),
        (format!("component:{cover}.grammage"), "200"),
        (format!("component:{text_block}.grammage"), "140"),
    ] {
        window.fill(&path, text).await;
    }
    // Three places, and the one of 改1.
    window.sees("4 处").await;
    window.sees("将开立新版").await;
    window.fill("change.reason", "客户要求改用特种纸").await;
    window.fill("change.pin", PIN).await;
    window.pictures("17-fourth-place").await;
    press(window, "propose-change").await;
    for (authority, name) in [("cost", "钱芳"), ("check", "周敏")] {
        press_css(
            window,
            &format!("[data-name^=approve-][data-name$={authority}]"),
        )
        .await;
        sign(window, "change-act", name).await;
        press(window, "approve-change").await;
        window.dialog_closes().await;
    }
    window
        .waits_for("document.querySelector('[data-name=states] tbody tr:last-child')?.innerText.includes('V2')")
        .await;
    window
        .waits_for("[...document.querySelectorAll('[data-name=states] tbody tr')].filter((row) => row.innerText.includes('作废')).length === 2")
        .await;
    window
        .waits_for("document.querySelector('dk-pages img')?.naturalWidth > 0")
        .await;
    window.pictures("18-new-version").await;
}

/// Both prints lie where they were saved.
fn papers_are_kept(window: &Window) {
    let names: Vec<String> = std::fs::read_dir(window.album())
        .expect("the album")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("生产任务书-RW-") && name.ends_with(".pdf"))
        .collect();
    for part in ["V1-第1次打印", "V1-改1-第1次打印"] {
        assert!(
            names.iter().any(|name| name.contains(part)),
            "{part} among {names:?}"
        );
    }
}

/// Signs with somebody's PIN, once the sign box knows who may.
pub async fn sign(window: &Window, sign_box: &str, name: &str) {
    window
        .waits_for(&format!("[...document.querySelectorAll('option')].some((it) => it.textContent.includes('{name}'))"))
        .await;
    window.fill(&format!("{sign_box}.person"), name).await;
    window.fill(&format!("{sign_box}.pin"), PIN).await;
}

/// Presses what bears that hook.
pub async fn press(window: &Window, name: &str) {
    press_css(
        window,
        &format!("[data-name=\"{name}\"]:not([disabled], [aria-disabled=true])"),
    )
    .await;
}

pub async fn press_css(window: &Window, css: &str) {
    let there = serde_json::Value::from(css);
    window
        .waits_for(&format!("document.querySelector({there})"))
        .await;
    window.script("const it = document.querySelector(arguments[0]); it.scrollIntoView({ block: 'center' }); it.focus(); it.click();", vec![there]).await;
}

/// Adds a row, waits until the caret stands in it, as a person does, and answers its key.
pub async fn add_row(window: &Window, level: &str) -> String {
    let last = format!(
        "([...document.querySelectorAll('[data-row^={}]')].at(-1)?.dataset.row ?? '')",
        &level[..1]
    );
    let before = window.script(&format!("return {last}"), vec![]).await;
    press(window, &format!("add-{level}")).await;
    window
        .waits_for(&format!(
            "{last} !== {before} && document.activeElement?.closest(`[data-row=${{{last}}}]`)"
        ))
        .await;
    let key = window.script(&format!("return {last}"), vec![]).await;
    key.as_str().expect("a key").to_owned()
}

pub async fn open_detail(window: &Window, key: &str) {
    window
        .waits_for(&format!(
            "document.querySelector('[data-name=detail-{key}]')"
        ))
        .await;
    window.script("const it = document.querySelector(`[data-name=detail-${arguments[0]}]`); if (it.getAttribute('aria-expanded') !== 'true') it.click();", vec![key.into()]).await;
}

/// The cover and the text block, as a customer sends them.
pub fn the_customers_pdfs(name: &str) -> Vec<PathBuf> {
    let named = |part: &str| format!("岭南草木_{part}_{name}");
    vec![
        written_pdf(&named("封面"), 4, (210.0, 285.0), Some("PANTONE#20871#20C")),
        a_pdf(&named("内文"), 120, (210.0, 285.0)),
    ]
}

/// A PDF of so many empty pages of this size, in millimetres, with 3 mm of bleed around it.
pub fn a_pdf(name: &str, pages: usize, size: (f64, f64)) -> PathBuf {
    written_pdf(name, pages, size, None)
}

/// The same, each page with a field of a spot where one is named.
fn written_pdf(
    name: &str,
    pages: usize,
    (width, height): (f64, f64),
    spot: Option<&str>,
) -> PathBuf {
    let inked = match spot {
        None => "/Resources << >>".to_owned(),
        Some(spot) => format!(
            "/Resources << /ColorSpace << /S [/Separation /{spot} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0.2 0.6 0.3] /N 1 >>] >> >> /Contents {} 0 R",
            pages + 3
        ),
    };
    let points = |length: f64| format!("{:.3}", length * 72.0 / 25.4);
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /TrimBox [{} {} {} {}] {inked} >>",
        points(width + 6.0),
        points(height + 6.0),
        points(3.0),
        points(3.0),
        points(width + 3.0),
        points(height + 3.0)
    );
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 3)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Count {pages} /Kids [{}] >>",
            kids.join(" ")
        ),
    ];
    objects.extend((0..pages).map(|_| page.clone()));
    if spot.is_some() {
        let drawn = "/S cs 1 scn 100 100 300 300 re f";
        let length = drawn.len();
        objects.push(format!(
            "<< /Length {length} >>\nstream\n{drawn}\nendstream"
        ));
    }
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
    let path = std::env::temp_dir().join(format!("{name}_{}.pdf", std::process::id()));
    std::fs::write(&path, text).expect("the customer's file");
    path
}

/// Receives what is picked, each for the component it is proposed for, and waits until it was preflighted.
pub async fn receive_files(window: &Window) {
    window.press("Alt+2").await;
    press(window, "pick").await;
    window
        .waits_for("document.querySelector('[data-name=receive-file]')")
        .await;
    press(window, "receive-file").await;
    window
        .waits_for("!['还没收到文件', '还没预检'].some((words) => document.body.innerText.includes(words)) && document.querySelector('[data-name=files] [data-row]')")
        .await;
}
