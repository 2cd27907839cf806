//! Passwords and PINs: wrong ones make the next wait, a reset is not the person's secret, the locked screen.

use docket_core::accounts::{ApprovalRequest, Role};
use docket_core::task_sheets::CheckOrderRequest;
use docket_core::{Desk, DeskError, Refuse as _};

use super::{change, code, enter};
use crate::orders::{a_customer, a_phone_order, registered};
use crate::support::{PASSWORD, PIN, TestDesk, on_both};

/// Seconds a refusal asks to wait; none for another refusal.
fn waits(answer: Result<docket_core::accounts::Actor, DeskError>) -> Option<String> {
    let error = answer.expect_err("refused");
    (error.code() == "wait_before_trying").then(|| error.params()[0].1.clone())
}

#[test]
fn wrong_passwords_make_the_next_try_wait_and_a_restart_does_not_forget() {
    on_both(|house| async move {
        let wrong = |desk: Desk| async move { desk.sign_in("林晓梅", "不对不对").await };
        for _ in 0..3 {
            assert_eq!(code(wrong(house.desk.clone()).await), "wrong_password");
        }
        // The third wrong one asks for five seconds, of the right password, too.
        let right = house.desk.sign_in("林晓梅", PASSWORD).await;
        assert_eq!(waits(right).as_deref(), Some("5"));
        house.it_is("2026-11-24T01:12:03Z");
        let house = house.reopened().await;
        let right = house.desk.sign_in("林晓梅", PASSWORD).await;
        assert_eq!(
            waits(right).as_deref(),
            Some("2"),
            "a restart forgets nothing"
        );
        house.it_is("2026-11-24T01:12:05Z");
        assert_eq!(code(wrong(house.desk.clone()).await), "wrong_password");
        let right = house.desk.sign_in("林晓梅", PASSWORD).await;
        assert_eq!(waits(right).as_deref(), Some("10"), "it grows");
        house.actor("周敏").await;
        house.it_is("2026-11-24T01:12:15Z");
        house.actor("林晓梅").await;
        assert_eq!(
            code(wrong(house.desk.clone()).await),
            "wrong_password",
            "counted anew"
        );
        house.actor("林晓梅").await;
    });
}

#[test]
fn an_unknown_name_is_answered_like_a_wrong_password_in_words_waits_and_trail() {
    on_both(|house| async move {
        for name in ["查无此人", "林晓梅"] {
            for _ in 0..3 {
                assert_eq!(
                    code(house.desk.sign_in(name, "不对不对").await),
                    "wrong_password"
                );
            }
            assert_eq!(
                waits(house.desk.sign_in(name, "不对不对").await).as_deref(),
                Some("5"),
                "{name}"
            );
        }
        // A password typed into the wrong field must not stand in the trail.
        assert_eq!(
            code(house.desk.sign_in("岭南草木2026", "x").await),
            "wrong_password"
        );
        let rows = sqlx::query_as::<_, (String,)>("SELECT params || changes || who FROM audit");
        let rows = rows
            .fetch_all(&mut *house.desk.read().await.unwrap())
            .await
            .unwrap();
        assert!(rows.iter().all(|(text,)| !text.contains(PASSWORD)));
        assert_eq!(house.desk.check_trail().await.unwrap(), None);
    });
}

/// Somebody signs 审核 with a PIN; what came of it.
async fn signs(house: &TestDesk, order: i64, pin: &str) -> &'static str {
    let approval = ApprovalRequest::Pin {
        person: house.account("赵强").await,
        pin: pin.to_owned(),
    };
    let request = CheckOrderRequest {
        order_id: order,
        revision: house.revision(order).await,
        approval,
    };
    match house.desk.check_order(&house.assistant, request).await {
        Ok(_) => "signed",
        Err(refusal) => refusal.code(),
    }
}

#[test]
fn wrong_pins_make_the_next_wait_for_that_person_alone() {
    on_both(|house| async move {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        for _ in 0..3 {
            assert_eq!(signs(&house, order, "0000").await, "wrong_pin");
        }
        assert_eq!(signs(&house, order, PIN).await, "wait_before_trying");
        house
            .desk
            .unlock(&house.assistant, PIN)
            .await
            .expect("another person's PIN is not held up");
        house.it_is("2026-11-24T01:12:05Z");
        assert_eq!(signs(&house, order, PIN).await, "signed");
    });
}

