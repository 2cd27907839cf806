// The order's form: rows keep their keys, a copy gets a new one, and what is typed is never replaced by an older answer.
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const invoked = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/api/core", () => ({ invoke: invoked }));

import { type ReactiveControllerHost, html, render } from "lit";
import type { OrderForm } from "../src/api/commands";
import "../src/features/orders/order_form";
import "../src/features/orders/field_finder";
import type { ChoiceField } from "../src/kit/fields/choice_field";
import type { OrderFormElement } from "../src/features/orders/order_form";
import { Editing } from "../src/features/orders/editing";
import { Changing } from "../src/features/task_sheets/changing";
import { PAUSE } from "../src/kit/behind";
import { type Field, fieldsOf, labelOf } from "../src/form/field_catalogue";
import { EMPTY_FORM, type Edited, rowAdded, rowCopied, rowRemoved, rowRestored, rowsOf, sameForm, textAt, typed } from "../src/form/form_edits";

const HOST: ReactiveControllerHost = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) };

beforeEach(() => {
  vi.useFakeTimers();
  invoked.mockReset();
  invoked.mockImplementation((name: string) => Promise.resolve(name === "reckon" ? { fields: {}, computed: {}, missing: [], warnings: [] } : { value: null, changed: ["drafts"] }));
});
afterEach(() => vi.useRealTimers());

/** What was kept as a draft, the oldest first. */
const saved = (): unknown[] => invoked.mock.calls.filter(([name]) => name === "save_draft").map(([, args]) => (args as { form: { order: unknown } }).form.order);

/** The form as a page shows it. */
async function shown(form: OrderForm): Promise<OrderFormElement> {
  render(html`<dk-order-form record="new:1" .form=${form}></dk-order-form>`, document.body);
  const element = document.querySelector("dk-order-form") as OrderFormElement;
  await drawn(element);
  return element;
}

/** A frame later: what a letter brings is drawn behind it. */
async function drawn(form: OrderFormElement): Promise<void> {
  await vi.advanceTimersByTimeAsync(20);
  await form.updateComplete;
}

function type(form: OrderFormElement, path: string, text: string): void {
  const input = form.querySelector<HTMLInputElement>(`[data-field="${path}"] input`) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

test("a row keeps its key, and a new one has a key no row has", () => {
  const first = rowAdded(EMPTY_FORM, "component");
  const second = rowAdded(first.form, "component");
  expect(first.key).toMatch(/^c[1-9]\d{5}$/);
  expect(second.key).not.toBe(first.key);
  const named = typed(second.form, `component:${first.key}.name`, "\u5c01\u9762");
  const copy = rowCopied(named, "component", first.key);
  expect(rowsOf(copy.form, "component").map((row) => row.key)).toEqual([first.key, copy.key, second.key]);
  expect(textAt(copy.form, `component:${copy.key}.name`)).toBe("\u5c01\u9762");
  const removed = rowRemoved(copy.form, "component", copy.key);
  expect(sameForm(removed, named)).toBe(true);
  const row = rowsOf(copy.form, "component")[1];
  expect(row === undefined ? [] : rowsOf(rowRestored(removed, "component", row, 1), "component").map((each) => each.key)).toEqual([first.key, copy.key, second.key]);
});

test("nothing is kept under a draft's key while it becomes an order, and everything typed meanwhile when it does not", async () => {
  const editing = new Editing(HOST, { draftKey: () => "new:1" });
  editing.open(EMPTY_FORM);
  editing.take({ form: typed(EMPTY_FORM, "order.phone", "1"), typed: true });
  const sent = await editing.hold();
  expect(saved()).toHaveLength(1);
  editing.take({ form: typed(sent, "order.phone", "13"), typed: true });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved()).toHaveLength(1);
  editing.release();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved()).toHaveLength(2);
});

test("an emptied field is as if it had never been typed", () => {
  expect(sameForm(typed(typed(EMPTY_FORM, "order.phone", "138"), "order.phone", ""), EMPTY_FORM)).toBe(true);
});

