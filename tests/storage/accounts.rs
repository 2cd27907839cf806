//! People: signing in, first start, the last administrator.

use docket_core::accounts::{NewPerson, Role};
use docket_core::house::FirstStart;
use docket_core::orders::{ListFilter, PageFrom};
use docket_core::{DeskError, Refuse as _};

use crate::support::{On, PASSWORD, PIN, TestDesk, on_both};

fn code<T: std::fmt::Debug>(answer: Result<T, DeskError>) -> &'static str {
    let error = answer.expect_err("refused");
    assert!(error.is_refusal(), "{error}");
    error.code()
}

#[test]
fn a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    on_both(|test| async move {
        assert_eq!(
            code(test.desk.sign_in("林晓梅", "不对不对不对").await),
            "wrong_password"
        );
        assert_eq!(
            code(test.desk.sign_in("查无此人", PASSWORD).await),
            "wrong_password"
        );
        assert_eq!(
            test.desk
                .sign_in(" 林晓梅 ", PASSWORD)
                .await
                .unwrap()
                .roles(),
            &[Role::SalesAssistant]
        );
    });
}

#[test]
fn first_start_takes_all_or_nothing() {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let test = TestDesk::open_empty(On::Sqlite).await;
        let person = |name: &str, pin: &str| NewPerson {
            name: name.to_owned(),
            roles: vec![Role::Quality],
            password: None,
            pin: Some(pin.to_owned()),
        };
        let administrator = NewPerson {
            name: "管理员".to_owned(),
            roles: vec![],
            password: Some(PASSWORD.to_owned()),
            pin: Some(PIN.to_owned()),
        };
        let request = FirstStart {
            house: "岭南彩印".to_owned(),
            desk_letter: "b".to_owned(),
            practice: false,
            administrator,
            people: vec![person("陈刚", "12")],
        };
        assert_eq!(
            code(
                test.desk
                    .first_start(FirstStart {
                        desk_letter: "AB".to_owned(),
                        ..request.clone()
                    })
                    .await
            ),
            "bad_desk_letter"
        );
        assert_eq!(
            code(
                test.desk
                    .first_start(FirstStart {
                        house: " ".to_owned(),
                        ..request.clone()
                    })
                    .await
            ),
            "house_has_no_name"
        );
        assert_eq!(
            code(test.desk.first_start(request.clone()).await),
            "bad_pin"
        );
        assert_eq!(
            test.desk.house().await.unwrap(),
            None,
            "nothing half-written"
        );
        assert!(test.desk.people().await.unwrap().is_empty());
        let request = FirstStart {
            people: vec![person("陈刚", "1234")],
            ..request
        };
        test.desk.first_start(request.clone()).await.unwrap();
        assert_eq!(test.desk.house().await.unwrap().unwrap().desk_letter, "B");
        assert_eq!(
            code(test.desk.first_start(request).await),
            "already_started"
        );
    });
}

#[test]
fn clause_f2_02b_the_practice_desk_comes_with_people_customers_and_an_order() {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let test = TestDesk::open_empty(On::Sqlite).await;
        test.desk.lay_out_practice().await.unwrap();
        let house = test.desk.house().await.unwrap().unwrap();
        assert!(house.practice);
        let orders = test
            .desk
            .orders_page(ListFilter::All, None, PageFrom::Newest, 10)
            .await
            .unwrap();
        // 5,000 × 0.62
        assert_eq!(
            (
                orders.len(),
                orders[0].number.as_str(),
                orders[0].amount.as_str()
            ),
            (1, "OD-2026-L000001", "3,100.00")
        );
        assert_eq!(test.desk.customers("").await.unwrap().len(), 2);
    });
}
