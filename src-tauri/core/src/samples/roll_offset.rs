//! How far single labels are moved because their printer is off, as somebody typed it (S-4.2.4).

use super::{RollOffsetRequest, SampleRefusal};
use crate::documents::forms::sample_label::RollOffset;
use crate::measures::Millimetres;
use crate::orders::FieldProblem;
use crate::typed::{self, NotUnderstood};

/// Reads how far labels are set off; farther than their words stay on the label they are not.
///
/// # Errors
/// With every text that has no meaning, under the name of its field.
pub(super) fn read(typed: &RollOffsetRequest) -> Result<RollOffset, SampleRefusal> {
    let mut problems = Vec::new();
    let mut length = |name: &str, text: &str, most: i16| match tenths(text, most) {
        Ok(tenths) => tenths,
        Err(problem) => {
            problems.push(FieldProblem {
                path: format!("labels.{name}"),
                code: problem.code(),
                params: problem.params(),
            });
            0
        }
    };
    let offset = RollOffset {
        right: length("right", &typed.right, RollOffset::MOST_RIGHT),
        down: length("down", &typed.down, RollOffset::MOST_DOWN),
    };
    if problems.is_empty() {
        Ok(offset)
    } else {
        Err(SampleRefusal::OffsetNotUnderstood { fields: problems })
    }
}

fn tenths(text: &str, most: i16) -> Result<i16, NotUnderstood> {
    let length = match typed::signed_millimetres(text) {
        Err(NotUnderstood::Empty) => return Ok(0),
        read => read?,
    };
    i16::try_from(length.0)
        .ok()
        .filter(|tenths| (-most..=most).contains(tenths))
        .ok_or_else(|| NotUnderstood::OutOfRange {
            least: Millimetres(i64::from(-most)).to_string(),
            most: Millimetres(i64::from(most)).to_string(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_2_4_the_offset_of_single_labels_is_typed_in_millimetres() {
        let typed = |right: &str, down: &str| RollOffsetRequest {
            right: right.to_owned(),
            down: down.to_owned(),
        };
        for (right, down, expected) in [
            ("", " ", (0, 0)),
            ("1.5", "-0.8", (15, -8)),
            ("－2mm", "１．２", (-20, 12)),
        ] {
            let expected = RollOffset {
                right: expected.0,
                down: expected.1,
            };
            assert_eq!(read(&typed(right, down)), Ok(expected));
        }
        for (right, down, paths) in [
            ("左", "0", vec!["labels.right"]),
            ("2.1", "-1.3", vec!["labels.right", "labels.down"]),
            ("0.05", "", vec!["labels.right"]),
        ] {
            let fields = match read(&typed(right, down)) {
                Err(SampleRefusal::OffsetNotUnderstood { fields }) => fields,
                _ => Vec::new(),
            };
            let found: Vec<_> = fields.iter().map(|field| field.path.as_str()).collect();
            assert_eq!(found, paths, "{right} {down}");
        }
    }
}
