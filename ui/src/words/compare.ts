// Words of 客户改了什么: two versions of a file, page by page.
import type { PageChange, VersionComparison } from "../api/commands";
import { catalogue } from "./language";

/** `3–5、17`. */
function runs(numbers: readonly number[], between: string): string {
  const spans: [number, number][] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] + 1 === number) last[1] = number;
    else spans.push([number, number]);
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(between);
}

const of = (compared: VersionComparison, verdict: string): readonly number[] => compared.pages.filter((page) => page.verdict === verdict).map((page) => (verdict === "removed" ? page.before : page.after) ?? 0);

function zhSummary(compared: VersionComparison): string {
  const said = [
    of(compared, "changed").length > 0 ? `改了第 ${runs(of(compared, "changed"), "、")} 页` : "",
    of(compared, "added").length > 0 ? `新加第 ${runs(of(compared, "added"), "、")} 页` : "",
    of(compared, "removed").length > 0 ? `去掉了原来的第 ${runs(of(compared, "removed"), "、")} 页` : "",
    of(compared, "resized").length > 0 ? `第 ${runs(of(compared, "resized"), "、")} 页裁切框或出血框改了` : "",
    of(compared, "unseen").length > 0 ? `第 ${runs(of(compared, "unseen"), "、")} 页数据有改动，画面看不出（叠印、专色、字体等）` : "",
    of(compared, "not_compared").length > 0 ? `第 ${runs(of(compared, "not_compared"), "、")} 页没来得及比，请人工看` : "",
  ].filter(Boolean);
  if (!compared.compared) return `还没有逐页比较`;
  return said.length === 0 ? `第 ${compared.after.version} 版和第 ${compared.before.version} 版看起来一样` : said.join("；");
}

function enSummary(compared: VersionComparison): string {
  const said = [
    of(compared, "changed").length > 0 ? `changed: page ${runs(of(compared, "changed"), ", ")}` : "",
    of(compared, "added").length > 0 ? `added: page ${runs(of(compared, "added"), ", ")}` : "",
    of(compared, "removed").length > 0 ? `left out: former page ${runs(of(compared, "removed"), ", ")}` : "",
    of(compared, "resized").length > 0 ? `trim or bleed moved: page ${runs(of(compared, "resized"), ", ")}` : "",
    of(compared, "unseen").length > 0 ? `other data, same picture (overprint, spots, fonts): page ${runs(of(compared, "unseen"), ", ")}` : "",
    of(compared, "not_compared").length > 0 ? `page ${runs(of(compared, "not_compared"), ", ")} was not compared in time; look at it` : "",
  ].filter(Boolean);
  if (!compared.compared) return "Not compared page by page yet";
  return said.length === 0 ? `Version ${compared.after.version} looks like version ${compared.before.version}` : said.join("; ");
}

export const compareWords = catalogue({
  "zh-CN": {
    open: "与上一版比较",
    title: (name: string) => `改了什么：${name}`,
    comparing: (seen: number, pages: number) => (pages > 0 ? `正在逐页比较（${seen} / ${pages} 页）` : "正在逐页比较"),
    summary: zhSummary,
    since: (compared: VersionComparison): string => `第 ${compared.after.version} 版替换了第 ${compared.before.version} 版：${zhSummary(compared)}`,
    replacedSince: "之后换过文件",
    page: (page: PageChange): string => (page.after === null ? `原第 ${page.before} 页（去掉）` : page.before === null ? `第 ${page.after} 页（新加）` : page.verdict === "not_compared" ? `第 ${page.after} 页（没比）` : page.verdict === "resized" ? `第 ${page.after} 页（裁切）` : `第 ${page.after} 页`),
    side: (version: number, page: number | null): string => (page === null ? `第 ${version} 版` : `第 ${version} 版 · 第 ${page} 页`),
    notThere: "这一版没有这一页",
    colours: "红框是看得出不同的地方；屏幕颜色不作准。",
    givenTitle: "下面这些是按旧版给的，请逐项核对要不要重来",
    given: { stamp: "样本确认章", proof: "打样轮次", position: "工艺位置", check: "审核", customer: "客户签字", opinion: "评审意见", prepress: "已存印前文件夹的旧版", answer: "旧版预检时客户的答复", waiver: "旧版的预检放行", effect: "生效审批", conclusion: "评审结论", sheet: "已开立的任务书" } as Readonly<Record<string, string>>,
  },
  en: {
    open: "Compare with the last version",
    title: (name) => `What changed: ${name}`,
    comparing: (seen, pages) => (pages > 0 ? `Comparing page by page (${seen} of ${pages})` : "Comparing page by page"),
    summary: enSummary,
    since: (compared) => `Version ${compared.after.version} replaced version ${compared.before.version}: ${enSummary(compared)}`,
    replacedSince: "file replaced since",
    page: (page) => (page.after === null ? `former page ${page.before} (left out)` : page.before === null ? `page ${page.after} (new)` : page.verdict === "not_compared" ? `page ${page.after} (not compared)` : page.verdict === "resized" ? `page ${page.after} (trim)` : `page ${page.after}`),
    side: (version, page) => (page === null ? `version ${version}` : `version ${version}, page ${page}`),
    notThere: "This version has no such page",
    colours: "Red frames mark what looks different; colours on screen are no reference.",
    givenTitle: "These were given on the old version; see whether they still hold",
    given: { stamp: "Sample stamp", proof: "Proof, round", position: "Position", check: "Check", customer: "Customer’s signature", opinion: "Opinion", prepress: "Old version in the prepress folder", answer: "Customer’s answer about the old version", waiver: "Waiver of the old version", effect: "Approval of the order", conclusion: "Conclusion of the review", sheet: "Issued task sheet" },
  },
});
