//! The task sheet of a case-bound book of four components.
//!
//! `sheet_cold`: a fresh process, from spawn to exit: fonts read, sheet made.
//! `sheet_warm`: the press is open. `batch_1000`: a thousand different sheets
//! one after the other on one thread. `sheet_bytes`: the file. `print_warm`:
//! a numbered print of a frozen sheet. `peak_memory`: most memory this process
//! held after the batch, where the system tells.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use docket_core::documents::{Press, PrintLine};

use crate::book;

/// The word by which the bench calls itself for the fresh process.
pub const COLD: &str = "cold";

fn press() -> Press {
    let fonts = std::env::var_os("DOCKET_FONTS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/fonts"),
        PathBuf::from,
    );
    Press::open(&fonts).unwrap()
}

/// What the fresh process does.
pub fn one_sheet() {
    let pdf = press().pdf(&book::task_sheet()).unwrap();
    assert!(!pdf.is_empty());
}

/// Prints every figure.
pub fn measure() {
    let itself = std::env::current_exe().unwrap();
    let cold = median(9, || {
        let done = Command::new(&itself)
            .args(["documents", COLD])
            .status()
            .unwrap();
        assert!(done.success());
    });
    print("sheet_cold", cold);

    let press = press();
    let facts = book::task_sheet();
    let frozen = press.pdf(&facts).unwrap();
    print(
        "sheet_warm",
        median(41, || drop(press.pdf(&facts).unwrap())),
    );
    let line = PrintLine {
        qr: "DOCKET:RW-2026-A000456/V1/0/P1/7F3A-91C2".into(),
        check_code: "7F3A-91C2".into(),
        print_number: "1".into(),
        holder: "生产联".into(),
        printed_at: "2026-11-24 10:15".into(),
        printed_by: "林晓梅".into(),
        moment: facts.letterhead.made_at,
    };
    print(
        "print_warm",
        median(41, || drop(press.print(&frozen, &line).unwrap())),
    );

    let begin = Instant::now();
    for number in 0..1000 {
        let mut facts = facts.clone();
        facts.letterhead.number = format!("RW-2026-A{number:06} · V1");
        drop(press.pdf(&facts).unwrap());
    }
    println!("batch_1000 {:.2} s", begin.elapsed().as_secs_f64());
    println!("sheet_bytes {} bytes", frozen.len());
    match peak_memory() {
        Some(kilobytes) => println!("peak_memory {} MB", kilobytes / 1024),
        None => println!("peak_memory: this system does not tell it"),
    }
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

/// In kilobytes, from Linux.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
