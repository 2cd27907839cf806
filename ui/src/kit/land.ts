// Lands on the field a check or a refusal names: brings it into view, puts the focus there and marks it briefly.
// Of a place with several controls it is the first one that is filled in, else the main button, else the first one. The text of
// one line is taken, as Tab takes it: what is typed next stands in its place.
//   landOn("component:c1.grammage", this)   answers whether the field is on this screen.

const IN_PLACES = [":is(input, select, textarea):not([disabled], [readonly])", "button.is-main:not([disabled])", "button:not([disabled]), a[href]"] as const;

/** The control of a place that is none itself; an element of ours knows its own (`focus`). */
function control(place: HTMLElement): HTMLElement | undefined {
  if (place.getAttribute("tabindex") !== "-1") return undefined;
  return IN_PLACES.map((css) => place.querySelector<HTMLElement>(css)).find((found) => found !== null) ?? undefined;
}

export function landOn(path: string, within: ParentNode = document): boolean {
  const field = [...within.querySelectorAll<HTMLElement>("[data-field]")].find((each) => each.dataset["field"] === path);
  if (field === undefined) return false;
  for (let parent = field.parentElement; parent !== null; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  field.scrollIntoView({ block: "center" });
  (control(field) ?? field).focus();
  const on = document.activeElement;
  if (on instanceof HTMLInputElement && (field === on || field.contains(on))) on.select();
  field.classList.add("is-landed");
  setTimeout(() => field.classList.remove("is-landed"), 1600);
  return true;
}
