//! 翻单 of a trusted customer (直通) by keyboard alone: from the call to 已下单 with nothing typed twice (F2-04.1); and its order
//! that goes without a review (S-4.2.1c).

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use docket_core::Desk;
use docket_core::customers::wire::ChangeCustomer;
use docket_core::orders::order_facts;
use docket_core::orders::wire::RecordConfirmation;

use crate::lines::enter_practice;
use crate::support::{Setup, Window, desk_in, desk_on_server, drive, own_database};
use crate::tour::{a_pdf, press};

/// F2-04.1, as the house reads it: fewer strokes than this from the ring of the telephone to the task sheet.
const MOST: usize = 40;

#[test]
fn clause_f2_04_1_a_direct_lane_repeat_is_issued_in_under_forty_strokes() {
    let setup = Setup {
        picks: vec![a_pdf("秋季书目三折页", 2, (210.0, 285.0))],
        ..Setup::default()
    };
    drive("direct_lane", setup, async |window| {
        enter_practice(&window).await;
        window.close().await;
        a_trusted_customer(&practice(&window).await).await;
        window.open().await;
        enter_practice(&window).await;
        in_few_strokes(&window).await;
    });
}

/// The same house on a server, laid out there while the window is closed: a practice desk is always a file.
#[test]
fn clause_f2_04_1_a_direct_lane_repeat_is_issued_in_under_forty_strokes_on_postgres() {
    let Some(database) = own_database() else {
        return;
    };
    let setup = Setup {
        picks: vec![a_pdf("秋季书目三折页", 2, (210.0, 285.0))],
        database: Some(database.clone()),
    };
    drive("direct_lane_postgres", setup, async |window| {
        window.sees("启用印单").await;
        window.close().await;
        let desk = desk_on_server(&window.data(), &database).await;
        desk.lay_out_practice().await.unwrap();
        a_trusted_customer(&desk).await;
        drop(desk);
        window.open().await;
        window.sees("密码").await;
        window.fill("姓名", "林晓梅").await;
        window.fill("密码", "lianxi").await;
        window.press("Enter").await;
        window.waits_for("document.querySelector('dk-today')").await;
        in_few_strokes(&window).await;
    });
}

async fn in_few_strokes(window: &Window) {
    let strokes = repeated_and_issued(window).await;
    eprintln!("direct lane: {strokes} strokes to the task sheet");
    assert!(strokes < MOST, "{strokes} strokes");
}

/// The practice desk, while its window is closed.
async fn practice(window: &Window) -> Desk {
    desk_in(&window.data().join("practice")).await
}

/// 广州岭南图书出版社 is known, trusted, and its folding is no new process. The window is closed meanwhile, and so is the desk
/// afterwards.
async fn a_trusted_customer(desk: &Desk) {
    let director = desk.sign_in("何静", "lianxi").await.unwrap();
    let assistant = desk.sign_in("林晓梅", "lianxi").await.unwrap();
    let found = desk.customers("岭南").await.unwrap();
    let id = found[0].id;
    let page = desk.customer_page(id).await.unwrap();
    let mut form = page.form;
    form.direct_lane = true;
    let revision = page.revision;
    desk.change_customer(
        &assistant,
        &ChangeCustomer {
            id: Some(id),
            revision,
            form,
        },
    )
    .await
    .unwrap();
    let page = desk.customer_page(id).await.unwrap();
    desk.mark_established(&director, id, page.revision, true)
        .await
        .unwrap();
    desk.close().await;
}

#[test]
fn clause_s_4_2_1c_the_director_waives_the_review_of_a_direct_lane_order_in_the_window() {
    drive("waived_review", Setup::default(), async |window| {
        enter_practice(&window).await;
        window.close().await;
        a_trusted_customer(&practice(&window).await).await;
        let order = a_case_bound_order(&window).await;
        window.open().await;
        enter_practice(&window).await;
        window
            .script(
                "location.hash = `#/orders/${arguments[0]}`",
                vec![order.into()],
            )
            .await;
        window.sees("下单前要评审").await;
        window.press("Alt+4").await;
        window.sees("直通免评审").await;
        // Without a reason nothing is signed, and the caret says so.
        press(&window, "waive-review").await;
        window.focuses("免评审的原因").await;
        window.fill("review-waiver.reason", "每月固定的单").await;
        window
            .waits_for("[...document.querySelectorAll('dk-review-waiver option')].some((it) => it.textContent.includes('何静'))")
            .await;
        window.fill("review-waiver.person", "何静").await;
        window.fill("review-waiver.pin", "1234").await;
        window.pictures("waiver").await;
        press(&window, "waive-review").await;
        window.sees("已免评审").await;
        window.sees("直通客户免评审：每月固定的单").await;
        window.sees("何静 批准").await;
        window.pictures("waived").await;
        // Somebody may want it reviewed all the same.
        press(&window, "review-anyway").await;
        window.sees("填意见").await;
    });
}

