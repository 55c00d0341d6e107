/* After "Kirim" without an answer yet: where the complaint is now, and what will become of it. */
import { text } from "../texts.js";
import { icon } from "../icon.js";
import { renderOutbox } from "../outbox/list.js";

/**
 * Leads to the list of the own complaints. While photos are on their way, or where that page would not open without a
 * network, the same is shown in the place of the form: leaving would break the transfer off.
 */
export function kept(form, id, isUnderWay) {
  if (!isUnderWay && navigator.serviceWorker?.controller) return location.assign(`/saya#${id}`);
  const page = form.closest(".page");
  const section = document.createElement("section");
  section.className = "stack";
  const head = document.createElement("h1");
  head.tabIndex = -1;
  head.append(text("lapor_js_kept"));
  const words = document.createElement("p");
  words.append(text("lapor_js_kept_more"));
  const list = document.createElement("div");
  const ways = document.createElement("p");
  ways.className = "actions";
  ways.append(link("/lapor", "plus", text("lapor_js_another")), link("/saya", "user", text("lapor_js_mine")));
  section.append(head, words, list, ways);
  page.classList.remove("stepped");
  page.replaceChildren(section);
  renderOutbox(list, { only: id });
  scrollTo(0, 0);
  head.focus();
}

function link(href, glyph, words) {
  const made = document.createElement("a");
  made.className = "btn";
  made.href = href;
  made.append(icon(glyph), words);
  return made;
}
