//! The people: roles through time, who may do what, secrets, evidence (F1-02, F2-04.2, F2-04.4).

mod authority;
mod evidence;
mod roles;
mod secrets;

use docket_core::accounts::{
    Actor, DeputyRequest, PersonRequest, PersonView, Role, RoleTermRequest,
};
use docket_core::{DeskError, Refuse as _};

use crate::support::{PASSWORD, PIN, TestDesk};

/// The code of a refusal; anything else fails the test.
pub fn code<T: std::fmt::Debug>(answer: Result<T, DeskError>) -> &'static str {
    let error = answer.expect_err("refused");
    assert!(error.is_refusal(), "{error}");
    error.code()
}

/// A role from a day on, to a day or open; as typed.
pub fn term(role: Role, head: bool, from: &str, to: &str) -> RoleTermRequest {
    RoleTermRequest {
        role,
        head,
        from: from.to_owned(),
        to: to.to_owned(),
    }
}

pub fn deputy(role: Role, person: i64, from: &str, to: &str) -> DeputyRequest {
    DeputyRequest {
        role,
        person,
        from: from.to_owned(),
        to: to.to_owned(),
    }
}

/// What the form of a person shows, ready to be changed.
pub fn as_shown(person: &PersonView) -> PersonRequest {
    PersonRequest {
        id: Some(person.id),
        revision: person.revision,
        name: person.name.clone(),
        department: person.department.clone(),
        terms: person
            .terms
            .iter()
            .map(|held| {
                term(
                    held.role,
                    held.head,
                    &held.from,
                    held.to.as_deref().unwrap_or_default(),
                )
            })
            .collect(),
        deputies: person
            .deputies
            .iter()
            .map(|kept| deputy(kept.role, kept.person, &kept.from, &kept.to))
            .collect(),
        active: person.active,
        password: None,
        pin: None,
    }
}

pub async fn person(house: &TestDesk, name: &str) -> PersonView {
    let people = house.desk.people().await.unwrap();
    people
        .into_iter()
        .find(|person| person.name == name)
        .expect("a person of the house")
}

/// Changes a person as an administrator does.
pub async fn change(
    house: &TestDesk,
    name: &str,
    edit: impl FnOnce(&mut PersonRequest),
) -> Result<PersonView, DeskError> {
    let administrator = house.actor("管理员").await;
    let mut request = as_shown(&person(house, name).await);
    edit(&mut request);
    let saved = house.desk.save_person(&administrator, request).await?;
    Ok(saved.value)
}

/// Enters somebody who holds one role from today on, and has chosen a password.
pub async fn enter(house: &TestDesk, name: &str, role: Role) -> Actor {
    let administrator = house.actor("管理员").await;
    let request = PersonRequest {
        id: None,
        revision: 0,
        name: name.to_owned(),
        department: String::new(),
        terms: vec![term(role, false, "", "")],
        deputies: vec![],
        active: true,
        password: Some("初始密码123".to_owned()),
        pin: Some(PIN.to_owned()),
    };
    house
        .desk
        .save_person(&administrator, request)
        .await
        .expect("a person is entered");
    house
        .desk
        .choose_password(name, "初始密码123", PASSWORD)
        .await
        .expect("a password of one's own")
}
