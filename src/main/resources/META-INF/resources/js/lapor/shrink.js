/*
 * Photos of phones are larger than 3G is fast. A JPEG up to 2 MB goes as it is, byte for byte. A larger one is drawn anew
 * at 2560 pixels, which every detail that staff need survives, and keeps the EXIF data of the original (time, place,
 * phone): they are evidence. What the browser can't draw goes as it is; the server decides about it. Beside it there is a
 * copy for slow networks, which goes first there.
 */
import { exifSegment, takenAt, upright, withSegment } from "./exif.js";

const AS_IT_IS = 2 * 1024 * 1024;
const LONGEST_SIDE = 2560;
const QUALITY = 0.86;
const REDUCED_FROM = 400 * 1024;
const REDUCED_SIDE = 1280;
const REDUCED_QUALITY = 0.7;

/**
 * {name, type, bytes, place, reduced?}: bytes to send, {lat, lon} where the photo says it was taken, and {bytes} of a
 * JPEG that is much smaller.
 */
export async function prepared(file) {
  const original = new Uint8Array(await file.arrayBuffer());
  const exif = exifSegment(original);
  const smaller = original.length > AS_IT_IS ? await redrawn(file, exif, LONGEST_SIDE, QUALITY) : null;
  const useSmaller = smaller && smaller.length < original.length;
  const chosen = useSmaller ? smaller : original;
  const reduced = chosen.length > REDUCED_FROM ? await redrawn(file, exif, REDUCED_SIDE, REDUCED_QUALITY) : null;
  return {
    name: file.name,
    type: useSmaller ? "image/jpeg" : file.type,
    bytes: chosen.buffer,
    place: takenAt(exif),
    ...(reduced && reduced.length < chosen.length / 2 && { reduced: { bytes: reduced.buffer } }),
  };
}

async function redrawn(file, exif, side, quality) {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    canvas.width = canvas.height = 0; /* gives the memory back at once on iOS */
    return blob && withExif(new Uint8Array(await blob.arrayBuffer()), exif);
  } catch {
    return null;
  }
}

/* Drawing has turned the picture upright, so the copied data must not have it turned once more. */
function withExif(jpeg, exif) {
  return exif ? withSegment(jpeg, upright(exif)) : jpeg;
}
