/* What was sent from this phone and what still waits on it; settings that take effect at a touch. */
import { showMine } from "./mine.js";
import { offerInstall } from "./install.js";

const none = document.querySelector("[data-none]");
showMine(document.querySelector("[data-mine]"), (count) => (none.hidden = count > 0));
offerInstall();

const form = document.querySelector("[data-hemat]");
form.addEventListener("change", () => form.requestSubmit());
