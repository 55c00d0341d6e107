/*
 * The complaints that wait on this phone. Words and photos lie in two stores, so that showing the list reads no photo;
 * they are written and deleted together.
 */
import { answer, transact } from "./database.js";
import { sha256 } from "./digest.js";

const CHANNEL = "outbox";

/* Until then a deletion can be undone; what was received is known so long, so that no left-over draft sends it again. */
const UNDONE_WITHIN = 60 * 60 * 1000;
const REMEMBERED = 14 * 24 * 60 * 60 * 1000;

const listeners = new Set();
let channel = null;

/**
 * Keeps a complaint for sending. Once this has resolved, nothing of it can be lost any more.
 *
 * @param entry.id UUIDv7; the same id again replaces the entry, unless it has been received
 * @param entry.title first words, for the list
 * @param entry.fields fields of the API by name, as strings
 * @param entry.typed what the form needs to open again, if it can
 * @param entry.photos {source, name, type, bytes, reduced?: {bytes}} with ArrayBuffers
 */
export async function add({ id, title, fields, typed, photos = [], createdAt = Date.now() }) {
  const described = await Promise.all(photos.map(describe));
  const entry = {
    id, createdAt, title, fields, typed, photos: described,
    state: "waiting", sent: 0, of: photos.length, tries: 0, nextTryAt: 0, notBefore: 0,
  };
  await transact(
    ["outbox", "photos"],
    "readwrite",
    async (outbox, bytes) => {
      const earlier = await answer(outbox.get(id));
      if (earlier?.state === "received") return;
      bytes.delete(allOf(id));
      outbox.put(entry);
      photos.forEach((photo, place) => {
        bytes.put(photo.bytes, [id, place, "full"]);
        if (photo.reduced) bytes.put(photo.reduced.bytes, [id, place, "reduced"]);
      });
    },
    "strict",
  );
  tell();
}

/** All complaints in the outbox, oldest first, without the bytes of their photos. */
export async function entries() {
  const all = await transact(["outbox"], "readonly", (outbox) => answer(outbox.getAll()));
  return all.filter((entry) => !entry.removedAt).sort((a, b) => a.createdAt - b.createdAt);
}

/** One complaint with the bytes of its photos, to be opened again in the form; it stays here until it was added anew. */
export function take(id) {
  return transact(["outbox", "photos"], "readonly", async (outbox, bytes) => {
    const entry = await answer(outbox.get(id));
    if (!entry || entry.removedAt) return null;
    const photos = [];
    for (const [place, photo] of entry.photos.entries()) {
      const full = await answer(bytes.get([id, place, "full"]));
      const reduced = await answer(bytes.get([id, place, "reduced"]));
      if (full) photos.push({ ...photo, bytes: full, reduced: reduced && { ...photo.reduced, bytes: reduced } });
    }
    return { ...entry, photos };
  });
}

/** The bytes of one photo, "full" or "reduced". */
export function photoBytes(id, place, size) {
  return transact(["photos"], "readonly", (bytes) => answer(bytes.get([id, place, size])));
}

/** Takes a complaint out for good. */
export async function remove(id) {
  await transact(["outbox", "photos"], "readwrite", async (outbox, bytes) => {
    outbox.delete(id);
    bytes.delete(allOf(id));
  });
  tell();
}

/** Takes a complaint out so that it can be brought back; resolves to the function that does. */
export async function discard(id) {
  await change(id, (entry) => (entry.removedAt = Date.now()));
  return () => change(id, (entry) => delete entry.removedAt, { removedToo: true });
}

/**
 * Changes a complaint in place.
 *
 * @param edit is given the entry
 * @returns the changed entry; null if it is not here any more
 */
export async function change(id, edit, { removedToo = false } = {}) {
  const changed = await transact(["outbox"], "readwrite", async (outbox) => {
    const entry = await answer(outbox.get(id));
    if (!entry || (entry.removedAt && !removedToo)) return null;
    edit(entry);
    outbox.put(entry);
    return entry;
  });
  tell();
  return changed;
}

/**
 * Notes that a complaint has arrived, even if its entry was removed while it was under way: whoever sent it has to know.
 * Only the full photos that are still to follow are kept.
 */
export async function received(entry, receipt) {
  const { problem, notBefore, removedAt, ...rest } = entry;
  const done = { ...rest, receipt, state: "received", tries: 0, nextTryAt: 0, receivedAt: Date.now() };
  await transact(["outbox", "photos"], "readwrite", async (outbox, bytes) => {
    outbox.put(done);
    done.photos.forEach((photo, place) => {
      bytes.delete([entry.id, place, "reduced"]);
      if (!follows(photo)) bytes.delete([entry.id, place, "full"]);
    });
  });
  tell();
  return done;
}

/** Notes what became of a full photo that followed its reduced copy, and frees its bytes. */
export async function followed(id, place, outcome) {
  await transact(["outbox", "photos"], "readwrite", async (outbox, bytes) => {
    const entry = await answer(outbox.get(id));
    bytes.delete([id, place, "full"]);
    if (!entry) return;
    entry.photos[place].followed = outcome;
    outbox.put(entry);
  });
  tell();
}

/** Whether the full file of a photo is still to be sent after its reduced copy. */
export function follows(photo) {
  return photo.kept === "reduced" && !photo.followed;
}

/** Whether a received complaint still waits to send full photos. */
export function isImproving(entry) {
  return entry.state === "received" && entry.photos.some(follows);
}

/** What was left by a browser that was killed, or deleted long ago, is put in order. Only for whoever sends alone. */
export async function tidy(now = Date.now()) {
  await transact(["outbox", "photos"], "readwrite", async (outbox, bytes) => {
    for (const entry of await answer(outbox.getAll())) {
      const old =
        (entry.removedAt && entry.removedAt < now - UNDONE_WITHIN) ||
        (entry.state === "received" && entry.receivedAt < now - REMEMBERED && entry.remembered);
      if (old) {
        outbox.delete(entry.id);
        bytes.delete(allOf(entry.id));
      } else if (entry.state === "sending") {
        outbox.put({ ...entry, state: "waiting" });
      }
    }
  });
}

/**
 * Calls with all entries, at once and at every change, made here, in another tab or by the service worker.
 *
 * @returns a function that ends it
 */
export function watch(listener) {
  listeners.add(listener);
  listen();
  call(listener);
  return () => listeners.delete(listener);
}

/** Tells everybody who watches that something has changed. */
export function tell() {
  listen()?.postMessage("changed");
  listeners.forEach(call);
}

function listen() {
  if (channel || !globalThis.BroadcastChannel) return channel;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => listeners.forEach(call);
  return channel;
}

async function call(listener) {
  try {
    const all = await entries();
    if (listeners.has(listener)) listener(all);
  } catch {
    /* A phone that gives its store no more: what is shown stays as it is. */
  }
}

async function describe({ source, name, type, bytes, place, reduced }) {
  const described = { source, name, type, place, size: bytes.byteLength, sha256: await sha256(bytes) };
  if (reduced) described.reduced = { size: reduced.bytes.byteLength, sha256: await sha256(reduced.bytes) };
  return described;
}

/* Arrays sort after numbers and strings, so this is every key that begins with the id. */
function allOf(id) {
  return IDBKeyRange.bound([id], [id, []]);
}
