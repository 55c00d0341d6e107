/*
 * What this phone keeps of a citizen: drafts with their photos, complaints that wait for a network, and a few settings that
 * the service worker has to know too. Its stores are "draft", "outbox", "photos" and "settings".
 */
import { storeOf } from "./store.js";

export { answer } from "./store.js";

const { open, transact } = storeOf("sipakatau", 2, (database, oldVersion) => {
  if (oldVersion < 1) database.createObjectStore("draft");
  if (oldVersion < 2) {
    database.createObjectStore("outbox", { keyPath: "id" });
    database.createObjectStore("photos");
    database.createObjectStore("settings");
  }
});

export { transact };

/** Whether complaints can be kept and sent photo by photo here: photos are named by their digest, which wants https. */
export async function canKeep() {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return false;
  try {
    await open();
    return true;
  } catch {
    return false;
  }
}
