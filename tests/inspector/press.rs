//! S-4.1.4a: what would be printed, told by the helper process about PDFs made in a few words.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use crate::desk::Desk;
use crate::paper::{Paper, a4, boxed, doubled, endless, saved};
use docket_core::inspector::press::{FontKind, PagePress, Pages, PressFacts, SpaceKind, Unread};
use lopdf::{Dictionary, Object, Stream, dictionary};

async fn press(bytes: Vec<u8>) -> PressFacts {
    let desk = Desk::new();
    let path = desk.file("内文.pdf", bytes);
    let (inspected, press) = desk
        .inspector
        .inspect_for_press(&path, &|_, _| {})
        .await
        .unwrap();
    let press = press.unwrap();
    assert_eq!(press.pages.len(), inspected.pdf.unwrap().pages.len());
    press
}

/// An A4 page with a trim of 200 × 300 pt at (100, 100), a bleed of 10 pt around it, these resources and instructions.
fn page(content: &str, resources: Dictionary) -> Vec<u8> {
    let mut paper = Paper::new(Dictionary::new());
    let content = Stream::new(Dictionary::new(), content.as_bytes().to_vec());
    let content = paper.document.add_object(content);
    paper
        .page(dictionary! {
            "MediaBox" => a4(), "TrimBox" => boxed([100.0, 100.0, 300.0, 400.0]),
            "BleedBox" => boxed([90.0, 90.0, 310.0, 410.0]),
            "Contents" => content, "Resources" => resources,
        })
        .bytes()
}

async fn drawn(content: &str) -> PagePress {
    press(page(content, Dictionary::new())).await.pages[0]
}

fn states(states: Vec<(&str, Dictionary)>) -> Dictionary {
    let mut all = Dictionary::new();
    for (name, state) in states {
        all.set(name, state);
    }
    dictionary! { "ExtGState" => all }
}

#[tokio::test]
async fn clause_s_4_1_4a_ink_is_noted_where_it_is_and_marks_outside_the_bleed_are_not() {
    let marks = drawn("0 0 0 1 K 0.1 w 20 200 m 80 200 l S 1 0 0 rg 400 0 100 90 re f").await;
    assert_eq!(marks, PagePress::default());
    let inside = drawn("1 0 0 0 k 50 150 500 100 re f").await;
    let reach = inside.reach.unwrap();
    assert_eq!(
        (reach.left, reach.right, reach.bottom, reach.top),
        (90.0, 310.0, 150.0, 250.0)
    );
    assert_eq!(inside.process, [true, false, false, false]);
    assert_eq!(inside.most_ink.unwrap().0, 100.0);
}

#[tokio::test]
async fn clause_s_4_1_4a_what_is_cut_away_or_white_prints_nothing() {
    let cut = drawn("0 0 20 20 re W n 1 0 0 rg 0 0 500 500 re f").await;
    assert_eq!(cut, PagePress::default());
    let white =
        drawn("1 g 100 100 200 300 re f 0 0 0 0 k 100 100 9 9 re f 1 1 1 rg 100 100 9 9 re f");
    assert_eq!(white.await, PagePress::default());
    let after = drawn("q 0 0 20 20 re W n Q 1 0 0 rg 100 100 50 50 re f").await;
    assert_eq!(after.process, [true; 4]);
}

#[tokio::test]
async fn clause_s_4_1_4a_the_thinnest_line_is_measured_on_the_page() {
    for (content, width) in [
        ("0.3 w 100 200 m 300 200 l S", 0.3),
        ("q 0.1 0 0 0.1 0 0 cm 2 w 1500 2000 m 2500 2000 l S Q", 0.2),
        ("0 w 100 200 m 300 200 l S", 0.0),
        ("5 w 100 200 m 300 200 l S 0.15 w 120 110 20 20 re s", 0.15),
    ] {
        let (measured, _) = drawn(content).await.thinnest.unwrap();
        assert!((measured - width).abs() < 1e-6, "{content}: {measured}");
    }
    assert_eq!(
        drawn("1 G 0.1 w 100 200 m 300 200 l S").await.thinnest,
        None
    );
    let (_, at) = drawn("0.2 w 150 200 m 250 200 l S").await.thinnest.unwrap();
    assert!((at.x - 149.9).abs() < 1e-6 && (at.y - 200.1).abs() < 1e-6);
}

