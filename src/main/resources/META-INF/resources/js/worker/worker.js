/*
 * The service worker: keeps the app open without a network, takes photos that are shared to it, and sends what waits.
 * Pages come from the network first, since they are about now; the copy on the phone stands in where the network is
 * missing or too slow. Files carry their version in their address, so the copy is always right.
 */
import { sync } from "../outbox/outbox.js";
import { listenForPush } from "./push.js";
import { keepShared } from "./shared.js";

const PATIENCE = 3000;
const MINE = "mine";
const OFFLINE = "/luring";

/** @param shell {version, pages, files, map}, as the program says */
export function serve(shell) {
  const cacheName = `shell-${shell.version}`;

  addEventListener("install", (event) => {
    event.waitUntil(install());
    skipWaiting();
  });
  addEventListener("activate", (event) => event.waitUntil(activate()));
  addEventListener("fetch", (event) => {
    const answer = answerTo(event);
    if (answer) event.respondWith(answer);
  });
  listenForPush();
  addEventListener("sync", (event) => {
    if (event.tag === "outbox") event.waitUntil(sync());
  });
  addEventListener("message", (event) => {
    if (event.data?.kind === "language") event.waitUntil(refreshPages(event.data.language));
    if (event.data?.kind === "map") event.waitUntil(keepMap());
  });

  async function install() {
    const cache = await caches.open(cacheName);
    await Promise.all([keepFiles(cache, shell.files), keepPages(cache)]);
  }

  async function activate() {
    for (const name of await caches.keys()) {
      if (name.startsWith("shell-") && name !== cacheName) await caches.delete(name);
    }
    await clients.claim();
  }

  /* One by one rather than all at once: on a slow line the page in front must not wait for its own shell. */
  async function keepFiles(cache, files) {
    for (const file of files) {
      if (!(await cache.match(file))) await cache.add(file);
    }
  }

  /* As anybody would get them: what a page shows to somebody who is signed in is not kept. */
  async function keepPages(cache, language) {
    for (const page of shell.pages) {
      const asked = language ? `${page}?lang=${language}` : page;
      const answer = await fetch(asked, { credentials: language ? "omit" : "same-origin", cache: "no-cache" });
      if (isKeepable(answer)) await cache.put(page, await withoutSituation(answer));
    }
  }

  async function keepMap() {
    const cache = await caches.open(cacheName);
    await keepFiles(cache, shell.map);
  }

  async function refreshPages(language) {
    const cache = await caches.open(cacheName);
    const kept = await cache.match(OFFLINE);
    if (kept?.headers.get("Content-Language") !== language) await keepPages(cache, language);
  }

  function answerTo({ request }) {
    const address = new URL(request.url);
    if (address.origin !== location.origin) return null;
    if (request.method === "POST") return address.pathname === "/bagikan" ? keepShared(request) : null;
    if (request.method !== "GET") return null;
    if (address.pathname.startsWith("/a/")) return fromPhone(request);
    if (address.pathname === "/map/base.json") return fromPhoneThenFresh(request);
    if (/^\/ikuti\/[^/]+\/foto\//.test(address.pathname)) return fromMine(request);
    if (request.mode === "navigate") return navigate(request, address);
    return null;
  }

  async function fromPhone(request) {
    const kept = await caches.match(request);
    if (kept) return kept;
    const answer = await fetch(request);
    if (answer.ok && request.url.includes(`/a/${shell.version}/`)) await put(cacheName, request, answer);
    return answer;
  }

  /* The base map carries a version in its address too, but an old one is better than none. */
  async function fromPhoneThenFresh(request) {
    const kept = await caches.match(request);
    const fresh = fetch(request).then(async (answer) => {
      if (answer.ok) await put(cacheName, request, answer);
      return answer;
    });
    if (!kept) return fresh;
    fresh.catch(() => {}); /* Without a network the kept one has been answered already. */
    return kept;
  }

  async function fromMine(request) {
    const kept = await caches.match(request, { cacheName: MINE });
    if (kept) return kept;
    const answer = await fetch(request);
    if (answer.ok) await put(MINE, request, answer);
    return answer;
  }

  async function navigate(request, address) {
    const isMine = /^\/ikuti\/[^/]+$/.test(address.pathname);
    const name = isMine ? MINE : cacheName;
    const isShell = shell.pages.includes(address.pathname);
    const kept = isMine || isShell ? await caches.match(address.pathname, { cacheName: name }) : undefined;
    const fromNetwork = fetch(request).then(async (answer) => {
      if (isMine ? answer.ok : isShell && !address.search && isKeepable(answer)) await put(name, address.pathname, answer);
      if (isMine && answer.status === 404) await (await caches.open(MINE)).delete(address.pathname);
      return answer;
    });
    try {
      return kept ? await soon(fromNetwork, kept) : await fromNetwork;
    } catch {
      return kept ?? (await caches.match(OFFLINE)) ?? Response.error();
    }
  }

  /* The network where it answers in time, else what is kept. */
  function soon(fromNetwork, kept) {
    const waited = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
    return Promise.race([fromNetwork, waited]);
  }

  async function put(name, key, answer) {
    const copy = withoutSituation(answer.clone());
    await (await caches.open(name)).put(key, await copy);
  }

  function isKeepable(answer) {
    return answer.ok && !answer.redirected && !/no-store/.test(answer.headers.get("Cache-Control") ?? "");
  }
}

/* A page without the banner of the city's emergency mode and without its sparing of data: both are true now only, and what is
   kept is shown later. Anything that is no page stays as it is. */
async function withoutSituation(answer) {
  if (!/^text\/html/.test(answer.headers.get("Content-Type") ?? "")) return answer;
  const words = await answer.text();
  const { status, statusText } = answer;
  const headers = new Headers(answer.headers);
  headers.delete("Content-Length");
  headers.delete("Content-Encoding"); /* The words are no longer packed. */
  return new Response(words.replace(/<section class="situation [\s\S]*?<\/section>/, "").replace(" data-light>", ">"), { status, statusText, headers });
}
