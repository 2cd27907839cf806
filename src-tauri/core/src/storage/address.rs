//! Where the database is.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What may not stand bare in an address: a data folder may be called `张三 #1 %`.
const NOT_IN_A_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// The database of a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// One SQLite file on a local disk.
    File(PathBuf),
    /// A PostgreSQL server shared by the desks of a house (`postgres://…`).
    Server(String),
}

impl Address {
    /// The address as the driver wants it.
    pub(super) fn url(&self) -> String {
        match self {
            // `sqlite:C:/…` opens on Windows, `sqlite://C:/…` does not.
            Self::File(path) => format!("sqlite:{}?mode=rwc", encoded(path)),
            Self::Server(url) => url.clone(),
        }
    }
}

fn encoded(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    utf8_percent_encode(&text, NOT_IN_A_PATH).to_string()
}
