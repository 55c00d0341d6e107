/* "Kirim" puts the complaint into the outbox, which sends it; the form waits a moment for what becomes of it. */
import { canKeep, flush, watch } from "../outbox/outbox.js";
import { queue } from "../outbox/start.js";
import { fieldsOf, titleOf } from "./send.js";

const MOMENT = 8_000;

/** Hands the complaint over. Resolves to false where this phone can't keep it: then it has to be sent directly. */
export async function keep(form, draft, photos) {
  try {
    if (!(await canKeep())) return false;
    await queue({
      id: draft.id,
      title: titleOf(form),
      fields: fieldsOf(form),
      typed: draft.typed(),
      photos: photos.map(({ url, ...photo }) => photo),
    });
  } catch {
    return false;
  }
  await draft.handedOver();
  return true;
}

/**
 * What became of a complaint: once it is known, once nothing more can be done now, or after a moment.
 *
 * @param onProgress called with the entry while it is sent
 * @returns {entry, isUnderWay}
 */
export function outcome(id, onProgress) {
  return new Promise((resolve) => {
    let last;
    const settle = (isUnderWay) => {
      clearTimeout(timer);
      stop();
      resolve({ entry: last, isUnderWay });
    };
    const timer = setTimeout(settle, MOMENT, true);
    const stop = watch((all) => {
      last = all.find((entry) => entry.id === id) ?? last;
      if (last?.state === "sending") onProgress(last);
      if (["received", "asked", "refused"].includes(last?.state)) settle(false);
    });
    flush({ now: true })
      .then(read)
      .catch(() => settle(false));

    /* The last word of the watch may still be on its way. */
    async function read() {
      setTimeout(settle, 200, false);
    }
  });
}
