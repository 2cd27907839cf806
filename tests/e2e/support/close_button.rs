//! The close button of the window's frame. No driver presses it: the frame is drawn by the system, which then asks the program.

use std::time::Instant;

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, Window as WindowId,
};
use x11rb::rust_connection::RustConnection;

use super::Window;
use super::window::{PATIENCE, pause};

/// What the program says when it goes by itself.
const KEPT: &str = "the page has kept what was typed";

impl Window {
    /// Presses the close button, and waits until the program has ended: because all was kept, not because nobody waits any longer.
    pub async fn press_close_button(&self) {
        self.ask_to_close();
        let begun = Instant::now();
        let log = self.album().join("driver.log");
        while !std::fs::read_to_string(&log).is_ok_and(|said| said.contains(KEPT)) {
            assert!(begun.elapsed() < PATIENCE, "the page does not say: {KEPT}");
            pause().await;
        }
        self.until_ended().await;
        self.close().await;
    }

    /// As a window manager does.
    pub fn ask_to_close(&self) {
        let (display, _) = x11rb::connect(Some(self.screen())).expect("the display");
        let [protocols, close] = ["WM_PROTOCOLS", "WM_DELETE_WINDOW"].map(|name| {
            let atom = display.intern_atom(false, name.as_bytes()).unwrap();
            atom.reply().unwrap().atom
        });
        let root = display.setup().roots[0].root;
        let windows = display.query_tree(root).unwrap().reply().unwrap().children;
        let asked = windows
            .into_iter()
            .filter(|window| listens_to(&display, *window, protocols, close))
            .map(|window| {
                let data = [close, x11rb::CURRENT_TIME, 0, 0, 0];
                let event = ClientMessageEvent::new(32, window, protocols, data);
                display
                    .send_event(false, window, EventMask::NO_EVENT, event)
                    .unwrap();
            })
            .count();
        // Of one who has gone the server reads nothing more: it answers first.
        display.get_input_focus().unwrap().reply().unwrap();
        assert_eq!(asked, 1, "one window has a close button");
    }
}

/// Whether a window that is seen wants to be asked before it is closed.
fn listens_to(display: &RustConnection, window: WindowId, protocols: u32, close: u32) -> bool {
    let seen = display
        .get_window_attributes(window)
        .unwrap()
        .reply()
        .is_ok_and(|found| found.map_state == x11rb::protocol::xproto::MapState::VIEWABLE);
    let property = display
        .get_property(false, window, protocols, AtomEnum::ATOM, 0, 16)
        .unwrap()
        .reply();
    let listens = property.is_ok_and(|found| {
        found
            .value32()
            .is_some_and(|mut atoms| atoms.any(|atom| atom == close))
    });
    seen && listens
}
