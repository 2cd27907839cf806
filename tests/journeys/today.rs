//! 今日: each person sees what waits for them, in order of time, and nothing else (F2-04.2, F1-02).

use docket_core::accounts::Role;
use docket_core::review::{Department, Verdict};
use docket_core::task_sheets::{Fate, PrintSheetRequest, RecordCopyRequest};
use docket_core::today::{TodayView, TodayWhat};

use sqlx::Row as _;

use crate::halts::{resumed, suspend};

use crate::orders::{a_customer, facts, registered};
use crate::review::says;
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_book, a_review, a_stamped_sample, agreed, an_issued_book, approve, approved, audited,
    checked_alone, compared, issue, propose, propose_because, sheet, the_book,
};

async fn board(house: &TestDesk, name: &str) -> TodayView {
    let actor = house.actor(name).await;
    house.desk.today_board(&actor).await.expect("a board")
}

/// What stands on somebody's board: what it is, the line behind it, and whether it is their turn.
async fn told(house: &TestDesk, name: &str) -> Vec<(TodayWhat, String, bool)> {
    let rows = board(house, name).await.rows.into_iter();
    rows.map(|row| {
        let code = row.line.map(|line| line.code).unwrap_or_default();
        (row.what, code, row.mine)
    })
    .collect()
}

fn sign(code: &str) -> (TodayWhat, String, bool) {
    (TodayWhat::Sign, code.to_owned(), true)
}

#[test]
fn clause_f2_04_2_an_order_goes_from_board_to_board_until_its_sheet_is_issued() {
    on_both(async |house| {
        let order = a_book(&house).await;
        for name in ["林晓梅", "赵强", "周敏", "孙工", "陈刚"] {
            assert_eq!(
                told(&house, name).await,
                [],
                "{name}: much is to be done yet"
            );
        }
        assert_eq!(board(&house, "林晓梅").await.open, 1);
        agreed(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        a_review(&house, order).await;
        compared(&house, order).await;
        assert_eq!(
            told(&house, "林晓梅").await,
            [],
            "two signatures are missing"
        );
        assert_eq!(
            told(&house, "赵强").await,
            [sign("effect_approval"), sign("check")],
            "主管 may give either"
        );
        assert_eq!(told(&house, "周敏").await, [sign("check")], "her customer");
        assert_eq!(
            told(&house, "何静").await,
            [sign("effect_approval")],
            "业务总监 approves, and checks nothing"
        );
        approved(&house, order).await;
        assert_eq!(
            told(&house, "林晓梅").await,
            [(TodayWhat::OneStep, "check".to_owned(), false)],
            "one step from green, and somebody else takes it"
        );
        checked_alone(&house, order).await;
        let ready = board(&house, "林晓梅").await.rows.remove(0);
        assert_eq!((ready.what, ready.mine), (TodayWhat::Issue, true));
        assert_eq!((ready.order.id, ready.step), (order, 5));
        assert_eq!(told(&house, "周敏").await, []);
        issue(&house, order).await.expect("the sheet");
        assert_eq!(told(&house, "林晓梅").await, []);
        assert_eq!(board(&house, "林晓梅").await.open, 0);
    });
}

#[test]
fn clause_s_4_3_1_a_review_that_was_begun_waits_for_each_department_and_its_deputy() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        audited(&house, order).await;
        for name in ["孙工", "陈刚"] {
            assert_eq!(
                told(&house, name).await,
                [],
                "{name}: nobody has opened the review"
            );
        }
        says(&house, order, Department::Quality, Verdict::Feasible)
            .await
            .expect("quality speaks first");
        assert_eq!(told(&house, "陈刚").await, [], "quality has spoken");
        let rows = board(&house, "孙工").await.rows;
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert_eq!(rows[0].who, [Role::Production]);
        assert_eq!((rows[0].what, rows[0].step), (TodayWhat::Sign, 4));
        assert_eq!(rows[0].path.as_deref(), Some("review.opinion.production"));
    });
}

#[test]
fn clause_s_4_4_3_a_change_of_cost_waits_for_whoever_approves_it_and_shows_to_her_who_asked() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        propose_because(&house, order, "换纸", |form| {
            form.components[0]
                .values
                .insert("grammage".to_owned(), "200".to_owned());
        })
        .await
        .expect("it is asked for");
        for name in ["钱芳", "何静"] {
            let rows = board(&house, name).await.rows;
            assert_eq!(rows.len(), 1, "{name}: {rows:?}");
            assert_eq!((rows[0].what, rows[0].mine), (TodayWhat::Change, true));
            assert_eq!(rows[0].asked_by, "林晓梅");
        }
        let own = board(&house, "林晓梅").await.rows;
        assert_eq!((own[0].what, own[0].mine), (TodayWhat::Change, false));
        assert_eq!(own[0].who, [Role::Finance]);
        assert_eq!(told(&house, "赵强").await, []);
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("approved");
        for name in ["钱芳", "何静", "林晓梅"] {
            assert_eq!(told(&house, name).await, [], "{name}");
        }
    });
}

