// 代录 with its medium, as every screen marks it: 代录·微信.
import type { Medium } from "../api/commands";
import { kitWords } from "./kit";

export const recordedWord = (medium: Medium): string => `${kitWords().sign.recorded}·${kitWords().sign.media[medium]}`;
