/* The pages of cases that this phone keeps for the field, in a cache named after the account that they were shown to. */
export const PREFIX = "petugas-kasus-";
const MOST = 40;

export const CASE = /^\/operator\/aduan\/([^/]+)$/;
const PHOTO = /^\/operator\/aduan\/([^/]+)\/foto\//;
export const MINE = "/operator?milik=saya";
/* What of an address changes how cases are shown, and not which. */
const SHAPES = ["tampilan", "semua", "lang"];

/**
 * The key of a page that may be kept: a case's own, its photos', and that of all the operator's cases; null for all others,
 * also for some of those cases, which would stand for all without a network.
 */
export function keyOf(address) {
  if (CASE.test(address.pathname) || PHOTO.test(address.pathname)) return address.pathname;
  const asked = [...address.searchParams].filter(([name, value]) => value && !SHAPES.includes(name)).join();
  return address.pathname === "/operator" && asked === "milik,saya" ? MINE : null;
}

/** Keeps a page for an account; what was kept for another one goes. */
export async function keepFor(account, key, answer) {
  await wipeKept(PREFIX + account);
  const cache = await caches.open(PREFIX + account);
  await cache.delete(key);
  const page = await withoutSituation(answer);
  page.headers.set("Kept-At", new Date().toISOString());
  await cache.put(key, page);
  const cases = (await cache.keys()).filter((request) => CASE.test(new URL(request.url).pathname));
  for (const oldest of cases.slice(0, Math.max(0, cases.length - MOST))) await forget(new URL(oldest.url).pathname);
}

/** A page without the line of the city's emergency mode, which holds now only: what is kept is shown later. */
export async function withoutSituation(answer) {
  const { status } = answer;
  const headers = new Headers(answer.headers);
  if (!/^text\/html/.test(headers.get("Content-Type") ?? "")) return new Response(answer.body, { status, headers });
  headers.delete("Content-Length");
  headers.delete("Content-Encoding"); /* The words are no longer packed. */
  return new Response((await answer.text()).replace(/<p class="situation-line [\s\S]*?<\/p>/, ""), { status, headers });
}

/** Keeps a photo where the page is kept that shows it. */
export async function keepPhoto(key, answer) {
  const name = await nameOfKept();
  const cache = name && (await caches.open(name));
  if (cache && (await cache.match(key.match(PHOTO)[0].replace("/foto/", "")))) await cache.put(key, answer);
}

export async function kept(key) {
  const name = await nameOfKept();
  return name && key ? caches.match(key, { cacheName: name }) : undefined;
}

/** The cases that open without a network, {number, title, path}, the one that was opened last first. */
export async function keptCases() {
  const name = await nameOfKept();
  if (!name) return [];
  const cache = await caches.open(name);
  const cases = [];
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    const number = pathname.match(CASE)?.[1];
    if (!number) continue;
    const page = new DOMParser().parseFromString(await (await cache.match(request)).text(), "text/html");
    cases.unshift({ number, title: page.querySelector("h1")?.textContent ?? number, path: pathname });
  }
  return cases;
}

/** Forgets a page and its photos. */
export async function forget(path) {
  const name = await nameOfKept();
  if (!name) return;
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname === path || pathname.startsWith(`${path}/`)) await cache.delete(request);
  }
}

/** Deletes what was kept, but for one cache if that is named. */
export async function wipeKept(except) {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== except) await caches.delete(name);
}

async function nameOfKept() {
  return (await caches.keys()).find((name) => name.startsWith(PREFIX));
}
