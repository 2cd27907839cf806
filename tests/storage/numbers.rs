//! Numbers: rising, without a gap, anew each year, with the desk's letter.

use docket_core::audit::Activity;
use docket_core::numbers::{self, Series};

use crate::support::{TestDesk, on_both};

async fn take(test: &TestDesk, series: Series, keep: bool) -> String {
    let mut writer = test
        .desk
        .begin(&test.assistant, Activity::RegisterOrder)
        .await
        .unwrap();
    let number = numbers::next(&mut writer, series).await.unwrap();
    if keep {
        writer.commit().await.unwrap();
    }
    number
}

#[test]
fn a_number_is_given_once_and_an_act_that_fails_gives_its_number_back() {
    on_both(|test| async move {
        assert_eq!(take(&test, Series::Order, true).await, "OD-2026-A000001");
        assert_eq!(take(&test, Series::Order, false).await, "OD-2026-A000002");
        assert_eq!(take(&test, Series::Order, true).await, "OD-2026-A000002");
        assert_eq!(
            take(&test, Series::TaskSheet, true).await,
            "RW-2026-A000001"
        );
        assert_eq!(take(&test, Series::Sample, true).await, "Y-2026-A0001");
        assert_eq!(take(&test, Series::Review, true).await, "PS-2026-A0001");
    });
}

#[test]
fn a_year_begins_at_midnight_in_shanghai() {
    on_both(|test| async move {
        test.it_is("2026-12-31T15:59:59Z");
        assert_eq!(take(&test, Series::Order, true).await, "OD-2026-A000001");
        test.it_is("2026-12-31T16:00:00Z");
        assert_eq!(take(&test, Series::Order, true).await, "OD-2027-A000001");
        // The clock is put back: the old year goes on where it was, no number is given twice.
        test.it_is("2026-12-31T15:00:00Z");
        assert_eq!(take(&test, Series::Order, true).await, "OD-2026-A000002");
    });
}
