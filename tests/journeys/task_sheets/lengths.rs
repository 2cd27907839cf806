//! Sheets of every length through the desk: a leaflet and a book on two pages, twelve components with forty steps on five. Every
//! page is whole, numbered, and says what it is a page of (S-4.4.1A-1).

use std::process::Command;

use docket_core::files::{ContentStore, FileHash};
use docket_core::orders::wire::OrderForm;

use super::{
    a_review, a_stamped_sample, agreed, approved, audited, checked, frozen_pdf, issue, red,
    the_book,
};
use crate::orders::{a_customer, registered, row};
use crate::support::{TestDesk, on_both};

/// The pages of a PDF as texts, without any space.
fn pages(house: &TestDesk, sha256: &str) -> Vec<String> {
    let path = ContentStore::open(house.path().join("attachments"))
        .path_of(&FileHash::read(sha256).expect("a hash"))
        .expect("the PDF is kept");
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(path)
        .arg("-")
        .output()
        .expect("pdftotext runs");
    let text = String::from_utf8(output.stdout).expect("text");
    let pages = text.split('\u{c}');
    pages
        .map(|page| page.split_whitespace().collect::<String>())
        .filter(|page| !page.is_empty())
        .collect()
}

async fn issued(house: &TestDesk, form: &OrderForm) -> Vec<String> {
    let order = registered(house, form).await;
    agreed(house, order).await;
    audited(house, order).await;
    a_stamped_sample(house, order).await;
    if red(house, order).await.contains(&"review_required") {
        a_review(house, order).await;
    }
    if red(house, order).await.contains(&"effect_approval") {
        approved(house, order).await;
    }
    checked(house, order).await;
    issue(house, order).await.expect("the sheet is issued");
    let pages = pages(house, &frozen_pdf(house, order).await);
    let count = pages.len();
    for (at, page) in pages.iter().enumerate() {
        let said = format!("第{}/{count}页", at + 1);
        assert!(page.contains(&said), "{said}: {page}");
        assert!(
            page.contains("RW-2026-A"),
            "page {} says its number",
            at + 1
        );
        assert!(page.contains("V1"), "page {} says its version", at + 1);
    }
    pages
}

/// A leaflet: one component.
fn a_leaflet() -> OrderForm {
    let mut form = the_book();
    for (key, text) in [("name", "新品折页"), ("type", "单张")] {
        form.product.insert(key.to_owned(), text.to_owned());
    }
    form.product.remove("binding");
    form.order.insert("unit_price".to_owned(), "1".to_owned());
    form.components.truncate(1);
    form
}

/// Twelve components and forty steps.
fn a_kit() -> OrderForm {
    let mut form = the_book();
    for number in form.components.len() + 1..=12 {
        let name = format!("内衬 {number}");
        form.components.push(row(
            &format!("c{number}"),
            &[
                ("name", &name),
                ("pages", "4"),
                ("grade", "特种纸"),
                ("grammage", "140"),
                ("parent_size", "889x1194"),
                ("cuts", "4"),
                ("colours", "0+0"),
                ("work_style", "不印刷"),
                ("pages_per_side", "2"),
                ("remark", "按样对位，压痕在外"),
            ],
        ));
    }
    let names: Vec<String> = form
        .components
        .iter()
        .filter_map(|row| row.values.get("name").cloned())
        .collect();
    form.finishing = (1..=40)
        .map(|number| {
            let component = &names[(number - 1) % names.len()];
            let demand = format!("第 {number} 道：压痕不爆线，公差 0.5 mm");
            row(
                &format!("f{number}"),
                &[
                    ("process", "折页"),
                    ("component", component),
                    ("detail", &demand),
                ],
            )
        })
        .collect();
    form
}

#[test]
fn clause_s_4_4_1a_1_a_leaflet_and_a_book_of_four_parts_go_on_two_pages_each() {
    on_both(async |house| {
        a_customer(&house).await;
        for form in [a_leaflet(), the_book()] {
            assert_eq!(issued(&house, &form).await.len(), 2);
        }
    });
}

#[test]
fn clause_s_4_4_1a_1_twelve_components_and_forty_steps_lose_nothing_on_their_way_to_paper() {
    on_both(async |house| {
        a_customer(&house).await;
        let pages = issued(&house, &a_kit()).await;
        assert_eq!(pages.len(), 5);
        let whole = pages.concat();
        for number in 5..=12 {
            assert!(
                whole.contains(&format!("内衬{number}")),
                "component {number}"
            );
        }
        for number in 1..=40 {
            let demand = format!("第{number}道：压痕不爆线，公差0.5mm");
            assert!(whole.contains(&demand), "step {number}");
        }
    });
}
