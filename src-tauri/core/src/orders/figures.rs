//! What is reckoned from a specification: amount, pages, spine, and the sheets of each component.

use crate::imposition::{
    Binding, ByHand, ComponentJob, ComponentSheets, Fact, FormEdits, Plan, SpoilageFacts,
    TextBlock, Unreckonable, WorkStyle, plan, spine,
};
use crate::measures::{Fen, Micrometres, Percent, Quantity};
use crate::settings::HouseRules;

use super::specification::{Record, Specification, number, text};
use super::trade_words::{binding, inks, is_board, is_printed, is_text_block, printed_quantity};
use super::value::Value;

impl Specification {
    /// 免费: nobody pays for it (F4-2).
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.order.contains_key("free")
    }

    /// 产品金额: unit price × ordered quantity, VAT included; none while either is not known, nothing where it is free.
    #[must_use]
    pub fn product_amount(&self) -> Option<Fen> {
        if self.is_free() {
            return Some(Fen(0));
        }
        let Some(Value::UnitPrice(price)) = self.order.get("unit_price") else {
            return None;
        };
        price.times(Quantity(number(&self.product, "quantity")?))
    }

    /// The service lines together (F7-02); nothing where there are none, none where they cannot be held.
    #[must_use]
    pub fn services_total(&self) -> Option<Fen> {
        let amounts = self
            .services
            .iter()
            .filter_map(|row| match row.values.get("amount") {
                Some(Value::Money(fen)) => Some(*fen),
                _ => None,
            });
        amounts
            .into_iter()
            .try_fold(Fen(0), |sum, fen| sum.checked_add(fen))
    }

    /// 金额 of the whole order: the product and the services beside it; none while the product has no price.
    #[must_use]
    pub fn amount(&self) -> Option<Fen> {
        self.product_amount()?.checked_add(self.services_total()?)
    }

    /// 总P数: the pages of all components; none while no component has any.
    #[must_use]
    pub fn total_pages(&self) -> Option<i64> {
        let mut pages = self
            .components
            .iter()
            .filter(|row| !is_board(&row.values))
            .filter_map(|row| number(&row.values, "pages"))
            .peekable();
        pages.peek()?;
        pages.try_fold(0_i64, i64::checked_add)
    }

    /// 书脊厚度: what was put in by hand, else as reckoned.
    #[must_use]
    pub fn spine(&self) -> Option<Micrometres> {
        match self.product.get("spine") {
            Some(Value::Length(width)) => width.0.checked_mul(100).map(Micrometres),
            _ => self.reckoned_spine(caliper),
        }
    }

    /// 书脊厚度 by leaves and calipers; none while a text component has no caliper, and for 骑马订, which has no spine.
    #[must_use]
    pub(super) fn reckoned_spine(
        &self,
        caliper: impl Fn(&Record) -> Option<Micrometres>,
    ) -> Option<Micrometres> {
        let binding = binding(&self.product);
        if binding == Binding::SaddleStitch {
            return None;
        }
        let text: Option<Vec<TextBlock>> = self
            .components
            .iter()
            .filter(|row| is_text_block(&row.values))
            .map(|row| {
                Some(TextBlock {
                    pages: number(&row.values, "pages")?,
                    caliper: caliper(&row.values)?,
                })
            })
            .collect();
        let board = self
            .components
            .iter()
            .filter(|row| is_board(&row.values))
            .find_map(|row| caliper(&row.values));
        let board = board.filter(|_| binding == Binding::Case);
        spine(&text?, board).ok()
    }

    /// Finishing steps of a component: its own, and those that name none.
    fn steps_of(&self, component: &Record) -> i64 {
        let name = text(component, "name");
        let own = self.finishing.iter().filter(|step| {
            let of = text(&step.values, "component");
            of.is_empty() || of == name
        });
        i64::try_from(own.count()).unwrap_or(i64::MAX)
    }

    /// Forms, sheets, plates and paper of one component, by the 加放 of the house.
    ///
    /// # Errors
    /// [`Unreckonable`] names the fact that is missing, absurd or contradicts another.
    pub fn sheets(
        &self,
        component: &Record,
        rules: &HouseRules,
    ) -> Result<ComponentSheets, Unreckonable> {
        self.plan(component, rules)?.whole()
    }

    /// The same with every form, and with what would be reckoned where something was put in by hand.
    ///
    /// # Errors
    /// [`Unreckonable`] names the fact that is missing, absurd or contradicts another.
    pub fn plan(&self, component: &Record, rules: &HouseRules) -> Result<Plan, Unreckonable> {
        let quantity =
            printed_quantity(&self.product).ok_or(Unreckonable::Missing(Fact::PrintedQuantity))?;
        let style = WorkStyle::from_code(text(component, "work_style"));
        let inks = inks(component);
        let board = is_board(component);
        // A board has no pages (FIELDS): how many a piece takes is 每套数, how many a sheet gives is 拼版数.
        let paged = |key| number(component, key).filter(|_| !board);
        let spoilage = rules.spoilage.allowance(SpoilageFacts {
            quantity,
            colours: inks.front() + inks.back(),
            steps: self.steps_of(component),
            printed: is_printed(component),
            board,
        });
        plan(&ComponentJob {
            printed_quantity: Quantity(quantity),
            per_product: number(component, "per_product").unwrap_or(1),
            pages: paged("pages"),
            pages_per_side: paged("pages_per_side"),
            number_up: number(component, "number_up"),
            style: style.unwrap_or(WorkStyle::Sheetwise),
            inks,
            cuts: number(component, "cuts"),
            spoilage,
            by_hand: by_hand(component),
        })
    }

    /// The sum of all drops; none while there is none, or too large to hold.
    #[must_use]
    pub fn dropped(&self) -> Option<Quantity> {
        let quantities: Vec<_> = self
            .drops
            .iter()
            .filter_map(|row| number(&row.values, "quantity"))
            .map(Quantity)
            .collect();
        if quantities.is_empty() {
            None
        } else {
            Quantity::total(quantities)
        }
    }

    /// The sum of all instalments; none while there is none.
    #[must_use]
    pub fn instalments_total(&self) -> Option<Percent> {
        let shares = self
            .instalments
            .iter()
            .filter_map(|row| match row.values.get("percent") {
                Some(Value::Percent(percent)) => Some(*percent),
                _ => None,
            });
        shares.fold(None, |sum: Option<Percent>, share| {
            sum.unwrap_or_default().checked_add(share)
        })
    }

    /// Whether the product is 精装 (S-4.3.1C).
    #[must_use]
    pub fn is_case_bound(&self) -> bool {
        binding(&self.product) == Binding::Case
    }

    /// Whether one component has both 覆膜 and 击凸 or 压凹 (S-4.1.3); a step without a component is done to all of them.
    #[must_use]
    pub(super) fn embosses_film(&self) -> bool {
        let on = |words: &[&str]| -> Vec<&str> {
            self.finishing
                .iter()
                .filter(|row| {
                    let process = text(&row.values, "process");
                    words.iter().any(|word| process.contains(word))
                })
                .map(|row| text(&row.values, "component"))
                .collect()
        };
        let (films, embossed) = (on(&["膜"]), on(&["击凸", "压凸", "压凹"]));
        films.iter().any(|film| {
            embossed
                .iter()
                .any(|other| film == other || film.is_empty() || other.is_empty())
        })
    }

    /// Whether the product is 画册 (S-4.3.1C).
    #[must_use]
    pub fn is_album(&self) -> bool {
        text(&self.product, "type").contains("画册")
    }
}

/// What a person put in instead of what is reckoned.
fn by_hand(component: &Record) -> ByHand {
    ByHand {
        forms: match component.get("form_table") {
            Some(Value::Forms(forms)) => forms.clone(),
            _ => FormEdits::default(),
        },
        rate: match component.get("spoilage_rate") {
            Some(Value::Percent(rate)) => Some(*rate),
            _ => None,
        },
        spoilage: number(component, "spoilage"),
        good_sheets: number(component, "good_sheets"),
        total_sheets: number(component, "total_sheets"),
        plates: number(component, "plates"),
        plate_sets: number(component, "plate_sets"),
        parent_sheets: number(component, "parent_sheets"),
        reams: match component.get("reams") {
            Some(Value::Reams(reams)) => Some(*reams),
            _ => None,
        },
    }
}

pub(super) fn caliper(component: &Record) -> Option<Micrometres> {
    match component.get("caliper") {
        Some(Value::Thickness(caliper)) => Some(*caliper),
        _ => None,
    }
}

pub(super) fn counted(number: i64) -> String {
    Quantity(number).to_string()
}
