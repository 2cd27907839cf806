//! What is typed into a setting, as it is stored, and as it is shown again.
//!
//! **Invariant:** what is shown of a stored value is read back as the same value.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::SettingRefusal;
use super::kind::{Column, ColumnKind, Kind};
use super::rule::Rule;
use super::tables;
use crate::calendar::{BusinessDay, HouseDays};
use crate::error::Refuse as _;
use crate::files::PrepressTemplate;
use crate::measures::{Fen, Quantity};
use crate::orders::{FieldProblem, Record, taken};
use crate::typed::{self, Expected, LONGEST_NAME, NotUnderstood, clean_text};

/// Rows of one table, or words of one list, at most.
const MOST_ROWS: usize = 400;
/// The value as a whole, in the paths of problems.
const VALUE: &str = "value";

/// Understands what was typed for `rule` as seen from `today`.
///
/// # Errors
/// With each cell that is not understood: `value`, or `value:2.percent` in a table.
pub(super) fn understood(
    rule: Rule,
    text: &str,
    today: NaiveDate,
) -> Result<String, Vec<FieldProblem>> {
    let whole = |problem: NotUnderstood| vec![problem_at(VALUE.to_owned(), &problem)];
    match rule.kind() {
        Kind::Switch if text == "on" || text == "off" => Ok(text.to_owned()),
        Kind::Switch => Err(vec![FieldProblem::needed(VALUE)]),
        Kind::Money => match typed::money(text) {
            Ok(Fen(fen)) => Ok(fen.to_string()),
            Err(NotUnderstood::Empty) => Ok("off".to_owned()),
            Err(problem) => Err(whole(problem)),
        },
        Kind::Count { least, most } => typed::integer(text, least, most)
            .map(|count| count.to_string())
            .map_err(whole),
        Kind::HalfDays => typed::half_days(text)
            .map(|halves| halves.to_string())
            .map_err(whole),
        Kind::Template => template(text),
        Kind::Words => words(rule, text, today),
        Kind::Line { most, may_be_empty } => line(text, most, may_be_empty).map_err(whole),
        Kind::Roles => Ok(text.trim().to_owned()),
        Kind::Table(columns) => table(rule, columns, text, today),
    }
}

/// A stored value as a person edits it.
pub(super) fn shown(rule: Rule, stored: &str) -> String {
    match rule.kind() {
        Kind::Money if stored == "off" => String::new(),
        Kind::Money => stored
            .parse()
            .map_or_else(|_| stored.to_owned(), |fen| Fen(fen).to_string()),
        Kind::Count { .. } => stored
            .parse()
            .map_or_else(|_| stored.to_owned(), |count| Quantity(count).to_string()),
        Kind::HalfDays => stored
            .parse()
            .map_or_else(|_| stored.to_owned(), typed::shown_half_days),
        Kind::Switch
        | Kind::Template
        | Kind::Words
        | Kind::Line { .. }
        | Kind::Roles
        | Kind::Table(_) => stored.to_owned(),
    }
}

/// A line, or nothing where the rule takes that.
pub(super) fn line(text: &str, most: usize, may_be_empty: bool) -> Result<String, NotUnderstood> {
    match clean_text(text, most) {
        Err(NotUnderstood::Empty) if may_be_empty => Ok(String::new()),
        read => read,
    }
}

fn problem_at(path: String, problem: &NotUnderstood) -> FieldProblem {
    FieldProblem {
        path,
        code: problem.code(),
        params: problem.params(),
    }
}

/// How folders are named.
fn template(text: &str) -> Result<String, Vec<FieldProblem>> {
    let line = match clean_text(text, LONGEST_NAME) {
        Ok(line) => line,
        Err(NotUnderstood::Empty) => return Err(vec![FieldProblem::needed(VALUE)]),
        Err(problem) => return Err(vec![problem_at(VALUE.to_owned(), &problem)]),
    };
    match PrepressTemplate::read(&line) {
        Ok(template) => Ok(template.written()),
        Err(fault) => Err(vec![FieldProblem {
            path: VALUE.to_owned(),
            code: fault.code(),
            params: fault.params(),
        }]),
    }
}

