//! The rules of one day, and what they are when nobody has set them.

use std::collections::BTreeMap;

use super::refusals::SettingRefusal;
use super::rule::Rule;
use super::{Adder, Offer, PaperTable, StandardCycle};
use super::{cells, tables};
use crate::accounts::{Matrix, Role};
use crate::calendar::{HouseDays, WorkingHours};
use crate::customers::{Due, Term};
use crate::documents::StampWords;
use crate::documents::forms::sample_label::LabelSheet;
use crate::files::PrepressTemplate;
use crate::imposition::{BindingLimits, SpoilageBands};
use crate::measures::{Fen, Millimetres, Percent};
use crate::orders::product_presets::{PartPreset, TypePreset};
use crate::preflight::Thresholds;

/// The rules of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseRules {
    /// S-4.3.1A switched on.
    pub review_new_customer: bool,
    /// S-4.3.1B switched on.
    pub review_process: bool,
    /// S-4.3.1B: what names of processes contain that are 复杂.
    pub complex_processes: Vec<String>,
    /// S-4.3.1B: what names of processes contain that are special finishing. Folding, binding and trimming are what every book
    /// goes through.
    pub special_finishing: Vec<String>,
    /// S-4.3.1B: from so many special finishing steps on.
    pub special_steps: usize,
    /// S-4.3.1C switched on.
    pub review_case_bound: bool,
    /// Trigger C for every case-bound product (default on, the safer reading).
    pub review_every_case_bound: bool,
    /// S-4.3.1D: strictly above this amount, tax included; `None` switches the trigger off.
    pub review_amount_above: Option<Fen>,
    /// S-4.3.1E switched on.
    pub review_date: bool,
    /// Trigger E by the letter: beyond the cycle, not tighter than it.
    pub review_date_literal: bool,
    /// F5-d2 switched on.
    pub review_unusual: bool,
    /// F5-d2: a product not made for more than so many months is an old one.
    pub old_product_months: u32,
    /// F5-1.2.2a: the general manager speaks of what is 非常规.
    pub review_management: bool,
    /// F5-1.2.2a: 财务 speaks of what is reviewed.
    pub review_finance: bool,
    /// F5-1.2a: of an order that hits nothing 生产 or PMC says whether its delivery can be kept. Off, because the procedure of
    /// the house, which wins, lets a clear order go straight to the sheet.
    pub review_feasibility: bool,
    /// S-4.3.1A: with so many issued orders 新 ends.
    pub established_after: i64,
    /// F1-04b: strictly more working hours than this between receipt and record are late.
    pub recording_hours: i64,
    /// S-4.4.2b: one more place than this forces a new version.
    pub places_per_version: usize,
    /// F7-07a: strictly above this amount, tax included, a supervisor approves before an order takes effect.
    pub effect_approval_above: Option<Fen>,
    /// F7-07a: every order is approved.
    pub effect_approval_all: bool,
    /// F7-07b: the customer's signature is asked for.
    pub customer_signature_asked: bool,
    /// F7-07b: without it an order does not take effect.
    pub customer_signature_blocks: bool,
    /// F7-15b: without the deposit no sheet is issued.
    pub deposit_blocks: bool,
    /// F7-09: who is told when an order takes effect.
    pub hand_over_at_effect: Vec<String>,
    /// F1-07: who is handed the task sheet.
    pub hand_over_at_release: Vec<String>,
    /// F1-05a: what is verified before the requirements count as confirmed.
    pub verify_orders: bool,
    /// The same customer, product, size and quantity within so many days is warned of; 0 is the same day only.
    pub duplicate_within_days: i64,
    /// F4-2: more pieces of a sample order than this are warned of.
    pub sample_quantity: i64,
    /// 后补 is allowed.
    pub evidence_may_follow: bool,
    /// Idle minutes after which the screen locks.
    pub lock_after_minutes: i64,
    /// Who may do what.
    pub authority: Matrix,
    /// S-4.1.3: what 资料审核 looks at.
    pub material_points: Vec<String>,
    /// S-4.1.3: beyond which the bindery is warned of.
    pub binding_limits: BindingLimits,
    /// S-4.1.3: a piece larger than its press sheet is warned of.
    pub warn_trim_on_sheet: bool,
    /// S-4.1.3: embossing on film is warned of.
    pub warn_embossed_film: bool,
    /// How heavy a full carton may be, grams.
    pub carton_weight: i64,
    /// 纸表.
    pub paper_table: PaperTable,
    /// 加放.
    pub spoilage: SpoilageBands,
    /// 标准生产周期.
    pub standard_cycle: StandardCycle,
    /// When the house works.
    pub working_hours: WorkingHours,
    /// 厂休, days worked all the same, years entered.
    pub house_days: HouseDays,
    /// Whether goods go out on Saturdays.
    pub saturday_delivery: bool,
    /// S-4.1.4c: how the folders below the prepress folder are named.
    pub prepress_template: PrepressTemplate,
    /// S-4.1.4a: from where on 预检 finds fault.
    pub preflight: Thresholds,
    /// S-4.1.4b: 警告 keep the task sheet back, too.
    pub preflight_warnings_block: bool,
    /// S-4.2.6: what names of processes contain that need a position.
    pub position_processes: Vec<String>,
    /// The original of a customer's file larger than so many MB lies in the prepress folder alone; 0 is never.
    pub originals_in_prepress_above: i64,
    /// What the form offers where the house has set its own list; [`offered`](Self::offered) says it for every field.
    pub offered: BTreeMap<Offer, Vec<String>>,
    /// 联: who a print may be for.
    pub holders: Vec<String>,
    /// What product types usually are, where the house has said so; [`type_presets`](Self::type_presets) says it for all.
    pub type_presets: Option<Vec<TypePreset>>,
    /// What comes with them and with bindings, likewise; [`part_presets`](Self::part_presets) says it for all.
    pub part_presets: Option<Vec<PartPreset>>,
    /// 付款方式 a new order begins with; together they are the whole, or there are none.
    pub usual_terms: Vec<Term>,
    /// 税率 of the VAT that a new order begins with, percent.
    pub vat_rate: i64,
    /// F5-2: how many days a quote holds.
    pub quote_days: i64,
    /// F5-1.2b: a quote follows the review of an order that is reviewed.
    pub quote_after_review: bool,
    /// How the house is reached, printed below its name; empty until somebody says.
    pub house_lines: Vec<String>,
    /// 约定 on 报价单.
    pub quote_terms: Vec<String>,
    /// 约定 on 订单确认书.
    pub confirmation_terms: Vec<String>,
    /// S-4.2.3B-4: whether proofs nobody pays for are made.
    pub free_proofs: bool,
    /// S-4.2.4b: what a 样本确认章 says beside its facts.
    pub stamp_words: StampWords,
    /// S-4.2.4: how sample labels stand on a sheet.
    pub label_sheet: LabelSheet,
}

