//! Where things lie in the checkout.

use std::path::PathBuf;

/// The top of the checkout.
pub fn top() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// The window's own project.
pub fn ui() -> PathBuf {
    top().join("ui")
}

/// Where the build and the tasks leave what they make. `tauri.conf.json` names
/// the fonts below it, so it does not follow `CARGO_TARGET_DIR`.
pub fn target() -> PathBuf {
    top().join("target")
}

/// The two fonts the documents are set in.
pub fn fonts() -> PathBuf {
    target().join("fonts")
}

/// Where the tour leaves its screenshots and PDFs.
pub fn tour() -> PathBuf {
    target().join("tour")
}

/// A program as the debug build leaves it.
pub fn built(program: &str) -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(target, PathBuf::from);
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    folder.join("debug").join(file)
}

/// The PDFs other people made.
pub fn corpus() -> PathBuf {
    target().join("corpus")
}
