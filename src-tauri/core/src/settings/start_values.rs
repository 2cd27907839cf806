//! What the rules are when nobody has set them, as it would be stored.

use super::house_rules::HouseRules;
use super::rule::Rule;
use super::{Adder, tables};
use crate::measures::Fen;
use crate::orders::product_presets;

/// The value of a rule nobody has set, as it would be stored.
pub(super) fn default_of(rule: Rule) -> String {
    let rules = HouseRules::default();
    let switch = |on: bool| if on { "on" } else { "off" }.to_owned();
    let rows = |rows: Vec<Vec<String>>| serde_json::to_string(&rows).unwrap_or_default();
    let amount =
        |amount: Option<Fen>| amount.map_or_else(|| "off".to_owned(), |fen| fen.0.to_string());
    let halves =
        |adder: Adder| tables::halves_of_tenths(rules.standard_cycle.adds(adder)).to_string();
    match rule {
        Rule::ReviewNewCustomer => switch(rules.review_new_customer),
        Rule::ReviewProcess => switch(rules.review_process),
        Rule::ComplexProcesses => rules.complex_processes.join("\n"),
        Rule::SpecialFinishing => rules.special_finishing.join("\n"),
        Rule::SpecialSteps => rules.special_steps.to_string(),
        Rule::ReviewCaseBound => switch(rules.review_case_bound),
        Rule::ReviewEveryCaseBound => switch(rules.review_every_case_bound),
        Rule::ReviewAmountAbove => amount(rules.review_amount_above),
        Rule::EffectApprovalAbove => amount(rules.effect_approval_above),
        Rule::EffectApprovalAll => switch(rules.effect_approval_all),
        Rule::CustomerSignatureAsked => switch(rules.customer_signature_asked),
        Rule::CustomerSignatureBlocks => switch(rules.customer_signature_blocks),
        Rule::DepositBlocks => switch(rules.deposit_blocks),
        Rule::HandOverAtEffect => rules.hand_over_at_effect.join("\n"),
        Rule::HandOverAtRelease => rules.hand_over_at_release.join("\n"),
        Rule::ReviewDate => switch(rules.review_date),
        Rule::ReviewDateLiteral => switch(rules.review_date_literal),
        Rule::ReviewUnusual => switch(rules.review_unusual),
        Rule::OldProductMonths => rules.old_product_months.to_string(),
        Rule::ReviewManagement => switch(rules.review_management),
        Rule::ReviewFinance => switch(rules.review_finance),
        Rule::ReviewFeasibility => switch(rules.review_feasibility),
        Rule::EstablishedAfter => rules.established_after.to_string(),
        Rule::RecordingHours => rules.recording_hours.to_string(),
        Rule::PlacesPerVersion => rules.places_per_version.to_string(),
        Rule::VerifyOrders => switch(rules.verify_orders),
        Rule::DuplicateWithinDays => rules.duplicate_within_days.to_string(),
        Rule::SampleQuantity => rules.sample_quantity.to_string(),
        Rule::EvidenceMayFollow => switch(rules.evidence_may_follow),
        Rule::LockAfterMinutes => rules.lock_after_minutes.to_string(),
        Rule::MaterialPoints => rules.material_points.join("\n"),
        Rule::SaddleStitchPages => rules.binding_limits.saddle_stitch_pages.to_string(),
        Rule::SaddleStitchCover => rules.binding_limits.saddle_stitch_cover.to_string(),
        Rule::PerfectBoundPages => rules.binding_limits.perfect_bound_pages.to_string(),
        Rule::TextGrammage => rules.binding_limits.text_grammage.to_string(),
        Rule::WarnTrimOnSheet => switch(rules.warn_trim_on_sheet),
        Rule::WarnEmbossedFilm => switch(rules.warn_embossed_film),
        Rule::CartonWeight => rules.carton_weight.to_string(),
        Rule::PaperTable => rows(tables::paper_rows(&rules.paper_table.lines)),
        Rule::Who(power) => {
            let roles = power.roles().iter();
            roles.map(|role| role.code()).collect::<Vec<_>>().join(",")
        }
        Rule::SpoilageBands => rows(tables::spoilage_rows(&rules.spoilage)),
        Rule::StandardCycle => rows(tables::cycle_rows(&rules.standard_cycle.lines)),
        Rule::CycleSpecial => halves(Adder::HotStamping),
        Rule::CycleLamination => halves(Adder::Lamination),
        Rule::CycleSpecialPaper => halves(Adder::SpecialPaper),
        Rule::SpecialPapers => rules.standard_cycle.special_papers.join("\n"),
        Rule::CycleOutwork => halves(Adder::Outwork),
        Rule::CycleLargeRun => halves(Adder::LargeQuantity),
        Rule::CycleLargeRunAbove => rules.standard_cycle.large_quantity.to_string(),
        Rule::CycleNewDie => halves(Adder::NewDie),
        Rule::WorkingHours => rows(tables::working_hours_rows(&rules.working_hours)),
        Rule::HouseDays => rows(Vec::new()),
        Rule::CalendarYears => String::new(),
        Rule::SaturdayDelivery => switch(rules.saturday_delivery),
        Rule::PrepressTemplate => rules.prepress_template.written(),
        Rule::PreflightSize => rules.preflight.size_tolerance.0.to_string(),
        Rule::PreflightBleed => (rules.preflight.bleed.0 / 10).to_string(),
        Rule::PreflightImageError => rules.preflight.image_error.to_string(),
        Rule::PreflightImageWarning => rules.preflight.image_warning.to_string(),
        Rule::PreflightLineArtError => rules.preflight.line_art_error.to_string(),
        Rule::PreflightLineArtWarning => rules.preflight.line_art_warning.to_string(),
        Rule::PreflightHairline => rules.preflight.hairline.to_string(),
        Rule::PreflightSmallText => rules.preflight.small_text.to_string(),
        Rule::PreflightInkSum => rules.preflight.ink_sum.to_string(),
        Rule::PreflightFinishingSpots => rules.preflight.finishing_spots.join("\n"),
        Rule::PreflightWarningsBlock => switch(rules.preflight_warnings_block),
        Rule::PositionProcesses => rules.position_processes.join("\n"),
        Rule::OriginalsInPrepressAbove => rules.originals_in_prepress_above.to_string(),
        Rule::Offers(offer) => offer.at_first().join("\n"),
        Rule::Holders => rules.holders.join("\n"),
        Rule::TypePresets => rows(product_presets::types_at_first()),
        Rule::PartPresets => rows(product_presets::parts_at_first()),
        Rule::UsualTerms => rows(tables::term_rows(&rules.usual_terms)),
        Rule::VatRate => rules.vat_rate.to_string(),
        Rule::QuoteDays => rules.quote_days.to_string(),
        Rule::QuoteAfterReview => switch(rules.quote_after_review),
        Rule::HouseLines => rules.house_lines.join("\n"),
        Rule::QuoteTerms => rules.quote_terms.join("\n"),
        Rule::ConfirmationTerms => rules.confirmation_terms.join("\n"),
        Rule::FreeProofs => switch(rules.free_proofs),
        Rule::StampHeading => rules.stamp_words.heading,
        Rule::StampClosing => rules.stamp_words.closing,
        Rule::LabelColumns => rules.label_sheet.columns.to_string(),
        Rule::LabelRows => rules.label_sheet.rows.to_string(),
        Rule::LabelGap => rules.label_sheet.gap.to_string(),
        Rule::LabelRight => rules.label_sheet.right.to_string(),
        Rule::LabelDown => rules.label_sheet.down.to_string(),
    }
}
