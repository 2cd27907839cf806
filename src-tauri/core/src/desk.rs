//! The open desk: what every action is a method of.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, NaiveDate, Utc};

use crate::accounts::{Actor, PasswordCost, at_the_door, may_act, power_of};
use crate::audit::Activity;
use crate::clock::{Clock, in_shanghai};
use crate::documents::Press;
use crate::error::{DeskError, Failure};
use crate::files::{ContentStore, PageCache, Receiving};
use crate::house::{self, House, HouseRefusal};
use crate::inspector::Inspector;
use crate::orders::search::{Indexing, begin_index};
use crate::positions::Thumbnails;
use crate::preflight::Looking;
use crate::settings::HouseRules;
use crate::storage::{Address, Pool, Question, Reader, Writer};

/// What a desk is opened with. Nothing of it is read from the environment here.
#[derive(Clone, Debug)]
pub struct DeskConfig {
    /// Where the database is.
    pub database: Address,
    /// Where received files, evidence and papers are kept by content.
    pub attachments: PathBuf,
    /// Where they were kept before and may still lie, the latest first.
    pub former_attachments: Vec<PathBuf>,
    /// 印前指定的文件夹 (S-4.1.4c); may be a share that is away.
    pub prepress: PathBuf,
    /// The two fonts of the forms.
    pub fonts: PathBuf,
    /// The helper process that reads foreign files: program and arguments.
    pub inspector: (PathBuf, Vec<String>),
    /// The clock.
    pub clock: Clock,
    /// How costly a password is to guess.
    pub password_cost: PasswordCost,
}

/// The open desk. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Desk {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    config: DeskConfig,
    pool: Pool,
    press: Press,
    inspector: Inspector,
    /// Where files are kept by content; the house may give it another folder while the desk is open.
    store: RwLock<ContentStore>,
    /// How far the search index is made.
    indexing: Indexing,
    /// Passwords and PINs are tried one after the other, so that trying many at once gains nothing.
    trying: tokio::sync::Mutex<()>,
    /// Thumbnails on their way onto a task sheet.
    thumbnails: Thumbnails,
    /// Pages that were drawn for the window.
    pages: PageCache,
    /// The prepress folder; the house may change it while the desk is open.
    prepress: RwLock<PathBuf>,
    /// Held while copies are made into the prepress folder: one pass at a time.
    filing: tokio::sync::Mutex<()>,
    /// The files that are looked at for print just now.
    looking: Looking,
    /// The files that are being copied in just now.
    coming_in: Receiving,
}

impl Desk {
    /// Opens the database and everything beside it. A search index that has to be made anew is made while the desk is open.
    ///
    /// # Errors
    /// When another program has it open, it is from a newer version, or a folder cannot be used.
    pub async fn open(config: DeskConfig) -> Result<Self, DeskError> {
        let pool = Pool::open(&config.database).await?;
        let indexing = begin_index(&pool).await?;
        let fonts = config.fonts.clone();
        let press = reckon_aside(move || Press::open(&fonts)).await??;
        let (program, arguments) = config.inspector.clone();
        let inspector = Inspector::new(program, arguments.into_iter().map(Into::into).collect());
        let former = config.former_attachments.clone();
        let store = RwLock::new(ContentStore::with_former(&config.attachments, former));
        let prepress = RwLock::new(config.prepress.clone());
        Ok(Self {
            inner: Arc::new(Inner {
                config,
                pool,
                press,
                inspector,
                store,
                indexing,
                thumbnails: Thumbnails::default(),
                pages: PageCache::default(),
                trying: tokio::sync::Mutex::default(),
                filing: tokio::sync::Mutex::default(),
                prepress,
                looking: Looking::default(),
                coming_in: Receiving::default(),
            }),
        })
    }

    /// Closes the database; the file is then whole by itself.
    pub async fn close(&self) {
        self.inner.pool.close().await;
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.inner.config.clock
    }

