//! Reading money, prices, quantities and percentages.

use super::NotUnderstood;
use super::fold::{folded, without_prefix, without_suffix};
use super::numbers::{Number, figure, read};
use crate::imposition::Reams;
use crate::measures::{Fen, Percent, Quantity, UnitPrice};

/// No order of the trade is larger: a thousand million yuan.
const MOST_YUAN: i64 = 1_000_000_000;
/// More paper than any mill holds.
const MOST_REAMS: i64 = 1_000_000;
/// No run of the trade is longer.
const MOST_PIECES: i64 = 100_000_000;

/// Words a quantity may end on.
const PIECES: [&str; 15] = [
    "本", "册", "张", "个", "套", "份", "只", "件", "枚", "片", "条", "块", "pcs", "pc", "p",
];

/// Reads an amount of money between 0 and 1,000,000,000 元: `86400`, `8.64万`, `¥86,400.00`, `3元5角`, `捌万陆仟肆佰元整`.
///
/// # Errors
/// [`NotUnderstood`] with the bounds, or with two decimals where more are typed.
pub fn money(text: &str) -> Result<Fen, NotUnderstood> {
    let fen = yuan(text, 2)?;
    within(fen, 0, MOST_YUAN * 100, |fen| Fen(fen).to_string()).map(Fen)
}

/// Reads a price per piece between 0 and 1,000,000,000 元 with up to four decimals: `43.2`, `0.0825元`, `八毛五`.
///
/// # Errors
/// [`NotUnderstood`] with the bounds, or with four decimals where more are typed.
pub fn unit_price(text: &str) -> Result<UnitPrice, NotUnderstood> {
    let price = yuan(text, 4)?;
    within(price, 0, MOST_YUAN * 10_000, |price| {
        UnitPrice(price).to_string()
    })
    .map(UnitPrice)
}

/// Reads a quantity between 1 and 100,000,000: `2000`, `2千`, `1.5万`, `2k`, `2,000册`, `两千`.
///
/// # Errors
/// [`NotUnderstood`] with the bounds.
pub fn quantity(text: &str) -> Result<Quantity, NotUnderstood> {
    integer(text, 1, MOST_PIECES).map(Quantity)
}

/// Reads a whole number within bounds (both included), with or without a word of pieces or `P` after it: 备品, P数, 拼版数.
/// Where the bounds begin below nothing a minus may stand before it: `-15`.
///
/// # Errors
/// [`NotUnderstood`] with the bounds.
pub fn integer(text: &str, least: i64, most: i64) -> Result<i64, NotUnderstood> {
    let folded = folded(text)?;
    let bare = without_suffix(&folded, &PIECES);
    let number = match bare.strip_prefix(['-', '−', '负']).filter(|_| least < 0) {
        Some(below) => -read(below)?.in_units(0)?,
        None => read(bare)?.in_units(0)?,
    };
    within(number, least, most, |bound| Quantity(bound).to_string())
}

/// Reads reams of 500 sheets between 0 and 1,000,000 with up to three decimals: `15.75`, `4.2令`.
///
/// # Errors
/// [`NotUnderstood`] with the bounds, or with three decimals where more are typed.
pub fn reams(text: &str) -> Result<Reams, NotUnderstood> {
    let folded = folded(text)?;
    let number = read(without_suffix(&folded, &["令"]))?.in_units(3)?;
    within(number, 0, MOST_REAMS * 1_000, |bound| {
        Reams(bound).to_string()
    })
    .map(Reams)
}

/// Reads a percentage between 0 and 100 % with up to two decimals: `5%`, `5`, `±3%`, `百分之五`.
///
/// # Errors
/// [`NotUnderstood`] with the bounds, or with two decimals where more are typed.
pub fn percent(text: &str) -> Result<Percent, NotUnderstood> {
    let folded = folded(text)?;
    let unsigned = without_prefix(&folded, &["±", "+/-", "+-", "正负"]);
    let plain = without_suffix(without_prefix(unsigned, &["百分之"]), &["%"]);
    let number = read(plain)?.in_units(2)?;
    within(number, 0, Percent::WHOLE.0, |bound| {
        Percent(bound).to_string()
    })
    .map(Percent)
}

