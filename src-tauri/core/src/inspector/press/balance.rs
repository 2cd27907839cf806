//! Whether the instructions of a page give back every state they put aside: marks drawn after them must not be moved by what
//! they left behind.

use super::look::{entry, resolved, unpacked};
use super::tokens::Tokens;
use lopdf::{Dictionary, Document, Object};

/// Longer instructions are not counted through.
const LONGEST: usize = 64_000_000;

/// How many states have to be put aside before a page's instructions, and taken back after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::inspector) struct Balance {
    /// `q` before: one, and one for each `Q` too many.
    pub before: usize,
    /// `Q` after: as many as are then open.
    pub after: usize,
}

/// Counts what the instructions of a page put aside and take back. Those that cannot be unpacked count as none: viewers
/// draw nothing of them either.
pub(in crate::inspector) fn balance(document: &Document, page: &Dictionary) -> Balance {
    let parts: Vec<&Object> = match entry(document, page, b"Contents") {
        None => Vec::new(),
        Some(Object::Array(parts)) => parts.iter().collect(),
        Some(one) => vec![one],
    };
    let mut content = Vec::new();
    for part in parts {
        if let Some(Object::Stream(stream)) = resolved(document, part) {
            let room = LONGEST.saturating_sub(content.len());
            content.extend(unpacked(document, stream, room).unwrap_or_default());
            content.push(b'\n');
        }
    }
    of_content(&content)
}

fn of_content(content: &[u8]) -> Balance {
    let mut tokens = Tokens::new(content);
    let (mut open, mut missing) = (0_usize, 0_usize);
    while let Some(operator) = tokens.operator() {
        match operator {
            b"q" => open += 1,
            b"Q" if open == 0 => missing += 1,
            b"Q" => open -= 1,
            _ => {}
        }
    }
    Balance {
        before: 1 + missing,
        after: 1 + open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_2_4b_what_a_page_leaves_behind_is_taken_back() {
        let table: [(&[u8], usize, usize); 6] = [
            (b"", 1, 1),
            (b"q 1 0 0 1 5 5 cm Q", 1, 1),
            (b"q q 2 0 0 2 0 0 cm", 1, 3),
            (b"Q Q 2 0 0 2 0 0 cm", 3, 1),
            (b"Q q q", 2, 3),
            // A q within a text or a picture is none.
            (b"BT (q q q) Tj ET BI /W 1 /H 1 /BPC 8 /CS /G ID q EI", 1, 1),
        ];
        for (content, before, after) in table {
            assert_eq!(of_content(content), Balance { before, after });
        }
    }
}
