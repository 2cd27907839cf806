//! The finished file, as the tools of others see it.

use docket_core::documents::forms::Form;
use docket_core::documents::forms::sample_label::{
    LabelPaper, LabelSheet, RollOffset, SampleLabelFacts,
};
use docket_core::documents::{GreyPicture, Mark, StampWords};

use crate::support::{PdfFile, every_text, press, squeezed};
use crate::{book, book_of_sale};

fn assert_says_everything(name: &str, facts: &(impl Form + serde::Serialize)) -> PdfFile {
    let file = PdfFile::of(name, &press().pdf(facts).unwrap());
    file.assert_sound();
    let copied = file.copied();
    for text in every_text(facts) {
        assert!(
            copied.contains(&squeezed(&text)),
            "{text:?} cannot be copied out of {name}"
        );
    }
    file
}

#[test]
fn every_field_of_every_form_can_be_copied_out_verbatim() {
    assert_says_everything("task_sheet", &book::task_sheet());
    assert_says_everything("record_sheet", &book::record_sheet());
    assert_says_everything("review_form", &book::review_form());
    let amended = assert_says_everything("task_sheet_amended", &book::amended());
    assert!(amended.copied().contains('䶮'));
    assert_says_everything("absurd", &book::absurd());
    assert_says_everything("change_notice", &book::change_notice());
    assert_says_everything("change_notice_version", &book::version_notice());
    assert_says_everything("order_confirmation", &book_of_sale::confirmation());
    assert_says_everything("quote", &book_of_sale::quote());
    assert_says_everything("order_confirmation_long", &book_of_sale::long());
    PdfFile::of("large", &press().pdf(&book::large()).unwrap()).assert_sound();
    PdfFile::of("small", &press().pdf(&book::small()).unwrap()).assert_sound();
}

#[test]
fn clause_s_4_2_3b_a_slip_a_free_proof_and_a_voided_stamp_are_sound_files() {
    let mut void = book::labels(LabelPaper::default());
    void.stamps.truncate(1);
    if let Some(stamp) = void.stamps.first_mut() {
        stamp.void = "颜色与原稿不符".to_owned();
        stamp.void_by = "周敏 2026-11-24".to_owned();
    }
    for (name, pdf) in [
        ("slip", press().pdf(&book::hand_over_slip()).unwrap()),
        ("free_proof", press().pdf(&book::free_proof()).unwrap()),
        ("void", press().pdf(&void).unwrap()),
    ] {
        PdfFile::of(name, &pdf).assert_sound();
    }
}

#[test]
fn clause_s_4_2_4b_a_label_carries_all_four_facts() {
    for paper in [
        LabelPaper::default(),
        LabelSheet::default().starting_after(0),
    ] {
        let facts = book::labels(paper);
        let file = PdfFile::of("label", &press().pdf(&facts).unwrap());
        file.assert_sound();
        let copied = file.copied();
        for stamp in &facts.stamps {
            for fact in [
                &stamp.customer,
                &stamp.product,
                &stamp.sample_type,
                &stamp.signer,
                &stamp.order_number,
                &stamp.sample_number,
                &stamp.date,
            ] {
                assert!(copied.contains(&squeezed(fact)), "{fact}");
            }
        }
    }
    let roll = PdfFile::of(
        "label_roll",
        &press().pdf(&book::labels(LabelPaper::default())).unwrap(),
    );
    // 60 × 40 mm = 170.08 × 113.39 pt.
    let told = roll.told_by("pdfinfo", &[], &[]);
    assert!(told.contains("170.08 x 113.39 pts"), "{told}");
}

