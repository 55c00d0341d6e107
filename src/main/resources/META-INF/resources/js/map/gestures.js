/* A map within a page that scrolls: the page keeps one finger and the wheel. */
import { text } from "../texts.js";

const HINT_MILLIS = 1500;

/** One finger scrolls the page, two move the map; the wheel zooms with Ctrl held, or once the map has the focus. */
export function gesturesOfPage(map) {
  const element = map.getContainer();
  element.classList.add("map-in-page");
  const hint = document.createElement("p");
  hint.className = "map-hint";
  hint.setAttribute("aria-hidden", "true");
  hint.textContent = text("js_map_two_fingers");
  element.append(hint);
  let hiding;

  /* Before Leaflet sees the press: a mouse drags, one finger does not. */
  element.addEventListener(
    "pointerdown",
    ({ pointerType }) => (pointerType === "touch" ? map.dragging.disable() : map.dragging.enable()),
    { capture: true },
  );
  element.addEventListener(
    "touchmove",
    ({ touches }) => {
      if (touches.length > 1) return;
      hint.classList.add("shown");
      clearTimeout(hiding);
      hiding = setTimeout(() => hint.classList.remove("shown"), HINT_MILLIS);
    },
    { passive: true },
  );

  map.scrollWheelZoom.disable();
  element.addEventListener(
    "wheel",
    (event) => {
      const zooms = event.ctrlKey || event.metaKey || element.contains(document.activeElement);
      if (zooms) map.scrollWheelZoom.enable();
      else map.scrollWheelZoom.disable();
    },
    { capture: true, passive: true },
  );
}
