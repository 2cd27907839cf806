//! What was put in by hand in the 贴 table: only the cells that were touched, by the number of their form.
//!
//! Written as one text, `3 sheets=2100 plates=8; 4 gone; 9 added pages=4 sheets=500`, so that it travels and is compared as
//! one place of the order.

use std::collections::BTreeMap;
use std::fmt;

use super::{Fact, Unreckonable, WorkStyle};

/// A cell of the 贴 table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormCell {
    /// P数 of the form.
    Pages,
    /// 印刷方式 of the form.
    Style,
    /// 正数.
    Sheets,
    /// 放损数.
    Spoilage,
    /// 印版 张.
    Plates,
    /// 印版 付.
    Sets,
}

impl FormCell {
    /// All cells, in the order of the table.
    pub const ALL: [Self; 6] = [
        Self::Pages,
        Self::Style,
        Self::Sheets,
        Self::Spoilage,
        Self::Plates,
        Self::Sets,
    ];

    /// Stable code, as written.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Style => "style",
            Self::Sheets => "sheets",
            Self::Spoilage => "spoilage",
            Self::Plates => "plates",
            Self::Sets => "sets",
        }
    }

    /// As printed.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pages => "P数",
            Self::Style => "印刷方式",
            Self::Sheets => "正数",
            Self::Spoilage => "放损",
            Self::Plates => "印版",
            Self::Sets => "付数",
        }
    }

    /// The cell of this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cell| cell.code() == code)
    }

    /// What a figure of it counts as, and is bounded by.
    const fn fact(self) -> Fact {
        match self {
            Self::Pages => Fact::FormPages,
            Self::Sheets | Self::Spoilage => Fact::FormSheets,
            Self::Plates | Self::Sets | Self::Style => Fact::FormPlates,
        }
    }

    /// The least and the most it may hold.
    #[must_use]
    pub const fn bounds(self) -> (i64, i64) {
        self.fact().bounds()
    }

    /// Hands the figure back if it lies within bounds.
    pub(super) fn check(self, figure: i64) -> Result<i64, Unreckonable> {
        self.fact().check(figure)
    }
}

/// What was put in by hand for one form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormEdit {
    /// A form beyond the reckoned ones.
    pub added: bool,
    /// A reckoned form that is not printed.
    pub gone: bool,
    /// How this form is printed.
    pub style: Option<WorkStyle>,
    /// The figures by cell; never [`FormCell::Style`].
    pub figures: BTreeMap<FormCell, i64>,
}

impl FormEdit {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The touched cells of a 贴 table, by the number of the form, counted from 1.
///
/// **Invariant:** no form is named without something put in for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormEdits(BTreeMap<i64, FormEdit>);

impl FormEdits {
    /// Puts in what stands for one form; nothing takes it out again.
    pub fn put(&mut self, number: i64, edit: FormEdit) {
        if edit.is_empty() {
            self.0.remove(&number);
        } else {
            self.0.insert(number, edit);
        }
    }

    /// What was put in for this form.
    #[must_use]
    pub fn of(&self, number: i64) -> Option<&FormEdit> {
        self.0.get(&number)
    }

    /// All of it, by the number of the form.
    pub fn iter(&self) -> impl Iterator<Item = (i64, &FormEdit)> {
        self.0.iter().map(|(number, edit)| (*number, edit))
    }

    /// Whether nothing was put in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As a person reads it: `第3贴 正数 2,100，印版 8；第4贴 不印`.
    #[must_use]
    pub fn shown(&self, style: impl Fn(WorkStyle) -> String) -> String {
        let form = |(number, edit): (i64, &FormEdit)| {
            let mut words = Vec::new();
            if edit.added {
                words.push("另加".to_owned());
            }
            if edit.gone {
                words.push("不印".to_owned());
            }
            for cell in FormCell::ALL {
                if cell == FormCell::Style {
                    words.extend(edit.style.map(&style));
                } else if let Some(figure) = edit.figures.get(&cell) {
                    let figure = crate::measures::Quantity(*figure);
                    words.push(format!("{} {figure}", cell.label()));
                }
            }
            format!("第{number}贴 {}", words.join("，"))
        };
        self.iter().map(form).collect::<Vec<_>>().join("；")
    }
}

impl fmt::Display for FormEdits {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = |(number, edit): (i64, &FormEdit)| {
            let mut words = vec![number.to_string()];
            words.extend(edit.added.then(|| "added".to_owned()));
            words.extend(edit.gone.then(|| "gone".to_owned()));
            for cell in FormCell::ALL {
                let text = match cell {
                    FormCell::Style => edit.style.map(|style| style.code().to_owned()),
                    _ => edit.figures.get(&cell).map(ToString::to_string),
                };
                words.extend(text.map(|text| format!("{}={text}", cell.code())));
            }
            words.join(" ")
        };
        out.pad(&self.iter().map(form).collect::<Vec<_>>().join("; "))
    }
}
