//! What the desk says of files, in both languages. English is what the errors say of themselves.

mod quarters_file;
mod scenario_file;

pub(crate) use quarters_file::quarters_errors;
pub(crate) use scenario_file::{file_errors, file_notice};

use buildout_scenario::Language;

/// Mistakes told one by one; of more, the number.
const TOLD: usize = 8;

/// Mistakes, a line each.
fn lines<E>(errors: &[E], language: Language, line: impl Fn(&E) -> String) -> String {
    let told = errors.iter().take(TOLD).map(line);
    let more = errors.len().saturating_sub(TOLD);
    let rest = (more > 0).then(|| language.pick(format!("and {more} more"), format!("另有 {more} 处")));
    told.chain(rest).collect::<Vec<_>>().join("\n")
}

/// A text that no QR code holds.
pub(crate) fn too_long_for_a_code(bytes: usize, language: Language) -> String {
    language.pick(
        format!("The link has {bytes} characters, more than a QR code holds; copy it instead."),
        format!("链接有 {bytes} 个字符，超出二维码容量；请改用复制。"),
    )
}
