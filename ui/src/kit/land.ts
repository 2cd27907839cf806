// Lands on the field a check or a refusal names: brings it into view, puts the focus there and marks it briefly.
//   landOn("component:c1.grammage", this)   answers whether the field is on this screen.

export function landOn(path: string, within: ParentNode = document): boolean {
  const field = [...within.querySelectorAll<HTMLElement>("[data-field]")].find((each) => each.dataset["field"] === path);
  if (field === undefined) return false;
  for (let parent = field.parentElement; parent !== null; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  field.scrollIntoView({ block: "center" });
  field.focus();
  field.classList.add("is-landed");
  setTimeout(() => field.classList.remove("is-landed"), 1600);
  return true;
}
