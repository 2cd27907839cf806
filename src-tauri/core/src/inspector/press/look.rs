//! Looking things up in a document that may point nowhere, in circles, or at something else.

use encoding_rs::{GB18030, UTF_16BE};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// The object itself, through references.
pub(super) fn resolved<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}

/// What `key` names, through references; nothing where it is null.
pub(super) fn entry<'d>(
    document: &'d Document,
    dictionary: &'d Dictionary,
    key: &[u8],
) -> Option<&'d Object> {
    let found = resolved(document, dictionary.get(key).ok()?)?;
    (!matches!(found, Object::Null)).then_some(found)
}

/// The dictionary, or that of a stream.
pub(super) fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    match resolved(document, object)? {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// The dictionary that `key` names.
pub(super) fn sub<'d>(
    document: &'d Document,
    of: &'d Dictionary,
    key: &[u8],
) -> Option<&'d Dictionary> {
    dictionary(document, of.get(key).ok()?)
}

/// The array that `key` names.
pub(super) fn array<'d>(document: &'d Document, of: &'d Dictionary, key: &[u8]) -> &'d [Object] {
    match entry(document, of, key) {
        Some(Object::Array(array)) => array,
        _ => &[],
    }
}

/// The name that `key` names.
pub(super) fn name<'d>(document: &'d Document, of: &'d Dictionary, key: &[u8]) -> Option<&'d [u8]> {
    entry(document, of, key)?.as_name().ok()
}

/// The number that `key` names.
pub(super) fn number(document: &Document, of: &Dictionary, key: &[u8]) -> Option<f64> {
    as_number(entry(document, of, key)?)
}

/// The whole number that `key` names.
pub(super) fn whole(document: &Document, of: &Dictionary, key: &[u8]) -> Option<i64> {
    match entry(document, of, key)? {
        Object::Integer(whole) => Some(*whole),
        Object::Real(real) => Some(*real as i64),
        _ => None,
    }
}

/// Whether `key` is set.
pub(super) fn flag(document: &Document, of: &Dictionary, key: &[u8]) -> Option<bool> {
    entry(document, of, key)?.as_bool().ok()
}

/// A number that can be reckoned with.
pub(super) fn as_number(object: &Object) -> Option<f64> {
    let number = match object {
        Object::Integer(whole) => *whole as f64,
        Object::Real(real) => f64::from(*real),
        _ => return None,
    };
    number.is_finite().then_some(number)
}

/// The first `N` numbers of an array.
pub(super) fn numbers<const N: usize>(
    document: &Document,
    of: &Dictionary,
    key: &[u8],
) -> Option<[f64; N]> {
    let array = array(document, of, key);
    let mut found = [0.0; N];
    for (place, object) in found.iter_mut().zip(0..N) {
        *place = as_number(resolved(document, array.get(object)?)?)?;
    }
    Some(found)
}

/// The id behind an object that is a reference.
pub(super) fn id_of(object: &Object) -> Option<ObjectId> {
    object.as_reference().ok()
}

/// A name as people read it: UTF-8, or the Chinese encoding many programs write without saying so.
pub(super) fn name_text(name: &[u8]) -> String {
    match std::str::from_utf8(name) {
        Ok(text) => clean(text),
        Err(_) => clean(&GB18030.decode_without_bom_handling(name).0),
    }
}

/// A text string as people read it.
pub(super) fn text(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    Some(match bytes {
        [0xfe, 0xff, rest @ ..] => clean(&UTF_16BE.decode_without_bom_handling(rest).0),
        [0xef, 0xbb, 0xbf, rest @ ..] => clean(&String::from_utf8_lossy(rest)),
        other => name_text(other),
    })
}

/// The longest name shown; longer ones are attacks, not names.
const LONGEST_NAME: usize = 200;

/// One line without control characters.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_NAME)
        .collect()
}

/// Unpacks a stream to no more than `most` bytes.
///
/// # Errors
/// `true` when it unfolds to more, `false` when it cannot be unpacked.
pub(super) fn unpacked(document: &Document, stream: &Stream, most: usize) -> Result<Vec<u8>, bool> {
    let stands_elsewhere = |key: &[u8]| match stream.dict.get(key) {
        Ok(Object::Reference(_)) => true,
        Ok(Object::Array(parts)) => parts
            .iter()
            .any(|part| matches!(part, Object::Reference(_))),
        _ => false,
    };
    let too_large = |error: lopdf::Error| {
        matches!(
            error,
            lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })
        )
    };
    if !stands_elsewhere(b"Filter") && !stands_elsewhere(b"DecodeParms") {
        return stream.get_plain_content_with_limit(most).map_err(too_large);
    }
    let mut here = stream.clone();
    for key in [&b"Filter"[..], b"DecodeParms"] {
        let Some(meant) = entry(document, &stream.dict, key) else {
            continue;
        };
        let meant = match meant {
            Object::Array(parts) => Object::Array(
                parts
                    .iter()
                    .map(|part| resolved(document, part).cloned().unwrap_or(Object::Null))
                    .collect(),
            ),
            other => other.clone(),
        };
        here.dict.set(key, meant);
    }
    here.get_plain_content_with_limit(most).map_err(too_large)
}
