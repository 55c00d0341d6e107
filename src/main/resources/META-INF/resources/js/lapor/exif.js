/* The few things of a photo's EXIF data that the form needs: where it was taken, and how it is turned. */
const ORIENTATION = 0x0112;
const GPS = 0x8825;
const LATITUDE_REF = 1;
const LATITUDE = 2;
const LONGITUDE_REF = 3;
const LONGITUDE = 4;
const SHORT = 3;
const RATIONAL = 5;
const HEAD = "Exif\0\0";

/**
 * The EXIF segment of a JPEG, with its marker and length, or null.
 *
 * @param bytes Uint8Array of the whole file or its beginning
 */
export function exifSegment(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    if (bytes[at + 1] === 0xe1 && ascii(bytes, at + 4, HEAD.length) === HEAD) return bytes.slice(at, end);
    at = end;
  }
  return null;
}

/** {lat, lon} where the photo was taken, or null. */
export function takenAt(segment) {
  return segment && careful(() => {
    const tiff = reader(segment);
    const gps = tiff.find(tiff.first, GPS);
    if (!gps) return null;
    const at = tiff.long(gps.value);
    const lat = degrees(tiff, at, LATITUDE, LATITUDE_REF, "S");
    const lon = degrees(tiff, at, LONGITUDE, LONGITUDE_REF, "W");
    /* Some phones write zeros where they know nothing. */
    return lat === null || lon === null || (lat === 0 && lon === 0) ? null : { lat, lon };
  });
}

/** The same segment saying that the picture stands upright, for a picture that was turned when it was drawn anew. */
export function upright(segment) {
  const copy = segment.slice();
  careful(() => {
    const tiff = reader(copy);
    const orientation = tiff.find(tiff.first, ORIENTATION);
    if (orientation?.type === SHORT) tiff.view.setUint16(orientation.value, 1, tiff.little);
  });
  return copy;
}

/** A JPEG with an EXIF segment put at its beginning. */
export function withSegment(jpeg, segment) {
  const whole = new Uint8Array(jpeg.length + segment.length);
  whole.set(jpeg.subarray(0, 2));
  whole.set(segment, 2);
  whole.set(jpeg.subarray(2), 2 + segment.length);
  return whole;
}

function degrees(tiff, directory, tag, refTag, negative) {
  const entry = tiff.find(directory, tag);
  const ref = tiff.find(directory, refTag);
  if (!entry || !ref || entry.type !== RATIONAL || entry.count !== 3) return null;
  const at = tiff.long(entry.value);
  const [d, m, s] = [0, 8, 16].map((step) => tiff.long(at + step) / (tiff.long(at + step + 4) || 1));
  const value = d + m / 60 + s / 3600;
  return String.fromCharCode(tiff.view.getUint8(ref.value)) === negative ? -value : value;
}

/* A TIFF structure begins after marker, length and head; offsets count from there. */
function reader(segment) {
  const start = 4 + HEAD.length;
  const view = new DataView(segment.buffer, segment.byteOffset + start, segment.byteLength - start);
  const little = view.getUint16(0) === 0x4949;
  const long = (at) => view.getUint32(at, little);
  return {
    view,
    little,
    long,
    first: long(4),
    find(directory, tag) {
      const count = view.getUint16(directory, little);
      for (let i = 0; i < count; i++) {
        const at = directory + 2 + 12 * i;
        if (view.getUint16(at, little) === tag) return { type: view.getUint16(at + 2, little), count: long(at + 4), value: at + 8 };
      }
      return null;
    },
  };
}

/* What strangers' phones write is often broken; then it is as if it were not there. */
function careful(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function ascii(bytes, at, length) {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
