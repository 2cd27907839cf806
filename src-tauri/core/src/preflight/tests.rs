//! The rules of 预检, each at its boundary.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use super::*;
use crate::files::Counts;
use crate::imposition::Colours;
use crate::inspector::press::{
    FontFacts, FontKind, ImageFacts, Layer, OutputIntent, PagePress, Pages, Point, PressFacts,
    SpaceKind, SpaceUse, SpotUse, Unread,
};
use crate::inspector::{PageBox, PageFacts, Reason};
use crate::measures::{Millimetres, Size};

fn points(millimetres: f64) -> f64 {
    millimetres * 72.0 / 25.4
}

fn area(left: f64, bottom: f64, right: f64, top: f64) -> PageBox {
    PageBox {
        left: points(left),
        bottom: points(bottom),
        right: points(right),
        top: points(top),
    }
}

/// A page of this finished size in millimetres, its trim 10 mm within the media, with a bleed of `bleed`.
fn sheet(width: f64, height: f64, bleed: f64) -> PageFacts {
    PageFacts {
        media: area(0.0, 0.0, width + 20.0, height + 20.0),
        crop: area(0.0, 0.0, width + 20.0, height + 20.0),
        bleed: area(
            10.0 - bleed,
            10.0 - bleed,
            width + 10.0 + bleed,
            height + 10.0 + bleed,
        ),
        trim: area(10.0, 10.0, width + 10.0, height + 10.0),
        bleed_stated: true,
        trim_stated: true,
        rotate: 0,
        user_unit: 1.0,
        trim_width: (width * 10.0).round() as u32,
        trim_height: (height * 10.0).round() as u32,
    }
}

/// A page whose ink fills its bleed, in process colours.
fn printed(page: &PageFacts) -> PagePress {
    PagePress {
        reach: Some(page.bleed),
        process: [true; 4],
        ..PagePress::default()
    }
}

struct File {
    pages: Vec<PageFacts>,
    press: PressFacts,
    ordered: Ordered,
    thresholds: Thresholds,
}

impl File {
    /// Sound pages of 210 × 285 with 3 mm of bleed, as ordered: 4+4.
    fn sound(pages: usize) -> Self {
        Self::of(vec![sheet(210.0, 285.0, 3.0); pages])
    }

    fn of(pages: Vec<PageFacts>) -> Self {
        Self {
            press: PressFacts {
                pages: pages.iter().map(printed).collect(),
                ..PressFacts::default()
            },
            ordered: Ordered {
                sizes: vec![Size::whole(210, 285)],
                pages: u32::try_from(pages.len()).ok(),
                bleed: Some(Millimetres::whole(3)),
                inks: Some(OrderedInks {
                    process: Colours::new(4, 4),
                    spots: Vec::new(),
                }),
                ..Ordered::default()
            },
            pages,
            thresholds: Thresholds::default(),
        }
    }

    fn findings(&self) -> Vec<Finding> {
        findings(&self.pages, &self.press, &self.ordered, &self.thresholds)
    }

    /// Kinds with their severities.
    fn told(&self) -> Vec<(FindingKind, Severity)> {
        self.findings()
            .iter()
            .map(|finding| (finding.kind, finding.severity))
            .collect()
    }

    #[track_caller]
    fn only(&self) -> Finding {
        let mut all = self.findings();
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }
}

use FindingKind as Kind;
use Severity::{Error, Hint, Warning};

#[test]
fn clause_s_4_1_4b_a_sound_file_with_transparency_is_green() {
    let mut file = File::sound(2);
    assert_eq!(file.told(), []);
    file.press.standard = Some("PDF/X-4".to_owned());
    file.press.intent = Some(OutputIntent {
        condition: "FOGRA39".to_owned(),
        channels: Some(4),
    });
    for page in &mut file.press.pages {
        page.transparent = true;
        page.overprint = true;
    }
    file.press.layers = vec![Layer {
        name: "图层 1".to_owned(),
        shown: true,
    }];
    file.press.fonts = vec![FontFacts {
        name: "SimSun".to_owned(),
        kind: FontKind::CidTruetype,
        embedded: true,
        subset: true,
        pages: Pages(vec![(1, 2)]),
    }];
    file.press.images = vec![image(300.0, 8)];
    let worst = file.findings().iter().map(|finding| finding.severity).min();
    assert_eq!(worst, Some(Hint));
}