#[test]
fn clause_s_4_2_4b_the_longest_words_of_the_house_take_nothing_from_a_label() {
    let words = StampWords {
        heading: "样".repeat(StampWords::LONGEST_HEADING),
        closing: "章".repeat(StampWords::LONGEST_CLOSING),
    };
    let mut facts = book::labels(LabelPaper::default());
    facts.stamps.truncate(1);
    let stamp = facts.stamps.first_mut().unwrap();
    stamp.words = words;
    stamp.product = "《岭南古建筑测绘图集（第三卷）》典藏版".to_owned();
    let mut void = facts.clone();
    let stamp = void.stamps.first_mut().unwrap();
    stamp.void = "颜色与原稿不符".to_owned();
    stamp.void_by = "周敏（代录·微信） 2026-11-24".to_owned();
    let practice = |facts: &SampleLabelFacts| SampleLabelFacts {
        marks: vec![Mark::Practice],
        ..facts.clone()
    };
    for (name, facts) in [
        ("words_practice", practice(&facts)),
        ("words", facts),
        ("words_void_practice", practice(&void)),
        ("words_void", void),
    ] {
        let file = PdfFile::of(name, &press().pdf(&facts).unwrap());
        file.assert_sound();
        let (copied, stamp) = (file.copied(), &facts.stamps[0]);
        for words in [
            &stamp.words.heading,
            &stamp.sample_number,
            &stamp.order_number,
            &stamp.customer,
            &stamp.product,
            &stamp.sample_type,
            &stamp.signer,
            &stamp.void,
            &stamp.void_by,
        ] {
            assert!(
                copied.contains(&squeezed(words)),
                "{name}: {words} in {copied}"
            );
        }
        assert!(!copied.contains('…'), "{name}: nothing is cut");
        // Of a voided stamp the label says why, not what it would have asked for.
        let closes = copied.contains(&stamp.words.closing);
        assert_eq!(closes, stamp.void.is_empty(), "{name}: {copied}");
        // Within the frame, which stands 1.2 mm inside the label of 60 × 40 mm.
        let frame = [1.2, 1.2, 58.8, 38.8].map(|side| side * 72.0 / 25.4);
        for [left, top, right, bottom] in words_of(&file) {
            let within =
                left >= frame[0] && top >= frame[1] && right <= frame[2] && bottom <= frame[3];
            assert!(within, "{name}: {left} {top} {right} {bottom}");
        }
    }
}

