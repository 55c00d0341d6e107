/* The map's colours are the page's custom properties; a map is drawn again when light turns to dark. */
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Today's colours for drawing on an element. */
export function colours(element) {
  const style = getComputedStyle(element);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    sea: of("--map-sea"),
    land: of("--map-land"),
    city: of("--map-city"),
    border: of("--map-border"),
    halo: of("--map-city"),
    words: of("--ink-soft"),
    road: of("--map-border"),
    lane: of("--line"),
    park: of("--telah-soft"),
    place: of("--accent"),
    faint: of("--line-strong"),
    font: of("--font") || "sans-serif",
  };
}

/** Calls back when the colours may have changed; returns how to stop that. */
export function whenColoursChange(call) {
  const later = () => requestAnimationFrame(call);
  const watch = new MutationObserver(later);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["class", "data-theme", "style"] });
  dark.addEventListener("change", later);
  return () => {
    watch.disconnect();
    dark.removeEventListener("change", later);
  };
}

export const calm = matchMedia("(prefers-reduced-motion: reduce)");
