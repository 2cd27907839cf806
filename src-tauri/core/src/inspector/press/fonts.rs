//! The fonts of a file: those something is set in, and those only carried along.

use super::facts::{FontFacts, FontKind, Pages};
use super::look::{array, dictionary, entry, id_of, name, name_text, sub};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{HashMap, HashSet};

/// More fonts than any file carries; the rest is not listed.
const MOST_FONTS: usize = 20_000;

/// How many things that may carry fonts are looked through.
const MOST_LOOKS: usize = 500_000;

/// The fonts met so far.
#[derive(Default)]
pub(super) struct Fonts {
    pub found: Vec<FontFacts>,
    by_id: HashMap<ObjectId, usize>,
    /// Fonts written in place, by where they stand in memory while the file is read.
    by_place: HashMap<usize, usize>,
    looked_at: HashSet<ObjectId>,
    looks: usize,
}

impl Fonts {
    /// The place in the list of the font called `font` in `resources`.
    pub(super) fn named(
        &mut self,
        document: &Document,
        resources: &Dictionary,
        font: &[u8],
    ) -> Option<usize> {
        let stated = sub(document, resources, b"Font")?.get(font).ok()?;
        self.stated(document, stated)
    }

    /// The place in the list of a font that is stated outright.
    pub(super) fn stated(&mut self, document: &Document, stated: &Object) -> Option<usize> {
        let font = dictionary(document, stated)?;
        let known = match id_of(stated) {
            Some(id) => self.by_id.get(&id),
            None => self.by_place.get(&address(font)),
        };
        if let Some(place) = known {
            return Some(*place);
        }
        if self.found.len() == MOST_FONTS {
            return None;
        }
        let place = self.found.len();
        self.found.push(described(document, font));
        match id_of(stated) {
            Some(id) => self.by_id.insert(id, place),
            None => self.by_place.insert(address(font), place),
        };
        Some(place)
    }

    /// Lists every font that `resources`, their forms and patterns carry.
    pub(super) fn carried(&mut self, document: &Document, resources: &Dictionary) {
        let mut todo = vec![resources];
        while let Some(resources) = todo.pop() {
            if let Some(fonts) = sub(document, resources, b"Font") {
                for (_, stated) in fonts.iter() {
                    self.stated(document, stated);
                }
            }
            for kind in [&b"XObject"[..], b"Pattern"] {
                let Some(forms) = sub(document, resources, kind) else {
                    continue;
                };
                for (_, stated) in forms.iter() {
                    self.looks += 1;
                    let known = id_of(stated).is_some_and(|id| !self.looked_at.insert(id));
                    if known || self.looks > MOST_LOOKS {
                        continue;
                    }
                    let form = dictionary(document, stated);
                    todo.extend(form.and_then(|form| sub(document, form, b"Resources")));
                }
            }
        }
    }

