//! What the window is told while a form is being typed: what was understood, what is wrong, what is reckoned, what is missing.
//!
//! **Invariant:** pure; the same form on the same day is always answered alike.

use std::collections::BTreeMap;

use crate::calendar::BusinessDay;
use crate::imposition::{
    Binding, BindingFacts, Fact, Unreckonable, binding_conflicts, check_saddle_stitch,
};
use crate::measures::Millimetres;
use crate::settings::{HouseRules, PaperTable};

use super::answers::answers;
use super::days::{check_days, check_promise};
use super::fields::Level;
use super::kind::OrderKind;
use super::specification::{Record, Row, Specification, number, text};
use super::trade_words::{binding, inks, is_board, is_printed, is_stitched, is_text_block};
use super::understand::FieldProblem;
use super::value::Value;
use super::weights::leaf;
use super::wire::{FieldReading, OrderForm, Problem, Reckoning, Warning};

/// Reckons a form as seen from `today`, by the rules of the house.
#[must_use]
pub fn reckon(form: &OrderForm, today: BusinessDay, rules: &HouseRules) -> Reckoning {
    let (specification, misread) = Specification::understand(form, today, rules);
    let mut notes = Notes::default();
    check_sums(&specification, &mut notes);
    check_sample(&specification, rules, &mut notes);
    check_binding(&specification, rules, &mut notes);
    for row in &specification.components {
        check_sheets(&specification, row, rules, &mut notes);
        if rules.warn_trim_on_sheet {
            check_trim(&specification, row, &mut notes);
        }
    }
    check_days(&specification, today, rules, &mut notes);
    check_finishing(&specification, &mut notes);
    let answers = answers(&specification, today, rules);
    check_promise(&specification, &answers, &mut notes);

    let mut fields: BTreeMap<String, FieldReading> = BTreeMap::new();
    for entry in specification.entries() {
        fields.entry(entry.path()).or_default().understood = Some(entry.value.shown(entry.field));
    }
    for FieldProblem { path, code, params } in misread.into_iter().chain(notes.problems) {
        fields.entry(path).or_default().problem = Some(Problem {
            code: code.to_owned(),
            params: owned(params),
        });
    }
    let mut missing = specification.missing();
    missing.retain(|path| !fields.contains_key(path));
    Reckoning {
        fields,
        computed: with_calipers(
            specification.computed(rules),
            &specification,
            &rules.paper_table,
        ),
        reckoned: specification.reckoned(rules),
        forms: specification.form_tables(rules),
        answers,
        missing,
        warnings: notes.warnings,
    }
}

/// What the craft cannot make of an order, of all that is noted of a form (S-4.1.3).
const AGAINST_THE_CRAFT: [&str; 11] = [
    "saddle_stitch_pages",
    "saddle_stitch_too_thick",
    "saddle_stitch_cover_too_heavy",
    "perfect_bound_too_thick",
    "text_too_heavy",
    "embossed_film",
    "trim_larger_than_press_sheet",
    "sheets_odd_pages",
    "sheets_unprinted_with_inks",
    "sheets_nothing_to_print",
    "sheets_inks_on_blank_back",
];

/// What the craft cannot make of what is ordered, by the limits of the house (S-4.1.3).
pub(super) fn against_the_craft(specification: &Specification, rules: &HouseRules) -> Vec<Warning> {
    let mut notes = Notes::default();
    check_binding(specification, rules, &mut notes);
    for row in &specification.components {
        check_sheets(specification, row, rules, &mut notes);
        if rules.warn_trim_on_sheet {
            check_trim(specification, row, &mut notes);
        }
    }
    let problems = notes.problems.into_iter().map(|problem| Warning {
        path: problem.path,
        code: problem.code.to_owned(),
        params: owned(problem.params),
    });
    problems
        .chain(notes.warnings)
        .filter(|note| AGAINST_THE_CRAFT.contains(&note.code.as_str()))
        .collect()
}

/// 厚度 by the house's paper table beside each component that has a grade and a grammage: to be taken, never taken for it.
fn with_calipers(
    mut computed: BTreeMap<String, String>,
    specification: &Specification,
    table: &PaperTable,
) -> BTreeMap<String, String> {
    for row in &specification.components {
        let found = number(&row.values, "grammage")
            .and_then(|grammage| table.caliper(text(&row.values, "grade"), grammage));
        if let Some(caliper) = found {
            computed.insert(
                at(Level::Component, row, "table_caliper"),
                caliper.to_string(),
            );
        }
    }
    computed
}

