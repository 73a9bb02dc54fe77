//! What a base value rests on, as a reader would name it; `data/inputs.csv` holds it in short.

use buildout_scenario::Language;

/// A document, and what it says there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub document: String,
    /// What it says.
    pub detail: Option<&'static str>,
}

/// How the documents are written in `data/inputs.csv`.
const DOCUMENTS: [&str; 6] =
    ["seed", "call", "assumptions ", "amazon-quarterly.csv", "aws-annual.csv", "inputs.csv"];

fn names_a_document(text: &str) -> bool {
    DOCUMENTS.iter().any(|document| text.starts_with(document))
}

/// The documents named in `source`. A semicolon parts two of them only where another one follows.
fn parts(source: &'static str) -> Vec<&'static str> {
    let parts = source
        .match_indices("; ")
        .filter(|(at, mark)| source.get(at + mark.len()..).is_some_and(names_a_document));
    let mut from = 0;
    let mut found = Vec::new();
    for (at, mark) in parts {
        found.extend(source.get(from..at));
        from = at + mark.len();
    }
    found.extend(source.get(from..));
    found
}

/// What a base value rests on.
#[must_use]
pub fn sources(source: &'static str, language: Language) -> Vec<Source> {
    if source.is_empty() {
        let document = language.pick("none: a judgement of this model", "无，属本模型判断").to_owned();
        return vec![Source { document, detail: None }];
    }
    parts(source).into_iter().map(|part| named(part, language)).collect()
}

fn named(part: &'static str, language: Language) -> Source {
    let (name, detail) = match part.split_once(": ") {
        Some((name, detail)) => (name, Some(detail)),
        None => (part, None),
    };
    let (name, detail) = match name.split_once(" (") {
        // A remark within the sections.
        Some((before, after)) if detail.is_none() => after
            .split_once(')')
            .map_or((name.to_owned(), None), |(remark, rest)| (format!("{before}{rest}"), Some(remark))),
        _ => (name.to_owned(), detail),
    };
    let document = if let Some(section) = name.strip_prefix("assumptions ") {
        language.pick(
            format!("evidence notes (data/assumptions.md), section {section}"),
            format!("依据说明（data/assumptions.md）第 {section} 节"),
        )
    } else if let Some(years) = name.strip_prefix("aws-annual.csv") {
        language.pick(
            format!("annual figures of AWS{years} (data/aws-annual.csv)"),
            format!("AWS 年度数据{years}（data/aws-annual.csv）"),
        )
    } else {
        document(&name, language).to_owned()
    };
    Source { document, detail: detail.map(|detail| language.pick(detail, detail_zh(detail))) }
}

fn document(name: &str, language: Language) -> &str {
    match name {
        "seed" => language.pick(
            "article on the call of 30 October 2025, from which this model grew",
            "关于 2025 年 10 月 30 日电话会的文章（本模型的出发点）",
        ),
        "call" => language.pick("call of 30 October 2025", "2025 年 10 月 30 日电话会"),
        "amazon-quarterly.csv" => language.pick(
            "Amazon's quarterly filings (data/amazon-quarterly.csv)",
            "亚马逊季度财报（data/amazon-quarterly.csv）",
        ),
        "inputs.csv" => {
            language.pick("base values of this model (data/inputs.csv)", "本模型的基准值（data/inputs.csv）")
        }
        "AWS sales less AI run-rate" => {
            language.pick("AWS sales less the run-rate of AI", "AWS 收入减去 AI 年化收入")
        }
        "fits the reported AWS margin" => {
            language.pick("set to fit the reported AWS margin", "按已公布的 AWS 利润率拟合")
        }
        "not disclosed for AWS" => language.pick("none: not disclosed for AWS", "无：未就 AWS 单独披露"),
        "OCF less income, D&A and stock compensation, 2024-2026" => language.pick(
            "operating cash flow less income, depreciation and stock compensation, 2024 to 2026",
            "2024 至 2026 年经营现金流减去利润、折旧摊销与股权激励",
        ),
        other => other,
    }
}

/// The details in Chinese; `data/inputs.csv` has them in English.
fn detail_zh(detail: &'static str) -> &'static str {
    match detail {
        "AWS share of additions 0.68 (2025), 0.76 (H1 2026)" => {
            "AWS 占新增资产 68 %（2025 年）、76 %（2026 年上半年）"
        }
        "total doubled since 2022" => "总量自 2022 年以来翻倍",
        "power is the limit" => "限制在电力端",
        "at least 1 GW in 2025Q4" => "2025Q4 至少新增 1 GW",
        "3.8 GW in twelve months; x2 by end-2027" => "十二个月新增 3.8 GW；2027 年底前再翻倍",
        "grid waits of up to 84 months" => "并网等待最长 84 个月",
        "BofA 0.70 external use" => "美银：对外使用 70 %",
        "11.4 per GW of IT; leases lower the cash part" => "每 GW IT 电力 114 亿美元；租赁使现金部分更低",
        "T3 volume early 2026" => "Trainium3 于 2026 年初放量",
        "30-40 %; a vendor claim" => "30–40 %；厂商说法",
        "T3 about 40 % better than T2" => "Trainium3 较 Trainium2 提升约 40 %",
        "0.56 (T2), 0.75 (T3) by FP8 per W" => "按每瓦 FP8 算力：Trainium2 为 0.56，Trainium3 为 0.75",
        "Trainium contracts 6.3" => "Trainium 合同价 6.3",
        "26.1 of 37.9" => "37.9 之中的 26.1",
        "memory since 2026" => "2026 年以来的内存供给",
        "5-6 years" => "5 至 6 年",
        "910 MW / 1.045 M chips" => "910 MW / 104.5 万颗芯片",
        "triple digits" => "三位数增长",
        "two labs hold 200 of 252 B$" => "两家实验室占 2,520 亿美元中的 2,000 亿美元",
        "9.7-13.3" => "9.7 至 13.3",
        "a regime, not a trend" => "是阶段，而非趋势",
        "H100 1.70 to 2.35 $ within five months" => "H100 五个月内由 1.70 美元涨至 2.35 美元",
        "fully subscribed" => "产能售罄",
        "monetised as fast as installed" => "装机即变现",
        "Bedrock may approach EC2" => "Bedrock 规模可能接近 EC2",
        "reuse of services lifts margin" => "服务复用抬升利润率",
        "AgentCore SDK above a million downloads" => "AgentCore SDK 下载超过一百万次",
        "agents taken to production; Strands lowers the barrier" => "智能体进入生产；Strands 降低门槛",
        "Kiro enters the developer's workflow" => "Kiro 进入开发者工作流",
        "training anchors flagship customers" => "训练锁定旗舰客户",
        "migrations are back" => "迁移回暖",
        "0.7 M hours in the first nine months = 335 developer-years" => {
            "前九个月 70 万工时，合 335 个工程师年"
        }
        "migration as a pipeline" => "迁移成为流水线",
        "0.71" => "0.71",
        "flatter organisation" => "组织扁平化",
        "13-40" => "13 至 40 年",
        "+22 % at constant currency" => "固定汇率下 +22 %",
        "search, content and purchase merge" => "搜索、内容与购买融合",
        "Netflix, Spotify, SiriusXM, Roku inventory" => "Netflix、Spotify、SiriusXM、Roku 的广告资源",
        "1.8 B$ severance" => "遣散费 18 亿美元",
        "outside FCF" => "不计入自由现金流",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::Input;

    #[test]
    fn every_source_reads_well_in_both_languages() {
        for input in Input::ALL {
            let id = input.id();
            let source = input.declaration().source;
            for source in sources(source, Language::English) {
                assert!(
                    !names_a_document(&source.document) || source.document.starts_with("call of"),
                    "{id}: {source:?}"
                );
            }
            for Source { document, detail } in sources(source, Language::Chinese) {
                assert!(document.chars().any(|c| c > '\u{2e80}'), "{id}: {document}");
                let is_said = |detail: &str| {
                    detail.chars().any(|c| c > '\u{2e80}') || !detail.chars().any(|c| c.is_ascii_lowercase())
                };
                assert!(detail.is_none_or(is_said), "{id}: {detail:?} is not said in Chinese");
            }
        }
    }

    #[test]
    fn documents_are_parted_and_details_kept_whole() {
        let told = |source| {
            let named = sources(source, Language::English);
            named.into_iter().map(|source| (source.document, source.detail)).collect::<Vec<_>>()
        };
        let notes = |section| format!("evidence notes (data/assumptions.md), section {section}");
        assert_eq!(told("seed; assumptions 7").last(), Some(&(notes("7"), None)));
        assert_eq!(told("seed: 30-40 %; a vendor claim").len(), 1);
        assert_eq!(
            told("assumptions 2.2 (BofA 0.70 external use), 2.3"),
            [(notes("2.2, 2.3"), Some("BofA 0.70 external use"))]
        );
        assert_eq!(told("assumptions 5.3: triple digits"), [(notes("5.3"), Some("triple digits"))]);
    }
}