    /// This moment, by the desk's clock.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock().now()
    }

    /// Today in Shanghai, by the desk's clock.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.clock().today()
    }

    /// How costly a password is to guess.
    pub(crate) fn password_cost(&self) -> PasswordCost {
        self.inner.config.password_cost
    }

    /// Waits for one's turn to try a password or PIN.
    pub(crate) async fn one_try_at_a_time(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.inner.trying.lock().await
    }

    /// The database, for what stands outside the trail.
    pub(crate) fn pool(&self) -> &Pool {
        &self.inner.pool
    }

    /// The press the forms are drawn on.
    pub(crate) fn press(&self) -> &Press {
        &self.inner.press
    }

    /// The helper process that reads foreign files.
    pub(crate) fn inspector(&self) -> &Inspector {
        &self.inner.inspector
    }

    /// Where files are kept by content. Asked for each piece of work: the folder may become another one meanwhile.
    pub(crate) fn store(&self) -> ContentStore {
        // Nothing is half done behind this lock.
        let store = self.inner.store.read();
        store.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Changes where files are kept from now on.
    pub(crate) fn keep_elsewhere(&self, change: impl FnOnce(&ContentStore) -> ContentStore) {
        let now = self.inner.store.write();
        let mut now = now.unwrap_or_else(PoisonError::into_inner);
        *now = change(&now);
    }

    /// Thumbnails on their way onto a task sheet.
    pub(crate) fn thumbnails(&self) -> &Thumbnails {
        &self.inner.thumbnails
    }

    /// Pages that were drawn for the window.
    pub(crate) fn pages(&self) -> &PageCache {
        &self.inner.pages
    }

    /// How far the search index is made.
    pub(crate) fn indexing(&self) -> Indexing {
        self.inner.indexing.clone()
    }

    /// The prepress folder.
    pub(crate) fn prepress(&self) -> PathBuf {
        // Nothing is half done behind this lock.
        let folder = self.inner.prepress.read();
        folder.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Files into another prepress folder from now on.
    pub(crate) fn file_elsewhere(&self, folder: PathBuf) {
        let now = self.inner.prepress.write();
        *now.unwrap_or_else(PoisonError::into_inner) = folder;
    }

    /// The turn of a pass into the prepress folder.
    pub(crate) fn filing(&self) -> &tokio::sync::Mutex<()> {
        &self.inner.filing
    }

    /// The files that are looked at for print just now.
    pub(crate) fn looking(&self) -> &Looking {
        &self.inner.looking
    }

    /// The files that are being copied in just now.
    pub(crate) fn coming_in(&self) -> &Receiving {
        &self.inner.coming_in
    }

    /// A connection to read with.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn read(&self) -> Result<Reader, DeskError> {
        Ok(self.inner.pool.reader().await?)
    }

    /// Opens the writing door for `actor` and a named act; whoever may not do it today is refused here, at the one
    /// place every act comes through.
    ///
    /// # Errors
    /// When `actor` may not, or the database cannot be written.
    pub async fn begin(&self, actor: &Actor, activity: Activity) -> Result<Writer, DeskError> {
        if power_of(activity).is_some() {
            return Ok(self.begin_by_rules(actor, activity).await?.0);
        }
        // An act that needs no power, as signing in: nothing is asked.
        let (pool, nothing) = (&self.inner.pool, Question::known(()));
        let (writer, ()) = Writer::begin(pool, self.now(), actor, nothing, |()| activity).await?;
        Ok(writer)
    }

    /// As [`begin`](Self::begin), with the rules of the house of today: read once for the door and for the act.
    ///
    /// # Errors
    /// As [`begin`](Self::begin).
    pub(crate) async fn begin_by_rules(
        &self,
        actor: &Actor,
        activity: Activity,
    ) -> Result<(Writer, HouseRules), DeskError> {
        let asked = Question::known(());
        let (writer, rules, ()) = self.begin_asking(actor, asked, |()| activity).await?;
        Ok((writer, rules))
    }

    /// As [`begin_by_rules`](Self::begin_by_rules), for an act of which only the answer to `asked` tells which it is.
    pub(crate) async fn begin_asking<T: 'static>(
        &self,
        actor: &Actor,
        asked: Question<T>,
        activity: impl Fn(&T) -> Activity,
    ) -> Result<(Writer, HouseRules, T), DeskError> {
        let now = self.now();
        let asked = at_the_door(actor, in_shanghai(now).date()).and(asked);
        let act = |(_, answer): &(_, T)| activity(answer);
        let (mut writer, (found, answer)) =
            Writer::begin(&self.inner.pool, now, actor, asked, act).await?;
        let rules = may_act(&mut writer, activity(&answer), found)?;
        Ok((writer, rules, answer))
    }

    /// The house, when there has been a first start.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn house(&self) -> Result<Option<House>, DeskError> {
        house::queries::house(&mut *self.read().await?).await
    }

    /// The house; without one nothing of the trade can be done.
    ///
    /// # Errors
    /// When there has been no first start.
    pub async fn open_house(&self) -> Result<House, DeskError> {
        self.house()
            .await?
            .ok_or_else(|| HouseRefusal::NotStarted.into())
    }
}

/// Runs work that only reckons, off the threads that serve the window.
///
/// # Errors
/// When the work could not be finished.
pub(crate) async fn reckon_aside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Failure::Secret(error.to_string()))
}
