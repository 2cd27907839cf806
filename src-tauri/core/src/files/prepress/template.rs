//! How the folders below the prepress folder are named (S-4.1.4c).

use std::collections::BTreeMap;

use crate::files::shown_name::safe_folder;

/// `{客户}/{订单号}_{产品}/V{n}/`, read once: a part a folder, a piece a text or a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrepressTemplate {
    parts: Vec<Vec<Piece>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Customer,
    Order,
    Product,
    Version,
}

/// The facts a template may name.
#[derive(Clone, Copy, Debug)]
pub struct FiledUnder<'a> {
    /// `{客户}`.
    pub customer: &'a str,
    /// `{订单号}`.
    pub order: &'a str,
    /// `{产品}`.
    pub product: &'a str,
    /// `{n}`: our running version.
    pub version: i64,
}

/// `{客户}/{订单号}_{产品}/V{n}/`, until the house sets another.
impl Default for PrepressTemplate {
    fn default() -> Self {
        let text = |text: &str| Piece::Text(text.to_owned());
        Self {
            parts: vec![
                vec![Piece::Customer],
                vec![Piece::Order, text("_"), Piece::Product],
                vec![text("V"), Piece::Version],
            ],
        }
    }
}

impl PrepressTemplate {
    /// What a template may name.
    pub const KNOWN: &'static str = "{客户} {订单号} {产品} {n}";

    /// Reads a template; `/` and `\` stand between folders, blanks around a folder's name are dropped.
    ///
    /// # Errors
    /// With the first `{…}` that means nothing, or when no folder is named at all.
    pub fn read(text: &str) -> Result<Self, TemplateFault> {
        let parts: Vec<_> = text
            .split(['/', '\\'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(pieces)
            .collect::<Result<_, _>>()?;
        if parts.is_empty() {
            return Err(TemplateFault::NoFolder);
        }
        Ok(Self { parts })
    }

    /// As [`read`](Self::read) takes it.
    #[must_use]
    pub fn written(&self) -> String {
        let written = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Customer => "{客户}".to_owned(),
            Piece::Order => "{订单号}".to_owned(),
            Piece::Product => "{产品}".to_owned(),
            Piece::Version => "{n}".to_owned(),
        };
        let part = |part: &Vec<Piece>| part.iter().map(written).collect::<String>() + "/";
        self.parts.iter().map(part).collect()
    }

    /// The folders of a file, from the prepress folder down; each a safe name, so that none leads out of it.
    #[must_use]
    pub fn folders(&self, facts: FiledUnder<'_>) -> Vec<String> {
        let written = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Customer => facts.customer.to_owned(),
            Piece::Order => facts.order.to_owned(),
            Piece::Product => facts.product.to_owned(),
            Piece::Version => facts.version.to_string(),
        };
        self.parts
            .iter()
            .map(|part| safe_folder(&part.iter().map(written).collect::<String>()))
            .collect()
    }
}

/// Why a template will not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFault {
    /// It names what is not known.
    Unknown(String),
    /// It names no folder at all.
    NoFolder,
}

impl TemplateFault {
    /// Stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "template_names_unknown",
            Self::NoFolder => "template_without_folder",
        }
    }

    /// Facts for the words.
    #[must_use]
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        let known = ("known", PrepressTemplate::KNOWN.to_owned());
        match self {
            Self::Unknown(text) => [("text", text.clone()), known].into(),
            Self::NoFolder => [known].into(),
        }
    }
}

/// The pieces of one folder's name.
fn pieces(part: &str) -> Result<Vec<Piece>, TemplateFault> {
    let unknown = |text: String| TemplateFault::Unknown(text);
    let mut pieces = Vec::new();
    let mut rest = part;
    while let Some((text, after)) = rest.split_once('{') {
        let (name, after) = after
            .split_once('}')
            .ok_or_else(|| unknown(format!("{{{after}")))?;
        if !text.is_empty() {
            pieces.push(Piece::Text(text.to_owned()));
        }
        pieces.push(match name.trim() {
            "客户" => Piece::Customer,
            "订单号" => Piece::Order,
            "产品" => Piece::Product,
            "n" => Piece::Version,
            _ => return Err(unknown(format!("{{{name}}}"))),
        });
        rest = after;
    }
    if rest.contains('}') {
        return Err(unknown(rest.to_owned()));
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn folders(template: &str, customer: &str, product: &str) -> Vec<String> {
        let facts = FiledUnder {
            customer,
            order: "OD-2026-A000123",
            product,
            version: 2,
        };
        PrepressTemplate::read(template).unwrap().folders(facts)
    }

    #[test]
    fn clause_s_4_1_4c_a_template_names_the_folders_and_none_leads_out() {
        let shipped = "{客户}/{订单号}_{产品}/V{n}/";
        assert_eq!(
            PrepressTemplate::read(shipped).unwrap(),
            PrepressTemplate::default()
        );
        assert_eq!(PrepressTemplate::default().written(), shipped);
        assert_eq!(
            folders(shipped, "彩源文化", "《岭南草木》精装画册"),
            ["彩源文化", "OD-2026-A000123_《岭南草木》精装画册", "V2"]
        );
        assert_eq!(
            folders(shipped, "../..", "A/B: C\u{202e}."),
            [".._", "OD-2026-A000123_A_B_ C", "V2"]
        );
        assert_eq!(folders(shipped, "CON", "")[0], "_CON");
        assert_eq!(folders("/../C:\\{n}//x.", "", ""), ["_", "C_", "2", "x"]);
    }

    #[test]
    fn clause_s_4_1_4c_a_template_with_an_unknown_name_is_refused_by_that_name() {
        for (template, named) in [
            ("{客户}/{月}/", "{月}"),
            ("{客户/V{n}", "{客户"),
            ("V{n", "{n"),
            ("n}", "n}"),
            ("{}", "{}"),
        ] {
            assert_eq!(
                PrepressTemplate::read(template).unwrap_err(),
                TemplateFault::Unknown(named.to_owned()),
                "{template}"
            );
        }
        for template in ["", " / /"] {
            assert_eq!(
                PrepressTemplate::read(template).unwrap_err(),
                TemplateFault::NoFolder,
                "{template}"
            );
        }
    }
}
