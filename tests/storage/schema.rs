//! The schema on both databases: the same tables, and it refuses too.

use std::collections::BTreeMap;
use std::path::Path;

use docket_core::audit::ChainBreak;
use docket_core::orders::{OrderKind, OrderState, order_facts};
use docket_core::storage::Address;
use docket_core::{Desk, DeskConfig, Refuse as _};

use crate::support::{On, TestDesk, on_both};

/// Table → columns, read from a migration folder's text.
fn tables(folder: &str) -> BTreeMap<String, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("migrations")
        .join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut tables = BTreeMap::new();
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        let mut table: Option<String> = None;
        for line in text.lines() {
            if let Some(added) = line.strip_prefix("ALTER TABLE ")
                && let Some((name, column)) = added.split_once(" ADD COLUMN ")
            {
                let column = column.split_whitespace().next().unwrap_or_default();
                tables
                    .entry(name.to_owned())
                    .or_insert_with(Vec::new)
                    .push(column.to_owned());
            } else if let Some(name) = line.strip_prefix("CREATE TABLE ") {
                table = Some(name.trim_end_matches(" (").to_owned());
            } else if line.starts_with(')') {
                table = None;
            } else if let Some(name) = &table {
                let word = line.split_whitespace().next().unwrap_or_default();
                if line.starts_with("    ")
                    && !word.is_empty()
                    && word.chars().all(|letter| {
                        letter.is_ascii_lowercase() || letter == '_' || letter.is_ascii_digit()
                    })
                {
                    tables
                        .entry(name.clone())
                        .or_insert_with(Vec::new)
                        .push(word.to_owned());
                }
            }
        }
    }
    tables
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    let sqlite = tables("sqlite");
    assert!(
        sqlite.len() > 20 && sqlite["orders"].contains(&"requested_date".to_owned()),
        "the reader of the migrations sees them"
    );
    let mut postgres = tables("postgres");
    // The words of the search stand in a column here and in a table of the search engine there (storage/word_index.rs).
    let index = postgres.get_mut("order_index").unwrap();
    index.retain(|column| column != "words");
    assert_eq!(sqlite, postgres);
}

#[test]
fn clause_f1_21_a_row_of_the_trail_cannot_be_changed_or_removed() {
    on_both(|test| async move {
        let mut connection = test.desk.read().await.unwrap();
        for sql in [
            "UPDATE audit SET who = 'x' WHERE seq = 1",
            "DELETE FROM audit WHERE seq = 1",
        ] {
            assert!(
                sqlx::raw_sql(sql).execute(&mut *connection).await.is_err(),
                "{sql}"
            );
        }
        drop(connection);
        assert_eq!(test.desk.check_trail().await.unwrap(), None);
    });
}

#[test]
fn clause_f1_21_a_row_changed_behind_the_schema_is_found() {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        for (sql, wanted) in [
            (
                "UPDATE audit SET who = '别人' WHERE seq = 1",
                ChainBreak::Changed { seq: 1 },
            ),
            (
                "UPDATE audit SET previous_hash = 'x' WHERE seq = 1",
                ChainBreak::Gap { seq: 1 },
            ),
            (
                "DELETE FROM audit WHERE seq = 1",
                ChainBreak::Cut { seq: 0 },
            ),
        ] {
            let test = TestDesk::open(On::Sqlite).await;
            let mut connection = test.desk.read().await.unwrap();
            sqlx::raw_sql("DROP TRIGGER audit_is_never_rewritten; DROP TRIGGER audit_is_never_cut")
                .execute(&mut *connection)
                .await
                .unwrap();
            sqlx::raw_sql(sql).execute(&mut *connection).await.unwrap();
            drop(connection);
            assert_eq!(
                test.desk.check_trail().await.unwrap(),
                Some(wanted),
                "{sql}"
            );
        }
    });
}

/// Lays the tables out as they were before the migration of this number, on an empty database.
async fn as_before(config: &DeskConfig, version: i64, folder: &str) -> sqlx::AnyPool {
    let address = match &config.database {
        Address::File(path) => {
            let text = path.to_string_lossy().replace('%', "%25");
            format!(
                "sqlite:{}?mode=rwc",
                text.replace(' ', "%20").replace('#', "%23")
            )
        }
        Address::Server(address) => address.clone(),
    };
    let pool = sqlx::AnyPool::connect(&address).await.unwrap();
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("migrations")
        .join(folder);
    let mut migrator = sqlx::migrate::Migrator::new(migrations).await.unwrap();
    migrator
        .migrations
        .to_mut()
        .retain(|migration| migration.version < version);
    migrator.run(&pool).await.unwrap();
    pool
}

