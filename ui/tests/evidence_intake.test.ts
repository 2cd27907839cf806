// Evidence that is dropped on the window: taken by whoever records for somebody else, once each, and by nobody otherwise.
import type { ReactiveControllerHost } from "lit";
import { beforeEach, expect, test, vi } from "vitest";
import { dialogOpened } from "../src/kit/dialog_depth";
import type { Piece } from "../src/kit/evidence_box";

type Hearer = (event: { payload: { type: string; paths?: string[] } }) => void;
const hearers = new Set<Hearer>();

vi.mock("@tauri-apps/api/webview", () => ({
  getCurrentWebview: () => ({
    onDragDropEvent: (hearer: Hearer) => {
      hearers.add(hearer);
      return Promise.resolve(() => hearers.delete(hearer));
    },
  }),
}));

const { EvidenceIntake } = await import("../src/signing/evidence_intake");
const tell = (type: string, paths: string[] = []): void => hearers.forEach((hearer) => hearer({ payload: { type, paths } }));

interface Box {
  readonly intake: InstanceType<typeof EvidenceIntake>;
  takes: boolean;
  pieces: readonly Piece[];
}

function box(element: Element = document.createElement("div")): Box {
  const host = Object.assign(element, { addController: () => undefined, requestUpdate: () => undefined });
  const made: { -readonly [K in keyof Box]?: Box[K] } & { takes: boolean; pieces: readonly Piece[] } = { takes: true, pieces: [] };
  made.intake = new EvidenceIntake(host as unknown as ReactiveControllerHost, { takes: () => made.takes, pieces: () => made.pieces, take: (pieces) => { made.pieces = pieces; } });
  made.intake.hostConnected();
  return made as Box;
}

beforeEach(() => hearers.clear());

test("clause f1_03: a photo and a scan dropped on the window become evidence, each once", () => {
  const one = box();
  tell("enter", ["/a/签字 照片.jpg"]);
  expect(one.intake.over).toBe(true);
  tell("drop", ["/a/签字 照片.jpg", "/a/扫描.pdf"]);
  expect(one.intake.over).toBe(false);
  tell("drop", ["/a/扫描.pdf"]);
  expect(one.pieces).toEqual([{ kind: "file", path: "/a/签字 照片.jpg" }, { kind: "file", path: "/a/扫描.pdf" }]);
});

test("nothing is taken where somebody signs himself, nor after the box is gone", async () => {
  const one = box();
  one.takes = false;
  tell("enter", ["/a/照片.jpg"]);
  tell("drop", ["/a/照片.jpg"]);
  expect([one.intake.over, one.pieces.length]).toEqual([false, 0]);
  one.takes = true;
  one.intake.hostDisconnected();
  await Promise.resolve();
  await Promise.resolve();
  tell("drop", ["/a/照片.jpg"]);
  expect(one.pieces.length).toBe(0);
});

test("what is dropped over an open dialog is the dialog's, and whose dialog it is", () => {
  const made = (name: string): Element => document.createElement(name);
  const [behind, owner, within] = [made("div"), made("section"), made("span")];
  const dialog = document.createElement("dialog");
  dialog.setAttribute("open", "");
  dialogOpened(dialog);
  dialog.append(within);
  owner.append(dialog);
  document.body.replaceChildren(behind, owner);
  const boxes = [behind, owner, within].map((host) => box(host));
  tell("drop", ["/a/照片.jpg"]);
  expect(boxes.map((each) => each.pieces.length)).toEqual([0, 1, 1]);
  document.body.replaceChildren();
  tell("drop", ["/a/签字.jpg"]);
  expect(boxes[0]?.pieces.length).toBe(1);
});
