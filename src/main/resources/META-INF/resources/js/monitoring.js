/* Web Monitoring: the list follows the filter, the map and the news. Without this script the page is a form and links. */
import { complaintLayer, createMap } from "./map.js";
import { onNews } from "./live.js";
import { icon } from "./icon.js";
import { text } from "./texts.js";
import { toast } from "./toast.js";

const form = document.getElementById("saring");
const list = document.getElementById("daftar");
const box = document.getElementById("peta");
const status = new URLSearchParams(location.search);

/** The window of the map, once a person has moved it; until then the list is of the whole city. */
let bbox = null;
let fresh = 0;

function query() {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim()) chosen.set(name, value.trim());
  }
  return chosen;
}

function source() {
  return `/peta/aduan.json?${query()}`;
}

/** Fetches the list again; of several at once only the last one counts. */
async function refreshList({ announce = false } = {}) {
  const mine = ++fresh;
  const asked = query();
  if (bbox) asked.set("bbox", bbox);
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`/daftar?${asked}`);
    if (!answer.ok) throw new Error(String(answer.status));
    const words = await answer.text();
    if (mine !== fresh) return;
    const before = numbers();
    list.innerHTML = words;
    if (announce) markNew(before);
  } catch {
    if (mine === fresh) toast(text("monitoring_js_list_failed"));
  } finally {
    if (mine === fresh) list.removeAttribute("aria-busy");
  }
}

function numbers() {
  return new Set([...list.querySelectorAll("[data-number]")].map((item) => item.dataset.number));
}

function markNew(before) {
  for (const item of list.querySelectorAll("[data-number]")) {
    if (!before.has(item.dataset.number)) item.classList.add("arrived");
  }
}

let layer = null;
if ("held" in box.dataset) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.append(icon("map"), text("monitoring_js_show_map"));
  button.addEventListener("click", () => {
    button.remove();
    showMap();
  });
  box.append(button);
} else {
  showMap();
}

function showMap() {
  createMap(box, { gestures: "page", label: text("monitoring_js_map") }).then(follow).catch(() => toast(text("monitoring_js_map_failed")));
}

function follow(map) {
  layer = complaintLayer(map, {
    source: source(),
    onOpen: (complaint) => location.assign(`/aduan/${complaint.no}`),
    onFailure: () => toast(text("monitoring_js_map_failed")),
  });
  let touched = false;
  for (const sign of ["dragstart", "zoomstart", "keydown"]) map.on(sign, () => (touched = true));
  map.on("moveend", () => {
    if (!touched) return;
    const b = map.getBounds();
    bbox = [b.getSouth(), b.getWest(), b.getNorth(), b.getEast()].map((n) => n.toFixed(5)).join();
    refreshList();
  });
}

function changed({ push = true } = {}) {
  const address = `/?${query()}`.replace(/\?$/, "");
  if (push) history.pushState(null, "", address);
  layer?.refresh(source());
  refreshList();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  changed();
});

form.addEventListener("change", (event) => {
  // The categories on offer depend on the agency, so the page is made anew.
  if (event.target.name === "dinas") {
    form.querySelector("[name=kategori]")?.remove();
    location.assign(`/?${query()}`);
  } else if (event.target.type !== "search") {
    changed();
  }
});

let typing = 0;
form.elements.q.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(changed, 350);
});

addEventListener("popstate", () => location.reload());

list.addEventListener("click", async (event) => {
  const older = event.target.closest("[data-older]");
  if (older) {
    event.preventDefault();
    await appendOlder(older);
  }
});

async function appendOlder(link) {
  link.setAttribute("aria-busy", "true");
  const asked = new URL(link.href).searchParams;
  if (bbox) asked.set("bbox", bbox);
  try {
    const answer = await fetch(`/daftar?${asked}`);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const first = page.querySelector(".item");
    list.querySelector(".items").append(...page.querySelectorAll(".item"));
    link.parentElement.replaceWith(...page.querySelectorAll(".pages"));
    first?.querySelector("a").focus({ preventScroll: true });
  } catch {
    link.removeAttribute("aria-busy");
    toast(text("monitoring_js_list_failed"));
  }
}

/* Several pieces of news in a moment are one look. */
let looking = 0;
onNews(() => {
  clearTimeout(looking);
  looking = setTimeout(() => {
    layer?.refresh();
    // Who has read on to older ones keeps their place in the list.
    if (list.querySelectorAll(".item").length <= 20 && !status.has("setelah")) refreshList({ announce: true });
  }, 150);
});
