/* Choosing a place: the pin stands still in the middle, and the map is moved under it, by finger, mouse or arrow keys. */
import { text } from "../texts.js";
import { icon } from "../icon.js";

const STEP = 24; /* pixels an arrow key moves the map; with Shift three times as many */
const CLOSE = 17;

/* The browser's own limit does not count while it asks the person, and that question may never be answered. */
const LOCATED_WITHIN = 20_000;

/**
 * Puts the pin on a map.
 *
 * @param options.position {lat, lon} to begin with; else the middle of the map, which counts as not yet chosen
 * @param options.accuracy metres around options.position
 * @param options.onChange called with {lat, lon, accuracy, zoom, from: "device" | "pin"} whenever the place has
 *     changed; accuracy in metres, if the device has found it
 * @param options.onLocate called instead of asking the device, when "use my position" is pressed
 * @param options.onRefused called with the error when the device gives no position
 * @returns place(), moveTo({lat, lon}, accuracy), locate(), remove()
 */
export function pickPlace(map, { position, accuracy, onChange, onLocate, onRefused } = {}) {
  const L = window.L;
  const element = map.getContainer();
  const pin = element.appendChild(pinElement());
  const before = { ...map.options };
  const first = map.getCenter();
  let ring;
  let chosen = position ? { ...position, accuracy, from: "device" } : undefined;
  let arriving = false;

  /* The place is in the middle, so whoever zooms keeps it. */
  Object.assign(map.options, { scrollWheelZoom: "center", touchZoom: "center", doubleClickZoom: "center" });
  map.keyboard._setPanDelta(STEP);
  const button = locateButton(L, () => (onLocate ? onLocate() : locate())).addTo(map);
  map.on("movestart", lift).on("moveend", settle);
  if (position) moveTo(position, accuracy);

  function lift() {
    pin.classList.add("lifted");
  }

  /* A phone that is turned shifts the middle by less than two pixels: nobody has chosen that. */
  function unmoved() {
    const middle = map.getSize().divideBy(2);
    return map.latLngToContainerPoint(chosen ? [chosen.lat, chosen.lon] : first).distanceTo(middle) < 2;
  }

  function settle() {
    pin.classList.remove("lifted");
    const { lat, lng } = map.getCenter();
    const from = arriving ? "device" : "pin";
    if (!arriving && unmoved()) return;
    chosen = { lat, lon: lng, accuracy: arriving ? chosen.accuracy : undefined, zoom: map.getZoom(), from };
    arriving = false;
    onChange?.(chosen);
  }

  function moveTo(place, metres) {
    ring?.remove();
    ring = metres ? L.circle([place.lat, place.lon], { radius: metres, className: "map-accuracy", interactive: false }).addTo(map) : undefined;
    chosen = { ...place, accuracy: metres, from: "device" };
    arriving = true;
    map.setView([place.lat, place.lon], zoomFor(map, ring), { animate: false });
    if (arriving) settle();
  }

  /* Who has chosen meanwhile needs neither the position that comes at last nor to hear that none came. */
  function locate() {
    const earlier = chosen;
    button.busy(true);
    return new Promise((resolve, reject) => {
      setTimeout(reject, LOCATED_WITHIN, new Error("no position came"));
      if (!navigator.geolocation) reject(new Error("no geolocation"));
      else navigator.geolocation.getCurrentPosition(resolve, reject, { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 });
    })
      .then(({ coords }) => chosen === earlier && moveTo({ lat: coords.latitude, lon: coords.longitude }, coords.accuracy))
      .catch((error) => chosen === earlier && onRefused?.(error))
      .finally(() => button.busy(false));
  }

  return {
    place: () => chosen,
    moveTo,
    locate,
    remove() {
      map.off("movestart", lift).off("moveend", settle);
      const { scrollWheelZoom, touchZoom, doubleClickZoom } = before;
      Object.assign(map.options, { scrollWheelZoom, touchZoom, doubleClickZoom });
      map.keyboard._setPanDelta(map.options.keyboardPanDelta);
      ring?.remove();
      button.remove();
      pin.remove();
    },
  };
}

/** Close enough to see the street, but never closer than the accuracy of the position deserves. */
function zoomFor(map, ring) {
  const wanted = Math.max(map.getZoom(), CLOSE);
  return ring ? Math.min(wanted, map.getBoundsZoom(ring.getBounds())) : wanted;
}

function pinElement() {
  const pin = document.createElement("div");
  pin.className = "map-pin";
  pin.setAttribute("aria-hidden", "true");
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("viewBox", "0 0 40 52");
  for (const [tag, attributes] of [
    ["path", { d: "M20 51C20 51 38 33 38 19.5A18 18 0 0 0 2 19.5C2 33 20 51 20 51Z", class: "body" }],
    ["circle", { cx: 20, cy: 19.5, r: 7, class: "eye" }],
  ]) {
    const part = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    drawing.append(part);
  }
  pin.append(drawing);
  return pin;
}

function locateButton(L, press) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "map-button";
  button.append(icon("locate-fixed"), text("js_map_my_position"));
  button.addEventListener("click", press);
  L.DomEvent.disableClickPropagation(button);
  const Locate = L.Control.extend({
    options: { position: "bottomright" },
    onAdd: () => button,
    busy(is) {
      button.setAttribute("aria-busy", String(is));
    },
  });
  return new Locate();
}
