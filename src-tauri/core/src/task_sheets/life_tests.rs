//! Ten thousand sequences of changes, signatures, refusals, withdrawals, new versions and prints, decided as the actions decide
//! them and held against oracles that know none of those decisions (S-4.4.2, S-4.4.3, F4-4c, F7-08).

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::accounts::Role::{self, Finance, Quality, SalesAssistant, SalesDirector};
use crate::accounts::Role::{SalesRepresentative, SalesSupervisor};
use crate::orders::fields::ChangeClass::{self, Clerical, Commercial, Cost};

#[path = "life_oracle.rs"]
mod oracle;

use oracle::holds;

/// What may be changed, and what that touches.
const PATHS: [(&str, ChangeClass); 8] = [
    ("order.remark", Clerical),
    ("order.phone", Clerical),
    ("order.unit_price", Commercial),
    ("product.quantity", Commercial),
    ("component:c1.grade", Cost),
    ("component:c1.grammage", Cost),
    ("product.size", Cost),
    ("product.quality_note", ChangeClass::Quality),
];
const PEOPLE: [&[Role]; 8] = [
    &[SalesAssistant],
    &[SalesAssistant, SalesDirector],
    &[SalesRepresentative],
    &[SalesSupervisor],
    &[SalesDirector],
    &[Finance],
    &[Quality],
    &[SalesAssistant, Finance],
];
/// Places a version takes.
const MOST: usize = 3;

type Content = BTreeMap<&'static str, u8>;

#[derive(Clone, Copy, Debug)]
enum Act {
    Issue,
    /// Who asks, who signs beside it, which places get which values, and whether the customer consented.
    Propose {
        by: usize,
        beside: usize,
        places: [Option<(usize, u8)>; 4],
        consent: bool,
    },
    /// Somebody signs; over what the change is, or over what some other one was.
    Sign {
        who: usize,
        authority: Authority,
        stale: bool,
    },
    Refuse,
    Withdraw {
        who: usize,
    },
    Print,
}

/// A change with all that was said to it.
#[derive(Clone, Debug)]
struct Change {
    hash: String,
    stage: Stage,
    by: usize,
    beside: usize,
    consent: bool,
    needs: Vec<String>,
    /// Authority, hash, who.
    given: Vec<(&'static str, String, usize)>,
    places: Vec<(&'static str, u8, u8)>,
}

#[derive(Clone, Debug)]
struct State {
    version: i64,
    index: i64,
    content: Content,
    /// What made it; none of the first issue.
    change: Option<Change>,
}

#[derive(Clone, Debug, Default)]
struct Desk {
    content: Content,
    /// Versions, and whether each is void.
    versions: Vec<(i64, bool)>,
    states: Vec<State>,
    /// What stood before there was a sheet.
    before: Vec<Change>,
    pending: Option<Change>,
    asked: usize,
    /// Which state, and what stood on it.
    prints: Vec<(usize, Content)>,
}

impl Desk {
    fn new() -> Self {
        Self {
            content: PATHS.iter().map(|(path, _)| (*path, 0)).collect(),
            ..Self::default()
        }
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Issue if self.versions.is_empty() && self.pending.is_none() => {
                self.versions.push((1, false));
                self.freeze(1, 0, None);
            }
            Act::Issue => {}
            Act::Propose {
                by,
                beside,
                places,
                consent,
            } => self.propose(by, beside, &places, consent),
            Act::Sign {
                who,
                authority,
                stale,
            } => self.sign(who, authority, stale),
            Act::Refuse => self.pending = None,
            Act::Withdraw { who } => {
                let may = self
                    .pending
                    .as_ref()
                    .is_some_and(|change| waiting(change).may_withdraw(number(who)).is_ok());
                if may {
                    self.pending = None;
                }
            }
            Act::Print => {
                if let Some(state) = self.states.last() {
                    let print = (self.states.len() - 1, state.content.clone());
                    self.prints.push(print);
                }
            }
        }
    }

    fn propose(&mut self, by: usize, beside: usize, wanted: &[Option<(usize, u8)>], consent: bool) {
        // The door: only 业务助理 asks and signs beside.
        if ![by, beside]
            .iter()
            .all(|who| PEOPLE[*who].contains(&SalesAssistant))
        {
            return;
        }
        let mut after = self.content.clone();
        for (place, value) in wanted.iter().flatten() {
            after.insert(PATHS[*place].0, *value);
        }
        let places: Vec<ChangedPlace> = PATHS
            .iter()
            .filter(|(path, _)| after[path] != self.content[path])
            .map(|(path, class)| ChangedPlace {
                path: (*path).to_owned(),
                label: (*path).to_owned(),
                old: self.content[path].to_string(),
                new: after[path].to_string(),
                class: *class,
                read_back: false,
            })
            .collect();
        if may_be_asked(self.pending.is_some(), &places).is_err() {
            return;
        }
        let stage = if self.versions.is_empty() {
            Stage::InEffect
        } else {
            Stage::Released
        };
        let weighed = weigh(stage, &places, self.changed_on_the_version(), MOST);
        if weighed.consent && !consent {
            return;
        }
        self.asked += 1;
        let hash = format!("{}:{after:?}", self.asked);
        let change = Change {
            given: vec![("sales_assistant", hash.clone(), beside)],
            hash,
            stage,
            by,
            beside,
            consent,
            needs: weighed
                .needs
                .iter()
                .map(|need| need.code().to_owned())
                .collect(),
            places: PATHS
                .iter()
                .filter(|(path, _)| after[path] != self.content[path])
                .map(|(path, _)| (*path, self.content[path], after[path]))
                .collect(),
        };
        if weighed.stands_at_once() {
            self.put_in_force(change);
        } else {
            self.pending = Some(change);
        }
    }

    fn changed_on_the_version(&self) -> Vec<&'static str> {
        let version = self.versions.last().map(|(version, _)| *version);
        self.states
            .iter()
            .filter(|state| Some(state.version) == version && state.index > 0)
            .flat_map(|state| &state.change)
            .flat_map(|change| change.places.iter().map(|(path, _, _)| *path))
            .collect()
    }

