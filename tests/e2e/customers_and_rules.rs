//! Customers whole and the settings, in the real window: a page by keyboard, what it proposes on an order, a table taken
//! over, a double merged, a rule set from a day on.

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
        press(&window, "change-series-customer").await;
        window.fill("pattern", "K{0000}").await;
        window.fill("why", "短一点").await;
        press(&window, "save-series").await;
        window.sees("要有本台字母").await;
        window.fill("pattern", "K{D}{0000}").await;
        press(&window, "save-series").await;
        window.sees("KA0001").await;
        window.fill("process", "覆哑膜").await;
        press(&window, "add-process").await;
        window.sees("覆哑膜").await;
        window.picture("4-series-and-processes").await;
        window.click("数字").await;
        window.sees("还没有数字").await;
        window.picture("5-figures-empty").await;
    });
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
