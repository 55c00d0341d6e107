/*
 * Turns the form of /lapor into steps, one thing at a time. The form itself stays what it was: the same fields, which
 * the page without scripts sends too. What is typed is kept on this phone until the complaint has arrived.
 */
import { wizard } from "./lapor/wizard.js";
import { aboutStep } from "./lapor/about.js";
import { photoStep } from "./lapor/photos.js";
import { placeStep } from "./lapor/place.js";
import { wordsStep } from "./lapor/words.js";
import { sightStep } from "./lapor/sight.js";
import { checkStep } from "./lapor/check.js";
import { openDraft } from "./lapor/draft.js";
import { resumed } from "./lapor/resumed.js";

const form = document.getElementById("lapor");

/* A form that came back from the server with a question keeps its photos there: it is put right as the page it is. */
if (!document.querySelector(".errors, .waiting")) start();

async function start() {
  document.querySelector(".lapor").classList.add("stepped");
  const draft = await openDraft(form);
  const about = aboutStep(form);
  const photo = photoStep(form, draft);
  const place = placeStep(form, photo);
  const steps = { about, photo, place, words: wordsStep(form), sight: sightStep(form, photo, about, place) };
  const walk = wizard(form, { ...steps, check: checkStep(form, draft, photo, steps) }, draft);
  if (draft.isOld) resumed(form, draft);
  walk.begin();
  if (draft.problem) walk.ask(draft.problem);
}
