//! The desk's side: asks the worker, watches its clock and its memory, and
//! ends it when it outgrows them.

use super::press::PressFacts;
use super::wire::{Answer, Limits, Question, Request};
use super::worker_process::{End, Saw, Worker};
use super::{Comparison, Inspected, InspectorRefusal, Reason};
use crate::documents::GreyPicture;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout_at};

/// What one file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Longest time from the call to the answer, waiting for other files and
    /// starting a worker included.
    pub time: Duration,
    /// Resident memory of the worker in bytes at which it is ended; a file, which is read whole, may have four fifths of
    /// it beyond its own size, and more where it is larger than 200 MB.
    pub memory: u64,
    /// Largest file in bytes.
    pub file: u64,
    /// Most pages listed of one file.
    pub pages: u32,
    /// Most pixels drawn; a larger page is drawn smaller.
    pub pixels: u64,
}

impl Default for Budget {
    /// 10 s, 500 MB, 2 GB files, 100,000 pages, 16 million pixels.
    ///
    /// What a worker takes between two looks at it comes on top of its 500 MB, so that no file of up to 200 MB ever takes
    /// more than 600.
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            memory: 500_000_000,
            file: 2_000_000_000,
            pages: 100_000,
            pixels: 16_000_000,
        }
    }
}

/// Reads foreign files in a process of their own; one file at a time, by one
/// worker that is kept warm.
///
/// Dropping a call ends the worker it was waiting for; dropping the inspector
/// ends an idle one. Calls need a tokio runtime with time and I/O.
#[derive(Debug)]
pub struct Inspector {
    program: PathBuf,
    arguments: Vec<OsString>,
    budget: Budget,
    worker: Mutex<Option<Worker>>,
}

impl Inspector {
    /// An inspector whose workers are `program` with `arguments`: the desk's own
    /// program with [`super::ARGUMENT`], or `docket-inspector`. Starts nothing yet.
    #[must_use]
    pub fn new(program: PathBuf, arguments: Vec<OsString>) -> Self {
        Self {
            program,
            arguments,
            budget: Budget::default(),
            worker: Mutex::new(None),
        }
    }

    /// The same inspector with other budgets.
    #[must_use]
    pub fn with_budget(self, budget: Budget) -> Self {
        Self { budget, ..self }
    }

    /// Tells kind, pages and boxes of the file at `path`.
    ///
    /// A file of no known kind is an answer, not a refusal.
    ///
    /// # Errors
    /// Any [`Reason`] but [`Reason::NotPdf`] and [`Reason::NoSuchPage`].
    pub async fn inspect(&self, path: &Path) -> Result<Inspected, InspectorRefusal> {
        match self.ask(path, Question::Inspect, &|_, _| {}).await? {
            (Answer::Inspected(inspected), _) => Ok(*inspected),
            (Answer::Refused(refusal), _) => Err(refusal),
            _ => Err(Reason::Crashed.into()),
        }
    }

    /// Tells what [`Inspector::inspect`] tells, and of a PDF also what would be printed: [`PressFacts`].
    ///
    /// A page that cannot be read to its end says so in its facts; so do the pages that are left when the time is nearly
    /// up. `saw` is told every now and then how many of how many pages were read.
    ///
    /// # Errors
    /// As [`Inspector::inspect`].
    pub async fn inspect_for_press(
        &self,
        path: &Path,
        saw: &(dyn Fn(u32, u32) + Sync),
    ) -> Result<(Inspected, Option<PressFacts>), InspectorRefusal> {
        match self.ask(path, Question::Press, saw).await? {
            (Answer::Pressed(inspected, press), _) => Ok((*inspected, Some(*press))),
            (Answer::Inspected(inspected), _) => Ok((*inspected, None)),
            (Answer::Refused(refusal), _) => Err(refusal),
            _ => Err(Reason::Crashed.into()),
        }
    }

    /// Tells page by page what the file at `after` changed of the one at `before`; pages that are left when the time is nearly
    /// up say so. `saw` is told every now and then how many of how many pages were looked at.
    ///
    /// # Errors
    /// Any [`Reason`] but [`Reason::NoSuchPage`].
    pub async fn compare(
        &self,
        before: &Path,
        after: &Path,
        saw: &(dyn Fn(u32, u32) + Sync),
    ) -> Result<Comparison, InspectorRefusal> {
        let before = before.to_str().ok_or(Reason::NotReadable)?.to_owned();
        match self.ask(after, Question::Compare { before }, saw).await? {
            (Answer::Compared(comparison), _) => Ok(*comparison),
            (Answer::Refused(refusal), _) => Err(refusal),
            _ => Err(Reason::Crashed.into()),
        }
    }

    /// Draws `page`, counted from 1, at `dpi` as a PNG; smaller if it would
    /// exceed [`Budget::pixels`]. Not colour-accurate.
    ///
    /// # Errors
    /// Any [`Reason`].
    pub async fn render_page(
        &self,
        path: &Path,
        page: u32,
        dpi: u32,
    ) -> Result<Vec<u8>, InspectorRefusal> {
        match self
            .ask(path, Question::Draw { page, dpi }, &|_, _| {})
            .await?
        {
            (Answer::Picture, png) => Ok(png),
            (Answer::Refused(refusal), _) => Err(refusal),
            _ => Err(Reason::Crashed.into()),
        }
    }

