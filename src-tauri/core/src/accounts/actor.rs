//! Who is acting: a person with roles, or the program itself.

use super::{AccessRefusal, Role};

/// The person an act is done by. There is no way to make one but to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    id: Option<i64>,
    name: String,
    roles: Vec<Role>,
}

impl Actor {
    pub(super) const fn signed_in(id: i64, name: String, roles: Vec<Role>) -> Self {
        Self {
            id: Some(id),
            name,
            roles,
        }
    }

    /// Nobody yet: the one act before there are people is to enter them.
    pub(crate) fn founding() -> Self {
        Self {
            id: None,
            name: "首次启动".to_owned(),
            roles: Vec::new(),
        }
    }

    /// Somebody who tries to sign in and is not known yet.
    pub(super) fn at_the_door() -> Self {
        Self {
            id: None,
            name: "未登录".to_owned(),
            roles: Vec::new(),
        }
    }

    /// The name of today takes the place of that of the sign-in.
    pub(crate) fn now_called(&mut self, name: String) {
        self.name = name;
    }

    /// The account, but for first start.
    #[must_use]
    pub const fn id(&self) -> Option<i64> {
        self.id
    }

    /// The name as it is printed.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the person did in the house at the moment of signing in; an act asks again (`still_here`).
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The account of somebody who has signed in.
    ///
    /// # Errors
    /// When nobody has.
    pub fn account(&self) -> Result<i64, AccessRefusal> {
        self.id.ok_or(AccessRefusal::NotSignedIn)
    }
}
