// Fields in a page: input method, reload, description of errors.
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { html, nothing, render } from "lit";
import "../src/kit/fields/text_field";
import "../src/kit/fields/combo_field";
import "../src/kit/fields/choice_field";
import type { ChoiceField } from "../src/kit/fields/choice_field";
import type { ComboField, ComboOption } from "../src/kit/fields/combo_field";
import type { Typed } from "../src/kit/fields/field_base";
import type { TextField } from "../src/kit/fields/text_field";
import { form } from "../src/kit/form";
import { submits, watchComposition } from "../src/kit/composing";

beforeAll(() => watchComposition());
afterEach(() => render(html``, document.body));

const key = (name: string, init: KeyboardEventInit & { keyCode?: number } = {}): KeyboardEvent => {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, "keyCode", { value: init.keyCode ?? (name === "Enter" ? 13 : 0) });
  return event;
};

async function field(): Promise<{ element: TextField; input: HTMLInputElement }> {
  render(html`<dk-field name="order.customer" .record=${"draft:1"} .value=${""}></dk-field>`, document.body);
  const element = document.querySelector("dk-field") as TextField;
  await element.updateComplete;
  return { element, input: element.querySelector("input") as HTMLInputElement };
}

test("typing tells the name and the text", async () => {
  const { element, input } = await field();
  const told: unknown[] = [];
  element.addEventListener("typed", (event) => told.push((event as CustomEvent).detail));
  input.value = "8.64万";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  expect(told).toEqual([{ name: "order.customer", value: "8.64万" }]);
});

test("while Chinese is composed nothing is told, and no reload is written", async () => {
  const { element, input } = await field();
  const told: string[] = [];
  element.addEventListener("typed", (event) => told.push((event as CustomEvent<{ value: string }>).detail.value));
  input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  input.value = "shenzhen";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  element.value = "上海";
  await element.updateComplete;
  expect(input.value).toBe("shenzhen");
  input.value = "深圳";
  input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  expect(told).toEqual(["深圳"]);
});

test("a problem is tied to its input", async () => {
  const { element, input } = await field();
  element.problem = "看不懂这个日期";
  await element.updateComplete;
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent).toBe("看不懂这个日期");
});

test("Enter that chose a candidate submits nothing, in the order of WebKit and of Chromium", async () => {
  let submitted = 0;
  render(form({ onSubmit: () => { submitted += 1; }, body: html`<input />` }), document.body);
  const input = document.querySelector("input") as HTMLInputElement;
  // WebKit: the composition ends before the keydown, which still has keyCode 229.
  input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  const webkit = key("Enter", { keyCode: 229 });
  input.dispatchEvent(webkit);
  expect(webkit.defaultPrevented).toBe(true);
  // Chromium: the keydown comes inside the composition.
  input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  const chromium = key("Enter", { isComposing: true });
  input.dispatchEvent(chromium);
  input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  expect(chromium.defaultPrevented).toBe(true);
  const plain = key("Enter");
  input.dispatchEvent(plain);
  expect(plain.defaultPrevented).toBe(false);
  expect(submits(plain)).toBe(true);
  expect(submitted).toBe(0);
});

test("Enter takes the option of an open list and goes no further", async () => {
  render(html`<dk-combo .options=${[{ value: "1", label: "铜版纸" }, { value: "2", label: "哑粉纸" }]}></dk-combo>`, document.body);
  const combo = document.querySelector("dk-combo") as ComboField;
  await combo.updateComplete;
  const input = combo.querySelector("input") as HTMLInputElement;
  input.value = "哑";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await combo.updateComplete;
  const enter = key("Enter");
  input.dispatchEvent(enter);
  await combo.updateComplete;
  expect(enter.defaultPrevented).toBe(true);
  expect(combo.value).toBe("2");
  expect(input.value).toBe("哑粉纸");
});

