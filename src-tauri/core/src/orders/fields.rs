//! The field dictionary of a print order, as data.
//!
//! Forms, storage, the read-back to the customer, differences, change authority and the release check all walk this one
//! list, so a field is described once. A field's key is the name of its column; a size and a pair of colours take two
//! columns ([`Field::columns`]).
//!
//! **Invariant:** keys are unique within a level, and each column of the order tables that a person fills has its field.
//! **Invariant:** choices are closed because a rule depends on them; presets are suggestions and any text is taken.

mod component;
mod group;
mod order;
mod product;
mod rows;

pub use group::Group;

use Kind as K;

/// Which part of the order a field describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The order itself: one.
    Order,
    /// What is being made: one.
    Product,
    /// 部件: a book has several.
    Component,
    /// 后加工: an ordered list.
    Finishing,
    /// 交货批次.
    Drop,
    /// 付款方式: one row an instalment.
    Instalment,
    /// 服务项目: 设计费, 打样费, 运费: an amount beside the product, without a task sheet (F7-02).
    Service,
}

impl Level {
    /// All levels, in the order the form is read.
    pub const ALL: [Self; 7] = [
        Self::Order,
        Self::Product,
        Self::Component,
        Self::Finishing,
        Self::Drop,
        Self::Instalment,
        Self::Service,
    ];

    /// The levels that have rows.
    pub const ROWS: [Self; 5] = [
        Self::Component,
        Self::Finishing,
        Self::Drop,
        Self::Instalment,
        Self::Service,
    ];

    /// Stable code: the first word of a path.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Product => "product",
            Self::Component => "component",
            Self::Finishing => "finishing",
            Self::Drop => "drop",
            Self::Instalment => "instalment",
            Self::Service => "service",
        }
    }

    /// The table its rows are kept in.
    #[must_use]
    pub const fn table(self) -> &'static str {
        match self {
            Self::Order => "orders",
            Self::Product => "products",
            Self::Component => "components",
            Self::Finishing => "finishing_steps",
            Self::Drop => "drops",
            Self::Instalment => "instalments",
            Self::Service => "service_lines",
        }
    }

    /// What one row of it is called on paper.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Order => "订单",
            Self::Product => "产品",
            Self::Component => "部件",
            Self::Finishing => "后加工",
            Self::Drop => "交货批次",
            Self::Instalment => "付款",
            Self::Service => "服务项目",
        }
    }

    /// The letter its row keys begin with: `c1`, `f2`.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Order => 'o',
            Self::Product => 'q',
            Self::Component => 'c',
            Self::Finishing => 'f',
            Self::Drop => 'd',
            Self::Instalment => 'p',
            Self::Service => 's',
        }
    }

    /// Its fields, in the order they are asked on the phone.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Order => order::FIELDS,
            Self::Product => product::FIELDS,
            Self::Component => component::FIELDS,
            Self::Finishing => rows::FINISHING,
            Self::Drop => rows::DROPS,
            Self::Instalment => rows::INSTALMENTS,
            Self::Service => rows::SERVICES,
        }
    }

    /// One of its fields.
    #[must_use]
    pub fn field(self, key: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.key == key)
    }
}

/// How the text of a field is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Text,
    /// Several lines.
    Multiline,
    /// One of a closed list.
    Choice,
    /// Text with suggestions.
    Preset,
    /// Yes or no.
    Check,
    /// A whole number, 0 or more.
    Integer,
    /// A number of pieces.
    Quantity,
    /// 元 with up to four decimals.
    UnitPrice,
    /// 元 with two decimals.
    Money,
    /// Percent with up to two decimals.
    Percent,
    /// Reams of 500 sheets, with up to three decimals.
    Reams,
    /// The touched cells of a 贴 table.
    Forms,
    /// A day.
    Date,
    /// A time of day, to the minute.
    Time,
    /// Width × height in millimetres.
    Size,
    /// A parent sheet: width × height, or a web by its width (卷筒 787).
    ParentSheet,
    /// A length in millimetres.
    Millimetres,
    /// Process colours front + back.
    Colours,
    /// A thickness; stored in µm.
    Micrometres,
    /// The name of a customer in the list.
    Customer,
    /// The name of a person of the house.
    Person,
}

impl Kind {
    /// Stable code, as the window knows it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Multiline => "multiline",
            Self::Choice => "choice",
            Self::Preset => "preset",
            Self::Check => "check",
            Self::Integer => "integer",
            Self::Quantity => "quantity",
            Self::UnitPrice => "unitPrice",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Reams => "reams",
            Self::Forms => "forms",
            Self::Date => "date",
            Self::Time => "time",
            // A field like any other size: the window only shows what was understood.
            Self::Size | Self::ParentSheet => "size",
            Self::Millimetres => "millimetres",
            Self::Colours => "colours",
            Self::Micrometres => "micrometres",
            Self::Customer => "customer",
            Self::Person => "person",
        }
    }
}

