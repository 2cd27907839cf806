//! The kinds of orders in the real window: a presale taken with everything open, made an order in two parts, the first of
//! which goes to the plant; and goods for the house's own stock.

use crate::support::{Setup, Window, drive, own_database};
use crate::tour::{a_pdf, first_start, open_detail, press, press_css, receive_files, sign};

#[test]
fn clause_f4_3d_a_presale_becomes_orders_and_stock_is_estimated() {
    a_presale_and_stock("kinds", None);
}

#[test]
fn clause_f4_3d_a_presale_becomes_orders_and_stock_is_estimated_on_postgres() {
    if let Some(database) = own_database() {
        a_presale_and_stock("kinds_postgres", Some(database));
    }
}

fn a_presale_and_stock(name: &str, database: Option<String>) {
    let setup = Setup {
        picks: vec![a_pdf("海报", 2, (420.0, 570.0))],
        database,
    };
    drive(name, setup, async |window| {
        first_start(&window).await;
        a_presale(&window).await;
        let order = the_first_part(&window).await;
        to_the_plant(&window).await;
        the_rest(&window).await;
        listed_by_kind(&window, &order).await;
        for_stock(&window).await;
    });
}

async fn new_order(window: &Window) {
    let before = window.script("return location.hash", vec![]).await;
    window.press("Ctrl+N").await;
    window
        .waits_for(&format!(
            "location.hash.startsWith('#/orders/draft/') && location.hash !== {before}"
        ))
        .await;
    window
        .waits_for("document.querySelector('dk-order-form [data-field=\"order.kind\"] select:not([disabled])')")
        .await;
}

/// Registers what stands in the draft and waits for its page.
async fn registered(window: &Window) {
    press(window, "register").await;
    window
        .waits_for("/^#\\/orders\\/\\d+$/.test(location.hash)")
        .await;
    window.sees("下单前检查").await;
}

async fn agreed(window: &Window) {
    window.fill("confirmation.who", "王琳").await;
    press_css(window, "[data-field='verify.all'] input").await;
    window.click("同意").await;
    press(window, "record-confirmation").await;
    window.sees("现在的内容客户已确认").await;
}

/// The kind is one key before the customer; what a presale leaves open prints as 待定.
async fn a_presale(window: &Window) {
    new_order(window).await;
    window.focuses("客户").await;
    window.press("Shift+Tab").await;
    window.focuses("单别").await;
    window.fill("order.kind", "op").await;
    window
        .fill("order.customer_id", "深圳市彩源文化传播有限公司")
        .await;
    press(window, "new-customer").await;
    window.fill("new-customer.contact", "王琳").await;
    window.fill("new-customer.phone", "0755-8600 1234").await;
    press(window, "add-new-customer").await;
    for (path, text) in [
        ("order.contact", "王琳"),
        ("order.sales_rep_id", "周敏"),
        ("product.name", "岭南草木 海报"),
        ("product.type", "海报"),
        ("product.size", "420x570"),
        ("product.quantity", "3千"),
        ("product.binding", "散页"),
    ] {
        window.fill(path, text).await;
    }
    let key = window
        .script(
            "return document.querySelector('[data-row^=c]').dataset.row",
            vec![],
        )
        .await;
    let key = key.as_str().unwrap().to_owned();
    press(window, "open-components").await;
    open_detail(window, &key).await;
    for (field, text) in [
        ("name", "海报"),
        ("pages", "2"),
        ("grade", "铜版纸"),
        ("grammage", "157"),
        ("colours", "4+0"),
        ("sides", "单面"),
        ("work_style", "单面印"),
        ("parent_size", "889x1194"),
        ("cuts", "2"),
        ("press_size", "590x880"),
        ("bleed", "3"),
        ("pages_per_side", "2"),
        ("number_up", "2"),
    ] {
        window.fill(&format!("component:{key}.{field}"), text).await;
    }
    window
        .script("document.querySelector('.screen, main')?.scrollTo({ top: 0 }); document.querySelectorAll('*').forEach((it) => { if (it.scrollTop > 0) it.scrollTop = 0; });", vec![])
        .await;
    window.picture("presale-draft").await;
    registered(window).await;
    window.sees("OP-").await;
    window.sees("预售不开任务书，转为正式订单才下单").await;
    press(window, "record-sheet").await;
    window
        .waits_for("document.querySelector('dialog[open] dk-pages img')?.naturalWidth > 0")
        .await;
    window.picture("presale-record-sheet").await;
    window.press("Esc").await;
    assert_eq!(
        window
            .count("[data-name=convert-order]:not([disabled], [aria-disabled=true])")
            .await,
        0,
        "nothing is converted before the customer has confirmed"
    );
    agreed(window).await;
    window.sees("剩余 3,000").await;
    window.picture("presale-page").await;
}

/// One key makes the draft; more than the rest is refused beside the quantity. Answers the number of the order.
async fn the_first_part(window: &Window) -> String {
    window.press("Ctrl+Enter").await;
    window
        .waits_for("location.hash.startsWith('#/orders/draft/')")
        .await;
    window.sees("转自 OP-").await;
    assert_eq!(window.value("product.quantity").await, "3,000");
    for (path, text) in [
        ("product.quantity", "4000"),
        ("order.unit_price", "3.2"),
        ("order.requested_date", "+10"),
        ("order.confirmed_date", "+10"),
        ("drop:d1.date", "+10"),
        ("drop:d1.quantity", "2000"),
        ("drop:d1.address", "深圳市南山区科技园南路 18 号"),
    ] {
        window.fill(path, text).await;
    }
    press(window, "register").await;
    window.sees("要转 4,000，只剩 3,000").await;
    window.picture("more-than-rest").await;
    window.fill("product.quantity", "2000").await;
    registered(window).await;
    window
        .waits_for("document.querySelector('[data-name=converted-from]')")
        .await;
    window.picture("order-of-presale").await;
    let number = window
        .script(
            "return document.querySelector('[data-name=order-number]').textContent.match(/OD-\\d{4}-A\\d{6}/)[0]",
            vec![],
        )
        .await;
    number.as_str().unwrap().to_owned()
}

