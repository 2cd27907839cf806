// Arrow keys in a list of buttons or links: html`<div @keydown=${walk("[data-name^=change-]")}>…</div>`
// Up and down, and for what stands side by side left and right, go to the next one; Home and End to the ends. A field keeps its keys.
import { composes } from "./composing";

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

export const walk = (stops: string, sideways = false) => (event: KeyboardEvent): void => {
  const step = STEPS[event.key];
  const from = event.target;
  if (step === undefined || composes(event) || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!sideways && (event.key === "ArrowLeft" || event.key === "ArrowRight")) return;
  if (!(from instanceof HTMLElement) || from.matches("input, select, textarea")) return;
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(stops)].filter((stop) => !stop.hasAttribute("disabled"));
  const at = all.findIndex((stop) => stop === from || stop.parentElement?.contains(from) === true);
  const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
};