#[test]
fn clause_s_4_1_4a_a_size_holds_within_half_a_millimetre() {
    for (width, height, told) in [
        (209.6, 285.0, None),
        (209.5, 285.5, None),
        (209.4, 285.0, Some((Kind::PageSize, Error))),
        (210.0, 285.6, Some((Kind::PageSize, Error))),
        (285.0, 210.0, Some((Kind::PageTurned, Warning))),
        (420.0, 285.0, Some((Kind::Spread, Warning))),
        (425.0, 285.0, Some((Kind::PageSize, Error))),
    ] {
        let mut file = File::of(vec![sheet(width, height, 3.0)]);
        file.ordered.pages = None;
        assert_eq!(file.told().first().copied(), told, "{width} × {height}");
        assert!(file.told().len() <= 1);
    }
    let mut file = File::of(vec![sheet(209.4, 285.0, 3.0)]);
    file.thresholds.size_tolerance = Millimetres(6);
    assert_eq!(file.told(), [], "the tolerance is the house's");
}

#[test]
fn clause_s_4_1_4a_pages_are_judged_as_they_were_taken_in() {
    let two_up = |counts: Counts| {
        let mut file = File::of(vec![sheet(420.0, 285.0, 3.0)]);
        file.ordered.pages = None;
        file.ordered = file.ordered.counted(counts);
        file.told()
    };
    assert_eq!(two_up(Counts::Single), [(Kind::Spread, Warning)]);
    assert_eq!(two_up(Counts::Spread), []);
    assert_eq!(two_up(Counts::Cover), []);
}

#[test]
fn clause_s_4_1_4a_a_cover_goes_around_the_book_with_its_spine() {
    for (width, told) in [
        (425.0, None),
        (425.5, None),
        (425.6, Some(Kind::SpineWidth)),
        (420.0, Some(Kind::SpineWidth)),
        (410.0, Some(Kind::PageSize)),
    ] {
        let mut file = File::of(vec![sheet(width, 285.0, 3.0); 2]);
        file.ordered.pages = (told != Some(Kind::PageSize)).then_some(4);
        file.ordered.wraps = true;
        file.ordered.spine = Some(Millimetres::whole(5));
        let found = file.findings();
        assert_eq!(found.first().map(|finding| finding.kind), told, "{width}");
        if told == Some(Kind::SpineWidth) {
            assert_eq!(found[0].params["wanted"], "5");
            assert_eq!(found[0].pages, Pages(vec![(1, 2)]));
        }
    }
}

#[test]
fn clause_s_4_4_1a_2_the_files_of_a_component_are_counted_against_its_pages() {
    let mut file = File::sound(3);
    file.ordered.brought = Some(3);
    assert_eq!(file.told(), []);
    file.ordered.pages = Some(4);
    let finding = file.only();
    assert_eq!((finding.kind, finding.severity), (Kind::PageCount, Error));
    assert_eq!(
        (&*finding.params["measured"], &*finding.params["wanted"]),
        ("3", "4")
    );
    file.ordered.brought = None;
    assert_eq!(
        file.told(),
        [],
        "what is told of another file is not told twice"
    );
}

#[test]
fn clause_s_4_1_4a_bleed_is_measured_on_every_side_where_ink_reaches_the_trim() {
    for (bleed, told) in [
        (3.0, false),
        (2.9, false),
        (2.8, false),
        (2.7, true),
        (0.0, true),
    ] {
        let file = File::of(vec![sheet(210.0, 285.0, bleed)]);
        assert_eq!(!file.told().is_empty(), told, "{bleed} mm");
    }
    let mut file = File::of(vec![sheet(210.0, 285.0, 3.0)]);
    file.pages[0].bleed.top = file.pages[0].trim.top + points(1.0);
    let finding = file.only();
    assert_eq!((finding.kind, finding.severity), (Kind::Bleed, Error));
    assert_eq!(
        ["sides", "measured", "wanted"].map(|name| finding.params[name].as_str()),
        ["top", "1", "3"]
    );
    file.press.pages[0].reach = Some(area(30.0, 30.0, 190.0, 265.0));
    assert_eq!(file.told(), [], "white paper needs no bleed");
}

