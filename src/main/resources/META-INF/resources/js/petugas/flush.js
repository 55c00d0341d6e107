/*
 * Sends the steps that wait, each case's in their order. The server knows a step by its id, so that one whose answer was
 * lost is done once; a photo that is there already is not put there twice.
 */
import { ask, otherwise, read } from "../outbox/sending.js";
import { acts, arrived, change } from "./acts.js";

const FIRST_PAUSE = 4_000;
const LONGEST_PAUSE = 5 * 60 * 1000;

let running = null;

/** Sends all that is due, with `now` also what would pause for a while yet. Only one page or worker sends at a time. */
export function flush({ now = false } = {}) {
  running ??= alone(() => pass(now)).finally(() => (running = null));
  return running;
}

/** For the browser's background sync: fails where something still waits, so that the browser tries again. */
export async function sync() {
  await flush({ now: true });
  if ((await acts()).some((act) => act.state === "waiting")) throw new Error("not everything could be sent");
}

function alone(work) {
  return navigator.locks ? navigator.locks.request("petugas", work) : work();
}

async function pass(now) {
  const held = new Set();
  for (;;) {
    const act = (await acts()).find((each) => isNext(each, held));
    if (!act) return;
    if (act.state !== "waiting" || !(now || act.nextTryAt <= Date.now())) {
      held.add(act.number);
      continue;
    }
    const kind = await send(act);
    if (kind === "unreachable") return;
    if (kind !== "sent") held.add(act.number);
  }
}

/* What comes after a step of the same case that has not arrived would be refused. */
const isNext = (act, held) => act.state !== "sent" && !held.has(act.number);

async function send(act) {
  const body = new FormData();
  for (const [name, value] of Object.entries(act.fields)) body.append(name, value);
  for (const { field, name, type, bytes } of act.files) body.append(field, new File([bytes], name, { type }));
  const response = await ask(`/operator/aduan/${act.number}/${act.step}`, {
    method: "POST",
    body: act.step === "start" ? new URLSearchParams(body) : body,
  });
  const answer = await read(response);
  if (response?.status === 200 && Number.isInteger(answer?.version)) {
    await arrived(act.id, answer.version);
    return "sent";
  }
  if (answer && [400, 403, 404, 409, 413, 415, 422].includes(response.status)) {
    await change(act.id, (each) => Object.assign(each, { state: "attention", problem: answer.detail ?? "" }));
    return "attention";
  }
  const isSignedOut = response?.status === 401;
  const { kind, wait } = isSignedOut ? { kind: "later" } : otherwise(response);
  await change(act.id, (each) => {
    each.tries++;
    each.why = isSignedOut ? "signin" : "network";
    each.nextTryAt = Date.now() + (wait ?? Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (each.tries - 1)) * (0.5 + Math.random()));
  });
  return kind;
}
