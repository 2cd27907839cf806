// A contract is told by its number: it is asked for at its field, before anything is sent.
import { beforeEach, expect, test, vi } from "vitest";
import type { OrderPage } from "../src/api/commands";
const invoked = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/api/core", () => ({ invoke: invoked }));
vi.mock("@tauri-apps/api/webview", () => ({ getCurrentWebview: () => ({ onDragDropEvent: () => Promise.resolve(() => undefined) }) }));

await import("../src/features/effect/customer_signature");

const PAGE = { id: 4, revision: 2, state: "registered", halt: null, form: { order: { contact: "王琳" } }, effect: { at: null, customer: { asked: true, passed: false }, customerBlocks: false, signatures: [] } } as unknown as OrderPage;

beforeEach(() => {
  document.body.innerHTML = "";
  invoked.mockReset();
  invoked.mockResolvedValue([]);
});

const field = (card: Element, name: string): HTMLElement & { problem: string; required: boolean } => {
  const found = card.querySelector<HTMLElement & { problem: string; required: boolean }>(`[data-field='customer-signature.${name}']`);
  const owner = found?.closest<HTMLElement & { problem: string; required: boolean }>("dk-field, dk-choice");
  if (owner == null) throw new Error(name);
  return owner;
};

async function recordedAs(kind: string, number: string): Promise<string> {
  const card = document.createElement("dk-customer-signature");
  card.page = PAGE;
  document.body.append(card);
  await card.updateComplete;
  for (const [name, value] of [["kind", kind], ["at", "09:30"], ["contract_number", number]] as const) {
    field(card, name).dispatchEvent(new CustomEvent("typed", { detail: { value }, bubbles: true }));
    await card.updateComplete;
  }
  card.querySelector("form")?.requestSubmit();
  await card.updateComplete;
  return field(card, "contract_number").problem;
}

test("clause f7_07b: a contract without its number is kept back at the number; nothing else needs one", async () => {
  expect(await recordedAs("contract", " ")).toBe("凭合同的要写合同号");
  expect(invoked.mock.calls.filter(([name]) => name === "record_customer_signature")).toEqual([]);
  expect(await recordedAs("contract", "HT-2026-118")).toBe("");
  expect(await recordedAs("email", "")).toBe("");
});
