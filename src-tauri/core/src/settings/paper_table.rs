//! 纸表: how thick the papers of the house are, for the spine while nobody has measured the sheet.

use crate::measures::Micrometres;

/// A grade and its bulk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLine {
    /// Words of the grade: 哑粉.
    pub words: Vec<String>,
    /// µm of a sheet of 100 g/m².
    pub bulk: i64,
}

/// The table: the setting `paper_table`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperTable {
    /// The first grade that fits counts.
    pub lines: Vec<PaperLine>,
}

impl Default for PaperTable {
    /// Usual bulks; a mill's own sheet tells better.
    fn default() -> Self {
        let line = |(grade, bulk): (&str, i64)| PaperLine {
            words: vec![grade.to_owned()],
            bulk,
        };
        let lines = [
            ("铜版", 80),
            ("哑粉", 93),
            ("双胶", 128),
            ("轻涂", 85),
            ("轻型", 175),
            ("白卡", 135),
            ("白板", 128),
            ("牛皮", 133),
        ];
        Self {
            lines: lines.into_iter().map(line).collect(),
        }
    }
}

impl PaperTable {
    /// 厚度 of a grade at a grammage, rounded half up to the µm; none for a grade the table does not know.
    #[must_use]
    pub fn caliper(&self, grade: &str, grammage: i64) -> Option<Micrometres> {
        let line = self
            .lines
            .iter()
            .find(|line| line.words.iter().any(|word| grade.contains(word.as_str())))?;
        let hundredths = line.bulk.checked_mul(grammage)?;
        Some(Micrometres(hundredths.checked_add(50)? / 100)).filter(|caliper| caliper.0 > 0)
    }
}
