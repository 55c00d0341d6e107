/*
 * The photos of a draft in IndexedDB. They are kept as bytes, since WebKit refuses files there in private windows. Where
 * there is no such store, or it is full, they live as long as the page: what fails here is left out.
 */
const DATABASE = "sipakatau";
const STORE = "draft";
const PHOTOS = "photos";

export async function photoStore() {
  const database = await open();
  const run = (mode, action) =>
    new Promise((resolve) => {
      if (!database) return resolve(undefined);
      try {
        const transaction = database.transaction(STORE, mode);
        const request = action(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = transaction.onerror = () => resolve(undefined);
      } catch {
        resolve(undefined);
      }
    });
  return {
    load: async () => (await run("readonly", (store) => store.get(PHOTOS))) ?? [],
    save: (photos) => run("readwrite", (store) => store.put(photos.map(({ url, ...photo }) => photo), PHOTOS)),
    clear: () => run("readwrite", (store) => store.clear()),
  };
}

function open() {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}
