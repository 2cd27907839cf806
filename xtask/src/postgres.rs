//! A PostgreSQL of the tests' own: fresh, on the loopback, gone afterwards.
//!
//! **Invariant:** the server ends with this task, however the task ends. It is
//! watched over by a small shell that holds the other end of a pipe: when the
//! pipe closes (a drop, a panic, Ctrl-C, even `kill -9`) the shell stops the
//! server by its id and removes its folder.
//! **Invariant:** nothing durable lies in it, so fsync is off.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::halt::Halt;
use crate::machine::{find, is_root};
use crate::stages::answer;

/// The environment variable that carries the address of the maintenance
/// database to the tests.
pub const ADDRESS: &str = "DOCKET_TEST_POSTGRES";

/// Makes a cluster in `$0`, serves it on port `$2` with the programs of `$1`,
/// and ends it when standard input closes. The folder is the shell's own, so
/// that a server run by `postgres` on behalf of root owns it.
const WATCH: &str = r#"
set -eu
bin=$1 port=$2
cd /
folder=$(mktemp -d "${TMPDIR:-/tmp}/docket-postgres.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap '' INT
"$bin/initdb" -D "$folder/data" -U docket -A trust -E UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1 \
    || { cat "$folder/initdb.log" >&2; exit 1; }
"$bin/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \
    -c log_min_messages=fatal >"$folder/server.log" 2>&1 </dev/null &
server=$!
cat >/dev/null || true
kill -INT "$server" 2>/dev/null || cat "$folder/server.log" >&2
wait "$server" || true
"#;

/// Where the tests find PostgreSQL.
pub enum Postgres {
    /// A server that somebody else runs.
    Given(String),
    /// Our own, ended when this is dropped.
    Own(Server),
    /// None; the reason, for the visible "skipped".
    None(String),
}

impl Postgres {
    /// Takes the server of the environment, else starts one.
    pub fn find_or_start() -> Result<Self, Halt> {
        if let Some(address) = std::env::var(ADDRESS)
            .ok()
            .filter(|address| !address.is_empty())
        {
            return Ok(Self::Given(address));
        }
        if !cfg!(unix) {
            return Ok(Self::None(format!(
                "set {ADDRESS} to the address of a server"
            )));
        }
        let Some(programs) = programs() else {
            return Ok(Self::None(format!(
                "install PostgreSQL, or set {ADDRESS} to the address of a server"
            )));
        };
        Server::start(&programs).map(Self::Own)
    }

    /// The address of the maintenance database.
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Given(address) => Some(address),
            Self::Own(server) => Some(&server.address),
            Self::None(_) => None,
        }
    }

    /// The line that must be seen when the tests run on one database only.
    pub fn skipped(&self) -> Option<String> {
        match self {
            Self::None(reason) => Some(format!("skipped: PostgreSQL ({reason})")),
            Self::Given(_) | Self::Own(_) => None,
        }
    }
}

/// A running server and the shell that watches over it.
pub struct Server {
    watch: Child,
    address: String,
}

impl Server {
    fn start(programs: &Path) -> Result<Self, Halt> {
        let port = free_port()?;
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--", "sh"]);
            command
        } else {
            Command::new("sh")
        };
        command
            .args(["-c", WATCH, "docket-postgres"])
            .arg(programs)
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        // Out of the terminal's own group: Ctrl-C reaches this task, and the
        // closing pipe then tells the shell.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let watch = command
            .spawn()
            .map_err(Halt::while_doing("starting PostgreSQL"))?;
        let mut server = Self {
            watch,
            address: format!("postgres://docket@127.0.0.1:{port}/postgres"),
        };
        server.wait_until_it_answers(programs, port)?;
        Ok(server)
    }

    fn wait_until_it_answers(&mut self, programs: &Path, port: u16) -> Result<(), Halt> {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) {
            let ended = self
                .watch
                .try_wait()
                .map_err(Halt::while_doing("waiting for PostgreSQL"))?;
            if ended.is_some() {
                break;
            }
            let asked = answer(Command::new(programs.join("pg_isready")).args([
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                &port.to_string(),
            ]));
            if asked.is_some() {
                return Ok(());
            }
            sleep(Duration::from_millis(100));
        }
        Err(Halt::Missing(
            "PostgreSQL is installed but did not start; its own words stand above.".into(),
        ))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        if let Err(error) = self.watch.wait() {
            eprintln!("PostgreSQL could not be awaited: {error}");
        }
    }
}

/// The folder with the server's programs: the newest of Debian's, which keeps
/// them off the search path, or the one on it.
fn programs() -> Option<PathBuf> {
    debians().or_else(|| {
        // A link to one program does not mean that the others lie beside it.
        let initdb = find("initdb")?.canonicalize().ok()?;
        initdb
            .parent()
            .filter(|folder| is_whole(folder))
            .map(Path::to_owned)
    })
}

fn debians() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let newest = versions
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            let folder = entry.path().join("bin");
            is_whole(&folder).then_some((version, folder))
        })
        .max()?;
    Some(newest.1)
}

fn is_whole(folder: &Path) -> bool {
    ["initdb", "postgres", "pg_isready"]
        .iter()
        .all(|program| folder.join(program).exists())
}

/// A port nobody listens on at this moment.
fn free_port() -> Result<u16, Halt> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(Halt::while_doing("looking for a free port"))
}

#[cfg(test)]
#[expect(clippy::panic, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn our_own_server_answers_and_is_gone_afterwards() {
        let Some(programs) = programs().filter(|_| cfg!(unix)) else {
            println!("skipped: PostgreSQL is not installed");
            return;
        };
        let server = Server::start(&programs).unwrap_or_else(|halt| panic!("{halt}"));
        let port = server.address.rsplit([':', '/']).nth(1).unwrap_or_default();
        let listens = || std::net::TcpStream::connect(format!("127.0.0.1:{port}")).is_ok();
        assert!(listens(), "the server answers");
        let port = port.to_owned();
        drop(server);
        let gone = std::net::TcpStream::connect(format!("127.0.0.1:{port}")).is_err();
        assert!(gone, "the server ends with the task");
    }
}
