/*
 * What this phone keeps: drafts with their photos, complaints that wait for a network, and a few settings that the
 * service worker has to know too. Used by pages and by the service worker, so there is neither DOM nor localStorage here.
 */
const NAME = "sipakatau";
const VERSION = 2;
const BLOCKED_FOR = 3000;

let opened = null;

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

/**
 * Runs some work in one transaction: all of it is kept or nothing.
 *
 * @param names of the stores: "draft", "outbox", "photos", "settings"
 * @param mode "readonly" or "readwrite"
 * @param work is given the stores; may await nothing but their requests, through answer()
 * @param durability "strict" where what was written has to survive a battery that is empty in the next second
 * @returns what the work returned, once it is kept
 */
export async function transact(names, mode, work, durability = "default") {
  const transaction = await begin(names, mode, durability);
  return new Promise((resolve, reject) => {
    const outcome = work(...names.map((name) => transaction.objectStore(name)));
    transaction.oncomplete = () => resolve(outcome);
    transaction.onabort = () => reject(transaction.error ?? new Error("nothing was kept"));
    outcome.catch(() => {
      try {
        transaction.abort();
      } catch {
        /* It has ended by itself, for the same reason. */
      }
    });
  });
}

/** The answer to a request of a store. */
export function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function begin(names, mode, durability) {
  try {
    return (await open()).transaction(names, mode, { durability });
  } catch (error) {
    /* iOS closes the store behind the back of a page that slept. */
    if (error.name !== "InvalidStateError") throw error;
    opened = null;
    return (await open()).transaction(names, mode, { durability });
  }
}

function open() {
  opened ??= connect().catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

function connect() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) request.result.createObjectStore("draft");
      if (oldVersion < 2) {
        request.result.createObjectStore("outbox", { keyPath: "id" });
        request.result.createObjectStore("photos");
        request.result.createObjectStore("settings");
      }
    };
    request.onsuccess = () => {
      const database = request.result;
      /* A newer version in another tab must not wait for this one. */
      database.onversionchange = () => {
        database.close();
        opened = null;
      };
      database.onclose = () => (opened = null);
      resolve(database);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => setTimeout(() => reject(new Error("another tab holds an older store")), BLOCKED_FOR);
  });
}
