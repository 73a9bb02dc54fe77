//! State that outlives its readers.

use leptos::{
    prelude::{ArcMemo, DefinedAt, GetValue, Memo, ReadUntracked, RwSignal, StoredValue, Track, on_cleanup},
    reactive::graph::{AnySource, Observer, Source, ToAnySource},
};
use std::{ops::Deref, panic::Location};

/// A signal or memo that lasts as long as the page while those who read it come and go.
///
/// A source keeps a place for each of its readers, and a reader that goes away without having run again leaves its place
/// behind: an hour of panels and sheets opened and closed then costs megabytes, and time at every change. Here a reader's
/// place goes with the reader.
#[derive(Debug)]
pub(crate) struct Lasting<S> {
    read: S,
    /// The same as its readers know it.
    source: StoredValue<AnySource>,
}

impl<T: Send + Sync + 'static> Lasting<RwSignal<T>> {
    /// A signal with a first value.
    pub(crate) fn signal(value: T) -> Self {
        let read = RwSignal::new(value);
        Self { source: StoredValue::new(read.to_any_source()), read }
    }
}

impl<T: Send + Sync + 'static> Lasting<Memo<T>> {
    /// A value worked out of others.
    pub(crate) fn memo(work_out: impl Fn() -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        Self::of(ArcMemo::new(move |_| work_out()))
    }

    /// The same for a value that counts as another one whenever it is worked out anew.
    pub(crate) fn memo_never_equal(work_out: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::of(ArcMemo::new_with_compare(move |_| work_out(), |_, _| true))
    }

    fn of(memo: ArcMemo<T>) -> Self {
        Self { source: StoredValue::new(memo.to_any_source()), read: memo.into() }
    }
}

impl<S: Clone> Clone for Lasting<S> {
    fn clone(&self) -> Self {
        Self { read: self.read.clone(), source: self.source }
    }
}

impl<S: Copy> Copy for Lasting<S> {}

/// Whatever is not reading, such as a change, is the signal's own. A memo has nothing else, and must not be read past this.
impl<T> Deref for Lasting<RwSignal<T>> {
    type Target = RwSignal<T>;

    fn deref(&self) -> &RwSignal<T> {
        &self.read
    }
}

impl<S: DefinedAt> DefinedAt for Lasting<S> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        self.read.defined_at()
    }
}

impl<S: ReadUntracked> ReadUntracked for Lasting<S> {
    type Value = S::Value;

    fn try_read_untracked(&self) -> Option<Self::Value> {
        self.read.try_read_untracked()
    }
}

impl<S: Track> Track for Lasting<S> {
    fn track(&self) {
        self.read.track();
        if let (Some(reader), Some(source)) = (Observer::get(), self.source.try_get_value()) {
            on_cleanup(move || source.remove_subscriber(&reader));
        }
    }
}