#[test]
fn clause_f4_1_orders_of_before_there_were_kinds_stay_as_they_were() {
    on_both(|test| async move {
        let TestDesk {
            desk,
            config,
            folder,
            on,
            ..
        } = test;
        let mut connection = desk.read().await.unwrap();
        if on == On::Postgres {
            sqlx::raw_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
                .execute(&mut *connection)
                .await
                .unwrap();
        }
        drop(connection);
        desk.close().await;
        drop(desk);
        let (config, migrations) = match on {
            On::Sqlite => {
                let path = folder.path().join("before").join("desk.db");
                std::fs::create_dir(path.parent().unwrap()).unwrap();
                let database = Address::File(path);
                (DeskConfig { database, ..config }, "sqlite")
            }
            On::Postgres => (config, "postgres"),
        };
        let pool = as_before(&config, 7, migrations).await;
        for sql in [
            "INSERT INTO house (id, name, desk_letter, practice, created_at) VALUES (1, '岭南', 'A', 0, '2026-11-01T00:00:00Z')",
            "INSERT INTO accounts (id, name, active, created_at) VALUES (1, '林晓梅', 1, '2026-11-01T00:00:00Z')",
            "INSERT INTO customers (id, revision, name, short_name, address, contact, phone, remark, created_at) VALUES (7, 1, '彩源', '', '', '', '', '', '2026-11-01T00:00:00Z')",
            "INSERT INTO number_series (kind, pattern, reset_cycle, start_value) VALUES ('order_od', 'OD-{YYYY}-{D}{000000}', 'year', 1)",
            "INSERT INTO orders (id, revision, number, kind, state, recorded_at, next_step, blockers, assistant_id, customer_id, customer_po) VALUES (3, 2, 'OD-2026-A000001', 'od', 'in_review', '2026-11-01T00:00:00Z', 1, 3, 1, 7, 'PO-1')",
            "INSERT INTO products (id, order_id, name, quantity) VALUES (5, 3, '画册', 2000)",
        ] {
            sqlx::raw_sql(sql).execute(&pool).await.unwrap();
        }
        pool.close().await;

        let desk = Desk::open(config).await.expect("it is brought up to date");
        let mut connection = desk.read().await.unwrap();
        let order = order_facts(&mut connection, 3).await.unwrap();
        assert_eq!(
            (order.kind(), order.state, order.customer.name.as_str()),
            (OrderKind::Order, OrderState::InReview, "彩源")
        );
        let form = order.specification.to_form();
        assert_eq!(
            (
                form.order["customer_po"].as_str(),
                form.product["name"].as_str()
            ),
            ("PO-1", "画册")
        );
        let series: Vec<String> = sqlx::query_scalar(
            "SELECT kind FROM number_series WHERE kind LIKE 'order_%' ORDER BY kind",
        )
        .fetch_all(&mut *connection)
        .await
        .unwrap();
        assert_eq!(series, ["order_od", "order_of", "order_op", "order_os"]);
        // The tables refuse what no kind is.
        for (kind, customer) in [("of", "7"), ("od", "NULL"), ("op", "99"), ("xx", "7")] {
            let sql = format!(
                "INSERT INTO orders (revision, number, kind, state, recorded_at, next_step, blockers, assistant_id, customer_id) \
                 VALUES (1, 'x', '{kind}', 'registered', '2026-11-01T00:00:00Z', 1, 0, 1, {customer})"
            );
            let refused = sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
                .execute(&mut *connection)
                .await;
            assert!(refused.is_err(), "{kind} of customer {customer}");
        }
    });
}

#[test]
fn a_file_of_a_newer_program_is_refused_and_left_as_it_is() {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let TestDesk { desk, config, folder, .. } = TestDesk::open(On::Sqlite).await;
        let mut connection = desk.read().await.unwrap();
        sqlx::raw_sql("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', 1, x'00', 0)").execute(&mut *connection).await.unwrap();
        drop(connection);
        desk.close().await;
        drop(desk);
        let file = folder.path().join("desk.db");
        let before = std::fs::read(&file).unwrap();
        let error = Desk::open(config).await.expect_err("refused");
        assert_eq!(error.code(), "newer_database");
        assert_eq!(std::fs::read(&file).unwrap(), before, "left byte for byte");
    });
}
