//! The commands of the window, one file per feature, and the one list of them.
//!
//! Handlers, permissions and the window's typed calls are all made from this list; a test compares them.

mod desk;
mod people;

use tauri::Runtime;
use tauri::ipc::Invoke;

/// How the window's side of the bridge is written down; for the contract test.
pub mod bridge {
    use ts_rs::{Config, TS, TypeVisitor};

    /// One command as TypeScript sees it.
    #[derive(Clone, Debug)]
    pub struct Command {
        /// Its name.
        pub name: &'static str,
        /// Its arguments: name and type.
        pub arguments: Vec<(&'static str, String)>,
        /// What it answers.
        pub answer: String,
    }

    /// Gathers the declarations of every type the commands name.
    pub struct Declarations {
        config: Config,
        declared: std::collections::BTreeMap<String, String>,
    }

    impl Default for Declarations {
        fn default() -> Self {
            Self {
                // Numbers cross as JSON; ids and amounts stay far below 2⁵³.
                config: Config::default().with_large_int("number"),
                declared: std::collections::BTreeMap::new(),
            }
        }
    }

    impl Declarations {
        /// The declarations, in order of name.
        #[must_use]
        pub fn into_text(self) -> String {
            self.declared
                .into_values()
                .map(|declaration| format!("export {declaration}\n"))
                .collect()
        }

        /// Whether a type of that name is declared.
        #[must_use]
        pub fn knows(&self, name: &str) -> bool {
            self.declared.contains_key(name)
        }

        /// Takes `T` and all it is made of; answers its name.
        pub fn name_of<T: TS + 'static + ?Sized>(&mut self) -> String {
            self.visit::<T>();
            T::name(&self.config)
        }
    }

    impl TypeVisitor for Declarations {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            // Only types of our own have a place of their own; numbers, texts and lists are spelt out where they stand.
            if T::output_path().is_some() {
                let name = T::ident(&self.config);
                if self.declared.contains_key(&name) {
                    return;
                }
                self.declared.insert(name, T::decl(&self.config));
            }
            T::visit_dependencies(self);
            T::visit_generics(self);
        }
    }

    pub use super::described;
}

macro_rules! desk_commands {
    ($($module:ident :: $name:ident ( $($argument:ident : $type:ty),* ) -> $answer:ty;)+) => {
        /// Answers the window's calls.
        pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($module::$name),+]
        }

        /// Every command as TypeScript sees it; the types they name go into `declarations`.
        #[must_use]
        pub fn described(declarations: &mut bridge::Declarations) -> Vec<bridge::Command> {
            vec![$(bridge::Command {
                name: stringify!($name),
                arguments: vec![$((stringify!($argument), declarations.name_of::<$type>())),*],
                answer: declarations.name_of::<$answer>(),
            }),+]
        }
    };
}

use docket_core::accounts::{ChangePersonRequest, NewPersonRequest, PersonView};
use docket_core::wire::Done;

use desk::{DeskState, FirstStartRequest};

desk_commands! {
    desk::desk_state() -> DeskState;
    desk::first_start(request: FirstStartRequest) -> Done<DeskState>;
    desk::open_practice() -> Done<DeskState>;
    desk::leave_practice() -> Done<DeskState>;
    desk::sign_in(name: String, password: String) -> Done<DeskState>;
    desk::sign_out() -> Done<DeskState>;
    desk::window_painted() -> ();
    people::sign_in_names() -> Vec<String>;
    people::people_list() -> Vec<PersonView>;
    people::add_person(request: NewPersonRequest) -> Done<PersonView>;
    people::change_person(request: ChangePersonRequest) -> Done<PersonView>;
}
