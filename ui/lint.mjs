// The window's own lint: the few rules a general linter does not know. Each rule says why.
// Run by `npm run lint`; prints every breach and ends with 1 when there is one.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

const root = new URL("./src/", import.meta.url).pathname;
const outside = (folder) => (path) => !path.startsWith(folder);
const inside = (folder) => (path) => path.startsWith(folder);

const rules = [
  { ban: /\bstyleMap\b/, why: "styleMap writes the style attribute, which the content policy blocks; use place()" },
  { ban: /\sstyle\s*=\s*["'$]/, why: "no style attributes (content policy); use a class or place()" },
  { ban: /setAttribute\(\s*["']style["']|\.cssText\b/, why: "no style attributes (content policy); use place()" },
  { ban: /\.style\b/, where: (path) => path !== "kit/place.ts", why: "only place() sets positions" },
  { ban: /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|unsafeStatic|unsafeCSS|document\.write)\b/, why: "text is never markup" },
  { ban: /\b(eval|Function)\s*\(/, why: "no code from text" },
  { ban: /\sautofocus[\s>=]/, why: "focus moves by the screen, not by the attribute" },
  { ban: /@tauri-apps|__TAURI/, where: outside("api/"), why: "only src/api knows the bridge" },
  { ban: /\binvoke\b/, where: outside("api/"), why: "only src/api says invoke" },
  { ban: /from "(\.\.\/)+(features|frame|api)\//, where: inside("kit/"), why: "the kit knows no domain" },
  { ban: /from "(\.\.\/)+(features|frame|kit)\//, where: inside("api/"), why: "the bridge knows no screen" },
  { ban: /from "(\.\.\/)+frame\//, where: inside("features/"), why: "a screen does not know the frame around it" },
  { ban: /\bconsole\./, why: "nobody reads the console of a shipped window" },
  { ban: /:\s*any\b|\bas any\b|<any>/, why: "no any" },
  { ban: /@ts-(ignore|nocheck)/, why: "no silenced types" },
  { ban: /\b(TODO|FIXME|XXX)\b/, why: "nothing is left for later in the tree" },
  { ban: /[\u4e00-\u9fff]/, where: (path) => !path.startsWith("words/") && !path.startsWith("api/bindings/") && path.endsWith(".ts"), why: "words for people stand in src/words" },
];

function* files(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else if (/\.(ts|css|html)$/.test(name)) yield path;
  }
}

let breaches = 0;
const report = (path, line, why) => {
  breaches += 1;
  process.stderr.write(`${path}:${line}: ${why}\n`);
};

for (const file of files(root)) {
  const path = relative(root, file).replaceAll("\\", "/");
  const text = readFileSync(file, "utf8");
  const lines = text.split("\n");
  if (path.endsWith(".css") && /@import\s+["'(]*https?:|url\(\s*["']?https?:/.test(text)) report(path, 1, "nothing from the network");
  if (!path.endsWith(".ts")) continue;
  const generated = path.startsWith("api/bindings/");
  if (!generated && !text.startsWith("//") && !text.startsWith("/**")) report(path, 1, "a file begins with what it is and how to use it");
  if (!generated && lines.length > 400) report(path, 400, "over 400 lines: split it");
  lines.forEach((line, index) => {
    const code = line.replace(/^\s*(\/\/|\/?\*).*$/, "").replace(/\s\/\/ .*$/, "");
    for (const rule of rules) {
      if (rule.where && !rule.where(path)) continue;
      if (rule.ban.test(code)) report(path, index + 1, rule.why);
    }
  });
  const own = /^features\/([^/]+)\//.exec(path)?.[1];
  if (own) {
    for (const match of text.matchAll(/from "\.\.\/([^."/][^"/]*)\//g)) {
      if (match[1] !== own) report(path, 1, `a feature does not import another feature (${match[1]})`);
    }
  }
}
if (breaches > 0) process.exitCode = 1;