/// The order goes its way: read back, stamped, checked, issued.
async fn to_the_plant(window: &Window) {
    is_no_new_customer(window).await;
    agreed(window).await;
    press(window, "audit-material").await;
    window.sees("资料审核过了").await;
    receive_files(window).await;
    window.press("Alt+3").await;
    window.fill("sample.type", "colour").await;
    window.fill("sample.source", "customer").await;
    window.fill("sample.description", "客户色样一张").await;
    press(window, "register-sample").await;
    press_css(window, "[data-name^=stamp-sample-]").await;
    window.click("业务员").await;
    sign(window, "stamp", "周敏").await;
    press(window, "stamp-sample").await;
    window.dialog_closes().await;
    window.press("Alt+5").await;
    window.compares_the_sample().await;
    sign(window, "check", "周敏").await;
    press(window, "check-order").await;
    window
        .waits_for("document.querySelector('[data-name=issue-sheet]:not([disabled])')")
        .await;
    window.press("Ctrl+Enter").await;
    window.sees("RW-").await;
}

/// The house has worked for them before: no review is called for (S-4.3.1A).
async fn is_no_new_customer(window: &Window) {
    let order = window.script("return location.hash", vec![]).await;
    window
        .script("location.hash = '#/customers/1'", vec![])
        .await;
    press(window, "mark-established").await;
    window.sees("标为老客户").await;
    window
        .script("location.hash = arguments[0]", vec![order])
        .await;
    window.sees("下单前检查").await;
}

/// Back on the presale: what is left becomes another order, and nothing is left.
async fn the_rest(window: &Window) {
    press_css(window, "[data-name=converted-from] a").await;
    window.sees("剩余 1,000").await;
    window.picture("presale-in-part").await;
    press(window, "convert-order").await;
    window
        .waits_for("location.hash.startsWith('#/orders/draft/')")
        .await;
    assert_eq!(window.value("product.quantity").await, "1,000");
    window.fill("order.unit_price", "3.2").await;
    window.fill("order.requested_date", "+20").await;
    registered(window).await;
    press_css(window, "[data-name=converted-from] a").await;
    window.sees("已全部转为正式订单").await;
    window.sees("已转单").await;
    assert_eq!(
        window.count("[data-name=convert-order]").await,
        0,
        "there is nothing to press"
    );
    window.picture("presale-converted").await;
}

async fn listed_by_kind(window: &Window, order: &str) {
    window.press("Esc").await;
    window
        .waits_for("document.querySelector('[data-name=filter-kind]')")
        .await;
    window.sees(order).await;
    window.picture("list-of-all").await;
    window.script("const it = document.querySelector('[data-name=filter-kind]'); it.focus(); it.value = 'op'; it.dispatchEvent(new Event('change', { bubbles: true }));", vec![]).await;
    window.no_longer_sees(order).await;
    window.sees("OP-").await;
    window.picture("list-of-presales").await;
    window.script("const it = document.querySelector('[data-name=filter-kind]'); it.value = ''; it.dispatchEvent(new Event('change', { bubbles: true }));", vec![]).await;
    window.sees(order).await;
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(
        window.script(wide, vec![]).await,
        serde_json::json!(true),
        "no horizontal scrolling"
    );
}

/// Marked in the settings, estimated with a name and a ground, beside what was sold; no customer, no price.
async fn for_stock(window: &Window) {
    new_order(window).await;
    window.fill("order.kind", "of").await;
    window
        .waits_for("!document.querySelector('[data-field=\"order.customer_id\"]')")
        .await;
    window.fill("product.name", "岭南草木 海报").await;
    window.sees("不在常规畅销产品里，不能做库存").await;
    press(window, "register").await;
    window
        .waits_for("document.querySelector('[data-field=\"order.estimator_id\"] [aria-invalid]')")
        .await;
    window.script("location.hash = '#/settings'", vec![]).await;
    window.fill("product", "岭南草木 海报").await;
    press(window, "add-product").await;
    window
        .waits_for("document.querySelector('[data-name^=take-back-product-]')")
        .await;
    window
        .script(
            "document.querySelector('#settings-regular').scrollIntoView()",
            vec![],
        )
        .await;
    window.picture("regular-products").await;
    window.script("history.back()", vec![]).await;
    window
        .waits_for("document.querySelector('[data-name=stock-sales]')")
        .await;
    window.no_longer_sees("不在常规畅销产品里").await;
    for (path, text) in [
        ("order.estimator_id", "周敏"),
        ("order.estimate_basis", "近三个月已下 2,000 张，旺季加一半"),
        ("product.quantity", "3000"),
        ("order.requested_date", "+15"),
    ] {
        window.fill(path, text).await;
    }
    window.sees("2,000").await;
    window
        .script(
            "document.querySelector('[data-name=stock-sales]').scrollIntoView({ block: 'center' })",
            vec![],
        )
        .await;
    window.picture("stock-draft").await;
    registered(window).await;
    window.sees("OF-").await;
    window.sees("库存生产").await;
    assert_eq!(
        window.count("[data-name=record-sheet]").await,
        0,
        "nobody is asked"
    );
    window.picture("stock-page").await;
}
