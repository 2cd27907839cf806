//! How long a person waits for the desk in the morning, beside an empty window of the same kind in the same run.
//!
//! `empty_window`: from spawn to the first page that is loaded, in a window with nothing in it. `sign_in_painted`: from
//! spawn to the painted page one signs in on. `list_after_sign_in`: from the Enter of the password to the painted list of
//! orders. `usable_list`: the last two together. Medians; the runs of both windows alternate.
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
    use tauri::http::Response;
    use tauri::webview::PageLoadEvent;
    use tauri::{WebviewUrl, WebviewWindowBuilder};

    use super::support::{Setup, Window, desk_in, drive};
    use super::{EMPTY, PAINTED};

    const RUNS: usize = 9;
    const ORDERS: usize = 200;
    const PATIENCE: Duration = Duration::from_secs(20);
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
            desk.register_order(&assistant, &draft.key, &form)
                .await
                .expect("registered");
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
