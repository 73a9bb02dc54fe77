//! The state of the page. What a reader does to it is in the files beside this one.
//!
//! Charts and words follow from the link and the theme; nothing else is kept.

mod changes;
mod hand;
mod history;
mod last_visit;

use self::hand::Hand;
use crate::{
    browser::{
        address::{self, Address},
        desk::Desk,
        document::{self, Theme},
        frames::Frames,
        lab::Lab,
        timer::Timer,
        timing, updates,
    },
    chart::Palette,
    fans::Fans,
    lasting::Lasting,
    opening::Own,
    text,
    view::{Run, ShownAs},
};
use buildout_model::Headline;
use buildout_scenario::{History, Language, Link, Notice, Panel, Receipt, Scenario};
use leptos::prelude::*;
use std::{rc::Rc, sync::Arc};

/// A table is written anew this long after the last change, so that a drag need not.
const TABLES_AFTER_MS: i32 = 120;

/// The state of the page.
#[derive(Clone, Copy)]
pub(crate) struct Explorer {
    /// The scenario and what of the page is shown.
    pub(crate) link: Lasting<RwSignal<Link>>,
    /// What the link last read could not say.
    pub(crate) notices: Lasting<RwSignal<Vec<Notice>>>,
    /// The language shown.
    pub(crate) language: Lasting<Memo<Language>>,
    /// The theme shown.
    pub(crate) theme: Lasting<RwSignal<Theme>>,
    /// The scenario, run.
    pub(crate) run: Lasting<Memo<Arc<Run>>>,
    /// What the scenario is compared with: the pinned one, else the base case of its baseline, run to the same horizon.
    pub(crate) base: Lasting<Memo<Arc<Run>>>,
    /// The quarter that the reader points at, on the axis of quarters, the same in all charts.
    pub(crate) cursor: Lasting<RwSignal<Option<i32>>>,
    /// The sheet that the reader asks for from elsewhere in the page, with its choices: lines of `name=value`.
    pub(crate) asked_sheet: Lasting<RwSignal<Option<String>>>,
    /// The panel that fills the window.
    pub(crate) full: Lasting<RwSignal<Option<Panel>>>,
    /// The link of the reader's last visit, where this one opened without a link of its own.
    pub(crate) last_visit: Lasting<RwSignal<Option<String>>>,
    /// What was released, to undo and redo.
    pub(crate) history: Lasting<RwSignal<History<Link>>>,
    /// The run that tables show: the last one released, or the one that stands still for a moment.
    pub(crate) settled: Lasting<RwSignal<Arc<Run>>>,
    /// What is said aloud after a release.
    pub(crate) announcement: Lasting<RwSignal<String>>,
    /// What the reader brought from their own files.
    pub(crate) own: Lasting<RwSignal<Own>>,
    /// Whether a new version of the page is stored and waits to be taken.
    pub(crate) has_update: Lasting<RwSignal<bool>>,
    /// Whether the page is stored for use without a network, once that is known.
    pub(crate) is_stored: Lasting<RwSignal<Option<bool>>>,
    /// Whether uncertainty is shown.
    pub(crate) has_fans: Lasting<Memo<bool>>,
    /// Uncertainty, in the charts and the headline.
    pub(crate) fans: Fans,
    /// Where the pointer is.
    pub(crate) hand: Hand,
    /// What is said of files and copies.
    pub(crate) told: Lasting<RwSignal<Option<Told>>>,
    parts: StoredValue<Parts, LocalStorage>,
}

/// What the page says of files and copies.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Told {
    /// Something went as it should, or is under way.
    Word(String),
    /// Something did not.
    Trouble(String),
}

/// What the page holds of the browser.
struct Parts {
    frames: Frames,
    address: Address,
    desk: Desk,
    lab: Lab,
    settle: Timer,
    /// The headline at the last release.
    said: Option<Headline>,
    /// The colours of the theme shown; reading them of the style sheet on every frame would cost a millisecond.
    palette: Rc<Palette>,
}

fn shared_run(run: impl Fn() -> Run + Send + Sync + 'static) -> Lasting<Memo<Arc<Run>>> {
    // Two runs are never compared: that would take longer than drawing one again.
    Lasting::memo_never_equal(move || Arc::new(run()))
}

