// What a customer's data puts into a form: empty fields only, every one of them marked, and never over what was typed.
import { expect, test, vi } from "vitest";

vi.mock("@tauri-apps/api/core", () => ({ invoke: vi.fn() }));

import type { CustomerOffers } from "../src/api/commands";
import { EMPTY_FORM, textAt, typed } from "../src/form/form_edits";
import { companions, isFilled, proposed } from "../src/features/orders/from_customer";
import { presetOf } from "../src/features/customers/customer_form";
import { standingSentence } from "../src/words/customers";
import { speak } from "../src/words/language";

const usualTerms = [{ percent: "50%", due: "before_order", days: "" }, { percent: "50%", due: "before_shipping", days: "" }];
const offers = (over: Partial<CustomerOffers> = {}): CustomerOffers => ({
  id: 1, name: "A", contacts: [], addresses: [], usualTerms, terms: [],
  fields: { "order.contact": "Li", "order.phone": "139", "product.tolerance": "3%" }, drop: { address: "Gate 2", contact: "Store" }, ...over,
});
const fresh = (): typeof EMPTY_FORM => ({
  ...EMPTY_FORM,
  drops: [{ key: "d1", values: {} }],
  instalments: usualTerms.map((term, index) => ({ key: `p${index + 1}`, values: { percent: term.percent, due: term.due } })),
});

test("clause f7_06: empty fields are filled and marked, what was typed stays", () => {
  const began = typed(fresh(), "order.phone", "020");
  const { form, filled } = proposed(began, offers(), {});
  expect(textAt(form, "order.contact")).toBe("Li");
  expect(textAt(form, "order.phone")).toBe("020");
  expect(textAt(form, "drop:d1.address")).toBe("Gate 2");
  expect([isFilled(form, filled, "order.contact"), isFilled(form, filled, "order.phone")]).toEqual([true, false]);
  expect(isFilled(typed(form, "order.contact", "Wang"), filled, "order.contact")).toBe(false);
});

test("clause f7_06: another customer takes back what the first one put there, and nothing else", () => {
  const first = proposed(fresh(), offers({ terms: [{ percent: "100%", due: "monthly", days: "30" }] }), {});
  expect(first.form.instalments.map((row) => row.values["days"])).toEqual(["30"]);
  const own = typed(first.form, "order.phone", "555");
  const second = proposed(own, offers({ fields: { "order.contact": "Chen" }, drop: {} }), first.filled);
  expect(textAt(second.form, "order.contact")).toBe("Chen");
  expect(textAt(second.form, "order.phone")).toBe("555");
  expect(textAt(second.form, "product.tolerance")).toBe("");
  expect(textAt(second.form, "drop:d1.address")).toBe("");
  expect(second.form.instalments.map((row) => row.values["due"])).toEqual(["before_order", "before_shipping"]);
});

test("clause f1_22: where a house begins with no terms, those of another customer go with it", () => {
  const none = { ...fresh(), instalments: [] };
  const first = proposed(none, offers({ usualTerms: [], terms: [{ percent: "100%", due: "monthly", days: "60" }] }), {});
  expect(first.form.instalments).toHaveLength(1);
  const second = proposed(first.form, offers({ usualTerms: [] }), first.filled);
  expect(second.form.instalments).toEqual([]);
  expect(proposed(none, offers({ usualTerms: [] }), {}).form.instalments).toEqual([]);
});

test("clause f7_06: terms and drops somebody began are theirs", () => {
  const terms = [{ percent: "100%", due: "on_delivery", days: "" }];
  const began = typed(typed(fresh(), "instalment:p1.percent", "30"), "drop:d1.phone", "1");
  const { form } = proposed(began, offers({ terms }), {});
  expect(form.instalments).toHaveLength(2);
  expect(textAt(form, "drop:d1.address")).toBe("");
});

test("a contact chosen from the customer's brings its telephone, unless one was typed", () => {
  const known = offers({ contacts: [{ id: 1, name: "Wang", phone: "138", message: "", purpose: "", isDefault: false }] });
  const first = proposed(fresh(), known, {});
  const chosen = companions(typed(first.form, "order.contact", "Wang"), "order.contact", "Wang", known, first.filled);
  expect(textAt(chosen.form, "order.phone")).toBe("138");
  const own = typed(chosen.form, "order.phone", "777");
  expect(textAt(companions(own, "order.contact", "Wang", known, chosen.filled).form, "order.phone")).toBe("777");
});

test("fields a: the usual terms are told from one's own", () => {
  expect(presetOf([])).toBe("none");
  expect(presetOf([{ percent: "100%", due: "monthly", days: "60" }])).toBe("monthly_60");
  expect(presetOf([{ percent: "50", due: "before_order", days: "" }, { percent: "50%", due: "before_shipping", days: "" }])).toBe("half");
  expect(presetOf([{ percent: "30%", due: "before_order", days: "" }, { percent: "70%", due: "on_delivery", days: "" }])).toBe("own");
});

test("clause s_4_3_1a: the standing is explained in one sentence", () => {
  speak("zh-CN");
  const marked = { by: "\u6797\u6653\u6885", at: "2026-11-24T17:00:00Z", how: "setting" };
  expect(standingSentence({ code: "established", orders: 4, issued: 3, after: 1, marked })).toBe("\u8001\u5ba2\u6237\uff1a\u5df2\u4e0b\u5355 3 \u5355 · \u7531 \u6797\u6653\u6885 \u4e8e 2026-11-25 \u6807\u4e3a\u8001\u5ba2\u6237");
  expect(standingSentence({ code: "potential", orders: 0, issued: 0, after: 1, marked: null })).toBe("\u6f5c\u5728\uff1a\u8fd8\u6ca1\u6709\u8ba2\u5355");
});
