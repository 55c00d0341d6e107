/* Markers of complaints: a bubble with a number for many, a dot with the icon of its progress for one. */
import { language, text } from "../texts.js";
import { icon } from "../icon.js";

const ICONS = { belum: "clock", sedang: "loader", telah: "circle-check" };
export const PROGRESS = Object.keys(ICONS);

/** The icon of a progress, as in the badges of the pages. */
export function progressIcon(progress) {
  return icon(ICONS[progress] ?? "map-pin");
}

const WORDS = { belum: "js_map_belum", sedang: "js_map_sedang", telah: "js_map_telah" };
const SHORT_WORDS = { belum: "js_map_short_belum", sedang: "js_map_short_sedang", telah: "js_map_short_telah" };

/** What a progress is called. */
export function progressWord(progress) {
  return text(WORDS[progress]);
}

/** The same in one word. */
export function progressShortWord(progress) {
  return text(SHORT_WORDS[progress]);
}

/** A marker at {lat, lon} that cannot be pressed. */
export function progressMarker(L, { lat, lon, progress }) {
  const dot = document.createElement("span");
  dot.className = `map-dot ${progress ?? ""}`;
  dot.append(progressIcon(progress));
  return L.marker([lat, lon], { icon: made(L, dot), interactive: false, keyboard: false });
}

/** A marker for one complaint {no, lat, lon, progress, agency, title}. */
export function complaintMarker(L, complaint) {
  const button = pressable(`map-dot ${complaint.progress}`, complaintWords(complaint));
  button.append(progressIcon(complaint.progress));
  return L.marker([complaint.lat, complaint.lon], { icon: made(L, button), keyboard: false, autoPanOnFocus: true });
}

/** A bubble for many: {lat, lon, n, b, s, t}, the counts of all, belum, sedang and telah. */
export function cellMarker(L, cell) {
  const most = PROGRESS.reduce((a, b) => (cell[b[0]] > cell[a[0]] ? b : a));
  const size = bubbleSize(cell.n);
  const button = pressable(`map-bubble ${most} ${size}`, cellWords(cell));
  button.append(progressIcon(most), number(cell.n));
  return L.marker([cell.lat, cell.lon], { icon: made(L, button), keyboard: false, zIndexOffset: -Math.min(cell.n, 900) });
}

export function complaintWords({ title, progress, agency }) {
  return [title, agency, progressWord(progress)].filter(Boolean).join(", ");
}

function cellWords({ n, b, s, t }) {
  return text("js_map_cell", n, b, s, t);
}

/** Area grows with the count, in few steps, so that a style sheet can name them. */
function bubbleSize(n) {
  if (n < 10) return "s";
  if (n < 50) return "m";
  if (n < 250) return "l";
  return "xl";
}

function number(n) {
  if (n < 1000) return String(n);
  return new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 }).format(n);
}

function pressable(classes, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = classes;
  button.setAttribute("aria-label", words);
  button.title = words;
  return button;
}

/** An icon that is an element of ours; its size and place come from the style sheet. */
function made(L, element) {
  // Leaflet's own icons get this class; it takes an element out of the flow, so that it stands where it is put.
  element.classList.add("leaflet-marker-icon");
  const Made = L.Icon.extend({
    createIcon: () => element,
    createShadow: () => null,
  });
  return new Made();
}
