//! The values of a sheet as they are printed: by path, with what a signed change did to them.

use std::collections::BTreeMap;

use super::queries::ChangeInForce;

use crate::documents::forms::Value;
use crate::documents::forms::task_sheet::circled;
use crate::orders::Specification;
use crate::settings::HouseRules;

/// Every value of the order by its path, and what changed since the version was opened.
pub(super) struct Worded {
    now: BTreeMap<String, String>,
    /// What stood there when the version was opened, and the mark of the latest change.
    changed: BTreeMap<String, (String, String)>,
    /// Figures that a change made reckoned again, with the mark of the latest that did.
    reckoned_again: BTreeMap<String, String>,
}

impl Worded {
    /// Words `specification` against `base`, the content the version was opened with.
    pub(super) fn new(
        specification: &Specification,
        base: &Specification,
        changes: &[ChangeInForce],
        rules: &HouseRules,
    ) -> Self {
        let now = texts(specification, rules);
        let before = texts(base, rules);
        let mut changed: BTreeMap<String, (String, String)> = BTreeMap::new();
        for change in changes {
            for place in &change.places {
                let mark = circled(change.index);
                changed
                    .entry(place.path.clone())
                    .and_modify(|(_, latest)| latest.clone_from(&mark))
                    .or_insert_with(|| (place.old.clone(), mark));
            }
        }
        let mut reckoned_again = BTreeMap::new();
        let mut reckoned = base.computed(rules);
        for change in changes {
            let next = change.specification.computed(rules);
            for (path, text) in &next {
                if reckoned.get(path) != Some(text) && now.get(path) != before.get(path) {
                    reckoned_again.insert(path.clone(), circled(change.index));
                }
            }
            reckoned = next;
        }
        Self {
            now,
            changed,
            reckoned_again,
        }
    }

    /// The value at a path.
    pub(super) fn value(&self, path: &str) -> Value {
        let now = self.text(path);
        if let Some((old, mark)) = self.changed.get(path) {
            return Value::changed(old, now, mark);
        }
        // A row that a change added bears its mark on every value it has.
        let row = path.split_once('.').map_or(path, |(row, _)| row);
        match self
            .changed
            .get(row)
            .map(|(_, mark)| mark)
            .or_else(|| self.reckoned_again.get(path))
        {
            Some(mark) if !now.is_empty() => Value::reckoned_again(now, mark),
            _ => now.into(),
        }
    }

    /// Several values side by side, marked when one of them is.
    pub(super) fn joined(&self, paths: &[String], between: &str) -> Value {
        let values: Vec<Value> = paths.iter().map(|path| self.value(path)).collect();
        together(&values, between)
    }

    /// What stands at a path; empty where nothing does.
    pub(super) fn text(&self, path: &str) -> &str {
        self.now.get(path).map_or("", String::as_str)
    }
}

/// `values` side by side, marked when one of them is.
pub(super) fn together(values: &[Value], between: &str) -> Value {
    let join = |texts: Vec<&str>| {
        texts
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(between)
    };
    let now = join(values.iter().map(|value| value.now.as_str()).collect());
    let Some(mark) = values
        .iter()
        .map(|value| &value.mark)
        .find(|mark| !mark.is_empty())
    else {
        return now.into();
    };
    if values.iter().all(|value| value.was.is_none()) {
        return Value::reckoned_again(&now, mark);
    }
    Value::changed(
        &join(
            values
                .iter()
                .map(|value| value.was.as_deref().unwrap_or(&value.now))
                .collect(),
        ),
        &now,
        mark,
    )
}

/// `value` behind its label, where there is one.
pub(super) fn labelled(label: &str, value: Value) -> Value {
    let behind = |text: String| {
        if text.is_empty() {
            text
        } else {
            format!("{label} {text}")
        }
    };
    Value {
        now: behind(value.now),
        was: value.was.map(behind),
        mark: value.mark,
    }
}

fn texts(specification: &Specification, rules: &HouseRules) -> BTreeMap<String, String> {
    let typed = specification
        .places()
        .into_iter()
        .map(|place| (place.path, place.text));
    typed.chain(specification.computed(rules)).collect()
}
