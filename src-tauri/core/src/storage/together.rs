//! Several writes in one trip to the database.
//!
//! SQLite works on a thread of its own: for every statement the desk wakes that thread and is woken by it, which takes longer than
//! most statements do. What an act writes last waits for nothing that is answered, and goes there together.

use sqlx::AssertSqlSafe;

use super::engine::Engine;
use super::{Cell, Connection};
use crate::error::DeskError;

/// A statement that writes and answers nothing.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    sql: String,
    cells: Vec<Cell>,
}

impl Change {
    /// `sql` with its places `$1`, `$2` and so on, and what stands in them. No text may stand in `sql` itself.
    pub(crate) fn new(sql: impl Into<String>, cells: impl Into<Vec<Cell>>) -> Self {
        let sql = sql.into();
        debug_assert!(
            !sql.contains(['?', '\'']),
            "places are numbered, and hold the texts"
        );
        Self {
            sql,
            cells: cells.into(),
        }
    }

    /// Writes this one alone.
    pub(super) async fn write(self, connection: &mut Connection) -> Result<(), DeskError> {
        let query = sqlx::query(AssertSqlSafe(self.sql));
        Cell::bound(query, &self.cells).execute(connection).await?;
        Ok(())
    }
}

/// Writes all of `changes`, in their order; the first that fails ends it, and the commit around it with it.
pub(super) async fn write_together(
    connection: &mut Connection,
    changes: Vec<Change>,
) -> Result<(), DeskError> {
    match Engine::serving(connection) {
        Engine::Sqlite => joined(changes).write(connection).await,
        // Its protocol takes one statement with places at a time.
        Engine::Postgres => {
            for change in changes {
                change.write(connection).await?;
            }
            Ok(())
        }
    }
}

/// All statements as one, their places counted through.
fn joined(changes: Vec<Change>) -> Change {
    let mut all = Change::new(String::new(), []);
    for change in changes {
        place(&mut all.sql, &change.sql, all.cells.len());
        all.sql.push_str("; ");
        all.cells.extend(change.cells);
    }
    all
}

/// Puts `sql` behind `into`, each of its places `behind` further on.
fn place(into: &mut String, sql: &str, behind: usize) {
    let mut parts = sql.split('$');
    into.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(part.len());
        let (number, rest) = part.split_at(end);
        let number: usize = number.parse().unwrap_or(0);
        into.push_str(&format!("${}{rest}", number + behind));
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, joined};

    #[test]
    fn the_places_of_joined_statements_are_counted_through() {
        let all = joined(vec![
            Change::new("DELETE FROM a WHERE k = $1", ["x".into()]),
            Change::new("UPDATE b SET n = 1", []),
            Change::new(
                "UPDATE b SET c = $2, d = $1 WHERE id IN ($3, $1)",
                [1.into(), 2.into(), 3.into()],
            ),
        ]);
        assert_eq!(
            all.sql,
            "DELETE FROM a WHERE k = $1; UPDATE b SET n = 1; UPDATE b SET c = $3, d = $2 WHERE id IN ($4, $2); "
        );
        assert_eq!(all.cells, ["x".into(), 1.into(), 2.into(), 3.into()]);
    }
}
