//! Ten thousand orders: the list to its last row, an order found in an instant from any screen, and repeated in two keys.

use std::path::Path;

use docket_core::accounts::PasswordCost;
use docket_core::clock::Clock;
use docket_core::customers::wire::SaveCustomer;
use docket_core::orders::wire::{FormRow, OrderForm};
use docket_core::storage::Address;
use docket_core::{Desk, DeskConfig, Refuse as _};

use crate::first_start::open_the_house;
use crate::support::{Setup, Window, drive, own_database};
use crate::tour::press_css;

const PASSWORD: &str = "岭南草木2026";
const CUSTOMER: &str = "深圳市彩源文化传播有限公司";
const PRODUCT: &str = "《岭南草木》精装画册";

#[test]
fn clause_f2_04_1_an_order_is_found_and_repeated_by_keyboard() {
    drive("finding", Setup::default(), async |window| {
        finding(window, None).await;
    });
}

#[test]
fn clause_f2_04_1_an_order_is_found_and_repeated_by_keyboard_on_postgres() {
    let Some(database) = own_database() else {
        return;
    };
    let setup = Setup {
        database: Some(database.clone()),
        ..Setup::default()
    };
    drive("finding_postgres", setup, async |window| {
        finding(window, Some(database)).await;
    });
}

async fn finding(window: Window, server: Option<String>) {
    window.sees("启用印单").await;
    window.focuses("厂名").await;
    open_the_house(&window).await;
    window.sees("还没有订单").await;
    window.press("Ctrl+K").await;
    window.focuses("查找订单").await;
    window.sees("还没有订单。").await;
    window.picture("nothing-to-find").await;
    window.press("Esc").await;
    window.close().await;
    ten_thousand_orders(&window, server).await;
    window.open().await;
    window.focuses("密码").await;
    window.types(PASSWORD).await;
    window.press("Enter").await;
    window.waits_for("document.querySelector('dk-today')").await;
    press_css(&window, ".side a[href='#/orders']").await;

    the_list(&window).await;
    the_search(&window).await;
    the_repeat(&window).await;
    the_last_of_its_kind(&window).await;
    another_of_the_call(&window).await;
}

/// The list reaches its last row, by keyboard, and remembers what it shows.
async fn the_list(window: &Window) {
    window.sees("10,001 张").await;
    window
        .waits_for("document.activeElement?.dataset.index === '0'")
        .await;
    window.sees("N010001").await;
    window.picture("list").await;
    window.press("End").await;
    window.sees("OD-2026-A000001").await;
    window
        .waits_for("document.activeElement?.dataset.index === '10000'")
        .await;
    window.picture("list-end").await;
    window.press("PageUp").await;
    window.press("Enter").await;
    window
        .waits_for("/^#\\/orders\\/\\d+$/.test(location.hash)")
        .await;
    // Back in the list one stands where one was, deep down, and Enter opens the same order.
    window
        .script("window.leftFrom = location.hash", vec![])
        .await;
    for _ in 0..2 {
        window.press("Esc").await;
        window
            .waits_for("Number(document.activeElement?.dataset.index) > 9900")
            .await;
        window
            .waits_for("document.activeElement.textContent.includes('N0000')")
            .await;
        window.picture("list-back").await;
        window.press("Enter").await;
        window.waits_for("location.hash === window.leftFrom").await;
        window
            .waits_for("document.querySelector('dk-order .order-rail')")
            .await;
    }
    window.press("Esc").await;
    window
        .waits_for("Number(document.activeElement?.dataset.index) > 9900")
        .await;
    // Two keys within one frame: the row of the first is not drawn yet when the second comes, after so long a way.
    window
        .script("for (const key of ['Home', 'ArrowDown']) document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))", vec![])
        .await;
    window.sees("N010001").await;
    window
        .waits_for("document.activeElement?.dataset.index === '1'")
        .await;
    window.press("PageDown").await;
    window
        .waits_for("Number(document.activeElement?.dataset.index) > 5")
        .await;
    window.resize(1920, 1080).await;
    window.picture("list-large").await;
    window.resize(1366, 768).await;
    window.click("未下单").await;
    window.sees("5,001 张").await;
    window.picture("list-open").await;
    window.click("评审").await;
    window.sees("没有“评审”的订单").await;
    window.picture("list-none").await;
    for screen in ["customers", "orders"] {
        let script = format!("location.hash = '#/{screen}'");
        window.script(&script, vec![]).await;
        window
            .waits_for(&format!("location.hash === '#/{screen}'"))
            .await;
    }
    window.sees("没有“评审”的订单").await;
    window.click("显示全部").await;
    window.sees("10,001 张").await;
}

