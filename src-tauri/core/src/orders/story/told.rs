//! The images of an act's rows, as what it changed.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::StoryPlace;
use crate::error::{DeskError, Failure};
use crate::orders::fields::{Field, Kind, Level};
use crate::orders::stored::{Columns, value_from};

/// What the trail keeps of an act's rows.
#[derive(Deserialize)]
struct Changes {
    rows: Vec<Image>,
}

/// A row before and after.
#[derive(Deserialize)]
struct Image {
    table: String,
    id: i64,
    before: Option<Map<String, Json>>,
    after: Option<Map<String, Json>>,
}

/// One side of an image, read as a row.
struct Side<'a>(&'a Map<String, Json>);

impl Columns for Side<'_> {
    fn number(&self, column: &str) -> Result<Option<i64>, DeskError> {
        Ok(self.0.get(column).and_then(Json::as_i64))
    }

    fn text(&self, column: &str) -> Result<Option<String>, DeskError> {
        Ok(self.0.get(column).and_then(Json::as_str).map(str::to_owned))
    }
}

/// What was told so far: how the rows are called.
#[derive(Debug, Default)]
pub(super) struct Told {
    titles: BTreeMap<(Level, i64), String>,
}

impl Told {
    /// What an act changed, and why.
    ///
    /// # Errors
    /// When the images are something else.
    pub(super) fn of(&mut self, changes: &str) -> Result<(Vec<StoryPlace>, String), DeskError> {
        let changes: Changes =
            serde_json::from_str(changes).map_err(|_| Failure::UnknownValue {
                what: "audit.changes",
                value: changes.chars().take(80).collect(),
            })?;
        let mut places = Vec::new();
        let mut reason = String::new();
        for image in &changes.rows {
            let level = Level::ALL
                .into_iter()
                .find(|level| level.table() == image.table);
            match level {
                Some(level) => places.extend(self.row(level, image)?),
                None => places.extend(signed_place(image)),
            }
            let why = image.after.as_ref().and_then(|after| after.get("reason"));
            if let Some(why) = why.and_then(Json::as_str).filter(|_| reason.is_empty()) {
                why.clone_into(&mut reason);
            }
        }
        Ok((places, reason))
    }

    /// What changed of a row of the order's form.
    fn row(&mut self, level: Level, image: &Image) -> Result<Vec<StoryPlace>, DeskError> {
        let empty = Map::new();
        let (before, after) = (
            image.before.as_ref().unwrap_or(&empty),
            image.after.as_ref().unwrap_or(&empty),
        );
        let called = self.called(level, image);
        let whole = |old: &str, new: &str| {
            vec![StoryPlace {
                label: format!("{} {called}", level.label()).trim_end().to_owned(),
                old: old.to_owned(),
                new: new.to_owned(),
            }]
        };
        if !matches!(level, Level::Order | Level::Product) {
            match (&image.before, &image.after) {
                (None, _) => return Ok(whole("", &joined(level, after)?)),
                (_, None) => return Ok(whole(&joined(level, before)?, "")),
                _ => {}
            }
        }
        let mut places = Vec::new();
        for field in level.fields() {
            let touched = field
                .columns()
                .iter()
                .any(|column| before.contains_key(*column) || after.contains_key(*column));
            if !touched {
                continue;
            }
            places.push(StoryPlace {
                label: match called.as_str() {
                    "" => field.label.to_owned(),
                    called => format!("{called}·{}", field.label),
                },
                old: shown(field, before)?,
                new: shown(field, after)?,
            });
        }
        Ok(places)
    }

    /// How a row is called: the name it has now, else the one it had.
    fn called(&mut self, level: Level, image: &Image) -> String {
        let naming = match level {
            Level::Component => "name",
            Level::Finishing => "process",
            _ => return String::new(),
        };
        let sides = [&image.after, &image.before];
        let named = sides
            .into_iter()
            .flatten()
            .find_map(|side| side.get(naming).and_then(Json::as_str));
        let key = (level, image.id);
        match named {
            Some(named) => {
                self.titles.insert(key, named.to_owned());
                named.to_owned()
            }
            None => self.titles.get(&key).cloned().unwrap_or_default(),
        }
    }
}

