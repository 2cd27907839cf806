//! Customers whole and the settings, in the real window: a page by keyboard, what it proposes on an order, a table taken
//! over, a double merged, a rule set from a day on.

use docket_core::files::ContentStore;

use crate::first_start::open_the_house;
use crate::support::{Setup, Window, drive};

#[test]
fn clause_f7_06_a_customer_is_kept_whole_and_helps_with_its_next_order() {
    drive("customers", Setup::default(), async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        window.click("客户").await;
        window.sees("还没有客户").await;
        window.picture("1-empty").await;

        // A page by keyboard: the caret stands in the name.
        window.press("Ctrl+Enter").await;
        window.focuses("客户名称").await;
        window.types("深圳市彩源文化传播有限公司").await;
        press(&window, "add-contact").await;
        window.fill("contact:0.name", "王琳").await;
        window.fill("contact:0.phone", "0755-8600 1234").await;
        press(&window, "add-contact").await;
        window.fill("contact:1.name", "李伟").await;
        window.fill("contact:1.phone", "139 0000 0000").await;
        press(&window, "add-address").await;
        window
            .fill(
                "address:0.address",
                "深圳市南山区科技园南路 18 号 B 座 3 楼仓库",
            )
            .await;
        window.fill("customer.terms", "monthly_30").await;
        window.fill("customer.tolerance", "很多").await;
        window.press("Ctrl+Enter").await;
        window.sees("看不懂这个数").await;
        window.picture("2-refused-at-its-field").await;
        window.fill("customer.tolerance", "3").await;
        window.press("Ctrl+Enter").await;
        window.sees("潜在：还没有订单").await;
        window.sees("K-A0001").await;
        press(&window, "mark-established").await;
        window.sees("标为老客户").await;
        window.picture("3-page").await;

        // What is typed and not saved is there when one comes back.
        window.fill("customer.shortName", "彩源").await;
        window.click("订单").await;
        window.sees("还没有订单").await;
        window.click("客户").await;
        window.click("深圳市彩源文化传播有限公司").await;
        window.sees("有未保存的修改").await;
        assert_eq!(window.value("customer.shortName").await, "彩源");
        window.press("Ctrl+Enter").await;
        window.no_longer_sees("有未保存的修改").await;

        // A table with a double in it is taken over, and the double is merged.
        window.press("Esc").await;
        press(&window, "import-customers").await;
        fill_lines(
            &window,
            "import.text",
            &["客户名称,联系人", "彩源文化(深圳),陈工", ",没有名字"],
        )
        .await;
        press(&window, "import-look").await;
        window.sees("有问题 1").await;
        window.picture("4-import-refused").await;
        press(&window, "import-again").await;
        fill_lines(
            &window,
            "import.text",
            &["客户名称,联系人", "彩源文化(深圳),陈工"],
        )
        .await;
        press(&window, "import-look").await;
        window.sees("新增 1").await;
        press(&window, "import-take").await;
        window.no_longer_sees("批量导入客户").await;
        window.click("彩源文化(深圳)").await;
        press(&window, "merge-customer").await;
        window.fill("merge.into", "传播").await;
        window
            .waits_for("document.querySelectorAll('dk-merge [role=option]').length === 1")
            .await;
        window.press("Enter").await;
        window.sees("联系人 1 位").await;
        window.picture("5-merge").await;
        press(&window, "do-merge").await;
        window.sees("合并进来的客户").await;

        // The next order has what is usual with this customer, and says where it came from.
        window.press("Ctrl+N").await;
        window
            .waits_for("location.hash.startsWith('#/orders/draft/')")
            .await;
        window
            .fill("order.customer_id", "深圳市彩源文化传播有限公司")
            .await;
        window
            .waits_for(
                "document.querySelector('[data-field=\"order.contact\"] input')?.value === '王琳'",
            )
            .await;
        assert_eq!(window.value("product.tolerance").await, "3%");
        window.sees("来自客户").await;
        window.sees("开专票还缺").await;
        window.picture("6-proposed").await;
    });
}

