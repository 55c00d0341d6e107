/*
 * The operators' service worker. Of pages it keeps only what the server names an account to keep for: the operator's own
 * list and the cases that were opened; without a network those stand in, and everything else leads to the page of the
 * phone. Steps that can't be sent, for want of a network or since the session has ended, wait in the outbox, each with an id
 * by which a repetition is known.
 */
import { account, add, remove, rememberAccount } from "./acts.js";
import { sync } from "./flush.js";
import { forget, keepFor, keepPhoto, kept, keyOf, MINE, withoutSituation } from "./kept.js";

const PATIENCE = 4000;
const PATIENCE_FOR_A_STEP = 12_000;
const SLOWEST = 4; /* bytes a millisecond */
const STEP = /^\/operator\/aduan\/([^/]+)\/(start|proof|completion)$/;
const PHONE = "/operator/ponsel";
const BROKEN = [502, 503, 504];

/** @param shell {version, pages, files}, as the program says */
export function serve(shell) {
  const cacheName = `petugas-shell-${shell.version}`;
  /* When the copies were made that pages show, by the id of the page. */
  const copies = new Map();

  addEventListener("install", (event) => {
    event.waitUntil(install());
    skipWaiting();
  });
  addEventListener("activate", (event) => event.waitUntil(activate()));
  addEventListener("fetch", (event) => {
    const answer = answerTo(event);
    if (answer) event.respondWith(answer);
  });
  addEventListener("sync", (event) => {
    if (event.tag === "petugas") event.waitUntil(sync());
  });
  addEventListener("message", (event) => {
    if (event.data?.kind === "language") event.waitUntil(refreshPages(event.data.language));
    if (event.data?.kind === "copy") event.source.postMessage({ kind: "copy", at: copies.get(event.source.id) });
  });

  async function install() {
    const cache = await caches.open(cacheName);
    for (const file of shell.files) if (!(await cache.match(file))) await cache.add(file);
    await keepPages(cache);
  }

  async function activate() {
    for (const name of await caches.keys()) {
      if (name.startsWith("petugas-shell-") && name !== cacheName) await caches.delete(name);
    }
    await clients.claim();
  }

  /* As anybody would get them, so that they hold nobody's name. */
  async function keepPages(cache, language) {
    for (const page of shell.pages) {
      const answer = await fetch(language ? `${page}?lang=${language}` : page, { credentials: "omit", cache: "no-cache" });
      if (answer.ok) await cache.put(page, await withoutSituation(answer));
    }
  }

  async function refreshPages(language) {
    const cache = await caches.open(cacheName);
    const page = await cache.match(PHONE);
    if (page?.headers.get("Content-Language") !== language) await keepPages(cache, language);
  }

  function answerTo({ request, resultingClientId }) {
    const address = new URL(request.url);
    if (address.origin !== location.origin) return null;
    if (request.method === "POST") {
      const [, number, step] = address.pathname.match(STEP) ?? [];
      return step && request.mode === "navigate" ? take(request, number, step) : null;
    }
    if (request.method !== "GET") return null;
    if (address.pathname.startsWith("/a/") || address.pathname === "/map/base.json") return file(request);
    if (request.mode === "navigate") return navigate(request, address, resultingClientId);
    return keyOf(address) && request.destination === "image" ? photo(request, address) : null;
  }

  async function file(request) {
    return (await caches.match(request)) ?? fetch(request);
  }

  async function photo(request, address) {
    try {
      const answer = await fetch(request);
      if (answer.ok) await keepPhoto(address.pathname, answer.clone());
      return answer;
    } catch (failure) {
      const there = await kept(address.pathname);
      if (there) return there;
      throw failure;
    }
  }

  async function navigate(request, address, client) {
    const key = keyOf(address);
    const fresh = fetch(request).then(async (answer) => {
      const owner = answer.headers.get("Kept-For");
      if (owner) await rememberAccount(owner);
      if (owner && key) await keepFor(owner, key, answer.clone());
      else if (key && [403, 404].includes(answer.status)) await forget(key);
      return answer;
    });
    const here = await kept(address.pathname === "/operator" ? MINE : key);
    try {
      const answer = await (here ? soon(fresh, here) : fresh);
      return (BROKEN.includes(answer.status) && copy(client, here)) || (answer === here ? copy(client, here) : answer);
    } catch {
      return copy(client, here) ?? (await caches.match(PHONE, { cacheName })) ?? Response.error();
    }
  }

  function copy(client, here) {
    if (here) copies.set(client, here.headers.get("Kept-At"));
    return here;
  }

  /* The network where it answers in time, else what is kept. */
  function soon(fresh, here) {
    return Promise.race([fresh, new Promise((resolve) => setTimeout(resolve, PATIENCE, here))]);
  }

  /* A step goes at once where it can, under the id by which it would be sent again; else it waits. */
  async function take(request, number, step) {
    const form = await request.formData();
    const waitsFor = form.get("kiriman") || crypto.randomUUID();
    form.set("kiriman", waitsFor);
    form.set("petugas", (await account()) ?? "");
    const isUrlEncoded = (request.headers.get("Content-Type") ?? "").startsWith("application/x-www-form-urlencoded");
    try {
      if (navigator.onLine === false) throw new Error("no network");
      const answer = await fetch(request.url, {
        method: "POST",
        body: isUrlEncoded ? new URLSearchParams(form) : form,
        headers: { Accept: "text/html" },
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE_FOR_A_STEP + sizeOf(form) / SLOWEST),
      });
      if (BROKEN.includes(answer.status)) throw new Error("no program");
      if (answer.status === 401) throw new Error("nobody signed in");
      if (answer.type === "opaqueredirect" || answer.ok) await remove(waitsFor);
      return answer;
    } catch {
      await add(await described(form, waitsFor, number, step));
      await registration.sync?.register("petugas").catch(() => {}); /* Not allowed: the open page does it. */
      return Response.redirect(`/operator/aduan/${number}`, 303);
    }
  }
}

function sizeOf(form) {
  return [...form.values()].reduce((sum, value) => sum + (value.size ?? 0), 0);
}

async function described(form, id, number, step) {
  const fields = {};
  const files = [];
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = value;
    else if (value.size > 0) files.push({ field: name, name: value.name, type: value.type, bytes: await value.arrayBuffer() });
  }
  return { id, number, step, fields, files };
}
