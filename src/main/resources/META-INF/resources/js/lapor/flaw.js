/*
 * Whether a photo is dark or blurred, judged from a small copy: how light it is on the average, and how much its light
 * changes from dot to dot (the variance of the Laplacian), in proportion to its contrast, so that dusk is no blur. On real
 * photos that proportion is 1.6 to 2.2; blurred by 0.4 % of their width it is about 0.1, by 0.8 % under 0.02. A mean below
 * 30 of 255 is a photo in which little can be made out. A wall without any drawing is judged not at all.
 */
const SIDE = 256;
const DARK = 30;
const BLURRED = 0.12;
const PLAIN = 25;

/** "dark", "blurred", or null for neither, and for what this browser can't draw. */
export async function flawOf(file) {
  try {
    const { light, width, height } = await lightOf(file);
    const mean = light.reduce((sum, each) => sum + each, 0) / light.length;
    if (mean < DARK) return "dark";
    const contrast = light.reduce((sum, each) => sum + (each - mean) ** 2, 0) / light.length;
    return contrast > PLAIN && sharpness(light, width, height) / contrast < BLURRED ? "blurred" : null;
  } catch {
    return null;
  }
}

async function lightOf(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  const width = (canvas.width = Math.max(3, Math.round(picture.width * scale)));
  const height = (canvas.height = Math.max(3, Math.round(picture.height * scale)));
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  const { data } = pen.getImageData(0, 0, width, height);
  const light = new Float32Array(width * height);
  for (let i = 0; i < light.length; i++) light[i] = 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2];
  return { light, width, height };
}

function sharpness(light, width, height) {
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const change = light[at - 1] + light[at + 1] + light[at - width] + light[at + width] - 4 * light[at];
      sum += change;
      squares += change * change;
    }
  }
  const count = (width - 2) * (height - 2);
  return squares / count - (sum / count) ** 2;
}
