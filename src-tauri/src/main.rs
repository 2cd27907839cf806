//! The program: the helper process when it is asked to be one, else the desk's window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // Before anything of the window: the helper process must stay small and touch no lock.
    if std::env::args().nth(1).as_deref() == Some(docket_core::inspector::ARGUMENT) {
        return docket_core::inspector::main();
    }
    docket_lib::run()
}
