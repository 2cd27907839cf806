//! Prints: numbered, and known for what they are worth.

use sha2::{Digest as _, Sha256};

use docket_core::task_sheets::{PrintSheetRequest, PrintVerdict, PrintView, Verdict};

use super::{
    an_issued_book, another_issued_book, approve, code, frozen_pdf, propose, sheet, text_of,
};
use crate::halts::cancelled_by_the_director;
use crate::support::{TestDesk, on_both};

async fn print(house: &TestDesk, order: i64) -> String {
    let request = PrintSheetRequest {
        order_id: order,
        holder: "生产联".to_owned(),
    };
    house
        .desk
        .print_sheet(&house.assistant, request)
        .await
        .expect("a print");
    newest(house, order).await.sha256
}

async fn newest(house: &TestDesk, order: i64) -> PrintView {
    let prints = sheet(house, order).await.prints;
    prints.into_iter().next().expect("a print")
}

async fn newest_code(house: &TestDesk, order: i64) -> String {
    newest(house, order).await.check_code
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
        assert_eq!(
            verify(&house, &code.to_lowercase()).await.verdict,
            Verdict::Outdated,
            "the code alone names the print, too"
        );
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
fn clause_f2_04_4b_prints_are_numbered_within_their_state_and_each_has_its_own_code() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let first = print(&house, order).await;
        let second = print(&house, order).await;
        assert!(text_of(&house, &second).contains("林晓梅·第2次打印·生产联"));
        propose(&house, order, false, |form| {
            drop(form.order.insert("remark".to_owned(), "一".to_owned()))
        })
        .await
        .expect("改1");
        let third = print(&house, order).await;
        let text = text_of(&house, &third);
        assert!(
            text.contains("第1次打印") && text.contains("V1·改1"),
            "another state counts anew: {text}"
        );
        let prints = sheet(&house, order).await.prints;
        let told: Vec<_> = prints
            .iter()
            .map(|print| (print.number, print.label.as_str(), print.by.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (1, "RW-2026-A000001 · V1·改1", "林晓梅"),
                (2, "RW-2026-A000001 · V1", "林晓梅"),
                (1, "RW-2026-A000001 · V1", "林晓梅"),
            ],
            "the latest first"
        );
        let codes: std::collections::BTreeSet<_> =
            prints.iter().map(|print| &print.check_code).collect();
        assert_eq!(codes.len(), 3);
        assert_ne!(first, second);
        // The code is made of number, version, change, print and what the sheet says, and of nothing else.
        let row: (String,) = sqlx::query_as(
            "SELECT t.content_hash FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id WHERE p.check_code = $1",
        )
        .bind(prints[0].check_code.clone())
        .fetch_one(&mut *house.desk.read().await.unwrap())
        .await
        .unwrap();
        let said = format!("docket print 1\nRW-2026-A000001\n1\n1\n1\n{}", row.0);
        let digest = Sha256::digest(said.as_bytes());
        let code: Vec<String> = digest[..4]
            .iter()
            .map(|byte| format!("{byte:02X}"))
            .collect();
        assert_eq!(prints[0].check_code.replace('-', ""), code.concat());
        for (print, verdict) in
            prints
                .iter()
                .zip([Verdict::Current, Verdict::Outdated, Verdict::Outdated])
        {
            assert_eq!(verify(&house, &print.check_code).await.verdict, verdict);
        }
    });
}

