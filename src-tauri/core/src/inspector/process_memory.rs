//! How much memory a process holds: the one place that differs by system.
//!
//! Linux tells it in a file. macOS and Windows need system calls, which the
//! core, being free of unsafe code, leaves to the `sysinfo` crate. No system
//! offers a ceiling that all three honour (macOS ignores one, Windows wants a
//! job object), so the desk looks often and ends what grew too large.

/// Resident memory of process `id` in bytes; `None` when it is gone.
#[cfg(target_os = "linux")]
pub(super) fn resident(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// Resident memory of process `id` in bytes; `None` when it is gone.
#[cfg(not(target_os = "linux"))]
pub(super) fn resident(id: u32) -> Option<u64> {
    use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};
    let process = Pid::from_u32(id);
    let mut system = System::new().ok()?;
    let memory_only = ProcessRefreshKind::nothing().with_memory();
    system.refresh_processes_specifics(ProcessesToUpdate::Some(&[process]), false, memory_only);
    system.process(process).map(sysinfo::Process::memory)
}

/// Keeps Windows from opening a console window for the worker.
#[cfg(windows)]
pub(super) fn without_window(command: &mut tokio::process::Command) {
    /// `CREATE_NO_WINDOW` of the Windows API.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

/// Only Windows opens windows for its processes.
#[cfg(not(windows))]
pub(super) fn without_window(_: &mut tokio::process::Command) {}
