//! Dozens of sequences of changes, signatures, refusals, withdrawals, new versions and prints through the real door, held against
//! what stands in the rows, on the frozen states and in the answers about prints (S-4.4.2, S-4.4.3, F2-04.4b).

use std::collections::{BTreeMap, BTreeSet};

use docket_core::orders::wire::OrderForm;
use docket_core::task_sheets::{PrintSheetRequest, RefuseChangeRequest, Verdict};
use sqlx::Row as _;

use super::{an_issued_book, another_issued_book, approve, latest_change, page, pin_of, propose};
use crate::kinds::put;
use crate::support::{On, TestDesk};

/// Sequences, and acts of each.
const SEQUENCES: usize = 24;
const ACTS: usize = 18;
/// Places a version takes.
const MOST: usize = 3;

/// A row of numbers that is the same at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

/// Places somebody changes, with who has to sign it: capacities as they are stored, and whether the customer consents.
const PLACES: [(&str, &[&str], bool); 6] = [
    ("order.remark", &[], false),
    ("order.phone", &[], false),
    ("order.unit_price", &["sales_director"], true),
    ("component:c4.grade", &["finance", "sales_director"], false),
    (
        "component:c4.grammage",
        &["finance", "sales_director"],
        false,
    ),
    ("component:c1.grade", &["finance", "sales_director"], false),
];

fn change(form: &mut OrderForm, place: usize, value: usize) {
    let of = |texts: [&str; 3]| texts[value % 3].to_owned();
    match PLACES[place].0 {
        "order.unit_price" => put(form, "order.unit_price", &of(["43.2", "44", "45"])),
        "component:c4.grade" => set(form, 3, "grade", of(["哑粉纸", "双胶纸", "轻涂纸"])),
        "component:c4.grammage" => set(form, 3, "grammage", of(["157", "128", "140"])),
        "component:c1.grade" => set(form, 0, "grade", of(["铜版纸", "特种纸", "白卡纸"])),
        path => put(form, path, &of(["甲一", "乙二", "丙三"])),
    }
}

fn set(form: &mut OrderForm, component: usize, key: &str, text: String) {
    form.components[component]
        .values
        .insert(key.to_owned(), text);
}

/// What happened of each kind: proposed, signed, refused, withdrawn, printed.
type Done = [usize; 5];

/// Whether it was done; what was not was refused, and nothing failed.
fn went<T>(answer: Result<T, docket_core::DeskError>) -> usize {
    match answer {
        Ok(_) => 1,
        Err(error) => {
            assert!(error.is_refusal(), "a failure: {error}");
            0
        }
    }
}

async fn act(house: &TestDesk, order: i64, dice: &mut Dice, done: &mut Done) {
    let people = ["周敏", "赵强", "何静", "钱芳", "陈刚"];
    match dice.roll(13) {
        0..=3 => {
            let wanted: Vec<(usize, usize)> = (0..=dice.roll(4))
                .map(|_| (dice.roll(PLACES.len()), dice.roll(3)))
                .collect();
            let consent = dice.roll(3) > 0;
            let proposed = propose(house, order, consent, |form| {
                for (place, value) in wanted {
                    change(form, place, value);
                }
            });
            done[0] += went(proposed.await);
        }
        4..=9 => {
            if page(house, order)
                .await
                .sheet
                .is_some_and(|sheet| sheet.amendments.is_empty())
            {
                return;
            }
            let waits = latest_change(house, order).await;
            let next = waits.needs.iter().find(|need| !need.done);
            let asked = next.filter(|_| dice.roll(4) > 0);
            let (authority, name) = match asked.map(|need| need.authority.as_str()) {
                Some("cost") => ("cost", "钱芳"),
                Some("sales_director") => ("sales_director", "何静"),
                Some("check") => ("check", "赵强"),
                _ => (
                    ["cost", "sales_director", "quality", "check"][dice.roll(4)],
                    people[dice.roll(people.len())],
                ),
            };
            done[1] += went(approve(house, order, authority, name).await);
        }
        10 if dice.roll(2) == 0 => {
            if page(house, order)
                .await
                .sheet
                .is_some_and(|sheet| sheet.amendments.is_empty())
            {
                return;
            }
            let refused = RefuseChangeRequest {
                amendment_id: latest_change(house, order).await.id,
                reason: "不同意".to_owned(),
                approval: pin_of(house, people[dice.roll(people.len())]).await,
            };
            let refused = house.desk.refuse_change(&house.assistant, refused).await;
            done[2] += went(refused);
        }
        10 => {
            if page(house, order)
                .await
                .sheet
                .is_some_and(|sheet| sheet.amendments.is_empty())
            {
                return;
            }
            let id = latest_change(house, order).await.id;
            let desk = &house.desk;
            let withdrawn = desk.withdraw_change(&house.assistant, id, "不改了").await;
            done[3] += went(withdrawn);
        }
        _ => {
            let request = PrintSheetRequest {
                order_id: order,
                holder: "生产联".to_owned(),
            };
            let printed = house.desk.print_sheet(&house.assistant, request).await;
            done[4] += went(printed);
        }
    }
}

