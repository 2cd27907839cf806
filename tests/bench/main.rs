//! Measures what the desk promises about speed and size, one figure a line:
//! `name value unit`. `cargo xtask bench NAME` keeps the last results in
//! `RESULTS.md`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench prints its figures and stops at the first surprise"
)]

mod board;
#[expect(
    dead_code,
    reason = "the bench prints only some of the forms the tests print"
)]
#[path = "../documents/book.rs"]
mod book;
mod documents;
mod orders;
mod preflight;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["documents"] => documents::measure(),
        ["documents", documents::COLD] => documents::one_sheet(),
        ["preflight"] => preflight::measure(),
        // The helper process of the bench above.
        [docket_core::inspector::ARGUMENT] => {
            std::process::exit(i32::from(
                docket_core::inspector::main() != std::process::ExitCode::SUCCESS,
            ));
        }
        ["orders", ..] => orders::measure(&words[1..]),
        _ => {
            eprintln!("docket-bench documents | preflight | orders [HOW MANY…]");
            std::process::exit(2);
        }
    }
}