#[test]
fn clause_f2_04_4b_the_number_tells_two_prints_of_one_code_apart() {
    on_both(async |house| {
        let first = an_issued_book(&house).await;
        let second = another_issued_book(&house).await;
        for order in [first, second] {
            print(&house, order).await;
        }
        // Eight hexadecimal digits: two prints of a house may share them once in a lifetime.
        sqlx::query("UPDATE prints SET check_code = '7F3A-91C2'")
            .execute(&mut *house.desk.read().await.unwrap())
            .await
            .unwrap();
        let alone = verify(&house, "7F3A-91C2").await;
        assert_eq!(alone.verdict, Verdict::NotOurs, "neither is guessed");
        for (number, order) in [("RW-2026-A000001", first), ("RW-2026-A000002", second)] {
            let verdict = verify(&house, &format!("{number} 7F3A-91C2")).await;
            assert_eq!(
                (verdict.verdict, verdict.order_id),
                (Verdict::Current, Some(order))
            );
        }
        let other = verify(&house, "RW-2026-A000003 7F3A-91C2").await;
        assert_eq!(other.verdict, Verdict::NotOurs);
        // A version that is void while nothing took its place.
        cancelled_by_the_director(&house, first).await;
        let void = verify(&house, "RW-2026-A000001 7F3A-91C2").await;
        assert_eq!((void.verdict, void.current.as_str()), (Verdict::Void, ""));
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
        let endless = "联".repeat(21);
        for holder in [" ", endless.as_str()] {
            let request = PrintSheetRequest {
                order_id: order,
                holder: holder.to_owned(),
            };
            assert_eq!(
                code(house.desk.print_sheet(&house.assistant, request).await),
                "holder_missing"
            );
        }
    });
}

#[test]
fn clause_f2_04_4b_a_copy_to_look_at_is_no_print_and_says_what_it_is_worth() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let first = sheet(&house, order).await.states[0].id;
        let copy = house.desk.sheet_copy(first).await.expect("a copy");
        let words = text_of(&house, &copy.sha256);
        assert!(
            words.contains("非打印件") && !words.contains("已过时"),
            "{words}"
        );
        let again = house.desk.sheet_copy(first).await.expect("a copy");
        assert_eq!(again.sha256, copy.sha256, "the same state, the same copy");
        propose(&house, order, false, |form| {
            drop(form.order.insert("remark".to_owned(), "一".to_owned()))
        })
        .await
        .expect("改1");
        let old = house.desk.sheet_copy(first).await.expect("a copy");
        assert!(text_of(&house, &old.sha256).contains("已过时"));
        propose(&house, order, false, |form| {
            for (key, text) in [("phone", "1"), ("contact", "王"), ("customer_po", "P")] {
                form.order.insert(key.to_owned(), text.to_owned());
            }
        })
        .await
        .expect("the fourth place");
        approve(&house, order, "check", "赵强")
            .await
            .expect("审核 of V2");
        let void = house.desk.sheet_copy(first).await.expect("a copy");
        assert!(text_of(&house, &void.sha256).contains("作废"));
        assert!(
            sheet(&house, order).await.prints.is_empty(),
            "only 打印 raises the counter"
        );
    });
}

#[test]
fn clause_f2_04_4b_a_frozen_sheet_leaves_the_desk_only_as_a_print_or_a_marked_copy() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let printed = print(&house, order).await;
        let state = sheet(&house, order).await.states[0].id;
        let copy = house.desk.sheet_copy(state).await.expect("a copy").sha256;
        for (handed_out, most) in [(&printed, 1), (&copy, 99)] {
            let (_, copies) = house
                .desk
                .outgoing_paper(&house.assistant, handed_out)
                .await
                .expect("a print, or a marked copy");
            assert_eq!(copies, most, "one numbered print is one copy");
        }
        let finance = house.actor("钱芳").await;
        assert_eq!(
            code(house.desk.outgoing_paper(&finance, &printed).await),
            "needs_role"
        );
        let frozen = frozen_pdf(&house, order).await;
        assert!(frozen != printed && frozen != copy);
        assert_eq!(
            code(house.desk.outgoing_paper(&house.assistant, &frozen).await),
            "frozen_sheet_kept_in"
        );
        propose(&house, order, false, |form| {
            drop(form.order.insert("remark".to_owned(), "一".to_owned()))
        })
        .await
        .expect("改1");
        assert_eq!(
            code(house.desk.outgoing_paper(&house.assistant, &printed).await),
            "print_outdated"
        );
    });
}
