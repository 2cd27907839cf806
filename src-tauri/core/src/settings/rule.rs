//! Which rules there are, and what they are when nobody has set them.

use super::{PaperTable, StandardCycle};
use crate::accounts::{Matrix, Power, Role};
use crate::error::Refuse;
use crate::imposition::BindingLimits;
use crate::measures::Fen;

/// A rule the house can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// S-4.3.1C: a case-bound album is reviewed (`on`/`off`).
    ReviewCaseBound,
    /// S-4.3.1C: every case-bound product is reviewed, not albums alone (`on`/`off`).
    ReviewEveryCaseBound,
    /// S-4.3.1D: an order above this amount is reviewed; fen, or `off`.
    ReviewAmountAbove,
    /// S-4.4.2b: how many places of one version may be changed by signature.
    PlacesPerVersion,
    /// Within how many days the same job of the same customer is warned of.
    DuplicateWithinDays,
    /// Evidence of a recorded signature may follow until the order is archived (`on`/`off`).
    EvidenceMayFollow,
    /// Idle minutes after which the screen locks.
    LockAfterMinutes,
    /// S-4.1.3: most pages of 骑马订 without a warning.
    SaddleStitchPages,
    /// S-4.1.3: heaviest cover of 骑马订 without a warning, g/m².
    SaddleStitchCover,
    /// S-4.1.3: most pages of 胶装 without a warning.
    PerfectBoundPages,
    /// S-4.1.3: heaviest text of a bound book without a warning, g/m².
    TextGrammage,
    /// S-4.1.3: warn of a piece larger than its press sheet (`on`/`off`).
    WarnTrimOnSheet,
    /// S-4.1.3: warn of embossing on film (`on`/`off`).
    WarnEmbossedFilm,
    /// The working days of each product and what adds to them, as JSON.
    StandardCycle,
    /// How heavy a full carton may be, grams.
    CartonWeight,
    /// How thick the papers are, as JSON.
    PaperTable,
    /// Who may, on a line of the table of authority the procedure leaves open: codes of roles with commas.
    Who(Power),
}

impl Rule {
    /// Every rule but the lines of the table of authority.
    pub const ALL: [Self; 16] = [
        Self::ReviewCaseBound,
        Self::ReviewEveryCaseBound,
        Self::ReviewAmountAbove,
        Self::PlacesPerVersion,
        Self::DuplicateWithinDays,
        Self::EvidenceMayFollow,
        Self::LockAfterMinutes,
        Self::SaddleStitchPages,
        Self::SaddleStitchCover,
        Self::PerfectBoundPages,
        Self::TextGrammage,
        Self::WarnTrimOnSheet,
        Self::WarnEmbossedFilm,
        Self::StandardCycle,
        Self::CartonWeight,
        Self::PaperTable,
    ];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReviewCaseBound => "review_case_bound",
            Self::ReviewEveryCaseBound => "review_every_case_bound",
            Self::ReviewAmountAbove => "review_amount_above",
            Self::PlacesPerVersion => "places_per_version",
            Self::DuplicateWithinDays => "duplicate_within_days",
            Self::EvidenceMayFollow => "evidence_may_follow",
            Self::LockAfterMinutes => "lock_after_minutes",
            Self::SaddleStitchPages => "saddle_stitch_pages",
            Self::SaddleStitchCover => "saddle_stitch_cover",
            Self::PerfectBoundPages => "perfect_bound_pages",
            Self::TextGrammage => "text_grammage",
            Self::WarnTrimOnSheet => "warn_trim_on_sheet",
            Self::WarnEmbossedFilm => "warn_embossed_film",
            Self::StandardCycle => "standard_cycle",
            Self::CartonWeight => "carton_weight",
            Self::PaperTable => "paper_table",
            Self::Who(power) => power.setting(),
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let lines = Power::ALL.iter().map(|power| Self::Who(*power));
        Self::ALL
            .into_iter()
            .chain(lines)
            .find(|rule| rule.code() == code)
    }
}

/// The rules of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseRules {
    /// S-4.3.1C switched on.
    pub review_case_bound: bool,
    /// Trigger C for every case-bound product (default on, the safer reading).
    pub review_every_case_bound: bool,
    /// S-4.3.1D: strictly above this amount, tax included; `None` switches the trigger off.
    pub review_amount_above: Option<Fen>,
    /// S-4.4.2b: one more place than this forces a new version.
    pub places_per_version: usize,
    /// The same customer, product, size and quantity within so many days is warned of; 0 is the same day only.
    pub duplicate_within_days: i64,
    /// 后补 is allowed.
    pub evidence_may_follow: bool,
    /// Idle minutes after which the screen locks.
    pub lock_after_minutes: i64,
    /// Who may do what.
    pub authority: Matrix,
    /// S-4.1.3: beyond which the bindery is warned of.
    pub binding_limits: BindingLimits,
    /// S-4.1.3: a piece larger than its press sheet is warned of.
    pub warn_trim_on_sheet: bool,
    /// S-4.1.3: embossing on film is warned of.
    pub warn_embossed_film: bool,
    /// 标准生产周期.
    pub standard_cycle: StandardCycle,
    /// How heavy a full carton may be, grams.
    pub carton_weight: i64,
    /// 纸表.
    pub paper_table: PaperTable,
}