impl Explorer {
    /// Opens the page at its address.
    pub(crate) fn open() -> Self {
        let read = Link::decode(&address::fragment());
        let link = Lasting::signal(read.link);
        let notices = Lasting::signal(read.notices);
        let preferred = document::preferred_language();
        let language = Lasting::memo(move || link.with(|link| link.view.language).unwrap_or(preferred));
        let theme = Lasting::signal(Theme::preferred());
        let run = shared_run(move || {
            let (scenario, quarters) = link.with(|link| (link.scenario, link.quarters()));
            let start_ms = timing::now_ms();
            let trajectory = scenario.run(quarters);
            timing::measure("run", start_ms);
            Run::ran(scenario, trajectory)
        });
        let base_of = Lasting::memo(move || {
            link.with(|link| {
                let base = link.compared.unwrap_or_else(|| Scenario::base(link.scenario.baseline()));
                (base, link.view.horizon)
            })
        });
        let base = shared_run(move || {
            let (scenario, horizon) = base_of.get();
            Run::of(scenario, horizon)
        });
        let history = Lasting::signal(History::new(link.get_untracked()));
        let settled = Lasting::signal(run.get_untracked());

        let frames = Frames::new(document::show_ready);
        let resting = frames.clone();
        let parts = StoredValue::new_local(Parts {
            frames,
            address: Address::new(move |fragment| {
                let read = Link::decode(&fragment);
                history.update(|history| history.record(read.link.clone()));
                link.set(read.link);
                notices.set(read.notices);
            }),
            desk: Desk::default(),
            lab: Lab::default(),
            settle: Timer::new(move || {
                settled.set(run.get_untracked());
                resting.draw_out_of_sight();
            }),
            said: run.with_untracked(|run| run.headline),
            palette: Rc::new(document::palette()),
        });
        let explorer = Self {
            link,
            notices,
            language,
            theme,
            run,
            base,
            cursor: Lasting::signal(None),
            asked_sheet: Lasting::signal(None),
            full: Lasting::signal(None),
            last_visit: Lasting::signal(last_visit::kept()),
            history,
            settled,
            announcement: Lasting::signal(String::new()),
            own: Lasting::signal(Own::default()),
            has_update: Lasting::signal(false),
            is_stored: Lasting::signal(None),
            has_fans: Lasting::memo(move || link.with(|link| link.uncertain.is_shown)),
            fans: Fans::default(),
            hand: Hand::default(),
            told: Lasting::signal(None),
            parts,
        };
        explorer.follow();
        explorer.hand.follow();
        explorer.fans.follow(explorer, &explorer.lab());
        explorer
    }

    /// Lets the document, the charts and the tables follow the state.
    fn follow(self) {
        Effect::new(move |_| document::show_language(self.language.get()));
        updates::hear(
            move || self.has_update.set(true),
            move |is_stored| self.is_stored.set(Some(is_stored)),
            move || {
                // Trouble stays until it is read.
                if !self.told.with_untracked(|told| matches!(told, Some(Told::Trouble(_)))) {
                    let word = text::offline_now(self.language.get_untracked());
                    self.told.set(Some(Told::Word(word.to_owned())));
                }
            },
        );
        Effect::new(move |_| {
            self.theme.get().show();
            self.parts.update_value(|parts| parts.palette = Rc::new(document::palette()));
            self.frames().mark_all();
        });
        let shown = self.shown();
        Effect::new(move |_| {
            self.cursor.track();
            self.base.track();
            self.own.track();
            shown.track();
            self.frames().mark_all();
        });
        Effect::new(move |_| {
            self.run.track();
            self.language.track();
            self.frames().mark_all();
            self.parts.with_value(|parts| parts.settle.set_in(TABLES_AFTER_MS));
        });
    }

    /// The drawings of the page.
    pub(crate) fn frames(self) -> Frames {
        self.parts.with_value(|parts| parts.frames.clone())
    }

    /// How charts are shown, the same for all.
    pub(crate) fn shown(self) -> Memo<ShownAs> {
        Memo::new(move |_| self.link.with(|link| ShownAs { period: link.view.period, zoom: link.view.zoom }))
    }

    /// How charts are shown at this moment.
    pub(crate) fn shown_untracked(self) -> ShownAs {
        self.link.with_untracked(|link| ShownAs { period: link.view.period, zoom: link.view.zoom })
    }

    /// The colours of the theme shown.
    pub(crate) fn palette(self) -> Rc<Palette> {
        self.parts.with_value(|parts| Rc::clone(&parts.palette))
    }

    /// The desk, which makes and reads files.
    pub(crate) fn desk(self) -> Desk {
        self.parts.with_value(|parts| parts.desk.clone())
    }

    /// The lab, for what takes many runs.
    pub(crate) fn lab(self) -> Lab {
        self.parts.with_value(|parts| parts.lab.clone())
    }

    /// Whether a change has not come to rest yet.
    pub(crate) fn is_moving(self) -> bool {
        self.parts.with_value(|parts| parts.settle.is_set())
    }

    /// Asks where a point comes from. Nothing is traced where there is no place for it.
    pub(crate) fn trace(self, point: &str) {
        self.ask_sheet(format!("sheet=trace\ntrace={point}\ntrail="));
    }

    /// Asks for a sheet, named with its choices in lines of `name=value`.
    pub(crate) fn ask_sheet(self, lines: String) {
        if !address::is_embedded() {
            self.asked_sheet.set(Some(lines));
        }
    }

    /// The link of what stands now as an address to send, with the headline that the sender sees.
    pub(crate) fn share_link(self) -> String {
        self.link.track();
        self.run.track();
        self.share_link_untracked()
    }

    /// The same at this moment.
    pub(crate) fn share_link_untracked(self) -> String {
        let receipt = self.run.with_untracked(|run| Receipt::of_headline(run.headline.as_ref()));
        let sent = self.link.with_untracked(|link| Link { receipt: Some(receipt), ..link.clone() });
        address::with_fragment(&sent.encode())
    }

    /// Takes the reader's own quarters off the charts.
    pub(crate) fn remove_own(self) {
        self.own.set(Own::default());
    }

    /// Turns to the other theme, for the next visit too.
    pub(crate) fn turn_theme(self) {
        self.theme.update(|theme| *theme = theme.other());
        self.theme.get_untracked().keep();
    }

    /// Whether the scenario differs from the base case.
    pub(crate) fn is_changed(self) -> bool {
        self.link.with(|link| link.scenario.changes().next().is_some())
    }
}

/// The state of the page, from any component.
pub(crate) fn explorer() -> Explorer {
    expect_context()
}
