//! Which rules there are, what they take, and what they are when nobody has set them.

use super::kind::{Column, ColumnKind, Group, Kind};
use super::offer::Offer;
use crate::accounts::Power;
use crate::documents::StampWords;
use crate::orders::fields::Level;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $group:ident, $kind:expr;)+) => {
        /// A rule the house can set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Rule {
            $($(#[$doc])* $name,)+
            /// Who may, on a line of the table of authority the procedure leaves open: codes of roles with commas. It has
            /// its own screen (权限表).
            Who(Power),
            /// What the form offers in a field: words, one a line.
            Offers(Offer),
        }

        impl Rule {
            /// Every rule but the lines of the table of authority and the lists of the form, in the order of the screen.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ Self::Who(power) => power.setting(), Self::Offers(offer) => offer.code() }
            }

            /// The card it stands on.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)+ Self::Who(_) => Group::Authority, Self::Offers(_) => Group::Presets }
            }

            /// What it takes.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $(Self::$name => $kind,)+ Self::Who(_) => Kind::Roles, Self::Offers(_) => Kind::Words }
            }
        }
    };
}

/// A bound that no count of the trade reaches.
const MANY: i64 = 100_000_000;

const fn count(key: &'static str, least: i64, most: i64) -> Column {
    Column {
        key,
        kind: ColumnKind::Count { least, most },
    }
}

const fn column(key: &'static str, kind: ColumnKind) -> Column {
    Column { key, kind }
}

const SPOILAGE: &[Column] = &[
    count("quantity", 1, MANY),
    count("colours", 0, 40),
    count("steps", 0, 40),
    count("fixed", 0, 100_000),
    column("percent", ColumnKind::Percent),
    count("least", 0, 100_000),
];
const CYCLE: &[Column] = &[
    column("words", ColumnKind::Words),
    column("days", ColumnKind::HalfDays),
];
const PAPERS: &[Column] = &[column("grade", ColumnKind::Words), count("bulk", 1, 1_000)];
const HOURS: &[Column] = &[
    column("from", ColumnKind::Time),
    column("to", ColumnKind::Time),
];
const DAYS: &[Column] = &[
    column("from", ColumnKind::Day),
    column("to", ColumnKind::Day),
    column("open", ColumnKind::Choice(&["closed", "open"])),
    column("remark", ColumnKind::Remark),
];

const TYPE_PRESETS: &[Column] = &[
    column("type", ColumnKind::Line),
    column("single", ColumnKind::Choice(&["parts", "single"])),
    of_product("size"),
    of_product("flat_size"),
    of_product("unit"),
    of_product("binding"),
];
const PART_PRESETS: &[Column] = &[
    column("of", ColumnKind::Words),
    field(Level::Component, "name", true),
    of_component("pages"),
    of_component("sides"),
    of_component("work_style"),
    of_component("grade"),
    of_component("colours"),
    of_component("per_product"),
];

const TERMS: &[Column] = &[
    field(Level::Instalment, "percent", true),
    field(Level::Instalment, "due", true),
    field(Level::Instalment, "days", false),
];

const fn of_product(key: &'static str) -> Column {
    field(Level::Product, key, false)
}

const fn of_component(key: &'static str) -> Column {
    field(Level::Component, key, false)
}

const fn field(level: Level, key: &'static str, needed: bool) -> Column {
    column(key, ColumnKind::Field { level, key, needed })
}

