/* A map in an element of the page. */
import { language, text } from "../texts.js";
import { baseMap } from "./base.js";
import { calm, whenColoursChange } from "./colours.js";
import { gesturesOfPage } from "./gestures.js";
import { groundLayer } from "./ground.js";
import { leaflet } from "./leaflet.js";
import { streetLayer } from "./streets.js";

const MIN_ZOOM = 10;
const MAX_ZOOM = 18;

/**
 * Makes a map and returns it, a Leaflet map, when the ground is there.
 *
 * @param element filled by the map; its size comes from the page's style, its content (a picture for readers without
 *     scripts) is replaced
 * @param options.position {lat, lon} to start at, with options.zoom
 * @param options.bounds [[south, west], [north, east]] to start with instead
 * @param options.show "mainland" or "city", with all its islands, to start with if neither is given
 * @param options.gestures "map": one finger moves the map; "page": one finger scrolls the page, two move the map, and
 *     the wheel zooms only with Ctrl held or once the map has been clicked
 * @param options.interactive false for a still picture
 * @param options.label what the map is, for those who do not see it
 */
export async function createMap(element, options = {}) {
  const { interactive = true, gestures = "map", controls = interactive, label = text("js_map_label") } = options;
  const [L, base] = await Promise.all([leaflet(), baseMap()]);
  element.replaceChildren();
  element.classList.add("map");
  element.setAttribute("role", "region");
  element.setAttribute("aria-label", label);

  const moves = interactive && !calm.matches;
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: false,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxBounds: padded(base.bounds),
    maxBoundsViscosity: 0.8,
    zoomAnimation: moves,
    fadeAnimation: false,
    markerZoomAnimation: moves,
    inertia: moves,
    dragging: interactive,
    keyboard: interactive,
    touchZoom: interactive,
    doubleClickZoom: interactive,
    scrollWheelZoom: interactive,
    boxZoom: interactive,
  });
  map.base = base;
  look(map, base, options);

  const layers = [groundLayer(L, base, base.streets ? "ground" : "all").addTo(map)];
  const streets = await streetLayer(L, base);
  if (streets) layers.push(streets.addTo(map));
  if (base.streets) layers.push(groundLayer(L, base, "lines").addTo(map));
  const renew = () => layers.forEach((layer) => layer.renew?.());
  const stop = whenColoursChange(renew);
  document.fonts?.load('600 12px "Plus Jakarta Sans"').then((fonts) => fonts.length && renew());
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(element);
  map.on("unload", () => {
    stop();
    resized.disconnect();
  });

  if (interactive && gestures === "page") gesturesOfPage(map);
  if (controls) {
    L.control.zoom({ position: "topright", zoomInTitle: text("js_map_zoom_in"), zoomOutTitle: text("js_map_zoom_out") }).addTo(map);
  }
  sources(L, base).addTo(map);
  return map;
}

function look(map, base, { position, zoom, bounds, show = "mainland" }) {
  if (position) {
    map.setView([position.lat, position.lon], zoom ?? 16);
  } else {
    const [south, west, north, east] = base.bounds;
    const wanted = bounds ?? (show === "city" ? [[south, west], [north, east]] : base.mainland);
    map.fitBounds(wanted, { padding: [8, 8], animate: false });
  }
}

function padded([south, west, north, east]) {
  const lat = (north - south) * 0.5;
  const lon = (east - west) * 0.5;
  return [
    [south - lat, west - lon],
    [north + lat, east + lon],
  ];
}

/** Whom to thank for the map, behind one word; what a licence wants to be seen stands beside it. */
function sources(L, base) {
  const Sources = L.Control.extend({
    options: { position: "bottomright" },
    onAdd() {
      const box = document.createElement("div");
      box.className = "map-sources";
      if (base.streets) box.append(base.streets.attribution);
      const details = document.createElement("details");
      const summary = document.createElement("summary");
      summary.textContent = text("js_map_sources");
      const list = document.createElement("ul");
      for (const { subject, source, licence, address } of base.attributions) {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = address;
        link.textContent = source;
        item.append(`${subject[language] ?? subject.id}: `, link, `, ${licence}`);
        list.append(item);
      }
      details.append(summary, list);
      box.append(details);
      L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
      return box;
    },
  });
  return new Sources();
}
