// The rows of first start become people.
import { expect, test } from "vitest";
import { emptyRow, nameless, peopleOf } from "../src/features/desk/first_people";

test("two rows of one name are one person with two roles; empty rows are nobody", () => {
  const rows = [{ ...emptyRow("sales_director"), name: "何静", pin: "2468" }, { ...emptyRow("finance"), name: " 何静 " }, emptyRow("quality")];
  expect(peopleOf(rows)).toEqual([{ name: "何静", roles: ["sales_director", "finance"], pin: "2468", password: null }]);
});

test("a PIN without a name is noticed, not dropped", () => {
  expect(nameless([emptyRow("quality"), { ...emptyRow("finance"), pin: "1234" }])).toBe(1);
  expect(nameless([emptyRow("quality")])).toBe(-1);
});
