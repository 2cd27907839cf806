//! The schema on both databases: the same tables, and it refuses too.

use std::collections::BTreeMap;
use std::path::Path;

use docket_core::audit::ChainBreak;
use docket_core::{Desk, Refuse as _};

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
                "UPDATE audit SET at = '2026-11-24T01:12:01Z' WHERE seq = 1",
                ChainBreak::Changed { seq: 1 },
            ),
            (
                "UPDATE audit SET account_id = 2 WHERE seq = 1",
                ChainBreak::Changed { seq: 1 },
            ),
            (
                "UPDATE audit SET activity = 'save_order' WHERE seq = 1",
                ChainBreak::Changed { seq: 1 },
            ),
            (
                "UPDATE audit SET subject = 'order:1' WHERE seq = 1",
                ChainBreak::Changed { seq: 1 },
            ),
            (
                r#"UPDATE audit SET params = '{"number":"OD-1"}' WHERE seq = 1"#,
                ChainBreak::Changed { seq: 1 },
            ),
            (
                "UPDATE audit SET changes = REPLACE(changes, '林晓梅', '林小梅') WHERE seq = 1",
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

#[test]
fn clause_f4_5a_the_tables_refuse_an_order_that_no_kind_is() {
    on_both(|test| async move {
        let mut connection = test.desk.read().await.unwrap();
        sqlx::raw_sql("INSERT INTO customers (id, revision, name, short_name, address, contact, phone, remark, created_at) VALUES (7, 1, '彩源', '', '', '', '', '', '2026-11-01T00:00:00Z')")
            .execute(&mut *connection)
            .await
            .unwrap();
        let table = [
            ("of", "NULL", true),
            ("op", "7", true),
            ("of", "7", false),
            ("od", "NULL", false),
            ("op", "99", false),
            ("xx", "7", false),
        ];
        for (kind, customer, taken) in table {
            let sql = format!(
                "INSERT INTO orders (revision, number, kind, state, recorded_at, next_step, blockers, assistant_id, customer_id) \
                 VALUES (1, '{kind}', '{kind}', 'registered', '2026-11-01T00:00:00Z', 1, 0, 1, {customer})"
            );
            let answer = sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
                .execute(&mut *connection)
                .await;
            assert_eq!(answer.is_ok(), taken, "{kind} of customer {customer}");
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
