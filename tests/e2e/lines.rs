//! The lines of an order in the real window: a name card in one line, a book from a spreadsheet, forms put in by hand, and the
//! answers a customer wants on the phone.

use serde_json::json;

use crate::support::{Setup, Window, drive};

/// A component table of eight lines as a spreadsheet puts it on the clipboard.
const BOOK: &str = "部件\tP数\t用纸\t克重\t印色\t印刷方式\t单面P数\t开数\t供应商\n\
护封\t2\t铜版纸\t157\t4+0\t单面印\t1\t2\t金东\n\
封面\t4\t铜版纸\t250\t4+4\t正反印\t2\t2\t金东\n\
环衬\t8\t特种纸\t140\t0+0\t不印刷\t4\t4\t\n\
扉页\t4\t双胶纸\t120\t1+1\t正反印\t2\t2\t\n\
内文\t120\t哑粉纸\t157\t4+4\t正反印\t8\t2\t太空梭\n\
彩插\t16\t铜版纸\t157\t4+4\t正反印\t8\t2\t\n\
插页\t四\t双胶纸\t100\t很多\t正反印\t4\t2\t\n\
腰封\t2\t特种纸\t120\t2+0\t单面印\t1\t4\t\n";

#[test]
fn clause_f7_02_lines_are_told_pasted_put_in_by_hand_and_answered() {
    drive("lines", Setup::default(), async |window| {
        enter_practice(&window).await;
        a_name_card(&window).await;
        a_book_from_a_spreadsheet(&window).await;
        forms_by_hand(&window).await;
        services(&window).await;
    });
}

pub async fn enter_practice(window: &Window) {
    window.sees("启用印单").await;
    window.click("打开练习库").await;
    window.sees("练习库里每个人的密码都是 lianxi").await;
    window.fill("姓名", "林晓梅").await;
    window.fill("密码", "lianxi").await;
    window.press("Enter").await;
    window
        .waits_for("document.querySelector('.window.is-practice dk-today')")
        .await;
}

pub async fn new_order(window: &Window) {
    let before = window.script("return location.hash", vec![]).await;
    window.press("Ctrl+N").await;
    window
        .waits_for(&format!(
            "location.hash.startsWith('#/orders/draft/') && location.hash !== {before}"
        ))
        .await;
    window
        .waits_for("document.querySelector('[data-field=\"product.type\"] input')")
        .await;
}

/// One line, no table; the type filled what was empty and one undo takes it back.
async fn a_name_card(window: &Window) {
    new_order(window).await;
    window.fill("product.name", "王琳名片").await;
    window.fill("product.quantity", "500").await;
    window.fill("product.type", "名片").await;
    window.sees("惯例填上空栏").await;
    assert_eq!(window.value("product.size").await, "90 × 54");
    window
        .waits_for("document.querySelector('.form-line.is-single')")
        .await;
    window.click("撤销").await;
    window
        .waits_for("document.querySelector('[data-field=\"product.size\"] input').value === ''")
        .await;
    window.fill("product.type", "").await;
    window.fill("product.type", "名片").await;
    window
        .waits_for("document.querySelector('.form-line.is-single')")
        .await;
    let row = window
        .script(
            "return document.querySelector('.form-row').dataset.row",
            vec![],
        )
        .await;
    let row = row.as_str().unwrap_or_default().to_owned();
    for (field, text) in [
        ("grade", "铜版纸"),
        ("grammage", "300"),
        ("colours", "4+4"),
        ("number_up", "10"),
    ] {
        window.fill(&format!("component:{row}.{field}"), text).await;
    }
    // 0.09 × 0.054 m² × 300 g = 1.458 g; four working days.
    window.sees("1.5 g").await;
    assert_eq!(
        window.count("[data-answer=earliest_date] summary b").await,
        1
    );
    stays_within(window).await;
    centre(window, ".form-line.is-single").await;
    window.picture("name-card").await;
    press(window, "open-components").await;
    window
        .waits_for("document.querySelector('.form-line.is-component')")
        .await;
}

