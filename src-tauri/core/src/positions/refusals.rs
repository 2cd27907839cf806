//! Why a position is not marked.

use crate::error::Refuse;
use crate::measures::Millimetres;
use crate::orders::FieldProblem;

/// What positions refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PositionRefusal {
    /// There is no such file on this order, or it is no longer the one in use.
    #[error("the file is not the version in use")]
    NotInUse,
    /// Its pages cannot be shown, so nothing can be marked on them.
    #[error("the pages of {name} cannot be shown")]
    NoPages {
        /// The file.
        name: String,
    },
    /// The file has no such page.
    #[error("{name}: the file has {pages} pages")]
    NoSuchPage {
        /// The position.
        name: String,
        /// How many pages there are.
        pages: u32,
    },
    /// The order has no such step of finishing.
    #[error("there is no such process on this order")]
    NoSuchStep,
    /// The process is done to another component than the file is of.
    #[error("{process} is done to {component}, not to what {name} is of")]
    OtherComponent {
        /// The process.
        process: String,
        /// What it is done to.
        component: String,
        /// The file.
        name: String,
    },
    /// An outline has three corners at least.
    #[error("an outline has 3 to {most} corners")]
    BadOutline {
        /// The most there may be.
        most: usize,
    },
    /// It lies beyond what is shown of the page.
    #[error("{name} lies off the page")]
    OffThePage {
        /// The position.
        name: String,
    },
    /// Nobody could make it.
    #[error("{name} is smaller than {least}")]
    TooSmall {
        /// The position.
        name: String,
        /// The least it measures.
        least: Millimetres,
    },
    /// A text is missing or too long.
    #[error("a text has 1 to {most} characters")]
    BadText {
        /// The most characters there may be.
        most: usize,
    },
    /// What was typed has no meaning.
    #[error("not understood")]
    NotUnderstood {
        /// Which texts.
        fields: Vec<FieldProblem>,
    },
    /// More than anybody marks.
    #[error("an order has at most {most} positions")]
    TooMany {
        /// The most there may be.
        most: usize,
    },
    /// Somebody else has marked on this file meanwhile.
    #[error("the positions were changed meanwhile")]
    ChangedMeanwhile,
    /// The task sheet is issued: what stands on it is changed by signature.
    #[error("the task sheet is issued")]
    Issued,
    /// There is no such sample on this order.
    #[error("there is no such sample on this order")]
    NoSuchSample,
    /// No stamp, no folio, no position: a copy of it would be the file itself.
    #[error("there is nothing to draw on the copy")]
    NothingToDraw,
    /// A list of pages that cannot be read, or of pages there are not.
    #[error("pages are listed as 1-16, 20; the file has {pages}")]
    BadPages {
        /// How many pages there are.
        pages: u32,
    },
    /// It has been removed already.
    #[error("there is no such position")]
    NoSuchPosition,
}

impl Refuse for PositionRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotInUse => "position_file_not_in_use",
            Self::NoPages { .. } => "position_no_pages",
            Self::NoSuchPage { .. } => "position_no_such_page",
            Self::NoSuchStep => "position_no_such_step",
            Self::OtherComponent { .. } => "position_other_component",
            Self::BadOutline { .. } => "position_bad_outline",
            Self::OffThePage { .. } => "position_off_the_page",
            Self::TooSmall { .. } => "position_too_small",
            Self::BadText { .. } => "position_bad_text",
            Self::NotUnderstood { .. } => "position_not_understood",
            Self::TooMany { .. } => "position_too_many",
            Self::ChangedMeanwhile => "position_changed_meanwhile",
            Self::Issued => "position_issued",
            Self::NoSuchSample => "position_no_such_sample",
            Self::NothingToDraw => "copy_nothing_to_draw",
            Self::BadPages { .. } => "copy_bad_pages",
            Self::NoSuchPosition => "position_gone",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoPages { name } | Self::OffThePage { name } => vec![("name", name.clone())],
            Self::NoSuchPage { name, pages } => {
                vec![("name", name.clone()), ("pages", pages.to_string())]
            }
            Self::OtherComponent {
                process,
                component,
                name,
            } => vec![
                ("process", process.clone()),
                ("component", component.clone()),
                ("name", name.clone()),
            ],
            Self::BadOutline { most } | Self::BadText { most } | Self::TooMany { most } => {
                vec![("most", most.to_string())]
            }
            Self::TooSmall { name, least } => {
                vec![("name", name.clone()), ("least", least.to_string())]
            }
            Self::BadPages { pages } => vec![("pages", pages.to_string())],
            Self::NotInUse
            | Self::NothingToDraw
            | Self::NoSuchStep
            | Self::NotUnderstood { .. }
            | Self::ChangedMeanwhile
            | Self::Issued
            | Self::NoSuchSample
            | Self::NoSuchPosition => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::NotUnderstood { fields } => fields.clone(),
            _ => Vec::new(),
        }
    }
}
