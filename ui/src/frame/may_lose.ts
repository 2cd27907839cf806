// What was typed could not be kept, and the window is to be closed: whoever sits there says.
import { ask } from "../kit/ask";
import { frameWords } from "../words/frame";

export const mayLose = (): Promise<boolean> => {
  const words = frameWords().losing;
  return ask({ title: words.title, text: words.text, confirm: words.confirm, danger: true });
};
