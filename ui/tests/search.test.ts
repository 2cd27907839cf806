// The search field of the top bar: an input method is left alone, arrows and Enter open, Esc goes back to where one was.
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { html, render } from "lit";
import type { FoundOrders } from "../src/api/commands";

const core = vi.hoisted(() => ({ asked: [] as string[], answer: (_query: string): unknown => ({ orders: [], more: false }) }));
vi.mock("@tauri-apps/api/core", () => ({
  invoke: (name: string, args: { query?: string; id?: number }) => {
    core.asked.push(name === "find_orders" ? (args.query ?? "") : `${name} ${args.id}`);
    return Promise.resolve(name === "find_orders" ? core.answer(args.query ?? "") : { value: { key: "new:1-1" }, changed: [] });
  },
}));

import { onScreen } from "../src/kit/behind";
import { watchComposition } from "../src/kit/composing";
import { watchKeys } from "../src/kit/keys";
import "../src/features/orders/order_search";
import type { OrderSearch } from "../src/features/orders/order_search";

beforeAll(() => {
  watchComposition();
  watchKeys();
});
afterEach(() => {
  render(html``, document.body);
  core.asked = [];
  location.hash = "";
});

const found = (...ids: number[]): FoundOrders => ({
  more: false,
  indexing: null,
  orders: ids.map((id) => ({
    row: { id, kind: "od", number: `OD-${id}`, customer: "彩源", product: "画册", quantity: "", amount: "", requestedDate: null, state: "registered", rush: false, blockers: 0, nextStep: 1, recordedLate: false },
    matches: [{ field: "contact", text: "王琳" }],
  })),
});

const settled = async (element: OrderSearch): Promise<void> => {
  await onScreen();
  await new Promise((done) => setTimeout(done));
  await element.updateComplete;
};
const key = (target: EventTarget, name: string, init: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};

async function opened(answer: FoundOrders): Promise<{ element: OrderSearch; input: HTMLInputElement; field: HTMLInputElement }> {
  core.answer = () => answer;
  render(html`<input id="field" /><dk-order-search></dk-order-search>`, document.body);
  const element = document.querySelector("dk-order-search") as OrderSearch;
  await element.updateComplete;
  const field = document.querySelector("#field") as HTMLInputElement;
  field.focus();
  key(window, "k", { ctrlKey: true });
  await settled(element);
  return { element, input: element.querySelector("input") as HTMLInputElement, field };
}

test("Ctrl K shows the newest orders at once, and Esc goes back with what was typed kept", async () => {
  const { element, input, field } = await opened(found(3, 2));
  expect(document.activeElement).toBe(input);
  expect(core.asked).toEqual([""]);
  expect(element.querySelectorAll("[role=option]").length).toBe(2);
  input.value = "彩源";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await settled(element);
  expect(key(input, "Escape").defaultPrevented).toBe(true);
  await settled(element);
  expect(document.activeElement).toBe(field);
  expect([input.value, element.querySelector("[role=option]")]).toEqual(["彩源", null]);
});

test("nothing is asked while the input method composes, and its Enter opens nothing", async () => {
  const { element, input } = await opened(found(3));
  input.dispatchEvent(new Event("compositionstart", { bubbles: true }));
  for (const text of ["s", "sz"]) {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  key(input, "Enter");
  await settled(element);
  expect(core.asked).toEqual([""]);
  expect(location.hash).toBe("");
  input.value = "深圳";
  input.dispatchEvent(new Event("compositionend", { bubbles: true }));
  await settled(element);
  expect(core.asked).toEqual(["", "深圳"]);
});

test("arrows choose and Enter opens, Ctrl D repeats the one that is chosen", async () => {
  const { element, input } = await opened(found(3, 2));
  key(input, "ArrowDown");
  key(input, "ArrowDown");
  key(input, "Enter");
  await settled(element);
  expect(location.hash).toBe("#/orders/2");
  key(window, "k", { ctrlKey: true });
  await settled(element);
  key(window, "d", { ctrlKey: true });
  await settled(element);
  expect(core.asked.at(-1)).toBe("repeat_order 3");
  expect(location.hash).toBe("#/orders/draft/new%3A1-1");
});

test("an Enter right behind a letter opens what is found by that letter", async () => {
  const { element, input } = await opened(found(3));
  core.answer = (query) => (query === "2" ? found(2) : found(3));
  input.value = "2";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  key(input, "Enter");
  await settled(element);
  await settled(element);
  expect(location.hash).toBe("#/orders/2");
});

test("a field that no column shows is named with what stands there", async () => {
  const { element } = await opened(found(3));
  expect(element.querySelector(".found-why")?.textContent).toContain("联系人 王琳");
});

test("a screen's name goes to that screen; up from the first line is the last", async () => {
  const { element, input } = await opened(found(3, 2));
  element.screens = [{ name: "verify", label: "\u6838\u9a8c" }, { name: "settings", label: "\u8bbe\u7f6e" }];
  input.value = "\u6838";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await settled(element);
  expect([...element.querySelectorAll(".found-place")].map((line) => line.getAttribute("data-name"))).toEqual(["found-verify"]);
  key(input, "ArrowUp");
  key(input, "Enter");
  await settled(element);
  expect(location.hash).toBe("#/verify");
});

test("while the index is made anew the search says how far it is, and nothing of it afterwards", async () => {
  const { element, input } = await opened({ ...found(3), indexing: { done: 500, of: 1200 } });
  expect(element.querySelector("[data-name=indexing]")?.textContent).toContain("1200 张里已有 500 张");
  core.answer = () => found(3);
  input.value = "彩";
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await settled(element);
  expect(element.querySelector("[data-name=indexing]")).toBeNull();
});

test("a letter is on the screen before what is found by it", async () => {
  const { element, input } = await opened(found(3, 2));
  core.answer = () => found(2);
  const lines = (): number => element.querySelectorAll("[role=option]").length;
  const frames = vi.spyOn(globalThis, "requestAnimationFrame").mockImplementation(() => 0);
  input.value = "2";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done, 10));
  expect([core.asked.at(-1), lines()]).toEqual(["2", 2]);
  // A window that draws nothing is not waited for.
  await vi.waitFor(() => expect(lines()).toBe(1));
  frames.mockRestore();
});

test("what is in sight is drawn at once, the rest a moment later, or with the first arrow", async () => {
  const { element, input } = await opened(found(...Array.from({ length: 20 }, (_, index) => index + 1)));
  const lines = (): number => element.querySelectorAll("[data-name^=found-]").length;
  const type = async (text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await settled(element);
  };
  await type("1");
  expect(lines()).toBe(16);
  await vi.waitFor(() => expect(lines()).toBe(20), 2_000);
  await type("12");
  expect(lines()).toBe(16);
  key(input, "ArrowUp");
  await element.updateComplete;
  expect(element.querySelector("[aria-selected=true]")?.getAttribute("data-name")).toBe("found-20");
});
