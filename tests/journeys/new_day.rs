//! What turns by itself when a day begins: a stamp or a quote has ended, and the lists say so (S-4.2.4, F5-2).

use docket_core::orders::{ListFilter, OrderState, PageFrom, PaperKind};

use crate::effect::a_plain_book;
use crate::orders::{a_customer, facts, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_review, a_sample, agreed, audited, checked, issue, page, stamp_the_sample, the_book,
};

/// How the list of orders shows the only one: what keeps it back, and where to go next.
async fn listed(house: &TestDesk) -> (i64, i64) {
    let rows = house
        .desk
        .orders_page(ListFilter::All, None, PageFrom::Newest, 9)
        .await
        .expect("the list");
    (rows[0].blockers, rows[0].next_step)
}

/// What its check list says of the same.
async fn judged(house: &TestDesk, order: i64) -> (i64, i64) {
    let checks = page(house, order).await.checks;
    let red: Vec<_> = checks.iter().filter(|line| !line.ok).collect();
    (
        red.len() as i64,
        red.first().map_or(5, |line| i64::from(line.step)),
    )
}

async fn acts(house: &TestDesk) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM audit")
        .fetch_one(&mut *house.desk.read().await.expect("the database"))
        .await
        .expect("the trail")
}

async fn recheck(house: &TestDesk) -> bool {
    let done = house.desk.recheck_orders(&house.assistant).await;
    done.expect("stood anew").value
}

#[test]
fn clause_s_4_2_4a_an_order_whose_stamp_ended_is_stood_anew_when_the_day_begins() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        agreed(&house, order).await;
        audited(&house, order).await;
        a_sample(&house, order).await;
        stamp_the_sample(&house, order, Some("2026-11-24")).await;
        checked(&house, order).await;
        assert_eq!(listed(&house).await, (0, 5), "ready to be issued");
        // On the last day of the stamp nothing has turned, and nothing is written.
        let before = acts(&house).await;
        assert!(!recheck(&house).await);
        assert_eq!(acts(&house).await, before);
        // Midnight in Shanghai.
        house.it_is("2026-11-24T16:00:00Z");
        assert_eq!(listed(&house).await, (0, 5), "as it was stored");
        assert!(!recheck(&house).await);
        assert_eq!(listed(&house).await, (1, 3));
        assert_eq!(listed(&house).await, judged(&house, order).await);
        assert_eq!(acts(&house).await, before + 1);
        recheck(&house).await;
        assert_eq!(acts(&house).await, before + 1, "once");
        // Stamped anew for good, it waits for no day any more, and issued for none at all.
        stamp_the_sample(&house, order, None).await;
        assert_eq!(listed(&house).await, (0, 5));
        issue(&house, order).await.expect("issued");
        house.it_is("2028-11-24T16:00:00Z");
        assert!(!recheck(&house).await);
        assert_eq!(facts(&house, order).await.state, OrderState::Released);
    });
}

#[test]
fn clause_f5_2_an_order_whose_quote_ended_is_quoted_no_longer_when_the_day_begins() {
    on_both(async |house| {
        a_customer(&house).await;
        // Nobody has said yet whose order it is: it does not take effect.
        let mut form = the_book();
        form.order.remove("sales_rep_id");
        let order = registered(&house, &form).await;
        agreed(&house, order).await;
        a_review(&house, order).await;
        house
            .desk
            .make_sale_paper(&house.assistant, order, PaperKind::Quote)
            .await
            .expect("quoted");
        assert_eq!(facts(&house, order).await.state, OrderState::Quoted);
        let last: String = page(&house, order)
            .await
            .sale
            .quote
            .expect("a quote")
            .valid_until
            .expect("its last day");
        house.it_is(&format!("{last}T10:00:00Z"));
        recheck(&house).await;
        assert_eq!(facts(&house, order).await.state, OrderState::Quoted);
        house.it_is(&format!("{last}T16:00:00Z"));
        recheck(&house).await;
        assert_eq!(facts(&house, order).await.state, OrderState::ReviewPassed);
        assert_eq!(listed(&house).await, judged(&house, order).await);
    });
}
