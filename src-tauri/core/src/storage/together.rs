//! Several statements in one trip to the database.
//!
//! SQLite works on a thread of its own: for every statement the desk wakes that thread and is woken by it, which takes longer than
//! most statements do. What an act writes last waits for nothing that is answered, and goes there together; so do questions that
//! do not need each other's answers ([`Question`](super::Question)). sqlx gives up joined statements with places one day: they are
//! written here and asked there, and nowhere else.

use sqlx::AssertSqlSafe;

use super::engine::Engine;
use super::{Cell, Connection};
use crate::error::DeskError;

/// A statement with its places `$1`, `$2` and so on, and what stands in them.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    pub(super) sql: String,
    pub(super) cells: Vec<Cell>,
}

impl Statement {
    pub(super) fn new(sql: impl Into<String>, cells: impl Into<Vec<Cell>>) -> Self {
        let (sql, cells) = (sql.into(), cells.into());
        debug_assert!(
            !sql.contains(['?', ';']),
            "one statement, its places numbered"
        );
        // One cell too few would take the first of the statement behind it.
        debug_assert_eq!(places(&sql), cells.len(), "each place has its cell: {sql}");
        Self { sql, cells }
    }

    async fn write(self, connection: &mut Connection) -> Result<(), DeskError> {
        let query = sqlx::query(AssertSqlSafe(self.sql));
        Cell::bound(query, &self.cells).execute(connection).await?;
        Ok(())
    }
}

/// A statement that writes and answers nothing.
#[derive(Clone, Debug)]
pub(crate) struct Change(Statement);

impl Change {
    /// `sql` with its places `$1`, `$2` and so on, and what stands in them. No text may stand in `sql` itself.
    pub(crate) fn new(sql: impl Into<String>, cells: impl Into<Vec<Cell>>) -> Self {
        let statement = Statement::new(sql, cells);
        debug_assert!(!statement.sql.contains('\''), "the places hold the texts");
        Self(statement)
    }

    /// Whether both change the same columns of the same row.
    pub(super) fn is_of_the_row_of(&self, other: &Self) -> bool {
        self.0.sql == other.0.sql && self.0.cells.last() == other.0.cells.last()
    }

    /// Writes this one alone.
    pub(super) async fn write(self, connection: &mut Connection) -> Result<(), DeskError> {
        self.0.write(connection).await
    }
}

/// Writes all of `changes`, in their order; the first that fails ends it, and the commit around it with it.
pub(super) async fn write_together(
    connection: &mut Connection,
    changes: Vec<Change>,
) -> Result<(), DeskError> {
    match Engine::serving(connection) {
        Engine::Sqlite => {
            let statements = changes.into_iter().map(|change| change.0);
            joined(statements).write(connection).await
        }
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
pub(super) fn joined(statements: impl IntoIterator<Item = Statement>) -> Statement {
    let mut all = Statement::new(String::new(), []);
    for statement in statements {
        place(&mut all.sql, &statement.sql, all.cells.len());
        all.sql.push_str("; ");
        all.cells.extend(statement.cells);
    }
    all
}

/// How many places a statement has, by the number of the last.
fn places(sql: &str) -> usize {
    let numbers = sql.split('$').skip(1).map(|part| {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        part[..digits].parse().unwrap_or(usize::MAX)
    });
    numbers.max().unwrap_or(0)
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
    use super::{Statement, joined};

    #[test]
    fn the_places_of_joined_statements_are_counted_through() {
        let all = joined(vec![
            Statement::new("DELETE FROM a WHERE k = $1", ["x".into()]),
            Statement::new("UPDATE b SET n = 1", []),
            Statement::new(
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
