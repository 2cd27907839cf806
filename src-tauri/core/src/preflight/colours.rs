//! Inks: process and spot colours against the ordered ones, screen colours, 套版色, ink sum, black text, overprint.

use super::rules::Case;
use super::{Finding, FindingKind as Kind, FindingPlace, Severity};
use crate::imposition::Colours;
use crate::inspector::press::{PagePress, Pages, Point, SpaceKind};
use crate::positions::Finish;

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    process(case, found);
    spots(case, found);
    foreign(case, found);
    worst(case, found, Kind::Registration, Severity::Error, |page| {
        page.registration.map(|at| (0.0, at))
    });
    worst(case, found, Kind::WhiteOverprint, Severity::Error, |page| {
        page.white_overprint.map(|at| (0.0, at))
    });
    ink_sum(case, found);
    black_text(case, found);
    let plain = [
        (Kind::Overprint, case.pages_where(|page| page.overprint)),
        (
            Kind::Transparency,
            case.pages_where(|page| page.transparent),
        ),
    ];
    for (kind, pages) in plain {
        if pages.first().is_some() {
            found.push(Finding::new(kind, Severity::Hint, pages));
        }
    }
}

/// Every ink is a plate: more of them than ordered is another price.
fn process(case: &Case<'_>, found: &mut Vec<Finding>) {
    let Some(inks) = &case.ordered.inks else {
        return;
    };
    let mut most = 0;
    let mut allowed = 0;
    let mut pages = Pages::default();
    for (number, page) in (1..).zip(&case.press.pages) {
        let used = page.process.iter().filter(|needed| **needed).count();
        let of_page = inks.process_of(number, case.pages.len(), case.ordered.wraps);
        if used > usize::from(of_page) {
            pages.add(number);
            if used > most {
                (most, allowed) = (used, of_page);
            }
        }
    }
    if most > 0 {
        found.push(
            Finding::new(Kind::TooManyInks, Severity::Error, pages)
                .with("measured", most)
                .with("wanted", allowed),
        );
        return;
    }
    // Plates nobody fills are paid for: it is asked whether the file or the order is right. Told where the file is read whole.
    let read = case.press.pages.iter().all(|page| page.unread.is_none());
    let used = (0..4)
        .filter(|ink| {
            let on = |page: &PagePress| page.process.get(*ink) == Some(&true);
            case.press.pages.iter().any(on)
        })
        .count();
    let Colours { front, back } = inks.process;
    let wanted = front.max(back);
    if read && 0 < used && used < usize::from(wanted) {
        found.push(
            Finding::new(Kind::FewerInks, Severity::Warning, Pages::default())
                .with("measured", used)
                .with("wanted", wanted),
        );
    }
}

/// The letters and digits of a spot's name, without the maker and the paper it was chosen on.
fn plain_name(name: &str) -> String {
    let letters: String = name
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect();
    let mut core = letters.as_str();
    for maker in ["PANTONE", "PMS", "潘通"] {
        core = core.strip_prefix(maker).unwrap_or(core);
    }
    let on_paper = ["CVC", "CVU", "CV", "CP", "UP", "C", "U", "M"];
    for paper in on_paper {
        if let Some(before) = core.strip_suffix(paper)
            && before.ends_with(|letter: char| letter.is_ascii_digit())
        {
            core = before;
            break;
        }
    }
    core.to_owned()
}

/// What follows or precedes a short word of finishing in one: `dieline`, `CutContour`, `SpotUV`.
const BESIDE_FINISHING: [&str; 12] = [
    "line", "lines", "contour", "kiss", "through", "spot", "mark", "marks", "path", "layer", "out",
    "cut",
];

/// The longest Latin word that is none by itself where it stands in another: "uv" is in "Mauve", "die" in "Diesel".
const SHORT: usize = 3;

/// Whether the name of a spot says a step of finishing: a Chinese word anywhere in it, a Latin one at an end of a word of the
/// name, a short one as a word by itself.
fn is_finishing(name: &str, words: &[String]) -> bool {
    let name = name.to_lowercase();
    words.iter().map(|word| word.to_lowercase()).any(|word| {
        if word.is_empty() || !word.chars().all(|letter| letter.is_ascii_alphabetic()) {
            return !word.is_empty() && name.contains(&word);
        }
        let mut runs = name.split(|letter: char| !letter.is_ascii_alphabetic());
        runs.any(|run| {
            let rest = run.strip_prefix(word.as_str());
            rest.or_else(|| run.strip_suffix(word.as_str()))
                .is_some_and(|rest| {
                    rest.is_empty() || word.len() > SHORT || BESIDE_FINISHING.contains(&rest)
                })
        })
    })
}

