//! A picture as its dictionary describes it; its pixels are never unpacked.

use super::facts::SpaceKind;
use super::inks::noted_inks;
use super::look::{entry, flag, name, number, resolved, sub};
use super::notes::Picture;
use super::space::Space;
use lopdf::{Dictionary, Document, Object, Stream};

/// Reads the description.
pub(super) fn described(
    document: &Document,
    stream: &Stream,
    resources: Option<&Dictionary>,
) -> Picture {
    let facts = &stream.dict;
    let stencil = flag(document, facts, b"ImageMask") == Some(true);
    let named = resources.and_then(|resources| sub(document, resources, b"ColorSpace"));
    let jpeg2000 = last_filter(document, facts) == Some(b"JPXDecode");
    let (mut bits, mut space) = (number(document, facts, b"BitsPerComponent"), None);
    if jpeg2000 {
        let (own_bits, own_space) = jpeg2000_header(&stream.content);
        bits = own_bits.or(bits);
        space = own_space;
    }
    if let Ok(stated) = facts.get(b"ColorSpace") {
        space = Some(Space::read(document, stated, named));
    }
    Picture {
        width: number(document, facts, b"Width").unwrap_or(0.0),
        height: number(document, facts, b"Height").unwrap_or(0.0),
        bits: if stencil { 1.0 } else { bits.unwrap_or(8.0) },
        space: match space {
            Some(space) => space,
            None if stencil => Space::GRAY,
            None => Space::Plain(SpaceKind::Unknown),
        },
        stencil,
        masked: matches!(entry(document, facts, b"SMask"), Some(Object::Stream(_)))
            || number(document, facts, b"SMaskInData").is_some_and(|how| how > 0.0),
        inks: noted_inks(stream),
    }
}

fn last_filter<'d>(document: &'d Document, facts: &'d Dictionary) -> Option<&'d [u8]> {
    match entry(document, facts, b"Filter")? {
        Object::Array(filters) => resolved(document, filters.last()?)?.as_name().ok(),
        _ => name(document, facts, b"Filter"),
    }
}

/// Bits and colours out of the boxes a JPEG 2000 picture begins with.
fn jpeg2000_header(bytes: &[u8]) -> (Option<f64>, Option<Space>) {
    let find = |tag: &[u8; 4]| bytes.windows(4).position(|window| window == tag);
    let header = find(b"ihdr").and_then(|at| bytes.get(at + 4..at + 18));
    // Height, width, number of colours, then one less than the bits.
    let bits = header
        .and_then(|header| header.get(10))
        .map(|bits| f64::from(bits & 0x7f) + 1.0);
    let colours = header.and_then(|header| header.get(9).copied());
    let method = find(b"colr").and_then(|at| bytes.get(at + 4..at + 11));
    let kind = match method {
        Some([1, _, _, 0, 0, 0, 16 | 18]) => Some(SpaceKind::Rgb),
        Some([1, _, _, 0, 0, 0, 17]) => Some(SpaceKind::Gray),
        Some([1, _, _, 0, 0, 0, 12]) => Some(SpaceKind::Cmyk),
        Some([2, ..]) => match colours {
            Some(1 | 2) => Some(SpaceKind::IccGray),
            Some(3) => Some(SpaceKind::IccRgb),
            Some(4) => Some(SpaceKind::IccCmyk),
            _ => None,
        },
        _ => match colours {
            Some(1 | 2) => Some(SpaceKind::Gray),
            Some(3) => Some(SpaceKind::Rgb),
            Some(4) => Some(SpaceKind::Cmyk),
            _ => None,
        },
    };
    (bits, kind.map(Space::Plain))
}
