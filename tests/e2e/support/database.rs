//! A PostgreSQL database of a test's own.

use std::io::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::Connection as _;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// Makes an empty database on the server of the tests and answers its address; none where there is no server.
pub fn own_database() -> Option<String> {
    let server = std::env::var("DOCKET_TEST_POSTGRES")
        .ok()
        .filter(|address| !address.is_empty());
    let Some(server) = server else {
        // Past the test runner's capture, so that a skip is seen.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: PostgreSQL (no server address in DOCKET_TEST_POSTGRES)"
        );
        return None;
    };
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("docket_e2e_{}_{number}", std::process::id());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let mut connection = sqlx::PgConnection::connect(&server).await.unwrap();
        // An older run may have left one with the same process number. The name is made of letters and numbers above.
        for act in ["DROP DATABASE IF EXISTS", "CREATE DATABASE"] {
            let act = sqlx::AssertSqlSafe(format!("{act} {name}"));
            sqlx::query(act).execute(&mut connection).await.unwrap();
        }
    });
    let (server, _) = server.rsplit_once('/').expect("an address with a database");
    Some(format!("{server}/{name}"))
}
