//! The images of an act's rows, as what it changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::StoryPlace;
use crate::error::{DeskError, Failure};
use crate::orders::fields::{Field, Kind, Level};
use crate::orders::stored::{Columns, value_from};

/// What the trail keeps of an act's rows.
#[derive(Deserialize)]
pub(super) struct Changes {
    rows: Vec<Image>,
}

impl Changes {
    /// Reads what the trail keeps.
    ///
    /// # Errors
    /// When it is something else.
    pub(super) fn read(kept: &str) -> Result<Self, DeskError> {
        serde_json::from_str(kept).map_err(|_| {
            Failure::UnknownValue {
                what: "audit.changes",
                value: kept.chars().take(80).collect(),
            }
            .into()
        })
    }

    /// Adds the customers and people that stand in the rows of the order's form.
    pub(super) fn named(&self, customers: &mut BTreeSet<i64>, people: &mut BTreeSet<i64>) {
        for image in &self.rows {
            let fields = level_of(image).into_iter().flat_map(Level::fields);
            for field in fields {
                let ids = match field.kind {
                    Kind::Customer => &mut *customers,
                    Kind::Person => &mut *people,
                    _ => continue,
                };
                let sides = [&image.before, &image.after].into_iter().flatten();
                ids.extend(sides.filter_map(|side| side.get(field.key).and_then(Json::as_i64)));
            }
        }
    }
}

/// What those are called who are known by number.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) customers: BTreeMap<i64, String>,
    pub(super) people: BTreeMap<i64, String>,
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

/// What was told so far: how each row stood. An image holds what an act changed; a field of two columns needs both.
#[derive(Debug, Default)]
pub(super) struct Told {
    rows: BTreeMap<(Level, i64), Map<String, Json>>,
    names: Names,
}

impl Told {
    /// Nothing yet.
    pub(super) fn knowing(names: Names) -> Self {
        Self {
            names,
            ..Self::default()
        }
    }

