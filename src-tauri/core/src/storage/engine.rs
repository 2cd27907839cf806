//! What SQLite and PostgreSQL do not share: how a connection is made safe, how a write begins, how the tables
//! come to be.

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{AnyConnection, Row as _};

use super::Address;
use crate::error::Failure;

static SQLITE_MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES_MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// Below this version a database in WAL mode can be corrupted by two connections that write and checkpoint at
/// the same instant.
const OLDEST_SAFE_SQLITE: [u32; 3] = [3, 51, 3];

/// Set on every connection and read back: a pragma that did not take is a reason not to start.
/// `(name, value as set, value as read back)`.
const SQLITE_PRAGMAS: &[(&str, &str, &str)] = &[
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("foreign_keys", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("mmap_size", "0", "0"),
    // Eight megabytes where a database is that large: a search of a million orders takes a tenth less work.
    ("cache_size", "-8000", "-8000"),
    // macOS: a plain fsync does not reach the drive.
    ("fullfsync", "ON", "1"),
    ("checkpoint_fullfsync", "ON", "1"),
    ("busy_timeout", "5000", "5000"),
];

/// Which of the two a desk works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub(super) const fn of(address: &Address) -> Self {
        match address {
            Address::File(_) => Self::Sqlite,
            Address::Server(_) => Self::Postgres,
        }
    }

    /// Which of the two is behind an open connection.
    pub(super) fn serving(connection: &AnyConnection) -> Self {
        if connection.backend_name() == "SQLite" {
            Self::Sqlite
        } else {
            Self::Postgres
        }
    }

    /// A write takes its lock at once. PostgreSQL locks with the audit head's row instead.
    pub(super) const fn begin_writing(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// Makes a new connection safe to use.
    pub(super) async fn prepare(self, connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
        if self == Self::Sqlite {
            for (name, value, _) in SQLITE_PRAGMAS {
                sqlx::raw_sql(sqlx::AssertSqlSafe(format!("PRAGMA {name} = {value}")))
                    .execute(&mut *connection)
                    .await?;
            }
        }
        Ok(())
    }

    /// Reads back what [`prepare`](Self::prepare) set.
    pub(super) async fn assert_safe(self, connection: &mut AnyConnection) -> Result<(), Failure> {
        if self != Self::Sqlite {
            return Ok(());
        }
        let version: String = sqlx::query("SELECT sqlite_version()")
            .fetch_one(&mut *connection)
            .await?
            .try_get(0)?;
        if !is_safe_version(&version) {
            return Err(Failure::UnsafeDatabase(format!("SQLite {version}")));
        }
        for (name, _, wanted) in SQLITE_PRAGMAS {
            let row = sqlx::raw_sql(sqlx::AssertSqlSafe(format!("PRAGMA {name}")))
                .fetch_optional(&mut *connection)
                .await?;
            let Some(row) = row else { continue };
            let found = match row.try_get::<i64, _>(0) {
                Ok(number) => number.to_string(),
                Err(_) => row.try_get::<String, _>(0)?,
            };
            if !found.eq_ignore_ascii_case(wanted) {
                return Err(Failure::UnsafeDatabase(format!("{name} = {found}")));
            }
        }
        Ok(())
    }

    /// Brings the tables up to date. A file from a newer program is refused before anything is written to it.
    pub(super) async fn migrate(self, pool: &sqlx::AnyPool) -> Result<(), Failure> {
        let migrations = match self {
            Self::Sqlite => &SQLITE_MIGRATIONS,
            Self::Postgres => &POSTGRES_MIGRATIONS,
        };
        migrations.run(pool).await.map_err(|error| match error {
            MigrateError::VersionMissing(_) => Failure::NewerDatabase,
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            other => Failure::Migration(other.to_string()),
        })
    }
}

fn is_safe_version(version: &str) -> bool {
    let mut parts = version
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    let found = [
        parts.next().unwrap_or(0),
        parts.next().unwrap_or(0),
        parts.next().unwrap_or(0),
    ];
    found >= OLDEST_SAFE_SQLITE
}

#[cfg(test)]
mod tests {
    use super::is_safe_version;

    #[test]
    fn a_sqlite_that_can_corrupt_its_log_is_not_safe() {
        assert!(is_safe_version("3.51.3") && is_safe_version("3.54.0") && is_safe_version("4.0.0"));
        assert!(
            !is_safe_version("3.51.2")
                && !is_safe_version("3.46.0")
                && !is_safe_version("nonsense")
        );
    }
}
