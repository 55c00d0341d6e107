/* What in the words speaks for hiding more. The rules come with the page, from Sign.java, which looks for the same. */
import { text } from "../texts.js";

const block = document.querySelector("script[data-signs]");
const rules = JSON.parse(block?.textContent ?? "[]").map(compiled).filter(Boolean);

/** The first of each sign in some words: [{sign, words}]. */
export function signsIn(words) {
  return rules.flatMap(({ sign, pattern, except }) => {
    const found = pattern.exec(except ? words.replace(except, "; ") : words);
    return found ? [{ sign, words: found[1] }] : [];
  });
}

/** What to say about the two switches as they are, or null if there is nothing to say. */
export function adviceOn({ description, anonymous, confidential }, category) {
  const found = signsIn(description.value);
  const name = !anonymous.checked && found.some(({ sign }) => sign === "levy");
  const content = !confidential.checked && (category?.isPublic ?? true) && found.length > 0;
  if (!name && !content) return null;
  const what = found.map(({ sign, words }) => text("lapor_js_sign_found", text(`lapor_js_sign_${sign}`), words));
  const which = name && content ? "both" : name ? "anonymous" : "confidential";
  return `${text("lapor_js_signs", what.join(", "))} ${text(`lapor_js_signs_${which}`)}`;
}

/* A browser that does not know these expressions makes no suggestions, and nothing else is different. */
function compiled({ sign, pattern, except, flags }) {
  try {
    return { sign, pattern: new RegExp(pattern, flags), except: except && new RegExp(except, "gu") };
  } catch {
    return null;
  }
}
