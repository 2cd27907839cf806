//! An input method at work, by script, in the order of events of two engines.

use serde_json::{Value, json};

use super::Window;

/// Whose order of events the composition follows.
#[derive(Clone, Copy, Debug)]
pub enum Engine {
    /// `compositionend`, then the Enter that ended it, which no longer says it
    /// is composing but still has key code 229.
    WebKit,
    /// The Enter first, composing, then `compositionend`.
    Chromium,
}

impl Window {
    /// Composes `text` in a field and takes the candidate with Enter, as an
    /// input method does. Answers whether the page took that Enter for its own
    /// (it must not).
    pub async fn compose(&self, field: &str, text: &str, engine: Engine) -> bool {
        let element = self.find("field", field).await;
        let chromium = matches!(engine, Engine::Chromium);
        let taken = self
            .script(COMPOSE, vec![json!(element), json!(text), json!(chromium)])
            .await;
        taken == Value::Bool(true)
    }
}

const COMPOSE: &str = r#"
const [field, text, chromium] = arguments;
field.focus();
const composition = (type, data) => field.dispatchEvent(new CompositionEvent(type, { data, bubbles: true, cancelable: true }));
const key = (type, key, isComposing) => {
  const event = new KeyboardEvent(type, { key, code: key, isComposing, bubbles: true, cancelable: true });
  Object.defineProperty(event, "keyCode", { value: type === "keydown" ? 229 : 13 });
  return !field.dispatchEvent(event);
};
const put = (whole) => {
  field.value = whole;
  field.dispatchEvent(new InputEvent("input", { data: text, inputType: "insertCompositionText", isComposing: true, bubbles: true }));
};
const before = field.value;
// The first keydown comes before the composition has begun.
let taken = key("keydown", "Process", false);
composition("compositionstart", "");
for (let n = 1; n <= text.length; n += 1) {
  composition("compositionupdate", text.slice(0, n));
  put(before + text.slice(0, n));
}
if (chromium) taken = key("keydown", "Enter", true) || taken;
composition("compositionend", text);
put(before + text);
if (!chromium) taken = key("keydown", "Enter", false) || taken;
key("keyup", "Enter", false);
return taken;
"#;
