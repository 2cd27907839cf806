//! What an order was: any two states of its sheet side by side, and all that was done to it as one story (F7-08, S-4.4.2).

use docket_core::orders::StoryLine;

use super::{an_issued_book, another_issued_book, approve, page, propose, propose_because, sheet};
use crate::orders::change;
use crate::support::{TestDesk, on_both};

async fn story(house: &TestDesk, order: i64) -> Vec<StoryLine> {
    house
        .desk
        .order_story(&house.assistant, order)
        .await
        .expect("a story")
}

/// The places of an act: what, from, to.
fn places(line: &StoryLine) -> Vec<(&str, &str, &str)> {
    let places = line.places.iter();
    places
        .map(|place| (place.label.as_str(), place.old.as_str(), place.new.as_str()))
        .collect()
}

#[test]
fn clause_s_4_4_2_any_two_states_of_a_sheet_stand_side_by_side() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        propose_because(&house, order, "换纸", |form| {
            form.components[0]
                .values
                .insert("grammage".to_owned(), "200".to_owned());
        })
        .await
        .expect("a change of cost");
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("approved");
        propose(&house, order, false, |form| {
            form.order
                .insert("remark".to_owned(), "急，先排".to_owned());
        })
        .await
        .expect("a slip of the pen");
        let states = sheet(&house, order).await.states;
        assert_eq!(states.len(), 3, "{states:?}");
        let compared = async |one: usize, other: usize| {
            let done = house.desk.compare_states(states[one].id, states[other].id);
            done.await.expect("side by side")
        };
        let whole = compared(2, 0).await;
        assert!(whole.earlier.ends_with("V1") && whole.later.ends_with("改2"));
        let told: Vec<(&str, &str, &str)> = whole
            .places
            .iter()
            .map(|place| {
                (
                    place.label.as_str(),
                    place.earlier.as_str(),
                    place.later.as_str(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("备注", "", "急，先排"),
                ("封面·克重", "157 g/m²", "200 g/m²")
            ]
        );
        assert_eq!(compared(1, 2).await.places.len(), 1, "whichever two");
        assert!(compared(1, 1).await.places.is_empty());
        let other = another_issued_book(&house).await;
        let stranger = sheet(&house, other).await.states[0].id;
        let refused = house.desk.compare_states(states[0].id, stranger).await;
        assert!(refused.is_err(), "two orders have no states in common");
    });
}

#[test]
fn clause_f7_08_the_story_tells_every_act_with_what_it_changed_and_why() {
    on_both(async |house| {
        let order = super::a_book(&house).await;
        change(&house, order, |form| {
            form.order.insert("unit_price".to_owned(), "45".to_owned());
            form.order
                .insert("sales_rep_id".to_owned(), "何静".to_owned());
            form.components[0]
                .values
                .insert("grammage".to_owned(), "250".to_owned());
            form.components.pop();
        })
        .await;
        let told = story(&house, order).await;
        let acts: Vec<&str> = told.iter().map(|line| line.activity.as_str()).collect();
        assert_eq!(acts, ["register_order", "save_order"]);
        assert!(told[0].places.is_empty(), "what it begins with is itself");
        assert_eq!(told[1].who, "林晓梅");
        let saved = places(&told[1]);
        assert!(
            saved
                .iter()
                .any(|place| place.0 == "单价(含税)" && place.2 == "45.00 元"),
            "{saved:?}"
        );
        assert!(
            saved.contains(&("封面·克重", "157 g/m²", "250 g/m²")),
            "{saved:?}"
        );
        assert!(saved.contains(&("业务员", "周敏", "何静")), "{saved:?}");
        assert!(
            saved
                .iter()
                .any(|place| place.0.starts_with("部件 ") && place.2.is_empty()),
            "{saved:?}"
        );
    });
}

#[test]
fn clause_s_4_4_2a_the_story_tells_a_signed_change_and_who_approved_it() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        propose_because(&house, order, "换纸", |form| {
            form.components[0]
                .values
                .insert("grammage".to_owned(), "200".to_owned());
        })
        .await
        .expect("asked for");
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("approved");
        let told = story(&house, order).await;
        let asked = told.iter().find(|line| line.activity == "propose_change");
        let asked = asked.expect("it was asked for");
        assert_eq!(asked.reason, "换纸");
        assert_eq!(places(asked), [("封面·克重", "157 g/m²", "200 g/m²")]);
        let approved = told.last().expect("the last act");
        assert_eq!(
            (
                approved.activity.as_str(),
                approved.params["signer"].as_str()
            ),
            ("approve_change", "钱芳")
        );
        let trail = page(&house, order).await.trail;
        assert_eq!(told.len(), trail.len(), "nothing is left out");
    });
}
