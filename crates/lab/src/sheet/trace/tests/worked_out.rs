//! Works an equation out from the HTML that shows it, as a reader with a calculator would.

use roxmltree::Node;

/// What an equation is read as.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Sign(char),
    Name(String),
}

/// The value of an equation that is shown by names: terms have `data-value`.
pub fn value_of(node: Node<'_, '_>) -> f64 {
    let mut tokens = Vec::new();
    read(node, &mut tokens);
    let mut at = 0;
    if tokens.first() == Some(&Token::Sign('=')) {
        at = 1;
    }
    let value = sum(&tokens, &mut at);
    assert_eq!(at, tokens.len(), "not read to the end: {tokens:?}");
    value
}

fn class<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute("class").unwrap_or_default()
}

fn child<'a, 'b>(node: Node<'a, 'b>, of_class: &str) -> Node<'a, 'b> {
    node.children()
        .find(|child| class(*child) == of_class)
        .unwrap_or_else(|| panic!("no {of_class} in {node:?}"))
}

fn read(node: Node<'_, '_>, tokens: &mut Vec<Token>) {
    for part in node.children() {
        if let Some(text) = part.text().filter(|_| part.is_text()) {
            read_text(text, tokens);
        } else if let Some(value) = part.attribute("data-value") {
            tokens.push(Token::Number(value.parse().unwrap()));
        } else {
            read_element(part, tokens);
        }
    }
}

fn read_element(part: Node<'_, '_>, tokens: &mut Vec<Token>) {
    match (part.tag_name().name(), class(part)) {
        ("span", "constant") => {
            let text = part.text().unwrap().replace('−', "-").replace('∞', "inf");
            tokens.push(Token::Number(text.parse().unwrap()));
        }
        ("sup", _) => {
            tokens.push(Token::Sign('^'));
            tokens.push(Token::Number(value_of(part)));
        }
        ("span", "choice") => {
            let branches: Vec<_> =
                part.children().filter(|child| ["taken", "left"].contains(&class(*child))).collect();
            let holds = holds(child(part, "condition"));
            let chosen = branches[usize::from(!holds)];
            assert_eq!(class(chosen), "taken", "the branch marked is not the one of the condition");
            tokens.push(Token::Number(value_of(chosen)));
        }
        // A quotient is worked out unless it cannot be.
        ("span", "over") => {
            let branches: Vec<_> =
                part.children().filter(|child| ["taken", "left"].contains(&class(*child))).collect();
            let quotient = value_of(branches[0]);
            tokens.push(Token::Number(if quotient.is_finite() { quotient } else { value_of(branches[1]) }));
        }
        ("span", "pick") => read(part, tokens),
        // Words between.
        ("i", _) => {}
        other => panic!("what is {other:?}?"),
    }
}

fn read_text(text: &str, tokens: &mut Vec<Token>) {
    let mut name = String::new();
    for character in text.chars() {
        if character.is_ascii_alphabetic() {
            name.push(character);
            continue;
        }
        if !name.is_empty() {
            tokens.push(Token::Name(std::mem::take(&mut name)));
        }
        if !character.is_whitespace() {
            tokens.push(Token::Sign(character));
        }
    }
    assert!(name.is_empty(), "{name} stands alone");
}

/// Whether a condition holds; comparisons are text between terms, `and` a word between comparisons.
fn holds(condition: Node<'_, '_>) -> bool {
    let mut comparisons: Vec<Vec<Token>> = vec![vec![]];
    for part in condition.children() {
        if part.tag_name().name() == "i" {
            assert!(part.text().is_some_and(|text| text.contains("and")), "{part:?}");
            comparisons.push(vec![]);
        } else if let Some(value) = part.attribute("data-value") {
            comparisons.last_mut().unwrap().push(Token::Number(value.parse().unwrap()));
        } else if let Some(text) = part.text().filter(|_| part.is_text()) {
            read_text(text, comparisons.last_mut().unwrap());
        } else {
            read_element(part, comparisons.last_mut().unwrap());
        }
    }
    comparisons.iter().all(|tokens| {
        if tokens.len() == 1
            && let Token::Name(name) = &tokens[0]
        {
            return name == "always";
        }
        let sign =
            tokens.iter().position(|token| matches!(token, Token::Sign('<' | '≤' | '≥' | '>'))).unwrap();
        let (mut left, mut right) = (0, 0);
        let (a, b) = (sum(&tokens[..sign], &mut left), sum(&tokens[sign + 1..], &mut right));
        match tokens[sign] {
            Token::Sign('<') => a < b,
            Token::Sign('≤') => a <= b,
            Token::Sign('≥') => a >= b,
            _ => a > b,
        }
    })
}

fn sum(tokens: &[Token], at: &mut usize) -> f64 {
    let mut value = product(tokens, at);
    while let Some(Token::Sign(sign @ ('+' | '−'))) = tokens.get(*at) {
        *at += 1;
        let next = product(tokens, at);
        value = if *sign == '+' { value + next } else { value - next };
    }
    value
}

fn product(tokens: &[Token], at: &mut usize) -> f64 {
    let mut value = power(tokens, at);
    while let Some(Token::Sign(sign @ ('·' | '/'))) = tokens.get(*at) {
        *at += 1;
        let next = power(tokens, at);
        value = if *sign == '·' { value * next } else { value / next };
    }
    value
}

fn power(tokens: &[Token], at: &mut usize) -> f64 {
    let base = atom(tokens, at);
    if tokens.get(*at) == Some(&Token::Sign('^')) {
        *at += 2;
        let Token::Number(exponent) = tokens[*at - 1] else { panic!("no exponent") };
        return base.powf(exponent);
    }
    base
}

fn atom(tokens: &[Token], at: &mut usize) -> f64 {
    *at += 1;
    match &tokens[*at - 1] {
        Token::Number(value) => *value,
        Token::Sign('−') => -atom(tokens, at),
        Token::Sign('(') => closed(tokens, at, ')'),
        Token::Sign('⌊') => closed(tokens, at, '⌋').floor(),
        Token::Sign('√') => function(tokens, at, f64::sqrt),
        Token::Sign('∜') => function(tokens, at, |x| x.sqrt().sqrt()),
        Token::Name(name) if name == "exp" => function(tokens, at, f64::exp),
        Token::Name(name) if name == "ln" => function(tokens, at, f64::ln),
        Token::Name(name) => {
            assert_eq!(tokens[*at], Token::Sign('('));
            *at += 1;
            let mut all = vec![sum(tokens, at)];
            while tokens[*at] == Token::Sign(';') {
                *at += 1;
                all.push(sum(tokens, at));
            }
            assert_eq!(tokens[*at], Token::Sign(')'));
            *at += 1;
            match name.as_str() {
                "min" => all.into_iter().fold(f64::INFINITY, f64::min),
                "max" => all.into_iter().fold(f64::NEG_INFINITY, f64::max),
                other => panic!("what is {other}?"),
            }
        }
        other => panic!("{other:?} in {tokens:?}"),
    }
}

fn function(tokens: &[Token], at: &mut usize, of: impl Fn(f64) -> f64) -> f64 {
    assert_eq!(tokens[*at], Token::Sign('('));
    *at += 1;
    of(closed(tokens, at, ')'))
}

fn closed(tokens: &[Token], at: &mut usize, bracket: char) -> f64 {
    let value = sum(tokens, at);
    assert_eq!(tokens[*at], Token::Sign(bracket), "{tokens:?}");
    *at += 1;
    value
}