impl Default for HouseRules {
    fn default() -> Self {
        const FIFTY_THOUSAND_YUAN: Fen = Fen(5_000_000);
        const FIFTEEN_KILOGRAMS: i64 = 15_000;
        Self {
            review_case_bound: true,
            review_every_case_bound: true,
            review_amount_above: Some(FIFTY_THOUSAND_YUAN),
            places_per_version: 3,
            duplicate_within_days: 30,
            evidence_may_follow: true,
            lock_after_minutes: 15,
            authority: Matrix::default(),
            binding_limits: BindingLimits::default(),
            warn_trim_on_sheet: true,
            warn_embossed_film: true,
            standard_cycle: StandardCycle::default(),
            carton_weight: FIFTEEN_KILOGRAMS,
            paper_table: PaperTable::default(),
        }
    }
}

impl HouseRules {
    /// Puts one value in force.
    ///
    /// # Errors
    /// When the value is none the rule understands.
    pub(crate) fn take(&mut self, rule: Rule, value: &str) -> Result<(), SettingRefusal> {
        let refused = || SettingRefusal::BadValue {
            rule: rule.code(),
            value: value.to_owned(),
        };
        let switch = |value: &str| match value {
            "on" => Ok(true),
            "off" => Ok(false),
            _ => Err(refused()),
        };
        let number = |value: &str, most: i64| {
            value
                .parse::<i64>()
                .ok()
                .filter(|number| (1..=most).contains(number))
                .ok_or_else(refused)
        };
        match rule {
            Rule::ReviewCaseBound => self.review_case_bound = switch(value)?,
            Rule::ReviewEveryCaseBound => self.review_every_case_bound = switch(value)?,
            Rule::ReviewAmountAbove if value == "off" => self.review_amount_above = None,
            Rule::ReviewAmountAbove => {
                let fen = value
                    .parse::<i64>()
                    .ok()
                    .filter(|fen| *fen >= 0)
                    .ok_or_else(refused)?;
                self.review_amount_above = Some(Fen(fen));
            }
            Rule::PlacesPerVersion => {
                self.places_per_version = value
                    .parse::<usize>()
                    .ok()
                    .filter(|places| (1..=20).contains(places))
                    .ok_or_else(refused)?
            }
            Rule::DuplicateWithinDays => {
                self.duplicate_within_days = value
                    .parse::<i64>()
                    .ok()
                    .filter(|days| (0..=3_650).contains(days))
                    .ok_or_else(refused)?;
            }
            Rule::EvidenceMayFollow => self.evidence_may_follow = switch(value)?,
            Rule::LockAfterMinutes => {
                self.lock_after_minutes = value
                    .parse::<i64>()
                    .ok()
                    .filter(|minutes| (1..=240).contains(minutes))
                    .ok_or_else(refused)?;
            }
            Rule::Who(power) => {
                let roles: Option<Vec<Role>> = value.split(',').map(Role::from_code).collect();
                self.authority.set(power, roles.ok_or_else(refused)?);
            }
            Rule::SaddleStitchPages => {
                self.binding_limits.saddle_stitch_pages = number(value, 10_000)?;
            }
            Rule::SaddleStitchCover => {
                self.binding_limits.saddle_stitch_cover = number(value, 2_000)?;
            }
            Rule::PerfectBoundPages => {
                self.binding_limits.perfect_bound_pages = number(value, 10_000)?;
            }
            Rule::TextGrammage => self.binding_limits.text_grammage = number(value, 2_000)?,
            Rule::WarnTrimOnSheet => self.warn_trim_on_sheet = switch(value)?,
            Rule::WarnEmbossedFilm => self.warn_embossed_film = switch(value)?,
            Rule::StandardCycle => {
                self.standard_cycle = StandardCycle::from_text(value).ok_or_else(refused)?;
            }
            Rule::CartonWeight => self.carton_weight = number(value, 1_000_000)?,
            Rule::PaperTable => {
                self.paper_table = PaperTable::from_text(value).ok_or_else(refused)?;
            }
        }
        Ok(())
    }
}

/// Why a rule is not set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingRefusal {
    /// The rule does not take that value.
    #[error("{rule} cannot be {value}")]
    BadValue {
        /// Which rule.
        rule: &'static str,
        /// What was given.
        value: String,
    },
    /// The procedure itself says who: the line is not the house's to set.
    #[error("the line {power} is fixed by clause {clause}")]
    FixedByClause {
        /// Which line.
        power: &'static str,
        /// By which clause.
        clause: &'static str,
    },
    /// There is no such rule.
    #[error("there is no rule {code}")]
    NoSuchRule {
        /// As given.
        code: String,
    },
    /// The first day cannot be read.
    #[error("{text} is no day")]
    BadDay {
        /// As typed.
        text: String,
    },
    /// A rule holds from today on or later: the past is not rewritten.
    #[error("a rule does not hold from a day that is past")]
    FromThePast,
    /// Somebody has to say why.
    #[error("no reason was given")]
    NoReason,
}

impl Refuse for SettingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::BadValue { .. } => "bad_setting_value",
            Self::FixedByClause { .. } => "setting_fixed_by_clause",
            Self::NoSuchRule { .. } => "no_such_rule",
            Self::BadDay { .. } => "setting_bad_day",
            Self::FromThePast => "setting_from_the_past",
            Self::NoReason => "setting_needs_reason",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::BadValue { rule, value } => {
                vec![("rule", (*rule).to_owned()), ("value", value.clone())]
            }
            Self::NoSuchRule { code } => vec![("rule", code.clone())],
            Self::BadDay { text } => vec![("text", text.clone())],
            Self::FixedByClause { power, clause } => vec![
                ("power", (*power).to_owned()),
                ("clause", (*clause).to_owned()),
            ],
            Self::FromThePast | Self::NoReason => Vec::new(),
        }
    }
}
