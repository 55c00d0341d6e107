const SVG = "http://www.w3.org/2000/svg";
const sprite = new URL("../img/icons.svg", import.meta.url);

/** An icon of the sprite, as the tag {#icon} makes it on the server. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "ic");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${sprite.pathname}#${name}`);
  svg.append(use);
  return svg;
}
