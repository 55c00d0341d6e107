/*
 * What is being written, kept on this phone until it has arrived: the fields at every touch in localStorage, which is
 * written at once even while the page goes away, and the photos in a store for large things.
 */
import { photoStore } from "./store.js";
import { uuid } from "./uuid.js";

const KEY = "sipakatau.draft";
const FORGOTTEN_AFTER = 3 * 24 * 60 * 60 * 1000;
const SOON = 300;

/** The draft that was left on this phone, put into the form, or a new one. */
export async function openDraft(form) {
  const store = await photoStore();
  const kept = load();
  const old = kept && Date.now() - kept.savedAt < FORGOTTEN_AFTER && hasContent(kept) ? kept : null;
  const draft = {
    id: old?.id ?? uuid(),
    step: old?.step,
    photos: old ? await store.load() : [],
    isOld: Boolean(old),
    save,
    savePhotos: () => store.save(draft.photos),
    renew,
    clear,
  };
  if (old) fill(form, old.fields);
  else await store.clear();
  const wanted = new URLSearchParams(location.search).get("kategori");
  if (wanted) fill(form, { category: wanted });

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
    write({ id, step, savedAt: Date.now(), photos: photos.length, fields: read(form) });
  }

  /* The same words as another complaint. */
  function renew() {
    draft.id = uuid();
    save();
  }

  function clear() {
    clearTimeout(waiting);
    draft.isSent = true;
    write(null);
    return store.clear();
  }

  return draft;
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

function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept?.fields ? kept : null;
  } catch {
    return null;
  }
}

/* A browser that keeps nothing, or a full phone, must not stop anybody from sending. */
function write(kept) {
  try {
    if (kept) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
  } catch {
    /* The form still holds everything. */
  }
}
