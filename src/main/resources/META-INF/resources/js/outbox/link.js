/* What is known of the network: what the browser says, what the person wants, and how fast the last photo went. */
import { answer, transact } from "./database.js";

const SLOW_TYPES = ["slow-2g", "2g", "3g"];
const SLOW_RATE = 50_000; /* bytes a second */
const MEASURED_FOR = 10 * 60 * 1000;
const WORTH_MEASURING = 50_000; /* bytes; what is smaller says more about the delay than about the speed */

/** Whether a photo should go small first. */
export async function isSlow() {
  return lowData().then(async (low) => low || saysSlow() || (await wasSlow()));
}

/** Whether full photos may follow by themselves: never over a mobile network for whoever saves data. */
export async function mayFollow() {
  const connection = globalThis.navigator?.connection;
  if (connection?.saveData || saysSlow()) return false;
  if (await lowData()) return ["wifi", "ethernet"].includes(connection?.type);
  return !(await wasSlow());
}

/** Whether the low-data mode is on. */
export async function lowData() {
  return (await setting("hemat")) === "1";
}

/** Notes how long some bytes took. */
export async function measured(bytes, milliseconds) {
  if (bytes < WORTH_MEASURING || milliseconds <= 0) return;
  await keepSetting("speed", { rate: (bytes * 1000) / milliseconds, at: Date.now() });
}

/** A setting that pages and the service worker share. */
export async function setting(name) {
  try {
    return await transact(["settings"], "readonly", (settings) => answer(settings.get(name)));
  } catch {
    return undefined;
  }
}

export async function keepSetting(name, value) {
  try {
    await transact(["settings"], "readwrite", async (settings) => void settings.put(value, name));
  } catch {
    /* A setting is never worth failing for. */
  }
}

function saysSlow() {
  const connection = globalThis.navigator?.connection;
  return Boolean(connection?.saveData || SLOW_TYPES.includes(connection?.effectiveType));
}

async function wasSlow() {
  const last = await setting("speed");
  return Boolean(last && Date.now() - last.at < MEASURED_FOR && last.rate < SLOW_RATE);
}