/// What a name says is done, where it says so: of a process on the order, or of a spot in a file.
fn step_of(name: &str) -> Option<Finish> {
    let latin = [
        ("foil", Finish::Foil),
        ("stamp", Finish::Foil),
        ("varnish", Finish::Varnish),
        ("deboss", Finish::Deboss),
        ("emboss", Finish::Emboss),
        ("die", Finish::DieCut),
        ("cut", Finish::DieCut),
    ];
    match Finish::of(name) {
        Finish::Other => {
            let name = name.to_lowercase();
            let said = latin.iter().find(|(word, _)| name.contains(word));
            said.map(|(_, finish)| *finish)
        }
        finish => Some(finish),
    }
}

/// Spots that stand for a step of finishing take no plate; the others are those ordered, or a question of price.
fn spots(case: &Case<'_>, found: &mut Vec<Finding>) {
    let finishing = |name: &str| is_finishing(name, &case.thresholds.finishing_spots);
    let ordered = case.ordered.inks.as_ref().map(|inks| inks.spots.as_slice());
    let mut open: Vec<&str> = ordered
        .unwrap_or_default()
        .iter()
        .map(String::as_str)
        .collect();
    let mut strange = Vec::new();
    let (mut steps, mut unordered) = (Vec::new(), Vec::new());
    for spot in &case.press.spots {
        let same = |wanted: &&str| plain_name(wanted) == plain_name(&spot.name);
        if let Some(place) = open.iter().position(same) {
            open.remove(place);
        } else if ordered
            .unwrap_or_default()
            .iter()
            .any(|wanted| same(&wanted.as_str()))
        {
            // The same ink named twice: one plate.
        } else if finishing(&spot.name) {
            let is = step_of(&spot.name);
            let ordered = is.is_none() || case.ordered.finishing.iter().any(|of| step_of(of) == is);
            if ordered {
                steps.push(spot);
            } else {
                unordered.push(spot);
            }
        } else {
            strange.push(spot);
        }
    }
    let of = |kind, severity, spots: &[&crate::inspector::press::SpotUse]| {
        let pages = united(spots.iter().map(|spot| &spot.pages));
        let names: Vec<&str> = spots.iter().map(|spot| spot.name.as_str()).collect();
        let first = spots
            .iter()
            .find_map(|spot| first_of(case, &spot.pages, spot.first));
        Finding::new(kind, severity, pages)
            .names("names", &names)
            .at(first)
    };
    if !steps.is_empty() {
        found.push(of(Kind::SpotOfFinishing, Severity::Hint, &steps));
    }
    if !unordered.is_empty() {
        found.push(of(Kind::FinishingNotOrdered, Severity::Warning, &unordered));
    }
    if ordered.is_none() {
        return;
    }
    if !strange.is_empty() && strange.len() <= open.len() {
        found.push(of(Kind::SpotOtherName, Severity::Warning, &strange).names("wanted", &open));
        return;
    }
    if !strange.is_empty() {
        found.push(of(Kind::SpotNotOrdered, Severity::Error, &strange));
    }
    if !open.is_empty() {
        found.push(
            Finding::new(Kind::SpotMissing, Severity::Warning, Pages::default())
                .names("wanted", &open),
        );
    }
}

/// Pages of several things, each once.
pub(super) fn united<'a>(of: impl Iterator<Item = &'a Pages>) -> Pages {
    let mut runs: Vec<(u32, u32)> = of.flat_map(|pages| pages.0.iter().copied()).collect();
    runs.sort_unstable();
    let mut united: Vec<(u32, u32)> = Vec::new();
    for (first, last) in runs {
        match united.last_mut() {
            Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
            _ => united.push((first, last)),
        }
    }
    Pages(united)
}

/// Screen and measured colours come out otherwise on paper.
fn foreign(case: &Case<'_>, found: &mut Vec<Finding>) {
    let of = |holds: fn(SpaceKind) -> bool| {
        let uses = case.press.spaces.iter().filter(|space| holds(space.space));
        let first = uses
            .clone()
            .find_map(|space| first_of(case, &space.pages, space.first));
        (united(uses.map(|space| &space.pages)), first)
    };
    for (kind, (pages, first)) in [
        (Kind::Rgb, of(SpaceKind::is_rgb)),
        (Kind::Lab, of(|space| space == SpaceKind::Lab)),
    ] {
        if pages.first().is_some() {
            found.push(Finding::new(kind, Severity::Warning, pages).at(first));
        }
    }
}

