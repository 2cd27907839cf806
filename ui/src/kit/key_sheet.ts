// The sheet of keys, drawn from the table of keys: only keys that do something now are listed.
import { type TemplateResult, html } from "lit";
import { kitWords } from "../words/kit";
import { KEYS, type KeyName, boundKeys, keyCaps } from "./keys";
import { caps } from "./pieces";

export function keySheet(): TemplateResult {
  const bound = boundKeys();
  const names = (Object.keys(KEYS) as KeyName[]).filter((name) => bound.has(name));
  return html`<table class="key-sheet">
    <caption>${kitWords().keySheet}</caption>
    <tbody>${names.map((name) => html`<tr><th scope="row">${caps(keyCaps(name))}</th><td>${kitWords().keys[name]}</td></tr>`)}</tbody>
  </table>`;
}
