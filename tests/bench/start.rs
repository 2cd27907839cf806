//! How long a person waits for the desk in the morning, beside an empty window of the same kind in the same run.
//!
//! `empty_window`: from spawn to the first page that is loaded, in a window with nothing in it. `sign_in_painted`: from
//! spawn to the painted page one signs in on. `list_after_sign_in`: from the Enter of the password to the painted list of
//! what waits (今日), a row an order. `usable_list`: the last two together. Medians; the runs of both windows alternate.
//!
//! `form_key_answered`: from a key that is struck until the page takes the next, in the form of a case-bound book with all its
//! parts, whose answers are reckoned anew at every pause; `form_key_painted`: to the frame in which it shows. What follows from a key
//! is drawn behind it, and stands in these figures only where the next key has to wait for it. Each text goes into the empty field
//! of a new order, and then over what stands there. `form_emptied_key`: the key that strikes out all that stands in a field, and the
//! first letter after it; at both WebKitGTK paints the whole window, as the node that holds the caret goes. `search_key`: the same
//! in the search field. `bare_form_key` and so on: the same keys in the same window, in a page of one bare field: what the window
//! takes with nothing of ours in it. `cargo xtask bench start` lets the window draw itself, as a graphics card that is simulated
//! would be what is measured, and has scrollbars stand beside the page (`desktop/`).
#![cfg_attr(
    not(target_os = "linux"),
    expect(unused, reason = "only WebKitGTK has a driver for its window")
)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench prints its figures and stops at the first surprise"
)]

#[cfg(target_os = "linux")]
#[expect(
    dead_code,
    unused_imports,
    reason = "the bench does only some of what a person can do at the desk"
)]
#[path = "../e2e/support/mod.rs"]
mod support;

/// The word by which the bench calls itself for the empty window.
const EMPTY: &str = "empty";
/// What both programs say once there is something to see.
const PAINTED: &str = "the window is painted";

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("skipped: start (only WebKitGTK on Linux has a driver for its window)");
}