#[test]
fn clause_s_4_1_4a_a_turned_page_tells_its_sides_as_somebody_sees_them() {
    for (rotate, side) in [(0, "top"), (90, "right"), (180, "bottom"), (270, "left")] {
        let mut file = File::of(vec![sheet(210.0, 285.0, 3.0)]);
        file.pages[0].bleed.top = file.pages[0].trim.top;
        file.pages[0].rotate = rotate;
        file.ordered.sizes.clear();
        assert_eq!(file.only().params["sides"], side, "{rotate}");
    }
}

#[test]
fn clause_s_4_1_4a_room_for_bleed_must_be_filled() {
    let mut file = File::sound(1);
    let trim = file.pages[0].trim;
    file.press.pages[0].reach = Some(PageBox {
        left: trim.left,
        ..file.pages[0].bleed
    });
    let finding = file.only();
    assert_eq!(
        (finding.kind, finding.severity),
        (Kind::BleedUnfilled, Warning)
    );
    assert_eq!(finding.params["sides"], "left");
    assert_eq!(finding.params["measured"], "0");
}

#[test]
fn clause_s_4_1_4a_of_a_bound_page_the_outer_side_must_be_filled() {
    // Page, how far the ink goes beyond its left and right trim in mm → the side told. Odd pages lie to the right of the
    // spine, even ones to its left; of two filled sides one is enough, whichever it is.
    for (page, left, right, told) in [
        (1, 0.0, 3.0, None),
        (1, 3.0, 0.0, None),
        (1, 0.0, 0.0, Some("right")),
        (2, 0.0, 0.0, Some("left")),
        // The ink stops well within on the other side.
        (1, -50.0, 0.0, Some("right")),
        (2, 0.0, -50.0, Some("left")),
        (1, 0.0, -50.0, None),
        (2, -50.0, 0.0, None),
    ] {
        let mut file = File::sound(8);
        let trim = file.pages[0].trim;
        let reach = file.press.pages[page - 1].reach.as_mut().unwrap();
        reach.left = trim.left - points(left);
        reach.right = trim.right + points(right);
        let found = file.findings();
        let sides = found
            .first()
            .map(|finding| finding.params["sides"].as_str());
        assert_eq!(sides, told, "page {page}: {left} {right}");
    }
}

#[test]
fn clause_s_4_1_4a_a_cover_with_turned_in_edges_is_called_wrong_only_against_a_flat_size() {
    for (width, height, told) in [
        // 2 × 210 + 30 of spine and joints + 2 × 18 turned in; 285 + 6 + 2 × 18.
        (486.0, 327.0, Some((Kind::FlatSizeUnknown, Warning))),
        // A jacket with flaps of 80 mm.
        (610.0, 285.0, Some((Kind::FlatSizeUnknown, Warning))),
        (300.0, 200.0, Some((Kind::PageSize, Error))),
    ] {
        let mut file = File::of(vec![sheet(width, height, 3.0)]);
        file.ordered.pages = None;
        file.ordered.wraps = true;
        file.ordered.turned_in = true;
        file.ordered.spine = Some(Millimetres::whole(20));
        assert_eq!(file.told().first().copied(), told, "{width} × {height}");
        file.ordered.turned_in = false;
        file.ordered.sizes.push(Size::whole(486, 327));
        let fits = width == 486.0;
        assert_eq!(
            file.told().is_empty(),
            fits,
            "{width} × {height} with a flat size"
        );
    }
}

#[test]
fn clause_s_4_1_4a_facing_pages_need_bleed_on_the_outer_side_only() {
    let mut file = File::sound(4);
    for (index, page) in file.pages.iter_mut().enumerate() {
        if index % 2 == 0 {
            page.bleed.left = page.trim.left;
        } else {
            page.bleed.right = page.trim.right;
        }
        file.press.pages[index].reach = Some(page.bleed);
    }
    assert_eq!(file.told(), []);
    file.pages[2].bleed.right = file.pages[2].trim.right;
    file.press.pages[2].reach = Some(file.pages[2].bleed);
    assert_eq!(file.told(), [(Kind::Bleed, Error)]);
    assert_eq!(file.only().pages, Pages(vec![(3, 3)]));
}