impl Default for HouseRules {
    fn default() -> Self {
        const FIFTY_THOUSAND_YUAN: Fen = Fen(5_000_000);
        const FIFTEEN_KILOGRAMS: i64 = 15_000;
        Self {
            review_new_customer: true,
            review_process: true,
            complex_processes: Vec::new(),
            special_finishing: [
                "膜", "UV", "烫", "击凸", "压凸", "压凹", "凹凸", "压纹", "模切", "裱",
            ]
            .map(str::to_owned)
            .to_vec(),
            special_steps: 4,
            review_case_bound: true,
            review_every_case_bound: true,
            review_amount_above: Some(FIFTY_THOUSAND_YUAN),
            review_date: true,
            review_date_literal: false,
            review_unusual: true,
            old_product_months: 24,
            review_management: true,
            review_finance: false,
            review_feasibility: false,
            established_after: 1,
            recording_hours: 4,
            places_per_version: 3,
            effect_approval_above: Some(FIFTY_THOUSAND_YUAN),
            effect_approval_all: false,
            // 视为正式订购 (F7-07b), but the house's own procedure, which wins, is content with the re-confirmation of
            // S-4.1.2: asked for and shown, and a gate only where the house says so.
            customer_signature_asked: true,
            customer_signature_blocks: false,
            deposit_blocks: false,
            hand_over_at_effect: ["生产", "储运"].map(str::to_owned).to_vec(),
            hand_over_at_release: ["印前/工艺", "生产", "品质", "PMC", "储运"]
                .map(str::to_owned)
                .to_vec(),
            verify_orders: true,
            duplicate_within_days: 30,
            sample_quantity: 20,
            evidence_may_follow: true,
            lock_after_minutes: 15,
            authority: Matrix::default(),
            material_points: [
                "成品尺寸与出血",
                "P 数与装订",
                "纸张与克重",
                "印色与专色",
                "图片与文字",
                "表面处理与工艺位置",
                "模切与刀版",
                "委印手续与版权",
                "包装与交货",
            ]
            .map(str::to_owned)
            .to_vec(),
            binding_limits: BindingLimits::default(),
            warn_trim_on_sheet: true,
            warn_embossed_film: true,
            carton_weight: FIFTEEN_KILOGRAMS,
            paper_table: PaperTable::default(),
            spoilage: SpoilageBands::default(),
            standard_cycle: StandardCycle::default(),
            working_hours: WorkingHours::default(),
            house_days: HouseDays::default(),
            saturday_delivery: false,
            prepress_template: PrepressTemplate::default(),
            preflight: Thresholds::default(),
            preflight_warnings_block: false,
            position_processes: [
                "烫金", "烫银", "烫黑", "局部UV", "击凸", "压凸", "压凹", "凹凸", "模切",
            ]
            .map(str::to_owned)
            .to_vec(),
            originals_in_prepress_above: 0,
            offered: BTreeMap::new(),
            type_presets: None,
            part_presets: None,
            holders: ["生产联", "印前联", "品质联", "PMC 联", "仓库联", "业务联"]
                .map(str::to_owned)
                .to_vec(),
            usual_terms: [Due::BeforeOrder, Due::BeforeShipping]
                .map(|due| Term {
                    percent: Percent::whole(50),
                    due,
                    days: None,
                })
                .to_vec(),
            vat_rate: 13,
            quote_days: 15,
            quote_after_review: true,
            house_lines: Vec::new(),
            quote_terms: [
                "价格按所列规格、数量和工艺计算，其中任何一项变动须重新报价。",
                "有效期内确认有效；逾期须重新确认价格和交期。",
                "交期自资料和样本确认齐全之日起算。",
            ]
            .map(str::to_owned)
            .to_vec(),
            confirmation_terms: [
                "请核对所列各项，签字盖章后回传；双方以此为准安排生产和交货。",
                "单价、数量、交期及工艺的变更须双方书面同意，由此产生的费用和交期另行商定。",
                "颜色以双方确认的样本为准。",
            ]
            .map(str::to_owned)
            .to_vec(),
            free_proofs: true,
            stamp_words: StampWords::default(),
            label_sheet: LabelSheet::default(),
        }
    }
}

