//! Prints: numbered, and known for what they are worth.

use docket_core::task_sheets::{PrintSheetRequest, PrintVerdict, Verdict};

use super::{an_issued_book, approve, code, propose, sheet, text_of};
use crate::support::{TestDesk, on_both};

async fn print(house: &TestDesk, order: i64) -> String {
    let request = PrintSheetRequest {
        order_id: order,
        holder: "生产联".to_owned(),
        printer: None,
    };
    house
        .desk
        .print_sheet(&house.assistant, request)
        .await
        .expect("a print")
        .value
        .sha256
}

async fn newest_code(house: &TestDesk, order: i64) -> String {
    sheet(house, order)
        .await
        .prints
        .first()
        .expect("a print")
        .check_code
        .clone()
}

async fn verify(house: &TestDesk, text: &str) -> PrintVerdict {
    house.desk.verify_print(text).await.expect("an answer")
}

#[test]
fn clause_f2_04_4b_a_print_older_than_the_newest_signed_change_is_outdated() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let first = print(&house, order).await;
        let text = text_of(&house, &first);
        let code = newest_code(&house, order).await;
        assert!(
            text.contains("生产联") && text.contains("第1次打印") && text.contains(&code),
            "{text}"
        );
        let typed = format!("RW-2026-A000001 {code}");
        assert_eq!(verify(&house, &typed).await.verdict, Verdict::Current);
        propose(&house, order, false, |form| {
            drop(form.order.insert("remark".to_owned(), "一".to_owned()))
        })
        .await
        .expect("改1");
        propose(&house, order, false, |form| {
            drop(form.order.insert("phone".to_owned(), "0755-2".to_owned()))
        })
        .await
        .expect("改2");
        let verdict = verify(&house, &typed).await;
        assert_eq!(
            (
                verdict.verdict,
                verdict.missing.concat().as_str(),
                verdict.current.as_str()
            ),
            (Verdict::Outdated, "①②", "RW-2026-A000001 · V1·改2")
        );
        print(&house, order).await;
        let second = newest_code(&house, order).await;
        assert_ne!(second, code);
        assert_eq!(
            verify(&house, &format!("rw-2026-a000001{second:>12}"))
                .await
                .verdict,
            Verdict::Current
        );
    });
}

#[test]
fn clause_s_4_4_2b_a_print_of_a_void_version_is_superseded() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        print(&house, order).await;
        let code = newest_code(&house, order).await;
        propose(&house, order, false, |form| {
            for (key, text) in [
                ("remark", "一"),
                ("phone", "1"),
                ("contact", "王"),
                ("customer_po", "P"),
            ] {
                form.order.insert(key.to_owned(), text.to_owned());
            }
        })
        .await
        .expect("four places at once");
        approve(&house, order, "check", "赵强")
            .await
            .expect("审核 of V2");
        let verdict = verify(&house, &format!("RW-2026-A000001 {code}")).await;
        assert_eq!(
            (verdict.verdict, verdict.current.as_str()),
            (Verdict::Superseded, "RW-2026-A000001 · V2")
        );
    });
}

#[test]
fn a_code_of_another_print_or_no_code_at_all_is_not_ours() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        print(&house, order).await;
        for text in [
            "",
            "RW-2026-A000001",
            "RW-2026-A000001 0000-0000",
            "RW-2026-A000002 7F3A-91C2",
            "' OR 1=1 --",
        ] {
            assert_eq!(
                verify(&house, text).await.verdict,
                Verdict::NotOurs,
                "{text}"
            );
        }
        let nobody = PrintSheetRequest {
            order_id: order,
            holder: " ".to_owned(),
            printer: None,
        };
        assert_eq!(
            code(house.desk.print_sheet(&house.assistant, nobody).await),
            "holder_missing"
        );
    });
}

#[test]
fn a_copy_to_look_at_is_no_print() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let copy = house.desk.sheet_copy(order).await.expect("a copy");
        assert!(text_of(&house, &copy.sha256).contains("非打印件"));
        assert!(
            sheet(&house, order).await.prints.is_empty(),
            "only 打印 raises the counter"
        );
    });
}