/// Where the first of something is: on the first of its pages.
fn first_of(case: &Case<'_>, pages: &Pages, at: Option<Point>) -> Option<FindingPlace> {
    let page = pages.first()?;
    Some(FindingPlace::on(page, case.page(page)?, at?))
}

fn ink_sum(case: &Case<'_>, found: &mut Vec<Finding>) {
    let limit = case.thresholds.ink_sum as f64;
    let over = |page: &PagePress| page.most_ink.filter(|(sum, _)| *sum > limit);
    if let Some((sum, finding)) = worst_of(case, Kind::InkSum, Severity::Warning, over, f64::gt) {
        found.push(
            finding
                .with("measured", sum.round())
                .with("wanted", case.thresholds.ink_sum),
        );
    }
}

fn black_text(case: &Case<'_>, found: &mut Vec<Finding>) {
    let limit = case.thresholds.small_text as f64;
    let small = |page: &PagePress| page.rich_black.filter(|(size, _)| *size < limit);
    let worst = worst_of(case, Kind::RichBlackText, Severity::Warning, small, f64::lt);
    if let Some((size, finding)) = worst {
        found.push(
            finding
                .with("measured", tenth(size))
                .with("wanted", case.thresholds.small_text),
        );
    }
}

/// To a tenth, without a decimal that says nothing.
pub(super) fn tenth(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    tenths.to_string()
}

fn worst(
    case: &Case<'_>,
    found: &mut Vec<Finding>,
    kind: Kind,
    severity: Severity,
    of: impl Fn(&PagePress) -> Option<(f64, Point)>,
) {
    found.extend(worst_of(case, kind, severity, of, |_, _| false).map(|(_, finding)| finding));
}

/// The pages where `of` finds something, with the place and measure of the worst; of equals the first.
pub(super) fn worst_of(
    case: &Case<'_>,
    kind: Kind,
    severity: Severity,
    of: impl Fn(&PagePress) -> Option<(f64, Point)>,
    worse: impl Fn(&f64, &f64) -> bool,
) -> Option<(f64, Finding)> {
    let mut pages = Pages::default();
    let mut worst: Option<(f64, u32, Point)> = None;
    for (number, page) in (1..).zip(&case.press.pages) {
        let Some((measured, at)) = of(page) else {
            continue;
        };
        pages.add(number);
        if worst.is_none_or(|(so_far, ..)| worse(&measured, &so_far)) {
            worst = Some((measured, number, at));
        }
    }
    let (measured, number, at) = worst?;
    let place = case
        .page(number)
        .map(|facts| FindingPlace::on(number, facts, at));
    Some((measured, Finding::new(kind, severity, pages).at(place)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_1_4a_a_spot_is_known_by_its_number_whoever_wrote_it() {
        for name in [
            "PANTONE 871 C",
            "pantone 871c",
            "PMS 871",
            "潘通 871 CVC",
            "Pantone871U",
        ] {
            assert_eq!(plain_name(name), "871", "{name}");
        }
        assert_eq!(plain_name("PANTONE Reflex Blue C"), "REFLEXBLUEC");
        assert_eq!(plain_name("专金"), "专金");
        assert_ne!(plain_name("PANTONE 871 C"), plain_name("PANTONE 872 C"));
    }

    #[test]
    fn clause_s_4_1_4a_a_word_of_finishing_is_a_word_and_no_part_of_one() {
        let words = crate::preflight::Thresholds::default().finishing_spots;
        for (name, finishing) in [
            ("UV", true),
            ("Spot UV", true),
            ("SpotUV", true),
            ("局部UV层", true),
            ("UV-1", true),
            ("CutContour", true),
            ("dieline", true),
            ("DieCut", true),
            ("Perforation", true),
            ("Embossing", true),
            ("烫金", true),
            ("Mauve", false),
            ("Diesel Blue", false),
            ("Cutty Sark", false),
            ("PANTONE 871 C", false),
            ("Scuba Green", false),
        ] {
            assert_eq!(is_finishing(name, &words), finishing, "{name}");
        }
    }

    #[test]
    fn clause_s_4_1_4a_pages_of_several_inks_are_told_once() {
        let (one, other) = (Pages(vec![(1, 3), (8, 8)]), Pages(vec![(2, 5), (9, 9)]));
        assert_eq!(
            united([&one, &other].into_iter()),
            Pages(vec![(1, 5), (8, 9)])
        );
    }
}
