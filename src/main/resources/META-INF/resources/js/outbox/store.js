/*
 * A store of this phone that outlives pages: IndexedDB, opened once and again where a browser closed it. Used by pages and
 * by service workers, so there is neither DOM nor localStorage here.
 */
const BLOCKED_FOR = 3000;

/**
 * @param upgrade as for IndexedDB: makes what is missing, is given the database and the version that it had
 * @returns {open, transact}
 */
export function storeOf(name, version, upgrade) {
  let opened = null;

  /**
   * Runs some work in one transaction: all of it is kept or nothing.
   *
   * @param names of the stores
   * @param mode "readonly" or "readwrite"
   * @param work is given the stores; may await nothing but their requests, through answer()
   * @param durability "strict" where what was written has to survive a battery that is empty in the next second
   * @returns what the work returned, once it is kept
   */
  async function transact(names, mode, work, durability = "default") {
    const transaction = await begin(names, mode, durability);
    return new Promise((resolve, reject) => {
      const outcome = work(...names.map((each) => transaction.objectStore(each)));
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
      const request = indexedDB.open(name, version);
      request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
      request.onsuccess = () => {
        const database = request.result;
        /* A newer version in another tab, or one that deletes it, must not wait for this one. */
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

  return { open, transact };
}

/** The answer to a request of a store. */
export function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
