//! A database of the first release, with rows in it, opened by this program: nothing is lost, and work goes on.

use std::path::Path;

use docket_core::Desk;
use docket_core::numbers::wire::ChangeSeries;
use docket_core::storage::Address;
use sqlx::Row as _;
use sqlx::migrate::Migrator;

use crate::support::{On, PASSWORD, TestDesk, on_both};

/// The hash of the content that was signed, and of the file that was kept, then.
const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// The tables as the first release laid them out, in the database at `address`.
async fn laid_out_then(on: On, address: &str) -> sqlx::AnyPool {
    let folder = tempfile::tempdir().unwrap();
    let kind = match on {
        On::Sqlite => "sqlite",
        On::Postgres => "postgres",
    };
    let first = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("migrations")
        .join(kind)
        .join("0001_the_desk.sql");
    std::fs::copy(first, folder.path().join("0001_the_desk.sql")).unwrap();
    sqlx::any::install_default_drivers();
    let pool = sqlx::AnyPool::connect(address).await.unwrap();
    let migrator = Migrator::new(folder.path()).await.unwrap();
    migrator.run(&pool).await.unwrap();
    pool
}

/// What a house of then had written: a customer, an agreed order with a file, and a stamped sample. `secret` is a
/// password's hash.
fn rows(secret: &str) -> Vec<String> {
    let inspected = r#"{"kind":"pdf","name_lies":false,"pages":null,"runs":[],"unread":null}"#;
    let at = "2026-06-01T02:00:00Z";
    let mut rows = vec![
        format!("INSERT INTO house (name, desk_letter, practice, created_at) VALUES ('岭南彩印有限公司', 'A', 0, '{at}')"),
        format!("INSERT INTO accounts (name, password_hash, pin_hash, active, created_at) VALUES ('管理员', '{secret}', '{secret}', 1, '{at}'), ('林晓梅', '{secret}', '{secret}', 1, '{at}')"),
        "INSERT INTO account_roles (account_id, role) VALUES (1, 'administrator'), (2, 'sales_assistant')".to_owned(),
        "INSERT INTO numbers_given (series_id, period, last_value) VALUES (1, '2026', 7)".to_owned(),
        format!("INSERT INTO customers (revision, name, short_name, address, contact, phone, remark, created_at) VALUES (1, '深圳彩源文化传播有限公司', '彩源', '深圳市福田区 1 号', '李女士', '13800000000', '', '{at}')"),
        format!("INSERT INTO orders (revision, number, kind, state, recorded_at, next_step, blockers, assistant_id, customer_id, contact, customer_po, unit_price) VALUES (3, 'OD-2026-A000007', 'od', 'requirements_confirmed', '{at}', 3, 4, 2, 1, '李女士', 'PO-77', 432000)"),
        "INSERT INTO products (order_id, name, quantity, width, height) VALUES (1, '山水画册', 2000, 2100, 2850)".to_owned(),
        "INSERT INTO components (order_id, row_key, position, name, pages, grade, grammage) VALUES (1, 'c1', 0, '内文', 120, '铜版纸', 157)".to_owned(),
        "INSERT INTO finishing_steps (order_id, row_key, position, component, process) VALUES (1, 'f1', 0, '内文', '覆膜')".to_owned(),
        "INSERT INTO drops (order_id, row_key, position, date, quantity) VALUES (1, 'd1', 0, '2026-12-08', 2000)".to_owned(),
        "INSERT INTO instalments (order_id, row_key, position, percent, due) VALUES (1, 'p1', 0, 10000, 'before_shipping')".to_owned(),
        format!("INSERT INTO confirmations (order_id, content_hash, places, who, confirmed_at, how, result, note, recorded_by) VALUES (1, '{HASH}', '{{}}', '李女士', '{at}', 'phone', 'agreed', '', 2)"),
        format!("INSERT INTO stored_files (sha256, size) VALUES ('{HASH}', 12)"),
        format!("INSERT INTO received_files (order_id, component, name, label, version, sha256, from_whom, how, received_at, inspected) VALUES (1, 'c1', '内文.pdf', '终稿', 1, '{HASH}', '李女士', 'wechat', '{at}', '{inspected}')"),
        format!("INSERT INTO samples (order_id, number, type, source, medium, description, quantity, registered_at) VALUES (1, 'Y-2026-A0001', 'colour', 'customer', 'physical', '上一版', 1, '{at}')"),
        format!("INSERT INTO signatures (purpose, content_hash, account_id, signer_name, capacity, signed_at, evidence, note) VALUES ('sample_stamp', '{HASH}', 2, '林晓梅', 'sales_assistant', '{at}', '[]', '')"),
        "INSERT INTO stamps (sample_id, customer_name, product_name, sample_type, signature_id, stamped_on) VALUES (1, '深圳彩源文化传播有限公司', '山水画册', '颜色样', 1, '2026-06-01')".to_owned(),
    ];
    let series = [
        ("order_od", "OD-{YYYY}-{D}{000000}"),
        ("task_sheet", "RW-{YYYY}-{D}{000000}"),
        ("sample", "Y-{YYYY}-{D}{0000}"),
        ("review", "PS-{YYYY}-{D}{0000}"),
    ];
    for (kind, pattern) in series.into_iter().rev() {
        rows.insert(0, format!("INSERT INTO number_series (kind, pattern, reset_cycle, start_value) VALUES ('{kind}', '{pattern}', 'year', 1)"));
    }
    rows
}

