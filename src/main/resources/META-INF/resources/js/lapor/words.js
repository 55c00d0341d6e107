/* What happened, with how much room is left once that begins to matter. */
import { text } from "../texts.js";
import { kindOf } from "./kind.js";
import { urgentNotice } from "./urgent.js";

const SHOWN_FROM = 0.7;

/** What to say if a field holds more characters than its data-longest, counted as the server does: an emoji is one. */
export function tooLong(field) {
  const over = lengthOf(field) - Number(field.dataset.longest);
  return over > 0 ? { field, words: text("lapor_js_shorten", over) } : null;
}

function lengthOf(field) {
  return [...field.value.trim()].length;
}

/** @param similar shows what others have written about the same */
export function wordsStep(form, similar, place) {
  const field = form.elements.description;
  const urgent = urgentNotice(form, field, place);
  const left = form.querySelector("#sisa");
  const longest = Number(field.dataset.longest);

  field.addEventListener("input", count);
  count();

  function count() {
    const used = lengthOf(field);
    const over = used - longest;
    left.hidden = used < longest * SHOWN_FROM;
    left.textContent = over > 0 ? text("lapor_js_too_long", over) : text("lapor_js_left", longest - used);
    left.classList.toggle("over", over > 0);
  }

  return {
    enter() {
      count();
      urgent.look();
      similar();
    },
    problem: () => (lengthOf(field) === 0 ? { field, words: text(`lapor_js_tell_${kindOf(form)}`) } : (tooLong(field) ?? urgent.problem())),
  };
}
