//! Drives the real window for a test.
//!
//! ```ignore
//! support::drive("first_start", Setup::default(), async |window| {
//!     window.fill("印刷厂名称", "岭南印务").await;
//!     window.click("开始").await;
//!     window.sees("订单").await;
//! });
//! ```
//!
//! **Invariant:** each test has a display, a driver, free ports and a home of
//! its own; nothing of the person's own desk is read or written.
//! **Invariant:** every child is ended by its id, also when the test panics or
//! is killed.
//! **Invariant:** nothing sleeps blindly; a wait asks until it is answered and
//! says at the end what it last saw.

mod close_button;
mod comparison;
mod composition;
mod database;
mod desk;
mod keys;
mod mouse;
mod stage;
mod window;

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

pub use composition::Engine;
pub use database::own_database;
pub use desk::{desk_in, desk_on_server};
use stage::Stage;
pub use window::Window;

/// Two windows at once would fight for two cores and for the clock.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// What a test wants to find before the window opens.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// Address of a PostgreSQL database; none for the embedded one.
    pub database: Option<String>,
    /// What the file dialog answers, since no driver reaches a native dialog.
    pub picks: Vec<PathBuf>,
}

/// Opens the window, lets `story` drive it and closes everything. When the
/// story fails, the last picture and the words on the page are kept.
pub fn drive(name: &str, setup: Setup, story: impl AsyncFnOnce(Window)) {
    if std::env::var_os("DOCKET_E2E").is_none() {
        // Past the test runner's capture, so that a skip is seen.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: end to end ({name}), run cargo xtask test"
        );
        return;
    }
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime for the driver");
    let stage = Arc::new(Stage::build(name, &setup));
    let window = Window::new(Arc::clone(&stage));
    runtime.block_on(window.open());
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(story(window.clone()));
    }));
    if outcome.is_err() {
        let _ = catch_unwind(AssertUnwindSafe(|| runtime.block_on(window.bear_witness())));
    }
    runtime.block_on(window.close());
    drop(stage);
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}
