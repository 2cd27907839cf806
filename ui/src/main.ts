// Where the window begins: language, input method, keys, then <dk-window> draws itself.
import { watchComposition } from "./kit/composing";
import { watchKeys } from "./kit/keys";
import { language } from "./words/language";
import "./frame/window";

document.documentElement.lang = language();
watchComposition();
watchKeys();
