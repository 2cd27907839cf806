//! The desk's own data, opened through the core while its window is closed.

use std::path::Path;
use std::time::{Duration, Instant};

use docket_core::accounts::PasswordCost;
use docket_core::clock::Clock;
use docket_core::storage::Address;
use docket_core::{Desk, DeskConfig};

/// How long a closed window may take to let go of its data.
const PATIENCE: Duration = Duration::from_secs(60);

/// The desk that keeps its things in `home`. The program may take a moment longer to end than its window did.
pub async fn desk_in(home: &Path) -> Desk {
    desk_at(home, Address::File(home.join("data/desk.db"))).await
}

/// The same where its data are on a server.
pub async fn desk_on_server(home: &Path, server: &str) -> Desk {
    desk_at(home, Address::Server(server.to_owned())).await
}

async fn desk_at(home: &Path, database: Address) -> Desk {
    let begun = Instant::now();
    loop {
        let opened = Desk::open(DeskConfig {
            database: database.clone(),
            attachments: home.join("attachments"),
            former_attachments: Vec::new(),
            prepress: home.join("prepress"),
            fonts: Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fonts"),
            inspector: (env!("CARGO_BIN_EXE_docket").into(), Vec::new()),
            clock: Clock::of_the_machine(),
            password_cost: PasswordCost::SHIPPED,
        })
        .await;
        match opened {
            Ok(desk) => return desk,
            Err(refused) if begun.elapsed() > PATIENCE => {
                panic!("the desk stays shut: {refused}")
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}
