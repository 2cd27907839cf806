//! The check list of 资料审核: the points of the house, each with what came of it. Pure.

use serde::Serialize;
use ts_rs::TS;

use super::MaterialRefusal;

/// What came of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PointResult {
    /// 合理.
    Sound,
    /// 不合理: a finding of it stands.
    Unsound,
    /// 不适用: the order has nothing of it.
    NotApplicable,
}

impl PointResult {
    const ALL: [Self; 3] = [Self::Sound, Self::Unsound, Self::NotApplicable];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Unsound => "unsound",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|result| result.code() == code)
    }
}

/// A point of the check list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "MaterialPoint")]
pub struct Point {
    /// As the house called it then.
    pub name: String,
    /// What came of it.
    pub result: PointResult,
}

/// The points as they stand: `unsound` where a finding of it does, `not_applicable` where somebody said so, sound else. A
/// finding of a point the house has taken off its list since is not lost: it stands behind the others.
pub(super) fn standing_points(
    list: &[String],
    unsound: &[String],
    not_applicable: &[String],
) -> Vec<Point> {
    let result = |name: &String| {
        if unsound.contains(name) {
            PointResult::Unsound
        } else if not_applicable.contains(name) {
            PointResult::NotApplicable
        } else {
            PointResult::Sound
        }
    };
    let mut points: Vec<Point> = Vec::new();
    for name in list.iter().chain(unsound) {
        if !points.iter().any(|point| point.name == *name) {
            points.push(Point {
                name: name.clone(),
                result: result(name),
            });
        }
    }
    points
}

/// The points as an audit records them.
///
/// # Errors
/// Refuses what is no point of the list, and as 不适用 one of which a finding stands.
pub(super) fn audited_points(
    list: &[String],
    unsound: &[String],
    not_applicable: &[String],
) -> Result<Vec<Point>, MaterialRefusal> {
    for name in not_applicable {
        must_be_listed(list, name)?;
        if unsound.contains(name) {
            return Err(MaterialRefusal::PointFoundUnsound {
                point: name.clone(),
            });
        }
    }
    Ok(standing_points(list, unsound, not_applicable))
}

/// Whether the house looks at that point.
///
/// # Errors
/// Refuses any other.
pub(super) fn must_be_listed(list: &[String], name: &str) -> Result<(), MaterialRefusal> {
    if list.iter().any(|point| point == name) {
        Ok(())
    } else {
        Err(MaterialRefusal::NoSuchPoint {
            point: name.chars().take(80).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use PointResult::{NotApplicable, Sound, Unsound};

    use super::*;

    fn names(all: &[&str]) -> Vec<String> {
        all.iter().map(|name| (*name).to_owned()).collect()
    }

    fn told(points: &[Point]) -> Vec<(&str, PointResult)> {
        points
            .iter()
            .map(|point| (point.name.as_str(), point.result))
            .collect()
    }

    #[test]
    fn clause_s_4_1_3_a_point_is_sound_unless_a_finding_stands_or_somebody_says_it_does_not_apply()
    {
        let list = names(&["尺寸", "装订", "模切"]);
        type Case<'a> = (&'a [&'a str], &'a [&'a str], Vec<(&'a str, PointResult)>);
        let table: [Case<'_>; 5] = [
            (
                &[],
                &[],
                vec![("尺寸", Sound), ("装订", Sound), ("模切", Sound)],
            ),
            (
                &["装订", "装订"],
                &["模切"],
                vec![("尺寸", Sound), ("装订", Unsound), ("模切", NotApplicable)],
            ),
            (
                &["模切"],
                &["模切"],
                vec![("尺寸", Sound), ("装订", Sound), ("模切", Unsound)],
            ),
            (
                &["刀版"],
                &[],
                vec![
                    ("尺寸", Sound),
                    ("装订", Sound),
                    ("模切", Sound),
                    ("刀版", Unsound),
                ],
            ),
            (
                &[],
                &["刀版"],
                vec![("尺寸", Sound), ("装订", Sound), ("模切", Sound)],
            ),
        ];
        for (unsound, not_applicable, wanted) in table {
            let points = standing_points(&list, &names(unsound), &names(not_applicable));
            assert_eq!(told(&points), wanted, "{unsound:?} {not_applicable:?}");
        }
        assert!(standing_points(&[], &[], &[]).is_empty());
    }

    #[test]
    fn clause_s_4_1_3_nothing_is_not_applicable_that_is_no_point_or_was_found_unsound() {
        let list = names(&["尺寸", "装订"]);
        let audited = |unsound: &[&str], not_applicable: &[&str]| {
            audited_points(&list, &names(unsound), &names(not_applicable))
        };
        let point = |name: &str| name.to_owned();
        assert_eq!(
            audited(&[], &["刀版"]),
            Err(MaterialRefusal::NoSuchPoint {
                point: point("刀版")
            })
        );
        assert_eq!(
            audited(&["尺寸"], &["尺寸"]),
            Err(MaterialRefusal::PointFoundUnsound {
                point: point("尺寸")
            })
        );
        assert_eq!(
            audited(&["尺寸"], &["装订"]).map(|points| points.len()),
            Ok(2)
        );
        for result in PointResult::ALL {
            assert_eq!(PointResult::from_code(result.code()), Some(result));
        }
        assert_eq!(PointResult::from_code("perhaps"), None);
    }
}