#[test]
fn a_password_an_administrator_has_set_is_replaced_at_the_next_sign_in() {
    on_both(|house| async move {
        for _ in 0..3 {
            assert_eq!(
                code(house.desk.sign_in("周敏", "忘记了忘记了").await),
                "wrong_password"
            );
        }
        change(&house, "周敏", |form| {
            form.password = Some("临时密码123".to_owned())
        })
        .await
        .expect("a reset");
        // The reset ends the wait; the old password is gone, the new one opens nothing by itself.
        assert_eq!(
            code(house.desk.sign_in("周敏", "临时密码123").await),
            "must_choose_password"
        );
        let choose = |old, new| house.desk.choose_password("周敏", old, new);
        assert_eq!(
            code(choose(PASSWORD, "自己的密码1").await),
            "wrong_password"
        );
        assert_eq!(code(choose("临时密码123", "短").await), "short_password");
        assert_eq!(
            code(choose("临时密码123", "临时密码123").await),
            "same_password"
        );
        let herself = choose("临时密码123", "自己的密码1").await.expect("chosen");
        assert_eq!(herself.roles(), [Role::SalesRepresentative]);
        house
            .desk
            .sign_in("周敏", "自己的密码1")
            .await
            .expect("from now on");
    });
}

#[test]
fn whoever_is_signed_in_when_the_password_is_reset_does_nothing_more() {
    on_both(|house| async move {
        change(&house, "林晓梅", |form| {
            form.password = Some("临时密码123".to_owned())
        })
        .await
        .unwrap();
        let refused = house.desk.still_here(&house.assistant).await;
        assert_eq!(code(refused), "must_choose_password");
    });
}

#[test]
fn one_changes_ones_own_secrets_with_the_password_of_now() {
    on_both(|house| async move {
        let own = |now, password, pin| {
            house
                .desk
                .change_own_secrets(&house.assistant, now, password, pin)
        };
        assert_eq!(
            code(own("不对不对", None, Some("1357")).await),
            "wrong_password"
        );
        assert_eq!(code(own(PASSWORD, None, Some("12")).await), "bad_pin");
        own(PASSWORD, Some("新的密码123"), Some("1357"))
            .await
            .unwrap();
        house
            .desk
            .sign_in("林晓梅", "新的密码123")
            .await
            .expect("the new one");
        house
            .desk
            .unlock(&house.assistant, "1357")
            .await
            .expect("the new PIN");
        assert_eq!(
            code(house.desk.unlock(&house.assistant, PIN).await),
            "wrong_secret"
        );
    });
}

#[test]
fn the_locked_screen_opens_by_pin_or_password_of_the_one_who_sits_there() {
    on_both(|house| async move {
        for secret in [PIN, PASSWORD] {
            let opened = house.desk.unlock(&house.assistant, secret).await;
            assert_eq!(opened.unwrap().id(), house.assistant.id());
        }
        for _ in 0..3 {
            assert_eq!(
                code(house.desk.unlock(&house.assistant, "0000").await),
                "wrong_secret"
            );
        }
        assert_eq!(
            waits(house.desk.unlock(&house.assistant, PIN).await).as_deref(),
            Some("5")
        );
        // A person without a PIN opens it by password alone.
        let newcomer = enter(&house, "新来的", Role::Pmc).await;
        house.desk.unlock(&newcomer, PASSWORD).await.unwrap();
    });
}

#[test]
fn a_new_pin_ends_the_wait_and_the_administrators_own_password_is_his_own() {
    on_both(|house| async move {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        for _ in 0..3 {
            assert_eq!(signs(&house, order, "0000").await, "wrong_pin");
        }
        assert_eq!(signs(&house, order, "8642").await, "wait_before_trying");
        change(&house, "赵强", |form| form.pin = Some("8642".to_owned()))
            .await
            .expect("a reset");
        assert_eq!(signs(&house, order, PIN).await, "wrong_pin");
        assert_eq!(signs(&house, order, "8642").await, "signed");
        for (password, pin, refusal) in [
            (Some("短"), None, "short_password"),
            (None, Some("12"), "bad_pin"),
            (None, Some("12a4"), "bad_pin"),
        ] {
            let refused = change(&house, "赵强", |form| {
                form.password = password.map(str::to_owned);
                form.pin = pin.map(str::to_owned);
            });
            assert_eq!(code(refused.await), refusal);
        }
        // Whoever sets a password for himself has chosen it.
        change(&house, "管理员", |form| {
            form.password = Some("自己选的密码".to_owned())
        })
        .await
        .expect("his own");
        house
            .desk
            .sign_in("管理员", "自己选的密码")
            .await
            .expect("nothing more is asked");
    });
}

#[test]
fn the_right_secret_at_the_locked_screen_is_counted_and_who_has_left_opens_nothing() {
    on_both(|house| async move {
        for _ in 0..2 {
            for _ in 0..2 {
                assert_eq!(
                    code(house.desk.unlock(&house.assistant, "0000").await),
                    "wrong_secret"
                );
            }
            // Two slips and a right one: the next slip is the first again.
            house
                .desk
                .unlock(&house.assistant, PIN)
                .await
                .expect("the right one");
        }
        change(&house, "林晓梅", |form| form.active = false)
            .await
            .expect("has left");
        assert_eq!(
            code(house.desk.unlock(&house.assistant, PIN).await),
            "not_signed_in"
        );
    });
}
