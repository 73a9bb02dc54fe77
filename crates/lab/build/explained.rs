//! A document as sections of HTML.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::fmt::Write;

/// What stands before and after the table of mechanisms, which the sheet writes itself.
const MECHANISMS_BEGIN: &str = "<!-- mechanisms";
const MECHANISMS_END: &str = "<!-- end of mechanisms";

/// A stretch of a section.
pub enum Piece {
    Html(String),
    Chain,
    Mechanisms,
}

/// A heading with what follows it.
pub struct Section {
    level: u8,
    title: String,
    pieces: Vec<Piece>,
}

/// The sections of a document.
pub fn sections(name: &str, text: &str) -> Vec<Section> {
    let mut all: Vec<Section> = vec![];
    let mut events: Vec<Event> = vec![];
    let (mut in_title, mut is_skipping, mut in_chain) = (false, false, false);
    let mut parsed = Parser::new_ext(text, Options::ENABLE_TABLES).peekable();
    while let Some(event) = parsed.next() {
        match &event {
            Event::Html(words) if words.starts_with(MECHANISMS_BEGIN) => {
                end_piece(&mut all, &mut events, Some(Piece::Mechanisms));
                is_skipping = true;
                continue;
            }
            Event::Html(words) if words.starts_with(MECHANISMS_END) => {
                is_skipping = false;
                continue;
            }
            Event::Html(words) | Event::InlineHtml(words) => {
                panic!("docs/{name}: HTML is not shown in the page: {words}")
            }
            // An HTML block is its comment and nothing else.
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => continue,
            _ if is_skipping => continue,
            Event::Start(Tag::Heading { level, .. }) => {
                end_piece(&mut all, &mut events, None);
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                };
                all.push(Section { level, title: String::new(), pieces: vec![] });
                in_title = true;
                continue;
            }
            Event::End(TagEnd::Heading(_)) => {
                in_title = false;
                continue;
            }
            Event::Text(words) | Event::Code(words) if in_title => {
                if let Some(section) = all.last_mut() {
                    section.title += words;
                }
                continue;
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(of))) if of.as_ref() == "mermaid" => {
                end_piece(&mut all, &mut events, Some(Piece::Chain));
                in_chain = true;
            }
            Event::End(TagEnd::CodeBlock) if in_chain => {
                in_chain = false;
                continue;
            }
            // The way to the other language: the page has its own.
            Event::Start(Tag::Paragraph) if parsed.peek().is_some_and(is_way_to_document) => {
                while parsed.next_if(|event| *event != Event::End(TagEnd::Paragraph)).is_some() {}
                parsed.next();
                continue;
            }
            // Links lead into the repository, where the page has nothing.
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => continue,
            _ => {}
        }
        if !in_chain {
            events.extend(dressed(event));
        }
    }
    end_piece(&mut all, &mut events, None);
    if is_skipping {
        panic!("docs/{name}: the mechanisms do not end");
    }
    all
}

/// Whether a link leads to one of the documents of the model.
fn is_way_to_document(event: &Event) -> bool {
    matches!(event, Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("model.") && dest_url.ends_with(".md"))
}

/// An event with what the page needs around it: whatever may be wider than the screen scrolls, by keys too.
fn dressed(event: Event) -> Vec<Event> {
    let raw = |html: &'static str| Event::Html(CowStr::Borrowed(html));
    match event {
        Event::Start(Tag::Table(_)) => vec![raw("<div class=\"scroll prose\" tabindex=\"0\">"), event],
        Event::End(TagEnd::Table) => vec![event, raw("</div>")],
        // Equations are the same in every language.
        Event::Start(Tag::CodeBlock(_)) => vec![raw("<pre tabindex=\"0\" lang=\"en\"><code>")],
        Event::End(TagEnd::CodeBlock) => vec![raw("</code></pre>\n")],
        other => vec![other],
    }
}

/// Puts what was read into the section that it belongs to, and what stands after it.
fn end_piece(all: &mut [Section], events: &mut Vec<Event>, after: Option<Piece>) {
    let Some(section) = all.last_mut() else { return };
    if !events.is_empty() {
        let mut text = String::new();
        html::push_html(&mut text, joined(std::mem::take(events)).into_iter());
        section.pieces.push(Piece::Html(text));
    }
    section.pieces.extend(after);
}

/// Without the line breaks between Chinese characters, which a browser would show as spaces.
fn joined(events: Vec<Event>) -> Vec<Event> {
    let is_chinese = |c: Option<char>| c.is_some_and(|c| c > '\u{2e80}');
    let is_break = |place: usize| {
        let before = match place.checked_sub(1).and_then(|before| events.get(before)) {
            Some(Event::Text(words)) => words.chars().last(),
            _ => None,
        };
        let after = match events.get(place + 1) {
            Some(Event::Text(words)) => words.chars().next(),
            _ => None,
        };
        // Behind Chinese punctuation there is no space whatever follows.
        let is_mark = before.is_some_and(|c| "，。：；、（）".contains(c));
        !(is_mark || (is_chinese(before) && is_chinese(after)))
    };
    let kept: Vec<bool> = (0..events.len())
        .map(|place| !matches!(events.get(place), Some(Event::SoftBreak)) || is_break(place))
        .collect();
    events.into_iter().zip(kept).filter(|(_, is_kept)| *is_kept).map(|(event, _)| event).collect()
}

/// Both documents as code; they must have the same sections.
pub fn code(english: &[Section], chinese: &[Section]) -> String {
    let shape = |sections: &[Section]| {
        let piece = |piece: &Piece| match piece {
            Piece::Html(_) => "text",
            Piece::Chain => "chain",
            Piece::Mechanisms => "mechanisms",
        };
        let of = |section: &Section| (section.level, section.pieces.iter().map(piece).collect::<Vec<_>>());
        sections.iter().map(of).collect::<Vec<_>>()
    };
    if shape(english) != shape(chinese) {
        panic!(
            "docs/model.md and docs/model.zh.md have other sections:\n{:?}\n{:?}",
            shape(english),
            shape(chinese)
        );
    }
    let mut code = String::new();
    for (name, sections) in [("ENGLISH", english), ("CHINESE", chinese)] {
        let _ = writeln!(code, "static {name}: [Section; {}] = [", sections.len());
        for (section, of) in sections.iter().zip(english) {
            let pieces: String = section.pieces.iter().map(|piece| piece_code(piece) + ", ").collect();
            let _ = writeln!(
                code,
                "    Section {{ id: {:?}, level: {}, title: {:?}, pieces: &[{pieces}] }},",
                id(&of.title),
                section.level,
                section.title
            );
        }
        code.push_str("];\n");
    }
    code
}

fn piece_code(piece: &Piece) -> String {
    match piece {
        Piece::Html(html) => format!("Piece::Html({html:?})"),
        Piece::Chain => "Piece::Chain".to_owned(),
        Piece::Mechanisms => "Piece::Mechanisms".to_owned(),
    }
}

/// A name from an English title, the same in both languages.
fn id(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}
