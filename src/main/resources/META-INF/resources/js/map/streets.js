/* Streets from an archive of the city, or from another server, where base.json names one. */
import { colours } from "./colours.js";
import { loaded } from "./leaflet.js";

/** A layer of street tiles; none if the city has provided no streets, or what draws them could not be loaded. */
export async function streetLayer(L, base) {
  const { streets } = base;
  if (!streets) return undefined;
  if (streets.kind === "raster") return raster(L, streets);
  try {
    await loaded("script", { src: new URL("../vendor/protomaps-leaflet-5.1.0.js", import.meta.url).pathname });
    return vector(window.protomapsL, streets);
  } catch (error) {
    console.error("The map is shown without streets", error);
    return undefined;
  }
}

function raster(L, { address, minZoom, maxZoom, bounds }) {
  return L.tileLayer(address, {
    minZoom,
    maxNativeZoom: maxZoom,
    maxZoom: 20,
    bounds: bounds && [bounds.slice(0, 2), bounds.slice(2)],
    className: "map-raster",
    zIndex: 2,
    /* Servers of tiles want to know which site asks; they never learn which page. */
    referrerPolicy: "origin",
  });
}

function vector(protomaps, { address, maxZoom }) {
  const layer = protomaps.leafletLayer({ url: address, maxDataZoom: maxZoom, attribution: "", paintRules: [], labelRules: [], maxZoom: 20 });
  const dress = () => {
    const colour = colours(layer._map?.getContainer() ?? document.documentElement);
    layer.paintRules = paints(protomaps, colour);
    layer.labelRules = labels(protomaps, colour);
  };
  layer.on("add", dress);
  dress();
  layer.renew = () => {
    dress();
    layer.clearLayout();
    layer.rerenderTiles();
  };
  layer.setZIndex(2);
  return layer;
}

/* Two vocabularies are understood: that of Protomaps, version 4 (https://docs.protomaps.com/basemaps/layers), and
   OpenMapTiles, version 3 (https://openmaptiles.org/schema), which most other tools write. */
const ROADS = [
  { kinds: ["path"], classes: ["path", "track"], from: 15, at16: 1 },
  { kinds: ["minor_road"], classes: ["minor", "service", "tertiary"], from: 13, at16: 4 },
  { kinds: ["major_road"], classes: ["primary", "secondary"], from: 9, at16: 7, major: true },
  { kinds: ["highway"], classes: ["motorway", "trunk"], from: 6, at16: 9, major: true },
];
const PARKS = ["park", "cemetery", "forest", "golf_course", "nature_reserve", "village_green", "playground", "pitch", "grass", "wood"];

function is(property, ...values) {
  return (zoom, feature) => values.includes(feature.props[property]);
}

function paints({ LineSymbolizer, PolygonSymbolizer }, colour) {
  const area = (dataLayer, fill, more = {}) => ({ dataLayer, symbolizer: new PolygonSymbolizer({ fill, opacity: more.opacity }), ...more });
  const line = (dataLayer, options, more) => ({ dataLayer, symbolizer: new LineSymbolizer({ lineCap: "round", lineJoin: "round", ...options }), ...more });
  const rail = { color: colour.border, width: 1, dash: [4, 3], dashColor: colour.border };
  const river = { color: colour.sea, width: (zoom) => width(zoom, 3) };
  return [
    area("landuse", colour.park, { opacity: 0.6, filter: is("kind", ...PARKS) }),
    area("landcover", colour.park, { opacity: 0.6, filter: is("class", ...PARKS) }),
    area("park", colour.park, { opacity: 0.6 }),
    area("water", colour.sea, { filter: (zoom, feature) => feature.geomType === 3 }),
    line("water", river, { minzoom: 12, filter: (zoom, feature) => feature.geomType === 2 }),
    line("waterway", river, { minzoom: 12 }),
    area("buildings", colour.land, { minzoom: 15 }),
    area("building", colour.land, { minzoom: 15 }),
    line("roads", rail, { minzoom: 12, filter: is("kind", "rail") }),
    line("transportation", rail, { minzoom: 12, filter: is("class", "rail") }),
    ...ROADS.flatMap(({ kinds, classes, from, at16, major }) => {
      const style = { color: major ? colour.road : colour.lane, width: (zoom) => width(zoom, at16) };
      return [
        line("roads", style, { minzoom: from, filter: is("kind", ...kinds) }),
        line("transportation", style, { minzoom: from, filter: is("class", ...classes) }),
      ];
    }),
  ];
}

function labels({ LineLabelSymbolizer }, colour) {
  const name = new LineLabelSymbolizer({ labelProps: ["name"], fill: colour.words, stroke: colour.halo, width: 3, font: `500 12px ${colour.font}` });
  return ROADS.filter(({ kinds }) => !kinds.includes("path")).flatMap(({ kinds, classes, major }) => {
    const minzoom = major ? 14 : 16;
    return [
      { dataLayer: "roads", symbolizer: name, filter: is("kind", ...kinds), minzoom },
      { dataLayer: "transportation_name", symbolizer: name, filter: is("class", ...classes), minzoom },
    ];
  });
}

/** Pixels of a line at a zoom level that is so wide at level 16. */
function width(zoom, at16) {
  return Math.max(0.5, at16 * 1.5 ** (zoom - 16));
}