test("a letter is on the screen before the list it opens; Enter right behind it takes what it found", async () => {
  const frames: FrameRequestCallback[] = [];
  const held = vi.spyOn(globalThis, "requestAnimationFrame").mockImplementation((frame) => frames.push(frame));
  render(html`<dk-combo .options=${[{ value: "1", label: "铜版纸" }, { value: "2", label: "哑粉纸" }]}></dk-combo>`, document.body);
  const combo = document.querySelector("dk-combo") as ComboField;
  await combo.updateComplete;
  const input = combo.querySelector("input") as HTMLInputElement;
  const lines = (): number => combo.querySelectorAll("li[role=option]").length;
  const strike = async (text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
  };
  const drawn = async (): Promise<void> => {
    frames.splice(0).forEach((frame) => frame(0));
    await combo.updateComplete;
  };
  await strike("哑");
  expect([lines(), combo.lit]).toEqual([0, true]);
  await drawn();
  expect(lines()).toBe(1);
  await strike("");
  expect(lines()).toBe(1);
  await drawn();
  expect(lines()).toBe(2);
  await strike("金");
  expect([lines(), combo.lit]).toEqual([2, false]);
  await strike("铜");
  input.dispatchEvent(key("Enter"));
  expect(combo.value).toBe("1");
  // Nothing of it waits for a frame.
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  expect(input.value).toBe("铜版纸");
  expect(lines()).toBe(0);
  held.mockRestore();
});

describe("a list the core filters", () => {
  const option = (label: string): ComboOption => ({ value: label, label });
  const all = [option("东莞分部"), option("深圳市彩源文化")];
  let told: string[] = [];
  let asked: string[] = [];

  async function put(options: readonly ComboOption[], answered: string): Promise<ComboField> {
    render(html`<dk-combo free known .answered=${answered} .options=${options} .addition=${(text: string) => `新客户“${text}”…`}
      @searched=${(event: CustomEvent<Typed>) => asked.push(event.detail.value)} @typed=${(event: CustomEvent<Typed>) => told.push(event.detail.value)} @added=${() => told.push("新")}></dk-combo>`, document.body);
    const combo = document.querySelector("dk-combo") as ComboField;
    await combo.updateComplete;
    // What was owed is done right behind the drawing.
    await Promise.resolve();
    await combo.updateComplete;
    return combo;
  }

  async function strike(combo: ComboField, text: string): Promise<HTMLInputElement> {
    const input = combo.querySelector("input") as HTMLInputElement;
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await combo.updateComplete;
    return input;
  }

  beforeEach(() => {
    render(nothing, document.body);
    told = [];
    asked = [];
  });

  test.each(["Tab", "Enter"])("%s right behind the letters takes what they find, not what still stands there", async (pressed) => {
    const combo = await put(all, "");
    const input = await strike(combo, "cywh");
    expect(combo.lit).toBe(true);
    const struck = key(pressed);
    input.dispatchEvent(struck);
    // Tab goes on to the next field, Enter stays and sends nothing.
    expect(struck.defaultPrevented).toBe(pressed === "Enter");
    if (pressed === "Tab") input.blur();
    expect([told, asked]).toEqual([["cywh"], ["cywh"]]);
    await put(all, "cyw");
    expect(told).toEqual(["cywh"]);
    await put([option("深圳市彩源文化")], "cywh");
    expect(told).toEqual(["cywh", "深圳市彩源文化"]);
    expect(input.value).toBe("深圳市彩源文化");
  });

  test("what nobody is called offers a new customer to Enter and stays as typed behind Tab", async () => {
    for (const [pressed, then] of [["Enter", ["新厂", "新"]], ["Tab", ["新厂"]]] as const) {
      told = [];
      render(nothing, document.body);
      const combo = await put(all, "");
      const input = await strike(combo, "新厂");
      input.dispatchEvent(key(pressed));
      if (pressed === "Tab") input.blur();
      await put([], "新厂");
      expect(told).toEqual(then);
      expect(input.value).toBe("新厂");
    }
  });

  test("a letter more takes back what the key before it was pressed for", async () => {
    const combo = await put(all, "");
    const input = await strike(combo, "cy");
    input.dispatchEvent(key("Enter"));
    await strike(combo, "cyw");
    await put([option("东莞分部")], "cy");
    await put([option("深圳市彩源文化")], "cyw");
    expect(told).toEqual(["cy", "cyw"]);
  });

  test("an arrow behind an Enter that waits chooses the line itself", async () => {
    const combo = await put(all, "");
    const input = await strike(combo, "cy");
    input.dispatchEvent(key("Enter"));
    input.dispatchEvent(key("ArrowDown"));
    await put(all, "cy");
    expect(told).toEqual(["cy"]);
    input.dispatchEvent(key("Enter"));
    expect(told).toEqual(["cy", "深圳市彩源文化"]);
  });

  test("an answer that says the same leaves the line the arrows chose lit, and the line that adds, too", async () => {
    const combo = await put(all, "");
    const input = await strike(combo, "公司");
    input.dispatchEvent(key("ArrowDown"));
    await put(all, "公司");
    input.dispatchEvent(key("Enter"));
    expect(told.at(-1)).toBe("深圳市彩源文化");
    await strike(combo, "新厂");
    input.dispatchEvent(key("ArrowUp"));
    await put([option("新厂房")], "新厂");
    input.dispatchEvent(key("Enter"));
    expect(told.at(-1)).toBe("新");
  });

  test("where only a record counts, letters that find none go back to what was chosen", async () => {
    const draw = async (options: readonly ComboOption[], answered: string): Promise<ComboField> => {
      render(html`<dk-combo .value=${"东莞分部"} .answered=${answered} .options=${options}></dk-combo>`, document.body);
      const combo = document.querySelector("dk-combo") as ComboField;
      await combo.updateComplete;
      await Promise.resolve();
      await combo.updateComplete;
      return combo;
    };
    const combo = await draw(all, "");
    const input = await strike(combo, "没有");
    input.dispatchEvent(key("Tab"));
    input.blur();
    expect(input.value).toBe("没有");
    await draw([option("东莞分部")], "没有人");
    expect(input.value).toBe("没有");
    await draw([], "没有");
    expect(input.value).toBe("");
  });

  test("the line the arrows chose stays lit when the list comes anew", async () => {
    const combo = await put(all, "");
    const input = await strike(combo, "公司");
    input.dispatchEvent(key("ArrowDown"));
    await put([option("佛山分部"), ...all], "公司");
    input.dispatchEvent(key("Enter"));
    expect(told.at(-1)).toBe("深圳市彩源文化");
  });
});

