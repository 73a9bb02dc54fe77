//! Words for what became of a claim.

use crate::sheet::Subject;
use buildout_evidence::Verdict;

/// A verdict in a word or two.
pub(super) fn name(verdict: Verdict, subject: &Subject) -> &'static str {
    match verdict {
        Verdict::Agrees => subject.say("agrees", "一致"),
        Verdict::Met => subject.say("met", "已达到"),
        Verdict::Exceeded => subject.say("exceeded", "已超过"),
        Verdict::OnCourse => subject.say("on course", "进行中"),
        Verdict::Differs => subject.say("differs", "不同"),
        Verdict::VendorClaim => subject.say("vendor's claim", "厂商说法"),
        Verdict::Opinion => subject.say("opinion", "观点"),
    }
}

/// What it means.
pub(super) fn meaning(verdict: Verdict, subject: &Subject) -> &'static str {
    match verdict {
        Verdict::Agrees => subject.say(
            "A filing, or the statement that the article reports, says the same to the digits of the phrase.",
            "财报或文章所引的管理层说法与之相同，精确到原文给出的位数。",
        ),
        Verdict::Met => subject.say("It was announced, and came true.", "曾经预告，其后实现。"),
        Verdict::Exceeded => {
            subject.say("It was announced or was a threshold, and more came.", "曾经预告或属门槛，实际更高。")
        }
        Verdict::OnCourse => subject.say(
            "It was announced for a date that the data do not reach; what is reported so far points there.",
            "所指期限超出数据范围，目前公布的数字与之同向。",
        ),
        Verdict::Differs => subject.say(
            "What was reported is another figure, or the same on another footing.",
            "公布的数字不同，或口径不同。",
        ),
        Verdict::VendorClaim => subject
            .say("The seller's own comparison, measured by nobody else.", "卖方自己的比较，未经他人测量。"),
        Verdict::Opinion => subject.say(
            "A view of the future, with nothing yet to hold it against.",
            "对未来的看法，尚无可对照的数字。",
        ),
    }
}
