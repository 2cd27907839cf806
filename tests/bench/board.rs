//! 今日, and the copies of every sheet a house ever issued: laid out over the orders of [`crate::orders`], directly, as they are.
//!
//! An order in twenty is open, shared out among twenty assistants and one step from its sheet; half of them wait for the check. Every
//! other order was issued and printed for three 联, and nobody ever brought a copy back: the most a house can have. One sheet
//! in twenty was changed, and of every third of these nobody has seen to the copies.
//!
//! `today_assistant_p95`, `today_supervisor_p95`: the board of somebody who has orders, and of somebody who signs.
//! `copies_page_p95`: a page anywhere among the copies in use; `copies_owing_p95`: the first page of those that owe something;
//! `copies_about_p95`: of a customer. `copies_count_p95`, `copies_summary_p95`: how many there are. `verify_p95`: a print that is looked up.

use std::time::Instant;

use docket_core::Desk;
use docket_core::accounts::Actor;
use docket_core::orders::PageFrom;
use docket_core::orders::wire::OrderForm;
use docket_core::task_sheets::{CopiesFilter, CopiesQuery};

use crate::orders::{Dice, percentile, print, run};

/// Looks of one kind.
const LOOKS: usize = 40;
/// Rows of one page of copies, as the window asks for them.
const PAGE: i64 = 100;

