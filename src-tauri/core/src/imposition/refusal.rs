//! Why a component's sheets cannot be reckoned yet.

use std::collections::BTreeMap;

use thiserror::Error;

/// A fact the reckoning needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// 印制数量.
    PrintedQuantity,
    /// 倍率.
    PerProduct,
    /// P数.
    Pages,
    /// 单面P数.
    PagesPerSide,
    /// 拼版数.
    NumberUp,
    /// 开数.
    Cuts,
    /// Inks of one side, spots counted.
    Inks,
    /// 放损 %.
    SpoilagePercent,
    /// 固定校版张数 of a form, or its least spoilage.
    SpoilageSheets,
    /// 放损数, put in by hand.
    SpoilageOverride,
    /// 正数 of a form put in by hand.
    FormSheets,
    /// 印版 of a form put in by hand.
    FormPlates,
    /// P数 of a form put in by hand.
    FormPages,
    /// 贴数.
    Forms,
}

impl Fact {
    /// The stable code: the key of the field it is typed into, where there is one.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PrintedQuantity => "printed_quantity",
            Self::PerProduct => "per_product",
            Self::Pages => "pages",
            Self::PagesPerSide => "pages_per_side",
            Self::NumberUp => "number_up",
            Self::Cuts => "cuts",
            Self::Inks => "inks",
            Self::SpoilagePercent => "spoilage_percent",
            Self::SpoilageSheets => "spoilage_sheets",
            Self::SpoilageOverride => "spoilage_override",
            Self::FormSheets => "form_sheets",
            Self::FormPlates => "form_plates",
            Self::FormPages => "form_pages",
            Self::Forms => "forms",
        }
    }

    /// The least and the most it may be.
    pub(super) const fn bounds(self) -> (i64, i64) {
        match self {
            Self::PrintedQuantity => (1, 200_000_000),
            Self::PerProduct | Self::Cuts | Self::PagesPerSide => (1, 1_000),
            Self::Pages => (2, 100_000),
            Self::NumberUp => (1, 10_000),
            Self::Inks => (0, 12),
            Self::SpoilagePercent => (0, 10_000),
            Self::SpoilageSheets => (0, 1_000_000),
            Self::SpoilageOverride | Self::FormSheets => (0, 1_000_000_000),
            Self::FormPlates => (0, 1_000),
            Self::FormPages => (1, 100_000),
            Self::Forms => (1, 1_000),
        }
    }

    /// Hands `value` back if it lies within bounds.
    pub(super) fn check(self, value: i64) -> Result<i64, Unreckonable> {
        let (least, most) = self.bounds();
        if (least..=most).contains(&value) {
            Ok(value)
        } else {
            Err(Unreckonable::OutOfRange {
                fact: self,
                value,
                least,
                most,
            })
        }
    }
}

/// What is missing, absurd or contradictory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unreckonable {
    /// A fact nobody has put in yet.
    #[error("{} is missing", .0.code())]
    Missing(Fact),
    /// A fact beyond its bounds. Percentages are in 1/100 %.
    #[error("{} is {value}, not within {least}..={most}", fact.code())]
    OutOfRange {
        /// Which.
        fact: Fact,
        /// What was put in.
        value: i64,
        /// The least it may be.
        least: i64,
        /// The most it may be.
        most: i64,
    },
    /// A leaf has two faces, so a component has an even number of pages.
    #[error("{pages} pages are not an even number")]
    OddPages {
        /// P数.
        pages: i64,
    },
    /// 不印刷, but colours or spots are named.
    #[error("an unprinted component has colours")]
    UnprintedWithInks,
    /// A printing style, but neither colours nor spots.
    #[error("a printed component has no colours")]
    NothingToPrint,
    /// 单面印, but the back has colours.
    #[error("a component printed on one side has colours on its back")]
    InksOnBlankBack,
    /// The rows of the 贴 table hold more or fewer pages than the component.
    #[error("the forms hold {covered} of {pages} pages")]
    FormsMissPages {
        /// P数 of the component.
        pages: i64,
        /// Pages the rows hold.
        covered: i64,
    },
    /// The sum of it all is beyond what a number holds.
    #[error("the sheets are too many to count")]
    TooLarge,
}

impl Unreckonable {
    /// The stable code, as sent to the window.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "sheets_missing_fact",
            Self::OutOfRange { .. } => "sheets_fact_out_of_range",
            Self::OddPages { .. } => "sheets_odd_pages",
            Self::UnprintedWithInks => "sheets_unprinted_with_inks",
            Self::NothingToPrint => "sheets_nothing_to_print",
            Self::InksOnBlankBack => "sheets_inks_on_blank_back",
            Self::FormsMissPages { .. } => "sheets_forms_miss_pages",
            Self::TooLarge => "sheets_too_large",
        }
    }

    /// The facts that go with the code.
    #[must_use]
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        match self {
            Self::Missing(fact) => [("fact", fact.code().to_owned())].into(),
            Self::OutOfRange {
                fact,
                value,
                least,
                most,
            } => [
                ("fact", fact.code().to_owned()),
                ("value", value.to_string()),
                ("least", least.to_string()),
                ("most", most.to_string()),
            ]
            .into(),
            Self::OddPages { pages } => [("pages", pages.to_string())].into(),
            Self::FormsMissPages { pages, covered } => [
                ("pages", pages.to_string()),
                ("covered", covered.to_string()),
            ]
            .into(),
            Self::UnprintedWithInks
            | Self::NothingToPrint
            | Self::InksOnBlankBack
            | Self::TooLarge => BTreeMap::new(),
        }
    }
}
