//! The name of a kept file: the SHA-256 of its bytes.

use std::fmt;

use sha2::{Digest, Sha256};

/// 64 lower-case hexadecimal digits, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileHash(String);

impl FileHash {
    /// The hash of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::finished(Sha256::new_with_prefix(bytes))
    }

    /// Reads a hash that came from the database or the window; `None` where the text is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let well_formed = text.len() == 64
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        well_formed.then(|| Self(text.to_owned()))
    }

    /// The 64 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn finished(digest: Sha256) -> Self {
        use fmt::Write as _;
        let mut digits = String::with_capacity(64);
        for byte in digest.finalize() {
            // Writing into a String does not fail.
            let _ = write!(digits, "{byte:02x}");
        }
        Self(digits)
    }
}

impl fmt::Display for FileHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl From<FileHash> for String {
    fn from(hash: FileHash) -> Self {
        hash.0
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    /// SHA-256 of "abc" as FIPS 180-2 prints it.
    const OF_ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn a_hash_is_written_as_the_standard_writes_it() {
        assert_eq!(FileHash::of(b"abc").as_str(), OF_ABC);
        assert_eq!(FileHash::read(OF_ABC).unwrap(), FileHash::of(b"abc"));
    }

    #[test]
    fn nothing_but_a_hash_is_read_as_one() {
        let upper = OF_ABC.to_uppercase();
        let climbing = format!("../{}", &OF_ABC[3..]);
        let drive = format!("C:{}", &OF_ABC[2..]);
        for text in [
            "",
            "ab",
            &OF_ABC[1..],
            &format!("{OF_ABC}0"),
            &upper,
            &climbing,
            &drive,
            &"样".repeat(21),
        ] {
            assert_eq!(FileHash::read(text), None, "{text:?}");
        }
    }
}