/// A place of a change that was asked for by signature: it bears its own words.
fn signed_place(image: &Image) -> Option<StoryPlace> {
    let row = image.after.as_ref()?;
    if image.table != "amendment_places" || image.before.is_some() {
        return None;
    }
    let text = |column: &str| {
        let text = row.get(column).and_then(Json::as_str);
        text.unwrap_or_default().to_owned()
    };
    Some(StoryPlace {
        label: text("label"),
        old: text("old_text"),
        new: text("new_text"),
    })
}

/// The filled fields of a whole row.
fn joined(level: Level, row: &Map<String, Json>) -> Result<String, DeskError> {
    let mut texts = Vec::new();
    for field in level.fields() {
        let text = shown(field, row)?;
        if !text.is_empty() {
            texts.push(text);
        }
    }
    Ok(texts.join(" · "))
}

/// A field as a person reads it; customers and people are known by number here, and only named as changed.
fn shown(field: &Field, row: &Map<String, Json>) -> Result<String, DeskError> {
    if matches!(field.kind, Kind::Customer | Kind::Person) {
        return Ok(String::new());
    }
    let value = value_from(field, &Side(row))?;
    Ok(value.map(|value| value.shown(field)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn told(rows: &Json) -> (Vec<(String, String, String)>, String) {
        let changes = serde_json::json!({ "format": 1, "rows": rows }).to_string();
        let (places, reason) = Told::default().of(&changes).unwrap();
        let places = places.into_iter();
        (
            places
                .map(|place| (place.label, place.old, place.new))
                .collect(),
            reason,
        )
    }

    fn place(label: &str, old: &str, new: &str) -> (String, String, String) {
        (label.to_owned(), old.to_owned(), new.to_owned())
    }

    #[test]
    fn clause_f7_08_an_act_says_what_it_changed_from_what_to_what() {
        let rows = serde_json::json!([
            { "table": "orders", "id": 1, "before": { "unit_price": 432_000, "state": "registered", "revision": 1 }, "after": { "unit_price": 450_000, "state": "in_effect", "revision": 2 } },
            { "table": "products", "id": 1, "before": { "width": 2_100, "height": 2_850 }, "after": { "width": 2_100, "height": 2_970 } },
            { "table": "components", "id": 7, "before": { "name": "封面", "grammage": 157 }, "after": { "name": "封面", "grammage": 200 } },
            { "table": "finishing_steps", "id": 3, "before": null, "after": { "process": "烫金", "row_key": "f1" } },
            { "table": "signatures", "id": 3, "before": null, "after": { "medium": "pin" } },
        ]);
        let (places, reason) = told(&rows);
        assert_eq!(reason, "");
        assert_eq!(places[0], place("单价(含税)", "43.20 元", "45.00 元"));
        assert_eq!(places[1], place("成品尺寸", "210 × 285 mm", "210 × 297 mm"));
        assert!(
            places.contains(&place("封面·克重", "157 g/m²", "200 g/m²")),
            "{places:?}"
        );
        assert_eq!(places.last().unwrap(), &place("后加工 烫金", "", "烫金"));
    }

    #[test]
    fn clause_s_4_4_2a_a_signed_change_bears_its_places_and_its_reason() {
        let rows = serde_json::json!([
            { "table": "amendments", "id": 1, "before": null, "after": { "reason": "客户改样", "state": "pending" } },
            { "table": "amendment_places", "id": 1, "before": null, "after": { "label": "封面·克重", "old_text": "157 g/m²", "new_text": "200 g/m²" } },
        ]);
        assert_eq!(
            told(&rows),
            (
                vec![place("封面·克重", "157 g/m²", "200 g/m²")],
                "客户改样".to_owned()
            )
        );
        assert!(Told::default().of("nonsense").is_err());
    }
}