#[test]
fn clause_s_4_1_4a_without_a_stated_trim_the_page_is_taken_to_bleed_all_around() {
    let plain = |width: f64, height: f64| {
        let all = area(0.0, 0.0, width, height);
        PageFacts {
            media: all,
            crop: all,
            bleed: all,
            trim: all,
            bleed_stated: false,
            trim_stated: false,
            ..sheet(width, height, 0.0)
        }
    };
    let file = File::of(vec![plain(216.0, 291.0)]);
    assert_eq!(file.told(), [(Kind::TrimAssumed, Hint)]);
    let file = File::of(vec![plain(214.0, 289.0)]);
    assert_eq!(
        file.told(),
        [(Kind::Bleed, Error), (Kind::TrimAssumed, Hint)]
    );
    assert_eq!(file.findings()[0].params["measured"], "2");
    let file = File::of(vec![plain(210.0, 285.0)]);
    assert_eq!(file.told(), [(Kind::Bleed, Error)]);
    let file = File::of(vec![plain(216.0, 300.0)]);
    assert!(file.told().contains(&(Kind::PageSize, Error)));
}

#[test]
fn clause_s_4_1_4a_more_plates_than_ordered_are_an_error() {
    let mut file = File::sound(2);
    file.ordered.inks.as_mut().unwrap().process = Colours::new(4, 1);
    let finding = file.only();
    assert_eq!((finding.kind, finding.severity), (Kind::TooManyInks, Error));
    assert_eq!(finding.pages, Pages(vec![(2, 2)]));
    assert_eq!(
        (&*finding.params["measured"], &*finding.params["wanted"]),
        ("4", "1")
    );
    file.press.pages[1].process = [false, false, false, true];
    assert_eq!(file.told(), []);
    let mut file = File::sound(4);
    file.ordered.inks.as_mut().unwrap().process = Colours::new(4, 1);
    assert_eq!(
        file.told(),
        [],
        "which pages lie on the back is not known of a book"
    );
}

fn spot(name: &str, page: u32) -> SpotUse {
    SpotUse {
        name: name.to_owned(),
        pages: Pages(vec![(page, page)]),
        first: None,
    }
}

#[test]
fn clause_s_4_1_4a_spots_are_held_against_the_ordered_ones() {
    type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a [(Kind, Severity)]);
    let table: [Case<'_>; 8] = [
        (&["PANTONE 871 C"], &["Pantone 871C"], &[]),
        (&["PANTONE 871 C"], &[], &[(Kind::SpotNotOrdered, Error)]),
        (
            &["PANTONE 871 C"],
            &["专金"],
            &[(Kind::SpotOtherName, Warning)],
        ),
        (&[], &["专金"], &[(Kind::SpotMissing, Warning)]),
        (&["Die Line"], &[], &[(Kind::SpotOfFinishing, Hint)]),
        (
            &["局部uv"],
            &["专金"],
            &[(Kind::SpotMissing, Warning), (Kind::SpotOfFinishing, Hint)],
        ),
        (&["PANTONE 871 C", "PANTONE 871 U"], &["PANTONE 871 C"], &[]),
        (
            &["Orange", "Blue"],
            &["专金"],
            &[(Kind::SpotNotOrdered, Error), (Kind::SpotMissing, Warning)],
        ),
    ];
    for (there, ordered, told) in table {
        let mut file = File::sound(2);
        file.press.spots = there.iter().map(|name| spot(name, 2)).collect();
        file.ordered.finishing = ["模切", "局部UV"].map(str::to_owned).to_vec();
        let inks = file.ordered.inks.as_mut().unwrap();
        inks.spots = ordered.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(file.told(), told, "{there:?} against {ordered:?}");
    }
    for (name, told) in [
        ("Die Line", Some((Kind::FinishingNotOrdered, Warning))),
        ("烫金", Some((Kind::SpotOfFinishing, Hint))),
        ("UV", Some((Kind::FinishingNotOrdered, Warning))),
    ] {
        let mut file = File::sound(2);
        file.press.spots = vec![spot(name, 2)];
        file.ordered.finishing = vec!["封面烫金".to_owned(), "覆哑膜".to_owned()];
        assert_eq!(file.told(), Vec::from_iter(told), "{name}");
    }
    let mut file = File::sound(2);
    file.press.spots = vec![spot("PANTONE 871 C", 2)];
    file.ordered.inks = None;
    assert_eq!(file.told(), [], "nobody has said yet which are ordered");
}

