// Where the window begins: language, input method, keys, then <dk-window> draws itself.
import { watchTheDay } from "./api/desk";
import { call } from "./api/call";
import { watchIdle } from "./api/idle";
import { watchLeaving } from "./api/leaving";
import { watchTheTurn } from "./api/new_day";
import { watchPreflight } from "./api/preflighting";
import { watchPrepress } from "./api/prepress";
import { watchComposition } from "./kit/composing";
import { tellInitialsBy } from "./kit/initials";
import { watchKeys } from "./kit/keys";
import { language } from "./words/language";
import "./frame/window";
import { mayLose } from "./frame/may_lose";

document.documentElement.lang = language();
watchComposition();
watchKeys();
watchTheDay();
watchTheTurn();
watchIdle();
watchLeaving(mayLose);
watchPreflight();
watchPrepress();
tellInitialsBy((texts) => call("initials", { texts: [...texts] }));
// A file dropped beside its place must not replace the window; what was dropped comes from the shell (api/dropped_files.ts).
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
