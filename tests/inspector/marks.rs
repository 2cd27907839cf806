//! S-4.2.4b, S-4.2.5b, S-4.2.6: marks on a copy of somebody else's file stand where they are seen, and nothing else of the
//! file changes: not a byte of it, not a pixel outside the marks.
#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test stops at the first surprise and says what it left out"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use docket_core::documents::forms::marked_copy::{
    Corner, Ink, MarkedCopyFacts, MarkedPage, MarkedPosition,
};
use docket_core::documents::{Colour, Item, Press, StampBlock, StampWords};
use docket_core::inspector::{InspectorRefusal, PageFacts, Reason, ShownPage};
use lopdf::{Dictionary, Object, Stream, dictionary};

use crate::corpus::corpus;
use crate::desk::Desk;
use crate::paper::{Paper, boxed, saved};

/// Files of the corpus that are not marked, and why.
const REFUSED: &[(&str, &str)] = &[];
/// Files of which pixels outside the marks differ, and why.
const EXPLAINED: &[(&str, &str)] = &[(
    "cups-filters-default-testpage.pdf",
    "its sheet is 841.889764 points high; a number of the page's own is written again in 32 bits, as 841.8898, and at that \
     poppler smooths some pixels of its dot screen otherwise, by less than a tenth",
)];

fn press() -> Press {
    let fonts = std::env::var_os("DOCKET_FONTS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fonts"),
        PathBuf::from,
    );
    Press::open(&fonts).unwrap()
}

fn a_stamp() -> StampBlock {
    StampBlock {
        customer: "深圳市彩源文化传播有限公司".to_owned(),
        product: "《岭南草木》精装画册".to_owned(),
        order_number: "OD-2026-A000317".to_owned(),
        sample_number: "Y-2026-A0912".to_owned(),
        sample_type: "内容样".to_owned(),
        source: "客户提供".to_owned(),
        positions: "烫金（第 1 页）".to_owned(),
        signer: "王琳".to_owned(),
        recorded: true,
        medium: "微信".to_owned(),
        date: "2026-11-24".to_owned(),
        valid_until: String::new(),
        words: StampWords::default(),
        void: String::new(),
        void_by: String::new(),
    }
}

/// A page as it is seen, with a gold rectangle in the middle of its trim.
fn a_page(facts: &PageFacts) -> MarkedPage {
    let shown = ShownPage::of(facts);
    let trim = [
        shown.trim.left,
        shown.trim.top,
        shown.trim.width,
        shown.trim.height,
    ];
    let [_, _, width, height] = trim.map(|length| length as f32);
    let corner = |x: f32, y: f32| (x * width, y * height);
    MarkedPage {
        size: (shown.width as f32, shown.height as f32),
        trim: trim.map(|length| length as f32),
        positions: vec![MarkedPosition {
            corners: vec![
                corner(0.2, 0.3),
                corner(0.6, 0.3),
                corner(0.6, 0.5),
                corner(0.2, 0.5),
            ],
            ink: Ink::Gold,
            words: "烫金 书名 · 金箔".to_owned(),
        }],
        ..MarkedPage::default()
    }
}

/// A picture of a page: pixels across, pixels down, and three bytes each.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Picture {
    /// Of a page of a file, by poppler, as it is cropped and turned on showing.
    fn of(file: &Path, page: usize) -> Self {
        let page = page.to_string();
        let output = Command::new("pdftoppm")
            .args(["-cropbox", "-r", "72", "-f", &page, "-l", &page])
            .arg(file)
            .output()
            .unwrap();
        let bytes = output.stdout;
        let mut ends = bytes
            .iter()
            .enumerate()
            .filter(|(_, byte)| byte.is_ascii_whitespace());
        let ends: Vec<usize> = ends.by_ref().take(4).map(|(at, _)| at).collect();
        let number = |from: usize, to: usize| -> usize {
            std::str::from_utf8(&bytes[from + 1..to])
                .unwrap()
                .parse()
                .unwrap()
        };
        let (width, height) = (number(ends[0], ends[1]), number(ends[1], ends[2]));
        let pixels = bytes[ends[3] + 1..].to_vec();
        assert_eq!(pixels.len(), width * height * 3);
        Self {
            width,
            height,
            pixels,
        }
    }

    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let from = (y.min(self.height - 1) * self.width + x.min(self.width - 1)) * 3;
        [
            self.pixels[from],
            self.pixels[from + 1],
            self.pixels[from + 2],
        ]
    }

    /// Whether something of that colour is seen within a pixel or two of a place, given in parts of the page.
    fn shows(&self, colour: Colour, (across, down): (f32, f32)) -> bool {
        let near = |one: u8, other: f32| (f32::from(one) - other * 255.0).abs() < 70.0;
        let (x, y) = (
            (across * self.width as f32) as usize,
            (down * self.height as f32) as usize,
        );
        (x.saturating_sub(2)..=x + 2).any(|x| {
            (y.saturating_sub(2)..=y + 2).any(|y| {
                let [r, g, b] = self.at(x, y);
                near(r, colour.r) && near(g, colour.g) && near(b, colour.b)
            })
        })
    }
}

