// Words of 退回: a no to 生效审批 or 审核, and why.
import type { AskedFor } from "../api/commands";
import { catalogue } from "./language";

export const sentBackWords = catalogue({
  "zh-CN": {
    open: "退回…",
    titles: { effect: "退回生效审批", check: "退回审核" } as Readonly<Record<AskedFor, string>>,
    text: "退回的是现在的内容：业务助理改了以后重新送来。说清楚了不用改的，打开这张订单照签。",
    reason: "退回原因",
    needed: "必填",
    cancel: "先不退回",
    send: "退回",
    sent: "已退回给业务助理",
    by: (name: string, recorded: string) => `${name} 退回${recorded === "" ? "" : `（${recorded}）`}`,
  },
  en: {
    open: "Send back…",
    titles: { effect: "Send back unapproved", check: "Send back unchecked" },
    text: "What stands here now is sent back. The assistant changes it and asks again; what needs no change after all is signed here, in this order.",
    reason: "Why it is sent back",
    needed: "Required",
    cancel: "Not now",
    send: "Send back",
    sent: "Sent back to the assistant",
    by: (name, recorded) => `Sent back by ${name}${recorded === "" ? "" : ` (${recorded})`}`,
  },
});