/// From a screen where somebody is typing, and back to the very field.
async fn the_search(window: &Window) {
    window.press("Ctrl+N").await;
    window
        .waits_for("location.hash.startsWith('#/orders/draft/')")
        .await;
    window.fill("product.name", "写到一半").await;
    window.press("Ctrl+K").await;
    window.focuses("查找订单").await;
    window.sees("最近的订单").await;
    window.types("szs").await;
    window.sees("张，新的在前").await;
    window.picture("found-initials").await;
    window.press("Esc").await;
    window
        .waits_for(
            "document.activeElement?.closest('[data-field]')?.dataset.field === 'product.name'",
        )
        .await;
    assert_eq!(window.value("product.name").await, "写到一半");
    for (typed, why) in [
        ("001 岭南", "产品"),
        ("8600 1234 caiyuan", ""),
        ("86001234", "电话"),
        ("lncm", "产品"),
    ] {
        window.press("Ctrl+K").await;
        window.types(typed).await;
        if why.is_empty() {
            window.sees("没有找到").await;
        } else {
            // The answer to the letters before may still stand there.
            let found = format!(
                "document.querySelectorAll('.found li').length === 1 && document.querySelector('.found-why').innerText.includes('{why}')"
            );
            window.waits_for(&found).await;
        }
        window
            .picture(&format!("found-{}", typed.replace(' ', "-")))
            .await;
        window.press("Esc").await;
    }
    window.press("Ctrl+K").await;
    window.types("A000001").await;
    window
        .waits_for("document.querySelectorAll('.found li').length === 1")
        .await;
    window.press("Enter").await;
    window.sees("下单前检查").await;
    window.waits_for("document.querySelector('[data-name=order-number]')?.innerText.includes('OD-2026-A000001')").await;
}

/// Ctrl D, and the new order stands there; Ctrl ↵ registers it.
async fn the_repeat(window: &Window) {
    window.press("Ctrl+D").await;
    window
        .waits_for("location.hash.startsWith('#/orders/draft/')")
        .await;
    window.sees("上次同款：").await;
    window.sees("沿用 OD-2026-A000001").await;
    window.focuses("客户单号").await;
    assert_eq!(window.value("product.name").await, PRODUCT);
    assert_eq!(window.value("order.requested_date").await, "");
    window.picture("repeated").await;
    window.press("Ctrl+Enter").await;
    window.sees("已登记 OD-2026-A000002").await;
    window
        .waits_for(
            "document.querySelector('[data-name=repeats]')?.innerText.includes('OD-2026-A000001')",
        )
        .await;
    window.picture("repeat-registered").await;
    window.click("OD-2026-A000001").await;
    window.waits_for("document.querySelector('[data-name=repeated-by]')?.innerText.includes('OD-2026-A000002')").await;
    window.picture("repeated-by").await;
}

