// Words of what is in a file, as it was read.
import { catalogue } from "./language";

type Runs = readonly (readonly [number, number])[];

const runs = (pages: Runs, between: string): string => pages.slice(0, 12).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(between) + (pages.length > 12 ? "…" : "");

export const contentsWords = catalogue({
  "zh-CN": {
    separator: "；",
    bytes: "大小",
    version: "版本",
    spaces: "颜色空间",
    spots: "专色",
    fonts: "字体",
    images: "图片",
    layers: "图层",
    from: "从第几页起",
    trim: "裁切框",
    bleed: "出血框",
    crop: "裁剪框",
    media: "页面框",
    turned: "旋转",
    unsaid: "没写",
    unit: (unit: string) => `单位 × ${unit}`,
    onPages: (name: string, pages: Runs) => `${name}（第 ${runs(pages, "、")} 页）`,
    font: (name: string, embedded: boolean, subset: boolean) => `${name === "" ? "图形字体" : name}（${embedded ? (subset ? "已嵌入，子集" : "已嵌入") : "没嵌入"}）`,
    imageLine: (count: number, ppi: number | null, page: number | null) => (ppi === null ? `${count} 张` : `${count} 张，最低 ${ppi} ppi（第 ${page} 页）`),
  },
  en: {
    separator: "; ",
    bytes: "Size",
    version: "Version",
    spaces: "Colour spaces",
    spots: "Spots",
    fonts: "Fonts",
    images: "Pictures",
    layers: "Layers",
    from: "From page",
    trim: "Trim box",
    bleed: "Bleed box",
    crop: "Crop box",
    media: "Media box",
    turned: "Rotation",
    unsaid: "not stated",
    unit: (unit) => `unit × ${unit}`,
    onPages: (name, pages) => `${name} (page ${runs(pages, ", ")})`,
    font: (name, embedded, subset) => `${name === "" ? "drawn letters" : name} (${embedded ? (subset ? "embedded, subset" : "embedded") : "not embedded"})`,
    imageLine: (count, ppi, page) => (ppi === null ? `${count}` : `${count}, coarsest ${ppi} ppi (page ${page})`),
  },
});
