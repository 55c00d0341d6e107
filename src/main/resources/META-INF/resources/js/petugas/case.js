/*
 * The page of a case while steps of it wait on this phone: they stand above its forms; the form to finish is there as soon
 * as its start waits, and comes back with its words when the completion was refused.
 */
import { text } from "../texts.js";
import { acts, isBehind, isUnsent, watch } from "./acts.js";
import { actCard, pictures } from "./card.js";

/* What was done so lately is what brought this page here. */
const JUST_NOW = 10_000;

const { number, version } = document.querySelector("[data-case]").dataset;
const list = document.querySelector("[data-acts]");
const isOver = !document.querySelector("#selesai, [data-after-start], form[action$='/start']");
const before = new Map((await acts(number)).map((act) => [act.id, act.state]));
let shown = "";
let typed = false;

document.addEventListener("input", () => (typed = true));
await restore();
watch(show);

async function show() {
  const all = await acts(number);
  const unsent = all.filter(isUnsent);
  let isNew = false;
  const looks = JSON.stringify(unsent.map((act) => [act.id, act.state, act.why, act.problem]));
  if (looks !== shown) {
    shown = looks;
    list.replaceChildren(...unsent.map((act) => actCard(act, { version, isOver, isBehind: isBehind(act, unsent) })));
    list.hidden = unsent.length === 0;
    isNew = true;
  }
  const steps = unsent.filter((act) => act.state === "waiting").map((act) => act.step);
  hide("form[action$='/start']", unsent.some((act) => act.step === "start"));
  if (steps.includes("start") || unsent.some((act) => act.step !== "start")) offerCompletion();
  hide("#selesai", steps.includes("completion"));
  if (isNew) showHere(unsent);
  const arrived = all.filter((act) => act.state === "sent" && before.has(act.id) && before.get(act.id) !== "sent");
  unsent.forEach((act) => before.set(act.id, act.state));
  if (arrived.length > 0) renew(arrived);
}

/* Where photos are taken one looks for them, though the cards further up tell how they stand. What was just done is in sight. */
function showHere(unsent) {
  document.querySelector("[data-photos-here]")?.remove();
  const proofs = unsent.filter((act) => act.step === "proof");
  const pickers = document.querySelector("#selesai:not([hidden]) .proof-pickers");
  let place = list;
  if (pickers && proofs.length > 0) {
    const here = document.createElement("div");
    here.dataset.photosHere = "";
    here.className = "photos-here";
    here.setAttribute("role", "status");
    const words = document.createElement("p");
    words.append(text("petugas_js_photos_here", proofs.length));
    here.append(words, ...proofs.flatMap(pictures));
    pickers.after(here);
    if (unsent.at(-1).step === "proof") place = here;
  }
  if (unsent.some((act) => Date.now() - act.at < JUST_NOW)) place.scrollIntoView({ block: "center" });
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
