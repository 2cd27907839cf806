// One act at a time: what it was refused for is brought into sight.
import { afterEach, expect, test, vi } from "vitest";
import { LitElement, type TemplateResult, html, nothing } from "lit";
import { Acting } from "../src/api/acting";
import { notice } from "../src/kit/pieces";

class Host extends LitElement {
  readonly acting = new Acting(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`${this.acting.refusal === undefined ? nothing : notice({ tone: "red", title: this.acting.refusal.code })}<button></button>`;
  }
}
customElements.define("test-acting", Host);

const refused = (fields: readonly unknown[]) => (): Promise<never> => Promise.reject(Object.assign(new Error("no"), { code: "no", params: {}, fields }));

afterEach(() => document.body.replaceChildren());

test.each([[[], 1], [[{ path: "order.quantity", code: "field_needed", params: {} }], 0]])("a refusal of %j is brought into sight %i times", async (fields, times) => {
  const host = document.body.appendChild(new Host());
  await host.updateComplete;
  const shown = vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(() => undefined);
  await host.acting.run(refused(fields));
  await host.updateComplete;
  await Promise.resolve();
  expect(host.querySelectorAll(".notice-red")).toHaveLength(1);
  expect(shown).toHaveBeenCalledTimes(times);
  shown.mockRestore();
});
