/*
 * The offer to install: not to somebody who has just come, but after a first complaint or on a second visit, and not
 * again for a month once it was put off. Each platform gets what it can do: a button, or where to tap.
 */
import { mine } from "./mine.js";

const KEY = "sipakatau.install";
const MONTH = 30 * 24 * 60 * 60 * 1000;

let offer = null;
const waiting = new Set();
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
  for (const call of waiting) call();
});

export function isInstalled() {
  return matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
}

/** Shows a button that installs, where this browser can be asked to. */
export function installButton(button, done) {
  const show = () => (button.hidden = !offer);
  waiting.add(show);
  show();
  button.addEventListener("click", async () => {
    const { outcome } = await offer.prompt().then(() => offer.userChoice);
    offer = null;
    show();
    if (outcome === "accepted") done();
  });
}

/** Shows the offer on a page that has a place for it, when it is time. */
export function offerInstall() {
  const hint = document.querySelector("[data-install]");
  if (!hint || isInstalled() || !isTime()) return;
  const isIos = "standalone" in navigator;
  const show = () => (hint.hidden = !(offer || isIos));
  hint.querySelector("[data-how=ios]").hidden = !isIos;
  hint.querySelector("[data-how=other]").hidden = isIos;
  installButton(hint.querySelector("[data-do]"), () => hint.remove());
  hint.querySelector("[data-later]").addEventListener("click", () => {
    write({ ...read(), later: Date.now() });
    hint.remove();
  });
  waiting.add(show);
  show();
}

function isTime() {
  const isRepeated = visit() > 1;
  return Date.now() - (read().later ?? 0) > MONTH && (isRepeated || mine().length > 0);
}

/* Which visit this is, 1 the first; all pages that are opened one after the other belong to one. */
function visit() {
  const kept = read();
  const { visits = 0 } = kept;
  try {
    if (sessionStorage.getItem(KEY)) return visits;
    sessionStorage.setItem(KEY, "1");
  } catch {
    return 0; /* A browser that keeps nothing can't be told apart from a first visit. */
  }
  write({ ...kept, visits: visits + 1 });
  return visits + 1;
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function write(kept) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    /* A browser that keeps nothing is offered it again. */
  }
}
