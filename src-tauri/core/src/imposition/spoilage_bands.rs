//! 加放 as a table the house owns: bands of quantity × colours × finishing steps.

use super::Spoilage;
use crate::measures::Percent;

/// One row of the table: from these bounds on, this allowance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpoilageBand {
    /// From this 印制数量 on.
    pub quantity: i64,
    /// From so many colours on, front and back together.
    pub colours: i64,
    /// From so many finishing steps of the component on.
    pub steps: i64,
    /// 固定校版张数: sheets to set up a form.
    pub fixed: i64,
    /// Share of the good sheets of a form.
    pub percent: Percent,
    /// No form gets fewer.
    pub least: i64,
}

/// The table, its rows in the order of their bounds.
///
/// **Invariant:** the first row holds for every job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpoilageBands {
    first: SpoilageBand,
    further: Vec<SpoilageBand>,
}

/// What of a component decides its allowance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpoilageFacts {
    /// 印制数量 of the product.
    pub quantity: i64,
    /// Colours of both sides together, spots included.
    pub colours: i64,
    /// Finishing steps of the component.
    pub steps: i64,
    /// Whether ink touches it.
    pub printed: bool,
    /// Whether it is board, which is counted out.
    pub board: bool,
}

impl Default for SpoilageBands {
    /// The usual allowance: 5 %, at least 50 sheets a form.
    fn default() -> Self {
        Self {
            first: SpoilageBand {
                quantity: 1,
                colours: 0,
                steps: 0,
                fixed: Spoilage::PRINTED.fixed,
                percent: Spoilage::PRINTED.percent,
                least: Spoilage::PRINTED.least,
            },
            further: Vec::new(),
        }
    }
}

impl SpoilageBands {
    /// The table of these rows; none where no row holds for every job (quantity 1, no colour, no step).
    #[must_use]
    pub fn of_rows(mut rows: Vec<SpoilageBand>) -> Option<Self> {
        rows.sort();
        let first = rows
            .first()
            .copied()
            .filter(|row| row.quantity <= 1 && row.colours == 0 && row.steps == 0)?;
        rows.remove(0);
        Some(Self {
            first,
            further: rows,
        })
    }

    /// The rows, in the order of their bounds.
    pub fn rows(&self) -> impl Iterator<Item = &SpoilageBand> {
        std::iter::once(&self.first).chain(&self.further)
    }

    /// The allowance of a component: the last row whose three bounds are reached. Unprinted work gets the share alone,
    /// for finishing, without a minimum; boards get nothing.
    #[must_use]
    pub fn allowance(&self, facts: SpoilageFacts) -> Spoilage {
        if facts.board && !facts.printed {
            return Spoilage::BOARD;
        }
        let reached = |row: &&SpoilageBand| {
            facts.quantity >= row.quantity
                && facts.colours >= row.colours
                && facts.steps >= row.steps
        };
        let row = self
            .further
            .iter()
            .rev()
            .find(reached)
            .unwrap_or(&self.first);
        if facts.printed {
            Spoilage {
                percent: row.percent,
                fixed: row.fixed,
                least: row.least,
            }
        } else {
            Spoilage {
                percent: row.percent,
                fixed: 0,
                least: 0,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    const fn band(
        quantity: i64,
        colours: i64,
        steps: i64,
        fixed: i64,
        percent: i32,
        least: i64,
    ) -> SpoilageBand {
        SpoilageBand {
            quantity,
            colours,
            steps,
            fixed,
            percent: Percent::whole(percent),
            least,
        }
    }

    const fn printed(quantity: i64, colours: i64, steps: i64) -> SpoilageFacts {
        SpoilageFacts {
            quantity,
            colours,
            steps,
            printed: true,
            board: false,
        }
    }

    #[test]
    fn fields_spoilage_is_five_percent_and_fifty_by_default() {
        let usual = SpoilageBands::default();
        assert_eq!(usual.allowance(printed(1, 8, 9)), Spoilage::PRINTED);
        let paper = SpoilageFacts {
            printed: false,
            ..printed(2_000, 0, 0)
        };
        assert_eq!(usual.allowance(paper), Spoilage::UNPRINTED);
        assert_eq!(
            usual.allowance(SpoilageFacts {
                board: true,
                ..paper
            }),
            Spoilage::BOARD
        );
        let printed_board = SpoilageFacts {
            board: true,
            ..printed(2_000, 4, 0)
        };
        assert_eq!(usual.allowance(printed_board), Spoilage::PRINTED);
    }

    #[test]
    fn fields_spoilage_follows_the_last_band_that_is_reached() {
        let rows = vec![
            band(10_000, 0, 0, 20, 3, 100),
            band(1, 0, 0, 0, 5, 50),
            band(1, 5, 0, 30, 6, 80),
            band(10_000, 5, 2, 40, 4, 200),
        ];
        let bands = SpoilageBands::of_rows(rows).unwrap();
        // quantity, colours, steps → fixed sheets of the row
        let table = [
            (9_999, 4, 5, 0),
            (9_999, 5, 0, 30),
            (10_000, 4, 9, 20),
            (10_000, 5, 1, 20),
            (10_000, 5, 2, 40),
        ];
        for (quantity, colours, steps, fixed) in table {
            assert_eq!(
                bands.allowance(printed(quantity, colours, steps)).fixed,
                fixed,
                "{quantity} × {colours} × {steps}"
            );
        }
    }

    #[test]
    fn a_table_that_leaves_a_job_out_is_none() {
        assert_eq!(SpoilageBands::of_rows(vec![]), None);
        assert_eq!(SpoilageBands::of_rows(vec![band(2, 0, 0, 0, 5, 50)]), None);
        assert_eq!(SpoilageBands::of_rows(vec![band(1, 1, 0, 0, 5, 50)]), None);
        assert!(SpoilageBands::of_rows(vec![band(1, 0, 0, 0, 5, 50)]).is_some());
    }
}