/// A list of words, one a line, each once. It may be empty: then nobody is told, or nothing is offered. What a form offers its
/// field must take.
fn words(rule: Rule, text: &str, today: NaiveDate) -> Result<String, Vec<FieldProblem>> {
    let mut kept: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for line in text.lines() {
        match clean_text(line, LONGEST_NAME) {
            Ok(word) => {
                if seen.insert(word.clone()) {
                    kept.push(word);
                }
            }
            Err(NotUnderstood::Empty) => {}
            Err(problem) => return Err(vec![problem_at(VALUE.to_owned(), &problem)]),
        }
    }
    if kept.len() > MOST_ROWS {
        let problem = NotUnderstood::TooMany {
            count: kept.len(),
            most: MOST_ROWS,
        };
        return Err(vec![problem_at(VALUE.to_owned(), &problem)]);
    }
    if rule == Rule::CalendarYears {
        for word in &mut kept {
            let year = typed::integer(&word.replace('年', ""), 2000, 2100)
                .map_err(|problem| vec![problem_at(VALUE.to_owned(), &problem)])?;
            *word = year.to_string();
        }
        kept.dedup();
    }
    if let Rule::Offers(offer) = rule
        && let Some(field) = offer.field()
    {
        for word in &kept {
            taken(field, word, &mut Record::new(), BusinessDay(today))
                .map_err(|_| SettingRefusal::WordNotTaken { word: word.clone() }.fields())?;
        }
    }
    Ok(kept.join("\n"))
}

fn table(
    rule: Rule,
    columns: &[Column],
    text: &str,
    today: NaiveDate,
) -> Result<String, Vec<FieldProblem>> {
    let rows: Vec<Vec<String>> =
        serde_json::from_str(text).map_err(|_| vec![FieldProblem::needed(VALUE)])?;
    let mut problems = Vec::new();
    let mut kept: Vec<Vec<String>> = Vec::new();
    for (place, row) in rows.iter().enumerate().take(MOST_ROWS) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let mut cells = Vec::new();
        let mut before = Record::new();
        for (index, column) in columns.iter().enumerate() {
            let typed = row.get(index).map(String::as_str).unwrap_or_default();
            match cell(column.kind, typed, &mut before, today) {
                Ok(text) => cells.push(text),
                Err(problem) => {
                    problems.push(problem_at(
                        format!("{VALUE}:{place}.{}", column.key),
                        &problem,
                    ));
                }
            }
        }
        kept.push(cells);
    }
    if problems.is_empty() {
        problems.extend(tables::complaint(rule, &kept));
    }
    if problems.is_empty() {
        serde_json::to_string(&kept).map_err(|_| vec![FieldProblem::needed(VALUE)])
    } else {
        Err(problems)
    }
}

fn cell(
    kind: ColumnKind,
    text: &str,
    before: &mut Record,
    today: NaiveDate,
) -> Result<String, NotUnderstood> {
    match kind {
        ColumnKind::Count { least, most } => {
            typed::integer(text, least, most).map(|count| count.to_string())
        }
        ColumnKind::Percent => typed::percent(text).map(|share| share.to_string()),
        ColumnKind::HalfDays => typed::half_days(text).map(typed::shown_half_days),
        ColumnKind::Day => {
            let day = typed::date(
                text,
                BusinessDay(today),
                Expected::Any,
                &HouseDays::default(),
            )?;
            Ok(day.day.to_string())
        }
        ColumnKind::Time => typed::time(text).map(|time| time.format("%H:%M").to_string()),
        ColumnKind::Choice(codes) if codes.contains(&text) => Ok(text.to_owned()),
        ColumnKind::Choice(_) => Err(NotUnderstood::Empty),
        ColumnKind::Words => {
            let line = clean_text(text, LONGEST_NAME)?;
            let words: Vec<&str> = line
                .split(['、', '，', ',', ' ', '/', '；', ';'])
                .filter(|word| !word.is_empty())
                .collect();
            Ok(words.join("、"))
        }
        ColumnKind::Line => clean_text(text, LONGEST_NAME),
        ColumnKind::Field { needed: true, .. } if text.trim().is_empty() => {
            Err(NotUnderstood::Empty)
        }
        ColumnKind::Field { level, key, .. } => match level.field(key) {
            Some(field) if !text.trim().is_empty() => {
                let taken = taken(field, text, before, BusinessDay(today))?;
                Ok(taken.unwrap_or_default())
            }
            _ => Ok(String::new()),
        },
        ColumnKind::Remark => match clean_text(text, LONGEST_NAME) {
            Err(NotUnderstood::Empty) => Ok(String::new()),
            read => read,
        },
    }
}
