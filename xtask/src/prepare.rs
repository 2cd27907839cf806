//! What every other task does first: packages, the window's own packages, the
//! fonts, the built window.

use std::fs;

use crate::halt::Halt;
use crate::machine::{Purpose, cargo, make_ready, npm};
use crate::stages::{Stages, run};
use crate::tree;

/// The two weights the documents are set in, by the names they have inside
/// their npm package and in `target/fonts`.
const FONTS: [(&str, &str); 2] = [
    ("400Regular", "NotoSansSC_400Regular.ttf"),
    ("700Bold", "NotoSansSC_700Bold.ttf"),
];

/// `cargo xtask prepare`.
pub fn prepare() -> Result<(), Halt> {
    let mut stages = Stages::new();
    for_the_window(&mut stages, Purpose::Open)?;
    build_window(&mut stages)
}

/// The machine, the window's packages and the fonts.
pub fn for_the_window(stages: &mut Stages, purpose: Purpose) -> Result<(), Halt> {
    stages.stage("what the machine needs", || make_ready(purpose))?;
    stages.stage("the window's packages (npm ci)", install_window_packages)?;
    stages.stage("fonts", copy_fonts)
}

/// Builds `ui/dist`, which the program carries inside.
pub fn build_window(stages: &mut Stages) -> Result<(), Halt> {
    window_script(stages, "build", "the window (vite)")
}

/// Runs one script of `ui/package.json` as a stage.
pub fn window_script(stages: &mut Stages, script: &str, name: &str) -> Result<(), Halt> {
    stages.program(
        name,
        npm()
            .args(["run", "--silent", script])
            .current_dir(tree::ui()),
    )
}

/// `cargo xtask gen`: the contract test in writing mode.
pub fn write_bridge() -> Result<(), Halt> {
    let mut stages = Stages::new();
    for_the_window(&mut stages, Purpose::Open)?;
    if !tree::ui().join("dist/index.html").exists() {
        build_window(&mut stages)?;
    }
    stages.program(
        "the bridge, written",
        cargo()
            .args(["test", "--workspace", "--test", "contract"])
            .env("DOCKET_WRITE_BINDINGS", "1"),
    )
}

/// `npm ci`, but only when the lock file is not the one that was installed.
fn install_window_packages() -> Result<(), Halt> {
    let lock = tree::ui().join("package-lock.json");
    let stamp = tree::target().join("npm-ci.lock");
    let wanted = fs::read(&lock).map_err(Halt::while_doing("reading ui/package-lock.json"))?;
    let installed = tree::ui().join("node_modules/.package-lock.json").exists()
        && fs::read(&stamp).is_ok_and(|stamped| stamped == wanted);
    if installed {
        println!("already installed");
        return Ok(());
    }
    run(
        "npm ci",
        npm()
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(tree::ui()),
    )?;
    fs::create_dir_all(tree::target())
        .and_then(|()| fs::write(&stamp, &wanted))
        .map_err(Halt::while_doing("noting what npm installed"))
}

/// Copies the fonts and their licence out of the npm package. A file that is
/// already right is left alone, so that cargo does not see it as changed.
fn copy_fonts() -> Result<(), Halt> {
    let package = tree::ui().join("node_modules/@expo-google-fonts/noto-sans-sc");
    let folder = tree::fonts();
    fs::create_dir_all(&folder).map_err(Halt::while_doing("making target/fonts"))?;
    let files = FONTS
        .iter()
        .map(|(weight, name)| (package.join(weight).join(name), *name))
        .chain([(package.join("LICENSE"), "LICENSE")]);
    for (from, name) in files {
        let wanted =
            fs::read(&from).map_err(Halt::while_doing(format!("reading {}", from.display())))?;
        let to = folder.join(name);
        if fs::read(&to).is_ok_and(|there| there == wanted) {
            continue;
        }
        fs::write(&to, wanted).map_err(Halt::while_doing(format!("writing {}", to.display())))?;
    }
    Ok(())
}
