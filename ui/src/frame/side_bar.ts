// The side bar: only screens that exist, in the order of screens.ts.
import { type TemplateResult, html, nothing } from "lit";
import { href } from "../kit/route";
import { SCREENS } from "../screens";
import { frameWords } from "../words/frame";

/** Every screen by its name, for the search field: one goes there by keys alone. */
export function screenNames(): readonly { readonly name: string; readonly label: string }[] {
  const words = frameWords();
  return Object.keys(SCREENS).filter((name) => name in words.screens).map((name) => ({ name, label: words.screens[name as keyof typeof words.screens] }));
}

export function sideBar(current: string): TemplateResult {
  const words = frameWords();
  const group = (nav: "work" | "house"): TemplateResult => html`<ul>
    ${Object.entries(SCREENS)
      .filter(([, screen]) => screen.nav === nav)
      .map(([name]) => html`<li><a href=${href(name)} aria-current=${name === current ? "page" : nothing}>${words.screens[name as keyof typeof words.screens]}</a></li>`)}
  </ul>`;
  return html`<nav class="side" aria-label=${words.navigation}>${group("work")}${group("house")}</nav>`;
}