    fn sign(&mut self, who: usize, authority: Authority, stale: bool) {
        let Some(mut change) = self.pending.take() else {
            return;
        };
        let over = if stale {
            format!("stale {}", change.hash)
        } else {
            change.hash.clone()
        };
        let view = waiting(&change);
        let roles = authority.power().roles();
        let holds = PEOPLE[who].iter().any(|role| roles.contains(role));
        if view.asks_for(authority).is_err() || !holds || view.may_give(Some(number(who))).is_err()
        {
            self.pending = Some(change);
            return;
        }
        let stands = view.stands_with(Some(GivenFor {
            authority: authority.code(),
            content_hash: &over,
        }));
        change.given.push((authority.code(), over, who));
        if stands {
            self.put_in_force(change);
        } else {
            self.pending = Some(change);
        }
    }

    fn put_in_force(&mut self, change: Change) {
        for (path, _, new) in &change.places {
            self.content.insert(path, *new);
        }
        let Some((version, _)) = self.versions.last().copied() else {
            self.before.push(change);
            return;
        };
        let used = self.states.iter().filter(|state| state.version == version);
        let landing = land(
            version,
            used.map(|state| state.index),
            waiting(&change).opens_version(),
        );
        if landing.voids {
            for (_, void) in &mut self.versions {
                *void = true;
            }
            self.versions.push((landing.version, false));
        }
        self.freeze(landing.version, landing.change_index, Some(change));
    }

    fn freeze(&mut self, version: i64, index: i64, change: Option<Change>) {
        self.states.push(State {
            version,
            index,
            content: self.content.clone(),
            change,
        });
    }
}

fn number(who: usize) -> i64 {
    i64::try_from(who).unwrap_or(i64::MAX)
}

fn waiting(change: &Change) -> Waiting<'_> {
    Waiting {
        pending: true,
        content_hash: &change.hash,
        requested_by: number(change.by),
        beside: Some(number(change.beside)),
        needs: &change.needs,
        given: change
            .given
            .iter()
            .map(|(authority, hash, _)| GivenFor {
                authority,
                content_hash: hash,
            })
            .collect(),
    }
}

