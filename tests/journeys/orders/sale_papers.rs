//! 报价单 and 订单确认书: made of the order as it stands, outdated by what changes, sent to the customer.

use docket_core::customers::wire::SaveCustomer;
use docket_core::orders::{OrderPage, PaperKind, RecordReply, order_facts, quote_given};
use docket_core::settings::Rule;

use super::{
    CUSTOMER, a_customer, a_phone_order, change, change_its_customer, refused, registered,
};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{a_review, agreed, text_of};

async fn page(house: &TestDesk, order: i64) -> OrderPage {
    house
        .desk
        .order_page(&house.assistant, order)
        .await
        .expect("the page is there")
}

/// A phone order too small and plain to be reviewed.
async fn a_leaflet(house: &TestDesk) -> i64 {
    a_customer(house).await;
    let mut form = a_phone_order();
    form.product.insert("binding".into(), "散页".into());
    form.product.insert("type".into(), "折页".into());
    form.order.insert("unit_price".into(), "4.32".into());
    form.order.insert("invoice_type".into(), "普票".into());
    form.services = vec![super::row("s1", &[("name", "设计费"), ("amount", "800")])];
    registered(house, &form).await
}

async fn made(house: &TestDesk, order: i64, kind: PaperKind) -> docket_core::files::Paper {
    house
        .desk
        .make_sale_paper(&house.assistant, order, kind)
        .await
        .expect("the paper is made")
        .value
}

#[test]
fn clause_f1_06_a_confirmation_lacking_any_of_the_five_facts_is_refused_by_name() {
    on_both(async |house| {
        let order = a_leaflet(&house).await;
        change(&house, order, |form| {
            form.product.remove("quantity");
            form.order.remove("unit_price");
            form.order.remove("requested_date");
            form.instalments.clear();
            form.drops.clear();
        })
        .await;
        let answer = house
            .desk
            .make_sale_paper(&house.assistant, order, PaperKind::Confirmation)
            .await;
        let names = answer.as_ref().err().map(docket_core::Refuse::params);
        assert!(names.expect("refused").contains(&(
            "names",
            "订单数量、单价(含税)、要求交期、付款方式".to_owned()
        )));
        let (code, fields) = refused(answer);
        assert_eq!(code, "confirmation_incomplete");
        assert_eq!(
            fields,
            [
                "product.quantity",
                "order.unit_price",
                "order.requested_date",
                "instalment"
            ]
        );
        let quote = house
            .desk
            .make_sale_paper(&house.assistant, order, PaperKind::Quote)
            .await;
        assert_eq!(refused(quote).0, "quote_incomplete");
        assert!(page(&house, order).await.sale.confirmation.is_none());
    });
}

