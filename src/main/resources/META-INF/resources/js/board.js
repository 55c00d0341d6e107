/* The console stays true while it is open: what changes at the agency is fetched case by case, and nothing else is touched. */
import { text } from "./texts.js";
import { toast } from "./toast.js";
import { caseKeys } from "./board-keys.js";
import { listen } from "./stream.js";
import { rememberList } from "./petugas/list-left.js";

const list = document.getElementById("daftar");
const live = document.querySelector("[data-live]");
const bulk = document.getElementById("borongan");
const asked = new URLSearchParams(list.dataset.query);
asked.set("tampilan", list.dataset.shape);
rememberList();

class Refused extends Error {}

function connected(yes) {
  live.classList.toggle("off", !yes);
  live.lastElementChild.textContent = text(yes ? "handling_js_live" : "handling_js_broken");
}

async function fetched(path, query) {
  const answer = await fetch(`${path}?${query}`);
  if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`);
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  return template.content;
}

const cases = (root) => [...root.querySelectorAll("[data-number]")];
const find = (root, number) => root.querySelector(`[data-number="${CSS.escape(number)}"]`);

/** Puts a case where it belongs, in place of what was there; what is the same stays untouched. */
function put(fresh) {
  const old = find(list, fresh.dataset.number);
  if (old?.outerHTML === fresh.outerHTML) return;
  const box = old?.querySelector(".pick input");
  const chosen = box?.checked;
  const focused = old?.contains(document.activeElement);
  const home = list.querySelector(`[data-list="${fresh.dataset.in}"]`);
  if (old && old.parentElement === home && old.dataset.order === fresh.dataset.order) old.replaceWith(fresh);
  else {
    old?.remove();
    if (!home) return;
    const after = cases(home).find((each) => each.dataset.order > fresh.dataset.order);
    const last = cases(home).at(-1);
    if (after) after.before(fresh);
    // What is cut off at the end takes nothing in there.
    else if ((home.closest("section") ?? list).querySelector("[data-more]")) return;
    else if (last) last.after(fresh);
    else if (home.tagName === "TBODY") home.append(fresh);
    else home.querySelector("h2").after(fresh);
    if (!old) fresh.classList.add("arrived");
  }
  const now = fresh.querySelector(".pick input");
  if (chosen && now) now.checked = true;
  if (focused) fresh.querySelector("a").focus({ preventScroll: true });
}

/** What an empty column or table says is there exactly while it is empty. */
function tidy() {
  for (const column of list.querySelectorAll("section[data-list]")) {
    column.querySelector(".empty").hidden = cases(column).length > 0;
  }
  const table = list.querySelector(".cases");
  if (table) {
    table.hidden = cases(table).length === 0;
    list.querySelector(".empty").hidden = !table.hidden;
  }
  choose();
}

function count(root) {
  for (const counted of root.querySelectorAll("[data-count]")) {
    const shown = list.querySelector(`[data-count="${counted.dataset.count}"]`);
    if (shown && shown.textContent !== counted.textContent) shown.textContent = counted.textContent;
  }
}

async function refresh(numbers) {
  const query = new URLSearchParams(asked);
  for (const number of numbers) query.append("nomor", number);
  const fresh = await fetched("/operator/baris", query);
  for (const number of numbers) {
    const one = find(fresh, number);
    if (one && !(list.hasAttribute("data-later") && !find(list, number))) put(one);
    else find(list, number)?.remove();
  }
  count(fresh);
  tidy();
}

/** Looks through the whole list, and touches what differs. */
async function compare() {
  const query = new URLSearchParams(asked);
  const after = new URLSearchParams(location.search).get("setelah");
  if (after) query.set("setelah", after);
  const fresh = await fetched("/operator/papan", query);
  for (const old of cases(list)) {
    if (!find(fresh, old.dataset.number)) old.remove();
  }
  cases(fresh).forEach(put);
  count(fresh);
  tidy();
}

/* News of one moment are asked for together. */
const MOST_AT_ONCE = 40;
const waiting = new Set();
let all = false;
let timer = 0;
let working = Promise.resolve();

function soon(numbers) {
  if (numbers.length === 0) all = true;
  numbers.forEach((number) => waiting.add(number));
  clearTimeout(timer);
  timer = setTimeout(() => {
    const these = [...waiting];
    const whole = all || these.length > MOST_AT_ONCE;
    waiting.clear();
    all = false;
    working = working.then(() => (whole ? compare() : refresh(these))).catch(() => toast(text("handling_js_broken")));
  }, 120);
}

listen("/operator/live", {
  open: () => {
    connected(true);
    soon([]);
  },
  error: () => connected(false),
  message: ({ kind, numbers }) => kind === "changed" && soon(numbers),
});
/* Remaining times grow shorter on their own. */
setInterval(() => soon([]), 60_000);

function choose() {
  const chosen = list.querySelectorAll(".pick :checked").length;
  bulk.classList.toggle("some", chosen > 0);
  bulk.querySelector("[data-chosen]").textContent = text("handling_js_chosen", chosen);
}
list.addEventListener("change", choose);

/* A case that begins leaves the list where it is: there are more to begin with. Without a network the form goes as it would. */
list.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[action$='/start']") || event.defaultPrevented) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  const one = form.closest("[data-number]");
  const { number } = one.dataset;
  const next = one.contains(document.activeElement) ? cases(list)[cases(list).indexOf(one) + 1] : null;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Refused((await answer.json()).detail);
    next?.querySelector("a[href]").focus();
    toast(text("handling_js_started", number));
    soon([number]);
  } catch (failure) {
    if (!(failure instanceof Refused)) return form.submit();
    toast(failure.message);
    soon([]);
  }
  delete form.dataset.sending;
});

/* The position goes along with the request for the list, as exactly as a street, and is kept nowhere. */
function nearest() {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const query = new URLSearchParams(list.dataset.query);
      query.set("dekat", `${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`);
      location.replace(`/operator?${query}`);
    },
    ({ code, PERMISSION_DENIED }) => nowhere(code === PERMISSION_DENIED ? "handling_js_denied" : "handling_js_nowhere"),
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  );
}

/* Stays in sight: what to do about it takes longer than a toast. */
function nowhere(key) {
  const said = document.querySelector("[data-nowhere]");
  said.querySelector("span").textContent = text(key);
  said.hidden = false;
}

document.querySelector("[data-near]")?.addEventListener("click", nearest);
if (new URLSearchParams(location.search).has("terdekat")) nearest();

caseKeys(list, bulk, choose);
choose();