/// The middles of the four sides of the first position, in parts of the page.
fn sides(page: &MarkedPage) -> Vec<(f32, f32)> {
    let corners = &page.positions[0].corners;
    let next = corners.iter().cycle().skip(1);
    corners
        .iter()
        .zip(next)
        .map(|(one, other)| {
            let middle = ((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0);
            (
                (middle.0 + page.trim[0]) / page.size.0,
                (middle.1 + page.trim[1]) / page.size.1,
            )
        })
        .collect()
}

async fn facts_of(desk: &Desk, file: &Path) -> Result<Vec<PageFacts>, InspectorRefusal> {
    let inspected = desk.inspector.inspect(file).await?;
    Ok(inspected.pdf.map(|pdf| pdf.pages).unwrap_or_default())
}

/// Marks the pages of a file and writes the copy; `DOCKET_KEEP_PDF` names a folder to keep it in, to be looked at.
async fn marked(
    desk: &Desk,
    file: &Path,
    numbers: &[u32],
    facts: &MarkedCopyFacts,
) -> Result<PathBuf, InspectorRefusal> {
    let over = press().pdf(facts).unwrap();
    let end = desk.inspector.mark(file, &over, numbers.to_vec()).await?;
    let mut bytes = std::fs::read(file).unwrap();
    bytes.extend(end);
    let copy = desk.path("copy.pdf");
    std::fs::write(&copy, bytes).unwrap();
    if let Some(keep) = std::env::var_os("DOCKET_KEEP_PDF") {
        let name = file.file_name().unwrap();
        std::fs::copy(&copy, Path::new(&keep).join(name)).unwrap();
    }
    Ok(copy)
}

/// A page of 300 × 200 units in the middle of a larger sheet, the trim 10 within, that leaves its state turned over; and a larger one.
fn a_paper(rotate: i64, user_unit: f32) -> Vec<u8> {
    let mut paper = Paper::new(Dictionary::new());
    let content =
        b"q 0.8 0.9 1 rg -1000 -1000 3000 3000 re f 0.5 0 0 0.5 7 9 cm q 3 0 0 3 40 40 cm 1 0 0 RG";
    let content = paper
        .document
        .add_object(Stream::new(Dictionary::new(), content.to_vec()));
    paper
        .page(dictionary! {
            "MediaBox" => boxed([-50.0, -20.0, 400.0, 300.0]),
            "CropBox" => boxed([20.0, 30.0, 320.0, 230.0]),
            "TrimBox" => boxed([30.0, 45.0, 300.0, 225.0]),
            "Rotate" => rotate, "UserUnit" => user_unit,
            "Contents" => content, "Resources" => Dictionary::new(),
        })
        .page(dictionary! {
            "MediaBox" => boxed([0.0, 0.0, 900.0, 1200.0]), "Rotate" => rotate,
            "Contents" => content, "Resources" => Dictionary::new(),
        })
        .bytes()
}

#[tokio::test]
async fn clause_s_4_2_6_a_mark_is_seen_where_it_was_drawn_whatever_the_turn_crop_and_unit() {
    let desk = Desk::new();
    for rotate in [0, 90, 180, 270, -90, 450] {
        for user_unit in [1.0, 2.5] {
            let file = desk.file("a.pdf", a_paper(rotate, user_unit));
            let seen = facts_of(&desk, &file).await.unwrap();
            let facts = MarkedCopyFacts {
                pages: seen.iter().map(a_page).collect(),
                ..MarkedCopyFacts::default()
            };
            let copy = marked(&desk, &file, &[1, 2], &facts).await.unwrap();
            for (number, page) in (1..).zip(&facts.pages) {
                let picture = Picture::of(&copy, number);
                for place in sides(page) {
                    assert!(
                        picture.shows(Ink::Gold.colour(), place),
                        "page {number} turned {rotate}, unit {user_unit}, at {place:?}"
                    );
                }
            }
            assert_eq!(said_by_qpdf(&copy), said_by_qpdf(&file));
        }
    }
}

fn said_by_qpdf(file: &Path) -> i32 {
    let output = Command::new("qpdf")
        .arg("--check")
        .arg(file)
        .output()
        .unwrap();
    output.status.code().unwrap()
}

/// Where marks may be seen, in parts of the page: left, top, right, bottom.
fn zones(facts: &MarkedCopyFacts, page: usize) -> Vec<[f32; 4]> {
    let list = press().lay_out(facts).unwrap();
    let size = facts.pages[page].size;
    let (width, height) = (size.0 * 72.0 / 25.4, size.1 * 72.0 / 25.4);
    let zone = |left: f32, top: f32, right: f32, bottom: f32| {
        [left / width, top / height, right / width, bottom / height]
    };
    let items = list.pages[page].items.iter();
    items
        .filter_map(|item| match item {
            // Words stand on their ground, and lines are as thick as they are.
            Item::Rect { at, size, .. } => {
                Some(zone(at.0.0, at.1.0, at.0.0 + size.0.0, at.1.0 + size.1.0))
            }
            Item::Line { from, to, .. } => Some(zone(
                from.0.0.min(to.0.0),
                from.1.0.min(to.1.0),
                from.0.0.max(to.0.0),
                from.1.0.max(to.1.0),
            )),
            _ => None,
        })
        .collect()
}

/// Pixels that differ outside the zones, of which each is two pixels wider.
fn differing(before: &Picture, after: &Picture, zones: &[[f32; 4]]) -> usize {
    assert_eq!((before.width, before.height), (after.width, after.height));
    let (width, height) = (before.width as f32, before.height as f32);
    let within = |x: usize, y: usize| {
        let (x, y) = (x as f32, y as f32);
        zones.iter().any(|[left, top, right, bottom]| {
            x >= left * width - 3.0
                && x <= right * width + 3.0
                && y >= top * height - 3.0
                && y <= bottom * height + 3.0
        })
    };
    let all = (0..before.height).flat_map(|y| (0..before.width).map(move |x| (x, y)));
    all.filter(|(x, y)| before.at(*x, *y) != after.at(*x, *y) && !within(*x, *y))
        .count()
}

#[tokio::test]
async fn clause_s_4_2_4b_other_peoples_files_keep_every_byte_and_every_pixel_outside_the_marks() {
    let files = corpus();
    if files.is_empty() {
        eprintln!("no corpus: nothing was marked");
        return;
    }
    let desk = Desk::new();
    let (mut wrong, mut refused, mut explained) = (Vec::new(), Vec::new(), Vec::new());
    for file in &files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        match mark_and_compare(&desk, file).await {
            Ok(found) if found.is_empty() => {}
            Ok(found) => match EXPLAINED.iter().find(|(of, _)| {
                *of == name && found.len() == 1 && found[0].contains("pixels differ outside")
            }) {
                Some(reason) => explained.push(*reason),
                None => wrong.push(format!("{name}: {}", found.join("; "))),
            },
            Err(refusal) => match REFUSED
                .iter()
                .find(|(of, why)| *of == name && *why == refusal.code())
            {
                Some(reason) => refused.push(*reason),
                None => wrong.push(format!("{name}: {refusal}")),
            },
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert_eq!(
        (refused.as_slice(), explained.as_slice()),
        (REFUSED, EXPLAINED)
    );
}

async fn mark_and_compare(desk: &Desk, file: &Path) -> Result<Vec<String>, InspectorRefusal> {
    let pages = facts_of(desk, file).await?;
    let last = pages.len();
    let mut first = a_page(&pages[0]);
    first.stamp = Some((a_stamp(), Corner::BottomRight));
    first.folio = Some("1".to_owned());
    let mut facts = MarkedCopyFacts {
        pages: vec![first],
        ..MarkedCopyFacts::default()
    };
    let mut numbers = vec![1];
    if last > 1 {
        facts.pages.push(a_page(&pages[last - 1]));
        numbers.push(u32::try_from(last).unwrap());
    }
    let copy = marked(desk, file, &numbers, &facts).await?;
    let mut found = Vec::new();
    let (before, after) = (said_by_qpdf(file), said_by_qpdf(&copy));
    // 0 is sound, 3 is warned of, 2 is an error.
    let rank = |code: i32| [0, 3, 2].iter().position(|each| *each == code);
    if rank(after) > rank(before) {
        found.push(format!("qpdf {before} became {after}"));
    }
    for (index, (number, page)) in numbers.iter().zip(&facts.pages).enumerate() {
        let number = usize::try_from(*number).unwrap();
        let (old, new) = (Picture::of(file, number), Picture::of(&copy, number));
        let differing = differing(&old, &new, &zones(&facts, index));
        if differing > 0 {
            found.push(format!(
                "page {number}: {differing} pixels differ outside the marks"
            ));
        }
        for place in sides(page) {
            if !new.shows(Ink::Gold.colour(), place) {
                found.push(format!("page {number}: nothing at {place:?}"));
            }
        }
        if index == 0 && !stamp_is_seen(&new, &facts) {
            found.push("no stamp".to_owned());
        }
    }
    // Pages between are as they were.
    if last > 2 && Picture::of(file, 2).pixels != Picture::of(&copy, 2).pixels {
        found.push("page 2 changed".to_owned());
    }
    Ok(found)
}

/// So many pixels of the stamp's red are seen within its frame, the last rectangle that is drawn.
fn stamp_is_seen(picture: &Picture, facts: &MarkedCopyFacts) -> bool {
    let frame = *zones(facts, 0).last().unwrap();
    let [left, top, right, bottom] = frame;
    let along = |part: f32, whole: usize| (part * whole as f32) as usize;
    let columns = along(left, picture.width)..along(right, picture.width);
    let rows = along(top, picture.height)..along(bottom, picture.height);
    let red = rows
        .flat_map(|y| columns.clone().map(move |x| (x, y)))
        .filter(|(x, y)| {
            let [r, g, b] = picture.at(*x, *y).map(i32::from);
            r - g > 50 && r - b > 50
        });
    red.count() > 200
}

#[tokio::test]
async fn clause_s_4_2_4b_a_signed_an_encrypted_and_a_mended_file_are_refused_in_words() {
    let desk = Desk::new();
    let facts = |pages: &[PageFacts]| MarkedCopyFacts {
        pages: vec![a_page(&pages[0])],
        ..MarkedCopyFacts::default()
    };
    let sound = desk.file("sound.pdf", a_paper(0, 1.0));
    let pages = facts_of(&desk, &sound).await.unwrap();
    let ask = async |name: &str, bytes: &[u8], number: u32| {
        let file = desk.file(name, bytes);
        let found = marked(&desk, &file, &[number], &facts(&pages)).await;
        found.map(drop).map_err(|refusal| refusal.reason)
    };

    let mut signed = Paper::a4().finished();
    let signature = signed.add_object(dictionary! {
        "Type" => "Sig", "Filter" => "Adobe.PPKLite",
        "ByteRange" => vec![0.into(), 1.into(), 2.into(), 3.into()],
        "Contents" => Object::string_literal("00"),
    });
    signed.catalog_mut().unwrap().set("Signature", signature);
    assert_eq!(
        ask("signed.pdf", &saved(signed), 1).await,
        Err(Reason::Signed)
    );

    let mut encrypted = Paper::a4().finished();
    let key = Object::String(vec![0; 32], lopdf::StringFormat::Hexadecimal);
    let rules = encrypted.add_object(dictionary! {
        "Filter" => "Standard", "V" => 1, "R" => 2, "O" => key.clone(), "U" => key, "P" => -4,
    });
    encrypted.trailer.set("Encrypt", rules);
    encrypted.trailer.set(
        "ID",
        vec![Object::string_literal("a"), Object::string_literal("a")],
    );
    assert_eq!(
        ask("locked.pdf", &saved(encrypted), 1).await,
        Err(Reason::Encrypted)
    );

    let mut broken = Paper::a4().bytes();
    let table = broken
        .windows(4)
        .rposition(|window| window == b"xref")
        .unwrap();
    // startxref points elsewhere.
    let at = broken[table..].iter().position(u8::is_ascii_digit).unwrap() + table;
    broken[at] = b'9';
    assert_eq!(ask("broken.pdf", &broken, 1).await, Err(Reason::Mended));

    let past = Reason::NoSuchPage { page: 3, pages: 2 };
    assert_eq!(ask("short.pdf", &a_paper(0, 1.0), 3).await, Err(past));
    assert_eq!(
        ask("picture.jpg", b"\xff\xd8\xff\xe0", 1).await,
        Err(Reason::NotPdf)
    );
}