/// Left, top, right and bottom of each word of the first page, in points from the upper left corner.
fn words_of(file: &PdfFile) -> Vec<[f64; 4]> {
    let told = file.told_by("pdftotext", &["-bbox", "-l", "1"], &["-"]);
    let words = told.lines().filter(|line| line.contains("<word "));
    let side = |line: &str, name: &str| -> f64 {
        let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    words
        .map(|line| ["xMin", "yMin", "xMax", "yMax"].map(|name| side(line, name)))
        .collect()
}

#[test]
fn clause_s_4_2_4_single_labels_follow_how_far_their_printer_is_off_and_lose_no_word() {
    const POINTS_IN_TENTH: f64 = 72.0 / 254.0;
    let at = |right: i16, down: i16| {
        let mut facts = book::labels(LabelPaper::Roll(RollOffset { right, down }));
        if let Some(stamp) = facts.stamps.first_mut() {
            stamp.product = "《岭南古建筑测绘图集（第三卷）》典藏版".to_owned();
        }
        let file = PdfFile::of("label_off", &press().pdf(&facts).unwrap());
        let told = file.told_by("pdfinfo", &[], &[]);
        assert!(told.contains("170.08 x 113.39 pts"), "{told}");
        words_of(&file)
    };
    let straight = at(0, 0);
    assert!(straight.len() > 8, "{straight:?}");
    let (most_right, most_down) = (RollOffset::MOST_RIGHT, RollOffset::MOST_DOWN);
    for (right, down) in [(15, -8), (most_right, most_down), (-most_right, -most_down)] {
        let moved = at(right, down);
        assert_eq!(moved.len(), straight.len());
        for (one, was) in moved.iter().zip(&straight) {
            let [x, y] = [right, down].map(|tenths| f64::from(tenths) * POINTS_IN_TENTH);
            for (side, expected) in one
                .iter()
                .zip([was[0] + x, was[1] + y, was[2] + x, was[3] + y])
            {
                assert!((side - expected).abs() < 0.02, "{side} {expected}");
            }
            let within = one[0] > 0.0 && one[1] > 0.0 && one[2] < 170.08 && one[3] < 113.39;
            assert!(within, "{right} {down}: {one:?}");
        }
    }
}

#[test]
fn fonts_are_embedded_cut_down_and_readable() {
    let file = PdfFile::of("fonts", &press().pdf(&book::task_sheet()).unwrap());
    let fonts = file.told_by("pdffonts", &[], &[]);
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(lines.len(), 2, "{fonts}");
    for line in lines {
        let name = line.split_whitespace().next().unwrap();
        let (tag, rest) = name.split_once('+').unwrap();
        assert!(
            tag.len() == 6 && tag.chars().all(|letter| letter.is_ascii_uppercase()),
            "{name}"
        );
        assert!(rest.starts_with("NotoSansSC"), "{name}");
        // emb, sub, uni
        assert!(line.contains("yes yes yes"), "{line}");
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let first = press().pdf(&book::amended()).unwrap();
    let second = press().pdf(&book::amended()).unwrap();
    assert!(first == second, "two runs differ");
}

#[test]
fn the_file_says_what_it_is() {
    let bytes = press().pdf(&book::task_sheet()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let file = PdfFile::of("about", &bytes);
    let told = file.told_by("pdfinfo", &["-box", "-rawdates"], &[]);
    // A4 is 595.276 × 841.890 pt, rounded to a hundredth.
    for line in [
        "Title:           生产任务书 RW-2026-A000456 · V1",
        "CreationDate:    D:20261123030200Z",
        "Pages:           2",
        "MediaBox:            0.00     0.00   595.28   841.89",
        "TrimBox:             0.00     0.00   595.28   841.89",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"zh-CN");
    let plain = file.told_by("qpdf", &["--qdf", "--object-streams=disable"], &["-"]);
    assert!(!plain.contains("GTS_PDFX"), "no claim to be a PDF/X");
}

#[test]
fn characters_that_share_a_glyph_are_copied_as_the_common_one() {
    // ⼀ (a radical) and 一 look alike; our font draws both with one glyph.
    let mut facts = book::record_sheet();
    facts.size = "一⼀一".into();
    let file = PdfFile::of("radical", &press().pdf(&facts).unwrap());
    assert!(file.copied().contains("一一一"));
}

#[test]
fn the_book_is_small_enough_to_send() {
    let bytes = press().pdf(&book::task_sheet()).unwrap();
    assert!(bytes.len() <= 160_000, "{} bytes", bytes.len());
}

#[test]
fn clause_s_4_2_6_a_sheet_with_the_first_page_stays_small_and_carries_one_grey_picture() {
    let mut facts = book::positioned();
    let file = PdfFile::of("positioned", &press().pdf(&facts).unwrap());
    file.assert_sound();
    let told = file.told_by("pdfimages", &["-list"], &[]);
    let pictures: Vec<&str> = told.lines().skip(2).collect();
    assert_eq!(pictures.len(), 1, "{told}");
    assert!(pictures[0].contains("216   291  gray    1   4"), "{told}");
    // A picture that nothing makes smaller: noise.
    let noise =
        (0..320 * 320_u32).map(|at| u8::try_from(at.wrapping_mul(2_654_435_761) >> 24).unwrap());
    facts.first_page.picture = GreyPicture::of(320, 320, noise.collect()).map(std::sync::Arc::new);
    let bytes = press().pdf(&facts).unwrap();
    assert!(bytes.len() <= 160_000, "{} bytes", bytes.len());
}

#[test]
fn clause_s_4_4_1a_1_a_character_nobody_can_draw_is_named_with_its_field() {
    let mut facts = book_of_sale::quote();
    facts.lines[1].name = "设计费 \u{10FFFD}".into();
    let refused = press().pdf(&facts).unwrap_err();
    assert_eq!(refused.code(), "document_missing_glyph");
    let params = refused.params();
    assert!(
        params.contains(&("field", "项目 名称".to_owned())),
        "{params:?}"
    );
    assert!(
        params.contains(&("character", "\u{10FFFD}".to_owned())),
        "{params:?}"
    );
}

#[test]
fn clause_f1_06_the_same_order_on_the_same_day_is_confirmed_in_the_same_bytes() {
    let first = press().pdf(&book_of_sale::confirmation()).unwrap();
    let second = press().pdf(&book_of_sale::confirmation()).unwrap();
    assert!(first == second, "two runs differ");
}
