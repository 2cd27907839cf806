//! Cuts a font down to the characters of one document.
//!
//! **Invariant:** copied text reads as what was typed. Where two characters
//! share a glyph and both stand in one document, both read as the common one.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};
use skrifa::MetadataProvider as _;
use skrifa::instance::{LocationRef, Size};

use super::DocumentError;
use super::fonts::Typeface;

/// A font cut down to the characters of one document, lengths in font units.
pub(super) struct CutFont {
    /// The small font file.
    pub(super) bytes: Vec<u8>,
    /// `ABCDEF+NotoSansSC-Regular`.
    pub(super) name: String,
    /// Character to glyph of the small font.
    pub(super) codepoints: BTreeMap<u32, u16>,
    /// Advance of each glyph of the small font.
    pub(super) widths: BTreeMap<u16, u16>,
    /// Characters drawn with the glyph of another, and that other.
    pub(super) same_glyph: BTreeMap<char, char>,
    pub(super) units_per_em: u16,
    pub(super) ascent: i16,
    pub(super) descent: i16,
    /// x min, y min, x max, y max.
    pub(super) bounds: [i16; 4],
    pub(super) weight: u16,
}

/// Cuts `typeface` down to `characters`.
pub(super) fn cut(
    typeface: &Typeface,
    characters: &BTreeSet<char>,
) -> Result<CutFont, DocumentError> {
    let unusable = |reason: String| DocumentError::FontUnusable {
        name: typeface.postscript_name.clone(),
        reason,
    };
    let font = typeface.font()?;
    let charmap = font.charmap();
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let advances = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let mut remapper = subsetter::GlyphRemapper::new();
    let mut by_glyph: BTreeMap<u16, char> = BTreeMap::new();
    let mut same_glyph = BTreeMap::new();
    let mut codepoints = BTreeMap::new();
    let mut widths = BTreeMap::new();
    // The first one met of those that share a glyph is the one copied text
    // shows, so the twins come last.
    let mut characters: Vec<char> = characters.iter().copied().collect();
    characters.sort_by_key(|character| (is_twin(*character), *character));
    for character in &characters {
        let glyph = charmap
            .map(*character)
            .and_then(|glyph| u16::try_from(glyph.to_u32()).ok())
            .ok_or_else(|| unusable(format!("it does not draw {character:?}")))?;
        if let Some(first) = by_glyph.get(&glyph) {
            same_glyph.insert(*character, *first);
            continue;
        }
        by_glyph.insert(glyph, *character);
        let new = remapper.remap(glyph);
        codepoints.insert(u32::from(*character), new);
        widths.insert(
            new,
            whole(advances.advance_width(glyph.into()).unwrap_or(0.0)),
        );
    }
    let bytes = subsetter::subset(&typeface.bytes, typeface.index, &remapper)
        .map_err(|error| unusable(error.to_string()))?;
    let bounds = metrics.bounds.unwrap_or_default();
    Ok(CutFont {
        name: format!("{}+{}", tag(&bytes), typeface.postscript_name),
        bytes,
        codepoints,
        widths,
        same_glyph,
        units_per_em: metrics.units_per_em,
        ascent: signed(metrics.ascent),
        descent: signed(metrics.descent),
        bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(signed),
        weight: whole(font.attributes().weight.value()),
    })
}

/// Characters that Unicode holds a second time for the sake of older codes:
/// radicals, angle brackets, compatibility ideographs.
const fn is_twin(character: char) -> bool {
    matches!(character,
        '\u{2329}'..='\u{232A}' | '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{2F800}'..='\u{2FA1F}')
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "font units are 16 bit; the cast saturates"
)]
const fn whole(units: f32) -> u16 {
    units as u16
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "font units are 16 bit; the cast saturates"
)]
fn signed(units: f32) -> i16 {
    units as i16
}

/// Six capitals that tell one subset from another, from the subset's bytes.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}
