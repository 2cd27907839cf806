//! Bakes `tauri.conf.json`, the capabilities, the icons and the built window
//! (`ui/dist`) into the program.
//!
//! **Invariant:** the window may call only what `permissions/` lists; a name
//! that is listed wrongly fails the build.
//! **Invariant:** nothing is built or fetched here: `cargo xtask` does that
//! before it calls cargo.

use std::process::ExitCode;

use tauri_build::{AppManifest, Attributes};

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    println!("cargo:rerun-if-changed=ui/dist");

    // Tauri's own words for these two do not tell the way out.
    for (path, what) in [
        ("ui/dist/index.html", "the built window"),
        ("target/fonts", "the fonts"),
    ] {
        if !std::path::Path::new(path).exists() {
            println!("cargo:warning={path} ({what}) is missing: run `cargo xtask prepare` once");
            return ExitCode::FAILURE;
        }
    }

    let attributes = Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/*.json")
        .app_manifest(AppManifest::new().permissions_path_pattern("src-tauri/permissions/*.toml"));
    match tauri_build::try_build(attributes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo:warning={error:#}");
            ExitCode::FAILURE
        }
    }
}
