//! Keys and combinations, written as the help sheet writes them.

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;

use super::Window;

impl Window {
    /// Presses one key or combination: `Tab`, `Ctrl+Enter`, `Alt+3`, `F1`.
    pub async fn press(&self, combination: &str) {
        let keys: Vec<char> = combination.split('+').map(key).collect();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in &keys {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        let pressed = self.client().perform_actions(actions).await;
        pressed.unwrap_or_else(|error| panic!("{combination} was not pressed: {error}"));
    }

    /// Waits until the caret stands in the field, or the focus on the button, that bears this label.
    pub async fn focuses(&self, label: &str) {
        self.until(&format!("the focus on “{label}”"), async || {
            (self.focused().await == label).then_some(())
        })
        .await;
    }

    /// The label of what has the focus, by the words a person would use.
    pub async fn focused(&self) -> String {
        let name = self.script(FOCUSED, vec![]).await;
        name.as_str().unwrap_or_default().to_owned()
    }
}

const FOCUSED: &str = r#"
const e = document.activeElement;
const label = e?.labels?.[0]?.cloneNode(true);
label?.querySelectorAll(".unit, .star, .unseen").forEach((extra) => extra.remove());
return (e?.getAttribute("aria-label") ?? label?.textContent ?? e?.textContent ?? "").replace(/\s+/g, " ").trim();
"#;

fn key(name: &str) -> char {
    let named = match name {
        "Ctrl" => Key::Control,
        "Alt" => Key::Alt,
        "Shift" => Key::Shift,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Esc" => Key::Escape,
        "Space" => return ' ',
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F4" => Key::F4,
        "F5" => Key::F5,
        "F6" => Key::F6,
        "F8" => Key::F8,
        one => {
            let mut letters = one.chars();
            let letter = letters.next().filter(|_| letters.next().is_none());
            return letter
                .unwrap_or_else(|| panic!("no key is called “{one}”"))
                .to_ascii_lowercase();
        }
    };
    named.into()
}
