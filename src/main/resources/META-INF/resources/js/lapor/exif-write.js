/*
 * Writes down in a photo when, where and in which direction it was taken, as a camera does (EXIF 2.32, CIPA DC-008), so
 * that this stays with the file wherever it goes.
 */
const BYTE = 1;
const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
const UNDEFINED = 7;
const SIZES = { [BYTE]: 1, [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [RATIONAL]: 8, [UNDEFINED]: 1 };

/**
 * The EXIF segment of a JPEG that stands upright.
 *
 * @param at Date
 * @param position {lat, lon, accuracy?} with metres, or null
 * @param direction degrees clockwise from magnetic north, or null
 */
export function exifOf({ at, position = null, direction = null }) {
  const details = [
    [0x9000, UNDEFINED, [..."0232"].map(code)],
    [0x9003, ASCII, local(at)],
    [0x9011, ASCII, offset(at)],
  ];
  const gps = gpsOf(at, position, direction);
  const main = [
    [0x0112, SHORT, [1]],
    [0x8769, LONG, [0]],
    ...(gps.length > 0 ? [[0x8825, LONG, [0]]] : []),
  ];
  const detailsAt = 8 + lengthOf(main);
  const gpsAt = detailsAt + lengthOf(details);
  main[1][2] = [detailsAt];
  if (gps.length > 0) main[2][2] = [gpsAt];
  const tiff = [...[..."MM"].map(code), 0, 42, 0, 0, 0, 8, ...directory(main, 8), ...directory(details, detailsAt), ...directory(gps, gpsAt)];
  const body = [...[..."Exif"].map(code), 0, 0, ...tiff];
  return new Uint8Array([0xff, 0xe1, ...number(body.length + 2, 2), ...body]);
}

function gpsOf(at, position, direction) {
  const tags = [];
  if (position) {
    const { lat, lon } = position;
    tags.push([1, ASCII, lat < 0 ? "S" : "N"], [2, RATIONAL, degrees(lat)], [3, ASCII, lon < 0 ? "W" : "E"], [4, RATIONAL, degrees(lon)]);
    tags.push([7, RATIONAL, [at.getUTCHours(), 1, at.getUTCMinutes(), 1, at.getUTCSeconds(), 1]]);
  }
  if (direction !== null) tags.push([0x10, ASCII, "M"], [0x11, RATIONAL, [Math.round(direction * 10), 10]]);
  if (position) tags.push([0x1d, ASCII, at.toISOString().slice(0, 10).replaceAll("-", ":")]);
  if (position?.accuracy) tags.push([0x1f, RATIONAL, [Math.round(position.accuracy * 10), 10]]);
  return tags.length > 0 ? [[0, BYTE, [2, 3, 0, 0]], ...tags] : [];
}

/* Entries of twelve bytes; what is longer than four stands behind them. */
function directory(tags, at) {
  if (tags.length === 0) return [];
  const entries = [];
  const extras = [];
  const extrasAt = at + 6 + 12 * tags.length;
  for (const [tag, type, value] of tags) {
    const bytes = encoded(type, value);
    entries.push(...number(tag, 2), ...number(type, 2), ...number(bytes.length / SIZES[type], 4));
    if (bytes.length > 4) {
      entries.push(...number(extrasAt + extras.length, 4));
      extras.push(...bytes, ...(bytes.length % 2 ? [0] : []));
    } else {
      entries.push(...bytes, ...new Array(4 - bytes.length).fill(0));
    }
  }
  return [...number(tags.length, 2), ...entries, 0, 0, 0, 0, ...extras];
}

function lengthOf(tags) {
  return directory(tags, 0).length;
}

function encoded(type, value) {
  if (type === ASCII) return [...[...value].map(code), 0];
  const size = type === RATIONAL ? 4 : SIZES[type];
  return value.flatMap((each) => number(each, size));
}

function number(value, size) {
  return Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);
}

function degrees(value) {
  return [Math.round(Math.abs(value) * 1_000_000), 1_000_000, 0, 1, 0, 1];
}

function local(at) {
  const parts = [at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes(), at.getSeconds()].map(two);
  return `${at.getFullYear()}:${parts[0]}:${parts[1]} ${parts[2]}:${parts[3]}:${parts[4]}`;
}

function offset(at) {
  const minutes = -at.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const two = (value) => String(value).padStart(2, "0");
const code = (letter) => letter.charCodeAt(0);
