//! A busy morning at the desk: the telephone rings in the middle of an order, and what is typed makes no sense. Nothing
//! typed is lost, and every refusal says where it is mended.

use serde_json::json;
use sqlx::Connection as _;

use crate::first_start::open_the_house;
use crate::support::{Setup, Window, drive, own_database};
use crate::tour::press;

#[test]
fn a_second_call_in_the_middle_of_an_order_loses_and_submits_nothing() {
    drive("second_call", Setup::default(), async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;

        new_order(&window).await;
        window.fill("order.customer_id", "深圳市彩源文化").await;
        window.fill("product.name", "《岭南草木》").await;
        window.fill("product.quantity", "2千").await;
        // It rings again while the caret still stands in the field.
        window.press("Ctrl+N").await;
        window
            .waits_for(
                "document.querySelector('[data-field=\"product.name\"] input')?.value === ''",
            )
            .await;
        window.fill("order.customer_id", "广州白云印象").await;
        window.fill("product.name", "吊牌").await;
        window
            .waits_for("document.querySelectorAll('.strip-draft').length === 2")
            .await;
        window.sees("深圳市彩源文化 · 《岭南草木》").await;
        window.picture("parked").await;

        window.click("深圳市彩源文化 · 《岭南草木》").await;
        window
            .waits_for(
                "document.querySelector('[data-field=\"product.name\"]')?.value === '《岭南草木》'",
            )
            .await;
        assert_eq!(window.value("product.quantity").await, "2千", "as typed");

        // The program is closed in the middle of everything; the next morning both calls are there.
        window.reopen().await;
        window.focuses("密码").await;
        window.types("岭南草木2026").await;
        window.press("Enter").await;
        window.sees("还没有订单").await;
        window
            .waits_for("document.querySelectorAll('.strip-draft').length === 2")
            .await;
        window.click("广州白云印象 · 吊牌").await;
        window
            .waits_for("document.querySelector('[data-field=\"product.name\"]')?.value === '吊牌'")
            .await;

        // In the evening the window is closed with the last letters just typed.
        window.fill("product.name", "吊牌与彩盒").await;
        window.press_close_button().await;
        window.open().await;
        window.focuses("密码").await;
        window.types("岭南草木2026").await;
        window.press("Enter").await;
        window.click("广州白云印象 · 吊牌与彩盒").await;
        window
            .waits_for(
                "document.querySelector('[data-field=\"product.name\"]')?.value === '吊牌与彩盒'",
            )
            .await;
    });
}

/// A new customer by phone with a second call in the middle: the dialog gives way to the call and to the lock, and everything
/// typed in it is there when one comes back.
#[test]
fn clause_f2_04_1_a_new_customer_is_entered_with_a_second_call_in_the_middle() {
    a_new_customer_and_a_second_call("second_call_new_customer", Setup::default());
}

#[test]
fn clause_f2_04_1_a_new_customer_is_entered_with_a_second_call_in_the_middle_on_postgres() {
    if let Some(database) = own_database() {
        let setup = Setup {
            database: Some(database),
            ..Setup::default()
        };
        a_new_customer_and_a_second_call("second_call_new_customer_postgres", setup);
    }
}

fn a_new_customer_and_a_second_call(name: &str, setup: Setup) {
    drive(name, setup, async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        new_order(&window).await;
        window.fill("product.name", "《岭南草木》").await;
        press(&window, "new-customer").await;
        for (field, text) in [
            ("name", "深圳市彩源文化"),
            ("contact", "王琳"),
            ("phone", "0755-8600 1234"),
        ] {
            window.fill(&format!("new-customer.{field}"), text).await;
        }
        // The lock comes over the dialog, and the dialog is there behind it.
        window.press("Ctrl+L").await;
        window.sees("内容都在").await;
        window.fill("lock.secret", "2468").await;
        window.press("Enter").await;
        window
            .waits_for("!document.querySelector('dialog.lock')")
            .await;
        assert_eq!(window.value("new-customer.phone").await, "0755-8600 1234");
        // Another line rings.
        window.press("Ctrl+N").await;
        window
            .waits_for("!document.querySelector('dialog[open]') && document.querySelector('[data-field=\"product.name\"] input')?.value === ''")
            .await;
        window.fill("order.customer_id", "广州白云印象").await;
        window.fill("product.name", "吊牌").await;
        press(&window, "new-customer").await;
        assert_eq!(
            window.value("new-customer.phone").await,
            "",
            "nothing of the first call"
        );
        window.press("Esc").await;
        // Back to the first: the draft bears the name that was being entered.
        window.click("深圳市彩源文化 · 《岭南草木》").await;
        window
            .waits_for(
                "document.querySelector('[data-field=\"product.name\"]')?.value === '《岭南草木》'",
            )
            .await;
        press(&window, "new-customer").await;
        assert_eq!(window.value("new-customer.name").await, "深圳市彩源文化");
        assert_eq!(window.value("new-customer.contact").await, "王琳");
        assert_eq!(window.value("new-customer.phone").await, "0755-8600 1234");
        // Esc puts it away and loses nothing either.
        window.press("Esc").await;
        window.dialog_closes().await;
        press(&window, "new-customer").await;
        assert_eq!(window.value("new-customer.phone").await, "0755-8600 1234");
        window.picture("back-to-the-first").await;
        press(&window, "add-new-customer").await;
        window.dialog_closes().await;
        window
            .waits_for("document.querySelector('[data-field=\"order.contact\"]')?.value === '王琳' || document.querySelector('[data-field=\"order.contact\"] input')?.value === '王琳'")
            .await;
        for (field, text) in [
            ("product.quantity", "2000"),
            ("order.requested_date", "+10"),
        ] {
            window.fill(field, text).await;
        }
        window.press("Ctrl+Enter").await;
        window.sees("已登记 OD-").await;
    });
}

