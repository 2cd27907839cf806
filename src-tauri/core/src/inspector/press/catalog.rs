//! What a file says of itself as a whole: standard, printing condition, layers.

use super::facts::{Layer, OutputIntent};
use super::look::{array, dictionary, entry, id_of, name, sub, text, unpacked, whole};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashSet;

/// The longest description of itself that is searched.
const LONGEST_METADATA: usize = 4_000_000;

/// More layers than anybody can tell apart.
const MOST_LAYERS: usize = 10_000;

/// The standard the file claims to keep: PDF/X-1a and X-3 say so in the document's information, later ones in its
/// metadata.
pub(super) fn standard(document: &Document) -> Option<String> {
    let information = sub(document, &document.trailer, b"Info");
    let stated = |key: &[u8]| {
        let said = text(entry(document, information?, key)?)?;
        said.starts_with("PDF/X").then_some(said)
    };
    stated(b"GTS_PDFXConformance")
        .or_else(|| stated(b"GTS_PDFXVersion"))
        .or_else(|| in_metadata(document))
}

fn in_metadata(document: &Document) -> Option<String> {
    let catalog = document.catalog().ok()?;
    let stream = entry(document, catalog, b"Metadata")?.as_stream().ok()?;
    let bytes = unpacked(document, stream, LONGEST_METADATA).ok()?;
    const KEY: &[u8] = b"GTS_PDFXVersion";
    let at = bytes.windows(KEY.len()).position(|window| window == KEY)?;
    let said = bytes.get(at + KEY.len()..)?;
    let from = said.iter().take(8).position(|byte| *byte == b'P')?;
    let value = said.get(from..)?;
    let end = value
        .iter()
        .position(|byte| !(byte.is_ascii_alphanumeric() || b"/-:.".contains(byte)))?;
    let value = String::from_utf8_lossy(value.get(..end.min(32))?).into_owned();
    value.starts_with("PDF/X").then_some(value)
}

/// The press the file was made for; that of PDF/X before any other.
pub(super) fn intent(document: &Document) -> Option<OutputIntent> {
    let catalog = document.catalog().ok()?;
    let intents: Vec<&Dictionary> = array(document, catalog, b"OutputIntents")
        .iter()
        .take(16)
        .filter_map(|intent| dictionary(document, intent))
        .collect();
    let for_press = |intent: &&&Dictionary| name(document, intent, b"S") == Some(b"GTS_PDFX");
    let intent = intents.iter().find(for_press).or(intents.first())?;
    let said = |key: &[u8]| entry(document, intent, key).and_then(text);
    let named = |words: &String| !words.trim().is_empty();
    let profile = sub(document, intent, b"DestOutputProfile");
    Some(OutputIntent {
        condition: said(b"OutputConditionIdentifier")
            .filter(named)
            .or_else(|| said(b"OutputCondition").filter(named))
            .or_else(|| said(b"Info"))
            .unwrap_or_default(),
        channels: profile
            .and_then(|profile| whole(document, profile, b"N"))
            .and_then(|colours| u8::try_from(colours).ok()),
    })
}

/// 图层 and which of them are switched off.
#[derive(Default)]
pub(super) struct Layers {
    pub listed: Vec<Layer>,
    off: HashSet<ObjectId>,
}

impl Layers {
    pub(super) fn of(document: &Document) -> Self {
        let properties = document
            .catalog()
            .ok()
            .and_then(|catalog| sub(document, catalog, b"OCProperties"));
        let Some(properties) = properties else {
            return Self::default();
        };
        let groups = array(document, properties, b"OCGs");
        let at_first = sub(document, properties, b"D");
        let ids = |key: &[u8]| -> HashSet<ObjectId> {
            let listed = at_first.map_or(&[][..], |first| array(document, first, key));
            listed.iter().filter_map(id_of).collect()
        };
        let (on, off) = (ids(b"ON"), ids(b"OFF"));
        let base_off =
            at_first.and_then(|first| name(document, first, b"BaseState")) == Some(b"OFF");
        let mut layers = Self::default();
        for group in groups.iter().take(MOST_LAYERS) {
            let (Some(id), Some(facts)) = (id_of(group), dictionary(document, group)) else {
                continue;
            };
            let shown = !off.contains(&id) && (!base_off || on.contains(&id));
            if !shown {
                layers.off.insert(id);
            }
            layers.listed.push(Layer {
                name: entry(document, facts, b"Name")
                    .and_then(text)
                    .unwrap_or_default(),
                shown,
            });
        }
        layers
    }

    /// Whether what belongs to `object`, a layer or a rule over layers, is hidden.
    pub(super) fn hides(&self, document: &Document, object: &Object) -> bool {
        if self.off.is_empty() {
            return false;
        }
        if let Some(id) = id_of(object)
            && self.off.contains(&id)
        {
            return true;
        }
        let Some(rule) = dictionary(document, object) else {
            return false;
        };
        let Ok(stated) = rule.get(b"OCGs") else {
            return false;
        };
        let mut members: Vec<ObjectId> = id_of(stated).into_iter().collect();
        if let Some(Object::Array(listed)) = entry(document, rule, b"OCGs") {
            members = listed.iter().filter_map(id_of).collect();
        }
        if members.is_empty() {
            return false;
        }
        let off = |id: &ObjectId| self.off.contains(id);
        match name(document, rule, b"P") {
            Some(b"AllOn") => members.iter().any(off),
            Some(b"AnyOff") => !members.iter().any(off),
            Some(b"AllOff") => !members.iter().all(off),
            _ => members.iter().all(off),
        }
    }
}
