/* A small still map of one place, made when the reader comes near it. */
import { createMap } from "./create.js";
import { progressMarker } from "./markers.js";

/**
 * Replaces the content of an element by a map as soon as it comes into view.
 *
 * @param options.position {lat, lon}
 * @param options.progress "belum", "sedang" or "telah" colours the marker
 * @param options.interactive whether it can be moved; a still picture otherwise
 * @param options.zoom 15 unless given
 * @returns a promise of the map
 */
export function placeMap(element, { position, progress, interactive = false, zoom = 15, label } = {}) {
  return seen(element).then(async () => {
    const map = await createMap(element, { position, zoom, interactive, gestures: "page", label });
    progressMarker(window.L, { ...position, progress }).addTo(map);
    return map;
  });
}

function seen(element) {
  return new Promise((resolve) => {
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          watch.disconnect();
          resolve();
        }
      },
      { rootMargin: "200px" },
    );
    watch.observe(element);
  });
}
