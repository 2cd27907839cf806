//! One task is a row of stages; each is announced, timed and stops the row
//! when it fails.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::halt::Halt;

/// The stages of one task, with the seconds each took.
///
/// The table is printed when it is dropped, so a failing row shows its times
/// too.
pub struct Stages {
    begun: Instant,
    done: Vec<(String, Duration, bool)>,
    notes: Vec<String>,
}

impl Stages {
    /// A row that has not begun.
    pub fn new() -> Self {
        Self {
            begun: Instant::now(),
            done: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Runs one stage.
    pub fn stage<T>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, Halt>,
    ) -> Result<T, Halt> {
        println!("\n── {name}");
        let begun = Instant::now();
        let outcome = work();
        self.done
            .push((name.to_owned(), begun.elapsed(), outcome.is_ok()));
        outcome
    }

    /// Runs one program as a stage.
    pub fn program(&mut self, name: &str, command: &mut Command) -> Result<(), Halt> {
        self.stage(name, || run(name, command))
    }

    /// Says something now and once more under the table, where it is not
    /// scrolled away.
    pub fn note(&mut self, note: String) {
        println!("{note}");
        self.notes.push(note);
    }
}

impl Drop for Stages {
    fn drop(&mut self) {
        println!("\nseconds");
        for (name, took, good) in &self.done {
            let failed = if *good { "" } else { "  ← failed" };
            println!("{:>7.1}  {name}{failed}", took.as_secs_f64());
        }
        println!("{:>7.1}  all", self.begun.elapsed().as_secs_f64());
        for note in &self.notes {
            println!("{note}");
        }
    }
}

/// Runs a program to its end and lets it write to the terminal.
pub fn run(stage: &str, command: &mut Command) -> Result<(), Halt> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .map_err(Halt::while_doing(format!("starting {program}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Halt::Failed {
            stage: stage.to_owned(),
        })
    }
}

/// What a program says on its standard output, or nothing when it is not
/// there or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
