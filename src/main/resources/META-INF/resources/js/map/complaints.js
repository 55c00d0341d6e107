/* Complaints on a map: bubbles from afar, single markers from near, kept up to date while the map moves. */
import { text } from "../texts.js";
import { PROGRESS, cellMarker, complaintMarker, progressIcon, progressShortWord, progressWord } from "./markers.js";

const SETTLED_MILLIS = 120;

/**
 * Shows complaints on a map.
 *
 * The data are {cells: [{lat, lon, n, b, s, t}], complaints: [{no, lat, lon, progress, agency, title}]}: a cell counts n
 * complaints around a point, b belum, s sedang, t telah; progress is one of these words; agency is its name.
 *
 * @param options.source address that answers with the data; ?bbox=south,west,north,east&zoom=z is added to what it
 *     asks already. Or a function of ({bbox, zoom, signal}) that returns them or a promise of them
 * @param options.onOpen called with a complaint when its marker is pressed; else a bubble of words with a link opens
 * @param options.onCell called with a cell when its bubble is pressed and the map is as close as it gets; before that,
 *     pressing a bubble brings the map closer
 * @param options.onData called with the data after each load
 * @param options.onFailure called with the error of a load; what was shown stays
 * @param options.legend false for a map without it
 * @returns refresh(source?), show(data), highlight(no), remove()
 */
export function complaintLayer(map, { source, onOpen, onCell, onData, onFailure, legend = true } = {}) {
  const L = window.L;
  const group = L.layerGroup().addTo(map);
  const shown = new Map();
  const key = legend ? legendControl(L).addTo(map) : undefined;
  let from = source;
  let loading;
  let settling;
  let highlighted;

  function later() {
    clearTimeout(settling);
    settling = setTimeout(refresh, SETTLED_MILLIS);
  }

  /** Loads again, from another source if one is given. */
  async function refresh(other) {
    if (other !== undefined) from = other;
    if (!from) return;
    loading?.abort();
    const current = (loading = new AbortController());
    try {
      const data = await load(from, map, current.signal);
      if (current.signal.aborted) return;
      show(data);
      onData?.(data);
    } catch (error) {
      if (error.name !== "AbortError") onFailure?.(error);
    }
  }

  /** Brings the markers in line with the data; one that is the same stays untouched, and keeps the focus. */
  function show({ cells = [], complaints = [] }) {
    const wanted = new Map();
    for (const cell of cells) wanted.set(`${cell.lat},${cell.lon},${cell.n},${cell.b},${cell.s},${cell.t}`, { cell });
    for (const complaint of complaints) wanted.set(`${complaint.no},${complaint.progress},${complaint.lat},${complaint.lon}`, { complaint });
    for (const [id, marker] of shown) {
      if (!wanted.has(id)) {
        group.removeLayer(marker);
        shown.delete(id);
      }
    }
    for (const [id, { cell, complaint }] of wanted) {
      if (!shown.has(id)) shown.set(id, (cell ? bubble(cell) : single(complaint)).addTo(group));
    }
    highlight(highlighted);
  }

  function bubble(cell) {
    const marker = cellMarker(L, cell);
    return marker.on("click", () => {
      if (map.getZoom() >= map.getMaxZoom()) {
        onCell?.(cell);
        return;
      }
      /* The bubble is about to be replaced by smaller ones: who came by keyboard goes on from the map. */
      if (document.activeElement === marker.getElement()) map.getContainer().focus({ preventScroll: true });
      map.setView([cell.lat, cell.lon], Math.min(map.getZoom() + 2, map.getMaxZoom()));
    });
  }

  function single(complaint) {
    const marker = complaintMarker(L, complaint);
    marker.complaint = complaint;
    if (onOpen) return marker.on("click", () => onOpen(complaint));
    marker.bindPopup(() => words(complaint), { className: "map-words", offset: [0, -8], closeButton: false, maxWidth: 280 });
    marker.on("popupopen", ({ popup }) => popup.getElement().querySelector("a").focus({ preventScroll: true }));
    marker.on("popupclose", () => {
      if (document.activeElement === document.body) marker.getElement()?.focus({ preventScroll: true });
    });
    return marker;
  }

  /** Makes one complaint stand out, or none. */
  function highlight(no) {
    highlighted = no;
    for (const marker of shown.values()) {
      if (!marker.complaint) continue;
      const is = no !== undefined && marker.complaint.no === no;
      marker.getElement()?.classList.toggle("highlighted", is);
      marker.setZIndexOffset(is ? 1000 : 0);
    }
  }

  map.on("moveend", later);
  refresh();

  return {
    refresh,
    show,
    highlight,
    remove() {
      map.off("moveend", later);
      clearTimeout(settling);
      loading?.abort();
      key?.remove();
      group.remove();
    },
  };
}

async function load(source, map, signal) {
  const bounds = map.getBounds();
  const bbox = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()].map((edge) => edge.toFixed(5));
  if (typeof source === "function") return source({ bbox: bbox.map(Number), zoom: map.getZoom(), signal });
  const address = new URL(source, location.href);
  address.searchParams.set("bbox", bbox.join(","));
  address.searchParams.set("zoom", map.getZoom());
  const answer = await fetch(address, { signal, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  return answer.json();
}

function words({ no, title, agency, progress }) {
  const box = document.createElement("div");
  const heading = document.createElement("strong");
  heading.textContent = title;
  const who = document.createElement("span");
  who.textContent = agency;
  const badge = document.createElement("span");
  badge.className = `map-progress ${progress}`;
  badge.append(progressIcon(progress), progressWord(progress));
  const link = document.createElement("a");
  link.href = `/aduan/${encodeURIComponent(no)}`;
  link.textContent = text("js_map_open");
  box.append(heading, who, badge, link);
  return box;
}

function legendControl(L) {
  const Legend = L.Control.extend({
    options: { position: "bottomright" },
    onAdd() {
      const list = document.createElement("ul");
      list.className = "map-legend";
      list.setAttribute("aria-label", text("js_map_legend"));
      for (const progress of PROGRESS) {
        const item = document.createElement("li");
        item.className = progress;
        item.append(progressIcon(progress), progressShortWord(progress));
        list.append(item);
      }
      return list;
    },
  });
  return new Legend();
}
