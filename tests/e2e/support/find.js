// Finds what a person would point at: by the words on it or beside it.
// arguments: [what ("press" | "field"), words]; answers the element or null.
const [what, words] = arguments;
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const shown = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
const byIds = (ids) => tidy((ids ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join(" "));

// A label without its unit, its star and its unseen words.
const bare = (label) => {
  const copy = label.cloneNode(true);
  for (const extra of copy.querySelectorAll(".unit, .star, .unseen, input, select, textarea")) extra.remove();
  return tidy(copy.textContent);
};
const namesOf = (element) => [
  tidy(element.getAttribute("aria-label")),
  byIds(element.getAttribute("aria-labelledby")),
  ...[...(element.labels ?? [])].flatMap((label) => [bare(label), tidy(label.textContent)]),
  ...(what === "press" ? [tidy(element.textContent), bare(element)] : [tidy(element.name), tidy(element.placeholder)]),
  tidy(element.title),
];

// While a dialog is open nothing behind it can be reached.
const dialogs = document.querySelectorAll("dialog[open]");
const room = dialogs.length > 0 ? dialogs[dialogs.length - 1] : document;
const kinds = {
  press: "button, a[href], summary, [role=button], [role=tab], [role=menuitem], [role=option], [role=link], input[type=checkbox], input[type=radio], input[type=submit], label, td, th, [tabindex]",
  field: "input, textarea, select",
};
const candidates = [...room.querySelectorAll(kinds[what])].filter(shown);
const rank = (name) => (name === "" ? 9 : name === words ? 0 : name.startsWith(words) ? 1 : name.includes(words) ? 2 : 9);
let best = null;
let bestRank = 9;
for (const candidate of candidates) {
  // What cannot be pressed is taken only when nothing else bears the words.
  const asleep = candidate.disabled === true || candidate.getAttribute("aria-disabled") === "true";
  const plain = what === "press" && candidate.matches("td, th, label, [tabindex]:not(button, a, [role])");
  const own = Math.min(...namesOf(candidate).map(rank));
  const total = own === 9 ? 9 : own + (plain ? 3 : 0) + (asleep ? 0.5 : 0);
  if (total < bestRank) [best, bestRank] = [candidate, total];
}
return best;
