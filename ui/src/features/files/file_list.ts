// The files of an order, component by component: what is in use with the sum of its P beside the order's, old versions
// folded away, what is out of use at the end. Hooks: data-name=files, data-group=KEY, data-row=ID, look-ID, tidy-ID,
// older-PLACE, back-PLACE, retry.
import { type TemplateResult, html, nothing } from "lit";
import type { ComponentPages, FileView, OrderPage } from "../../api/commands";
import { rests } from "../../form/rests";
import { button, chip } from "../../kit/pieces";
import { href } from "../../kit/route";
import { refusalWords } from "../../words/errors";
import { filesWords } from "../../words/files";
import { shortTime } from "../../words/times";
import { fileSize } from "../../words/sizes";
import { fileFacts } from "./file_facts";
import { groupName } from "./receive_files";

export interface ListActs {
  readonly look: (file: FileView) => void;
  readonly tidy: (file: FileView) => void;
  readonly back: (file: FileView) => void;
  readonly retry: () => void;
  readonly unfold: (place: number) => void;
  readonly unfolded: ReadonlySet<number>;
  readonly busy: boolean;
}

/** The sum in words, and how it looks. */
export function sumWords(sum: ComponentPages): { readonly text: string; readonly tone: string } {
  const words = filesWords().sum;
  if (sum.files === 0) {
    if (!sum.needsFile) return { text: words.notNeeded, tone: "quiet" };
    return { text: sum.ordered === null ? words.missingUnknown : words.missing(sum.ordered), tone: "quiet" };
  }
  const pages = sum.sum ?? 0;
  if (sum.stand === "uncounted") return { text: words.uncounted, tone: "is-amber" };
  if (sum.component === "") return { text: words.whole(pages), tone: "quiet" };
  if (sum.ordered === null) return { text: words.unknown(pages), tone: "quiet" };
  return sum.stand === "agree" ? { text: words.agree(pages), tone: "is-green" } : { text: words.differ(pages, sum.ordered), tone: "is-amber" };
}

export function fileList(page: OrderPage, acts: ListActs): TemplateResult {
  const heads = filesWords().columns;
  const sums = page.pageSums.filter((sum) => sum.component !== "" || sum.files > 0);
  const left = page.files.filter((file) => !page.pageSums.some((sum) => sum.component === file.component));
  const groups: readonly { readonly key: string; readonly sum?: ComponentPages }[] = [...sums.map((sum) => ({ key: sum.component, sum })), ...[...new Set(left.map((file) => file.component))].map((key) => ({ key }))];
  return html`<table class="table is-wrapping files" data-name="files">
    <thead><tr><th class="is-wide">${heads.name}</th><th class="is-number">${heads.pages}</th><th>${heads.size}</th><th>${heads.from}</th><th>${heads.prepress}</th><th class="is-act"></th></tr></thead>
    ${groups.map(({ key, sum }) => {
      const files = page.files.filter((file) => file.component === key);
      const words = sum === undefined ? undefined : sumWords(sum);
      return html`<tbody data-group=${key}><tr class="file-group"><th colspan="6" scope="rowgroup"><b>${groupName(page, key)}</b> ${words === undefined ? nothing : html`<span class=${words.tone}>${words.text}</span>`}</th></tr>
        ${files.filter((file) => file.newest).map((file) => place(page, file, files, acts))}</tbody>`;
    })}</table>`;
}

function place(page: OrderPage, file: FileView, files: readonly FileView[], acts: ListActs): TemplateResult {
  const older = files.filter((one) => one.place === file.place && !one.newest);
  const open = acts.unfolded.has(file.place);
  const fold = older.length === 0 ? nothing : html`<br /><button type="button" class="link" data-name="older-${file.place}" aria-expanded=${open ? "true" : "false"} @click=${() => acts.unfold(file.place)}>${open ? "▾" : "▸"} ${filesWords().older(older.length)}</button>`;
  return html`${row(page, file, acts, fold)}${open ? older.map((one) => row(page, one, acts, nothing)) : nothing}`;
}

