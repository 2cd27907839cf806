//! Reading lengths and thicknesses.

use super::NotUnderstood;
use super::amounts::within;
use super::fold::folded;
use super::numbers::{Number, read};
use crate::measures::{Micrometres, Millimetres};

/// No press sheet, gripper or bleed is longer: five metres.
pub(super) const LONGEST: Millimetres = Millimetres::whole(5000);
/// No board is thicker: 50 mm.
const THICKEST: i64 = 50_000;

/// Units a length may end on, and the power of ten that turns each into millimetres. Longer names come before their endings.
const UNITS: [(&str, i32); 13] = [
    ("毫米", 0),
    ("厘米", 1),
    ("公分", 1),
    ("微米", -3),
    ("mm", 0),
    ("cm", 1),
    ("µm", -3),
    ("μm", -3),
    ("um", -3),
    ("丝", -2),
    ("条", -2),
    ("米", 3),
    ("m", 3),
];

/// Reads a length between 0 and 5,000 mm to a tenth of a millimetre: `3`, `3mm`, `2.5厘米`.
///
/// # Errors
/// [`NotUnderstood`] with the bounds, or with one decimal where more are typed.
pub fn millimetres(text: &str) -> Result<Millimetres, NotUnderstood> {
    at_least(0, text)
}

/// Reads a length as [`millimetres`] does, and not nothing.
///
/// # Errors
/// As [`millimetres`].
pub fn some_millimetres(text: &str) -> Result<Millimetres, NotUnderstood> {
    at_least(1, text)
}

fn at_least(least: i64, text: &str) -> Result<Millimetres, NotUnderstood> {
    let folded = folded(text)?;
    let (plain, power) = without_unit(&folded);
    let tenths = read(plain)?.shifted(power.unwrap_or(0)).in_units(1)?;
    within(tenths, least, LONGEST.0, |bound| {
        Millimetres(bound).to_string()
    })
    .map(Millimetres)
}

/// Reads a length to either side: with a minus before it what [`millimetres`] reads counts the other way.
///
/// # Errors
/// As [`millimetres`].
pub fn signed_millimetres(text: &str) -> Result<Millimetres, NotUnderstood> {
    let text = text.trim();
    match text.strip_prefix(['-', '−', '－', '–', '负']) {
        Some(rest) => millimetres(rest).map(|length| Millimetres(-length.0)),
        None => millimetres(text),
    }
}

/// Reads a thickness between 1 and 50,000 µm: `105`, `105µm`, `2.5mm`, `10丝`.
///
/// # Errors
/// [`NotUnderstood`] with the bounds, or with no decimals where a part of a micrometre is typed.
pub fn micrometres(text: &str) -> Result<Micrometres, NotUnderstood> {
    let folded = folded(text)?;
    let (plain, power) = without_unit(&folded);
    let number: Number = read(plain)?;
    let thickness = number
        .shifted(power.map_or(0, |power| power + 3))
        .in_units(0)?;
    within(thickness, 1, THICKEST, |bound| {
        Micrometres(bound).to_string()
    })
    .map(Micrometres)
}

/// Whether a text is a thickness and says so by its unit: `2.5mm`, `105µm`, `10丝`.
#[must_use]
pub fn is_thickness(text: &str) -> bool {
    let unit = |text: &str| without_unit(text).1.is_some();
    folded(text).is_ok_and(|folded| unit(&folded)) && micrometres(text).is_ok()
}

/// The text without its unit, and the power of ten of the unit if there is one.
pub(super) fn without_unit(text: &str) -> (&str, Option<i32>) {
    UNITS
        .iter()
        .find_map(|(unit, power)| Some((text.strip_suffix(unit)?.trim_end(), Some(*power))))
        .unwrap_or((text, None))
}
