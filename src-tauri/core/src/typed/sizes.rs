//! Reading sizes: 210x285, 21*28.5cm, 大16开, A4.

use super::NotUnderstood;
use super::amounts::within;
use super::fold::folded_tight;
use super::lengths::{LONGEST, without_unit};
use super::numbers::read;
use crate::measures::{Millimetres, Size};

/// 开本 and parent sheets by name, as the trade trims and buys them.
const NAMED: [(&str, Size); 14] = [
    ("大16开", Size::whole(210, 285)),
    ("正16开", Size::whole(185, 260)),
    ("大32开", Size::whole(140, 210)),
    ("正32开", Size::whole(130, 184)),
    ("大8开", Size::whole(285, 420)),
    ("正8开", Size::whole(260, 370)),
    ("大12开", Size::whole(280, 280)),
    ("正度", Size::whole(787, 1092)),
    ("大度", Size::whole(889, 1194)),
    ("a3", Size::whole(297, 420)),
    ("a4", Size::whole(210, 297)),
    ("a5", Size::whole(148, 210)),
    ("a6", Size::whole(105, 148)),
    ("a7", Size::whole(74, 105)),
];

/// What a web is called.
const REELS: [&str; 3] = ["卷筒纸", "卷筒", "卷"];

/// Reads a size of 1 to 5,000 mm a side, width first: `210x285`, `210*285mm`, `21*28.5cm`, `大16开`, `正度`, `A4`.
///
/// # Errors
/// [`NotUnderstood`]; 16开 alone is ambiguous and names both formats.
pub fn size(text: &str) -> Result<Size, NotUnderstood> {
    let folded = folded_tight(text)?;
    match named(&folded) {
        Some(found) => found,
        None => measured(&folded),
    }
}

/// Reads the width of a web: `卷筒 787`, `787卷筒`, `卷 88cm`; none where the text speaks of no reel.
///
/// # Errors
/// [`NotUnderstood`] where a reel has no width, or none there is.
pub fn reel(text: &str) -> Option<Result<Millimetres, NotUnderstood>> {
    let folded = folded_tight(text).ok()?;
    let known = REELS.iter().find_map(|word| {
        folded
            .strip_prefix(word)
            .or_else(|| folded.strip_suffix(word))
    })?;
    let (width, unit) = without_unit(known);
    Some(side(width, unit.unwrap_or(0)))
}

/// A size by its name, if it is one.
fn named(text: &str) -> Option<Result<Size, NotUnderstood>> {
    let name = in_figures(text);
    if let Some((_, size)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(Ok(*size));
    }
    let matching: Vec<_> = NAMED
        .iter()
        .filter(|(known, _)| {
            known.ends_with('开') && known.strip_prefix(['大', '正']) == Some(&name)
        })
        .collect();
    match matching.as_slice() {
        [] => None,
        [(_, size)] => Some(Ok(*size)),
        more => {
            let readings = more
                .iter()
                .map(|(known, size)| format!("{known} {size}"))
                .collect();
            Some(Err(NotUnderstood::Ambiguous { readings }))
        }
    }
}

/// The name with its count in figures and 度 left out: 大度十六开 → 大16开.
fn in_figures(text: &str) -> String {
    let Some(counted) = text.strip_suffix('开') else {
        return text.to_owned();
    };
    let count = counted.trim_start_matches(['大', '正', '度']);
    let kind = counted
        .chars()
        .next()
        .filter(|kind| matches!(kind, '大' | '正'));
    match read(count).and_then(|count| count.in_units(0)) {
        Ok(count) => format!("{}{count}开", kind.map(String::from).unwrap_or_default()),
        Err(_) => text.to_owned(),
    }
}

/// A size by its two sides. A unit after the second side holds for both.
fn measured(text: &str) -> Result<Size, NotUnderstood> {
    let mut sides = text.split(['x', '乘']);
    let (Some(width), Some(height), None) = (sides.next(), sides.next(), sides.next()) else {
        return Err(NotUnderstood::NotASize);
    };
    let (width, width_unit) = without_unit(width);
    let (height, height_unit) = without_unit(height);
    let height_power = height_unit.unwrap_or(width_unit.unwrap_or(0));
    let width_power = width_unit.unwrap_or(height_power);
    Ok(Size {
        width: side(width, width_power)?,
        height: side(height, height_power)?,
    })
}

/// One side.
fn side(text: &str, power: i32) -> Result<Millimetres, NotUnderstood> {
    let number = read(text).map_err(|_| NotUnderstood::NotASize)?;
    let tenths = number.shifted(power).in_units(1)?;
    within(tenths, 10, LONGEST.0, |bound| {
        Millimetres(bound).to_string()
    })
    .map(Millimetres)
}
