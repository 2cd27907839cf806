//! Reading colours and spots: 4+4, 4C+0, 双面四色, PANTONE 871 C, 专金.

use super::NotUnderstood;
use super::amounts::within;
use super::fold::{folded_tight, without_suffix};
use super::numbers::read;
use super::text::clean_text;
use crate::imposition::{Colours, Sides};

/// More process colours no press lays on one side.
const MOST_PROCESS: i64 = 8;
/// More spots no side takes.
const MOST_SPOTS: usize = 8;
/// No ink has a longer name.
const LONGEST_SPOT: usize = 60;

/// Reads process colours front and back: `4+4`, `4C+0`, `4/0`, `双面四色`, `单面四色`, `不印刷`.
///
/// `4C` or `四色` alone says nothing of the back: with `sides` known it is read by them, else it is ambiguous.
///
/// # Errors
/// [`NotUnderstood`] with both readings where it is ambiguous.
pub fn colours(text: &str, sides: Option<Sides>) -> Result<Colours, NotUnderstood> {
    let folded = folded_tight(text)?;
    if folded.contains('专') || folded.contains("pantone") || folded.contains("spot") {
        return Err(NotUnderstood::SpotAmongColours);
    }
    if folded == "不印刷" || folded == "不印" {
        return Ok(Colours::new(0, 0));
    }
    if let Some((front, back)) = folded.split_once(['+', '/']) {
        return Ok(Colours::new(count(front)?, count(back)?));
    }
    let (bare, said) = without_sides(&folded);
    let count = count(bare)?;
    let (one, both) = (Colours::new(count, 0), Colours::new(count, count));
    match said.or(sides) {
        Some(Sides::One) => Ok(one),
        Some(Sides::Both) => Ok(both),
        None if count == 0 => Ok(one),
        None => Err(NotUnderstood::Ambiguous {
            readings: vec![one.to_string(), both.to_string()],
        }),
    }
}

/// The text without 单面 or 双面 before or after it, and which of them it was.
fn without_sides(text: &str) -> (&str, Option<Sides>) {
    for (word, sides) in [
        ("单面", Sides::One),
        ("双面", Sides::Both),
        ("正反面", Sides::Both),
        ("正反", Sides::Both),
    ] {
        if let Some(rest) = text.strip_prefix(word).or_else(|| text.strip_suffix(word)) {
            return (rest, Some(sides));
        }
    }
    (text, None)
}

/// How many colours one side has: `4`, `4C`, `四色`, `彩色`, `单色`, `黑白`.
fn count(text: &str) -> Result<u8, NotUnderstood> {
    let text = without_suffix(text, &["印刷", "印"]);
    let number = match text {
        "彩色" | "彩" | "全彩" | "cmyk" => 4,
        "单色" | "黑白" | "单黑" | "黑色" | "黑" | "k" => 1,
        _ => {
            let bare = without_suffix(text, &["c", "色"]);
            read(bare)
                .and_then(|number| number.in_units(0))
                .map_err(|_| NotUnderstood::NotColours)?
        }
    };
    let number = within(number, 0, MOST_PROCESS, |bound| bound.to_string())?;
    u8::try_from(number).map_err(|_| NotUnderstood::NotColours)
}

/// Reads a list of spot colours: `PANTONE 871 C, 专金`. 无 is none.
///
/// # Errors
/// [`NotUnderstood`] where nothing is typed, a name is too long or there are too many.
pub fn spots(text: &str) -> Result<Vec<String>, NotUnderstood> {
    let mut spots = Vec::new();
    for name in text.split([',', '，', '、', ';', '；', '+', '＋', '\n']) {
        match clean_text(name, LONGEST_SPOT) {
            Ok(name) => spots.push(name),
            Err(NotUnderstood::Empty) => {}
            Err(refused) => return Err(refused),
        }
    }
    match spots.as_slice() {
        [] => Err(NotUnderstood::Empty),
        [none] if none == "无" || none == "没有" => Ok(Vec::new()),
        many if many.len() > MOST_SPOTS => Err(NotUnderstood::TooMany {
            count: many.len(),
            most: MOST_SPOTS,
        }),
        _ => Ok(spots),
    }
}
