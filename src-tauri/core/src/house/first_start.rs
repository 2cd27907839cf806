//! First start: the house, its administrator, and the people who sign.

use crate::accounts::{self, Actor, NewPerson, Role};
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::house::{HouseRefusal, queries};
use crate::storage::{Subject, Topic};
use crate::{Desk, numbers, processes};

/// What is asked at first start.
#[derive(Clone, Debug)]
pub struct FirstStart {
    /// Name of the house.
    pub house: String,
    /// One Latin letter for this desk.
    pub desk_letter: String,
    /// Whether this is the practice desk.
    pub practice: bool,
    /// Needs a password and a PIN; becomes 管理员 whatever other roles are named.
    pub administrator: NewPerson,
    /// The people who sign.
    pub people: Vec<NewPerson>,
}

impl Desk {
    /// Opens the house: all of it in one commit, or none.
    ///
    /// # Errors
    /// When a name, letter, password or PIN will not do, or the house is open already.
    pub async fn first_start(&self, request: FirstStart) -> Result<Vec<Topic>, DeskError> {
        let house = request.house.trim();
        if house.is_empty() {
            return Err(HouseRefusal::NoName.into());
        }
        let letter = request.desk_letter.trim().to_ascii_uppercase();
        if letter.len() != 1 || !letter.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(HouseRefusal::BadDeskLetter.into());
        }
        let mut writer = self.begin(&Actor::founding(), Activity::FirstStart).await?;
        if queries::house(&mut writer).await?.is_some() {
            return Err(HouseRefusal::AlreadyStarted.into());
        }
        let at = as_stored(writer.at());
        writer
            .insert(
                "house",
                &[
                    ("id", 1.into()),
                    ("name", house.into()),
                    ("desk_letter", letter.into()),
                    ("practice", request.practice.into()),
                    ("created_at", at.into()),
                ],
            )
            .await?;
        numbers::lay_out(&mut writer).await?;
        processes::mark_usual(&mut writer).await?;
        let mut administrator = request.administrator;
        if !administrator.roles.contains(&Role::Administrator) {
            administrator.roles.push(Role::Administrator);
        }
        accounts::enter(&mut writer, self, administrator).await?;
        for person in request.people {
            accounts::enter(&mut writer, self, person).await?;
        }
        // The act is about the house; the people entered with it come along.
        writer.about(Subject::House);
        writer.commit().await
    }
}
