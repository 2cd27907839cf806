//! Pictures, fonts, lines, remarks, layers, empty pages, and what the file says of itself.

use super::colours::{united, worst_of};
use super::rules::Case;
use super::{Finding, FindingKind as Kind, FindingPlace, Severity};
use crate::inspector::press::{ImageFacts, Pages, Point};

/// Pictures so few pixels high or wide are drawn by programs to make a shade, and have no detail to lose.
const NO_DETAIL: u32 = 2;

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    let thresholds = case.thresholds;
    let (art, pictures): (Vec<&ImageFacts>, Vec<&ImageFacts>) = case
        .press
        .images
        .iter()
        .filter(|image| image.seen.is_some() && image.width.min(image.height) > NO_DETAIL)
        .partition(|image| image.bits == 1);
    coarse(
        case,
        found,
        Kind::Image,
        &pictures,
        thresholds.image_error,
        thresholds.image_warning,
    );
    coarse(
        case,
        found,
        Kind::LineArt,
        &art,
        thresholds.line_art_error,
        thresholds.line_art_warning,
    );
    fonts(case, found);
    hairlines(case, found);
    remarks(case, found);
    layers(case, found);
    intent(case, found);
    let empty = case.pages_where(|page| page.reach.is_none() && page.unread.is_none());
    if empty.first().is_some() {
        found.push(Finding::new(Kind::EmptyPage, Severity::Warning, empty));
    }
}

/// The pixels an inch of the coarser direction.
fn coarsest(image: &ImageFacts) -> f64 {
    image.ppi.0.min(image.ppi.1)
}

fn coarse(
    case: &Case<'_>,
    found: &mut Vec<Finding>,
    kind: Kind,
    images: &[&ImageFacts],
    error: i64,
    warning: i64,
) {
    let (error, warning) = (error as f64, warning as f64);
    let spans = [
        // A picture pressed flat has no pixels an inch to speak of.
        (Severity::Error, f64::MIN_POSITIVE, error, error),
        (Severity::Warning, error, warning, warning),
    ];
    for (severity, from, below, wanted) in spans {
        let of_span: Vec<&ImageFacts> = images
            .iter()
            .copied()
            .filter(|image| (from..below).contains(&coarsest(image)))
            .collect();
        let worst = of_span
            .iter()
            .min_by(|one, other| coarsest(one).total_cmp(&coarsest(other)));
        let Some(worst) = worst else { continue };
        let place = case.page(worst.page).zip(worst.seen).map(|(facts, seen)| {
            let corner = Point {
                x: seen.left,
                y: seen.top,
            };
            FindingPlace::on(worst.page, facts, corner)
        });
        let pages: Pages = of_span.iter().map(|image| image.page).collect();
        found.push(
            Finding::new(kind, severity, pages)
                .with("measured", coarsest(worst).floor())
                .with("wanted", wanted)
                .with("count", of_span.len())
                .at(place),
        );
    }
}

/// A font that is only carried along, or that nothing visible is set in, harms nobody.
fn fonts(case: &Case<'_>, found: &mut Vec<Finding>) {
    let missing: Vec<_> = case
        .press
        .fonts
        .iter()
        .filter(|font| !font.embedded && font.pages.first().is_some())
        .collect();
    if missing.is_empty() {
        return;
    }
    let mut names: Vec<&str> = missing.iter().map(|font| font.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let pages = united(missing.iter().map(|font| &font.pages));
    found.push(Finding::new(Kind::FontMissing, Severity::Error, pages).names("names", &names));
}

fn hairlines(case: &Case<'_>, found: &mut Vec<Finding>) {
    let limit = case.thresholds.hairline as f64 / 100.0;
    // A line of 0.25 pt scaled by rounding factors is still one of 0.25 pt.
    let thin = |width: f64| width < limit - 0.0005;
    let worst = worst_of(
        case,
        Kind::Hairline,
        Severity::Warning,
        |page| page.thinnest.filter(|(width, _)| thin(*width)),
        f64::lt,
    );
    if let Some((width, finding)) = worst {
        found.push(
            finding
                .with("measured", (width * 100.0).round() / 100.0)
                .with("wanted", limit),
        );
    }
}

fn remarks(case: &Case<'_>, found: &mut Vec<Finding>) {
    type Count = fn(&crate::inspector::press::PagePress) -> u32;
    let kinds: [(Kind, Severity, Count); 3] = [
        (Kind::PrintedRemarks, Severity::Warning, |page| {
            page.printed_remarks
        }),
        (Kind::Remarks, Severity::Hint, |page| page.shown_remarks),
        (Kind::Fields, Severity::Warning, |page| page.fields),
    ];
    for (kind, severity, count) in kinds {
        let pages = case.pages_where(|page| count(page) > 0);
        if pages.first().is_some() {
            let all: u64 = case
                .press
                .pages
                .iter()
                .map(|page| u64::from(count(page)))
                .sum();
            found.push(Finding::new(kind, severity, pages).with("count", all));
        }
    }
}

fn layers(case: &Case<'_>, found: &mut Vec<Finding>) {
    for (kind, severity, shown) in [
        (Kind::HiddenLayers, Severity::Warning, false),
        (Kind::Layers, Severity::Hint, true),
    ] {
        let names: Vec<&str> = case
            .press
            .layers
            .iter()
            .filter(|layer| layer.shown == shown)
            .map(|layer| layer.name.as_str())
            .collect();
        if !names.is_empty() {
            found.push(Finding::new(kind, severity, Pages::default()).names("names", &names));
        }
    }
}

fn intent(case: &Case<'_>, found: &mut Vec<Finding>) {
    match (&case.press.intent, &case.press.standard) {
        (Some(intent), _) if intent.channels == Some(3) => found.push(
            Finding::new(Kind::IntentNotForPress, Severity::Warning, Pages::default())
                .with("measured", &intent.condition),
        ),
        (None, Some(standard)) => found.push(
            Finding::new(Kind::IntentMissing, Severity::Warning, Pages::default())
                .with("measured", standard),
        ),
        _ => {}
    }
}