type Texts = BTreeMap<String, String>;

/// The places of a stored form that are changed here.
fn texts_of(form: &str) -> Texts {
    let form: OrderForm = serde_json::from_str(form).expect("a form");
    let component = |index: usize, key: &str| {
        let text = form.components[index].values.get(key);
        text.cloned().unwrap_or_default()
    };
    let order = |key: &str| form.order.get(key).cloned().unwrap_or_default();
    [
        ("order.remark", order("remark")),
        ("order.phone", order("phone")),
        ("order.unit_price", order("unit_price")),
        ("component:c4.grade", component(3, "grade")),
        ("component:c4.grammage", component(3, "grammage")),
        ("component:c1.grade", component(0, "grade")),
    ]
    .map(|(path, text)| (path.to_owned(), text))
    .into()
}

/// What must be true of an order, whatever was done to it.
async fn holds(house: &TestDesk, order: i64) {
    let mut reader = house.desk.read().await.expect("the database");
    let states = sqlx::query(
        "SELECT t.id, t.form, t.facts, t.change_index, s.id AS sheet, s.version, s.voided_at \
         FROM sheet_states t JOIN task_sheets s ON s.id = t.task_sheet_id WHERE s.order_id = $1 ORDER BY t.id",
    )
    .bind(order)
    .fetch_all(&mut *reader)
    .await
    .expect("states");
    let changes = sqlx::query(
        "SELECT id, content_hash, requested_by, consent_who, needs FROM amendments \
         WHERE order_id = $1 AND state = 'in_force' ORDER BY decided_at, id",
    )
    .bind(order)
    .fetch_all(&mut *reader)
    .await
    .expect("changes");
    assert_eq!(
        states.len(),
        changes.len() + 1,
        "a state for each change that stands"
    );
    let mut stands = texts_of(&states[0].get::<String, _>("form"));
    let mut of_version: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
    for (state, change) in states[1..].iter().zip(&changes) {
        let places = sqlx::query("SELECT path FROM amendment_places WHERE amendment_id = $1")
            .bind(change.get::<i64, _>("id"))
            .fetch_all(&mut *reader)
            .await
            .expect("places");
        let paths: BTreeSet<String> = places.iter().map(|row| row.get("path")).collect();
        let given = sqlx::query(
            "SELECT g.capacity, g.account_id, g.content_hash FROM amendment_approvals a JOIN signatures g ON g.id = a.signature_id \
             WHERE a.amendment_id = $1 AND a.authority NOT IN ('customer_consent', 'sales_assistant')",
        )
        .bind(change.get::<i64, _>("id"))
        .fetch_all(&mut *reader)
        .await
        .expect("signatures");
        let hash: String = change.get("content_hash");
        let asker: i64 = change.get("requested_by");
        let signed = |capacities: &[&str]| {
            given.iter().any(|row| {
                let capacity: String = row.get("capacity");
                row.get::<String, _>("content_hash") == hash
                    && row.get::<Option<i64>, _>("account_id") != Some(asker)
                    && capacities.contains(&capacity.as_str())
            })
        };
        for (path, capacities, consent) in PLACES.iter().filter(|(path, ..)| paths.contains(*path))
        {
            assert!(
                capacities.is_empty() || signed(capacities),
                "{path} stands without its signature"
            );
            let who: Option<String> = change.get("consent_who");
            assert!(!consent || who.is_some(), "{path} stands without consent");
        }
        let index: i64 = state.get("change_index");
        let version: i64 = state.get("version");
        if index == 0 {
            assert!(
                signed(&["sales_representative", "sales_supervisor"]),
                "a version nobody checked"
            );
        } else {
            of_version.entry(version).or_default().extend(paths.clone());
        }
        // The state says what the change says, and nothing else.
        let now = texts_of(&state.get::<String, _>("form"));
        for (path, text) in &now {
            assert!(
                paths.contains(path) || stands[path] == *text,
                "{path} changed to {text} without being asked for"
            );
            // What the plant works from stands on the paper itself.
            let facts: String = state.get("facts");
            assert!(
                !path.starts_with("component:") || facts.contains(text),
                "{path}: the paper lacks {text}"
            );
        }
        stands = now;
    }
    for (version, paths) in &of_version {
        assert!(paths.len() <= MOST, "V{version} took {paths:?}");
    }
    let newest = states.last().expect("a state");
    let in_force: BTreeSet<i64> = states
        .iter()
        .filter(|state| state.get::<Option<String>, _>("voided_at").is_none())
        .map(|state| state.get("sheet"))
        .collect();
    assert_eq!(in_force, BTreeSet::from([newest.get::<i64, _>("sheet")]));
    let prints = sqlx::query(
        "SELECT p.check_code, p.sheet_state_id, s.number, s.id AS sheet FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id \
         JOIN task_sheets s ON s.id = t.task_sheet_id WHERE s.order_id = $1",
    )
    .bind(order)
    .fetch_all(&mut *reader)
    .await
    .expect("prints");
    drop(reader);
    for print in &prints {
        let (number, check): (String, String) = (print.get("number"), print.get("check_code"));
        let verdict = house.desk.verify_print(&format!("{number} {check}")).await;
        let wanted = if print.get::<i64, _>("sheet_state_id") == newest.get::<i64, _>("id") {
            Verdict::Current
        } else if print.get::<i64, _>("sheet") == newest.get::<i64, _>("sheet") {
            Verdict::Outdated
        } else {
            Verdict::Superseded
        };
        assert_eq!(
            verdict.expect("an answer").verdict,
            wanted,
            "{number} {check}"
        );
    }
    let order_now = crate::orders::facts(house, order)
        .await
        .specification
        .to_form();
    let order_now = texts_of(&serde_json::to_string(&order_now).unwrap());
    assert_eq!(order_now, stands, "the order is what its sheet says");
}

#[test]
fn clause_s_4_4_2_through_the_door_nothing_unsigned_is_on_paper_and_no_old_print_is_current() {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let house = TestDesk::open(On::Sqlite).await;
        let mut dice = Dice(0x0D0C_4E75_2026_1126);
        let mut done: Done = [0; 5];
        let mut versions = 0;
        for sequence in 0..SEQUENCES {
            let order = if sequence == 0 {
                an_issued_book(&house).await
            } else {
                another_issued_book(&house).await
            };
            for _ in 0..ACTS {
                act(&house, order, &mut dice, &mut done).await;
                Box::pin(holds(&house, order)).await;
            }
            let sheet = page(&house, order).await.sheet.expect("a sheet");
            versions += usize::from(sheet.version > 1);
        }
        assert!(
            done.iter().all(|times| *times > 1) && versions > 1,
            "the sequences reach everything: {done:?}, {versions} of a second version"
        );
        assert_eq!(house.desk.check_trail().await.unwrap(), None);
    });
}