#[tokio::test]
async fn clause_s_4_1_4a_transparency_and_overprint_are_seen_where_something_is_painted() {
    let resources = || {
        states(vec![
            ("Faint", dictionary! { "ca" => 0.5 }),
            ("Blend", dictionary! { "BM" => "Multiply" }),
            (
                "Mask",
                dictionary! { "SMask" => dictionary! { "S" => "Luminosity" } },
            ),
            ("Over", dictionary! { "OP" => true, "OPM" => 1 }),
            ("OverStrokes", dictionary! { "OP" => true, "op" => false }),
            ("OverMode0", dictionary! { "op" => true, "OPM" => 0 }),
        ])
    };
    let drawn = async |content: &str| press(page(content, resources())).await.pages[0];
    for (content, transparent, overprint, white) in [
        ("/Faint gs 100 100 50 50 re f", true, false, false),
        ("/Faint gs 100 100 50 50 re S", false, false, false),
        ("/Faint gs 0 0 20 20 re f", false, false, false),
        ("/Blend gs 100 100 50 50 re f", true, false, false),
        ("/Mask gs 100 100 50 50 re f", true, false, false),
        ("q /Blend gs Q 100 100 50 50 re f", false, false, false),
        ("/Over gs 0 0 0 1 k 100 100 50 50 re f", false, true, false),
        ("/OverStrokes gs 100 100 50 50 re f", false, false, false),
        ("/OverStrokes gs 100 100 50 50 re S", false, true, false),
        ("/Over gs 0 0 0 0 k 100 100 50 50 re f", false, false, true),
        (
            "/OverMode0 gs 0 0 0 0 k 100 100 50 50 re f",
            false,
            false,
            false,
        ),
        ("/Over gs 1 1 1 rg 100 100 50 50 re f", false, false, false),
    ] {
        let page = drawn(content).await;
        assert_eq!(
            (
                page.transparent,
                page.overprint,
                page.white_overprint.is_some()
            ),
            (transparent, overprint, white),
            "{content}"
        );
    }
}

fn spot(name: &str) -> Object {
    let tint = dictionary! { "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 1 };
    Object::Array(vec![
        "Separation".into(),
        name.into(),
        "DeviceCMYK".into(),
        tint.into(),
    ])
}

#[tokio::test]
async fn clause_s_4_1_4a_spaces_and_spots_are_told_by_what_prints() {
    let resources = dictionary! { "ColorSpace" => dictionary! {
        "Gold" => spot("PANTONE 871 C"), "Unused" => spot("PANTONE 877 C"), "Reg" => spot("All"),
        "Lab" => vec!["Lab".into(), Dictionary::new().into()],
    } };
    let content = "/Gold cs 0.5 scn 100 100 10 10 re f /Unused cs 0 scn 100 100 10 10 re f /Lab CS 50 10 10 SC \
        100 100 50 50 re S 0.2 g 100 100 5 5 re f";
    let facts = press(page(content, resources.clone())).await;
    let spots: Vec<&str> = facts.spots.iter().map(|spot| spot.name.as_str()).collect();
    assert_eq!(spots, ["PANTONE 871 C"]);
    let spaces: Vec<SpaceKind> = facts.spaces.iter().map(|space| space.space).collect();
    assert_eq!(
        spaces,
        [SpaceKind::Gray, SpaceKind::Lab, SpaceKind::Separation]
    );
    assert_eq!(facts.spaces[0].pages, Pages(vec![(1, 1)]));
    let marks = press(page("/Reg CS 1 SCN 20 20 m 20 80 l S", resources.clone())).await;
    assert_eq!(marks.pages[0].registration, None, "where it belongs");
    let facts = press(page("/Reg cs 1 scn 150 150 10 10 re f", resources)).await;
    assert!(facts.pages[0].registration.is_some());
    assert_eq!(facts.pages[0].most_ink.unwrap().0, 400.0);
}

/// A picture of 300 × 600 pixels.
fn picture(more: Dictionary) -> Stream {
    let mut facts = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => 300, "Height" => 600,
        "BitsPerComponent" => 8, "ColorSpace" => "DeviceRGB",
    };
    for (key, value) in more.iter() {
        facts.set(key.clone(), value.clone());
    }
    Stream::new(facts, vec![0; 20_000])
}

