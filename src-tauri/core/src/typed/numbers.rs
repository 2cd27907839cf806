//! Reading a number: 2000, 2,000, 1.5万, 2k, 两千, 一万五, 三千零五十, 四十三点二.

use super::NotUnderstood;

/// A number as typed: `mantissa` × 10^-`decimals`. One too large to hold stays at the largest there is, which every
/// field refuses by its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    mantissa: i128,
    decimals: u32,
}

impl Number {
    /// A whole number of units of `10^-decimals`.
    pub(super) const fn new(mantissa: i128, decimals: u32) -> Self {
        Self { mantissa, decimals }
    }

    /// The number times `10^power`.
    pub(super) fn shifted(self, power: i32) -> Self {
        let by = power.unsigned_abs();
        if power < 0 {
            return Self {
                decimals: self.decimals.saturating_add(by),
                ..self
            };
        }
        let taken = by.min(self.decimals);
        Self {
            mantissa: times_ten(self.mantissa, by - taken),
            decimals: self.decimals - taken,
        }
    }

    /// The number counted in units of `10^-places`.
    pub(super) fn in_units(self, places: u32) -> Result<i64, NotUnderstood> {
        let Self {
            mut mantissa,
            mut decimals,
        } = self;
        while decimals > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            decimals -= 1;
        }
        let missing = places
            .checked_sub(decimals)
            .ok_or(NotUnderstood::TooFine { most: places })?;
        let units = times_ten(mantissa, missing);
        Ok(i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX }))
    }
}

/// What a number is made of.
#[derive(Clone, Copy, Debug)]
enum Piece {
    /// A run of so many figures before the point; vague where several are spoken in a row.
    Figure {
        value: Number,
        figures: usize,
        vague: bool,
    },
    /// 十 百 千 万 亿: a power of ten.
    Unit(u32),
}

/// Reads a folded text as a number, negative with a `-` or 负 before it.
pub(super) fn read(text: &str) -> Result<Number, NotUnderstood> {
    let unsigned = text.strip_prefix(['-', '负']).unwrap_or(text);
    let number = match unsigned.split_once('点') {
        Some((whole, fraction)) => spoken_decimal(whole, fraction),
        None => pieces(unsigned).and_then(|pieces| value_of(&pieces)),
    };
    let number = number.ok_or(NotUnderstood::NotANumber)?;
    let sign = if unsigned.len() < text.len() { -1 } else { 1 };
    Ok(Number {
        mantissa: number.mantissa.saturating_mul(sign),
        ..number
    })
}

