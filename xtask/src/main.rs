//! What the project does with itself: run, test, tour, bench.
//!
//! Plain Rust over the standard library, and neither the shell nor the core
//! among its dependencies, so that `cargo xtask` starts in a second on
//! Windows, macOS and Linux and can repair a checkout that does not compile.
//!
//! **Invariant:** every program started here is ended by its own id, also when
//! a stage fails, panics or is interrupted.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this program talks to the person at the terminal"
)]

mod bench;
mod corpus;
mod halt;
mod machine;
mod postgres;
mod preflight;
mod prepare;
mod run;
mod stages;
mod test;
mod tour;
mod tree;
mod windows;

use std::process::ExitCode;

use crate::halt::Halt;

const HELP: &str = "\
cargo xtask run            open the desk (installs and builds what is missing; without a
                           display it drives the window through the tour instead)
cargo xtask test           everything that must hold before a change lands
cargo xtask tour           one order from the call to the changed task sheet, in the real
                           window; screenshots and PDFs go to target/tour/
cargo xtask gen            write the bridge: ui/src/api/bindings/ and src-tauri/permissions/
cargo xtask prepare        only what the others do first: system packages, npm ci, fonts, the
                           built window
cargo xtask bench NAME     measure and rewrite the table in tests/bench/RESULTS.md;
                           NAME is documents, preflight (beside poppler), start or orders
                           (a thousand, a hundred thousand and a million of them)
cargo xtask corpus         fetch the PDFs of other people that the tests are held against
cargo xtask preflight FILE…  facts and findings of each PDF as one JSON object a line
cargo xtask windows        check and link the program for Windows from Debian or Ubuntu

Environment
DOCKET_TEST_POSTGRES       address of a PostgreSQL server for the tests, with a user who may
                           create databases; without it the tests start a server of their own
";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next();
    let rest: Vec<String> = words.collect();
    let outcome = match (command.as_deref(), rest.as_slice()) {
        (Some("run"), []) => run::run(),
        (Some("test"), []) => test::test(),
        (Some("tour"), []) => tour::tour(),
        (Some("gen"), []) => prepare::write_bridge(),
        (Some("prepare"), []) => prepare::prepare(),
        (Some("bench"), [name]) => bench::bench(name),
        (Some("corpus"), []) => corpus::corpus(),
        (Some("preflight"), files) if !files.is_empty() => preflight::preflight(files),
        (Some("windows"), []) => windows::windows(),
        (None | Some("help" | "--help" | "-h"), []) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        _ => Err(Halt::Misheard),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Halt::Misheard) => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
        Err(halt) => {
            eprintln!("\nxtask: {halt}");
            ExitCode::FAILURE
        }
    }
}
