//! 翻单 of a trusted customer (直通) by keyboard alone: from the call to 已下单 with nothing typed twice (F2-04.1).

use std::cell::Cell;

use docket_core::customers::wire::ChangeCustomer;

use crate::lines::enter_practice;
use crate::support::{Setup, Window, desk_in, drive};

/// F2-04.1, as the house reads it: fewer strokes than this from the ring of the telephone to the task sheet.
const MOST: usize = 40;

#[test]
fn clause_f2_04_1_a_direct_lane_repeat_is_issued_in_under_forty_strokes() {
    drive("direct_lane", Setup::default(), async |window| {
        enter_practice(&window).await;
        window.close().await;
        a_trusted_customer(&window).await;
        window.open().await;
        enter_practice(&window).await;
        let strokes = repeated_and_issued(&window).await;
        eprintln!("direct lane: {strokes} strokes to the task sheet");
        assert!(strokes < MOST, "{strokes} strokes");
    });
}

/// 广州岭南图书出版社 is known, trusted, and its folding is no new process. The window is closed meanwhile.
async fn a_trusted_customer(window: &Window) {
    let desk = desk_in(&window.data().join("practice")).await;
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
    desk.mark_mature(&director, "折页").await.unwrap();
    desk.close().await;
}

/// Strokes that were made: a key, or a key with Ctrl, is one.
struct Hands<'a> {
    window: &'a Window,
    made: Cell<usize>,
}

impl Hands<'_> {
    async fn press(&self, combination: &str) {
        self.made.set(self.made.get() + 1);
        self.window.press(combination).await;
    }

    async fn types(&self, text: &str) {
        self.made.set(self.made.get() + text.chars().count());
        self.window.types(text).await;
    }
}

async fn repeated_and_issued(window: &Window) -> usize {
    let hands = Hands {
        window,
        made: Cell::new(0),
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
    hands.types("yqjq").await;
    window
        .waits_for("document.querySelector('dk-field-finder [aria-selected=true]')?.textContent.includes('要求交期')")
        .await;
    hands.press("Enter").await;
    window.focuses("要求交期").await;
    hands.types("+10").await;
    hands.press("Tab").await;
    window.focuses("确认交期").await;
    hands.types("+10").await;
    hands.press("Ctrl+Enter").await;
    window
        .waits_for("/^#\\/orders\\/\\d+$/.test(location.hash)")
        .await;
    window.sees("下单前检查").await;
    window.picture("registered").await;
    to_the_sheet(window, &hands).await;
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
