//! Opening the database, once, by one program.

use std::fs::{File, TryLockError};
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::Arc;

use sqlx::AnyPool;
use sqlx::any::AnyPoolOptions;

use super::engine::Engine;
use super::tidying::{Tidying, Turn, Turns};
use super::{Address, Connection};
use crate::error::{DeskError, Failure};

/// A few readers beside the one writer; a desk has one person at it.
const READERS: u32 = 4;

/// The open database.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    readers: AnyPool,
    /// The one connection that writes. SQLite forgets the pages a connection has read once another one has written, so whoever
    /// writes by turns on several reads everything anew.
    writer: AnyPool,
    engine: Engine,
    /// One writer at a time, so that none waits inside SQLite's busy timeout.
    turns: Turns,
    /// A server tidies by itself.
    tidying: Arc<Option<Tidying>>,
    /// Held as long as the program runs: SQLite's own migration lock does nothing.
    _lock: Arc<Option<File>>,
}

impl Pool {
    /// Opens, checks and brings up to date the database at `address`.
    pub(crate) async fn open(address: &Address) -> Result<Self, Failure> {
        sqlx::any::install_default_drivers();
        let engine = Engine::of(address);
        let lock = match address {
            Address::File(path) => Some(take_lock(path)?),
            Address::Server(_) => None,
        };
        let writer = connections(engine, 1).connect(&address.url()).await?;
        engine.assert_safe(&mut *writer.acquire().await?).await?;
        engine.migrate(&writer).await?;
        let readers = connections(engine, READERS).connect(&address.url()).await?;
        let turns = Turns::default();
        let tidying = match engine {
            Engine::Sqlite => Some(Tidying::begin(writer.clone(), turns.clone())),
            Engine::Postgres => None,
        };
        Ok(Self {
            readers,
            writer,
            engine,
            tidying: Arc::new(tidying),
            turns,
            _lock: Arc::new(lock),
        })
    }

    pub(crate) async fn reader(&self) -> Result<super::Reader, Failure> {
        Ok(self.readers.acquire().await?)
    }

    /// Begins to write: first in this program, then in the database.
    pub(super) async fn begin(
        &self,
    ) -> Result<(Turn, sqlx::Transaction<'static, sqlx::Any>), Failure> {
        let turn = self.turns.next().await;
        let transaction = self.writer.begin_with(self.engine.begin_writing()).await?;
        Ok((turn, transaction))
    }

    /// Begins to write what is derived from the rows and stands in no trail. Takes its turn with the acts, so that what
    /// it derives is not old when it is written.
    pub(crate) async fn begin_derived(&self) -> Result<Derived, DeskError> {
        let (turn, mut transaction) = self.begin().await?;
        crate::audit::queries::head_taken()
            .ask(&mut transaction)
            .await?;
        Ok(Derived {
            transaction,
            _turn: turn,
        })
    }

    /// Closes every connection; SQLite folds its log back into the file.
    pub(crate) async fn close(&self) {
        if let Some(tidying) = &*self.tidying {
            tidying.end();
        }
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Whether it was closed: what works behind the window ends with it.
    pub(crate) fn is_closed(&self) -> bool {
        self.readers.is_closed()
    }
}

/// At most so many connections, each made safe before it is used.
fn connections(engine: Engine, most: u32) -> AnyPoolOptions {
    let options =
        AnyPoolOptions::new()
            .max_connections(most)
            .after_connect(move |connection, _| {
                Box::pin(async move { engine.prepare(connection).await })
            });
    match engine {
        // A file that is open stays open.
        Engine::Sqlite => options
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None),
        // A server may have hung up meanwhile.
        Engine::Postgres => options,
    }
}

/// An open commit of derived rows.
#[derive(Debug)]
pub(crate) struct Derived {
    transaction: sqlx::Transaction<'static, sqlx::Any>,
    _turn: Turn,
}

impl Derived {
    /// Makes it durable.
    pub(crate) async fn commit(self) -> Result<(), DeskError> {
        Ok(self.transaction.commit().await?)
    }
}

impl Deref for Derived {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.transaction
    }
}
impl DerefMut for Derived {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.transaction
    }
}

/// Takes the folder of the database for this program alone.
fn take_lock(database: &Path) -> Result<File, Failure> {
    let folder = database.parent().unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, error))?;
    let path = folder.join("desk.lock");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|error| Failure::file(&path, error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Failure::AlreadyOpen(folder.to_path_buf())),
        Err(TryLockError::Error(error)) => Err(Failure::file(path, error)),
    }
}