/// A new order of the same product: offered, never filled by itself; doubles are named and nothing waits for them.
async fn the_last_of_its_kind(window: &Window) {
    window.press("Ctrl+N").await;
    window
        .waits_for("document.querySelector('[data-name=order-number]') === null")
        .await;
    window.fill("order.customer_id", CUSTOMER).await;
    window.press("Tab").await;
    window.fill("product.name", PRODUCT).await;
    window.press("Tab").await;
    window.sees("带入规格").await;
    assert_eq!(window.value("product.size").await, "");
    window.fill("order.customer_po", "po-8837").await;
    window.press("Tab").await;
    window.sees("同一客户单号已有订单").await;
    window.fill("product.quantity", "3千").await;
    window.press("Tab").await;
    window.picture("last-same").await;
    window.click("带入规格").await;
    window.sees("已带入 OD-2026-A000002 的规格").await;
    window
        .waits_for("document.querySelector('[data-field=\"product.size\"] input').value !== ''")
        .await;
    assert_eq!(
        window.value("product.quantity").await,
        "3千",
        "what was typed stays"
    );
    window.picture("taken-over").await;
    window.click("撤销").await;
    window
        .waits_for("document.querySelector('[data-field=\"product.size\"] input').value === ''")
        .await;
    window.fill("product.size", "210x285").await;
    window.fill("product.quantity", "2000").await;
    window.press("Tab").await;
    window.sees("近期已下过").await;
    window.picture("doubles").await;
    window.press("Ctrl+Enter").await;
    window.sees("已登记 OD-2026-A000003").await;
}

/// One full order through the core, and ten thousand more laid into the tables, as a house has after some years.
async fn ten_thousand_orders(window: &Window, server: Option<String>) {
    let data = window.data().join("data");
    let config = DeskConfig {
        database: server.map_or_else(|| Address::File(data.join("desk.db")), Address::Server),
        attachments: data.join("attachments"),
        former_attachments: Vec::new(),
        prepress: data.join("prepress"),
        fonts: Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fonts"),
        inspector: (env!("CARGO_BIN_EXE_docket").into(), Vec::new()),
        clock: Clock::of_the_machine(),
        password_cost: PasswordCost::SHIPPED,
    };
    let desk = opened(config.clone()).await;
    let assistant = desk.sign_in("林晓梅", PASSWORD).await.unwrap();
    for (name, contact, phone) in [
        (CUSTOMER, "王琳", "0755-8600 1234"),
        (
            "广东省广州市南方日报印务中心数码快印事业部（东莞分部）",
            "李工",
            "020-1",
        ),
    ] {
        let request = SaveCustomer {
            name: name.to_owned(),
            contact: contact.to_owned(),
            phone: phone.to_owned(),
            ..SaveCustomer::default()
        };
        desk.save_customer(&assistant, &request).await.unwrap();
    }
    desk.register_order(&assistant, "new:9-9", &a_full_order())
        .await
        .unwrap();
    let mut writer = desk.read().await.unwrap();
    for sql in [
        "INSERT INTO orders (id, revision, number, kind, state, recorded_at, next_step, blockers, assistant_id, customer_id, unit_price, requested_date, rush) \
         WITH RECURSIVE n (id) AS (SELECT 2 UNION ALL SELECT id + 1 FROM n WHERE id < 10001) \
         SELECT id, 1, 'N' || SUBSTR(CAST(1000000 + id AS TEXT), 2), 'od', CASE WHEN id % 2 = 0 THEN 'released' ELSE 'registered' END, \
                '2026-11-24T01:12:00Z', 1, 3, (SELECT MIN(id) FROM accounts), (SELECT MAX(id) FROM customers), 432000, '2026-12-08', CASE WHEN id % 7 = 0 THEN 1 END FROM n",
        "INSERT INTO products (id, order_id, name, quantity, unit) SELECT id, id, '二零二六年秋冬系列产品综合宣传画册及配套折页（第 ' || id || ' 批）', 2000, '册' FROM orders WHERE id > 1",
        "UPDATE order_index_state SET version = 0, done_to = 0",
    ] {
        sqlx::query(sql).execute(&mut *writer).await.unwrap();
    }
    // PostgreSQL gives its own numbers from 1 on; those are taken now.
    if writer.backend_name() != "SQLite" {
        for table in ["orders", "products"] {
            let sql = format!("SELECT setval(pg_get_serial_sequence('{table}', 'id'), 20000)");
            sqlx::query(sqlx::AssertSqlSafe(sql))
                .execute(&mut *writer)
                .await
                .unwrap();
        }
    }
    drop(writer);
    desk.close().await;
    // The lock goes with the desk itself.
    drop(desk);
    // Opened once more: whatever the upgrade finds is put into the index.
    let desk = opened(config).await;
    desk.index_is_whole().await;
    desk.close().await;
}

