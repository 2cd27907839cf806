// Before a merge one line says what the customer that stays takes over because it has none of its own.
import { expect, test, vi } from "vitest";
import type { MergePreview } from "../src/api/commands";
const invoked = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/api/core", () => ({ invoke: invoked }));

await import("../src/features/customers/merge_dialog");

const PREVIEW: MergePreview = { from: { id: 1, name: "彩源" }, into: { id: 2, name: "深圳市彩源文化" }, fromRevision: 1, intoRevision: 1, orders: 0, unissued: 0, drafts: 0, contacts: [], addresses: [], gaps: [], directLaneStaysOff: false };

async function said(preview: MergePreview): Promise<string | undefined> {
  document.body.innerHTML = "";
  invoked.mockImplementation((name: string) => Promise.resolve(name === "merge_preview" ? preview : [{ id: 2, name: "深圳市彩源文化", code: "", contact: "" }]));
  const dialog = document.createElement("dk-merge");
  dialog.from = 1;
  dialog.open = true;
  document.body.append(dialog);
  const combo = await vi.waitUntil(() => dialog.querySelector("dk-combo"));
  await vi.waitUntil(() => combo.options.length > 0);
  combo.dispatchEvent(new CustomEvent("typed", { detail: { value: "2" }, bubbles: true }));
  await vi.waitUntil(() => dialog.querySelector("[data-name=merge-preview]"));
  return dialog.querySelector("[data-name=merge-gaps]")?.textContent ?? undefined;
}

test("what is taken over is named; the direct lane is not, and says so", async () => {
  expect(await said(PREVIEW)).toBeUndefined();
  expect(await said({ ...PREVIEW, gaps: ["invoice_tax_no", "terms"] })).toBe("那一家没填的也带过去：税号、付款方式。");
  expect(await said({ ...PREVIEW, gaps: ["terms"], directLaneStaysOff: true })).toBe("那一家没填的也带过去：付款方式。直通不带过去，要的另在那一家勾选。");
});
