// Words around a paper: look, print, save.
import { catalogue } from "./language";

export const paperWords = catalogue({
  "zh-CN": {
    printer: "打印机",
    copies: "份数",
    print: "打印",
    save: "另存为…",
    close: "关闭",
    sent: (printer: string) => `已送到 ${printer}`,
    saved: (path: string) => `已存到 ${path}`,
    savedBeside: (path: string) => `原文件正被别的程序打开，另存到 ${path}`,
    noPrinter: "没有找到打印机，可以另存为 PDF。",
    pages: (count: number) => `${count} 页`,
    pictureBroken: (name: string) => `打不开：${name}`,
  },
  en: {
    printer: "Printer",
    copies: "Copies",
    print: "Print",
    save: "Save as…",
    close: "Close",
    sent: (printer) => `Sent to ${printer}`,
    saved: (path) => `Saved to ${path}`,
    savedBeside: (path) => `The file is open in another program; saved to ${path}`,
    noPrinter: "No printer was found; the PDF can be saved.",
    pictureBroken: (name) => `Cannot be shown: ${name}`,
    pages: (count) => (count === 1 ? "1 page" : `${count} pages`),
  },
});
