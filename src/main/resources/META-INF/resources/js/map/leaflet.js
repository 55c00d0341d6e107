/* Leaflet 1.9.4 and the map's style, fetched when the first map is made. */
const dist = new URL("../../webjars/leaflet/1.9.4/dist/", import.meta.url);
const style = new URL("../../css/map.css", import.meta.url);
let loading;

/** The Leaflet namespace. */
export function leaflet() {
  loading ??= Promise.all([
    loaded("script", { src: new URL("leaflet.js", dist).pathname }),
    loaded("link", { rel: "stylesheet", href: style.pathname }),
  ]).then(() => window.L);
  return loading;
}

/** Adds an element to the head and waits for what it names; one that a page already has counts as loaded. */
export function loaded(tag, attributes) {
  const [[, address]] = Object.entries(attributes).filter(([name]) => name === "src" || name === "href");
  if (document.head.querySelector(`${tag}[src="${address}"], ${tag}[href="${address}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error(`${address} was not loaded`)));
    document.head.append(element);
  });
}