#[tokio::test]
async fn clause_s_4_1_4a_pictures_are_measured_through_all_forms() {
    let mut paper = Paper::new(Dictionary::new());
    let image = paper.document.add_object(picture(Dictionary::new()));
    let form = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => boxed([0.0, 0.0, 1.0, 1.0]),
            "Matrix" => vec![2.into(), 0.into(), 0.into(), 2.into(), 0.into(), 0.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "P" => image } },
        },
        b"/P Do".to_vec(),
    );
    let form = paper.document.add_object(form);
    // The picture is 72 by 144 pt: 300 ppi; once more turned by a quarter, outside the page.
    let content = b"q 36 0 0 72 100 100 cm /F Do Q q 0 72 -144 0 0 -200 cm /P Do Q";
    let bytes = paper
        .drawing(content, dictionary! { "F" => form, "P" => image })
        .bytes();
    let facts = press(bytes).await;
    let [seen, outside] = facts.images.as_slice() else {
        panic!("{:?}", facts.images)
    };
    for image in [seen, outside] {
        assert_eq!((image.width, image.height, image.bits), (300, 600, 8));
        assert!((image.ppi.0 - 300.0).abs() < 1e-6 && (image.ppi.1 - 300.0).abs() < 1e-6);
        assert_eq!((image.space, image.stencil), (SpaceKind::Rgb, false));
    }
    assert!(seen.seen.is_some() && outside.seen.is_none());
    assert_eq!(facts.pages[0].process, [true; 4]);
    assert!(!facts.pages[0].transparent);
}

