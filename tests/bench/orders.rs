//! Finding, listing and saving orders, in a house with a thousand, a hundred thousand and a million of them.
//!
//! The orders are laid into the tables and the index directly, with the product's own cutting of words: a million commits
//! would measure the building, not the desk. No statistics are gathered, as the desk gathers none. Figures end in `_1k`, `_100k`, `_1m`.
//!
//! `search_KIND_p95`: the first fifty, from the text typed to the rows shown. `list_page_p95`: a page of a hundred anywhere in
//! the list. `list_count_p95`: how many there are. `save_p50` and `save_p95`: registering an order, thirty in a row before a rest.
//! `commit_p50` and `commit_p95`: one bare durable commit of a single row on the same file, measured in turns with the saves.
//! `save_pages`: how many pages of the file a save writes. `commit_as_large_p50` and `commit_as_large_p95`: the durable commit of as
//! many pages and nothing else, in turns as well. `memory`: what this process holds after all that.
//! What 今日 and the copies take on top of these orders is measured last ([`crate::board`]).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use docket_core::accounts::{Actor, NewPerson, PasswordCost, Role};
use docket_core::clock::Clock;
use docket_core::house::FirstStart;
use docket_core::orders::search::{Texts, words_of_order};
use docket_core::orders::wire::OrderForm;
use docket_core::orders::{ListFilter, PageFrom};
use docket_core::storage::{Address, Connection};
use docket_core::{Desk, DeskConfig};
use sqlx::Row as _;

use crate::board;

/// How many customers the orders are spread over.
const CUSTOMERS: i64 = 2_000;
/// Queries of one kind.
const QUERIES: usize = 200;
/// Orders registered, and bare commits beside them.
const SAVES: usize = 300;
/// How many of the one are done before as many of the other: the first save behind the other reads its pages anew, as none does on a
/// desk, where nothing else writes; and the log of changes stays short of where a save would empty it.
const IN_TURN: usize = 30;
/// How long nothing is written before the desk counts as tidied: nobody saves thirty orders at once, and a desk tidies while it rests.
const REST: Duration = Duration::from_millis(250);
/// More pages than a save writes.
const MOST_PAGES: i64 = 100;
/// Rows of one statement while the house is laid out.
const AT_ONCE: i64 = 100;
/// The sizes of house that are measured when none is named.
const SIZES: [i64; 3] = [1_000, 100_000, 1_000_000];

