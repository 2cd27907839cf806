//! Pictures: pixels, pixels an inch and colours stand in fixed places, tags or segments.

use super::{Order, Stated, StatedColours, part};
use std::io::{Read, Seek, SeekFrom};

/// Entries of a list of tags that are looked at.
const MOST_TAGS: u64 = 4_096;

/// Pixels an inch that mean something.
fn ppi(across: f64, up: f64) -> Option<(f64, f64)> {
    let sound = |value: f64| value.is_finite() && (1.0..=100_000.0).contains(&value);
    (sound(across) && sound(up)).then_some((across, up))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(two.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

/// Photoshop: a head of fixed places, then resources, of which one says the resolution as whole and fraction.
pub(super) fn photoshop(head: &[u8]) -> Option<Stated> {
    const RESOLUTION: u16 = 0x03ed;
    let large = u16_at(head, 4)? == 2;
    let (height, width) = (u32_at(head, 14)?, u32_at(head, 18)?);
    let colours = match u16_at(head, 24)? {
        0 => Some(StatedColours::Bitmap),
        1 => Some(StatedColours::Gray),
        2 => Some(StatedColours::Indexed),
        3 => Some(StatedColours::Rgb),
        4 => Some(StatedColours::Cmyk),
        7 | 8 => Some(StatedColours::Channels),
        9 => Some(StatedColours::Lab),
        _ => None,
    };
    let mut stated = Stated {
        version: if large { "PSB" } else { "PSD" }.to_owned(),
        pixels: Some((width, height)),
        colours,
        ..Stated::default()
    };
    let length = |at: usize| u32_at(head, at).and_then(|length| usize::try_from(length).ok());
    let resources = length(26).and_then(|length| length.checked_add(30));
    let Some(mut at) = resources.and_then(|at| at.checked_add(4)) else {
        return Some(stated);
    };
    let end = resources
        .and_then(|start| at.checked_add(length(start)?))
        .unwrap_or(at);
    while at < end && head.get(at..).is_some_and(|rest| rest.starts_with(b"8BIM")) {
        let Some(id) = u16_at(head, at + 4) else {
            break;
        };
        let name = usize::from(head.get(at + 6).copied().unwrap_or(0));
        // A name with its length takes an even number of bytes; so do the data.
        let data = at + 6 + (name + 2) / 2 * 2;
        let Some(long) = length(data) else { break };
        if id == RESOLUTION {
            let fixed = |at: usize| u32_at(head, at).map(|value| f64::from(value) / 65_536.0);
            stated.ppi = fixed(data + 4)
                .zip(fixed(data + 12))
                .and_then(|(across, up)| ppi(across, up));
            break;
        }
        let Some(next) = data
            .checked_add(4)
            .and_then(|at| at.checked_add(long + long % 2))
        else {
            break;
        };
        at = next;
    }
    Some(stated)
}

/// TIFF and BigTIFF: a list of tags, anywhere in the file.
pub(super) fn tiff(head: &[u8], file: &mut (impl Read + Seek)) -> Option<Stated> {
    let little = head.starts_with(b"II");
    let order = Order { little };
    let big = order.whole(head, 2, 2)? == 43;
    let (wide, first) = if big {
        (8, order.whole(head, 8, 8)?)
    } else {
        (4, order.whole(head, 4, 4)?)
    };
    let count_wide = if big { 8 } else { 2 };
    let entry_long = if big { 20 } else { 12 };
    let list = part(
        file,
        SeekFrom::Start(first),
        count_wide + MOST_TAGS * entry_long,
    )?;
    let count = order.whole(&list, 0, count_wide)?.min(MOST_TAGS);
    let mut stated = Stated {
        version: if big { "BigTIFF" } else { "TIFF 6.0" }.to_owned(),
        ..Stated::default()
    };
    let (mut width, mut height, mut unit, mut bits, mut across, mut up) =
        (None, None, 2, None, None, None);
    for entry in 0..count {
        let at = usize::try_from(count_wide + entry * entry_long).ok()?;
        let (Some(tag), Some(kind)) = (order.whole(&list, at, 2), order.whole(&list, at + 2, 2))
        else {
            break;
        };
        let value_at = at + 4 + usize::try_from(wide).ok()?;
        let long = if kind == 3 { 2 } else { 4 };
        let value = order.whole(&list, value_at, long);
        match tag {
            256 => width = value,
            257 => height = value,
            258 => bits = value,
            262 => {
                stated.colours = match value {
                    Some(0 | 1) => Some(StatedColours::Gray),
                    Some(2 | 6) => Some(StatedColours::Rgb),
                    Some(3) => Some(StatedColours::Indexed),
                    Some(5) => Some(StatedColours::Cmyk),
                    Some(8 | 9) => Some(StatedColours::Lab),
                    _ => None,
                }
            }
            282 | 283 => {
                let place = order.whole(&list, value_at, wide)?;
                let ratio = if big {
                    list.get(value_at..value_at + 8).map(<[u8]>::to_vec)
                } else {
                    part(file, SeekFrom::Start(place), 8)
                };
                let ratio = ratio.and_then(|ratio| {
                    let over = order.whole(&ratio, 0, 4)? as f64;
                    let under = order.whole(&ratio, 4, 4)? as f64;
                    Some(over / under)
                });
                if tag == 282 {
                    across = ratio;
                } else {
                    up = ratio;
                }
            }
            296 => unit = value.unwrap_or(2),
            _ => {}
        }
    }
    if bits == Some(1) && stated.colours == Some(StatedColours::Gray) {
        stated.colours = Some(StatedColours::Bitmap);
    }
    let pixels = |value: Option<u64>| value.and_then(|value| u32::try_from(value).ok());
    stated.pixels = pixels(width).zip(pixels(height));
    let scale = match unit {
        2 => Some(1.0),
        3 => Some(2.54),
        _ => None,
    };
    if let (Some(scale), Some(across), Some(up)) = (scale, across, up) {
        stated.ppi = ppi(across * scale, up * scale);
    }
    Some(stated)
}

/// JPEG: segments, one after the other, until the one that says the size.
pub(super) fn jpeg(head: &[u8]) -> Option<Stated> {
    let mut stated = Stated::default();
    let mut at = 2;
    loop {
        let marker = *head.get(at + 1)?;
        if head.get(at) != Some(&0xff) {
            return Some(stated);
        }
        if marker == 0xff || (0xd0..=0xd8).contains(&marker) {
            at += if marker == 0xff { 1 } else { 2 };
            continue;
        }
        let long = usize::from(u16_at(head, at + 2)?);
        let body = head.get(at + 4..at + 2 + long.max(2));
        match (marker, body) {
            (0xe0, Some(body)) if body.starts_with(b"JFIF\0") => {
                let (major, minor) = (body.get(5)?, body.get(6)?);
                stated.version = format!("JFIF {major}.{minor:02}");
                let (across, up) = (f64::from(u16_at(body, 8)?), f64::from(u16_at(body, 10)?));
                stated.ppi = match body.get(7) {
                    Some(1) => ppi(across, up),
                    Some(2) => ppi(across * 2.54, up * 2.54),
                    _ => None,
                };
            }
            (0xe1, Some(body)) if body.starts_with(b"Exif\0") && stated.version.is_empty() => {
                "Exif".clone_into(&mut stated.version);
            }
            // Where a picture begins: all of these say its size; the four between them are tables.
            (0xc0..=0xcf, Some(body)) if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let (height, width) = (u16_at(body, 1)?, u16_at(body, 3)?);
                stated.pixels = Some((width.into(), height.into()));
                stated.colours = match body.get(5) {
                    Some(1) => Some(StatedColours::Gray),
                    Some(3) => Some(StatedColours::Rgb),
                    Some(4) => Some(StatedColours::Cmyk),
                    _ => None,
                };
                return Some(stated);
            }
            (0xd9 | 0xda, _) => return Some(stated),
            _ => {}
        }
        at = at.checked_add(2 + long.max(2))?;
    }
}

/// PNG: chunks; the first says the size, one before the pixels the resolution a metre.
pub(super) fn png(head: &[u8]) -> Option<Stated> {
    let mut stated = Stated {
        pixels: u32_at(head, 16).zip(u32_at(head, 20)),
        colours: match (head.get(25), head.get(24)) {
            (Some(0 | 4), Some(1)) => Some(StatedColours::Bitmap),
            (Some(0 | 4), _) => Some(StatedColours::Gray),
            (Some(2 | 6), _) => Some(StatedColours::Rgb),
            (Some(3), _) => Some(StatedColours::Indexed),
            _ => None,
        },
        ..Stated::default()
    };
    let mut at = 8;
    while let Some(long) = u32_at(head, at).and_then(|long| usize::try_from(long).ok()) {
        match head.get(at + 4..at + 8) {
            Some(b"pHYs") if head.get(at + 16) == Some(&1) => {
                let a_metre = |at: usize| u32_at(head, at).map(|value| f64::from(value) * 0.0254);
                stated.ppi = a_metre(at + 8)
                    .zip(a_metre(at + 12))
                    .and_then(|(across, up)| ppi(across, up));
                break;
            }
            Some(b"IDAT") | None => break,
            _ => {}
        }
        let Some(next) = at.checked_add(12).and_then(|at| at.checked_add(long)) else {
            break;
        };
        at = next;
    }
    Some(stated)
}
