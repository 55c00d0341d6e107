/* The base map from /map/base.json, unpacked. Points are kept in the unit square of the web's Mercator projection. */
const FORMAT = 1;
let loading;

/** The base map; fetched once for all maps of a page. */
export function baseMap() {
  loading ??= fetch(`/map/base.json?${FORMAT}`)
    .then((answer) => {
      if (!answer.ok) throw new Error(`base map: ${answer.status}`);
      return answer.json();
    })
    .then((json) => new BaseMap(json))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

class BaseMap {
  constructor(json) {
    this.grid = json.grid;
    this.name = json.name;
    this.view = json.view;
    this.bounds = json.bounds;
    this.attributions = json.attributions;
    this.streets = json.streets;
    this.arcs = json.arcs.map((deltas) => this.#line(deltas));
    this.rim = this.arcs.slice(0, json.rimArcs);
    this.kecamatanBorders = this.arcs.slice(json.rimArcs, json.rimArcs + json.kecamatanArcs);
    this.kelurahanBorders = this.arcs.slice(json.rimArcs + json.kecamatanArcs);
    this.city = json.rim.map((ring) => this.#ring(ring));
    this.land = json.land.map((deltas) => this.#line(deltas));
    this.neighbours = json.neighbours.map((each) => this.#placed(each));
    this.kecamatan = json.kecamatan.map((each) => this.#placed(each));
    this.kelurahan = json.kelurahan.map((each) => ({ ...this.#placed(each), arcs: each.rings }));
    this.places = json.places.map((each) => this.#placed(each));
  }

  /** The box around the largest part of the city, as [[south, west], [north, east]]. */
  get mainland() {
    const { box } = this.city.reduce((a, b) => (area(a.box) > area(b.box) ? a : b));
    return [degrees(box[0], box[3]), degrees(box[2], box[1])];
  }

  /** The kelurahan that a point of the unit square lies in. */
  kelurahanAt([x, y]) {
    return this.kelurahan.find((each) => {
      each.rings ??= each.arcs.map((ring) => this.#ring(ring));
      return each.rings.filter((ring) => inside(ring, x, y)).length % 2 === 1;
    });
  }

  kecamatanOf(kelurahan) {
    return this.kecamatan.find((each) => kelurahan.code.startsWith(`${each.code}.`));
  }

  #placed({ at: [x, y], ...rest }) {
    return { ...rest, at: this.#project(x, y) };
  }

  #line(deltas) {
    const xy = new Float64Array(deltas.length);
    let x = 0;
    let y = 0;
    for (let i = 0; i < deltas.length; i += 2) {
      x += deltas[i];
      y += deltas[i + 1];
      [xy[i], xy[i + 1]] = this.#project(x, y);
    }
    return { xy, box: boxAround(xy) };
  }

  /** One closed line from arcs, ~i being arc i backwards. */
  #ring(arcs) {
    const xy = [];
    for (const arc of arcs) {
      const line = this.arcs[arc < 0 ? ~arc : arc].xy;
      for (let i = 0; i < line.length; i += 2) {
        const j = arc < 0 ? line.length - 2 - i : i;
        xy.push(line[j], line[j + 1]);
      }
    }
    return { xy: Float64Array.from(xy), box: boxAround(xy) };
  }

  #project(x, y) {
    return unit(this.grid.south + y * this.grid.step, this.grid.west + x * this.grid.step);
  }
}

/** Degrees to the unit square. */
export function unit(latitude, longitude) {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

function degrees(x, y) {
  return [(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, (x - 0.5) * 360];
}

function boxAround(xy) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    box[0] = Math.min(box[0], xy[i]);
    box[1] = Math.min(box[1], xy[i + 1]);
    box[2] = Math.max(box[2], xy[i]);
    box[3] = Math.max(box[3], xy[i + 1]);
  }
  return box;
}

function area([left, top, right, bottom]) {
  return (right - left) * (bottom - top);
}

function inside({ xy, box }, x, y) {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let odd = false;
  for (let i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
    const crosses = xy[i + 1] > y !== xy[j + 1] > y;
    if (crosses && x < ((xy[j] - xy[i]) * (y - xy[i + 1])) / (xy[j + 1] - xy[i + 1]) + xy[i]) odd = !odd;
  }
  return odd;
}
