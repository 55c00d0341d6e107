/*
 * The page of a case while steps of it wait on this phone: they stand above its forms; the form to finish is there as soon
 * as its start waits, and comes back with its words when the completion was refused.
 */
import { acts, isUnsent, watch } from "./acts.js";
import { actCard } from "./card.js";

const { number, version } = document.querySelector("[data-case]").dataset;
const list = document.querySelector("[data-acts]");
const before = new Map((await acts(number)).map((act) => [act.id, act.state]));
let shown = "";
let typed = false;

document.addEventListener("input", () => (typed = true));
await restore();
watch(show);

async function show() {
  const all = await acts(number);
  const unsent = all.filter(isUnsent);
  const looks = JSON.stringify(unsent.map((act) => [act.id, act.state, act.why, act.problem]));
  if (looks !== shown) {
    shown = looks;
    list.replaceChildren(...unsent.map((act) => actCard(act, version)));
    list.hidden = unsent.length === 0;
  }
  const steps = unsent.filter((act) => act.state === "waiting").map((act) => act.step);
  hide("form[action$='/start']", unsent.some((act) => act.step === "start"));
  if (steps.includes("start") || unsent.some((act) => act.step !== "start")) offerCompletion();
  hide("#selesai", steps.includes("completion"));
  const arrived = all.filter((act) => act.state === "sent" && before.has(act.id) && before.get(act.id) !== "sent");
  unsent.forEach((act) => before.set(act.id, act.state));
  if (arrived.length > 0) renew(arrived);
}

/* The page as it is now; while somebody types, only what the next step has to name. */
function renew(arrived) {
  const latest = arrived.at(-1);
  arrived.forEach((act) => before.set(act.id, "sent"));
  if (!typed) return location.reload();
  if (latest.step === "start") for (const field of document.querySelectorAll("form[action*='/aduan/'] input[name=version]")) field.value = latest.version;
}

function offerCompletion() {
  const later = document.querySelector("[data-after-start]");
  if (!later) return;
  later.replaceWith(later.content);
  import("../proof.js");
}

/* What was typed with a photo that waits, or in a completion that was refused. */
async function restore() {
  const all = await acts(number);
  if (all.some(isUnsent)) offerCompletion();
  const finished = all.findLast((act) => act.step === "completion");
  const latest = all.findLast((act) => act.step !== "start");
  const form = document.getElementById("selesai");
  if (!form || !latest || latest.state === "waiting" && latest.step === "completion" || finished?.state === "sent") return;
  for (const name of ["words", "findingReason", "outcome"]) {
    const field = form.elements[name];
    if (field && latest.fields[name] && (name === "outcome" || field.value === "")) field.value = latest.fields[name];
  }
  if (finished?.state === "attention") form.append(hidden("kiriman", finished.id));
}

function hidden(name, value) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}

function hide(selector, yes) {
  const part = document.querySelector(`article ${selector}`);
  if (part) part.hidden = yes;
}
