/* The caller's page: how far the help is, as it happens, and where the caller is, as long as somebody asks. */
import { text } from "./texts.js";
import { remember } from "./mine.js";

const EVERY = 20_000;
const ASKS = 5_000;
const BETWEEN = 10_000;
const STILL = 30_000;
const MOVED = 15;

const page = document.querySelector("[data-call]");
const state = document.getElementById("keadaan");
const now = document.querySelector("[data-position-now]");
const secret = page.dataset.call;
const { number, title, when } = page.dataset;

/* A call that rings with another has no complaint of its own, and no news but what the page asks for. */
if (number) listen();
else setInterval(refresh, ASKS);

function listen() {
  remember({ number, secretPath: `/ikuti/${secret}`, title, when });
  const news = new EventSource(`/ikuti/${secret}/langsung`);
  news.addEventListener("open", refresh);
  news.addEventListener("message", (event) => event.data === "look" && refresh());
  setInterval(() => news.readyState !== EventSource.OPEN && refresh(), EVERY);
  addEventListener("pagehide", () => news.close());
}

async function refresh() {
  try {
    const answer = await fetch(`/darurat/${secret}/keadaan`);
    if (answer.ok) state.innerHTML = await answer.text();
    if (!isOpen() && document.querySelector("[data-position]")) location.reload();
  } catch {
    /* Without a line the last state stands; the next turn tries again. */
  }
}

function isOpen() {
  return state.querySelector("[data-open]")?.dataset.open === "true";
}

/* Where the caller is: only while the call is open and the page in sight, and no oftener than it helps. */
let watch = 0;
let last = null;

document.addEventListener("visibilitychange", follow);
follow();

function follow() {
  const wanted = now && isOpen() && !document.hidden && navigator.geolocation;
  if (wanted && !watch) {
    watch = navigator.geolocation.watchPosition(moved, unknown, { enableHighAccuracy: true, maximumAge: 5000 });
  } else if (!wanted && watch) {
    navigator.geolocation.clearWatch(watch);
    watch = 0;
    if (now) now.textContent = text("call_js_position_rests");
  }
}

async function moved({ coords }) {
  if (!isOpen()) return follow();
  const passed = last ? Date.now() - last.at : Infinity;
  if (passed < BETWEEN || (passed < STILL && metres(last, coords) < MOVED)) return;
  last = { at: Date.now(), latitude: coords.latitude, longitude: coords.longitude };
  const fields = new URLSearchParams();
  for (const name of ["latitude", "longitude", "accuracy"]) fields.set(name, coords[name].toFixed(7));
  try {
    const answer = await fetch(`/darurat/${secret}/posisi`, { method: "POST", body: fields });
    if (answer.status === 410) return refresh();
    if (answer.ok) now.textContent = text("call_js_position", new Date().toLocaleTimeString(document.documentElement.lang), Math.round(coords.accuracy));
    else last = null;
  } catch {
    last = null;
    now.textContent = text("call_js_position_failed");
  }
}

function unknown() {
  now.textContent = text("call_js_position_unknown");
}

function metres(a, b) {
  const perDegree = 111_195;
  const east = (b.longitude - a.longitude) * perDegree * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(east, (b.latitude - a.latitude) * perDegree);
}
