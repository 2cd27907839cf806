//! The lists of words a form offers: suggestions of the dictionary until the house sets its own (FIELDS).
//!
//! **Invariant:** every field with suggestions has its list here; a list decides nothing, and any other text is taken, too.

use crate::orders::fields::{Field, Level};

/// A field whose suggestions the house may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offer {
    code: &'static str,
    level: Level,
    key: &'static str,
}

const fn of(level: Level, code: &'static str, key: &'static str) -> Offer {
    Offer { code, level, key }
}

const fn product(code: &'static str, key: &'static str) -> Offer {
    of(Level::Product, code, key)
}

const fn component(code: &'static str, key: &'static str) -> Offer {
    of(Level::Component, code, key)
}

const fn finishing(code: &'static str, key: &'static str) -> Offer {
    of(Level::Finishing, code, key)
}

impl Offer {
    /// Every list, in the order of the form.
    pub const ALL: &'static [Self] = &[
        product("offered_types", "type"),
        product("offered_sizes", "size"),
        product("offered_formats", "book_format"),
        product("offered_units", "unit"),
        product("offered_colour_references", "colour_reference"),
        product("offered_bindings", "binding"),
        product("offered_spine_sides", "spine_side"),
        product("offered_ribbons", "ribbon"),
        product("offered_headbands", "headband"),
        product("offered_ring_colours", "ring_colour"),
        product("packing", "packing"),
        component("offered_components", "name"),
        component("paper_grades", "grade"),
        component("offered_grammages", "grammage"),
        component("offered_parent_sizes", "parent_size"),
        component("offered_cuts", "cuts"),
        component("offered_press_sizes", "press_size"),
        component("offered_fsc_claims", "fsc"),
        component("offered_colours", "colours"),
        component("offered_coatings", "coating"),
        component("offered_pages_per_side", "pages_per_side"),
        component("offered_numbers_up", "number_up"),
        component("offered_presses", "press"),
        finishing("offered_processes", "process"),
        finishing("offered_materials", "material"),
        finishing("offered_flutes", "flute"),
        of(Level::Service, "offered_services", "name"),
        of(Level::Drop, "offered_transports", "transport"),
        of(Level::Instalment, "offered_payment_days", "days"),
    ];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// The field, as a path without a row: `component.press`.
    #[must_use]
    pub fn path(self) -> String {
        format!("{}.{}", self.level.code(), self.key)
    }

    /// The field of the dictionary.
    #[must_use]
    pub fn field(self) -> Option<&'static Field> {
        self.level.field(self.key)
    }

    /// What is offered until the house sets its own list.
    #[must_use]
    pub fn at_first(self) -> Vec<String> {
        let presets = self.field().map(|field| field.presets).unwrap_or_default();
        presets.iter().map(|word| (*word).to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::orders::fields;

    #[test]
    fn fields_every_list_of_suggestions_is_the_house_s_to_set() {
        let in_dictionary: BTreeSet<String> = fields::all()
            .filter(|field| !field.presets.is_empty())
            .map(|field| format!("{}.{}", field.level.code(), field.key))
            .collect();
        let offered: BTreeSet<String> = Offer::ALL.iter().map(|offer| offer.path()).collect();
        assert_eq!(offered, in_dictionary);
        let codes: BTreeSet<&str> = Offer::ALL.iter().map(|offer| offer.code()).collect();
        assert_eq!(codes.len(), Offer::ALL.len(), "each code once");
    }
}
