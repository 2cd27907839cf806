//! 标准生产周期: how many working days a product takes from release, and what adds to them. The house's own table.

/// Tenths of a working day, so that half days add up without a float.
pub type Tenths = i64;

/// A line of the table: the products it speaks of, and their days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleLine {
    /// Words sought in the binding first, then in the product type.
    pub words: Vec<String>,
    /// Days in tenths.
    pub tenths: Tenths,
}

/// What may add to the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Adder {
    /// 烫金, 烫银, 烫黑.
    HotStamping,
    /// 击凸, 压凹.
    Embossing,
    /// 局部UV.
    SpotUv,
    /// 覆膜.
    Lamination,
    /// 特种纸订料: special paper of the house's own purchase.
    SpecialPaper,
    /// 发外, once per order.
    Outwork,
    /// 数量 above [`StandardCycle::large_quantity`].
    LargeQuantity,
    /// 新刀版.
    NewDie,
}

impl Adder {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::HotStamping => "hot_stamping",
            Self::Embossing => "embossing",
            Self::SpotUv => "spot_uv",
            Self::Lamination => "lamination",
            Self::SpecialPaper => "special_paper",
            Self::Outwork => "outwork",
            Self::LargeQuantity => "large_quantity",
            Self::NewDie => "new_die",
        }
    }
}

/// The table: the settings `standard_cycle` and `cycle_…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandardCycle {
    /// Products, the first that fits counts.
    pub lines: Vec<CycleLine>,
    /// Adders with their days in tenths; one that is not listed adds nothing.
    pub adders: Vec<(Adder, Tenths)>,
    /// What names of papers contain that have to be ordered.
    pub special_papers: Vec<String>,
    /// More ordered pieces than this take longer.
    pub large_quantity: i64,
}

impl Default for StandardCycle {
    /// The start values of the trade.
    fn default() -> Self {
        let line = |words: &[&str], days: Tenths| CycleLine {
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            tenths: days * 10,
        };
        Self {
            lines: vec![
                line(&["精装"], 15),
                line(&["锁线胶装"], 10),
                line(&["无线胶装"], 8),
                line(&["骑马订"], 6),
                line(&["彩盒", "手提袋"], 8),
                line(&["单张", "海报", "折页", "名片"], 4),
            ],
            adders: vec![
                (Adder::HotStamping, 10),
                (Adder::Embossing, 10),
                (Adder::SpotUv, 10),
                (Adder::Lamination, 5),
                (Adder::SpecialPaper, 30),
                (Adder::Outwork, 20),
                (Adder::LargeQuantity, 20),
                (Adder::NewDie, 10),
            ],
            special_papers: vec!["特种".to_owned()],
            large_quantity: 20_000,
        }
    }
}

impl StandardCycle {
    /// The line that speaks of the binding, else of the type.
    #[must_use]
    pub fn line_for(&self, binding: &str, kind: &str) -> Option<&CycleLine> {
        let of = |text: &str| {
            self.lines
                .iter()
                .find(|line| line.words.iter().any(|word| text.contains(word.as_str())))
        };
        of(binding).or_else(|| of(kind))
    }

    /// What an adder adds, in tenths of a day.
    #[must_use]
    pub fn adds(&self, adder: Adder) -> Tenths {
        self.adders
            .iter()
            .find(|(each, _)| *each == adder)
            .map_or(0, |(_, tenths)| *tenths)
    }

    /// Puts in what an adder adds, in tenths of a day.
    pub(super) fn set_adder(&mut self, adder: Adder, tenths: Tenths) {
        match self.adders.iter_mut().find(|(each, _)| *each == adder) {
            Some((_, stands)) => *stands = tenths,
            None => self.adders.push((adder, tenths)),
        }
    }
}