test("a reload does not change a choice that has the focus", async () => {
  const options = [{ value: "a", label: "甲" }, { value: "b", label: "乙" }];
  render(html`<dk-choice .options=${options} .value=${"a"}></dk-choice>`, document.body);
  const choice = document.querySelector("dk-choice") as ChoiceField;
  await choice.updateComplete;
  const select = choice.querySelector("select") as HTMLSelectElement;
  select.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  choice.value = "b";
  await choice.updateComplete;
  expect(choice.chosen).toBe("a");
  select.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  expect(choice.chosen).toBe("b");
});

test("a choice made is told and kept until the host takes it up", async () => {
  render(html`<dk-choice .options=${[{ value: "a", label: "甲" }]} .value=${""}></dk-choice>`, document.body);
  const choice = document.querySelector("dk-choice") as ChoiceField;
  await choice.updateComplete;
  const told: string[] = [];
  choice.addEventListener("typed", (event) => told.push((event as CustomEvent<{ value: string }>).detail.value));
  const select = choice.querySelector("select") as HTMLSelectElement;
  select.value = "a";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await choice.updateComplete;
  expect(told).toEqual(["a"]);
  expect(choice.chosen).toBe("a");
});

test("a list that says the same draws no field anew, another one does", async () => {
  const draw = async (options: readonly string[], mark: string): Promise<ComboField> => {
    render(html`<dk-combo name="a" .options=${options.map((value) => ({ value, label: value }))} .marks=${[{ text: mark, tone: "red" as const }]}></dk-combo>`, document.body);
    const element = document.querySelector("dk-combo") as ComboField;
    await element.updateComplete;
    return element;
  };
  const element = await draw(["铜版纸"], "①");
  const drawn = vi.spyOn(element as unknown as { render: () => unknown }, "render");
  await draw(["铜版纸"], "①");
  expect(drawn).not.toHaveBeenCalled();
  await draw(["铜版纸", "双胶纸"], "①");
  await draw(["铜版纸", "双胶纸"], "②");
  expect(drawn).toHaveBeenCalledTimes(2);
});