/// A block is recognised by its head; what is not understood is marked, nothing is dropped, one undo takes it back.
async fn a_book_from_a_spreadsheet(window: &Window) {
    new_order(window).await;
    window.fill("product.name", "《岭南草木》精装画册").await;
    window.fill("product.size", "210x285").await;
    window.fill("product.quantity", "2000").await;
    window.fill("product.binding", "精装(方脊)").await;
    window.script(
        "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
         document.querySelector('.components [data-field$=\".name\"] input').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));",
        vec![json!(BOOK)],
    ).await;
    window.sees("粘贴的表格：8 行 × 9 列").await;
    // The undo of the name card is gone by then: there is one to press.
    window.no_longer_sees("惯例填上空栏").await;
    window.sees("有 1 格看不懂").await;
    centre(window, "dk-paste-preview").await;
    window.picture("pasted-block").await;
    stays_within(window).await;
    press(window, "paste-fill").await;
    window.sees("已填入 8 个部件").await;
    assert_eq!(window.count(".form-line.is-component").await, 8);
    window.click("撤销").await;
    window
        .waits_for("document.querySelectorAll('.form-line.is-component').length === 1")
        .await;
    window.script(
        "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
         document.querySelector('.components').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));",
        vec![json!(BOOK)],
    ).await;
    press(window, "paste-fill").await;
    window
        .waits_for("document.querySelectorAll('.form-line.is-component').length === 8")
        .await;
    let fold = "document.querySelectorAll('.form-rows.is-component [data-name^=detail-]').forEach((each) => each.click())";
    window.script(fold, vec![]).await;
    // A column without a field joins the remark.
    window
        .waits_for("[...document.querySelectorAll('[data-field$=\".remark\"] input')].some((each) => each.value.includes('供应商 太空梭'))")
        .await;
    window.script(fold, vec![]).await;
    window
        .waits_for("document.querySelector('.row-detail') === null")
        .await;
    // 7 × 2000 + 1 × 1000 and their spoilage: the worked example of the part form.
    window.sees("15,750").await;
    stays_within(window).await;
    centre(window, ".form-rows.is-component").await;
    window.picture("book-of-eight").await;
}

/// The worked example: form 3 prints 3,000, so 16,800 sheets in all; Alt R takes it back.
async fn forms_by_hand(window: &Window) {
    let key = window
        .script(
            "return [...document.querySelectorAll('.form-row[data-row]')].find((row) => row.querySelector('[data-field$=\".name\"] input').value === '内文').dataset.row",
            vec![],
        )
        .await;
    let key = key.as_str().unwrap_or_default().to_owned();
    press(window, &format!("detail-{key}")).await;
    let cell = format!("component:{key}.form_table#3.sheets");
    window.fill(&cell, "3000").await;
    window.sees("16,800").await;
    window.sees("算得 2,000").await;
    window.press("Alt+r").await;
    window.sees("15,750").await;
    window.no_longer_sees("算得 2,000").await;
    let total = format!("component:{key}.parent_sheets");
    window.fill(&total, "8000").await;
    window.sees("算得 7,875").await;
    window.fill(&cell, "2100").await;
    window.sees("算得 2,000").await;
    stays_within(window).await;
    centre(window, ".sheets").await;
    window.picture("forms-by-hand").await;
    centre(window, ".forms-table").await;
    window.picture("forms-table").await;
    let back = format!("back-component:{key}.parent_sheets");
    press(window, &back).await;
    window.no_longer_sees("算得 7,9").await;
}

/// A service beside the product: its amount joins the order's.
async fn services(window: &Window) {
    window.fill("order.unit_price", "43.2").await;
    press(window, "add-service").await;
    window
        .waits_for("document.activeElement?.closest('.is-service')")
        .await;
    window.types("设计费").await;
    let amount = window
        .script(
            "return document.querySelector('.is-service [data-field$=\".amount\"]').dataset.field",
            vec![],
        )
        .await;
    window
        .fill(amount.as_str().unwrap_or_default(), "800")
        .await;
    // 2,000 × 43.20 + 800.00.
    window.sees("87,200.00").await;
    window
        .script(
            "document.querySelectorAll('details.answer').forEach((each) => { each.open = true; })",
            vec![],
        )
        .await;
    centre(window, ".form-rows.is-service").await;
    window.picture("services-and-answers").await;
    stays_within(window).await;
}

/// Nothing scrolls sideways at the house's 1366 × 768.
async fn stays_within(window: &Window) {
    let wide = window
        .script(
            "return [...document.querySelectorAll('.screen, dk-order-form, .card, .order-side')].filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.className)",
            vec![],
        )
        .await;
    assert_eq!(wide, json!([]), "something scrolls sideways");
}

async fn centre(window: &Window, css: &str) {
    window
        .script(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })",
            vec![json!(css)],
        )
        .await;
}

/// Presses the button of this name, wherever the page has scrolled to.
async fn press(window: &Window, name: &str) {
    window
        .waits_for(&format!(
            "document.querySelector('[data-name=\"{name}\"]:not([disabled])')"
        ))
        .await;
    window
        .script(
            "const it = document.querySelector(`[data-name=\"${arguments[0]}\"]`); it.scrollIntoView({ block: 'center' }); it.focus(); it.click();",
            vec![json!(name)],
        )
        .await;
}
