/* "Beri tahu saya": this browser's own switch for messages about one complaint. */
import { text } from "./texts.js";
import { toast } from "./toast.js";

const KEY = "sipakatau.push";
const box = document.querySelector("[data-push]");
const { path, key } = box.dataset;
const on = box.querySelector("[data-on]");
const off = box.querySelector("[data-off]");

if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  box.hidden = false;
  on.addEventListener("click", () => guarded(on, switchOn));
  off.addEventListener("click", () => guarded(off, switchOff));
  show();
} else {
  /* An iPhone lets only an installed app show messages. */
  document.querySelector("[data-push-install]").hidden = !("standalone" in navigator) || navigator.standalone;
}

async function guarded(button, act) {
  button.disabled = true;
  try {
    await act();
  } catch (failure) {
    console.warn("Push:", failure.message);
    toast(text("alerts_js_failed"));
  } finally {
    button.disabled = false;
    await show();
  }
}

/* The browser asks its owner, since a button was pressed. */
async function switchOn() {
  if ((await Notification.requestPermission()) !== "granted") {
    toast(text("alerts_js_denied"));
    return;
  }
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await subscribed(pushManager);
  const answer = await send(path, subscription);
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  write([...read().filter((other) => other !== path), path]);
  toast(text("alerts_js_on"));
}

/* A subscription made for another key of the site, before its data were moved, is of no use any more. */
async function subscribed(pushManager) {
  const wanted = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await pushManager.subscribe(wanted);
  } catch (failure) {
    const old = await pushManager.getSubscription();
    if (!old) throw failure;
    await old.unsubscribe();
    return pushManager.subscribe(wanted);
  }
}

async function switchOff() {
  const subscription = await current();
  if (subscription) {
    const answer = await send(`${path}/berhenti`, subscription);
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
  }
  write(read().filter((other) => other !== path));
  toast(text("alerts_js_off"));
}

async function show() {
  const isOn = read().includes(path) && Notification.permission === "granted" && Boolean(await current());
  on.hidden = isOn;
  off.hidden = !isOn;
  box.querySelector("[data-said]").textContent = isOn ? text("alerts_js_is_on") : "";
}

async function current() {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.pushManager.getSubscription();
}

function send(where, subscription) {
  return fetch(where, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(subscription),
  });
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

function write(paths) {
  try {
    localStorage.setItem(KEY, JSON.stringify(paths));
  } catch {
    /* A browser that keeps nothing shows the switch as off; switching on again does no harm. */
  }
}
