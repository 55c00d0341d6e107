/*
 * What is being written, kept on this phone until it has arrived. The fields are kept twice at every touch: in localStorage,
 * which takes them even while the page goes away, and beside the photos in IndexedDB, which outlives a browser that is
 * killed; the newer ones count. A complaint of the outbox that is opened again has a draft of its own, so that it costs
 * nobody what else was being written.
 */
import { entries, remove, take } from "../outbox/outbox.js";
import { draftStore } from "./store.js";
import { uuid } from "./uuid.js";

const KEY = "sipakatau.draft";
const FORGOTTEN_AFTER = 3 * 24 * 60 * 60 * 1000;
const SOON = 300;

/** The draft that was left on this phone, put into the form, or a new one. */
export async function openDraft(form) {
  const again = await reopened();
  const name = again ? `.${again.id}` : "";
  const key = KEY + name;
  const store = draftStore(name);
  const old = await left(key, store, again);
  const draft = {
    id: old?.id ?? uuid(),
    step: old?.step,
    photos: old ? ((await store.photos()) ?? again?.photos ?? []) : [],
    isOld: Boolean(old) && !again,
    problem: again?.problem,
    save,
    savePhotos: () => store.savePhotos(draft.photos),
    renew,
    clear,
    handedOver,
    typed: () => read(form),
  };
  if (old) fill(form, old.fields);
  else await store.clear();
  const address = new URLSearchParams(location.search);
  fill(form, { kind: address.get("jenis") ?? undefined, category: address.get("kategori") ?? undefined });
  /* Another complaint was sent under this id, so this one needs its own. */
  if (again?.problem?.kind === "taken" && draft.id === again.id) draft.id = uuid();

  let waiting;
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", save);

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(save, SOON);
  }

  function save() {
    clearTimeout(waiting);
    if (draft.isSent) return;
    form.elements.id.value = draft.id;
    const { id, step, photos } = draft;
    const kept = { id, step, savedAt: Date.now(), photos: photos.length, fields: read(form) };
    write(key, kept);
    store.saveFields(kept);
  }

  /* The same words as another complaint. */
  function renew() {
    draft.id = uuid();
    save();
  }

  function clear() {
    clearTimeout(waiting);
    draft.isSent = true;
    write(key, null);
    return store.clear();
  }

  /* The outbox has it now, and answers for it. */
  async function handedOver() {
    await clear();
    if (again && again.id !== draft.id) await remove(again.id);
  }

  return draft;
}

/* The complaint of the outbox that the address asks for, if it is one to be put right. */
async function reopened() {
  const id = new URLSearchParams(location.search).get("buka");
  if (!id) return null;
  try {
    const entry = await take(id);
    return entry?.typed && ["asked", "refused"].includes(entry.state) ? entry : null;
  } catch {
    return null;
  }
}

async function left(key, store, again) {
  const kept = newer(load(key), await store.fields());
  if (again) return kept ?? { id: again.id, step: "check", fields: again.typed };
  if (!kept || Date.now() - kept.savedAt >= FORGOTTEN_AFTER || !hasContent(kept)) return null;
  return (await isHandedOver(kept.id)) ? null : kept;
}

function newer(one, other) {
  return one && other ? (one.savedAt < other.savedAt ? other : one) : (one ?? other);
}

/* A browser that was killed between handing a draft over and forgetting it has both. */
async function isHandedOver(id) {
  try {
    return (await entries()).some((entry) => entry.id === id);
  } catch {
    return false;
  }
}

const LEFT_OUT = ["id", "dropped", "camera", "gallery", ""];

function read(form) {
  const fields = {};
  for (const field of form.elements) {
    if (LEFT_OUT.includes(field.name)) continue;
    if (field.type === "radio") {
      if (field.checked) fields[field.name] = field.value;
    } else {
      fields[field.name] = field.type === "checkbox" ? field.checked : field.value;
    }
  }
  return fields;
}

function fill(form, fields) {
  for (const field of form.elements) {
    const value = fields[field.name];
    if (value === undefined || LEFT_OUT.includes(field.name)) continue;
    if (field.type === "radio") field.checked = field.value === value;
    else if (field.type === "checkbox") field.checked = value === true;
    else field.value = value;
  }
}

function hasContent({ photos, fields: { category, description, address } }) {
  return Boolean(photos || category || description?.trim() || address?.trim());
}

function load(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return kept?.fields ? kept : null;
  } catch {
    return null;
  }
}

/* A browser that keeps nothing, or a full phone, must not stop anybody from sending. */
function write(key, kept) {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    /* The form still holds everything. */
  }
}