/// Reads whole and half days between 0 and 365, counted in halves: `8`, `0.5`, `1.5天`.
///
/// # Errors
/// [`NotUnderstood`] with the bounds, or where it is no half.
pub fn half_days(text: &str) -> Result<i64, NotUnderstood> {
    const MOST_DAYS: i64 = 365;
    const TENTHS_OF_HALF_A_DAY: i64 = 5;
    let folded = folded(text)?;
    let number = read(without_suffix(&folded, &["个工作日", "工作日", "天", "日"]))?;
    let tenths = number.in_units(1).map_err(|_| NotUnderstood::NotHalfDays)?;
    if tenths % TENTHS_OF_HALF_A_DAY != 0 {
        return Err(NotUnderstood::NotHalfDays);
    }
    within(tenths / TENTHS_OF_HALF_A_DAY, 0, MOST_DAYS * 2, |halves| {
        shown_half_days(halves)
    })
}

/// As [`half_days`] reads them: `8`, `0.5`.
#[must_use]
pub fn shown_half_days(halves: i64) -> String {
    let half = if halves % 2 == 0 { "" } else { ".5" };
    format!("{}{half}", halves / 2)
}

/// Hands `value` back if it lies within bounds, which are otherwise named as the field shows them.
pub(super) fn within(
    value: i64,
    least: i64,
    most: i64,
    shown: impl Fn(i64) -> String,
) -> Result<i64, NotUnderstood> {
    if (least..=most).contains(&value) {
        Ok(value)
    } else {
        Err(NotUnderstood::OutOfRange {
            least: shown(least),
            most: shown(most),
        })
    }
}

/// Reads yuan, counted in units of 10^-`places`.
fn yuan(text: &str, places: u32) -> Result<i64, NotUnderstood> {
    let folded = folded(text)?;
    let bare = without_suffix(
        without_prefix(&folded, &["人民币", "rmb", "cny"]),
        &["人民币", "rmb", "cny"],
    );
    let bare = without_suffix(without_prefix(bare, &["¥"]), &["整", "正"]);
    let (whole, change) = match bare.split_once(['元', '块', '圆']) {
        Some((whole, change)) => (read(whole.trim_end())?, change.trim()),
        None if bare.contains(['角', '毛', '分', '厘']) => (Number::new(0, 0), bare),
        None => (read(bare)?, ""),
    };
    let change = Number::new(small_change(change)?, 3).in_units(places)?;
    Ok(whole.in_units(places)?.saturating_add(change))
}

/// Reads 角, 分 and 厘 after the yuan, in 1/1000 元: `5角2分`, `零肆分`, and `5` alone for 角 (五块五).
fn small_change(text: &str) -> Result<i128, NotUnderstood> {
    let mut value = 0;
    let mut last = 0;
    let mut letters = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .peekable();
    while let Some(letter) = letters.next() {
        let mut digit = figure(letter).ok_or(NotUnderstood::NotANumber)?;
        if let (0, Some(next)) = (digit, letters.peek().copied().and_then(figure)) {
            // 零 before 分 says that there is no 角.
            letters.next();
            digit = next;
            last = 1;
        }
        let place = match letters.next() {
            Some('角' | '毛') => 1,
            Some('分') => 2,
            Some('厘') => 3,
            None => last + 1,
            Some(_) => return Err(NotUnderstood::NotANumber),
        };
        if place <= last || place > 3 {
            return Err(NotUnderstood::NotANumber);
        }
        last = place;
        value += digit * [0, 100, 10, 1].get(place).copied().unwrap_or_default();
    }
    Ok(value)
}