#[test]
fn a_database_of_the_first_release_is_taken_over_whole() {
    on_both(|test| async move {
        let mut reader = test.desk.read().await.unwrap();
        let known = sqlx::query("SELECT password_hash FROM accounts WHERE name = '林晓梅'")
            .fetch_one(&mut *reader)
            .await
            .unwrap();
        let secret: String = known.get("password_hash");
        drop(reader);

        let folder = tempfile::tempdir().unwrap();
        let (address, database) = match test.on {
            On::Sqlite => {
                let file = folder.path().join("desk.db");
                (
                    format!("sqlite:{}?mode=rwc", file.display()),
                    Address::File(file),
                )
            }
            On::Postgres => {
                let address = TestDesk::empty_database().await;
                (address.clone(), Address::Server(address))
            }
        };
        let pool = laid_out_then(test.on, &address).await;
        for row in rows(&secret) {
            sqlx::raw_sql(sqlx::AssertSqlSafe(row.clone()))
                .execute(&pool)
                .await
                .expect(&row);
        }
        pool.close().await;
        test.desk.close().await;

        let mut config = test.config.clone();
        config.database = database;
        let desk = Desk::open(config).await.expect("it is taken over");
        if test.on == On::Sqlite {
            let mut reader = desk.read().await.unwrap();
            let broken = sqlx::query("PRAGMA foreign_key_check")
                .fetch_all(&mut *reader)
                .await
                .unwrap();
            assert_eq!(broken.len(), 0, "no row points into nothing");
        }
        let assistant = desk
            .sign_in("林晓梅", PASSWORD)
            .await
            .expect("the roles of then hold");
        let page = desk.order_page(&assistant, 1).await.unwrap();
        assert_eq!(
            (page.number.as_str(), page.revision),
            ("OD-2026-A000007", 3)
        );
        assert_eq!(page.form.product["name"], "山水画册");
        assert_eq!(page.form.components[0].values["grammage"], "157");
        assert_eq!(
            (
                page.form.finishing.len(),
                page.form.drops.len(),
                page.form.instalments.len()
            ),
            (1, 1, 1)
        );
        assert_eq!(
            (
                page.files.len(),
                page.samples.len(),
                page.confirmation.entries.len()
            ),
            (1, 1, 1)
        );
        let file = &page.files[0];
        assert_eq!(
            (file.component.as_str(), file.version, file.newest),
            ("c1", 1, true),
            "a file of then has a place of its own"
        );
        // What the trade usually does is no new process to a house that works already (S-4.3.1B).
        let mature = desk.settings_page(&assistant).await.unwrap().mature;
        let film = mature.iter().find(|process| process.name == "覆哑膜");
        let film = film.expect("the usual processes are mastered");
        assert_eq!((film.by.as_str(), film.how.as_str()), ("升级", "setting"));
        assert!(film.at.starts_with("20") && film.at.ends_with('Z'));
        let found = desk.find_orders("szcy").await.unwrap();
        assert_eq!(found.orders.len(), 1, "an order of then is found");
        let customer = desk.customer_page(1).await.unwrap();
        assert_eq!(
            (customer.form.contacts.len(), customer.form.addresses.len()),
            (1, 1)
        );
        // And work goes on: the same order as a new one gets the next number.
        let draft = desk.new_draft(&assistant).await.unwrap().value;
        let order = desk
            .register_order(&assistant, &draft.key, &page.form)
            .await
            .unwrap()
            .value;
        assert_eq!(
            desk.order_page(&assistant, order).await.unwrap().number,
            "OD-2026-A000008"
        );
        // A house of then has numbers for the kinds of orders there are now (F4-1).
        let mut presale = page.form.clone();
        presale.order.insert("kind".to_owned(), "op".to_owned());
        let draft = desk.new_draft(&assistant).await.unwrap().value;
        let order = desk
            .register_order(&assistant, &draft.key, &presale)
            .await
            .unwrap()
            .value;
        assert_eq!(
            desk.order_page(&assistant, order).await.unwrap().number,
            "OP-2026-A000001"
        );
        // What was numbered then goes on under another layout (F1-22).
        let administrator = desk.sign_in("管理员", PASSWORD).await.unwrap();
        let monthly = ChangeSeries {
            kind: "order_od".to_owned(),
            pattern: "{YY}{MM}-{D}{000}".to_owned(),
            reset: "month".to_owned(),
            start: "1".to_owned(),
            from: "今天".to_owned(),
            why: "按月编".to_owned(),
        };
        desk.change_series(&administrator, &monthly).await.unwrap();
        let draft = desk.new_draft(&assistant).await.unwrap().value;
        let order = desk
            .register_order(&assistant, &draft.key, &page.form)
            .await
            .unwrap()
            .value;
        let number = desk.order_page(&assistant, order).await.unwrap().number;
        assert_eq!(number, "2611-A009");
        assert_eq!(desk.check_trail().await.unwrap(), None);
        desk.close().await;
    });
}
