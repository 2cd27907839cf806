//! What every journey begins with: a desk in a folder of its own, on SQLite and on PostgreSQL, with people who
//! have signed in, and a clock that stands still.
#![allow(
    dead_code,
    reason = "each test target uses its own part of the support"
)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use docket_core::accounts::{Actor, NewPerson, PasswordCost, Role};
use docket_core::clock::{Clock, from_stored};
use docket_core::house::FirstStart;
use docket_core::orders::order_facts;
use docket_core::storage::Address;
use docket_core::task_sheets::{Waiting, check_list, copies_stored_wrong, waits};
use docket_core::{Desk, DeskConfig};
use sqlx::{Connection as _, Row as _};
use tempfile::TempDir;
use tokio::sync::{Mutex, OnceCell};

/// Hashing a password this cheaply keeps the journeys quick; one test asserts the cost that ships.
pub const CHEAP: PasswordCost = PasswordCost {
    memory_kib: 8,
    passes: 1,
};
/// Everybody's password here.
pub const PASSWORD: &str = "岭南草木2026";
/// Everybody's PIN here.
pub const PIN: &str = "2468";

/// Which database a journey runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Sqlite,
    Postgres,
}

/// Runs `journey` on both databases; says so where PostgreSQL is not to be had.
pub fn on_both<F, Fut>(journey: F)
where
    F: Fn(TestDesk) -> Fut,
    Fut: Future<Output = ()>,
{
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        run(&journey, TestDesk::open(On::Sqlite).await).await;
        if postgres().is_some() {
            run(&journey, TestDesk::open(On::Postgres).await).await;
        } else {
            // Past the test runner's capture, so that a skip is seen.
            let _ = writeln!(
                std::io::stderr(),
                "skipped: PostgreSQL (no server address in DOCKET_TEST_POSTGRES)"
            );
        }
    });
}

async fn run<F, Fut>(journey: &F, test: TestDesk)
where
    F: Fn(TestDesk) -> Fut,
    Fut: Future<Output = ()>,
{
    let folder = Arc::clone(&test.folder);
    let config = test.config.clone();
    journey(test).await;
    what_is_stored_is_what_the_check_lists_say(config).await;
    drop(folder);
}

/// Whatever a journey did: next step, blockers and what waits of every open order are those of its check list, evaluated anew, and
/// every copy stands as its facts say.
/// Orders on which something has turned by itself since wait for the next look at them.
async fn what_is_stored_is_what_the_check_lists_say(config: DeskConfig) {
    // A journey may have broken its database, or left it in another's hands.
    let Ok(desk) = Desk::open(config).await else {
        return;
    };
    let mut reader = desk.read().await.unwrap();
    let today = desk.today();
    let rows = sqlx::query(
        "SELECT o.id, o.number, o.next_step, o.blockers, o.waits FROM orders o WHERE o.state NOT IN ('released', 'declined', 'converted', 'suspended', 'cancelled') \
         AND (o.recheck_on IS NULL OR o.recheck_on > $1) AND EXISTS (SELECT 1 FROM audit a WHERE a.subject = 'order:' || o.id) ORDER BY o.id LIMIT 40",
    )
    .bind(today.to_string())
    .fetch_all(&mut *reader)
    .await
    .unwrap();
    for row in rows {
        let id: i64 = row.get("id");
        let facts = order_facts(&mut reader, id).await.unwrap();
        let lines = check_list(&mut reader, &facts, today).await.unwrap();
        let red: Vec<_> = lines.iter().filter(|line| !line.ok).collect();
        let number: String = row.get("number");
        let stored: (i64, i64) = (row.get("next_step"), row.get("blockers"));
        let next = red.first().map_or(5, |line| i64::from(line.step));
        assert_eq!(stored, (next, red.len() as i64), "{number}");
        let waiting: Vec<Waiting> = serde_json::from_str(row.get("waits")).unwrap();
        assert_eq!(waiting, waits(&lines), "{number}");
    }
    let printed = sqlx::query("SELECT DISTINCT s.order_id FROM task_sheets s JOIN sheet_states t ON t.task_sheet_id = s.id JOIN prints p ON p.sheet_state_id = t.id LIMIT 40")
        .fetch_all(&mut *reader)
        .await
        .unwrap();
    for row in printed {
        let order: i64 = row.get("order_id");
        let wrong = copies_stored_wrong(&mut reader, order).await.unwrap();
        assert_eq!(wrong, [0_i64; 0], "copies of order {order}");
    }
}

