/* The page of the phone: what waits here and what opens without a network. */
import { installButton, isInstalled } from "../install.js";
import { isBehind, isUnsent, watch } from "./acts.js";
import { actCard } from "./card.js";
import { MINE, kept, keptCases } from "./kept.js";

const waiting = document.querySelector("[data-acts]");
const none = document.querySelector("[data-none]");
const cases = document.querySelector("[data-kept]");
const install = document.querySelector("[data-install-app]");

watch((all) => {
  const unsent = all.filter(isUnsent);
  waiting.replaceChildren(...unsent.map((act) => actCard(act, { isBehind: isBehind(act, unsent) })));
  none.hidden = unsent.length > 0;
});

for (const { number, title, path } of await keptCases()) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = path;
  link.append(title);
  const small = document.createElement("small");
  small.append(number);
  item.append(link, small);
  cases.append(item);
}
document.querySelector("[data-mine]").hidden = !(await kept(MINE));
document.querySelector("[data-none-kept]").hidden = cases.children.length > 0;

install.hidden = isInstalled();
installButton(install.querySelector("[data-do]"), () => (install.hidden = true));
