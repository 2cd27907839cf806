// The one table code → words and what to do next, for every refusal and failure of the core.
// refusalWords(error) answers { title, next }; fieldWords(code, params) the short word under a field.
import { catalogue } from "./language";

type Params = Readonly<Record<string, string>>;
interface Entry {
  readonly title: (params: Params) => string;
  /** What to do next. */
  readonly next?: (params: Params) => string;
}

const says = (title: string, next?: string): Entry => ({ title: () => title, ...(next === undefined ? {} : { next: () => next }) });

const entries = catalogue<Record<string, Entry>>({
  "zh-CN": {
    bridge: { title: () => "程序内部没有应答", next: (params) => `请关闭后重新打开印单；已输入的内容都在草稿里。${params["detail"] ?? ""}` },
    wrong_password: says("姓名或密码不对", "请检查大小写和输入法后重试；忘记密码的，请管理员在“人员”里重设。"),
    wrong_pin: says("PIN 不对", "请签核人本人重新输入；忘记的，请管理员在“人员”里重设。"),
    changed_meanwhile: says("这张单在别处已被改动", "已输入的内容还在。请看过新的内容再保存。"),
    required: says("必填", "请填写后再继续。"),
  },
  en: {
    bridge: { title: () => "The program does not answer", next: (params) => `Close Docket and open it again; what was typed is kept as a draft. ${params["detail"] ?? ""}` },
    wrong_password: says("Wrong name or password", "Check capitals and input method and try again; if forgotten, an administrator sets a new one under People."),
    wrong_pin: says("Wrong PIN", "Let the person type it again; if forgotten, an administrator sets a new one under People."),
    changed_meanwhile: says("This was changed elsewhere meanwhile", "What you typed is still here. Look at the newer state, then save."),
    required: says("Required", "Fill it in to go on."),
  },
});

const unknown = catalogue({
  "zh-CN": { title: (code: string) => `没有完成（${code}）`, next: "已输入的内容还在。请重试；仍然不行的，把括号里的代码告诉管理员。" },
  en: { title: (code) => `Not done (${code})`, next: "What you typed is still here. Try again; if it fails again, tell an administrator the code in brackets." },
});

export interface RefusalWords {
  readonly title: string;
  readonly next: string;
}

export function refusalWords(error: { readonly code: string; readonly params: Params }): RefusalWords {
  const entry = entries()[error.code];
  if (entry === undefined) return { title: unknown().title(error.code), next: unknown().next };
  return { title: entry.title(error.params), next: entry.next?.(error.params) ?? "" };
}

export const fieldWords = (code: string, params: Params = {}): string => refusalWords({ code, params }).title;
