// An order that begins with what is known of another.
import { call } from "../../api/call";
import { go } from "../../kit/route";

/** 同单再开一件 (Ctrl E): a new draft with what was said once for all products of a call. Throws the refusal of the core. */
export async function anotherProduct(id: number): Promise<void> {
  const draft = await call("another_product", { id });
  go("orders", "draft", draft.key);
}

/** 翻单 (Ctrl D): a new draft with all that is known of an order, and there one is. Throws the refusal of the core. */
export async function repeatOrder(id: number): Promise<void> {
  const draft = await call("repeat_order", { id });
  go("orders", "draft", draft.key);
}