#[test]
fn clause_f1_22_a_rule_is_set_from_a_day_on_and_keeps_its_history() {
    drive("settings", Setup::default(), async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        window.click("设置").await;
        window.sees("评审触发").await;
        window.picture("1-settings").await;
        press(&window, "change-review_amount_above").await;
        window.fill("value", "很多").await;
        press(&window, "save-setting").await;
        window.sees("看不懂这个数").await;
        window.sees("改设置要写明原因").await;
        window.picture("2-refused-at-the-field").await;
        window.fill("value", "3万").await;
        window.fill("from", "+5").await;
        window.fill("why", "年末产能紧").await;
        press(&window, "save-setting").await;
        window.sees("起改为 30,000.00").await;
        press(&window, "change-spoilage_bands").await;
        press(&window, "add-row").await;
        window.fill("value:1.quantity", "1万").await;
        for (column, text) in [
            ("colours", "0"),
            ("steps", "0"),
            ("fixed", "50"),
            ("percent", "3"),
            ("least", "100"),
        ] {
            window.fill(&format!("value:1.{column}"), text).await;
        }
        window.fill("why", "大批量").await;
        window.picture("3-spoilage").await;
        press(&window, "save-setting").await;
        window
            .waits_for(
                "document.querySelectorAll('[data-row=spoilage_bands] tbody tr').length === 2",
            )
            .await;
        the_terms_an_order_begins_with(&window).await;
        press(&window, "change-series-customer").await;
        window.fill("pattern", "K{0000}").await;
        window.fill("why", "短一点").await;
        press(&window, "save-series").await;
        window.sees("要有本台字母").await;
        window.fill("pattern", "K{D}{0000}").await;
        press(&window, "save-series").await;
        window.sees("KA0001").await;
        press(&window, "change-series-review").await;
        window.fill("pattern", "PS{YY}-{D}{000}").await;
        window.fill("from", "昨天").await;
        window.fill("why", "短一点").await;
        press(&window, "save-series").await;
        window.sees("规则只能从今天或以后开始").await;
        window.fill("from", "+5").await;
        press(&window, "save-series").await;
        window.sees("起改为 PS{YY}-{D}{000} · 每年 · 起始 1").await;
        window.sees("PS-2026-A0001").await;
        window.picture("4-series-from-a-day").await;
        press(&window, "change-stamp_closing").await;
        window.fill("value", "逾期须重新签样。").await;
        window.fill("why", "客户要求").await;
        press(&window, "save-setting").await;
        window
            .waits_for(
                "document.querySelector('[data-name=value-stamp_closing]')?.textContent.includes('逾期须重新签样。')",
            )
            .await;
        window.fill("process", "植绒").await;
        press(&window, "add-process").await;
        window.sees("植绒").await;
        window.picture("4-series-and-processes").await;
        by_keyboard(&window).await;
        own_words(&window).await;
        own_presets(&window).await;
        another_prepress_folder(&window).await;
        another_attachment_folder(&window).await;
        window.click("数字").await;
        window.sees("还没有数字").await;
        window.picture("5-figures-empty").await;
    });
}

/// The form offers the presses the house has, and no word its field would not take.
async fn own_words(window: &Window) {
    press(window, "change-offered_grammages").await;
    fill_lines(window, "value", &["157", "厚一点"]).await;
    window.fill("why", "常用的").await;
    press(window, "save-setting").await;
    window.sees("“厚一点”填不进这一栏").await;
    window.press("Esc").await;
    press(window, "change-offered_presses").await;
    fill_lines(window, "value", &["海德堡 CD102", "小森 S40"]).await;
    window.fill("why", "本厂的机台").await;
    window.picture("6-own-words").await;
    press(window, "save-setting").await;
    window
        .waits_for("document.querySelector('[data-row=offered_presses] .setting-value').textContent.includes('小森 S40')")
        .await;
    window.picture("7-word-lists").await;
}