/// One value of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stable code, as stored.
    pub code: &'static str,
    /// As shown and printed.
    pub label: &'static str,
    /// The English term.
    pub english: &'static str,
}

/// When a field must be filled before the task sheet is issued (the stars of the field dictionary).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// Not starred.
    No,
    /// Always, in each row there is.
    Always,
    /// For paper; boards have none of it.
    ForPaper,
    /// For boards: 厚度 stands for 克重.
    ForBoards,
    /// Where something is printed; 不印刷 has none of it.
    ForPrinted,
    /// Where the customer has quality requirements of their own (S-4.4.1B).
    ForSpecialQuality,
    /// Where payment is by the month (月结 N 天).
    ForMonthlyTerms,
}

/// What a change of the field touches, hence who must agree to it (the change authority matrix).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeClass {
    /// No effect on production or price: 业务助理.
    Clerical,
    /// Above the standard: a review line of 品质.
    Quality,
    /// Material, size, colours, processes, binding, packing: 财务 or 业务总监 (S-4.4.3).
    Cost,
    /// Quantity, price, delivery date: 业务总监 and the customer's consent.
    Commercial,
}

/// One field of the dictionary.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Name of the column, and the last word of a path.
    pub key: &'static str,
    /// Which part of the order it describes.
    pub level: Level,
    /// How its text is understood.
    pub kind: Kind,
    /// As shown and printed.
    pub label: &'static str,
    /// The English term.
    pub english: &'static str,
    /// Unit shown behind it; empty where there is none.
    pub unit: &'static str,
    /// The card it stands on.
    pub group: Group,
    /// The closed list, where there is one.
    pub choices: &'static [Choice],
    /// Values of it that are only read where they stand already, and chosen no more.
    pub withdrawn: &'static [&'static str],
    /// Suggestions, where there are some.
    pub presets: &'static [&'static str],
    /// What stands in it when a row is added: what is nearly always so, as typed.
    pub initial: &'static str,
    /// When it must be filled at release.
    pub required: Required,
    /// Whether it is read back to the customer, who is asked again when it changes (S-4.1.2b).
    pub read_back: bool,
    /// What a change of it touches.
    pub change: ChangeClass,
}

impl Field {
    /// Its columns: two for a size and for colours, else one.
    #[must_use]
    pub fn columns(&self) -> Vec<&'static str> {
        match (self.kind, self.key) {
            (K::Size, "flat_size") => vec!["flat_width", "flat_height"],
            (K::Size, "area") => vec!["area_width", "area_height"],
            (K::Size, "press_size") => vec!["press_width", "press_height"],
            (K::Size, _) => vec!["width", "height"],
            (K::ParentSheet, _) => vec!["parent_width", "parent_height"],
            (K::Colours, _) => vec!["colours_front", "colours_back"],
            (_, key) => vec![key],
        }
    }

    /// The choice of this code.
    #[must_use]
    pub fn choice(&self, code: &str) -> Option<&'static Choice> {
        self.choices.iter().find(|choice| choice.code == code)
    }

    /// Whether it carries a star anywhere.
    #[must_use]
    pub fn starred(&self) -> bool {
        self.required != Required::No
    }

    const fn unit(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }
    const fn initial(self, initial: &'static str) -> Self {
        Self { initial, ..self }
    }
    const fn choices(self, choices: &'static [Choice]) -> Self {
        Self { choices, ..self }
    }
    const fn withdrawn(self, withdrawn: &'static [&'static str]) -> Self {
        Self { withdrawn, ..self }
    }
    const fn presets(self, presets: &'static [&'static str]) -> Self {
        Self { presets, ..self }
    }
    const fn required(self, required: Required) -> Self {
        Self { required, ..self }
    }
    const fn read_back(self) -> Self {
        Self {
            read_back: true,
            ..self
        }
    }
    const fn change(self, change: ChangeClass) -> Self {
        Self { change, ..self }
    }
    const fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }
}

/// Every field, level by level.
pub fn all() -> impl Iterator<Item = &'static Field> {
    Level::ALL.into_iter().flat_map(Level::fields)
}

/// The lines of the dictionary on one level: each part of it begins with its own, and writes `OF_ORDER.field(…)`.
#[derive(Clone, Copy)]
struct Lines(Level);

impl Lines {
    /// A line before its particulars: one line of text, not required, not read back, clerical.
    const fn field(
        self,
        group: Group,
        key: &'static str,
        label: &'static str,
        english: &'static str,
    ) -> Field {
        Field {
            key,
            level: self.0,
            kind: Kind::Text,
            label,
            english,
            unit: "",
            group,
            choices: &[],
            withdrawn: &[],
            presets: &[],
            initial: "",
            required: Required::No,
            read_back: false,
            change: ChangeClass::Clerical,
        }
    }
}

const fn choice(code: &'static str, label: &'static str, english: &'static str) -> Choice {
    Choice {
        code,
        label,
        english,
    }
}

#[cfg(test)]
mod tests;