/// The figure a character stands for.
pub(super) fn figure(letter: char) -> Option<i128> {
    Some(match letter {
        '0' | '零' | '〇' | '○' => 0,
        '1' | '一' | '壹' => 1,
        '2' | '二' | '两' | '贰' => 2,
        '3' | '三' | '叁' => 3,
        '4' | '四' | '肆' => 4,
        '5' | '五' | '伍' => 5,
        '6' | '六' | '陆' => 6,
        '7' | '七' | '柒' => 7,
        '8' | '八' | '捌' => 8,
        '9' | '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten a character stands for.
fn unit(letter: char) -> Option<u32> {
    Some(match letter {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' | 'k' => 3,
        '万' | '萬' | 'w' => 4,
        '亿' | '億' => 8,
        _ => return None,
    })
}

/// Reads what is said with 点: 四十三点二, 八点六四万.
fn spoken_decimal(whole: &str, fraction: &str) -> Option<Number> {
    let whole = value_of(&pieces(whole)?).filter(|whole| whole.decimals == 0)?;
    let end = fraction
        .find(|letter| figure(letter).is_none())
        .unwrap_or(fraction.len());
    let (figures, units) = fraction.split_at(end);
    let decimals = u32::try_from(figures.chars().count())
        .ok()
        .filter(|count| *count > 0)?;
    let mantissa = times_ten(whole.mantissa, decimals).saturating_add(digits(figures)?);
    in_units_of(Number { mantissa, decimals }, &pieces(units)?)
}

/// Takes the text apart into figures and units.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while let Some(letter) = rest.chars().next() {
        if let Some(power) = unit(letter) {
            pieces.push(Piece::Unit(power));
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        } else {
            let end = rest
                .find(|letter| !is_of_figure(letter))
                .unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            pieces.push(read_figure(run.trim_end())?);
            rest = after;
        }
        rest = rest.trim_start();
    }
    // 两三千 is two or three thousand, not a number; 二〇〇〇 is one.
    let is_vague = |piece: &Piece| matches!(piece, Piece::Figure { vague: true, .. });
    if pieces.len() > 1 && pieces.iter().any(is_vague) {
        None
    } else {
        Some(pieces)
    }
}

/// Whether a character may stand within a run of figures.
fn is_of_figure(letter: char) -> bool {
    figure(letter).is_some() || matches!(letter, ',' | ' ' | '.')
}

/// Reads a run of figures, in threes where it is divided at all, with decimals after a point.
fn read_figure(run: &str) -> Option<Piece> {
    let (whole, fraction) = run
        .split_once('.')
        .map_or((run, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut groups = whole.split([',', ' ']);
    let first = groups.next()?;
    let mut figures = first.to_owned();
    for group in groups {
        if group.chars().count() != 3 || !(1..=3).contains(&first.chars().count()) {
            return None;
        }
        figures.push_str(group);
    }
    let decimals = fraction.map_or(0, |fraction| fraction.chars().count());
    if fraction.is_some_and(str::is_empty) || (figures.is_empty() && decimals == 0) {
        return None;
    }
    let count = figures.chars().count();
    let several = figures.trim_start_matches(['零', '〇', '○', '0']);
    let vague = several.chars().count() > 1 && !several.is_ascii();
    figures.push_str(fraction.unwrap_or_default());
    let value = Number {
        mantissa: digits(&figures)?,
        decimals: u32::try_from(decimals).ok()?,
    };
    Some(Piece::Figure {
        value,
        figures: count,
        vague,
    })
}

/// The value of figures one after the other.
fn digits(figures: &str) -> Option<i128> {
    figures.chars().try_fold(0_i128, |value, letter| {
        Some(value.saturating_mul(10).saturating_add(figure(letter)?))
    })
}

/// The value of all pieces together; none where they make no number.
fn value_of(pieces: &[Piece]) -> Option<Number> {
    // A number with decimals is followed by units alone: 8.64万, 1.2千万.
    if let Some((Piece::Figure { value, .. }, units)) = pieces.split_first()
        && value.decimals > 0
    {
        return in_units_of(*value, units);
    }
    let mut sum = Sum::default();
    for piece in pieces {
        sum.take(*piece)?;
    }
    Some(Number {
        mantissa: sum.finish()?,
        decimals: 0,
    })
}

/// The number times all `units`; none where anything else is among them.
fn in_units_of(number: Number, units: &[Piece]) -> Option<Number> {
    units.iter().try_fold(number, |number, piece| match piece {
        Piece::Unit(power) => Some(number.shifted(i32::try_from(*power).ok()?)),
        Piece::Figure { .. } => None,
    })
}

/// A whole number in the making.
#[derive(Default)]
struct Sum {
    /// What stands before the last 万 or 亿, reckoned.
    total: i128,
    /// What stands in 十, 百 and 千 after it.
    section: i128,
    /// The last of 十, 百, 千 since the last 万 or 亿.
    small: Option<u32>,
    /// The last of 万 and 亿.
    big: Option<u32>,
    /// Whether 亿 was there.
    billions: bool,
    /// The last unit of all.
    last: Option<u32>,
    /// A run of figures that awaits its unit.
    figure: Option<(i128, usize)>,
}

impl Sum {
    fn take(&mut self, piece: Piece) -> Option<()> {
        let power = match piece {
            Piece::Figure { value, figures, .. } => {
                let free = self.figure.is_none() && value.decimals == 0;
                self.figure = Some((value.mantissa, figures));
                return free.then_some(());
            }
            Piece::Unit(power) => power,
        };
        let figure = self.figure.take().map(|(value, _)| value);
        if power < 4 {
            // 十五 is fifteen without a figure before 十.
            let alone = (power == 1 && self.small.is_none()).then_some(1);
            if self.small.is_some_and(|small| small <= power) {
                return None;
            }
            self.section = self
                .section
                .saturating_add(times_ten(figure.or(alone)?, power));
            self.small = Some(power);
        } else {
            let counted = self.section.saturating_add(figure.unwrap_or(0));
            // 万 counts what stands since the last 亿, 亿 all before it: 一万亿.
            let above = if power == 8 {
                std::mem::take(&mut self.total)
            } else {
                0
            };
            let counted = counted.saturating_add(above);
            let again = self.big == Some(power) || (power == 8 && self.billions);
            if counted == 0 || again {
                return None;
            }
            self.billions |= power == 8;
            self.total = self.total.saturating_add(times_ten(counted, power));
            self.section = 0;
            self.small = None;
            self.big = Some(power);
        }
        self.last = Some(power);
        Some(())
    }

    fn finish(self) -> Option<i128> {
        let above = self.total.saturating_add(self.section);
        match (self.figure, self.last) {
            (None, None) => None,
            (None, Some(_)) => Some(above),
            (Some((value, _)), None) => Some(value),
            // 一万五 is 15,000 and 三百五 is 350: a lone figure counts in the next smaller unit.
            (Some((value, 1)), Some(power)) => {
                Some(above.saturating_add(times_ten(value, power - 1)))
            }
            // 两千零五 and 2万500 say what they mean.
            (Some((value, _)), Some(power)) => {
                (value < times_ten(1, power)).then(|| above.saturating_add(value))
            }
        }
    }
}

/// `number` × 10^`power`, at most the largest there is.
fn times_ten(number: i128, power: u32) -> i128 {
    10_i128
        .checked_pow(power)
        .map_or(i128::MAX, |ten| number.saturating_mul(ten))
}