/// A product the house makes every day is one line of its form.
async fn own_presets(window: &Window) {
    press(window, "change-part_presets").await;
    window
        .waits_for("document.querySelectorAll('dialog[open] [data-row^=row-]').length === 20")
        .await;
    window.picture("presets-parts").await;
    window.press("Esc").await;
    window.dialog_closes().await;
    press(window, "change-type_presets").await;
    press(window, "add-row").await;
    window.fill("value:17.type", "插卡").await;
    window.fill("value:17.single", "single").await;
    window.fill("value:17.size", "很大").await;
    window.fill("why", "天天做").await;
    press(window, "save-setting").await;
    window
        .waits_for("document.querySelector('[data-field=\"value:17.size\"]')?.classList.contains('has-problem')")
        .await;
    window.picture("presets-types").await;
    window.fill("value:17.size", "90x54").await;
    press(window, "save-setting").await;
    window.dialog_closes().await;
    window
        .waits_for(
            "document.querySelector('[data-row=type_presets] summary')?.innerText.includes('18')",
        )
        .await;
    window.picture("presets").await;
    window.press("Ctrl+N").await;
    window
        .waits_for("document.querySelector('dk-order-form [data-field=\"product.type\"]')")
        .await;
    window.fill("product.type", "插卡").await;
    window
        .waits_for(
            "document.querySelector('[data-field=\"product.size\"] input').value === '90 × 54'",
        )
        .await;
    window.picture("presets-filled").await;
    window.press("Esc").await;
    window.script("location.hash = '#/settings'", vec![]).await;
    window.sees("评审触发").await;
}

/// A rule is found by name, the arrow keys go from one to the next, and Esc leads back to the orders.
async fn by_keyboard(window: &Window) {
    let stands_on =
        |rule: &str| format!("document.activeElement?.dataset.name === 'change-{rule}'");
    window.press("Ctrl+G").await;
    window.focuses("找设置").await;
    window.types("不用就锁屏").await;
    window
        .waits_for("document.querySelector('dk-finder [aria-selected=true]')?.textContent.includes('不用就锁屏')")
        .await;
    window.press("Enter").await;
    window.waits_for(&stands_on("lock_after_minutes")).await;
    window.press("Up").await;
    window.waits_for(&stands_on("evidence_may_follow")).await;
    window.press("Down").await;
    window.waits_for(&stands_on("lock_after_minutes")).await;
    // What is typed in a dialog is there when one comes back from a call.
    window.press("Enter").await;
    window.fill("why", "前台有人").await;
    window.press("Ctrl+N").await;
    window
        .waits_for("location.hash.startsWith('#/orders/draft/') && !document.querySelector('dialog[open]')")
        .await;
    window.click("设置").await;
    window
        .waits_for("document.querySelector('dialog[open] [data-field=why]')")
        .await;
    assert_eq!(window.value("why").await, "前台有人");
    window.press("Esc").await;
    window.dialog_closes().await;
    window.press("Esc").await;
    window.waits_for("location.hash === '#/orders'").await;
    window.click("流程").await;
    window
        .waits_for("document.activeElement?.matches('a.flow-box')")
        .await;
    window.press("Right").await;
    window
        .waits_for("document.activeElement === document.querySelectorAll('a.flow-box')[1]")
        .await;
    window.sees("《预检记录》").await;
    window.picture("flow").await;
    window.press("Esc").await;
    window.waits_for("location.hash === '#/orders'").await;
    window.click("设置").await;
}

/// The share moves: checked to be writable first, with who and why, and remembered for the next start (S-4.1.4c).
async fn another_prepress_folder(window: &Window) {
    press(window, "change-prepress-folder").await;
    window.fill("prepress.folder", "印前").await;
    window.fill("prepress.why", "换服务器").await;
    press(window, "save-prepress-folder").await;
    window.sees("文件夹要写完整路径").await;
    let other = window.data().join("新印前");
    let other = other.to_str().expect("a path in words");
    window.fill("prepress.folder", other).await;
    press(window, "save-prepress-folder").await;
    window.sees("已换到新文件夹").await;
    window
        .waits_for(
            "document.querySelector('#settings-prepress .trail')?.innerText.includes('换服务器')",
        )
        .await;
    window
        .script(
            "document.querySelector('#settings-prepress').scrollIntoView({ block: 'center' })",
            vec![],
        )
        .await;
    window.picture("prepress-folder").await;
    let remembered = std::fs::read_to_string(window.data().join("desk.json")).unwrap();
    assert!(remembered.contains("新印前"), "{remembered}");
}

