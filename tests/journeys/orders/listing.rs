//! The list of orders: all of them, page by page, from either end.

use docket_core::orders::{ListFilter, PageFrom};

use super::{a_customer, a_phone_order, registered};
use crate::support::{TestDesk, on_both};

/// Ten thousand orders, every tenth of them released.
async fn ten_thousand(house: &TestDesk) {
    a_customer(house).await;
    registered(house, &a_phone_order()).await;
    let mut writer = house.desk.read().await.unwrap();
    for sql in [
        "INSERT INTO orders (id, revision, number, kind, state, recorded_at, next_step, blockers, assistant_id, customer_id) \
         WITH RECURSIVE n (id) AS (SELECT 2 UNION ALL SELECT id + 1 FROM n WHERE id < 10000) \
         SELECT id, 1, 'N' || id, 'od', CASE WHEN id % 10 = 0 THEN 'released' ELSE 'registered' END, '2026-11-24T01:12:00Z', 1, 0, \
                (SELECT MIN(id) FROM accounts), (SELECT MIN(id) FROM customers) FROM n",
        "INSERT INTO products (id, order_id, name) SELECT id, id, 'P' || id FROM orders WHERE id > 1",
    ] {
        sqlx::query(sql).execute(&mut *writer).await.unwrap();
    }
}

async fn page(house: &TestDesk, filter: ListFilter, from: PageFrom) -> Vec<i64> {
    let rows = house
        .desk
        .orders_page(filter, None, from, 100)
        .await
        .unwrap();
    rows.into_iter().map(|row| row.id).collect()
}

#[test]
fn clause_f1_12_every_order_is_reached_page_by_page_from_either_end() {
    on_both(async |house| {
        ten_thousand(&house).await;
        let all = ListFilter::All;
        assert_eq!(house.desk.orders_count(all, None).await.unwrap(), 10_000);
        let mut seen = page(&house, all, PageFrom::Newest).await;
        while let Some(last) = seen.last().copied() {
            let next = page(&house, all, PageFrom::After { id: last }).await;
            if next.is_empty() {
                break;
            }
            seen.extend(next);
        }
        assert_eq!(seen, (1..=10_000).rev().collect::<Vec<i64>>());
        let oldest = page(&house, all, PageFrom::Oldest).await;
        assert_eq!(oldest, (1..=100).rev().collect::<Vec<i64>>());
        let above = page(&house, all, PageFrom::Before { id: 100 }).await;
        assert_eq!(above, (101..=200).rev().collect::<Vec<i64>>());
        let middle = page(&house, all, PageFrom::Skipping { rows: 5_000 }).await;
        assert_eq!(middle, (4_901..=5_000).rev().collect::<Vec<i64>>());
    });
}

#[test]
fn the_list_shows_the_orders_that_are_open_and_counts_them() {
    on_both(async |house| {
        ten_thousand(&house).await;
        // Every tenth of 10,000 is released.
        assert_eq!(
            house
                .desk
                .orders_count(ListFilter::Open, None)
                .await
                .unwrap(),
            9_000
        );
        assert_eq!(
            house
                .desk
                .orders_count(ListFilter::Released, None)
                .await
                .unwrap(),
            1_000
        );
        assert_eq!(
            house
                .desk
                .orders_count(ListFilter::InReview, None)
                .await
                .unwrap(),
            0
        );
        let open = page(&house, ListFilter::Open, PageFrom::Newest).await;
        assert_eq!(open.first(), Some(&9_999));
        assert!(open.iter().all(|id| id % 10 != 0));
        let released = page(&house, ListFilter::Released, PageFrom::After { id: 9_990 }).await;
        assert_eq!(released.first(), Some(&9_980));
        assert!(
            page(&house, ListFilter::InReview, PageFrom::Oldest)
                .await
                .is_empty()
        );
    });
}
