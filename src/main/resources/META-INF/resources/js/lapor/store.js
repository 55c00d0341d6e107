/*
 * A draft in IndexedDB: its photos, as bytes since WebKit refuses files there in private windows, and its fields, since
 * browsers write localStorage to the disk seconds later. Where there is no such store, or it is full, they live as long as
 * the page: what fails here is left out.
 */
import { answer, transact } from "../outbox/database.js";

/** @param name of the draft, "" for the ordinary one; each draft has its own */
export function draftStore(name) {
  const photosKey = `photos${name}`;
  const fieldsKey = `fields${name}`;
  const run = async (mode, work) => {
    try {
      return await transact(["draft"], mode, work);
    } catch {
      return undefined;
    }
  };
  return {
    /** The photos as they were kept last; undefined where none ever were. */
    photos: () => run("readonly", (store) => answer(store.get(photosKey))),
    savePhotos: (photos) => run("readwrite", async (store) => void store.put(photos.map(({ url, ...photo }) => photo), photosKey)),
    /** What was given to saveFields(). */
    fields: () => run("readonly", (store) => answer(store.get(fieldsKey))),
    saveFields: (kept) => run("readwrite", async (store) => void store.put(kept, fieldsKey)),
    clear: () =>
      run("readwrite", async (store) => {
        store.delete(photosKey);
        store.delete(fieldsKey);
      }),
  };
}
