//! From where on the house finds fault: rules of the house like any other (F1-22).

use serde::Serialize;

use crate::measures::Millimetres;

/// The thresholds of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Thresholds {
    /// A page may differ from its ordered size by so much.
    pub size_tolerance: Millimetres,
    /// 出血, where the component does not say.
    pub bleed: Millimetres,
    /// Pictures of fewer pixels an inch are an error.
    pub image_error: i64,
    /// Pictures of fewer pixels an inch are warned of.
    pub image_warning: i64,
    /// Line art of fewer pixels an inch is an error.
    pub line_art_error: i64,
    /// Line art of fewer pixels an inch is warned of.
    pub line_art_warning: i64,
    /// Thinner lines are warned of, in hundredths of a point.
    pub hairline: i64,
    /// Smaller text in a black of several inks is warned of, in points.
    pub small_text: i64,
    /// A higher ink sum is warned of, in percent.
    pub ink_sum: i64,
    /// What names of spots contain that stand for a step of finishing and take no plate.
    pub finishing_spots: Vec<String>,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            size_tolerance: Millimetres(5),
            bleed: Millimetres::whole(3),
            image_error: 150,
            image_warning: 225,
            line_art_error: 550,
            line_art_warning: 800,
            hairline: 25,
            small_text: 9,
            ink_sum: 300,
            finishing_spots: [
                "模切", "刀版", "刀模", "刀线", "压线", "压痕", "折线", "烫", "击凸", "压凹", "UV",
                "光油", "哑油", "die", "cut", "crease", "fold", "perf", "foil", "emboss", "deboss",
                "varnish",
            ]
            .map(str::to_owned)
            .to_vec(),
        }
    }
}
