//! What the helper process told of a content, as it is kept: judged anew whenever what is ordered changes, without reading the
//! file again.

use std::io::{Read as _, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::{Deserialize, Serialize};

use super::{Finding, Ordered, Thresholds, findings, unreadable};
use crate::error::Failure;
use crate::inspector::press::PressFacts;
use crate::inspector::{Inspected, InspectorRefusal, PageFacts, Reason};

/// The most a kept reading unfolds to: five thousand busy pages take some ten megabytes.
const LARGEST: u64 = 400_000_000;

/// What was read of a PDF.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Reading {
    /// Its pages, and what would be printed on them.
    Read {
        /// Version, such as `1.7`.
        version: String,
        /// Boxes of the pages.
        pages: Vec<PageFacts>,
        /// What would be printed.
        press: Box<PressFacts>,
    },
    /// Why it was not read: a fault of the file.
    Refused(Reason),
}

impl Reading {
    /// What the helper process's answer says of the file; none where it is no file with pages.
    ///
    /// # Errors
    /// When the fault is this machine's or this moment's.
    pub(super) fn of(
        answer: Result<(Inspected, Option<PressFacts>), InspectorRefusal>,
    ) -> Result<Option<Self>, InspectorRefusal> {
        match answer {
            Ok((inspected, press)) => Ok(inspected.pdf.zip(press).map(|(pdf, press)| Self::Read {
                version: pdf.version,
                pages: pdf.pages,
                press: Box::new(press),
            })),
            Err(refusal)
                if matches!(
                    refusal.reason,
                    Reason::CannotStart | Reason::Busy | Reason::NotReadable
                ) =>
            {
                Err(refusal)
            }
            Err(refusal) => Ok(Some(Self::Refused(refusal.reason))),
        }
    }

    /// What is wrong with it.
    pub(super) fn judged(&self, ordered: &Ordered, thresholds: &Thresholds) -> Vec<Finding> {
        match self {
            Self::Read { pages, press, .. } => findings(pages, press, ordered, thresholds),
            Self::Refused(reason) => vec![unreadable(reason)],
        }
    }

    /// As it is kept.
    pub(super) fn packed(&self) -> Result<String, Failure> {
        let pack = || -> std::io::Result<Vec<u8>> {
            let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
            packed.write_all(&serde_json::to_vec(self)?)?;
            packed.finish()
        };
        let packed = pack().map_err(|_| Failure::Missing("press_readings.reading"))?;
        Ok(STANDARD.encode(packed))
    }

    /// Reads [`packed`](Self::packed).
    pub(super) fn unpacked(kept: &str) -> Result<Self, Failure> {
        let unknown = || Failure::UnknownValue {
            what: "press_readings.reading",
            value: kept.chars().take(40).collect(),
        };
        let packed = STANDARD.decode(kept).map_err(|_| unknown())?;
        let mut told = Vec::new();
        ZlibDecoder::new(packed.as_slice())
            .take(LARGEST)
            .read_to_end(&mut told)
            .map_err(|_| unknown())?;
        serde_json::from_slice(&told).map_err(|_| unknown())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn clause_s_4_1_4a_what_was_read_is_kept_as_it_was() {
        let press = PressFacts {
            standard: Some("PDF/X-4".to_owned()),
            ..PressFacts::default()
        };
        for reading in [
            Reading::Read {
                version: "1.6".to_owned(),
                pages: Vec::new(),
                press: Box::new(press),
            },
            Reading::Refused(Reason::TooSlow { limit_ms: 10_000 }),
        ] {
            assert_eq!(
                Reading::unpacked(&reading.packed().unwrap()).unwrap(),
                reading
            );
        }
        assert!(Reading::unpacked("no reading").is_err());
    }

    #[test]
    fn clause_s_4_1_4a_a_fault_of_the_moment_is_not_kept_against_a_file() {
        let answer = |reason: Reason| Reading::of(Err(reason.into()));
        for reason in [Reason::Busy, Reason::CannotStart, Reason::NotReadable] {
            assert!(answer(reason).is_err());
        }
        for reason in [Reason::Encrypted, Reason::Crashed, Reason::NoPages] {
            assert_eq!(
                answer(reason.clone()).unwrap(),
                Some(Reading::Refused(reason))
            );
        }
    }
}
