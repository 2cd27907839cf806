//! Rules with a day from which they hold.

use chrono::NaiveDate;
use docket_core::Refuse as _;
use docket_core::measures::Fen;
use docket_core::settings::{self, Rule};

use crate::support::on_both;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn clause_f1_22_a_rule_holds_from_its_day_and_the_days_before_keep_theirs() {
    on_both(|test| async move {
        let director = test.actor("何静").await;
        test.desk
            .set_rule(
                &director,
                Rule::ReviewAmountAbove,
                "3000000",
                day("2026-12-01"),
                "年末产能紧",
            )
            .await
            .unwrap();
        let mut reader = test.desk.read().await.unwrap();
        assert_eq!(
            settings::in_force(&mut reader, day("2026-11-30"))
                .await
                .unwrap()
                .review_amount_above,
            Some(Fen(5_000_000))
        );
        assert_eq!(
            settings::in_force(&mut reader, day("2026-12-01"))
                .await
                .unwrap()
                .review_amount_above,
            Some(Fen(3_000_000))
        );
    });
}

#[test]
fn clause_f1_22_only_management_sets_a_rule_and_says_why() {
    on_both(|test| async move {
        let refused = test
            .desk
            .set_rule(
                &test.assistant,
                Rule::PlacesPerVersion,
                "5",
                day("2026-12-01"),
                "方便",
            )
            .await
            .unwrap_err();
        assert_eq!(refused.code(), "needs_role");
        let director = test.actor("何静").await;
        let refused = test
            .desk
            .set_rule(
                &director,
                Rule::PlacesPerVersion,
                "5",
                day("2026-12-01"),
                "  ",
            )
            .await
            .unwrap_err();
        assert_eq!(refused.code(), "setting_needs_reason");
        let refused = test
            .desk
            .set_rule(
                &director,
                Rule::ReviewAmountAbove,
                "很多",
                day("2026-12-01"),
                "试",
            )
            .await
            .unwrap_err();
        assert_eq!(refused.code(), "bad_setting_value");
    });
}
