/* Sea, land, borders and names, drawn by the browser in tiles, so that they move with the finger. */
import { colours } from "./colours.js";
import { Names } from "./names.js";

const KELURAHAN_BORDERS_FROM = 13;
const DENSEST = 2; /* pixels per pixel: three look no better on a phone and cost twice the memory */

/**
 * A Leaflet layer of the base map.
 *
 * @param parts "all"; or "ground", sea and land only, to lie under street tiles; or "lines", borders and names only, to
 *     lie over them
 */
export function groundLayer(L, base, parts = "all") {
  const fills = parts !== "lines";
  const lines = parts !== "ground";
  const Ground = L.GridLayer.extend({
    options: { tileSize: 256, keepBuffer: 1, updateWhenIdle: false, updateWhenZooming: false, maxZoom: 20 },

    createTile(coords) {
      const ratio = Math.min(window.devicePixelRatio || 1, DENSEST);
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 256 * ratio;
      const context = canvas.getContext("2d", { alpha: !fills });
      context.scale(ratio, ratio);
      this.paint(context, coords);
      return canvas;
    },

    paint(context, { x, y, z }) {
      this.colours ??= colours(this._map.getContainer());
      const tile = new Tile(context, x, y, z);
      if (fills) paintLand(tile, base, this.colours);
      if (lines) {
        paintBorders(tile, base, this.colours);
        this.names ??= new Names(base, this.colours);
        this.names.write(context, { x, y, z });
      }
    },

    /** Draws everything again, in new colours or with a font that has arrived. */
    renew() {
      this.colours = undefined;
      this.names = undefined;
      if (this._map) this.redraw();
    },
  });
  return new Ground({ zIndex: fills ? 1 : 3 });
}

function paintLand(tile, base, colour) {
  tile.context.fillStyle = colour.sea;
  tile.context.fillRect(0, 0, 256, 256);
  /* Land and city come from two sources whose edges differ by metres; the outline of the land closes the gap. */
  tile.fill(base.land, colour.land, colour.land);
  tile.fill(base.city, colour.city);
}

function paintBorders(tile, base, colour) {
  const z = tile.zoom;
  if (z >= KELURAHAN_BORDERS_FROM) tile.stroke(base.kelurahanBorders, colour.border, z > 14 ? 1 : 0.6, z > 14 ? [5, 4] : []);
  tile.stroke(base.kecamatanBorders, colour.border, z >= KELURAHAN_BORDERS_FROM ? 1.6 : 1);
  tile.stroke(base.rim, colour.border, 1);
}

/** A square of 256 pixels of the world at a zoom level. */
class Tile {
  constructor(context, x, y, zoom) {
    this.context = context;
    this.zoom = zoom;
    this.size = 256 * 2 ** zoom;
    this.left = x * 256;
    this.top = y * 256;
    const margin = 4;
    this.box = [this.left - margin, this.top - margin, this.left + 256 + margin, this.top + 256 + margin].map((edge) => edge / this.size);
  }

  fill(rings, colour, outline) {
    this.#path(rings);
    this.context.fillStyle = colour;
    this.context.fill();
    if (outline) {
      this.context.strokeStyle = outline;
      this.context.lineWidth = 2;
      this.context.stroke();
    }
  }

  stroke(lines, colour, width, dashes = []) {
    this.#path(lines);
    this.context.strokeStyle = colour;
    this.context.lineWidth = width;
    this.context.lineJoin = "round";
    this.context.setLineDash(dashes);
    this.context.stroke();
    this.context.setLineDash([]);
  }

  #path(lines) {
    const { context, size, left, top, box } = this;
    context.beginPath();
    for (const line of lines) {
      if (line.box[0] > box[2] || line.box[2] < box[0] || line.box[1] > box[3] || line.box[3] < box[1]) continue;
      const { xy } = line;
      let px = xy[0] * size - left;
      let py = xy[1] * size - top;
      context.moveTo(px, py);
      for (let i = 2; i < xy.length; i += 2) {
        const x = xy[i] * size - left;
        const y = xy[i + 1] * size - top;
        const last = i === xy.length - 2;
        if (!last && Math.abs(x - px) < 0.6 && Math.abs(y - py) < 0.6) continue;
        context.lineTo(x, y);
        px = x;
        py = y;
      }
    }
  }
}
