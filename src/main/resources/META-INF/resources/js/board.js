/* The board stays true while it is open: what changes at the agency is fetched at once. */
import { text } from "./texts.js";
import { toast } from "./toast.js";

const board = document.getElementById("papan");
const live = document.querySelector("[data-live]");
const source = new EventSource("/operator/live");

function connected(yes) {
  live.classList.toggle("off", !yes);
  live.lastElementChild.textContent = text(yes ? "handling_js_live" : "handling_js_broken");
}

async function refresh() {
  const answer = await fetch("/operator/papan");
  if (!answer.ok || answer.redirected) {
    toast(text("handling_js_broken"));
    return;
  }
  const focused = document.activeElement?.closest("[data-number]")?.dataset.number;
  board.innerHTML = await answer.text();
  board.querySelector(`[data-number="${focused}"] a`)?.focus({ preventScroll: true });
}

let looking = 0;
function soon() {
  clearTimeout(looking);
  looking = setTimeout(refresh, 150);
}

source.addEventListener("open", () => {
  connected(true);
  soon();
});
source.addEventListener("error", () => connected(false));
source.addEventListener("message", (event) => {
  if (JSON.parse(event.data).kind === "changed") soon();
});
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
/* Remaining times grow shorter on their own. */
setInterval(soon, 60_000);
