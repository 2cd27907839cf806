//! Sheet, plate and waste arithmetic: from copies and pages to forms, press sheets, plates and reams.
//!
//! A *form* (贴, 帖) is what is printed on both sides of one press sheet and folded into one section. With s pages on
//! one side of the sheet a full form holds 2s pages; pages that fill no whole form make one part form, printed 自翻 so
//! that half the sheets do. Flat work and packaging have no pages: so many pieces lie on a sheet (拼版数).
//! P counts both faces of every leaf, printed or blank, so it is always even.
//!
//! Every figure may be put in by hand ([`plan`]); what follows from it follows, and what was reckoned stays beside it.
//!
//! **Invariant:** the forms of a component together hold exactly its pages, also when the rows were edited by hand.
//! **Invariant:** total sheets = good sheets + spoilage, form by form and in all.
//! **Invariant:** everything is whole numbers, bounded and checked; an input that cannot be is refused with its bounds.

mod binding;
mod by_hand;
mod colours;
mod component;
mod form_edits;
mod forms;
mod paper;
mod refusal;
mod spine;
mod spoilage_bands;
mod work_style;

pub use binding::{
    Binding, BindingConflict, BindingFacts, BindingLimits, PagesNotByFour, binding_conflicts,
    check_saddle_stitch,
};
pub use by_hand::{ByHand, Plan, PlannedForm, ReckonedTotals, plan};
pub use colours::{Colours, Inks, Sides};
pub use component::{ComponentJob, ComponentSheets, Spoilage, reckon_sheets};
pub use form_edits::{FormCell, FormEdit, FormEdits};
pub use forms::{FormEntry, FormRow};
pub use paper::Reams;
pub use refusal::{Fact, Unreckonable};
pub use spine::{NoSpine, TextBlock, spine};
pub use spoilage_bands::{SpoilageBand, SpoilageBands, SpoilageFacts};
pub use work_style::WorkStyle;

#[cfg(test)]
mod by_hand_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
