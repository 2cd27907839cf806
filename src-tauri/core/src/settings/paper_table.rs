//! 纸表: how thick the papers of the house are, for the spine while nobody has measured the sheet; and how heavy its boards
//! are, of which only the thickness is said. A bulk is a density turned over: 160 µm a 100 g/m² are 0.625 g/cm³.

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
        let line = |(grades, bulk): (&str, i64)| PaperLine {
            words: grades.split('、').map(str::to_owned).collect(),
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
            ("灰板、荷兰板", 160),
            ("密度板、纤维板", 133),
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
        let hundredths = self.bulk(grade)?.checked_mul(grammage)?;
        Some(Micrometres(hundredths.checked_add(50)? / 100)).filter(|caliper| caliper.0 > 0)
    }

    /// 克重 of a grade at a thickness, rounded half up to the g/m²; none for a grade the table does not know.
    #[must_use]
    pub fn grammage(&self, grade: &str, caliper: Micrometres) -> Option<i64> {
        let bulk = self.bulk(grade).filter(|bulk| *bulk > 0)?;
        let hundredfold = caliper.0.checked_mul(100)?;
        Some(hundredfold.checked_add(bulk / 2)? / bulk).filter(|grammage| *grammage > 0)
    }

    fn bulk(&self, grade: &str) -> Option<i64> {
        let fits = |line: &&PaperLine| line.words.iter().any(|word| grade.contains(word.as_str()));
        self.lines.iter().find(fits).map(|line| line.bulk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_c_a_board_weighs_by_its_thickness_as_a_paper_is_as_thick_as_it_is_heavy() {
        let table = PaperTable::default();
        // 2,500 µm ÷ 160 µm × 100 = 1,562.5 → 1,563 g/m²; 2,000 ÷ 133 × 100 = 1,503.8 → 1,504.
        for (grade, caliper, grammage) in [
            ("灰板", 2_500, Some(1_563)),
            ("2.0 荷兰板", 2_000, Some(1_250)),
            ("密度板", 2_000, Some(1_504)),
            ("灰底白板", 320, Some(250)),
            ("云石", 2_000, None),
            ("灰板", 0, None),
        ] {
            assert_eq!(
                table.grammage(grade, Micrometres(caliper)),
                grammage,
                "{grade}"
            );
        }
        assert_eq!(table.caliper("哑粉纸", 157), Some(Micrometres(146)));
    }
}