#[test]
fn clause_f7_06_the_papers_say_who_where_what_for_how_much_and_whom_to_bill() {
    on_both(async |house| {
        let order = a_leaflet(&house).await;
        change_its_customer(&house, order, |form| {
            form.address = "深圳市南山区科技园南路 18 号".to_owned();
            form.invoice_title = "彩源文化传播".to_owned();
            form.invoice_tax_no = "91440300MA5TEST00X".to_owned();
            form.invoice_bank = "建行科技园支行 4420 1588".to_owned();
        })
        .await;
        house
            .desk
            .set_rule(
                &house.actor("何静").await,
                Rule::HouseLines,
                "龙岗区五和大道 118 号\n0755-8899 0011",
                "2026-11-24".parse().unwrap(),
                "印在单据上",
            )
            .await
            .unwrap();
        change(&house, order, |form| {
            form.order
                .insert("invoice_type".into(), "增值税专用发票".into());
        })
        .await;
        // One of the four facts of whom to bill is not known yet.
        let answer = house
            .desk
            .make_sale_paper(&house.assistant, order, PaperKind::Confirmation)
            .await;
        let names = answer.as_ref().err().map(docket_core::Refuse::params);
        let wanted = ("names", "开专票的资料".to_owned());
        assert!(names.expect("refused").contains(&wanted));
        let (code, fields) = refused(answer);
        assert_eq!(
            (code, fields),
            (
                "confirmation_incomplete",
                vec!["order.invoice_type".to_owned()]
            )
        );
        change_its_customer(&house, order, |form| {
            form.invoice_address = "科技园南路 18 号 0755-8888 0000".to_owned();
        })
        .await;
        let paper = made(&house, order, PaperKind::Confirmation).await;
        assert_eq!(paper.file_name, "订单确认书-OD-2026-A000001-2026-11-24.pdf");
        let text = text_of(&house, &paper.sha256);
        for part in [
            "订单确认书",
            CUSTOMER,
            "南山区科技园南路18号",
            "王琳",
            "OD-2026-A000001",
            "岭南彩印有限公司",
            "五和大道118号",
            "《岭南草木》精装画册",
            "2,000",
            "4.32",
            "8,640.00",
            "设计费",
            "800.00",
            "9,440.00元（含税，税率13%）",
            "人民币玖仟肆佰肆拾元整",
            "2026-12-08",
            "2026-12-04",
            "南山区科技园",
            "50%下单前，50%月结30天",
            "增值税专用发票",
            "彩源文化传播",
            "91440300MA5TEST00X",
            "建行科技园支行",
            "0755-88880000",
            "覆哑膜",
            "供方盖章",
            "需方盖章",
            "双方书面同意",
            "第1/1页",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let quote = made(&house, order, PaperKind::Quote).await;
        let text = text_of(&house, &quote.sha256);
        // 15 days from 24 November.
        for part in ["报价单", "有效期至2026-12-09", "9,440.00"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    });
}

#[test]
fn clause_f5_2_the_same_order_on_the_same_day_is_one_quote_and_what_changes_makes_it_outdated() {
    on_both(async |house| {
        let order = a_leaflet(&house).await;
        let first = made(&house, order, PaperKind::Quote).await;
        assert_eq!(made(&house, order, PaperKind::Quote).await, first);
        let view = page(&house, order).await;
        let quotes = view
            .trail
            .iter()
            .filter(|line| line.activity == "make_quote");
        assert_eq!(quotes.count(), 1, "asked for twice, entered once");
        let quote = view.sale.quote.expect("a quote");
        assert!(!quote.outdated && !quote.expired);
        assert_eq!(quote.valid_until.as_deref(), Some("2026-12-09"));
        // The plant's own fields leave it standing.
        change(&house, order, |form| {
            form.components[0]
                .values
                .insert("press_size".into(), "590x880".into());
        })
        .await;
        assert!(
            !page(&house, order)
                .await
                .sale
                .quote
                .expect("a quote")
                .outdated
        );
        change(&house, order, |form| {
            form.order.insert("unit_price".into(), "4.5".into());
        })
        .await;
        assert!(
            page(&house, order)
                .await
                .sale
                .quote
                .expect("a quote")
                .outdated
        );
        let mut reader = house.desk.read().await.unwrap();
        let facts = order_facts(&mut reader, order).await.unwrap();
        let given = quote_given(&mut reader, &facts)
            .await
            .unwrap()
            .expect("it was quoted");
        assert_eq!(
            (
                given.quoted_at.as_str(),
                given.valid_until.as_str(),
                given.outdated
            ),
            ("2026-11-24T01:12:00Z", "2026-12-09", true)
        );
        drop(reader);
        let second = made(&house, order, PaperKind::Quote).await;
        assert_ne!(second.sha256, first.sha256);
        assert!(
            !page(&house, order)
                .await
                .sale
                .quote
                .expect("a quote")
                .outdated
        );
        // It holds on its last day, and on the next no more.
        house.it_is("2026-12-09T10:00:00Z");
        assert!(
            !page(&house, order)
                .await
                .sale
                .quote
                .expect("a quote")
                .expired
        );
        house.it_is("2026-12-09T16:00:00Z");
        assert!(
            page(&house, order)
                .await
                .sale
                .quote
                .expect("a quote")
                .expired
        );
    });
}

#[test]
fn clause_f5_1_2b_what_is_reviewed_is_quoted_once_it_was_found_feasible() {
    on_both(async |house| {
        a_customer(&house).await;
        // Case bound and 86,400.00: C and D.
        let order = registered(&house, &a_phone_order()).await;
        let quote = || {
            house
                .desk
                .make_sale_paper(&house.assistant, order, PaperKind::Quote)
        };
        assert_eq!(refused(quote().await).0, "quote_before_review");
        made(&house, order, PaperKind::Confirmation).await;
        agreed(&house, order).await;
        assert_eq!(refused(quote().await).0, "quote_before_review");
        a_review(&house, order).await;
        quote().await.expect("feasible, hence quoted");
        // A house that quotes first says so.
        let other = registered(&house, &a_phone_order()).await;
        house
            .desk
            .set_rule(
                &house.actor("何静").await,
                Rule::QuoteAfterReview,
                "off",
                "2026-11-24".parse().unwrap(),
                "先报价",
            )
            .await
            .unwrap();
        made(&house, other, PaperKind::Quote).await;
    });
}

#[test]
fn clause_f1_05b_the_reply_is_recorded_with_the_time_it_took() {
    on_both(async |house| {
        let order = a_leaflet(&house).await;
        let reply = |whom: &str, at: &str, how: &str| RecordReply {
            order_id: order,
            whom: whom.to_owned(),
            how: how.to_owned(),
            at: at.to_owned(),
        };
        let record =
            async |request: RecordReply| house.desk.record_reply(&house.assistant, &request).await;
        assert_eq!(
            refused(record(reply("王琳", "", "wechat")).await).0,
            "no_confirmation_made"
        );
        // 10:40 in Shanghai; the order came in at 09:12.
        house.it_is("2026-11-24T02:40:30Z");
        made(&house, order, PaperKind::Confirmation).await;
        for (request, code) in [
            (reply(" ", "", "wechat"), "nobody_answered"),
            (reply("王琳", "", "pigeon"), "unknown_answer"),
            (
                reply("王琳", "2026-11-24T02:39:00Z", "wechat"),
                "reply_before_paper",
            ),
            (
                reply("王琳", "2026-11-24T02:41:00Z", "wechat"),
                "answer_in_future",
            ),
        ] {
            assert_eq!(refused(record(request).await).0, code);
        }
        record(reply("王琳", "2026-11-24T02:40:00Z", "wechat"))
            .await
            .expect("within its minute");
        let sale = page(&house, order).await.sale;
        assert_eq!(sale.reply_minutes, Some(88));
        assert_eq!(sale.replies.len(), 1);
        let line = &sale.replies[0];
        assert_eq!(
            (
                line.whom.as_str(),
                line.how.as_str(),
                line.recorded_by.as_str()
            ),
            ("王琳", "wechat", "林晓梅")
        );
        assert!(!line.earlier);
        // Another confirmation was not sent yet; the first answer is still the first.
        change(&house, order, |form| {
            form.order.insert("unit_price".into(), "4.5".into());
        })
        .await;
        made(&house, order, PaperKind::Confirmation).await;
        let sale = page(&house, order).await.sale;
        assert!(sale.replies[0].earlier);
        assert_eq!(sale.reply_minutes, Some(88));
    });
}

#[test]
fn clause_f1_02_papers_of_a_sale_are_made_by_sales() {
    on_both(async |house| {
        let order = a_leaflet(&house).await;
        let quality = house.actor("陈刚").await;
        let refused_to = house
            .desk
            .make_sale_paper(&quality, order, PaperKind::Quote)
            .await;
        assert_eq!(refused(refused_to).0, "needs_role");
        let request = SaveCustomer {
            name: "另一家".to_owned(),
            ..SaveCustomer::default()
        };
        house
            .desk
            .save_customer(&house.assistant, &request)
            .await
            .expect("the desk goes on");
    });
}

#[test]
fn clause_f1_08_an_order_that_is_not_whole_yet_stands_as_quoted_while_its_quote_holds() {
    on_both(async |house| {
        let order = a_leaflet(&house).await;
        change(&house, order, |form| {
            form.order.remove("confirmed_date");
        })
        .await;
        agreed(&house, order).await;
        let state = async || page(&house, order).await.state;
        assert_eq!(state().await, "requirements_confirmed");
        let quote = made(&house, order, PaperKind::Quote).await;
        assert!(quote.pages > 0);
        let given = quote_given(
            &mut house.desk.read().await.unwrap(),
            &crate::orders::facts(&house, order).await,
        )
        .await
        .unwrap()
        .expect("it was quoted");
        assert_eq!(state().await, "quoted");
        // The next act after its last day finds no quote that holds.
        let after: chrono::NaiveDate = given.valid_until.to_string().parse().unwrap();
        let after = after.succ_opt().unwrap();
        house.it_is(&format!("{after}T01:00:00Z"));
        change(&house, order, |form| {
            form.components[0]
                .values
                .insert("press".into(), "对开四色".into());
        })
        .await;
        assert_eq!(state().await, "requirements_confirmed");
    });
}
