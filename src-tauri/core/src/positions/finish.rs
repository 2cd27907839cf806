//! What is done at a position, by the name of the process: it decides the colour in which it is drawn.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is done there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Finish {
    /// 烫金, 烫银.
    Foil,
    /// UV.
    Varnish,
    /// 击凸.
    Emboss,
    /// 压凹.
    Deboss,
    /// 模切.
    DieCut,
    /// Anything else.
    Other,
}

/// What names of processes contain, the more particular first.
const NAMES: [(&str, Finish); 9] = [
    ("烫", Finish::Foil),
    ("uv", Finish::Varnish),
    ("击凸", Finish::Emboss),
    ("压凸", Finish::Emboss),
    ("凸", Finish::Emboss),
    ("压凹", Finish::Deboss),
    ("凹", Finish::Deboss),
    ("模切", Finish::DieCut),
    ("啤", Finish::DieCut),
];

/// A name without blanks and capitals, full-width letters as half-width ones: `局部 ＵＶ` is `局部uv`.
pub(super) fn folded(name: &str) -> String {
    name.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| match letter {
            '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

impl Finish {
    /// What the process of that name does.
    #[must_use]
    pub fn of(process: &str) -> Self {
        let folded = folded(process);
        NAMES
            .iter()
            .find(|(part, _)| folded.contains(part))
            .map_or(Self::Other, |(_, finish)| *finish)
    }
}

/// Whether the process is one of those that need a position (需标位置): its name contains one of theirs.
#[must_use]
pub fn needs_position(process: &str, asked: &[String]) -> bool {
    let process = folded(process);
    asked
        .iter()
        .map(|name| folded(name))
        .any(|name| !name.is_empty() && process.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_2_6_a_process_is_known_by_its_name() {
        for (name, finish) in [
            ("烫金", Finish::Foil),
            ("封面烫黑", Finish::Foil),
            ("局部 ＵＶ", Finish::Varnish),
            ("击凸", Finish::Emboss),
            ("压凹", Finish::Deboss),
            ("模切", Finish::DieCut),
            ("覆哑膜", Finish::Other),
        ] {
            assert_eq!(Finish::of(name), finish, "{name}");
        }
    }

    #[test]
    fn clause_s_4_2_6_which_processes_need_a_position_is_said_by_the_house() {
        let asked = ["烫金", "局部UV", " "].map(str::to_owned);
        for (name, needs) in [
            ("烫金", true),
            ("封面 烫金", true),
            ("局部 uv", true),
            ("全面UV", false),
            ("烫银", false),
            ("覆哑膜", false),
            ("", false),
        ] {
            assert_eq!(needs_position(name, &asked), needs, "{name}");
        }
        assert!(!needs_position("烫金", &[]));
    }
}
