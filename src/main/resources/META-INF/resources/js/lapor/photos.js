/* Photos: taken now or chosen, shown small, taken away again, and made small enough for a slow network. */
import { text } from "../texts.js";
import { icon } from "../icon.js";
import { toast } from "../toast.js";
import { canShoot, shoot } from "./camera.js";
import { flawOf } from "./flaw.js";
import { wanted } from "./kind.js";
import { prepared } from "./shrink.js";

const MOST = 4;

export function photoStep(form, draft) {
  const section = form.querySelector('[data-step="photo"]');
  const list = section.querySelector("#pratinjau");
  const pickers = section.querySelector(".pickers");
  let busy = 0;
  let usesPhone = false;

  for (const photo of draft.photos) show(photo);
  watch(form.elements.camera, "camera");
  watch(form.elements.gallery, "gallery");
  if (canShoot()) {
    form.elements.camera.addEventListener("click", (event) => {
      if (!event.isTrusted || usesPhone) return;
      event.preventDefault();
      openCamera();
    });
  }
  count();

  /* The camera of this page knows time and place; where it can't be opened, that of the phone does it. */
  async function openCamera() {
    const input = form.elements.camera;
    const shot = await shoot(() => {
      usesPhone = true;
      input.click();
    });
    input.focus();
    if (shot) add([shot], "camera");
  }

  function watch(input, source) {
    input.addEventListener("change", () => {
      const files = [...input.files];
      /* Emptied, so that the same file can be chosen again after it was taken away. */
      input.value = "";
      add(files, source);
    });
  }

  async function add(files, source) {
    const room = MOST - draft.photos.length - busy;
    if (files.length > room) toast(text("lapor_js_photo_room", MOST));
    for (const file of files.slice(0, Math.max(0, room))) {
      busy++;
      const place = list.appendChild(waiting());
      count();
      const photo = { source, ...(await prepared(file)) };
      photo.flaw = await flawOf(file);
      busy--;
      draft.photos.push(photo);
      show(photo, place);
      count();
    }
    draft.savePhotos();
  }

  function show(photo, place) {
    const item = document.createElement("li");
    photo.url = URL.createObjectURL(new Blob([photo.bytes], { type: photo.type }));
    const picture = pictureOf(photo, text("lapor_js_photo", photo.name));
    const remove = document.createElement("button");
    remove.type = "button";
    remove.setAttribute("aria-label", text("lapor_js_photo_remove", photo.name));
    remove.append(icon("x"));
    remove.addEventListener("click", () => {
      draft.photos.splice(draft.photos.indexOf(photo), 1);
      draft.savePhotos();
      URL.revokeObjectURL(photo.url);
      item.remove();
      count();
      section.querySelector("h2").focus();
    });
    item.append(picture, remove);
    if (photo.flaw || photo.refused !== undefined) item.append(hint(photo, remove));
    if (place) place.replaceWith(item);
    else list.append(item);
  }

  /* Of a dark photo only a hint: it may be just what there is to see. What the server has refused it refuses again. */
  function hint(photo, remove) {
    const box = document.createElement("div");
    box.className = "flaw";
    box.setAttribute("role", "status");
    const words = document.createElement("span");
    words.append(flawInWords(photo));
    const again = document.createElement("button");
    again.type = "button";
    again.className = "btn";
    again.append(icon("refresh-cw"), photo.refused === undefined ? text("lapor_js_photo_again") : text("lapor_js_photo_other"));
    again.addEventListener("click", () => {
      remove.click();
      if (photo.source === "camera" && canShoot() && !usesPhone) openCamera();
      else (photo.source === "camera" ? form.elements.camera : form.elements.gallery).click();
    });
    box.append(words, again);
    return box;
  }

  function count() {
    const full = draft.photos.length + busy >= MOST;
    pickers.hidden = full;
    pickers.classList.toggle("small", draft.photos.length + busy > 0);
    form.dispatchEvent(new CustomEvent("step:changed"));
  }

  const isWanted = () => wanted(form, "photo");

  return {
    /** Takes files that another app shared to this one. */
    take: (files) => add(files, "gallery"),
    isNeeded: () => isWanted() !== "none",
    problem() {
      if (busy > 0) return { words: text("lapor_js_photo_wait") };
      if (isWanted() !== "required" || draft.photos.some((photo) => photo.refused === undefined)) return null;
      return { words: draft.photos.length > 0 ? flawInWords(draft.photos[0]) : text("lapor_js_photo_needed") };
    },
    next: () => (draft.photos.length + busy === 0 && isWanted() !== "required" ? text("lapor_js_without_photo") : text("lapor_js_next")),
    /** The photos that are to be sent, none where none are asked for. */
    photos: () => (isWanted() === "none" ? [] : draft.photos),
  };
}

/** A photo as an image; its name where this browser can't show it, which the server may still be able to read. */
export function pictureOf(photo, words) {
  const picture = document.createElement("img");
  picture.src = photo.url;
  picture.alt = words;
  picture.addEventListener("error", () => picture.replaceWith(unseen(photo)));
  return picture;
}

function flawInWords({ flaw, refused }) {
  if (refused !== undefined) return refused || text("lapor_js_photo_bad");
  return flaw === "dark" ? text("lapor_js_photo_dark") : text("lapor_js_photo_blurred");
}

/** Some photos in a row, small. */
export function stripOf(photos) {
  const strip = document.createElement("span");
  strip.className = "strip";
  strip.append(...photos.map((photo, index) => pictureOf(photo, text("lapor_js_photo", String(index + 1)))));
  return strip;
}

function waiting() {
  const item = document.createElement("li");
  item.className = "skeleton";
  item.setAttribute("aria-label", text("lapor_js_photo_wait"));
  return item;
}

function unseen(photo) {
  const box = document.createElement("span");
  box.className = "unseen";
  const name = document.createElement("small");
  name.append(photo.name);
  box.append(icon("image"), name);
  return box;
}
