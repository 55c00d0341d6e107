/*
 * Turns the form of /lapor into steps, one thing at a time. The form itself stays what it was: the same fields, which
 * the page without scripts sends too. What is typed is kept on this phone until the complaint has arrived.
 */
import { wizard } from "./lapor/wizard.js";
import { aboutStep } from "./lapor/about.js";
import { photoStep } from "./lapor/photos.js";
import { placeStep } from "./lapor/place.js";
import { wordsStep } from "./lapor/words.js";
import { similarOnes } from "./lapor/similar.js";
import { sightStep } from "./lapor/sight.js";
import { checkStep } from "./lapor/check.js";
import { openDraft } from "./lapor/draft.js";
import { resumed } from "./lapor/resumed.js";
import { text } from "./texts.js";
import { toast } from "./toast.js";
import { takeShared } from "./worker/shared.js";

const form = document.getElementById("lapor");

/* A form that came back from the server with a question keeps its photos there: it is put right as the page it is. */
if (!document.querySelector(".errors, .waiting")) start();

async function start() {
  const draft = await openDraft(form);
  const about = aboutStep(form);
  const photo = photoStep(form, draft);
  await takeWhatWasShared(photo);
  const place = placeStep(form, photo);
  const steps = { about, photo, place, words: wordsStep(form, similarOnes(form, draft, place), place), sight: sightStep(form, photo, about, place) };
  /* At once with the head of the steps, so that nothing jumps. */
  document.querySelector(".lapor").classList.add("stepped");
  const walk = wizard(form, { ...steps, check: checkStep(form, draft, photo, steps) }, draft);
  if (draft.isOld) resumed(form, draft);
  walk.begin();
  if (draft.problem) walk.ask(draft.problem);
}

/* Photos and words that another app shared to this one; the worker has kept them until now. */
async function takeWhatWasShared(photo) {
  const asked = new URLSearchParams(location.search).get("bagikan");
  if (asked === null) return;
  history.replaceState(history.state, "", location.pathname);
  if (asked) return toast(text("lapor_js_share_failed"));
  const { files, words } = await takeShared();
  photo.take(files);
  const { description } = form.elements;
  if (words && !description.value.trim()) description.value = words;
}
