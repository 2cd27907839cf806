// What a customer asks on the phone, answered beside the fields: ${answersCard(reckoning, form, (path) => …)}
// Each line opens its reckoning; one that cannot be answered says what is missing, and leads there. Hooks: data-answer=earliest_date …
import { type TemplateResult, html, nothing } from "lit";
import type { Answer, OrderForm, Reckoning } from "../../api/commands";
import { card, chip } from "../../kit/pieces";
import { answerLabel, answerStep, answerWords } from "../../words/answers";
import { shortDay } from "../../words/times";
import { textAt } from "../../form/form_edits";
import { placeName } from "../../form/place_name";

export function answersCard(reckoning: Reckoning | undefined, form: OrderForm, land: (path: string) => void): TemplateResult | typeof nothing {
  const answers = reckoning?.answers ?? [];
  if (answers.length === 0) return nothing;
  return html`<div data-name="answers">${card({ title: answerWords().title, flush: true, body: html`<div class="answers">${answers.map((answer) => line(answer, form, land))}</div>` })}</div>`;
}

function line(answer: Answer, form: OrderForm, land: (path: string) => void): TemplateResult {
  const words = answerWords();
  if (answer.value === null) {
    const links = [...new Set(answer.missing)].map((path) => html`<button type="button" class="link" data-land=${path} @click=${() => land(path)}>${placeName(form, path)}</button>`);
    // A binding that is there and yet asked for is one the table does not know.
    const unlisted = answer.code === "earliest_date" && answer.missing.some((path) => textAt(form, path) !== "");
    return html`<div class="answer is-open" data-answer=${answer.code}><span class="answer-label">${answerLabel(answer.code)}</span><small class="answer-missing">${unlisted ? words.unlisted : words.missing} ${links}</small></div>`;
  }
  const value = answer.code === "earliest_date" ? shortDay(answer.value) : answer.value;
  return html`<details class="answer" data-answer=${answer.code}><summary><span class="answer-label">${answerLabel(answer.code)}</span><b>${value}</b>${answer.estimated ? chip(words.estimated, "amber") : nothing}</summary>
    <ul class="answer-steps">${answer.steps.map((step) => html`<li>${answerStep(step.code, step.params)}</li>`)}</ul></details>`;
}
