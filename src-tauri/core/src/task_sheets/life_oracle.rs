//! What must be true of a sheet after any sequence, told without any of the decisions that made it so.

use std::collections::BTreeSet;

use super::*;

/// The matrix once more, in words: what a place takes, and who can say so.
fn said_enough(change: &Change, opened: bool) -> Result<(), String> {
    let counts = |roles: &[Role]| {
        change.given.iter().any(|(_, hash, who)| {
            *hash == change.hash
                && *who != change.by
                && *who != change.beside
                && PEOPLE[*who].iter().any(|role| roles.contains(role))
        })
    };
    let issued = change.stage == Stage::Released;
    for (path, _, _) in &change.places {
        let enough = match *path {
            "order.remark" | "order.phone" => true,
            "order.unit_price" | "product.quantity" => change.consent && counts(&[SalesDirector]),
            "product.quality_note" => counts(&[Quality]),
            _ if issued => counts(&[Finance, SalesDirector]),
            _ => change.consent,
        };
        if !enough {
            return Err(format!("{path} stands without its signature: {change:?}"));
        }
    }
    if opened && !counts(&[SalesRepresentative, SalesSupervisor]) {
        return Err(format!("a version nobody checked: {change:?}"));
    }
    let beside = change
        .given
        .iter()
        .any(|(as_what, hash, _)| *as_what == "sales_assistant" && *hash == change.hash);
    if beside {
        Ok(())
    } else {
        Err(format!("nobody signed beside {change:?}"))
    }
}

/// What must be true of a desk after every act.
pub(super) fn holds(desk: &Desk) -> Result<(), String> {
    let mut content: Content = PATHS.iter().map(|(path, _)| (*path, 0)).collect();
    for change in &desk.before {
        said_enough(change, false)?;
        content.extend(change.places.iter().map(|(path, _, new)| (*path, *new)));
    }
    let mut previous: Option<&State> = None;
    let mut changed: BTreeSet<&str> = BTreeSet::new();
    for state in &desk.states {
        let opened = state.index == 0;
        match (previous, &state.change) {
            (None, None) if state.version == 1 && opened => {}
            (Some(before), Some(change)) => {
                said_enough(change, opened)?;
                content.extend(change.places.iter().map(|(path, _, new)| (*path, *new)));
                let paths = change.places.iter().map(|(path, _, _)| *path);
                let follows = if opened {
                    let all: BTreeSet<&str> = changed.iter().copied().chain(paths).collect();
                    changed = BTreeSet::new();
                    state.version == before.version + 1 && all.len() > MOST
                } else {
                    changed.extend(paths);
                    state.version == before.version && state.index == before.index + 1
                };
                if !follows {
                    return Err(format!("{before:?} is not followed by {state:?}"));
                }
            }
            _ => return Err(format!("{state:?} came of nothing")),
        }
        if changed.len() > MOST {
            return Err(format!("a fourth place in one version: {changed:?}"));
        }
        if state.content != content {
            return Err(format!("{state:?} says what nobody signed"));
        }
        previous = Some(state);
    }
    if desk.content != content {
        return Err("the order says what nobody signed".to_owned());
    }
    let in_force: Vec<i64> = desk
        .versions
        .iter()
        .filter(|(_, void)| !void)
        .map(|(version, _)| *version)
        .collect();
    if in_force
        != desk
            .states
            .last()
            .map(|state| state.version)
            .into_iter()
            .collect::<Vec<_>>()
    {
        return Err(format!("in force are {in_force:?}"));
    }
    // What a print is known by: two states never share it, and the newest of all is the one in force.
    let known: BTreeSet<(i64, i64)> = desk
        .states
        .iter()
        .map(|state| (state.version, state.index))
        .collect();
    let newest = desk.states.last().map(|state| (state.version, state.index));
    if known.len() != desk.states.len() || known.last().copied() != newest {
        return Err(format!("{newest:?} among {known:?}"));
    }
    for (state, printed) in &desk.prints {
        let of = &desk.states[*state];
        let current = Some((of.version, of.index)) == newest;
        if *printed != of.content
            || current != (*printed == desk.content && *state + 1 == desk.states.len())
        {
            return Err(format!("a print of {of:?} says something else"));
        }
    }
    Ok(())
}