/// What is found while a form is reckoned.
#[derive(Default)]
pub(super) struct Notes {
    problems: Vec<FieldProblem>,
    warnings: Vec<Warning>,
}

pub(super) type Params = BTreeMap<&'static str, String>;

impl Notes {
    fn problem(&mut self, path: String, code: &'static str, params: Params) {
        self.problems.push(FieldProblem { path, code, params });
    }

    pub(super) fn warning(&mut self, path: String, code: &'static str, params: Params) {
        self.warnings.push(Warning {
            path,
            code: code.to_owned(),
            params: owned(params),
        });
    }
}

fn owned(params: Params) -> BTreeMap<String, String> {
    params
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

/// The path of a field of a row.
pub(super) fn at(level: Level, row: &Row, key: &str) -> String {
    format!("{}:{}.{key}", level.code(), row.key)
}

/// The drops make up the ordered quantity, the instalments the whole.
fn check_sums(specification: &Specification, notes: &mut Notes) {
    let sums = [
        specification.drops_not_whole(),
        specification.terms_not_whole(),
    ];
    for problem in sums.into_iter().flatten() {
        notes.problem(problem.path, problem.code, problem.params);
    }
}

/// A sample order is a small one, its sheet makes no run, and a free one has no price (F4-2).
fn check_sample(specification: &Specification, rules: &HouseRules, notes: &mut Notes) {
    let quantity = number(&specification.product, "quantity");
    if specification.kind() != OrderKind::Sample {
        return;
    }
    if let Some(found) = quantity.filter(|quantity| *quantity > rules.sample_quantity) {
        let params = [
            ("found", crate::measures::Quantity(found).to_string()),
            (
                "most",
                crate::measures::Quantity(rules.sample_quantity).to_string(),
            ),
        ];
        notes.warning(
            "product.quantity".to_owned(),
            "sample_quantity_large",
            params.into(),
        );
    }
    if text(&specification.order, "sheet_type") == "normal" {
        notes.warning(
            "order.sheet_type".to_owned(),
            "sample_sheet_type",
            Params::new(),
        );
    }
    if specification.is_free() && specification.order.contains_key("unit_price") {
        notes.warning(
            "order.unit_price".to_owned(),
            "free_with_price",
            Params::new(),
        );
    }
}

fn check_binding(specification: &Specification, rules: &HouseRules, notes: &mut Notes) {
    let product = &specification.product;
    let path = || "product.binding".to_owned();
    let pages = specification.total_pages();
    if binding(product) == Binding::SaddleStitch {
        // Each of them is folded sheets: 2P of cover and 30P of text are no 32P (FIELDS).
        for row in specification
            .components
            .iter()
            .filter(|row| is_stitched(&row.values))
        {
            if let Some(Err(odd)) = number(&row.values, "pages").map(check_saddle_stitch) {
                let params = [
                    ("name", text(&row.values, "name").to_owned()),
                    ("pages", odd.pages.to_string()),
                ];
                let here = at(Level::Component, row, "pages");
                notes.problem(here, "saddle_stitch_pages", params.into());
            }
        }
    }
    let grammage = |is: fn(&Record) -> bool| {
        let found = specification
            .components
            .iter()
            .filter(|row| is(&row.values));
        found
            .filter_map(|row| number(&row.values, "grammage"))
            .max()
    };
    let facts = BindingFacts {
        binding: binding(product),
        pages,
        cover_grammage: grammage(|component| text(component, "name").contains("封面")),
        text_grammage: grammage(is_text_block),
        embossed_film: rules.warn_embossed_film && specification.embosses_film(),
    };
    for conflict in binding_conflicts(&facts, &rules.binding_limits) {
        let figures = conflict
            .figures()
            .map(|(found, most)| [("found", found.to_string()), ("most", most.to_string())].into());
        notes.warning(path(), conflict.code(), figures.unwrap_or_default());
    }
}

/// Cyan, magenta, yellow, black.
const MOST_PROCESS: u8 = 4;

fn check_sheets(specification: &Specification, row: &Row, rules: &HouseRules, notes: &mut Notes) {
    let here = |key: &str| at(Level::Component, row, key);
    // Two boards of a case are 每套数 2, not 2P, which would be one sheet of two sides.
    if is_board(&row.values) && row.values.contains_key("pages") {
        notes.warning(here("pages"), "board_has_pages", Params::new());
    }
    // 印色 counts process colours only: the gold of "four colours and a gold" is a spot, or its plate is counted twice.
    let inks = inks(&row.values);
    let spotted = |key| !text(&row.values, key).is_empty();
    if (inks.process.front > MOST_PROCESS && spotted("spots_front"))
        || (inks.process.back > MOST_PROCESS && spotted("spots_back"))
    {
        notes.warning(here("colours"), "spots_counted_twice", Params::new());
    }
    let problem = match specification.plan(&row.values, rules) {
        Ok(plan) => {
            for number in plan.lost {
                let params = [("form", number.to_string())];
                notes.warning(here("form_table"), "form_edit_without_form", params.into());
            }
            let Some(missed) = plan.missed else {
                return;
            };
            missed
        }
        Err(problem) => problem,
    };
    let path_of_fact = |fact: Fact| match fact {
        Fact::PrintedQuantity => "product.quantity".to_owned(),
        Fact::Inks => here("colours"),
        Fact::SpoilagePercent | Fact::SpoilageSheets | Fact::SpoilageOverride => here("spoilage"),
        Fact::PerProduct | Fact::Pages | Fact::PagesPerSide | Fact::NumberUp | Fact::Cuts => {
            here(fact.code())
        }
        Fact::FormSheets | Fact::FormPlates | Fact::FormPages => here("form_table"),
        Fact::Forms => here("pages_per_side"),
    };
    let (path, wrong) = match problem {
        Unreckonable::Missing(fact) => (path_of_fact(fact), false),
        // Nothing is wrong while the colours, or how it is printed, are only not known yet.
        Unreckonable::NothingToPrint
            if !row.values.contains_key("colours") || !row.values.contains_key("work_style") =>
        {
            return;
        }
        Unreckonable::OutOfRange { fact, .. } => (path_of_fact(fact), true),
        Unreckonable::OddPages { .. } => (here("pages"), true),
        Unreckonable::UnprintedWithInks
        | Unreckonable::NothingToPrint
        | Unreckonable::InksOnBlankBack => (here("colours"), true),
        Unreckonable::FormsMissPages { .. } => (here("form_table"), true),
        Unreckonable::TooLarge => (here("pages"), true),
    };
    if wrong {
        notes.problem(path, problem.code(), problem.params());
    } else if is_begun(&row.values) {
        notes.warning(path, problem.code(), problem.params());
    }
}

/// Whether more is known of a component than its name: before that nobody wants to be asked for its imposition.
fn is_begun(component: &Record) -> bool {
    component.contains_key("work_style") && component.contains_key("grade")
}

/// The piece with its bleed fits on the press sheet, either way round; a leaf that is folded later is printed open (S-4.1.3).
fn check_trim(specification: &Specification, row: &Row, notes: &mut Notes) {
    let trim = leaf(specification, &row.values);
    let (Some(trim), Some(Value::Size(sheet))) = (trim, row.values.get("press_size")) else {
        return;
    };
    let bleed = match row.values.get("bleed") {
        Some(Value::Length(bleed)) => *bleed,
        _ => Millimetres::default(),
    };
    // Bleed lies on both sides of the piece.
    let (wide, high) = (trim.width.0 + 2 * bleed.0, trim.height.0 + 2 * bleed.0);
    let fits = |width: Millimetres, height: Millimetres| wide <= width.0 && high <= height.0;
    if is_printed(&row.values)
        && !fits(sheet.width, sheet.height)
        && !fits(sheet.height, sheet.width)
    {
        let params = [
            ("trim", trim.to_string()),
            ("bleed", bleed.to_string()),
            ("sheet", sheet.to_string()),
        ];
        notes.warning(
            at(Level::Component, row, "press_size"),
            "trim_larger_than_press_sheet",
            params.into(),
        );
    }
}

/// A finishing step names a component there is.
fn check_finishing(specification: &Specification, notes: &mut Notes) {
    for row in &specification.finishing {
        let named = text(&row.values, "component");
        let known = specification
            .components
            .iter()
            .any(|component| text(&component.values, "name") == named);
        if !named.is_empty() && !known {
            let params = [("component", named.to_owned())];
            notes.warning(
                at(Level::Finishing, row, "component"),
                "no_such_component",
                params.into(),
            );
        }
    }
}
