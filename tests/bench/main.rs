//! Measures what the desk promises about speed and size, one figure a line:
//! `name value unit`. `cargo xtask bench NAME` keeps the last results in
//! `RESULTS.md`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench prints its figures and stops at the first surprise"
)]

#[expect(
    dead_code,
    reason = "the bench prints only some of the forms the tests print"
)]
#[path = "../documents/book.rs"]
mod book;
mod documents;
mod orders;

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
        ["orders", ..] => orders::measure(&words[1..]),
        _ => {
            eprintln!("docket-bench documents | orders [HOW MANY…]");
            std::process::exit(2);
        }
    }
}