rules! {
    /// S-4.3.1A: an order of a new or potential customer is reviewed.
    ReviewNewCustomer = "review_new_customer", Review, Kind::Switch;
    /// S-4.3.1B: a new process or a complex job is reviewed.
    ReviewProcess = "review_process", Review, Kind::Switch;
    /// S-4.3.1B: what names of processes contain that are 复杂.
    ComplexProcesses = "complex_processes", Review, Kind::Words;
    /// S-4.3.1B: what names of processes contain that are special finishing.
    SpecialFinishing = "special_finishing", Review, Kind::Words;
    /// S-4.3.1B: from so many special finishing steps on a job is reviewed.
    SpecialSteps = "special_steps", Review, Kind::Count { least: 1, most: 40 };
    /// S-4.3.1C: a case-bound album is reviewed.
    ReviewCaseBound = "review_case_bound", Review, Kind::Switch;
    /// S-4.3.1C: every case-bound product is reviewed, not albums alone.
    ReviewEveryCaseBound = "review_every_case_bound", Review, Kind::Switch;
    /// S-4.3.1D: an order above this amount is reviewed.
    ReviewAmountAbove = "review_amount_above", Review, Kind::Money;
    /// S-4.3.1E: a delivery tighter than the standard cycle is reviewed.
    ReviewDate = "review_date", Review, Kind::Switch;
    /// S-4.3.1E by the letter: a delivery beyond the cycle is, not a tighter one.
    ReviewDateLiteral = "review_date_literal", Review, Kind::Switch;
    /// F5-d2: an order that is 非常规 is reviewed.
    ReviewUnusual = "review_unusual", Review, Kind::Switch;
    /// F5-d2: a product not made for more than so many months is an old one.
    OldProductMonths = "old_product_months", Review, Kind::Count { least: 1, most: 240 };
    /// F5-1.2.2a: the general manager speaks of what is 非常规.
    ReviewManagement = "review_management", Review, Kind::Switch;
    /// F5-1.2.2a: 财务 speaks of what is reviewed.
    ReviewFinance = "review_finance", Review, Kind::Switch;
    /// F5-1.2a: of an order that hits nothing 生产 or PMC says whether its delivery can be kept.
    ReviewFeasibility = "review_feasibility", Review, Kind::Switch;
    /// S-4.3.1A: with so many issued orders 新 ends.
    EstablishedAfter = "established_after", Orders, Kind::Count { least: 1, most: 100 };
    /// F1-04b: working hours between receipt and record that are not yet late.
    RecordingHours = "recording_hours", Orders, Kind::Count { least: 0, most: 200 };
    /// S-4.4.2b: how many places of one version may be changed by signature.
    PlacesPerVersion = "places_per_version", Orders, Kind::Count { least: 1, most: 20 };
    /// F7-07a: an order above this amount takes effect only when a supervisor approved it.
    EffectApprovalAbove = "effect_approval_above", Effect, Kind::Money;
    /// F7-07a: every order does.
    EffectApprovalAll = "effect_approval_all", Effect, Kind::Switch;
    /// F7-07b: the release check list asks for the customer's signature.
    CustomerSignatureAsked = "customer_signature_asked", Effect, Kind::Switch;
    /// F7-07b: without it an order does not take effect.
    CustomerSignatureBlocks = "customer_signature_blocks", Effect, Kind::Switch;
    /// F7-15b: without the deposit no sheet is issued.
    DepositBlocks = "deposit_blocks", Effect, Kind::Switch;
    /// F7-09: who is told when an order takes effect.
    HandOverAtEffect = "hand_over_at_effect", Effect, Kind::Words;
    /// F1-07: who is handed the task sheet.
    HandOverAtRelease = "hand_over_at_release", Effect, Kind::Words;
    /// F1-05a: who the customer is and what was meant is verified before the requirements count as confirmed.
    VerifyOrders = "verify_orders", Orders, Kind::Switch;
    /// Evidence of a recorded signature may follow until the order is archived.
    EvidenceMayFollow = "evidence_may_follow", Signing, Kind::Switch;
    /// Idle minutes after which the screen locks.
    LockAfterMinutes = "lock_after_minutes", Signing, Kind::Count { least: 1, most: 240 };
    /// Within how many days the same job of the same customer is warned of; 0 is the same day only.
    DuplicateWithinDays = "duplicate_within_days", Warnings, Kind::Count { least: 0, most: 3_650 };
    /// F4-2: more pieces of a sample order than this are warned of.
    SampleQuantity = "sample_quantity", Warnings, Kind::Count { least: 1, most: 1_000_000 };
    /// S-4.1.3: what 资料审核 looks at; an empty list asks for the audit alone.
    MaterialPoints = "material_points", Warnings, Kind::Words;
    /// S-4.1.3: most pages of 骑马订 without a warning.
    SaddleStitchPages = "saddle_stitch_pages", Warnings, Kind::Count { least: 1, most: 10_000 };
    /// S-4.1.3: heaviest cover of 骑马订 without a warning, g/m².
    SaddleStitchCover = "saddle_stitch_cover", Warnings, Kind::Count { least: 1, most: 2_000 };
    /// S-4.1.3: most pages of 胶装 without a warning.
    PerfectBoundPages = "perfect_bound_pages", Warnings, Kind::Count { least: 1, most: 10_000 };
    /// S-4.1.3: heaviest text of a bound book without a warning, g/m².
    TextGrammage = "text_grammage", Warnings, Kind::Count { least: 1, most: 2_000 };
    /// S-4.1.3: warn of a piece larger than its press sheet.
    WarnTrimOnSheet = "warn_trim_on_sheet", Warnings, Kind::Switch;
    /// S-4.1.3: warn of embossing on film.
    WarnEmbossedFilm = "warn_embossed_film", Warnings, Kind::Switch;
    /// How heavy a full carton may be, grams.
    CartonWeight = "carton_weight", Answers, Kind::Count { least: 1, most: 1_000_000 };
    /// How thick the papers are, while nobody has measured the sheet.
    PaperTable = "paper_table", Answers, Kind::Table(PAPERS);
    /// 加放: bands of quantity × colours × finishing steps.
    SpoilageBands = "spoilage_bands", Spoilage, Kind::Table(SPOILAGE);
    /// 标准生产周期 by product.
    StandardCycle = "standard_cycle", Cycle, Kind::Table(CYCLE);
    /// Added for each step of 烫印, 凹凸, 局部UV.
    CycleSpecial = "cycle_special", Cycle, Kind::HalfDays;
    /// Added for 覆膜.
    CycleLamination = "cycle_lamination", Cycle, Kind::HalfDays;
    /// Added for 特种纸订料.
    CycleSpecialPaper = "cycle_special_paper", Cycle, Kind::HalfDays;
    /// What names of papers contain that have to be ordered.
    SpecialPapers = "special_papers", Cycle, Kind::Words;
    /// Added for 发外, once an order.
    CycleOutwork = "cycle_outwork", Cycle, Kind::HalfDays;
    /// Added for a large run.
    CycleLargeRun = "cycle_large_run", Cycle, Kind::HalfDays;
    /// More pieces than this are a large run.
    CycleLargeRunAbove = "cycle_large_run_above", Cycle, Kind::Count { least: 1, most: MANY };
    /// Added for 新刀版.
    CycleNewDie = "cycle_new_die", Cycle, Kind::HalfDays;
    /// When the house works.
    WorkingHours = "working_hours", Calendar, Kind::Table(HOURS);
    /// 厂休 and days worked all the same.
    HouseDays = "house_days", Calendar, Kind::Table(DAYS);
    /// Years whose holidays the house has entered itself, so that they are not 估算.
    CalendarYears = "calendar_years", Calendar, Kind::Words;
    /// Whether goods go out on Saturdays.
    SaturdayDelivery = "saturday_delivery", Calendar, Kind::Switch;
    /// S-4.1.4c: how the folders below the prepress folder are named.
    PrepressTemplate = "prepress_template", Files, Kind::Template;
    /// S-4.1.4a: a page may differ from its ordered size by so many tenths of a millimetre.
    PreflightSize = "preflight_size", Preflight, Kind::Count { least: 0, most: 50 };
    /// S-4.1.4a: 出血 in millimetres, where the component does not say.
    PreflightBleed = "preflight_bleed", Preflight, Kind::Count { least: 0, most: 20 };
    /// S-4.1.4a: pictures of fewer pixels an inch are an error.
    PreflightImageError = "preflight_image_error", Preflight, Kind::Count { least: 1, most: 2_400 };
    /// S-4.1.4a: pictures of fewer pixels an inch are warned of.
    PreflightImageWarning = "preflight_image_warning", Preflight, Kind::Count { least: 1, most: 2_400 };
    /// S-4.1.4a: line art of fewer pixels an inch is an error.
    PreflightLineArtError = "preflight_line_art_error", Preflight, Kind::Count { least: 1, most: 5_000 };
    /// S-4.1.4a: line art of fewer pixels an inch is warned of.
    PreflightLineArtWarning = "preflight_line_art_warning", Preflight, Kind::Count { least: 1, most: 5_000 };
    /// S-4.1.4a: thinner lines are warned of, hundredths of a point.
    PreflightHairline = "preflight_hairline", Preflight, Kind::Count { least: 1, most: 500 };
    /// S-4.1.4a: smaller text in a black of several inks is warned of, points.
    PreflightSmallText = "preflight_small_text", Preflight, Kind::Count { least: 1, most: 72 };
    /// S-4.1.4a: a higher ink sum is warned of, percent.
    PreflightInkSum = "preflight_ink_sum", Preflight, Kind::Count { least: 100, most: 400 };
    /// S-4.1.4a: what names of spots contain that stand for a step of finishing.
    PreflightFinishingSpots = "preflight_finishing_spots", Preflight, Kind::Words;
    /// S-4.1.4b: 警告 keep the task sheet back, too.
    PreflightWarningsBlock = "preflight_warnings_block", Preflight, Kind::Switch;
    /// S-4.2.6: what names of processes contain that need a position (需标位置).
    PositionProcesses = "position_processes", Processes, Kind::Words;
    /// Above how many MB the prepress copy is the original; 0 is never.
    OriginalsInPrepressAbove = "originals_in_prepress_above", Files, Kind::Count { least: 0, most: 1_000_000 };
    /// 联: who a print may be for.
    Holders = "holders", Presets, Kind::Words;
    /// What each product type usually is.
    TypePresets = "type_presets", Presets, Kind::Table(TYPE_PRESETS);
    /// Which components come with a product type or a binding.
    PartPresets = "part_presets", Presets, Kind::Table(PART_PRESETS);
    /// 付款方式 a new order begins with, where its customer has none of its own.
    UsualTerms = "usual_terms", Papers, Kind::Table(TERMS);
    /// 税率 of the VAT that a new order begins with, percent.
    VatRate = "vat_rate", Papers, Kind::Count { least: 0, most: 100 };
    /// F5-2: how many days a quote holds.
    QuoteDays = "quote_days", Papers, Kind::Count { least: 1, most: 365 };
    /// F5-1.2b: a quote follows the review of an order that is reviewed.
    QuoteAfterReview = "quote_after_review", Papers, Kind::Switch;
    /// How the house is reached, printed below its name.
    HouseLines = "house_lines", Papers, Kind::Words;
    /// 约定 on 报价单.
    QuoteTerms = "quote_terms", Papers, Kind::Words;
    /// 约定 on 订单确认书.
    ConfirmationTerms = "confirmation_terms", Papers, Kind::Words;
    /// S-4.2.3B-4: the house makes proofs nobody pays for.
    FreeProofs = "free_proofs", Samples, Kind::Switch;
    /// S-4.2.4b: what stands above the facts of a 样本确认章.
    StampHeading = "stamp_heading", Samples, Kind::Line { most: StampWords::LONGEST_HEADING, may_be_empty: false };
    /// S-4.2.4b: what stands below them.
    StampClosing = "stamp_closing", Samples, Kind::Line { most: StampWords::LONGEST_CLOSING, may_be_empty: true };
    /// S-4.2.4: labels side by side on a sheet of labels.
    LabelColumns = "label_columns", Samples, Kind::Count { least: 1, most: 3 };
    /// S-4.2.4: labels one below the other on a sheet of labels.
    LabelRows = "label_rows", Samples, Kind::Count { least: 1, most: 7 };
    /// S-4.2.4: between two labels, tenths of a millimetre.
    LabelGap = "label_gap", Samples, Kind::Count { least: 0, most: 150 };
    /// S-4.2.4: how far the printer is set off to the right, tenths of a millimetre.
    LabelRight = "label_right", Samples, Kind::Count { least: -100, most: 100 };
    /// S-4.2.4: how far the printer is set off downwards, tenths of a millimetre.
    LabelDown = "label_down", Samples, Kind::Count { least: -100, most: 100 };
}

