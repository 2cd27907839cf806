//! 管理员 enters or changes a person: name, roles through time, deputies, whether still here, a new password or PIN.

use chrono::NaiveDate;

use super::enter::enter_term;
use super::rules::day_without_administrator;
use super::secret::{check_password, check_pin};
use super::still_here::may_on;
use super::tries::{name_target, pin_target};
use super::wire::{DeputyRequest, PersonRequest, RoleTermRequest};
use super::{AccessRefusal, Actor, Deputy, PersonView, Power, Role, RoleTerm, queries};
use crate::Desk;
use crate::audit::Activity;
use crate::calendar::{BusinessDay, HouseDays};
use crate::clock::{as_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::orders::FieldProblem;
use crate::storage::{Cell, Subject, Writer};
use crate::typed::{self, Expected, LONGEST_NAME, NotUnderstood};
use crate::wire::Done;

/// Roles and deputies of one person; nobody has ever had more.
const MOST_ROWS: usize = 60;

impl Desk {
    /// Enters a person (`id` is none) or changes one. A password an administrator sets for somebody else has to be
    /// replaced at the next sign-in.
    ///
    /// # Errors
    /// When `actor` is no administrator, something typed will not do, somebody changed the person meanwhile, or a day would
    /// come without an administrator.
    pub async fn save_person(
        &self,
        actor: &Actor,
        request: PersonRequest,
    ) -> Result<Done<PersonView>, DeskError> {
        let (activity, power) = match request.id {
            None => (Activity::AddPerson, Power::AddPerson),
            Some(_) => (Activity::ChangePerson, Power::ChangePerson),
        };
        // Who may not is told so at once; the hashing that follows is slow, and the act must not wait for it.
        may_on(&mut *self.read().await?, actor, power, self.today()).await?;
        let secrets = self.secrets_of(&request).await?;
        let mut writer = self.begin(actor, activity).await?;
        let today = in_shanghai(writer.at()).date();
        let wanted = understand(&request, today)?;
        if let Some(id) = request.id {
            let stored = queries::person(&mut writer, id).await?;
            let stored = stored.ok_or(Failure::Missing("accounts"))?;
            if stored.revision != request.revision {
                return Err(AccessRefusal::ChangedMeanwhile.into());
            }
        }
        if queries::by_name(&mut writer, &wanted.name)
            .await?
            .is_some_and(|other| Some(other.id) != request.id)
        {
            return Err(AccessRefusal::NameTaken { name: wanted.name }.into());
        }
        let columns = columns(actor, &request, &wanted, secrets, writer.at());
        let id = match request.id {
            None => writer.insert("accounts", &columns).await?,
            Some(id) => {
                writer.update("accounts", id, &columns).await?;
                id
            }
        };
        put_terms(&mut writer, id, &wanted.terms).await?;
        put_deputies(&mut writer, id, &wanted.deputies).await?;
        for target in forgiven(&request, id, &wanted.name) {
            if let Some(tries) = queries::tries(&mut writer, &target).await? {
                writer
                    .update("wrong_tries", tries.id, &[("tries", 0.into())])
                    .await?;
            }
        }
        writer.about(Subject::Person(id));
        writer.note("name", wanted.name);
        keeps_an_administrator(&mut writer, today).await?;
        let changed = writer.commit().await?;
        // The revision is the act's own place in the trail.
        let person = queries::person(&mut *self.read().await?, id)
            .await?
            .ok_or(Failure::Missing("accounts"))?;
        Ok(Done {
            value: PersonView::of(person, today),
            changed,
        })
    }

    /// The secrets that are set, as they are stored.
    async fn secrets_of(&self, request: &PersonRequest) -> Result<Secrets, DeskError> {
        let password = filled(request.password.as_ref());
        let pin = filled(request.pin.as_ref());
        if let Some(password) = password {
            check_password(password)?;
        }
        if let Some(pin) = pin {
            check_pin(pin)?;
        }
        Ok(Secrets {
            password: self.hashed(password).await?,
            pin: self.hashed(pin).await?,
        })
    }
}

/// A new password and PIN as they are stored; none where the old one stays.
struct Secrets {
    password: Option<String>,
    pin: Option<String>,
}

fn columns(
    actor: &Actor,
    request: &PersonRequest,
    wanted: &Wanted,
    secrets: Secrets,
    at: chrono::DateTime<chrono::Utc>,
) -> Vec<(&'static str, Cell)> {
    let mut columns: Vec<(&'static str, Cell)> = vec![
        ("name", wanted.name.as_str().into()),
        ("department", wanted.department.as_str().into()),
        ("active", request.active.into()),
    ];
    if request.id.is_none() {
        columns.push(("created_at", as_stored(at).into()));
    }
    if let Some(password) = secrets.password {
        columns.push(("password_hash", password.into()));
        let somebody_elses = request.id.is_none() || request.id != actor.id();
        columns.push(("must_choose_password", somebody_elses.into()));
    }
    if let Some(pin) = secrets.pin {
        columns.push(("pin_hash", pin.into()));
    }
    columns
}

fn filled(secret: Option<&String>) -> Option<&String> {
    secret.filter(|secret| !secret.is_empty())
}

/// A reset ends the wait after wrong tries, too.
fn forgiven(request: &PersonRequest, id: i64, name: &str) -> Vec<String> {
    let mut targets = Vec::new();
    if filled(request.password.as_ref()).is_some() {
        targets.push(name_target(name));
    }
    if filled(request.pin.as_ref()).is_some() {
        targets.push(pin_target(id));
    }
    targets
}

/// Somebody has to be able to enter people: today, and on every day to come. Asked of what the act has written.
async fn keeps_an_administrator(writer: &mut Writer, today: NaiveDate) -> Result<(), DeskError> {
    let people = queries::everybody(writer).await?;
    let administrators: Vec<_> = people.iter().filter(|person| person.active).collect();
    for person in &administrators {
        let administers = person
            .terms
            .iter()
            .any(|term| term.role == Role::Administrator);
        if administers && (person.password_hash.is_none() || person.pin_hash.is_none()) {
            return Err(AccessRefusal::AdministratorNeedsSecrets.into());
        }
    }
    let terms = administrators.iter().flat_map(|person| &person.terms);
    match day_without_administrator(terms, today) {
        None => Ok(()),
        Some(day) => Err(AccessRefusal::NoAdministratorFrom { day }.into()),
    }
}

/// A person as understood.
struct Wanted {
    name: String,
    department: String,
    terms: Vec<RoleTerm>,
    deputies: Vec<Deputy>,
}

fn understand(request: &PersonRequest, today: NaiveDate) -> Result<Wanted, AccessRefusal> {
    let mut reader = Reader {
        today: BusinessDay(today),
        problems: Vec::new(),
    };
    let name = reader.name(&request.name)?;
    let department = reader.department(&request.department);
    if request.terms.is_empty() {
        return Err(AccessRefusal::NoRole);
    }
    reader.few("terms", request.terms.len());
    reader.few("deputies", request.deputies.len());
    let terms: Vec<RoleTerm> = request
        .terms
        .iter()
        .take(MOST_ROWS)
        .enumerate()
        .filter_map(|(row, term)| reader.term(row, term))
        .collect();
    reader.no_overlap(&terms);
    let deputies: Vec<Deputy> = request
        .deputies
        .iter()
        .take(MOST_ROWS)
        .enumerate()
        .filter_map(|(row, deputy)| reader.deputy(row, deputy, request))
        .collect();
    if reader.problems.is_empty() {
        Ok(Wanted {
            name,
            department,
            terms,
            deputies,
        })
    } else {
        Err(AccessRefusal::PersonNotUnderstood {
            fields: reader.problems,
        })
    }
}

struct Reader {
    today: BusinessDay,
    problems: Vec<FieldProblem>,
}

impl Reader {
    fn name(&mut self, text: &str) -> Result<String, AccessRefusal> {
        match typed::clean_text(text, LONGEST_NAME) {
            Ok(name) => Ok(name),
            Err(NotUnderstood::Empty) => Err(AccessRefusal::NoName),
            Err(problem) => {
                self.not_understood("name".to_owned(), &problem);
                Ok(String::new())
            }
        }
    }

    fn department(&mut self, text: &str) -> String {
        match typed::clean_text(text, LONGEST_NAME) {
            Ok(department) => department,
            Err(NotUnderstood::Empty) => String::new(),
            Err(problem) => {
                self.not_understood("department".to_owned(), &problem);
                String::new()
            }
        }
    }

    /// Rows beyond the most are refused, never dropped.
    fn few(&mut self, path: &str, count: usize) {
        if count > MOST_ROWS {
            let most = MOST_ROWS;
            self.not_understood(path.to_owned(), &NotUnderstood::TooMany { count, most });
        }
    }

    fn term(&mut self, row: usize, term: &RoleTermRequest) -> Option<RoleTerm> {
        let path = |key: &str| format!("terms.{row}.{key}");
        // A role without a first day is held from today on.
        let from = self.day(path("from"), &term.from, Some(self.today.0));
        let to = self.day(path("to"), &term.to, None);
        let (from, to) = (from?, to?);
        let from = from?;
        if to.is_some_and(|to| to < from) {
            self.problems
                .push(FieldProblem::at(path("to"), "ends_before_it_begins"));
            return None;
        }
        Some(RoleTerm {
            role: term.role,
            head: term.head,
            from,
            to,
        })
    }

    fn deputy(
        &mut self,
        row: usize,
        deputy: &DeputyRequest,
        request: &PersonRequest,
    ) -> Option<Deputy> {
        let path = |key: &str| format!("deputies.{row}.{key}");
        let from = self.day(path("from"), &deputy.from, Some(self.today.0));
        let to = self.day(path("to"), &deputy.to, None);
        // Asked of what was typed: a day that has no meaning is said once, at its own field.
        let answers_for_it = request
            .terms
            .iter()
            .any(|term| term.head && term.role == deputy.role);
        if !answers_for_it {
            self.problems
                .push(FieldProblem::at(path("role"), "deputy_of_no_head"));
        }
        if deputy.person <= 0 {
            self.problems.push(FieldProblem::needed(path("person")));
        } else if Some(deputy.person) == request.id {
            self.problems
                .push(FieldProblem::at(path("person"), "own_deputy"));
        }
        let (from, to) = (from??, to?);
        let Some(to) = to else {
            self.problems.push(FieldProblem::needed(path("to")));
            return None;
        };
        if to < from {
            self.problems
                .push(FieldProblem::at(path("to"), "ends_before_it_begins"));
            return None;
        }
        Some(Deputy {
            role: deputy.role,
            deputy: deputy.person,
            from,
            to,
        })
    }

    /// A day as typed; empty is `otherwise`. None when it has no meaning: that is noted.
    #[expect(
        clippy::option_option,
        reason = "the outer one says whether it was understood, the inner one whether there is a day"
    )]
    fn day(
        &mut self,
        path: String,
        text: &str,
        otherwise: Option<NaiveDate>,
    ) -> Option<Option<NaiveDate>> {
        if text.trim().is_empty() {
            return Some(otherwise);
        }
        match typed::date(text, self.today, Expected::Any, &HouseDays::default()) {
            Ok(reckoned) => Some(Some(reckoned.day.0)),
            Err(problem) => {
                self.not_understood(path, &problem);
                None
            }
        }
    }

    /// The same role twice on one day would leave open which of the two counts.
    fn no_overlap(&mut self, terms: &[RoleTerm]) {
        for (row, term) in terms.iter().enumerate() {
            let ends = |term: &RoleTerm| term.to.unwrap_or(NaiveDate::MAX);
            let overlaps = terms.iter().take(row).any(|other| {
                other.role == term.role && other.from <= ends(term) && term.from <= ends(other)
            });
            if overlaps {
                self.problems.push(FieldProblem::at(
                    format!("terms.{row}.role"),
                    "role_held_twice",
                ));
            }
        }
    }

    fn not_understood(&mut self, path: String, problem: &NotUnderstood) {
        self.problems.push(FieldProblem {
            path,
            code: problem.code(),
            params: problem.params(),
        });
    }
}

