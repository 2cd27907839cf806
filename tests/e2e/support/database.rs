//! A PostgreSQL database of a test's own.

use std::time::{SystemTime, UNIX_EPOCH};

use sqlx::Connection as _;

/// Makes an empty database on the server of the tests and answers its address; none where there is no server.
pub fn own_database() -> Option<String> {
    let server = std::env::var("DOCKET_TEST_POSTGRES")
        .ok()
        .filter(|address| !address.is_empty());
    let Some(server) = server else {
        eprintln!("skipped: PostgreSQL (no server address in DOCKET_TEST_POSTGRES)");
        return None;
    };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let name = format!("docket_e2e_{}_{}", std::process::id(), now.as_nanos());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let mut connection = sqlx::PgConnection::connect(&server).await.unwrap();
        // The name is made of letters and numbers above.
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        sqlx::query(create).execute(&mut connection).await.unwrap();
    });
    let (server, _) = server.rsplit_once('/').expect("an address with a database");
    Some(format!("{server}/{name}"))
}