impl Rule {
    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let lines = Power::ALL.iter().map(|power| Self::Who(*power));
        Self::on_the_screen()
            .chain(lines)
            .find(|rule| rule.code() == code)
    }

    /// Every rule of the settings screen, in its order.
    pub fn on_the_screen() -> impl Iterator<Item = Self> {
        let lists = Offer::ALL.iter().map(|offer| Self::Offers(*offer));
        Self::ALL.iter().copied().chain(lists)
    }

    /// Whether something of an order is decided or reckoned by it on the order's date, so that it is never put in force over
    /// what was decided. A warning is: the material of an order is audited by it (S-4.1.3). Words that are offered and
    /// answers on the phone decide nothing.
    #[must_use]
    pub const fn decides(self) -> bool {
        match self.group() {
            Group::Review
            | Group::Orders
            | Group::Effect
            | Group::Warnings
            | Group::Spoilage
            | Group::Cycle
            | Group::Preflight
            | Group::Processes
            | Group::Calendar => true,
            Group::Answers
            | Group::Signing
            | Group::Files
            | Group::Presets
            | Group::Papers
            | Group::Samples
            | Group::Authority => false,
        }
    }

    /// Whether it is asked on the day of an act: who may, what a signature or an unattended screen takes, and what a stamp
    /// says. Set for a day that is past it would say that something else was asked then than was.
    #[must_use]
    pub const fn is_of_the_day(self) -> bool {
        matches!(self.group(), Group::Signing | Group::Authority)
            || matches!(self, Self::StampHeading | Self::StampClosing)
    }
}
