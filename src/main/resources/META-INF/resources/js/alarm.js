/*
 * The alarm of an agency's console, on every page of its staff: full screen and loud until somebody has seen the call. A call
 * rings by the stream itself; what it is is fetched meanwhile. Of all open pages one listens and tells the others, since
 * browsers keep only a few lines open to one server. At administrators it rings once the agency's heads were called in vain.
 */
import { text } from "./texts.js";
import { icon } from "./icon.js";
import { oneAtATime } from "./one-at-a-time.js";
import { listen as stream } from "./stream.js";

const BASE = document.querySelector("script[data-alarm]").dataset.alarm;
const EVERY = 30_000;
/* How loud, by the highest level of what rings. */
const LOUD = [0.15, 0.4, 0.7, 1];
const look = oneAtATime(fetchUnseen);
const others = new BroadcastChannel("sipakatau.alarm");
const dialog = document.createElement("dialog");
const title = document.title;
let sound = null;
let ringing = 0;
/* What an administrator has put aside on this page; the agency can only take its calls. */
let aside = [];

/* Where the calls of a crowd are looked at they don't cover themselves for a while; those of others do. */
const HELD = 120_000;
const crowd = document.querySelector("[data-crowd]")?.dataset.crowd;
if (crowd) {
  aside = [crowd];
  setTimeout(() => {
    aside = aside.filter((each) => each !== crowd);
    look();
  }, HELD);
}

dialog.className = "alarm";
dialog.setAttribute("aria-labelledby", "alarm-judul");
dialog.addEventListener("cancel", (event) => event.preventDefault());
document.body.append(dialog);

const hint = document.createElement("button");
hint.type = "button";
hint.className = "btn alarm-locked";
hint.append(icon("bell-ring"), text("alarm_js_locked"));
hint.addEventListener("click", () => globalThis.Notification?.permission === "default" && Notification.requestPermission());
document.querySelector("main").prepend(hint);

/* Once the press is over: the hint goes away then, and what is pressed must not move from under the finger. */
for (const gesture of ["pointerup", "keydown"]) addEventListener(gesture, unlock);
unlock();

others.addEventListener("message", ({ data }) => hear(data));
if (navigator.locks) navigator.locks.request("sipakatau.alarm", listen);
else listen();
look();
setInterval(look, EVERY);

/* Never resolves: the page that listens does so until it is closed, and then the next one does. */
function listen() {
  return new Promise(() => {
    const tell = (kind) => {
      hear(kind);
      others.postMessage(kind);
    };
    stream(`${BASE}/langsung`, { open: () => tell("changed"), message: ({ kind }) => kind !== "alive" && tell(kind) });
  });
}

function hear(kind) {
  if (kind === "call" && !aside.includes(crowd)) ring();
  dispatchEvent(new Event("sipakatau:panggilan"));
  look();
}

async function fetchUnseen() {
  try {
    const answer = await fetch(`${BASE}/alarm`);
    if (!answer.ok || answer.redirected) return;
    const unseen = await answer.text();
    if (!unseen.includes("data-unseen")) return still();
    if (numbersIn(unseen).every((number) => aside.includes(number))) return still();
    show(unseen);
  } catch {
    /* Without a line what rings goes on ringing; the next turn tries again. */
  }
}

const numbersIn = (unseen) => [...unseen.matchAll(/data-unseen="([^"]+)"/g)].map(([, number]) => number);

dialog.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-aside]")) return;
  aside = numbersIn(dialog.dataset.shown);
  still();
});

function show(unseen) {
  const head = document.createElement("h1");
  head.id = "alarm-judul";
  head.append(icon("siren"), " ", text("alarm_js_title"));
  const body = document.createElement("div");
  body.className = "alarm-calls";
  body.innerHTML = unseen;
  const same = dialog.dataset.shown === unseen;
  if (!same) dialog.replaceChildren(head, body);
  dialog.dataset.shown = unseen;
  ring();
}

function ring() {
  if (!dialog.open) {
    if (!dialog.firstChild) dialog.append(text("alarm_js_title"));
    dialog.showModal();
  }
  if (ringing) return;
  let turn = 0;
  const strike = () => {
    document.title = turn++ % 2 ? title : `🚨 ${text("alarm_js_title")}`;
    howl();
  };
  strike();
  ringing = setInterval(strike, 1000);
  notify();
}

function still() {
  clearInterval(ringing);
  ringing = 0;
  document.title = title;
  dialog.close();
  dialog.replaceChildren();
  delete dialog.dataset.shown;
}

function notify() {
  if (!document.hidden || globalThis.Notification?.permission !== "granted") return;
  const note = new Notification(text("alarm_js_title"), { body: text("alarm_js_look"), tag: "sipakatau.alarm", requireInteraction: true });
  note.addEventListener("click", () => {
    window.focus();
    note.close();
  });
}

/* A browser lets a page sound only after somebody has touched it. */
async function unlock() {
  try {
    sound ??= new AudioContext();
    hint.hidden = sound.state === "running";
    await sound.resume();
    hint.hidden = sound.state === "running";
  } catch {
    hint.hidden = true; /* No sound at all here: screen, title and notice remain. */
  }
}

/* Up and down within a second, as a siren goes. */
function howl() {
  if (sound?.state !== "running") return;
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  const start = sound.currentTime;
  tone.type = "square";
  tone.frequency.setValueAtTime(620, start);
  tone.frequency.linearRampToValueAtTime(1180, start + 0.45);
  tone.frequency.linearRampToValueAtTime(620, start + 0.9);
  const levels = [...dialog.querySelectorAll("[data-level]")].map((each) => Number(each.dataset.level));
  volume.gain.value = LOUD[Math.min(Math.max(0, ...levels), LOUD.length - 1)];
  tone.connect(volume).connect(sound.destination);
  tone.start(start);
  tone.stop(start + 0.9);
}