/// Somebody who may sign as what; the second director and the second assistant sometimes asked for it themselves.
const SIGNERS: [(usize, Authority); 8] = [
    (6, Authority::Quality),
    (5, Authority::Cost),
    (4, Authority::Cost),
    (7, Authority::Cost),
    (4, Authority::SalesDirector),
    (1, Authority::SalesDirector),
    (2, Authority::Check),
    (3, Authority::Check),
];

fn an_act() -> impl Strategy<Value = Act> {
    let place = proptest::option::weighted(0.5, (0..PATHS.len(), 0..3_u8));
    let places = [place.clone(), place.clone(), place.clone(), place];
    let assistant = || proptest::sample::select(vec![0, 0, 1, 7, 4]);
    let propose = (assistant(), assistant(), places, any::<bool>());
    let may = proptest::sample::select(SIGNERS.to_vec());
    let anybody = (0..PEOPLE.len(), may.clone()).prop_map(|(who, (_, authority))| (who, authority));
    let sign = (
        prop_oneof![4 => may, 1 => anybody],
        proptest::bool::weighted(0.15),
    );
    prop_oneof![
        1 => Just(Act::Issue),
        6 => propose.prop_map(|(by, beside, places, consent)| Act::Propose { by, beside, places, consent }),
        14 => sign.prop_map(|((who, authority), stale)| Act::Sign { who, authority, stale }),
        1 => Just(Act::Refuse),
        1 => (0..PEOPLE.len()).prop_map(|who| Act::Withdraw { who }),
        2 => Just(Act::Print),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn clause_s_4_4_2_no_sequence_puts_anything_unsigned_on_paper_or_a_fourth_place_on_a_version(
        acts in proptest::collection::vec(an_act(), 1..50)
    ) {
        let mut desk = Desk::new();
        desk.act(Act::Issue);
        if acts.len() % 3 == 0 {
            // Some are changed in effect before they are issued.
            desk = Desk::new();
        }
        // Sequences of every length: what is true at the end of each is true after each act.
        for act in &acts {
            desk.act(*act);
        }
        if let Err(why) = holds(&desk) {
            prop_assert!(false, "{why}");
        }
    }
}

/// The sequences reach what they are to try: versions are opened, changes wait and are refused, stale signatures are met.
#[test]
fn the_sequences_reach_new_versions_and_changes_before_the_issue() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut third, mut before, mut stale) = (0, 0, 0);
    for turn in 0..500 {
        let acts = proptest::collection::vec(an_act(), 40..60).new_tree(&mut runner);
        let mut desk = Desk::new();
        if turn % 3 != 0 {
            desk.act(Act::Issue);
        }
        for act in acts.map(|tree| tree.current()).unwrap_or_default() {
            desk.act(act);
        }
        third += usize::from(desk.versions.len() > 1);
        before += desk.before.len();
        let changes = desk.states.iter().flat_map(|state| &state.change);
        stale += changes
            .flat_map(|change| change.given.iter().map(move |given| given.1 != change.hash))
            .filter(|stale| *stale)
            .count();
    }
    assert!(
        third > 50 && before > 50 && stale > 50,
        "{third} {before} {stale}"
    );
}

#[test]
fn clause_f1_02_neither_who_asked_nor_who_signed_beside_gives_a_signature() {
    let needs = ["cost".to_owned()];
    let change = Waiting {
        pending: true,
        content_hash: "a",
        requested_by: 1,
        beside: Some(2),
        needs: &needs,
        given: Vec::new(),
    };
    for (account, may) in [
        (Some(1), false),
        (Some(2), false),
        (Some(3), true),
        (None, true),
    ] {
        assert_eq!(change.may_give(account).is_ok(), may, "{account:?}");
    }
    let over = |content_hash| {
        Some(GivenFor {
            authority: "cost",
            content_hash,
        })
    };
    assert!(change.stands_with(over("a")) && !change.stands_with(over("b")));
    assert!(!change.stands_with(None));
    let closed = Waiting {
        pending: false,
        ..change.clone()
    };
    assert_eq!(
        closed.asks_for(Authority::Cost),
        Err(SheetRefusal::ChangeClosed)
    );
    assert_eq!(
        change.asks_for(Authority::Check),
        Err(SheetRefusal::NotAsked)
    );
    assert!(change.may_withdraw(1).is_ok() && change.may_withdraw(2).is_err());
}
