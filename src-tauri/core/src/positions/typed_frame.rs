//! Place and size as somebody typed them.

use super::outline::Frame;
use super::wire::TypedFrame;
use super::{LONGEST_NAME, PositionRefusal};
use crate::measures::Millimetres;
use crate::orders::FieldProblem;
use crate::typed::{self, NotUnderstood};

/// Reads a typed place: what is left of the trim or above it is written with a minus.
///
/// # Errors
/// With every text that has no meaning, under the name of its field.
pub(super) fn read(typed: &TypedFrame) -> Result<Frame, PositionRefusal> {
    let mut problems = Vec::new();
    let mut length = |name: &str, text: &str, signed: bool| match millimetres(text, signed) {
        Ok(length) => length.0,
        Err(problem) => {
            problems.push(FieldProblem {
                path: format!("position.{name}"),
                code: problem.code(),
                params: problem.params(),
            });
            0
        }
    };
    let frame = Frame {
        left: length("left", &typed.left, true),
        top: length("top", &typed.top, true),
        width: length("width", &typed.width, false),
        height: length("height", &typed.height, false),
    };
    if problems.is_empty() {
        Ok(frame)
    } else {
        Err(PositionRefusal::NotUnderstood { fields: problems })
    }
}

fn millimetres(text: &str, signed: bool) -> Result<Millimetres, NotUnderstood> {
    if signed {
        typed::signed_millimetres(text)
    } else {
        typed::millimetres(text)
    }
}

/// A text on its way into a position.
///
/// # Errors
/// When it is too long, or empty where it must not be.
pub(super) fn fitting(text: &str, most: usize, needed: bool) -> Result<String, PositionRefusal> {
    match typed::clean_text(text, most) {
        Ok(text) => Ok(text),
        Err(NotUnderstood::Empty) if !needed => Ok(String::new()),
        Err(_) => Err(PositionRefusal::BadText { most }),
    }
}

/// The name of a position.
///
/// # Errors
/// As [`fitting`].
pub(super) fn named(text: &str) -> Result<String, PositionRefusal> {
    fitting(text, LONGEST_NAME, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_2_6_a_place_is_typed_in_millimetres() {
        let typed = |left: &str, top: &str, width: &str, height: &str| TypedFrame {
            left: left.to_owned(),
            top: top.to_owned(),
            width: width.to_owned(),
            height: height.to_owned(),
        };
        let frame = |left, top, width, height| Frame {
            left,
            top,
            width,
            height,
        };
        for (typed, read) in [
            (typed("62.5", "40", "85", "20mm"), frame(625, 400, 850, 200)),
            (typed("-3", "－2.5", "1cm", "０.5"), frame(-30, -25, 100, 5)),
        ] {
            assert_eq!(super::read(&typed), Ok(read));
        }
        let wrong = super::read(&typed("左", "40", "-5", ""));
        let fields = match wrong {
            Err(PositionRefusal::NotUnderstood { fields }) => fields,
            _ => Vec::new(),
        };
        let paths: Vec<&str> = fields.iter().map(|field| field.path.as_str()).collect();
        assert_eq!(
            paths,
            ["position.left", "position.width", "position.height"]
        );
    }
}
