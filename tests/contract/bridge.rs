//! The bridge: what the window may call, what it calls, and the types on both sides are one and the same list.

use std::path::{Path, PathBuf};

use docket_core::orders::kind::{KindView, kind_views};
use docket_core::orders::wire::{FieldView, field_views, group_views};
use docket_lib::bridge::{Command, Declarations, described};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Compares a generated file with the one in the tree; `cargo xtask gen` writes it instead.
pub fn generated(path: &str, text: &str) {
    let path = root().join(path);
    if std::env::var_os("DOCKET_WRITE_BINDINGS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a file in a folder"))
            .expect("the folder can be made");
        std::fs::write(&path, text).expect("the file can be written");
        return;
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == text,
        "{} is stale: run `cargo xtask gen`",
        path.display()
    );
}

pub const HEAD: &str =
    "// Written by `cargo xtask gen` from the one list of commands. Do not edit.\n";

fn in_typescript(command: &Command) -> String {
    let arguments = if command.arguments.is_empty() {
        "Record<string, never>".to_owned()
    } else {
        let each: Vec<String> = command
            .arguments
            .iter()
            .map(|(name, kind)| format!("{}: {kind}", camel(name)))
            .collect();
        format!("{{ {} }}", each.join("; "))
    };
    format!(
        "  {}: {{ args: {arguments}; answer: {} }};\n",
        command.name, command.answer
    )
}

/// Tauri hands arguments over in camel case.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |all, word| {
        let mut letters = word.chars();
        let head = letters
            .next()
            .map(|letter| letter.to_ascii_uppercase().to_string())
            .unwrap_or_default();
        all + &head + letters.as_str()
    })
}

#[test]
fn the_window_knows_the_commands_and_types_as_they_are() {
    let mut declarations = Declarations::default();
    let commands = described(&mut declarations);
    declarations.name_of::<FieldView>();
    declarations.name_of::<KindView>();
    assert_eq!(declarations.clashes(), [""; 0], "two types of one name");
    let mut names: Vec<&str> = commands.iter().map(|command| command.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count, "a command is listed twice");

    let allow: String = names
        .iter()
        .map(|name| format!("  \"{name}\",\n"))
        .collect();
    generated(
        "src-tauri/permissions/desk.toml",
        &format!(
            "# Written by `cargo xtask gen` from the one list of commands. Do not edit.\n\n[[permission]]\nidentifier = \"desk\"\ndescription = \"The commands the window may call\"\ncommands.allow = [\n{allow}]\n"
        ),
    );
    let calls: String = commands.iter().map(in_typescript).collect();
    generated(
        "ui/src/api/bindings/commands.ts",
        &format!(
            "{HEAD}import type * as t from \"./types\";\n\nexport interface Commands {{\n{}}}\n",
            qualified(&calls, &declarations)
        ),
    );
    generated(
        "ui/src/api/bindings/types.ts",
        &format!("{HEAD}\n{}", declarations.into_text()),
    );
}

/// Puts the module's name before every type of ours.
fn qualified(calls: &str, declarations: &Declarations) -> String {
    let mut text = String::with_capacity(calls.len());
    let mut word = String::new();
    for letter in calls.chars().chain(std::iter::once('\n')) {
        if letter.is_ascii_alphanumeric() || letter == '_' {
            word.push(letter);
            continue;
        }
        if declarations.knows(&word) {
            text.push_str("t.");
        }
        text.push_str(&word);
        word.clear();
        text.push(letter);
    }
    text.pop();
    text
}

#[test]
fn the_window_knows_the_field_dictionary_as_it_is() {
    let fields = serde_json::to_string_pretty(&field_views()).expect("fields are texts");
    let groups = serde_json::to_string_pretty(&group_views()).expect("groups are texts");
    let kinds = serde_json::to_string_pretty(&kind_views()).expect("kinds are texts");
    let text = format!(
        "{HEAD}import type {{ ChoiceView, FieldView, KindView }} from \"./types\";\n\nexport type Field = FieldView;\nexport const FIELDS: Field[] = {fields};\nexport const GROUPS: ChoiceView[] = {groups};\nexport const KINDS: KindView[] = {kinds};\n"
    );
    generated("ui/src/api/bindings/fields.ts", &text);
}
