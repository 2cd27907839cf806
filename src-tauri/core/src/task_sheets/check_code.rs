//! What a print is known by: number, version, change, print, and a code that only this print has.

use sha2::{Digest as _, Sha256};

use crate::audit::hex;

/// What a print says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PrintIdentity<'a> {
    pub(super) number: &'a str,
    pub(super) version: i64,
    pub(super) change_index: i64,
    pub(super) print_number: i64,
    /// SHA-256 of the frozen content.
    pub(super) content_hash: &'a str,
}

impl PrintIdentity<'_> {
    /// 校验码: `7F3A-91C2`.
    pub(super) fn code(&self) -> String {
        let Self {
            number,
            version,
            change_index,
            print_number,
            content_hash,
        } = self;
        let digest = Sha256::digest(format!(
            "docket print 1\n{number}\n{version}\n{change_index}\n{print_number}\n{content_hash}"
        ));
        let code = hex(&digest).to_ascii_uppercase();
        let (head, tail) = code.split_at(4);
        let (tail, _) = tail.split_at(4);
        format!("{head}-{tail}")
    }

    /// What the QR code holds.
    pub(super) fn qr(&self) -> String {
        format!(
            "{} V{} C{} P{} {}",
            self.number,
            self.version,
            self.change_index,
            self.print_number,
            self.code()
        )
    }
}

/// Reads the code, and the number where it is there, out of what somebody typed or scanned, in either order and however
/// spaced.
pub(super) fn read(text: &str) -> Option<(Option<String>, String)> {
    let text = text.to_ascii_uppercase();
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || "·,，;；|/（）()".contains(letter))
        .filter(|word| !word.is_empty())
        .collect();
    let code = words.iter().rev().find_map(|word| as_code(word))?;
    let number = words
        .iter()
        .find(|word| as_code(word).is_none() && word.contains('-'));
    Some((number.map(|number| (*number).to_owned()), code))
}

fn as_code(word: &str) -> Option<String> {
    let bare: String = word.chars().filter(|letter| *letter != '-').collect();
    let is_code = bare.len() == 8 && bare.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_code
        .then(|| bare.split_at(4))
        .map(|(head, tail)| format!("{head}-{tail}"))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn number_and_code_are_read_however_they_are_typed() {
        let code = "7F3A-91C2".to_owned();
        let wanted = (Some("RW-2026-A000456".to_owned()), code.clone());
        for typed in [
            "RW-2026-A000456 7F3A-91C2",
            "rw-2026-a000456  7f3a91c2",
            "RW-2026-A000456 V1 C0 P1 7F3A-91C2",
            "RW-2026-A000456 · V1·改1 7F3A-91C2",
            "7F3A-91C2 RW-2026-A000456",
        ] {
            assert_eq!(read(typed).unwrap(), wanted, "{typed}");
        }
        assert_eq!(read("7f3a91c2").unwrap(), (None, code));
        for nothing in ["", "RW-2026-A000456", "随便写写"] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn each_print_has_a_code_of_its_own() {
        let first = PrintIdentity {
            number: "RW-2026-A000456",
            version: 1,
            change_index: 0,
            print_number: 1,
            content_hash: "aa",
        };
        let code = first.code();
        assert!(as_code(&code).is_some() && code.len() == 9, "{code}");
        for other in [
            PrintIdentity {
                number: "RW-2026-A000457",
                ..first
            },
            PrintIdentity {
                version: 2,
                ..first
            },
            PrintIdentity {
                change_index: 1,
                ..first
            },
            PrintIdentity {
                print_number: 2,
                ..first
            },
            PrintIdentity {
                content_hash: "ab",
                ..first
            },
        ] {
            assert_ne!(other.code(), code, "{other:?}");
        }
        assert_eq!(
            read(&first.qr()).unwrap().1,
            code,
            "what the QR holds is read back"
        );
    }
}
