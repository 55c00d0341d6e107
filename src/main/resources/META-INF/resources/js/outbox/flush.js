/*
 * Sends what waits: each photo on its own, then the words that refer to them. What was reached is written down after
 * each step, and before a step nothing is taken for done: a browser that is killed in between asks the server, and a
 * step that is done twice changes nothing.
 */
import { change, entries, followed, follows, isImproving, photoBytes, received, tidy } from "./entries.js";
import { isSlow, mayFollow } from "./link.js";
import { alone } from "./lock.js";
import { file, isKept, sendFull, sendPhoto } from "./sending.js";

const FIRST_PAUSE = 4_000;
const LONGEST_PAUSE = 15 * 60 * 1000;
const ROUNDS = 3;
const DEAD_AFTER = 2;

let running = null;
let wanted = false;
let urged = false;

/**
 * Sends all that is due. Only one sender works at a time; a second call while this one works is worked on too.
 *
 * @param options.now whether to try also what would pause for a while yet
 * @returns {received: ids, waiting, asked, refused, improving: numbers of entries}
 */
export function flush({ now = false } = {}) {
  wanted = true;
  urged ||= now;
  running ??= alone(work)
    .finally(() => (running = null))
    .then((arrived) => (arrived && wanted ? flush() : summary(arrived ?? [])));
  return running;
}

/** For the browser's background sync: sends all, and fails where something still waits, so that the browser tries again. */
export async function sync() {
  const { waiting } = await flush({ now: true });
  if (waiting > 0) throw new Error("not everything could be sent");
}

async function work() {
  await tidy();
  const arrived = [];
  while (wanted) {
    wanted = false;
    const now = urged;
    urged = false;
    if (globalThis.navigator?.onLine === false) continue;
    await pass(now, arrived);
  }
  return arrived;
}

/* Each entry once. A network over which nothing goes is left alone after the second one that did not get through. */
async function pass(now, arrived) {
  const tried = new Set();
  let dead = 0;
  while (dead < DEAD_AFTER) {
    const entry = (await entries()).find((each) => !tried.has(each.id) && isDue(each, now));
    if (!entry) break;
    tried.add(entry.id);
    const kind = await deliver(entry);
    dead = kind === "unreachable" ? dead + 1 : 0;
    if (kind === "received") arrived.push(entry.id);
  }
  if (dead === 0 && (await mayFollow())) await improve(now);
}

function isDue(entry, now) {
  const at = Date.now();
  return entry.state === "waiting" && entry.notBefore <= at && (now || entry.nextTryAt <= at);
}

/** Sends one complaint as far as it gets. */
async function deliver({ id }) {
  let entry = await change(id, (each) => {
    each.state = "sending";
    each.resumed = Boolean(each.begun);
    each.begun = true;
    count(each);
  });
  for (let round = 0; entry && round < ROUNDS; round++) {
    const stopped = await sendPhotos(entry);
    if (stopped) return put(id, stopped);
    entry = await change(id, (each) => (each.posted = true));
    if (!entry) return "gone";
    const outcome = await file(id, entry.fields, entry.photos.filter(isReferred).map(reference));
    if (outcome.kind === "received") {
      await received(entry, outcome.receipt);
      return "received";
    }
    if (outcome.kind !== "missing") return put(id, outcome);
    entry = await change(id, (each) => {
      for (const photo of each.photos) if (outcome.missing.includes(digestOf(photo))) photo.lost = true;
      count(each);
    });
  }
  return entry ? put(id, { kind: "unreachable", answered: true }) : "gone";
}

