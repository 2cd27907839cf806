//! What a file that has no PDF pages says of itself in its first bytes: version, dimensions, pixels an inch, colours. The
//! pixels themselves are never unpacked, and what is not said is not guessed.

mod drawings;
mod pictures;

use super::FileKind;
use serde::{Deserialize, Serialize};
use std::io::{Read, Seek, SeekFrom};

/// The most that is read from the beginning of a file: profiles and previews stand before the size of a picture.
const LONGEST_HEAD: u64 = 4_000_000;

/// What is said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stated {
    /// Version of the format or of the program, such as `8.0`.
    pub version: String,
    /// Width and height in pixels.
    pub pixels: Option<(u32, u32)>,
    /// Pixels an inch, across and up.
    pub ppi: Option<(f64, f64)>,
    /// Width and height in tenths of a millimetre, where they are said or follow.
    pub size: Option<(u32, u32)>,
    /// What the colours are made of.
    pub colours: Option<StatedColours>,
}

/// What the colours of a picture are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatedColours {
    /// Black and white, one bit.
    Bitmap,
    /// Grey.
    Gray,
    /// A table of colours.
    Indexed,
    /// Of a screen.
    Rgb,
    /// Of a press.
    Cmyk,
    /// Measured.
    Lab,
    /// Several plates, none of them process colours by themselves.
    Channels,
}

/// Reads what `file` of that kind says of itself.
pub(super) fn read(kind: FileKind, file: &mut (impl Read + Seek)) -> Stated {
    let Some(head) = part(file, SeekFrom::Start(0), LONGEST_HEAD) else {
        return Stated::default();
    };
    let said = match kind {
        FileKind::Psd | FileKind::Psb => pictures::photoshop(&head),
        FileKind::Tiff => pictures::tiff(&head, file),
        FileKind::Jpeg => pictures::jpeg(&head),
        FileKind::Png => pictures::png(&head),
        FileKind::Eps | FileKind::AiPostscript => drawings::postscript(&head),
        FileKind::Cdr => Some(drawings::corel_draw(&head)),
        FileKind::Indd => Some(drawings::indesign(file)),
        FileKind::Pdf | FileKind::AiPdf | FileKind::Unknown => None,
    };
    said.unwrap_or_default().with_size()
}

impl Stated {
    /// The size that follows from pixels and pixels an inch, where none is said.
    fn with_size(mut self) -> Self {
        if let (None, Some((width, height)), Some((across, up))) =
            (self.size, self.pixels, self.ppi)
        {
            // The casts saturate: an absurd picture stays an absurd number.
            let tenths = |pixels: u32, ppi: f64| (f64::from(pixels) / ppi * 254.0).round() as u32;
            self.size = Some((tenths(width, across), tenths(height, up)));
        }
        self
    }
}

fn part(file: &mut (impl Read + Seek), from: SeekFrom, most: u64) -> Option<Vec<u8>> {
    file.seek(from).ok()?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// In which order the bytes of a number stand.
#[derive(Clone, Copy)]
struct Order {
    little: bool,
}

impl Order {
    fn whole(self, bytes: &[u8], at: usize, long: u64) -> Option<u64> {
        let long = usize::try_from(long).ok()?;
        let of = bytes.get(at..at.checked_add(long)?)?;
        let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        Some(if self.little {
            of.iter().rev().fold(0, add)
        } else {
            of.iter().fold(0, add)
        })
    }
}

#[cfg(test)]
mod tests;