#[test]
fn clause_f2_04_2_what_is_due_first_stands_first_and_a_late_one_says_so() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut orders = Vec::new();
        for day in ["12-20", "12-08", "12-15"] {
            let mut form = the_book();
            for key in ["requested_date", "confirmed_date"] {
                form.order.insert(key.to_owned(), day.to_owned());
            }
            orders.push(registered(&house, &form).await);
        }
        for order in &orders {
            agreed(&house, *order).await;
            audited(&house, *order).await;
            a_stamped_sample(&house, *order).await;
            a_review(&house, *order).await;
            compared(&house, *order).await;
        }
        let rows = board(&house, "何静").await.rows;
        let shown: Vec<i64> = rows.iter().map(|row| row.order.id).collect();
        assert_eq!(shown, [orders[1], orders[2], orders[0]]);
        assert_eq!(rows[0].order.days_left, Some(14));
        house.it_is("2026-12-10T01:12:00Z");
        let rows = board(&house, "何静").await.rows;
        assert_eq!(rows[0].order.days_left, Some(-2));
    });
}

#[test]
fn clause_f4_5e_what_is_made_for_stock_stands_behind_the_customers_orders_of_the_same_turn() {
    on_both(async |house| {
        a_customer(&house).await;
        let director = house.actor("何静").await;
        let mut orders = Vec::new();
        for (kind, day) in [
            ("of", "12-01"),
            ("od", "12-20"),
            ("of", "11-30"),
            ("od", "12-08"),
        ] {
            let mut form = the_book();
            if kind == "of" {
                let product = form.product["name"].clone();
                // A second mark is refused; the first one stands.
                let _ = house.desk.mark_regular(&director, &product).await;
                form.order
                    .insert("estimator_id".to_owned(), "周敏".to_owned());
                form.order
                    .insert("estimate_basis".to_owned(), "去年旺季".to_owned());
            }
            form.order.insert("kind".to_owned(), kind.to_owned());
            for key in ["requested_date", "confirmed_date"] {
                form.order.insert(key.to_owned(), day.to_owned());
            }
            orders.push(registered(&house, &form).await);
        }
        // Two things wait for 赵强: the customers' orders come first whenever they are due, and the stock by its own dates.
        let kept = wait_for_the_check(&house, &orders).await;
        let rows = board(&house, "赵强").await.rows;
        let shown: Vec<i64> = rows.iter().map(|row| row.order.id).collect();
        assert_eq!(shown, [orders[3], orders[1], orders[2], orders[0]]);
        // The turn goes before the kind: what is hers to do stands above what waits for somebody else, stock or not.
        let ready = Stored {
            order: orders[0],
            blockers: 0,
            waits: "[]".to_owned(),
        };
        put(&house, &ready).await;
        let rows = board(&house, "林晓梅").await.rows;
        let shown: Vec<(i64, bool)> = rows.iter().map(|row| (row.order.id, row.mine)).collect();
        assert_eq!(
            shown,
            [
                (orders[0], true),
                (orders[3], false),
                (orders[1], false),
                (orders[2], false)
            ]
        );
        for stored in &kept {
            put(&house, stored).await;
        }
    });
}

/// Where more waits than is shown, it is the stock that is left out.
#[test]
fn clause_f4_5e_a_long_board_leaves_out_what_is_made_for_stock_first() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let kept = wait_for_the_check(&house, &[order]).await;
        let mut writer = house.desk.read().await.unwrap();
        for sql in [
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) \
             INSERT INTO orders (revision, number, kind, state, recorded_at, next_step, blockers, assistant_id, requested_date, waits) \
             SELECT 1, 'OF-X-' || CAST(n.i AS TEXT), 'of', o.state, o.recorded_at, o.next_step, o.blockers, o.assistant_id, '2026-11-01', o.waits FROM n, orders o WHERE o.number LIKE 'OD%'",
            "INSERT INTO products (order_id, name) SELECT o.id, '库存' FROM orders o WHERE o.kind = 'of'",
        ] {
            sqlx::query(sql).execute(&mut *writer).await.unwrap();
        }
        drop(writer);
        let board = board(&house, "赵强").await;
        assert_eq!((board.rows.len(), board.more), (200, true));
        assert_eq!(board.rows[0].order.id, order);
        put(&house, &kept[0]).await;
    });
}