    /// What an act changed, and why.
    ///
    /// # Errors
    /// When a row holds what its fields do not know.
    pub(super) fn of(&mut self, changes: &Changes) -> Result<(Vec<StoryPlace>, String), DeskError> {
        let mut places: Vec<StoryPlace> = Vec::new();
        let mut reason = String::new();
        for image in &changes.rows {
            let found = match level_of(image) {
                Some(level) => self.row(level, image)?,
                None => signed_place(image).into_iter().collect(),
            };
            // A change that stands at once is in its places and in the form: it is told once.
            for place in found {
                if !places.contains(&place) {
                    places.push(place);
                }
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
        let key = (level, image.id);
        let mut before = self.rows.remove(&key).unwrap_or_default();
        before.extend(image.before.clone().unwrap_or_default());
        let mut after = before.clone();
        after.extend(image.after.clone().unwrap_or_default());
        let called = called(level, &after);
        let touched: BTreeSet<&String> = [&image.before, &image.after]
            .into_iter()
            .flatten()
            .flat_map(Map::keys)
            .collect();
        let whole = |old: &str, new: &str| {
            vec![StoryPlace {
                label: format!("{} {called}", level.label()).trim_end().to_owned(),
                old: old.to_owned(),
                new: new.to_owned(),
            }]
        };
        if !matches!(level, Level::Order | Level::Product) {
            match (&image.before, &image.after) {
                (None, _) => {
                    let text = self.joined(level, &after)?;
                    self.rows.insert(key, after);
                    return Ok(whole("", &text));
                }
                (_, None) => return Ok(whole(&self.joined(level, &before)?, "")),
                _ => {}
            }
        }
        let mut places = Vec::new();
        for field in level.fields() {
            let columns = field.columns();
            if !columns
                .iter()
                .any(|column| touched.contains(&(*column).to_owned()))
            {
                continue;
            }
            places.push(StoryPlace {
                label: match called.as_str() {
                    "" => field.label.to_owned(),
                    called => format!("{called}·{}", field.label),
                },
                old: self.shown(field, &before)?,
                new: self.shown(field, &after)?,
            });
        }
        self.rows.insert(key, after);
        Ok(places)
    }

    /// The filled fields of a whole row.
    fn joined(&self, level: Level, row: &Map<String, Json>) -> Result<String, DeskError> {
        let mut texts = Vec::new();
        for field in level.fields() {
            let text = self.shown(field, row)?;
            if !text.is_empty() {
                texts.push(text);
            }
        }
        Ok(texts.join(" · "))
    }

    /// A field as a person reads it.
    fn shown(&self, field: &Field, row: &Map<String, Json>) -> Result<String, DeskError> {
        let names = match field.kind {
            Kind::Customer => &self.names.customers,
            Kind::Person => &self.names.people,
            _ => {
                let columns = field.columns();
                if !columns.iter().all(|column| row.contains_key(*column)) {
                    return Ok(String::new());
                }
                let value = value_from(field, &Side(row))?;
                return Ok(value.map(|value| value.shown(field)).unwrap_or_default());
            }
        };
        let id = row.get(field.key).and_then(Json::as_i64);
        Ok(id
            .and_then(|id| names.get(&id))
            .cloned()
            .unwrap_or_default())
    }
}

/// The part of the form a row belongs to.
fn level_of(image: &Image) -> Option<Level> {
    Level::ALL
        .into_iter()
        .find(|level| level.table() == image.table)
}

/// How a row is called; nothing of what has no name of its own.
fn called(level: Level, row: &Map<String, Json>) -> String {
    let naming = match level {
        Level::Component => "name",
        Level::Finishing => "process",
        _ => return String::new(),
    };
    let name = row.get(naming).and_then(Json::as_str);
    name.unwrap_or_default().to_owned()
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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    /// What the last of some acts changed, and why.
    fn told(acts: &[Json]) -> (Vec<(String, String, String)>, String) {
        let names = |all: &[(i64, &str)]| {
            all.iter()
                .map(|(id, name)| (*id, (*name).to_owned()))
                .collect()
        };
        let mut told = Told::knowing(Names {
            customers: names(&[
                (1, "深圳市彩源文化传播有限公司"),
                (2, "广州天虹贸易有限公司"),
            ]),
            people: names(&[(3, "林晓梅")]),
        });
        let mut last = None;
        for rows in acts {
            let kept = serde_json::json!({ "format": 1, "rows": rows }).to_string();
            last = Some(told.of(&Changes::read(&kept).unwrap()).unwrap());
        }
        let (places, reason) = last.unwrap();
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
        // As the writer keeps them: of a change the changed columns alone.
        let entered = serde_json::json!([
            { "table": "orders", "id": 1, "before": null, "after": { "unit_price": 432_000, "state": "registered", "revision": 1 } },
            { "table": "products", "id": 1, "before": null, "after": { "width": 2_100, "height": 2_850 } },
            { "table": "components", "id": 7, "before": null, "after": { "name": "封面", "grammage": 157, "colours_front": 4, "colours_back": 4, "parent_width": 8_890, "parent_height": 11_940 } },
        ]);
        let saved = serde_json::json!([
            { "table": "orders", "id": 1, "before": { "unit_price": 432_000, "revision": 1 }, "after": { "unit_price": 450_000, "revision": 2 } },
            { "table": "products", "id": 1, "before": { "height": 2_850 }, "after": { "height": 2_970 } },
            { "table": "components", "id": 7, "before": { "grammage": 157, "colours_back": 4, "parent_width": 8_890 }, "after": { "grammage": 200, "colours_back": 1, "parent_width": 7_870 } },
            { "table": "finishing_steps", "id": 3, "before": null, "after": { "process": "烫金", "row_key": "f1" } },
            { "table": "signatures", "id": 3, "before": null, "after": { "medium": "pin" } },
        ]);
        let (places, reason) = told(&[entered.clone(), saved]);
        assert_eq!(reason, "");
        assert_eq!(places[0], place("单价(含税)", "43.20 元", "45.00 元"));
        assert_eq!(places[1], place("成品尺寸", "210 × 285 mm", "210 × 297 mm"));
        for wanted in [
            place("封面·克重", "157 g/m²", "200 g/m²"),
            place("封面·印刷颜色", "4+4", "4+1"),
            place("封面·规格", "889 × 1194 mm", "787 × 1194 mm"),
        ] {
            assert!(places.contains(&wanted), "{wanted:?} among {places:?}");
        }
        assert_eq!(places.last().unwrap(), &place("后加工 烫金", "", "烫金"));
        let gone = serde_json::json!([
            { "table": "components", "id": 7, "before": { "name": "封面", "grammage": 157 }, "after": null },
        ]);
        let (places, _) = told(&[entered, gone]);
        assert_eq!(
            (places[0].0.as_str(), places[0].2.as_str()),
            ("部件 封面", "")
        );
    }

    #[test]
    fn clause_s_4_4_2a_a_signed_change_bears_its_places_and_its_reason() {
        let rows = serde_json::json!([
            { "table": "amendments", "id": 1, "before": null, "after": { "reason": "客户改样", "state": "pending" } },
            { "table": "amendment_places", "id": 1, "before": null, "after": { "label": "封面·克重", "old_text": "157 g/m²", "new_text": "200 g/m²" } },
        ]);
        assert_eq!(
            told(&[rows]),
            (
                vec![place("封面·克重", "157 g/m²", "200 g/m²")],
                "客户改样".to_owned()
            )
        );
        assert!(Changes::read("nonsense").is_err());
    }

    #[test]
    fn clause_s_4_4_2a_a_change_that_stands_at_once_is_told_once() {
        let rows = serde_json::json!([
            { "table": "amendments", "id": 1, "before": null, "after": { "reason": "客户来电", "state": "in_force" } },
            { "table": "amendment_places", "id": 1, "before": null, "after": { "label": "备注", "old_text": "", "new_text": "送货前先打电话" } },
            { "table": "orders", "id": 1, "before": { "remark": null }, "after": { "remark": "送货前先打电话" } },
        ]);
        let (places, _) = told(&[rows]);
        assert_eq!(places, [place("备注", "", "送货前先打电话")]);
    }

    #[test]
    fn clause_f7_08_a_customer_and_a_person_are_told_by_name() {
        let rows = serde_json::json!([
            { "table": "orders", "id": 1, "before": { "customer_id": 1, "assistant_id": null }, "after": { "customer_id": 2, "assistant_id": 3 } },
        ]);
        let (places, _) = told(&[rows]);
        let customer = place("客户", "深圳市彩源文化传播有限公司", "广州天虹贸易有限公司");
        let assistant = place("业务助理", "", "林晓梅");
        assert_eq!(places, [customer, assistant]);
    }
}
