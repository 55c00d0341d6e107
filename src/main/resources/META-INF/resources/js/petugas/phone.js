/*
 * What makes the console an app on an operator's phone. At a desk, which others may use too, nothing of it happens: no
 * page is kept there and no step waits. On a phone the worker is registered, what waits is sent and shown, and signing out
 * leaves nothing behind.
 */
import { confirmed } from "../confirm.js";
import { icon } from "../icon.js";
import { offerInstall } from "../install.js";
import { language, text } from "../texts.js";
import { toast } from "../toast.js";
import { acts, isUnsent, watch, wipeActs } from "./acts.js";
import { flush } from "./flush.js";
import { wipeKept } from "./kept.js";

const SOONEST = 2_000;
const LATEST = 60_000;

let timer;
let seen = null;

if ("serviceWorker" in navigator && matchMedia("(pointer: coarse), (display-mode: standalone)").matches) begin();

async function begin() {
  document.addEventListener("submit", leave, { capture: true });
  try {
    await navigator.serviceWorker.register("/petugas-sw.js", { type: "module", scope: "/operator" });
  } catch (failure) {
    /* A browser without workers of this kind: the console works as a site. */
    console.warn("No worker:", failure.message);
    return;
  }
  watch(show);
  send();
  addEventListener("online", () => send(true));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
  offerInstall();
  if (document.querySelector("[data-case]")) import("./case.js");
  navigator.serviceWorker.addEventListener("message", ({ data }) => data.kind === "copy" && data.at && tellOfCopy(data.at));
  navigator.serviceWorker.controller?.postMessage({ kind: "copy" });
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ kind: "language", language: document.documentElement.lang });
}

async function send(now = false) {
  await flush({ now });
  plan(await acts());
}

/* The next try, for as long as a page is open. */
function plan(all) {
  clearTimeout(timer);
  const times = all.filter((act) => act.state === "waiting").map((act) => act.nextTryAt);
  if (times.length > 0) timer = setTimeout(send, Math.min(LATEST, Math.max(SOONEST, Math.min(...times) - Date.now())));
}

/* How many steps wait, on every page; those that need a hand are said so. */
function show(all) {
  const unsent = all.filter(isUnsent);
  const place = document.querySelector(".top-end");
  let chip = document.querySelector("[data-antrean]");
  if (!chip) {
    chip = document.createElement("a");
    chip.className = "chip queued";
    chip.dataset.antrean = "";
    chip.href = "/operator/ponsel";
    place.prepend(chip);
  }
  chip.hidden = unsent.length === 0;
  const needed = unsent.filter((act) => act.state === "attention").length;
  chip.classList.toggle("bad", needed > 0);
  const words = needed > 0 ? text("petugas_js_attention_count", needed) : text("petugas_js_waiting_count", unsent.length);
  chip.replaceChildren(icon(needed > 0 ? "circle-alert" : "clock"), words);
  if (seen?.some((id) => all.find((act) => act.id === id)?.state === "sent")) toast(text("petugas_js_sent"));
  seen = unsent.map((act) => act.id);
  if (unsent.length > 0) plan(all);
}

/* Nobody takes a copy for what stands now. */
function tellOfCopy(at) {
  const notice = document.createElement("p");
  notice.className = "notice belum copy";
  notice.setAttribute("role", "status");
  const words = document.createElement("span");
  words.append(text("petugas_js_copy", new Date(at).toLocaleString(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })));
  notice.append(icon("wifi-off"), words);
  document.querySelector("main > .page").prepend(notice);
}

/* Signing out takes everything along that this phone kept; what was not sent yet is asked about. */
const wiped = new WeakSet();

async function leave(event) {
  const form = event.target;
  if (new URL(form.action).pathname !== "/keluar" || wiped.has(form)) return;
  event.preventDefault();
  event.stopPropagation();
  if (navigator.onLine === false) return toast(text("petugas_js_leave_offline"));
  const unsent = (await acts()).filter(isUnsent).length;
  if (unsent > 0 && !(await confirmed(text("petugas_js_leave", unsent), text("petugas_js_leave_anyway")))) return;
  await wipeKept();
  await wipeActs();
  wiped.add(form);
  form.requestSubmit();
}
