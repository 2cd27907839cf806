// The marks between words, as each language writes them: `${label}${marks().colon}${value}`.
import { catalogue } from "./language";

export const marks = catalogue({
  "zh-CN": { colon: "：", list: "、", stop: "。", open: "（", close: "）" },
  en: { colon: ": ", list: ", ", stop: ". ", open: " (", close: ")" },
});
