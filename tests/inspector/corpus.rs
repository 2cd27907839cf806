//! S-4.1.4a over PDFs that other people made with other programs: what we tell of each is what poppler and qpdf tell,
//! or the difference is explained here, file by file.
//!
//! `cargo xtask test` takes the files out of Debian's packages; where there are none, nothing is compared and that is
//! said.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops at the first surprise and says what it left out"
)]

use crate::desk::Desk;
use docket_core::inspector::press::{FontKind, ImageFacts, PressFacts, SpaceKind};
use docket_core::inspector::{PageBox, PdfFacts};
use std::path::{Path, PathBuf};
use std::process::Command;

/// So many files must be compared where there is a corpus at all.
const AT_LEAST: usize = 60;

/// Where we and the others tell differently, what, and who is right.
const EXPLAINED: &[(&str, What, &str)] = &[];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Read,
    Pages,
    Boxes,
    Fonts,
    Images,
}

/// The PDFs, or none where nobody fetched them.
pub fn corpus() -> Vec<PathBuf> {
    let folder = std::env::var_os("DOCKET_CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/corpus"),
        PathBuf::from,
    );
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    files.sort();
    files
}

fn said(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[tokio::test]
async fn clause_s_4_1_4a_other_peoples_files_are_told_as_poppler_and_qpdf_tell_them() {
    let files = corpus();
    if files.is_empty() {
        eprintln!("no corpus: nothing was compared");
        return;
    }
    let desk = Desk::new();
    let mut differences = Vec::new();
    let mut explained = Vec::new();
    for file in &files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for (what, words) in compare(&desk, file).await {
            match EXPLAINED
                .iter()
                .find(|(of, at, _)| *of == name && *at == what)
            {
                Some(reason) => explained.push(*reason),
                None => differences.push(format!("{name}: {what:?}: {words}")),
            }
        }
    }
    assert!(differences.is_empty(), "\n{}\n", differences.join("\n"));
    assert_eq!(explained, EXPLAINED, "an explanation that explains nothing");
    assert!(files.len() >= AT_LEAST, "{} files", files.len());
}

async fn compare(desk: &Desk, file: &Path) -> Vec<(What, String)> {
    let (inspected, press) = match desk.inspector.inspect_for_press(file, &|_, _| {}).await {
        Ok(read) => read,
        Err(refusal) => return vec![(What::Read, refusal.to_string())],
    };
    let (Some(pdf), Some(press)) = (inspected.pdf, press) else {
        return vec![(What::Read, format!("{:?}", inspected.kind))];
    };
    let unread = press.pages.iter().find_map(|page| page.unread);
    let mut found = Vec::new();
    found.extend(unread.map(|unread| (What::Read, format!("{unread:?}"))));
    let count = pdf.pages.len().to_string();
    let counted = said("qpdf", &["--show-npages"], file);
    if counted.trim() != count {
        found.push((What::Pages, format!("{count}, qpdf {}", counted.trim())));
    }
    found.extend(boxes(
        &pdf,
        &said("pdfinfo", &["-box", "-f", "1", "-l", &count], file),
    ));
    found.extend(fonts(&press, &said("pdffonts", &[], file)));
    found.extend(images(&press, &said("pdfimages", &["-list"], file)));
    found
}

/// Every page's number, boxes and turn.
fn boxes(pdf: &PdfFacts, said: &str) -> Option<(What, String)> {
    let told = |sides: PageBox| [sides.left, sides.bottom, sides.right, sides.top];
    for (number, page) in (1..).zip(&pdf.pages) {
        for (name, ours) in [
            ("MediaBox", page.media),
            ("CropBox", page.crop),
            ("BleedBox", page.bleed),
            ("TrimBox", page.trim),
        ] {
            let theirs = numbers(said, number, name);
            let near = |(one, other): (&f64, f64)| (one - other).abs() < 0.011;
            if theirs.len() != 4 || !theirs.iter().zip(told(ours)).all(near) {
                let words = format!("page {number} {name}: {ours:?}, pdfinfo {theirs:?}");
                return Some((What::Boxes, words));
            }
        }
        let turned = numbers(said, number, "rot");
        if turned != [f64::from(page.rotate)] {
            let words = format!("page {number} turned {}, pdfinfo {turned:?}", page.rotate);
            return Some((What::Boxes, words));
        }
    }
    None
}

/// `Page   12 MediaBox: 0.00 0.00 595.00 842.00`.
fn numbers(said: &str, number: u32, name: &str) -> Vec<f64> {
    let number = number.to_string();
    let line = said.lines().find(|line| {
        let mut words = line.split_whitespace();
        words.next() == Some("Page")
            && words.next() == Some(&number)
            && words.next().and_then(|word| word.strip_suffix(':')) == Some(name)
    });
    let words = line.unwrap_or_default().split_whitespace().skip(3);
    words.filter_map(|word| word.parse().ok()).collect()
}

/// The kinds as pdffonts names them, the longer name before the shorter one it ends with.
const FONT_KINDS: [(&str, FontKind); 11] = [
    ("CID TrueType (OT)", FontKind::CidTruetypeOpentype),
    ("CID TrueType", FontKind::CidTruetype),
    ("CID Type 0C (OT)", FontKind::CidType0cOpentype),
    ("CID Type 0C", FontKind::CidType0c),
    ("CID Type 0", FontKind::CidType0),
    ("TrueType (OT)", FontKind::TruetypeOpentype),
    ("TrueType", FontKind::Truetype),
    ("Type 1C (OT)", FontKind::Type1cOpentype),
    ("Type 1C", FontKind::Type1c),
    ("Type 1", FontKind::Type1),
    ("Type 3", FontKind::Type3),
];

