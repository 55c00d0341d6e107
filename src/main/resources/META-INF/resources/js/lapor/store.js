/*
 * The photos of a draft in IndexedDB. They are kept as bytes, since WebKit refuses files there in private windows. Where
 * there is no such store, or it is full, they live as long as the page: what fails here is left out.
 */
import { answer, transact } from "../outbox/database.js";

/** @param key of the draft's photos; each draft has its own */
export function photoStore(key) {
  const run = async (mode, work) => {
    try {
      return await transact(["draft"], mode, work);
    } catch {
      return undefined;
    }
  };
  return {
    load: async () => (await run("readonly", (store) => answer(store.get(key)))) ?? [],
    save: (photos) => run("readwrite", async (store) => void store.put(photos.map(({ url, ...photo }) => photo), key)),
    clear: () => run("readwrite", async (store) => void store.delete(key)),
  };
}
