//! Which of four inks the pixels of a picture really put on paper. Looked for while a file is loaded, because its pixels are not
//! kept: most pictures have all four within their first line, and only a picture that has not is unpacked to its end.

use flate2::read::ZlibDecoder;
use lopdf::{Object, Stream};
use std::io::Read as _;

/// Under which name the answer stands in the picture's description; what a file says there itself is thrown away.
const INKS: &[u8] = b"DocketInksUsed";

/// The most one picture is unpacked to.
const LARGEST_PICTURE: u64 = 120_000_000;

/// Notes which inks the pixels of `picture` use, where that can be told without a decoder of pictures.
pub(in crate::inspector) fn note_inks(picture: &mut Stream) {
    picture.dict.remove(INKS);
    if let Some(used) = inks_of(picture) {
        let bits = (0..4)
            .filter(|ink| used.get(*ink) == Some(&true))
            .map(|ink| 1 << ink);
        picture.dict.set(INKS, Object::Integer(bits.sum()));
    }
}

/// What [`note_inks`] noted.
pub(super) fn noted_inks(picture: &Stream) -> Option<[bool; 4]> {
    let bits = picture.dict.get(INKS).and_then(Object::as_i64).ok()?;
    Some([0, 1, 2, 3].map(|ink| bits & (1 << ink) != 0))
}

/// The inks of a picture of eight bits in four colours, packed without loss. A row that is written as the difference to its
/// neighbours begins with a byte of its own; a colour that is nowhere there has no differences either.
fn inks_of(picture: &Stream) -> Option<[bool; 4]> {
    let facts = &picture.dict;
    let whole = |key: &[u8]| facts.get(key).and_then(Object::as_i64).ok();
    let filter = match facts.get(b"Filter").ok()? {
        Object::Array(filters) => match filters.as_slice() {
            [only] => only.as_name().ok()?,
            _ => return None,
        },
        one => one.as_name().ok()?,
    };
    let (width, height) = (whole(b"Width")?, whole(b"Height")?);
    if filter != b"FlateDecode" || whole(b"BitsPerComponent")? != 8 || facts.has(b"Decode") {
        return None;
    }
    // A row without a dot has no places to tell inks by.
    let row = u64::try_from(width)
        .ok()
        .filter(|dots| *dots > 0)?
        .checked_mul(4)?;
    let rows = u64::try_from(height).ok()?;
    let plain = row
        .checked_mul(rows)
        .filter(|bytes| *bytes <= LARGEST_PICTURE)?;
    let differences = match facts.get(b"DecodeParms") {
        Err(_) | Ok(Object::Null) => false,
        Ok(Object::Dictionary(how)) => match how.get(b"Predictor").and_then(Object::as_i64) {
            Err(_) | Ok(1) => false,
            Ok(10..=15) => true,
            Ok(_) => return None,
        },
        Ok(_) => return None,
    };
    let row = if differences { row + 1 } else { row };
    let all = if differences {
        plain.checked_add(rows)?
    } else {
        plain
    };
    let mut used = [false; 4];
    let mut bytes = ZlibDecoder::new(picture.content.as_slice()).take(all.checked_add(1)?);
    let mut part = vec![0; 64 * 1024];
    let mut at: u64 = 0;
    loop {
        let read = bytes.read(&mut part).ok()?;
        if read == 0 {
            break;
        }
        for byte in part.get(..read)? {
            let place = at % row;
            at += 1;
            let place = if differences {
                match place.checked_sub(1) {
                    Some(place) => place,
                    None => continue,
                }
            } else {
                place
            };
            if *byte != 0 {
                *used.get_mut(usize::try_from(place % 4).ok()?)? = true;
            }
        }
        if used == [true; 4] {
            return Some(used);
        }
    }
    // Of another length the colours stand elsewhere than was thought.
    (at == all).then_some(used)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use lopdf::dictionary;
    use std::io::Write as _;

    fn noted(bytes: &[u8], predictor: Option<i64>) -> Option<[bool; 4]> {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
        let _ = packed.write_all(bytes);
        let mut facts = dictionary! {
            "Width" => 2, "Height" => 2, "BitsPerComponent" => 8, "Filter" => "FlateDecode",
            // A file that says so itself is not believed.
            "DocketInksUsed" => 15,
        };
        if let Some(predictor) = predictor {
            facts.set(
                "DecodeParms",
                dictionary! { "Predictor" => predictor, "Colors" => 4, "Columns" => 2 },
            );
        }
        let mut picture = Stream::new(facts, packed.finish().unwrap_or_default());
        note_inks(&mut picture);
        noted_inks(&picture)
    }

    #[test]
    fn clause_s_4_1_4a_a_picture_in_black_alone_needs_one_plate() {
        let black = [0, 0, 0, 9, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 7];
        assert_eq!(noted(&black, None), Some([false, false, false, true]));
        let two = [0, 5, 0, 9, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 7];
        assert_eq!(noted(&two, None), Some([false, true, false, true]));
        assert_eq!(noted(&[9; 16], None), Some([true; 4]));
        // Each row begins with how its differences are meant.
        let rows = [2, 0, 0, 0, 9, 0, 0, 0, 1, 4, 0, 0, 0, 3, 0, 0, 0, 200];
        assert_eq!(noted(&rows, Some(15)), Some([false, false, false, true]));
        // Neither another length nor another way of writing is guessed at.
        assert_eq!(noted(&black[..12], None), None);
        assert_eq!(noted(&black, Some(2)), None);
        let mut nothing = Stream::new(
            dictionary! { "Width" => 0, "Height" => 2, "BitsPerComponent" => 8, "Filter" => "FlateDecode" },
            Vec::new(),
        );
        note_inks(&mut nothing);
        assert_eq!(noted_inks(&nothing), None);
    }
}
