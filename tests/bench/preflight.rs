//! 预检 of a book of 36 pages: from the click to the findings, and a page as a picture, beside poppler's tools.
//!
//! `preflight_cold`: the helper process is started for it. `preflight_warm`: it waits. `page_100dpi`: the first page at 100 dots
//! per inch, the helper warm. `preflight_heavy`: the same book with pictures that hardly pack. `compare_one_changed`: two versions
//! of the book, one page changed. `poppler_facts`: pdfinfo with the
//! boxes of all pages, pdffonts and pdfimages, which together tell about what `preflight_warm` tells.
//! `poppler_page_100dpi`: pdftoppm of the same page. `book_bytes`, `heavy_bytes`: the files.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use docket_core::inspector::{ARGUMENT, Inspector};
use docket_core::preflight::{Ordered, Preflight, Thresholds};
use flate2::Compression;
use flate2::write::ZlibEncoder;

const PAGES: usize = 36;

/// Prints every figure.
pub fn measure() {
    let folder = tempfile_folder();
    let (one, other) = (folder.join("book.pdf"), folder.join("changed.pdf"));
    let heavy = folder.join("heavy.pdf");
    std::fs::write(&one, book(None, GRAIN)).unwrap();
    std::fs::write(&other, book(Some(16), GRAIN)).unwrap();
    std::fs::write(&heavy, book(None, 1)).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let itself = std::env::current_exe().unwrap();
    let inspector = || Inspector::new(itself.clone(), vec![ARGUMENT.into()]);
    let (ordered, thresholds) = (Ordered::default(), Thresholds::default());
    let look_at = |inspector: &Inspector, path: &Path| {
        let looked = runtime.block_on(Preflight::of(inspector, path, &ordered, &thresholds));
        assert_eq!(looked.press.map(|press| press.pages.len()), Some(PAGES));
    };
    let look = |inspector: &Inspector| look_at(inspector, &one);
    print("preflight_cold", median(9, || look(&inspector())));
    let warm = inspector();
    look(&warm);
    print("preflight_warm", median(21, || look(&warm)));
    print("preflight_heavy", median(9, || look_at(&warm, &heavy)));
    let draw = || {
        let png = runtime.block_on(warm.render_page(&one, 1, 100)).unwrap();
        assert!(!png.is_empty());
    };
    print("page_100dpi", median(21, draw));
    let compare = || {
        let told = runtime
            .block_on(warm.compare(&one, &other, &|_, _| {}))
            .unwrap();
        assert_eq!(told.pages.len(), PAGES);
    };
    print("compare_one_changed", median(9, compare));
    let facts = || {
        tool("pdfinfo", &["-box", "-f", "1", "-l", "36"], &one);
        tool("pdffonts", &[], &one);
        tool("pdfimages", &["-list"], &one);
    };
    print("poppler_facts", median(9, facts));
    let page = || {
        tool(
            "pdftoppm",
            &["-r", "100", "-png", "-f", "1", "-l", "1"],
            &one,
        )
    };
    print("poppler_page_100dpi", median(9, page));
    for (name, path) in [("book_bytes", &one), ("heavy_bytes", &heavy)] {
        println!("{name} {} bytes", std::fs::metadata(path).unwrap().len());
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

fn tempfile_folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("docket-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn tool(name: &str, arguments: &[&str], file: &Path) {
    let done = Command::new(name)
        .args(arguments)
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(done.unwrap().success(), "{name}");
}

fn median(times: usize, mut work: impl FnMut()) -> Duration {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let begin = Instant::now();
            work();
            begin.elapsed()
        })
        .collect();
    taken.sort();
    *taken.get(times / 2).unwrap()
}

fn print(name: &str, taken: Duration) {
    println!("{name} {:.1} ms", taken.as_secs_f64() * 1000.0);
}

/// One dot in so many is not as smooth as those around it: some 30 MB, as such books are.
const GRAIN: usize = 12;

/// A picture book: on each page a picture of 1,000 × 1,400 dots in four inks, three hundred lines of outlines as text becomes
/// when it is turned into curves, and rules; one page drawn otherwise where `changed` says so.
fn book(changed: Option<usize>, grain: usize) -> Vec<u8> {
    let mut objects: Vec<Vec<u8>> = Vec::new();
    let kids = (0..PAGES).fold(String::new(), |mut kids, page| {
        let _ = write!(kids, "{} 0 R ", 3 + 3 * page);
        kids
    });
    objects.push(b"<< /Type /Catalog /Pages 2 0 R >>".to_vec());
    objects.push(format!("<< /Type /Pages /Kids [{kids}] /Count {PAGES} >>").into_bytes());
    for page in 0..PAGES {
        let (content, picture) = (4 + 3 * page, 5 + 3 * page);
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612.283 824.882] /TrimBox [8.504 8.504 603.779 816.378] \
                 /Contents {content} 0 R /Resources << /XObject << /P {picture} 0 R >> >> >>"
            )
            .into_bytes(),
        );
        let mut drawn = "q 597 0 0 400 8 416 cm /P Do Q 0 0 0 1 k\n".to_owned();
        for line in 0..300 {
            let (x, y) = (40 + line % 10 * 52, 380 - line / 10 * 12);
            for letter in 0..8 {
                let x = x + letter * 6;
                let _ = writeln!(
                    drawn,
                    "{x} {y} m {} {} {} {} {} {y} c {} {} l h f",
                    x + 1,
                    y + 7,
                    x + 4,
                    y + 7,
                    x + 5,
                    x + 2,
                    y - 2
                );
            }
        }
        if changed == Some(page) {
            drawn.push_str("0 1 1 0 k 300 200 60 40 re f\n");
        }
        objects.push(stream("", drawn.as_bytes()));
        let mut seed = page as u32 + 1;
        let dots: Vec<u8> = (0..1_000 * 1_400 * 4)
            .map(|dot| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                // Mostly smooth, as photographs are.
                let speck = if dot % grain == 0 {
                    (seed >> 30) as u8
                } else {
                    0
                };
                (dot / 4_000) as u8 ^ speck
            })
            .collect();
        objects.push(stream(
            "/Type /XObject /Subtype /Image /Width 1000 /Height 1400 /BitsPerComponent 8 /ColorSpace /DeviceCMYK",
            &dots,
        ));
    }
    let mut pdf = b"%PDF-1.6\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n", number + 1).bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    let (table, size) = (pdf.len(), objects.len() + 1);
    pdf.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    for place in places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    pdf.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes(),
    );
    pdf
}

fn stream(facts: &str, content: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(content).unwrap();
    let packed = packed.finish().unwrap();
    let mut object = format!(
        "<< {facts} /Filter /FlateDecode /Length {} >>\nstream\n",
        packed.len()
    )
    .into_bytes();
    object.extend(packed);
    object.extend(b"\nendstream");
    object
}