    /// Lists the fonts that a remark or field is drawn with.
    pub(super) fn of_remark(&mut self, document: &Document, remark: &Dictionary) {
        let Some(looks) = sub(document, remark, b"AP") else {
            return;
        };
        for key in [&b"N"[..], b"R", b"D"] {
            let Some(look) = entry(document, looks, key) else {
                continue;
            };
            let one = |fonts: &mut Self, form: &Dictionary| {
                if let Some(resources) = sub(document, form, b"Resources") {
                    fonts.carried(document, resources);
                }
            };
            match look {
                Object::Stream(form) => one(self, &form.dict),
                Object::Dictionary(states) => {
                    for (_, state) in states.iter().take(64) {
                        if let Some(form) = dictionary(document, state) {
                            one(self, form);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Something that prints is set in it on `page`.
    pub(super) fn used(&mut self, place: usize, page: u32) {
        if let Some(font) = self.found.get_mut(place) {
            font.pages.add(page);
        }
    }
}

/// Where a dictionary of the file stands in memory: it does not move while the file is read.
fn address(dictionary: &Dictionary) -> usize {
    std::ptr::from_ref(dictionary).addr()
}

fn described(document: &Document, font: &Dictionary) -> FontFacts {
    let subtype = name(document, font, b"Subtype").unwrap_or_default();
    let (numbered, holder) = if subtype == b"Type0" {
        let below = array(document, font, b"DescendantFonts").first();
        (true, below.and_then(|below| dictionary(document, below)))
    } else {
        (false, Some(font))
    };
    let below = holder.and_then(|holder| name(document, holder, b"Subtype"));
    let below = below.unwrap_or_default();
    let descriptor = holder.and_then(|holder| sub(document, holder, b"FontDescriptor"));
    let carried = descriptor.and_then(|descriptor| carried_as(document, descriptor));
    let kind = match (subtype, carried, numbered) {
        (b"Type3", ..) => FontKind::Type3,
        (_, Some(Carried::PostScript), false) => FontKind::Type1,
        (_, Some(Carried::PostScript), true) => FontKind::CidType0,
        (_, Some(Carried::TrueType), false) => FontKind::Truetype,
        (_, Some(Carried::TrueType), true) => FontKind::CidTruetype,
        (_, Some(Carried::Compact), false) => FontKind::Type1c,
        (_, Some(Carried::Compact), true) => FontKind::CidType0c,
        (b"TrueType", Some(Carried::OpenType), _) => FontKind::TruetypeOpentype,
        (_, Some(Carried::OpenType), false) => FontKind::Type1cOpentype,
        (_, Some(Carried::OpenType), true) if below == b"CIDFontType2" => {
            FontKind::CidTruetypeOpentype
        }
        (_, Some(Carried::OpenType), true) => FontKind::CidType0cOpentype,
        (b"Type1" | b"MMType1", None, _) => FontKind::Type1,
        (b"TrueType", None, _) => FontKind::Truetype,
        (b"Type0", None, _) if below == b"CIDFontType2" => FontKind::CidTruetype,
        (b"Type0", None, _) if below == b"CIDFontType0" => FontKind::CidType0,
        _ => FontKind::Unknown,
    };
    let full = name_text(name(document, font, b"BaseFont").unwrap_or_default());
    let (subset, name) = without_mark(&full);
    FontFacts {
        name: name.to_owned(),
        kind,
        embedded: carried.is_some() || kind == FontKind::Type3,
        subset,
        pages: Pages::default(),
    }
}

/// `ABCDEF+Song` is a subset of `Song`.
fn without_mark(name: &str) -> (bool, &str) {
    match name.split_once('+') {
        Some((mark, rest))
            if mark.len() == 6 && mark.bytes().all(|byte| byte.is_ascii_uppercase()) =>
        {
            (true, rest)
        }
        _ => (false, name),
    }
}

#[derive(Clone, Copy)]
enum Carried {
    PostScript,
    TrueType,
    Compact,
    OpenType,
}

/// How the font file is carried along, if it is. A stream must be there: an entry that leads nowhere carries nothing.
fn carried_as(document: &Document, descriptor: &Dictionary) -> Option<Carried> {
    let stream = |key: &[u8]| entry(document, descriptor, key)?.as_stream().ok();
    if stream(b"FontFile").is_some() {
        return Some(Carried::PostScript);
    }
    if stream(b"FontFile2").is_some() {
        return Some(Carried::TrueType);
    }
    let third = stream(b"FontFile3")?;
    Some(match name(document, &third.dict, b"Subtype") {
        Some(b"OpenType") => Carried::OpenType,
        _ => Carried::Compact,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_1_4a_the_mark_of_a_subset_is_no_part_of_the_name() {
        assert_eq!(without_mark("ABCDEF+SimSun"), (true, "SimSun"));
        assert_eq!(without_mark("ABCDE1+SimSun"), (false, "ABCDE1+SimSun"));
        assert_eq!(without_mark("SimSun"), (false, "SimSun"));
    }
}
