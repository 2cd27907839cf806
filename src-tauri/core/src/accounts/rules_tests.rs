//! The rules of the people at their boundaries: days, heads, deputies, the last administrator.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn term(role: Role, head: bool, from: &str, to: Option<&str>) -> RoleTerm {
    RoleTerm {
        role,
        head,
        from: day(from),
        to: to.map(day),
    }
}

fn person(id: i64, terms: Vec<RoleTerm>) -> Standing {
    Standing {
        id,
        name: format!("人{id}"),
        terms,
        deputies: Vec::new(),
    }
}

#[test]
fn clause_f1_02_a_role_is_held_from_its_first_to_its_last_day() {
    let terms = [term(Role::Quality, false, "2026-11-24", Some("2026-11-26"))];
    for (at, wanted) in [
        ("2026-11-23", &[][..]),
        ("2026-11-24", &[Role::Quality]),
        ("2026-11-26", &[Role::Quality]),
        ("2026-11-27", &[]),
    ] {
        assert_eq!(roles_on(&terms, day(at)), wanted, "{at}");
    }
}

#[test]
fn clause_f1_02_where_a_head_is_named_only_head_and_deputy_count() {
    let holder = person(1, vec![term(Role::Quality, false, "2026-01-01", None)]);
    let mut head = person(
        2,
        vec![term(Role::Quality, true, "2026-11-01", Some("2026-11-30"))],
    );
    head.deputies.push(Deputy {
        role: Role::Quality,
        deputy: 3,
        from: day("2026-11-24"),
        to: day("2026-12-05"),
    });
    let deputy = person(3, vec![]);
    let people = [holder, head, deputy];
    let asked = |id, kind, at: &str| {
        signs_as(&people, id, &[Role::Quality], kind, day(at)).map(|signs| signs.deputy_for)
    };
    let stands_in = Some(Some("人2".to_owned()));
    // Nobody is named before November: any holder counts, and only a holder.
    assert_eq!(asked(1, Kind::HeadSignature, "2026-10-31"), Some(None));
    assert_eq!(asked(3, Kind::HeadSignature, "2026-10-31"), None);
    assert_eq!(
        asked(1, Kind::HeadSignature, "2026-11-01"),
        None,
        "a head is named"
    );
    assert_eq!(asked(2, Kind::HeadSignature, "2026-11-01"), Some(None));
    assert_eq!(
        asked(3, Kind::HeadSignature, "2026-11-23"),
        None,
        "not yet a deputy"
    );
    assert_eq!(asked(3, Kind::HeadSignature, "2026-11-24"), stands_in);
    assert_eq!(
        asked(3, Kind::HeadSignature, "2026-12-01"),
        None,
        "the head no longer is one"
    );
    assert_eq!(asked(1, Kind::HeadSignature, "2026-12-01"), Some(None));
    // A line that asks for no head knows no deputy either.
    assert_eq!(asked(1, Kind::Signature, "2026-11-24"), Some(None));
    assert_eq!(asked(3, Kind::Signature, "2026-11-24"), None);
    // Where deputies sign, too, holders and the deputy of a named head count, on the deputy's days alone.
    let change = Kind::DeputySignature;
    assert_eq!(asked(1, change, "2026-11-24"), Some(None));
    assert_eq!(asked(2, change, "2026-11-24"), Some(None));
    assert_eq!(asked(3, change, "2026-11-23"), None, "not yet a deputy");
    assert_eq!(asked(3, change, "2026-11-24"), stands_in);
    assert_eq!(
        asked(3, change, "2026-12-01"),
        None,
        "nobody to stand in for"
    );
    assert_eq!(
        asked(9, Kind::HeadSignature, "2026-10-31"),
        None,
        "nobody of this house"
    );
}

#[test]
fn the_first_role_of_a_line_that_fits_is_the_capacity() {
    let both = person(
        1,
        vec![
            term(Role::Finance, false, "2026-01-01", None),
            term(Role::SalesDirector, false, "2026-01-01", None),
        ],
    );
    let signs = signs_as(
        &[both],
        1,
        &[Role::SalesDirector, Role::Finance],
        Kind::Signature,
        day("2026-11-24"),
    );
    assert_eq!(signs.unwrap().role, Role::SalesDirector);
}

#[test]
fn clause_f1_02_the_house_is_never_without_an_administrator() {
    let admin = |from, to| term(Role::Administrator, false, from, to);
    let today = day("2026-11-24");
    let table: [(&[RoleTerm], Option<&str>); 7] = [
        (&[], Some("2026-11-24")),
        (&[admin("2026-01-01", None)], None),
        (
            &[term(Role::Finance, false, "2026-01-01", None)],
            Some("2026-11-24"),
        ),
        (
            &[admin("2026-01-01", Some("2026-11-30"))],
            Some("2026-12-01"),
        ),
        (&[admin("2026-11-25", None)], Some("2026-11-24")),
        (
            &[
                admin("2026-01-01", Some("2026-11-30")),
                admin("2026-12-01", None),
            ],
            None,
        ),
        (
            &[
                admin("2026-01-01", Some("2026-11-30")),
                admin("2026-12-02", None),
            ],
            Some("2026-12-01"),
        ),
    ];
    for (terms, wanted) in table {
        assert_eq!(
            day_without_administrator(terms, today),
            wanted.map(day),
            "{terms:?}"
        );
    }
}

#[test]
fn clause_f2_04_1_a_role_of_one_person_names_that_person_and_a_role_of_two_nobody() {
    let rep = |id, from, to| person(id, vec![term(Role::SalesRepresentative, false, from, to)]);
    let people = [
        rep(1, "2026-01-01", Some("2026-11-30")),
        rep(2, "2026-11-25", None),
        person(3, vec![term(Role::Quality, false, "2026-01-01", None)]),
    ];
    for (at, wanted) in [
        ("2025-12-31", None),
        ("2026-11-24", Some("人1")),
        ("2026-11-25", None),
        ("2026-12-01", Some("人2")),
    ] {
        let lone = lone_holder(&people, Role::SalesRepresentative, day(at));
        assert_eq!(lone, wanted, "{at}");
    }
}
