//! S-4.1.4a: 5,000 files that were sound and were then flipped, cut, doubled and mixed. Each is read or refused in
//! words within its time, by a worker that lives on; and what is told of one is told whole.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use crate::desk::Desk;
use crate::paper::{Paper, a4, boxed, doubled, saved};
use docket_core::inspector::{Budget, Reason};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use std::time::{Duration, Instant};

const FILES: usize = 5_000;

/// The longest a file may take.
const LIMIT: Duration = Duration::from_secs(10);

/// A small generator, so that every run mutates alike.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// One page with all that the walker follows: forms, patterns, pictures in and out of line, fonts, layers, spots.
fn rich() -> Document {
    let mut paper = Paper::new(Dictionary::new());
    let image = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 4, "Height" => 4,
            "BitsPerComponent" => 8, "ColorSpace" => "DeviceCMYK",
        },
        vec![7; 64],
    );
    let image = paper.document.add_object(image);
    let form = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => boxed([0.0, 0.0, 1.0, 1.0]),
            "Resources" => dictionary! { "XObject" => dictionary! { "P" => image } },
        },
        b"q 1 0 0 1 0 0 cm /P Do Q".to_vec(),
    );
    let form = paper.document.add_object(form);
    let tile = Stream::new(
        dictionary! {
            "PatternType" => 1, "PaintType" => 1, "BBox" => boxed([0.0, 0.0, 9.0, 9.0]),
            "XStep" => 9, "YStep" => 9, "Resources" => Dictionary::new(),
        },
        b"0 1 0 0 k 0 0 5 5 re f".to_vec(),
    );
    let tile = paper.document.add_object(tile);
    let layer = paper
        .document
        .add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("die") });
    let spot = Object::Array(vec![
        "Separation".into(),
        "PANTONE 871 C".into(),
        "DeviceCMYK".into(),
        Object::Null,
    ]);
    let content = "q /G gs 50 0 0 50 100 100 cm /F Do Q /Pattern cs /T scn 0 0 300 300 re f /Gold cs 0.5 scn \
        10 10 m 20 20 30 30 40 40 c h B BT /Song 9 Tf 120 200 Td (text) Tj [(a) -20 <4142>] TJ ET \
        /OC /L BDC 1 0 0 rg 5 5 5 5 re f EMC BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI 0.1 w 0 0 m 9 9 l S";
    let content = paper
        .document
        .add_object(Stream::new(Dictionary::new(), content.into()));
    paper
        .page(dictionary! {
            "MediaBox" => a4(), "TrimBox" => boxed([10.0, 10.0, 500.0, 800.0]), "Contents" => content,
            "Annots" => vec![Object::Dictionary(dictionary! { "Subtype" => "Text", "F" => 4 })],
            "Resources" => dictionary! {
                "XObject" => dictionary! { "F" => form },
                "Pattern" => dictionary! { "T" => tile },
                "ColorSpace" => dictionary! { "Gold" => spot },
                "Properties" => dictionary! { "L" => layer },
                "ExtGState" => dictionary! { "G" => dictionary! { "ca" => 0.5, "OP" => true } },
                "Font" => dictionary! { "Song" => dictionary! {
                    "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "SimSun" } },
            },
        })
        .finished()
}

/// The same file plain, packed into streams of objects, and one of forms within forms.
fn sound() -> Vec<Vec<u8>> {
    let mut packed = Vec::new();
    let mut document = rich();
    document.compress();
    document.save_modern(&mut packed).unwrap();
    vec![saved(rich()), packed, doubled(3)]
}

fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(bytes.len());
        let end = (at + 1 + dice.roll(40)).min(bytes.len());
        match dice.roll(8) {
            0 => bytes[at] ^= 1 << dice.roll(8),
            1 => bytes[at] = dice.roll(256) as u8,
            2 => bytes.truncate(at.max(20)),
            3 => {
                bytes.drain(at..end);
            }
            4 => {
                let twice = bytes[at..end].to_vec();
                bytes.splice(at..at, twice);
            }
            // A number becomes another one: lengths, offsets, references, counts.
            5 | 6 => {
                let digit = (at..bytes.len()).find(|at| bytes[*at].is_ascii_digit());
                if let Some(digit) = digit {
                    bytes[digit] = b'0' + dice.roll(10) as u8;
                }
            }
            _ => {
                let from = dice.roll(bytes.len());
                let to = (from + end - at).min(bytes.len());
                let other = bytes[from..to].to_vec();
                bytes.splice(at..end, other);
            }
        }
        if bytes.is_empty() {
            bytes.push(b'%');
        }
    }
    bytes
}

#[tokio::test]
async fn clause_s_4_1_4a_five_thousand_mutated_files_crash_nothing_and_hang_nowhere() {
    let desk = Desk::with_budget(Budget {
        time: Duration::from_secs(60),
        ..Budget::default()
    });
    let sound = sound();
    let mut dice = Dice(0x5eed_0d0c_4e7a_1985);
    let (mut read, mut slowest) = (0, Duration::ZERO);
    for round in 0..FILES {
        let bytes = mutated(&sound[round % sound.len()], &mut dice);
        let path = desk.file("来稿.pdf", &bytes);
        let began = Instant::now();
        let answer = desk.inspector.inspect_for_press(&path, &|_, _| {}).await;
        slowest = slowest.max(began.elapsed());
        match answer {
            Ok((inspected, press)) => {
                read += usize::from(press.is_some());
                let pages = inspected.pdf.map(|pdf| pdf.pages.len());
                assert_eq!(
                    press.map(|press| press.pages.len()),
                    pages,
                    "half a record in round {round}"
                );
            }
            Err(refusal) => {
                let costly = matches!(
                    refusal.reason,
                    Reason::Crashed | Reason::TooSlow { .. } | Reason::TooBig { .. }
                );
                if costly {
                    let kept = std::env::temp_dir().join(format!("mutated-{round}.pdf"));
                    std::fs::write(&kept, &bytes).unwrap();
                    assert!(!costly, "{refusal} in round {round}: {}", kept.display());
                }
            }
        }
    }
    assert!(slowest < LIMIT, "one took {slowest:?}");
    // Mutations that spoil every file at its first byte would test nothing.
    assert!(read > FILES / 3, "only {read} could still be read");
}
