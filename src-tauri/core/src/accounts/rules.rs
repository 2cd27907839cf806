//! Who counts as what on a day, and whether the house keeps an administrator. Pure.

use chrono::NaiveDate;

use super::authority::Kind;
use super::{Deputy, Role, RoleTerm};

/// Somebody who works here, with all their roles and whoever stands in for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Account.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Roles through time.
    pub terms: Vec<RoleTerm>,
    /// Deputies of this person through time.
    pub deputies: Vec<Deputy>,
}

/// In which role somebody signs, and for whom when it is as a deputy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignsAs {
    /// The role.
    pub role: Role,
    /// Name of the 负责人 the signer stands in for.
    pub deputy_for: Option<String>,
}

/// The roles of `terms` that are held on `day`, each once, in the order they were given.
#[must_use]
pub fn roles_on(terms: &[RoleTerm], day: NaiveDate) -> Vec<Role> {
    let mut roles = Vec::new();
    for term in terms.iter().filter(|term| term.holds_on(day)) {
        if !roles.contains(&term.role) {
            roles.push(term.role);
        }
    }
    roles
}

/// The one who holds `role` on `day`; nobody where several do.
#[must_use]
pub fn lone_holder(people: &[Standing], role: Role, day: NaiveDate) -> Option<&str> {
    let mut holders = people
        .iter()
        .filter(|person| roles_on(&person.terms, day).contains(&role));
    let first = holders.next()?;
    holders.next().is_none().then_some(first.name.as_str())
}

/// In which of `holders` the person `id` signs on `day`, the first that fits, on a line of that `kind`. Of a head's signature, a role
/// for which the house has named a 负责人 is signed by that person or a deputy alone; where nobody is named, any holder counts
/// (F1-02). Where deputies sign, too, any holder counts, and beside them the deputy of a 负责人.
#[must_use]
pub fn signs_as(
    people: &[Standing],
    id: i64,
    holders: &[Role],
    kind: Kind,
    day: NaiveDate,
) -> Option<SignsAs> {
    holders
        .iter()
        .find_map(|role| signs_in(people, id, *role, kind, day))
}

fn signs_in(
    people: &[Standing],
    id: i64,
    role: Role,
    kind: Kind,
    day: NaiveDate,
) -> Option<SignsAs> {
    let holds = |person: &Standing, head: bool| {
        person
            .terms
            .iter()
            .any(|term| term.role == role && term.holds_on(day) && (!head || term.head))
    };
    let named: Vec<&Standing> = people.iter().filter(|person| holds(person, true)).collect();
    let signer = people.iter().find(|person| person.id == id)?;
    let himself = SignsAs {
        role,
        deputy_for: None,
    };
    let by_head_alone = kind == Kind::HeadSignature && !named.is_empty();
    if holds(signer, by_head_alone) {
        return Some(himself);
    }
    if !matches!(kind, Kind::HeadSignature | Kind::DeputySignature) {
        return None;
    }
    let head = named.into_iter().find(|head| {
        head.deputies
            .iter()
            .any(|deputy| deputy.role == role && deputy.deputy == id && deputy.holds_on(day))
    })?;
    Some(SignsAs {
        role,
        deputy_for: Some(head.name.clone()),
    })
}

/// The first day from `today` on, for ever, without an administrator; `terms` are those of the people who work here
/// and can sign in.
#[must_use]
pub fn day_without_administrator<'a>(
    terms: impl IntoIterator<Item = &'a RoleTerm>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let held: Vec<&RoleTerm> = terms
        .into_iter()
        .filter(|term| term.role == Role::Administrator)
        .collect();
    let mut day = today;
    loop {
        let covering: Vec<_> = held.iter().filter(|term| term.holds_on(day)).collect();
        if covering.iter().any(|term| term.to.is_none()) {
            return None;
        }
        // The last day anybody of them still holds it; without one this is the day.
        let Some(last) = covering.iter().filter_map(|term| term.to).max() else {
            return Some(day);
        };
        match last.succ_opt() {
            Some(next) => day = next,
            // The calendar ends here; nobody will miss an administrator afterwards.
            None => return None,
        }
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
