//! The display, the driver and the home of one test.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::Setup;

/// Runs `"$@"` and ends it with its whole family when standard input closes:
/// on a drop, on a panic, and also when this process is killed.
const WATCH: &str = r#"trap '' INT; "$@" </dev/null & cat >/dev/null; kill -KILL 0"#;

/// A child that cannot outlive the test.
struct Watched(Child);

impl Watched {
    fn start(program: &str, prepare: impl FnOnce(&mut Command)) -> Self {
        let mut command = Command::new("sh");
        command
            .args(["-c", WATCH, "watch", program])
            .stdin(Stdio::piped())
            .process_group(0);
        prepare(&mut command);
        Self(
            command
                .spawn()
                .unwrap_or_else(|error| panic!("{program} did not start: {error}")),
        )
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

/// Everything around the window that must be gone after the test. The fields
/// are dropped in this order: the driver and its window before the display.
pub struct Stage {
    _driver: Watched,
    _display: Watched,
    /// Address of the driver.
    pub driver: String,
    /// Where pictures go.
    pub album: PathBuf,
    /// The display its windows stand on.
    pub screen: String,
    /// A home with a space and Chinese letters in its name, as on many a desk.
    pub home: PathBuf,
    _folder: tempfile::TempDir,
    /// The name of the test.
    pub name: String,
}

impl Stage {
    /// Builds the stage; the window opens later.
    pub fn build(name: &str, setup: &Setup) -> Self {
        for (program, package) in [("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")] {
            assert!(
                on_path(program),
                "{program} is missing: install {package}, or let `cargo xtask test` do it"
            );
        }
        let folder = tempfile::Builder::new()
            .prefix("docket-e2e-")
            .tempdir()
            .expect("a temporary folder");
        let home = folder.path().join("张三 的家");
        let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
        let album = if name == "tour" {
            target.join("tour")
        } else {
            target.join("e2e").join(name)
        };
        for made in [&home.join("runtime"), &album] {
            fs::create_dir_all(made).expect("the folders of the stage");
        }
        let (display, screen) = start_display();
        let (driver, address) = start_driver(&screen, &home, &album, setup);
        Self {
            _driver: driver,
            _display: display,
            driver: address,
            screen,
            album,
            home,
            _folder: folder,
            name: name.to_owned(),
        }
    }

    /// Starts `program` on this stage as a person would, and answers it with what it says on standard error.
    pub fn spawn(&self, program: &Path, arguments: &[&str]) -> std::io::Result<Child> {
        let mut command = Command::new(program);
        surround(&mut command, &self.screen, &self.home, &self.album);
        command
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
    }

    /// The folder that holds all of this desk's data.
    pub fn data(&self) -> PathBuf {
        self.home.join("desk")
    }

    /// The same for the program that ships, which listens to no `DOCKET_HOME`.
    pub fn data_as_shipped(&self) -> PathBuf {
        self.home.join("data/cn.docket.desk")
    }
}

/// Starts an X server that picks its own free number and says which.
fn start_display() -> (Watched, String) {
    let mut display = Watched::start("Xvfb", |command| {
        command
            .args(["-displayfd", "1", "-screen", "0", "1920x1080x24"])
            .args(["-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
    });
    let said = display.0.stdout.take().expect("Xvfb's standard output");
    let mut number = String::new();
    BufReader::new(said)
        .read_line(&mut number)
        .expect("the number of the display");
    let number = number.trim();
    assert!(!number.is_empty(), "Xvfb did not start");
    (display, format!(":{number}"))
}

fn start_driver(screen: &str, home: &Path, album: &Path, setup: &Setup) -> (Watched, String) {
    let port = free_port();
    let log = File::create(album.join("driver.log")).expect("the driver's log");
    let driver = Watched::start("WebKitWebDriver", |command| {
        command
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .stdout(log.try_clone().expect("a second handle of the log"))
            .stderr(log)
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DOCKET_PICK_FOLDER", home.join("desk/选中的文件夹"));
        surround(command, screen, home, album);
        if let Some(database) = &setup.database {
            command.env("DOCKET_DATABASE", database);
        }
        if !setup.picks.is_empty() {
            let picks = std::env::join_paths(&setup.picks).expect("paths without a colon");
            command.env("DOCKET_PICK_FILES", picks);
        }
    });
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "WebKitWebDriver does not listen"
        );
        sleep(Duration::from_millis(20));
    }
    (driver, format!("http://127.0.0.1:{port}"))
}

/// A display, a home and folders that are nobody's own.
fn surround(command: &mut Command, screen: &str, home: &Path, album: &Path) {
    command
        .env("DISPLAY", screen)
        .env_remove("WAYLAND_DISPLAY")
        .env("LANG", "C.UTF-8")
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_RUNTIME_DIR", home.join("runtime"))
        // No bus: the desk a developer has open must not be brought forward instead.
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        .env("DOCKET_HOME", home.join("desk"))
        // Where the dialog would ask, what is saved lies beside the pictures.
        .env("DOCKET_SAVE_TO", album)
        .env_remove("DOCKET_DATABASE");
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}

fn on_path(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    })
}