/// Makes the roles of a person these and no others; one that stays keeps its row.
async fn put_terms(writer: &mut Writer, id: i64, terms: &[RoleTerm]) -> Result<(), DeskError> {
    let before = queries::terms(writer, id).await?;
    for (row, _) in before.iter().filter(|(_, term)| !terms.contains(term)) {
        writer.delete("role_terms", *row).await?;
    }
    for term in terms {
        if !before.iter().any(|(_, held)| held == term) {
            enter_term(writer, id, term).await?;
        }
    }
    Ok(())
}

async fn put_deputies(writer: &mut Writer, id: i64, deputies: &[Deputy]) -> Result<(), DeskError> {
    let before = queries::deputies(writer, id).await?;
    for (row, _) in before.iter().filter(|(_, kept)| !deputies.contains(kept)) {
        writer.delete("deputies", *row).await?;
    }
    for deputy in deputies {
        if before.iter().any(|(_, kept)| kept == deputy) {
            continue;
        }
        let columns: [(&'static str, Cell); 5] = [
            ("head_id", id.into()),
            ("role", deputy.role.code().into()),
            ("deputy_id", deputy.deputy.into()),
            ("from_day", deputy.from.into()),
            ("to_day", deputy.to.into()),
        ];
        writer.insert("deputies", &columns).await?;
    }
    Ok(())
}