/* Returns what stopped it, or null when all photos are there. */
async function sendPhotos(entry) {
  for (const [place, photo] of entry.photos.entries()) {
    if ((photo.kept && !photo.lost) || photo.refused !== undefined) continue;
    /* What was referred to once stays what it is: the server compares repetitions by their photos. */
    const size = photo.kept ?? (photo.reduced && (await isSlow()) ? "reduced" : "full");
    const { sha256 } = size === "reduced" ? photo.reduced : photo;
    const outcome = await sendOne(entry, place, { ...photo, type: size === "reduced" ? "image/jpeg" : photo.type }, sha256, size);
    if (!["kept", "refused"].includes(outcome.kind)) return outcome;
    const changed = await change(entry.id, (each) => {
      const own = each.photos[place];
      if (outcome.kind === "refused") own.refused = wordsOf(outcome.problem);
      else own.kept = size;
      delete own.lost;
      count(each);
    });
    if (!changed) return { kind: "gone" };
  }
  return null;
}

async function sendOne(entry, place, photo, sha256, size) {
  if (entry.resumed && !photo.lost && (await isKept(entry.id, sha256))) return { kind: "kept" };
  const bytes = await photoBytes(entry.id, place, size);
  if (!bytes) return { kind: "gone" };
  const outcome = await sendPhoto(entry.id, sha256, photo, bytes);
  return outcome.kind === "damaged" ? sendPhoto(entry.id, sha256, photo, bytes) : outcome;
}

/* Writes down why it is not there yet. */
async function put(id, outcome) {
  await change(id, (entry) => {
    entry.tries++;
    entry.nextTryAt = Date.now() + pause(entry.tries);
    switch (outcome.kind) {
      case "asked":
      case "taken":
        entry.state = "asked";
        entry.problem = { ...outcome.problem, kind: outcome.kind };
        break;
      case "refused":
        entry.state = "refused";
        entry.problem = outcome.problem;
        break;
      case "later":
        entry.state = "waiting";
        entry.why = outcome.isLimit ? "limit" : "busy";
        entry.notBefore = Date.now() + outcome.wait;
        break;
      default:
        entry.state = "waiting";
        entry.why = outcome.answered ? "busy" : "network";
    }
    if (entry.state === "asked" && outcome.problem?.errors) tellOfPhotos(entry);
  });
  return outcome.kind === "damaged" ? "unreachable" : outcome.kind;
}

/* "A photo is needed" helps nobody who has sent one: why it was not taken does. */
function tellOfPhotos(entry) {
  const why = entry.photos.find((photo) => photo.refused)?.refused;
  for (const error of entry.problem.errors) if (error.field === "photos" && why) error.detail = why;
}

/* Full photos whose reduced copies have arrived. */
async function improve(now) {
  for (const entry of (await entries()).filter(isImproving)) {
    if (!now && entry.nextTryAt > Date.now()) continue;
    for (const [place, photo] of entry.photos.entries()) {
      if (!follows(photo)) continue;
      const bytes = await photoBytes(entry.id, place, "full");
      const outcome = bytes ? await sendFull(entry.receipt.followUrl, photo.reduced.sha256, photo, bytes) : { kind: "over" };
      if (outcome.kind === "kept" || outcome.kind === "over") {
        await followed(entry.id, place, outcome.kind);
      } else {
        await change(entry.id, (each) => (each.nextTryAt = Date.now() + (outcome.wait ?? pause(++each.tries))));
        return;
      }
    }
  }
}

/* Longer each time, and never for all phones at the same moment. */
function pause(tries) {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1)) * (0.5 + Math.random());
}

function count(entry) {
  entry.of = entry.photos.filter((photo) => photo.refused === undefined).length;
  entry.sent = entry.photos.filter((photo) => photo.kept && !photo.lost).length;
}

const isReferred = (photo) => Boolean(photo.kept);
const digestOf = (photo) => (photo.kept === "reduced" ? photo.reduced.sha256 : photo.sha256);
const reference = (photo) => ({ sha256: digestOf(photo), isReduced: photo.kept === "reduced" });
const wordsOf = (problem) => problem?.errors?.[0]?.detail ?? problem?.detail ?? "";

async function summary(arrived) {
  const all = await entries();
  const inState = (state) => all.filter((entry) => entry.state === state).length;
  return {
    received: arrived,
    waiting: inState("waiting") + inState("sending"),
    asked: inState("asked"),
    refused: inState("refused"),
    improving: all.filter(isImproving).length,
  };
}
