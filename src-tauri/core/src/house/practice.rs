//! 练习库: a house of its own to learn on (F2-02b). Its banner and its prints say so; its numbers carry a letter of
//! their own.

use super::FirstStart;
use crate::Desk;
use crate::accounts::{NewPerson, Role};
use crate::error::DeskError;
use crate::storage::Topic;

/// Everybody's password in the practice desk; the sign-in screen says it.
pub const PRACTICE_PASSWORD: &str = "lianxi";
/// Everybody's PIN in the practice desk; the sign-in screen says it.
pub const PRACTICE_PIN: &str = "1234";

/// Who works in the practice house. The first is the one who usually sits here.
const PEOPLE: &[(&str, &[Role])] = &[
    ("林晓梅", &[Role::SalesAssistant]),
    ("周敏", &[Role::SalesRepresentative]),
    ("赵强", &[Role::SalesSupervisor]),
    ("何静", &[Role::SalesDirector]),
    ("钱芳", &[Role::Finance]),
    ("孙立", &[Role::Production]),
    ("陈刚", &[Role::Quality]),
];

impl Desk {
    /// Lays out the practice house with its people.
    ///
    /// # Errors
    /// When the file has a house already.
    pub async fn lay_out_practice(&self) -> Result<Vec<Topic>, DeskError> {
        let person = |name: &str, roles: &[Role]| NewPerson {
            name: name.to_owned(),
            roles: roles.to_vec(),
            password: Some(PRACTICE_PASSWORD.to_owned()),
            pin: Some(PRACTICE_PIN.to_owned()),
        };
        let people = PEOPLE
            .iter()
            .map(|(name, roles)| person(name, roles))
            .collect();
        self.first_start(FirstStart {
            house: "练习印刷厂".to_owned(),
            desk_letter: "L".to_owned(),
            practice: true,
            administrator: person("管理员", &[]),
            people,
        })
        .await
    }
}
