//! Every code by which the core and the shell refuse or warn, and those of the trade that a screen shows, read from where they
//! are written, so that the window's tables of words are exhaustive by type: a code without words, or words without a code, does
//! not compile there.

use std::collections::BTreeSet;

use crate::bridge::{HEAD, generated};
use crate::tidy::{Source, sources};

/// Whose `fn code` answers a code the window has words for.
const REFUSALS: &[&str] = &[
    "impl Refuse for ",
    "impl NotUnderstood ",
    "impl Unreckonable ",
    "impl Reason ",
    "impl PatternFault ",
    "impl TableFault ",
    "impl TemplateFault ",
    "impl ReviewBlock ",
    "impl BindingConflict ",
    "impl DocumentError ",
];

/// Calls that take such a code as a text.
const CALLS: &[&str] = &[
    "of_the_shell(",
    "of_the_file(",
    "FieldProblem::at(",
    "Self::at(",
    "notes.problem(",
    "notes.warning(",
    "code: \"",
];

/// Codes of the trade that the window shows in words: the name of their union, where they are written, and after which line.
const UNIONS: &[(&str, &str, &str)] = &[
    ("ActivityCode", "audit/activity.rs", "activities! {"),
    ("AuthorityCode", "task_sheets/rules.rs", "impl Authority {"),
    ("DueCode", "customers/record.rs", "impl Due {"),
    (
        "FindingOutcome",
        "orders/material/rules.rs",
        "impl Outcome {",
    ),
    ("KindCode", "orders/kind.rs", "impl OrderKind {"),
    ("PurposeCode", "accounts/sign.rs", "impl Purpose {"),
    ("ResetCode", "numbers/pattern.rs", "impl ResetCycle {"),
    ("RuleCode", "settings/rule.rs", "rules! {"),
    ("RuleGroup", "settings/kind.rs", "impl Group {"),
    ("SeriesCode", "numbers/mod.rs", "impl Series {"),
    ("StandingCode", "customers/rules.rs", "impl Standing {"),
    ("TriggerCode", "review/triggers.rs", "impl Trigger {"),
    (
        "VerifiedItem",
        "orders/verification/rules.rs",
        "impl Item {",
    ),
];

/// The codes behind a line: those of its `fn code`, or in a list by macro those after each `=`.
fn spoken(source: &Source, head: &str) -> BTreeSet<String> {
    let (mut found, mut within, mut in_code) = (BTreeSet::new(), false, false);
    for (_, line) in source.code() {
        if line == head {
            within = true;
        } else if line == "}" {
            within = false;
        }
        in_code = within && (line.contains("fn code(") || (in_code && line != "    }"));
        let listed = within && head.contains('!') && line.contains(" = \"");
        if in_code || listed {
            let texts = line.split('"').skip(1).step_by(2);
            let texts = texts.take(if listed { 1 } else { usize::MAX });
            found.extend(texts.map(str::to_owned));
        }
    }
    found
}

/// The codes one file speaks.
fn codes(source: &Source) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let (mut refuses, mut in_code, mut call) = (false, false, String::new());
    for (_, line) in source.code() {
        if line.starts_with("impl") {
            refuses = REFUSALS.iter().any(|head| line.starts_with(head));
        }
        in_code = if line.contains("fn code(") {
            refuses
        } else {
            in_code && line != "    }"
        };
        if in_code {
            found.extend(texts(line, 0));
        }
        // A call may go over several lines: it ends where its brackets are even.
        if call.is_empty() && CALLS.iter().any(|head| line.contains(head)) {
            let begins = CALLS.iter().filter_map(|head| line.find(head)).min();
            call.push_str(line.get(begins.unwrap_or(0)..).unwrap_or(line));
        } else if !call.is_empty() {
            call.push_str(line);
        }
        let open = call.matches('(').count();
        if !call.is_empty() && open <= call.matches(')').count() {
            found.extend(texts(&call, usize::from(open > 0)));
            call.clear();
        }
    }
    found
}

/// The texts in quotes that are written as a code (lower case, `_` between words) and stand at most `deep` brackets deep:
/// in a call its own arguments, not those of a call within.
fn texts(line: &str, deep: usize) -> Vec<String> {
    let (mut found, mut depth) = (Vec::new(), 0_usize);
    for (place, part) in line.split('"').enumerate() {
        if place % 2 == 0 {
            depth = (depth + part.matches('(').count()).saturating_sub(part.matches(')').count());
        } else if (deep == 0 || depth <= deep) && is_code(part) {
            found.push(part.to_owned());
        }
    }
    found
}

fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

#[test]
fn the_window_has_words_for_every_code_there_is() {
    let all: BTreeSet<String> = sources(&["src-tauri"], &[".rs"])
        .iter()
        .filter(|source| !source.is_test())
        .flat_map(codes)
        .collect();
    assert!(all.contains("disk_full") && all.contains("drops_miss_quantity"));
    let mut written = HEAD.to_owned();
    let mut write = |name: &str, codes: &BTreeSet<String>| {
        let union: String = codes
            .iter()
            .map(|code| format!("\n  | \"{code}\""))
            .collect();
        written.push_str(&format!("export type {name} ={union};\n"));
    };
    write("ErrorCode", &all);
    for (name, path, head) in UNIONS {
        let path = format!("src-tauri/core/src/{path}");
        let source = Source::sample(&path, &crate::tidy::read(&path));
        let codes = spoken(&source, head);
        assert!(codes.len() > 1, "{name} is no longer written in {path}");
        write(name, &codes);
    }
    generated("ui/src/api/bindings/codes.ts", &written);
}

#[test]
fn the_codes_of_an_enum_and_of_a_list_by_macro_are_read() {
    let sample = "impl Series {\n    const ALL: X = [\"no\"];\n    fn code(self) -> &'static str {\n        match self {\n            Self::A => \"a\",\n            Self::B => \"b\",\n        }\n    }\n    fn other(self) -> &'static str {\n        \"no\"\n    }\n}\nrules! {\n    C = \"c\", Group, Kind::Texts(\"no\");\n}\n";
    let source = Source::sample("src-tauri/core/src/x.rs", sample);
    let read = |head| spoken(&source, head).into_iter().collect::<Vec<_>>();
    assert_eq!(read("impl Series {"), ["a", "b"]);
    assert_eq!(read("rules! {"), ["c"]);
}

#[test]
fn a_code_is_found_wherever_it_is_written() {
    let sample = "impl Refuse for X {\n    fn code(&self) -> &'static str {\n        match self {\n            Self::A => \"one_thing\",\n        }\n    }\n    fn params(&self) {\n        vec![(\"not_this\", 1)]\n    }\n}\nimpl Purpose {\n    fn code(self) -> &'static str {\n        \"nor_this\"\n    }\n}\nfn f() {\n    notes.warning(\n        \"order.confirmed_date\".to_owned(),\n        \"two_things\",\n        params.into(),\n    );\n    FieldProblem::at(\"order.customer_id\", \"three_things\");\n}\n";
    let found = codes(&Source::sample("src-tauri/core/src/x.rs", sample));
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["one_thing", "three_things", "two_things"]);
}
