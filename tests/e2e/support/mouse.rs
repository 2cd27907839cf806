//! The mouse, where a hand draws.

use std::time::Duration;

use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::json;

use super::Window;

/// How long the mouse takes from one place to the next.
const STROKE: Duration = Duration::from_millis(120);

impl Window {
    /// Drags from the first to the last of some places on an element, each given in parts of its width and height.
    pub async fn drags(&self, css: &str, places: &[(f64, f64)]) {
        let mut actions = MouseActions::new("mouse".to_owned());
        for (index, (x, y)) in self.on_screen(css, places).await.into_iter().enumerate() {
            let duration = Some(STROKE);
            actions = actions.then(PointerAction::MoveTo { duration, x, y });
            if index == 0 {
                actions = actions.then(PointerAction::Down {
                    button: MOUSE_BUTTON_LEFT,
                });
            }
        }
        actions = actions.then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        });
        let dragged = self.client().perform_actions(actions).await;
        dragged.unwrap_or_else(|error| panic!("the mouse was not dragged: {error}"));
    }

    /// Clicks on some places on an element, one after the other.
    pub async fn clicks(&self, css: &str, places: &[(f64, f64)]) {
        for place in places {
            self.drags(css, std::slice::from_ref(place)).await;
        }
    }

    async fn on_screen(&self, css: &str, places: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let there = json!(css);
        self.waits_for(&format!("document.querySelector({there})"))
            .await;
        let script = "const it = document.querySelector(arguments[0]).getBoundingClientRect(); return [it.left, it.top, it.width, it.height];";
        let frame = self.script(script, vec![there]).await;
        let side = |index: usize| frame[index].as_f64().expect("a length");
        places
            .iter()
            .map(|(across, down)| (side(0) + across * side(2), side(1) + down * side(3)))
            .map(|(x, y)| (x.round(), y.round()))
            .collect()
    }
}
