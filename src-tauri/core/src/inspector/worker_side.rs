//! The worker: reads requests from its input, answers on its output, and ends
//! when the desk is gone.

use super::wire::{Answer, Limits, Question, Request, read_frame, write_frame};
use super::{
    Comparison, FileKind, Inspected, InspectorRefusal, Reason, compare, kind, mark, picture,
    read_pdf, stated,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Room for parsers that go down with the nesting of a file: Windows gives a
/// main thread one megabyte, which a deep page content uses up.
const STACK: usize = 64 * 1024 * 1024;

/// Ended because the desk closed the pipe: the ordinary end.
const END: ExitCode = ExitCode::SUCCESS;

/// Runs the worker until its input closes.
///
/// The shell calls this before it opens a window, takes a lock or looks for
/// another instance. Input is read on this thread and work is done on another,
/// so a worker ends with its desk even in the middle of a hopeless file.
#[must_use]
pub fn main() -> ExitCode {
    // A parser that panics ends the process at once: the desk sees the pipe
    // close and says so. Unwinding would leave this thread waiting for input.
    std::panic::set_hook(Box::new(|_| std::process::exit(101)));
    let (requests, todo) = channel();
    let work = thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || answer_all(&todo));
    if work.is_err() {
        return ExitCode::FAILURE;
    }
    let mut input = io::stdin().lock();
    while let Ok(Some(frame)) = read_frame(&mut input) {
        if requests.send(frame).is_err() {
            return ExitCode::FAILURE;
        }
    }
    END
}

/// Answers requests in turn; a desk that sends or takes nothing sensible is gone.
fn answer_all(todo: &Receiver<Vec<u8>>) {
    let mut output = BufWriter::new(io::stdout().lock());
    while let Ok(frame) = todo.recv() {
        let Ok(request) = serde_json::from_slice::<Request>(&frame) else {
            return;
        };
        if answer(&request, &mut output).is_err() {
            return;
        }
    }
}

fn answer(request: &Request, output: &mut impl Write) -> io::Result<()> {
    let path = Path::new(&request.path);
    let (answer, picture) = match &request.question {
        Question::Inspect => match inspect(path, request.limits) {
            Ok(inspected) => (Answer::Inspected(Box::new(inspected)), None),
            Err(refusal) => (Answer::Refused(refusal), None),
        },
        Question::Press => match press(path, request.limits, output) {
            Ok(answer) => (answer, None),
            Err(refusal) => (Answer::Refused(refusal), None),
        },
        Question::Compare { before } => {
            match compare(Path::new(before), path, request.limits, output) {
                Ok(comparison) => (Answer::Compared(Box::new(comparison)), None),
                Err(refusal) => (Answer::Refused(refusal), None),
            }
        }
        Question::Draw { page, dpi } => match draw(path, *page, *dpi, request.limits) {
            Ok(png) => (Answer::Picture, Some(png)),
            Err(refusal) => (Answer::Refused(refusal), None),
        },
        Question::Thumbnail { page } => match thumbnail(path, *page, request.limits) {
            Ok(picture) => (Answer::Picture, Some(picture)),
            Err(refusal) => (Answer::Refused(refusal), None),
        },
        Question::Mark { over, pages } => match mark(path, over, pages, request.limits) {
            Ok(tail) => (Answer::Marked, Some(tail)),
            Err(refusal) => (Answer::Refused(refusal), None),
        },
    };
    write_frame(output, &serde_json::to_vec(&answer)?)?;
    if let Some(png) = picture {
        write_frame(output, &png)?;
    }
    output.flush()
}

fn inspect(path: &Path, limits: Limits) -> Result<Inspected, InspectorRefusal> {
    let (mut file, size) = open(path, limits)?;
    let mut bytes = head(&mut file)?;
    let mut kind = FileKind::of(&bytes);
    let mut pdf = None;
    if kind.has_pdf_pages() {
        read_rest(&mut file, size, &mut bytes).map_err(|reason| reason.of(kind))?;
        let (closer, facts) =
            read_pdf::read_pdf(&bytes, limits.pages).map_err(|reason| reason.of(kind))?;
        kind = closer;
        pdf = Some(facts);
    }
    Ok(Inspected {
        kind,
        name_lies: kind.belies(path),
        size,
        stated: pdf.is_none().then(|| stated::read(kind, &mut file)),
        pdf,
    })
}

/// How often the desk is told how far the reading is.
const TELL_EVERY: Duration = Duration::from_millis(100);

/// Tells the desk every now and then how many of how many pages were read.
fn telling(output: &mut impl Write) -> impl FnMut(u32, u32) {
    let mut told = Instant::now();
    move |seen, pages| {
        if told.elapsed() < TELL_EVERY {
            return;
        }
        told = Instant::now();
        // A desk that is gone is found out by the answer.
        if let Ok(frame) = serde_json::to_vec(&Answer::Seen { seen, pages }) {
            let _ = write_frame(output, &frame).and_then(|()| output.flush());
        }
    }
}

