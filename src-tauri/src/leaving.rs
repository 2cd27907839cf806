//! Closing the window: what was typed a moment ago is kept first.
//!
//! A form is kept at every pause. Whoever types and closes at once would lose the last few letters, so the page is asked to keep them,
//! and says when it has (`close_window`), or that it could not and asks what to do (`stay_open`). Not asked are a system that shuts down, a program that is killed, and on macOS ⌘Q and
//! Quit of the Dock, which end a program without closing its windows.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use tauri::{Emitter as _, Manager as _, Runtime, WebviewWindow, Window, WindowEvent};

/// However long the page takes to keep it, the window closes after this long.
const LATEST_CLOSE: Duration = Duration::from_secs(3);

/// What the page listens to (`ui/src/api/leaving.ts`).
const LEAVING: &str = "leaving";

/// How far the page is.
#[derive(Debug, Default)]
pub(crate) struct Leaving {
    /// It was drawn: before that nothing was typed, and nobody listens.
    drawn: AtomicBool,
    /// It was asked to keep what was typed, and has not answered.
    asked: AtomicBool,
    /// How often it was asked.
    times: AtomicU32,
}

impl Leaving {
    /// The page is there, and listens.
    pub(crate) fn page_is_drawn(&self) {
        self.drawn.store(true, Ordering::Relaxed);
    }

    /// It could not keep everything: whoever sits there is asked first.
    pub(crate) fn stay(&self) {
        tracing::warn!("the page could not keep what was typed");
        self.asked.store(false, Ordering::Relaxed);
    }
}

/// Hears what happens to the window.
pub(crate) fn closing<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else {
        return;
    };
    let leaving = window.state::<Leaving>();
    if !leaving.drawn.load(Ordering::Relaxed) || window.emit(LEAVING, ()).is_err() {
        return;
    }
    // Also where somebody presses twice: it closes soon enough.
    api.prevent_close();
    if leaving.asked.swap(true, Ordering::Relaxed) {
        return;
    }
    let time = leaving.times.fetch_add(1, Ordering::Relaxed) + 1;
    let window = window.clone();
    std::thread::spawn(move || {
        std::thread::sleep(LATEST_CLOSE);
        let leaving = window.state::<Leaving>();
        let waits = leaving.asked.load(Ordering::Relaxed);
        if !waits || leaving.times.load(Ordering::Relaxed) != time {
            return;
        }
        tracing::warn!("the page did not say that it kept what was typed");
        // Should the system refuse, the frame's button can be pressed again.
        let _ = window.destroy();
    });
}

/// The page has kept what was typed, or somebody wants it closed without: the window goes.
pub(crate) fn close<R: Runtime>(window: &WebviewWindow<R>) {
    if window.state::<Leaving>().asked.load(Ordering::Relaxed) {
        tracing::info!("the page has kept what was typed");
    } else {
        tracing::warn!("closed without what could not be kept");
    }
    // Should the system refuse, it goes a moment later all the same.
    let _ = window.destroy();
}
