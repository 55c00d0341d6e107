/* The complaints that are still on their way, each with its state in words. The page embeds texts beginning with outbox_js_. */
import { language, text } from "../texts.js";
import { icon } from "../icon.js";
import { toast } from "../toast.js";
import { discard, flush, isImproving, watch } from "./outbox.js";

const GLYPHS = { waiting: "clock", sending: "upload", received: "circle-check", asked: "pencil", refused: "circle-alert" };

/**
 * Shows them in an element, which is hidden while there are none, and keeps them as they are.
 *
 * @param options.only id of the one that is shown, also after it has arrived
 * @returns a function that ends it
 */
export function renderOutbox(element, { only } = {}) {
  const list = document.createElement("ul");
  list.className = "items outbox";
  element.replaceChildren(list);
  const cards = new Map();
  const aim = decodeURIComponent(location.hash.slice(1));
  let isFirst = true;

  return watch((all) => {
    for (const entry of all) {
      /* What arrives while somebody looks is said; what had arrived before is in the list of the complaints. */
      const isShown = only ? entry.id === only : entry.state !== "received" || isImproving(entry) || hasLostPhotos(entry) || cards.has(entry.id);
      if (!isShown) continue;
      if (!cards.has(entry.id)) cards.set(entry.id, list.appendChild(newCard(entry)));
      cards.get(entry.id).update(entry);
    }
    for (const [id, card] of cards) {
      if (all.some((entry) => entry.id === id) || card.classList.contains("removed")) continue;
      card.remove();
      cards.delete(id);
    }
    element.hidden = cards.size === 0;
    if (isFirst && cards.has(aim)) {
      cards.get(aim).scrollIntoView({ block: "center" });
      cards.get(aim).querySelector("h3").focus({ preventScroll: true });
    }
    isFirst = false;
  });
}

/* A card is changed in place, so that nobody loses the button under the finger or the place in the reading. */
function newCard(entry) {
  const card = document.createElement("li");
  card.className = "card roomy sent";
  card.id = entry.id;
  const head = document.createElement("h3");
  head.tabIndex = -1;
  head.dir = "auto";
  head.append(entry.title || text("outbox_js_untitled"));
  const small = document.createElement("small");
  small.append(about(entry));
  const state = document.createElement("p");
  state.className = "state";
  state.setAttribute("role", "status");
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", text("outbox_js_progress"));
  const actions = document.createElement("p");
  actions.className = "actions";
  const notes = document.createElement("div");
  notes.className = "stack tight";
  card.append(head, small, state, bar, notes, actions);
  let shown = "";

  card.update = (now) => {
    const looks = JSON.stringify([now.state, now.sent, now.of, now.why, now.notBefore, now.problem?.detail, now.photos.map((photo) => photo.followed)]);
    if (looks === shown) return;
    shown = looks;
    card.dataset.state = now.state;
    const line = document.createElement("span");
    line.append(...[stateInWords(now)].flat());
    state.replaceChildren(icon(GLYPHS[now.state]), line);
    bar.hidden = now.state !== "sending";
    if (now.of > 0) {
      bar.max = now.of;
      bar.value = now.sent;
    } else {
      bar.removeAttribute("value");
    }
    notes.replaceChildren(...lostPhotos(now));
    const wanted = actionsFor(now, card);
    if (actions.dataset.for !== now.state) {
      actions.dataset.for = now.state;
      actions.replaceChildren(...wanted);
    }
  };
  return card;
}

function stateInWords(entry) {
  switch (entry.state) {
    case "sending":
      return entry.of > 0 ? text("outbox_js_sending", entry.sent, entry.of) : text("outbox_js_sending_words");
    case "received":
      return withNumber(isImproving(entry) ? "outbox_js_improving" : "outbox_js_received", entry.receipt.trackingNumber);
    case "asked":
      return `${text("outbox_js_asked")} ${sentence(entry.problem)}`;
    case "refused":
      return `${text("outbox_js_refused")} ${sentence(entry.problem)}`;
    default:
      return entry.why === "busy" || entry.why === "limit" ? later(entry) : text("outbox_js_waiting");
  }
}

/* A number that is read out and written down stands in one piece. */
function withNumber(key, number) {
  const piece = document.createElement("span");
  piece.className = "no-wrap";
  piece.append(number);
  const [before, after] = text(key, "\n").split("\n");
  return [before, piece, after];
}

function later({ why, notBefore }) {
  const isLimit = why === "limit";
  if (notBefore <= Date.now()) return isLimit ? text("outbox_js_limit") : text("outbox_js_busy");
  const at = new Date(notBefore).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  return isLimit ? text("outbox_js_limit_until", at) : text("outbox_js_busy_until", at);
}

function sentence(problem) {
  return problem?.errors?.map((error) => error.detail).join(" ") || problem?.detail || "";
}

function about({ createdAt, photos }) {
  const when = new Date(createdAt).toLocaleString(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  return photos.length > 0 ? `${when} · ${text("outbox_js_photos", photos.length)}` : when;
}

function hasLostPhotos(entry) {
  return entry.photos.some((photo) => photo.refused !== undefined) && Date.now() - entry.receivedAt < 24 * 60 * 60 * 1000;
}

function lostPhotos(entry) {
  return entry.photos.flatMap((photo, index) => {
    if (photo.refused === undefined || entry.state === "asked") return [];
    const line = document.createElement("p");
    line.className = "notice warning";
    const words = document.createElement("span");
    words.append(`${text("outbox_js_photo_refused", index + 1)} ${photo.refused}`);
    line.append(icon("image-off"), words);
    return [line];
  });
}

function actionsFor(entry, card) {
  const again = link(`/lapor?buka=${entry.id}`, "pencil", text("outbox_js_open"));
  switch (entry.state) {
    case "sending":
      return [];
    case "received":
      return [link(new URL(entry.receipt.followUrl).pathname, "arrow-right", text("outbox_js_follow"))];
    case "waiting":
      return [button("send", text("outbox_js_now"), (event) => sendNow(event.currentTarget, entry.id)), removal(entry, card)];
    default:
      return entry.typed ? [again, removal(entry, card)] : [removal(entry, card)];
  }
}

async function sendNow(pressed, id) {
  if (pressed.getAttribute("aria-disabled") === "true") return;
  pressed.setAttribute("aria-disabled", "true");
  const { received, waiting } = await flush({ now: true });
  pressed.removeAttribute("aria-disabled");
  if (!received.includes(id) && waiting > 0) toast(navigator.onLine ? text("outbox_js_not_yet") : text("outbox_js_offline"));
}

function removal(entry, card) {
  return button("trash-2", text("outbox_js_delete"), async () => {
    card.classList.add("removed");
    const restore = await discard(entry.id);
    const words = document.createElement("span");
    words.append(text("outbox_js_deleted", entry.title || text("outbox_js_untitled")));
    const undo = button("undo-2", text("outbox_js_undo"), async () => {
      const back = await restore();
      if (!back) return;
      row.replaceWith(card);
      card.classList.remove("removed");
      card.querySelector("h3").focus();
    });
    const row = document.createElement("li");
    row.className = "card roomy undo";
    row.append(words, undo);
    card.replaceWith(row);
    undo.focus();
  });
}

function link(href, glyph, words) {
  const made = document.createElement("a");
  made.className = "btn primary";
  made.href = href;
  made.append(icon(glyph), words);
  return made;
}

function button(glyph, words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.append(icon(glyph), words);
  made.addEventListener("click", press);
  return made;
}
