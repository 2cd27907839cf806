//! The middle and the average of durations, in whole minutes.

/// The middle one; of an even number the mean of the two in the middle, rounded half up. None without any.
#[must_use]
pub(super) fn median(minutes: &[i64]) -> Option<i64> {
    let mut sorted = minutes.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(middle.checked_sub(1)?)?;
    Some((lower + upper + 1) / 2)
}

/// The average, rounded half up. None without any.
#[must_use]
pub(super) fn mean(minutes: &[i64]) -> Option<i64> {
    let count = i64::try_from(minutes.len())
        .ok()
        .filter(|count| *count > 0)?;
    let sum = minutes
        .iter()
        .try_fold(0_i64, |sum, one| sum.checked_add(*one))?;
    Some((sum * 2 + count) / (count * 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_f1_01_middle_and_average() {
        // minutes → median, mean
        let table: [(&[i64], Option<i64>, Option<i64>); 5] = [
            (&[], None, None),
            (&[7], Some(7), Some(7)),
            (&[60, 0], Some(30), Some(30)),
            // 0, 1, 600: the middle is 1, the average 601 / 3 = 200.33
            (&[600, 0, 1], Some(1), Some(200)),
            // 1, 2, 3, 5: (2 + 3) / 2 = 2.5 → 3; 11 / 4 = 2.75 → 3
            (&[5, 1, 3, 2], Some(3), Some(3)),
        ];
        for (minutes, middle, average) in table {
            assert_eq!(
                (median(minutes), mean(minutes)),
                (middle, average),
                "{minutes:?}"
            );
        }
    }
}
