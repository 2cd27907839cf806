//! The inspector's worker as a program of its own, so that the core's tests
//! need no desktop program: the shell runs the same code under `--inspector`.

fn main() -> std::process::ExitCode {
    docket_core::inspector::main()
}
