/* The administrator's queue worked with the keyboard alone; the same forms as without. */
import { placeMap } from "./map.js";
import { text } from "./texts.js";

const place = document.querySelector("[data-place]");
if (place) {
  const { lat, lon, progress } = place.dataset;
  const position = { lat: Number(lat), lon: Number(lon) };
  placeMap(place, { position, progress, interactive: true, label: text("desk_js_place") });
}

const current = document.querySelector(".queue [aria-current]");
// Only the list itself scrolls, where it has a scroll bar of its own: the complaint stays in sight.
const list = document.querySelector(".queue");
if (current) list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 3;

function move(step) {
  const links = [...document.querySelectorAll(".queue a")];
  const next = links[links.indexOf(current) + step];
  if (next) location.assign(next.href);
}

/** Opens a part and puts the cursor into its first field. */
function open(id) {
  const part = document.getElementById(id);
  if (!part) return;
  part.open = true;
  part.querySelector("select, textarea, input:not([type=hidden])").focus();
}

/** Once says that it was checked, and leaves the button under the finger; twice accepts. */
function accept() {
  const form = document.getElementById("terima");
  if (!form) return;
  if (form.elements.checked.checked) form.requestSubmit();
  else {
    form.elements.checked.checked = true;
    form.querySelector("button").focus();
  }
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  v: accept,
  a: () => open("abaikan"),
  e: () => open("betulkan"),
  d: () => open("gabung"),
  l: () => open("libatkan"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === "Escape") document.activeElement.closest("details.decision")?.removeAttribute("open");
  if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const act = KEYS[event.key.toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});
