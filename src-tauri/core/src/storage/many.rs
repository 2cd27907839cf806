//! Rows that are asked for by their ids, many in one statement.

/// Ids of one statement come in steps of this many, so that one prepared statement serves many numbers of rows.
const STEP: usize = 50;

/// The values a statement asks for, the last one repeated until a step is full; none where nothing is asked.
pub(crate) fn in_steps<T: Clone>(values: &[T]) -> Vec<T> {
    let Some(last) = values.last() else {
        return Vec::new();
    };
    let mut asked = values.to_vec();
    asked.resize(values.len().next_multiple_of(STEP), last.clone());
    asked
}

/// The parameters of `count` values in a statement that binds `before` others first: `$3, $4, $5`.
pub(crate) fn parameters(before: usize, count: usize) -> String {
    let all = (before + 1..=before + count).map(|place| format!("${place}"));
    all.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_fills_whole_steps_with_what_is_asked() {
        assert_eq!(in_steps::<i64>(&[]), [0_i64; 0]);
        let one = in_steps(&[7]);
        assert_eq!((one.len(), one.iter().all(|id| *id == 7)), (STEP, true));
        let more: Vec<usize> = (0..=STEP).collect();
        let asked = in_steps(&more);
        assert_eq!(asked.len(), 2 * STEP);
        assert_eq!((asked[..=STEP].to_vec(), asked[STEP + 1]), (more, STEP));
        assert_eq!(parameters(2, 3), "$3, $4, $5");
    }
}