/// `BAAAAA+Song    CID TrueType    Identity-H    yes yes yes    12  0`: name, kind, encoding, embedded, subset, unicode, id.
fn font_of_line(line: &str) -> (String, FontKind, bool, bool) {
    let mut words: Vec<&str> = line.split_whitespace().collect();
    if words.pop() != Some("[none]") {
        words.pop();
    }
    words.pop();
    let subset = words.pop() == Some("yes");
    let embedded = words.pop() == Some("yes");
    words.pop();
    let rest = words.join(" ");
    let (name, kind) = FONT_KINDS
        .iter()
        .find_map(|(end, kind)| Some((rest.strip_suffix(end)?.trim(), *kind)))
        .unwrap_or_else(|| panic!("{line}"));
    let name = match name.split_once('+') {
        Some((_, own)) if subset => own,
        _ if name == "[none]" => "",
        _ => name,
    };
    (name.to_owned(), kind, embedded, subset)
}

fn fonts(press: &PressFacts, said: &str) -> Option<(What, String)> {
    let mut ours: Vec<_> = press
        .fonts
        .iter()
        .map(|font| (font.name.clone(), font.kind, font.embedded, font.subset))
        .collect();
    let mut theirs: Vec<_> = said.lines().skip(2).map(font_of_line).collect();
    let order = |one: &(String, FontKind, bool, bool)| format!("{one:?}");
    ours.sort_by_key(order);
    theirs.sort_by_key(order);
    (ours != theirs).then(|| {
        type Font = (String, FontKind, bool, bool);
        let more = |these: &[Font], those: &[Font]| -> Vec<Font> {
            these
                .iter()
                .filter(|font| !those.contains(font))
                .cloned()
                .collect()
        };
        let words = format!(
            "{} fonts, pdffonts {}; only ours {:?}; only theirs {:?}",
            ours.len(),
            theirs.len(),
            more(&ours, &theirs),
            more(&theirs, &ours)
        );
        (What::Fonts, words)
    })
}

/// A placed picture: page, pixels, colours, bits, pixels an inch.
type Placed = (u32, u32, u32, &'static str, u8, [f64; 2]);

fn ours(image: &ImageFacts) -> Placed {
    let colours = match image.space {
        _ if image.stencil => "-",
        _ if image.indexed => "index",
        SpaceKind::Gray | SpaceKind::CalGray => "gray",
        SpaceKind::Rgb | SpaceKind::CalRgb => "rgb",
        SpaceKind::Cmyk => "cmyk",
        SpaceKind::Lab => "lab",
        SpaceKind::IccGray | SpaceKind::IccRgb | SpaceKind::IccCmyk => "icc",
        SpaceKind::Separation => "sep",
        SpaceKind::DeviceN => "devn",
        SpaceKind::Unknown => "?",
    };
    let ppi = [image.ppi.0.round(), image.ppi.1.round()];
    (
        image.page,
        image.width,
        image.height,
        colours,
        image.bits,
        ppi,
    )
}

/// `1 0 image 320 240 rgb 3 8 jpeg no 12 0 72 72 10.1K 4.5%`; a picture in the line has no id of two numbers.
fn image_of_line(line: &str) -> Option<Placed> {
    const COLOURS: [&str; 9] = [
        "-", "index", "gray", "rgb", "cmyk", "lab", "icc", "sep", "devn",
    ];
    let words: Vec<&str> = line.split_whitespace().collect();
    let [
        page,
        _,
        kind,
        width,
        height,
        colours,
        _,
        bits,
        _,
        _,
        rest @ ..,
    ] = words.as_slice()
    else {
        panic!("{line}");
    };
    let [.., across, down, _, _] = rest else {
        panic!("{line}");
    };
    ["image", "stencil"].contains(kind).then(|| {
        let ppi = [across, down].map(|ppi| ppi.parse::<f64>().unwrap().round());
        (
            page.parse().unwrap(),
            width.parse().unwrap(),
            height.parse().unwrap(),
            COLOURS
                .into_iter()
                .find(|known| known == colours)
                .unwrap_or("?"),
            bits.parse().unwrap(),
            ppi,
        )
    })
}

fn images(press: &PressFacts, said: &str) -> Option<(What, String)> {
    let placed = press.images.iter().filter(|image| !image.in_pattern);
    let ours: Vec<Placed> = placed.map(ours).collect();
    let theirs: Vec<Placed> = said.lines().skip(2).filter_map(image_of_line).collect();
    let same = |one: &Placed, other: &Placed| {
        let near = |(one, other): (&f64, &f64)| (one - other).abs() <= 1.0;
        (one.0, one.1, one.2, one.3, one.4) == (other.0, other.1, other.2, other.3, other.4)
            && one.5.iter().zip(&other.5).all(near)
    };
    let odd = ours
        .iter()
        .zip(&theirs)
        .find(|(one, other)| !same(one, other));
    (ours.len() != theirs.len() || odd.is_some()).then(|| {
        let words = format!(
            "{} pictures, pdfimages {}; {odd:?}",
            ours.len(),
            theirs.len()
        );
        (What::Images, words)
    })
}