const PLACES: [&str; 8] = [
    "深圳", "广州", "东莞", "佛山", "惠州", "中山", "珠海", "长沙",
];
const TRADES: [&str; 8] = [
    "文化传播",
    "印刷包装",
    "广告",
    "出版",
    "电子",
    "食品",
    "化妆品",
    "教育",
];
const LETTERS: &str = "彩源岭南草木山河云海星辰春夏秋冬梅兰竹菊金银铜铁东西南北天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往收藏闰余成岁律吕调阳腾致雨露结为霜生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳";
const KINDS: [&str; 6] = ["精装画册", "折页", "彩盒", "手提袋", "说明书", "台历"];

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(most).unwrap()).unwrap()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// Prints every figure, for houses of these sizes.
pub fn measure(sizes: &[String]) {
    let sizes: Vec<i64> = sizes.iter().map(|size| size.parse().unwrap()).collect();
    let sizes = if sizes.is_empty() {
        SIZES.to_vec()
    } else {
        sizes
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for size in sizes {
        // On a worker of the runtime, where the window's commands run: the thread that waits for the whole is slower to wake.
        runtime.block_on(runtime.spawn(one_house(size))).unwrap();
    }
}

async fn one_house(size: i64) {
    let folder = std::env::temp_dir().join(format!("docket-bench-{}-{size}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (desk, [assistant, supervisor]) = open(&folder).await;
    let begun = Instant::now();
    let house = House::laid_out(&desk, size).await;
    let name = |figure: &str| format!("{figure}_{}", short(size));
    println!("{} {:.1} s", name("built"), begun.elapsed().as_secs_f64());

    let mut dice = Dice(7);
    for (kind, query) in KINDS_OF_QUERY {
        let mut taken = Vec::new();
        for _ in 0..QUERIES {
            let typed = query(&house, &mut dice);
            let begun = Instant::now();
            let found = desk.find_orders(&typed).await.unwrap();
            taken.push(begun.elapsed());
            assert!(!found.orders.is_empty(), "{kind} {typed} finds its order");
        }
        print(
            &name(&format!("search_{kind}_p95")),
            percentile(&mut taken, 95),
        );
    }
    let mut taken = Vec::new();
    for _ in 0..QUERIES {
        let id = i64::try_from(dice.below(usize::try_from(size).unwrap())).unwrap() + 2;
        let begun = Instant::now();
        desk.orders_page(ListFilter::All, None, PageFrom::After { id }, 100)
            .await
            .unwrap();
        taken.push(begun.elapsed());
    }
    print(&name("list_page_p95"), percentile(&mut taken, 95));
    let mut taken = Vec::new();
    for _ in 0..20 {
        let begun = Instant::now();
        desk.orders_count(ListFilter::All, None).await.unwrap();
        taken.push(begun.elapsed());
    }
    print(&name("list_count_p95"), percentile(&mut taken, 95));
    saves(&desk, &assistant, &house, name).await;
    board::laid_out(&desk).await;
    board::measure(
        &desk,
        [&assistant, &supervisor],
        &house.customers[7].0,
        name,
    )
    .await;
    if let Some(kilobytes) = memory() {
        println!("{} {} MB", name("memory"), kilobytes / 1024);
    }
    desk.close().await;
    let bytes = std::fs::metadata(folder.join("desk.db")).unwrap().len();
    println!("{} {} MB", name("database"), bytes / 1_048_576);
    std::fs::remove_dir_all(&folder).unwrap();
}

async fn saves(desk: &Desk, assistant: &Actor, house: &House, name: impl Fn(&str) -> String) {
    let mut connection = desk.read().await.unwrap();
    run(&mut connection, "CREATE TABLE bare_commits (n INTEGER)").await;
    run(&mut connection, "INSERT INTO bare_commits VALUES (0)").await;
    lay_pages(&mut connection).await;
    let (mut saved, mut committed, mut as_large) = (Vec::new(), Vec::new(), Vec::new());
    let (mut pages, mut of_turn) = (Vec::new(), Vec::new());
    empty_log(&mut connection).await;
    for number in 0..SAVES {
        let form = form(house, number);
        let before = pages_in_log(&mut connection).await;
        let begun = Instant::now();
        desk.register_order(assistant, &format!("new:9-{number}"), &form)
            .await
            .unwrap();
        saved.push(begun.elapsed());
        // The log of changed pages begins anew with the first save behind one that left all of it in the file.
        let written = pages_in_log(&mut connection).await - before;
        if written > 0 {
            of_turn.push(written);
        }
        // In turns, as the machine has its moods; not after every one, as nothing but the desk writes on a desk.
        if (number + 1) % IN_TURN == 0 {
            of_turn.sort_unstable();
            let of_one = of_turn[of_turn.len() / 2];
            assert!((1..=MOST_PAGES).contains(&of_one), "{of_one} pages");
            assert!(of_turn.len() > IN_TURN / 2, "most saves go behind others");
            of_turn.clear();
            pages.push(of_one);
            at_rest(&mut connection).await;
            for _ in 0..IN_TURN {
                let begun = Instant::now();
                run(&mut connection, "UPDATE bare_commits SET n = n + 1").await;
                committed.push(begun.elapsed());
                as_large.push(commit_of(of_one, &mut connection).await);
            }
            // What these wrote is none of the next saves' business.
            empty_log(&mut connection).await;
        }
    }
    at_rest(&mut connection).await;
    print(&name("save_p50"), percentile(&mut saved, 50));
    print(&name("commit_p50"), percentile(&mut committed, 50));
    print(&name("commit_as_large_p50"), percentile(&mut as_large, 50));
    print(&name("save_p95"), percentile(&mut saved, 95));
    print(&name("commit_p95"), percentile(&mut committed, 95));
    print(&name("commit_as_large_p95"), percentile(&mut as_large, 95));
    pages.sort_unstable();
    println!("{} {} pages", name("save_pages"), pages[pages.len() / 2]);
}

/// Rows that fill a page of the file each.
async fn lay_pages(connection: &mut Connection) {
    run(
        connection,
        "CREATE TABLE whole_pages (id INTEGER PRIMARY KEY, n INTEGER, rest BLOB)",
    )
    .await;
    for _ in 0..MOST_PAGES {
        run(
            connection,
            "INSERT INTO whole_pages (n, rest) VALUES (0, zeroblob(4000))",
        )
        .await;
    }
}

/// Has all that stands in the log of changes moved into the file: the next write begins it anew.
async fn empty_log(connection: &mut Connection) {
    run(connection, "PRAGMA wal_checkpoint(PASSIVE)").await;
}

/// How many pages stand in the log of changes; nothing is moved by asking.
async fn pages_in_log(connection: &mut Connection) -> i64 {
    let row = sqlx::query("PRAGMA wal_checkpoint(NOOP)")
        .fetch_one(connection)
        .await
        .unwrap();
    row.try_get(1).unwrap()
}

/// Waits until the desk has tidied: what it puts together goes into the log, and nobody else writes beside it.
async fn at_rest(connection: &mut Connection) {
    let mut pages = pages_in_log(connection).await;
    loop {
        tokio::time::sleep(REST).await;
        let now = pages_in_log(connection).await;
        if now == pages {
            return;
        }
        pages = now;
    }
}

/// How long the durable commit of so many changed pages takes, without the changing.
async fn commit_of(pages: i64, connection: &mut Connection) -> Duration {
    run(connection, "BEGIN IMMEDIATE").await;
    let sql = format!("UPDATE whole_pages SET n = n + 1 WHERE id <= {pages}");
    run(connection, &sql).await;
    let begun = Instant::now();
    run(connection, "COMMIT").await;
    begun.elapsed()
}

fn form(house: &House, number: usize) -> OrderForm {
    let mut form = OrderForm::default();
    let order = [
        ("customer_id", house.customers[number].0.clone()),
        ("unit_price", "43.2".to_owned()),
    ];
    let product = [
        ("name", format!("测量用画册 {number}")),
        ("size", "210x285".to_owned()),
        ("quantity", "2000".to_owned()),
    ];
    form.order
        .extend(order.map(|(key, text)| (key.to_owned(), text)));
    form.product
        .extend(product.map(|(key, text)| (key.to_owned(), text)));
    form
}

type KindOfQuery = (&'static str, fn(&House, &mut Dice) -> String);

/// What is typed, each time from an order that is there.
const KINDS_OF_QUERY: [KindOfQuery; 6] = [
    ("one", |house, dice| piece(house, dice, 1)),
    ("two", |house, dice| piece(house, dice, 2)),
    ("four", |house, dice| piece(house, dice, 4)),
    ("terms", |house, dice| {
        let at = dice.below(house.products.len());
        let customer: String = house.customer_of(at).chars().take(2).collect();
        let product: String = house.products[at].chars().take(2).collect();
        format!("{customer} {product}")
    }),
    ("pinyin", |_, dice| {
        // 深圳 and the like, or a trade, by their initials.
        const INITIALS: [&str; 8] = ["sz", "gz", "dg", "fs", "hz", "zs", "zh", "cs"];
        let place = dice.below(PLACES.len());
        let trade = ["whcb", "ysbz", "gg", "cb", "dz", "sp", "hzp", "jy"];
        if dice.below(2) == 0 {
            INITIALS[place].to_owned()
        } else {
            dice.one(&trade).to_owned()
        }
    }),
    ("number", |house, dice| {
        let order = dice.below(house.products.len());
        let number = format!("{order:06}");
        number[3..].to_owned()
    }),
];

fn piece(house: &House, dice: &mut Dice, letters: usize) -> String {
    let name: Vec<char> = house.products[dice.below(house.products.len())]
        .chars()
        .collect();
    let from = dice.below(name.len() - letters + 1);
    name[from..from + letters].iter().collect()
}

/// What the orders were made of.
struct House {
    /// Name and telephone.
    customers: Vec<(String, String)>,
    /// By order, from the second on (the first id is 2).
    products: Vec<String>,
}

impl House {
    fn customer_of(&self, order: usize) -> &str {
        &self.customers[order % self.customers.len()].0
    }

    async fn laid_out(desk: &Desk, size: i64) -> Self {
        let mut dice = Dice(42);
        let letters: Vec<char> = LETTERS.chars().collect();
        let mut customers = Vec::new();
        let mut connection = desk.read().await.unwrap();
        run(&mut connection, "BEGIN IMMEDIATE").await;
        for id in 1..=CUSTOMERS {
            let brand: String = (0..2).map(|_| dice.one(&letters)).collect();
            let name = format!(
                "{}市{brand}{}有限公司{id}",
                dice.one(&PLACES),
                dice.one(&TRADES)
            );
            let phone = format!("13{:09}", dice.below(1_000_000_000));
            run(&mut connection, &format!("INSERT INTO customers (id, revision, name, short_name, address, contact, phone, remark, created_at) VALUES ({id}, 1, '{name}', '{brand}', '', '王琳', '{phone}', '', '2026-01-01T00:00:00Z')")).await;
            customers.push((name, phone));
        }
        let mut house = Self {
            customers,
            products: Vec::new(),
        };
        let mut next = 2;
        while next < size + 2 {
            let last = (next + AT_ONCE).min(size + 2);
            house
                .lay(&mut connection, &mut dice, &letters, next..last)
                .await;
            next = last;
        }
        run(&mut connection, "COMMIT").await;
        put_together(&mut connection).await;
        house
    }

    async fn lay(
        &mut self,
        connection: &mut Connection,
        dice: &mut Dice,
        letters: &[char],
        ids: std::ops::Range<i64>,
    ) {
        let mut orders = "INSERT INTO orders (id, revision, number, kind, state, recorded_at, next_step, blockers, assistant_id, customer_id, customer_po, unit_price, requested_date) VALUES ".to_owned();
        let mut products =
            "INSERT INTO products (id, order_id, name, quantity, unit, width, height) VALUES "
                .to_owned();
        let mut words = "INSERT INTO order_words (rowid, words) VALUES ".to_owned();
        let mut cuts = Vec::new();
        let mut index = "INSERT INTO order_index (order_id, texts) VALUES ".to_owned();
        for id in ids.clone() {
            let between = if id == ids.start { "" } else { ", " };
            let at = self.products.len();
            let (customer, phone) = self.customers[at % self.customers.len()].clone();
            let customer_id = at % self.customers.len() + 1;
            let title: String = (0..4).map(|_| dice.one(letters)).collect();
            let product = format!("{title}{}", dice.one(&KINDS));
            let number = format!("OD-2026-A{at:06}");
            let po = format!("PO-{:05}", dice.below(100_000));
            // One in twenty, another of each customer's every time round: nobody has open orders alone.
            let state = if (id + id / CUSTOMERS) % 20 == 0 {
                "registered"
            } else {
                "released"
            };
            let texts = Texts([
                number.clone(),
                format!("RW-2026-A{at:06}"),
                customer,
                String::new(),
                product.clone(),
                po.clone(),
                phone,
                "王琳".to_owned(),
                String::new(),
            ]);
            let kept = texts.kept();
            let cut = words_of_order(&texts);
            write!(orders, "{between}({id}, 1, '{number}', 'od', '{state}', '2026-11-24T01:12:00Z', 6, 0, 1, {customer_id}, '{po}', 432000, '2026-12-08')").unwrap();
            write!(
                products,
                "{between}({id}, {id}, '{product}', 2000, '册', 2100, 2850)"
            )
            .unwrap();
            cuts.push(format!("({}, '{cut}')", -id));
            write!(index, "{between}({id}, '{kept}')").unwrap();
            self.products.push(product);
        }
        // As the desk writes them: the newest first.
        cuts.reverse();
        words.push_str(&cuts.join(", "));
        for sql in [orders, products, words, index] {
            run(connection, &sql).await;
        }
    }
}

/// As a desk does while it rests.
async fn put_together(connection: &mut Connection) {
    loop {
        let before = total_changes(connection).await;
        run(
            connection,
            "INSERT INTO order_words (order_words, rank) VALUES ('merge', 500)",
        )
        .await;
        if total_changes(connection).await - before < 2 {
            return;
        }
    }
}

async fn total_changes(connection: &mut Connection) -> i64 {
    sqlx::query_scalar("SELECT total_changes()")
        .fetch_one(connection)
        .await
        .unwrap()
}

pub async fn run(connection: &mut Connection, sql: &str) {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()))
        .execute(connection)
        .await
        .unwrap();
}

async fn open(folder: &Path) -> (Desk, [Actor; 2]) {
    let fonts = std::env::var_os("DOCKET_FONTS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fonts"),
        PathBuf::from,
    );
    let desk = Desk::open(DeskConfig {
        database: Address::File(folder.join("desk.db")),
        attachments: folder.join("attachments"),
        former_attachments: Vec::new(),
        prepress: folder.join("prepress"),
        fonts,
        inspector: (std::env::current_exe().unwrap(), Vec::new()),
        clock: Clock::of_the_machine(),
        password_cost: PasswordCost {
            memory_kib: 8,
            passes: 1,
        },
    })
    .await
    .unwrap();
    let person = |name: &str, role| NewPerson {
        name: name.to_owned(),
        roles: vec![role],
        password: Some("岭南草木2026".to_owned()),
        pin: Some("2468".to_owned()),
    };
    let start = FirstStart {
        house: "岭南彩印".to_owned(),
        desk_letter: "B".to_owned(),
        practice: false,
        administrator: person("林晓梅", Role::SalesAssistant),
        people: vec![person("周敏", Role::SalesSupervisor)],
    };
    desk.first_start(start).await.unwrap();
    let assistant = desk.sign_in("林晓梅", "岭南草木2026").await.unwrap();
    let supervisor = desk.sign_in("周敏", "岭南草木2026").await.unwrap();
    (desk, [assistant, supervisor])
}

fn short(size: i64) -> String {
    match size {
        1_000_000.. => format!("{}m", size / 1_000_000),
        1_000.. => format!("{}k", size / 1_000),
        _ => size.to_string(),
    }
}

pub fn percentile(taken: &mut [Duration], percent: usize) -> Duration {
    taken.sort();
    taken[(taken.len() - 1) * percent / 100]
}

pub fn print(name: &str, taken: Duration) {
    println!("{name} {:.2} ms", taken.as_secs_f64() * 1000.0);
}

/// In kilobytes, from Linux.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
