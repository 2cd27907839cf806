// 翻单 (Ctrl D): a new draft with all that is known of an order, and there one is. Throws the refusal of the core.
import { call } from "../../api/call";
import { go } from "../../kit/route";

export async function repeatOrder(id: number): Promise<void> {
  const draft = await call("repeat_order", { id });
  go("orders", "draft", draft.key);
}