/// The attachment folder moves: chosen in the dialog of the system, remembered with the one of before, and what lies there is
/// brought along (S-4.1.1b).
async fn another_attachment_folder(window: &Window) {
    let old = window.data().join("attachments");
    let kept = ContentStore::open(&old)
        .keep_bytes("一份旧单据".as_bytes())
        .unwrap();
    press(window, "change-attachments-folder").await;
    press(window, "pick-folder").await;
    window
        .waits_for("document.querySelector('[name=\"attachments.folder\"] input, input[name=\"attachments.folder\"]')?.value.endsWith('选中的文件夹')")
        .await;
    window.picture("attachment-folder-dialog").await;
    press(window, "save-attachments-folder").await;
    window.sees("写明原因").await;
    window.fill("attachments.why", "附件搬到服务器").await;
    press(window, "save-attachments-folder").await;
    window.sees("还有 1 个文件").await;
    let new = window.data().join("选中的文件夹");
    let remembered = || std::fs::read_to_string(window.data().join("desk.json")).unwrap();
    let now: serde_json::Value = serde_json::from_str(&remembered()).unwrap();
    assert_eq!(now["attachments"], new.to_str().unwrap());
    assert_eq!(now["formerAttachments"][0], old.to_str().unwrap());
    window
        .script(
            "document.querySelector('#settings-attachments').scrollIntoView({ block: 'center' })",
            vec![],
        )
        .await;
    window.picture("former-attachment-folder").await;
    press(window, "bring-attachments").await;
    press(window, "bring-attachments-now").await;
    window.sees("1 个文件已搬好，以前的文件夹不再用了").await;
    window
        .waits_for("!document.querySelector('dk-former-folders')")
        .await;
    ContentStore::open(&new)
        .read(&kept.sha256)
        .expect("brought along");
    assert!(ContentStore::open(&old).path_of(&kept.sha256).is_err());
    let now: serde_json::Value = serde_json::from_str(&remembered()).unwrap();
    assert_eq!(now["formerAttachments"], serde_json::json!([]));
}

/// Types several lines, with Enter between them.
async fn fill_lines(window: &Window, field: &str, lines: &[&str]) {
    let (first, rest) = lines.split_first().expect("a first line");
    window.fill(field, first).await;
    for line in rest {
        window.press("Enter").await;
        window.types(line).await;
    }
}

/// Presses the button of this name, once it can be pressed.
async fn press(window: &Window, name: &str) {
    let css = format!("[data-name=\"{name}\"]:not([disabled], [aria-disabled=true])");
    let there = serde_json::Value::from(css);
    window
        .waits_for(&format!("document.querySelector({there})"))
        .await;
    window.script("const it = document.querySelector(arguments[0]); it.scrollIntoView({ block: 'center' }); it.focus(); it.click();", vec![there]).await;
}

/// 付款方式 of a new order: shares that are not the whole are said so, and what is set is where an order begins (F1-22).
async fn the_terms_an_order_begins_with(window: &Window) {
    press(window, "change-usual_terms").await;
    window.fill("value:0.percent", "30").await;
    window.fill("why", "新客户先付三成").await;
    press(window, "save-setting").await;
    window.sees("各期要合计 100%").await;
    window.fill("value:1.percent", "70").await;
    window.fill("value:1.due", "月结").await;
    window.fill("value:1.days", "60").await;
    window.picture("3-usual-terms").await;
    press(window, "save-setting").await;
    window
        .waits_for(
            "document.querySelector('[data-row=usual_terms] tbody')?.innerText.includes('月结')",
        )
        .await;
    window.picture("3-usual-terms-set").await;
}