#[test]
fn clause_s_4_1_4a_screen_and_measured_colours_are_warned_of_with_their_pages() {
    for (space, kind) in [
        (SpaceKind::Rgb, Some(Kind::Rgb)),
        (SpaceKind::IccRgb, Some(Kind::Rgb)),
        (SpaceKind::CalRgb, Some(Kind::Rgb)),
        (SpaceKind::Lab, Some(Kind::Lab)),
        (SpaceKind::Cmyk, None),
        (SpaceKind::IccCmyk, None),
        (SpaceKind::Gray, None),
    ] {
        let mut file = File::sound(4);
        file.press.spaces = vec![SpaceUse {
            space,
            pages: Pages(vec![(2, 3)]),
            first: Some(Point {
                x: points(40.0),
                y: points(200.0),
            }),
        }];
        let found = file.findings();
        assert_eq!(found.first().map(|finding| finding.kind), kind, "{space:?}");
        if let Some(finding) = found.first() {
            assert_eq!(
                (finding.severity, &finding.pages),
                (Warning, &Pages(vec![(2, 3)]))
            );
            // 40 mm from the left of the sheet, 30 from the trim; 200 above its foot, 95 below the head of the trim.
            let place = FindingPlace {
                page: 2,
                from_left: 300,
                from_top: 950,
            };
            assert_eq!(finding.place, Some(place));
        }
    }
}

fn image(ppi: f64, bits: u8) -> ImageFacts {
    ImageFacts {
        page: 1,
        width: 300,
        height: 300,
        ppi: (ppi + 50.0, ppi),
        bits,
        space: SpaceKind::Cmyk,
        indexed: false,
        stencil: bits == 1,
        in_pattern: false,
        seen: Some(area(60.0, 100.0, 90.0, 130.0)),
    }
}

#[test]
fn clause_s_4_1_4a_pictures_and_line_art_need_their_pixels() {
    for (ppi, bits, told) in [
        (149.9, 8, Some((Kind::Image, Error))),
        (150.0, 8, Some((Kind::Image, Warning))),
        (224.9, 8, Some((Kind::Image, Warning))),
        (225.0, 8, None),
        (549.9, 1, Some((Kind::LineArt, Error))),
        (550.0, 1, Some((Kind::LineArt, Warning))),
        (799.9, 1, Some((Kind::LineArt, Warning))),
        (800.0, 1, None),
    ] {
        let mut file = File::sound(1);
        file.press.images = vec![image(ppi, bits)];
        assert_eq!(
            file.told().first().copied(),
            told,
            "{ppi} ppi at {bits} bits"
        );
    }
    let mut file = File::sound(1);
    file.press.images = vec![image(140.0, 8), image(90.5, 8), image(200.0, 8)];
    let found = file.findings();
    assert_eq!(
        ["measured", "wanted", "count"].map(|name| found[0].params[name].as_str()),
        ["90", "150", "2"]
    );
    let place = found[0].place.unwrap();
    assert_eq!(
        (place.page, place.from_left, place.from_top),
        (1, 500, 1650)
    );
    assert_eq!(found[1].params["count"], "1");
}

#[test]
fn clause_s_4_1_4a_pictures_nobody_sees_and_shades_of_one_pixel_are_passed_over() {
    let mut file = File::sound(1);
    let outside = ImageFacts {
        seen: None,
        ..image(10.0, 8)
    };
    let shade = ImageFacts {
        width: 1,
        ..image(10.0, 8)
    };
    file.press.images = vec![outside, shade];
    assert_eq!(file.told(), []);
}

/// A finding of one page with a measure, by the fact that makes it.
fn of_page(change: impl Fn(&mut PagePress)) -> Vec<Finding> {
    let mut file = File::sound(3);
    change(&mut file.press.pages[1]);
    file.findings()
}

