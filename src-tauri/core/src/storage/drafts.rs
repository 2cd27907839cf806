//! What is being typed. A draft is replaced in place at every pause and stands outside the trail: it is nobody's
//! act yet. It goes in the same commit that makes an order of it.

use sqlx::Row as _;

use super::{Change, Connection, Pool, Question, Row, Writer};
use crate::accounts::Actor;
use crate::error::{DeskError, Failure};

/// An open form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which form: `new:3` or `order:12`.
    pub key: String,
    /// What stands in it, as typed.
    pub body: String,
    /// When it was last saved (UTC).
    pub saved_at: String,
}

impl Draft {
    fn from_row(row: &Row) -> Result<Self, sqlx::Error> {
        Ok(Self {
            key: row.try_get("form_key")?,
            body: row.try_get("body")?,
            saved_at: row.try_get("saved_at")?,
        })
    }

    /// The open forms of one person, the one last typed into first.
    pub(crate) async fn list(
        connection: &mut Connection,
        account: i64,
    ) -> Result<Vec<Self>, DeskError> {
        let rows = sqlx::query("SELECT form_key, body, saved_at FROM drafts WHERE account_id = $1 ORDER BY saved_at DESC, form_key DESC").bind(account).fetch_all(connection).await?;
        Ok(rows.iter().map(Self::from_row).collect::<Result<_, _>>()?)
    }

    /// The open forms of everybody, the latest first, each with the name of whoever types it.
    pub(crate) async fn of_everybody(
        connection: &mut Connection,
    ) -> Result<Vec<(Self, String)>, DeskError> {
        let rows = sqlx::query(
            "SELECT d.form_key, d.body, d.saved_at, a.name FROM drafts d JOIN accounts a ON a.id = d.account_id \
             ORDER BY d.saved_at DESC, d.form_key DESC",
        )
        .fetch_all(connection)
        .await?;
        let read = |row: &Row| Ok((Self::from_row(row)?, row.try_get("name")?));
        Ok(rows.iter().map(read).collect::<Result<_, sqlx::Error>>()?)
    }

    /// The open forms of everybody.
    pub(crate) async fn all(connection: &mut Connection) -> Result<Vec<Self>, DeskError> {
        let rows = sqlx::query("SELECT form_key, body, saved_at FROM drafts ORDER BY form_key")
            .fetch_all(connection)
            .await?;
        Ok(rows.iter().map(Self::from_row).collect::<Result<_, _>>()?)
    }

    /// One open form.
    pub(crate) async fn find(
        connection: &mut Connection,
        key: &str,
    ) -> Result<Option<Self>, DeskError> {
        Self::under(key).ask(connection).await
    }

    /// As [`find`](Self::find), to be asked with something else.
    pub(crate) fn under(key: &str) -> Question<Option<Self>> {
        let sql = "SELECT form_key, body, saved_at FROM drafts WHERE form_key = $1";
        Question::new(sql, [key.into()], |rows| {
            Ok(rows.first().map(Self::from_row).transpose()?)
        })
    }
}

impl Pool {
    /// Puts `body` in the place of what stood under `key`.
    pub(crate) async fn put_draft(
        &self,
        actor: &Actor,
        key: &str,
        body: &str,
        saved_at: &str,
    ) -> Result<(), DeskError> {
        let account = actor.id().ok_or(Failure::Missing("accounts"))?;
        let (_turn, mut transaction) = self.begin().await?;
        sqlx::query(
            "INSERT INTO drafts (form_key, body, account_id, saved_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (form_key) DO UPDATE SET body = excluded.body, account_id = excluded.account_id, saved_at = excluded.saved_at",
        )
        .bind(key.to_owned())
        .bind(body.to_owned())
        .bind(account)
        .bind(saved_at.to_owned())
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Throws away what stood under `key`.
    pub(crate) async fn drop_draft(&self, key: &str) -> Result<(), DeskError> {
        let (_turn, mut transaction) = self.begin().await?;
        removed(key).write(&mut transaction).await?;
        transaction.commit().await?;
        Ok(())
    }
}

impl Writer {
    /// Lets the draft under `key` go in this commit: it has become an act.
    pub fn drop_draft(&mut self, key: &str) {
        self.touch(super::Topic::drafts());
        self.write_at_commit(removed(key));
    }

    /// Puts another body under `key` in this commit, where the draft is still there. When it was saved stays.
    pub(crate) async fn rewrite_draft(&mut self, key: &str, body: &str) -> Result<(), DeskError> {
        sqlx::query("UPDATE drafts SET body = $1 WHERE form_key = $2")
            .bind(body.to_owned())
            .bind(key.to_owned())
            .execute(&mut **self)
            .await?;
        Ok(())
    }
}

fn removed(key: &str) -> Change {
    Change::new("DELETE FROM drafts WHERE form_key = $1", [key.into()])
}
