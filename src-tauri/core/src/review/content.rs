//! What a review is about: that part of the specification which production and quality have to make.

use sha2::{Digest, Sha256};

use super::Content;
use crate::files::FileHash;
use crate::orders::Specification;

/// Fields of the order itself that the plant works by; price, terms and who the customer is are sales' business.
const OF_THE_ORDER: [&str; 6] = [
    "order.sheet_type",
    "order.requested_date",
    "order.confirmed_date",
    "order.rush",
    "order.quality_standard",
    "order.quality_special",
];

/// SHA-256 over the places of a specification that production and quality answer for, given as path and text in their
/// canonical order. An opinion or a conclusion given over another hash is stale.
#[must_use]
pub fn production_hash<'a>(places: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut digest = Sha256::new_with_prefix(b"docket review content 1\n");
    for (path, text) in places.into_iter().filter(|(path, _)| is_production(path)) {
        // The length in front keeps two texts from being read as one.
        digest.update(format!("{path} {}\n{text}\n", text.len()));
    }
    FileHash::finished(digest).into()
}

/// The hash of what production and quality answer for in `specification`: by what was typed, which the words on the
/// screen of a later version do not touch.
#[must_use]
pub fn content_of(specification: &Specification) -> String {
    let form = specification.to_form();
    let records = [("order", &form.order), ("product", &form.product)];
    let lists = [
        ("component", &form.components),
        ("finishing", &form.finishing),
        ("drop", &form.drops),
    ];
    let fields = records.into_iter().flat_map(|(level, record)| {
        record
            .iter()
            .map(move |(key, text)| (format!("{level}.{key}"), text.as_str()))
    });
    let rows = lists.into_iter().flat_map(|(level, rows)| {
        rows.iter().flat_map(move |row| {
            row.values
                .iter()
                .map(move |(key, text)| (format!("{level}:{}.{key}", row.key), text.as_str()))
        })
    });
    let places: Vec<(String, &str)> = fields.chain(rows).collect();
    production_hash(places.iter().map(|(path, text)| (path.as_str(), *text)))
}

/// The same without the confirmed day, and without that of the delivery where there is but one: what an agreed day changes
/// when the order gets it (F5-1.2f). What moves besides is spoken of anew.
#[must_use]
pub fn dateless_content_of(specification: &Specification) -> String {
    let mut dateless = specification.clone();
    dateless.order.remove("confirmed_date");
    if let [only] = dateless.drops.as_mut_slice() {
        only.values.remove("date");
    }
    content_of(&dateless)
}

/// What is ordered as it stands, for a review.
#[must_use]
pub fn content(specification: &Specification) -> Content {
    Content {
        hash: content_of(specification),
        dateless: dateless_content_of(specification),
        delivery: specification.delivery_day().map(|day| day.0),
    }
}

/// Whether the place is made by the plant: the product, its components and finishing, how much goes out when, and
/// what the order says of date and quality.
fn is_production(path: &str) -> bool {
    let (level, field) = path.split_once(['.', ':']).unwrap_or((path, ""));
    match level {
        "order" => OF_THE_ORDER.contains(&path),
        "product" => !matches!(field, "name" | "part_no"),
        "component" | "finishing" => true,
        "drop" => field.ends_with(".date") || field.ends_with(".quantity"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: [(&str, &str); 9] = [
        ("order.contact", "李女士"),
        ("order.requested_date", "2026-12-08"),
        ("order.unit_price", "43.20"),
        ("product.name", "山水画册"),
        ("product.quantity", "2000"),
        ("component:c1.grammage", "157"),
        ("finishing:f1.process", "覆膜: 哑膜"),
        ("drop:d1.quantity", "1000"),
        ("instalment:p1.percent", "50"),
    ];

    #[test]
    fn clause_s_4_3_2a_an_opinion_is_about_what_the_plant_makes() {
        let before = production_hash(PLACES);
        let told = [false, true, false, false, true, true, true, true, false];
        for (place, stale) in told.into_iter().enumerate() {
            let mut changed = PLACES;
            changed[place].1 = "别的";
            assert_eq!(
                production_hash(changed) != before,
                stale,
                "{}",
                PLACES[place].0
            );
        }
        assert_ne!(
            production_hash(PLACES.into_iter().skip(4)),
            before,
            "a place that is gone is a change"
        );
    }
}
