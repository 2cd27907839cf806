// Many files on their way in: a refusal of one stops no other and stands beside its name; the way out works between files.
import { beforeEach, expect, test, vi } from "vitest";
import type { OrderPage } from "../src/api/commands";

type Invoke = (name: string, args: { request?: { path: string } }) => Promise<unknown>;
const core = vi.hoisted(() => ({ invoke: (() => Promise.resolve(undefined)) as Invoke, drop: (_paths: readonly string[]): void => undefined }));
vi.mock("@tauri-apps/api/core", () => ({ invoke: (name: string, args: { request?: { path: string } }) => core.invoke(name, args) }));
vi.mock("@tauri-apps/api/webview", () => ({
  getCurrentWebview: () => ({
    onDragDropEvent: (hearer: (event: { payload: { type: string; paths: readonly string[] } }) => void) => {
      core.drop = (paths) => hearer({ payload: { type: "drop", paths } });
      return Promise.resolve(() => undefined);
    },
  }),
}));

await import("../src/features/files/receive_files");

const page = { id: 4, files: [], checks: [], pageSums: [], form: { order: { contact: "王琳" }, components: [{ key: "c1", values: { name: "内文" } }] } } as unknown as OrderPage;
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

/** Each element shows an order of its own: what waits is kept by order. */
let order = 4;

async function dropped(paths: readonly string[]): Promise<HTMLElementTagNameMap["dk-receive-files"]> {
  document.body.innerHTML = "";
  const element = document.createElement("dk-receive-files");
  element.page = { ...page, id: (order += 1) };
  document.body.append(element);
  await settled();
  core.drop(paths);
  await settled();
  return element;
}

const names = (element: HTMLElement): string[] => [...element.querySelectorAll(".waiting-name strong")].map((name) => name.textContent ?? "");
const submit = (element: HTMLElement): unknown => element.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));

beforeEach(() => { core.invoke = () => Promise.resolve(undefined); });

test("clause s_4_1_1b: a refusal of one file does not stop the others and is said beside its name", async () => {
  const asked: string[] = [];
  core.invoke = (name, args) => {
    if (name !== "receive_file") return Promise.resolve(name === "attachment_space" ? 1 : { value: null, changed: [] });
    asked.push(args.request?.path ?? "");
    return args.request?.path === "/b.pdf" ? Promise.reject({ code: "file_empty", params: { name: "b.pdf" }, refusal: true, fields: [] }) : Promise.resolve({ value: page, changed: [] });
  };
  const element = await dropped(["/a.pdf", "/b.pdf", "/a.pdf", "/c.pdf"]);
  expect(names(element)).toEqual(["a.pdf", "b.pdf", "c.pdf"]);
  submit(element);
  await settled();
  expect(asked).toEqual(["/a.pdf", "/b.pdf", "/c.pdf"]);
  expect(names(element)).toEqual(["b.pdf"]);
  expect(element.querySelector("li [role=alert]")?.textContent).toContain("b.pdf");
});

test("the way out stops between two files; what was not received waits on", async () => {
  let letIn: (() => void) | undefined;
  core.invoke = (name) => (name === "receive_file" ? new Promise((resolve) => { letIn = () => resolve({ value: page, changed: [] }); }) : Promise.resolve(1));
  const element = await dropped(["/a.pdf", "/b.pdf"]);
  submit(element);
  await settled();
  element.querySelector("dk-progress")?.onCancel?.();
  letIn?.();
  await settled();
  expect(names(element)).toEqual(["b.pdf"]);
});

test("nobody is asked to receive a file from nobody", async () => {
  const asked: string[] = [];
  core.invoke = (name) => { asked.push(name); return Promise.resolve(1); };
  const element = await dropped(["/a.pdf"]);
  element.querySelector("[data-field='file.fromWhom']")?.dispatchEvent(new CustomEvent("typed", { detail: { name: "file.fromWhom", value: " " }, bubbles: true }));
  submit(element);
  await settled();
  expect(asked).not.toContain("receive_file");
});

test("clause s_4_2_1b: of a direct-lane customer nothing of the house's making is received", async () => {
  core.invoke = () => Promise.resolve(1);
  const element = await dropped(["/a/内文.pdf"]);
  expect(element.querySelector("[data-field='file.madeBy']")).not.toBeNull();
  element.page = { ...page, checks: [{ code: "locked_files" }] } as unknown as OrderPage;
  await settled();
  expect(element.querySelector("[data-field='file.madeBy']")).toBeNull();
  expect(element.querySelector("[data-name='locked-note']")).not.toBeNull();
});

test("files that were chosen wait while one looks at another step", async () => {
  const element = await dropped(["/a.pdf", "/b.pdf"]);
  element.remove();
  const again = document.createElement("dk-receive-files");
  again.page = { ...page, id: order };
  document.body.append(again);
  await settled();
  expect(names(again)).toEqual(["a.pdf", "b.pdf"]);
});
