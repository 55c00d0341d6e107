/*
 * Single requests of sending, each with what its answer means. Networks in between answer too: one that asks for a
 * login, a proxy with a page of its own. Only what is clearly ours counts; everything else is "unreachable".
 */
import { contentDigest } from "./digest.js";
import { measured } from "./link.js";

const COMPLAINTS = "/api/v1/complaints";
const PATIENCE = 60_000;
const SLOWEST = 4; /* bytes a millisecond; below it nothing arrives any more */
const LONGEST_WAIT = 60 * 60 * 1000;

/** Whether the server has a photo of a complaint already. */
export async function isKept(id, sha256) {
  const response = await ask(photoAddress(id, sha256), { method: "HEAD" });
  return response?.status === 200;
}

/** Sends one photo: {kind: "kept" | "refused" (problem) | "damaged" | "later" (wait) | "unreachable"}. */
export async function sendPhoto(id, sha256, { type, source }, bytes) {
  const begun = performance.now();
  const response = await ask(photoAddress(id, sha256), {
    method: "PUT",
    headers: { "Content-Type": type || "application/octet-stream", "Photo-Source": source },
    body: bytes,
  });
  const answer = await read(response);
  if (isSuccess(response) && answer?.sha256 === sha256) {
    await measured(bytes.byteLength, performance.now() - begun);
    return { kind: "kept" };
  }
  if (response?.status === 400 && answer) return { kind: "damaged" };
  if ([413, 415, 422].includes(response?.status) && answer) return { kind: "refused", problem: answer };
  return otherwise(response);
}

/**
 * Files a complaint: {kind: "received" (receipt) | "missing" (missing) | "taken" (problem) | "asked" (problem) |
 * "refused" (problem) | "later" (wait) | "unreachable"}.
 */
export async function file(id, fields, photos) {
  const body = new FormData();
  body.append("id", id);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const { sha256 } of photos) body.append("photo", sha256);
  for (const { sha256, isReduced } of photos) if (isReduced) body.append("reduced", sha256);
  const response = await ask(COMPLAINTS, { method: "POST", body });
  const answer = await read(response);
  if (isSuccess(response) && answer?.trackingNumber) return { kind: "received", receipt: answer };
  if (!answer) return otherwise(response);
  switch (response.status) {
    case 409:
      return Array.isArray(answer.missing) ? { kind: "missing", missing: answer.missing } : { kind: "taken", problem: answer };
    case 422:
      return { kind: "asked", problem: answer };
    case 403:
    case 413:
    case 415:
      return { kind: "refused", problem: answer };
    default:
      return otherwise(response);
  }
}

/** Sends the full file of a photo whose reduced copy has arrived: {kind: "kept" | "over" | "later" (wait) | "unreachable"}. */
export async function sendFull(followUrl, sha256, { type }, bytes) {
  const response = await ask(`${new URL(followUrl).pathname}/photos/${sha256}`, {
    method: "PUT",
    headers: { "Content-Type": type || "application/octet-stream", "Content-Digest": await contentDigest(bytes) },
    body: bytes,
  });
  const answer = await read(response);
  if (isSuccess(response) && answer?.sha256) return { kind: "kept" };
  if ([403, 404, 409, 410, 413, 415, 422].includes(response?.status) && answer) return { kind: "over" };
  return otherwise(response);
}

function photoAddress(id, sha256) {
  return `${COMPLAINTS}/${id}/photos/${sha256}`;
}

/** Asks the server, and reads its whole answer; null where there was none. It redirects none of these, so a redirect is somebody else's. */
export async function ask(address, { headers, body, ...request }) {
  const size = body?.byteLength ?? 0;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE + size / SLOWEST);
  try {
    const response = await fetch(address, {
      ...request,
      body,
      headers: { Accept: "application/json", ...headers },
      redirect: "error",
      cache: "no-store",
      signal: patience.signal,
    });
    /* The answer is part of the request: it is read before the patience ends. */
    const text = request.method === "HEAD" ? "" : await response.text();
    return { status: response.status, headers: response.headers, text };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** JSON of our server, else null. */
export async function read(response) {
  if (!response || !/^application\/(problem\+)?json\b/.test(response.headers.get("Content-Type") ?? "")) return null;
  try {
    const answer = JSON.parse(response.text);
    return answer && typeof answer === "object" ? answer : null;
  } catch {
    return null;
  }
}

function isSuccess(response) {
  return response?.status === 200 || response?.status === 201;
}

/** What an answer means that says nothing about what was sent: {kind: "later" (wait) | "unreachable"}. */
export function otherwise(response) {
  const wait = waitOf(response);
  if (response?.status === 429 || (response?.status === 503 && wait > 0)) {
    /* The server has a limit for everybody in one network, and says so; anything else that asks for patience is busy. */
    return { kind: "later", wait: Math.min(wait || PATIENCE, LONGEST_WAIT), isLimit: response.status === 429 };
  }
  return { kind: "unreachable", answered: Boolean(response) };
}

/* Retry-After in seconds or as a date. */
function waitOf(response) {
  const said = response?.headers.get("Retry-After");
  if (!said) return 0;
  const seconds = Number(said);
  return Math.max(0, Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - Date.now() || 0);
}
