/* The agency's open calls, kept true while they are looked at; what is being written is never replaced. */
import { oneAtATime } from "./one-at-a-time.js";

const EVERY = 10_000;
const refresh = oneAtATime(fetchOpen);
const list = document.getElementById("panggilan");

addEventListener("sipakatau:panggilan", refresh);
setInterval(() => list.querySelector("article") && refresh(), EVERY);

async function fetchOpen() {
  if (document.hidden || [...list.querySelectorAll("input, textarea")].some((field) => field.value.trim())) return;
  const open = list.querySelector("details[open]");
  if (open) return;
  try {
    const answer = await fetch("/operator/darurat/terbuka");
    if (!answer.ok || answer.redirected) return;
    const focused = document.activeElement?.closest("[data-number]")?.dataset.number;
    list.innerHTML = await answer.text();
    list.querySelector(`[data-number="${focused}"] button, [data-number="${focused}"] input`)?.focus({ preventScroll: true });
  } catch {
    /* Without a line the list stays as it is. */
  }
}