/// Lays out what the board and the list of copies show.
pub async fn laid_out(desk: &Desk) {
    let mut connection = desk.read().await.unwrap();
    let hash = "0".repeat(64);
    let form = serde_json::to_string(&OrderForm::default()).unwrap();
    let waiting = |code: &str, who: &str| {
        format!(r#"[{{"code":"{code}","params":{{}},"who":"{who}","step":5,"path":null}}]"#)
    };
    let (read_back, check) = (
        waiting("read_back", "sales_assistant"),
        waiting("check", "sales_supervisor"),
    );
    for sql in [
        "BEGIN IMMEDIATE".to_owned(),
        format!("INSERT INTO stored_files (sha256, size) VALUES ('{hash}', 1)"),
        format!("INSERT INTO signatures (id, purpose, content_hash, account_id, signer_name, capacity, signed_at, evidence, note) VALUES (1000000, 'check', '{hash}', 2, '周敏', 'sales_supervisor', '2026-11-24T01:12:00Z', '', '')"),
        "WITH RECURSIVE n (n) AS (SELECT 3 UNION ALL SELECT n + 1 FROM n WHERE n < 22) INSERT INTO accounts (id, name, active, created_at) SELECT n, '助理' || n, 1, '2026-01-01T00:00:00Z' FROM n".to_owned(),
        format!("UPDATE orders SET assistant_id = CASE WHEN id / 20 % 20 = 0 THEN 1 ELSE 2 + id / 20 % 20 END, blockers = 1, waits = CASE WHEN id % 40 = 0 THEN '{read_back}' ELSE '{check}' END WHERE state = 'registered'"),
        "UPDATE orders SET assistant_id = CASE WHEN id / 20 % 20 = 0 THEN 1 ELSE 2 + id / 20 % 20 END WHERE state = 'released'".to_owned(),
        "INSERT INTO task_sheets (id, order_id, number, version, issued_at, issued_by, check_signature_id) SELECT id, id, 'RW' || substr(number, 3), 1, '2026-11-24T02:00:00Z', 1, 1000000 FROM orders WHERE state = 'released'".to_owned(),
        format!("INSERT INTO sheet_states (task_sheet_id, change_index, form, facts, content_hash, pdf_sha256, frozen_at) SELECT id, 0, '{form}', '{{}}', '{hash}', '{hash}', issued_at FROM task_sheets"),
        format!("INSERT INTO sheet_states (task_sheet_id, change_index, form, facts, content_hash, pdf_sha256, frozen_at) SELECT id, 1, '{form}', '{{}}', '{hash}', '{hash}', issued_at FROM task_sheets WHERE id % 20 = 1"),
        format!("INSERT INTO amendments (order_id, task_sheet_id, state, change_index, reason, form, content_hash, needs, late_notice, liable, outcome, requested_by, requested_at, closing_note) SELECT order_id, id, 'in_force', 1, '客户改数量', '{form}', '{hash}', '', 0, 'none', '', 1, issued_at, '' FROM task_sheets WHERE id % 20 = 1"),
        format!("INSERT INTO prints (sheet_state_id, print_number, check_code, holder, printed_at, printed_by, pdf_sha256) SELECT t.id, h.n, printf('%04X-%04X', (t.id * 4 + h.n) / 65536, (t.id * 4 + h.n) % 65536), h.holder, t.frozen_at, 1, '{hash}' FROM sheet_states t JOIN (SELECT 1 AS n, '生产' AS holder UNION ALL SELECT 2, '品质' UNION ALL SELECT 3, '储运') h WHERE t.change_index = 0 ORDER BY t.id"),
        "INSERT INTO copy_entries (print_id, kind, amendment_id, note, entered_at, entered_by) SELECT p.id, 'by_hand', m.id, '', '2026-11-24T03:00:00Z', 1 FROM amendments m JOIN sheet_states t ON t.task_sheet_id = m.task_sheet_id AND t.change_index = 0 JOIN prints p ON p.sheet_state_id = t.id WHERE m.task_sheet_id / 20 % 3 <> 0".to_owned(),
        "INSERT INTO amendment_approvals (amendment_id, authority, signature_id) SELECT id, 'sales_assistant', 1000000 FROM amendments".to_owned(),
        "INSERT INTO amendment_places (amendment_id, path, label, old_text, new_text, authority) SELECT id, 'product.quantity', '数量', '2000', '3000', 'sales_assistant' FROM amendments".to_owned(),
        "UPDATE prints SET owes = 1 WHERE sheet_state_id IN (SELECT t.id FROM amendments m JOIN sheet_states t ON t.task_sheet_id = m.task_sheet_id AND t.change_index = 0 WHERE m.task_sheet_id / 20 % 3 = 0)".to_owned(),
        "COMMIT".to_owned(),
    ] {
        run(&mut connection, &sql).await;
    }
}

/// Prints the figures of the board and of the copies.
pub async fn measure(
    desk: &Desk,
    [assistant, supervisor]: [&Actor; 2],
    customer: &str,
    name: impl Fn(&str) -> String,
) {
    for (figure, actor) in [
        ("today_assistant_p95", assistant),
        ("today_supervisor_p95", supervisor),
    ] {
        let mut taken = Vec::new();
        for _ in 0..LOOKS {
            let begun = Instant::now();
            let board = desk.today_board(actor).await.unwrap();
            taken.push(begun.elapsed());
            assert!(!board.rows.is_empty(), "{figure} shows something");
        }
        print(&name(figure), percentile(&mut taken, 95));
    }
    let live = CopiesQuery::default();
    let all = usize::try_from(desk.copies_count(&live).await.unwrap()).unwrap();
    let mut dice = Dice(11);
    let asked = |filter, about: &str| CopiesQuery {
        filter,
        about: about.to_owned(),
        ..CopiesQuery::default()
    };
    let mut codes = Vec::new();
    for (figure, query, anywhere) in [
        ("copies_page_p95", live.clone(), true),
        ("copies_owing_p95", asked(CopiesFilter::Owing, ""), false),
        (
            "copies_about_p95",
            asked(CopiesFilter::Live, customer),
            false,
        ),
    ] {
        let mut taken = Vec::new();
        for _ in 0..LOOKS {
            let rows = if anywhere {
                i64::try_from(dice.below(all)).unwrap()
            } else {
                0
            };
            let begun = Instant::now();
            let page = desk
                .copies_page(&query, PageFrom::Skipping { rows }, PAGE)
                .await
                .unwrap();
            taken.push(begun.elapsed());
            assert!(!page.is_empty(), "{figure} shows something");
            codes.extend(page.first().map(|copy| copy.check_code.clone()));
        }
        print(&name(figure), percentile(&mut taken, 95));
    }
    let (mut counted, mut summed, mut verified) = (Vec::new(), Vec::new(), Vec::new());
    for code in codes.iter().take(LOOKS) {
        let begun = Instant::now();
        desk.copies_count(&live).await.unwrap();
        counted.push(begun.elapsed());
        let begun = Instant::now();
        desk.copies_summary().await.unwrap();
        summed.push(begun.elapsed());
        let begun = Instant::now();
        desk.verify_print(code).await.unwrap();
        verified.push(begun.elapsed());
    }
    print(&name("copies_count_p95"), percentile(&mut counted, 95));
    print(&name("copies_summary_p95"), percentile(&mut summed, 95));
    print(&name("verify_p95"), percentile(&mut verified, 95));
}
