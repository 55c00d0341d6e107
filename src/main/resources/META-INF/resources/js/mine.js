/*
 * The complaints that were sent from this phone, remembered on it alone: no account is needed to find them again.
 * Whoever holds the phone can open them, so each can be forgotten.
 */
import { language, text } from "./texts.js";
import { icon } from "./icon.js";

const KEY = "sipakatau.mine";
const MOST = 50;
/* So many are asked about when a list is shown; older ones keep the state that they were seen in last. */
const ASKED = 10;
const STEPS = { belum: 1, sedang: 2, telah: 3 };

/**
 * @param complaint.number tracking number
 * @param complaint.secretPath path of the reporter's own page
 * @param complaint.title first words
 * @param complaint.when ISO instant
 */
export function remember(complaint) {
  const before = mine().find((each) => each.number === complaint.number);
  const others = mine().filter((each) => each.number !== complaint.number);
  write([{ ...before, ...complaint }, ...others].slice(0, MOST));
}

/** What was sent from this phone, newest first. */
export function mine() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(({ secretPath }) => secretPath?.startsWith("/ikuti/")) : [];
  } catch {
    return [];
  }
}

/** Forgets a complaint and its pages on this phone. */
export async function forget(number) {
  const gone = mine().find((each) => each.number === number);
  write(mine().filter((each) => each.number !== number));
  if (!gone || !("caches" in window)) return;
  const cache = await caches.open("mine");
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname === gone.secretPath || pathname.startsWith(`${gone.secretPath}/`)) await cache.delete(request);
  }
}

/**
 * Shows them as a list in an element, as they were seen last and then as they stand; the page embeds the texts that begin
 * with mine_js_. Where the element says data-mine="2", only so many.
 *
 * @param counted called with how many there are, now and after each change
 * @returns a function that shows them again
 */
export function showMine(element, counted) {
  draw();
  refresh();
  return draw;

  function draw() {
    const complaints = mine().slice(0, Number(element.dataset.mine) || MOST);
    const list = document.createElement("ul");
    list.className = "items";
    list.append(...complaints.map((complaint) => item(complaint, draw)));
    element.replaceChildren(list);
    counted(complaints.length);
  }

  async function refresh() {
    let changed = false;
    for (const { number, secretPath, state } of mine().slice(0, Number(element.dataset.mine) || ASKED)) {
      try {
        const answer = await fetch(`${secretPath}/ringkas`, { headers: { accept: "application/json" } });
        if (!answer.ok) continue;
        const now = await answer.json();
        if (now.state === state) continue;
        write(mine().map((each) => (each.number === number ? { ...each, state: now.state } : each)));
        changed = true;
      } catch {
        break; /* Without a network they stand as they were seen last. */
      }
    }
    if (changed) draw();
  }
}

function item({ number, secretPath, title, when, state }, redraw) {
  const card = document.createElement("li");
  card.className = "card item";
  const what = document.createElement("div");
  what.className = "what";
  const head = document.createElement("h3");
  const link = document.createElement("a");
  link.className = "cover";
  link.href = secretPath;
  link.dir = "auto";
  link.append(title || number);
  head.append(link);
  const small = document.createElement("small");
  const day = new Date(when).toLocaleDateString(language, { day: "numeric", month: "short", year: "numeric" });
  small.append(`${number} · ${day}`);
  what.append(head, small);
  if (state) what.append(...progress(state));
  card.append(what, forgetButton(number, redraw));
  return card;
}

/* The line is for the eye; the words say the same. */
function progress(state) {
  const words = document.createElement("small");
  words.className = `state ${state}`;
  words.append(text(`mine_js_state_${state}`));
  if (!STEPS[state]) return [words];
  const line = document.createElement("div");
  line.className = "steps-line";
  line.setAttribute("aria-hidden", "true");
  for (const [step, at] of Object.entries(STEPS)) {
    const part = document.createElement("i");
    if (at <= STEPS[state]) part.className = step;
    line.append(part);
  }
  return [line, words];
}

function forgetButton(number, redraw) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn quiet icon-only";
  button.setAttribute("aria-label", text("mine_js_forget", number));
  button.append(icon("x"));
  button.addEventListener("click", async () => {
    await forget(number);
    redraw();
  });
  return button;
}

function write(complaints) {
  try {
    localStorage.setItem(KEY, JSON.stringify(complaints));
  } catch {
    /* A browser that keeps nothing: the receipt shows the link to be saved. */
  }
}