fn postgres() -> Option<String> {
    std::env::var("DOCKET_TEST_POSTGRES")
        .ok()
        .filter(|address| !address.is_empty())
}

/// An open desk of a house with all its people, in a folder that goes with it.
pub struct TestDesk {
    pub desk: Desk,
    pub clock: Clock,
    pub on: On,
    /// Shared with whoever runs the journey: a journey that names only some fields would let the folder go early.
    pub folder: Arc<TempDir>,
    pub config: DeskConfig,
    /// 林晓梅, 业务助理: the one who sits here.
    pub assistant: Actor,
}

/// The people of the test house: name and role. All can sign in and sign.
pub const PEOPLE: &[(&str, Role)] = &[
    ("林晓梅", Role::SalesAssistant),
    ("周敏", Role::SalesRepresentative),
    ("赵强", Role::SalesSupervisor),
    ("何静", Role::SalesDirector),
    ("钱芳", Role::Finance),
    ("孙工", Role::Production),
    ("陈刚", Role::Quality),
    ("郑总", Role::GeneralManager),
];

impl TestDesk {
    /// A desk in a folder whose name Windows users have, too.
    pub async fn open(on: On) -> Self {
        let empty = Self::open_empty(on).await;
        let person = |(name, role): &(&str, Role)| NewPerson {
            name: (*name).to_owned(),
            roles: vec![*role],
            password: Some(PASSWORD.to_owned()),
            pin: Some(PIN.to_owned()),
        };
        empty
            .desk
            .first_start(FirstStart {
                house: "岭南彩印有限公司".to_owned(),
                desk_letter: "A".to_owned(),
                practice: false,
                administrator: NewPerson {
                    name: "管理员".to_owned(),
                    roles: vec![],
                    password: Some(PASSWORD.to_owned()),
                    pin: Some(PIN.to_owned()),
                },
                people: PEOPLE.iter().map(person).collect(),
            })
            .await
            .expect("a house opens");
        let assistant = empty
            .desk
            .sign_in("林晓梅", PASSWORD)
            .await
            .expect("the assistant signs in");
        Self { assistant, ..empty }
    }

    /// A desk before its first start.
    pub async fn open_empty(on: On) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("印单 张三 #1 100%")
            .tempdir()
            .unwrap();
        let folder = Arc::new(folder);
        // 2026-11-24 09:12 in Shanghai, a Tuesday.
        let clock = Clock::standing_at(from_stored("2026-11-24T01:12:00Z").unwrap());
        let database = match on {
            On::Sqlite => Address::File(folder.path().join("desk.db")),
            On::Postgres => Address::Server(new_database().await),
        };
        let config = DeskConfig {
            database,
            attachments: folder.path().join("attachments"),
            former_attachments: Vec::new(),
            prepress: folder.path().join("prepress"),
            fonts: fonts(),
            inspector: (PathBuf::from(inspector()), Vec::new()),
            clock: clock.clone(),
            password_cost: CHEAP,
        };
        let desk = Desk::open(config.clone()).await.expect("the desk opens");
        Self {
            desk,
            clock,
            on,
            folder,
            config,
            assistant: nobody().await,
        }
    }

    /// A database on the test server in which nothing is laid out yet.
    pub async fn empty_database() -> String {
        let name = format!(
            "docket_empty_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        make_database(&name, None).await
    }

    /// Closes the desk and opens it again on the same database, as after a night.
    pub async fn reopened(self) -> Self {
        self.desk.close().await;
        drop(self.desk);
        let desk = Desk::open(self.config.clone())
            .await
            .expect("the desk opens again");
        Self { desk, ..self }
    }

    /// Somebody else signs in.
    pub async fn actor(&self, name: &str) -> Actor {
        self.desk
            .sign_in(name, PASSWORD)
            .await
            .expect("a person of the house signs in")
    }

    /// The account of somebody.
    pub async fn account(&self, name: &str) -> i64 {
        self.desk
            .people()
            .await
            .unwrap()
            .into_iter()
            .find(|person| person.name == name)
            .expect("a person of the house")
            .id
    }

    /// The order as a screen shows it now.
    pub async fn revision(&self, order: i64) -> i64 {
        let mut reader = self.desk.read().await.unwrap();
        docket_core::orders::order_facts(&mut reader, order)
            .await
            .expect("an order")
            .revision
    }

    /// The process route of the order as a screen shows it now.
    pub async fn route(&self, order: i64) -> String {
        let mut reader = self.desk.read().await.unwrap();
        let review = docket_core::review::review_facts(&mut reader, order).await;
        review
            .unwrap()
            .map_or_else(String::new, |review| review.route)
    }

    /// Moves the clock to a moment given in UTC.
    pub fn it_is(&self, moment: &str) {
        self.clock.move_to(from_stored(moment).unwrap());
    }

    /// The folder the desk works in.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Opens a second desk on the same database, as a second program would.
    pub async fn second(&self) -> Result<Desk, docket_core::DeskError> {
        Desk::open(self.config.clone()).await
    }
}

