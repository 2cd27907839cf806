//! What a person at the desk can do, and see, as functions.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use fantoccini::elements::{Element, ElementRef};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::stage::Stage;

/// How long is waited before it is called broken: a machine that has much else to do reads thirty files in half a minute.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The open window. Cheap to clone; all clones drive the same one.
#[derive(Clone)]
pub struct Window {
    stage: Arc<Stage>,
    client: Arc<Mutex<Option<Client>>>,
}

impl Window {
    pub(super) fn new(stage: Arc<Stage>) -> Self {
        Self {
            stage,
            client: Arc::default(),
        }
    }

    /// Starts the program and gives its window the size of the house's laptops.
    pub async fn open(&self) {
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": env!("CARGO_BIN_EXE_docket"), "args": [] }
        });
        let capabilities: Capabilities = serde_json::from_value(capabilities).unwrap();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&self.stage.driver)
            .await
            .unwrap_or_else(|error| panic!("the window did not open: {error}"));
        // The window is kept back until its page is drawn. One that is given a size before that is never laid out.
        let shown = client.execute_async(TWO_FRAMES, vec![]).await;
        shown.unwrap_or_else(|error| panic!("the window was not shown: {error}"));
        *self.client.lock().unwrap_or_else(PoisonError::into_inner) = Some(client);
        self.resize(1366, 768).await;
    }

    /// Closes the program.
    pub async fn close(&self) {
        let client = self
            .client
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(client) = client {
            let _ = client.close().await;
        }
        self.until_ended().await;
    }

    /// Waits until the program has let go of its data: the driver does not, and the next start would be refused.
    pub(super) async fn until_ended(&self) {
        let lock = self.data().join("data/desk.lock");
        let begun = Instant::now();
        while File::options()
            .write(true)
            .open(&lock)
            .is_ok_and(|file| file.try_lock().is_err())
        {
            assert!(begun.elapsed() < PATIENCE, "the program did not end");
            pause().await;
        }
    }

    /// Closes the program and starts it again on the same data.
    pub async fn reopen(&self) {
        self.close().await;
        self.open().await;
    }

    /// Starts a program beside the window, on its display and in its home.
    pub fn start_beside(&self, program: &Path, arguments: &[&str]) -> std::io::Result<Child> {
        self.stage.spawn(program, arguments)
    }

    /// The driver's own client, for what no function here says.
    pub fn client(&self) -> Client {
        let client = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        client.clone().expect("the window is open")
    }

    /// The folder that holds all of this desk's data.
    pub fn data(&self) -> PathBuf {
        self.stage.data()
    }

    /// The display it stands on.
    pub(super) fn screen(&self) -> &str {
        &self.stage.screen
    }

    /// The same for the program that ships.
    pub fn data_as_shipped(&self) -> PathBuf {
        self.stage.data_as_shipped()
    }

    /// Where this test keeps its pictures and papers.
    pub fn album(&self) -> PathBuf {
        self.stage.album.clone()
    }

    /// Sets the outer size of the window in pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let set = self.client().set_window_rect(0, 0, width, height).await;
        set.unwrap_or_else(|error| panic!("the window keeps its size: {error}"));
    }

    /// Presses the button, link, tab, check box or line that bears these words.
    pub async fn click(&self, words: &str) {
        let begun = Instant::now();
        loop {
            let element = self.find("press", words).await;
            let clicked = match self.script(SLEEPS, vec![json!(element)]).await {
                Value::Bool(true) => Err("it cannot be pressed".to_owned()),
                _ => element.click().await.map_err(|error| error.to_string()),
            };
            match clicked {
                Ok(()) => return,
                // The page was drawn anew under the pointer, or waits: look again.
                Err(_) if begun.elapsed() < PATIENCE => pause().await,
                Err(error) => panic!("“{words}” was not pressed: {error}\n{}", self.text().await),
            }
        }
    }

    /// Types into the field with this label (or this path, as `product.quantity`),
    /// replacing what stood there. In a list it chooses the line; a line is
    /// named by its words or its code.
    pub async fn fill(&self, field: &str, text: &str) {
        let element = self.find("field", field).await;
        let tag = element.tag_name().await.unwrap_or_default();
        if tag.eq_ignore_ascii_case("select") {
            // The lines of a list may still be on their way from the core, and the list be drawn anew with them.
            self.until(
                &format!("“{text}” in the list “{field}”"),
                async || {
                    let list = self.find("field", field).await;
                    let chosen = self.script(CHOOSE, vec![json!(list), json!(text)]).await;
                    (chosen == json!(true)).then_some(())
                },
            )
            .await;
            return;
        }
        self.script(SELECT_ALL, vec![json!(element)]).await;
        if text.is_empty() {
            self.press("Backspace").await;
        } else {
            let typed = element.send_keys(text).await;
            typed.unwrap_or_else(|error| panic!("“{field}” took no text: {error}"));
        }
    }

    /// Types where the caret is.
    pub async fn types(&self, text: &str) {
        let active = self
            .client()
            .active_element()
            .await
            .expect("something has the focus");
        active
            .send_keys(text)
            .await
            .unwrap_or_else(|error| panic!("no text was taken: {error}"));
    }

    /// What stands in the field with this label or path.
    pub async fn value(&self, field: &str) -> String {
        let element = self.find("field", field).await;
        element
            .prop("value")
            .await
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// All words on the page.
    pub async fn text(&self) -> String {
        let text = self.script("return document.body.innerText", vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The words of the first element that matches a CSS selector.
    pub async fn text_of(&self, css: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.innerText ?? null";
        self.until(&format!("“{css}” on the page"), async || {
            self.script(script, vec![json!(css)])
                .await
                .as_str()
                .map(str::to_owned)
        })
        .await
    }

    /// How many elements match a CSS selector now.
    pub async fn count(&self, css: &str) -> u64 {
        let script = "return document.querySelectorAll(arguments[0]).length";
        self.script(script, vec![json!(css)])
            .await
            .as_u64()
            .unwrap_or_default()
    }

    /// Waits until the words stand on the page.
    pub async fn sees(&self, words: &str) {
        self.until(&format!("“{words}”"), async || {
            self.text().await.contains(words).then_some(())
        })
        .await;
    }

    /// Waits until the words are gone.
    pub async fn no_longer_sees(&self, words: &str) {
        self.until(&format!("an end of “{words}”"), async || {
            (!self.text().await.contains(words)).then_some(())
        })
        .await;
    }

    /// Waits until a JavaScript expression is true.
    pub async fn waits_for(&self, expression: &str) {
        let script = format!("return Boolean({expression})");
        self.until(expression, async || {
            (self.script(&script, vec![]).await == json!(true)).then_some(())
        })
        .await;
    }

    /// Waits until no dialog is open any more.
    pub async fn dialog_closes(&self) {
        self.waits_for("!document.querySelector('dialog[open]')")
            .await;
    }

    /// Runs JavaScript and answers what it returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let ran = self.client().execute(script, arguments).await;
        ran.unwrap_or_else(|error| panic!("the script failed: {error}\n{script}"))
    }

    /// Keeps a picture of the window as `NAME.png`, once it was painted.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let client = self.client();
        let painted = client.execute_async(TWO_FRAMES, vec![]).await;
        painted.unwrap_or_else(|error| panic!("nothing was painted: {error}"));
        let png = client
            .screenshot()
            .await
            .unwrap_or_else(|error| panic!("no picture: {error}"));
        let path = self.stage.album.join(format!("{name}.png"));
        std::fs::write(&path, png).expect("the album takes the picture");
        path
    }

    /// Keeps a picture of the window as it is, and as `NAME-1920.png` one of the same page on a large screen.
    pub async fn pictures(&self, name: &str) {
        self.picture(name).await;
        self.resize(1920, 1080).await;
        self.waits_for("innerWidth === 1920").await;
        self.picture(&format!("{name}-1920")).await;
        self.resize(1366, 768).await;
        self.waits_for("innerWidth === 1366").await;
    }

    /// What is kept when a story fails.
    pub(super) async fn bear_witness(&self) {
        let text = self.text().await;
        eprintln!("── the page when “{}” failed\n{text}\n──", self.stage.name);
        let path = self.picture("failed").await;
        eprintln!("picture: {}", path.display());
    }

    /// Finds what a person would point at (`press`) or type into (`field`).
    pub(super) async fn find(&self, what: &str, words: &str) -> Element {
        let id = self
            .until(&format!("“{words}” to {what}"), async || {
                let found = self
                    .script(include_str!("find.js"), vec![json!(what), json!(words)])
                    .await;
                found
                    .get(ELEMENT)
                    .and_then(Value::as_str)
                    .map(str::to_owned)
            })
            .await;
        Element::from_element_id(self.client(), ElementRef::from(id))
    }

    /// Asks until there is an answer; else fails with what the page shows.
    pub(super) async fn until<T>(&self, what: &str, ask: impl AsyncFn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(answer) = ask().await {
                return answer;
            }
            if begun.elapsed() >= PATIENCE {
                panic!(
                    "waited in vain for {what}; the page shows:\n{}",
                    self.text().await
                );
            }
            pause().await;
        }
    }
}

pub(super) async fn pause() {
    tokio::time::sleep(Duration::from_millis(40)).await;
}

const SLEEPS: &str = "const e = arguments[0]; return e.disabled === true || e.getAttribute('aria-disabled') === 'true'";

const SELECT_ALL: &str = "const e = arguments[0]; e.focus(); e.select?.()";

const CHOOSE: &str = r#"
const [list, words] = arguments;
const lines = [...list.options];
const line = lines.find((one) => one.text.trim() === words) ?? lines.find((one) => one.value === words)
    ?? lines.find((one) => one.text.includes(words));
if (line === undefined) return false;
list.focus();
list.value = line.value;
list.dispatchEvent(new Event("input", { bubbles: true }));
list.dispatchEvent(new Event("change", { bubbles: true }));
return true;
"#;

const TWO_FRAMES: &str = "const done = arguments[0];
requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
