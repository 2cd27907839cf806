//! What the desk would find in a PDF, for the terminal: one JSON object a file, by the desk's own way, helper process
//! and all. Nothing is held against an order, because there is none.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use docket_core::inspector::{self, Inspector};
use docket_core::preflight::{Ordered, Preflight, Thresholds};

fn main() -> ExitCode {
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    if files
        .first()
        .is_some_and(|first| first == inspector::ARGUMENT)
    {
        return inspector::main();
    }
    match tell(&files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when that fails, too.
            let _ = writeln!(io::stderr(), "docket-preflight: {error}");
            ExitCode::FAILURE
        }
    }
}

fn tell(files: &[std::ffi::OsString]) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let program = std::env::current_exe()?;
    let inspector = Inspector::new(program, vec![inspector::ARGUMENT.into()]);
    let (ordered, thresholds) = (Ordered::default(), Thresholds::default());
    runtime.block_on(async {
        let mut output = io::stdout().lock();
        for file in files {
            let path = Path::new(file);
            let preflight = Preflight::of(&inspector, path, &ordered, &thresholds).await;
            writeln!(output, "{}", preflight.to_json(path)?)?;
        }
        output.flush()
    })
}
