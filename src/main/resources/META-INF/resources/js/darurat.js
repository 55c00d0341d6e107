/*
 * Calling for help: a button held for two seconds sends, with where the phone is as far as it knows by then. What could not
 * be sent is said at once, and is sent as soon as there is a line again; it says then that it is late.
 */
import { text } from "./texts.js";
import { uuid } from "./lapor/uuid.js";
import { confirmed } from "./confirm.js";
import { CARRIED } from "./carried.js";

const HOLD = 2000;
const PATIENCE = 8000;
const AGAIN = 5000;
const TOO_OLD = 2 * 60 * 60 * 1000;
const KEY = "sipakatau.darurat";

const form = document.querySelector("[data-hold]");
const said = document.querySelector("[data-said]");
const unsent = document.querySelector("[data-unsent]");
const carriedBox = document.querySelector("[data-carried]");
let carried = taken();
let fix = carried?.latitude === undefined ? null : carried;
let waiting = recalled();
let sending = false;

for (const button of form.querySelectorAll("button")) holdable(button);
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("[data-give-up]").addEventListener("click", giveUp);
carriedBox.querySelector("button").addEventListener("click", drop);
showCarried();
addEventListener("online", send);
setInterval(send, AGAIN);
if (waiting) {
  tellUnsent();
  send();
}

function holdable(button) {
  let timer = 0;
  const begin = (event) => {
    if (event.button > 0 || timer) return;
    locate();
    button.classList.add("holding");
    say(text("lane_js_holding"));
    timer = setTimeout(() => {
      stop();
      navigator.vibrate?.(200);
      call(button);
    }, HOLD);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    button.classList.remove("holding");
  };
  const tooSoon = () => {
    if (!timer) return;
    stop();
    say(text("lane_js_too_soon"));
  };
  button.addEventListener("pointerdown", begin);
  for (const end of ["pointerup", "pointerleave", "pointercancel"]) button.addEventListener(end, tooSoon);
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (!event.repeat) begin(event);
  });
  button.addEventListener("keyup", tooSoon);
  button.addEventListener("blur", tooSoon);
  /* A screen reader presses without pointer or key: it is asked instead. */
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    if (event.detail > 0 || timer) return;
    locate();
    if (await confirmed(text("lane_js_sure", button.dataset.name), text("lane_js_send"))) call(button);
  });
}

/* Asked once the finger is down: by the end of the two seconds most phones know. */
function locate() {
  navigator.geolocation?.getCurrentPosition(({ coords }) => (fix = coords), () => {}, {
    enableHighAccuracy: true,
    maximumAge: 60_000,
    timeout: 10_000,
  });
}

function call(button) {
  waiting = { id: uuid(), key: crypto.randomUUID?.() ?? uuid(), agency: button.value, name: button.dataset.name, at: Date.now() };
  if (fix) Object.assign(waiting, { latitude: fix.latitude, longitude: fix.longitude, accuracy: fix.accuracy });
  if (carried) Object.assign(waiting, { category: carried.category, words: carried.words });
  keep();
  say(text("lane_js_sending"));
  if (navigator.onLine === false) tellUnsent();
  send();
}

async function send() {
  if (!waiting || sending) return;
  if (Date.now() - waiting.at > TOO_OLD) return giveUp();
  sending = true;
  const { id, key, agency, at, latitude, longitude, accuracy, category, words } = waiting;
  const fields = new URLSearchParams({ id, key, agency, waited: Math.max(0, Date.now() - at) });
  if (category) fields.set("category", category);
  if (words) fields.set("words", words);
  if (latitude !== undefined) {
    for (const [name, value] of Object.entries({ latitude, longitude, accuracy })) fields.set(name, Number(value).toFixed(7));
  }
  try {
    const answer = await fetch("/darurat", {
      method: "POST",
      body: fields,
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout?.(PATIENCE),
    });
    if (!answer.ok) throw new Error(`Answered ${answer.status}`);
    const { page } = await answer.json();
    if (!waiting) return;
    waiting = null;
    keep();
    drop();
    location.href = page;
  } catch {
    if (waiting) tellUnsent();
  } finally {
    sending = false;
  }
}

/* What was written in the form before: the agency that it is for stands first. */
function showCarried() {
  carriedBox.hidden = !carried?.words;
  if (!carried) return;
  carriedBox.querySelector("q").textContent = carried.words;
  const wanted = [...form.querySelectorAll("button")].find(({ value }) => value === carried.agency);
  if (wanted) form.prepend(wanted);
}

function drop() {
  carried = null;
  sessionStorage.removeItem(CARRIED);
  showCarried();
}

function taken() {
  try {
    return JSON.parse(sessionStorage.getItem(CARRIED));
  } catch {
    return null;
  }
}

function tellUnsent() {
  unsent.querySelector("[data-unsent-title]").textContent = text("lane_js_unsent", waiting.name);
  unsent.querySelector("[data-unsent-words]").textContent = text("lane_js_unsent_more");
  unsent.querySelector("[data-sms]").href = `sms:?&body=${encodeURIComponent(message())}`;
  unsent.hidden = false;
  say("");
}

function message() {
  const { name, latitude, longitude } = waiting;
  return latitude === undefined
    ? text("lane_js_sms", name)
    : text("lane_js_sms_at", name, latitude.toFixed(5), longitude.toFixed(5));
}

function giveUp() {
  waiting = null;
  keep();
  unsent.hidden = true;
  say(text("lane_js_given_up"));
}

function say(words) {
  said.textContent = words;
  said.classList.toggle("aside-voice", !words);
}

function keep() {
  try {
    if (waiting) localStorage.setItem(KEY, JSON.stringify(waiting));
    else localStorage.removeItem(KEY);
  } catch {
    /* A browser that keeps nothing sends as long as the page is open. */
  }
}

function recalled() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}