    /// Draws `page`, counted from 1, small and grey.
    ///
    /// # Errors
    /// Any [`Reason`].
    pub async fn thumbnail(&self, path: &Path, page: u32) -> Result<GreyPicture, InspectorRefusal> {
        match self
            .ask(path, Question::Thumbnail { page }, &|_, _| {})
            .await?
        {
            // What a worker says that has read a foreign file is looked at before it is taken.
            (Answer::Picture, bytes) => {
                GreyPicture::read(&bytes).ok_or_else(|| Reason::Crashed.into())
            }
            (Answer::Refused(refusal), _) => Err(refusal),
            _ => Err(Reason::Crashed.into()),
        }
    }

    /// What is to be written behind the file at `path` so that page `pages[n]`, counted from 1, carries page n of `over`: a
    /// PDF of our own, drawn on the pages as people see them, from their upper left corners.
    ///
    /// # Errors
    /// Any [`Reason`]: a file that is encrypted or signed, or that had to be mended, is not marked.
    pub async fn mark(
        &self,
        path: &Path,
        over: &[u8],
        pages: Vec<u32>,
    ) -> Result<Vec<u8>, InspectorRefusal> {
        let over = STANDARD.encode(over);
        match self
            .ask(path, Question::Mark { over, pages }, &|_, _| {})
            .await?
        {
            (Answer::Marked, tail) => Ok(tail),
            (Answer::Refused(refusal), _) => Err(refusal),
            _ => Err(Reason::Crashed.into()),
        }
    }

    /// One question, one answer, within the time counted from here.
    async fn ask(
        &self,
        path: &Path,
        question: Question,
        saw: Saw<'_>,
    ) -> Result<(Answer, Vec<u8>), InspectorRefusal> {
        let until = Instant::now() + self.budget.time;
        // JSON carries Unicode only; such a name comes from a broken archive.
        let path = path.to_str().ok_or(Reason::NotReadable)?;
        let mut size = size_of(Path::new(path)).await;
        if let Question::Compare { before } = &question {
            size = size.saturating_add(size_of(Path::new(before)).await);
        }
        let Budget {
            file,
            pages,
            pixels,
            memory,
            time,
        } = self.budget;
        let mut place = timeout_at(until, self.worker.lock())
            .await
            .map_err(|_| Reason::Busy)?;
        let mut kept = place.take().and_then(Worker::if_alive);
        let mut request = Request {
            path: path.to_owned(),
            question,
            limits: Limits {
                file,
                pages,
                pixels,
                time_ms: 0,
            },
        };
        let heard = AtomicBool::new(false);
        let (end, waited) = loop {
            let was_kept = kept.is_some();
            let mut worker = match kept.take() {
                Some(warm) => warm,
                None => Worker::start(&self.program, &self.arguments)
                    .map_err(|_| Reason::CannotStart)?,
            };
            // What the files before this one took, or a worker that is gone, is not there for it: a partial answer must come
            // before the end.
            let left = until.saturating_duration_since(Instant::now());
            let waited = time.saturating_sub(left);
            request.limits.time_ms = u64::try_from(left.as_millis()).unwrap_or(u64::MAX) / 10 * 7;
            let said = serde_json::to_vec(&request).map_err(|_| Reason::NotReadable)?;
            // The worker is out of its place while it works: if this future is
            // dropped, the worker is dropped with it and thereby ended.
            let answer = worker
                .answer(
                    &said,
                    until,
                    allowed(memory, size.min(file.saturating_mul(2))),
                    &|seen, pages| {
                        heard.store(true, Ordering::Relaxed);
                        saw(seen, pages);
                    },
                )
                .await;
            match answer {
                Ok(answer) if worker.may_stay() => {
                    *place = Some(worker);
                    return Ok(answer);
                }
                Ok(answer) => {
                    worker.end().await;
                    return Ok(answer);
                }
                Err(end) => {
                    worker.end().await;
                    // A kept worker may have been on its way out when it was asked, which no look at it can tell:
                    // nothing is known against the file until a fresh one stops at it too.
                    let told_nothing = !heard.load(Ordering::Relaxed);
                    if was_kept && told_nothing && matches!(end, End::Gone) {
                        tracing::warn!("a kept worker of the inspector was gone");
                        continue;
                    }
                    break (end, waited);
                }
            }
        };
        let reason = match end {
            // Much of the time went to the files before this one: the moment is at fault, not the file.
            End::Late if waited >= time / 5 => Reason::Busy,
            End::Late => Reason::TooSlow {
                limit_ms: u64::try_from(time.as_millis()).unwrap_or(u64::MAX),
            },
            End::Grown => Reason::TooBig {
                limit_mb: allowed(memory, size) / 1_000_000,
            },
            End::Gone => Reason::Crashed,
        };
        tracing::warn!(reason = reason.code(), "the inspector's worker was ended");
        Err(reason.into())
    }
}

/// The resident memory at which a worker is ended that reads a file of `size` bytes, where one of no size is given `memory`.
fn allowed(memory: u64, size: u64) -> u64 {
    // What is read of it may stand there twice.
    let beyond = (memory / 5 * 4).max(size.saturating_add(memory / 5 * 2));
    memory.max(size.saturating_add(beyond))
}

/// The size of a file in bytes; nothing of one that cannot be asked, which the worker says in words.
async fn size_of(path: &Path) -> u64 {
    tokio::fs::metadata(path)
        .await
        .map_or(0, |metadata| metadata.len())
}