/// An actor before anybody has signed in: made by signing in to a throw-away house.
async fn nobody() -> Actor {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(DeskConfig {
        database: Address::File(folder.path().join("desk.db")),
        attachments: folder.path().join("attachments"),
        former_attachments: Vec::new(),
        prepress: folder.path().join("prepress"),
        fonts: fonts(),
        inspector: (PathBuf::from(inspector()), Vec::new()),
        clock: Clock::of_the_machine(),
        password_cost: CHEAP,
    })
    .await
    .unwrap();
    let administrator = NewPerson {
        name: "无人".to_owned(),
        roles: vec![],
        password: Some(PASSWORD.to_owned()),
        pin: Some(PIN.to_owned()),
    };
    desk.first_start(FirstStart {
        house: "无".to_owned(),
        desk_letter: "Z".to_owned(),
        practice: true,
        administrator,
        people: vec![],
    })
    .await
    .unwrap();
    let actor = desk.sign_in("无人", PASSWORD).await.unwrap();
    desk.close().await;
    actor
}

/// Where the fonts of the forms are.
pub fn fonts() -> PathBuf {
    std::env::var_os("DOCKET_FONTS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fonts"),
        PathBuf::from,
    )
}

/// The helper process.
pub fn inspector() -> &'static str {
    env!("CARGO_BIN_EXE_docket-inspector")
}

static NEXT: AtomicU32 = AtomicU32::new(0);
static TEMPLATE: OnceCell<String> = OnceCell::const_new();

/// A new database on the test server, copied from one whose tables are laid out already.
async fn new_database() -> String {
    let template = TEMPLATE
        .get_or_init(|| async {
            let name = format!("docket_template_{}", std::process::id());
            let address = make_database(&name, None).await;
            let pool = Desk::open(DeskConfig {
                database: Address::Server(address),
                attachments: std::env::temp_dir(),
                former_attachments: Vec::new(),
                prepress: std::env::temp_dir(),
                fonts: fonts(),
                inspector: (PathBuf::from(inspector()), Vec::new()),
                clock: Clock::of_the_machine(),
                password_cost: CHEAP,
            })
            .await
            .expect("the template is laid out");
            pool.close().await;
            name
        })
        .await;
    let name = format!(
        "docket_{}_{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    make_database(&name, Some(template)).await
}

async fn make_database(name: &str, template: Option<&str>) -> String {
    let server = postgres().expect("checked before");
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(&server)
        .await
        .expect("the test server answers");
    let from = template.map_or_else(String::new, |template| format!(" TEMPLATE {template}"));
    // Two tests may copy the template at the same moment; the server lets one at a time.
    let _turn = COPYING.lock().await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}{from}")))
        .execute(&mut connection)
        .await
        .expect("the test server makes a database");
    let (base, _) = server
        .rsplit_once('/')
        .expect("an address ends with its database");
    format!("{base}/{name}")
}

static COPYING: Mutex<()> = Mutex::const_new(());
