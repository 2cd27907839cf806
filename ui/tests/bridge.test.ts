// The bridge: answers are unwrapped, what changed is announced, errors are typed, only the newest answer counts.
import { expect, test, vi } from "vitest";
import type { ReactiveControllerHost } from "lit";

/** What the core answers next. */
const core = vi.hoisted(() => ({ answer: (_args: unknown): Promise<unknown> => Promise.resolve() }));
vi.mock("@tauri-apps/api/core", () => ({ invoke: (_name: string, args: unknown) => core.answer(args) }));

import { call } from "../src/api/call";
import { announce, hear } from "../src/api/changes";
import { Loading } from "../src/api/loading";
import { fileIntoPrepress } from "../src/api/prepress";
import { Refusal } from "../src/api/refusal";
import { onSeatLocked } from "../src/api/seat";

const host = (): ReactiveControllerHost => ({ addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) });

test("a mutating command answers its value and announces its topics", async () => {
  core.answer = () => Promise.resolve({ value: { id: 7 }, changed: ["customers"] });
  const heard: string[] = [];
  const stop = hear((topics) => heard.push(...topics));
  const request = { id: null, revision: 0, name: "E-PRINT", shortName: "", address: "", contact: "", phone: "", remark: "" };
  expect(await call("save_customer", { request })).toEqual({ id: 7 });
  stop();
  expect(heard).toEqual(["customers"]);
});

test("a refusal keeps its code, facts and fields", async () => {
  core.answer = () => Promise.reject({ code: "wrong_pin", params: { left: 2 }, refusal: true, fields: [{ path: "pin", code: "required", params: {} }] });
  const refusal = await call("sign_out").catch((thrown: unknown) => thrown);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: "wrong_pin", params: { left: "2" }, refusal: true, fields: [{ path: "pin" }] });
});

test("anything else that is thrown is the failure of the bridge", async () => {
  core.answer = () => Promise.reject("window not allowed");
  await expect(call("sign_out")).rejects.toMatchObject({ code: "bridge", refusal: false });
});

test("a screen loads again when one of its topics changes, and only then", async () => {
  const load = vi.fn(async () => "rows");
  const loading = new Loading(host(), { topics: () => ["order:12"], load });
  loading.hostConnected();
  announce(["order:13", "orders"]);
  announce(["order:12"]);
  loading.hostDisconnected();
  announce(["order:12"]);
  expect(load).toHaveBeenCalledTimes(2);
});

test("an answer that was overtaken is dropped", async () => {
  const answers: ((value: string) => void)[] = [];
  const loading = new Loading(host(), { topics: () => [], load: () => new Promise<string>((resolve) => answers.push(resolve)) });
  const first = loading.reload();
  const second = loading.reload();
  answers[1]?.("newer");
  await second;
  answers[0]?.("older");
  await first;
  expect(loading.value).toBe("newer");
});

test("clause s_4_1_4c: files are filed until nothing more is due, and what failed is not tried over and over", async () => {
  const asked: unknown[] = [];
  const more = [true, true, false];
  core.answer = (args) => {
    asked.push(args);
    return Promise.resolve({ value: more.shift(), changed: [] });
  };
  await fileIntoPrepress(true);
  expect(asked).toEqual([{ all: true }, { all: false }, { all: false }]);
});

test("clause f7_04: what the window asks by itself brings no lock screen up and is not asked again behind it", async () => {
  const locked = vi.fn();
  onSeatLocked(locked);
  core.answer = () => Promise.reject({ code: "locked", params: {}, refusal: true, fields: [] });
  await expect(call("file_into_prepress", { all: false })).rejects.toMatchObject({ code: "locked" });
  await expect(fileIntoPrepress()).resolves.toBeUndefined();
  expect(locked).not.toHaveBeenCalled();
});
