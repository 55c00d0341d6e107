/*
 * Words that speak for an emergency offer the lane for it, with what is known already. The rules come with the page, from
 * UrgentWords.java, which looks for the same. The form goes on once its writer has said that it is none.
 */
import { text } from "../texts.js";
import { CARRIED } from "../carried.js";

const rules = JSON.parse(document.querySelector("script[data-urgent]")?.textContent ?? "[]").map(compiled).filter(Boolean);

/** The first urgent words: {category, agency, words}, or null. */
export function urgentIn(words) {
  let first = null;
  for (const { category, agency, pattern, except } of rules) {
    const found = pattern.exec(words.replace(except, (part) => ";".repeat(part.length)));
    if (found && (!first || found.index < first.index)) first = { index: found.index, category, agency, words: found[1] };
  }
  return first;
}

/** @param field where one writes; @returns what is asked before the form goes on, or null */
export function urgentNotice(form, field, place) {
  const box = form.querySelector("#gawat");
  const head = box.querySelector("b");
  let none = null;
  let found = null;

  field.addEventListener("input", look);
  box.querySelector("button").addEventListener("click", () => {
    none = found?.words ?? null;
    look();
    field.focus();
  });
  box.querySelector("a").addEventListener("click", carry);

  function look() {
    found = urgentIn(field.value);
    const asks = found !== null && found.words !== none;
    const isNew = asks && box.hidden;
    box.hidden = !asks;
    const words = asks ? text("lapor_js_urgent", found.words) : "";
    if (head.textContent !== words) head.textContent = words;
    if (isNew) box.scrollIntoView({ block: "nearest" });
    return asks;
  }

  function carry() {
    place.write();
    const { latitude, longitude, accuracy } = form.elements;
    const where = latitude.value ? { latitude: Number(latitude.value), longitude: Number(longitude.value), accuracy: Number(accuracy.value) || 0 } : {};
    try {
      sessionStorage.setItem(CARRIED, JSON.stringify({ words: field.value.trim(), category: found.category, agency: found.agency, ...where }));
    } catch {
      /* A browser that keeps nothing opens the lane empty. */
    }
  }

  return { look, problem: () => (look() ? { field, words: text("lapor_js_urgent_choose") } : null) };
}

/* A browser that does not know these expressions offers nothing, and nothing else is different. */
function compiled({ category, agency, pattern, except }) {
  try {
    return { category, agency, pattern: new RegExp(pattern, "iu"), except: new RegExp(except, "giu") };
  } catch {
    return null;
  }
}
