/* One step that waits, in words: what it is, how it stands, and what can be done about it. */
import { confirmed } from "../confirm.js";
import { icon } from "../icon.js";
import { language, text } from "../texts.js";
import { change, remove } from "./acts.js";
import { flush } from "./flush.js";

const GLYPHS = { waiting: "clock", attention: "circle-alert", sent: "circle-check" };
const STEPS = { start: "petugas_js_start", proof: "petugas_js_proof", completion: "petugas_js_completion" };

/**
 * @param act as acts() tells it
 * @param page.version of the case as the page has it, for sending once more; null where the page doesn't show the case
 * @param page.isOver whether the page shows a case on which nothing can be done any more
 * @param page.isBehind whether an earlier step of the same case has to be dealt with first
 * @returns a list item
 */
export function actCard(act, { version = null, isOver = false, isBehind = false } = {}) {
  const card = document.createElement("li");
  card.className = "card roomy sent";
  card.dataset.state = act.state;
  const head = document.createElement("h3");
  const link = document.createElement("a");
  link.href = `/operator/aduan/${act.number}`;
  link.append(act.number);
  head.append(`${text(STEPS[act.step])} · `, version === null ? link : act.number);
  const small = document.createElement("small");
  small.append(new Date(act.at).toLocaleString(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }));
  const state = document.createElement("p");
  state.className = "state";
  const line = document.createElement("span");
  line.append(stateInWords(act, isOver, isBehind));
  state.append(icon(GLYPHS[act.state]), line);
  card.append(head, small, ...said(act), ...pictures(act), state, actionsFor(act, version, isOver, isBehind));
  return card;
}

function stateInWords(act, isOver, isBehind) {
  if (isOver && act.state === "attention") return text("petugas_js_state_over");
  if (isBehind && act.state === "waiting") return text("petugas_js_state_behind");
  if (act.state === "sent") return text("petugas_js_state_sent");
  if (act.state === "attention") return `${text("petugas_js_state_attention")} ${act.problem}`;
  return text(act.why === "signin" ? "petugas_js_state_signin" : "petugas_js_state_waiting");
}

function said(act) {
  if (!act.fields.words || act.step === "proof") return [];
  const words = document.createElement("p");
  words.className = "words";
  words.dir = "auto";
  words.append(act.fields.words);
  return [words];
}

/** The photos of a step, small. */
export function pictures(act) {
  if (act.files.length === 0) return [];
  const strip = document.createElement("p");
  strip.className = "strip";
  act.files.forEach(({ bytes, type }, index) => {
    const picture = document.createElement("img");
    picture.src = URL.createObjectURL(new Blob([bytes], { type }));
    picture.alt = text("petugas_js_photo", index + 1);
    picture.addEventListener("load", () => URL.revokeObjectURL(picture.src), { once: true });
    strip.append(picture);
  });
  return [strip];
}

function actionsFor(act, version, isOver, isBehind) {
  const actions = document.createElement("p");
  actions.className = "actions";
  if (act.state === "sent") return actions;
  if (isOver || (isBehind && act.state === "waiting")) {
    /* Sending it would be refused. */
  } else if (act.state === "waiting") actions.append(button("send", text("petugas_js_now"), () => flush({ now: true })));
  else if (version === null) actions.append(openLink(act));
  else actions.append(button("send", text("petugas_js_again"), () => again(act, version)));
  actions.append(button("trash-2", text("petugas_js_discard"), () => discard(act), "btn quiet"));
  return actions;
}

/* By what the page shows now: whoever presses this has seen it. */
async function again(act, version) {
  await change(act.id, (each) => Object.assign(each, { state: "waiting", nextTryAt: 0, fields: { ...each.fields, version } }));
  await flush({ now: true });
}

async function discard(act) {
  if (await confirmed(text("petugas_js_discard_question"), text("petugas_js_discard"))) {
    await remove(act.id);
    await flush({ now: true });
  }
}

function openLink(act) {
  const link = document.createElement("a");
  link.className = "btn";
  link.href = `/operator/aduan/${act.number}`;
  link.append(icon("pencil"), text("petugas_js_open"));
  return link;
}

function button(glyph, words, act, style = "btn") {
  const made = document.createElement("button");
  made.type = "button";
  made.className = style;
  made.append(icon(glyph), words);
  made.addEventListener("click", act);
  return made;
}