#[test]
fn clause_s_4_1_4a_measures_of_a_page_at_their_boundaries() {
    let at = Point {
        x: points(20.0),
        y: points(290.0),
    };
    type Change = Box<dyn Fn(&mut PagePress)>;
    type Case = (&'static str, Change, Option<(Kind, Severity)>);
    let table: Vec<Case> = vec![
        (
            "0.25 pt",
            Box::new(move |page| page.thinnest = Some((0.25, at))),
            None,
        ),
        (
            "0.24 pt",
            Box::new(move |page| page.thinnest = Some((0.24, at))),
            Some((Kind::Hairline, Warning)),
        ),
        (
            "0 pt",
            Box::new(move |page| page.thinnest = Some((0.0, at))),
            Some((Kind::Hairline, Warning)),
        ),
        (
            "300 %",
            Box::new(move |page| page.most_ink = Some((300.0, at))),
            None,
        ),
        (
            "301 %",
            Box::new(move |page| page.most_ink = Some((301.0, at))),
            Some((Kind::InkSum, Warning)),
        ),
        (
            "9 pt",
            Box::new(move |page| page.rich_black = Some((9.0, at))),
            None,
        ),
        (
            "8.9 pt",
            Box::new(move |page| page.rich_black = Some((8.9, at))),
            Some((Kind::RichBlackText, Warning)),
        ),
        (
            "all plates",
            Box::new(move |page| page.registration = Some(at)),
            Some((Kind::Registration, Error)),
        ),
        (
            "lost white",
            Box::new(move |page| page.white_overprint = Some(at)),
            Some((Kind::WhiteOverprint, Error)),
        ),
        (
            "nothing",
            Box::new(|page| page.reach = None),
            Some((Kind::EmptyPage, Warning)),
        ),
        (
            "printed remark",
            Box::new(|page| page.printed_remarks = 2),
            Some((Kind::PrintedRemarks, Warning)),
        ),
        (
            "remark",
            Box::new(|page| page.shown_remarks = 2),
            Some((Kind::Remarks, Hint)),
        ),
        (
            "field",
            Box::new(|page| page.fields = 2),
            Some((Kind::Fields, Warning)),
        ),
        (
            "damage",
            Box::new(|page| page.unread = Some(Unread::Damaged)),
            Some((Kind::PageUnread, Error)),
        ),
        (
            "too long",
            Box::new(|page| page.unread = Some(Unread::OutOfTime)),
            Some((Kind::PageUnread, Warning)),
        ),
    ];
    for (what, change, told) in table {
        let found = of_page(change);
        let kinds: Vec<_> = found
            .iter()
            .map(|finding| (finding.kind, finding.severity))
            .collect();
        assert_eq!(kinds, told.into_iter().collect::<Vec<_>>(), "{what}");
        if let Some(finding) = found.first() {
            assert_eq!(finding.pages, Pages(vec![(2, 2)]), "{what}");
            if let Some(place) = finding.place {
                assert_eq!(
                    (place.page, place.from_left, place.from_top),
                    (2, 100, 50),
                    "{what}"
                );
            }
        }
    }
}

#[test]
fn clause_s_4_1_4a_fonts_that_are_missing_are_named_where_something_is_set_in_them() {
    let font = |name: &str, embedded, pages: &[(u32, u32)]| FontFacts {
        name: name.to_owned(),
        kind: FontKind::Truetype,
        embedded,
        subset: false,
        pages: Pages(pages.to_vec()),
    };
    let mut file = File::sound(4);
    file.press.fonts = vec![
        font("方正黑体", false, &[(3, 3)]),
        font("SimSun", true, &[(1, 4)]),
        font("Arial", false, &[(1, 1)]),
        font("Unused", false, &[]),
    ];
    let finding = file.only();
    assert_eq!((finding.kind, finding.severity), (Kind::FontMissing, Error));
    assert_eq!(finding.params["names"], "Arial、方正黑体");
    assert_eq!(finding.pages, Pages(vec![(1, 1), (3, 3)]));
}

#[test]
fn clause_s_4_1_4a_what_a_file_says_of_itself_is_held_against_a_press() {
    let mut file = File::sound(1);
    file.press.standard = Some("PDF/X-4".to_owned());
    assert_eq!(file.told(), [(Kind::IntentMissing, Warning)]);
    file.press.intent = Some(OutputIntent {
        condition: "sRGB".to_owned(),
        channels: Some(3),
    });
    assert_eq!(file.told(), [(Kind::IntentNotForPress, Warning)]);
    file.press.layers = vec![Layer {
        name: "旧稿".to_owned(),
        shown: false,
    }];
    assert!(file.told().contains(&(Kind::HiddenLayers, Warning)));
}

#[test]
fn clause_s_4_1_4b_a_file_that_cannot_be_read_is_an_error_with_its_reason() {
    let finding = unreadable(&Reason::TooSlow { limit_ms: 10_000 });
    assert_eq!((finding.kind, finding.severity), (Kind::Unreadable, Error));
    assert_eq!(finding.params["reason"], "too_slow");
    assert_eq!(finding.params["limit_ms"], "10000");
}

#[test]
fn clause_s_4_1_4b_the_worst_stands_first_and_each_kind_once() {
    let mut file = File::sound(40);
    let at = Point { x: 0.0, y: 0.0 };
    for page in &mut file.press.pages {
        page.thinnest = Some((0.1, at));
        page.transparent = true;
        page.registration = Some(at);
    }
    assert_eq!(
        file.told(),
        [
            (Kind::Registration, Error),
            (Kind::Hairline, Warning),
            (Kind::Transparency, Hint)
        ]
    );
    assert!(
        file.findings()
            .iter()
            .all(|finding| finding.pages == Pages(vec![(1, 40)]))
    );
}

#[test]
fn every_kind_of_finding_has_a_code_of_its_own() {
    for kind in Kind::ALL {
        assert_eq!(Kind::from_code(kind.code()), Some(*kind));
    }
}

#[test]
fn clause_s_4_4_1a_2_single_pages_do_not_pass_for_spreads_or_for_an_opened_cover() {
    let single = || sheet(210.0, 285.0, 3.0);
    let double = || sheet(420.0, 285.0, 3.0);
    let opened = || sheet(430.0, 285.0, 3.0);
    let table = [
        (vec![single(), single()], Counts::Single, 2, false),
        (vec![single(), single()], Counts::Spread, 4, true),
        (vec![double(), double()], Counts::Spread, 4, false),
        // The first and the last page of a book in spreads stand alone.
        (vec![single(), double(), single()], Counts::Spread, 4, false),
        (vec![single()], Counts::Cover, 4, true),
        (vec![opened()], Counts::Cover, 4, false),
        (vec![opened(), single()], Counts::Cover, 4, true),
        // A leaf of two P has nothing to open out.
        (vec![single(), single()], Counts::Cover, 2, false),
    ];
    for (pages, counts, wanted, told) in table {
        let many = pages.len();
        let mut file = File::of(pages);
        file.ordered = file.ordered.clone().counted(counts);
        file.ordered.pages = Some(wanted);
        let found = file.findings();
        let found = found
            .iter()
            .find(|finding| finding.kind == Kind::NotASpread);
        assert_eq!(found.is_some(), told, "{many} pages, {counts:?}");
        if let Some(found) = found {
            assert_eq!(found.severity, Error);
            assert_eq!(found.params["measured"], "210 × 285");
            assert_eq!(found.params["wanted"], "420 × 285");
        }
    }
}

#[test]
fn clause_s_4_4_1a_2_plates_nobody_fills_are_warned_of() {
    for (used, process, told) in [
        ([true; 4], (4, 4), None),
        ([false, false, false, true], (4, 4), Some(("1", "4"))),
        ([false, false, false, true], (1, 1), None),
        ([false, false, false, true], (4, 1), Some(("1", "4"))),
        // Spots alone: nobody can say of them which plate they take.
        ([false; 4], (4, 4), None),
    ] {
        let mut file = File::sound(2);
        for page in &mut file.press.pages {
            page.process = used;
        }
        file.ordered.inks.as_mut().unwrap().process = Colours::new(process.0, process.1);
        let found = file.findings();
        let found = found.iter().find(|finding| finding.kind == Kind::FewerInks);
        let found = found.map(|it| (it.params["measured"].as_str(), it.params["wanted"].as_str()));
        assert_eq!(found, told, "{used:?} against {process:?}");
    }
}

#[test]
fn clause_s_4_1_4a_four_pages_of_a_cover_are_its_outside_and_its_inside() {
    for (wraps, told) in [(true, Some(vec![(2, 3)])), (false, None)] {
        let mut file = File::sound(4);
        file.ordered.wraps = wraps;
        file.ordered.inks.as_mut().unwrap().process = Colours::new(4, 0);
        let found = file.findings();
        let found = found
            .iter()
            .find(|finding| finding.kind == Kind::TooManyInks);
        assert_eq!(found.map(|it| it.pages.0.clone()), told, "wraps: {wraps}");
    }
}
