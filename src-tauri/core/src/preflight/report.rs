//! Facts and findings of one file as they are handed on: what the desk keeps, and what a terminal is shown.

use std::path::Path;

use serde::Serialize;

use super::{Finding, Ordered, Thresholds, findings, unreadable};
use crate::inspector::press::{PagePress, PressFacts};
use crate::inspector::{Inspected, Inspector, InspectorRefusal, PageBox, PageFacts, Stated};

/// A file that was looked at for print.
#[derive(Clone, Debug, PartialEq)]
pub struct Preflight {
    /// What the file is, or why it could not be read.
    pub inspected: Result<Inspected, InspectorRefusal>,
    /// What would be printed, of a PDF.
    pub press: Option<PressFacts>,
    /// What is wrong with it; nothing is known to be of a file that has no pages.
    pub findings: Vec<Finding>,
}

impl Preflight {
    /// Reads the file at `path` in the helper process and holds it against what was ordered. A file that cannot be read
    /// is a finding, not a failure.
    pub async fn of(
        inspector: &Inspector,
        path: &Path,
        ordered: &Ordered,
        thresholds: &Thresholds,
    ) -> Self {
        match inspector.inspect_for_press(path, &|_, _| {}).await {
            Ok((inspected, press)) => {
                let findings = match (&inspected.pdf, &press) {
                    (Some(pdf), Some(press)) => findings(&pdf.pages, press, ordered, thresholds),
                    _ => Vec::new(),
                };
                Self {
                    inspected: Ok(inspected),
                    press,
                    findings,
                }
            }
            Err(refusal) => Self {
                findings: vec![unreadable(&refusal.reason)],
                inspected: Err(refusal),
                press: None,
            },
        }
    }

    /// The whole as one object, for `file`.
    ///
    /// # Errors
    /// None that a file can bring about: only a number JSON has no word for.
    pub fn to_json(&self, file: &Path) -> serde_json::Result<String> {
        let mut told = Told {
            file: file.to_string_lossy().into_owned(),
            findings: &self.findings,
            ..Told::default()
        };
        match &self.inspected {
            Ok(inspected) => {
                told.kind = Some(inspected.kind.code());
                told.name_lies = inspected.name_lies;
                told.size = Some(inspected.size);
                told.stated = inspected.stated.as_ref();
                told.version = inspected.pdf.as_ref().map(|pdf| pdf.version.as_str());
                told.mended = inspected.pdf.as_ref().is_some_and(|pdf| pdf.mended);
            }
            Err(refusal) => {
                told.kind = refusal.kind.map(crate::inspector::FileKind::code);
                told.encrypted = refusal.code() == "encrypted";
            }
        }
        let pdf = self.inspected.as_ref().ok().and_then(|it| it.pdf.as_ref());
        if let (Some(pdf), Some(press)) = (pdf, &self.press) {
            let pages = (1..).zip(pdf.pages.iter().zip(&press.pages));
            told.pages = pages
                .map(|(page, (facts, press))| ToldPage::of(page, facts, press))
                .collect();
            told.press = Some(press);
        }
        serde_json::to_string(&told)
    }
}

#[derive(Default, Serialize)]
struct Told<'a> {
    file: String,
    kind: Option<&'static str>,
    name_lies: bool,
    size: Option<u64>,
    version: Option<&'a str>,
    mended: bool,
    encrypted: bool,
    findings: &'a [Finding],
    pages: Vec<ToldPage<'a>>,
    press: Option<&'a PressFacts>,
    stated: Option<&'a Stated>,
}

/// A page with its boxes in points: left, bottom, right, top.
#[derive(Serialize)]
struct ToldPage<'a> {
    page: u32,
    media: [f64; 4],
    crop: [f64; 4],
    bleed: [f64; 4],
    trim: [f64; 4],
    bleed_stated: bool,
    trim_stated: bool,
    rotate: u16,
    user_unit: f64,
    press: &'a PagePress,
}

impl<'a> ToldPage<'a> {
    fn of(page: u32, facts: &PageFacts, press: &'a PagePress) -> Self {
        let points = |sides: PageBox| {
            [sides.left, sides.bottom, sides.right, sides.top].map(|side| side * facts.user_unit)
        };
        Self {
            page,
            media: points(facts.media),
            crop: points(facts.crop),
            bleed: points(facts.bleed),
            trim: points(facts.trim),
            bleed_stated: facts.bleed_stated,
            trim_stated: facts.trim_stated,
            rotate: facts.rotate,
            user_unit: facts.user_unit,
            press,
        }
    }
}
