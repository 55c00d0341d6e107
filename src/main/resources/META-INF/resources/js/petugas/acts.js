/*
 * Steps of an operator that wait on this phone for a network: starting a case, photos of the result, finishing it. They lie
 * in a database of their own, which is deleted when the operator signs out. Each names the account that took it; nobody
 * else sees or sends it.
 */
import { answer, storeOf } from "../outbox/store.js";

const NAME = "petugas";
const REMEMBERED = 3 * 24 * 60 * 60 * 1000;

const { transact } = storeOf(NAME, 1, (database) => {
  database.createObjectStore("acts", { keyPath: "id" });
  database.createObjectStore("settings");
});

const listeners = new Set();
let channel = null;

/** The account whose pages were seen last; undefined where nobody's were. */
export function account() {
  return transact(["settings"], "readonly", (settings) => answer(settings.get("account")));
}

export function rememberAccount(id) {
  return transact(["settings"], "readwrite", async (settings) => void settings.put(id, "account"));
}

/**
 * Keeps a step for sending. Once this has resolved, nothing of it can be lost any more.
 *
 * @param act.id by which the server knows it again
 * @param act.number of the case
 * @param act.step "start", "proof" or "completion"
 * @param act.fields of the form by name, as strings
 * @param act.files {field, name, type, bytes} with ArrayBuffers
 */
export async function add({ id, number, step, fields, files = [] }) {
  await transact(
    ["acts", "settings"],
    "readwrite",
    async (acts, settings) => {
      const owner = await answer(settings.get("account"));
      const all = await answer(acts.getAll());
      const ordinal = Math.max(0, ...all.map((each) => each.ordinal)) + 1;
      acts.put({ id, account: owner, number, step, fields, files, ordinal, at: Date.now(), state: "waiting", tries: 0, nextTryAt: 0 });
    },
    "strict",
  );
  tell();
}

/** The steps of the account in the order in which they were taken; of a case only, where one is named. */
export async function acts(number) {
  const all = await transact(["acts", "settings"], "readonly", async (store, settings) => {
    const owner = await answer(settings.get("account"));
    return (await answer(store.getAll())).filter((act) => act.account === owner);
  });
  return all.filter((act) => !number || act.number === number).sort((a, b) => a.ordinal - b.ordinal);
}

/** Whether somebody still has to do something about a step, or the network has. */
export const isUnsent = (act) => act.state !== "sent";

/** Whether an earlier one of these steps of the same case needs a hand first. */
export const isBehind = (act, all) => all.some((each) => each.number === act.number && each.ordinal < act.ordinal && each.state === "attention");

/** Changes a step in place; null if it is not here any more. */
export async function change(id, edit) {
  const changed = await transact(["acts"], "readwrite", async (store) => {
    const act = await answer(store.get(id));
    if (!act) return null;
    edit(act);
    store.put(act);
    return act;
  });
  tell();
  return changed;
}

/**
 * Notes that a step has arrived, and lets its photos go. What was done after a start goes by the version that it led to; a
 * photo changes none, so that what others did meanwhile is still noticed.
 */
export async function arrived(id, version) {
  await transact(["acts"], "readwrite", async (store) => {
    const all = await answer(store.getAll());
    const done = all.find((act) => act.id === id);
    if (!done) return;
    store.put({ ...done, state: "sent", files: [], sentAt: Date.now(), version });
    for (const act of all) {
      const follows = done.step === "start" && act.account === done.account && act.number === done.number && act.ordinal > done.ordinal && isUnsent(act);
      if (follows) store.put({ ...act, fields: { ...act.fields, version: String(version) } });
      if (act.state === "sent" && act.sentAt < Date.now() - REMEMBERED) store.delete(act.id);
    }
  });
  tell();
}

/** Takes a step out for good. */
export async function remove(id) {
  await transact(["acts"], "readwrite", async (store) => void store.delete(id));
  tell();
}

/** Calls with all steps of the account, at once and at every change here, in another tab or by the worker. */
export function watch(listener) {
  listeners.add(listener);
  listen();
  call(listener);
}

function tell() {
  listen()?.postMessage("changed");
  listeners.forEach(call);
}

function listen() {
  if (channel || !globalThis.BroadcastChannel) return channel;
  channel = new BroadcastChannel("petugas");
  channel.onmessage = () => listeners.forEach(call);
  return channel;
}

async function call(listener) {
  listener(await acts());
}

/** Deletes all of it. */
export function wipeActs() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
