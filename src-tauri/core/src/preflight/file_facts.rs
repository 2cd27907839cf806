//! What is in a file, as it was read (S-4.1.4a): facts for whoever wants to see for themselves, nothing judged.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::queries;
use super::reading::Reading;
use crate::Desk;
use crate::accounts::Actor;
use crate::error::{DeskError, Failure};
use crate::inspector::press::{PressFacts, SpaceKind};

/// What is in a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileFacts {
    /// Version, such as `1.7`.
    pub version: String,
    /// The standard it claims to keep, such as `PDF/X-4`.
    pub standard: Option<String>,
    /// The printing condition it names for itself.
    pub intent: Option<String>,
    /// Colour spaces by their codes, and where something is printed in them.
    pub spaces: Vec<FactOnPages>,
    /// Spot colours.
    pub spots: Vec<FactOnPages>,
    /// Fonts something is set in, or that are carried along.
    pub fonts: Vec<FontInFile>,
    /// Pictures as often as they are placed.
    pub images: u32,
    /// The coarsest of them, in pixels an inch.
    pub lowest_ppi: Option<u32>,
    /// On which page that is.
    pub lowest_on: Option<u32>,
    /// Layers, those that are off in brackets.
    pub layers: Vec<String>,
}

/// Something by its name, and the pages it is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactOnPages {
    /// Its name or code.
    pub name: String,
    /// Runs of pages, first and last.
    pub pages: Vec<(u32, u32)>,
}

/// A font.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FontInFile {
    /// Its name; empty for fonts that are drawings.
    pub name: String,
    /// It is in the file.
    pub embedded: bool,
    /// Only the letters that are used are.
    pub subset: bool,
}

impl Desk {
    /// What was read of a received file; none where it was not read, or has no pages to read.
    ///
    /// # Errors
    /// When there is no such file, or the database cannot be read.
    pub async fn file_facts(&self, actor: &Actor, id: i64) -> Result<Option<FileFacts>, DeskError> {
        actor.account()?;
        let mut reader = self.read().await?;
        let file = queries::file(&mut reader, id)
            .await?
            .ok_or(Failure::Missing("received_files"))?;
        Ok(match queries::reading(&mut reader, &file.sha256).await? {
            Some(Reading::Read { version, press, .. }) => Some(told(version, &press)),
            Some(Reading::Refused(_)) | None => None,
        })
    }
}

fn told(version: String, press: &PressFacts) -> FileFacts {
    // The same font is carried along as often as there are programs that made the pages.
    let fonts: BTreeMap<(&str, bool, bool), ()> = press
        .fonts
        .iter()
        .map(|font| ((font.name.as_str(), font.embedded, font.subset), ()))
        .collect();
    let coarsest = press
        .images
        .iter()
        .filter(|image| image.seen.is_some())
        .map(|image| (image.ppi.0.min(image.ppi.1), image.page))
        .min_by(|one, other| one.0.total_cmp(&other.0));
    FileFacts {
        version,
        standard: press.standard.clone(),
        intent: press.intent.as_ref().map(|intent| intent.condition.clone()),
        spaces: press
            .spaces
            .iter()
            .map(|space| FactOnPages {
                name: code(space.space).to_owned(),
                pages: space.pages.0.clone(),
            })
            .collect(),
        spots: press
            .spots
            .iter()
            .map(|spot| FactOnPages {
                name: spot.name.clone(),
                pages: spot.pages.0.clone(),
            })
            .collect(),
        fonts: fonts
            .into_keys()
            .map(|(name, embedded, subset)| FontInFile {
                name: name.to_owned(),
                embedded,
                subset,
            })
            .collect(),
        images: u32::try_from(press.images.len()).unwrap_or(u32::MAX),
        // The cast saturates: what is finer than four billion is fine enough.
        lowest_ppi: coarsest.map(|(ppi, _)| ppi.round() as u32),
        lowest_on: coarsest.map(|(_, page)| page),
        layers: press
            .layers
            .iter()
            .map(|layer| {
                if layer.shown {
                    layer.name.clone()
                } else {
                    format!("({})", layer.name)
                }
            })
            .collect(),
    }
}

/// As the trade writes it: the same in every language.
const fn code(space: SpaceKind) -> &'static str {
    match space {
        SpaceKind::Gray => "Gray",
        SpaceKind::Rgb => "RGB",
        SpaceKind::Cmyk => "CMYK",
        SpaceKind::CalGray => "CalGray",
        SpaceKind::CalRgb => "CalRGB",
        SpaceKind::Lab => "Lab",
        SpaceKind::IccGray => "Gray (ICC)",
        SpaceKind::IccRgb => "RGB (ICC)",
        SpaceKind::IccCmyk => "CMYK (ICC)",
        SpaceKind::Separation => "Separation",
        SpaceKind::DeviceN => "DeviceN",
        SpaceKind::Unknown => "?",
    }
}
