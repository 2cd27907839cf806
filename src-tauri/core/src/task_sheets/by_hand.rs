//! What a person put in instead of the reckoning, on paper: a star behind the figure, and a line that says what was reckoned.

use std::collections::BTreeMap;

use crate::documents::forms::Value;
use crate::documents::forms::task_sheet::SheetForm;
use crate::imposition::{FormRow, PlannedForm};
use crate::measures::Quantity;
use crate::orders::fields::Level;
use crate::orders::style_word;

/// Behind a figure that was put in by hand.
const STAR: &str = "*";

/// What was reckoned, by path, where something was put in by hand.
pub(super) struct Stars(pub(super) BTreeMap<String, String>);

impl Stars {
    /// The value with its star, where its path was put in by hand.
    pub(super) fn on(&self, path: &str, mut value: Value) -> Value {
        if self.0.contains_key(path) && !value.now.is_empty() {
            value.now.push_str(STAR);
        }
        value
    }

    /// Whether something was put in at this path.
    pub(super) fn at(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// `* 手改，算得：印张正数 15,000；第3贴 正数 2,000`; empty where nothing was put in.
    pub(super) fn note(&self, row: &str, forms: &[PlannedForm]) -> String {
        let fields = Level::Component.fields().iter();
        let mut words: Vec<String> = fields
            .filter_map(|field| {
                let was = self.0.get(&format!("component:{row}.{}", field.key))?;
                Some(format!("{} {was}", field.label))
            })
            .collect();
        words.extend(forms.iter().filter_map(form_note));
        if words.is_empty() {
            String::new()
        } else {
            format!("{STAR} 手改，算得：{}", words.join("；"))
        }
    }
}

/// What was reckoned for the cells of one form.
fn form_note(form: &PlannedForm) -> Option<String> {
    let number = form.number;
    if form.added {
        return Some(format!("第{number}贴 另加"));
    }
    if form.gone {
        return Some(format!("第{number}贴 不印"));
    }
    let (now, was) = (&form.row, &form.reckoned);
    let mut words = Vec::new();
    if now.pages != was.pages {
        words.push(format!("P数 {}", was.pages.unwrap_or_default()));
    }
    if now.style != was.style {
        words.push(style_word(was.style).to_owned());
    }
    for (label, now, was) in [
        ("正数", now.good_sheets, was.good_sheets),
        ("印版", now.plates, was.plates),
        ("付数", now.sets, was.sets),
    ] {
        if now != was {
            words.push(format!("{label} {}", Quantity(was)));
        }
    }
    (!words.is_empty()).then(|| format!("第{number}贴 {}", words.join("，")))
}

/// The printed forms, those alike gathered: `7 × 2,000`.
pub(super) fn form_rows(forms: &[PlannedForm]) -> Vec<SheetForm> {
    let mut runs: Vec<(i64, &PlannedForm)> = Vec::new();
    let alike = |one: &PlannedForm, other: &PlannedForm| {
        let same = |one: &FormRow, other: &FormRow| {
            (one.pages, one.style, one.good_sheets, one.plates)
                == (other.pages, other.style, other.good_sheets, other.plates)
        };
        same(&one.row, &other.row) && same(&one.reckoned, &other.reckoned)
    };
    for form in forms.iter().filter(|form| !form.gone) {
        match runs.last_mut() {
            Some((count, first)) if alike(first, form) => *count += 1,
            _ => runs.push((1, form)),
        }
    }
    let counted = |number: i64| Quantity(number).to_string();
    let starred = |text: String, by_hand: bool| -> Value {
        let star = if by_hand && !text.is_empty() {
            STAR
        } else {
            ""
        };
        format!("{text}{star}").into()
    };
    runs.into_iter()
        .map(|(count, form)| {
            let (now, was) = (&form.row, &form.reckoned);
            let pages = now.pages.map(|pages| pages.to_string());
            SheetForm {
                count: count.to_string().into(),
                pages: starred(pages.unwrap_or_default(), now.pages != was.pages),
                work_style: starred(style_word(now.style).to_owned(), now.style != was.style),
                good_sheets: starred(counted(now.good_sheets), now.good_sheets != was.good_sheets),
                spoilage: counted(now.spoilage).into(),
                plates: starred(now.plates.to_string(), now.plates != was.plates),
            }
        })
        .collect()
}
