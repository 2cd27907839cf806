//! Reading a time of day: 9:12, 0912, 9点半, 下午3点, 15时20分.

use chrono::NaiveTime;

use super::NotUnderstood;
use super::fold::{folded, without_prefix};
use super::numbers::read;

const MORNING: [&str; 4] = ["上午", "早上", "am", "凌晨"];
const AFTERNOON: [&str; 4] = ["下午", "晚上", "pm", "傍晚"];
/// Hours of half a day.
const NOON: i64 = 12;

/// Reads a time of day to the minute.
///
/// # Errors
/// [`NotUnderstood::NotATime`] where there is no such time.
pub fn time(text: &str) -> Result<NaiveTime, NotUnderstood> {
    let folded = folded(text)?;
    let spoken = without_prefix(without_prefix(&folded, &MORNING), &AFTERNOON).trim();
    let afternoon = AFTERNOON.iter().any(|word| folded.starts_with(word));
    let (hour, minute) = parts(spoken).ok_or(NotUnderstood::NotATime)?;
    let hour = if afternoon && hour < NOON {
        hour + NOON
    } else {
        hour
    };
    let whole = |number: i64| u32::try_from(number).ok();
    whole(hour)
        .zip(whole(minute))
        .and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0))
        .ok_or(NotUnderstood::NotATime)
}

/// Hour and minute as spoken.
fn parts(spoken: &str) -> Option<(i64, i64)> {
    let number = |text: &str| read(text.trim()).ok()?.in_units(0).ok();
    let digits = spoken.bytes().all(|letter| letter.is_ascii_digit());
    if digits && (3..=4).contains(&spoken.len()) {
        let (hour, minute) = spoken.split_at(spoken.len() - 2);
        return Some((number(hour)?, number(minute)?));
    }
    let (hour, rest) = spoken.split_once([':', '点', '时', '.'])?;
    let minute = match rest.trim().trim_end_matches('分') {
        "" | "整" | "钟" => 0,
        "半" => 30,
        "一刻" => 15,
        "三刻" => 45,
        minute => number(minute)?,
    };
    Some((number(hour)?, minute))
}