/// The leaflet of the practice desk case-bound, and the customer's yes to it. The window is closed meanwhile.
async fn a_case_bound_order(window: &Window) -> i64 {
    let desk = practice(window).await;
    let assistant = desk.sign_in("林晓梅", "lianxi").await.unwrap();
    let order = 1;
    let facts = order_facts(&mut desk.read().await.unwrap(), order)
        .await
        .unwrap();
    let mut form = facts.specification.to_form();
    form.product
        .insert("binding".to_owned(), "精装(方脊)".to_owned());
    desk.save_order(&assistant, order, facts.revision, &form)
        .await
        .unwrap();
    let facts = order_facts(&mut desk.read().await.unwrap(), order)
        .await
        .unwrap();
    let yes = RecordConfirmation {
        order_id: order,
        revision: facts.revision,
        hash: facts.specification.read_back_hash(),
        who: "李伟".to_owned(),
        at: String::new(),
        how: "phone".to_owned(),
        result: "agreed".to_owned(),
        evidence: Vec::new(),
        follows: false,
        note: String::new(),
        verified: ["identity", "specification", "price", "delivery"]
            .map(str::to_owned)
            .to_vec(),
    };
    desk.record_confirmation(&assistant, &yes).await.unwrap();
    desk.close().await;
    order
}

/// Strokes that were made: a key, or a key with Ctrl, is one.
struct Hands<'a> {
    window: &'a Window,
    made: Cell<usize>,
    typed: RefCell<Vec<String>>,
}

impl Hands<'_> {
    async fn press(&self, combination: &str) {
        self.made.set(self.made.get() + 1);
        self.window.press(combination).await;
    }

    async fn types(&self, text: &str) {
        self.made.set(self.made.get() + text.chars().count());
        self.typed.borrow_mut().push(text.to_owned());
        self.window.types(text).await;
    }

    /// How much was typed that had been typed before.
    fn typed_twice(&self) -> usize {
        let typed = self.typed.borrow();
        let once: BTreeSet<&String> = typed.iter().collect();
        typed.len() - once.len()
    }
}

async fn repeated_and_issued(window: &Window) -> usize {
    let hands = Hands {
        window,
        made: Cell::new(0),
        typed: RefCell::default(),
    };
    // "The leaflet again, please": the customer by initials, its last order once more.
    hands.press("Ctrl+K").await;
    window.focuses("查找订单").await;
    hands.types("gzln").await;
    window.sees("秋季书目三折页").await;
    hands.press("Ctrl+D").await;
    window
        .waits_for("location.hash.startsWith('#/orders/draft/')")
        .await;
    window.focuses("客户单号").await;
    // When it is wanted is all that is new.
    hands.press("Ctrl+G").await;
    window.focuses("到哪一栏").await;
    hands.types("yqj").await;
    window
        .waits_for("document.querySelector('dk-field-finder [aria-selected=true]')?.textContent.includes('要求交期')")
        .await;
    hands.press("Enter").await;
    window.focuses("要求交期").await;
    hands.types("+10").await;
    hands.press("Tab").await;
    window.focuses("确认交期").await;
    // It can be kept: what was typed is not typed again.
    hands.types("=").await;
    window
        .waits_for(
            "document.querySelector('[data-field=\"order.confirmed_date\"] input').value === '+10'",
        )
        .await;
    hands.press("Ctrl+Enter").await;
    window
        .waits_for("/^#\\/orders\\/\\d+$/.test(location.hash)")
        .await;
    window.sees("下单前检查").await;
    window.picture("registered").await;
    to_the_sheet(window, &hands).await;
    assert_eq!(hands.typed_twice(), 0, "{:?}", hands.typed);
    hands.made.get()
}

/// From here on Ctrl ↵ goes to whatever is asked next, and in the end issues.
async fn to_the_sheet(window: &Window, hands: &Hands<'_>) {
    // Read back on the telephone: who answers is known; that he agrees, and what was verified, is said.
    hands.press("Ctrl+Enter").await;
    window.focuses("客户方答复人").await;
    for _ in 0..3 {
        hands.press("Tab").await;
    }
    window.focuses("同意").await;
    hands.press("Space").await;
    hands.press("Tab").await;
    window.focuses("都核实了").await;
    hands.press("Space").await;
    window.picture("read-back").await;
    hands.press("Enter").await;
    window.sees("现在的内容客户已确认").await;
    hands.press("Ctrl+Enter").await;
    window.focuses("资料合理").await;
    hands.press("Enter").await;
    window.sees("资料审核已记录").await;
    // The customer's file, as it came: whose it is, which part it is and from whom is known.
    hands.press("Ctrl+Enter").await;
    window.focuses("选择文件…").await;
    hands.press("Enter").await;
    window
        .waits_for("document.querySelector('[data-name=receive-file]')")
        .await;
    window.picture("file").await;
    hands.press("Ctrl+Enter").await;
    window.sees("还差 1 项").await;
    // 周敏 is its 业务员: only her PIN is asked.
    hands.press("Ctrl+Enter").await;
    window.focuses("签核 PIN").await;
    window.picture("check").await;
    hands.types("1234").await;
    hands.press("Enter").await;
    window.sees("全部满足，可以开立").await;
    hands.press("Ctrl+Enter").await;
    window.sees("已开立").await;
    window.picture("issued").await;
}