#[cfg(target_os = "linux")]
fn main() {
    if std::env::args().any(|word| word == EMPTY) {
        linux::empty_window();
    } else {
        linux::measure();
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::io::{BufRead as _, BufReader};
    use std::path::{Path, PathBuf};
    use std::time::{Duration, Instant};

    use docket_core::customers::wire::SaveCustomer;
    use docket_core::free_proofs::RequestFreeProof;
    use docket_core::samples::Medium;
    use serde_json::json;
    use tauri::http::Response;
    use tauri::webview::PageLoadEvent;
    use tauri::{WebviewUrl, WebviewWindowBuilder};

    use super::support::{Setup, Window, desk_in, drive};
    use super::{EMPTY, PAINTED};

    const RUNS: usize = 9;
    const ORDERS: usize = 200;
    const PATIENCE: Duration = Duration::from_secs(20);
    /// How long a typist waits from one key to the next, in steps of this: from 60 ms, which the fastest do within a word, to 240 ms.
    const PACE: Duration = Duration::from_millis(30);
    const PAUSES: [u32; 11] = [3, 5, 2, 4, 7, 3, 6, 2, 4, 8, 3];
    /// How often every text is typed: of some twenty keys the slowest two would be the figure.
    const ROUNDS: usize = 5;
    const WRITTEN: [(&str, &str); 4] = [
        ("product.name", "lingnan caomu xilie huace"),
        ("product.size", "210x285"),
        ("product.quantity", "128000"),
        ("order.customer_po", "PO-2026-1126-0042"),
    ];
    const SOUGHT: [&str; 4] = ["lncm 19", "000117", "szcy", "cyw 12"];
    const NAME: &str = "林晓梅";
    const PASSWORD: &str = "岭南草木2026";

    /// Opens a window with an empty page and says when it is loaded. The page is served as the desk's own is: for
    /// `about:blank` WebKit does not even start the process that draws.
    pub(crate) fn empty_window() {
        let mut context = tauri::generate_context!();
        context.config_mut().app.windows.clear();
        tauri::Builder::default()
            .register_uri_scheme_protocol("empty", |_, _| {
                Response::builder()
                    .header("Content-Type", "text/html")
                    .body(b"<!doctype html><title>empty</title>".as_slice())
                    .unwrap()
            })
            .setup(|app| {
                let page = WebviewUrl::CustomProtocol("empty://localhost/".parse().unwrap());
                WebviewWindowBuilder::new(app, "main", page)
                    .inner_size(1366.0, 768.0)
                    .on_page_load(|_, payload| {
                        if payload.event() == PageLoadEvent::Finished {
                            eprintln!("{PAINTED}");
                        }
                    })
                    .build()?;
                Ok(())
            })
            .run(context)
            .unwrap();
    }

    pub(crate) fn measure() {
        drive("bench_start", Setup::default(), async |window| {
            open_the_house(&window).await;
            window.close().await;
            some_orders(&window).await;

            let (desk, itself) = (
                PathBuf::from(env!("CARGO_BIN_EXE_docket")),
                std::env::current_exe().unwrap(),
            );
            let (mut empty, mut painted, mut list) = (Vec::new(), Vec::new(), Vec::new());
            for _ in 0..RUNS {
                empty.push(until_painted(&window, &itself, &[EMPTY]));
                painted.push(until_painted(&window, &desk, &[]));
            }
            for _ in 0..RUNS {
                list.push(list_after_sign_in(&window).await);
            }
            let (empty, painted, list) = (median(empty), median(painted), median(list));
            print("empty_window", empty);
            print("sign_in_painted", painted);
            print("list_after_sign_in", list);
            print("usable_list", painted + list);
            keys(&window).await;
        });
    }

    /// First start, by keyboard.
    async fn open_the_house(window: &Window) {
        window.sees("启用印单").await;
        for (field, text) in [
            ("house", "岭南彩印有限公司"),
            ("deskLetter", "A"),
            ("administrator.name", NAME),
            ("administrator.password", PASSWORD),
            ("administrator.pin", "2468"),
        ] {
            window.fill(field, text).await;
        }
        window.press("Ctrl+Enter").await;
        window.sees("还没有订单").await;
    }

    /// A list worth drawing, registered through the core while the window is closed.
    async fn some_orders(window: &Window) {
        let desk = desk_in(&window.data_as_shipped()).await;
        let assistant = desk.sign_in(NAME, PASSWORD).await.expect("she signs in");
        let customer = SaveCustomer {
            name: "深圳市彩源文化传播有限公司".to_owned(),
            ..SaveCustomer::default()
        };
        desk.save_customer(&assistant, &customer)
            .await
            .expect("a customer");
        for number in 0..ORDERS {
            let draft = desk.new_draft(&assistant).await.expect("a draft").value;
            let mut form = draft.form;
            form.order
                .insert("customer_id".to_owned(), customer.name.clone());
            form.product
                .insert("name".to_owned(), format!("《岭南草木》第 {number} 辑"));
            let order = desk
                .register_order(&assistant, &draft.key, &form)
                .await
                .expect("registered");
            // So that it stands on the board of whoever asked for it.
            let request = RequestFreeProof {
                order_id: order.value,
                medium: Medium::Digital,
                content: "封面".to_owned(),
                quantity: 1,
                reason: "客户要看颜色".to_owned(),
            };
            desk.request_free_proof(&assistant, request)
                .await
                .expect("asked for");
        }
        desk.close().await;
    }

    /// From spawn to the word that something is painted.
    fn until_painted(window: &Window, program: &Path, arguments: &[&str]) -> Duration {
        let begun = Instant::now();
        let mut child = window.start_beside(program, arguments).expect("it starts");
        let said = BufReader::new(child.stderr.take().expect("its standard error"));
        let (tell, told) = std::sync::mpsc::channel();
        let reader = std::thread::spawn(move || {
            let painted = said
                .lines()
                .map_while(Result::ok)
                .any(|line| line.contains(PAINTED));
            // Nobody may be waiting any more.
            let _ = tell.send(painted.then(|| begun.elapsed()));
        });
        let taken = told.recv_timeout(PATIENCE).ok().flatten();
        child.kill().expect("it is ended");
        child.wait().expect("it has ended");
        reader.join().expect("it was listened to");
        taken.unwrap_or_else(|| panic!("{} never painted", program.display()))
    }

    /// From Enter to the painted list, by the page's own clock.
    async fn list_after_sign_in(window: &Window) -> Duration {
        window.open().await;
        window.focuses("密码").await;
        window.types(PASSWORD).await;
        window.script(WATCH, vec![]).await;
        window.press("Enter").await;
        window.waits_for("window.listPainted > 0").await;
        let taken = window
            .script("return window.listPainted - window.entered", vec![])
            .await;
        window.close().await;
        Duration::from_secs_f64(taken.as_f64().expect("milliseconds") / 1000.0)
    }

    /// Types into a large form and into the search field.
    async fn keys(window: &Window) {
        window.open().await;
        window.focuses("密码").await;
        window.types(PASSWORD).await;
        window.press("Enter").await;
        window.sees("《岭南草木》").await;
        window.script(WATCH_KEYS, vec![]).await;
        let (mut form, mut emptied, mut search) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            new_book(window).await;
            for (field, text) in WRITTEN {
                window.script(GO_TO, vec![json!(field)]).await;
                form.extend(typed(window, letters(text)).await);
            }
            for (field, text) in WRITTEN {
                window.script(GO_TO, vec![json!(field)]).await;
                form.extend(typed(window, letters(text)).await);
            }
            for (field, text) in WRITTEN {
                window.script(GO_TO, vec![json!(field)]).await;
                emptied.extend(typed(window, emptied_and_begun(text)).await);
            }
            for text in SOUGHT {
                window.press("Ctrl+K").await;
                window
                    .waits_for("document.activeElement?.matches('dk-order-search input')")
                    .await;
                search.extend(typed(window, letters(text)).await);
                window.press("Esc").await;
            }
        }
        let (mut bare_form, mut bare_emptied, mut bare_search) =
            (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            for (_, text) in WRITTEN {
                window.script(BARE, vec![]).await;
                bare_form.extend(typed(window, letters(text)).await);
                window.script(CHOOSE_IT, vec![]).await;
                bare_form.extend(typed(window, letters(text)).await);
                window.script(CHOOSE_IT, vec![]).await;
                bare_emptied.extend(typed(window, emptied_and_begun(text)).await);
            }
            for text in SOUGHT {
                window.script(CHOOSE_IT, vec![]).await;
                bare_search.extend(typed(window, letters(text)).await);
            }
        }
        for (name, taken) in [
            ("form_key", &form),
            ("form_emptied_key", &emptied),
            ("search_key", &search),
            ("bare_form_key", &bare_form),
            ("bare_form_emptied_key", &bare_emptied),
            ("bare_search_key", &bare_search),
        ] {
            for (what, part) in [("_answered", 0), ("_painted", 1)] {
                let mut taken: Vec<f64> = taken.iter().map(|key| key[part]).collect();
                taken.sort_by(f64::total_cmp);
                for percent in [50, 95] {
                    let at = (taken.len() * percent).div_ceil(100) - 1;
                    println!("{name}{what}_p{percent} {:.1} ms", taken.get(at).unwrap());
                }
            }
        }
        window.close().await;
    }

    /// A new order of a case-bound book, with all its parts.
    async fn new_book(window: &Window) {
        window.press("Ctrl+N").await;
        window
            .waits_for(
                "document.querySelector('[data-field=\"product.name\"] input')?.value === ''",
            )
            .await;
        window.fill("product.type", "书刊").await;
        window.press("Tab").await;
        window.fill("product.binding", "精装(方脊)").await;
        window.press("Tab").await;
        window.sees("灰板").await;
    }

    fn letters(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    /// All that stands in a field is struck out, and the text begun.
    fn emptied_and_begun(text: &str) -> Vec<String> {
        let first = text.chars().next().map(String::from);
        std::iter::once("Backspace".to_owned())
            .chain(first)
            .collect()
    }

    /// What each key of a text took. One is struck when the one before is painted, and some time after it, as a person does: of a
    /// text that comes in one stroke every key waits for those behind it, and in one that comes in even beats every key meets what
    /// follows from the one before at the same point, or never.
    async fn typed(window: &Window, keys: Vec<String>) -> Vec<[f64; 2]> {
        let quiet = "window.struck.length === window.down";
        window.waits_for(quiet).await;
        // One begins when the page has come to rest from what was done before: nothing waits longer than a second.
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        window
            .script("window.struck = []; window.down = 0;", vec![])
            .await;
        for (struck, key) in keys.iter().enumerate() {
            tokio::time::sleep(PACE * PAUSES[struck % PAUSES.len()]).await;
            // Not as text into a field: the driver would look for the field and set the caret right before the key.
            window.press(key).await;
            window
                .waits_for(&format!("{quiet} && window.down > {struck}"))
                .await;
        }
        let taken = window.script("return window.struck;", vec![]).await;
        serde_json::from_value(taken).expect("milliseconds")
    }

    /// A page of one bare field.
    const BARE: &str = "
const field = document.createElement('input');
document.body.replaceChildren(field);
field.focus();";

    /// What stands in it is chosen, and the next key takes its place.
    const CHOOSE_IT: &str = "document.querySelector('input').select();";

    /// Goes to a field of the form as Tab does: what stands in it is chosen.
    const GO_TO: &str = "
const field = document.querySelector(`[data-field=\"${arguments[0]}\"] input`);
field.focus();
field.select();";

    /// From the key to the first timer, which comes when the page is done with it, and to the first timer after the frame in which it
    /// shows. That one is set before any of the page's own, so what is drawn behind the letter comes after it.
    const WATCH_KEYS: &str = "
window.struck = [];
window.down = 0;
addEventListener('keydown', () => {
  const begun = performance.now();
  window.down += 1;
  let answered;
  setTimeout(() => { answered = performance.now() - begun; });
  requestAnimationFrame(() => setTimeout(() => {
    const painted = performance.now() - begun;
    window.struck.push([answered ?? painted, painted]);
  }));
}, true);";

    const WATCH: &str = "
addEventListener('keydown', (event) => { if (event.key === 'Enter') window.entered ??= performance.now(); }, true);
new MutationObserver((_, watch) => {
  if (document.querySelector('dk-table tbody tr[data-index]') === null) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.listPainted = performance.now(); }));
}).observe(document.body, { childList: true, subtree: true });";

    fn median(mut taken: Vec<Duration>) -> Duration {
        taken.sort();
        *taken.get(taken.len() / 2).unwrap()
    }

    fn print(name: &str, taken: Duration) {
        println!("{name} {:.0} ms", taken.as_secs_f64() * 1000.0);
    }
}