fn compare(
    before: &Path,
    after: &Path,
    limits: Limits,
    output: &mut impl Write,
) -> Result<Comparison, InspectorRefusal> {
    let deadline = Instant::now() + Duration::from_millis(limits.time_ms);
    let read = |path: &Path| -> Result<Vec<u8>, InspectorRefusal> {
        let (mut file, size) = open(path, limits)?;
        let mut bytes = head(&mut file)?;
        let kind = FileKind::of(&bytes);
        if !kind.has_pdf_pages() {
            return Err(Reason::NotPdf.of(kind));
        }
        read_rest(&mut file, size, &mut bytes).map_err(|reason| reason.of(kind))?;
        Ok(bytes)
    };
    let (before, after) = (read(before)?, read(after)?);
    compare::compare(before, after, limits.pages, deadline, &mut telling(output))
}

fn press(path: &Path, limits: Limits, output: &mut impl Write) -> Result<Answer, InspectorRefusal> {
    let deadline = Instant::now() + Duration::from_millis(limits.time_ms);
    let (mut file, size) = open(path, limits)?;
    let mut bytes = head(&mut file)?;
    let kind = FileKind::of(&bytes);
    let mut inspected = Inspected {
        kind,
        name_lies: kind.belies(path),
        size,
        pdf: None,
        stated: None,
    };
    if !kind.has_pdf_pages() {
        inspected.stated = Some(stated::read(kind, &mut file));
        return Ok(Answer::Inspected(Box::new(inspected)));
    }
    read_rest(&mut file, size, &mut bytes).map_err(|reason| reason.of(kind))?;
    let mut saw = telling(output);
    let (closer, facts, press) = read_pdf::read_press(&bytes, limits.pages, deadline, &mut saw)
        .map_err(|reason| reason.of(kind))?;
    inspected.kind = closer;
    inspected.name_lies = closer.belies(path);
    inspected.pdf = Some(facts);
    Ok(Answer::Pressed(Box::new(inspected), Box::new(press)))
}

fn draw(path: &Path, page: u32, dpi: u32, limits: Limits) -> Result<Vec<u8>, InspectorRefusal> {
    let (bytes, _) = whole_pdf(path, limits)?;
    picture::draw_page(bytes, page, dpi, limits.pixels)
}

fn thumbnail(path: &Path, page: u32, limits: Limits) -> Result<Vec<u8>, InspectorRefusal> {
    let (bytes, _) = whole_pdf(path, limits)?;
    picture::thumbnail(bytes, page)
}

/// All of a file that is a PDF.
fn whole_pdf(path: &Path, limits: Limits) -> Result<(Vec<u8>, FileKind), InspectorRefusal> {
    let (mut file, size) = open(path, limits)?;
    let mut bytes = head(&mut file)?;
    let kind = FileKind::of(&bytes);
    if !kind.has_pdf_pages() {
        return Err(Reason::NotPdf.of(kind));
    }
    read_rest(&mut file, size, &mut bytes).map_err(|reason| reason.of(kind))?;
    Ok((bytes, kind))
}

fn mark(
    path: &Path,
    over: &str,
    pages: &[u32],
    limits: Limits,
) -> Result<Vec<u8>, InspectorRefusal> {
    let over = STANDARD
        .decode(over)
        .map_err(|_| Reason::Crashed.of(FileKind::Pdf))?;
    let (bytes, kind) = whole_pdf(path, limits)?;
    mark::tail(bytes, &over, pages, limits.pages).map_err(|reason| reason.of(kind))
}

/// Opens a plain file; a pipe or device named like one would never end.
fn open(path: &Path, limits: Limits) -> Result<(File, u64), Reason> {
    let unreadable = |_| Reason::NotReadable;
    if !path.metadata().map_err(unreadable)?.is_file() {
        return Err(Reason::NotReadable);
    }
    let file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size == 0 {
        Err(Reason::EmptyFile)
    } else if size > limits.file {
        Err(Reason::FileTooBig {
            limit_mb: limits.file / 1_000_000,
        })
    } else {
        Ok((file, size))
    }
}

fn head(file: &mut File) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::with_capacity(kind::HEAD);
    file.take(kind::HEAD as u64)
        .read_to_end(&mut bytes)
        .map_err(|_| Reason::NotReadable)?;
    Ok(bytes)
}

/// Reads on to the size the file had when it was opened, and not further.
fn read_rest(file: &mut File, size: u64, bytes: &mut Vec<u8>) -> Result<(), Reason> {
    let rest = size.saturating_sub(bytes.len() as u64);
    bytes
        .try_reserve_exact(usize::try_from(rest).unwrap_or(usize::MAX))
        .map_err(|_| Reason::TooBig {
            limit_mb: size / 1_000_000,
        })?;
    file.take(rest)
        .read_to_end(bytes)
        .map_err(|_| Reason::NotReadable)?;
    Ok(())
}
