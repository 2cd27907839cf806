//! Drawings and layouts: what they say of themselves stands in words.

use super::{Order, Stated, part};
use std::io::{Read, Seek, SeekFrom};

/// Where a creator is looked for, counted from the end of the file.
const LONGEST_TAIL: u64 = 2_000_000;

/// EPS and old Illustrator: comments in words. A file with a DOS head says where they begin.
pub(super) fn postscript(head: &[u8]) -> Option<Stated> {
    let order = Order { little: true };
    let begins = if head.starts_with(b"\xc5\xd0\xd3\xc6") {
        usize::try_from(order.whole(head, 4, 4)?).ok()?
    } else {
        0
    };
    let text = head.get(begins..)?;
    let mut stated = Stated::default();
    let mut bounds: Option<[f64; 4]> = None;
    for line in text
        .split(|byte| matches!(byte, b'\r' | b'\n'))
        .take_while(|line| !line.starts_with(b"%%EndComments"))
        .take(2_000)
    {
        let line = String::from_utf8_lossy(line);
        let said = |name: &str| line.strip_prefix(name).map(str::trim);
        if let Some(words) = line.strip_prefix("%!PS-Adobe-") {
            if let Some(version) = words
                .split_whitespace()
                .find_map(|word| word.strip_prefix("EPSF-"))
            {
                stated.version = format!("EPSF {version}");
            }
        } else if let Some(creator) = said("%%Creator:") {
            let creator = creator.trim_matches(['(', ')']);
            if let Some(rest) = creator.strip_prefix("Adobe Illustrator") {
                let version: String = rest
                    .chars()
                    .skip_while(|letter| !letter.is_ascii_digit())
                    .take_while(|letter| letter.is_ascii_digit() || *letter == '.')
                    .take(12)
                    .collect();
                stated.version = format!("Illustrator {version}").trim_end().to_owned();
            }
        } else if let Some(four) = said("%%HiResBoundingBox:").and_then(four) {
            bounds = Some(four);
        } else if let Some(four) = said("%%BoundingBox:").and_then(four) {
            bounds.get_or_insert(four);
        }
    }
    if let Some([left, bottom, right, top]) = bounds {
        let tenths = |points: f64| (points * 254.0 / 72.0).round() as u32;
        if right > left && top > bottom {
            stated.size = Some((tenths(right - left), tenths(top - bottom)));
        }
    }
    Some(stated)
}

fn four(words: &str) -> Option<[f64; 4]> {
    let numbers: Vec<f64> = words
        .split_whitespace()
        .map_while(|word| word.parse().ok())
        .filter(|number: &f64| number.is_finite())
        .collect();
    numbers.get(..4)?.try_into().ok()
}

/// CorelDRAW: the first chunk says hundred times the version; without it the fourth letter does.
pub(super) fn corel_draw(head: &[u8]) -> Stated {
    if !head.starts_with(b"RIFF") {
        return Stated {
            version: "X4+".to_owned(),
            ..Stated::default()
        };
    }
    let order = Order { little: true };
    let written = head
        .get(12..16)
        .filter(|name| *name == b"vrsn")
        .and_then(|_| order.whole(head, 20, 2))
        .map(|version| version / 100);
    let by_letter = head.get(11).and_then(|letter| match letter {
        b'1'..=b'9' => Some(u64::from(letter - b'0')),
        b'A'..=b'Z' => Some(u64::from(letter - b'A') + 10),
        b'a'..=b'z' => Some(u64::from(letter - b'a') + 10),
        _ => None,
    });
    Stated {
        version: match written.or(by_letter) {
            Some(13) => "X3".to_owned(),
            Some(version) => version.to_string(),
            None => String::new(),
        },
        ..Stated::default()
    }
}

/// InDesign: the program that wrote it names itself in the description at the end.
pub(super) fn indesign(file: &mut (impl Read + Seek)) -> Stated {
    const NAME: &[u8] = b"Adobe InDesign ";
    let size = file.seek(SeekFrom::End(0)).unwrap_or(0);
    let from = SeekFrom::Start(size.saturating_sub(LONGEST_TAIL));
    let tail = part(file, from, LONGEST_TAIL).unwrap_or_default();
    let version = tail
        .windows(NAME.len())
        .rposition(|window| window == NAME)
        .and_then(|at| tail.get(at + NAME.len()..))
        .map(|rest| {
            rest.iter()
                .take(24)
                .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.'))
                .map(|byte| char::from(*byte))
                .collect::<String>()
        });
    Stated {
        version: version
            .map(|version| {
                version
                    .split(" (")
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .to_owned()
            })
            .unwrap_or_default(),
        ..Stated::default()
    }
}
