//! Reading days in words: 明天, 下周三, +5, 三天后, 月底.

use chrono::{Datelike, Months, NaiveDate};

use super::NotUnderstood;
use super::amounts::within;
use super::numbers::read;
use crate::calendar::{BusinessDay, HouseDays, Reckoned, add_working_days};

/// Nobody counts further from today than some ten years of days.
const FURTHEST: i64 = 3_650;

/// What a count before it counts.
#[derive(Clone, Copy)]
enum Counted {
    WorkingDays,
    Days,
    Weeks,
    Months,
}

/// Words that say what is counted. Longer ones come before their endings.
const COUNTED: [(&str, Counted); 8] = [
    ("个工作日", Counted::WorkingDays),
    ("工作日", Counted::WorkingDays),
    ("个星期", Counted::Weeks),
    ("个礼拜", Counted::Weeks),
    ("星期", Counted::Weeks),
    ("周", Counted::Weeks),
    ("个月", Counted::Months),
    ("天", Counted::Days),
];

/// 今天, 明天, 月底.
pub(super) fn named_day(text: &str, today: BusinessDay) -> Option<BusinessDay> {
    match text {
        "今天" | "今日" | "当天" => Some(today),
        "明天" | "明日" | "次日" => today.plus_days(1),
        "后天" => today.plus_days(2),
        "大后天" => today.plus_days(3),
        "昨天" | "昨日" => today.plus_days(-1),
        "前天" => today.plus_days(-2),
        "月底" | "月末" | "本月底" | "这个月底" => last_of_month(today.0),
        "下月底" | "下个月底" => last_of_month(today.0.checked_add_months(Months::new(1))?),
        "年底" => BusinessDay::from_ymd(today.0.year(), 12, 31),
        _ => None,
    }
}

/// 周五, 本周五, 下周三, 下下周一. Weeks begin on Monday.
pub(super) fn week_day(text: &str, today: BusinessDay) -> Option<BusinessDay> {
    let later = text.trim_start_matches('下');
    let weeks = i64::try_from(text.chars().count() - later.chars().count()).ok()?;
    let (named, this) = match later.strip_prefix(['这', '本']) {
        Some(rest) if weeks == 0 => (rest, true),
        Some(_) => return None,
        None => (later, false),
    };
    let counted = named.strip_prefix('个').unwrap_or(named);
    let letter = ["周", "星期", "礼拜"]
        .iter()
        .find_map(|week| counted.strip_prefix(week))?;
    let place = match letter {
        "一" | "1" => 0,
        "二" | "2" => 1,
        "三" | "3" => 2,
        "四" | "4" => 3,
        "五" | "5" => 4,
        "六" | "6" => 5,
        "日" | "天" | "7" => 6,
        _ => return None,
    };
    let offset = place - i64::from(today.0.weekday().num_days_from_monday());
    match (weeks, this) {
        (0, true) => today.plus_days(offset),
        (0, false) => today.plus_days(offset.rem_euclid(7)),
        (1..=2, _) => today.plus_days(offset + 7 * weeks),
        _ => None,
    }
}

/// `+5` and 5个工作日 in working days; 三天后, 两周后, 一个月后 by the calendar.
pub(super) fn counted_day(
    text: &str,
    today: BusinessDay,
    house: &HouseDays,
) -> Result<Option<Reckoned>, NotUnderstood> {
    let signed = text.strip_prefix('+');
    let bare = signed.unwrap_or(text);
    let ended = ["之后", "以后", "后", "内"]
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(bare);
    // 5日 is a day of the month, 5日后 and 5日内 are counted.
    let days = ended
        .strip_suffix('日')
        .filter(|_| ended.len() < bare.len());
    let named = COUNTED
        .iter()
        .find_map(|(word, counted)| Some((ended.strip_suffix(word)?, *counted)))
        .or(days.map(|count| (count, Counted::Days)));
    let (count, counted) = match (named, signed) {
        (Some(named), _) => named,
        (None, Some(_)) => (bare, Counted::WorkingDays),
        (None, None) => return Ok(None),
    };
    let Ok(number) = read(count) else {
        return Ok(None);
    };
    let count = within(number.in_units(0)?, 0, FURTHEST, |bound| {
        format!("+{bound}")
    })?;
    let reckoned = after(today, count, counted, house);
    reckoned.map(Some).ok_or(NotUnderstood::NotADate)
}

/// So many of what is counted after `today`.
fn after(today: BusinessDay, count: i64, counted: Counted, house: &HouseDays) -> Option<Reckoned> {
    let small = u32::try_from(count).ok()?;
    let day = match counted {
        Counted::WorkingDays => return add_working_days(today, small, house),
        Counted::Days => today.plus_days(count)?,
        Counted::Weeks => today.plus_days(count * 7)?,
        Counted::Months => BusinessDay(today.0.checked_add_months(Months::new(small))?),
    };
    Some(Reckoned {
        day,
        estimated: false,
    })
}

/// The last day of the month of `date`.
fn last_of_month(date: NaiveDate) -> Option<BusinessDay> {
    let next = date.with_day(1)?.checked_add_months(Months::new(1))?;
    next.pred_opt().map(BusinessDay)
}
