/* One sender at a time, over all tabs and the service worker. Two would harm nothing, but send everything twice. */
import { answer, transact } from "./database.js";

const NAME = "sipakatau-outbox";
const LEASE = 20_000;
const RENEWED = 5_000;

/**
 * Does some work while nobody else does any.
 *
 * @returns what the work returned; null where somebody else is at it and waiting for the turn is not possible
 */
export function alone(work) {
  return globalThis.navigator?.locks ? navigator.locks.request(NAME, work) : leased(work);
}

/* Browsers without locks: whoever has written down a lease last, and keeps renewing it. A killed one runs out. */
async function leased(work) {
  const owner = crypto.getRandomValues(new Uint32Array(2)).join("-");
  if (!(await take(owner))) return null;
  const renewing = setInterval(() => take(owner).catch(() => {}), RENEWED);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await release(owner);
  }
}

function take(owner) {
  return transact(["settings"], "readwrite", async (settings) => {
    const lease = await answer(settings.get("lease"));
    if (lease && lease.owner !== owner && lease.until > Date.now()) return false;
    settings.put({ owner, until: Date.now() + LEASE }, "lease");
    return true;
  });
}

/* One that ran out, as in a tab that was put to sleep, may be another's by now. */
function release(owner) {
  return transact(["settings"], "readwrite", async (settings) => {
    if ((await answer(settings.get("lease")))?.owner === owner) settings.delete("lease");
  });
}