#[test]
fn what_makes_no_sense_stays_as_typed_and_says_how_it_is_mended() {
    drive("bad_input", Setup::default(), async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        new_order(&window).await;

        let long = "岭".repeat(5_000);
        // Field, what is typed, what the field says.
        let typed = [
            ("product.quantity", "两千左右", "数"),
            ("order.unit_price", "四十三块多", "数"),
            ("product.size", "大一点", "210"),
            ("order.requested_date", "2026-01-01", "过去"),
            ("order.requested_date", "13-45", "日"),
            ("product.quantity", "0", "1"),
            ("product.quantity", "-5", ""),
            ("order.unit_price", "99999999999999999999", ""),
        ];
        for (field, text, said) in typed {
            window.fill(field, text).await;
            window
                .waits_for(&format!(
                    "document.querySelector('[data-field={}]')?.closest('dk-field, dk-combo, dk-choice')?.querySelector('.is-problem, .is-warning')?.innerText.includes({})",
                    json!(field),
                    json!(said)
                ))
                .await;
            assert_eq!(window.value(field).await, text, "{field} stays as typed");
        }
        window.picture("not-understood").await;
        window
            .script(
                "const it = document.querySelector('[data-field=\"product.name\"] input'); it.focus(); it.value = arguments[0]; it.dispatchEvent(new Event('input', { bubbles: true }));",
                vec![json!(long)],
            )
            .await;
        window.press("Ctrl+Enter").await;
        window.sees("看不懂").await;
        window.picture("refused").await;
        assert_eq!(window.value("product.name").await, long, "nothing is cut");
        assert_eq!(
            window.value("order.unit_price").await,
            "99999999999999999999"
        );

        // Rare characters, a picture sign, a mark that turns the line round: all stay, and the order is registered.
        let rare = "䶮𠮷㛃⼀ \u{202e}倒😀";
        for (field, text) in [
            ("product.quantity", "2000"),
            ("order.unit_price", "43.2"),
            ("product.size", "210x285"),
            ("order.requested_date", "+10"),
            ("order.customer_id", "深圳市彩源文化"),
        ] {
            window.fill(field, text).await;
        }
        window
            .script(
                "const it = document.querySelector('[data-field=\"product.name\"] input'); it.focus(); it.value = arguments[0]; it.dispatchEvent(new Event('input', { bubbles: true }));",
                vec![json!(rare)],
            )
            .await;
        window.press("Ctrl+Enter").await;
        // The customer is not entered yet: the field says so, and its list adds what was typed.
        window.sees("没有这家客户").await;
        window.fill("order.customer_id", "深圳市彩源文化").await;
        window.sees("＋ 新客户“深圳市彩源文化”…").await;
        window.press("Enter").await;
        window
            .waits_for("document.querySelector('dialog[open] [data-field=\"new-customer.name\"]')?.value === '深圳市彩源文化'")
            .await;
        window.press("Ctrl+Enter").await;
        window.dialog_closes().await;
        window.press("Ctrl+Enter").await;
        window.sees("OD-").await;
        window.sees("䶮𠮷㛃一").await;
        window.picture("registered").await;
    });
}

pub async fn new_order(window: &Window) {
    // The page of another draft may still be there for a moment.
    window
        .script("window.before = document.querySelector('dk-draft')", vec![])
        .await;
    window.press("Ctrl+N").await;
    window
        .waits_for("document.querySelector('dk-draft') !== window.before && document.querySelector('[data-field=\"product.name\"]')")
        .await;
}

/// The server has no place for drafts for a while: the window does not go with what it could not keep, unless somebody says so.
#[test]
fn what_could_not_be_kept_is_not_lost_with_the_window_without_a_word() {
    let Some(database) = own_database() else {
        return;
    };
    let setup = Setup {
        database: Some(database.clone()),
        ..Setup::default()
    };
    drive("not_kept", setup, async |window| {
        window.sees("启用印单").await;
        open_the_house(&window).await;
        window.sees("还没有订单").await;
        new_order(&window).await;
        window.fill("order.customer_id", "广州白云印象").await;
        let rename = async |from: &str, to: &str| {
            let mut server = sqlx::PgConnection::connect(&database).await.unwrap();
            let act = sqlx::AssertSqlSafe(format!("ALTER TABLE {from} RENAME TO {to}"));
            sqlx::query(act).execute(&mut server).await.unwrap();
        };
        rename("drafts", "drafts_away").await;
        window.fill("product.name", "吊牌").await;
        window.ask_to_close();
        window.sees("刚输入的内容没能存下").await;
        window.picture("asked").await;
        window.press("Esc").await;
        window.dialog_closes().await;
        assert_eq!(window.value("product.name").await, "吊牌");
        // There is place again: it is kept, and nothing is asked.
        rename("drafts_away", "drafts").await;
        window.press_close_button().await;
        window.open().await;
        window.focuses("密码").await;
        window.types("岭南草木2026").await;
        window.press("Enter").await;
        window.click("广州白云印象 · 吊牌").await;
        window
            .waits_for("document.querySelector('[data-field=\"product.name\"]')?.value === '吊牌'")
            .await;
    });
}