/// The desk, once the program that was closed has let its lock go.
async fn opened(config: DeskConfig) -> Desk {
    const TRIES: u32 = 400;
    for _ in 0..TRIES {
        match Desk::open(config.clone()).await {
            Ok(desk) => return desk,
            Err(error) if error.code() == "already_open" => {
                tokio::time::sleep(std::time::Duration::from_millis(25)).await;
            }
            Err(error) => panic!("the desk opens: {error}"),
        }
    }
    panic!("the program keeps its lock");
}

fn a_full_order() -> OrderForm {
    let record = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
            .collect()
    };
    let row = |key: &str, pairs: &[(&str, &str)]| FormRow {
        key: key.to_owned(),
        values: record(pairs),
    };
    OrderForm {
        order: record(&[
            ("customer_id", CUSTOMER),
            ("customer_po", "PO-8837"),
            ("channel", "wechat"),
            ("sheet_type", "normal"),
            ("order_date", "今天"),
            ("requested_date", "+10"),
            ("unit_price", "43.2"),
            ("quality_standard", "company"),
        ]),
        product: record(&[
            ("name", PRODUCT),
            ("type", "画册"),
            ("size", "210x285"),
            ("quantity", "2千"),
            ("unit", "册"),
            ("binding", "精装(方脊)"),
        ]),
        components: vec![
            row(
                "c1",
                &[
                    ("name", "封面"),
                    ("pages", "4"),
                    ("grade", "铜版纸"),
                    ("grammage", "157"),
                    ("colours", "4+0"),
                    ("plate_state", "new"),
                ],
            ),
            row(
                "c2",
                &[
                    ("name", "内文"),
                    ("pages", "120"),
                    ("grade", "哑粉纸"),
                    ("grammage", "157"),
                    ("colours", "4+4"),
                    ("plate_state", "new"),
                ],
            ),
        ],
        finishing: vec![row("f1", &[("component", "封面"), ("process", "覆哑膜")])],
        drops: vec![row(
            "d1",
            &[
                ("date", "+10"),
                ("quantity", "2000"),
                ("address", "南山区科技园"),
            ],
        )],
        services: vec![],
        instalments: vec![row("p1", &[("percent", "100"), ("due", "before_shipping")])],
    }
}

/// Ctrl E: the next product of the same call, with the caret in what is still to be said.
async fn another_of_the_call(window: &Window) {
    window.script("location.hash = '#/orders/1'", vec![]).await;
    window.waits_for("document.querySelector('[data-name=order-number]')?.innerText.includes('OD-2026-A000001')").await;
    let of = async |path: &str| window.value(path).await;
    window.press("Ctrl+E").await;
    window
        .waits_for("location.hash.startsWith('#/orders/draft/')")
        .await;
    window.focuses("产品名称").await;
    assert_eq!(of("order.customer_id").await, CUSTOMER);
    assert_eq!(of("order.customer_po").await, "PO-8837");
    assert_eq!(of("product.name").await, "");
    assert_eq!(of("order.unit_price").await, "");
    window.types("《岭南草木》明信片").await;
    window.picture("another").await;
    window.press("Ctrl+Enter").await;
    window.sees("《岭南草木》明信片").await;
    window
        .waits_for("document.querySelector('[data-name=order-number]') && !location.hash.includes('draft')")
        .await;
    window.picture("another-registered").await;
}