function row(page: OrderPage, file: FileView, acts: ListActs, fold: unknown): TemplateResult {
  const words = filesWords();
  const found = fileFacts(page, file);
  const past = !file.newest || file.outReason !== "";
  const how = words.countsNames[file.counts];
  const still = rests(page);
  return html`<tr data-row=${file.id} class=${past ? "is-past" : ""}>
    <td class="is-breaking">${file.name}<br /><small class="quiet">${[file.label, words.version(file.version), file.kind.toUpperCase(), fileSize(file.size)].filter(Boolean).join(" · ")} · <span title="${words.hash} ${file.sha256}">${file.sha256.slice(0, 8)}</span></small>
      ${file.locked && !past ? chip(words.locked, "accent") : nothing}${file.madeBy === "house" ? chip(words.house) : nothing}
      ${file.nameLies ? html`<br />${chip(words.nameLies, "amber")}` : nothing}${file.refused === null ? nothing : html`<br /><small class="is-amber">${refusalWords(file.refused).title}</small>`}
      ${file.before.map((other) => html`<br /><small class="is-amber" data-name="received-before">${words.before} ${other.orderId === page.id ? words.thisOrder : html`<a href=${href("orders", other.orderId)}>${other.number}</a>`} · ${shortTime(other.receivedAt)}</small>`)}
      ${file.outReason === "" || !file.newest ? nothing : html`<br /><small class="is-amber">${words.outOf(file.outReason)}</small>`}${fold}</td>
    <td class="is-number">${file.p ?? "—"}${file.pages === null || file.counts === "single" ? nothing : html`<br /><small class="quiet">${words.pagesOf(file.pages)}<br />${how}</small>`}</td>
    <td>${found.trim || "—"}${found.differs.map((text) => html`<br /><small class="is-amber">${text}</small>`)}${found.agrees && !past ? html`<br /><small class="is-green">${words.trimAgrees}</small>` : nothing}</td>
    <td>${file.fromWhom} · ${file.how}<br /><small class="quiet">${shortTime(file.receivedAt)}</small></td>
    <td>${prepress(file, past, still, acts)}</td>
    <td class="is-act">${file.pages === null ? nothing : html`<button type="button" class="link" data-name="look-${file.id}" @click=${() => acts.look(file)}>${words.look}</button>${file.newest && !still ? html`<span class="quiet"> · </span>` : nothing}`}${!file.newest || still ? nothing : file.outReason === "" ? html`<button type="button" class="link" data-name="tidy-${file.id}" data-field=${file.madeBy === "house" ? "files.house" : nothing} @click=${() => acts.tidy(file)}>${words.tidy}</button>` : html`<button type="button" class="link" data-name="back-${file.place}" @click=${() => acts.back(file)}>${words.back}</button>`}</td>
  </tr>`;
}

function prepress(file: FileView, past: boolean, still: boolean, acts: ListActs): TemplateResult {
  const words = filesWords();
  const view = file.prepress;
  if (view === null) return past ? html`—` : html`<small class="quiet">${words.prepressNot}</small>`;
  const why = view.trouble === null ? nothing : html`<br /><small class="is-amber">${words.trouble[view.trouble]}</small>`;
  const alone = view.isOriginal ? html`<br /><small class="quiet" data-name="original-in-prepress">${words.originalInPrepress}</small>` : nothing;
  if (view.state === "kept") return file.outReason === "" ? html`<span title=${view.path}>${chip(words.prepress.kept, past ? undefined : "green")}${alone}</span>` : html`<span title=${view.path}>${chip(words.prepress.kept, "amber")}<br /><small class="is-amber">${words.tellPrepress}</small>${alone}</span>`;
  const state = view.state === "failed" ? chip(words.prepress.failed, "amber") : chip(words.prepress.waiting);
  return html`${state}${why}${view.trouble === null || still ? nothing : html`<br />${button({ label: words.again, plain: true, name: "retry", busy: acts.busy, onClick: acts.retry })}`}`;
}
