//! The worker as the desk sees it: a process with two pipes, a clock that runs
//! and a size that is watched.

use super::process_memory;
use super::wire::{Answer, frame_length, length_bytes};
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until};

/// How often a working worker's memory is looked at. At the speed memory can
/// be unpacked into, one look misses some ten megabytes.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// A worker that still holds more than this after its answer is not kept: the
/// next one starts in a few milliseconds, and the desk stays small all day.
const KEPT_WARM_BELOW: u64 = 200_000_000;

/// Who is told how many of how many pages were read.
pub(super) type Saw<'a> = &'a (dyn Fn(u32, u32) + Sync);

/// How a question ended without an answer.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    /// The time was up.
    Late,
    /// It held more memory than allowed.
    Grown,
    /// The worker ended by itself, or spoke nonsense.
    Gone,
}

/// A living worker. Dropping it ends the process.
#[derive(Debug)]
pub(super) struct Worker {
    /// `None` only while being dropped.
    process: Option<Child>,
    id: u32,
    input: ChildStdin,
    output: ChildStdout,
}

impl Worker {
    /// Starts a worker; it waits for requests.
    pub(super) fn start(program: &Path, arguments: &[OsString]) -> io::Result<Self> {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // A parser's panic message quotes the file; the log is no place for it.
            .stderr(Stdio::null())
            .kill_on_drop(true);
        process_memory::without_window(&mut command);
        let mut process = command.spawn()?;
        let missing = || io::Error::from(io::ErrorKind::BrokenPipe);
        let id = process.id().ok_or_else(missing)?;
        let input = process.stdin.take().ok_or_else(missing)?;
        let output = process.stdout.take().ok_or_else(missing)?;
        Ok(Self {
            process: Some(process),
            id,
            input,
            output,
        })
    }

    /// Itself, unless it has ended since its last answer.
    pub(super) fn if_alive(mut self) -> Option<Self> {
        let alive = self
            .process
            .as_mut()
            .is_some_and(|process| matches!(process.try_wait(), Ok(None)));
        alive.then_some(self)
    }

    /// Whether it is small enough to wait for the next file.
    pub(super) fn may_stay(&self) -> bool {
        process_memory::resident(self.id).is_some_and(|held| held < KEPT_WARM_BELOW)
    }

    /// Asks one question. After an [`End`] the worker is in the middle of
    /// something and must not be asked again.
    pub(super) async fn answer(
        &mut self,
        request: &[u8],
        until: Instant,
        memory: u64,
        saw: Saw<'_>,
    ) -> Result<(Answer, Vec<u8>), End> {
        let id = self.id;
        let talk = self.talk(request, saw);
        tokio::pin!(talk);
        let mut look = interval(LOOK_EVERY);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                said = &mut talk => return said.map_err(|_| End::Gone),
                () = sleep_until(until) => return Err(End::Late),
                _ = look.tick() => {
                    if process_memory::resident(id).is_some_and(|held| held > memory) {
                        return Err(End::Grown);
                    }
                }
            }
        }
    }

    async fn talk(&mut self, request: &[u8], saw: Saw<'_>) -> io::Result<(Answer, Vec<u8>)> {
        self.input.write_all(&length_bytes(request)?).await?;
        self.input.write_all(request).await?;
        self.input.flush().await?;
        let answer = loop {
            match serde_json::from_slice(&self.frame().await?)? {
                Answer::Seen { seen, pages } => saw(seen, pages),
                answer => break answer,
            }
        };
        let picture = if matches!(answer, Answer::Picture | Answer::Marked) {
            self.frame().await?
        } else {
            Vec::new()
        };
        Ok((answer, picture))
    }

    async fn frame(&mut self) -> io::Result<Vec<u8>> {
        let mut length = [0; 4];
        self.output.read_exact(&mut length).await?;
        let length = frame_length(length)?;
        // Grows with what really comes: the announced length is only a claim.
        let mut frame = Vec::new();
        (&mut self.output)
            .take(length as u64)
            .read_to_end(&mut frame)
            .await?;
        if frame.len() == length {
            Ok(frame)
        } else {
            Err(io::ErrorKind::UnexpectedEof.into())
        }
    }

    /// Ends the process and waits until the system has let go of it.
    pub(super) async fn end(mut self) {
        if let Some(mut process) = self.process.take() {
            // Either fails only for a process that is gone already.
            let _ = process.start_kill();
            let _ = process.wait().await;
        }
    }
}

impl Drop for Worker {
    /// A call was cancelled: ends the process and has the runtime collect it.
    fn drop(&mut self) {
        let Some(mut process) = self.process.take() else {
            return;
        };
        // Fails only for a process that is gone already.
        let _ = process.start_kill();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { process.wait().await });
        }
    }
}
