// F1: the sheet of keys.
import { type TemplateResult } from "lit";
import { dialog } from "../kit/dialog";
import { keySheet } from "../kit/key_sheet";
import { frameWords } from "../words/frame";

export const helpDialog = (parts: { open: boolean; onClose: () => void }): TemplateResult =>
  dialog({ open: parts.open, title: frameWords().help, body: parts.open ? keySheet() : "", onClose: parts.onClose });
