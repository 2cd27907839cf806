// The side bar: only screens that exist, in the order of screens.ts.
import { type TemplateResult, html, nothing } from "lit";
import { href } from "../kit/route";
import { SCREENS } from "../screens";
import { frameWords } from "../words/frame";

export function sideBar(current: string): TemplateResult {
  const words = frameWords();
  const group = (nav: "work" | "house"): TemplateResult => html`<ul>
    ${Object.entries(SCREENS)
      .filter(([, screen]) => screen.nav === nav)
      .map(([name]) => html`<li><a href=${href(name)} aria-current=${name === current ? "page" : nothing}>${words.screens[name as keyof typeof words.screens]}</a></li>`)}
  </ul>`;
  return html`<nav class="side" aria-label=${words.navigation}>${group("work")}${group("house")}</nav>`;
}
