/*
 * Keeps the outbox going while a page is open: sends at the start, when a network comes, when somebody looks, and when a
 * pause is over. Where the browser can send in the background it is asked to, for the time when no page is open.
 */
import { remember } from "../mine.js";
import { savesData } from "../save-data.js";
import { add, change, entries, flush, isImproving, keepSetting, watch } from "./outbox.js";

const TAG = "outbox";
const SOONEST = 2_000;
const LATEST = 5 * 60 * 1000;

let timer;
let registered = false;

watch(look);
mirrorSettings().then(() => send());
addEventListener("online", urge);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
/* Where the browser knows of its network, a better one is the moment for full photos. */
navigator.connection?.addEventListener?.("change", () => send());

/** Keeps a complaint for sending, as add() does, and asks the browser not to clear it away. */
export async function queue(entry) {
  await add(entry);
  /* Some browsers ask the person; nobody waits for the answer. */
  navigator.storage?.persist?.().catch(() => {});
}

/** Remembers what was received among the complaints of this phone. */
export function note({ id, title, receipt, remembered }) {
  remember({
    number: receipt.trackingNumber,
    secretPath: new URL(receipt.followUrl).pathname,
    title,
    when: receipt.receivedAt,
  });
  if (!remembered) change(id, (entry) => (entry.remembered = true)).catch(() => {});
}

/* The service worker can't read what the page was told about saving data. */
function mirrorSettings() {
  return keepSetting("hemat", savesData() ? "1" : "0");
}

function look(all) {
  for (const entry of all) if (entry.state === "received" && !entry.remembered) note(entry);
  if (all.some(isUnsent)) register();
  plan(all);
}

/* The next try, for as long as the page is open. */
function plan(all) {
  clearTimeout(timer);
  const times = all.filter(isUnsent).map((entry) => Math.max(entry.nextTryAt, entry.notBefore));
  if (times.length === 0) return;
  timer = setTimeout(send, Math.min(LATEST, Math.max(SOONEST, Math.min(...times) - Date.now())));
}

const isUnsent = (entry) => entry.state === "waiting" || entry.state === "sending" || isImproving(entry);

async function urge() {
  await send(true);
}

async function send(now = false) {
  try {
    await flush({ now: now === true });
    plan(await entries());
  } catch {
    /* A browser without such a store: forms are sent directly there. */
  }
}

async function register() {
  if (registered || !navigator.serviceWorker) return;
  registered = true;
  try {
    const registration = await navigator.serviceWorker.ready;
    await registration.sync?.register(TAG);
  } catch {
    /* Not allowed, or private: the open page does it. */
  }
}
