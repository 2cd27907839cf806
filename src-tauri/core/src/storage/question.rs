//! Several questions in one trip to the database: see [`together`](super::together).

use futures_util::TryStreamExt as _;
use sqlx::{AssertSqlSafe, Either, Executor as _};

use super::engine::Engine;
use super::together::{Statement, joined};
use super::{Cell, Connection, Row};
use crate::error::DeskError;

/// The rows of each statement, in their order.
type Answers = std::vec::IntoIter<Vec<Row>>;
/// Reads the answer from the rows of as many statements as it asked.
type Reading<T> = dyn FnOnce(&mut Answers) -> Result<T, DeskError> + Send;

/// What is asked of the database, and how its answer is read. Questions that do not need each other's answers are put together
/// with [`and`](Self::and).
pub(crate) struct Question<T> {
    statements: Vec<Statement>,
    read: Box<Reading<T>>,
}

impl<T: 'static> Question<T> {
    /// `sql` with its places `$1`, `$2` and so on, what stands in them, and how its rows are read. Nothing that was typed may
    /// stand in `sql` itself.
    pub(crate) fn new(
        sql: impl Into<String>,
        cells: impl Into<Vec<Cell>>,
        read: impl FnOnce(Vec<Row>) -> Result<T, DeskError> + Send + 'static,
    ) -> Self {
        Self {
            statements: vec![Statement::new(sql, cells)],
            read: Box::new(|answers| read(answers.next().unwrap_or_default())),
        }
    }

    /// A question of which the answer is known: nothing is asked.
    pub(crate) fn known(answer: T) -> Self
    where
        T: Send,
    {
        Self {
            statements: Vec::new(),
            read: Box::new(|_| Ok(answer)),
        }
    }

    /// Asks `other` in the same trip, behind this.
    pub(crate) fn and<U: 'static>(mut self, other: Question<U>) -> Question<(T, U)> {
        self.statements.extend(other.statements);
        Question {
            statements: self.statements,
            read: Box::new(|answers| Ok(((self.read)(answers)?, (other.read)(answers)?))),
        }
    }

    /// All of `questions` in one trip.
    pub(crate) fn all(questions: impl IntoIterator<Item = Self>) -> Question<Vec<T>> {
        let (mut statements, mut reads) = (Vec::new(), Vec::new());
        for question in questions {
            statements.extend(question.statements);
            reads.push(question.read);
        }
        Question {
            statements,
            read: Box::new(|answers| reads.into_iter().map(|read| read(answers)).collect()),
        }
    }

    /// The same question, its answer put as `put` has it.
    pub(crate) fn map<U: 'static>(
        self,
        put: impl FnOnce(T) -> Result<U, DeskError> + Send + 'static,
    ) -> Question<U> {
        Question {
            statements: self.statements,
            read: Box::new(|answers| put((self.read)(answers)?)),
        }
    }

    /// Asks, and reads the answer.
    ///
    /// # Errors
    /// When the database cannot be read, or holds something that cannot be understood.
    pub(crate) async fn ask(self, connection: &mut Connection) -> Result<T, DeskError> {
        let answers = match (Engine::serving(connection), self.statements.len()) {
            (Engine::Sqlite, 2..) => answered_together(connection, self.statements).await?,
            _ => answered_in_turn(connection, self.statements).await?,
        };
        (self.read)(&mut answers.into_iter())
    }
}

/// One after the other: the protocol of a server takes one statement with places at a time.
async fn answered_in_turn(
    connection: &mut Connection,
    statements: Vec<Statement>,
) -> Result<Vec<Vec<Row>>, DeskError> {
    let mut answers = Vec::with_capacity(statements.len());
    for Statement { sql, cells } in statements {
        let query = Cell::bound(sqlx::query(AssertSqlSafe(sql)), &cells);
        answers.push(query.fetch_all(&mut *connection).await?);
    }
    Ok(answers)
}

async fn answered_together(
    connection: &mut Connection,
    statements: Vec<Statement>,
) -> Result<Vec<Vec<Row>>, DeskError> {
    let Statement { sql, cells } = joined(statements);
    let query = Cell::bound(sqlx::query(AssertSqlSafe(sql)), &cells);
    let mut told = connection.fetch_many(query);
    let (mut answers, mut rows) = (Vec::new(), Vec::new());
    while let Some(part) = told.try_next().await? {
        match part {
            Either::Right(row) => rows.push(row),
            // The end of one statement.
            Either::Left(_) => answers.push(std::mem::take(&mut rows)),
        }
    }
    Ok(answers)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use sqlx::Row as _;

    use super::Question;
    use crate::error::DeskError;
    use crate::storage::{Address, Pool};

    /// The numbers above `least` in a list that ends at three.
    fn above(least: i64) -> Question<Vec<i64>> {
        let sql = "SELECT n FROM (SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3) l WHERE n > $1 ORDER BY n";
        Question::new(sql, [least.into()], |rows| {
            let numbers = rows.iter().map(|row| row.try_get("n"));
            Ok(numbers.collect::<Result<_, _>>()?)
        })
    }

    fn asked<T: 'static>(question: impl FnOnce() -> Question<T>) -> Result<T, DeskError> {
        let folder = tempfile::tempdir().unwrap();
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let address = Address::File(folder.path().join("desk.db"));
            let pool = Pool::open(&address).await.unwrap();
            let answer = question().ask(&mut pool.reader().await.unwrap()).await;
            pool.close().await;
            answer
        })
    }

    #[test]
    fn each_question_of_a_trip_gets_its_own_rows_and_places() {
        let answer = asked(|| {
            above(1)
                .and(above(3))
                .and(Question::known("said").and(above(2)))
                .and(Question::all([above(0), above(2)]))
        });
        assert_eq!(
            answer.unwrap(),
            (
                ((vec![2, 3], vec![]), ("said", vec![3])),
                vec![vec![1, 2, 3], vec![3]]
            )
        );
    }

    #[test]
    fn a_question_that_fails_fails_those_asked_with_it() {
        let broken = || Question::new("SELECT n FROM no_such_table", [], |_| Ok(()));
        assert!(asked(|| above(0).and(broken())).is_err());
        assert!(asked(|| broken().and(above(0))).is_err());
    }
}