test("a pause keeps the draft once, and leaving in the middle of a word keeps it at once", async () => {
  const editing = new Editing(HOST, { draftKey: () => "new:1" });
  editing.open(EMPTY_FORM);
  editing.take({ form: typed(EMPTY_FORM, "order.phone", "1"), typed: true });
  editing.take({ form: typed(EMPTY_FORM, "order.phone", "13"), typed: true });
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(saved()).toEqual([{ phone: "13" }]);
  editing.take({ form: typed(editing.form, "order.phone", "138"), typed: true });
  editing.hostDisconnected();
  await vi.advanceTimersByTimeAsync(1);
  expect(saved()).toEqual([{ phone: "13" }, { phone: "138" }]);
});

test("an older answer never replaces what was typed here; storing it does", async () => {
  const editing = new Editing(HOST, { draftKey: () => "order:1" });
  editing.open(EMPTY_FORM);
  const mine = typed(EMPTY_FORM, "order.phone", "138");
  editing.take({ form: mine, typed: true });
  await vi.advanceTimersByTimeAsync(PAUSE);
  editing.open(typed(EMPTY_FORM, "order.contact", "x"), null);
  expect(editing.form).toEqual(mine);
  expect(editing.edited).toBe(true);
  editing.settle(mine);
  expect(editing.edited).toBe(false);
});

test("a letter shows in its own field, and the page follows with the reckoning at the next pause; that something is unsaved, and rows, are shown at once", async () => {
  const drawn = vi.fn();
  const editing = new Editing({ ...HOST, requestUpdate: drawn }, { draftKey: () => "" });
  editing.open(EMPTY_FORM);
  await vi.advanceTimersByTimeAsync(1);
  drawn.mockClear();
  editing.take({ form: typed(EMPTY_FORM, "order.phone", "1"), typed: true });
  expect(drawn).toHaveBeenCalledTimes(1);
  editing.take({ form: typed(EMPTY_FORM, "order.phone", "13"), typed: true });
  editing.take({ form: typed(EMPTY_FORM, "order.phone", "138"), typed: true });
  expect(textAt(editing.form, "order.phone")).toBe("138");
  expect(drawn).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(drawn).toHaveBeenCalledTimes(2);
  editing.take({ form: rowAdded(editing.form, "drop").form, typed: false });
  expect(drawn).toHaveBeenCalledTimes(3);
  // Typed back to what is stored and on again: the main key turns at once.
  editing.take({ form: EMPTY_FORM, typed: true });
  await vi.advanceTimersByTimeAsync(PAUSE);
  drawn.mockClear();
  editing.take({ form: typed(EMPTY_FORM, "order.phone", "1"), typed: true });
  expect(drawn).toHaveBeenCalledTimes(1);
});

