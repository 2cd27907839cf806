//! Figures put in by hand are printed with a star, and beside it stands what was reckoned.

use super::{
    a_review, a_stamped_sample, agreed, approved, audited, checked, frozen_pdf, issue, text_of,
    the_book,
};
use crate::orders::{a_customer, registered};
use crate::support::on_both;

#[test]
fn clause_s_4_4_1_what_was_put_in_by_hand_is_printed_with_its_mark() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = the_book();
        let text = form.components.get_mut(3).expect("the text").values.clone();
        let mut text = text;
        // Form 3: 2,100 for 2,000 good sheets, 5 % = 105: 15,100 and 755. 用料 8,000 instead of 15,855 / 2 = 7,927.5 → 7,928.
        for (key, value) in [
            ("form_table", "3 sheets=2100"),
            ("parent_sheets", "8000"),
            ("issued", "8100"),
        ] {
            text.insert(key.to_owned(), value.to_owned());
        }
        form.components.get_mut(3).expect("the text").values = text;
        for (key, value) in [
            ("ribbon", "红"),
            ("headband", "白"),
            ("book_format", "大16开"),
        ] {
            form.product.insert(key.to_owned(), value.to_owned());
        }
        let order = registered(&house, &form).await;
        agreed(&house, order).await;
        a_stamped_sample(&house, order).await;
        audited(&house, order).await;
        a_review(&house, order).await;
        approved(&house, order).await;
        checked(&house, order).await;
        issue(&house, order).await.expect("green");
        let printed = text_of(&house, &frozen_pdf(&house, order).await);
        for words in [
            "15,855",
            "8,000*",
            "2,100*",
            "*手改，算得：用料张数7,928；第3贴正数2,000",
            "领料8,100张",
            "书签带红",
            "堵头布白",
            "大16开",
        ] {
            assert!(printed.contains(words), "{words} in {printed}");
        }
        assert!(
            !printed.contains("60张*"),
            "what was not touched bears no star"
        );
    });
}