#[tokio::test]
async fn clause_s_4_1_4a_stencils_masks_palettes_and_pictures_in_the_line_are_told_apart() {
    let mut paper = Paper::new(Dictionary::new());
    let mask = paper
        .document
        .add_object(picture(dictionary! { "ColorSpace" => "DeviceGray" }));
    let of = |more: Dictionary, paper: &mut Paper| paper.document.add_object(picture(more));
    let masked = of(dictionary! { "SMask" => mask }, &mut paper);
    let stencil = of(
        dictionary! { "ImageMask" => true, "BitsPerComponent" => 1 },
        &mut paper,
    );
    let palette = Object::Array(vec![
        "Indexed".into(),
        "DeviceCMYK".into(),
        1.into(),
        "".into(),
    ]);
    let indexed = of(
        dictionary! { "ColorSpace" => palette, "BitsPerComponent" => 4 },
        &mut paper,
    );
    let content = b"q 72 0 0 72 100 100 cm 1 0 0 0 k /S Do /I Do BI /W 30 /H 30 /CS /G /BPC 8 ID \x01\x02 EI Q";
    let forms = dictionary! { "S" => stencil, "I" => indexed, "M" => masked };
    let facts = press(paper.drawing(content, forms).bytes()).await;
    let told: Vec<_> = facts
        .images
        .iter()
        .map(|image| {
            (
                image.space,
                image.indexed,
                image.stencil,
                image.bits,
                image.ppi.0.round(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (SpaceKind::Rgb, false, true, 1, 300.0),
            (SpaceKind::Cmyk, true, false, 4, 300.0),
            (SpaceKind::Gray, false, false, 8, 30.0),
        ]
    );
    assert!(!facts.pages[0].transparent);
    let mut paper = Paper::new(Dictionary::new());
    let mask = paper.document.add_object(picture(Dictionary::new()));
    let masked = paper
        .document
        .add_object(picture(dictionary! { "SMask" => mask }));
    let content = b"q 72 0 0 72 100 100 cm /M Do Q";
    let facts = press(
        paper
            .drawing(content, dictionary! { "M" => masked })
            .bytes(),
    )
    .await;
    assert!(facts.pages[0].transparent);
}

#[tokio::test]
async fn clause_s_4_1_4a_fonts_are_told_with_where_they_print() {
    let mut paper = Paper::new(Dictionary::new());
    let file = Stream::new(dictionary! { "Length1" => 3 }, b"abc".to_vec());
    let file = paper.document.add_object(file);
    let carried = dictionary! {
        "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "ABCDEF+SimSun",
        "FontDescriptor" => dictionary! { "FontFile2" => file },
    };
    let missing = |name: &str| {
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name }
    };
    let fonts = dictionary! {
        "In" => carried, "Out" => missing("FZHei"), "Unused" => missing("FZShu"),
        "Searched" => missing("FZKai"),
    };
    let content = "BT /In 9 Tf 120 200 Td (a) Tj /Out 9 Tf (b) Tj 3 Tr /Searched 9 Tf (c) Tj ET";
    let content = paper
        .document
        .add_object(Stream::new(Dictionary::new(), content.into()));
    let facts = press(
        paper
            .page(dictionary! {
                "MediaBox" => a4(), "Contents" => content, "Resources" => dictionary! { "Font" => fonts },
            })
            .bytes(),
    )
    .await;
    let mut told: Vec<_> = facts
        .fonts
        .iter()
        .map(|font| {
            (
                font.name.as_str(),
                font.kind,
                font.embedded,
                font.subset,
                font.pages.count(),
            )
        })
        .collect();
    told.sort_unstable_by_key(|font| font.0);
    assert_eq!(
        told,
        [
            ("FZHei", FontKind::Type1, false, false, 1),
            ("FZKai", FontKind::Type1, false, false, 0),
            ("FZShu", FontKind::Type1, false, false, 0),
            ("SimSun", FontKind::Truetype, true, true, 1),
        ]
    );
}

#[tokio::test]
async fn clause_s_4_1_4a_the_smallest_rich_black_text_is_measured() {
    let text = |content: &str| drawn_text(content.to_owned());
    let rich = "BT 0.5 0.4 0.4 1 k 10 0 0 10 120 200 Tm /F 0.6 Tf (a) Tj ET";
    assert!((text(rich).await.rich_black.unwrap().0 - 6.0).abs() < 1e-6);
    let black = "BT 0 0 0 1 k 10 0 0 10 120 200 Tm /F 0.6 Tf (a) Tj ET";
    assert_eq!(text(black).await.rich_black, None);
    let away = "BT 0.5 0.4 0.4 1 k 10 0 0 10 500 800 Tm /F 0.6 Tf (a) Tj ET";
    assert_eq!(text(away).await.rich_black, None);
    let hidden = "BT 3 Tr 0.5 0.4 0.4 1 k 10 0 0 10 120 200 Tm /F 0.6 Tf (a) Tj ET";
    assert_eq!(text(hidden).await.rich_black, None);
}

async fn drawn_text(content: String) -> PagePress {
    drawn(&content).await
}

#[tokio::test]
async fn clause_s_4_1_4a_a_hidden_layer_prints_nothing_and_is_told() {
    let mut paper = Paper::new(Dictionary::new());
    let layer = |paper: &mut Paper, name: &str| {
        let name = Object::string_literal(name);
        paper
            .document
            .add_object(dictionary! { "Type" => "OCG", "Name" => name })
    };
    let (on, off) = (layer(&mut paper, "cover"), layer(&mut paper, "die"));
    let content = "/OC /Off BDC 1 0 0 rg 100 100 50 50 re f BMC EMC EMC /OC /On BDC 1 0 0 0 k 100 100 9 9 re f EMC";
    let content = paper
        .document
        .add_object(Stream::new(Dictionary::new(), content.into()));
    let mut document = paper
        .page(dictionary! {
            "MediaBox" => a4(), "Contents" => content,
            "Resources" => dictionary! { "Properties" => dictionary! { "On" => on, "Off" => off } },
        })
        .finished();
    let root = document
        .trailer
        .get(b"Root")
        .unwrap()
        .as_reference()
        .unwrap();
    let catalog = document.get_dictionary_mut(root).unwrap();
    catalog.set(
        "OCProperties",
        dictionary! {
            "OCGs" => vec![on.into(), off.into()], "D" => dictionary! { "OFF" => vec![off.into()] },
        },
    );
    let facts = press(saved(document)).await;
    let told: Vec<_> = facts
        .layers
        .iter()
        .map(|layer| (layer.name.as_str(), layer.shown))
        .collect();
    assert_eq!(told, [("cover", true), ("die", false)]);
    assert_eq!(facts.pages[0].process, [true, false, false, false]);
}

#[tokio::test]
async fn clause_s_4_1_4a_standard_and_printing_condition_are_told() {
    let mut document = Paper::a4().finished();
    let metadata =
        b"<x:xmpmeta><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></x:xmpmeta>";
    let metadata = document.add_object(Stream::new(Dictionary::new(), metadata.to_vec()));
    let profile = document.add_object(Stream::new(dictionary! { "N" => 4 }, vec![0; 200]));
    let root = document
        .trailer
        .get(b"Root")
        .unwrap()
        .as_reference()
        .unwrap();
    let catalog = document.get_dictionary_mut(root).unwrap();
    catalog.set("Metadata", metadata);
    let intent = dictionary! {
        "S" => "GTS_PDFX", "OutputConditionIdentifier" => Object::string_literal("FOGRA39"),
        "DestOutputProfile" => profile,
    };
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    let facts = press(saved(document)).await;
    assert_eq!(facts.standard.as_deref(), Some("PDF/X-4"));
    let intent = facts.intent.unwrap();
    assert_eq!(
        (intent.condition.as_str(), intent.channels),
        ("FOGRA39", Some(4))
    );
}

#[tokio::test]
async fn clause_s_4_1_4a_a_pattern_is_read_once_and_a_shading_tells_its_colours() {
    let mut paper = Paper::new(Dictionary::new());
    let tile = Stream::new(
        dictionary! {
            "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "BBox" => boxed([0.0, 0.0, 9.0, 9.0]),
            "XStep" => 9, "YStep" => 9, "Resources" => Dictionary::new(),
        },
        b"0 1 0 0 k 0 0 5 5 re f".to_vec(),
    );
    let tile = paper.document.add_object(tile);
    let shading = dictionary! { "ShadingType" => 2, "ColorSpace" => "DeviceRGB" };
    let resources = dictionary! {
        "Pattern" => dictionary! { "T" => tile }, "Shading" => dictionary! { "S" => shading },
    };
    let content = "/Pattern cs /T scn 0 0 300 300 re f 0 0 300 300 re f";
    let both = format!("{content} /S sh");
    let page = |content: &str, paper: &mut Paper| {
        paper
            .document
            .add_object(Stream::new(Dictionary::new(), content.into()))
    };
    let (first, second) = (page(content, &mut paper), page(&both, &mut paper));
    let of = |content| {
        dictionary! { "MediaBox" => a4(), "Contents" => content, "Resources" => resources.clone() }
    };
    let facts = press(paper.page(of(first)).page(of(second)).bytes()).await;
    assert_eq!(facts.pages[0].process, [false, true, false, false]);
    assert_eq!(facts.pages[1].process, [true; 4]);
    let rgb = facts
        .spaces
        .iter()
        .find(|space| space.space == SpaceKind::Rgb)
        .unwrap();
    assert_eq!(rgb.pages, Pages(vec![(2, 2)]));
}

#[tokio::test]
async fn clause_s_4_1_4a_remarks_and_fields_are_counted() {
    let remark = |kind: &str, flags: i64| {
        Object::Dictionary(dictionary! { "Type" => "Annot", "Subtype" => kind, "F" => flags })
    };
    let remarks = vec![
        remark("Link", 4),
        remark("Text", 4),
        remark("Square", 0),
        remark("Square", 6),
        remark("Widget", 4),
        // A field that is hidden is neither seen nor printed.
        remark("Widget", 2),
        remark("Widget", 6),
    ];
    let bytes = Paper::new(Dictionary::new())
        .page(dictionary! { "MediaBox" => a4(), "Annots" => remarks })
        .bytes();
    let page = press(bytes).await.pages[0];
    assert_eq!(
        (page.printed_remarks, page.shown_remarks, page.fields),
        (1, 1, 1)
    );
}

/// 2^24 and 2^40 drawings: what was seen stays, and the page says that it was left.
#[tokio::test]
async fn clause_s_4_1_4a_a_page_without_end_is_left_and_says_so() {
    let facts = press(doubled(24)).await;
    assert_eq!(facts.pages[0].unread, Some(Unread::TooManySteps));
    assert!(facts.pages[0].reach.is_some());
    let facts = press(endless()).await;
    assert_eq!(facts.pages[0].unread, Some(Unread::TooManySteps));
}

#[tokio::test]
async fn clause_s_4_1_4a_a_form_that_draws_itself_is_drawn_once() {
    let mut paper = Paper::new(Dictionary::new());
    let id = paper.document.new_object_id();
    let form = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => a4(),
            "Resources" => dictionary! { "XObject" => dictionary! { "F" => id } },
        },
        b"0 0 1 0 k 0 0 50 50 re f /F Do".to_vec(),
    );
    paper.document.set_object(id, form);
    let facts = press(paper.drawing(b"/F Do", dictionary! { "F" => id }).bytes()).await;
    assert_eq!(facts.pages[0].unread, None);
    assert_eq!(facts.pages[0].process, [false, false, true, false]);
}

/// Numbers beyond all numbers make no fact, and no answer that cannot be sent.
#[tokio::test]
async fn clause_s_4_1_4a_absurd_numbers_are_survived() {
    let huge = "9".repeat(400);
    let grown = format!("{huge} 0 0 {huge} 0 0 cm ").repeat(60);
    let shrunk = "0 0 0 0 0 0 cm ";
    for start in ["", &grown, shrunk] {
        let content = format!(
            "{start}{huge} w 100 100 m {huge} {huge} l S {huge} {huge} 5 5 re f {huge} g 0 0 9 9 re f \
             BT 0.5 0.4 0.4 1 k /F {huge} Tf 120 200 Td (a) Tj ET {huge} {huge} {huge} {huge} k 150 150 9 9 re f \
             BI /W {huge} /H {huge} /CS /G /BPC {huge} ID ab EI"
        );
        let facts = press(page(&content, Dictionary::new())).await;
        assert_eq!(facts.pages[0].unread, None);
        assert_eq!(facts.images.len(), 1);
    }
}