test("what is typed right before an act is reckoned, too, and does not wait for the pause", async () => {
  const editing = new Editing(HOST, { draftKey: () => "new:1" });
  editing.open(EMPTY_FORM);
  await vi.advanceTimersByTimeAsync(1);
  invoked.mockClear();
  editing.take({ form: typed(EMPTY_FORM, "product.quantity", "2"), typed: true });
  await editing.flush();
  const reckoned = invoked.mock.calls.filter(([name]) => name === "reckon").map(([, args]) => textAt((args as { form: OrderForm }).form, "product.quantity"));
  expect(reckoned).toEqual(["2"]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(invoked.mock.calls.filter(([name]) => name === "reckon")).toHaveLength(1);
});

test("what a letter moves in another field waits for the pause as the page does, and stands there at once when one goes on", async () => {
  const one = rowAdded(EMPTY_FORM, "component");
  const [colours, style] = [`component:${one.key}.colours`, `component:${one.key}.work_style`];
  const drop = rowAdded(typed(typed(one.form, colours, "4+4"), style, "sheetwise"), "drop");
  const form = await shown(drop.form);
  await form.land(colours);
  const waits: boolean[] = [];
  form.addEventListener("edited", (event) => waits.push((event as CustomEvent<Edited>).detail.typed));
  const chosen = async (): Promise<string | undefined> => {
    const field = form.querySelector<ChoiceField>(`dk-choice[data-field="${style}"]`);
    await field?.updateComplete;
    return field?.chosen;
  };
  type(form, colours, "4+");
  type(form, colours, "4+0");
  await vi.advanceTimersByTimeAsync(100);
  expect([waits, await chosen()]).toEqual([[true, true], "sheetwise"]);
  form.querySelector<HTMLInputElement>(`[data-field="${colours}"] input`)?.blur();
  await form.updateComplete;
  expect(await chosen()).toBe("single_side");
  // Also where one is sent to the other field.
  type(form, "product.quantity", "2000");
  await form.land(`drop:${drop.key}.quantity`);
  expect(form.querySelector<HTMLInputElement>(`[data-field="drop:${drop.key}.quantity"] input`)?.value).toBe("2000");
  render(html``, document.body);
});

test("a change is asked at once before it is signed, and says whether it is another than was shown", async () => {
  let places = 1;
  invoked.mockImplementation((name: string) => Promise.resolve(name === "preview_change" ? { places: Array.from({ length: places }, (_, at) => ({ path: `order.${at}` })) } : name === "open_order" ? { draft: null } : name === "save_draft" ? { value: null, changed: [] } : {}));
  const changing = new Changing(HOST);
  changing.take({ form: typed(EMPTY_FORM, "product.quantity", "3"), typed: true });
  expect(await changing.catchUp()).toBe(true);
  expect(changing.preview?.places).toHaveLength(1);
  expect(await changing.catchUp()).toBe(false);
  changing.take({ form: typed(EMPTY_FORM, "product.quantity", "30"), typed: true });
  expect(await changing.catchUp()).toBe(false);
  places = 2;
  changing.take({ form: typed(EMPTY_FORM, "product.quantity", "300"), typed: true });
  // The pause is over, and the answer is not there yet.
  vi.advanceTimersByTime(PAUSE);
  expect(await changing.catchUp()).toBe(true);
});

test("two letters in two fields within a moment both stay, as the page gives neither back before", async () => {
  const form = await shown(EMPTY_FORM);
  const forms: OrderForm[] = [];
  form.addEventListener("edited", (event) => forms.push((event as CustomEvent<Edited>).detail.form));
  type(form, "product.name", "画");
  // It draws itself anew meanwhile, as when a list of names comes in.
  form.requestUpdate();
  await drawn(form);
  type(form, "order.customer_po", "7");
  expect(forms.map((each) => [textAt(each, "product.name"), textAt(each, "order.customer_po")])).toEqual([["画", ""], ["画", "7"]]);
  // The page gives one back, and before it is drawn comes the next.
  form.form = forms[1] ?? EMPTY_FORM;
  type(form, "product.name", "画册");
  await drawn(form);
  type(form, "order.customer_po", "78");
  expect([textAt(forms[3] ?? EMPTY_FORM, "product.name"), textAt(forms[3] ?? EMPTY_FORM, "order.customer_po")]).toEqual(["画册", "78"]);
  render(html``, document.body);
});

test("a letter is on the screen before what it moves in other fields", async () => {
  const fresh = rowAdded(EMPTY_FORM, "component");
  const style = `component:${fresh.key}.work_style`;
  const both = typed(fresh.form, `component:${fresh.key}.colours`, "4+4");
  const form = await shown(typed(typed(both, `component:${fresh.key}.sides`, "both"), style, "sheetwise"));
  await form.land(style);
  form.addEventListener("edited", (event) => { form.form = (event as CustomEvent<Edited>).detail.form; });
  const chosen = (): string | undefined => form.querySelector<ChoiceField>(`dk-choice[data-field="${style}"]`)?.value;
  // The letter's frame does not come.
  const frames = vi.spyOn(globalThis, "requestAnimationFrame").mockImplementation(() => 0);
  type(form, `component:${fresh.key}.colours`, "4+0");
  await vi.advanceTimersByTimeAsync(20);
  expect([textAt(form.form, style), chosen()]).toEqual(["single_side", "sheetwise"]);
  // A window that draws nothing is not waited for.
  await vi.advanceTimersByTimeAsync(50);
  expect(chosen()).toBe("single_side");
  // Whoever goes on at once finds it said: of a field that has the focus nothing is changed any more.
  type(form, `component:${fresh.key}.colours`, "4+4");
  form.querySelector(`[data-field="component:${fresh.key}.colours"] input`)?.dispatchEvent(new FocusEvent("blur"));
  await form.updateComplete;
  expect(chosen()).toBe("sheetwise");
  frames.mockRestore();
  render(html``, document.body);
});

test("a row that comes or goes right behind a letter is drawn at once", async () => {
  const one = rowAdded(EMPTY_FORM, "service");
  const form = await shown(one.form);
  form.addEventListener("edited", (event) => { form.form = (event as CustomEvent<Edited>).detail.form; });
  const rows = (): (string | undefined)[] => [...form.querySelectorAll<HTMLElement>("[data-row]")].map((row) => row.dataset["row"]);
  const focused = (): string | undefined => document.activeElement?.closest<HTMLElement>("[data-row]")?.dataset["row"];
  const frames = vi.spyOn(globalThis, "requestAnimationFrame").mockImplementation(() => 0);
  type(form, "product.name", "\u753b");
  form.querySelector<HTMLElement>('[data-name="add-service"]')?.click();
  await vi.advanceTimersByTimeAsync(1);
  const [, added] = rowsOf(form.form, "service").map((row) => row.key);
  expect(rows()).toEqual([one.key, added]);
  await vi.advanceTimersByTimeAsync(30);
  expect(focused()).toBe(added);
  type(form, "product.name", "\u753b\u518c");
  form.querySelector<HTMLElement>(`[data-name="remove-${added ?? ""}"]`)?.click();
  await vi.advanceTimersByTimeAsync(1);
  expect(rows()).toEqual([one.key]);
  await vi.advanceTimersByTimeAsync(30);
  expect(focused()).toBe(one.key);
  frames.mockRestore();
  render(html``, document.body);
});

test("a row that goes takes the letter with it that nobody has given back yet", async () => {
  const two = rowAdded(rowAdded(EMPTY_FORM, "service").form, "service").form;
  const [first, second] = rowsOf(two, "service").map((row) => row.key);
  const named = typed(two, `service:${second}.name`, "\u8bbe\u8ba1");
  const form = await shown(named);
  const input = form.querySelector<HTMLInputElement>(`[data-field="service:${first}.name"] input`) as HTMLInputElement;
  input.focus();
  input.value = "\u62cd";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await shown(rowRemoved(named, "service", first ?? ""));
  expect(form.querySelector<HTMLInputElement>(`[data-field="service:${second}.name"] input`)?.value).toBe("\u8bbe\u8ba1");
  render(html``, document.body);
});

test("Enter right behind a letter goes to the field that is asked for by name, drawn or not", async () => {
  render(html`<dk-field-finder called .form=${EMPTY_FORM}></dk-field-finder>`, document.body);
  const finder = document.querySelector("dk-field-finder") as HTMLElement;
  await vi.advanceTimersByTimeAsync(20);
  const went: string[] = [];
  for (const kind of ["chosen", "dismissed"]) finder.addEventListener(kind, (event) => went.push(`${kind} ${(event as CustomEvent<string | null>).detail ?? ""}`));
  const input = finder.querySelector("input") as HTMLInputElement;
  input.value = labelOf(fieldsOf("product").find((field) => field.key === "quantity") as Field);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  expect(went).toEqual(["chosen product.quantity"]);
  render(html``, document.body);
});

test("clause f2-04.1: the sign in the promised date shows the day itself at once, and the single drop goes with it", async () => {
  const form = await shown({ ...typed(EMPTY_FORM, "order.requested_date", "+10"), drops: [{ key: "d1", values: {} }] });
  const seen: Edited[] = [];
  form.addEventListener("edited", (event) => seen.push((event as CustomEvent<Edited>).detail));
  expect(form.querySelector('[data-field="order.confirmed_date"]')?.textContent).toContain("=");
  form.querySelector<HTMLInputElement>('[data-field="order.confirmed_date"] input')?.focus();
  type(form, "order.confirmed_date", "=");
  form.form = seen.at(-1)?.form as OrderForm;
  await drawn(form);
  expect(form.querySelector<HTMLInputElement>('[data-field="order.confirmed_date"] input')?.value).toBe("+10");
  expect([seen.at(-1)?.form.order["confirmed_date"], seen.at(-1)?.form.drops[0]?.values["date"]]).toEqual(["+10", "+10"]);
});
