//! What crosses the pipe: frames of a four-byte length (little-endian) and
//! that many bytes. A request is one frame of JSON; an answer is one frame of
//! JSON, and a picture follows it as a frame of its own.

use super::press::PressFacts;
use super::{Comparison, Inspected, InspectorRefusal};
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// The longest frame either side accepts. The desk trusts no worker that has
/// read a foreign file, so a length beyond this ends the conversation.
pub(super) const LONGEST_FRAME: usize = 128_000_000;

/// What the desk asks.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    /// The file. A path that is no Unicode is refused before it comes here.
    pub path: String,
    pub question: Question,
    pub limits: Limits,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Question {
    Inspect,
    /// What [`Question::Inspect`] asks, and what would be printed.
    Press,
    /// What changed from the file at `before`.
    Compare {
        before: String,
    },
    /// `page` counts from 1.
    Draw {
        page: u32,
        dpi: u32,
    },
    /// A page small and grey.
    Thumbnail {
        page: u32,
    },
    /// What is to be written behind the file so that each of `pages` carries a page of `over`, a PDF of our own in Base64.
    Mark {
        over: String,
        pages: Vec<u32>,
    },
}

/// The bounds the worker keeps by itself; time and memory are kept from outside.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Limits {
    /// Largest file, in bytes.
    pub file: u64,
    /// Most pages listed.
    pub pages: u32,
    /// Most pixels drawn.
    pub pixels: u64,
    /// Milliseconds after which no further page is begun.
    pub time_ms: u64,
}

/// What the worker answers.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Inspected(Box<Inspected>),
    Pressed(Box<Inspected>, Box<PressFacts>),
    /// So many of so many pages were read; the answer itself follows.
    Seen {
        seen: u32,
        pages: u32,
    },
    Compared(Box<Comparison>),
    /// The next frame is the PNG, or the thumbnail.
    Picture,
    /// The next frame is what is to be written behind the file.
    Marked,
    Refused(InspectorRefusal),
}

/// Reads one frame; `None` when the other side has closed.
pub(super) fn read_frame(source: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match source.read_exact(&mut length) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let length = frame_length(length)?;
    let mut frame = vec![0; length];
    source.read_exact(&mut frame)?;
    Ok(Some(frame))
}

/// Writes one frame; the caller flushes.
pub(super) fn write_frame(sink: &mut impl Write, frame: &[u8]) -> io::Result<()> {
    sink.write_all(&length_bytes(frame)?)?;
    sink.write_all(frame)
}

/// The length a frame announces, refused when absurd.
pub(super) fn frame_length(bytes: [u8; 4]) -> io::Result<usize> {
    let length = usize::try_from(u32::from_le_bytes(bytes)).unwrap_or(usize::MAX);
    if length > LONGEST_FRAME {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "frame too long"));
    }
    Ok(length)
}

/// The four bytes that announce `frame`.
pub(super) fn length_bytes(frame: &[u8]) -> io::Result<[u8; 4]> {
    u32::try_from(frame.len())
        .map(u32::to_le_bytes)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "frame too long"))
}
