//! How figures are written: digits in threes, decimals cut where they say nothing.

/// Writes `value` counted in units of `10^-places`, with digits in threes and never fewer than `least` decimals:
/// `43.20` for 432000 with four places and at least two.
pub(crate) fn decimal(value: i64, places: u32, least: usize) -> String {
    let unit = 10_u64.pow(places);
    let size = value.unsigned_abs();
    let sign = if value < 0 { "-" } else { "" };
    let mut fraction = format!("{:0width$}", size % unit, width = places as usize);
    while fraction.len() > least && fraction.ends_with('0') {
        fraction.pop();
    }
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", grouped(size / unit))
}

/// Divides and rounds half up, towards the larger number: 2.5 → 3, −2.5 → −2. The divisor is positive.
pub(crate) fn divided_half_up(dividend: i128, divisor: i128) -> Option<i64> {
    let doubled = dividend.checked_mul(2)?.checked_add(divisor)?;
    i64::try_from(doubled.checked_div_euclid(divisor.checked_mul(2)?)?).ok()
}

/// Divides and rounds up. The divisor is positive.
pub(crate) fn divided_up(dividend: i128, divisor: i128) -> Option<i64> {
    let whole = dividend.checked_div_euclid(divisor)?;
    let rest = dividend.checked_rem_euclid(divisor)?;
    i64::try_from(whole + i128::from(rest > 0)).ok()
}

/// Writes a whole number with its digits in threes: `86,400`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}