impl HouseRules {
    /// What the form offers in a field.
    #[must_use]
    pub fn offered(&self, offer: Offer) -> Vec<String> {
        let own = self.offered.get(&offer);
        own.cloned().unwrap_or_else(|| offer.at_first())
    }

    /// What each product type usually is.
    #[must_use]
    pub fn type_presets(&self) -> Vec<TypePreset> {
        let own = self.type_presets.clone();
        own.unwrap_or_else(TypePreset::at_first)
    }

    /// Which components come with a product type or a binding.
    #[must_use]
    pub fn part_presets(&self) -> Vec<PartPreset> {
        let own = self.part_presets.clone();
        own.unwrap_or_else(PartPreset::at_first)
    }

    /// Puts one stored value in force.
    ///
    /// # Errors
    /// When the value is none the rule understands.
    pub(crate) fn take(&mut self, rule: Rule, value: &str) -> Result<(), SettingRefusal> {
        self.taken(rule, value)
            .ok_or_else(|| SettingRefusal::BadValue {
                rule: rule.code(),
                value: value.to_owned(),
            })
    }

    fn taken(&mut self, rule: Rule, value: &str) -> Option<()> {
        let switch = || match value {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        };
        let within = |least: i64, most: i64| {
            let number = value.parse::<i64>().ok()?;
            (least..=most).contains(&number).then_some(number)
        };
        let count = || match rule.kind() {
            super::Kind::Count { least, most } => within(least, most),
            _ => None,
        };
        let line = || match rule.kind() {
            super::Kind::Line { most, may_be_empty } => cells::line(value, most, may_be_empty).ok(),
            _ => None,
        };
        let tenths = || within(0, 730).map(tables::tenths_of_halves);
        let words = || value.lines().map(str::to_owned).collect::<Vec<_>>();
        let rows = || tables::rows_of(value);
        match rule {
            Rule::ReviewNewCustomer => self.review_new_customer = switch()?,
            Rule::ReviewProcess => self.review_process = switch()?,
            Rule::ComplexProcesses => self.complex_processes = words(),
            Rule::SpecialFinishing => self.special_finishing = words(),
            Rule::SpecialSteps => self.special_steps = usize::try_from(count()?).ok()?,
            Rule::ReviewCaseBound => self.review_case_bound = switch()?,
            Rule::ReviewEveryCaseBound => self.review_every_case_bound = switch()?,
            Rule::ReviewAmountAbove if value == "off" => self.review_amount_above = None,
            Rule::ReviewAmountAbove => self.review_amount_above = Some(Fen(within(0, i64::MAX)?)),
            Rule::ReviewDate => self.review_date = switch()?,
            Rule::ReviewDateLiteral => self.review_date_literal = switch()?,
            Rule::ReviewUnusual => self.review_unusual = switch()?,
            Rule::OldProductMonths => self.old_product_months = u32::try_from(count()?).ok()?,
            Rule::ReviewManagement => self.review_management = switch()?,
            Rule::ReviewFinance => self.review_finance = switch()?,
            Rule::ReviewFeasibility => self.review_feasibility = switch()?,
            Rule::EstablishedAfter => self.established_after = count()?,
            Rule::RecordingHours => self.recording_hours = count()?,
            Rule::PlacesPerVersion => self.places_per_version = usize::try_from(count()?).ok()?,
            Rule::EffectApprovalAbove if value == "off" => self.effect_approval_above = None,
            Rule::EffectApprovalAbove => {
                self.effect_approval_above = Some(Fen(within(0, i64::MAX)?));
            }
            Rule::EffectApprovalAll => self.effect_approval_all = switch()?,
            Rule::CustomerSignatureAsked => self.customer_signature_asked = switch()?,
            Rule::CustomerSignatureBlocks => self.customer_signature_blocks = switch()?,
            Rule::DepositBlocks => self.deposit_blocks = switch()?,
            Rule::HandOverAtEffect => self.hand_over_at_effect = words(),
            Rule::HandOverAtRelease => self.hand_over_at_release = words(),
            Rule::VerifyOrders => self.verify_orders = switch()?,
            Rule::DuplicateWithinDays => self.duplicate_within_days = count()?,
            Rule::SampleQuantity => self.sample_quantity = count()?,
            Rule::EvidenceMayFollow => self.evidence_may_follow = switch()?,
            Rule::LockAfterMinutes => self.lock_after_minutes = count()?,
            Rule::MaterialPoints => self.material_points = words(),
            Rule::SaddleStitchPages => self.binding_limits.saddle_stitch_pages = count()?,
            Rule::SaddleStitchCover => self.binding_limits.saddle_stitch_cover = count()?,
            Rule::PerfectBoundPages => self.binding_limits.perfect_bound_pages = count()?,
            Rule::TextGrammage => self.binding_limits.text_grammage = count()?,
            Rule::WarnTrimOnSheet => self.warn_trim_on_sheet = switch()?,
            Rule::WarnEmbossedFilm => self.warn_embossed_film = switch()?,
            Rule::CartonWeight => self.carton_weight = count()?,
            Rule::PaperTable => self.paper_table.lines = tables::papers(&rows()?)?,
            Rule::Who(power) => {
                let roles: Option<Vec<Role>> = value.split(',').map(Role::from_code).collect();
                self.authority.set(power, roles?);
            }
            Rule::SpoilageBands => self.spoilage = tables::spoilage(&rows()?)?,
            Rule::StandardCycle => self.standard_cycle.lines = tables::cycle(&rows()?)?,
            Rule::CycleSpecial => {
                for adder in [Adder::HotStamping, Adder::Embossing, Adder::SpotUv] {
                    self.standard_cycle.set_adder(adder, tenths()?);
                }
            }
            Rule::CycleLamination => self.standard_cycle.set_adder(Adder::Lamination, tenths()?),
            Rule::CycleSpecialPaper => {
                self.standard_cycle
                    .set_adder(Adder::SpecialPaper, tenths()?);
            }
            Rule::SpecialPapers => self.standard_cycle.special_papers = words(),
            Rule::CycleOutwork => self.standard_cycle.set_adder(Adder::Outwork, tenths()?),
            Rule::CycleLargeRun => {
                self.standard_cycle
                    .set_adder(Adder::LargeQuantity, tenths()?);
            }
            Rule::CycleLargeRunAbove => self.standard_cycle.large_quantity = count()?,
            Rule::CycleNewDie => self.standard_cycle.set_adder(Adder::NewDie, tenths()?),
            Rule::WorkingHours => self.working_hours = tables::working_hours(&rows()?)?,
            Rule::HouseDays => {
                let entered_years = std::mem::take(&mut self.house_days.entered_years);
                self.house_days = HouseDays {
                    entered_years,
                    ..tables::house_days(&rows()?)?
                };
            }
            Rule::CalendarYears => self.house_days.entered_years = tables::years(value)?,
            Rule::SaturdayDelivery => self.saturday_delivery = switch()?,
            Rule::PrepressTemplate => {
                self.prepress_template = PrepressTemplate::read(value).ok()?
            }
            Rule::PreflightSize => self.preflight.size_tolerance = Millimetres(count()?),
            Rule::PreflightBleed => self.preflight.bleed = Millimetres(count()? * 10),
            Rule::PreflightImageError => self.preflight.image_error = count()?,
            Rule::PreflightImageWarning => self.preflight.image_warning = count()?,
            Rule::PreflightLineArtError => self.preflight.line_art_error = count()?,
            Rule::PreflightLineArtWarning => self.preflight.line_art_warning = count()?,
            Rule::PreflightHairline => self.preflight.hairline = count()?,
            Rule::PreflightSmallText => self.preflight.small_text = count()?,
            Rule::PreflightInkSum => self.preflight.ink_sum = count()?,
            Rule::PreflightFinishingSpots => self.preflight.finishing_spots = words(),
            Rule::PreflightWarningsBlock => self.preflight_warnings_block = switch()?,
            Rule::PositionProcesses => self.position_processes = words(),
            Rule::OriginalsInPrepressAbove => self.originals_in_prepress_above = count()?,
            Rule::Offers(offer) => drop(self.offered.insert(offer, words())),
            Rule::Holders => self.holders = words(),
            Rule::TypePresets => self.type_presets = Some(tables::type_presets(&rows()?)?),
            Rule::PartPresets => self.part_presets = Some(tables::part_presets(&rows()?)?),
            Rule::UsualTerms => self.usual_terms = tables::terms(&rows()?)?,
            Rule::VatRate => self.vat_rate = count()?,
            Rule::QuoteDays => self.quote_days = count()?,
            Rule::QuoteAfterReview => self.quote_after_review = switch()?,
            Rule::HouseLines => self.house_lines = words(),
            Rule::QuoteTerms => self.quote_terms = words(),
            Rule::ConfirmationTerms => self.confirmation_terms = words(),
            Rule::FreeProofs => self.free_proofs = switch()?,
            Rule::StampHeading => self.stamp_words.heading = line()?,
            Rule::StampClosing => self.stamp_words.closing = line()?,
            Rule::LabelColumns => self.label_sheet.columns = u16::try_from(count()?).ok()?,
            Rule::LabelRows => self.label_sheet.rows = u16::try_from(count()?).ok()?,
            Rule::LabelGap => self.label_sheet.gap = i16::try_from(count()?).ok()?,
            Rule::LabelRight => self.label_sheet.right = i16::try_from(count()?).ok()?,
            Rule::LabelDown => self.label_sheet.down = i16::try_from(count()?).ok()?,
        }
        Some(())
    }
}

#[cfg(test)]
#[path = "house_rules_tests.rs"]
mod tests;
