//! 大写金额: an amount in the capitals that contracts and receipts require, so that no figure can be altered by one stroke.

use thiserror::Error;

use super::Fen;

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// Why an amount has no capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoCapitals {
    /// A negative amount is a refund or a credit and is never written in capitals on an order.
    #[error("a negative amount is not written in capitals")]
    Negative,
}

impl Fen {
    /// The amount in capitals, without the leading 人民币 that a form prints before it, without gap.
    ///
    /// 整 follows 元 only; 零 stands once for a run of zeros inside, and not between 元 and 角.
    ///
    /// # Errors
    /// [`NoCapitals::Negative`] for a negative amount.
    pub fn in_capitals(self) -> Result<String, NoCapitals> {
        let fen = u64::try_from(self.0).map_err(|_| NoCapitals::Negative)?;
        let (yuan, jiao, cents) = (fen / 100, fen / 10 % 10, fen % 10);
        if fen == 0 {
            return Ok("零元整".to_owned());
        }
        let mut written = String::new();
        if yuan > 0 {
            write_yuan(yuan, &mut written);
            written.push('元');
        }
        match (jiao, cents) {
            (0, 0) => written.push('整'),
            (0, _) if yuan > 0 => written.push('零'),
            _ => {}
        }
        for (figure, unit) in [(jiao, "角"), (cents, "分")] {
            if figure > 0 {
                written.push_str(digit(figure));
                written.push_str(unit);
            }
        }
        Ok(written)
    }
}

/// Writes a number greater than 0: in groups of 亿, each of two groups of 万.
fn write_yuan(number: u64, written: &mut String) {
    write_group(number, 100_000_000, "亿", written, |low, out| {
        write_group(low, 10_000, "万", out, |group, out| {
            write_group(group, 1000, "仟", out, |rest, out| {
                write_group(rest, 100, "佰", out, |rest, out| {
                    write_group(rest, 10, "拾", out, |ones, out| out.push_str(digit(ones)));
                });
            });
        });
    });
}

/// Writes what stands above `unit`, its name, a 零 where the next place is empty, and then the rest.
fn write_group(
    number: u64,
    unit: u64,
    name: &str,
    written: &mut String,
    write_rest: impl Fn(u64, &mut String),
) {
    let (high, rest) = (number / unit, number % unit);
    if high > 0 {
        write_yuan(high, written);
        written.push_str(name);
        if rest > 0 && rest < unit / 10 {
            written.push('零');
        }
    }
    if rest > 0 {
        write_rest(rest, written);
    }
}

/// The capital of a figure below ten.
fn digit(figure: u64) -> &'static str {
    usize::try_from(figure)
        .ok()
        .and_then(|place| DIGITS.get(place))
        .copied()
        .unwrap_or_default()
}
