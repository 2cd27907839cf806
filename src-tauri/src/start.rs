//! Starting: one window for one desk, shown once it has something to show.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use tauri::{App as TauriApp, Builder, Manager as _, Runtime, WebviewWindow};

use crate::commands;
use crate::folders::Home;
use crate::leaving::{Leaving, closing};
use crate::state::App;

/// However slow the first paint, the window is there after this long.
const LATEST_SHOW: Duration = Duration::from_millis(1500);

/// Runs the desk until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(tracing::Level::INFO)
        .with_writer(std::io::stderr)
        .init();
    let builder = Builder::default()
        // A second start brings the first window forward; the database has its own lock besides.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                come_forward(&window);
            }
        }))
        .plugin(tauri_plugin_dialog::init());
    match wire(builder).run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}

/// Hangs the desk's commands and state on a builder; tests hang them on one without a screen.
fn wire<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    let builder = builder
        .manage(Leaving::default())
        .on_window_event(closing)
        .invoke_handler(commands::handler());
    builder.setup(|app| {
        let home = home_of(app)?;
        app.manage(App::new(
            Home::new(home),
            fonts_of(app)?,
            from_environment("DOCKET_DATABASE"),
        ));
        if let Some(window) = app.get_webview_window("main") {
            std::thread::spawn(move || {
                std::thread::sleep(LATEST_SHOW);
                show(&window);
            });
        }
        Ok(())
    })
}

/// Shows a window that has been kept back until it was painted.
pub(crate) fn show<R: Runtime>(window: &WebviewWindow<R>) {
    if !window.is_visible().unwrap_or(false) {
        // Should the system refuse, the window is simply shown a moment later by the system itself.
        let _ = window.show();
        let _ = window.set_focus();
    }
}

fn come_forward<R: Runtime>(window: &WebviewWindow<R>) {
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}

/// Tests and developers point a debug build elsewhere; what ships listens to nothing of the kind.
pub(crate) fn from_environment(name: &str) -> Option<String> {
    if cfg!(debug_assertions) {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    } else {
        None
    }
}

fn home_of<R: Runtime>(app: &TauriApp<R>) -> Result<PathBuf, tauri::Error> {
    from_environment("DOCKET_HOME").map_or_else(
        || app.path().app_local_data_dir(),
        |home| Ok(PathBuf::from(home)),
    )
}

/// The fonts come with the bundle; a program run from its source tree has them in `target/fonts`.
fn fonts_of<R: Runtime>(app: &TauriApp<R>) -> Result<PathBuf, tauri::Error> {
    let bundled = app.path().resource_dir()?.join("fonts");
    if bundled.is_dir() || !cfg!(debug_assertions) {
        return Ok(bundled);
    }
    Ok(Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fonts"))
}
