// Our own drawing of the procedure, and the rail of an order: seven stages, each in its place, none a link to nowhere.
import { render } from "lit";
import { expect, test, vi } from "vitest";
vi.mock("@tauri-apps/api/core", () => ({ invoke: () => Promise.resolve(undefined) }));
vi.mock("@tauri-apps/api/webview", () => ({ getCurrentWebview: () => ({ onDragDropEvent: () => Promise.resolve(() => undefined) }) }));

import { rail, type RailStep } from "../src/kit/rail";
import { SCREENS } from "../src/screens";
import { processWords } from "../src/words/process";

const STAGES = ["接单确认", "资料审核与预检", "样本、打样与工艺位置", "订单评审", "生产任务书", "出货", "售后"];

async function drawn(): Promise<readonly Element[]> {
  document.body.innerHTML = "";
  const flow = document.createElement("dk-flow");
  document.body.append(flow);
  await flow.updateComplete;
  return [...flow.querySelectorAll(".flow-step")];
}

test("clause s_1: the seven stages of the procedure stand in their order, each with who does it and its clauses", async () => {
  const steps = await drawn();
  expect(steps.map((step) => step.querySelector("strong")?.textContent)).toEqual(STAGES);
  for (const step of steps) {
    expect(step.querySelector("small:not([class])")?.textContent ?? "").not.toBe("");
    const clauses = [...step.querySelectorAll("dt")].map((clause) => clause.textContent ?? "");
    expect(clauses.length).toBeGreaterThan(0);
    for (const said of step.querySelectorAll("dd")) expect(said.textContent).not.toBe("");
  }
});

test("clause s_3: a box is a link only where there is a screen, and leads to it", async () => {
  const steps = await drawn();
  const links = steps.map((step) => step.querySelector("a.flow-box")?.getAttribute("href") ?? "");
  for (const [index, link] of links.entries()) {
    if (link === "") {
      const box = steps[index]?.querySelector(".flow-box");
      expect(box?.tagName, STAGES[index]).toBe("DIV");
      expect(box?.textContent).toContain(processWords().noScreen);
    } else {
      expect(Object.keys(SCREENS)).toContain(link.replace(/^#\//, ""));
    }
  }
  // 出货 and 售后 are done by the clause until they have a screen.
  expect(links.map((link) => link !== "")).toEqual([true, true, true, true, true, false, false]);
});

test("clause s_1: whatever stands on an order, its rail leads to every stage that applies to it", () => {
  const states: readonly RailStep["state"][] = ["blocked", "open", "done", "not_applicable", "blocked", "open", "not_applicable"];
  const went: number[] = [];
  const place = document.createElement("div");
  render(rail({ steps: states.map((state, index) => ({ number: index + 1, label: STAGES[index] ?? "", state })), current: 4, go: (step) => went.push(step) }), place);
  for (const step of place.querySelectorAll<HTMLButtonElement>("button.rail-step")) {
    expect(step.disabled).toBe(false);
    step.click();
  }
  // Step 4 does not apply, and is where one stands; step 7 is folded, and said.
  expect(went).toEqual([1, 2, 3, 4, 5, 6]);
  expect(place.querySelector(".rail-folded")?.getAttribute("title")).toBe("售后");
});
