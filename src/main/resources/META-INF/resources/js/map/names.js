/* Names on the map. For each zoom level they are placed once for the whole city, the important ones first, so that a
   name neither jumps nor vanishes while the map moves. */
import { language } from "../texts.js";
import { SIGN, sign } from "./signs.js";

const GAP = 4;
/* Where a name may go if the best place is taken, in pixels. */
const ASIDE = [
  [0, 0],
  [0, -10],
  [0, 10],
  [12, 0],
  [-12, 0],
  [0, -18],
  [0, 18],
  [16, 12],
  [-16, -12],
];
const UNDER = [
  [0, 13],
  [0, -13],
  [0, 22],
];

/* The zoom level from which places of a kind are named. */
const KINDS = {
  landmark: 14,
  transport: 14,
  tourism: 14,
  island: 12,
  hospital: 15,
  campus: 15,
  mall: 15,
  police: 15,
  fire: 15,
  shelter: 16,
};

export class Names {
  #placed = new Map();
  #measure = document.createElement("canvas").getContext("2d");

  constructor(base, colours) {
    this.base = base;
    this.colours = colours;
  }

  /** Writes the names that touch a tile. */
  write(context, { x, y, z }) {
    const left = x * 256;
    const top = y * 256;
    for (const name of this.#at(z)) {
      const { box } = name;
      if (box[0] > left + 256 || box[2] < left || box[1] > top + 256 || box[3] < top) continue;
      this.#draw(context, name, left, top);
    }
  }

  #at(zoom) {
    if (!this.#placed.has(zoom)) this.#placed.set(zoom, this.#place(zoom));
    return this.#placed.get(zoom);
  }

  #place(zoom) {
    const placed = [];
    for (const name of this.#wanted(zoom)) {
      const candidate = this.#laidOut(name, zoom).find((box) => placed.every((other) => apart(box.box, other.box)));
      if (candidate) placed.push(candidate);
    }
    return placed;
  }

  /** All names for a zoom level, the most important first. */
  *#wanted(zoom) {
    const { base, colours } = this;
    const area = (weight, size, colour, spacing) => ({ font: `${weight} ${size}px ${colours.font}`, size, colour, spacing });
    if (zoom < 14) {
      const style = area(600, zoom < 12 ? 11.5 : 12.5, colours.words);
      for (const each of base.kecamatan) yield { ...each, text: each.name, style, nudges: ASIDE };
    }
    if (zoom <= 13) {
      for (const each of base.neighbours) yield { ...each, text: each.name.toUpperCase(), style: area(600, 11, colours.faint, 1.5) };
    }
    const places = base.places
      .filter((place) => zoom >= KINDS[place.kind])
      .sort((a, b) => KINDS[a.kind] - KINDS[b.kind]);
    for (const each of places.filter((place) => KINDS[place.kind] < 15)) yield this.#wantedPlace(each);
    if (zoom >= 14) {
      const style = zoom >= 16 ? area(600, 14, colours.words) : area(zoom < 15 ? 500 : 600, 12, colours.words);
      for (const each of base.kelurahan) yield { ...each, text: each.name, style, nudges: ASIDE };
    }
    for (const each of places.filter((place) => KINDS[place.kind] >= 15)) yield this.#wantedPlace(each);
  }

  #wantedPlace(place) {
    const { colours } = this;
    const words = place.name[language] ?? place.name.id;
    if (place.kind === "island") {
      const style = { font: `italic 500 12px ${colours.font}`, size: 12, colour: colours.words, halo: colours.sea };
      return { ...place, text: words, style, nudges: UNDER };
    }
    const style = { font: `500 12px ${colours.font}`, size: 12, colour: colours.place };
    return { ...place, text: words, style, sign: sign(place.kind) };
  }

  /** The boxes that a name may take, in pixels of the world, the best first. */
  #laidOut(name, zoom) {
    const size = 256 * 2 ** zoom;
    const x = name.at[0] * size;
    const y = name.at[1] * size;
    const lines = wrapped(name.text);
    this.#measure.font = name.style.font;
    const spacing = name.style.spacing ?? 0;
    const width = Math.max(...lines.map((line) => this.#measure.measureText(line).width + spacing * line.length));
    const height = lines.length * name.style.size * 1.2;
    const made = (dx, dy, align) => {
      const start = x + dx - (align === "left" ? 0 : align === "right" ? width : width / 2);
      const words = [start - GAP, y + dy - height / 2 - GAP / 2, start + width + GAP, y + dy + height / 2 + GAP / 2];
      const half = SIGN / 2;
      const box = name.sign ? joined(words, [x - half, y - half, x + half, y + half]) : words;
      return { ...name, lines, align, x, y, dx, dy, box };
    };
    if (!name.sign) return (name.nudges ?? [[0, 0]]).map(([dx, dy]) => made(dx, dy, "center"));
    const aside = SIGN / 2 + GAP;
    const below = SIGN / 2 + height / 2 + 2;
    return [made(aside, 0, "left"), made(-aside, 0, "right"), made(0, below, "center"), made(0, -below, "center")];
  }

  #draw(context, name, left, top) {
    const { style, lines, dx, dy, align } = name;
    const x = name.x - left;
    const y = name.y - top;
    if (name.sign) name.sign.draw(context, x, y, this.colours);
    context.font = style.font;
    context.textAlign = align;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    if ("letterSpacing" in context) context.letterSpacing = `${style.spacing ?? 0}px`;
    context.strokeStyle = style.halo ?? this.colours.halo;
    context.lineWidth = 3;
    context.fillStyle = style.colour;
    lines.forEach((line, i) => {
      const at = y + dy + (i - (lines.length - 1) / 2) * style.size * 1.2;
      if (!style.spacing) context.strokeText(line, x + dx, at);
      context.fillText(line, x + dx, at);
    });
  }
}

/** A long name in two lines of about the same length. */
function wrapped(text) {
  if (text.length < 15 || !text.includes(" ")) return [text];
  const breaks = [...text.matchAll(/ /g)].map((match) => match.index);
  const best = breaks.reduce((a, b) => (Math.abs(b - text.length / 2) < Math.abs(a - text.length / 2) ? b : a));
  return [text.slice(0, best), text.slice(best + 1)];
}

function apart(a, b) {
  return a[0] >= b[2] || a[2] <= b[0] || a[1] >= b[3] || a[3] <= b[1];
}

function joined(a, b) {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
