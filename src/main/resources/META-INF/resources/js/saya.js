/* What was sent from this phone and what still waits on it; settings that take effect at a touch. */
import { showMine } from "./mine.js";
import { renderOutbox } from "./outbox/list.js";
import { watch } from "./outbox/outbox.js";
import { offerInstall } from "./install.js";

const none = document.querySelector("[data-none]");
const redraw = showMine(document.querySelector("[data-mine]"), (count) => (none.hidden = count > 0));
offerInstall();
renderOutbox(document.querySelector("[data-outbox]"));
watch(redraw);

const form = document.querySelector("[data-hemat]");
form.addEventListener("change", () => form.requestSubmit());