/// What an order lacks, as it is stored with it.
struct Stored {
    order: i64,
    blockers: i64,
    waits: String,
}

/// As if nothing were left of these orders but the check; answers what there really is.
async fn wait_for_the_check(house: &TestDesk, orders: &[i64]) -> Vec<Stored> {
    let waits = r#"[{"code":"check","params":{},"who":"sales_supervisor","step":5,"path":null}]"#;
    let mut kept = Vec::new();
    for order in orders {
        let mut reader = house.desk.read().await.unwrap();
        let row = sqlx::query("SELECT blockers, waits FROM orders WHERE id = $1")
            .bind(*order)
            .fetch_one(&mut *reader)
            .await
            .unwrap();
        drop(reader);
        kept.push(Stored {
            order: *order,
            blockers: row.get("blockers"),
            waits: row.get("waits"),
        });
        let only = Stored {
            order: *order,
            blockers: 1,
            waits: waits.to_owned(),
        };
        put(house, &only).await;
    }
    kept
}

async fn put(house: &TestDesk, stored: &Stored) {
    let mut writer = house.desk.read().await.unwrap();
    sqlx::query("UPDATE orders SET blockers = $2, waits = $3 WHERE id = $1")
        .bind(stored.order)
        .bind(stored.blockers)
        .bind(stored.waits.clone())
        .execute(&mut *writer)
        .await
        .unwrap();
}

#[test]
fn clause_f1_02_whoever_typed_an_order_last_is_not_asked_to_sign_it() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let supervisor = house.actor("赵强").await;
        let stored = facts(&house, order).await;
        let mut form = stored.specification.to_form();
        form.order
            .insert("remark".to_owned(), "急，先排".to_owned());
        house
            .desk
            .save_order(&supervisor, order, stored.revision, &form)
            .await
            .expect("the supervisor saves it");
        agreed(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        a_review(&house, order).await;
        compared(&house, order).await;
        assert_eq!(told(&house, "赵强").await, [], "his own typing");
        assert_eq!(told(&house, "何静").await, [sign("effect_approval")]);
        assert_eq!(told(&house, "周敏").await, [sign("check")]);
    });
}

#[test]
fn clause_s_4_4_2_copies_that_lack_a_change_wait_for_her_until_each_is_settled() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        for holder in ["生产联", "品质联"] {
            let request = PrintSheetRequest {
                order_id: order,
                holder: holder.to_owned(),
            };
            let made = house.desk.print_sheet(&house.assistant, request).await;
            made.expect("a print");
        }
        assert_eq!(told(&house, "林晓梅").await, [], "nothing is owed");
        propose(&house, order, false, |form| {
            form.order.insert("remark".to_owned(), "急".to_owned());
        })
        .await
        .expect("改1");
        let counted = async || {
            let rows = board(&house, "林晓梅").await.rows.into_iter();
            rows.map(|row| (row.what, row.count)).collect::<Vec<_>>()
        };
        assert_eq!(counted().await, [(TodayWhat::Copies, 2)]);
        assert_eq!(told(&house, "何静").await, [], "not her order");
        let copies = sheet(&house, order).await.copies;
        for (at, (fate, change)) in [(Fate::ByHand, Some(1)), (Fate::TakenBack, None)]
            .into_iter()
            .enumerate()
        {
            let request = RecordCopyRequest {
                print_id: copies[at].id,
                fate,
                change,
                note: String::new(),
            };
            let done = house.desk.record_copy(&house.assistant, request).await;
            done.expect("it is settled");
            let left = if at == 0 {
                vec![(TodayWhat::Copies, 1)]
            } else {
                Vec::new()
            };
            assert_eq!(counted().await, left, "{fate:?}");
        }
    });
}

#[test]
fn clause_f1_11_an_order_that_rested_until_its_day_waits_to_be_resumed() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let request = suspend(&house, order).await;
        house
            .desk
            .suspend_order(&house.assistant, request)
            .await
            .expect("it rests until 12-1");
        assert_eq!(told(&house, "林晓梅").await, []);
        house.it_is("2026-12-01T01:12:00Z");
        let rows = board(&house, "林晓梅").await.rows;
        assert_eq!((rows[0].what, rows[0].mine), (TodayWhat::Rested, true));
        assert_eq!(told(&house, "周敏").await, [], "it is the assistant's");
        resumed(&house, order).await.expect("it goes on");
        assert_eq!(told(&house, "林晓梅").await, []);
    });
}
